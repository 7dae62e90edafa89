"""How a method is called, as programs to run and as the HTTP request that they send."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from specmill.model.api import (
    STREAMS,
    Api,
    Body,
    BodyKind,
    Credential,
    CredentialKind,
    Field,
    JsonValue,
    Operation,
    Parameter,
    ParameterPlace,
    Response,
    ResponseKind,
)
from specmill.targets.docs.samples import Sample, Sampler
from specmill.targets.python.reference import (
    STAND_IN_URL,
    CallReference,
    Imports,
    PythonReference,
    chosen_server,
    client_arguments,
    concrete,
    is_file_part,
)

_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")
_SEPARATORS = {"spaceDelimited": " ", "tabDelimited": "\t", "pipeDelimited": "|"}
_BOUNDARY = "part"
_STREAMS = (BodyKind.JSON_LINES, BodyKind.JSON_SEQUENCE)


@dataclass(frozen=True, slots=True)
class Programs:
    """One call in three forms, and the answer."""

    sync: str
    asynchronous: str
    request: str
    """The HTTP request."""
    response: str
    """An HTTP response."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What an example gives to a call."""

    arguments: tuple[str, ...]
    parameters: tuple[tuple[Parameter, Sample], ...]
    body: Sample | None
    parts: tuple[tuple[Field, Sample], ...]


def programs_of(operation: Operation, call: CallReference, reference: PythonReference) -> Programs:
    """Return the examples of one operation, Python still to be formatted."""
    imports = Imports()
    given = _given(operation, call, Sampler(reference, imports))
    return Programs(
        _program(operation, call, reference, imports, given, is_async=False),
        _program(operation, call, reference, imports, given, is_async=True),
        "\n".join(_request(operation, reference.api, given)),
        "\n".join(_response(operation, Sampler(reference, Imports()))),
    )


def _given(operation: Operation, call: CallReference, sampler: Sampler) -> _Given:
    arguments: list[str] = []
    named: list[str] = []
    parameters = []
    constants = {one.name for one in call.keyword if one.constant}
    for one in operation.parameters:
        name = call.names[one.place.value, one.wire]
        if not one.required:
            continue
        sample = sampler.parameter(one)
        parameters.append((one, sample))
        if name in constants:
            continue
        if one.place is ParameterPlace.PATH:
            arguments.append(sample.python)
        else:
            named.append(f"{name}={sample.python}")
    body, parts = None, tuple[tuple[Field, Sample], ...]()
    if operation.body is not None and operation.body.kind is BodyKind.MULTIPART:
        parts = _parts(operation.body, sampler)
        named += [f"{call.names['body', one.wire]}={sample.python}" for one, sample in parts]
    elif operation.body is not None:
        body = _body(operation.body, sampler)
        arguments.append(body.python)
        if operation.stream_flag and isinstance(body.wire, dict):
            body = replace(body, wire={**body.wire, operation.stream_flag: True})
    return _Given((*arguments, *named), tuple(parameters), body, parts)


def _parts(body: Body, sampler: Sampler) -> tuple[tuple[Field, Sample], ...]:
    wanted = [part for part in body.parts if part.required] or body.parts[:1]
    return tuple((part, sampler.field(part)) for part in wanted)


def _body(body: Body, sampler: Sampler) -> Sample:
    if body.kind is BodyKind.BINARY:
        return Sample('b"hello"', "hello")
    if body.kind is BodyKind.TEXT:
        return Sample('"hello"', "hello")
    if body.kind in _STREAMS:
        item = sampler.value(body.type, "item")
        return Sample(f"[{item.python}]", [item.wire])
    return sampler.value(body.type, "body")


# -- Python --------------------------------------------------------------------------------------


def _program(
    operation: Operation,
    call: CallReference,
    reference: PythonReference,
    imports: Imports,
    given: _Given,
    *,
    is_async: bool,
) -> str:
    all_imports = imports.copy()
    client = f"{'Async' if is_async else ''}{reference.names.client}"
    all_imports.add(reference.package, client)
    arguments = ", ".join(client_arguments(reference.api, reference.package, all_imports))
    written = f"client.{call.dotted}({', '.join(given.arguments)})"
    lines = [f"{'async ' if is_async else ''}with {client}({arguments}) as client:"]
    lines += [f"    {line}" for line in _use(operation, call, written, is_async=is_async)]
    if is_async:
        all_imports.add_module("asyncio")
        lines = ["async def main() -> None:", *(f"    {line}" for line in lines)]
        lines += ["", "", "asyncio.run(main())"]
    return "\n".join([*all_imports.lines(), "", *lines, ""])


def _use(operation: Operation, call: CallReference, written: str, *, is_async: bool) -> list[str]:
    if operation.pagination is not None:
        return [f"{'async ' if is_async else ''}for item in {written}:", "    print(item)"]
    if operation.response is not None and operation.response.kind in STREAMS:
        opening = f"async with await {written}" if is_async else f"with {written}"
        each = f"    {'async ' if is_async else ''}for item in stream:"
        return [f"{opening} as stream:", each, "        print(item)"]
    read = ".read()" if operation.media_download else ""
    waiting = f"{'await ' if is_async else ''}{written}{read}"
    if operation.long_running is not None:
        wait = "await operation.wait()" if is_async else "operation.wait()"
        return [f"operation = {waiting}", f"print({wait})"]
    return [waiting] if call.returns == "None" else [f"answer = {waiting}", "print(answer)"]


# -- HTTP ----------------------------------------------------------------------------------------


def _request(operation: Operation, api: Api, given: _Given) -> Iterator[str]:
    server = chosen_server(api)
    base = urlsplit(operation.server or (server.default_url if server else STAND_IN_URL))
    path = base.path.rstrip("/") + _path(operation, given)
    credentials = list(_credentials(operation, api))
    query = [pair for one in given.parameters for pair in _pairs(*one, ParameterPlace.QUERY)]
    query += [("alt", "media")] if operation.media_download else []
    query += [(name, value) for place, name, value in credentials if place == "query"]
    encoded = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query)
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


def _path(operation: Operation, given: _Given) -> str:
    samples = {
        one.wire: (one, sample)
        for one, sample in given.parameters
        if one.place is ParameterPlace.PATH
    }

    def filled(variable: re.Match[str]) -> str:
        one, sample = samples[variable[1]]
        text = ",".join(_texts(sample.wire))
        before = {"label": ".", "matrix": f";{one.wire}="}.get(one.style, "")
        return before + quote(text, safe="/:@,+~" if one.allow_reserved else ",~")

    return _VARIABLE.sub(
        lambda found: filled(found) if found[1] in samples else found[0], operation.path
    )


def _pairs(one: Parameter, sample: Sample, place: ParameterPlace) -> Iterator[tuple[str, str]]:
    if one.place is not place:
        return
    wire = sample.wire
    if one.json:
        yield one.wire, json.dumps(wire)
    elif isinstance(wire, dict) and one.style == "deepObject":
        yield from ((f"{one.wire}[{key}]", text(value)) for key, value in wire.items())
    elif isinstance(wire, dict) and one.explode:
        yield from ((key, text(value)) for key, value in wire.items())
    elif isinstance(wire, list) and one.explode and place is ParameterPlace.QUERY:
        yield from ((one.wire, text(value)) for value in wire)
    else:
        yield one.wire, _SEPARATORS.get(one.style, ",").join(_texts(wire))


def _texts(wire: JsonValue) -> list[str]:
    if isinstance(wire, dict):
        return [part for key, value in wire.items() for part in (key, text(value))]
    return [text(value) for value in wire] if isinstance(wire, list) else [text(wire)]


def text(value: JsonValue) -> str:
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
            yield _credential(by_scheme[name])


def _credential(credential: Credential) -> tuple[str, str, str]:
    match credential.kind:
        case CredentialKind.API_KEY:
            return credential.place.value, credential.wire, "my-key"
        case CredentialKind.BASIC:
            return "header", "Authorization", "Basic bWU6c2VjcmV0"
        case CredentialKind.LOGIN:
            prefix = credential.login.prefix if credential.login else ""
            return "header", credential.wire, f"{prefix}my-token"
        case CredentialKind.TOKEN:
            return "header", "Authorization", "Bearer my-token"


def _content(body: Body, given: _Given) -> Iterator[str]:
    if body.kind is BodyKind.MULTIPART:
        yield f"Content-Type: {body.media_type}; boundary={_BOUNDARY}"
        for one, sample in given.parts:
            of_file = '; filename="upload"' if is_file_part(one.type) else ""
            for value in _texts(sample.wire):
                yield from ("", f"--{_BOUNDARY}")
                yield f'Content-Disposition: form-data; name="{one.wire}"{of_file}'
                yield from ("", value)
        yield f"--{_BOUNDARY}--"
    elif given.body is not None:
        yield f"Content-Type: {concrete(body)}"
        yield ""
        if body.kind is BodyKind.FORM and isinstance(given.body.wire, dict):
            yield "&".join(
                f"{quote(name, safe='')}={quote(text(value), safe='')}"
                for name, value in given.body.wire.items()
            )
        elif body.kind is BodyKind.JSON:
            yield json.dumps(given.body.wire, indent=2, ensure_ascii=False)
        elif isinstance(given.body.wire, list):
            yield from (json.dumps(item, ensure_ascii=False) for item in given.body.wire)
        else:
            yield text(given.body.wire)


def _at_its_end(operation: Operation, wire: JsonValue) -> JsonValue:
    """Show work that goes on when it went well: over, and without an error."""
    work = operation.long_running
    if work is None or not isinstance(wire, dict):
        return wire
    shown = dict(wire)
    for ref in work.progress.error[:1]:
        shown.pop(ref.wire, None)
    for ref in work.progress.status[:1]:
        shown[ref.wire] = work.progress.finished[0]
    return shown


def _response(operation: Operation, sampler: Sampler) -> Iterator[str]:
    response = operation.response
    status = response.status if response is not None and response.status.isdigit() else "200"
    yield f"HTTP/1.1 {status}"
    if response is None or response.kind is ResponseKind.NONE:
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
    if "*" not in response.media_type:
        return response.media_type
    plain = {ResponseKind.TEXT: "text/plain", ResponseKind.BINARY: "application/octet-stream"}
    return plain.get(response.kind, "application/json")
