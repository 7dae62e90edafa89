"""Races: a process to its first answer, calls side by side, decoding, each with its target."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import pythons
from benchmarks.probes.calls import EXPERIMENT, JOB, JOB_ID
from benchmarks.processes import ROOT, FailedError, Run, checked
from benchmarks.pythons import Pythons
from benchmarks.report import Table, against, mebibytes, milliseconds

_PROBES = Path(__file__).parent / "probes"
_PACKAGES = {"PYTHONPATH": str(ROOT / "generated" / "python")}
_COUNTS = (100, 1_000, 2_000, 10_000, 100_000)
_MEASURED = 2_000
_COLUMNS = ("race", "ours", "theirs", "ratio", "target")
_ROUNDS = 4
"""Processes for each run that was asked for; ours and the peer's take turns."""

_ABOUT = """
Ratios of processor time, since that tells more than a clock beside other work, each of medians.
"First answer" is a whole process from its start to the answer of a server on loopback, over plain
HTTP, Python's own start included; its memory is the peak. Both sides take turns. "Warm" is a call
of a client that has made some, through a transport that answers at once, over httpx2 alone with
plain JSON. "At once" are async calls of one client by 100 tasks, over the same. Decoding reads a
list through a transport that answers at once, over `json.loads` of the same bytes; "misfits" are
one item in a hundred of which a field has another type than the API promises, over the clean list.
"""


@dataclass(frozen=True, slots=True)
class _Start:
    title: str
    body: bytes
    ours: str
    theirs: str
    target: float


_STARTS = (
    _Start(
        "Dataflow `jobs.get`: first answer over google-api-python-client",
        JOB,
        "from dataflow_v1b3 import Dataflow; client = Dataflow(token='none', base_url='{url}'); "
        f"assert client.projects.locations.jobs.get('acme', 'us-central1', '{JOB_ID}').id",
        "from googleapiclient.discovery import build; client = build('dataflow', 'v1b3', "
        "developerKey='none', static_discovery=True, client_options={{'api_endpoint': '{url}'}}); "
        "assert client.projects().locations().jobs().get(projectId='acme', "
        f"location='us-central1', jobId='{JOB_ID}').execute()['id']",
        1.1,
    ),
    _Start(
        "Kubeflow `experiments.get`: first answer over kfp-server-api",
        EXPERIMENT,
        "from kubeflow_pipelines_v1beta1 import KubeflowPipelines; "
        "assert KubeflowPipelines(base_url='{url}').experiments.get('4f1d7a52').id",
        "import kfp_server_api as kfp; assert kfp.ExperimentServiceApi(kfp.ApiClient("
        "kfp.Configuration(host='{url}'))).get_experiment('4f1d7a52').id",
        1.4,
    ),
)
_MEMORY_TARGET, _WARM_TARGET, _AT_ONCE_TARGET = 0.9, 1.4, 0.93
_DECODE_TARGET, _MISFITS_TARGET = 3.5, 1.3


def measure(repeat: int, *, with_peers: bool) -> Table:
    """Run all races; those against peers only with them."""
    return _races("Races", _ABOUT, pythons.own(), repeat, with_peers=with_peers)


def measure_newest(repeat: int, *, with_peers: bool) -> Table:
    """Run all races on the newest Python of the search path, where that is newer than this one."""
    title = "Races on the newest Python"
    try:
        found = pythons.newest()
    except FailedError as error:
        return Table(title, str(error), _COLUMNS)
    if found is None:
        return Table(title, "No newer Python was found.", _COLUMNS)
    about = f"The same races on CPython {found.version}."
    return _races(title, about, found, repeat, with_peers=with_peers)


def _races(title: str, about: str, found: Pythons, repeat: int, *, with_peers: bool) -> Table:
    table = Table(title, about, _COLUMNS, frozenset({0, 4}))
    for start in _STARTS if with_peers else ():
        _tried(table, start.title, lambda start=start: _first_answer(start, found, repeat))
    _tried(table, "A warm call", lambda: _warm(found.ours))
    _tried(table, "Async throughput, 100 at once, over httpx2 alone", lambda: _at_once(found.ours))
    _tried(table, "Decoding", lambda: _decoding(found.ours, repeat))
    return table


def _tried(table: Table, title: str, rows: Any) -> None:
    try:
        table.rows.extend(rows())
    except FailedError as error:
        table.rows.append([title, "failed", "", "", str(error)])


@contextmanager
def _server(body: bytes) -> Iterator[str]:
    """Serve a body on loopback; gives the port."""
    command = [sys.executable, str(_PROBES / "server.py"), body.decode()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def _first_answer(start: _Start, found: Pythons, repeat: int) -> Iterator[Sequence[str]]:
    with _server(start.body) as port:
        url = f"http://127.0.0.1:{port}"
        pairs = [
            (
                _run(found.ours, start.ours.format(url=url)),
                _run(found.theirs, start.theirs.format(url=url)),
            )
            for _ in range(repeat * _ROUNDS + 1)
        ][1:]
    ours, theirs = zip(*pairs, strict=True)
    yield _row(
        start.title,
        median(one.cpu_seconds for one in ours),
        median(one.cpu_seconds for one in theirs),
        start.target,
        milliseconds,
    )
    yield _row(
        start.title.replace("first answer", "memory after it"),
        median(one.peak_bytes for one in ours),
        median(one.peak_bytes for one in theirs),
        _MEMORY_TARGET,
        mebibytes,
    )


def _run(python: Path, statements: str) -> Run:
    return checked([python, "-c", statements], timeout=60, env=_PACKAGES)


def _row(title: str, ours: float, theirs: float, target: float, spell: Any) -> Sequence[str]:
    found = ours / theirs
    return [title, spell(ours), spell(theirs), f"{found:.2f}", against(found, target, str(target))]


def _warm(python: Path) -> Iterator[Sequence[str]]:
    told = _told([python, _PROBES / "warm.py"])
    title = "A warm call of Dataflow `jobs.get` over httpx2 alone"
    yield _row(title, told["ours"], told["alone"], _WARM_TARGET, milliseconds)


def _told(command: Sequence[str | Path]) -> Any:
    """Return what a probe prints."""
    return json.loads(checked(command, timeout=600, env=_PACKAGES).output.splitlines()[-1])


def _at_once(python: Path) -> Iterator[Sequence[str]]:
    with _server(JOB) as port:
        told = _told([python, _PROBES / "many.py", port, "2000"])
    found = told["alone"] / told["ours"]
    reached = "met" if found >= _AT_ONCE_TARGET else "missed"
    yield [
        "Async throughput, 100 at once, over httpx2 alone",
        milliseconds(told["ours"]),
        milliseconds(told["alone"]),
        f"{found:.2f}",
        f"≥ {_AT_ONCE_TARGET}, {reached}",
    ]


def _decoding(python: Path, repeat: int) -> Iterator[Sequence[str]]:
    command: list[str | Path] = [python, _PROBES / "decoding.py", *map(str, _COUNTS)]
    runs = [_told(command) for _ in range(min(repeat, 2))]
    for index, count in enumerate(_COUNTS):
        plain, clean, misfits = (
            median(run[index][key] for run in runs) for key in ("plain", "clean", "misfits")
        )
        is_race = count == _MEASURED
        first = _row(f"Decode {count:,} runs", clean, plain, _DECODE_TARGET, milliseconds)
        second = _row("… with misfits", misfits, clean, _MISFITS_TARGET, milliseconds)
        yield first if is_race else [*first[:4], ""]
        yield second if is_race else [*second[:4], ""]
