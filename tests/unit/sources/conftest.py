"""Reading small specs written in the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.document import Document

Read: TypeAlias = Callable[..., Document]
UPSTREAM = Path(__file__).resolve().parents[4] / "shared" / "upstream"


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture
def read(tmp_path: Path, report: Report) -> Read:
    """Read a spec given as YAML text or as a tree, with other files beside it by name."""

    def reader(spec: str | dict[str, Any], **others: str) -> Document:
        for name, text in others.items():
            other = tmp_path / name.replace("__", "/").replace("_yaml", ".yaml")
            other.parent.mkdir(parents=True, exist_ok=True)
            other.write_text(text)
        path = tmp_path / ("spec.yaml" if isinstance(spec, str) else "spec.json")
        path.write_text(spec if isinstance(spec, str) else json.dumps(spec))
        return sources.read(path, report=report)

    return reader


@pytest.fixture(
    params=[
        "kubeflow/kfp_api_v1beta1.swagger.json",
        "kubeflow/kfp_api_v2beta1.swagger.json",
        "google/dataflow.v1b3.json",
        "google/genomics.v2alpha1.json",
    ]
)
def upstream(request: pytest.FixtureRequest) -> Path:
    """A real spec; the test is skipped where they are not at hand."""
    path: Path = UPSTREAM / request.param
    if not path.is_file():
        pytest.skip("the upstream specs are not beside the repository")
    return path
