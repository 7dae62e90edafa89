"""Builds of a workspace on an existing Dask cluster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, fail
from specmill.given_names import GivenNames
from specmill.pipeline.build import Build
from specmill.pipeline.cluster.sending import Answer, Job, files_for, moved, packed, unpacked_answer
from specmill.pipeline.cluster.working import HERE, versions, work
from specmill.pipeline.lock import load_lock, shown
from specmill.values import replace

_ADDRESS = re.compile(r"dask(?P<tls>\+tls)?://(?P<host>[^/@\s]+:[0-9]+)/?")
_PATIENCE = 30
"""Seconds to wait for the scheduler."""


def scheduler_of(address: str) -> str:
    """Return the address of a scheduler as Dask has it.

    Raises:
        UsageError: It is none.
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        hint = "such as dask://scheduler:8786; dask+tls:// with the certificates of Dask's settings"
        raise UsageError(Diagnostic(f"no scheduler {address!r}", hint=hint))
    return f"{'tls' if match['tls'] else 'tcp'}://{match['host']}"


def build_on(
    workspace: Workspace,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Callable[[str, str], None],
) -> dict[str, Build]:
    """Build some APIs of a workspace on its cluster, largest first.

    What the cluster cannot build is not in what this gives: an API that reads files outside of the
    workspace, or that is not usable. Dask gives the job of a worker that died to another one.

    Raises:
        SpecmillError: The cluster is not there, has other versions, or gave a job up.
    """
    jobs = dict(_jobs(workspace, apis, given))
    found: dict[str, Build] = {}
    if not jobs:
        return found
    with _client(workspace.cluster) as (distributed, client):
        run = uuid4().hex
        order = sorted(jobs, key=lambda name: -len(jobs[name]))
        waiting = {
            client.submit(work, jobs.pop(name), key=f"specmill-{run}-{name}", pure=False): name
            for name in order
        }
        for future in distributed.as_completed(waiting, loop=client.loop):
            name = waiting[future]
            answer = _answer(distributed, future, name)
            future.release()
            if answer.build is not None:
                found[name] = _here(workspace.root, answer.build)
                progress(name, "")
    return found


def _jobs(
    workspace: Workspace, apis: Sequence[ApiConfig], given: Mapping[str, GivenNames]
) -> Iterator[tuple[str, bytes]]:
    """Yield the APIs that can travel, each as the bytes of its job."""
    known, wanted = load_lock(workspace.root).apis, versions()
    for api in apis:
        if api.is_runtime:
            continue  # it is made sooner than sent
        inputs = known[api.name].inputs if api.name in known else {}
        files = files_for(workspace.root, api, inputs)
        if files is not None:
            yield api.name, packed(Job(api, given.get(api.name), files, wanted))


@contextmanager
def _client(address: str) -> Iterator[tuple[Any, Any]]:
    """Connect to a scheduler, and turn what Dask raises into messages."""
    scheduler = scheduler_of(address)
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        hint = "pip install 'specmill[distributed]'"
        raise UsageError(Diagnostic("--on needs Dask's distributed", hint=hint)) from error
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, distributed.CommClosedError) as error:
        what = f"no scheduler answers at {address}: {type(error).__name__}"
        raise UsageError(Diagnostic(what, hint="dask scheduler starts one")) from error
    with client:
        if not client.scheduler_info()["workers"]:
            what = f"the scheduler at {address} has no workers"
            raise UsageError(Diagnostic(what, hint=f"dask worker {scheduler} starts one"))
        yield distributed, client


def _answer(distributed: Any, future: Any, name: str) -> Answer:
    """Return the answer to a job.

    Raises:
        SpecmillError: There is none, or the worker has other versions.
    """
    try:
        answer = unpacked_answer(future.result())
    except distributed.KilledWorker as error:
        what = f"the cluster gave {name} up: each worker that built it died"
        raise fail(what, hint="their memory may be too small; build it here") from error
    except (ImportError, AttributeError) as error:
        what = f"a worker of the cluster cannot load specmill: {error}"
        raise _refusal(what) from error
    except SpecmillError:
        raise
    except Exception as error:
        what = f"the cluster could not build {name}: {type(error).__name__}: {error}"
        raise fail(what, hint="nothing was changed; build it here to see more") from error
    if answer.other_versions:
        told = ", ".join(
            f"{package} {theirs}, and this is {ours}"
            for package, (ours, theirs) in sorted(answer.other_versions.items())
        )
        raise _refusal(f"a worker of the cluster has {told}")
    return answer


def _refusal(what: str) -> UsageError:
    hint = "install the same versions on all workers, or the output would depend on who makes it"
    return UsageError(Diagnostic(what, hint=hint))


def _here(root: Path, built: Build) -> Build:
    """Return a build with the files in its findings as messages call them here."""
    folder = f"{shown(root)}/" if str(shown(root)) != "." else ""
    return replace(built, findings=tuple(moved(one, HERE, folder) for one in built.findings))
