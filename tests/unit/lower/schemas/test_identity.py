"""What makes two schemas, two parameters or two enumerations one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Api, operations_of
from specmill.model.models import ModelKind
from specmill.model.operations import Operation
from specmill.model.types import NULL, Named, UnionOf

PET = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
REF = "#/components/schemas/"


def lowered(tmp_path: Any, schemas: dict[str, Any], paths: dict[str, Any] | None = None) -> Api:
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths or {},
        "components": {"schemas": schemas},
    }
    file = tmp_path / "spec.json"
    file.write_text(json.dumps(spec))
    report = Report()
    return lower(sources.read(file, report=report), key="t", report=report)


@pytest.mark.parametrize(
    "beside",
    [
        {"supported_environment_variables": []},
        {"x-order": 1, "title": "It", "description": "Said.", "examples": [{}], "deprecated": True},
        {"type": "object"},
        {"format": "pet"},
        {"type": "object", "required": ["kind"], "unknown": {"a": 1}},
    ],
)
@pytest.mark.parametrize("form", ["$ref", "allOf"])
def test_what_the_target_says_anyway_makes_no_class(
    tmp_path: Any, beside: dict[str, Any], form: str
) -> None:
    ref = {"$ref": f"{REF}Pet"}
    schema = {**beside, **(ref if form == "$ref" else {"allOf": [ref]})}
    api = lowered(tmp_path, {"Pet": PET, "Home": {"type": "object", "properties": {"pet": schema}}})
    assert sorted(api.models) == ["Home", "Pet"]
    assert api.models["Home"].fields[0].type == Named("Pet")


def test_null_beside_a_reference_stays(tmp_path: Any) -> None:
    schema = {"$ref": f"{REF}Pet", "type": ["object", "null"]}
    api = lowered(tmp_path, {"Pet": PET, "Home": {"type": "object", "properties": {"pet": schema}}})
    assert api.models["Home"].fields[0].type == UnionOf((Named("Pet"), NULL))


@pytest.mark.parametrize(
    "beside", [{"required": ["name"]}, {"properties": {"name": {"type": "string"}}}]
)
def test_what_says_more_is_another_class(tmp_path: Any, beside: dict[str, Any]) -> None:
    schema = {"$ref": f"{REF}Pet", **beside}
    api = lowered(tmp_path, {"Pet": PET, "Home": {"type": "object", "properties": {"pet": schema}}})
    assert api.models["Home"].fields[0].type != Named("Pet")


def union(*names: str) -> dict[str, Any]:
    return {
        "oneOf": [{"$ref": f"{REF}{name}"} for name in names],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {name.lower(): f"{REF}{name}" for name in sorted(names)},
        },
    }


def test_equal_unions_are_one_with_one_name(tmp_path: Any) -> None:
    home = {
        "pet": {"title": "Pet", **union("Cat", "Dog")},
        "pets": {"type": "array", "items": union("Dog", "Cat")},
        "guest": {"anyOf": [union("Cat", "Dog"), {"type": "null"}]},
        "bird": union("Hen", "Dog"),
    }
    schemas = {
        **dict.fromkeys(("Cat", "Dog", "Hen"), PET),
        "Home": {"type": "object", "properties": home},
    }
    api = lowered(tmp_path, schemas)
    names = [one.name for one in api.models.values() if one.kind is ModelKind.ALIAS]
    assert len(names) == 2
    assert not any(name[-1].isdigit() for name in names)
    pet, pets, guest, bird = (field.type for field in api.models["Home"].fields)
    assert pets.item == pet  # type: ignore[union-attr]
    assert guest == UnionOf((pet, NULL))
    assert bird != pet


def test_a_union_that_a_component_is_has_its_name(tmp_path: Any) -> None:
    home = {"type": "object", "properties": {"pet": union("Cat", "Dog")}}
    schemas = {"Cat": PET, "Dog": PET, "Pet": union("Cat", "Dog"), "Home": home}
    assert lowered(tmp_path, schemas).models["Home"].fields[0].type == Named("Pet")


def operation(*parameters: dict[str, Any]) -> dict[str, Any]:
    said = {"204": {"description": "Done."}}
    return {"get": {"operationId": "get", "parameters": list(parameters), "responses": said}}


def only(tmp_path: Any, schemas: dict[str, Any], paths: dict[str, Any]) -> Operation:
    """Return the one operation of a document."""
    [found] = operations_of(lowered(tmp_path, schemas, paths))
    return found


def path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def test_path_parameters_follow_the_template(tmp_path: Any) -> None:
    item = {"parameters": [path("c")], **operation(path("b"), path("a"))}
    found = only(tmp_path, {}, {"/{a}/x/{b}/{c}": item})
    assert [one.wire for one in found.parameters] == ["a", "b", "c"]


def test_headers_are_one_whatever_their_letters(tmp_path: Any) -> None:
    trace = {"in": "header", "schema": {"type": "string"}}
    shared = {"parameters": [{"name": "X-TRACE", **trace}]}
    item = {**shared, **operation({"name": "X-Trace", **trace}, {"name": "x-trace", **trace})}
    found = only(tmp_path, {}, {"/a": item})
    assert [one.wire for one in found.parameters] == ["X-Trace"]


def test_an_enumeration_of_a_parameter_is_the_only_component_of_its_values(tmp_path: Any) -> None:
    values = {"type": "string", "enum": ["RED", "WHITE", "BLUE"]}
    query = {"name": "color", "in": "query", "schema": values}
    paths = {"/boats": operation(query)}
    found = only(tmp_path, {"SailPaint": values}, paths)
    assert found.parameters[0].type == Named("SailPaint")
    found = only(tmp_path, {"SailPaint": values, "HullPaint": values}, paths)
    assert found.parameters[0].type not in (Named("SailPaint"), Named("HullPaint"))


def test_a_field_of_the_body_in_a_path_is_called_after_itself(tmp_path: Any) -> None:
    [found] = lowered(
        tmp_path, {}, {"/{boat.boat_id}": operation(path("boat.boat_id"))}
    ).root.operations
    assert (found.path, found.parameters[0].wire) == ("/{boat_id}", "boat_id")
    both = operation(path("a.id"), path("b.id"))
    found = only(tmp_path, {}, {"/{a.id}/{b.id}": both})
    assert [one.wire for one in found.parameters] == ["a.id", "b.id"]
