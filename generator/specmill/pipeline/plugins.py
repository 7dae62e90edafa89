"""Targets by name: ours, and those that other packages offer as entry points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from traceback import extract_tb
from typing import TYPE_CHECKING, cast

from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, fail
from specmill.render.paths import check_path

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from specmill.targets import Target, TargetInput

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
        SpecmillError: It is another package's, and fails.
    """
    try:
        if name in _OWN:
            module, attribute = _OWN[name]
            return cast("Target", getattr(import_module(module), attribute)())
        for point in _entry_points():
            if point.name == name:
                with _named(name):
                    return cast("Target", point.load()())
    except ImportError as error:
        raise UsageError(Diagnostic(f"target {name!r} cannot be imported: {error}")) from error
    known = sorted({*_OWN, *(point.name for point in _entry_points())})
    raise UsageError(Diagnostic(f"no target {name!r}", hint=f"installed: {', '.join(known)}"))


def render(name: str, given: TargetInput) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a target: path and content.

    Raises:
        SpecmillError: The target refuses the API; or it is another package's, and fails.
    """
    target = load_target(name)
    if name in _OWN:
        files = target.render(given)
    else:
        with _named(name):
            files = target.render(given)
        _check_files(name, files)
    for path, content in files.items():
        yield path, content.encode() if isinstance(content, str) else content


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Name the target of another package in what fails there, even where it wants to exit.

    Raises:
        SpecmillError: Something failed.
    """
    try:
        yield
    except (SpecmillError, ImportError):
        raise
    except (Exception, SystemExit) as error:
        frame = extract_tb(error.__traceback__)[-1]
        told = " ".join(str(error).split())
        what = f"target {_owned(name)} failed: {type(error).__name__}: {told}"
        raise fail(what, hint=f"at {frame.filename}:{frame.lineno}, in {frame.name}") from error


def _check_files(name: str, files: Mapping[str, str | bytes]) -> None:
    fits = isinstance(files, dict) and all(
        isinstance(path, str) and isinstance(content, str | bytes)
        for path, content in files.items()
    )
    if not fits:
        what = f"target {_owned(name)} failed: `render` did not return paths with their contents"
        raise fail(what, hint="it returns a dict of str to str or bytes")
    for path in files:
        try:
            check_path(path)
        except SpecmillError as error:
            what = f"target {_owned(name)} failed: {error.diagnostics[0].what}"
            raise fail(what, hint="paths are relative to the package's folder") from error


def _owned(name: str) -> str:
    owner = target_version(name)
    return f"{name!r} of {owner}" if owner else repr(name)


def target_version(name: str) -> str:
    """Version of the package that offers a target; empty for ours, which the fingerprint covers."""
    if name in _OWN:
        return ""
    owners = (point.dist for point in _entry_points() if point.name == name)
    return next((f"{owner.name} {owner.version}" for owner in owners if owner), "")


def _entry_points() -> EntryPoints:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow; rarely needed

    return entry_points(group=GROUP)
