"""Circles of modules of models, which none may be in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping


def without_circles(
    modules: Mapping[str, str], kept: Collection[str], edges: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Move as few models as need be, so that no modules import each other in a circle.

    In a circle one module takes what it needs of the others, so that it imports none of them: the
    one for which the fewest lines change, those of imports of what stood elsewhere before.

    Args:
        modules: Model key to module.
        kept: Keys of models that stood there before.
        edges: Model key to the models that it is made of.
    """
    settled = dict(modules)
    while circle := _circle(settled, edges):
        taken = {module: _needed(module, circle, settled, edges) for module in circle}
        importers = _importers(settled, edges)
        _, module = min(
            (sum(1 + len(importers[one]) for one in taken[name] if one in kept), name)
            for name in circle
        )
        settled.update(dict.fromkeys(taken[module], module))
    return settled


def _importers(
    modules: Mapping[str, str], edges: Mapping[str, Iterable[str]]
) -> defaultdict[str, set[str]]:
    """Return the other modules that import each model."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, others in edges.items():
        for other in others:
            if modules[other] != modules[key]:
                found[other].add(modules[key])
    return found


def _needed(
    module: str,
    circle: Collection[str],
    modules: Mapping[str, str],
    edges: Mapping[str, Iterable[str]],
) -> set[str]:
    """Return the models of other modules of a circle that one module is made of."""
    found: set[str] = set()
    pending = [key for key, own in modules.items() if own == module]
    seen = set(pending)
    while pending:
        for other in edges[pending.pop()]:
            if other not in seen and modules[other] in circle:
                seen.add(other)
                found.add(other)
                pending.append(other)
    return found


def _circle(modules: Mapping[str, str], edges: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return modules that import each other in a circle; nothing where there are none."""
    imports: defaultdict[str, set[str]] = defaultdict(set)
    for key, others in edges.items():
        own = modules[key]
        imports[own].update(module for one in others if (module := modules[one]) != own)
    left = {module: set(imports[module]) for module in modules.values()}
    while free := [module for module, needed in left.items() if needed.isdisjoint(left)]:
        for module in free:
            del left[module]
    if not left:
        return frozenset()
    reached = {module: {*_reached(module, imports)} for module in left}
    circles = [
        frozenset(one for one in others if module in reached.get(one, ()))
        for module, others in reached.items()
        if module in others
    ]
    return min(circles, key=sorted)


def _reached(start: str, imports: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the modules that one imports, also by way of others; itself in a circle."""
    seen: set[str] = set()
    pending = [start]
    while pending:
        for module in imports.get(pending.pop(), ()):
            if module not in seen:
                seen.add(module)
                pending.append(module)
                yield module
