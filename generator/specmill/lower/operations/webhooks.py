"""Webhooks and callbacks: requests that the service sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.document import Document
from specmill.document.openapi_shapes import METHODS
from specmill.document.operations import SourceOperation
from specmill.document.pointers import escape
from specmill.lower.keywords import docs_of
from specmill.lower.operations.operations import Operations
from specmill.model.models import Docs
from specmill.model.operations import Webhook
from specmill.text import words
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class _Place:
    """A path item of requests that the service sends."""

    key: str
    item: dict[str, Any]
    pointer: str
    operation: str = ""


def lower_webhooks(document: Document, operations: Operations) -> tuple[Webhook, ...]:
    """Lower ``webhooks`` and the ``callbacks`` of operations (OpenAPI 3.1, 4.8.1 and 4.8.18)."""
    return tuple(_lowered(document, operations))


def _lowered(document: Document, operations: Operations) -> Iterator[Webhook]:
    for place in (*_webhooks(document), *_callbacks(document)):
        methods = [method for method in METHODS if method in place.item]
        for method in methods:
            key = place.key if len(methods) == 1 else f"{place.key}.{method}"
            node = place.item[method]
            pointer = f"{place.pointer}/{method}"
            source = SourceOperation(place.key, method, node, place.item, pointer)
            name = str(node.get("x-specmill-name") or " ".join(words(key)))
            yield Webhook(
                key=key,
                name=name,
                group=_group(node),
                method=method.upper(),
                payload=operations.payload(source, name),
                headers=operations.parameters(source, name),
                operation=place.operation,
                docs=_docs(node, place.item),
                pointer=pointer,
            )


def _webhooks(document: Document) -> Iterator[_Place]:
    for key, item in document.root.get("webhooks", {}).items():
        yield _Place(key, *document.follow(item, f"/webhooks/{escape(key)}"))


def _callbacks(document: Document) -> Iterator[_Place]:
    for source in document.operations():
        for name, declared in source.node.get("callbacks", {}).items():
            pointer = f"{source.pointer}/callbacks/{escape(name)}"
            callback, pointer = document.follow(declared, pointer)
            items = {key: item for key, item in callback.items() if not key.startswith("x-")}
            for number, (expression, item) in enumerate(items.items(), start=1):
                key = f"{source.id}.{name}" if len(items) == 1 else f"{source.id}.{name}.{number}"
                inner = f"{pointer}/{escape(expression)}"
                yield _Place(key, *document.follow(item, inner), operation=source.id)


def _group(node: Mapping[str, Any]) -> str:
    """Return what a webhook is about: its tag, or what stands before a slash of its id."""
    if node.get("tags"):
        return " ".join(words(node["tags"][0]))
    about, slash, _ = str(node.get("operationId", "")).partition("/")
    return " ".join(words(about)) if slash else ""


def _docs(node: Mapping[str, Any], item: Mapping[str, Any]) -> Docs:
    docs = docs_of(node)
    return docs if docs.summary or docs.description else docs_of(item)
