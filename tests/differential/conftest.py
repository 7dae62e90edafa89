"""Let the suites that call every operation share their modules: ``differential.spec`` and so on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

TESTS = str(Path(__file__).parents[1])
if TESTS not in sys.path:
    sys.path.append(TESTS)


@pytest.fixture(autouse=True)
def _no_credentials_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients read credentials and base URLs from the environment."""
    for name in os.environ:
        if name.endswith(("_TOKEN", "_API_KEY", "_BASE_URL")):
            monkeypatch.delenv(name)
