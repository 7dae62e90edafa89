"""The specs to generate from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT, STORE, FailedError, checked

RIVAL = "openapi-python-client"
"""The peer that is named in the target for GitHub's description."""
_GITHUB = "@octokit/openapi"
_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@dataclass(frozen=True, slots=True)
class Input:
    """A spec."""

    name: str
    title: str
    family: str
    """``swagger2``, ``openapi3`` or ``discovery``."""
    path: Path
    target: float | None = None
    """Seconds that a generation may take."""
    most_memory: int | None = None
    """Bytes that it may take at its peak."""
    most_lines: int | None = None
    """Lines of Python that it may give."""
    times_faster: float | None = None
    """How many times as long as ours :data:`RIVAL` must take."""

    @property
    def operations(self) -> int:
        """How many operations it has, counted in the source."""
        document = json.loads(self.path.read_bytes())
        if self.family == "discovery":
            return _methods(document)
        return sum(len(_METHODS.intersection(item)) for item in document["paths"].values())

    def normal_form(self, folder: Path) -> Path:
        """Make its OpenAPI 3.1 in ``folder``, once, for tools that do not read the source.

        Raises:
            FailedError: specmill could not.
        """
        path = folder / f"{self.name}.openapi.json"
        if not path.exists():
            command = (sys.executable, "-m", "specmill", "normalize")
            checked([*command, "--spec", self.path, "--output", path], timeout=120)
        return path


@dataclass(frozen=True, slots=True)
class Missing:
    """A spec that is not here, and why."""

    name: str
    title: str
    why: str


def inputs() -> Iterator[Input | Missing]:
    """Find the specs, smallest first; GitHub's comes from npm on first use."""
    yield _committed("kubeflow-pipelines", "Kubeflow Pipelines v1beta1", "swagger2")
    yield _committed("dataflow", "Dataflow v1b3", "discovery", target=0.5)
    yield _compute()
    yield _github()


def _methods(resource: Mapping[str, Any]) -> int:
    own = len(resource.get("methods", ()))
    return own + sum(map(_methods, resource.get("resources", {}).values()))


def _committed(name: str, title: str, family: str, target: float | None = None) -> Input | Missing:
    path = ROOT / "specs" / name / "source.json"
    if not path.exists():
        return Missing(name, title, "no source in specs/")
    return Input(name, title, family, path, target)


def _compute() -> Input | Missing:
    """Find Google's document in the wheel of its client, a development dependency."""
    name, title = "compute", "Compute v1"
    found = find_spec("googleapiclient")
    if found is None or found.origin is None:
        return Missing(name, title, "google-api-python-client is not installed")
    documents = Path(found.origin).parent / "discovery_cache" / "documents"
    return Input(name, title, "discovery", documents / "compute.v1.json", target=2.0)


def _github() -> Input | Missing:
    name, title = "github", "GitHub REST"
    prefix = STORE / "npm"
    path = prefix / "node_modules" / _GITHUB / "generated" / "api.github.com.json"
    if not path.exists():
        prefix.mkdir(parents=True, exist_ok=True)
        options = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts")
        try:
            checked(["npm", "install", "--prefix", prefix, *options, _GITHUB], timeout=600)
        except (FailedError, OSError) as error:
            return Missing(name, title, f"npm install {_GITHUB}: {error}")
    return Input(
        name,
        title,
        "openapi3",
        path,
        most_memory=400 * 2**20,
        most_lines=120_000,
        times_faster=6.0,
    )
