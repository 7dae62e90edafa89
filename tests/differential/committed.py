"""The APIs whose packages are committed, each with its peer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from differential import discovery, spec
from differential.comparing import Api, Finding
from differential.google_client import GoogleClient
from differential.kubeflow_client import KubeflowClient
from differential.spec import SPECS, Operation, Spec

COUNTS = {"dataflow": 57, "genomics": 6, "kubeflow-pipelines": 36}

ROOT = Path(__file__).parents[2]


@cache
def inspect(name: str) -> Mapping[str, Any]:
    """Return what ``specmill inspect --json`` prints."""
    command = [sys.executable, "-m", "specmill", "inspect", name, "--json"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    described: Mapping[str, Any] = json.loads(printed.stdout)
    return described


@cache
def load(name: str) -> Spec:
    """Return the facts of an API: of its Discovery document, or of its normal form."""
    return spec.load(name) if name == "kubeflow-pipelines" else discovery.read(_document(name))


@cache
def api(name: str) -> Api:
    """Return one API; peers take a while to build."""
    kubeflow = name == "kubeflow-pipelines"
    peer = KubeflowClient() if kubeflow else GoogleClient(_document(name))
    return Api(load(name), inspect(name), peer)


@cache
def findings(name: str, operation: Operation) -> tuple[Finding, ...]:
    """Return what one operation of an API shows; worked out once."""
    return tuple(api(name).findings(operation))


def _document(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((SPECS / name / "source.json").read_bytes())
    return document
