"""Models of `labels`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.data.models import Model


class Labels(Model):
    """The value of each name that matches `^x-` is a string. Has no other properties."""

    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, str]

    name: str | None = None
    limits: dict[str, int] | None = None
    """Each limit by the name of its resource.

    The value of each name that matches `^[a-z]+$`: an integer, at least 0. Has no other
    properties.
    """

    mixed: dict[str, float | str] | None = None
    """The value of each name that matches `^n-` is a number. The value of each name that matches
    `^t-`: a string, at most 9 characters. Has no other properties.
    """

    parts: dict[str, Part] | None = None
    """At least 1 property, at most 3 properties. Each name: at most 5 characters, matches
    `^[A-Z]`.
    """

    few: dict[str, str] | None = None
    """At least 1 property. Each value: at least 2 characters."""


class Part(Model):
    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, str]

    count: int | None = None
