"""What inline enumerations are called: by what they are of, before any number."""

from __future__ import annotations

from typing import Any

from tests.unit.lower.conftest import Lower

COLORS = {"type": "string", "enum": ["red", "green"]}
SIZES = {"type": "string", "enum": ["small", "large"]}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _names(lowered: Lower, **parts: Any) -> set[str]:
    inline = (one for one in lowered(**parts).models.values() if one.key.startswith("/"))
    return {one.name for one in inline}


def _schemas(lowered: Lower, **schemas: Any) -> set[str]:
    return _names(lowered, components={"schemas": schemas})


def test_an_enumeration_of_one_place_is_called_by_it(lowered: Lower) -> None:
    assert _schemas(lowered, Car=_object(color=COLORS)) == {"Car color"}


def test_places_that_end_alike_give_the_end(lowered: Lower) -> None:
    cars = {"RaceCar": _object(color=COLORS), "OldCar": _object(color=COLORS)}
    assert _schemas(lowered, **cars) == {"Car color"}


def test_places_that_speak_of_one_thing_give_the_thing(lowered: Lower) -> None:
    cars = {"CreateCarRequest": _object(color=COLORS), "CarInfo": _object(color=COLORS)}
    assert _schemas(lowered, **cars) == {"Car color"}


def test_words_that_say_nothing_are_no_thing(lowered: Lower) -> None:
    bodies = {"CreateCarRequest": _object(color=COLORS), "CreateHatRequest": _object(color=COLORS)}
    assert _schemas(lowered, **bodies) == {"Create Car Request color"}


def test_what_stands_everywhere_is_called_by_its_own_word(lowered: Lower) -> None:
    things = {name: _object(color=COLORS) for name in ("Car", "Hat", "Pen")}
    assert _schemas(lowered, **things) == {"color"}


def test_most_places_win_a_name(lowered: Lower) -> None:
    things = {name: _object(tone=COLORS) for name in ("Car", "Hat", "Pen", "Cup")}
    others = {name: _object(tone=SIZES) for name in ("Pot", "Lid", "Bag")}
    assert _schemas(lowered, **things, **others) == {"tone", "Bag tone"}


def test_parameters_of_one_resource_are_told_apart_by_operation(lowered: Lower) -> None:
    def listing(name: str, schema: dict[str, Any]) -> dict[str, Any]:
        parameter = {"name": "sort", "in": "query", "schema": schema}
        return {"operationId": name, "tags": ["cars"], "parameters": [parameter], "responses": {}}

    paths = {
        "/cars": {"get": listing("listCars", COLORS)},
        "/cars/old": {"get": listing("listOldCars", SIZES)},
    }
    assert _names(lowered, paths=paths) == {"Car sort", "Old Car sort"}


def test_a_component_of_other_things_does_not_lend_its_name(lowered: Lower) -> None:
    schemas = {"CampaignColor": COLORS, "Hat": _object(color=COLORS)}
    assert _schemas(lowered, **schemas) == {"Hat color"}


def test_a_component_lends_its_name_where_it_is_meant(lowered: Lower) -> None:
    assert _schemas(lowered, HatColor=COLORS, Hat=_object(color=COLORS)) == set()


def test_variants_beside_properties_are_called_by_what_tells_their_components(
    lowered: Lower,
) -> None:
    both = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("RaceCar", "OldCar")]}
    schemas = {
        "RaceCar": _object(speed={"type": "integer"}),
        "OldCar": _object(age={"type": "integer"}),
        "Thing": {**_object(name={"type": "string"}), **both},
    }
    assert _schemas(lowered, **schemas) == {"Thing Race", "Thing Old"}
