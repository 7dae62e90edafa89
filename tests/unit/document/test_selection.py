"""Documents with some of their operations, and what these need."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from specmill.diagnostics import Location, SpecmillError
from specmill.document.document import Document
from specmill.document.selection import Selection, select


def answering(name: str, **more: Any) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}, **more}


BONE = {"$ref": "#/components/schemas/Bone"}
ROOT: dict[str, Any] = {
    "openapi": "3.1.0",
    "tags": [{"name": "pets"}, {"name": "toys"}, {"name": "all"}],
    "paths": {
        "/pets": {
            "parameters": [{"$ref": "#/components/parameters/trace"}],
            "get": answering("Pets", operationId="listPets", tags=["pets"]),
            "post": answering("Pet", operationId="addPet", tags=["pets"]),
        },
        "/pets/{id}": {"get": answering("Pet", operationId="getPet", tags=["pets"])},
        "/pets/{id}/toys": {"get": answering("Toy", tags=["toys"])},
        "/login": {"post": answering("Token", operationId="logIn")},
    },
    "webhooks": {"born": {"post": answering("Pet", operationId="petBorn")}},
    "components": {
        "parameters": {"trace": {"name": "t", "in": "query"}, "unused": {"name": "u"}},
        "schemas": {
            "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
            "Pet": {"discriminator": {"propertyName": "kind"}},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}], "not": BONE},
            "Bone": {"type": "object"},
            "Toy": {"type": "object"},
            "Squeaky": {"allOf": [{"$ref": "#/components/schemas/Toy"}]},
            "Token": {"type": "object"},
            "Nobody": {"type": "object"},
        },
        "securitySchemes": {"key": {"type": "apiKey"}},
    },
}  # fmt: skip


def selected(root: dict[str, Any] | None = None, **how: Any) -> dict[str, Any]:
    given = deepcopy(root or ROOT)
    before = deepcopy(given)
    done = select(Document(given, "openapi3"), Selection(**how), lambda _: None)
    assert given == before, "the whole document stays as it is"
    return done.root


def operations(root: dict[str, Any]) -> set[str]:
    return {
        f"{method} {path}"
        for path, item in {**root.get("paths", {}), **root.get("webhooks", {})}.items()
        for method in item
        if method != "parameters"
    }


EVERY = {"get /pets", "post /pets", "get /pets/{id}", "get /pets/{id}/toys", "post /login"}


@pytest.mark.parametrize(
    ("how", "left"),
    [
        ({"include": ("listPets",)}, {"get /pets"}),
        ({"include": ("*Pet",)}, {"post /pets", "get /pets/{id}"}),
        ({"include": ("tag:toys",)}, {"get /pets/{id}/toys"}),
        ({"include": ("get /pets/{id}/toys",)}, {"get /pets/{id}/toys"}),
        ({"include": ("/pets/*",)}, {"get /pets/{id}"}),
        ({"include": ("/pets/**",)}, {"get /pets/{id}", "get /pets/{id}/toys"}),
        ({"include": ("POST /**",)}, {"post /pets", "post /login"}),
        ({"include": ("webhook:b*",)}, {"post born"}),
        ({"exclude": ("tag:pets", "webhook:*")}, {"get /pets/{id}/toys", "post /login"}),
        ({"include": ("tag:pets",), "exclude": ("POST /pets",)}, {"get /pets", "get /pets/{id}"}),
        ({"skip": frozenset({"addPet"})}, EVERY - {"post /pets"} | {"post born"}),
    ],
    ids=lambda one: ",".join(sorted(one)),
)
def test_operations_are_selected(how: dict[str, Any], left: set[str]) -> None:
    assert operations(selected(**how)) == left


def test_what_is_not_reached_goes() -> None:
    root = selected(include=("listPets",))
    assert set(root["components"]["schemas"]) == {"Pets", "Pet", "Dog", "Bone"}
    assert set(root["components"]["parameters"]) == {"trace"}
    assert root["components"]["securitySchemes"] == {"key": {"type": "apiKey"}}
    assert root["tags"] == [{"name": "pets"}]
    assert "webhooks" not in root
    toys = selected(include=("tag:toys",))
    assert set(toys["components"]["schemas"]) == {"Toy"}  # it has no discriminator


def test_what_others_need_by_name_stays() -> None:
    root = deepcopy(ROOT)
    root["components"]["securitySchemes"]["key"]["x-specmill-login"] = {"operation": "logIn"}
    assert operations(selected(root, include=("addPet",))) == {"post /pets", "post /login"}
    root = deepcopy(ROOT)
    root["paths"]["/pets"]["post"]["x-specmill-long-running"] = {"poll": "getPet"}
    assert operations(selected(root, include=("addPet",))) == {"post /pets", "get /pets/{id}"}


def test_links_to_what_went_go() -> None:
    root = deepcopy(ROOT)
    links = {"one": {"operationId": "getPet"}, "toys": {"operationId": "listPets"}}
    root["paths"]["/pets"]["post"]["responses"]["200"]["links"] = links
    left = selected(root, include=("addPet", "getPet"))
    assert set(left["paths"]["/pets"]["post"]["responses"]["200"]["links"]) == {"one"}
    alone = selected(root, include=("addPet",))
    assert "links" not in alone["paths"]["/pets"]["post"]["responses"]["200"]


def test_references_into_what_went_are_resolved() -> None:
    root = deepcopy(ROOT)
    there = "#/paths/~1pets/post/responses/200"
    root["paths"]["/login"]["post"]["responses"]["200"] = {"$ref": there}
    left = selected(root, include=("logIn",))
    answer = ROOT["paths"]["/pets"]["post"]["responses"]["200"]
    assert left["paths"]["/login"]["post"]["responses"]["200"] == answer
    assert set(left["components"]["schemas"]) == {"Pet", "Dog", "Bone"}


@pytest.mark.parametrize(
    ("how", "what"),
    [
        ({"include": ("getPat",)}, "include names 'getPat', but there is no such operation"),
        ({"exclude": ("tag:pet",)}, "did you mean 'tag:pets'"),
        ({"include": ("GET /pet",)}, "did you mean 'GET /pets'"),
    ],
    ids=str,
)
def test_selectors_of_nothing_are_mistakes(how: dict[str, Any], what: str) -> None:
    with pytest.raises(SpecmillError) as caught:
        select(Document(ROOT, "openapi3"), Selection(**how), lambda at: Location("t", 1, 1, at))
    assert what in str(caught.value)
    assert "/0" in str(caught.value)
