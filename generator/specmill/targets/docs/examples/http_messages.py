"""HTTP messages of an example: the request that it sends, and a response."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from specmill.model.api import Api
from specmill.model.credentials import Credential, CredentialKind
from specmill.model.long_running import Waiting
from specmill.model.models import Field, JsonValue
from specmill.model.operations import (
    STREAMS,
    Body,
    BodyKind,
    Encoding,
    Operation,
    Response,
    ResponseKind,
)
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Anything
from specmill.targets.docs.examples.samples import Sample, Sampler
from specmill.targets.python.reference import (
    STAND_IN_URL,
    base_path_of,
    chosen_server,
    concrete,
    is_file_part,
)
from specmill.values import dataclass

_OF_PATHS = "%/:@!$&'()*+,;=~?#{}[]"
"""What stays in a path that is put together: triplets are there already, variables may be."""
_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")
_SEPARATORS = {"spaceDelimited": " ", "tabDelimited": "\t", "pipeDelimited": "|"}
_BOUNDARY = "part"


@dataclass(frozen=True, slots=True)
class Given:
    """What an example gives to a call."""

    arguments: tuple[str, ...]
    parameters: tuple[tuple[Parameter, Sample], ...]
    body: Sample | None
    parts: tuple[tuple[Field, Sample], ...]


def server_of(operation: Operation, api: Api) -> SplitResult:
    """Return the base URL of an example."""
    server = chosen_server(api)
    home = server.default_url if server else f"{STAND_IN_URL}{base_path_of(api)}"
    return urlsplit(urljoin(f"{home.rstrip('/')}/", operation.server))


def request_of(operation: Operation, api: Api, given: Given) -> Iterator[str]:
    """Yield the lines of the HTTP request that an example sends."""
    base = server_of(operation, api)
    path = quote(base.path.rstrip("/") + _path(operation, given), safe=_OF_PATHS)
    credentials = list(_credentials(operation, api))
    query = [pair for one in given.parameters for pair in _pairs(*one, ParameterPlace.QUERY)]
    query += [("alt", "media")] if operation.media_download else []
    query += [(name, value) for place, name, value in credentials if place == "query"]
    encoded = "&".join(_query_text(*pair) for pair in query)
    yield f"{operation.method} {path}{'?' if encoded else ''}{encoded} HTTP/1.1"
    yield f"Host: {base.netloc}"
    yield from (f"{name}: {value}" for place, name, value in credentials if place == "header")
    for one in given.parameters:
        yield from (f"{name}: {value}" for name, value in _pairs(*one, ParameterPlace.HEADER))
    cookies = [pair for one in given.parameters for pair in _pairs(*one, ParameterPlace.COOKIE)]
    cookies += [(name, value) for place, name, value in credentials if place == "cookie"]
    if cookies:
        yield f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies)}"
    if operation.body is not None:
        yield from _content(operation.body, given)


def _query_text(name: str, value: str) -> str:
    """Write a part of a query; what has no name is all of it."""
    written = quote(value, safe="")
    return f"{quote(name, safe='')}={written}" if name else written


def _path(operation: Operation, given: Given) -> str:
    samples = {
        one.wire: (one, sample)
        for one, sample in given.parameters
        if one.place is ParameterPlace.PATH
    }

    def filled(variable: re.Match[str]) -> str:
        one, sample = samples[variable[1]]
        text = _styled(one, sample.wire)
        if one.style == "segments":
            return quote(text, safe="/")
        return quote(text, safe="/:@,+~;=" if one.allow_reserved else ",~;=")

    return _VARIABLE.sub(
        lambda found: filled(found) if found[1] in samples else found[0], operation.path
    )


def _styled(one: Parameter, wire: JsonValue) -> str:
    """Write the value of a path parameter in its style (OpenAPI 3.1, Style Values)."""
    named = one.explode and isinstance(wire, dict)
    if isinstance(wire, dict) and one.explode:
        texts = [f"{key}={_text(value)}" for key, value in wire.items()]
    else:
        texts = texts_of(wire)
    if one.style == "label":
        return "." + ("." if one.explode else ",").join(texts)
    if one.style == "matrix" and one.explode:
        return "".join(f";{text}" if named else f";{one.wire}={text}" for text in texts)
    joined = _SEPARATORS.get(one.style, ",").join(texts)
    return f";{one.wire}={joined}" if one.style == "matrix" else joined


def _pairs(one: Parameter, sample: Sample, place: ParameterPlace) -> Iterator[tuple[str, str]]:
    if one.place is not place:
        return
    wire = sample.wire
    if one.style == "querystring":
        yield "", _compact(wire) if one.json else _text(wire)
    elif one.json:
        yield one.wire, _compact(wire)
    elif isinstance(wire, dict) and one.style == "deepObject":
        yield from ((f"{one.wire}[{key}]", _text(value)) for key, value in wire.items())
    elif isinstance(wire, dict) and one.fields:
        yield from _form_pairs(wire, {field.wire: field for field in one.fields})
    elif isinstance(wire, dict) and one.explode:
        yield from ((key, _text(value)) for key, value in wire.items())
    elif isinstance(wire, list) and one.explode and place is ParameterPlace.QUERY:
        yield from ((one.wire, _text(value)) for value in wire)
    else:
        yield one.wire, _SEPARATORS.get(one.style, ",").join(texts_of(wire))


def texts_of(wire: JsonValue) -> list[str]:
    """Spell a value, each item of a list and each name and value of an object, as texts."""
    if isinstance(wire, dict):
        return [part for key, value in wire.items() for part in (key, _text(value))]
    return [_text(value) for value in wire] if isinstance(wire, list) else [_text(wire)]


def _compact(wire: JsonValue) -> str:
    return json.dumps(wire, separators=(",", ":"), ensure_ascii=False)


def _text(value: JsonValue) -> str:
    """Spell a value as text in a URL, a header or a form."""
    return value if isinstance(value, str) else json.dumps(value)


def _credentials(operation: Operation, api: Api) -> Iterator[tuple[str, str, str]]:
    """Yield place, name and value of what the first alternative asks for."""
    alternatives = operation.security if operation.security is not None else api.security
    by_scheme = {one.scheme: one for one in api.credentials}
    names = alternatives[0] if alternatives else ()
    if alternatives is None:
        names = tuple(by_scheme)[:1]
    for name in names:
        if name in by_scheme:
            yield from _credential(by_scheme[name])


def _credential(credential: Credential) -> Iterator[tuple[str, str, str]]:
    """Yield place, name and value of what a scheme adds to a request."""
    match credential.kind:
        case CredentialKind.API_KEY:
            yield credential.place.value, credential.wire, "my-key"
        case CredentialKind.BASIC:
            yield "header", "Authorization", "Basic bWU6c2VjcmV0"
        case CredentialKind.LOGIN:
            prefix = credential.login.prefix if credential.login else ""
            yield "header", credential.wire, f"{prefix}my-token"
        case CredentialKind.TOKEN:
            yield "header", "Authorization", "Bearer my-token"
        case CredentialKind.CERTIFICATE | CredentialKind.OTHER:
            return


def _content(body: Body, given: Given) -> Iterator[str]:
    if body.kind is BodyKind.MULTIPART or given.parts:
        yield f"Content-Type: {body.media_type}; boundary={_BOUNDARY}"
        for one, sample in given.parts:
            of_file = '; filename="upload"' if is_file_part(one.type) else ""
            for value in texts_of(sample.wire):
                yield from ("", f"--{_BOUNDARY}")
                yield f'Content-Disposition: form-data; name="{one.wire}"{of_file}'
                yield from ("", value)
        yield f"--{_BOUNDARY}--"
    elif given.body is not None:
        yield f"Content-Type: {concrete(body)}"
        yield ""
        if body.kind is BodyKind.FORM and isinstance(given.body.wire, dict):
            yield "&".join(
                f"{quote(name, safe='')}={quote(value, safe='' if value[:1] in '[{' else ',')}"
                for name, value in _fields(body, given.body.wire)
            )
        elif body.kind is BodyKind.JSON:
            yield json.dumps(given.body.wire, indent=2, ensure_ascii=False)
        elif isinstance(given.body.wire, list):
            yield from (_compact(item) for item in given.body.wire)
        else:
            yield _text(given.body.wire)


def _fields(body: Body, wire: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a form, those of objects and items of lists one by one."""
    encodings = {encoding.wire: encoding for encoding in body.encodings}
    fields = {
        name: _field(
            name,
            style=encoding.style or "form",
            explode=encoding.explode,
            json=any("json" in one for one in encoding.media_types),
        )
        for name in wire
        for encoding in [encodings.get(name, Encoding(name))]
    }
    yield from _form_pairs(wire, fields)


def _field(name: str, **told: Any) -> Parameter:
    return Parameter(name, name, ParameterPlace.QUERY, Anything(), required=True, **told)


def _form_pairs(
    wire: Mapping[str, JsonValue], fields: Mapping[str, Parameter]
) -> Iterator[tuple[str, str]]:
    for name, value in wire.items():
        field = fields.get(name) or _field(name)
        yield from _pairs(field, Sample("", value), ParameterPlace.QUERY)


def _at_its_end(operation: Operation, wire: JsonValue) -> JsonValue:
    """Show work that goes on when it went well: over, and without an error."""
    if operation.waiting is not None:
        return _in_final_state(wire, operation.waiting)
    work = operation.long_running
    if work is None or not isinstance(wire, dict):
        return wire
    shown = dict(wire)
    for ref in work.progress.error[:1]:
        shown.pop(ref.wire, None)
    for ref in work.progress.status[:1]:
        shown[ref.wire] = work.progress.finished[0]
    return shown


def _in_final_state(wire: JsonValue, waiting: Waiting) -> JsonValue:
    """Show an answer that ends the wait well."""
    good = next(one for one in (*waiting.final, *waiting.failed) if one not in waiting.failed)
    shown = _with(wire, [ref.wire for ref in waiting.field], good)
    if isinstance(shown, dict) and len(waiting.error) == 1:
        shown.pop(waiting.error[0].wire, None)
    return shown


def _with(wire: JsonValue, path: list[str], value: str) -> JsonValue:
    if not path:
        return value
    inside = wire if isinstance(wire, dict) else {}
    return {**inside, path[0]: _with(inside.get(path[0]), path[1:], value)}


def response_of(operation: Operation, sampler: Sampler) -> Iterator[str]:
    """Yield the lines of an HTTP response to it."""
    response = operation.response
    status = response.status if response is not None and response.status.isdigit() else "200"
    yield f"HTTP/1.1 {status}"
    if response is None or response.kind is ResponseKind.NONE:
        return
    if response.kind is ResponseKind.LOCATION:
        yield "Location: https://example.com/"
        return
    yield f"Content-Type: {_answered(response)}"
    yield ""
    if response.type is None or response.kind in (ResponseKind.TEXT, ResponseKind.BINARY):
        yield "data: hello" if response.kind is ResponseKind.EVENTS else "hello"
        return
    wire = _at_its_end(operation, sampler.value(response.type, "value").wire)
    if response.kind is ResponseKind.EVENTS:
        event = next((name for name, _ in response.events), "")
        yield from [f"event: {event}"] if event else []
        yield f"data: {json.dumps(wire, ensure_ascii=False)}"
    elif response.kind in STREAMS:
        yield json.dumps(wire, ensure_ascii=False)
    else:
        yield json.dumps(wire, indent=2, ensure_ascii=False)


def _answered(response: Response) -> str:
    """Return a media type that an answer may have where the spec gives a range."""
    if response.media_type and "*" not in response.media_type:
        return response.media_type
    plain = {ResponseKind.TEXT: "text/plain", ResponseKind.BINARY: "application/octet-stream"}
    return plain.get(response.kind, "application/json")
