"""Resources with what tags say of them, groups of resources (``x-tagGroups``), and other topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from specmill.lower.naming import PlacedOperations, resource_words
from specmill.model.api import NavigationGroup, Resource
from specmill.model.models import Docs
from specmill.model.operations import Operation
from specmill.text import words
from specmill.values import dataclass


def resource_tree(operations: Iterable[Operation], placed: PlacedOperations) -> Resource:
    """Put operations into the resources that lead to them, from the client on."""
    docs, former = _docs_of(placed), placed.former_resources
    top = _Node()
    for operation in operations:
        node = top
        for name in operation.resource:
            node = node.children.setdefault(name, _Node())
        node.operations.append(operation)

    def freeze(node: _Node, path: tuple[str, ...]) -> Resource:
        return Resource(
            path=path,
            docs=docs.get(path, Docs()),
            operations=tuple(node.operations),
            former=former.get(path, ()),
            children=tuple(freeze(child, (*path, name)) for name, child in node.children.items()),
        )

    return freeze(top, ())


@dataclass(slots=True)
class _Node:
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Node] = field(default_factory=dict)


def _docs_of(placed: PlacedOperations) -> dict[tuple[str, ...], Docs]:
    """Return what tags say of the resources that they made."""
    said = dict(placed.tags.docs())
    found: dict[tuple[str, ...], Docs] = {}
    for name, docs in said.items():
        spelled = str(placed.tags.nodes[name].get("x-specmill-name", name))
        found.setdefault((resource_words(spelled),), docs)
    for tag, path in placed.resources_of_tags():
        for depth, name in enumerate((*placed.tags.above(tag), tag), start=1):
            if name in said:
                found.setdefault(path[:depth], said[name])
    return found


def topics_of(placed: PlacedOperations) -> tuple[tuple[str, Docs], ...]:
    """Return the tags that something is said of, and no resource."""
    placing = {tag for tag, _ in placed.resources_of_tags()}
    placing |= {above for tag in placing for above in placed.tags.above(tag)}
    resources = {words(name) for place in placed.places.values() for name in place.resource}
    return tuple(
        (name, docs)
        for name, docs in placed.tags.docs()
        if docs != Docs() and name not in placing and words(resource_words(name)) not in resources
    )


def groups_of(placed: PlacedOperations) -> tuple[NavigationGroup, ...]:
    """Read ``x-tagGroups``, an extension in wide use; a resource is in the first that has it."""
    declared = placed.root.get("x-tagGroups")
    if not isinstance(declared, list):
        return ()
    tops = {tag: path[:1] for tag, path in placed.resources_of_tags()}
    used: set[tuple[str, ...]] = set()
    groups = []
    for group in declared:
        named = group.get("tags") if isinstance(group, dict) else None
        found = [tops[str(tag)] for tag in named or () if str(tag) in tops]
        paths = tuple(path for path in dict.fromkeys(found) if path not in used)
        used.update(paths)
        if paths:
            groups.append(NavigationGroup(str(group.get("name", "")), paths))
    return tuple(groups)
