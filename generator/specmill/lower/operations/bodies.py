"""Request bodies: the media types that one may be sent as.

A client sends the media type that it handles best unless its caller chooses another. What is given
in another way (parts of a multipart body that are files, items one by one) is an operation of its
own: ``create multipart`` beside ``create``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specmill.document.pointers import escape
from specmill.lower.keywords import docs_of
from specmill.lower.media_types import body_kind, preferred
from specmill.lower.operations.files import Files
from specmill.lower.operations.forms import FormReader
from specmill.lower.operations.streams import is_streamed, item_type
from specmill.lower.schemas import Schemas, Use
from specmill.model.operations import EVERYTHING, Body, BodyKind, Operation
from specmill.model.types import Anything, MapOf, Scalar, ScalarKind
from specmill.values import dataclass, replace

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
    """Lowers the request body of one operation."""

    schemas: Schemas
    owner: str
    """Id of the operation, for the names of inline models."""
    use: Use
    """What an inline model of the whole body is called by."""

    def read(self, node: Mapping[str, Any], pointer: str) -> Bodies:
        """Lower the Request Body Object (OpenAPI 3.1, 4.8.13), or the reference to one, at a
        pointer.
        """
        node, pointer = self.schemas.document.follow(node, pointer)
        content = self._told(node.get("content", {}))
        if not content:
            return Bodies(None)
        about = Body(BodyKind.JSON, "", Anything(), node.get("required") is True, docs_of(node))
        chosen = self._chosen(content)
        main = self._body(about, chosen, content[chosen], pointer, self.use)
        others: list[Body] = []
        forms: list[tuple[str, Body]] = []
        for media_type, media in content.items():
            if media_type == chosen:
                continue
            alike = media.get("schema", True) == content[chosen].get("schema", True)
            other = self._other(main, media_type, media, pointer, alike=alike)
            if _fits_beside(main, other):
                others.append(other)
            else:
                forms.append((_WORDS[other.kind], other))
        others += self._as_it_is(main, [*others, *(one for _, one in forms)], content[chosen])
        return Bodies(replace(main, alternatives=tuple(others)), tuple(_of_one_word(forms)))

    def is_empty(self, node: Mapping[str, Any], pointer: str) -> bool:
        """Tell whether a body need not be there, and has no field if it is."""
        node, _ = self.schemas.document.follow(node, pointer)
        content = node.get("content", {})
        return node.get("required") is not True and all(
            _has_no_field(self.schemas.flatten(media.get("schema", True)))
            for media in content.values()
        )

    def _told(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Leave out schemas that say nothing of a body."""
        files = Files(self.schemas)
        told = dict(content)
        for media_type, media in content.items():
            if files.is_unsaid(media_type, media.get("schema", True)):
                told[media_type] = {**media, "schema": True}
        return told

    @property
    def _forms(self) -> FormReader:
        return FormReader(self.schemas, self.owner)

    def _chosen(self, content: Mapping[str, Any]) -> str:
        """Return the media type to send: a form before a multipart body without files."""
        chosen = preferred(content)
        if body_kind(chosen) is BodyKind.MULTIPART and not self._forms.has_files(content[chosen]):
            form = (one for one in content if body_kind(one) is BodyKind.FORM)
            return next(form, chosen)
        return chosen

    def _other(
        self, main: Body, media_type: str, media: Mapping[str, Any], pointer: str, *, alike: bool
    ) -> Body:
        """Lower another media type; one that writes the same value has the type of the first."""
        schema = media.get("schema", True)
        kind = body_kind(media_type, is_file=Files(self.schemas).is_file(schema))
        body = replace(main, kind=kind, media_type=media_type, parts=(), encodings=())
        if kind in _PLAIN:
            return replace(body, type=_PLAIN[kind])
        place = f"{pointer}/content/{escape(media_type)}"
        use = replace(self.use, member=f"{self.use.member} {_WORDS[kind]}".strip())
        whole = kind not in _STREAMS and (
            kind is not BodyKind.MULTIPART or not self._forms.has_files(media)
        )
        if not whole or main.kind is BodyKind.MULTIPART:
            return self._body(main, media_type, media, pointer, use)
        encodings = tuple(self._forms.encodings(media, place))
        if alike and main.kind not in _PLAIN:
            return replace(body, encodings=encodings)
        type_ = self.schemas.body_type(schema, f"{place}/schema", use)
        return replace(body, type=type_, encodings=encodings)

    def _is_streamed(self, about: Body, schema: Any) -> bool:
        """Tell whether a gRPC gateway reads one message after the other; bytes are one anyway."""
        return is_streamed(about.docs.description) and not Files(self.schemas).is_http_body(schema)

    def _as_it_is(
        self, main: Body, others: Iterable[Body], media: Mapping[str, Any]
    ) -> Iterator[Body]:
        """Yield what a body may be besides JSON where nothing says what it is: text and bytes.

        A google.api.HttpBody is the message in JSON, as grpc-gateway reads it, or its bytes, as
        Envoy and Google's own services do.
        """
        if main.kind is not BodyKind.JSON:
            return
        schema = media.get("schema", True)
        files = Files(self.schemas)
        is_unsaid = files.is_unsaid(main.media_type, schema)
        known = {one.kind for one in others}
        kinds = {BodyKind.TEXT: "text/plain"} if is_unsaid else {}
        members = schema.get("anyOf", ()) if isinstance(schema, dict) else ()
        if is_unsaid or any(map(files.is_http_body, (schema, *members))):
            kinds[BodyKind.BINARY] = "*/*"
        for kind, media_type in kinds.items():
            if kind not in known:
                yield replace(
                    main, kind=kind, media_type=media_type, type=_PLAIN[kind], encodings=()
                )

    def _body(
        self, about: Body, media_type: str, media: Mapping[str, Any], pointer: str, use: Use
    ) -> Body:
        """Lower a media type, with need and docs of another."""
        place = f"{pointer}/content/{escape(media_type)}"
        schema = media.get("schema", True)
        kind = body_kind(media_type, is_file=Files(self.schemas).is_file(schema))
        if kind is BodyKind.JSON and self._is_streamed(about, schema):
            kind = BodyKind.JSON_LINES
        body = replace(
            about,
            kind=kind,
            media_type=media_type,
            parts=(),
            encodings=tuple(self._forms.encodings(media, place)),
            secrets=(EVERYTHING,) if self.schemas.secrets.has(schema) else (),
        )
        if body.kind is BodyKind.MULTIPART:
            parts = self._forms.parts(media, f"{place}/schema")
            is_free = not parts and not _has_no_field(self.schemas.flatten(schema))
            kind = BodyKind.FORM if is_free else kind  # a mapping has its parts
            return replace(body, kind=kind, type=MapOf(Anything()), parts=parts)
        if body.kind in _STREAMS:
            return replace(body, type=item_type(self.schemas, media, place, use))
        type_ = self.schemas.body_type(schema, f"{place}/schema", use)
        default, bounds = self.schemas.asked_in_place(schema, type_)
        return replace(body, type=type_, default=default, bounds=bounds)


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


def _has_no_field(flat: Mapping[str, Any]) -> bool:
    """Tell whether a schema, merged, lists the properties of an object, and there are none."""
    if flat.get("type") != "object" or flat.get("properties") or "patternProperties" in flat:
        return False
    others = flat.get("additionalProperties", flat.get("unevaluatedProperties"))
    return others is False or ("properties" in flat and others is None)


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
