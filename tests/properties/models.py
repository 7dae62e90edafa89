"""The models of a document, generated and imported in this process."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Api
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget
from specmill.targets.python.names import choose_names

_COUNT = itertools.count()
RUNTIME = "runtime"
"""The runtime as it stands in the templates."""


def understood(document: dict[str, Any], folder: Path) -> Api:
    """Read and lower a document."""
    path = folder / "source.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return lower(sources.read(path, report=Report()), key="random", report=Report())


@contextmanager
def models_of(api: Api) -> Iterator[dict[str, Any]]:
    """Import the models; each component's name to its model."""
    settings = {"runtime": RUNTIME, "formatter": "none"}
    rendered = PythonTarget().render(TargetInput(api, bytes, "random_api", settings))
    texts = [
        str(text)
        for path, text in rendered.items()
        if path.startswith("models/") and not path.endswith("__init__.py")
    ]
    assert len(texts) == 1, "nothing uses the models, so they are in one module"
    name = f"random_models_{next(_COUNT)}"
    module = sys.modules[name] = ModuleType(name)
    try:
        exec(compile(texts[0], f"{name}.py", "exec"), module.__dict__)
        names = choose_names(api).models
        yield {key: getattr(module, names[key]) for key in api.models if not key.startswith("/")}
    finally:
        del sys.modules[name]
