"""Which operations go on after their answer, and what they come to."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.operations import Operation
from specmill.model.types import Anything, Named

EXTENSION = "x-specmill-long-running"
TEXT = {"type": "string"}
ANY = {"type": "object", "additionalProperties": True}
WORK = {
    "type": "object",
    "properties": {
        "name": TEXT,
        "done": {"type": "boolean"},
        "metadata": ANY,
        "response": ANY,
        "error": ANY,
    },
}
JOB = {"type": "object", "properties": {"id": TEXT, "state": TEXT, "found": TEXT}}
SAID = {"name": "id", "status": "state", "finished": ["OK"]}


def _operation(
    id_: str, schema: str = "Work", body: str = "", path: str = "", **more: Any
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": id_,
        "x-specmill-resource": id_.split(".")[:-1],
        "x-specmill-method": id_.rpartition(".")[2],
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": TEXT}
            for name in (["id"] if "{id}" in path else [])
        ],
        "responses": {"200": {"description": "", "content": _content(schema)}},
        **more,
    }
    if body:
        operation["requestBody"] = {"content": _content(body)}
    return operation


def _content(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _lowered(
    lowered: Lower, paths: dict[str, dict[str, Any]], **schemas: Any
) -> dict[str, Operation]:
    plain = {"type": "object", "properties": {"x": TEXT}}
    names = ("Plot", "DigRequest", "DigResponse", "DigMetadata", "Info")
    known = {**dict.fromkeys(names, plain), "Work": WORK, **schemas}
    api = lowered(paths=paths, components={"schemas": known})
    return {one.id: one for child in api.root.children for one in child.operations}


POLL = {"/operations/{id}": {"get": _operation("operations.get", path="{id}")}}


def test_what_starts_work(lowered: Lower) -> None:
    paths = {
        **POLL,
        "/operations/{id}:cancel": {
            "post": _operation("operations.cancel", "Plot", path="{id}"),
        },
        "/operations/{id}/wait": {"post": _operation("operations.wait", path="{id}")},
        "/plots": {
            "get": _operation("plots.look"),
            "post": _operation("plots.create", body="Plot"),
        },
    }
    found = _lowered(lowered, paths)
    assert [id_ for id_, one in found.items() if one.long_running] == ["plots.create"]
    work = found["plots.create"].long_running
    assert work is not None
    assert [one.operation for one in work.progress.polls] == ["operations.get"]
    assert [one.operation for one in work.progress.cancels] == ["operations.cancel"]


def test_without_a_way_to_ask_it_is_an_answer_as_any(lowered: Lower) -> None:
    paths = {"/plots": {"get": _operation("plots.list"), "post": _operation("plots.create")}}
    assert not any(one.long_running for one in _lowered(lowered, paths).values())


@pytest.mark.parametrize(
    ("body", "result", "metadata"),
    [
        ("Plot", Named("Plot"), Anything()),  # which `get` answers
        ("DigRequest", Named("DigResponse"), Named("DigMetadata")),
        ("Info", Anything(), Anything()),
        ("", Anything(), Anything()),
    ],
)
def test_what_it_comes_to(lowered: Lower, body: str, result: Any, metadata: Any) -> None:
    paths = {
        **POLL,
        "/plots/{id}": {"get": _operation("plots.get", "Plot", path="{id}")},
        "/plots": {"post": _operation("plots.change", body=body)},
    }
    work = _lowered(lowered, paths)["plots.change"].long_running
    assert work is not None
    assert (work.result, work.metadata) == (result, metadata)


def test_the_only_kind_of_metadata(lowered: Lower) -> None:
    paths = {**POLL, "/plots": {"post": _operation("plots.change")}}
    schemas = {"OperationMetadata": ANY | {"properties": {"x": TEXT}}}
    work = _lowered(lowered, paths, **schemas)["plots.change"].long_running
    assert work is not None and work.metadata == Named("OperationMetadata")


def test_the_document_says_more(lowered: Lower) -> None:
    said = {EXTENSION: {"result": "Info", "metadata": "Plot"}}
    paths = {
        **POLL,
        "/plots": {"post": _operation("plots.create", **said)},
        "/other": {"post": _operation("plots.other", **{EXTENSION: False})},
    }
    found = _lowered(lowered, paths)
    work = found["plots.create"].long_running
    assert work is not None and (work.result, work.metadata) == (Named("Info"), Named("Plot"))
    assert found["plots.other"].long_running is None
    switched_off = _lowered(
        lowered,
        POLL | paths | {"/plots": {"post": _operation("plots.create")}},
        Work=WORK | {EXTENSION: False},
    )
    assert switched_off["plots.create"].long_running is None


def _jobs(**more: Any) -> dict[str, dict[str, Any]]:
    return {
        "/jobs": {"post": _operation("jobs.start", "Job", **more)},
        "/jobs/{id}": {"get": _operation("jobs.get", "Job", path="{id}")},
    }


def test_a_kind_that_the_document_describes(lowered: Lower) -> None:
    assert _lowered(lowered, _jobs(), Job=JOB)["jobs.start"].long_running is None
    job = JOB | {EXTENSION: SAID | {"failed": ["BAD"], "poll": "jobs.get"}}
    work = _lowered(lowered, _jobs(), Job=job)["jobs.start"].long_running
    assert work is not None
    assert work.result == Named("Job")
    assert (work.progress.finished, work.progress.failed) == (("OK",), ("BAD",))


@pytest.mark.parametrize(
    ("job", "operation", "message"),
    [
        (SAID | {"name": "x"}, None, "names no field: 'name', 'x'"),
        (SAID | {"poll": "jobs.look"}, None, "names 'jobs.look', which is no operation"),
        (SAID | {"when": "x"}, None, "has no 'when'"),
        (SAID | {"finished": [1]}, None, "has a 'finished' that is no text"),
        (SAID | {"name": ["id"]}, None, "has a 'name' that is no text"),
        ({"name": "id", "status": "state"}, None, "must say `name`, and `done`"),
        ([], None, "is neither an object nor false"),
        (None, {"result": "Job"}, "answers no operation that can be followed"),
        (SAID, {"result": "Nothing"}, "names 'Nothing', which is no schema"),
        (SAID, {"response": "Job"}, "has no 'response'"),
    ],
)
def test_what_it_says_must_be(lowered: Lower, job: Any, operation: Any, message: str) -> None:
    schema = JOB if job is None else JOB | {EXTENSION: job}
    more = {} if operation is None else {EXTENSION: operation}
    with pytest.raises(SpecmillError, match=message):
        _lowered(lowered, _jobs(**more), Job=schema)


def test_a_kind_that_nothing_asks_for_is_an_error(lowered: Lower) -> None:
    paths = {"/jobs": {"post": _operation("jobs.start", "Job")}}
    with pytest.raises(SpecmillError, match="is answered by no GET"):
        _lowered(lowered, paths, Job=JOB | {EXTENSION: SAID})
