"""Dataclasses whose methods are shared instead of written and compiled for each class.

Those of the standard library take about half a millisecond for each class at every start of a
program, and an instance that is frozen takes three times as long to make as one of these.
"""

from __future__ import annotations

import dataclasses
import reprlib
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, cast

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:  # type checkers take these classes for dataclasses
    from collections.abc import Callable, Iterable, Mapping
    from dataclasses import dataclass, field, replace


class _Fields:
    """What the methods of a class go by."""

    def __init__(self, known: Mapping[str, Field[Any]], *, frozen: bool) -> None:
        self.known = known
        self.frozen = frozen
        self.given = frozenset(name for name, one in known.items() if one.init)
        self.positional = tuple(name for name, one in known.items() if one.init and not one.kw_only)
        self.shown = tuple(name for name, one in known.items() if one.repr)
        self.compared = tuple(name for name, one in known.items() if one.compare)
        self.defaults = {
            name: one.default for name, one in known.items() if one.default is not MISSING
        }
        self.factories = tuple(
            (name, one.default_factory)
            for name, one in known.items()
            if one.default_factory is not MISSING
        )
        needed = self.given.difference(self.defaults, dict(self.factories))
        by_place = [frozenset(self.positional[:count]) for count in range(len(self.positional) + 1)]
        self.needed = tuple(needed - placed for placed in by_place)
        """What must be given by name, by the number of positional arguments."""
        self.free = tuple(self.given - placed for placed in by_place)
        """What may be given by name, by the same."""

    def misfit(self, kind: str, count: int, given: Iterable[str]) -> TypeError:
        """Tell which arguments are too many, come twice, are unknown, or else missing."""
        most = len(self.positional)
        if count > most:
            return TypeError(f"{kind}() takes {most} positional arguments, not {count}")
        for name in given:
            if name in self.positional[:count]:
                return TypeError(f"{kind}() got multiple values for argument {name!r}")
            if name not in self.given:
                return TypeError(f"{kind}() got an unexpected keyword argument {name!r}")
        missing = self.needed[count] - {*given}
        names = ", ".join(repr(name) for name in self.known if name in missing)
        return TypeError(f"{kind}() needs {names}")


def _initializer(fields: _Fields, *, continues: bool) -> Callable[..., None]:
    positional, factories = fields.positional, fields.factories
    defaults, needed, free = fields.defaults, fields.needed, fields.free

    def initialize(self: Any, /, *args: Any, **given: Any) -> None:
        count = len(args)
        if count >= len(needed) or not needed[count] <= given.keys() <= free[count]:
            raise fields.misfit(type(self).__name__, count, given)
        state = self.__dict__
        state.update(defaults)
        if args:
            state.update(zip(positional, args, strict=False))
        state.update(given)
        for name, make in factories:
            if name not in state:
                state[name] = make()
        if continues:
            self.__post_init__()

    return initialize


def _comparison(names: tuple[str, ...]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in names)

    return compare


def _hashing(names: tuple[str, ...]) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash(tuple(getattr(self, name) for name in names))

    return hashed


@reprlib.recursive_repr()
def _representation(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in self.__record__.shown)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _is_sealed(value: Any, name: str) -> bool:
    """Tell whether an attribute is not to change; a plain subclass may have others."""
    kind = cast("type[object]", type(value))
    return "__record__" in vars(kind) or name in value.__record__.known


def _refuse_assignment(self: Any, name: str, value: Any) -> None:
    if _is_sealed(self, name):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(self, name, value)


def _refuse_deletion(self: Any, name: str) -> None:
    if _is_sealed(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")
    object.__delattr__(self, name)


class _OfTwin:
    """What ``dataclasses`` and ``inspect`` ask a class for, made when they do."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _: object, owner: Any) -> Any:
        home: Any = next(one for one in owner.__mro__ if "__record__" in vars(one))
        if self._name == "__signature__" and owner.__init__ is not home.__init__:
            raise AttributeError(self._name)  # the subclass has arguments of its own
        if "__twin__" not in vars(home):
            home.__twin__ = _twin(home)
        if self._name != "__signature__":
            return getattr(home.__twin__, self._name)
        import inspect  # most programs never ask

        return inspect.signature(home.__twin__)


def _twin(cls: Any) -> type:
    """Make the dataclass of the standard library that a class stands for."""
    fields: _Fields = cls.__record__
    specs = [(name, one.type, one) for name, one in fields.known.items()]
    return dataclasses.make_dataclass(cls.__name__, specs, frozen=fields.frozen)


def _bare(default: Any) -> Any:
    return dataclasses.field(default=default)


def _own_fields(cls: type[object], *, kw_only: bool) -> Iterable[tuple[str, Field[Any]]]:
    """Take the fields out of the body of a class; their defaults stay as attributes."""
    for name, annotation in cls.__annotations__.items():
        if annotation.startswith("ClassVar["):
            continue
        given: Any = vars(cls).get(name, MISSING)
        own = cast("Field[Any]", given if isinstance(given, Field) else _bare(given))
        own.name, own.type = name, annotation
        if own.kw_only is MISSING:
            own.kw_only = kw_only
        if own.default is not MISSING:
            setattr(cls, name, own.default)
        elif given is not MISSING:
            delattr(cls, name)
        yield name, own


def _made(cls: Any, *, frozen: bool, kw_only: bool) -> Any:
    known: dict[str, Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        if "__record__" in vars(base):
            known.update(base.__record__.known)
    known.update(_own_fields(cls, kw_only=kw_only))
    fields = _Fields(known, frozen=frozen)
    own = cast("Mapping[str, Any]", vars(cls))
    methods: dict[str, Any] = {
        "__init__": _initializer(fields, continues=hasattr(cls, "__post_init__")),
        "__repr__": _representation,
        "__eq__": _comparison(fields.compared),
        "__match_args__": fields.positional,
        "__replace__": _replaced,
        "__dataclass_fields__": _OfTwin("__dataclass_fields__"),
        "__dataclass_params__": _OfTwin("__dataclass_params__"),
        "__signature__": _OfTwin("__signature__"),
    }
    if frozen:
        methods |= {"__setattr__": _refuse_assignment, "__delattr__": _refuse_deletion}
        methods["__hash__"] = _hashing(fields.compared)
    is_hashed = own.get("__hash__") is not None
    is_compared = "__eq__" in own
    for name, method in methods.items():
        if name not in own or (name == "__hash__" and not is_hashed):
            setattr(cls, name, method)
    if not (frozen or is_compared or is_hashed):
        cls.__hash__ = None
    cls.__record__ = fields
    return cls


def _replaced(self: Any, /, **changes: Any) -> Any:
    state = self.__dict__
    return type(self)(**{name: state[name] for name in self.__record__.given} | changes)


def _dataclass(cls: Any = None, /, *, frozen: bool = False, kw_only: bool = False) -> Any:
    def made(cls: Any) -> Any:
        return _made(cls, frozen=frozen, kw_only=kw_only)

    return made if cls is None else made(cls)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, dataclasses.field, _replaced
