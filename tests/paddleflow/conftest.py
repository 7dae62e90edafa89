"""The generated package, its two faces, and a server that takes what PaddleFlow's takes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.paddleflow.facts import ROOT
from tests.paddleflow.server import PaddleFlowServer, running

import specmill
from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Api

SPEC = ROOT / "specs" / "paddleflow" / "reference.md"


@pytest.fixture(scope="session")
def spec() -> Path:
    """The page that the package is made of."""
    return SPEC


@pytest.fixture(scope="session")
def root() -> dict[str, Any]:
    """Its normal form, overlay applied."""
    return dict(specmill.load(SPEC, overlays=[SPEC.with_name("overlay.yaml")]).root)
