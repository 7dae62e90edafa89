"""What an import costs, and names that load on first use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sample_sdk


def test_importing_the_package_imports_no_heavy_module() -> None:
    folder = Path(__file__).parent
    code = (
        f"import sys; sys.path.insert(0, {str(folder)!r}); import conftest, sample_sdk\n"
        "dir(sample_sdk)\n"
        "heavy = {'pydantic', 'pydantic_core', 'httpx2', 'anyio', 'google'}\n"
        "print(sorted(m for m in sys.modules"
        " if m.partition('.')[0] in heavy or m.startswith('sample_sdk.')))\n"
        "sample_sdk.Library\n"
        "print('httpx2' in sys.modules, 'sample_sdk.models.books' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert first == "['sample_sdk._runtime', 'sample_sdk._runtime.lazy']"
    assert second == "True False"


def test_names_load_once_and_unknown_ones_do_not() -> None:
    assert set(sample_sdk.__all__) <= set(dir(sample_sdk))
    assert sample_sdk.NotFoundError is sample_sdk.NotFoundError
    assert "NotFoundError" in vars(sample_sdk)
    with pytest.raises(AttributeError, match="'sample_sdk' has no attribute 'Nothing'"):
        sample_sdk.Nothing  # noqa: B018


def test_resources_are_made_once() -> None:
    client = sample_sdk.Library()
    assert client.books is client.books
