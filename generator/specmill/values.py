"""Dataclasses that never change.

Type checkers see :func:`dataclasses.dataclass` itself, so they refuse whatever would change an
instance of a frozen class. At run time nobody asks again: a guard that is written in Python makes
each instance take five times as long, and one API has hundreds of thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool = False, **options: bool):
        """Make a dataclass; a frozen one is compared and hashed by its values."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)
