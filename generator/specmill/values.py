"""Frozen dataclasses that cost little to make.

Type checkers see the functions of :mod:`dataclasses` themselves, so they refuse whatever would
change an instance of a frozen class. At run time two things differ:

* Nobody asks again whether a class is frozen: a guard that is written in Python makes each
  instance take five times as long, and one API has hundreds of thousands of them.
* Comparison, hash and repr of frozen classes are functions that read the fields, not compiled for
  each class: compiling those takes most of the time that importing a few hundred classes takes.
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
        """Make a dataclass; a frozen one is shown, compared and hashed by its values."""
        if not frozen:
            return dataclasses.dataclass(**options)
        plain = dataclasses.dataclass(repr=False, eq=False, **options)
        return lambda cls: _with_values(plain(cls))

    def replace(value, /, **changes):
        """Make a copy with other values of some fields."""
        kind = type(value)
        places, read = _fields_of(kind)
        values = [*read(value)]
        try:
            for name, other in changes.items():
                values[places[name]] = other
        except KeyError as unknown:
            raise TypeError(f"{kind.__name__} has no field {unknown}") from None
        return kind(*values)

    @cache
    def _fields_of(kind: type):
        """Return the places of a dataclass's fields in its constructor, and what reads all values
        as a tuple.
        """
        names = kind.__match_args__
        read = _reader(names)
        places = {name: place for place, name in enumerate(names)}
        return places, read if len(names) > 1 else lambda value: (read(value),)

    def _reader(names: tuple[str, ...]):
        """Return what reads some attributes: one as it is, several as a tuple."""
        return attrgetter(*names) if names else lambda _: ()

    def _with_values(cls: type) -> type:
        """Give a class the methods of a value that it does not have itself."""
        fields = dataclasses.fields(cls)
        read = _reader(tuple(field.name for field in fields if field.compare))
        shown = tuple(field.name for field in fields if field.repr)

        def __eq__(self, other):  # noqa: N807 - it becomes a method
            return read(self) == read(other) if type(other) is type(self) else NotImplemented

        def __hash__(self):  # noqa: N807
            return hash(read(self))

        def __repr__(self):  # noqa: N807
            told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{type(self).__qualname__}({told})"

        for method in (__eq__, __hash__, __repr__):
            if cls.__dict__.get(method.__name__) is None:
                setattr(cls, method.__name__, method)
        return cls
