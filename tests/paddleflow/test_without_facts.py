"""Requests that can be told without the facts at hand: one of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from tests.behaviour.server import Server, running

BASE = "/api/paddleflow/v1"
PAGE = {"maxKeys": 50, "isTruncated": False}


@pytest.fixture
def script() -> Iterator[Server]:
    """A server that has answered the login already."""
    with running() as server:
        server.answer({"authorization": "token-1"})
        yield server


@pytest.fixture
def face(sdk: Any, documented: Any, script: Server) -> Iterator[Any]:
    """The documented methods over a client of the server."""
    port, transport = urlsplit(script.url).port, httpx2.HTTPTransport(verify=False)
    with documented.Client.over(
        sdk.PaddleFlow("127.0.0.1", "ada", "secret1", port, transport=transport)
    ) as face:
        yield face


CALLS: list[tuple[Callable[[Any], Any], Any, tuple[str, str, Any]]] = [
    (
        lambda face: face.list_queue(),
        {"queueList": [], **PAGE},
        ("GET", "/queue?maxKeys=100", None),
    ),
    (
        lambda face: face.create_queue("q", "ns", "10", "20Gi", "c"),
        {"name": "q"},
        (
            "POST",
            "/queue",
            {
                "name": "q",
                "namespace": "ns",
                "maxResources": {"cpu": "10", "mem": "20Gi"},
                "clusterName": "c",
            },
        ),
    ),
    (
        lambda face: face.grant_queue("ada", "q"),
        {"grantID": "g"},
        ("POST", "/grant", {"resourceType": "queue", "userName": "ada", "resourceID": "q"}),
    ),
    (lambda face: face.stop_schedule("s"), None, ("PUT", "/schedule/s", None)),
    (
        lambda face: face.stop_run("r", force=True),
        None,
        ("PUT", "/run/r?action=stop", {"stopForce": True}),
    ),
    (
        lambda face: face.create_run(fs_name="f", run_yaml_raw="name: x"),
        {"runID": "r"},
        ("POST", "/run", {"fsName": "f", "runYamlRaw": "bmFtZTogeA=="}),
    ),
]


@pytest.mark.parametrize(("call", "answer", "expected"), CALLS)
def test_request(call: Any, answer: Any, expected: Any, face: Any, script: Server) -> None:
    script.answer(answer)
    worked, shown = call(face)
    assert worked is True, shown
    login, sent = script.requests
    assert (login.method, login.path) == ("POST", f"{BASE}/login")
    assert login.json() == {"username": "ada", "password": "secret1"}
    verb, target, body = expected
    assert (sent.method, sent.target) == (verb, BASE + target)
    assert sent.headers["x-pf-authorization"] == "token-1"
    assert (sent.json() if sent.body else None) == body


def test_new_login(face: Any, script: Server) -> None:
    script.answer({"code": "AuthInvalidToken", "message": "expired"}, 400)
    script.answer({"authorization": "token-2"})
    script.answer({"queueList": [], **PAGE})
    assert face.list_queue() == (True, [])
    assert script.last.headers["x-pf-authorization"] == "token-2"
