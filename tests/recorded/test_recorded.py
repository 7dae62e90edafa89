"""What real servers were sent and have answered, by the typed methods of the committed packages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from operator import attrgetter
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from pydantic import BaseModel
from tests.recorded.exchanges import (
    ROOT,
    Exchange,
    arguments,
    exchanges,
    is_base64,
    operation_of,
    operations,
    waiting_of,
)

APIS = {
    "/api/paddleflow/v1": ("paddleflow", "paddleflow", "PaddleFlow"),
    "/apis/v1beta1": ("kubeflow-pipelines", "kubeflow_pipelines_v1beta1", "KubeflowPipelines"),
    "/apis/v2beta1": (
        "kubeflow-pipelines-v2beta1",
        "kubeflow_pipelines_v2beta1",
        "KubeflowPipelines",
    ),
}
"""Path below which an API is, to the API, its package and its client."""
LOGIN = "/api/paddleflow/v1/login"
CODES = {
    "2": "UNKNOWN",
    "3": "INVALID_ARGUMENT",
    "5": "NOT_FOUND",
    "6": "ALREADY_EXISTS",
    "9": "FAILED_PRECONDITION",
    "10": "ABORTED",
    "12": "UNIMPLEMENTED",
    "13": "INTERNAL",
    "16": "UNAUTHENTICATED",
}
"""Numbers of google.rpc.Code to their names."""
RECORDED = [one for name in ("paddleflow", "kubeflow") for one in exchanges(name)]


def api_of(exchange: Exchange) -> tuple[str, str, str] | None:
    """Return API, package and client of an exchange; None for a path of none of them."""
    return next((of for below, of in APIS.items() if exchange.path.startswith(f"{below}/")), None)


def _encoded(body: Any) -> Iterator[str]:
    """Yield what PaddleFlow takes as base64."""
    fields = body if isinstance(body, dict) else {}
    yield from (fields[name] for name in ("runYamlRaw", "yamlRaw") if fields.get(name))


def is_typed(exchange: Exchange) -> bool:
    """Tell whether there is a method for an exchange."""
    api = api_of(exchange)
    if exchange.body and exchange.json is None and "form" not in exchange.request["type"]:
        return False  # what it sends is no JSON
    if not all(map(is_base64, _encoded(exchange.json))):
        return False  # typed methods encode it themselves
    return api is not None and operation_of(exchange, operations(*api[:2])) is not None


CALLS = [one for one in RECORDED if is_typed(one)]
TYPED = pytest.mark.parametrize("exchange", CALLS, ids=str)
ANSWERED = pytest.mark.parametrize("exchange", [one for one in CALLS if one.status < 400], ids=str)
REFUSED = pytest.mark.parametrize("exchange", [one for one in CALLS if one.status >= 400], ids=str)
UNTYPED = [one for one in RECORDED if not is_typed(one)]


class Replay(httpx2.BaseTransport):
    """Gives the recorded answer, and keeps what was sent."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.sent: list[httpx2.Request] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        is_login = request.method == "POST" and request.url.path == LOGIN
        if is_login and request.url.raw_path.decode() != self.exchange.target:
            return httpx2.Response(200, json={"authorization": "token"})
        self.sent.append(request)
        return self.exchange.respond()


@pytest.fixture(autouse=True, scope="module")
def _packages() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "generated" / "python"))
    yield
    sys.path.remove(str(ROOT / "generated" / "python"))


def client_of(exchange: Exchange) -> tuple[Any, Any, list[dict[str, Any]], Replay]:
    """Return client, package, operations and transport of an exchange's API."""
    api, package, cls = api_of(exchange) or APIS["/api/paddleflow/v1"]
    module, replay = import_module(package), Replay(exchange)
    settings: dict[str, Any] = {"transport": replay, "max_retries": 0, "strict": True}
    if package == "paddleflow":
        settings |= {"username": "root", "password": "secret1"}
    client = getattr(module, cls)(base_url="http://localhost", **settings)
    return client, module, operations(api, package), replay


def send(exchange: Exchange) -> tuple[Any, Replay, Exception | None]:
    """Make the request of an exchange by the typed method; return what comes of it."""
    client, module, known, replay = client_of(exchange)
    operation = operation_of(exchange, known)
    assert operation is not None
    by_place, by_name = arguments(exchange, operation, module.models)
    method = attrgetter(operation["python"])(client)
    try:
        return client.raw(method, *by_place, **by_name).data, replay, None
    except module.ApiError as error:
        return None, replay, error


def written(data: Any) -> Any:
    """Write data as JSON again."""
    data = getattr(data, "body", data)
    if isinstance(data, BaseModel):
        return json.loads(data.model_dump_json(by_alias=True, exclude_unset=True))
    if isinstance(data, dict):
        return {name: written(one) for name, one in data.items()}
    return [written(one) for one in data] if isinstance(data, list) else data


@TYPED
def test_request_is_the_same_on_the_wire(exchange: Exchange) -> None:
    _, replay, _ = send(exchange)
    sent = replay.sent[0]  # a token that is refused is asked for again
    path, _, query = sent.url.raw_path.decode().partition("?")
    assert (sent.method, path) == (exchange.method, exchange.path)
    assert sorted(parse_qsl(query, keep_blank_values=True)) == sorted(exchange.query)
    if "boundary=" in exchange.request.get("type", ""):
        assert exchange.file in sent.content
    elif exchange.json:
        assert json.loads(sent.content) == exchange.json
    else:
        assert sent.content in (b"", b"{}")


@ANSWERED
def test_answer_is_read_and_written_again(exchange: Exchange) -> None:
    data, _, error = send(exchange)
    assert error is None
    if not exchange.answer:
        assert data is None
    elif isinstance(data, bytes):
        assert data == exchange.answer
    else:
        assert written(data) == json.loads(exchange.answer)


WATCHED = [
    one
    for one in CALLS
    if one.status == 200
    and (waiting_of(one, operations(*(api_of(one) or ("", ""))[:2])) is not None)
]


@pytest.mark.parametrize("exchange", WATCHED, ids=str)
def test_waiting_asks_the_same_and_reads_the_state(exchange: Exchange) -> None:
    """What was recorded goes on; it ends when the state alone is another one."""
    client, module, known, replay = client_of(exchange)
    operation, waits = operation_of(exchange, known), waiting_of(exchange, known)
    assert operation is not None
    assert waits is not None
    by_place, by_name = arguments(exchange, operation, module.models)
    method, declared = attrgetter(waits["python"])(client), waits["waits"]
    answer: Any = json.loads(exchange.answer)
    *path, last = declared["field"].split(".")
    told = answer
    for name in path:
        told = told[name]
    seen: list[Any] = []
    with pytest.raises(module.OperationTimeoutError, match=f" is {told[last]} after"):
        method(*by_place, **by_name, timeout=0, progress=seen.append)
    assert written(seen[0]) == answer
    (sent,) = replay.sent
    assert (sent.method, sent.url.raw_path.decode()) == (exchange.method, exchange.target)
    for state in declared["final"]:
        told[last] = state
        replay.exchange = replace(exchange, answer=json.dumps(answer).encode())
        assert written(method(*by_place, **by_name)) == answer
    for state in declared["failed"]:
        told[last] = state
        replay.exchange = replace(exchange, answer=json.dumps(answer).encode())
        with pytest.raises(module.OperationError, match=f" is {state}") as raised:
            method(*by_place, **by_name)
        assert (raised.value.code, written(raised.value.body)) == (state, answer)


@REFUSED
def test_error_has_class_code_message_and_request_id(exchange: Exchange) -> None:
    _, _, error = send(exchange)
    check(exchange, error)


def check(exchange: Exchange, error: Any) -> None:
    """Compare an error with the answer that it was made of."""
    assert error.status_code == exchange.status
    body: Any = {}
    with suppress(ValueError):
        body = json.loads(exchange.answer)
    code = str(body.get("code", ""))
    assert error.code in (code, CODES.get(code))
    message = body.get("message", "")
    if message:
        assert error.server_message == message
    assert message[:300] in str(error)
    assert error.code in str(error) or message
    expected = body.get("requestID") or exchange.headers.get("x-pf-request-id")
    assert error.request_id == (expected.partition(",")[0] if expected else None)


@pytest.mark.parametrize("exchange", UNTYPED, ids=str)
def test_what_no_method_is_made_for(exchange: Exchange) -> None:
    client, module, _, replay = client_of(exchange)
    type_ = exchange.request.get("type")
    body = {"body": exchange.body, "content_type": type_} if exchange.body else {}
    try:
        data = client.request(exchange.method, exchange.target, **body).data
    except module.ApiError as error:
        check(exchange, error)
    else:
        assert data == (json.loads(exchange.answer) if exchange.answer else None)
    (sent,) = replay.sent
    assert (sent.method, sent.url.raw_path.decode()) == (exchange.method, exchange.target)
    assert sent.content == exchange.body
