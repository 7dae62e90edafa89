"""The sample package on the runtime of templates/, and a server on loopback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from loopback import Server

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "templates" / "python" / "runtime"


def _load(name: str, folder: Path) -> None:
    spec = spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


_load("sample_sdk._runtime", RUNTIME)
_load("sample_sdk", HERE / "sample_sdk")
_load("loopback", HERE / "loopback")


@pytest.fixture
def server() -> Iterator[Server]:
    from loopback import serving

    with serving() as state:
        yield state


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Sleep no time between retries; the list takes the seconds that were asked for."""
    import anyio
    from sample_sdk._runtime.client import client

    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(client.time, "sleep", slept.append)
    monkeypatch.setattr(anyio, "sleep", sleep)
    return slept


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "API_KEY", "BASE_URL", "USERNAME", "PASSWORD"):
        monkeypatch.delenv(f"LIBRARY_{name}", raising=False)
