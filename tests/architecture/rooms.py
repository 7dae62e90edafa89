"""Rules of the layout, checked over syntax trees: circles, folders, private modules, arrows, faces.

``python tests/architecture/rooms.py`` prints the figures of the generator and of the runtime, then
each breach in a line; with a breach it exits with 1. A module is named by its dotted path, a folder
by that of its ``__init__.py``. An import counts wherever it stands: for types alone, inside a
function, and in a text such as ``"..errors.rpc_status:rpc_status_in"``.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator/specmill"
RUNTIME = ROOT / "templates/python/runtime"

MOST_FILES = 15
"""Files of Python in one folder, its ``__init__.py`` among them."""

_REFERENCE = re.compile(r"(\.*)([A-Za-z_][\w.]*):[A-Za-z_]\w*")
_ASYNC = "async_"

Graph = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Module:
    """A module, or the ``__init__.py`` of a folder."""

    name: str
    path: Path
    code: ast.Module

    @cached_property
    def mentions(self) -> list[ast.Import | ast.ImportFrom | ast.Constant]:
        """The statements that import, and the constants, since a text may name a module."""
        kinds = (ast.Import, ast.ImportFrom, ast.Constant)
        return [node for node in ast.walk(self.code) if isinstance(node, kinds)]

    @property
    def is_folder(self) -> bool:
        return self.path.name == "__init__.py"

    @property
    def folder(self) -> str:
        """The folder that the module stands in; of an ``__init__.py``, that folder itself."""
        return self.name if self.is_folder else self.name.rpartition(".")[0]


Tree = Mapping[str, Module]
"""Modules of a package by their names; the package itself is the first."""


@dataclass(frozen=True)
class Import:
    """What one module takes of another."""

    by: Module
    line: int
    module: str
    """The module that is loaded."""
    name: str = ""
    """What is taken of it; empty for the module as a whole."""

    @property
    def target(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module

    def breach(self, why: str) -> str:
        """Say what is wrong with the import, and where it stands."""
        return f"{_shown(self.by.path)}:{self.line}: {why}"


# -- reading -------------------------------------------------------------------------------------


def read_tree(root: Path) -> dict[str, Module]:
    """Read the modules of the package in a folder, which gives the package its name."""
    tree: dict[str, Module] = {}
    for path in sorted(root.rglob("*.py"), key=lambda path: (path.parent, path.name)):
        parts = [root.name, *path.relative_to(root).with_suffix("").parts]
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree[name] = Module(name, path, ast.parse(path.read_bytes(), filename=str(path)))
    return tree


def imports_of(tree: Tree) -> list[Import]:
    """Return what the modules of a tree import of each other."""
    return [one for module in tree.values() for one in _imports(tree, module)]


def _imports(tree: Tree, module: Module) -> Iterator[Import]:
    for node in module.mentions:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in tree:
                    yield Import(module, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            source = _absolute(module, node.level, node.module or "")
            for alias in node.names:
                if (target := f"{source}.{alias.name}") in tree:
                    yield Import(module, node.lineno, target)
                elif source in tree:
                    yield Import(module, node.lineno, source, alias.name)
        elif isinstance(node.value, str):
            reference = _REFERENCE.fullmatch(node.value)
            if reference and (source := _absolute(module, len(reference[1]), reference[2])) in tree:
                yield Import(module, node.lineno, source, node.value.partition(":")[2])


def _absolute(module: Module, level: int, name: str) -> str:
    """Resolve a name that begins with ``level`` dots; without any it is whole already."""
    if not level:
        return name
    above = module.folder.split(".")
    return ".".join([*above[: len(above) + 1 - level], *([name] if name else [])])


def graph_of(tree: Tree) -> dict[str, set[str]]:
    """Return which modules each module of a tree imports."""
    graph: dict[str, set[str]] = {name: set() for name in tree}
    for one in imports_of(tree):
        if one.module != one.by.name:
            graph[one.by.name].add(one.module)
    return graph


# -- rules ---------------------------------------------------------------------------------------


def circles(tree: Tree) -> list[str]:
    """Find modules that import each other, however far around."""
    graph = graph_of(tree)
    reached = {name: _reached(graph, name) for name in graph}
    groups = {
        frozenset(other for other in reached[name] if name in reached[other])
        for name in graph
        if name in reached[name]
    }
    return [
        f"circle of {len(group)} modules: {' -> '.join(_chain(graph, min(group), {min(group)}))}"
        for group in sorted(groups, key=min)
    ]


def crowded_folders(tree: Tree) -> list[str]:
    """Find folders with more than :data:`MOST_FILES` files."""
    return [
        f"{folder}: {count} files, at most {MOST_FILES} are allowed"
        for folder, count in _files_by_folder(tree).items()
        if count > MOST_FILES
    ]


def silent_folders(tree: Tree) -> list[str]:
    """Find folders that do not say what belongs in them."""
    folders = sorted(_files_by_folder(tree))
    missing = [f"{folder}: has no __init__.py" for folder in folders if folder not in tree]
    return missing + [
        f"{_shown(tree[folder].path)}:1: has no docstring that says what belongs in the folder"
        for folder in folders
        if folder in tree and not ast.get_docstring(tree[folder].code)
    ]


def trespasses(tree: Tree) -> list[str]:
    """Find imports of modules with ``_`` before their name from outside their folder."""
    return [
        one.breach(f"{one.module} is private to {folder}")
        for one in imports_of(tree)
        for folder in _private_to(one.module)
        if not _contains(folder, one.by.name)
    ]


def _private_to(module: str) -> Iterator[str]:
    """Yield the folders outside of which a module is not to be imported."""
    parts = module.split(".")
    for depth, part in enumerate(parts):
        if part.startswith("_") and not part.startswith("__"):
            yield ".".join(parts[:depth])


def wrong_arrows(tree: Tree, table: Mapping[str, Collection[str]]) -> list[str]:
    """Find imports between the folders right below a package that a table does not allow.

    Args:
        tree: The package.
        table: Each folder, and each module that stands beside them, to those that it may import;
            these come before it in the table, so that all arrows go one way.
    """
    order = list(table)
    breaches = [
        f"the table of arrows: {unit} may import {other}, which has to stand before it"
        for unit, others in table.items()
        for other in others
        if other not in order[: order.index(unit)]
    ]
    units = {_unit(name) for name in tree} - {""}
    breaches += [f"the table of arrows: {one} is missing" for one in sorted(units - set(order))]
    breaches += [f"the table of arrows: there is no {one}" for one in order if one not in units]
    taken: set[tuple[str, str]] = set()
    for one in imports_of(tree):
        arrow = _unit(one.by.name), _unit(one.module)
        if arrow[0] == arrow[1]:
            continue
        taken.add(arrow)
        if arrow[1] not in table.get(arrow[0], ()):
            breaches.append(one.breach(f"{arrow[0] or 'the package'} may not import {arrow[1]}"))
    return breaches + [
        f"the table of arrows: {unit} no longer imports {other}"
        for unit, others in table.items()
        for other in others
        if (unit, other) not in taken
    ]


def _unit(module: str) -> str:
    """Return the folder right below its package that a module is in, or its own name there."""
    return module.split(".")[1] if "." in module else ""


def mixed_modules(tree: Tree) -> list[str]:
    """Find sync code that loads async code, and the reverse: ``client`` and ``async_client``."""
    soon = {name for name in tree if _last(name).startswith(_ASYNC)}
    now = {twin for name in soon if (twin := _twin(name)) in tree}
    graph = graph_of(tree)
    chains = [
        (kind, _chain(graph, start, goals))
        for kind, starts, goals in (("sync", now, soon), ("async", soon, now))
        for start in sorted(starts)
    ]
    return [
        f"{kind} code imports its twin: {' -> '.join(found)}" for kind, found in chains if found
    ]


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _twin(name: str) -> str:
    folder, _, last = name.rpartition(".")
    return f"{folder}.{last.removeprefix(_ASYNC)}"


def unlisted_names(tree: Tree) -> list[str]:
    """Find imports from outside a folder of what its ``__init__.py`` does not list in ``__all__``.

    An import is followed from the package down: at each folder that the importing module is not in,
    the next part of the path (a folder, a module or a name) has to be listed.
    """
    listed = {name: _all_of(module.code) for name, module in tree.items() if module.is_folder}
    return [
        one.breach(f"{part} is not in __all__ of {folder}")
        for one in imports_of(tree)
        for folder, part in _doors(one.target)
        if folder in listed and not _contains(folder, one.by.name) and part not in listed[folder]
    ]


def _doors(target: str) -> Iterator[tuple[str, str]]:
    """Yield each folder on the way to a target with the part of the path that follows it."""
    parts = target.split(".")
    for depth in range(1, len(parts)):
        yield ".".join(parts[:depth]), parts[depth]


def _all_of(code: ast.Module) -> set[str]:
    """Return the names in ``__all__``, which may be added to."""
    names: set[str] = set()
    for node in code.body:
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id == "__all__" for one in targets):
                names.update(ast.literal_eval(node.value))
    return names


# -- graphs --------------------------------------------------------------------------------------


def _reached(graph: Graph, start: str) -> set[str]:
    """Return all that a module imports, however far; itself only when a circle leads back."""
    found: set[str] = set()
    pending = [start]
    while pending:
        following = set(graph[pending.pop()]) - found
        found |= following
        pending.extend(following)
    return found


def _chain(graph: Graph, start: str, goals: Collection[str]) -> list[str]:
    """Return the shortest way of one step or more to one of some modules; empty without one."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        longer: list[list[str]] = []
        for way in ways:
            for name in sorted(set(graph[way[-1]]) - seen):
                if name in goals:
                    return [*way, name]
                seen.add(name)
                longer.append([*way, name])
        ways = longer
    return []


def _contains(folder: str, module: str) -> bool:
    return module == folder or module.startswith(f"{folder}.")


def _files_by_folder(tree: Tree) -> Counter[str]:
    return Counter(module.folder for module in tree.values())


def _shown(path: Path) -> str:
    return (path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix()


# -- the two trees of this repository ------------------------------------------------------------


def arrows() -> dict[str, list[str]]:
    """Return the table of arrows of the runtime, from ``pyproject.toml``."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, list[str]] = settings["tool"]["specmill-rooms"]["runtime"]
    return table


def breaches_of_generator(tree: Tree) -> list[str]:
    """Check the generator."""
    rules = (circles, crowded_folders, silent_folders, unlisted_names)
    return [breach for rule in rules for breach in rule(tree)]


def breaches_of_runtime(tree: Tree) -> list[str]:
    """Check the runtime of generated packages."""
    rules = (circles, crowded_folders, silent_folders, trespasses, mixed_modules)
    return [breach for rule in rules for breach in rule(tree)] + wrong_arrows(tree, arrows())


def figures(tree: Tree) -> str:
    """Return how many modules, folders and circles there are."""
    sizes = _files_by_folder(tree)
    largest = max(sizes, key=lambda folder: sizes[folder])
    return (
        f"{len(tree)} modules in {len(sizes)} folders, at most {sizes[largest]} in one ({largest}),"
        f" circles {len(circles(tree))}"
    )


def main() -> int:
    """Print the figures of both trees and their breaches; return the exit status."""
    found: list[str] = []
    for root, check in ((GENERATOR, breaches_of_generator), (RUNTIME, breaches_of_runtime)):
        tree = read_tree(root)
        print(f"{_shown(root)}: {figures(tree)}")
        found += check(tree)
    print("".join(f"{breach}\n" for breach in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
