"""Calls one operation over and over, through a transport that answers at once.

Takes the client's name, a function of this module, and the seconds to spend.
Prints the seconds until the first answer, imports included, and the median of one call after it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from time import perf_counter

TYPE_CHECKING = False  # not from typing: importing that is left to the clients
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Call = Callable[[], object]

JOB = b"""{
  "id": "2026-01-15_08_30_00-1234567890123456789", "projectId": "acme", "name": "nightly-totals",
  "type": "JOB_TYPE_BATCH", "location": "us-central1", "currentState": "JOB_STATE_RUNNING",
  "currentStateTime": "2026-01-15T08:31:12.345678Z", "createTime": "2026-01-15T08:30:00.123456Z",
  "startTime": "2026-01-15T08:30:00.123456Z", "labels": {"team": "billing", "stage": "production"},
  "environment": {
    "dataset": "bigquery.example/acme", "serviceAccountEmail": "worker@acme.example",
    "experiments": ["shuffle", "runner"], "version": {"major": "7", "job_type": "PYTHON_BATCH"},
    "workerPools": [{"kind": "harness", "numWorkers": 4, "machineType": "n1-standard-2",
      "diskSizeGb": 50, "zone": "us-central1-a", "metadata": {"owner": "billing"}}]
  },
  "jobMetadata": {"sdkVersion": {"version": "2.60.0", "sdkSupportStatus": "SUPPORTED"},
    "bigqueryDetails": [{"projectId": "acme", "dataset": "sales", "table": "orders"}]}
}"""
EXPERIMENT = b"""{
  "id": "4f1d7a52", "name": "totals", "description": "One run a night.",
  "created_at": "2026-01-15T08:30:00Z", "storage_state": "STORAGESTATE_AVAILABLE",
  "resource_references": [
    {"key": {"type": "NAMESPACE", "id": "billing"}, "name": "billing", "relationship": "OWNER"}
  ]
}"""
JOB_ID = "2026-01-15_08_30_00-1234567890123456789"
HEADERS = {"content-type": "application/json; charset=UTF-8"}


def _transport(content: bytes) -> Any:
    httpx2 = import_module("httpx2")

    def answer(_: Any) -> Any:
        return httpx2.Response(200, headers=HEADERS, content=content)

    return httpx2.MockTransport(answer)


def specmill_dataflow() -> Call:
    """Decodes into typed models."""
    package = import_module("dataflow_v1b3")
    client = package.Dataflow(token="none", transport=_transport(JOB))
    return lambda: client.projects.locations.jobs.get("acme", "us-central1", JOB_ID).id


def google_dataflow() -> Call:
    """Decodes into dictionaries; the client object is built once, from the wheel's document."""
    response_class = import_module("httplib2").Response

    class Stub:
        def request(self, *_: Any, **__: Any) -> tuple[Any, bytes]:
            return response_class({"status": "200", **HEADERS}), JOB

        def close(self) -> None:
            return

    build = import_module("googleapiclient.discovery").build
    service = build("dataflow", "v1b3", http=Stub(), static_discovery=True)

    def call() -> object:
        jobs = service.projects().locations().jobs()
        request = jobs.get(projectId="acme", location="us-central1", jobId=JOB_ID)
        return request.execute()["id"]

    return call


def specmill_kubeflow() -> Call:
    """Decodes into typed models."""
    package = import_module("kubeflow_pipelines_v1beta1")
    base_url = "http://kubeflow.example"
    client = package.KubeflowPipelines(base_url=base_url, transport=_transport(EXPERIMENT))
    return lambda: client.experiments.get("4f1d7a52").id


def kfp_kubeflow() -> Call:
    """Decodes into its own typed models."""
    kfp = import_module("kfp_server_api")

    class Answer:
        status, reason, data = 200, "OK", EXPERIMENT

        def getheaders(self) -> dict[str, str]:
            return HEADERS

        def getheader(self, name: str, default: str | None = None) -> str | None:
            return HEADERS.get(name.lower(), default)

    configuration = kfp.Configuration(host="http://kubeflow.example")
    api_client = kfp.ApiClient(configuration)
    api_client.rest_client.pool_manager.request = lambda *_, **__: Answer()
    experiments = kfp.ExperimentServiceApi(api_client)
    return lambda: experiments.get_experiment("4f1d7a52").id


def httpx2_alone() -> Call:
    """Gives JSON as it is: what no client on httpx2 can go below."""
    json = import_module("json")
    client = import_module("httpx2").Client(transport=_transport(JOB))
    url = f"https://dataflow.example/v1b3/projects/acme/locations/us-central1/jobs/{JOB_ID}"
    return lambda: json.loads(client.get(url).content)["id"]


def _typical(call: Call, seconds: float) -> float:
    """Median over batches of about 20 ms of the mean time of one call."""
    started = perf_counter()
    for _ in range(20):
        call()
    size = max(1, int(0.02 / ((perf_counter() - started) / 20)))
    means: list[float] = []
    end = perf_counter() + seconds
    while perf_counter() < end or not means:
        started = perf_counter()
        for _ in range(size):
            call()
        means.append((perf_counter() - started) / size)
    return sorted(means)[len(means) // 2]


def main(name: str, seconds: float) -> None:
    """Measure one client.

    Raises:
        SystemExit: It gave a wrong answer.
    """
    started = perf_counter()
    call: Call = globals()[name]()
    answer = call()
    first = perf_counter() - started
    if answer not in {JOB_ID, "4f1d7a52"}:
        raise SystemExit(f"error: {name} gave {answer!r}")
    print(f'{{"first": {first}, "call": {_typical(call, seconds)}}}')


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
