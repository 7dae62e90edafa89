"""Models of `notes`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.data.models import Model


class Note(Model):
    text: str


class Page(Model):
    lines: list[str]


Notes: TypeAlias = list[Note]
