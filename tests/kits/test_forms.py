"""Forms and queries whose fields are objects, lists of them, or one of several kinds."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kits.packages import Package, written

from specmill import sources
from specmill.diagnostics import Report

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example.com"}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      parameters:
        - name: created
          in: query
          style: deepObject
          schema:
            anyOf:
              - {type: object, properties: {gt: {type: integer}, lt: {type: integer}}}
              - {type: integer}
      responses: {"204": {description: None.}}
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            encoding:
              born: {style: deepObject, explode: true}
              expand: {style: deepObject, explode: true}
              items: {style: deepObject, explode: true}
            schema:
              type: object
              required: [note]
              properties:
                born:
                  anyOf:
                    - {type: object, required: [day], properties: {day: {type: integer}}}
                    - {enum: [""], type: string}
                expand: {type: array, items: {type: string, maxLength: 5}}
                items:
                  anyOf:
                    - type: array
                      items:
                        type: object
                        required: [sku]
                        properties: {sku: {type: string}, count: {type: integer}}
                    - {enum: [""], type: string}
      responses: {"204": {description: None.}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Package:
    source = tmp_path_factory.mktemp("shop") / "shop.yaml"
    source.write_text(SPEC, encoding="utf-8")
    return written(sources.read(source, report=Report()), "kit_of_shop")


ITEMS = [{"sku": "a", "count": 2}, {"sku": "b", "count": 3}]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "body",
    [
        {"note": "n", "born": {"day": 7}},
        {"note": "n", "expand": ["a", "b"]},
        {"note": "n", "expand": ["a"]},
        {"note": "n", "items": ITEMS},
        {"note": "n", "items": ITEMS[:1]},
        {"note": "n", "born": ""},
    ],
)
def test_fields_are_read_as_they_were_given(shop: Package, body: Any, strict: bool) -> None:
    with shop.fake(strict=strict) as fake:
        fake.orders.create.returns(None)
        fake.client.orders.create(body)
        (call,) = fake.orders.create.calls
        read = call.body.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert read == body


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"note": "n", "expand": ["too long"]}, "expand"),
        ({"note": "n", "born": {"day": "x"}}, "born"),
        ({"note": "n", "items": [{"count": 3}]}, "items"),
        ({"expand": ["a"]}, "note: it is missing"),
    ],
)
def test_fields_that_do_not_fit_are_refused(shop: Package, body: Any, why: str) -> None:
    fake = shop.fake()
    with pytest.raises(shop.module.BadRequestError, match=f"the body does not fit: {why}"):
        fake.client.orders.create(body)


@pytest.mark.parametrize("created", [{"gt": 3, "lt": 5}, 7])
def test_a_parameter_of_several_kinds(shop: Package, created: Any) -> None:
    with shop.fake() as fake:
        fake.client.orders.list(created=created)
        found = fake.orders.list.calls[0].created
        read = found if isinstance(found, int) else found.model_dump(exclude_unset=True)
        assert read == created
