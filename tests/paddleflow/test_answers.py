"""What calls give: results, attributes, pages, failures, logins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.paddleflow.facts import Method, argument_of, methods, sample_of
from tests.paddleflow.server import PaddleFlowServer


def required_arguments(face: Any, method: Method, page: Any) -> dict[str, Any]:
    """Give values for what a documented method needs."""
    rows = {row["name"] for row in page["parameters"] if row["required"]}
    return {one["doc"]: argument_of(one) for _, one in method.each() if one["doc"] in rows}


# -- results of the documented face --------------------------------------------------------------

RESOURCE = {
    "cpu": "a cpu",
    "memory": "a memory",
    "storage": "a storage",
    "scalarResources": {"key": "a scalarResources"},
}

KINDS: dict[str, Any] = {
    "list_user": ["UserInfo"],
    "show_queue_grant": ["GrantInfo"],
    "list_queue": ["QueueInfo"],
    "show_queue": "QueueInfo",
    "list_flavour": ["FlavourInfo"],
    "show_fs": "FSInfo",
    "list_fs": ["FSInfo"],
    "show_link": "LinkInfo",
    "list_link": ["LinkInfo"],
    "create_run": "a runID",
    "list_run": {"runList": ["RunBrief"], "nextMarker": None},
    "show_run": "RunInfo",
    "retry_run": "a runID",
    "list_cache": {"runCacheList": ["RunCacheInfo"], "nextMarker": None},
    "show_cache": "RunCacheInfo",
    "list_artifact": {"artifactList": ["ArtifactInfo"], "nextMarker": None},
    "create_pipeline": {
        "name": "a name",
        "pplID": "a pipelineID",
        "pplVerID": "a pipelineVersionID",
    },
    "list_pipeline": {"pipelineList": ["PipelineInfo"], "nextMarker": None},
    "show_pipeline": {
        "pipelineInfo": "PipelineInfo",
        "pipelineVersionList": ["PipelineVersionInfo"],
        "nextMarker": None,
    },
    "update_pipeline": {
        "pipelineID": "a pipelineID",
        "pipelineVersionID": "a pipelineVersionID",
    },
    "show_pipeline_version": {
        "pipelineInfo": "PipelineInfo",
        "pipelineVersionInfo": "PipelineVersionInfo",
    },
    "create_schedule": "a scheduleID",
    "list_schedule": {"scheduleList": ["ScheduleInfo"], "nextMarker": None},
    "show_schedule": {
        "scheduleInfo": "ScheduleInfo",
        "runList": ["RunBrief"],
        "nextMarker": None,
    },
    "create_cluster": "a id",
    "list_cluster": ["ClusterInfo"],
    "show_cluster": "ClusterInfo",
    "update_cluster": "a id",
    "list_cluster_resource": {
        "key": {
            "nodeList": [
                {
                    "nodeName": "a nodeName",
                    "schedulable": "bool",
                    "total": RESOURCE,
                    "idle": RESOURCE,
                }
            ],
            "summary": {"total": RESOURCE, "idle": RESOURCE},
            "errMsg": "a errMsg",
        }
    },
    "show_log": ["LogInfo"],
    "get_statistics": "StatisticsJobInfo",
    "get_statistics_detail": "StatisticsJobDetailInfo",
}
"""What each method gives behind True; the others give None."""


def kind_of(value: Any) -> Any:
    """Show values as KINDS does."""
    if isinstance(value, list):
        return [kind_of(one) for one in value]
    if isinstance(value, dict):
        return {key: kind_of(one) for key, one in value.items()}
    if value in ("", None):
        return None
    return value if isinstance(value, str) else type(value).__name__


@pytest.fixture(scope="session")
def pages(described: dict[str, Any]) -> dict[str, Any]:
    """What the page says, by operation."""
    return {one["id"]: one.get("documented") for one in described["operations"]}


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.id)
def test_face_gives_what_the_page_says(method: Method, pages: Any, face: Any) -> None:
    shown = getattr(face, method.id)(**required_arguments(face, method, pages[method.id]))
    if method.id == "show_queue_grant":  # the sample's first kind is a queue
        assert [one.resourceName for one in shown[1]] == ["a resourceID"]
    assert (shown[0], kind_of(shown[1])) == (True, KINDS.get(method.id))
    assert len(shown) == 2


CLASSES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "GrantInfo": ("show_queue_grant", lambda response: response[0]),
    "UserInfo": ("list_user", lambda response: response[0]),
    "QueueInfo": ("show_queue", lambda response: response),
    "FSInfo": ("show_fs", lambda response: response),
    "LinkInfo": ("show_link", lambda response: response),
    "RunInfo": ("show_run", lambda response: response),
    "DagInfo": ("show_run", lambda response: response.runtime["key"][0]),
    "JobInfo": ("show_run", lambda response: response.post_process["key"]),
    "RunCacheInfo": ("show_cache", lambda response: response),
    "PipelineInfo": ("show_pipeline", lambda response: response["pipelineInfo"]),
    "PipelineVersionInfo": (
        "show_pipeline",
        lambda response: response["pipelineVersionList"][0],
    ),
    "ScheduleInfo": ("show_schedule", lambda response: response["scheduleInfo"]),
    "ClusterInfo": ("show_cluster", lambda response: response),
    "LogInfo": ("show_log", lambda response: response[0]),
    "StatisticsJobInfo": ("get_statistics", lambda response: response),
    "StatisticsJobDetailInfo": ("get_statistics_detail", lambda response: response),
    "Result": ("get_statistics_detail", lambda response: response.result[0]),
    "TaskInfo": ("get_statistics_detail", lambda response: response.result[0].task_info[0]),
}
"""Class of the page to a method and the way to an object of it."""


@pytest.mark.parametrize("name", CLASSES)
def test_attributes_are_called_as_the_page_calls_them(
    name: str, document: Any, pages: Any, face: Any, server: PaddleFlowServer
) -> None:
    shown = [
        one["x-specmill-documented"]
        for one in document.root["components"]["schemas"].values()
        if one.get("x-specmill-documented", {}).get("class") == name
    ]
    method_name, way = CLASSES[name]
    method = next(one for one in methods() if one.id == method_name)
    worked, response = getattr(face, method_name)(
        **required_arguments(face, method, pages[method_name])
    )
    assert worked, response
    thing = way(response)
    assert shown[0]["attributes"]
    for attribute in shown[0]["attributes"]:
        value = getattr(thing, attribute["name"])
        assert (value is None) == ("missing" in attribute), attribute["name"]


def test_rows_of_runs_have_the_attributes_that_the_page_says_are_set(
    document: Any, face: Any
) -> None:
    """D21: the page of the vendor calls one of them `desc`, which no client ever had."""
    told = [
        operation["x-specmill-documented"]
        for item in document.root["paths"].values()
        for operation in item.values()
        if "attributes" in operation.get("x-specmill-documented", {})
    ]
    (list_run,) = (one for one in told if one["method"] == "list_run")
    (row,) = face.list_run()[1]["runList"]
    for name in list_run["attributes"][0]["names"]:
        assert getattr(row, name) is not None, name
    assert row.description == "a description"


def test_every_class_of_the_page_is_tried(document: Any) -> None:
    shown = {
        one["x-specmill-documented"]["class"]
        for one in document.root["components"]["schemas"].values()
        if "class" in one.get("x-specmill-documented", {})
    }
    assert set(CLASSES) == shown


def test_parts_of_a_queue(face: Any, client: Any) -> None:
    """D09: memory and CPU are what the queue may use at most."""
    _, queue = face.show_queue("q")
    most = client.queues.get("q").max_resources
    assert (queue.mem, queue.cpu) == (most.memory, most.cpu)


def test_empty_lists_may_be_null(face: Any, server: PaddleFlowServer) -> None:
    """D12, D37."""
    flavours = sample_of("FlavourListResponse", "answer") | {"flavourList": None}
    clusters = sample_of("ClusterListResponse", "answer") | {"clusterList": None}
    server.answers["list_flavour"] = lambda _: (200, flavours)
    server.answers["list_cluster"] = lambda _: (200, clusters)
    assert face.list_flavour() == (True, [])
    assert face.list_cluster() == (True, [])


def test_grants_of_other_things_are_left_out(
    client: Any, face: Any, server: PaddleFlowServer
) -> None:
    """D07."""
    answer = sample_of("GrantListResponse", "answer")
    answer["grantList"] += [{**answer["grantList"][0], "resourceType": "fs", "resourceID": "f"}]
    server.answers["show_queue_grant"] = lambda _: (200, answer)
    _, grants = face.show_queue_grant("ada", maxsize=10)
    assert [one.resourceName for one in grants] == ["a resourceID"]
    assert len(client.grants.list(username="ada").items) == 2


def test_show_link_has_two_forms(face: Any, server: PaddleFlowServer) -> None:
    """D15, D18."""
    assert face.show_link("fs", "/link")[1].fspath == "a fsPath"
    assert server.calls[-1].query == {"fsPath": "/link"}
    assert [one.fspath for one in face.show_link("fs")[1]] == ["a fsPath"]
    assert server.calls[-1].query == {"maxKeys": "100"}
    assert face.show_link("fs", maxsize=5) == face.list_link("fs", maxsize=5)
    assert server.calls[-1].query == {"maxKeys": "5"}


def test_times_of_a_log(face: Any) -> None:
    """D40: a view of the nested answer, with what the call itself says."""
    _, logs = face.show_log("run-1", pagesize=10, pageno=3)
    (log,) = logs
    assert (log.runid, log.jobid, log.taskid) == ("a runID", "a jobID", "a taskID")
    assert (log.pagesize, log.pageno, log.log_content) == (10, 3, "a logContent")


def test_false_is_sent(face: Any, server: PaddleFlowServer) -> None:
    """D31, D23."""
    face.create_schedule("n", "p", "v", "* * * * *", catchup=False)
    assert server.calls[-1].body["catchup"] is False
    face.delete_run("run-1")
    assert server.calls[-1].body == {"checkCache": True}
    face.delete_run("run-1", check_cache=False)
    assert server.calls[-1].body == {"checkCache": False}


def test_both_spellings_of_an_argument(face: Any, server: PaddleFlowServer) -> None:
    """D19."""
    face.create_run(fsname="a", runyamlpath="./b")
    first = server.calls[-1].body
    face.create_run(fs_name="a", run_yaml_path="./b")
    assert first == server.calls[-1].body == {"fsName": "a", "runYamlPath": "./b"}


def test_methods_that_are_no_requests_say_why(face: Any) -> None:
    """D11, D17."""
    with pytest.raises(NotImplementedError, match="stop_queue: the server has dropped it"):
        face.stop_queue("q")
    with pytest.raises(NotImplementedError, match="mount: it mounts on the local machine"):
        face.mount("fs", "/mnt")
