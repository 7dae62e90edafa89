"""Models that no operation uses."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.data.models import Model

BaseState: TypeAlias = Literal["new", "open", "done"] | str


class Base(Model):
    """Needs `state` when `code` is set."""

    name: str
    """At least 1 character, at most 40 characters."""
    size: int | None = None
    """At least 0."""
    rate: float | None = None
    """At most 1."""
    state: BaseState | None = None
    code: str | None = None
    """Matches `^[a-z]`."""
    tags: list[str] | None = None
    """At most 9 items."""
    value: str | int | None = None
    step: int | None = None
    """A multiple of 2."""
    note: Any = None
    """Free text."""
    odd: str | None = None


class Sibling(Model):
    """Says more beside the reference.

    Needs `state` when `code` is set. Has no other properties.
    """

    name: str
    """At least 1 character, at most 40 characters."""
    size: int | None = None
    """At least 0."""
    rate: float | None = None
    """At most 1."""
    state: BaseState | None = None
    code: str | None = None
    """Matches `^[a-z]`."""
    tags: list[str] | None = None
    """At most 9 items."""
    value: str | int | None = None
    step: int | None = None
    """A multiple of 2."""
    note: Any = None
    """Free text."""
    odd: str | None = None
    extra: bool
