"""What is asked of any generated package; each check yields what is wrong."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from specmill.diagnostics import Report
from specmill.pipeline.validation.openapi_errors import openapi_errors
from specmill.sources import read

Node = Mapping[str, Any]


def normal_form(path: Path, root: str = "") -> tuple[dict[str, Any], list[str]]:
    """Return a document's normal form, and the reader's findings."""
    report = Report()
    document = read(path, report=report, root=path.parent / root if root else None)
    return document.root, [str(one) for one in report.findings]


def validated(root: dict[str, Any]) -> Iterator[str]:
    """Ask openapi-spec-validator."""
    for error in openapi_errors(root):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def compiled(package: Path) -> Iterator[str]:
    """Compile every module."""
    for file in package.rglob("*.py"):
        try:
            compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
        except SyntaxError as error:
            yield f"{file.relative_to(package)}: {error}"


def imported(package: str) -> Iterator[str]:
    """Import every module."""
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, f"{package}."):
        try:
            importlib.import_module(module.name)
        except Exception as error:
            yield f"{module.name}: {error!r}"


def models_built(inspected: Node) -> Iterator[str]:
    """Build the validator of every model, of aliases and unions too."""
    for entry in inspected["models"]:
        model = getattr(importlib.import_module(entry["module"]), entry["name"])
        try:
            if isinstance(model, type) and issubclass(model, BaseModel):
                model.model_rebuild(force=True)
            else:
                TypeAdapter(model)
        except Exception as error:
            yield f"{entry['name']}: {error!r}"[:300]
