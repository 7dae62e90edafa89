"""From tags, operationIds and paths to ``resource.method``."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import SpecmillError
from specmill.lower.operations import SourceOperation
from specmill.lower.resources import place_operations

Given = tuple[str, str, str | None, str | None]
"""Method, path, tag, operationId."""


def _placed(
    operations: list[Given], pins: dict[str, str] | None = None, **extensions: Any
) -> list[str]:
    sources = []
    for number, (method, path, tag, id_) in enumerate(operations):
        node: dict[str, Any] = {"tags": [tag]} if tag else {}
        node.update({"operationId": id_} if id_ else {})
        node.update(extensions)
        sources.append(SourceOperation(path, method, node, {}, f"/{number}"))
    places = place_operations(sources, pins or {}, {}, declared_is_pinned=True)
    dotted = ([*places[source.pointer].resource, places[source.pointer].name] for source in sources)
    return [".".join(parts).lower() for parts in dotted]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("get", "/apis/v1/runs", "RunService", "ListRunsV1"), "runs.list"),
        (("get", "/apis/v1/runs/{id}", "RunService", "GetRun"), "runs.get"),
        (("post", "/v1/runs/{id}:archive", "RunService", "ArchiveRunV1"), "runs.archive"),
        (("get", "/pets", "pet", "listPets"), "pets.list"),
        (("get", "/pet/findByStatus", "pet", "findPetsByStatus"), "pets.find by status"),
        (("get", "/users", "users", "users_list"), "users.list"),
        (("get", "/repos/{r}", "repos", "repos/get"), "repos.get"),
        (("get", "/x", "users", "users.list-all"), "users.list all"),
        (("get", "/things", "ThingController", "getThings"), "things.get"),
        (("get", "/things", "things-api", "getThings"), "things.get"),
        (("post", "/p/upload", "PipelineUploadService", "UploadPipeline"), "pipeline.upload"),
        (("get", "/versions", "pipelines", "ListPipelineVersions"), "pipelines.list versions"),
        (("get", "/ping", None, "ping"), "ping"),
        (("get", "/health/live", None, "isLive"), "health.is live"),
        (("get", "/rooms", None, None), "rooms.list"),
        (("get", "/api/v2/rooms/{id}", None, None), "rooms.get"),
        (("post", "/rooms", None, None), "rooms.create"),
        (("delete", "/rooms/{id}/guests/{g}", None, None), "rooms.delete guest"),
        (("post", "/rooms/{id}/archive", None, None), "rooms.archive"),
        (("post", "/rooms/{id}:archive", None, None), "rooms.archive"),
        (("put", "/config", None, None), "config.replace"),
        (("get", "/", None, None), "get"),
        (("get", "/{id}", None, None), "get"),
        (("get", "/x", "{{ }}", "!!!"), "default.get x"),
    ],
)
def test_single_operations(given: Given, expected: str) -> None:
    assert _placed([given]) == [expected]


def test_the_plural_is_used_where_the_api_uses_it() -> None:
    assert _placed(
        [
            ("get", "/v1/runs", "RunService", "ListRuns"),
            ("get", "/v1/runs/{id}", "RunService", "GetRun"),
            ("post", "/v1/auth", "AuthService", "Authorize"),
        ]
    ) == ["runs.list", "runs.get", "auth.authorize"]


def test_methods_that_would_be_one_keep_their_full_names() -> None:
    assert _placed(
        [
            ("post", "/runs", "runs", "CreateRun"),
            ("post", "/runs2", "runs", "CreateRunV1"),
            ("get", "/runs", "runs", "get_run"),
            ("get", "/runs/all", "runs", "getRuns"),
        ]
    ) == ["runs.create run", "runs.create run 2", "runs.get run", "runs.get runs"]


def test_untagged_operations_are_grouped_by_their_path() -> None:
    assert _placed(
        [
            ("get", "/v1/rooms", None, None),
            ("get", "/v1/rooms/{id}", None, None),
            ("get", "/status", None, None),
            ("get", "/ping", None, "ping"),
            ("get", "/guests", "guests", "listGuests"),
        ]
    ) == ["rooms.list", "rooms.get", "status.get", "ping", "guests.list"]


def test_the_document_may_say_it() -> None:
    given: Given = ("get", "/v1/jobs", "Jobs", "dataflow.jobs.list")
    said = {"x-specmill-resource": ["projects", "jobs"], "x-specmill-method": "list all"}
    assert _placed([given], **said) == ["projects.jobs.list all"]
    assert _placed([given], **{"x-specmill-resource": []}) == ["list"]
    assert _placed([given], **{"x-specmill-method": "all"}) == ["jobs.all"]


def test_pins_beat_everything() -> None:
    operations: list[Given] = [
        ("get", "/runs", "runs", "ListRuns"),
        ("get", "/old", "runs", "ListRunsOld"),
    ]
    pins = {"ListRunsOld": "runs.list"}
    assert _placed(operations, pins) == ["runs.list runs", "runs.list"]
    assert _placed(operations, {"ListRuns": "everything"}) == ["everything", "runs.list old"]


def test_two_pins_on_one_place_are_an_error() -> None:
    operations: list[Given] = [("get", "/a", "t", "one"), ("get", "/b", "t", "two")]
    with pytest.raises(SpecmillError):
        _placed(operations, {"one": "x.get", "two": "x.get"})


def test_the_order_of_operations_does_not_matter() -> None:
    operations: list[Given] = [
        ("get", "/runs", "runs", "ListRuns"),
        ("get", "/runs/{id}", "runs", "GetRun"),
        ("get", "/rooms", None, None),
        ("get", "/rooms/{id}", None, None),
    ]
    backwards = _placed(operations[::-1])
    assert _placed(operations) == backwards[::-1]


def test_names_of_a_discovery_tree_that_differ_in_capitals_alone_are_told_apart() -> None:
    nodes = [
        {"x-specmill-resource": ["things"], "x-specmill-method": name, "operationId": f"t.{name}"}
        for name in ("get", "GET")
    ]
    sources = [
        SourceOperation(f"/{number}", "get", node, {}, f"/paths/~1{number}/get")
        for number, node in enumerate(nodes)
    ]
    places = place_operations(sources, {}, {}, declared_is_pinned=False)
    assert sorted(place.name for place in places.values()) == ["GET 2", "get"]


def test_operations_stay_where_an_earlier_run_put_them_and_new_ones_join_them() -> None:
    operations: list[Given] = [
        ("get", "/boats", "boat upload", "listBoats"),
        ("get", "/boats/{id}", "boat upload", "readBoat"),
        ("put", "/boats/{id}", "boat upload", "list"),
        ("get", "/cars", "cars", "listCars"),
    ]
    sources = [
        SourceOperation(path, method, {"tags": [tag], "operationId": id_}, {}, f"/{number}")
        for number, (method, path, tag, id_) in enumerate(operations)
    ]
    given = {
        "listBoats": "boats.all",
        "readBoat": "boats.list",
        "goneBoat": "boats.gone",
        "listCars": "bikes.all",  # its tag was another one
    }
    places = place_operations(sources, {}, given, declared_is_pinned=True)
    assert [(one.resource, one.name) for one in places.values()] == [
        (("boats",), "all"),
        (("boats",), "list"),
        (("boats",), "list 2"),
        (("cars",), "list"),
    ]
    pinned = place_operations(sources, {"readBoat": "ships.read"}, given, declared_is_pinned=True)
    assert pinned["/1"].resource == ("ships",)
    assert pinned["/2"].name == "list"
