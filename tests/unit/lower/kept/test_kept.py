"""What is the same thing as in an earlier run: operations, places of schemas, models."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.document.operations import SourceOperation
from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.lower.kept.models import (
    content_of,
    in_common,
    kept_names,
    moved_names,
    renamed_components,
)
from specmill.lower.kept.operations import match_operations
from specmill.lower.kept.places import KnownPlaces
from specmill.model.models import EnumValue, Field, Model, ModelKind
from specmill.model.types import Anything


def _operation(key: str, id_: str) -> SourceOperation:
    method, _, path = key.partition(" ")
    return SourceOperation(path, method.lower(), {"operationId": id_}, {}, f"{key} now")


GIVEN = {
    "GET /boats": GivenOperation("boats.list", "listBoats"),
    "GET /boats/{id}": GivenOperation("boats.get", "getBoat"),
    "POST /boats": GivenOperation("boats.create", "create"),
}


@pytest.mark.parametrize(
    ("key", "id_", "was"),
    [
        ("GET /boats", "other", "GET /boats"),
        ("GET /boats/{boat}", "other", "GET /boats/{id}"),
        ("GET /v2/boats", "listBoats", "GET /boats"),
        ("POST /v2/boats", "listBoats", ""),  # another method
        ("GET /cars", "cars", ""),
    ],
)
def test_an_operation_is_known(key: str, id_: str, was: str) -> None:
    found = match_operations([_operation(key, id_)], GIVEN)
    assert found == ({f"{key} now": was} if was else {})


def test_an_id_says_nothing_while_its_path_is_there() -> None:
    """Two operations exchange their ids."""
    operations = [_operation("GET /boats", "getBoat"), _operation("GET /boats/{id}", "listBoats")]
    found = match_operations(operations, GIVEN)
    assert found == {"GET /boats now": "GET /boats", "GET /boats/{id} now": "GET /boats/{id}"}


ROOT: dict[str, Any] = {
    "paths": {"/a": {"get": {"parameters": [{"name": "x", "in": "query"}, {"$ref": "#/p/y"}]}}},
    "components": {
        "schemas": {
            "Step": {
                "oneOf": [
                    {"title": "One", "properties": {"type": {"const": "a"}, "n": {}}},
                    {"title": "Two", "properties": {"n": {"anyOf": [{"type": "null"}, {}]}}},
                    {"$ref": "#/components/schemas/Other"},
                    {"required": ["q", "p"]},
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "string", "format": "date"},
                    {"type": "string"},
                ]
            },
            "Whole": {"allOf": [{"$ref": "#/components/schemas/Other"}]},
            "Other": {"properties": {"v": {"oneOf": [{"title": "T"}]}}},
        }
    },
}


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("Boat", "Boat"),
        ("/paths/~1a/get/parameters/0/schema", "/paths/~1a/get/parameters/query.x/schema"),
        ("/paths/~1a/get/parameters/1", "/paths/~1a/get/parameters/y"),
        ("/components/schemas/Step/oneOf/0", "/components/schemas/Step/oneOf/type=a"),
        (
            "/components/schemas/Step/oneOf/1/properties/n/anyOf/0",
            "/components/schemas/Step/oneOf/title=Two/properties/n/anyOf/is=null",
        ),
        ("/components/schemas/Step/oneOf/2", "/components/schemas/Step/oneOf/is=Other"),
        ("/components/schemas/Step/oneOf/3", "/components/schemas/Step/oneOf/requires=p,q"),
        (
            "/components/schemas/Step/oneOf/4",
            "/components/schemas/Step/oneOf/is=array of is=string",
        ),
        ("/components/schemas/Step/oneOf/5", "/components/schemas/Step/oneOf/is=string date"),
        (
            "/components/schemas/Whole/properties/v/oneOf/0",
            "/components/schemas/Whole/properties/v/oneOf/title=T",
        ),
    ],
)
def test_a_place_has_no_index(pointer: str, place: str) -> None:
    assert KnownPlaces(ROOT).of(pointer) == place


def _object(*fields: str) -> Model:
    found = tuple(Field(one, one, Anything(), required=False) for one in fields)
    return Model("", "", "", ModelKind.OBJECT, fields=found)


def _values(*values: str) -> Model:
    return Model("", "", "", ModelKind.ENUM, values=tuple(map(EnumValue, values)))


def _contents(models: dict[str, Model]) -> dict[str, str]:
    return {key: content_of(model) for key, model in models.items()}


def _given(places: dict[str, str], **contents: Model) -> GivenNames:
    models = {name: GivenModel(content=content_of(model)) for name, model in contents.items()}
    return GivenNames(places=places, models=models)


def test_contents_are_compared() -> None:
    many = [f"f{number}" for number in range(40)]
    assert in_common(content_of(_object(*many)), content_of(_object(*reversed(many)))) == 1
    assert in_common(content_of(_object("a", "b")), content_of(_object("c"))) == 0
    assert 0.5 < in_common(content_of(_object(*many)), content_of(_object(*many[2:]))) < 1
    assert in_common("", content_of(_object("c"))) == 1


def test_a_name_stays_at_its_place_while_anything_is_as_it_was() -> None:
    given = _given({"/c/s/F/kind": "Kind", "/c/s/F/size": "Size"}, Kind=_values("a", "b"),
                   Size=_values("s"))  # fmt: skip
    models = {"/c/s/F/kind": _values("a", "z"), "/c/s/F/size": _values("other")}
    places = {key: [key] for key in models}
    assert kept_names(_contents(models), places, given) == {"/c/s/F/kind": "Kind"}


def test_a_shared_name_stays_with_most_of_its_places() -> None:
    given = _given(dict.fromkeys(("/c/s/A/x", "/c/s/B/x", "/c/s/C/x"), "Way"), Way=_values("a"))
    models = {"/c/s/A/x": _values("a"), "/c/s/B/x": _values("a", "b")}
    places = {"/c/s/A/x": ["/c/s/A/x"], "/c/s/B/x": ["/c/s/B/x", "/c/s/C/x"]}
    assert kept_names(_contents(models), places, given) == {"/c/s/B/x": "Way"}


def test_a_name_moves_inside_what_owns_it_and_nowhere_else() -> None:
    given = _given({"/c/s/F/cut": "Cut"}, Cut=_object("from", "to"))
    inside, outside = "/c/s/F/more/cut", "/c/s/G/cut"
    models = {inside: _object("from", "to"), outside: _object("from", "to")}
    assert kept_names(_contents(models), {key: [key] for key in models}, given) == {inside: "Cut"}
    del models[inside]
    assert kept_names(_contents(models), {key: [key] for key in models}, given) == {}


def test_a_component_is_known_under_a_new_name() -> None:
    written = {"Film": "Film", "Song": "Song", "Gone": "Gone"}
    given = _given({}, Film=_object("a", "b", "c"), Song=_object("x", "y"), Gone=_object("q", "r"))
    models = {"Movie": _object("a", "b", "c", "d"), "Song": _object("x", "y"), "New": _object("z")}
    assert renamed_components(_contents(models), written, given) == {"Movie": "Film"}
    models["Copy"] = _object("a", "b", "c")
    assert renamed_components(_contents(models), written, given) == {}


@pytest.mark.parametrize(
    ("now", "old"),
    [
        ({"Movie": _object("id", "title", "year")}, {"Movie": "Film"}),
        ({"Movie": _object("id", "title", "year", "length")}, {"Movie": "Film"}),
        ({"/c/s/Cinema/properties/film": _object("id", "title", "year")},
         {"/c/s/Cinema/properties/film": "Film"}),
        ({"Movie": _object("id", "title")}, {}),
        ({"Movie": _object("id", "title", "year"), "Play": _object("id", "title", "year")}, {}),
        ({"Film": _object("id", "title", "year")}, {}),
    ],
)  # fmt: skip
def test_what_moved_is_known_while_nothing_else_is_like_it(
    now: dict[str, Model], old: dict[str, str]
) -> None:
    given = _given({"Film": "Film"}, Film=_object("id", "title", "year"))
    kept = {key: "Film" for key in now if key == "Film"}
    assert moved_names(_contents(now), kept, given) == old


def test_of_two_that_are_gone_neither_is_what_is_new() -> None:
    film = _object("id", "title", "year")
    given = _given({"Film": "Film", "Play": "Play"}, Film=film, Play=film)
    assert moved_names(_contents({"Movie": film}), {}, given) == {}


def test_of_two_that_were_one_the_name_stays_with_the_place_that_says_it() -> None:
    one, other = (
        "/components/schemas/Car/properties/rim",
        "/components/schemas/Wheel/properties/rim",
    )
    given = _given({one: "Wheel Rim", other: "Wheel Rim"}, **{"Wheel Rim": _object("size", "form")})
    models = {one: _object("size", "x"), other: _object("size", "y")}
    kept = kept_names(_contents(models), {key: [key] for key in models}, given)
    assert kept == {other: "Wheel Rim"}


def test_a_component_in_another_package_is_the_same() -> None:
    film, reel = _object("spec", "status"), _object("spec", "status", "length")
    written = {"io.v1.Film": "v1 Film", "io.v1.Reel": "Reel", "io.v1.Play": "Play"}
    given = _given(written, **{"v1 Film": film, "Reel": film, "Play": _object("acts")})
    contents = _contents({"org.Film": reel, "org.Reel": film, "org.Play": _object("x", "y")})
    renamed = renamed_components(contents, written, given)
    assert renamed == {"org.Film": "io.v1.Film", "org.Reel": "io.v1.Reel"}
