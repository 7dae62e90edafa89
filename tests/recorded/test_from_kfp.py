"""The guide for users of kfp: each row of its table sends the request that it names."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import httpx2
import pytest
from tests.recorded.exchanges import ROOT, exchanges

GUIDE = ROOT / "docs" / "guides" / "from-kfp.md"
BASE = "/apis/v2beta1"
ID = "123e4567-e89b-12d3-a456-426655440000"
NAMES = {
    **dict.fromkeys(
        ("experiment_id", "pipeline_id", "version_id", "run_id", "recurring_run_id"), ID
    ),
    "name": "plan",
    "file": ("plan.yaml", b"schemaVersion: 2.1.0\n"),
    "timeout": 5,
    "plan": {"schemaVersion": "2.1.0"},
    "run": {"display_name": "r", "pipeline_version_reference": {"pipeline_id": ID}},
    "recurring_run": {"display_name": "r", "max_concurrency": "1"},
}
WITHOUT_REQUEST = {
    *("set_user_namespace", "get_user_namespace", "create_run_from_pipeline_func"),
    *("upload_pipeline_from_pipeline_func", "upload_pipeline_version_from_pipeline_func"),
}
ROW = re.compile(r"^\| (`.*) \| `(client\..*)` \| `([A-Z]+) (/\S*)` \|$", re.MULTILINE)
ROWS = ROW.findall(GUIDE.read_text("utf-8"))
CLIENT = {
    *("archive_experiment", "archive_run", "create_experiment", "create_recurring_run"),
    *("create_run_from_pipeline_func", "create_run_from_pipeline_package", "delete_experiment"),
    *("delete_job", "delete_pipeline", "delete_pipeline_version", "delete_recurring_run"),
    *("delete_run", "disable_job", "disable_recurring_run", "enable_job", "enable_recurring_run"),
    *("get_experiment", "get_kfp_healthz", "get_pipeline", "get_pipeline_id"),
    *("get_pipeline_version", "get_recurring_run", "get_run", "get_user_namespace"),
    *("list_experiments", "list_pipeline_versions", "list_pipelines", "list_recurring_runs"),
    *("list_runs", "run_pipeline", "set_user_namespace", "terminate_run", "unarchive_experiment"),
    *("unarchive_run", "upload_pipeline", "upload_pipeline_from_pipeline_func"),
    *("upload_pipeline_version", "upload_pipeline_version_from_pipeline_func"),
    "wait_for_run_completion",
}
"""Public methods of ``kfp.Client`` 2.17."""


@pytest.fixture(autouse=True, scope="module")
def _packages() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "generated" / "python"))
    yield
    sys.path.remove(str(ROOT / "generated" / "python"))


def recorded(method: str, template: str) -> bytes:
    """Return what a server has answered to such a request; it answers most actions with ``{}``."""
    path = re.compile(re.escape(BASE + template).replace(r"\{\}", "[^/:]+"))
    found = (
        one.answer
        for one in exchanges("kubeflow")
        if one.method == method and one.status == 200 and path.fullmatch(one.path)
    )
    return next(found, b"{}")


@pytest.mark.parametrize(("theirs", "ours", "method", "template"), ROWS, ids=[r[0] for r in ROWS])
def test_row_sends_what_it_says(theirs: str, ours: str, method: str, template: str) -> None:
    from kubeflow_pipelines_v2beta1 import KubeflowPipelines

    answer = recorded(method, template)
    if "wait" in theirs:
        answer = json.dumps({**json.loads(answer), "state": "SUCCEEDED"}).encode()
    sent: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        request.read()
        sent.append(request)
        return httpx2.Response(200, content=answer, headers={"content-type": "application/json"})

    client = KubeflowPipelines(
        base_url="http://pipelines", transport=httpx2.MockTransport(respond), strict=True
    )
    code: CodeType = compile(ours, str(GUIDE), "eval")
    result = eval(code, {"client": client, **NAMES})
    (request,) = sent
    path = BASE + re.sub(r"names/\{\}", "names/plan", template).replace("{}", ID)
    assert (request.method, request.url.raw_path.decode().partition("?")[0]) == (method, path)
    read = getattr(result, "body", result)
    if hasattr(read, "model_dump_json"):
        assert json.loads(read.model_dump_json(by_alias=True, exclude_unset=True)) == json.loads(
            answer
        )


def test_every_method_of_kfp_is_in_the_guide() -> None:
    named = {name for row in ROWS for name in re.findall(r"`(\w+)", row[0])}
    assert named | WITHOUT_REQUEST == CLIENT
    text = GUIDE.read_text("utf-8")
    assert all(f"`{name}`" in text for name in WITHOUT_REQUEST)


def test_the_client_is_made_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Endpoint of the environment, a token that is read again, a cookie, a namespace."""
    from kubeflow_pipelines_v2beta1 import KubeflowPipelines

    (example,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    token = tmp_path / "token"
    sent: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json={})

    def make(**given: Any) -> KubeflowPipelines:
        del given["base_url"]
        return KubeflowPipelines(**given, transport=httpx2.MockTransport(respond))

    monkeypatch.setenv("KF_PIPELINES_ENDPOINT", "http://of-the-environment/pipeline")
    source = example.replace("/var/run/secrets/kubeflow/pipelines/token", str(token))
    source = re.sub("from kubeflow_pipelines_v2beta1 import .*", "", source).replace("…", "s")
    made: dict[str, Any] = {"KubeflowPipelines": make}
    exec(source, made)
    for secret in ("first\n", "second\n"):
        token.write_text(secret)
        assert list(made["team"].runs.list()) == []
        assert sent[-1].headers["authorization"] == f"Bearer {secret.strip()}"
    made["team"].runs.get("r")
    assert [str(one.url) for one in sent] == [
        *["http://of-the-environment/pipeline/apis/v2beta1/runs?namespace=team-a"] * 2,
        "http://of-the-environment/pipeline/apis/v2beta1/runs/r",
    ]
    assert sent[-1].headers["cookie"] == "authservice_session=s"
    assert inspect.signature(KubeflowPipelines).parameters.keys() >= {"verify", "proxy"}
