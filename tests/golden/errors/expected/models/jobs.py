"""Models of `jobs`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Problem(Model):
    code: int | None = None
    message: str | None = None


class Slow(Model):
    seconds: int | None = None


class CreateJobConflict(Model):
    holder: str | None = None
