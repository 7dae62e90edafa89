"""Enumerations: the values of ``enum`` as a model of their own, or as a type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from specmill.lower.keywords import (
    docs_of,
    enum_identity,
    is_literal,
    join_types,
    type_of_values,
    value_notes,
)
from specmill.lower.schemas.inline_objects import Use
from specmill.model.models import Docs, EnumValue, Model, ModelKind
from specmill.model.types import NULL, Anything, LiteralOf, Named, TypeRef
from specmill.text import common_prefix, singular, words
from specmill.values import dataclass, replace


@dataclass(slots=True)
class Enums:
    """Lowers the enumerations of one document; equal ones are one model."""

    components: Mapping[str, Any]
    models: dict[str, Model]
    uses: list[tuple[str, Use]]
    twins: defaultdict[str, list[str]]
    is_kept: Callable[[str], bool]
    """Tells whether the schema at a pointer had a model before."""
    _keys: dict[tuple[Any, ...], str] = field(default_factory=dict)
    _named: defaultdict[tuple[Any, ...], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The components of some values."""

    def __post_init__(self) -> None:
        for name, schema in self.components.items():
            if isinstance(schema, dict) and "enum" in schema:
                self._named[enum_identity(schema["enum"])].append(name)

    def type_of(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        """Return the type of an ``enum``: a model where there are several scalars, or were when it
        got a name that programs may import.
        """
        values = tuple(value for value in schema["enum"] if value is not None)
        nullable = len(values) != len(schema["enum"])
        result: TypeRef
        if not values:
            return NULL if nullable else Anything()
        if not all(map(is_literal, values)):
            return type_of_values(schema["enum"], is_open=True)
        is_alone = len(values) == 1 and not self.is_kept(pointer)
        if is_alone or all(isinstance(value, bool) for value in values):
            result = LiteralOf(values)
        else:
            identity = enum_identity(schema["enum"])
            key = self._component(identity, values, use)
            key = key or self._keys.setdefault(identity, pointer)
            if key not in self.components:
                if key not in self.models:
                    self.models[key] = self.model(key, schema, key)
                self.uses.append((key, replace(use, title=_name_for_autorest(schema))))
                if key != pointer:
                    self.twins[key].append(pointer)
            result = Named(key)
        return join_types((result, NULL)) if nullable else result

    def _component(self, identity: tuple[Any, ...], values: tuple[Any, ...], use: Use) -> str:
        """Return the component that an enumeration is; empty for none.

        Parameters of Swagger cannot refer to one, so theirs is the only one of the same values.
        """
        named = self._named[identity]
        meant = next((name for name in named if _speaks_of(name, values, use)), "")
        return meant or (named[0] if use.within and len(named) == 1 else "")

    def model(self, key: str, schema: Mapping[str, Any], pointer: str) -> Model:
        """Return the model of an ``enum`` of scalars."""
        about = value_notes(schema)
        values = tuple(
            EnumValue(
                value,
                docs_of(about.get(str(value), {})),
                str(about.get(str(value), {}).get("name", "")),
            )
            for value in schema["enum"]
            if is_literal(value) and value is not None
        )
        inline = pointer.startswith("/components/schemas/") is False or key.startswith("/")
        target: TypeRef = LiteralOf(tuple(value.value for value in values))
        if None in schema["enum"] and not inline:  # else its place says so
            target = join_types((target, NULL))
        return Model(
            key=key,
            wire="" if inline else key,
            name="",
            kind=ModelKind.ENUM,
            docs=Docs() if inline else docs_of(schema),
            values=values,
            target=target,
            pointer=pointer,
        )


def _name_for_autorest(schema: Mapping[str, Any]) -> str:
    said = schema.get("x-ms-enum")
    return str(said.get("name") or "") if isinstance(said, dict) else ""


def _speaks_of(component: str, values: tuple[Any, ...], use: Use) -> bool:
    """Tell whether a component is what an equal enumeration is called where it stands, or in its
    values (``POWER_ON`` of ``Power``): most of its words do, since one may be a prefix of all.

    The state of a campaign is not that of a pull request, though both are open or closed.
    """
    prefix = common_prefix([words(str(value)) for value in values])
    around = {singular(word).lower() for word in (*words(f"{use.owner} {use.member}"), *prefix)}
    own = [singular(word).lower() in around for word in words(component)]
    return 2 * sum(own) > len(own)


def has_names(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema lists scalars, other than null alone."""
    values = [value for value in schema.get("enum", ()) if value is not None]
    return bool(values) and all(is_literal(value) for value in values)
