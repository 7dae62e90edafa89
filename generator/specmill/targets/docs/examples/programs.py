"""Example programs that call a method, and the HTTP request that they send."""

from __future__ import annotations

from specmill.model.models import Field
from specmill.model.operations import STREAMS, Body, BodyKind, Operation
from specmill.model.parameters import ParameterPlace
from specmill.model.types import Scalar, ScalarKind
from specmill.targets.docs.examples.curl import curl_of
from specmill.targets.docs.examples.fakes import set_up
from specmill.targets.docs.examples.http_messages import (
    Given,
    request_of,
    response_of,
    server_of,
)
from specmill.targets.docs.examples.samples import Sample, Sampler
from specmill.targets.python.reference import (
    CallReference,
    Imports,
    PythonReference,
    client_arguments,
)
from specmill.values import dataclass, replace

_STREAMS = (BodyKind.JSON_LINES, BodyKind.JSON_SEQUENCE)


@dataclass(frozen=True, slots=True)
class Programs:
    """One call in four forms, and the answer."""

    sync: str
    asynchronous: str
    curl: str
    request: str
    """The HTTP request."""
    response: str
    """An HTTP response."""
    fake: str = ""
    """A test with the fake of the service; empty without one."""


def programs_of(
    operation: Operation, call: CallReference, reference: PythonReference, *, kit: bool
) -> Programs:
    """Return the examples of one operation, Python still to be formatted.

    Args:
        operation: The operation.
        call: How it is called.
        reference: Names of the package.
        kit: Whether the package has a test kit.
    """
    imports = Imports()
    given = _given(operation, call, Sampler(reference, imports, without=_of_pages(operation)))
    request = tuple(request_of(operation, reference.api, given))
    return Programs(
        _program(operation, call, reference, imports, given, is_async=False),
        _program(operation, call, reference, imports, given, is_async=True),
        curl_of(request, server_of(operation, reference.api).scheme, given.parts),
        "\n".join(request),
        "\n".join(response_of(operation, Sampler(reference, Imports()))),
        _faked(operation, call, reference, imports, given) if kit else "",
    )


def _of_pages(operation: Operation) -> str:
    """Return the field of a body that asks for a page; empty where there is none."""
    pages = operation.pagination
    of_body = pages is not None and pages.place is None and len(pages.request_token) == 1
    return pages.request_token[0] if pages is not None and of_body else ""


def _given(operation: Operation, call: CallReference, sampler: Sampler) -> Given:
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
        parts = _free_parts(operation.body)
        if parts:
            given = ", ".join(f'"{one.wire}": {sample.python}' for one, sample in parts)
            body = Sample(f"{{{given}}}", None)
        arguments.append(body.python)
        if operation.stream_flag and isinstance(body.wire, dict):
            body = replace(body, wire={**body.wire, operation.stream_flag: True})
    return Given((*arguments, *named), tuple(parameters), body, parts)


def _parts(body: Body, sampler: Sampler) -> tuple[tuple[Field, Sample], ...]:
    wanted = [part for part in body.parts if part.required] or body.parts[:1]
    return tuple((part, sampler.field(part)) for part in wanted)


def _free_parts(body: Body) -> tuple[tuple[Field, Sample], ...]:
    """Return parts of a form that names none: a file and a text."""
    if body.media_type.partition(";")[0] != "multipart/form-data":
        return ()
    file = Field("file", "file", Scalar(ScalarKind.BINARY), required=True)
    text = Field("note", "note", Scalar(ScalarKind.STRING), required=True)
    return (file, Sample('b"hello"', "hello")), (text, Sample('"hello"', "hello"))


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
    given: Given,
    *,
    is_async: bool,
) -> str:
    all_imports = imports.copy()
    client = f"{'Async' if is_async else ''}{reference.names.client}"
    all_imports.add(reference.package, client)
    arguments = ", ".join(client_arguments(reference.api))
    written = f"client.{call.dotted}({', '.join(given.arguments)})"
    lines = [f"{'async ' if is_async else ''}with {client}({arguments}) as client:"]
    lines += [f"    {line}" for line in _use(operation, call, written, is_async=is_async)]
    if is_async:
        all_imports.add_module("asyncio")
        lines = ["async def main() -> None:", *(f"    {line}" for line in lines)]
        lines += ["", "", "asyncio.run(main())"]
    return "\n".join([*all_imports.lines(), "", *lines, ""])


def _faked(
    operation: Operation,
    call: CallReference,
    reference: PythonReference,
    imports: Imports,
    given: Given,
) -> str:
    """Return a test that calls the fake; empty for a method without a stub of its own."""
    stub = reference.faked(operation)
    if not stub:
        return ""
    all_imports = imports.copy()
    cls = f"Fake{reference.names.client}"
    all_imports.add(f"{reference.package}.testing", cls)
    answer = set_up(operation, Sampler(reference, all_imports, answered=True))
    written = f"fake.client.{call.dotted}({', '.join(given.arguments)})"
    called = f"fake.{stub}.calls" if operation.pagination else f"len(fake.{stub}.calls) == 1"
    lines = [
        f"with {cls}() as fake:",
        f"    fake.{stub}.{answer}",
        *(f"    {line}" for line in _use(operation, call, written, is_async=False)),
        f"    assert {called}",
    ]
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
