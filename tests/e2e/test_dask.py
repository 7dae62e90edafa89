"""A workspace on a Dask cluster: the bytes of a local run, also when a worker dies."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

distributed = pytest.importorskip("distributed")
pytest.importorskip("googleapiclient")

APIS = (
    *("abusiveexperiencereport.v1", "calendar.v3", "dataflow.v1b3", "dns.v1", "docs.v1"),
    *("drive.v3", "gmail.v1", "pubsub.v1", "sheets.v4", "storage.v1", "tasks.v1", "youtube.v3"),
)


def workspace(folder: Path) -> Path:
    """A workspace of some of Google's documents."""
    import googleapiclient.discovery_cache as cache

    documents = Path(str(cache.__file__)).with_name("documents")
    tables = ['[targets.python]\nruntime = "google"\nruntime_out = "generated/python"\n']
    for api in APIS:
        name = api.replace(".", "-")
        source = folder / "specs" / name / "source.json"
        source.parent.mkdir(parents=True)
        shutil.copy(documents / f"{api}.json", source)
        tables.append(f"[apis.{name}]\n")
    (folder / "specmill.toml").write_text("".join(tables))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def specmill(folder: Path, *words: str) -> subprocess.Popen[str]:
    command = [str(Path(sys.executable).with_name("specmill")), *words]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run on this machine writes."""
    folder = workspace(tmp_path_factory.mktemp("local"))
    run = specmill(folder, "generate")
    assert run.wait(300) == 0, run.stderr and run.stderr.read()
    return tree(folder)


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two workers, a process each."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
    ) as running:
        yield running


def _address(cluster: Any) -> str:
    return str(cluster.scheduler_address).replace("tcp://", "dask://")


def test_a_worker_that_dies_changes_no_byte(
    cluster: Any, tmp_path: Path, local: dict[str, bytes]
) -> None:
    folder = workspace(tmp_path)
    with distributed.Client(cluster) as client:
        before = client.run(os.getpid)
        run = specmill(folder, "generate", "--on", _address(cluster))
        while not any(client.processing().values()):
            assert run.poll() is None, run.stderr and run.stderr.read()
            time.sleep(0.02)
        at_work = next(name for name, tasks in client.processing().items() if tasks)
        os.kill(before[at_work], signal.SIGKILL)
        assert run.wait(300) == 0, run.stderr and run.stderr.read()
        client.wait_for_workers(2, timeout=60)
        assert {*client.run(os.getpid).values()} != {*before.values()}
    assert tree(folder) == local
    check = specmill(folder, "check", "--rebuild")
    assert check.wait(300) == 0


def test_workers_of_another_version_are_refused(cluster: Any, tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    with distributed.Client(cluster) as client:
        client.run(_other_version)
        run = specmill(folder, "generate", "--on", _address(cluster))
        assert run.wait(300) == 2
        told = run.stderr.read() if run.stderr else ""
    assert "a worker of the cluster has specmill 99.0" in told
    assert "Traceback" not in told
    assert not (folder / "specmill.lock").exists()
    assert not (folder / "generated").exists()


def _other_version() -> None:
    from specmill.pipeline.cluster import working

    working.__version__ = "99.0"  # type: ignore[attr-defined]
