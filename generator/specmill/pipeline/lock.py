"""Lock file ``specmill.lock``: what the last run read and wrote, by checksums.

Imports stay few: an up-to-date workspace is told by this module and ``state`` alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, field
from functools import cache
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig, TargetConfig
from specmill.diagnostics import Diagnostic, Location, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline.plugins import target_version
from specmill.values import dataclass

LOCK_NAME = "specmill.lock"
PAGE_FILES = ("http.yaml", "dialect.yaml")
"""What stands beside a reference page and is read with it: its bindings, its own dialect."""
OWN_CODE = "_custom"
"""Folder of a package for code that is not generated."""
PATCH = ".patch"
_FORMAT = 1
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class ApiLock:
    """One API in the lock; paths are relative to the workspace's folder, values SHA-256 in hex."""

    settings: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    names: GivenNames = field(default_factory=GivenNames)


@dataclass(frozen=True, slots=True)
class Lock:
    """The state after the last run."""

    specmill: str = ""
    generator: str = ""
    apis: Mapping[str, ApiLock] = field(default_factory=dict)

    def dump(self) -> bytes:
        """The file's bytes: JSON, one checksum or name a line, sorted."""
        apis = {
            name: {
                "settings": api.settings,
                "inputs": dict(sorted(api.inputs.items())),
                "outputs": dict(sorted(api.outputs.items())),
                "names": {
                    "operations": dict(sorted(api.names.operations.items())),
                    "models": dict(sorted(api.names.models.items())),
                },
            }
            for name, api in sorted(self.apis.items())
        }
        head = {"format": _FORMAT, "specmill": self.specmill, "generator": self.generator}
        return (json.dumps({**head, "apis": apis}, indent=1, ensure_ascii=False) + "\n").encode()


def load_lock(root: Path) -> Lock:
    """Read the lock in ``root``; an empty one when there is none.

    Raises:
        UsageError: The file is not one that specmill wrote.
    """
    file = root / LOCK_NAME
    try:
        return _parse(json.loads(file.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return Lock()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        if _is_conflict(file):
            what = Diagnostic(
                "the lock has conflict markers of a merge",
                Location(os.path.relpath(file)),
                hint=f"`git checkout --ours {LOCK_NAME} && specmill generate` keeps the names of "
                "our side; the names of the other side are chosen anew",
            )
            raise UsageError(what) from None
        what = Diagnostic(
            f"not a lock file of specmill: {type(error).__name__}: {error}",
            Location(os.path.relpath(file)),
            hint=f"restore it, such as with `git checkout HEAD -- {LOCK_NAME}`, and run `specmill "
            "generate`: it holds the names that packages have",
        )
        raise UsageError(what) from error


def _is_conflict(file: Path) -> bool:
    """Tell whether a merge of Git has left both sides in a file."""
    try:
        lines = file.read_bytes().splitlines()
    except OSError:
        return False
    marks = (b"<<<<<<< ", b"=======", b">>>>>>> ")
    return all(any(line.startswith(mark) for line in lines) for mark in marks)


def _parse(data: Any) -> Lock:
    if data["format"] != _FORMAT:
        raise ValueError(f"format {data['format']!r}")
    apis = {
        name: ApiLock(
            str(api["settings"]), _texts(api["inputs"]), _texts(api["outputs"]), _names_of(api)
        )
        for name, api in data["apis"].items()
    }
    return Lock(str(data["specmill"]), str(data["generator"]), apis)


def _names_of(api: Any) -> GivenNames:
    names = api.get("names", {})
    return GivenNames(_texts(names.get("operations", {})), _texts(names.get("models", {})))


def _texts(table: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}


def is_fresh(root: Path, api: ApiConfig, lock: Lock) -> bool:
    """Whether nothing that ``api``'s output depends on changed, nor the output itself."""
    known = lock.apis.get(api.name)
    return (
        known is not None
        and known.settings == settings_checksum(api)
        and known.inputs.keys() >= set(declared_inputs(root, api))
        and _all_match(root, known.inputs)
        and _all_match(root, known.outputs)
    )


def declared_inputs(root: Path, api: ApiConfig) -> list[str]:
    """The files that the configuration names: source, overlays, the user's templates."""
    names = [api.source, *api.overlays, *_beside(root, api.source)]
    for target in api.targets:
        if target.templates:
            folder = located(root, target.templates)
            names += [relative(root, path) for path in folder.rglob("*") if path.is_file()]
        names += own_code(root, api, target)
    names += patches(root, api).values()
    return [relative(root, root / name) for name in names]


def own_code(root: Path, api: ApiConfig, target: TargetConfig) -> list[str]:
    """The modules of a package's ``_custom``, which are no output."""
    name = f"{api.package_folder(target)}/{OWN_CODE}"
    folder = located(root, name)
    if not folder.is_dir():
        return []
    return sorted(f"{name}/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.py"))


def patches(root: Path, api: ApiConfig) -> dict[str, str]:
    """The patches of an API: the generated file to its patch."""
    folder = located(root, api.patches)
    if not api.patches or not folder.is_dir():
        return {}
    found = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*{PATCH}"))
    return {path.removesuffix(PATCH): f"{api.patches}/{path}" for path in sorted(found)}


def _beside(root: Path, source: str) -> list[str]:
    """The files that a reference page is read with."""
    if not source.lower().endswith((".md", ".markdown")):
        return []
    files = [Path(source).with_name(name).as_posix() for name in PAGE_FILES]
    return [name for name in files if located(root, name).is_file()]


def relative(root: Path, path: Path) -> str:
    """``path`` as the lock spells it: from ``root``, POSIX, also where it lies outside."""
    return Path(os.path.relpath(path, root)).as_posix()


def located(root: Path, path: str) -> Path:
    """The file that :func:`relative` spells as ``path``.

    A ``path`` may climb out of a ``root`` that does not exist yet, which the system cannot follow.
    """
    return Path(os.path.normpath(root / path))


def shown(path: Path) -> Path:
    """``path`` as messages call it: from the current folder where that is shorter."""
    from_here = os.path.relpath(path)
    return Path(from_here) if len(from_here) < len(str(path)) else path


def settings_checksum(api: ApiConfig) -> str:
    """Checksum of everything that the configuration says about an API."""
    versions = [target_version(target.name) for target in api.targets]
    settings = [asdict(api), versions]
    # Times are the only values of TOML that JSON has not.
    text = json.dumps(settings, sort_keys=True, ensure_ascii=False, default=str)
    return checksum(text.encode())


def checksums(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """Checksums of files on disk."""
    return {path: checksum(located(root, path).read_bytes()) for path in paths}


def checksum(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def _all_match(root: Path, sums: Mapping[str, str]) -> bool:
    try:
        return all(checksum(Path(root, path).read_bytes()) == known for path, known in sums.items())
    except OSError:
        return False


@cache
def fingerprint() -> str:
    """Checksum of the generator in use: its modules and templates, wherever they are installed."""
    installed = _PACKAGE / "_templates"
    templates = installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"
    total = hashlib.sha256()
    for root, endings in ((_PACKAGE, (".py", ".yaml")), (templates, ("",))):
        for name in sorted(_names(root, endings)):
            total.update(f"{name}\0".encode())
            total.update(Path(root, name).read_bytes())
    return total.hexdigest()


def _names(root: Path, endings: tuple[str, ...]) -> Iterable[str]:
    """Files below ``root`` that decide about output: no caches, and not the command line."""
    for folder, folders, files in os.walk(root):
        folders[:] = [
            name
            for name in folders
            if name not in {"__pycache__", "_templates", "cli"} and not name.startswith(".")
        ]
        for name in files:
            if name.endswith(endings):
                yield Path(os.path.relpath(Path(folder, name), root)).as_posix()
