"""Schemas that contain themselves, with an object between and without."""

from __future__ import annotations

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.types import Anything, ListOf, MapOf, Named, Scalar, ScalarKind, UnionOf

TEXT = Scalar(ScalarKind.STRING)
INTEGER = Scalar(ScalarKind.INTEGER)


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def test_unions_that_contain_each_other_are_what_is_left(lowered: Lower) -> None:
    schemas = {
        "A": {"anyOf": [ref("B"), {"type": "string"}]},
        "B": {"anyOf": [ref("A"), {"type": "integer"}]},
        "C": {"oneOf": [ref("C"), {"type": "string"}]},
    }
    models = lowered(components={"schemas": schemas}).models
    assert models["A"].target == UnionOf((INTEGER, TEXT))
    assert models["B"].target == UnionOf((Named("A"), INTEGER))
    assert models["C"].target == TEXT


def test_lists_and_maps_of_themselves_have_names(lowered: Lower) -> None:
    schemas = {
        "A": {"type": "array", "items": ref("A")},
        "B": {"type": "object", "additionalProperties": ref("B")},
        "C": {
            "type": "object",
            "properties": {"tree": ref("C/$defs/tree")},
            "$defs": {"tree": {"type": "array", "items": ref("C/$defs/tree")}},
        },
    }
    models = lowered(components={"schemas": schemas}).models
    assert models["A"].target == ListOf(Named("A"))
    assert models["B"].target == MapOf(Named("B"))
    tree = Named("/components/schemas/C/$defs/tree")
    assert models["C"].fields[0].type == tree
    assert models[tree.key].target == ListOf(tree)
    assert models[tree.key].name == "C tree"


def test_an_object_that_includes_itself_or_its_subtype(lowered: Lower) -> None:
    own = {"type": "object", "properties": {"n": {"type": "integer"}}}
    base = {**own, "oneOf": [ref("Derived"), {"required": ["n"]}]}
    schemas = {
        "Self": {"allOf": [ref("Self"), own]},
        "Base": base,
        "Derived": {"allOf": [ref("Base"), {"properties": {"m": {}}}]},
    }
    models = lowered(components={"schemas": schemas}).models
    assert [field.wire for field in models["Self"].fields] == ["n"]
    assert [field.wire for field in models["Base"].fields] == ["n"]
    assert [field.wire for field in models["Derived"].fields] == ["n", "m"]


def test_conditions_that_contain_themselves_end(lowered: Lower) -> None:
    schema = {"anyOf": [{"type": "object", "patternProperties": {"^x": ref("A")}}]}
    models = lowered(components={"schemas": {"A": schema}}).models
    assert models["A"].target == MapOf(UnionOf((Named("A"), Anything())))


def test_a_dynamic_reference_into_nowhere(lowered: Lower) -> None:
    schemas = {"A": {"type": "array", "items": {"$dynamicRef": "#item"}}}
    with pytest.raises(SpecmillError, match="`\\$dynamicRef` '#item' leads nowhere"):
        lowered(components={"schemas": schemas})


def test_a_dynamic_reference_to_an_anchor_beside_it(lowered: Lower) -> None:
    item = {"$dynamicAnchor": "one", "type": "object", "properties": {"n": {"type": "integer"}}}
    schema = {"$defs": {"one": item}, "type": "array", "items": {"$dynamicRef": "#one"}}
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    api = lowered(paths={"/v": {"get": {"operationId": "getV", "responses": {"200": answer}}}})
    (model,) = api.models.values()
    assert [field.wire for field in model.fields] == ["n"]


def test_an_object_that_extends_itself_is_one_model(lowered: Lower) -> None:
    more = {"properties": {"more": {"type": "integer"}}}
    inner = {"allOf": [ref("A"), more]}
    schemas = {"A": {"type": "object", "properties": {"inner": inner, "n": {"type": "integer"}}}}
    models = lowered(components={"schemas": schemas}).models
    extended = models["A"].fields[0].type
    assert isinstance(extended, Named)
    assert [field.wire for field in models[extended.key].fields] == ["inner", "n", "more"]
    assert models[extended.key].fields[0].type == extended
    assert len(models) == 2


def test_members_that_say_nothing_of_a_type_make_no_copy(lowered: Lower) -> None:
    inner = {"allOf": [ref("A"), {"description": "The one inside.", "readOnly": True}]}
    schemas = {"A": {"type": "object", "properties": {"inner": inner}}}
    models = lowered(components={"schemas": schemas}).models
    (field,) = models["A"].fields
    assert field.type == Named("A")
    assert field.docs.description == "The one inside."
    assert field.read_only
    assert len(models) == 1
