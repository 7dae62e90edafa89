"""A package to generate again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.regenerated.films import Workspace


@pytest.fixture
def package(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)
