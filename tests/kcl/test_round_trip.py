"""What KCL evaluates is what the Python models take and the client sends: each resource of
Dataflow.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.server import Server, running
from tests.kcl.apis import GENERATED, committed
from tests.kcl.evaluation import evaluate

from specmill.model.entities import Entity, EntityOperation, Role
from specmill.model.parameters import ParameterPlace
from specmill.model.types import Named
from specmill.targets.kcl.examples import Examples
from specmill.targets.kcl.names import choose_names as kcl_names
from specmill.targets.kcl.names import requests_of
from specmill.targets.kcl.views.model import discriminators
from specmill.targets.python.names import choose_names, parameter_names

MODULE = GENERATED / "dataflow_v1b3"
API = committed("dataflow")
PYTHON, KCL = choose_names(API), kcl_names(API)
EXAMPLES = Examples(API, KCL, {}, discriminators(API))

MORE = {
    "location job": """
    environment = models.Environment {
        workerPools = [{numWorkers = 3, diskSizeGb = 50, metadata = {a = "b"}}]
        $version = {major = 2}
    }
    labels = {team = "data"}
    $type = "JOB_TYPE_STREAMING"
    createTime = "2026-01-31T09:30:00.000000001Z"
    steps = [{kind = "read", properties = {nested = [1, {deep = None}]}}]""",
    "location": """
    workerMessages = [{
        labels = {a = "b"}
        time = "2026-01-31T09:30:00Z"
        workerShutdownNotice = {reason = "preempted"}
    }]""",
    "location job work item": """
    workItemStatuses = [{workItemId = "1", completed = False, reportIndex = 9007199254740993}]""",
    "flex template": """
    launchParameter = {jobName = "j", parameters = {a = "b"}, environment = {numWorkers = 2}}
    validateOnly = True""",
    "stage": """
    startTime = "2026-01-31T09:30:00Z"
    pageSize = 5""",
}
"""Further fields of some instances, with objects to some depth, by entity."""
ACTIONS = {"location job work item": "reportStatus"}


@dataclass
class Sent:
    """A request in the parts that KCL fills."""

    path: list[str]
    query: dict[str, Any]
    body: dict[str, Any] | None


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as script:
        yield script


@pytest.mark.parametrize("entity", API.entities, ids=lambda entity: entity.name.replace(" ", "-"))
def test_an_instance_is_sent(entity: Entity, server: Server, tmp_path: Path) -> None:
    one = operation_of(entity)
    schema = KCL.requests.get(one.operation.pointer, KCL.entities[entity.name])
    standing = one.role is Role.CREATE
    instance = EXAMPLES.instance(schema, entity.inputs if standing else one.inputs)
    assert instance
    instance = instance.removesuffix("\n}") + MORE.get(entity.name, "") + "\n}"
    program = f"import dataflow_v1b3.models\nimport dataflow_v1b3.resources\n\nvalue = {instance}\n"
    told = evaluate(program, MODULE, tmp_path)["value"]
    wanted = split(one, told)
    server.answer({})
    call(one, wanted, server.url)
    assert server.last.method == one.operation.method
    path = one.operation.path
    for parameter, value in zip(paths(one), wanted.path, strict=True):
        path = path.replace(f"{{{parameter}}}", value)
    assert server.last.path == path
    assert dict(server.last.query) == {name: str(value) for name, value in wanted.query.items()}
    if wanted.body is not None:
        assert as_text(server.last.json()) == as_text(wanted.body)


def operation_of(entity: Entity) -> EntityOperation:
    """Pick what creates the entity, else an action on it, else what lists or reads it."""
    created = entity.having(Role.CREATE)
    requests = sorted(requests_of(entity), key=lambda one: one.role is not Role.ACTION)
    wanted = ACTIONS.get(entity.name)
    return next(one for one in (*created, *requests) if wanted in (None, one.operation.name))


def split(one: EntityOperation, told: dict[str, Any]) -> Sent:
    """Tell by the places of the fields where each goes."""
    places = {field.wire: field.places for field in one.inputs}
    path = [told[wire] for wire in paths(one)]
    query = {wire: value for wire, value in told.items() if "query" in places[wire]}
    body = {wire: value for wire, value in told.items() if "body" in places[wire]}
    return Sent(path, query, body if one.operation.body is not None else None)


def paths(one: EntityOperation) -> list[str]:
    parameters = one.operation.parameters
    return [each.wire for each in parameters if each.place is ParameterPlace.PATH]


def call(one: EntityOperation, wanted: Sent, url: str) -> None:
    """Call the generated client with the model of the body's name."""
    package = importlib.import_module("dataflow_v1b3")
    operation = one.operation
    arguments = parameter_names(operation.parameters, ())
    query = {arguments["query", wire]: value for wire, value in wanted.query.items()}
    if operation.body is not None:
        assert isinstance(operation.body.type, Named)
        assert KCL.models[operation.body.type.key] == PYTHON.models[operation.body.type.key]
        model = getattr(package.models, PYTHON.models[operation.body.type.key])
        query["body"] = model.model_validate_json(json.dumps(wanted.body))
    with package.Dataflow(base_url=url, token="t", max_retries=0) as client:
        attrgetter(PYTHON.dotted(operation))(client)(*wanted.path, **query)


def as_text(value: Any) -> Any:
    """Write whole numbers as text, for 64-bit integers may travel as either."""
    match value:
        case dict():
            return {key: as_text(one) for key, one in value.items()}
        case list():
            return [as_text(one) for one in value]
        case int() if not isinstance(value, bool):
            return str(value)
        case _:
            return value


def test_all_resources_are_there() -> None:
    assert len(API.entities) == 20
    assert MORE.keys() <= {entity.name for entity in API.entities}
