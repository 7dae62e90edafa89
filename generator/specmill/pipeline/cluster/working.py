"""What a worker does: it builds an API from what came with the job, in a folder of its own."""

from __future__ import annotations

import platform
import tempfile
import threading
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from specmill.diagnostics import SpecmillError
from specmill.pipeline.build import build
from specmill.pipeline.cluster.sending import Answer, Job, moved, packed, unpacked_job
from specmill.pipeline.lock import fingerprint, shown
from specmill.values import replace
from specmill.version import __version__

HERE = "specmill-workspace:/"
"""Stands for the workspace's folder in messages on their way."""
_LIBRARIES = ("ruff", "black", "jinja2", "pyyaml", "orjson", "markdown-it-py")
"""What decides about the output besides specmill itself."""
_ONE_AT_A_TIME = threading.Lock()


def versions() -> dict[str, str]:
    """Return the versions of all that decides about the output."""
    own = {"specmill": f"{__version__} ({fingerprint()[:12]})", "Python": platform.python_version()}
    return own | {name: _version(name) for name in _LIBRARIES}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def work(content: bytes) -> bytes:
    """Do a job, and answer."""
    job, own = unpacked_job(content), versions()
    if others := {
        name: (wanted, own.get(name, "none"))
        for name, wanted in job.versions.items()
        if own.get(name, "none") != wanted
    }:
        return packed(Answer(other_versions=others))
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="specmill-build-") as folder:
        return packed(_answer(job, Path(folder).resolve()))


def _answer(job: Job, root: Path) -> Answer:
    for path, content in job.files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    try:
        built = build(root, job.api, job.given)
    except SpecmillError:
        return Answer()  # a file may be missing that is there at the caller's
    findings = tuple(
        moved(moved(one, f"{root}/", HERE), f"{shown(root)}/", HERE) for one in built.findings
    )
    return Answer(replace(built, findings=findings))
