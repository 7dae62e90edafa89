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


def test_a_place_deep_in_others_gives_its_end(lowered: Lower) -> None:
    trigger = _object(slowRequestsOfOnePath=_object(count={"type": "integer"}))
    rules = _object(properties=_object(autoHealRulesOfTheSite=_object(triggers=trigger)))
    names = _schemas(lowered, ListWebAppsOfAnEnvironmentResponse=rules)
    assert "auto Heal Rules Of The Site triggers" in names
    assert max(map(len, names)) <= 80


def _operations(**answers: dict[str, Any]) -> dict[str, Any]:
    """Make a path for each operation, by its id."""
    return {
        f"/{number}": {"get": {"operationId": name.replace("__", "/"), "responses": responses}}
        for number, (name, responses) in enumerate(answers.items())
    }


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def test_an_object_of_two_owners_is_called_by_what_both_speak_of(lowered: Lower) -> None:
    head = _object(ref=TEXT)
    schemas = {"pull-request": _object(head=head), "pull-request-webhook": _object(head=head)}
    assert _schemas(lowered, **schemas) == {"pull request head"}


def test_the_component_that_has_a_property_goes_before_what_others_share(lowered: Lower) -> None:
    many = {f"{word}-car": _object(door=_object(size=NUMBER)) for word in ("old", "new", "big")}
    own = {"car": _object(door=_object(color=TEXT))}
    assert _schemas(lowered, **many, **own) == {"car door", "big car door"}


def test_names_do_not_depend_on_the_order_of_the_document(lowered: Lower) -> None:
    schemas = {
        "hat-box": _object(inner=_object(lid=_object(size=NUMBER))),
        "hat": _object(inner=_object(lid=_object(size=NUMBER)), tone=COLORS),
        "glove": _object(tone=COLORS, side=SIZES),
        "shoe": _object(side=SIZES, inner=_object(lid=_object(size=TEXT))),
    }
    backwards = dict(reversed(schemas.items()))
    assert _schemas(lowered, **schemas) == _schemas(lowered, **backwards)


def test_which_of_equal_objects_comes_first_does_not_tell(lowered: Lower) -> None:
    rule = {f"field{number}": TEXT for number in range(7)}
    alert = _object(rule=_object(**rule))
    schemas = {
        "alert-appeared-in-branch": _object(alert=alert),
        "alert-closed": _object(alert=alert),
        "other": _object(rule=_object(**rule)),
    }
    backwards = dict(reversed(schemas.items()))
    assert _schemas(lowered, **schemas) == _schemas(lowered, **backwards)


def test_what_is_in_a_shared_object_is_called_after_it(lowered: Lower) -> None:
    head = _object(repo=_object(name=TEXT))
    schemas = {"pull-request": _object(head=head), "pull-request-webhook": _object(head=head)}
    assert _schemas(lowered, **schemas) == {"pull request head", "pull request head repo"}


def test_an_object_keeps_its_plural_and_one_of_its_values_has_none(lowered: Lower) -> None:
    schema = _object(links=_object(html=TEXT), scopes={"type": "array", "items": COLORS})
    assert _schemas(lowered, Car=schema) == {"Car links", "Car scope"}


def test_a_value_of_a_map_is_one_of_what_the_map_has(lowered: Lower) -> None:
    def map_of(schema: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": schema}

    gist = _object(files=map_of(_object(size=NUMBER)), metadata=map_of(_object(key=TEXT)))
    assert _schemas(lowered, Gist=gist) == {"Gist file", "Gist metadata value"}


def test_one_of_a_list_is_no_list(lowered: Lower) -> None:
    caches = {"type": "array", "items": _object(size=NUMBER)}
    schemas = {"actions-cache-list": _object(actions_caches=caches)}
    assert _schemas(lowered, **schemas) == {"actions cache"}


def test_what_an_owner_says_is_not_said_again(lowered: Lower) -> None:
    event = _object(check_suite=_object(app=_object(slug=TEXT)))
    assert _schemas(lowered, **{"webhook-check-suite-completed": event}) == {
        "webhook check suite completed check suite",
        "webhook check suite completed app",
    }


def test_values_of_all_kinds_of_properties_do_not_name_them(
    lowered: Lower,
) -> None:
    permissions = _object(actions=COLORS, checks=COLORS, pages=COLORS)
    assert _schemas(lowered, AppPermissions=permissions) == {"App Permission value"}
    things = {"Car": _object(roof=COLORS), "Hat": _object(brim=COLORS), "Pen": _object(ink=COLORS)}
    assert _schemas(lowered, **things) == {"Car roof"}


def test_what_most_places_call_an_enumeration_names_it(lowered: Lower) -> None:
    status = {name: _object(status=COLORS) for name in ("Car", "Hat", "Pen")}
    assert _schemas(lowered, **status, Cup=_object(s=COLORS)) == {"status"}


def test_an_error_is_called_by_what_its_operations_are_about(lowered: Lower) -> None:
    error = _json(_object(code=NUMBER))
    ok = {"description": ""}
    tasks = {"agent-tasks__list": {"200": ok, "404": error}}
    assert _names(lowered, paths=_operations(**tasks)) == {"agent tasks list Error Response"}
    tasks |= {"agent-tasks__get": {"200": ok, "404": error}}
    assert _names(lowered, paths=_operations(**tasks)) == {"agent task Error Response"}
    unrelated = {name: {"200": ok, "404": error} for name in ("cars__paint", "hats__fold")}
    assert _names(lowered, paths=_operations(**unrelated)) == {"Error Response"}


def test_several_errors_of_an_operation_are_called_by_their_statuses(lowered: Lower) -> None:
    answers = {
        "200": {"description": ""},
        "404": _json(_object(code=NUMBER)),
        "409": _json(_object(code=TEXT)),
    }
    assert _names(lowered, paths=_operations(cars__paint=answers)) == {
        "cars paint Not Found Response",
        "cars paint Conflict Response",
    }


def test_a_component_of_responses_gives_its_name(lowered: Lower) -> None:
    responses = {"labels": _json(_object(total=NUMBER))}
    reference = {"200": {"$ref": "#/components/responses/labels"}}
    paths = _operations(cars__list=reference, hats__list=reference)
    names = _names(lowered, paths=paths, components={"responses": responses})
    assert names == {"labels Response"}


def test_variants_are_told_apart_before_they_are_counted(lowered: Lower) -> None:
    def variants(*schemas: dict[str, Any]) -> set[str]:
        return _schemas(lowered, Car=_object(paint={"oneOf": list(schemas)}))

    message = _object(message=TEXT)
    sha = {**_object(message=TEXT, sha=TEXT), "required": ["sha"]}
    assert variants(message, sha) == {"Car paint message only", "Car paint with sha"}
    plain, wide = _object(a=TEXT, b=TEXT), _object(a=TEXT, b=TEXT, c=TEXT)
    assert variants(plain, wide) == {"Car paint plain", "Car paint with c"}
    texts = _object(names={"type": "array", "items": TEXT})
    objects = _object(names={"type": "array", "items": _object(first=TEXT)})
    told = {"Car paint with text names", "Car paint with object names"}
    assert variants(texts, objects) == {*told, "Car paint with object names name"}
    done = _object(status={"enum": ["done"]})
    still = _object(status={"enum": ["queued", "running"]})
    told = {"Car paint done", "Car paint queued or running"}
    assert variants(done, still) == {*told, "Car paint queued or running status"}
    text = {"type": "array", "items": TEXT}
    assert variants(TEXT, text, {"type": "array", "items": message}) == {"Car paint"}


def test_what_a_framework_adds_to_an_id_names_no_model(lowered: Lower) -> None:
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Body_"}}}}
    id_ = "paginate_flows_flows_paginate_post"
    component = f"Body_{id_}"
    body["content"]["application/json"]["schema"]["$ref"] += id_
    answer = {"200": _json(_object(total=NUMBER))}
    operation = {"operationId": id_, "requestBody": body, "responses": answer}
    api = lowered(
        paths={"/flows/paginate": {"post": operation}},
        components={"schemas": {component: _object(limit=NUMBER)}},
    )
    assert {model.name for model in api.models.values()} == {
        "paginate flows Body",
        "paginate flows Response",
    }


def test_functions_of_one_name_keep_their_paths_in_names_of_models(lowered: Lower) -> None:
    def operation(id_: str, **fields: Any) -> dict[str, Any]:
        return {"get": {"operationId": id_, "responses": {"200": _json(_object(**fields))}}}

    paths = {"/a": operation("read_a_get", a=NUMBER), "/b": operation("read_b_get", b=NUMBER)}
    assert _names(lowered, paths=paths) == {"read a Response", "read b Response"}


def test_a_numbered_component_takes_its_title(lowered: Lower) -> None:
    schemas = {"def-0": {**_object(a=NUMBER), "title": "User"}, "def-1": _object(b=NUMBER)}
    api = lowered(components={"schemas": schemas})
    assert {model.name for model in api.models.values()} == {"User", "def 1"}


def test_oauth_is_one_word_of_one_spelling(lowered: Lower) -> None:
    schemas = {"oAuth2Client": _object(a=NUMBER), "errorOauth2": _object(b=NUMBER)}
    api = lowered(components={"schemas": schemas})
    assert {model.name for model in api.models.values()} == {"OAuth2 Client", "error OAuth2"}


def test_generic_models_are_called_by_their_arguments_without_packages(lowered: Lower) -> None:
    names = ("shop.Pet", "shop.Page<shop.Pet>", "Map[shop.Key, shop.v1.Pet]", "Box«Ö»")
    swag = ("shop.List-shop_Pet", "http.Pair-array_shop_Pet-string", "api.not-a-generic")
    thing = _object(id={"type": "string"})
    models = lowered(components={"schemas": dict.fromkeys((*names, *swag), thing)}).models.values()
    assert {one.name for one in models} == {
        *("Pet", "Page Pet", "Map Key Pet", "Box Ö"),
        *("List Pet", "Pair Pet string", "not a generic"),
    }
