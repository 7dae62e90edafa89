"""Sides of a comparison: files, revisions of Git, addresses, APIs of a workspace."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path, PurePosixPath

from specmill.config import ApiConfig, Workspace, find_workspace, load
from specmill.diagnostics import Diagnostic, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline.lock import load_lock, located, relative
from specmill.pipeline.spec import spec_workspace
from specmill.pipeline.versions.revisions import extract, is_revision, repository_of
from specmill.sources import fetch, without_user
from specmill.values import dataclass, replace

_STDIN = "-"
_WEB = ("https://", "http://")
_NAME = "api"


@dataclass(frozen=True, slots=True)
class Side:
    """One version of an API, ready to be read."""

    label: str
    """As the user named it."""
    root: Path
    config: ApiConfig
    given: GivenNames | None = None
    shown: Callable[[str], str] = str
    """Calls a file as the user would, where it was put into a folder of its own."""
    is_foreign: bool = False
    """It is another file than the source of the API whose settings hold."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What a name on the command line stands for."""

    label: str
    path: Path
    api: str = ""
    """The API whose source it is, or a version of its source."""
    shown: Callable[[str], str] = str
    is_api: bool = False


@contextmanager
def opened(old: str, new: str, workspace: Workspace | None) -> Iterator[tuple[Side, Side]]:
    """Make sense of two names: spec files, ``REV:path``, ``-``, addresses, APIs of a workspace.

    Where one is an API, or a version of an API's source, the pins, the overlays and the lock of
    that API hold for both.

    Raises:
        UsageError: A name stands for nothing.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="specmill-")))
        first = _named(old, workspace, folder / "old")
        second = _named(new, workspace, folder / "new")
        owner = first.api or second.api
        yield (
            _side(first, first.api or owner, workspace),
            _side(second, second.api or owner, workspace),
        )


@contextmanager
def against(workspace: Workspace, api: ApiConfig, revision: str) -> Iterator[tuple[Side, Side]]:
    """Set an API of a workspace beside itself at a revision, with the settings that held then.

    Raises:
        UsageError: The workspace is in no repository, or the revision has no such API.
    """
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        earlier = _earlier(workspace, revision, Path(folder))
        if api.name not in earlier.apis:
            what = f"{revision} has no API {api.name!r}"
            raise UsageError(Diagnostic(what, hint="name the APIs to compare"))
        old = earlier.apis[api.name]
        label = f"{revision}:{old.source}"
        shown = _from_folder(earlier.root, lambda path: f"{revision}:{path}")
        yield (
            Side(label, earlier.root, old, given_by_lock(earlier.root, old), shown),
            Side(api.source, workspace.root, api, given_by_lock(workspace.root, api)),
        )


def apis_at(workspace: Workspace, revision: str) -> frozenset[str]:
    """Return the names of the APIs that a workspace had at a revision."""
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        return frozenset(_earlier(workspace, revision, Path(folder), only_file=True).apis)


def _earlier(
    workspace: Workspace, revision: str, folder: Path, *, only_file: bool = False
) -> Workspace:
    name = Path(workspace.file).name
    if repository_of(workspace.root) is None:
        raise UsageError(Diagnostic(f"{workspace.root} is in no Git repository"))
    if not is_revision(workspace.root, revision):
        raise UsageError(Diagnostic(f"no revision {revision!r}"))
    extract(workspace.root, revision, folder, paths=(name,))
    earlier = load(folder / name, shown=f"{revision}:{name}")
    if only_file:
        return earlier
    outputs = {one.folder for api in earlier.apis.values() for one in api.targets}
    tops = sorted({PurePosixPath(one).parts[0] for one in outputs if PurePosixPath(one).parts})
    extract(workspace.root, revision, folder, without=tops)
    return load(folder / name, shown=f"{revision}:{name}")


def given_by_lock(root: Path, config: ApiConfig) -> GivenNames | None:
    """Return the names that the last run of a workspace gave; a single spec has none."""
    known = load_lock(root).apis if config.normal_form else {}
    return known[config.name].names if config.name in known else None


def workspace_of(config: Path | None) -> Workspace | None:
    """Return the workspace of a file, or the nearest one; None without any."""
    try:
        file = config or find_workspace(Path.cwd())
    except UsageError:
        return None
    return load(file.absolute(), shown=relative(Path.cwd(), file.absolute()))


def _side(named: _Named, owner: str, workspace: Workspace | None) -> Side:
    if not owner or workspace is None:
        single = spec_workspace(named.path, name=_NAME, out=Path.cwd())
        return Side(named.label, single.root, single.apis[_NAME], shown=named.shown)
    api = workspace.apis[owner]
    given = given_by_lock(workspace.root, api)
    if not named.is_api:
        api = replace(api, source=str(named.path.absolute()))
    foreign = not named.is_api
    return Side(named.label, workspace.root, api, given, named.shown, is_foreign=foreign)


def _named(name: str, workspace: Workspace | None, folder: Path) -> _Named:
    """Tell what a name stands for, and put it into a file where it is none."""
    if name == _STDIN:
        content = sys.stdin.buffer.read()
        return _written(name, content, folder / f"stdin{_ending(content)}")
    if name.lower().startswith(_WEB):
        content = fetch(name)
        return _written(without_user(name), content, folder / f"download{_ending(content)}")
    if Path(name).is_file():
        return _Named(name, Path(name), _owner(Path(name).absolute(), workspace))
    revision, colon, path = name.partition(":")
    if colon and path and is_revision(Path.cwd(), revision):
        return _of_revision(name, revision, path, workspace, folder)
    if workspace is not None and name in workspace.apis:
        source = located(workspace.root, workspace.apis[name].source)
        return _Named(name, source, name, is_api=True)
    raise _unknown(name, workspace)


def _of_revision(
    name: str, revision: str, path: str, workspace: Workspace | None, folder: Path
) -> _Named:
    """Write a file of a revision, with those beside it, which it may refer to."""
    top = repository_of(Path.cwd())
    assert top is not None, "a revision is known"
    whole = Path(os.path.normpath(Path.cwd() / path if path.startswith(".") else top / path))
    if path.startswith("."):
        path = relative(top, whole)
    beside = PurePosixPath(path).parent.as_posix()
    folder.mkdir(parents=True)
    extract(top, revision, folder, paths=(path,))
    extract(top, revision, folder, paths=(beside,))
    shown = _from_folder(folder, lambda inner: f"{revision}:{inner}")
    return _Named(name, folder / path, _owner(whole, workspace), shown)


def _written(name: str, content: bytes, file: Path) -> _Named:
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return _Named(name, file, shown=_from_folder(file.parent, lambda _: name))


def _ending(content: bytes) -> str:
    return ".json" if content.lstrip()[:1] == b"{" else ".yaml"


def _from_folder(folder: Path, call: Callable[[str], str]) -> Callable[[str], str]:
    """Return what gives files of a folder another name, by their path in it."""
    root = os.path.realpath(folder)

    @cache
    def shown(file: str) -> str:
        path = os.path.realpath(file)
        if path == root or not path.startswith(f"{root}{os.sep}"):
            return file
        return call(Path(path).relative_to(root).as_posix())

    return shown


def _owner(file: Path, workspace: Workspace | None) -> str:
    """Return the API that a file is the source of."""
    if workspace is None:
        return ""
    sources = {located(workspace.root, api.source): name for name, api in workspace.apis.items()}
    return sources.get(Path(os.path.normpath(file)), "")


def _unknown(name: str, workspace: Workspace | None) -> UsageError:
    apis = ", ".join(workspace.apis) if workspace is not None else ""
    hint = "give a file, an address, REV:path, - for stdin" + (
        f", or one of {apis}" if apis else ""
    )
    return UsageError(Diagnostic(f"no file, revision or API {name!r}", hint=hint))
