"""Flat view of a method on the page of its resource."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.credentials import Credential
from specmill.model.long_running import Waiting
from specmill.model.models import Docs, Field, FieldRef
from specmill.model.operations import STREAMS, BodyKind, Link, Operation, Response, ResponseHeader
from specmill.model.pagination import Pagination
from specmill.model.parameters import Parameter
from specmill.targets.docs.examples import Programs
from specmill.targets.docs.layout import anchor_of
from specmill.targets.docs.prose import block, code, inline, plain
from specmill.targets.docs.tree import Trees, meaning, must_be_given
from specmill.targets.docs.type_words import Words
from specmill.targets.docs.views.content import ContentView, body_view, response_view
from specmill.targets.docs.views.documented import DocumentedView, documented_view
from specmill.targets.python.reference import (
    ACCEPT,
    CONTENT_TYPE,
    Argument,
    CallReference,
    error_class,
    linked_argument,
    linked_path,
    part_place,
)
from specmill.text import first_sentence, tidy
from specmill.values import dataclass, replace

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """A parameter, or a part of a multipart body."""

    name: str
    place: str
    """Where it travels, with its name there."""
    type: str
    """In Python and in JSON."""
    need: str
    meaning: str
    """What the spec says, values, default and constraints."""


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header of responses."""

    name: str
    statuses: str
    type: str
    """In JSON."""
    meaning: str


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An answer that is an error."""

    status: str
    exception: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """A method."""

    name: str
    """From the client: ``issues.create``."""
    method: str
    link: str
    """Where a list of methods leads."""
    request_line: str
    """Method and path."""
    id: str
    deprecated: bool
    brief: str
    """The first sentence of what the spec says."""
    about: str
    signature: str
    notes: tuple[str, ...]
    parameters: tuple[ParameterRow, ...]
    body: ContentView | None
    responses: tuple[ContentView, ...]
    """Those that are a success, by status."""
    errors: tuple[ErrorRow, ...]
    response_headers: tuple[HeaderRow, ...]
    access: tuple[str, ...]
    """What the caller must be allowed."""
    programs: Programs
    documented: DocumentedView | None

    @property
    def has_tree(self) -> bool:
        """Whether fields are shown."""
        contents = (*self.responses, *([self.body] if self.body else []))
        return any(content.tree for content in contents)


def operation_view(
    operation: Operation, call: CallReference, programs: Programs, words: Words, trees: Trees
) -> OperationView:
    """Return the view of one method; its trees count as shown on the page."""
    reference = words.pages.reference
    return OperationView(
        name=plain(call.dotted),
        method=plain(reference.method(operation)),
        link=f"#{anchor_of(reference.method(operation))}",
        request_line=code(f"{operation.method} {operation.path}"),
        id=code(operation.id),
        deprecated=operation.docs.deprecated,
        brief=listed_operation(operation, words),
        about=said(operation.docs),
        signature=_signature(call),
        notes=tuple(_notes(operation, call, words)),
        parameters=tuple(_rows(operation, call, words)),
        body=body_view(operation.body, words, trees) if operation.body else None,
        responses=tuple(
            response_view(one, words, trees) for one in operation.answers or (operation.response,)
        ),
        errors=tuple(_errors(operation, words)),
        response_headers=tuple(_header_row(one, words) for one in operation.response_headers),
        access=tuple(_access(operation, words)),
        programs=programs,
        documented=(
            documented_view(operation.documented, words, told=operation.docs)
            if operation.documented
            else None
        ),
    )


def said(docs: Docs) -> str:
    """Return all that the spec says of a thing, as blocks."""
    summary = docs.summary if docs.summary.strip() != docs.description.strip() else ""
    more = f"[{docs.url_text or docs.url}]({docs.url})" if docs.url else ""
    return block(f"{summary}\n\n{docs.description}\n\n{more}")


def listed(docs: Docs, words: Words) -> str:
    """Return what a list of methods says of one."""
    marks = (brief(docs), f"*{words.labels.deprecated}*" if docs.deprecated else "")
    return " ".join(mark for mark in marks if mark)


def listed_operation(operation: Operation, words: Words) -> str:
    """Return what a list of methods says of one that may wait for another one's answer."""
    if operation.waiting is None:
        return listed(operation.docs, words)
    return words.labels.say("waits_briefly", field=code(_dotted(operation.waiting.field)))


def brief(docs: Docs) -> str:
    """Return the first sentence that the spec says of a thing."""
    return inline(first_sentence(tidy(docs.summary or docs.description))[0])


def parameter_row(parameter: Parameter, name: str, words: Words) -> ParameterRow:
    """Return the row of a parameter that is called ``name`` in Python."""
    place = getattr(words.labels, f"in_{parameter.place.value}")
    return ParameterRow(
        name=code(name),
        place=place if parameter.wire == name else f"{place} {code(parameter.wire)}",
        type=words.both(parameter.type),
        need=words.need(required=must_be_given(parameter)),
        meaning=meaning(parameter, words),
    )


def _rows(operation: Operation, call: CallReference, words: Words) -> Iterator[ParameterRow]:
    for parameter in operation.parameters:
        name = call.names[parameter.place.value, parameter.wire]
        yield parameter_row(parameter, name, words)
    if operation.body is not None and operation.body.kind is BodyKind.MULTIPART:
        for part in operation.body.parts:
            known = {one.wire: one.media_types for one in operation.body.encodings}
            name = call.names["body", part.wire]
            yield _part_row(part, name, known.get(part.wire, ()), words)
    for encoding in operation.body.all_encodings if operation.body is not None else ():
        for header in encoding.headers:
            row = parameter_row(header, call.names[part_place(encoding), header.wire], words)
            place = f"{row.place} ({words.labels.in_form} {code(encoding.wire)})"
            yield replace(row, place=place)
    headers = {CONTENT_TYPE: "Content-Type", ACCEPT: "Accept"}
    taken = set(call.names.values())
    for argument in call.keyword:
        if argument.name in headers and argument.name not in taken:
            told = words.labels.say(f"chooses_{argument.name}")
            yield _media_type_row(argument, headers[argument.name], told, words)


def _part_row(part: Field, name: str, media_types: tuple[str, ...], words: Words) -> ParameterRow:
    place = words.labels.in_form
    told = f" {words.labels.either} ".join(code(one) for one in media_types)
    return ParameterRow(
        name=code(name),
        place=place if part.wire == name else f"{place} {code(part.wire)}",
        type=words.both(part.type),
        need=words.need(required=must_be_given(part)),
        meaning=" ".join(filter(None, (meaning(part, words), told))),
    )


def _media_type_row(argument: Argument, header: str, told: str, words: Words) -> ParameterRow:
    return ParameterRow(
        name=code(argument.name),
        place=f"{words.labels.in_header} {code(header)}",
        type=code(argument.annotation),
        need=words.need(required=False),
        meaning=told,
    )


def _signature(call: CallReference) -> str:
    """Lay out a call as formatters do: on one line if it fits, else a parameter on each."""
    parameters = list(call.parameters())
    head, tail = f"client.{call.dotted}(", f") -> {call.returns}"
    flat = head + ", ".join(parameters) + tail
    if len(flat) <= _WIDTH:
        return flat
    return "\n".join([head, *(f"    {one}," for one in parameters), tail])


def _notes(operation: Operation, call: CallReference, words: Words) -> Iterator[str]:
    labels = words.labels
    yield from _forms(operation, words)
    if operation.response is not None and operation.response.kind in STREAMS:
        yield labels.say("stream", asynchronous=code(call.async_returns))
    if operation.pagination is not None:
        yield _paging(operation, operation.pagination, call, words)
    if operation.long_running is not None:
        result = words.spell(operation.long_running.result)
        yield labels.say("long_running", result=result, asynchronous=code(call.async_returns))
    if operation.idempotency_key:
        yield labels.say("idempotent", header=code(operation.idempotency_key))
    if operation.idempotent is not None:
        yield labels.say("sent_again" if operation.idempotent else "sent_once")
    if operation.final:
        shown = ", ".join(
            code(str(one)) if one != "" else labels.no_code for one in operation.final
        )
        yield labels.say("final", errors=shown)
    if operation.server:
        yield labels.say("own_server", url=code(operation.server))
    for link in operation.links:
        yield from _link(link, words)
    if operation.tags:
        yield labels.say("tagged", tags=", ".join(code(tag) for tag in operation.tags))


def _forms(operation: Operation, words: Words) -> Iterator[str]:
    """Yield what a method is another form of, and which other forms it has."""
    reference, labels = words.pages.reference, words.labels
    forms = reference.names.forms.get(operation.pointer, ())
    if operation.waiting is not None:
        yield _waits(operation, operation.waiting, words)
        return
    for waiting in (one for one in forms if one.waiting is not None):
        yield labels.say("has_waiting", method=words.pages.to_operation(waiting, words.page))
    forms = tuple(one for one in forms if one.waiting is None)
    for one, label in [
        *([(reference.operation(operation.form_of), "is_form")] if operation.form_of else []),
        *((form, "has_form") for form in forms),
    ]:
        form = operation if operation.form_of else one
        side = "body" if form.takes_other_body else "answer"
        link = words.pages.to_operation(one, words.page)
        yield labels.say(f"{label}_{side}", method=link, media_type=code(form.form_media_type))


def _waits(operation: Operation, waiting: Waiting, words: Words) -> str:
    """Say what a method waits for that repeats another one."""
    labels, told = words.labels, words.pages.reference.operation(operation.form_of)
    said = labels.say(
        "waits",
        method=words.pages.to_operation(told, words.page),
        field=code(_dotted(waiting.field)),
        final=", ".join(code(one) for one in waiting.final if one not in waiting.failed),
    )
    failed = ", ".join(code(one) for one in waiting.failed)
    return f"{said} {labels.say('waits_failed', failed=failed)}" if failed else said


def _link(link: Link, words: Words) -> Iterator[str]:
    """Say what may be called with what came."""
    labels, names = words.labels, words.pages.reference.names
    target = words.pages.to_linked(link, words.page)
    about = inline(link.docs.description)
    if not link.values:
        yield " ".join(part for part in (labels.say("link_alone", method=target), about) if part)
    for value in link.values:
        path = linked_path(value)
        label = f"link_from_{value.source.replace('.', '_')}"
        if not path and value.source.endswith("body"):
            label = f"{label}_whole"
        sentence = labels.say(
            "link_is",
            source=labels.say(label, name=code(path)),
            argument=code(linked_argument(link, value, names)),
            method=target,
        )
        yield " ".join(part for part in (sentence, about) if part)
        about = ""


def _paging(operation: Operation, pages: Pagination, call: CallReference, words: Words) -> str:
    labels = words.labels
    items = code(_dotted(pages.items)) if pages.items else labels.answers
    if not pages.items and operation.response and pages.item_type != operation.response.type:
        items = labels.items_of_list
    how = labels.say(
        f"pages_by_{pages.style.value}",
        request=code(".".join(pages.request_token)),
        response=code(pages.header or _dotted(pages.response_token)),
    )
    return str(labels.say("pages", items=items, how=how, asynchronous=code(call.async_returns)))


def _dotted(path: tuple[FieldRef, ...]) -> str:
    return ".".join(ref.wire for ref in path)


def _errors(operation: Operation, words: Words) -> Iterator[ErrorRow]:
    own = {error.status for error in operation.errors}
    common = [error for error in words.api.common_errors if error.status not in own]
    shown = {one.status for one in (*operation.answers, operation.response) if one is not None}
    for outcome in (one for one in operation.outcomes if one.status not in shown):
        yield replace(error_row(outcome, words), exception="")
    for error in (*operation.errors, *common):
        yield error_row(error, words)


def error_row(error: Response, words: Words) -> ErrorRow:
    """Return the row of an error response."""
    return ErrorRow(
        status=code(error.status),
        exception=code(error_class(error.status)),
        type=words.spell(error.type) if error.type is not None else "",
        meaning=inline(f"{error.docs.summary}\n\n{error.docs.description}"),
    )


def _header_row(header: ResponseHeader, words: Words) -> HeaderRow:
    said = inline(f"{header.docs.summary}\n\n{header.docs.description}")
    return HeaderRow(
        name=code(header.wire),
        statuses=", ".join(map(code, header.statuses)),
        type=words.wire(header.type),
        meaning=" ".join(part for part in (said, words.allowed(header.type)) if part),
    )


def _access(operation: Operation, words: Words) -> Iterator[str]:
    alternatives = operation.security if operation.security is not None else words.api.security
    if alternatives is None:
        return
    labels = words.labels
    if not alternatives or () in alternatives:
        yield labels.no_credentials
    schemes = [" + ".join(code(name) for name in names) for names in alternatives if names]
    if schemes:
        yield labels.say("one_of_credentials", schemes=f" {labels.either} ".join(schemes))
    scopes = operation.scopes or _all_scopes(words.api.credentials, alternatives)
    if scopes:
        yield labels.say("one_of_scopes", scopes=", ".join(code(scope) for scope in scopes))


def _all_scopes(
    credentials: tuple[Credential, ...], alternatives: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    named = {name for names in alternatives for name in names}
    return tuple(scope for one in credentials if one.scheme in named for scope, _ in one.scopes)
