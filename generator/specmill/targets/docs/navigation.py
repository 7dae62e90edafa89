"""Navigation of the pages, as ``nav`` of MkDocs and Zensical.

It leaves out the pages of models, which the index of models lists: every page of a site repeats the
navigation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from specmill.model.api import Resource
from specmill.targets.docs.labels import Labels
from specmill.targets.docs.layout import INDEX, MODELS, OPERATIONS, Pages


def navigation(pages: Pages, labels: Labels) -> str:
    """Return YAML: a list with the index, the tree of resources, operations by path and models."""
    api = pages.reference.api
    lines = [f"- {_text(INDEX)}"]
    if api.root.operations:
        lines += _resource(api.root, pages, named="client", children=())
    children = {child.path: child for child in api.root.children}
    for group in api.groups:
        members = [children.pop(path) for path in group.resources if path in children]
        lines += [f"- {_text(group.name)}:"] if members else []
        lines += [line for child in members for line in _resource(child, pages, 1)]
    for child in children.values():
        lines += _resource(child, pages)
    lines.append(f"- {_text(labels.by_path)}: {_text(OPERATIONS)}")
    if api.models:
        lines.append(f"- {_text(labels.models)}: {_text(MODELS)}")
    return "\n".join([*lines, ""])


def _resource(
    resource: Resource,
    pages: Pages,
    depth: int = 0,
    *,
    named: str = "",
    children: tuple[Resource, ...] | None = None,
) -> Iterator[str]:
    indent = "    " * depth
    name = _text(named or pages.reference.names.children[resource.path])
    path = _text(pages.resources[resource.path])
    children = resource.children if children is None else children
    operations = [one for one in resource.operations if one.pointer in pages.operations]
    if not children and not operations:
        yield f"{indent}- {name}: {path}"
        return
    yield f"{indent}- {name}:"
    yield f"{indent}    - {path}"
    for operation in operations:
        method = _text(pages.reference.method(operation))
        yield f"{indent}    - {method}: {_text(pages.operations[operation.pointer])}"
    for child in children:
        yield from _resource(child, pages, depth + 1)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
