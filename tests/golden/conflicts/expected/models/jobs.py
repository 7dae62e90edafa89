"""Models of `jobs`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

JobState: TypeAlias = Literal["open", "done"] | str


class Job(Model):
    """Needs `state` and `name` when `code` is set. Not allowed: `note` and `tags` are set."""

    name: str
    """At least 3 characters, at most 40 characters."""
    size: int
    """At least 0, at most 10."""
    rate: int | None = None
    """At most 1."""
    state: JobState | None = None
    code: str | None = None
    """Matches `^[a-z]`. Matches `[0-9]$`."""
    tags: list[str] | None = None
    """At least 1 item, at most 9 items. Each item: at least 2 characters."""
    value: int | None = None
    step: int | None = None
    """A multiple of 2. A multiple of 3."""
    note: str | None = None
    """Free text."""
    odd: int | None = None
    """What is said last counts."""
