"""A package from a spec full of mistakes, called over HTTP."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.behaviour.server import running

import specmill

SPEC = """\
openapi: 3.0
info: {title: Mended}
security: [{api_key: []}]
paths:
  pets/{petId}:
    get:
      operationId: list
      tags: pets
      responses: {200: {description: ok, schema: {$ref: Pet}}}
    put:
      operationId: list
      tags: pets
      parameters: [{name: b, in: body, schema: {$ref: '#/definitions/Pet'}}]
      responses: {}
  /find?action=x&q={q}:
    get:
      operationId: find
      tags: [pets]
      parameters: [{name: q, in: path, required: true, type: str}]
      responses: {200 OK: {description: ok, content: {json: {$ref: '#/components/schemas/pet'}}}}
  /find?action=y:
    get: {operationId: find_y, tags: [pets], responses: {2xx: null}}
definitions:
  Pet:
    type: Object
    properties: {name: {type: str, required: true}, age: {type: integer, minimum: '0'}}
securityDefinitions:
  apiKey: {type: apikey, in: Header}
"""


def test_requests_are_what_the_spec_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = tmp_path / "mended_pets.yaml"
    spec.write_text(SPEC)
    specmill.generate(spec, out=tmp_path / "sdk")
    monkeypatch.syspath_prepend(str(tmp_path / "sdk"))
    package = __import__("mended_pets")
    with running() as server, package.MendedPets(api_key="k", base_url=server.url) as client:
        for answer in ({"name": "a", "age": 1}, {"name": "b"}, {"name": "c"}, {}):
            server.answer(answer)
        assert client.pets.list("7").age == 1
        client.pets.replace("7", {"name": "b"})
        assert client.pets.find(q="z").name == "c"
        client.pets.find_y()
    assert [(one.method, one.target, one.headers["apiKey"]) for one in server.requests] == [
        ("GET", "/pets/7", "k"),
        ("PUT", "/pets/7", "k"),
        ("GET", "/find?q=z&action=x", "k"),
        ("GET", "/find?action=y", "k"),
    ]
    assert server.requests[1].json() == {"name": "b"}
