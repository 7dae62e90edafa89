"""Unions of generated models: each member, made with what its constructor asks for, is written and
read again as its own class.
"""

from __future__ import annotations

import importlib
import inspect
import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import TypeAliasType

_SCALARS: Mapping[Any, Any] = {
    str: "text",
    int: 1,
    float: 1.5,
    bool: True,
    bytes: b"x",
    datetime: datetime(2026, 1, 2, tzinfo=UTC),
    date: date(2026, 1, 2),
    time: time(7, 30),
    timedelta: timedelta(seconds=90),
    Decimal: Decimal("2.50"),
    Any: "any",
    type(None): None,
}
_DEEPEST = 8


class Unions:
    """Tries the unions of one package, which can be imported, that a property tells apart."""

    def __init__(self, package: str, modules: set[str]) -> None:
        self.tried = 0
        """Members that came back."""
        self._modules = [importlib.import_module(one) for one in sorted(modules)]
        runtime = f"{package}._runtime"
        self._tagged = importlib.import_module(f"{runtime}.data.unions").Tagged
        self._decode = importlib.import_module(f"{runtime}.data.decoding").decode
        self._encode = importlib.import_module(f"{runtime}.bodies.encoding").encode_json

    def findings(self) -> Iterator[str]:
        """Yield the members that do not come back as what they are."""
        for module in self._modules:
            for name, alias in vars(module).items():
                tagged = self._tag_of(alias)
                for value, member in _pairs(tagged.members) if tagged else ():
                    told = {tagged.name: value}
                    if inspect.isclass(member) and (wrong := self._wrong(alias, member, told)):
                        yield f"{name}: {wrong}"

    def _tag_of(self, alias: Any) -> Any:
        notes = get_args(alias)[1:] if get_origin(alias) is Annotated else ()
        return next((note for note in notes if isinstance(note, self._tagged)), None)

    def _wrong(self, alias: Any, member: type[BaseModel], told: Mapping[str, Any]) -> str:
        try:
            made = _instance(member, 0, told)
        except RecursionError:
            return ""  # it needs itself
        read = self._decode(self._encode(made, alias, send_read_only=True), alias)
        if type(read) is not member:
            return f"{made!r} comes back as {read!r}"
        self.tried += 1
        return ""


def _pairs(members: Any) -> Iterable[tuple[Any, Any]]:
    """Give tags and members; tags that differ in their JSON type alone stand in pairs."""
    return members.items() if isinstance(members, Mapping) else members


def _instance(
    model: type[BaseModel], depth: int, told: Mapping[str, Any] = MappingProxyType({})
) -> BaseModel:
    """Make a model; what tells it is given where its constructor does not fill it in."""
    if depth > _DEEPEST:
        raise RecursionError(model.__name__)
    model.model_rebuild()
    values = {
        name: told[field.alias or name]
        if (field.alias or name) in told
        else _value(field.annotation, depth)
        for name, field in model.model_fields.items()
        if field.is_required() or field.default_factory is not None  # what only a server sets
    }
    return model(**values)


def _value(target: Any, depth: int) -> Any:
    """Make a value that a constructor takes."""
    origin, arguments = get_origin(target), get_args(target)
    if isinstance(target, TypeAliasType):
        return _value(target.__value__, depth)
    if origin is Annotated:
        return _value(arguments[0], depth)
    if origin is Literal:
        return arguments[0]
    if origin in (Union, types.UnionType):
        return _of_union(arguments, depth)
    if origin is tuple:
        return tuple(_value(one, depth) for one in arguments if one is not Ellipsis)
    if origin in (list, dict):
        return origin()
    if inspect.isclass(target) and issubclass(target, BaseModel):
        return _instance(target, depth + 1)
    return _SCALARS[target]


def _of_union(members: tuple[Any, ...], depth: int) -> Any:
    for member in members[:-1]:
        try:
            return _value(member, depth)
        except RecursionError:
            continue
    return _value(members[-1], depth)
