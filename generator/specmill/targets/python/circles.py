"""Imports of modules of models by each other: none in a circle while modules load."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

Edges: TypeAlias = Mapping[str, Collection[str]]
"""Model key to the models that it is made of."""


def without_circles(
    modules: Mapping[str, str], kept: Collection[str], edges: Edges, at_once: Edges
) -> dict[str, str]:
    """Move models so that modules can be loaded, those that stood there before only if need be.

    In a circle one module takes what it needs of the others, so that it imports none of them. What
    is new does so in any case. What was there before moves where a module needs another one while
    it loads: the one for which the fewest lines change, those of imports of what stood elsewhere.

    Args:
        modules: Model key to module.
        kept: Keys of models that stood there before.
        edges: All that models are made of.
        at_once: The part of it that a module needs while it loads.
    """
    settled = _moved(modules, kept, edges, edges, new_alone=True)
    return _moved(settled, kept, edges, at_once)


def _moved(
    modules: Mapping[str, str],
    kept: Collection[str],
    edges: Edges,
    needed: Edges,
    *,
    new_alone: bool = False,
) -> dict[str, str]:
    settled = dict(modules)
    while circles := _circles(_imports(settled, needed)):
        importers = _importers(settled, edges)
        lines, module, taken = min(
            (sum(1 + len(importers[one]) for one in taken if one in kept), module, sorted(taken))
            for circle in circles
            for module in circle
            for taken in [_needed(module, circle, settled, needed)]
        )
        if lines and new_alone:
            break
        settled.update(dict.fromkeys(taken, module))
    return settled


def late_imports(
    modules: Mapping[str, str],
    edges: Edges,
    at_once: Edges,
    known: Mapping[str, AbstractSet[str]],
) -> dict[str, frozenset[str]]:
    """Choose what modules import when a class is first used, and not while they load.

    Nothing but what would be a circle: of its imports those that were late before, else the one by
    which the fewest classes change.

    Args:
        modules: Model key to module.
        edges: All that models are made of.
        at_once: The part of it that a module needs while it loads, without circles.
        known: What was chosen before.
    """
    late: defaultdict[str, set[str]] = defaultdict(set)
    imports = _imports(modules, edges)
    first = _imports(modules, at_once)
    uses = Counter(
        (modules[key], modules[other]) for key, others in edges.items() for other in {*others}
    )
    while circles := _circles(imports):
        _, _, module, other = min(
            (other not in known.get(module, ()), uses[module, other], module, other)
            for circle in circles
            for module in circle
            for other in circle & imports[module]
            if other not in first.get(module, ())
        )
        imports[module].discard(other)
        late[module].add(other)
    return {module: frozenset(others) for module, others in sorted(late.items())}


def _imports(modules: Mapping[str, str], edges: Edges) -> defaultdict[str, set[str]]:
    """Return the modules that each module imports."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, others in edges.items():
        own = modules[key]
        found[own].update(module for one in others if (module := modules[one]) != own)
    return found


def _importers(modules: Mapping[str, str], edges: Edges) -> defaultdict[str, set[str]]:
    """Return the other modules that import each model."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, others in edges.items():
        for other in others:
            if modules[other] != modules[key]:
                found[other].add(modules[key])
    return found


def _needed(
    module: str, circle: Collection[str], modules: Mapping[str, str], edges: Edges
) -> set[str]:
    """Return the models of other modules of a circle that one module is made of."""
    found: set[str] = set()
    pending = [key for key, own in modules.items() if own == module]
    seen = set(pending)
    while pending:
        for other in edges.get(pending.pop(), ()):
            if other not in seen and modules[other] in circle:
                seen.add(other)
                found.add(other)
                pending.append(other)
    return found


def _circles(imports: Mapping[str, AbstractSet[str]]) -> set[frozenset[str]]:
    """Return the groups of modules that import each other in a circle."""
    left = {module: needed for module, needed in imports.items() if needed}
    while free := [module for module, needed in left.items() if needed.isdisjoint(left)]:
        for module in free:
            del left[module]
    reached = {module: {*_imported(module, imports)} for module in left}
    return {
        frozenset(one for one in others if module in reached.get(one, ()))
        for module, others in reached.items()
        if module in others
    }


def _imported(start: str, imports: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the modules that one imports, also by way of others; itself in a circle."""
    seen: set[str] = set()
    pending = [start]
    while pending:
        for module in imports.get(pending.pop(), ()):
            if module not in seen:
                seen.add(module)
                pending.append(module)
                yield module
