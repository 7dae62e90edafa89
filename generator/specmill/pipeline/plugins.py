"""Targets by name: ours, and those that other packages offer as entry points."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from specmill.diagnostics import Diagnostic, UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from specmill.targets import Target

GROUP = "specmill.targets"
_OWN = {
    "python": ("specmill.targets.python", "PythonTarget"),
    "docs": ("specmill.targets.docs", "DocsTarget"),
    "kcl": ("specmill.targets.kcl", "KclTarget"),
    "models": ("specmill.targets.models", "ModelsTarget"),
}
"""Repeats our own entry points, so that using them needs no search through installed packages."""


def load_target(name: str) -> Target:
    """Make the target ``name``.

    Raises:
        UsageError: No installed package offers it, or it cannot be imported.
    """
    try:
        if name in _OWN:
            module, attribute = _OWN[name]
            return cast("Target", getattr(import_module(module), attribute)())
        for point in _entry_points():
            if point.name == name:
                return cast("Target", point.load()())
    except ImportError as error:
        raise UsageError(Diagnostic(f"target {name!r} cannot be imported: {error}")) from error
    known = sorted({*_OWN, *(point.name for point in _entry_points())})
    raise UsageError(Diagnostic(f"no target {name!r}", hint=f"installed: {', '.join(known)}"))


def target_version(name: str) -> str:
    """Version of the package that offers a target; empty for ours, which the fingerprint covers."""
    if name in _OWN:
        return ""
    owners = (point.dist for point in _entry_points() if point.name == name)
    return next((f"{owner.name} {owner.version}" for owner in owners if owner), "")


def _entry_points() -> EntryPoints:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow; rarely needed

    return entry_points(group=GROUP)
