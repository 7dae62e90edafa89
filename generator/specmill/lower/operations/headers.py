"""Header Objects (OpenAPI 3.1, 4.8.21): of the parts of a form, and of responses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.lower.keywords import docs_of, is_literal, plain_scalar
from specmill.model.constraints import Bounds
from specmill.model.models import Docs
from specmill.model.operations import ResponseHeader
from specmill.model.types import Anything, ListOf, LiteralOf, TypeRef
from specmill.values import replace


def declared_headers(
    document: Document, node: Mapping[str, Any], pointer: str
) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield the name, the node and the pointer of each header that a response or a part declares.

    The media type of what comes says ``Content-Type``, as the specification wants it.
    """
    for wire, declared in node.get("headers", {}).items():
        if wire.lower() != "content-type":
            yield wire, *document.follow(declared, f"{pointer}/headers/{escape(wire)}")


def response_headers(
    document: Document,
    responses: Iterable[tuple[str, Mapping[str, Any]]],
    bounds_of: Callable[[Any], Bounds],
) -> tuple[ResponseHeader, ...]:
    """Lower the headers of responses; they make no models, for they are read as text.

    Args:
        document: The normal form.
        responses: Statuses with their Response Objects; equal headers of several are one.
        bounds_of: Reads what a schema asks.
    """
    found: dict[ResponseHeader, list[str]] = {}
    for status, node in responses:
        for wire, header, _ in declared_headers(document, node, ""):
            type_, docs = _type_of(document, header), _docs_of(document, header)
            bounds = bounds_of(_schema_of(document, header))
            required = header.get("required") is True
            declared = ResponseHeader(wire, (), type_, required, docs, bounds)
            found.setdefault(declared, []).append(status)
    return tuple(replace(one, statuses=tuple(statuses)) for one, statuses in found.items())


def _docs_of(document: Document, header: Mapping[str, Any]) -> Docs:
    docs = docs_of(header)
    if docs.description:
        return docs
    return replace(docs, description=docs_of(_schema_of(document, header)).description)


def _type_of(document: Document, header: Mapping[str, Any]) -> TypeRef:
    schema = _schema_of(document, header)
    values = schema.get("enum")
    if values and all(map(is_literal, values)):
        return LiteralOf(tuple(values))
    if schema.get("type") == "array" and isinstance(schema.get("items"), dict):
        return ListOf(plain_scalar(schema["items"]) or Anything())
    return plain_scalar(schema) or Anything()


def _schema_of(document: Document, header: Mapping[str, Any]) -> Mapping[str, Any]:
    schema = header.get("schema", {})
    for media in header.get("content", {}).values():
        schema = media.get("schema", {})
    return document.follow(schema, "")[0] if isinstance(schema, dict) else {}
