"""What a package says of itself: docstrings, its version, and what it calls itself to servers."""

from __future__ import annotations

import importlib
import inspect
import pydoc
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from specmill import generate

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: v2.1}
servers: [{url: "https://shop.example"}]
security: [{user: []}]
tags: [{name: orders}]
paths:
  /orders/{id}:
    get:
      operationId: orders_get
      tags: [orders]
      summary: Get an order.
      description: |
        It has to be one of your own.
      parameters:
      - {name: id, in: path, required: true, schema: {type: integer}, description: Its number.}
      responses:
        '200':
          description: It.
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    delete:
      operationId: delete_order_orders__id__delete
      tags: [orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: Gone.}}
  /health:
    get: {operationId: health, description: All is well., responses: {'204': {description: So.}}}
components:
  securitySchemes: {user: {type: http, scheme: basic}}
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: integer, description: Its number.}
        when: {type: string, format: date, description: "The day of it.\\n\\nIn UTC."}
        kind: {type: string}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The package of the spec."""
    folder = tmp_path_factory.mktemp("explained")
    (folder / "spec.yaml").write_text(SPEC)
    generate(folder / "spec.yaml", name="explained_shop", out=folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module("explained_shop")


def test_the_constructor_tells_every_argument(shop: ModuleType) -> None:
    for client in (shop.ExplainedShop, shop.AsyncExplainedShop):
        told = client.__init__.__doc__ or ""
        for name in list(inspect.signature(client).parameters):
            assert f"\n            {name}: " in told, name
        for variable in ("USERNAME", "PASSWORD", "BASE_URL"):
            assert f"`EXPLAINED_SHOP_{variable}`" in told


def test_async_methods_say_what_their_twins_say(shop: ModuleType, tmp_path: Path) -> None:
    resources = importlib.import_module("explained_shop.resources.orders")
    told = inspect.getdoc(resources.AsyncOrders.get)
    assert told == inspect.getdoc(resources.Orders.get)
    assert "It has to be one of your own." in told
    assert "id_: Its number." in told
    assert shop.AsyncExplainedShop.health.__doc__ == shop.ExplainedShop.health.__doc__
    text = Path(str(resources.__file__)).read_text()
    assert text.count("It has to be one of your own.") == 1


def test_own_classes_keep_their_docstrings(shop: ModuleType) -> None:
    resources = importlib.import_module("explained_shop.resources.orders")

    class AsyncOrders(resources.AsyncOrders):  # type: ignore[misc, name-defined]
        async def get(self, id_: int) -> Any:
            """Get it our way."""

    assert AsyncOrders.get.__doc__ == "Get it our way."


def test_the_version_is_that_of_the_spec(shop: ModuleType) -> None:
    assert shop.__version__ == "2.1"
    seen = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["user-agent"])
        return httpx2.Response(204)

    with shop.ExplainedShop(transport=httpx2.MockTransport(answer)) as client:
        client.with_options(auth=("ada", "secret")).health()
    assert seen == [f"explained_shop/2.1 httpx2/{httpx2.__version__}"]


@pytest.mark.parametrize(
    ("method", "title", "operation_id"),
    [
        ("delete", "orders.delete", "delete_order_orders__id__delete"),
        ("get", "orders_get", "orders_get"),
    ],
)
def test_errors_and_logs_name_the_method(
    shop: ModuleType,
    method: str,
    title: str,
    operation_id: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    refusal = httpx2.Response(422, json={"detail": "No."})
    caplog.set_level("DEBUG", "explained_shop")
    with (
        shop.ExplainedShop(auth=("a", "b"), transport=httpx2.MockTransport(lambda _: refusal)) as c,
        pytest.raises(shop.StatusError) as caught,
    ):
        getattr(c.orders, method)(1)
    assert str(caught.value).startswith(f"{title}: {method.upper()} https://shop.example/orders/1 ")
    assert caught.value.operation_id == operation_id
    assert {one.getMessage().partition(":")[0] for one in caplog.records} == {title}


def test_a_pair_is_for_http_basic(shop: ModuleType) -> None:
    seen = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["authorization"])
        return httpx2.Response(204)

    transport = httpx2.MockTransport(answer)
    for auth in (("ada", "secret"), {"user": ("ada", "secret")}, shop.BasicAuth("ada", "secret")):
        with shop.ExplainedShop(auth=auth, transport=transport) as client:
            client.health()
    assert seen == ["Basic YWRhOnNlY3JldA=="] * 3


def test_help_tells_the_fields(shop: ModuleType) -> None:
    told = inspect.getdoc(shop.models.Order) or ""
    assert "Attributes:\n    id: Its number.\n    when: The day of it. In UTC." in told
    assert "kind" not in told
    assert told == inspect.getdoc(shop.models.Order(id=1))

    shown = pydoc.plain(pydoc.render_doc(shop.models.Order))
    assert " |  Attributes:\n |      id: Its number.\n |      when: The day of it. In " in shown
    assert "Order(*, id: int, when: " in shown
    shop.models.Order(id=1)  # what pydantic makes of it then has the names of the spec
    assert "id: int, when: " in str(inspect.signature(shop.models.Order))

    class Own(shop.models.Order):  # type: ignore[misc, name-defined]
        """One of ours."""

        more: int = 0

    assert (Own.__doc__ or "").startswith("One of ours.\n\nAttributes:\n    id: Its number.")
    assert Own.model_json_schema()["description"] == "One of ours."


def test_the_schema_tells_the_fields(shop: ModuleType) -> None:
    schema = shop.models.Order.model_json_schema()
    assert schema["properties"]["id"]["description"] == "Its number."
    assert schema["properties"]["when"]["description"] == "The day of it. In UTC."
    assert "description" not in schema["properties"]["kind"]
    assert "description" not in schema
