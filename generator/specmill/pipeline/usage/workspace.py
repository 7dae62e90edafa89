"""Use of a workspace's packages by the code around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, Location, nearest
from specmill.model.api import Api, operations_of, walk_resources
from specmill.pipeline.edits import own_modules
from specmill.pipeline.lock import load_lock, located
from specmill.pipeline.understanding import Understood, understand
from specmill.pipeline.usage.clients import ClientTree, client_tree
from specmill.pipeline.usage.files import syntax_trees
from specmill.pipeline.usage.search import Use, uses
from specmill.surface.reading import surface_of
from specmill.surface.value import Method
from specmill.targets.python.names import choose_names, resource_class
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Called:
    """An operation that a code base calls."""

    api: str
    method: Method
    places: tuple[str, ...]
    """``file:line``, sorted."""
    also: tuple[str, ...] = ()
    """Ids of operations that it cannot do without."""


def used(
    workspace: Workspace, names: Sequence[str], paths: Sequence[Path]
) -> tuple[list[Called], list[Diagnostic]]:
    """Return the operations of some APIs, or of all, that the code in some folders calls.

    Raises:
        SpecmillError: A spec is not usable, or there is no such folder.
    """
    apis = workspace.pick(tuple(names))
    read = {api.name: _whole(workspace.root, api) for api in apis}
    trees = {api.name: _tree(workspace.root, api, read[api.name]) for api in apis}
    files, findings = syntax_trees(paths, [*_packages(workspace)])
    by_package = _by_package(uses(files, [*trees.values()]))
    called: list[Called] = []
    for api in apis:
        needed = _needed(read[api.name].api)
        for name, method in trees[api.name].methods.items():
            places = by_package.get((api.package, name))
            if places:
                called.append(Called(api.name, method, places, needed.get(method.id, ())))
    return called, findings


def included(called: Iterable[Called], api: str) -> list[str]:
    """Return the selectors of the operations of an API that are called, for ``include``."""
    ids = {one for call in called if call.api == api for one in (call.method.id, *call.also)}
    return sorted(ids)


def lost_calls(
    workspace: Workspace, names: Sequence[str]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return calls in the workspace's ``code`` of what is not generated, and findings.

    Raises:
        SpecmillError: A spec is not usable, or there is no such folder.
    """
    if not workspace.code:
        return [], []
    apis = workspace.pick(tuple(names))
    trees = [
        _tree(workspace.root, api, _generated(workspace.root, api))
        for api in apis
        if any(target.name == "python" for target in api.targets)
    ]
    folders = [located(workspace.root, one) for one in workspace.code]
    files, findings = syntax_trees(folders, [*_packages(workspace)])
    named = {api.package: api for api in apis}
    found = uses(files, trees)
    lost = [
        _lost(one, tree, named[tree.package])
        for tree in trees
        for one in sorted(found, key=lambda use: (use.file, use.line, use.name))
        if one.package == tree.package and not _is_there(one, tree)
    ]
    return lost, findings


def _is_there(use: Use, tree: ClientTree) -> bool:
    last = use.name.rpartition(".")[2]
    return use.name in tree.methods or last in tree.others or last.startswith("_")


def _lost(use: Use, tree: ClientTree, api: ApiConfig) -> Diagnostic:
    hint = nearest(use.name, tree.methods)
    if api.include or api.exclude:
        hint = f"see include and exclude of [apis.{api.name}]" + (f"; {hint}" if hint else "")
    what = f"{use.name} is called, but {tree.package} has no such method"
    return Diagnostic(what, Location(use.file, use.line, 1), hint)


def _whole(root: Path, api: ApiConfig) -> Understood:
    """Read an API with all its operations."""
    return _read(root, replace(api, include=(), exclude=()))


def _generated(root: Path, api: ApiConfig) -> Understood:
    return _read(root, api)


def _read(root: Path, api: ApiConfig) -> Understood:
    known = load_lock(root).apis.get(api.name)
    return understand(root, api, known.names if known else None, complete=False)


def _tree(root: Path, config: ApiConfig, read: Understood) -> ClientTree:
    own = {
        path: text
        for target in config.targets
        if target.name == "python"
        for path, text in own_modules(root, config, target).items()
    }
    surface = surface_of(read.document, read.api, config.package, client=config.client)
    names = choose_names(read.api, client=config.client)
    classes = {
        f"{prefix}{resource_class(one.path)}": ".".join(names.attributes(one.path))
        for one in walk_resources(read.api.root)
        if one.path
        for prefix in ("", "Async")
    }
    return replace(client_tree(surface, own), classes=classes)


def _needed(api: Api) -> dict[str, tuple[str, ...]]:
    """Return what the long-running operations of an API cannot do without, by operation."""
    works = {one.id: one.long_running.progress for one in operations_of(api) if one.long_running}
    return {
        id_: tuple(follow.operation for follow in (*progress.polls, *progress.cancels))
        for id_, progress in works.items()
    }


def _packages(workspace: Workspace) -> Iterator[Path]:
    for api in workspace.apis.values():
        for target in api.targets:
            yield located(workspace.root, api.package_folder(target))


def _by_package(found: Iterable[Use]) -> dict[tuple[str, str], tuple[str, ...]]:
    places: defaultdict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    for one in found:
        places[one.package, one.name].add((one.file, one.line))
    return {
        key: tuple(f"{file}:{line}" for file, line in sorted(found))
        for key, found in places.items()
    }
