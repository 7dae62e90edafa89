"""Operations by method, path, tag and operationId, and where they are placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from specmill.document.operations import SourceOperation
from specmill.lower.naming.resources import place_operations
from specmill.lower.naming.tags import Tags

Given = tuple[str, str, str | None, str | None]
"""Method, path, tag, operationId."""


def placed(
    operations: list[Given],
    pins: dict[str, str] | None = None,
    lists: Collection[str] = (),
    holders: Collection[str] = (),
    *,
    reads_tags: bool = False,
    **extensions: Any,
) -> list[str]:
    """Return ``resource.method`` of each operation, in words and small letters.

    ``reads_tags`` looks at all tags together, as for a whole document.
    """
    sources = []
    items: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for number, (method, path, tag, id_) in enumerate(operations):
        node: dict[str, Any] = {"tags": [tag]} if tag else {}
        node.update({"operationId": id_} if id_ else {})
        node.update(extensions)
        items[path][method] = node
        sources.append(SourceOperation(path, method, node, items[path], f"/{number}"))
    tags = Tags.of({}, sources) if reads_tags else None
    places = place_operations(
        sources, pins or {}, {}, declared_is_pinned=True, tags=tags, lists=lists, holders=holders
    )
    dotted = ([*places[source.pointer].resource, places[source.pointer].name] for source in sources)
    return [".".join(parts).lower() for parts in dotted]
