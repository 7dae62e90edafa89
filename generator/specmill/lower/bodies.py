"""Request bodies: the media types that one may be sent as.

A client sends the media type that it handles best unless its caller chooses another. What is given
in another way (parts of a multipart body that are files, items one by one) is an operation of its
own: ``create multipart`` beside ``create``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specmill.document.pointers import escape
from specmill.lower.constraints import bounds_of, constant_of, default_of, docs_of
from specmill.lower.inline_objects import Use
from specmill.lower.media_types import body_kind, preferred
from specmill.lower.references import resolved
from specmill.lower.schemas import Schemas
from specmill.lower.streams import item_type
from specmill.model.api import Body, BodyKind, Field, Operation
from specmill.model.types import Anything, ListOf, MapOf, Scalar, ScalarKind

_STREAMS = frozenset({BodyKind.JSON_LINES, BodyKind.JSON_SEQUENCE})
_WORDS = {
    BodyKind.MULTIPART: "multipart",
    BodyKind.FORM: "form",
    BodyKind.TEXT: "text",
    BodyKind.BINARY: "bytes",
    BodyKind.JSON_LINES: "lines",
    BodyKind.JSON_SEQUENCE: "sequence",
    BodyKind.JSON: "json",
}
"""What a method adds to its name for a body that is given in another way."""
_PLAIN = {
    BodyKind.TEXT: Scalar(ScalarKind.STRING),
    BodyKind.BINARY: Scalar(ScalarKind.BINARY),
}


@dataclass(frozen=True, slots=True)
class Bodies:
    """What an operation may send."""

    body: Body | None
    forms: tuple[tuple[str, Body], ...] = ()
    """What is given in another way: word for its method, and body."""


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Lowers the request bodies of one document's operations."""

    schemas: Schemas

    def read(self, node: Mapping[str, Any], pointer: str, owner: str, use: Use) -> Bodies:
        """Lower a Request Body Object (OpenAPI 3.1, 4.8.13) or a reference to one.

        Args:
            node: The object.
            pointer: Where it is.
            owner: Id of the operation, for the names of inline models.
            use: What an inline model of the whole body is called by.
        """
        node, pointer = resolved(self.schemas.document, node, pointer)
        content = node.get("content")
        if not content:
            return Bodies(None)
        chosen = self._chosen(content)
        main = self._body(node, chosen, pointer, owner, use)
        others: list[Body] = []
        forms: list[tuple[str, Body]] = []
        for media_type in content:
            if media_type == chosen:
                continue
            other = self._other(node, media_type, chosen, main, pointer, owner, use)
            if _fits_beside(main, other):
                others.append(other)
            else:
                forms.append((_WORDS[other.kind], other))
        return Bodies(replace(main, alternatives=tuple(others)), tuple(_of_one_word(forms)))

    def _chosen(self, content: Mapping[str, Any]) -> str:
        """Return the media type to send: a form before a multipart body without files."""
        chosen = preferred(content)
        if body_kind(chosen) is BodyKind.MULTIPART and not self._has_files(content[chosen]):
            form = (one for one in content if body_kind(one) is BodyKind.FORM)
            return next(form, chosen)
        return chosen

    def _has_files(self, media: Mapping[str, Any]) -> bool:
        properties = self.schemas.flatten(media.get("schema", True)).get("properties", {})
        return any(
            is_file(self.schemas.type_of(part, "", Use("", "")))
            for part in properties.values()
            if isinstance(part, Mapping) and not part.get("properties")
        )

    def _other(
        self,
        node: Mapping[str, Any],
        media_type: str,
        chosen: str,
        main: Body,
        pointer: str,
        owner: str,
        use: Use,
    ) -> Body:
        """Lower another media type; one of the same schema has the type of the first."""
        content = node["content"]
        schema = content[media_type].get("schema", True)
        kind = body_kind(media_type, schema)
        if kind in _PLAIN:
            return Body(kind, media_type, _PLAIN[kind], main.required)
        same = schema == content[chosen].get("schema", True)
        structured = kind is BodyKind.MULTIPART and not self._has_files(content[media_type])
        alike = same and main.kind not in _PLAIN and kind not in _STREAMS
        if alike and (structured or kind is not BodyKind.MULTIPART):
            return Body(kind, media_type, main.type, main.required)
        place = replace(use, member=f"{use.member} {_WORDS[kind]}".strip())
        if structured and main.kind is not BodyKind.MULTIPART:
            type_ = self.schemas.body_type(
                schema, f"{pointer}/content/{escape(media_type)}/schema", place
            )
            return Body(kind, media_type, type_, main.required)
        return self._body(node, media_type, pointer, owner, place)

    def _body(
        self, node: Mapping[str, Any], media_type: str, pointer: str, owner: str, use: Use
    ) -> Body:
        media = node["content"][media_type]
        schema = media.get("schema", True)
        place = f"{pointer}/content/{escape(media_type)}"
        kind = body_kind(media_type, schema)
        required, docs = node.get("required") is True, docs_of(node)
        if kind is BodyKind.MULTIPART:
            parts = self._parts(schema, f"{place}/schema", owner)
            return Body(kind, media_type, MapOf(Anything()), required, docs, parts)
        if kind in _STREAMS:
            type_ = item_type(self.schemas, media, place, use)
        else:
            type_ = self.schemas.body_type(schema, f"{place}/schema", use)
        return Body(kind, media_type, type_, required, docs)

    def _parts(self, schema: Any, pointer: str, owner: str) -> tuple[Field, ...]:
        flat = self.schemas.flatten(schema)
        required = flat.get("required", ())
        return tuple(
            Field(
                wire=name,
                name=str(part.get("x-specmill-name", name)),
                type=self.schemas.type_of(part, f"{pointer}/properties/{name}", Use(owner, name)),
                required=name in required,
                docs=docs_of(part),
                default=default_of(part),
                bounds=bounds_of(part),
                constant=constant_of(part, self.schemas.document.resolve),
                secret=part.get("format") == "password",
            )
            for name, part in flat.get("properties", {}).items()
        )


def forms_of(operation: Operation, bodies: Bodies) -> Iterator[Operation]:
    """Yield the operations whose body is given in another way than that of the first."""
    for word, body in bodies.forms:
        yield replace(
            operation,
            id=f"{operation.id}_{word}",
            name=f"{operation.name} {word}",
            body=body,
            form_of=operation.pointer,
            pointer=f"{operation.pointer}/requestBody/content/{escape(body.media_type)}",
        )


def is_file(type_: object) -> bool:
    """Tell whether a part of a multipart body is a file, or a list of them."""
    inner = type_.item if isinstance(type_, ListOf) else type_
    return isinstance(inner, Scalar) and inner.kind is ScalarKind.BINARY


def _fits_beside(main: Body, other: Body) -> bool:
    """Tell whether the argument of one body may hold the other one, too."""
    if main.kind is BodyKind.MULTIPART or main.kind in _STREAMS or other.kind in _STREAMS:
        return False
    return not other.parts


def _of_one_word(forms: Iterable[tuple[str, Body]]) -> Iterator[tuple[str, Body]]:
    """Join forms that are given the same way."""
    known: dict[str, Body] = {}
    for word, body in forms:
        first = known.setdefault(word, body)
        if first is not body:
            known[word] = replace(first, alternatives=(*first.alternatives, body))
    return iter(known.items())
