"""Every documented method, through both faces, against what the server is known to accept."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Mapping
from operator import attrgetter
from typing import Any

import httpx2
import pytest
from tests.paddleflow.facts import (
    Method,
    argument_of,
    is_encoded,
    methods,
    on_the_wire,
)
from tests.paddleflow.server import PaddleFlowServer, Received

ALL = pytest.mark.parametrize("method", methods(), ids=lambda method: method.id)
HOW_MUCH = pytest.mark.parametrize("everything", [False, True], ids=["required", "everything"])


def by_wire(method: Method, *, everything: bool) -> dict[str, dict[str, Any]]:
    """Give values for the parameters of a method, by place and wire name."""
    values: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "body": {}}
    for place, one in method.each():
        wire = one["wire"]
        outer, _, inner = wire.partition(".")
        if not (everything or needed(one)):
            continue
        if inner:
            values[place].setdefault(outer, {})[inner] = argument_of(one)
        elif not any(other["wire"].startswith(f"{wire}.") for other in method.parameters(place)):
            values[place][wire] = argument_of(one)
    return values


def needed(parameter: Mapping[str, Any]) -> bool:
    """Tell whether the server or the page asks for a parameter."""
    return bool(parameter["required"] or parameter.get("doc_required"))


def assert_received(call: Received, method: Method, sent: dict[str, dict[str, Any]]) -> None:
    """Compare what came with what was sent."""
    assert call.method == method.id
    assert call.path == sent["path"]
    assert call.query == {name: str(value) for name, value in sent["query"].items()}
    if method.parameters("body"):
        kinds = {one["wire"]: one for one in method.parameters("body")}
        assert call.body == {
            name: on_the_wire(kinds[name], value) for name, value in sent["body"].items()
        }
    else:
        assert call.body is None


def arguments_for(
    operation: dict[str, Any], values: dict[str, dict[str, Any]], *, has_body: bool
) -> tuple[list[Any], dict[str, Any]]:
    """Turn values into the arguments of the client's method."""
    by_place: list[Any] = []
    by_name: dict[str, Any] = {}
    for one in operation["parameters"]:
        if one["in"] == "path":
            by_place.append(values["path"][one["wire"]])
        elif one["wire"] in values["query"]:
            by_name[one["python"]] = values["query"][one["wire"]]
    return by_place + ([values["body"]] if has_body else []), by_name


def test_all_methods_are_there(operations: dict[str, Any], described: dict[str, Any]) -> None:
    on_page = {name for name, one in operations.items() if one.get("documented")}
    assert len(on_page) == 52
    assert {one["what"] for one in described["skipped"]} == {"mount", "stop_queue"}
    if methods():
        assert on_page == {method.id for method in methods()}


@ALL
@HOW_MUCH
def test_client_sends_what_the_server_accepts(
    method: Method, everything: bool, operations: Any, client: Any, server: PaddleFlowServer
) -> None:
    values = by_wire(method, everything=everything)
    operation = operations[method.id]
    by_place, by_name = arguments_for(operation, values, has_body=operation["body"] is not None)
    attrgetter(operation["python"])(client)(*by_place, **by_name)
    assert_received(server.calls[-1], method, values)


@pytest.mark.parametrize(
    "method", [one for one in methods() if one.parameters("body")], ids=lambda method: method.id
)
def test_models_are_sent_like_mappings(
    method: Method, operations: Any, sdk: Any, client: Any, server: PaddleFlowServer
) -> None:
    operation = operations[method.id]
    values = by_wire(method, everything=True)
    model = getattr(sdk.models, operation["body"]["type"])
    by_place, by_name = arguments_for(operation, values, has_body=True)
    by_place[-1] = model(**by_place[-1])
    attrgetter(operation["python"])(client)(*by_place, **by_name)
    assert_received(server.calls[-1], method, values)


@pytest.mark.parametrize("how", ["sync", "async"])
def test_constants_need_not_be_given(how: str, sdk: Any, client: Any, server: Any) -> None:
    if how == "sync":
        client.runs.stop("run-000001")
    else:
        asyncio.run(call_async(sdk, server, "runs.stop", ["run-000001"], {}))
    assert server.last.query == {"action": "stop"}


async def call_async(sdk: Any, server: Any, dotted: str, by_place: Any, by_name: Any) -> Any:
    transport = httpx2.AsyncHTTPTransport(verify=False)
    async with sdk.AsyncPaddleFlow(
        "127.0.0.1", "ada", "secret1", server.port, transport=transport
    ) as client:
        result = attrgetter(dotted)(client)(*by_place, **by_name)
        return await result if inspect.isawaitable(result) else result


@pytest.mark.parametrize(
    "name", ["add_user", "list_queue", "create_queue", "show_run", "stop_run", "delete_link"]
)
def test_async_client_sends_the_same(
    name: str, operations: Any, sdk: Any, server: PaddleFlowServer
) -> None:
    method = {one.id: one for one in methods()}[name]
    values = by_wire(method, everything=True)
    operation = operations[name]
    by_place, by_name = arguments_for(operation, values, has_body=operation["body"] is not None)
    asyncio.run(call_async(sdk, server, operation["python"], by_place, by_name))
    assert_received(server.last, method, values)
    assert server.calls[0].method == "login"


# -- the documented face -------------------------------------------------------------------------


@pytest.fixture(scope="session")
def page(operations: dict[str, Any]) -> dict[str, Any]:
    """What the page says of each method, by operation id."""
    return {name: one["documented"] for name, one in operations.items() if one.get("documented")}


@ALL
@HOW_MUCH
def test_face_sends_what_the_server_accepts(
    method: Method, everything: bool, page: Any, face: Any, server: PaddleFlowServer
) -> None:
    rows = {one["name"]: one for one in page[method.id]["parameters"]}
    sent: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "body": {}}
    arguments: dict[str, Any] = {}
    for place, one in method.each():
        row = rows.get(str(one["doc"]))
        value = None
        if row is None:
            value = one.get("const")
        elif everything or row["required"]:
            value = arguments[row["name"]] = argument_of(one)
        elif "default" in row:
            value = row["default"]
        if value is not None:
            outer, _, inner = one["wire"].partition(".")
            if inner:
                sent[place].setdefault(outer, {})[inner] = value
            else:
                sent[place][outer] = value
    worked, *shown = getattr(face, method.id)(**arguments)
    assert worked is True, shown
    assert len(shown) == 1
    assert_received(server.calls[-1], method, sent)


@ALL
def test_face_has_the_signature_of_the_page(method: Method, page: Any, documented: Any) -> None:
    """Names in order, defaults, what is required; other spellings come by name."""
    signature = inspect.signature(getattr(documented.Client, method.id))
    parameters = list(signature.parameters.values())[1:]
    by_place = [one for one in parameters if one.kind is not one.KEYWORD_ONLY]
    rows = page[method.id]["parameters"]
    assert [one.name for one in by_place][: len(rows)] == [row["name"] for row in rows]
    for one, row in zip(by_place, rows, strict=False):
        if method.id == "show_link" and one.name == "fspath":
            continue  # left out, it lists the links: the page documents both under one name
        assert (one.default is one.empty) == row["required"]
        if not row["required"]:
            assert one.default == row.get("default")


def test_usage_lines_have_other_spellings(documented: Any) -> None:
    parameters = inspect.signature(documented.Client.create_run).parameters.values()
    others = {one.name for one in parameters if one.kind is one.KEYWORD_ONLY}
    assert others == {"fsname", "runyamlpath"}


def test_what_is_encoded() -> None:
    found = {
        (method.id, one["wire"])
        for method in methods()
        for _, one in method.each()
        if is_encoded(one)
    }
    if methods():
        assert found == {
            ("create_run", "runYamlRaw"),
            ("create_pipeline", "yamlRaw"),
            ("update_pipeline", "yamlRaw"),
            ("create_cluster", "credential"),
            ("update_cluster", "credential"),
        }
