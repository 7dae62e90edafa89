"""Made-up data where schemas say little, or what no value can be."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest
from tests.kits.packages import Package, written

from specmill import sources
from specmill.diagnostics import Report

SPEC = """
openapi: 3.1.0
info: {title: Odd schemas, version: "1"}
servers: [{url: "https://odd.example.com"}]
components:
  schemas:
    Text: {type: string, examples: [EUR]}
    Odd:
      type: object
      required: [id]
      properties:
        id: {type: string}
        currency: {allOf: [{$ref: "#/components/schemas/Text"}, {type: "null"}]}
        owner: {$ref: "#/components/schemas/Never", type: string}
        size: {allOf: [{type: number, maximum: 9}, {type: integer, minimum: 3}]}
        state: {allOf: [{type: string, enum: [a]}, {type: string, enum: [b]}]}
        lines:
          type: array
          items: {allOf: [{type: string, maxLength: 2}, {type: string, minLength: 3}]}
      not: {required: [note, size]}
    Told:
      properties: {name: {type: string}}
      example: '{"name": "not an object"}'
    Never:
      type: object
      required: [both]
      properties: {both: {allOf: [{type: string}, {type: integer}]}}
paths:
  /odd/{anything}:
    parameters: [{name: anything, in: path, required: true, schema: {}}]
    get:
      operationId: getOdd
      tags: [odd]
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}
  /told:
    get:
      operationId: getTold
      tags: [told]
      responses:
        "200":
          description: ok
          content:
            application/json:
              example: '{"name": "an object in a text"}'
              schema: {$ref: "#/components/schemas/Told"}
  /never:
    get:
      operationId: getNever
      tags: [never]
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Never"}}}
  /ranges:
    get:
      operationId: getRange
      tags: [ranges]
      responses: {"200": {description: ok, content: {application/*+json: {schema: {}}}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    source = tmp_path_factory.mktemp("odd") / "odd.yaml"
    source.write_text(SPEC, encoding="utf-8")
    return written(sources.read(source, report=Report()), "kit_of_odd")


@pytest.mark.parametrize("seed", range(4))
def test_fields_that_nothing_fits_are_left_out(package: Package, seed: int) -> None:
    with package.fake(seed=seed) as fake:
        made = fake.client.odd.get("a")
    assert made.id
    assert made.model_fields_set <= {"id", "size", "lines"}
    assert made.size is None or 3 <= made.size <= 9
    assert not made.lines


def test_what_must_be_and_cannot_is_told(package: Package) -> None:
    fake = package.fake()
    with pytest.raises(package.testing.FakeError, match="both is to be of types that exclude"):
        fake.client.never.get()


def test_examples_are_of_the_structure_that_is_told(package: Package) -> None:
    with package.fake() as fake:
        made = fake.client.told.get()
        assert isinstance(made, package.module.models.Told)
        assert made.name
        assert asyncio.run(fake.async_client.told.get()) == made


def test_what_is_not_described_is_a_text(package: Package) -> None:
    """Which a parameter can be, too; an empty object would be nothing in a path."""
    with package.fake() as fake:
        spec: Any = fake.odd.get._reader.operation.spec
        parameter = spec.at("#/paths/~1odd~1{anything}/parameters/0/schema")
        assert isinstance(fake.__home__.maker.value(parameter, "anything"), str)


def test_an_answer_of_a_range_of_media_types_is_in_it(package: Package) -> None:
    answers: list[httpx2.Response] = []
    with package.fake() as fake:
        client = fake.client.with_options(on_response=answers.append)
        assert isinstance(client.ranges.get(), str)
    assert answers[0].headers["content-type"] == "application/json"
