"""Parameters of packages whose enumerations are closed: what these list, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from typing_extensions import TypeAliasType


class OneOf:
    """Refuses a value that an enumeration does not list: ``OneOf(Literal["a", "b"])``."""

    def __init__(self, choices: Any) -> None:
        self._choices = tuple(_literals(choices))

    def checked(self, value: Any) -> Any:
        """Return a value that is one of them.

        Raises:
            ValueError: It is none.
        """
        plain = value.value if isinstance(value, Enum) else value
        if not any(type(one) is type(plain) and one == plain for one in self._choices):
            raise ValueError(f"{plain!r} is none of {', '.join(map(repr, self._choices))}")
        return value


def _literals(choices: Any) -> Iterator[Any]:
    """Yield the values of a literal, a union of such, or a name for one."""
    if isinstance(choices, TypeAliasType):
        yield from _literals(choices.__value__)
    elif get_origin(choices) is Literal:
        yield from get_args(choices)
    else:
        for one in get_args(choices):
            yield from _literals(one)
