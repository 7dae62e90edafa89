"""Arguments that are files, lists in pages, failures and logins."""

from __future__ import annotations

import asyncio
import base64
import socket
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.paddleflow.facts import methods, sample_of
from tests.paddleflow.server import PaddleFlowServer, error, pages_of
from tests.paddleflow.test_requests import needed

YAML = "name: sample\n"
ENCODED = base64.b64encode(YAML.encode()).decode()

# -- a workflow as path, text or bytes -----------------------------------------------------------


@pytest.fixture(params=["path", "text", "bytes"])
def workflow(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The same workflow in each form that it may be given."""
    file = tmp_path / "run.yaml"
    file.write_text(YAML, "utf-8", newline="\n")
    return {"path": file, "text": YAML, "bytes": YAML.encode()}[request.param]


def test_workflow_of_a_run(
    workflow: Any, sdk: Any, client: Any, face: Any, server: PaddleFlowServer
) -> None:
    client.runs.create(sdk.models.CreateRunRequest(run_yaml_raw=workflow))
    assert server.calls[-1].body == {"runYamlRaw": ENCODED}
    assert face.create_run(run_yaml_raw=workflow) == (True, "a runID")
    assert server.calls[-1].body == {"runYamlRaw": ENCODED}


def test_workflow_of_a_template(
    workflow: Any, sdk: Any, client: Any, face: Any, server: PaddleFlowServer
) -> None:
    client.pipelines.create(sdk.models.CreatePipelineRequest(yaml_raw=workflow))
    assert server.calls[-1].body == {"yamlRaw": ENCODED}
    face.update_pipeline("ppl-1", yaml_raw=workflow)
    assert server.calls[-1].body == {"yamlRaw": ENCODED}


def test_file_that_is_not_there(face: Any, tmp_path: Path) -> None:
    worked, why = face.create_run(run_yaml_raw=tmp_path / "none.yaml")
    assert not worked
    assert "none.yaml" in why


def test_constants_need_not_be_given(sdk: Any, client: Any, server: PaddleFlowServer) -> None:
    client.grants.create(sdk.models.GrantQueueRequest(user_name="ada", queuename="night"))
    sent = {"userName": "ada", "resourceID": "night", "resourceType": "queue"}
    assert server.calls[-1].body == sent


# -- pages ---------------------------------------------------------------------------------------

LISTS = {
    "list_user": ("users", "userList", {}),
    "show_queue_grant": ("grants", "grantList", {}),
    "list_queue": ("queues", "queueList", {}),
    "list_flavour": ("flavours", "flavourList", {}),
    "list_fs": ("fs", "fsList", {}),
    "list_link": ("links", "linkList", {"fs_name": "f"}),
    "list_run": ("runs", "runList", {}),
    "list_cache": ("caches", "runCacheList", {}),
    "list_artifact": ("artifacts", "artifactEventList", {}),
    "list_pipeline": ("pipelines", "pipelineList", {}),
    "list_schedule": ("schedules", "scheduleList", {}),
    "list_cluster": ("clusters", "clusterList", {}),
}
"""Method to the resource whose ``list`` it is, the key of its items and what it needs."""


@pytest.mark.parametrize("name", LISTS)
def test_lists_follow_their_markers(name: str, client: Any, server: PaddleFlowServer) -> None:
    """D05, D16: whatever kind of marker it is."""
    resource, items, needs = LISTS[name]
    server.answers[name] = pages_of(name, items, 3)
    assert len(list(getattr(client, resource).list(*needs.values()))) == 3
    markers = [call.query.get("marker") for call in server.calls if call.method == name]
    assert markers == [None, "m1", "m2"]


def test_async_lists_follow_their_markers(sdk: Any, server: PaddleFlowServer) -> None:
    server.answers["list_run"] = pages_of("list_run", "runList", 3)

    async def collect() -> list[Any]:
        transport = httpx2.AsyncHTTPTransport(verify=False)
        async with sdk.AsyncPaddleFlow(
            "127.0.0.1", "ada", "secret1", server.port, transport=transport
        ) as client:
            return [run.run_id async for run in client.runs.list(maxsize=1)]

    assert asyncio.run(collect()) == ["a runID"] * 3


def test_face_gives_one_page_and_its_marker(face: Any, server: PaddleFlowServer) -> None:
    server.answers["list_run"] = pages_of("list_run", "runList", 3)
    found, marker = [], None
    while True:
        worked, response = face.list_run(maxsize=1, marker=marker)
        assert worked
        found += response["runList"]
        marker = response["nextMarker"]
        if not marker:
            break
    assert len(found) == 3


def test_marker_of_runs_below_a_schedule(face: Any, server: PaddleFlowServer) -> None:
    """D33."""
    answer = sample_of("ScheduleDetailResponse", "answer")
    answer["runs"]["nextMarker"] = "m1"
    server.answers["show_schedule"] = lambda _: (200, answer)
    assert face.show_schedule("schedule-1")[1]["nextMarker"] == "m1"


# -- failures and logins -------------------------------------------------------------------------


def test_error_envelope(sdk: Any, client: Any, server: PaddleFlowServer) -> None:
    server.answers["show_run"] = error(404, "RunNotFound", "there is no run-9")
    with pytest.raises(sdk.NotFoundError, match="there is no run-9") as caught:
        client.runs.get("run-9")
    body = caught.value.body
    assert (body.code, body.message, body.request_id) == (
        "RunNotFound",
        "there is no run-9",
        "request-1",
    )


def test_failure_without_a_code(sdk: Any, client: Any, server: PaddleFlowServer) -> None:
    """D13, D36."""
    server.answers["show_cluster"] = error(500, "", "unknown cluster")
    with pytest.raises(sdk.ServerError, match="unknown cluster") as caught:
        client.clusters.get("c")
    assert caught.value.body.code == ""


def test_face_gives_false_and_a_message(face: Any, server: PaddleFlowServer) -> None:
    """D02."""
    server.answers["show_run"] = error(404, "RunNotFound", "there is no run-9")
    worked, why = face.show_run("run-9")
    assert worked is False
    assert "there is no run-9" in why


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("show_run", {"run_id": ""}, "runID"),
        ("show_run", {"run_id": object()}, "cannot be sent"),
        ("create_run", {"param": {"n": object()}}, "cannot be sent"),
        ("create_run", {"param": {"n": float("nan")}}, "not JSON compliant"),
        ("create_run", {"desc": "\ud800"}, "surrogates"),
        ("list_queue", {"maxsize": object()}, "cannot be sent"),
    ],
)
def test_face_gives_false_for_what_cannot_be_sent(
    method: str, arguments: dict[str, Any], reason: str, face: Any, server: PaddleFlowServer
) -> None:
    worked, why = getattr(face, method)(**arguments)
    assert worked is False
    assert reason in why


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({}, "the answer is not what the reference page says"),
        ([], "the answer is not what the reference page says"),
        ({"pplVersions": 1}, "the answer is not what the reference page says"),
        (None, "the body is empty"),
    ],
)
def test_face_gives_false_for_answers_of_another_shape(
    answer: Any, reason: str, documented: Any, sdk: Any, server: PaddleFlowServer
) -> None:
    server.answers["show_pipeline"] = lambda _: (200, answer)
    with documented.Client("127.0.0.1", "ada", "secret1", server.port) as face:
        worked, why = face.show_pipeline("ppl-1")
    assert worked is False
    assert reason in why


def test_face_gives_false_without_a_connection(documented: Any, sdk: Any) -> None:
    client = sdk.PaddleFlow("127.0.0.1", "ada", "secret1", 1, max_retries=0)
    with documented.Client.over(client) as face:
        worked, why = face.list_queue()
    assert worked is False
    assert "found no connection" in why


def test_face_gives_false_when_it_takes_too_long(
    documented: Any, sdk: Any, server: PaddleFlowServer
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        client = sdk.PaddleFlow("127.0.0.1", "ada", "secret1", port, max_retries=0, timeout=0.05)
        with documented.Client.over(client) as face:
            worked, why = face.list_queue()
    assert worked is False
    assert "timed out" in why


def test_wrong_password(sdk: Any, server: PaddleFlowServer) -> None:
    """The server's status for it is 400, its code AuthFailed."""
    with sdk.PaddleFlow("127.0.0.1", "ada", "wrong-one", server.port) as client:
        for call in (
            client.queues.list,
            lambda: client.login({"username": "ada", "password": "wrong-two"}),
            lambda: client.login(sdk.models.LoginRequest(username="a", password="wrong-two")),
        ):
            with pytest.raises(sdk.LoginError) as caught:
                call()
            assert (caught.value.status_code, caught.value.body.code) == (400, "AuthFailed")
            assert "wrong" not in str(caught.value)


def test_other_users(client: Any, server: PaddleFlowServer) -> None:
    client.with_options(username="grace", password="secret2").queues.get("q")
    logins = [call.body for call in server.calls if call.method == "login"]
    assert logins[-1] == {"username": "grace", "password": "secret2"}


def test_mistakes_of_the_caller_are_raised(face: Any) -> None:
    with pytest.raises(TypeError):
        face.show_run()


def test_new_login_when_the_token_expires(client: Any, server: PaddleFlowServer) -> None:
    """D03: the status is 400, the code tells."""
    client.queues.get("q")
    server.token = "token-2"
    server.clear()
    assert client.queues.get("q").name == "a name"
    assert [call.method for call in server.calls] == ["login", "show_queue"]
    server.token = "token-1"


def test_login_of_the_face(documented: Any, server: PaddleFlowServer) -> None:
    """The page's login decides who asks, and its token is used."""
    with documented.Client("127.0.0.1", "x", "y", str(server.port)) as face:
        worked, why = face.login("ada", "wrong")
        assert worked is False
        assert "*** is no password of yours" in why
        assert face.login("ada", "secret1") == (True, None)
        assert face.list_user(maxsize=100)[0]
    assert [call.method for call in server.calls] == ["login", "login", "list_user"]


def test_arguments_that_the_page_needs() -> None:
    """What the server needs, the page documents: no method of the face lacks an argument."""
    for method in methods():
        for _, one in method.each():
            assert one["doc"] or one.get("const") or not needed(one), (method.id, one["wire"])
