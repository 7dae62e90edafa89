"""Dataclasses that never change.

Type checkers see the functions of :mod:`dataclasses` themselves, so they refuse whatever would
change an instance of a frozen class. At run time nobody asks again: a guard that is written in
Python makes each instance take five times as long, and one API has hundreds of thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    import dataclasses
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen: bool = False, **options: bool):
        """Make a dataclass; a frozen one is compared and hashed by its values."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)

    def replace(value, /, **changes):
        """Make a copy with other values of some fields."""
        names, read = _fields_of(type(value))
        fields = dict(zip(names, read(value), strict=True))
        fields.update(changes)
        return type(value)(**fields)

    @cache
    def _fields_of(kind: type):
        """Return the names of a dataclass's fields, and what reads their values."""
        names = kind.__match_args__
        read = attrgetter(*names)
        return names, read if len(names) > 1 else lambda value: (read(value),)
