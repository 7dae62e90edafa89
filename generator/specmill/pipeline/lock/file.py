"""Lock file on disk, and what of a workspace it calls up to date."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from specmill.config import ApiConfig, TargetConfig
from specmill.diagnostics import Diagnostic, Location, UsageError
from specmill.pipeline.lock.content import Lock, parse_lock
from specmill.pipeline.lock.facts import FactError
from specmill.pipeline.lock.layout import joined, lock_files
from specmill.pipeline.plugins import target_version
from specmill.render.disk import read_file
from specmill.values import replace

PAGE_FILES = ("http.yaml", "dialect.yaml")
"""What stands beside a reference page and is read with it: its bindings, its own dialect."""
OWN_CODE = "_custom"
"""Folder of a package for code that is not generated."""
PATCH = ".patch"
_MANY_FILES = 4_000
"""Files from which on a second process that reads half of them saves more than its start costs."""
_PACKAGE = Path(__file__).parents[2]
_PIECE = 256 * 1024
"""Bytes that are read of a file at a time."""


def load_lock(root: Path) -> Lock:
    """Read the lock in ``root``, in either layout; an empty one when there is none.

    Conflict markers of a merge are no hindrance: both sides are read, ours first.

    Raises:
        UsageError: A file is not one that specmill wrote.
    """
    names = lock_files(root)
    locks = [read_lock(root / name) for name in names]
    return replace(joined(locks, fingerprint()), files=tuple(names)) if locks else Lock()


def read_lock(file: Path) -> Lock:
    """Read one lock file.

    Raises:
        UsageError: It is not there, or is none.
    """
    try:
        return parse_lock(file.read_bytes())
    except OSError as error:
        raise UsageError(Diagnostic(f"cannot be read: {error.strerror}", _place(file))) from error
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        line = error.line if isinstance(error, FactError) else 0
        what = Diagnostic(
            f"not a lock file of specmill: {type(error).__name__}: {error}",
            _place(file, line),
            hint=f"restore it, such as with `git checkout HEAD -- {file.name}`, and run `specmill "
            "generate`: it holds the names that packages have",
        )
        raise UsageError(what) from error


def _place(file: Path, line: int = 0) -> Location:
    return Location(os.path.relpath(file), line)


def has_known_inputs(root: Path, api: ApiConfig, lock: Lock) -> bool:
    """Whether nothing that ``api``'s output depends on changed."""
    known = lock.apis.get(api.name)
    return (
        known is not None
        and known.settings == settings_checksum(api)
        and known.inputs.keys() >= set(declared_inputs(root, api))
        and _all_match(root, known.inputs)
    )


def with_other_outputs(root: Path, apis: Sequence[str], lock: Lock) -> list[str]:
    """Return those of some APIs whose output is not as the last run wrote it."""
    total = sum(len(lock.apis[name].outputs) for name in apis)
    if total < _MANY_FILES:
        return _with_other_outputs(root, apis, lock)
    from specmill.render.processes import at_once  # noqa: PLC0415 - not for a small workspace

    before = middle = 0
    while 2 * before < total:
        before += len(lock.apis[apis[middle]].outputs)
        middle += 1
    first, second = at_once(
        lambda: _with_other_outputs(root, apis[:middle], lock),
        lambda: _with_other_outputs(root, apis[middle:], lock),
    )
    return [*first, *second]


def _with_other_outputs(root: Path, apis: Sequence[str], lock: Lock) -> list[str]:
    return [name for name in apis if not _all_match(root, lock.apis[name].outputs)]


def declared_inputs(root: Path, api: ApiConfig) -> list[str]:
    """The files that the configuration names: source, overlays, the user's templates."""
    names = [api.source, *api.overlays, *_beside(root, api.source)] if api.source else []
    for target in api.targets:
        if target.templates:
            folder = located(root, target.templates)
            names += [relative(root, path) for path in folder.rglob("*") if path.is_file()]
        names += own_code(root, api, target)
        names += changelog_for(root, api, target)
    names += patches(root, api).values()
    return [relative(root, root / name) for name in names]


def own_code(root: Path, api: ApiConfig, target: TargetConfig) -> list[str]:
    """The modules of a package's ``_custom``, which are no output."""
    name = f"{api.package_folder(target)}/{OWN_CODE}"
    if not os.path.isdir(f"{root}/{name}"):  # noqa: PTH112 - asked for each target of each run
        return []
    folder = located(root, name)
    return sorted(f"{name}/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.py"))


def changelog_for(root: Path, api: ApiConfig, target: TargetConfig) -> list[str]:
    """The changelog of an API, where it goes into a distribution."""
    if target.name != "python" or not target.settings.get("distribution") or not api.normal_form:
        return []
    name = Path(api.normal_form).with_name("CHANGELOG.md").as_posix()
    return [name] if located(root, name).is_file() else []


def patches(root: Path, api: ApiConfig) -> dict[str, str]:
    """The patches of an API: the generated file to its patch."""
    if not api.patches or not os.path.isdir(f"{root}/{api.patches}"):  # noqa: PTH112 - as above
        return {}
    folder = located(root, api.patches)
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
    """Checksum of everything that the configuration says about an API and that decides about its
    output.
    """
    versions = [target_version(target.name) for target in api.targets]
    settings = [asdict(replace(api, upstream=None)), versions]
    # Times are the only values of TOML that JSON has not.
    text = json.dumps(settings, sort_keys=True, ensure_ascii=False, default=str)
    return checksum(text.encode())


def checksums(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """Checksums of files on disk, the same whatever line ends Git gave them."""
    files = ((path, located(root, path)) for path in paths)
    return {path: _checksum_of(file) for path, file in files}


def _checksum_of(file: Path) -> str:
    total = hashlib.sha256()
    with file.open("rb") as opened:  # by pieces: a spec may be large, and nearly all are as Git's
        while piece := opened.read(_PIECE):
            if b"\r" in piece:
                return checksum(file.read_bytes().replace(b"\r\n", b"\n"))
            total.update(piece)
    return total.hexdigest()


def checksum(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def is_known(content: bytes, known: str) -> bool:
    """Tell whether a file is what a checksum was made of, whatever its line ends are now."""
    return checksum(content) == known or checksum(as_written(content, known)) == known


def as_written(content: bytes, known: str | None) -> bytes:
    """Return a file with the line ends that it was written with.

    Editors and Git on Windows (``core.autocrlf``) change them in whole files, which is no edit. A
    file whose checksum is ``known`` is as it is.
    """
    is_changed = content.count(b"\n") == content.count(b"\r\n") > 0
    return content.replace(b"\r\n", b"\n") if is_changed and checksum(content) != known else content


def _all_match(root: Path, sums: Mapping[str, str]) -> bool:
    try:
        for path, known in sums.items():
            if not is_known(read_file(f"{root}/{path}"), known):
                return False
    except OSError:
        return False
    return True


@cache
def fingerprint() -> str:
    """Checksum of the generator in use: its modules and templates, wherever they are installed."""
    installed = _PACKAGE / "_templates"
    templates = installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"
    total = hashlib.sha256()
    for root, endings in ((_PACKAGE, (".py", ".yaml")), (templates, ("",))):
        for name in sorted(_names(root, endings)):
            total.update(f"{name}\0".encode())
            total.update(read_file(f"{root}/{name}"))
    return total.hexdigest()


def _names(root: Path, endings: tuple[str, ...]) -> Iterable[str]:
    """Files below ``root`` that decide about output: no caches, and not the command line."""
    start = len(str(root)) + 1
    for folder, folders, files in os.walk(root):
        inner = f"{folder[start:]}/".replace(os.sep, "/").removeprefix("/")
        folders[:] = [
            name
            for name in folders
            if name not in {"__pycache__", "_templates", "cli"} and not name.startswith(".")
        ]
        for name in files:
            if name.endswith(endings):
                yield f"{inner}{name}"
