"""Arrays whose items differ by place: what is sent for lists, and what a model says of misfits."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from tests.behaviour.inline import Recorder, package

SPEC = """
openapi: 3.1.0
info: {title: Rows, version: "1"}
servers: [{url: https://rows.example}]
paths:
  /rows:
    post:
      operationId: createRow
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Row"}}}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Row"}}}
components:
  schemas:
    Row:
      type: object
      properties:
        pair:
          type: array
          prefixItems: [{type: number}, {$ref: "#/components/schemas/Cargo"}]
          minItems: 2
          items: false
        open: {type: array, prefixItems: [{type: string}], minItems: 1, items: {type: number}}
        pairs:
          type: array
          items:
            type: array
            prefixItems: [{type: number}, {type: string, format: date-time}]
            minItems: 2
            items: false
        name: {type: string}
        count: {type: integer}
        names: {type: array, items: {type: string}}
        labels: {type: object, additionalProperties: {type: string}}
        kind: {type: string, enum: [a, b]}
        day: {type: string, format: date}
        cargo: {$ref: "#/components/schemas/Cargo"}
    Cargo:
      type: object
      required: [unit, mass]
      properties: {unit: {const: kg}, mass: {type: number}}
"""

MISFITS: dict[str, Any] = {
    "pair": [1],
    "open": [2, "x"],
    "pairs": [[1]],
    "name": 1,
    "count": "many",
    "names": "x",
    "labels": {"a": 1},
    "kind": 5,
    "day": 5,
    "cargo": [],
}


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        yield package("rows", SPEC, tmp_path_factory.mktemp("rows"), patch)


@pytest.fixture
def server() -> Recorder:
    return Recorder()


@pytest.fixture
def client(sdk: Any, server: Recorder) -> Iterator[Any]:
    with sdk.Rows(transport=server) as client:
        yield client


@pytest.fixture(autouse=True)
def no_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", [list, tuple])
@pytest.mark.parametrize("way", ["mapping", "attributes"])
def test_items_are_written_by_the_types_of_their_places(
    sdk: Any, client: Any, server: Recorder, kind: type, way: str
) -> None:
    cargo: Any = {"mass": Decimal(2)} if way == "mapping" else sdk.models.Cargo(mass=2)
    given = {
        "pair": kind([Decimal("1.5"), cargo]),
        "open": kind(["a", Decimal("2.5"), 3]),
        "pairs": [kind([Decimal(1), NOON])],
    }
    body: Any = given
    if way == "attributes":
        body = sdk.models.Row()
        for name, value in given.items():
            setattr(body, name, value)
    client.rows.create(body)
    assert json.loads(server.sent) == {
        "pair": [1.5, {"unit": "kg", "mass": 2}],
        "open": ["a", 2.5, 3],
        "pairs": [[1, "2026-11-30T12:00:00Z"]],
    }


def test_a_list_stays_a_list_in_python(sdk: Any) -> None:
    row = sdk.models.Row()
    row.pair = [1, "x"]
    assert row.model_dump(exclude_unset=True) == {"pair": [1, "x"]}
    assert row.pair == [1, "x"]


def test_misfits_are_written_as_they_came_without_a_warning(client: Any, server: Recorder) -> None:
    server.answers.append(httpx2.Response(200, json=MISFITS))
    row = client.rows.create({})
    client.rows.create(row)
    assert json.loads(server.sent) == MISFITS
    assert row.model_dump(mode="json", exclude_unset=True) == MISFITS
    assert row.model_dump(exclude_unset=True) == MISFITS
    assert json.loads(row.model_dump_json(exclude_unset=True)) == MISFITS
    with pytest.warns(UserWarning, match="field_name='name'"):
        row.model_dump(warnings=True)


def test_a_model_still_shows_what_it_can_be_asked(sdk: Any) -> None:
    row = sdk.models.Row(name="a")
    assert row.model_dump_json(indent=1, include={"name"}) == '{\n "name": "a"\n}'
    shown = sdk.models.Row.model_json_schema(mode="serialization")
    assert shown["properties"]["pair"]["anyOf"][0]["prefixItems"][1] == {"$ref": "#/$defs/Cargo"}
