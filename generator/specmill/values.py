"""Dataclasses that cost little to make.

Type checkers see the functions of :mod:`dataclasses` themselves, so they refuse whatever would
change an instance of a frozen class. At run time three things differ:

* Nobody asks again whether a class is frozen: a guard that is written in Python makes each
  instance take five times as long, and one API has hundreds of thousands of them.
* Comparison, hash and repr are functions that read the fields, not compiled for each class:
  compiling those takes most of the time that importing a few hundred classes takes.
* The constructor of a class is compiled when its first instance is made: a run uses half of the
  classes that it imports.
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

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: bool):
        """Make a dataclass; it is shown and compared by its values, a frozen one hashed by them."""
        plain = dataclasses.dataclass(repr=False, eq=False, init=False, **options)

        def decorate(cls: type) -> type:
            cls.__doc__ = cls.__doc__ or cls.__name__  # else it is the signature: long to find
            return _with_methods(plain(cls), is_value=eq, is_frozen=frozen)

        return decorate

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

    def _with_methods(cls: type, *, is_value: bool, is_frozen: bool) -> type:
        """Give a class the methods of a dataclass that it does not have itself."""
        shown = tuple(field.name for field in dataclasses.fields(cls) if field.repr)

        def __init__(self, *values, **named):  # noqa: N807 - it becomes a method
            cls.__init__ = _constructor(cls)
            cls.__init__(self, *values, **named)

        def __repr__(self):  # noqa: N807
            told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{type(self).__qualname__}({told})"

        methods = {"__init__": __init__, "__repr__": __repr__}
        if is_value:
            methods |= _comparison(cls, is_frozen=is_frozen)
        for name, method in methods.items():
            if cls.__dict__.get(name) is None:
                setattr(cls, name, method)
        return cls

    def _comparison(cls: type, *, is_frozen: bool):
        """Return what compares instances by their values, and hashes those that cannot change."""
        read = _reader(tuple(field.name for field in dataclasses.fields(cls) if field.compare))

        def __eq__(self, other):  # noqa: N807
            return read(self) == read(other) if type(other) is type(self) else NotImplemented

        def __hash__(self):  # noqa: N807
            return hash(read(self))

        return {"__eq__": __eq__, "__hash__": __hash__ if is_frozen else None}

    def _constructor(cls: type):
        """Compile the constructor of a dataclass."""
        fields = dataclasses.fields(cls)
        by_place = [field for field in fields if field.init and not field.kw_only]
        by_name = [field for field in fields if field.init and field.kw_only]
        heads = ["self", *map(_parameter, by_place)]
        if by_name:
            heads += ["*", *map(_parameter, by_name)]
        body = [*map(_assignment, fields)]
        if hasattr(cls, "__post_init__"):
            body.append("self.__post_init__()")
        known = {f"default_{field.name}": field.default for field in fields}
        known |= {f"make_{field.name}": field.default_factory for field in fields}
        lines = [f"def __init__({', '.join(heads)}):", *(body or ["pass"])]
        exec("\n ".join(lines), known)  # noqa: S102 - made of the names of our own fields
        return known["__init__"]

    def _parameter(field) -> str:
        if field.default is not dataclasses.MISSING:
            return f"{field.name}=default_{field.name}"
        is_made = field.default_factory is not dataclasses.MISSING
        return f"{field.name}=make_{field.name}" if is_made else field.name

    def _assignment(field) -> str:
        name, make = field.name, f"make_{field.name}"
        if field.default_factory is not dataclasses.MISSING:
            value = f"{make}() if {name} is {make} else {name}" if field.init else f"{make}()"
        elif field.init:
            value = name
        elif field.default is not dataclasses.MISSING:
            value = f"default_{name}"
        else:
            return "pass"  # whoever declares such a field sets it later
        return f"self.{name} = {value}"
