"""A property that is declared again with a base of its classes keeps the classes: no copies."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.model.types import ListOf, MapOf, Named, TypeRef, UnionOf


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def one_of(*names: str) -> dict[str, Any]:
    return {"oneOf": [ref(name) for name in names]}


NULL = {"type": "null"}


@pytest.mark.parametrize("around", ["array", "map", "value"])
@pytest.mark.parametrize(
    ("narrow", "wide", "kept"),
    [
        (one_of("Cat", "Dog"), ref("Animal"), {"Cat", "Dog"}),
        (one_of("Cat", "Puppy"), ref("Animal"), {"Cat", "Puppy"}),
        (one_of("Cat", "Dog", "Puppy"), one_of("Puppy", "Dog", "Cat"), {"Cat", "Dog", "Puppy"}),
        (one_of("Cat", "Dog", "Puppy"), one_of("Cat", "Puppy"), {"Cat", "Puppy"}),
        (one_of("Cat", "Puppy"), {"anyOf": [ref("Animal"), NULL]}, {"Cat", "Puppy"}),
        ({"oneOf": [{"allOf": [ref("Cat")]}, ref("Dog")]}, ref("Animal"), {"Cat", "Dog"}),
        (ref("Puppy"), ref("Animal"), {"Puppy"}),
        (ref("Puppy"), ref("Dog"), {"Puppy"}),
        ({"allOf": [ref("Puppy")]}, {"allOf": [ref("Animal")]}, {"Puppy"}),
        (ref("Cat"), {**ref("Animal"), "description": "Any of them."}, {"Cat"}),
    ],
)
def test_a_class_and_its_base_are_the_class(
    lowered: Lower, around: str, narrow: Any, wide: Any, kept: set[str]
) -> None:
    for first, second in ((narrow, wide), (wide, narrow)):
        api = lowered(components={"schemas": zoo(_in(around, first), _in(around, second))})
        [declared] = [one for one in api.models["Dog"].fields if one.wire == "friends"]
        assert set(_named(declared.type, api.models)) == kept
        objects = {key for key, model in api.models.items() if model.target is None}
        assert objects == {"Animal", "Cat", "Dog", "Puppy"}


def zoo(base: Any, extended: Any) -> dict[str, Any]:
    """Return a hierarchy whose property is declared in the base, and again in a class."""

    def extending(name: str, **properties: Any) -> dict[str, Any]:
        return {"allOf": [ref(name), {"type": "object", "properties": properties}]}

    kind = {"kind": {"type": "string"}}
    return {
        "Animal": {
            "type": "object",
            "required": ["kind"],
            "discriminator": {"propertyName": "kind"},
            "properties": {**kind, "friends": base},
        },
        "Cat": extending("Animal", lives={"type": "integer"}),
        "Dog": extending("Animal", friends=extended),
        "Puppy": extending("Dog", age={"type": "integer"}),
    }


def _in(around: str, schema: Any) -> Any:
    if around == "array":
        return {"type": "array", "items": schema}
    return {"type": "object", "additionalProperties": schema} if around == "map" else schema


def _named(type_: TypeRef | None, models: Any) -> list[str]:
    """Return the keys of the objects that a type may be."""
    match type_:
        case Named(key=key):
            target = models[key].target
            return [key] if target is None else _named(target, models)
        case ListOf(item=inner) | MapOf(value=inner):
            return _named(inner, models)
        case UnionOf(members=members):
            return [key for member in members for key in _named(member, models)]
        case _:
            return []
