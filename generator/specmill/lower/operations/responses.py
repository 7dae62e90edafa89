"""Responses of operations: what each status carries, and in which media types.

A response that offers several media types is read as the one that a typed client handles best.
Others of the same content are noted; what is of another type (a stream, text, a file) is an
operation of its own beside the first: ``get csv`` beside ``get``, ``create stream`` beside
``create``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any, TypeAlias

from specmill.document.openapi_shapes import ITEM_SCHEMA, NO_CONTENT
from specmill.document.pointers import escape
from specmill.lower.conventions import fields_of
from specmill.lower.keywords import docs_of, join_types
from specmill.lower.media_types import (
    is_undecided,
    may_be_text,
    preferred,
    response_kind,
    word_for,
)
from specmill.lower.operations.event_schemas import event_types
from specmill.lower.operations.files import Files
from specmill.lower.operations.headers import response_headers
from specmill.lower.operations.streams import item_schema, item_type, wrapped_item
from specmill.lower.schemas import ERROR, Schemas, Use
from specmill.lower.statuses import reason
from specmill.model.models import Docs, Model
from specmill.model.operations import (
    REDIRECTS,
    STREAMS,
    BodyKind,
    Operation,
    Response,
    ResponseHeader,
    ResponseKind,
)
from specmill.model.types import (
    Anything,
    LiteralOf,
    Scalar,
    ScalarKind,
    without_null,
)
from specmill.values import dataclass, replace

_SPELLINGS = re.compile(
    r"xml\b|yaml\b|json\b|^text/(plain|html)\b|protobuf|msgpack|cbor\b|bson\b|avro|urlencoded",
    re.IGNORECASE,
)
"""Media types that write the value that JSON writes."""
_FLAG = "stream"
"""What APIs call the field of a body that asks for a stream."""
_SAFE = frozenset({"GET", "HEAD"})
_KEPT = frozenset({"303", "307", "308"})
"""Redirects that are followed whatever the method is."""
_EMPTY = frozenset({"204", "205"})
"""Successes that have no body."""
_BODILESS = _EMPTY | {"304"}
"""Statuses whose responses end with their headers (RFC 9110, section 6.4.1)."""
_PLAIN = {
    ResponseKind.TEXT: Scalar(ScalarKind.STRING),
    ResponseKind.BINARY: Scalar(ScalarKind.BINARY),
}


@dataclass(frozen=True, slots=True)
class Responses:
    """What an operation answers."""

    response: Response | None
    answers: tuple[Response, ...]
    outcomes: tuple[Response, ...]
    """Statuses below 400 that are no success, and no error either."""
    errors: tuple[Response, ...]
    forms: tuple[tuple[str, tuple[Response, ...]], ...]
    """Names of other forms, and their responses by status."""
    headers: tuple[ResponseHeader, ...] = ()

    @property
    def joined(self) -> Response | None:
        """The response as one for all that are of its kind: with the union of their types."""
        first = self.response
        if first is None or first.type is None:
            return first
        types = [one.type for one in self.answers if one.kind is first.kind and one.type]
        return replace(first, type=join_types([first.type, *types]))


_Lowered: TypeAlias = tuple[Response, list[tuple[str, Response]]]
"""A response as it is read by default, and its other forms by name."""


@dataclass(frozen=True, slots=True)
class ResponseReader:
    """Lowers the responses of one document's operations."""

    schemas: Schemas
    _shared: dict[tuple[str, str], _Lowered] = field(default_factory=dict)
    """Components under which no inline model is named, by status and place: many operations refer
    to each."""

    def read(self, declared: Mapping[str, Any], pointer: str, owner: str, method: str) -> Responses:
        """Lower the Responses Object of an operation (OpenAPI 3.1, 4.8.16).

        Args:
            declared: The object.
            pointer: Where it is.
            owner: Id of the operation, for the names of inline models.
            method: Its method, in capitals.
        """
        found: dict[str, Response] = {}
        nodes: list[tuple[str, Mapping[str, Any]]] = []
        forms: dict[str, list[Response]] = {}
        first = min((status for status in declared if status[0] == "2"), default="")
        for status, given in declared.items():
            node, place = self.schemas.document.follow(given, f"{pointer}/{escape(status)}")
            nodes.append((status, node))
            suffix = "Response" if status == first else f"{reason(status)} Response"
            called = "" if status[0] in "123" else ERROR
            use = Use(owner, suffix, called=called)
            found[status], others = self._once(status, node, place, use, is_used="$ref" in given)
            if status[0] == "2" or (status == "default" and not first):
                for name, form in others:
                    forms.setdefault(name, []).append(form)
        successes = sorted((found[one] for one in found if one[0] == "2"), key=_order)
        if not all(one.kind in STREAMS for one in successes if one.kind is not ResponseKind.NONE):
            streams = [one for one in successes if one.kind in STREAMS]
            successes = [one for one in successes if one.kind not in STREAMS]
            for one in streams:
                forms.setdefault(word_for(one.media_type), []).append(one)
        leading = [] if successes else [found[one] for one in found if one in REDIRECTS]
        if leading:
            successes = [_location(leading[0])]
            forms |= _followed(leading, method)
        outcomes = tuple(found[one] for one in found if one[0] in "13")
        errors = tuple(
            found[status]
            for status in found
            if status[0] in "45d" and (successes or status != "default")
        )
        successes = successes or [found[one] for one in found if one == "default"]
        if method != "HEAD":
            silent = {status for status, node in nodes if not node.get(NO_CONTENT)} - _EMPTY
            successes = list(_told_by_answer(successes, silent))
        return Responses(
            _primary(successes),
            _differing(successes),
            outcomes,
            errors,
            tuple((name, tuple(sorted(of, key=_order))) for name, of in forms.items()),
            response_headers(self.schemas.document, nodes, self.schemas.bounds_of),
        )

    def _once(
        self, status: str, node: Mapping[str, Any], pointer: str, use: Use, *, is_used: bool
    ) -> _Lowered:
        """Lower a response, one of the components (``is_used``) for all of its uses."""
        known = self._shared.get((status, pointer)) if is_used else None
        if known is not None:
            return known
        uses = len(self.schemas.uses)
        lowered = self._response(status, node, pointer, use)
        if is_used and len(self.schemas.uses) == uses:
            self._shared[status, pointer] = lowered
        return lowered

    def _response(self, status: str, node: Mapping[str, Any], pointer: str, use: Use) -> _Lowered:
        """Return a response as it is read by default, and its other forms by name."""
        content = node.get("content", {})
        docs = docs_of(node)
        if content and status in _BODILESS:
            self.schemas.report.warn(
                f"a response {status} has no body; its content is left out",
                location=self.schemas.document.locate(f"{pointer}/content"),
                hint="declare it for another status, such as 200",
                code="bodiless-content",
            )
        if not content or status in _BODILESS:
            return Response(status, ResponseKind.NONE, docs=docs), []
        chosen = preferred(content)
        main = self._content(status, chosen, content[chosen], pointer, use, docs)
        same: list[str] = []
        forms: list[tuple[str, Response]] = []
        for media_type, media in content.items():
            if media_type == chosen:
                continue
            kind = self._kind(media_type, media)
            if _is_same(media, media_type, content[chosen], main, kind):
                same.append(media_type)
                continue
            place = replace(use, member=f"{word_for(media_type)} {use.member}")
            form = self._content(status, media_type, media, pointer, place, docs)
            if (form.kind, form.type) == (main.kind, main.type):
                same.append(media_type)
            else:
                forms.append((word_for(media_type), form))
        return replace(main, others=tuple(same)) if same else main, list(_merged(forms))

    def _content(
        self,
        status: str,
        media_type: str,
        media: Mapping[str, Any],
        pointer: str,
        use: Use,
        docs: Docs,
    ) -> Response:
        schema = media.get("schema", True)
        kind = self._kind(media_type, schema)
        place = f"{pointer}/content/{escape(media_type)}"
        if kind is ResponseKind.JSON and status[0] in "2d":
            wrapped = wrapped_item(self.schemas, media, place, docs.description)
            if wrapped is not None and self._files.is_octets(wrapped[0]):
                kind = ResponseKind.BINARY
            elif wrapped is not None:
                use = replace(use, member=use.member.replace("Response", "Item"))
                type_ = self.schemas.body_type(*wrapped, use)
                lines = ResponseKind.JSON_LINES
                return Response(status, lines, media_type, type_, docs, wrapped=True)
        if kind in STREAMS:
            stream = Response(status, kind, media_type, docs=docs)
            return self._stream(stream, media, place, use)
        type_ = _PLAIN.get(kind) or self.schemas.body_type(schema, f"{place}/schema", use)
        if kind is ResponseKind.JSON and is_undecided(media_type):
            is_text = self.schemas.flatten(schema).get("type") == "string"
            kind = ResponseKind.ANY if is_text or may_be_text(type_) else kind
        default, bounds = self.schemas.asked_in_place(schema, type_)
        return Response(status, kind, media_type, type_, docs, default=default, bounds=bounds)

    @property
    def _files(self) -> Files:
        return Files(self.schemas)

    def _kind(self, media_type: str, schema: Any) -> ResponseKind:
        """Tell how a body is read; what its schema says to be octets is no JSON, either."""
        kind = response_kind(media_type)
        if kind is ResponseKind.JSON and self._files.is_octets(schema):
            return ResponseKind.BINARY
        return kind

    def _stream(
        self, response: Response, media: Mapping[str, Any], pointer: str, use: Use
    ) -> Response:
        use = replace(use, member=use.member.replace("Response", "Item"))
        if response.kind is not ResponseKind.EVENTS:
            return replace(response, type=item_type(self.schemas, media, pointer, use))
        schema, place = item_schema(media, pointer)
        found = event_types(self.schemas, schema, place, use, of_event=ITEM_SCHEMA in media)
        return replace(response, type=found.type, events=found.by_name)


def forms_of(
    operation: Operation, responses: Responses, models: Mapping[str, Model]
) -> Iterator[Operation]:
    """Yield the operations that ask for the other forms of an answer.

    One that asks for a stream sets the field of the body that is a flag for it.

    Args:
        operation: The operation that answers the preferred form.
        responses: What it answers.
        models: What the body is made of.
    """
    flag = _stream_flag(operation, models)
    for name, answers in responses.forms:
        primary = _primary(answers)
        assert primary is not None, name
        media_type = f"content/{escape(primary.media_type)}"
        responses_at = f"{operation.pointer}/responses"
        yield replace(
            operation,
            id=f"{operation.id}_{name.replace(' ', '_')}",
            name=f"{operation.name} {name}",
            response=primary,
            answers=_differing(answers),
            outcomes=() if primary.status in REDIRECTS else operation.outcomes,
            pagination=None,
            form_of=operation.pointer,
            stream_flag=flag if primary.kind in STREAMS else "",
            pointer=f"{responses_at}/{primary.status}/{media_type}",
        )


def _stream_flag(operation: Operation, models: Mapping[str, Model]) -> str:
    """Return the wire name of the field of the body that asks for a stream; empty without one."""
    body = operation.body
    if body is None or body.kind is not BodyKind.JSON:
        return ""
    fields = (field for _, field in fields_of(models, body.type) if field.wire == _FLAG)
    flag = next(fields, None)
    type_ = without_null(flag.type) if flag is not None else None
    is_flag = type_ == Scalar(ScalarKind.BOOLEAN) or isinstance(type_, LiteralOf)
    return _FLAG if is_flag else ""


def _is_same(
    media: Mapping[str, Any],
    media_type: str,
    chosen: Mapping[str, Any],
    main: Response,
    kind: ResponseKind,
) -> bool:
    """Tell whether a media type only writes the same value another way, as XML does.

    A stream is never the same, and neither is plain text beside a file.
    """
    if kind in STREAMS or main.kind in STREAMS:
        return False
    if kind is main.kind and kind is not ResponseKind.JSON:
        return True
    alike = media.get("schema", True) == chosen.get("schema", True)
    return alike and main.kind is ResponseKind.JSON and _SPELLINGS.search(media_type) is not None


def _merged(forms: Iterable[tuple[str, Response]]) -> Iterator[tuple[str, Response]]:
    """Join forms of one name, such as two spellings of one media type."""
    known: dict[str, Response] = {}
    for name, form in forms:
        first = known.setdefault(name, form)
        if first is not form:
            known[name] = replace(first, others=(*first.others, form.media_type))
    return iter(known.items())


def _location(redirect: Response) -> Response:
    """Return a redirect as what gives the address that it leads to."""
    type_ = Scalar(ScalarKind.STRING)
    return Response(redirect.status, ResponseKind.LOCATION, type=type_, docs=redirect.docs)


def _followed(redirects: Iterable[Response], method: str) -> dict[str, list[Response]]:
    """Return the form that fetches what redirects lead to, where a client may follow them."""
    followed = [
        Response(one.status, ResponseKind.BINARY, "*/*", _PLAIN[ResponseKind.BINARY], one.docs)
        for one in redirects
        if method in _SAFE or one.status in _KEPT
    ]
    return {word_for("*/*"): followed[:1]} if followed else {}


def _told_by_answer(successes: Iterable[Response], silent: set[str]) -> Iterator[Response]:
    """Yield successes; one whose body the spec leaves open is read as its answer says.

    Its type is any, unless another success has one. Where none is declared, any may come.

    Args:
        successes: The successes of an operation.
        silent: Statuses that may have a body without ``content``.
    """
    if not (successes := list(successes)):
        yield Response("2XX", ResponseKind.ANY, type=Anything())
    is_typed = any(one.type is not None for one in successes)
    for one in successes:
        if one.kind is ResponseKind.NONE and one.status in silent:
            yield replace(one, kind=ResponseKind.ANY, type=None if is_typed else Anything())
        else:
            yield one


def _order(response: Response) -> str:
    """Sort a range after 200 and before all else that it is a range of."""
    return response.status.replace("XX", "00X")


def _primary(successes: Iterable[Response]) -> Response | None:
    """Return the first response that carries something, else the first."""
    successes = list(successes)
    carrying = (one for one in successes if one.kind is not ResponseKind.NONE)
    return next(carrying, successes[0] if successes else None)


def _differing(successes: Iterable[Response]) -> tuple[Response, ...]:
    """Return all responses where one is not read as another is."""
    successes = tuple(successes)
    readings = {(one.kind, one.type, one.events) for one in successes}
    return successes if len(readings) > 1 else ()
