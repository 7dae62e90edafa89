"""Make the runtime importable as the package ``runtime``, the way generated packages hold it."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"


def _load_runtime() -> None:
    spec = spec_from_file_location(
        "runtime", RUNTIME / "__init__.py", submodule_search_locations=[str(RUNTIME)]
    )
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["runtime"] = module
    spec.loader.exec_module(module)


_load_runtime()
