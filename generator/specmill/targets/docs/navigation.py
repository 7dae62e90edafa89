"""Navigation of the pages, as ``nav`` of MkDocs and Zensical."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specmill.model.api import Resource
from specmill.targets.docs.labels import Labels
from specmill.targets.docs.layout import INDEX, MODELS, Pages


def navigation(pages: Pages, labels: Labels) -> str:
    """Return YAML: a list with the index, the tree of resources and the models by name."""
    api, reference = pages.reference.api, pages.reference
    lines = [f"- {_text(INDEX)}"]
    if api.root.operations:
        lines.append(f"- client: {_text(pages.resources[()])}")
    children = {child.path: child for child in api.root.children}
    for group in api.groups:
        members = [children.pop(path) for path in group.resources if path in children]
        lines += [f"- {_text(group.name)}:"] if members else []
        lines += [line for child in members for line in _resource(child, pages, 1)]
    for child in children.values():
        lines += _resource(child, pages)
    if api.models:
        lines += [f"- {_text(labels.models)}:", f"    - {_text(MODELS)}"]
        names = {reference.model(key): path for key, path in pages.models.items()}
        lines += [f"    - {_text(name)}: {_text(names[name])}" for name in sorted(names)]
    return "\n".join([*lines, ""])


def _resource(resource: Resource, pages: Pages, depth: int = 0) -> Iterator[str]:
    indent = "    " * depth
    name = _text(pages.reference.names.children[resource.path])
    path = _text(pages.resources[resource.path])
    if not resource.children:
        yield f"{indent}- {name}: {path}"
        return
    yield f"{indent}- {name}:"
    yield f"{indent}    - {path}"
    for child in resource.children:
        yield from _resource(child, pages, depth + 1)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
