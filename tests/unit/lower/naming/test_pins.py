"""Names that the configuration gives."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import SpecmillError
from specmill.document.document import Document
from specmill.lower import pins_of_names, pins_of_resources


def _document() -> Document:
    def operation(id_: str) -> dict[str, Any]:
        return {"operationId": id_, "responses": {"204": {"description": ""}}}

    paths = {
        "/ping": {"get": {"responses": {"204": {"description": ""}}}},
        "/orders": {"get": operation("fetchOrders"), "post": operation("makeOrder")},
        "/orders/{order_id}/items/{id}": {"put": operation("item")},
    }
    info = {"title": "Shop", "version": "1"}
    return Document({"openapi": "3.1.0", "info": info, "paths": paths}, "openapi3")


def test_a_tree_of_resources_places_operations() -> None:
    tree = {
        "ping": "get /ping",
        "orders.list": "get /orders",
        "orders.items.replace": "PUT  /orders/{orderId}/items/{item}",
    }
    assert pins_of_resources(tree, _document()) == {
        "get /ping": "ping",
        "fetchOrders": "orders.list",
        "item": "orders.items.replace",
    }


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        (
            {"orders.add": "post /order"},
            "the resources have 'orders.add', whose 'post /order' is no operation",
        ),
        ({"orders.add": "/orders"}, "whose '/orders' is no operation"),
        (
            {"orders.list": "get /orders", "all": "GET /orders"},
            "the resources have 'GET /orders' twice: 'orders.list' and 'all'",
        ),
    ],
)
def test_routes_that_are_none_are_refused(tree: dict[str, str], message: str) -> None:
    with pytest.raises(SpecmillError) as caught:
        pins_of_resources(tree, _document())
    assert message in str(caught.value)


def test_an_older_version_may_lack_routes() -> None:
    assert pins_of_resources({"gone": "get /gone"}, _document(), any_pins=True) == {}


def test_a_pin_may_name_an_operation_by_method_and_path() -> None:
    names = {"GET /orders": "orders.all", "put /orders/{o}/items/{i}": "items.set", "Order": "Sale"}
    assert pins_of_names(names, _document()) == {
        "fetchOrders": "orders.all",
        "item": "items.set",
        "Order": "Sale",
    }


def test_an_operation_without_an_id_is_known_by_both() -> None:
    assert pins_of_names({"get /ping": "beat"}, _document()) == {"get /ping": "beat"}
    assert pins_of_names({"GET /ping": "beat"}, _document()) == {"get /ping": "beat"}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"GET /order": "orders.all"}, "a name is given to 'GET /order', which is no operation"),
        (
            {"GET /orders": "orders.all", "fetchOrders": "orders.every"},
            "'GET /orders' has two names: 'orders.every' and 'orders.all'",
        ),
    ],
)
def test_routes_of_pins_that_are_wrong(names: dict[str, str], message: str) -> None:
    with pytest.raises(SpecmillError) as caught:
        pins_of_names(names, _document())
    assert message in str(caught.value)
    if len(names) == 1:
        assert pins_of_names(names, _document(), any_pins=True) == {}
