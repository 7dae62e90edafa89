"""Arguments of ``Request(…)``: an operation as the runtime sees it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from specmill.model.long_running import LongRunning, Waiting
from specmill.model.media import MediaUpload
from specmill.model.models import Field, FieldRef
from specmill.model.operations import Body, BodyKind, Operation
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import Parameter
from specmill.model.types import Anything, Scalar
from specmill.targets.python.arguments import (
    WAITING_ARGUMENTS,
    BodyWriter,
    EncodingWriter,
    ResponseWriter,
    Signature,
    format_of,
    is_file_part,
    style_of,
)
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.reserved import LONG_RUNNING
from specmill.targets.python.spelling import WIDTH, literal, spelled_tuple
from specmill.text import snake_case
from specmill.values import dataclass

_ROUTE_WIDTH = WIDTH - 11
"""Columns of a line that its indentation, quotes and comma leave."""
_PLACES = {"path": "path_params", "query": "query", "header": "headers", "cookie": "cookies"}

_PAGINATION = {
    PageStyle.TOKEN: "TokenPagination",
    PageStyle.CURSOR: "CursorPagination",
    PageStyle.OFFSET: "OffsetPagination",
    PageStyle.NUMBER: "NumberPagination",
    PageStyle.LINK: "LinkPagination",
    PageStyle.URL: "UrlPagination",
    PageStyle.NEXT: "NextPagination",
    PageStyle.HEADER: "HeaderPagination",
}
_PAGE_MODULES = {
    PageStyle.LINK: "link_pagination",
    PageStyle.URL: "url_pagination",
    PageStyle.NEXT: "url_pagination",
    PageStyle.HEADER: "header_pagination",
}
"""Modules of styles that are apart from the others."""
"""Classes of the runtime."""


def _ends_in_words_of(operation_id: str, name: str) -> bool:
    """Tell whether an operationId ends in the words of a name, so that it says as much."""
    return f"_{snake_case(operation_id)}".endswith(f"_{snake_case(name)}")


def spelled_route(method: str, path: str, width: int = _ROUTE_WIDTH) -> str:
    """Spell method and path, in pieces where a line is too short for them."""
    pieces = [f"{method} {path}"]
    while len(pieces[-1]) > width:
        end = pieces[-1].rfind("/", len(method) + 2, width + 1)
        if end < 0:
            break
        pieces[-1:] = [pieces[-1][:end], pieces[-1][end:]]
    return " ".join(map(literal, pieces))


@dataclass(frozen=True, slots=True)
class RequestWriter:
    """Writes the arguments of one operation's request."""

    operation: Operation
    signature: Signature
    types: ModuleTypes

    def arguments(self) -> tuple[str, ...]:
        """Return the arguments in order; what has the runtime's default is left out."""
        return tuple(self._arguments())

    def _arguments(self) -> Iterator[str]:
        operation = self.operation
        yield from self._identity()
        yield from self._parameters()
        yield from self._wire_forms()
        if operation.body is not None:
            yield from self._body(operation.body)
        if operation.media_upload is not None:
            yield "media=media"
            yield f"endpoint={self._endpoint(operation.media_upload)}"
        responses = ResponseWriter(operation, self.types)
        yield from responses.arguments()
        if operation.pagination is not None:
            yield self._pages(operation.pagination)
        if operation.long_running is not None:
            yield from self._long_running(operation.long_running)
        if operation.waiting is not None:
            yield from self._states(operation.waiting)
            yield from (f"{name}={name}" for name in WAITING_ARGUMENTS)
        yield from responses.errors()
        if operation.idempotency_key:
            yield f"idempotency_key={literal(operation.idempotency_key)}"
        if operation.idempotent is not None:
            yield f"idempotent={operation.idempotent}"
        if operation.final:
            yield f"final={spelled_tuple(operation.final)}"
        if operation.security is not None:
            yield f"security={operation.security!r}"
        if operation.granted:
            yield f"scopes={operation.granted!r}"
        if operation.server:
            yield f"server={literal(operation.server)}"

    def _identity(self) -> Iterator[str]:
        operation = self.operation
        yield literal(operation.id)
        yield spelled_route(operation.method, operation.path)
        name = self.types.names.dotted(operation)
        if not _ends_in_words_of(operation.id, name):
            yield f"name={literal(name)}"

    def _parameters(self) -> Iterator[str]:
        headers = self.operation.headers
        for place, keyword in _PLACES.items():
            pairs = [
                f"{literal(one.wire)}: {self.signature.names[place, one.wire]}"
                for one in self.operation.parameters
                if one.place == place
            ]
            if place == "header":
                pairs += [f"{literal(wire)}: {literal(value)}" for wire, value in headers]
            if place == "query" and self.operation.media_download:
                pairs.append('"alt": "media"')
            if pairs:
                yield f"{keyword}={{{', '.join(pairs)}}}"

    def _format(self, parameter: Parameter) -> str:
        known = self._form(parameter) or format_of(
            parameter.type, parameter.item_styles, self.types
        )
        choices = self.types.choices(parameter.type)
        if known or not choices:
            return known
        return f"{self.types.of_runtime('bodies.choices', 'OneOf')}({choices})"

    def _objects(self, parameter: Parameter) -> Iterator[str]:
        if isinstance(parameter.type, Scalar):
            return
        if self.types.may_be_object(parameter.type):
            yield self._key(parameter)
        elif self.types.may_have_objects(parameter.type):
            yield f"{self._key(parameter)}[]"

    def _form(self, parameter: Parameter) -> str:
        """Spell how the fields of a whole query travel; empty where they do as those of forms."""
        if not parameter.fields:
            return ""
        cls = self.types.of_runtime("requests.request", "FormQuery")
        inner = self.types.of_runtime("requests.request", "FieldEncoding")
        entries = []
        for one in parameter.fields:
            said = [f"style={literal(style)}"] if (style := style_of(one)) else []
            said += ["reserved=True"] if one.allow_reserved else []
            entries.append(f"{literal(one.wire)}: {inner}({', '.join(said)})")
        return f"{cls}({{{', '.join(entries)}}})"

    def _wire_forms(self) -> Iterator[str]:
        parameters = self.operation.parameters
        styles = {self._key(one): style for one in parameters if (style := style_of(one))}
        if styles:
            yield f"styles={styles!r}"
        formats = [
            f"{literal(self._key(one))}: {known}"
            for one in parameters
            if (known := self._format(one))
        ]
        if formats:
            yield f"formats={{{', '.join(formats)}}}"
        objects = tuple(chain.from_iterable(map(self._objects, parameters)))
        if objects:
            yield f"objects={objects!r}"
        reserved = tuple(self._key(one) for one in parameters if one.allow_reserved)
        if reserved:
            yield f"reserved={reserved!r}"
        secret = tuple(self._key(one) for one in parameters if one.secret)
        if secret:
            yield f"secret_parameters={secret!r}"
        empty = tuple(one.wire for one in parameters if one.may_be_empty)
        if empty:
            yield f"may_be_empty={empty!r}"
        dotted = tuple(one.wire for one in parameters if one.dot_segments)
        if dotted:
            yield f"dot_segments={dotted!r}"

    def _key(self, parameter: Parameter) -> str:
        """Name a parameter; with its place, where another place has one of the same name."""
        namesakes = [one for one in self.operation.parameters if one.wire == parameter.wire]
        wire = parameter.wire
        return wire if len(namesakes) == 1 else f"{parameter.place.value}:{wire}"

    def _body(self, body: Body) -> Iterator[str]:
        if body.secrets:
            yield f"secrets={body.secrets!r}"
        if body.kind is BodyKind.MULTIPART:
            yield f"multipart={self._multipart(body)}"
            return
        yield from BodyWriter(self.operation, body, self.types).arguments()
        encodings = EncodingWriter(self.signature, self.types).entries(body)
        if encodings:
            yield f"encodings={{{', '.join(encodings)}}}"

    def _endpoint(self, upload: MediaUpload) -> str:
        arguments = [literal(upload.path)]
        if upload.accept:
            accept = ", ".join(map(literal, upload.accept))
            arguments.append(f"accept=({accept}{',' * (len(upload.accept) == 1)})")
        if upload.max_size is not None:
            arguments.append(f"max_size={upload.max_size}")
        arguments += [
            f"{keyword}={value}"
            for keyword, value, default in (
                ("simple", upload.simple, True),
                ("multipart", upload.multipart, True),
                ("resumable", upload.resumable, False),
            )
            if value is not default
        ]
        return f"{self.types.of_runtime('media.media', 'MediaEndpoint')}({', '.join(arguments)})"

    def _multipart(self, body: Body) -> str:
        groups: dict[str, list[Field]] = {"files": [], "fields": [], "untyped": []}
        for part in body.parts:
            encoded = any(one.wire == part.wire and one.media_types for one in body.encodings)
            is_untyped = part.type == Anything() and not encoded
            group = "untyped" if is_untyped else "fields"
            groups["files" if is_file_part(part.type) else group].append(part)
        spelled = [
            f"{keyword}={{{', '.join(self._part(part) for part in parts)}}}"
            for keyword, parts in groups.items()
            if parts
        ]
        encodings = EncodingWriter(self.signature, self.types).entries(body)
        spelled += [f"encodings={{{', '.join(encodings)}}}"] if encodings else []
        return f"{self.types.of_runtime('requests.request', 'Multipart')}({', '.join(spelled)})"

    def _part(self, part: Field) -> str:
        return f"{literal(part.wire)}: {self.signature.names['body', part.wire]}"

    def _pages(self, pages: Pagination) -> str:
        place = "body" if pages.place is None else pages.place.value
        wire = pages.request_token
        is_path = place == "body" or len(wire) > 1
        arguments = {
            "items": self._attribute(pages.items),
            "by_key": "True" if pages.by_key else "",
            "request": repr(wire) if is_path else "".join(map(literal, wire)),
            "place": literal(place) if place != "query" else "",
            "response": self._attribute(pages.response_token),
            "header": literal(pages.header) if pages.header else "",
            "more": self._attribute(pages.more),
            "last": self._attribute(pages.last),
            "first": literal(pages.first) if pages.first != pages.style.first else "",
            "pages": self._attribute(pages.pages),
            "total": self._attribute(pages.total),
        }
        spelled = ", ".join(f"{keyword}={value}" for keyword, value in arguments.items() if value)
        module = f"pages.{_PAGE_MODULES.get(pages.style, 'pagination')}"
        return f"pages={self.types.of_runtime(module, _PAGINATION[pages.style])}({spelled})"

    def _long_running(self, work: LongRunning) -> Iterator[str]:
        constant = self.types.names.progress[work.progress.model]
        module = f"{self.types.package}{LONG_RUNNING}"
        yield f"operation={self.types.imports.add(module, constant)}"
        for keyword, type_ in (("result", work.result), ("metadata", work.metadata)):
            if type_ != Anything():
                yield f"{keyword}={self.types.encoded(type_)}"

    def _states(self, waiting: Waiting) -> Iterator[str]:
        yield f"state={self._attribute(waiting.field)}"
        yield f"final_states={waiting.final!r}"
        if waiting.failed:
            yield f"failed_states={waiting.failed!r}"
        if waiting.error:
            yield f"reason={self._attribute(waiting.error)}"

    def _attribute(self, path: tuple[FieldRef, ...]) -> str:
        dotted = self.types.names.attribute(path)
        return literal(dotted) if dotted else ""
