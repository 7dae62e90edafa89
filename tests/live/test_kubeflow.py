"""An API server of Kubeflow Pipelines 2.17, by both versions of its API: ``KFP_SERVER=host:port``.

Everything that is made has a name of its own and is removed where the server lets it. Calls go one
after the other, for servers whose database is in memory.
"""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import Wire, fresh, server

STEP = {"image": "alpine:3", "command": ["echo"], "args": ["{{$.inputs.parameters['text']}}"]}
PLAN: dict[str, Any] = {
    "components": {
        "comp-echo": {
            "executorLabel": "exec-echo",
            "inputDefinitions": {"parameters": {"text": {"parameterType": "STRING"}}},
        }
    },
    "deploymentSpec": {"executors": {"exec-echo": {"container": STEP}}},
    "pipelineInfo": {"name": "echo-text"},
    "root": {
        "dag": {
            "tasks": {
                "echo": {
                    "componentRef": {"name": "comp-echo"},
                    "taskInfo": {"name": "echo"},
                    "inputs": {"parameters": {"text": {"componentInputParameter": "text"}}},
                }
            }
        },
        "inputDefinitions": {
            "parameters": {
                "text": {"parameterType": "STRING", "defaultValue": "hello"},
                "rate": {"parameterType": "NUMBER_DOUBLE", "isOptional": True},
                "table": {"parameterType": "STRUCT", "isOptional": True},
            }
        },
    },
    "schemaVersion": "2.1.0",
    "sdkVersion": "kfp-2.17.0",
}


@pytest.fixture
def v2(wire: Wire) -> Iterator[Any]:
    """A strict client of v2beta1."""
    import kubeflow_pipelines_v2beta1 as package

    with package.KubeflowPipelines(
        base_url=server("KFP_SERVER"), transport=wire, max_retries=0, strict=True
    ) as client:
        yield client


@pytest.fixture
def v1(wire: Wire) -> Iterator[Any]:
    """A strict client of v1beta1."""
    import kubeflow_pipelines_v1beta1 as package

    with package.KubeflowPipelines(
        base_url=server("KFP_SERVER"), transport=wire, max_retries=0, strict=True
    ) as client:
        yield client


@pytest.fixture
def errors() -> Any:
    """The package, for its exceptions."""
    import kubeflow_pipelines_v2beta1 as package

    return package


@pytest.fixture
def experiment(v2: Any) -> Iterator[Any]:
    """An experiment."""
    made = v2.experiments.create({"display_name": fresh("home ü"), "description": "50 % ✓"})
    yield made
    v2.experiments.archive(made.experiment_id)


@pytest.fixture
def pipeline(v2: Any) -> Iterator[Any]:
    """A pipeline with one version."""
    content = json.dumps(PLAN).encode()
    made = v2.pipelines.upload(uploadfile=("plan.yaml", content), name=fresh("plan"))
    yield made
    v2.pipelines.delete(made.pipeline_id, cascade=True)


@pytest.fixture
def run(v2: Any, experiment: Any) -> Iterator[Any]:
    """A run of a plan that comes with it."""
    parameters = {"text": "grüß Gott", "rate": 0.1, "table": {"a": [1, None, {"b": True}]}}
    made = v2.runs.create(
        {
            "display_name": fresh("run"),
            "experiment_id": experiment.experiment_id,
            "pipeline_spec": PLAN,
            "runtime_config": {"parameters": parameters},
        }
    )
    yield made
    v2.runs.delete(made.run_id)


def test_health(v2: Any, v1: Any, wire: Wire) -> None:
    assert v2.healthz.get().pipeline_store == "database"
    v1.healthz.get()
    assert [one.url.path for one in wire.requests] == [
        "/apis/v2beta1/healthz",
        "/apis/v1beta1/healthz",
    ]


def test_experiments_are_read_as_they_were_made(v2: Any, wire: Wire, experiment: Any) -> None:
    found = v2.experiments.get(experiment.experiment_id)
    assert wire.is_written_again(found)
    assert (found.display_name, found.description) == (experiment.display_name, "50 % ✓")
    v2.experiments.archive(experiment.experiment_id)
    assert v2.experiments.get(experiment.experiment_id).storage_state == "ARCHIVED"
    v2.experiments.unarchive(experiment.experiment_id)
    assert v2.experiments.get(experiment.experiment_id).storage_state == "AVAILABLE"


def test_lists_go_over_sorted_and_filtered_pages(v2: Any, errors: Any) -> None:
    word = fresh("row")
    names = [f"{word} {number}" for number in range(5)]
    made = [v2.experiments.create({"display_name": name}) for name in names]
    wanted = errors.models.Filter(
        predicates=[{"key": "name", "operation": "IS_SUBSTRING", "string_value": word}]
    )
    page = v2.experiments.list(
        page_size=2, sort_by="name desc", filter_=wanted.model_dump_json(exclude_unset=True)
    )
    assert [one.display_name for one in page.items] == names[:2:-1]
    assert [one.display_name for one in page] == names[::-1]
    for one in made:
        v2.experiments.delete(one.experiment_id)


def test_errors_have_class_code_and_sentence(v2: Any, errors: Any, experiment: Any) -> None:
    with pytest.raises(errors.NotFoundError, match="Experiment nobody not found") as missing:
        v2.experiments.get("nobody")
    assert (missing.value.code, missing.value.rpc_status.code) == ("NOT_FOUND", 5)
    assert missing.value.body.details[0].type == "type.googleapis.com/google.rpc.Status"
    with pytest.raises(errors.ConflictError, match="already exist") as taken:
        v2.experiments.create({"display_name": experiment.display_name})
    assert taken.value.code == "ALREADY_EXISTS"
    with pytest.raises(errors.StatusError, match="invalid|Invalid"):
        v2.experiments.list(page_token="no token")
    for odd in ("", ".", "..", f"x/../{experiment.experiment_id}"):
        with pytest.raises(ValueError, match="experiment_id"):
            v2.experiments.delete(odd)
    assert v2.experiments.get(experiment.experiment_id)


@pytest.mark.parametrize("form", ["bytes", "path", "file", "zip"])
def test_uploads_in_every_form(v2: Any, wire: Wire, form: str, tmp_path: Any) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(json.dumps(PLAN))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, "pipeline.yaml")
    forms: dict[str, Any] = {
        "bytes": ("plan.yaml", path.read_bytes()),
        "path": path,
        "file": path.open("rb"),
        "zip": ("plan.zip", packed.getvalue()),
    }
    made = v2.pipelines.upload(
        uploadfile=forms[form], name=fresh("plän"), description="ö & %", tags='{"team": "a"}'
    )
    assert wire.is_written_again(made)
    assert (made.description, made.tags) == ("ö & %", {"team": "a"})
    v2.pipelines.delete(made.pipeline_id, cascade=True)
    forms["file"].close()


def test_pipelines_and_versions(v2: Any, errors: Any, wire: Wire, pipeline: Any) -> None:
    id_ = pipeline.pipeline_id
    assert v2.pipelines.get_by_name(pipeline.name).pipeline_id == id_
    v2.pipelines.upload_version(
        uploadfile=("plan.yaml", json.dumps(PLAN).encode()), name=fresh("two"), pipelineid=id_
    )
    versions = list(v2.pipelines.list_versions(id_, page_size=1))
    assert len(versions) == 2
    version = v2.pipelines.get_version(id_, versions[0].pipeline_version_id)
    assert wire.is_written_again(version)
    with pytest.raises(errors.BadRequestError):
        v2.pipelines.delete(id_)
    changed = v2.pipelines.update(id_, {"display_name": "Other ✓", "tags": {"a": "b"}})
    assert (changed.display_name, changed.tags, changed.name) == (
        "Other ✓",
        {"a": "b"},
        pipeline.name,
    )
    cleared = v2.pipelines.update_version(id_, version.pipeline_version_id, {"tags": {}})
    assert not cleared.tags
    v2.pipelines.delete_version(id_, version.pipeline_version_id)


def test_runs_keep_every_kind_of_value(v2: Any, wire: Wire, run: Any, experiment: Any) -> None:
    found = v2.runs.get(run.run_id)
    assert wire.is_written_again(found)
    assert found.runtime_config.parameters["table"] == {"a": [1, None, {"b": True}]}
    assert found.runtime_config.parameters["rate"] == 0.1
    listed = list(v2.runs.list(experiment_id=experiment.experiment_id, page_size=1))
    assert [one.run_id for one in listed] == [run.run_id]


def test_values_nested_deeply(v2: Any, errors: Any, experiment: Any) -> None:
    """One run with a deep value is made, read by itself and in a list."""
    tree: Any = 1
    for _ in range(300):
        tree = {"in": [tree]}
    body = errors.models.Run(
        display_name=fresh("deep"),
        experiment_id=experiment.experiment_id,
        pipeline_spec=PLAN,
        runtime_config={"parameters": {"table": tree}},
    )
    made = v2.runs.create(body)
    (listed,) = v2.runs.list(experiment_id=experiment.experiment_id)
    for found in (made, v2.runs.get(made.run_id), listed):
        assert found.runtime_config.parameters["table"] == tree
    v2.runs.delete(made.run_id)


def test_life_of_a_run(v2: Any, errors: Any, run: Any) -> None:
    seen: list[str] = []
    with pytest.raises(errors.OperationTimeoutError, match="state is"):
        v2.runs.wait(run.run_id, timeout=0.3, poll=0.1, progress=lambda one: seen.append(one.state))
    assert seen
    v2.runs.terminate(run.run_id)
    assert v2.runs.get(run.run_id).state in ("CANCELING", "CANCELED")
    v2.runs.archive(run.run_id)
    assert v2.runs.get(run.run_id).storage_state == "ARCHIVED"
    v2.runs.unarchive(run.run_id)
    with pytest.raises(errors.BadRequestError, match="words|text|input parameter"):
        v2.runs.create(
            {
                "display_name": fresh("bad"),
                "pipeline_spec": PLAN,
                "runtime_config": {"parameters": {"text": 3}},
            }
        )


def test_async_client(experiment: Any) -> None:
    import kubeflow_pipelines_v2beta1 as package

    async def calls() -> tuple[Any, list[Any]]:
        async with package.AsyncKubeflowPipelines(
            base_url=server("KFP_SERVER"), strict=True
        ) as client:
            one = await client.experiments.get(experiment.experiment_id)
            return one, [each async for each in client.experiments.list(page_size=2)]

    one, listed = asyncio.run(calls())
    assert one.experiment_id in [each.experiment_id for each in listed]


def test_v1beta1(v1: Any, wire: Wire) -> None:
    import kubeflow_pipelines_v1beta1 as package

    home = v1.experiments.create({"name": fresh("old home")})
    assert wire.is_written_again(v1.experiments.get(home.id))
    assert home.id in [one.id for one in v1.experiments.list(page_size=2)]
    workflow = {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "Workflow",
        "metadata": {"generateName": "old-"},
        "spec": {
            "entrypoint": "say",
            "arguments": {"parameters": [{"name": "text", "value": "hü"}]},
            "templates": [{"name": "say", "container": {"image": "alpine:3"}}],
        },
    }
    plan = v1.pipelines.upload(
        uploadfile=("plan.yaml", json.dumps(workflow).encode()), name=fresh("old plan")
    )
    assert json.loads(v1.pipelines.get_template(plan.id).template)["kind"] == "Workflow"
    detail = v1.runs.create(
        {
            "name": fresh("old run"),
            "pipeline_spec": {"pipeline_id": plan.id},
            "resource_references": [
                {"key": {"type": "EXPERIMENT", "id": home.id}, "relationship": "OWNER"}
            ],
        }
    )
    assert wire.is_written_again(v1.runs.get(detail.run.id))
    with pytest.raises(package.OperationTimeoutError, match="run.status is"):
        v1.runs.wait(detail.run.id, timeout=0)
    v1.runs.delete(detail.run.id)
    with pytest.raises(package.NotFoundError, match="not found"):
        v1.experiments.get("nobody")
    v1.pipelines.delete_version(plan.default_version.id)
    v1.pipelines.delete(plan.id)
    v1.experiments.delete(home.id)
