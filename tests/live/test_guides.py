"""The guides for users of kfp and of PaddleFlow's SDK, word for word against running servers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.recorded.test_from_kfp import ROWS

from .conftest import ROOT, fresh, server
from .test_kubeflow import PLAN

GUIDE = ROOT / "docs" / "guides" / "from-paddleflow.md"
PROGRAMS = re.compile(r"```python\n(.*?)```", re.DOTALL)

LIFE = {
    "get_kfp_healthz": "",
    "create_experiment": "experiment_id",
    "get_experiment": "",
    "list_experiments": "",
    "upload_pipeline": "pipeline_id",
    "get_pipeline_id": "",
    "get_pipeline": "",
    "list_pipelines": "",
    "upload_pipeline_version": "version_id",
    "list_pipeline_versions": "",
    "get_pipeline_version": "",
    "create_run_from_pipeline_package": "",
    "run_pipeline": "run_id",
    "get_run": "",
    "list_runs": "",
    "wait_for_run_completion": "",
    "terminate_run": "",
    "archive_run": "",
    "unarchive_run": "",
    "delete_run": "",
    "create_recurring_run": "recurring_run_id",
    "get_recurring_run": "",
    "list_recurring_runs": "",
    "disable_recurring_run": "",
    "enable_recurring_run": "",
    "delete_recurring_run": "",
    "delete_pipeline_version": "",
    "archive_experiment": "",
    "unarchive_experiment": "",
    "delete_experiment": "",
    "delete_pipeline": "",
}
"""Methods of kfp in the order in which they can be called, and the id that each gives."""


@pytest.fixture
def kubeflow() -> Iterator[Any]:
    """A strict client of v2beta1."""
    from kubeflow_pipelines_v2beta1 import KubeflowPipelines

    with KubeflowPipelines(base_url=server("KFP_SERVER"), max_retries=0, strict=True) as client:
        yield client


def test_each_row_for_users_of_kfp(kubeflow: Any) -> None:
    from kubeflow_pipelines_v2beta1 import BadRequestError, OperationTimeoutError

    refusals = {
        "wait_for_run_completion": OperationTimeoutError,  # nothing carries runs out here
        "delete_pipeline": BadRequestError,  # it has versions
    }
    rows = {theirs.split("`")[1].partition("(")[0]: ours for theirs, ours, *_ in ROWS}
    assert rows.keys() == LIFE.keys()
    plan = repr(PLAN).encode()  # YAML takes it for what it is
    known: dict[str, Any] = {"client": kubeflow, "timeout": 1, "plan": PLAN}
    for theirs, makes in LIFE.items():
        if makes or theirs == "create_run_from_pipeline_package":
            known |= {"name": fresh("guide"), "file": ("plan.yaml", plan)}
        known |= _bodies(known)
        if theirs in refusals:
            with pytest.raises(refusals[theirs]):
                eval(rows[theirs], known)
            continue
        answer = eval(rows[theirs], known)
        if theirs == "get_pipeline_id":
            assert answer == known["pipeline_id"]
        elif theirs.startswith("list_"):
            assert len(list(answer)) >= 1
        elif makes:
            known[makes] = getattr(answer, _ID_FIELDS.get(makes, makes))
    kubeflow.pipelines.delete(known["pipeline_id"], cascade=True)


_ID_FIELDS = {"version_id": "pipeline_version_id"}


def _bodies(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands for the mappings that the guide calls `run` and `recurring_run`."""
    version = {
        "pipeline_id": known.get("pipeline_id"),
        "pipeline_version_id": known.get("version_id"),
    }
    run = {
        "display_name": fresh("run"),
        "experiment_id": known.get("experiment_id"),
        "pipeline_version_reference": version,
    }
    schedule = {"max_concurrency": "1", "trigger": {"cron_schedule": {"cron": "0 0 * * * *"}}}
    return {"run": run, "recurring_run": {**run, **schedule, "mode": "ENABLE"}}


def test_what_differs_for_users_of_kfp(kubeflow: Any) -> None:
    from kubeflow_pipelines_v2beta1 import ConflictError, NotFoundError

    made = kubeflow.experiments.create({"display_name": fresh("guide")})
    with pytest.raises(ConflictError):
        kubeflow.experiments.create({"display_name": made.display_name})
    kubeflow.experiments.delete(made.experiment_id)
    with pytest.raises(NotFoundError) as missing:
        kubeflow.experiments.get(made.experiment_id)
    assert missing.value.code == "NOT_FOUND"
    assert made.experiment_id in missing.value.server_message


def test_the_program_of_kubeflows_page(
    kubeflow: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = kubeflow.runs.create({"display_name": fresh("guide"), "pipeline_spec": PLAN})
    (program,) = PROGRAMS.findall((ROOT / "docs" / "apis" / "kubeflow.md").read_text("utf-8"))
    exec(program.replace("http://localhost:8888", server("KFP_SERVER")), {})
    kubeflow.runs.delete(run.run_id)
    assert run.display_name in capsys.readouterr().out


@pytest.fixture
def root() -> Iterator[Any]:
    """A strict client of PaddleFlow for root."""
    from paddleflow import PaddleFlow

    address, password = server("PADDLEFLOW_SERVER"), os.environ.get("PADDLEFLOW_PASSWORD", "")
    if not password:
        pytest.skip("PADDLEFLOW_PASSWORD is not set")
    with PaddleFlow(base_url=address, username="root", password=password, strict=True) as client:
        yield client


@pytest.fixture
def user(root: Any) -> Iterator[str]:
    """A user with the password of the guide."""
    name = fresh("ada").replace("-", "")[:14]
    root.users.create({"username": name, "password": "secret1"})
    yield name
    root.users.delete(name)


def _here(program: str, user: str) -> str:
    """Return a program of a page with the running server and a user of it."""
    address = urlsplit(server("PADDLEFLOW_SERVER"))
    for word, other in (
        ("10.0.0.1", address.hostname),
        ("localhost", address.hostname),
        ("8999", address.port),
        ("ada", user),
        ('"user"', f'"{user}"'),
    ):
        program = program.replace(word, str(other))
    return program


@pytest.mark.parametrize("start", ["# The same script, here", "# Typed"])
def test_each_program_for_users_of_paddleflows_sdk(user: str, start: str) -> None:
    (programs,) = PROGRAMS.findall(GUIDE.read_text("utf-8"))
    program = re.split(r"^(?=# )", programs[programs.index(start) :], flags=re.MULTILINE)[1]
    after: dict[str, Any] = {}
    exec(_here(program, user), after)
    if "ok" in after:
        assert (after["ok"], after["queues"]) == (True, [])


def test_the_program_of_paddleflows_page(user: str) -> None:
    (program,) = PROGRAMS.findall((ROOT / "docs" / "apis" / "paddleflow.md").read_text("utf-8"))
    exec(_here(program, user), {})


def test_both_faces_list_the_same(root: Any) -> None:
    from paddleflow import documented

    face = documented.Client.over(root)
    rows = re.findall(r"^\| `(list_\w+)` \| `([\w.]+)` \|", GUIDE.read_text(), re.MULTILINE)
    for theirs, ours in rows:
        if theirs == "list_cluster_resource":  # it asks the clusters themselves
            continue
        worked, *answer = getattr(face, theirs)()
        assert worked is True, theirs
        found = next((one for one in _lists(answer)), [])
        assert len(list(attrgetter(ours)(root)())) >= len(found), theirs


def _lists(answer: Any) -> Iterator[list[Any]]:
    """Yield the lists in what a documented method returns."""
    for one in answer:
        if isinstance(one, list):
            yield one
        elif isinstance(one, dict):
            yield from _lists(one.values())


def test_what_the_guide_says_of_paddleflow(
    root: Any, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from paddleflow import BadRequestError, PaddleFlow, documented

    with pytest.raises(BadRequestError) as missing:
        root.queues.get(fresh("none"))
    error = missing.value
    assert (error.code, bool(error.server_message), bool(error.request_id)) == (
        "QueueNameNotFound",
        True,
        True,
    )
    face: Any = documented.Client.over(root)
    worked, message = face.show_queue(fresh("none"))
    assert (worked, message.code, message.error.code) == (False, error.code, error.code)
    monkeypatch.setenv("PADDLEFLOW_BASE_URL", server("PADDLEFLOW_SERVER"))
    monkeypatch.setenv("PADDLEFLOW_USERNAME", user)
    monkeypatch.setenv("PADDLEFLOW_PASSWORD", "secret1")
    with PaddleFlow() as client:
        assert client.with_options(timeout=9, max_retries=1).queues.list().items == []
