"""Selectors of operations: by operationId, tag, path, method and path, webhook."""

from __future__ import annotations

import re
from collections.abc import Callable as Function
from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.openapi_shapes import METHODS
from specmill.document.operations import source_operations
from specmill.document.pointers import join
from specmill.document.selection.wildcards import fits
from specmill.values import dataclass

TAG, WEBHOOK = "tag:", "webhook:"
_METHOD_AND_PATH = re.compile(r"([A-Za-z]+) +(/.*)")


@dataclass(frozen=True, slots=True)
class Callable:
    """An operation of a path, or of a webhook."""

    id: str
    tags: tuple[str, ...]
    method: str
    path: str
    """Empty for a webhook."""
    webhook: str
    pointer: str
    item: str
    """Pointer of the Path Item Object."""
    field: str
    """The field of it that holds the operation."""


def callables(root: Mapping[str, Any]) -> Iterator[Callable]:
    """Yield the operations of an OpenAPI document, those of webhooks last."""
    for one in source_operations(root):
        item = one.pointer.rpartition("/")[0]
        path = str(one.node.get("x-specmill-path", one.path))
        tags = tuple(map(str, one.node.get("tags", ())))
        method = one.http_method.upper()
        yield Callable(one.id, tags, method, path, "", one.pointer, item, one.key)
    for name, webhook in root.get("webhooks", {}).items():
        for method in METHODS:
            if isinstance(webhook, dict) and method in webhook:
                node, item = webhook[method], join("/webhooks", name)
                tags = tuple(map(str, node.get("tags", ())))
                id_ = str(node.get("operationId", ""))
                verb = method.upper()
                yield Callable(id_, tags, verb, "", name, join(item, method), item, method)


def matcher(selector: str) -> Function[[Callable], bool]:
    """Return what tells whether an operation is selected.

    ``*`` stands for any text; in a path for one segment, and ``**`` for several.
    """
    if selector.startswith(TAG):
        tag = selector.removeprefix(TAG).strip()
        return lambda one: any(fits(tag, text) for text in one.tags)
    if selector.startswith(WEBHOOK):
        webhook = selector.removeprefix(WEBHOOK).strip()
        return lambda one: bool(one.webhook) and fits(webhook, one.webhook)
    method, path = "", selector
    if parts := _METHOD_AND_PATH.fullmatch(selector):
        method, path = parts[1].upper(), parts[2]
    if path.startswith("/"):
        return lambda one: (
            method in ("", one.method) and bool(one.path) and fits(path, one.path, is_path=True)
        )
    return lambda one: fits(selector, one.id)
