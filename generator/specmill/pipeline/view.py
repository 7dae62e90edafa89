"""Description of an API as plain data: inspected, explained, compared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Location, UsageError
from specmill.given_names import GivenNames
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


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Compare two descriptions: one line for each operation and model added, removed or changed.

    ``+`` is new, ``-`` is gone, ``~`` is different, with the parts that differ.
    """
    lines: list[str] = []
    for kind, key in (("operation", "id"), ("model", "wire")):
        before = {entry[key]: entry for entry in old[f"{kind}s"]}
        after = {entry[key]: entry for entry in new[f"{kind}s"]}
        for name in sorted(before.keys() | after.keys()):
            if name not in before:
                lines.append(f"+ {kind} {name}")
            elif name not in after:
                lines.append(f"- {kind} {name}")
            elif parts := _parts(before[name], after[name]):
                lines.append(f"~ {kind} {name}: {', '.join(parts)}")
    return lines


def _parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Which parts of an entry differ; members of lists by their wire names."""
    parts: list[str] = []
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before == after or key == "module":
            continue
        if isinstance(before, list) and isinstance(after, list):
            parts += _members(before, after)
        else:
            parts.append(f"{key} {_short(before)} → {_short(after)}")
    return parts


def _members(old: list[Any], new: list[Any]) -> list[str]:
    """Which members of a list differ: parameters and fields by wire name, enum values as such."""
    before, after = _by_name(old), _by_name(new)
    added = [f"+{name}" for name in after if name not in before]
    removed = [f"-{name}" for name in before if name not in after]
    changed = [f"~{name}" for name in after if name in before and before[name] != after[name]]
    return [*added, *removed, *changed]


def _by_name(members: list[Any]) -> dict[str, Any]:
    return {
        str(member["wire"]) if isinstance(member, dict) else str(member): member
        for member in members
    }


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(item) for item in value.values())
    return "none" if value is None else str(value)
