"""Parameter Objects (OpenAPI 3.1, 4.8.12) to parameters of the model, and constant headers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.document.document import Document
from specmill.document.openapi_shapes import WHOLE_QUERY
from specmill.lower.conventions import SEGMENTS, spans_segments
from specmill.lower.keywords import (
    client_name,
    constant_of,
    default_of,
    docs_of,
    join_types,
    plain_scalar,
)
from specmill.lower.media_types import essence
from specmill.lower.schemas import Schemas, Use
from specmill.model.models import UNSET, Docs
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.values import dataclass, replace

_HTTP_DATE_FORMATS = frozenset({"http-date", "date-time-http"})
"""The registry's word (spec.openapis.org/registry/format), and that of huma."""
_HTTP_DATES = frozenset({"date", "if-modified-since", "if-unmodified-since"})
"""Headers whose syntax RFC 9110 fixes, where the spec says no more than that they are text."""
JSON_TEXT = "json-text"
"""Style of a parameter whose text is JSON (``contentMediaType``)."""
_TEXT = Scalar(ScalarKind.STRING)
_EMPTY = LiteralOf(("",), open=False)
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


@dataclass(frozen=True, slots=True)
class ParameterReader:
    """Lowers the parameters of one document, and the headers of parts."""

    schemas: Schemas
    _plain: dict[int, tuple[Mapping[str, Any], Parameter]] = field(default_factory=dict)
    """Parameters that are the same wherever they are referred to, by the identity of the node."""

    def parameter(self, node: Mapping[str, Any], pointer: str, use: Use) -> Parameter:
        """Lower one Parameter Object (OpenAPI 3.1, 4.8.12)."""
        known = self._plain.get(id(node))
        if known is not None and known[0] is node:
            return known[1]
        found = self._lowered(node, pointer, use)
        schema = node.get("schema")
        if isinstance(schema, dict) and plain_scalar(schema) and "content" not in node:
            self._plain[id(node)] = node, found  # nothing of it depends on where it stands
        return found

    def _lowered(self, node: Mapping[str, Any], pointer: str, use: Use) -> Parameter:
        place = ParameterPlace(node["in"])
        schema, is_json = node.get("schema", True), False
        if "content" in node:
            media_type, media = next(iter(node["content"].items()))
            schema, is_json = media.get("schema", True), essence(media_type).endswith("json")
            pointer = f"{pointer}/content/{media_type.replace('/', '~1')}"
        about = schema if isinstance(schema, dict) else {}
        style = self._style(node, place, about)
        type_ = self.schemas.type_of(schema, f"{pointer}/schema", use)
        if not is_json and (inner := self._inside_text(about, f"{pointer}/schema", use)):
            style, type_ = JSON_TEXT, join_types([_TEXT, inner])
        if not is_json and style == _STYLES[place]:
            type_ = _with_http_dates(type_, place, str(node["name"]))
        may_be_empty = node.get("allowEmptyValue") is True and type_ != Scalar(ScalarKind.STRING)
        return Parameter(
            wire=str(node["name"]),
            name=client_name(node, str(node["name"])),
            place=place,
            type=join_types([type_, _EMPTY]) if may_be_empty else type_,
            required=node.get("required") is True,
            docs=_docs_of(node, about),
            default=default_of(about),
            style=style,
            explode=bool(node.get("explode", style in ("form", "cookie"))),
            allow_reserved=bool(node.get("allowReserved") or node.get("x-specmill-reserved")),
            item_styles=tuple(node.get("x-specmill-item-styles", ())),
            fields=tuple(_fields(node.get(WHOLE_QUERY, {}))),
            json=is_json,
            dot_segments=node.get("x-specmill-dot-segments") is True,
            positional=node.get("x-specmill-positional") is True,
            bounds=self.schemas.bounds_of(schema),
            constant=constant_of(
                about, self.schemas.document.resolve, may_grow=place is ParameterPlace.PATH
            ),
            secret=self.schemas.secrets.has(schema),
        )

    def _inside_text(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef | None:
        """Return the type of the value that a text has as JSON; None where it is any text."""
        flat = self.schemas.flatten(schema)
        if "contentMediaType" not in flat:
            return None
        is_json = essence(str(flat["contentMediaType"])).endswith("json")
        if not is_json or flat.get("type") != "string" or "contentEncoding" in flat:
            return None
        if "contentSchema" not in flat:
            return join_types([MapOf(Anything()), ListOf(Anything())])
        return self.schemas.type_of(flat["contentSchema"], f"{pointer}/contentSchema", use)

    def _style(
        self, node: Mapping[str, Any], place: ParameterPlace, schema: Mapping[str, Any]
    ) -> str:
        """Return the style of a parameter; the slashes of a path's value may stay."""
        style = str(node.get("x-specmill-style") or node.get("style", _STYLES[place]))
        told = place is not ParameterPlace.PATH or "x-specmill-reserved" in node
        if told or style != "simple":
            return style
        pattern = str(self.schemas.flatten(schema).get("pattern", ""))
        spans = pattern and spans_segments(pattern, self.schemas.components)
        return SEGMENTS if spans else style


def _fields(encodings: Mapping[str, Any]) -> Iterator[Parameter]:
    """Yield the fields of a whole query that the spec says the encoding of."""
    for name, node in encodings.items():
        style = str(node.get("style", "form"))
        yield Parameter(
            name,
            name,
            ParameterPlace.QUERY,
            Anything(),
            required=False,
            style=style,
            explode=bool(node.get("explode", style == "form")),
            allow_reserved=node.get("allowReserved") is True,
            json="style" not in node and essence(str(node.get("contentType", ""))).endswith("json"),
        )


def _docs_of(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Docs:
    """Return what is said of a parameter; what it does not say, its schema may."""
    docs, more = docs_of(node), docs_of(schema)
    deprecated = docs.deprecated or more.deprecated
    if docs.description:
        return replace(docs, deprecated=deprecated) if deprecated else docs
    return Docs("", more.description, deprecated)


def _with_http_dates(type_: TypeRef, place: ParameterPlace, wire: str) -> TypeRef:
    """Return a type whose text is a date of HTTP where the format, or the header, says so."""
    match type_:
        case Scalar(kind=ScalarKind.STRING, format=format_):
            is_header = place is ParameterPlace.HEADER and wire.lower() in _HTTP_DATES
            if format_ in _HTTP_DATE_FORMATS or (is_header and not format_):
                return Scalar(ScalarKind.HTTP_DATE, format_)
            return type_
        case UnionOf(members=members):
            return replace(
                type_, members=tuple(_with_http_dates(one, place, wire) for one in members)
            )
        case ListOf(item=item):
            return ListOf(_with_http_dates(item, place, wire))
        case _:
            return type_


def plain_path_names(
    path: str, parameters: tuple[Parameter, ...], others: Container[str]
) -> tuple[str, tuple[Parameter, ...]]:
    """Call path parameters that are fields of the body after these: `boat_id` for `boat.boat_id`.

    gRPC transcoding names them by where they are in the message; a name in a template never
    travels, and what identifies a thing is called the same in each path to it.

    Args:
        path: The template.
        parameters: All parameters of the operation.
        others: Names that the operation's other arguments have.
    """
    if not any("." in one.wire for one in parameters):
        return path, parameters
    wires = Counter(one.wire.rpartition(".")[2] for one in parameters)
    found: list[Parameter] = []
    for one in parameters:
        plain = one.wire.rpartition(".")[2]
        dotted = one.place is ParameterPlace.PATH and plain != one.wire and bool(plain)
        if not dotted or wires[plain] > 1 or plain in others:
            found.append(one)
            continue
        path = path.replace(f"{{{one.wire}}}", f"{{{plain}}}")
        found.append(replace(one, wire=plain, name=plain if one.name == one.wire else one.name))
    return path, tuple(found)


def constant_headers(
    nodes: Iterable[Mapping[str, Any]], document: Document
) -> tuple[tuple[str, str], ...]:
    """Return wire name and value of the Parameter Objects among ``nodes`` that are such headers."""
    return tuple(
        (str(node["name"]), value)
        for node in nodes
        if (value := constant_header(node, document)) is not None
    )


def constant_header(node: Mapping[str, Any], document: Document) -> str | None:
    """Return the text that a Parameter Object is by ``const``, None unless a required header is."""
    if node["in"] != "header" or node.get("required") is not True:
        return None
    value = constant_of(node.get("schema"), document.resolve, may_grow=True)
    return value if isinstance(value, str) and value is not UNSET else None
