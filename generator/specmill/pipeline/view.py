"""Description of an API as plain data: inspected, explained, compared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Location, UsageError
from specmill.given_names import GivenNames
from specmill.lower import pins_of_resources
from specmill.model.api import operations_of
from specmill.model.models import Model
from specmill.model.operations import Operation
from specmill.pipeline.lock import Lock, load_lock
from specmill.pipeline.understanding import Understood, understand
from specmill.targets.python.inspect import describe
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where one operation or model comes from."""

    entry: Mapping[str, Any]
    """Its entry in the description of the API."""
    location: Location
    rule: str
    """What gave it its name."""


def view(root: Path, config: ApiConfig) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Describe an API: what ``specmill inspect --json`` prints, and the findings.

    Raises:
        SpecmillError: The spec is not usable.
    """
    understood = understand(root, config, _given(root, config), complete=False)
    return describe(understood.api, config.package, client=config.client), understood.findings


def explain(root: Path, config: ApiConfig, name: str) -> list[Explanation]:
    """Tell where the operations and models called ``name`` come from.

    Args:
        root: The folder that paths of ``config`` start from.
        config: The API.
        name: An operation's id or its dotted name in Python, or a model's name in the spec or in
            Python.

    Raises:
        UsageError: Nothing has this name.
    """
    understood = understand(root, config, _given(root, config), complete=False)
    described = describe(understood.api, config.package, client=config.client)
    operations = {operation.id: operation for operation in operations_of(understood.api)}
    models = {model.wire: model for model in understood.api.models.values()}
    found = [
        _of_operation(understood, config, entry, operations[entry["id"]])
        for entry in described["operations"]
        if name in {entry["id"], entry["python"]}
    ]
    found += [
        _of_model(understood, config, entry, models[entry["wire"]])
        for entry in described["models"]
        if name in {entry["wire"], entry["name"]} and entry["wire"] in models
    ]
    if not found:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

        known = [*operations, *(entry["python"] for entry in described["operations"]), *models]
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "see `specmill inspect`"
        raise UsageError(Diagnostic(f"nothing in {config.name} is called {name!r}", hint=hint))
    return found


def _given(root: Path, config: ApiConfig) -> GivenNames | None:
    """Return the names that the last run of a workspace gave; a single spec has none."""
    lock = load_lock(root) if config.normal_form else Lock()
    return lock.apis[config.name].names if config.name in lock.apis else None


def _of_operation(
    understood: Understood, config: ApiConfig, entry: Mapping[str, Any], operation: Operation
) -> Explanation:
    document = understood.document
    node = document.resolve(f"#{operation.form_of or operation.pointer}")
    if operation.id in config.names:
        rule = f"pinned in [apis.{config.name}.names]"
    elif operation.id in pins_of_resources(config.resources, document):
        rule = f"placed in [apis.{config.name}.resources]"
    elif "x-specmill-method" in node and document.family == "discovery":
        rule = "the resource tree of the Discovery document"
    elif "x-specmill-method" in node or "x-specmill-resource" in node:
        rule = "x-specmill-resource and x-specmill-method of the operation"
    else:
        rule = "the operation's tag and operationId"
    return Explanation(entry, document.locate(operation.pointer), rule)


def _of_model(
    understood: Understood, config: ApiConfig, entry: Mapping[str, Any], model: Model
) -> Explanation:
    document = understood.document
    node = document.resolve(f"#{model.pointer}") if model.pointer else {}
    if model.key in config.names:
        rule = f"pinned in [apis.{config.name}.names]"
    elif model.key.startswith("/"):
        rule = "the place of an inline schema"
    elif isinstance(node, dict) and "x-specmill-name" in node:
        rule = "x-specmill-name of the schema"
    else:
        rule = "the component's name"
    return Explanation(entry, document.locate(model.pointer), rule)
