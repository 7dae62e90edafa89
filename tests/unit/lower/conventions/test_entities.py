"""The resource view: which operations make up an entity, in what role, with which fields."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kcl.apis import committed

from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document
from specmill.lower import lower
from specmill.model.api import Api
from specmill.model.entities import Entity

OK = {"200": {"description": "Fine."}}
OBJECT: dict[str, Any] = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
}


def api_of(*operations: str, **extensions: dict[str, Any]) -> Api:
    """Lower what :func:`api_root` makes."""
    return lowered(api_root(*operations, **extensions))


def lowered(root: dict[str, Any]) -> Api:
    return lower(Document(root, "openapi3"), key="things", report=Report())


def api_root(*operations: str, **extensions: dict[str, Any]) -> dict[str, Any]:
    """Make a document of operations, ``METHOD path tag.id``; ``+`` before it adds a body."""
    paths: dict[str, Any] = {}
    for line in operations:
        method, path, name = line.split()
        tag, _, own = name.rpartition(".")
        node: dict[str, Any] = {"operationId": own, "responses": OK}
        node.update({"tags": [tag]} if tag else {})
        node.update(extensions.get(own, {}))
        names = [part.split("}")[0] for part in path.split("{")[1:]]
        node["parameters"] = [
            {"name": one, "in": "path", "required": True, "schema": {"type": "string"}}
            for one in names
        ]
        if method.startswith("+"):
            content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
            node["requestBody"] = {"required": True, "content": content}
        paths.setdefault(path, {})[method.strip("+").lower()] = node
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Thing": {**OBJECT, "properties": {**OBJECT["properties"]}}}},
    }


def roles(entity: Entity) -> list[str]:
    return [f"{one.role} {one.operation.id}" for one in entity.operations]


def view(api: Api) -> dict[str, tuple[str, list[str]]]:
    return {entity.name: (entity.pattern, roles(entity)) for entity in api.entities}


def test_standard_methods_of_a_collection() -> None:
    api = api_of(
        "GET /jobs jobs.listJobs",
        "+POST /jobs jobs.createJob",
        "GET /jobs/{id} jobs.getJob",
        "+PATCH /jobs/{job_id} jobs.updateJob",
        "DELETE /jobs/{id} jobs.deleteJob",
    )
    operations = ["list listJobs", "create createJob", "read getJob"]
    operations += ["update updateJob", "delete deleteJob"]
    assert {key: (path, sorted(told)) for key, (path, told) in view(api).items()} == {
        "job": ("/jobs/{id}", sorted(operations))
    }
    (job,) = api.entities
    assert [(one.wire, one.required) for one in job.identity] == [("job_id", False)]


def test_actions_and_entities_below_one() -> None:
    api = api_of(
        "GET /jobs/{id} jobs.getJob",
        "POST /jobs/{id}:cancel jobs.cancelJob",
        "POST /jobs/{id}/retry jobs.retryJob",
        "GET /jobs/{id}/logs logs.listLogs",
        "POST /jobs/{id}/debug/attach debug.attach",
        "POST /jobs/{id}/debug/detach debug.detach",
    )
    assert view(api) == {
        "job": ("/jobs/{id}", ["read getJob", "action cancelJob", "action retryJob"]),
        "log": ("/jobs/{id}/logs", ["list listLogs"]),
        "debug": ("/jobs/{id}/debug", ["action attach", "action detach"]),
    }


def test_a_singleton_is_no_action() -> None:
    api = api_of(
        "GET /repos/{id} repos.getRepo",
        "GET /repos/{id}/topics repos.getTopics",
        "+PUT /repos/{id}/topics repos.putTopics",
    )
    assert view(api) == {
        "repo": ("/repos/{id}", ["read getRepo"]),
        "topic": ("/repos/{id}/topics", ["read getTopics", "update putTopics"]),
    }


def test_parameters_in_a_row() -> None:
    api = api_of(
        "+POST /repos/{owner} repos.create",
        "GET /repos/{owner}/{repo} repos.get",
        "GET /repos/{owner}/{repo}/issues/{number} issues.get",
    )
    assert view(api) == {
        "repo": ("/repos/{owner}/{repo}", ["create create", "read get"]),
        "issue": ("/repos/{owner}/{repo}/issues/{number}", ["read get"]),
    }


def test_namesakes_are_told_apart_by_what_they_are_in() -> None:
    api = api_of(
        "GET /v1/projects/{p}/jobs/{id} a.getJob",
        "GET /v1/projects/{p}/regions/{r}/jobs/{id} a.getRegionJob",
        "GET /v1/zones/{z} a.getZone",
    )
    assert [entity.name for entity in api.entities] == ["project job", "region job", "zone"]


def test_an_overlay_decides() -> None:
    declared = {"x-specmill-entity": {"pattern": "/things/{x}", "name": "widget", "role": "read"}}
    api = api_of("POST /things:search a.search", search=declared)
    assert view(api) == {"widget": ("/things/{x}", ["read search"])}


@pytest.mark.parametrize(
    ("declared", "message"),
    [({"role": "make"}, "x-specmill-entity: there is no role 'make'")],
)
def test_a_wrong_extension(declared: dict[str, str], message: str) -> None:
    with pytest.raises(SpecmillError, match=message):
        api_of("POST /things a.create", create={"x-specmill-entity": declared})


def test_an_unknown_behavior() -> None:
    root = api_root("+POST /things a.create")
    thing = root["components"]["schemas"]["Thing"]["properties"]["name"]
    root["components"]["schemas"]["Thing"]["properties"]["name"] = {
        **thing,
        "x-specmill-field-behavior": ["imutable"],
    }
    with pytest.raises(SpecmillError, match="of 'name' has the unknown value 'imutable'"):
        lowered(root)


def test_two_names_for_one_pattern() -> None:
    with pytest.raises(SpecmillError, match="both one and two"):
        api_of(
            "GET /things/{id} a.get",
            "DELETE /things/{id} a.delete",
            get={"x-specmill-entity": {"name": "one"}},
            delete={"x-specmill-entity": {"name": "two"}},
        )


def test_every_operation_is_in_one_entity() -> None:
    for name in ("dataflow", "genomics", "kubeflow-pipelines", "paddleflow"):
        api = committed(name)
        pointers = [one.operation.pointer for entity in api.entities for one in entity.operations]
        assert len(pointers) == len(set(pointers)) > 0
        assert len({entity.pattern for entity in api.entities}) == len(api.entities)
        for entity in api.entities:
            wires = [field.wire for field in entity.inputs]
            assert len(wires) == len(set(wires)), entity.name


def test_fields_of_a_job_of_dataflow() -> None:
    (job,) = [one for one in committed("dataflow").entities if one.name == "location job"]
    fields = {field.wire: field for field in job.inputs}
    assert [field.wire for field in job.identity] == ["projectId", "location", "jobId"]
    assert fields["location"].places == ("path", "body")
    assert fields["projectId"].required and not fields["jobId"].required
    assert fields["updateMask"].places == ("query",)
    assert not fields["requestedState"].immutable
    assert "pausable" not in fields  # read-only
    outputs = {field.wire: field for field in job.output_fields}
    assert outputs["pausable"].read_only
    assert {wire for wire, field in outputs.items() if field.identity} == {
        *("id", "location", "projectId")
    }
