"""Models of `reports`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Report(Model):
    title: str
    pages: int | None = None
    authors: list[str] | None = None


class Job(Model):
    state: str | None = None


class Problem(Model):
    title: str | None = None
