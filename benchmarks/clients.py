"""What clients cost at run time: import, memory, the first call, every further call."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import large, peers
from benchmarks.processes import ROOT, FailedError, checked
from benchmarks.report import Table, against, mebibytes, milliseconds, ratio

_PROBES = Path(__file__).parent / "probes"
_PACKAGES = ROOT / "generated" / "python"
_DATAFLOW, _KUBEFLOW = "dataflow_v1b3", "kubeflow_pipelines_v1beta1"

_IMPORT_TARGET = 0.02
_SERVICE_TARGET = 0.15
_CALL_TARGET = 0.0002
_RUNS = 4
"""Interpreters for each run that was asked for: imports are short."""
_CALL_SECONDS = 1.0

_IMPORTS_ABOUT = """
Each line runs in interpreters of its own; time and resident memory are those of the statements
alone, without Python's start. "Largest service" imports the resource module with the most code;
its models, the HTTP library and pydantic load with the client and its calls. "Ready" is everything
before the first call, and "answered" that call too, through a transport that answers at once.
Modules are those that Python holds afterwards.
"""
_CALLS_ABOUT = """
One operation through a transport that answers at once, so that the rest is the client's own time:
building the request, sending it through its HTTP library's own layers (where the stub leaves them
in place), decoding the answer. specmill and kfp-server-api decode into typed objects,
google-api-python-client into dictionaries. "First call" is a new interpreter's, with imports and
the construction of the client. "httpx2 alone" is the same request and plain JSON without any
generated client: the floor below which none on httpx2 can go.
"""


@dataclass(frozen=True, slots=True)
class _Load:
    subject: str
    statements: str
    compared: str
    """Loads with the same word are compared with the first of them."""
    theirs: bool = False
    target: float | None = None
    path: Path = _PACKAGES


@dataclass(frozen=True, slots=True)
class _Calls:
    operation: str
    client: str
    probe: str
    theirs: bool = False
    target: float | None = None


_CALLS = (
    _Calls("Dataflow `jobs.get`", "specmill", "specmill_dataflow", target=_CALL_TARGET),
    _Calls("Dataflow `jobs.get`", "google-api-python-client", "google_dataflow", theirs=True),
    _Calls("Dataflow `jobs.get`", "httpx2 alone", "httpx2_alone"),
    _Calls("Kubeflow `experiments.get`", "specmill", "specmill_kubeflow", target=_CALL_TARGET),
    _Calls("Kubeflow `experiments.get`", "kfp-server-api", "kfp_kubeflow", theirs=True),
)


def _loads(*, with_peers: bool) -> tuple[_Load, ...]:
    largest = f"import {_DATAFLOW}.resources.{_largest_service(_PACKAGES / _DATAFLOW)}"
    dataflow = f"from {_DATAFLOW} import Dataflow; Dataflow(token='none').projects.locations.jobs"
    google = "from googleapiclient.discovery import build; "
    built = "build('dataflow', 'v1b3', developerKey='none', static_discovery=True)"
    kubeflow = (
        f"from {_KUBEFLOW} import KubeflowPipelines; "
        "KubeflowPipelines(base_url='http://kubeflow.example').experiments"
    )
    kfp = "import kfp_server_api; "
    return (
        _Load(f"`import {_DATAFLOW}`", f"import {_DATAFLOW}", "google", target=_IMPORT_TARGET),
        _Load("`import googleapiclient.discovery`", google, "google", theirs=True),
        _Load(f"`import {_KUBEFLOW}`", f"import {_KUBEFLOW}", "kfp", target=_IMPORT_TARGET),
        _Load("`import kfp_server_api`", kfp, "kfp", theirs=True),
        _Load("Dataflow's largest service", largest, ""),
        _Load("Dataflow ready", dataflow, "google ready"),
        _Load("googleapiclient `build()`", google + built, "google ready", theirs=True),
        _Load("Dataflow `jobs.get` answered", _answered("specmill_dataflow"), "google answered"),
        _Load(
            "googleapiclient `jobs().get()` answered",
            _answered("google_dataflow"),
            "google answered",
            theirs=True,
        ),
        _Load("Kubeflow ready", kubeflow, "kfp ready"),
        _Load(
            "kfp_server_api ready",
            f"{kfp}kfp_server_api.ExperimentServiceApi(kfp_server_api.ApiClient())",
            "kfp ready",
            theirs=True,
        ),
        *_large_loads(with_peers=with_peers),
    )


def _large_loads(*, with_peers: bool) -> Iterator[_Load]:
    try:
        made = large.packages(with_peers=with_peers)
    except FailedError as error:
        yield _Load(f"GitHub's packages: {error}", "raise SystemExit(1)", "")
        return
    if made is None:
        return
    ours, theirs = large.OURS, large.THEIRS
    service = _largest_service(made.ours / ours)
    largest = f"import {ours}.resources.{service}"
    yield _Load(f"`import {ours}`", f"import {ours}", "github", False, _IMPORT_TARGET, made.ours)
    yield _Load("GitHub's largest service", largest, "large", False, _SERVICE_TARGET, made.ours)
    if made.theirs is not None:
        title = f"`import {theirs}` (GitHub by openapi-generator)"
        yield _Load(title, f"import {theirs}", "large", theirs=True, path=made.theirs)


def _answered(probe: str) -> str:
    """Statements that make a client and call it once."""
    return f"import sys; sys.path.insert(0, {str(_PROBES)!r}); import calls; calls.{probe}()()"


def measure_imports(repeat: int, *, with_peers: bool) -> Table:
    """Measure imports and what they leave in memory."""
    columns = ("subject", "time", "×", "memory", "×", "modules", "target")
    table = Table("Import and memory", _IMPORTS_ABOUT, columns, frozenset({0, 6}))
    first: dict[str, tuple[float, float]] = {}
    for load in _loads(with_peers=with_peers):
        if load.theirs and not with_peers:
            continue
        try:
            found = [_load(load) for _ in range(repeat * _RUNS + 1)][1:]
        except FailedError as error:
            table.rows.append([load.subject, "failed", "", "", "", "", str(error)])
            continue
        time, memory, modules = (median(column) for column in zip(*found, strict=True))
        ours = first.setdefault(load.compared, (time, memory))
        compared = ours if load.theirs else None
        table.rows.append(
            [
                load.subject,
                milliseconds(time),
                ratio(time, compared and compared[0]),
                mebibytes(memory) if memory else "",
                ratio(memory, compared and compared[1]),
                f"{modules:,.0f}",
                against(time, load.target, milliseconds(load.target or 0)),
            ]
        )
    return table


def _load(load: _Load) -> tuple[float, float, float]:
    """Seconds, bytes, modules."""
    told = _probe("load.py", [load.statements], theirs=load.theirs, path=load.path)
    page = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
    return told["seconds"], told["pages"] * page, told["modules"]


def measure_calls(repeat: int, *, with_peers: bool) -> Table:
    """Measure the first call of an interpreter and the calls after it."""
    columns = ("operation", "client", "first call", "×", "each call", "×", "target")
    table = Table("Requests", _CALLS_ABOUT, columns, frozenset({0, 1, 6}))
    first: dict[str, tuple[float, float]] = {}
    for calls in _CALLS:
        if calls.theirs and not with_peers:
            continue
        arguments = [calls.probe, str(_CALL_SECONDS)]
        try:
            _probe("calls.py", [calls.probe, "0"], theirs=calls.theirs)  # leaves bytecode
            found = [_probe("calls.py", arguments, theirs=calls.theirs) for _ in range(repeat)]
        except FailedError as error:
            row = [calls.operation, calls.client, "failed", "", "", "", str(error)]
            table.rows.append(row)
            continue
        start, each = (median(one[key] for one in found) for key in ("first", "call"))
        ours = first.setdefault(calls.operation, (start, each))
        table.rows.append(
            [
                calls.operation,
                calls.client,
                milliseconds(start),
                ratio(start, ours[0]) if calls.target is None else "1",
                milliseconds(each),
                ratio(each, ours[1]) if calls.target is None else "1",
                against(each, calls.target, milliseconds(calls.target or 0)),
            ]
        )
    return table


def _probe(
    script: str, arguments: Sequence[str], *, theirs: bool, path: Path = _PACKAGES
) -> dict[str, float]:
    python = peers.interpreter() if theirs else Path(sys.executable)
    command: list[str | Path] = [python, _PROBES / script, *arguments]
    done = checked(command, timeout=120, env={"PYTHONPATH": str(path)})
    found: dict[str, float] = json.loads(done.output.splitlines()[-1])
    return found


def _largest_service(package: Path) -> str:
    modules = (package / "resources").glob("*.py")
    largest = max(modules, key=lambda path: path.stat().st_size, default=None)
    return largest.stem if largest else "projects"
