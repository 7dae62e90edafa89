"""The flat view of an operation: a request function, and the methods that send what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specmill.model.api import Operation, Response, ResponseKind
from specmill.targets.python.call_kinds import CallKind, kind_of
from specmill.targets.python.link_text import link_sentences
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.request_view import RequestWriter
from specmill.targets.python.signature import Argument, Signature, signature_of
from specmill.targets.python.spelling import (
    DEPRECATED,
    WIDTH,
    docstring,
    first_paragraph,
    one_line,
    paragraphs,
)
from specmill.text import wrap

_METHOD_INDENT = 8


@dataclass(frozen=True, slots=True)
class OperationView:
    """A request function and the methods that send it."""

    function: str
    method: str
    parameters: str
    """Parameters of the request function."""
    signature: str
    """Parameters of the method, after ``self``."""
    async_signature: str
    call: str
    """Arguments of the call to the request function."""
    request: str
    """Annotation of the request."""
    request_class: str
    arguments: tuple[str, ...]
    """Arguments of the request."""
    returns: str
    async_returns: str
    send: str
    """Method of the client that sends the request."""
    awaited: bool
    """Whether the async method is a coroutine."""
    doc: str
    summary: str
    """Docstring of the async method."""


def operation_view(operation: Operation, types: ModuleTypes) -> OperationView:
    """Return the view of one operation; what it needs is imported into the module of ``types``."""
    method = types.names.methods[operation.pointer]
    signature = signature_of(operation, types)
    kind = kind_of(operation, _returns(operation.response, types), types.returned)
    request_class = types.of_runtime("requests", kind.request)
    text = _text(operation, method)
    if operation.links:
        links = "\n".join(f"- {one}" for one in link_sentences(operation.links, types.names))
        text = "\n\n".join([text, "\n".join(wrap(links, WIDTH - _METHOD_INDENT))])
    return OperationView(
        function=f"_{method.rstrip('_')}",
        method=method,
        parameters=", ".join(_request_parameters(signature)),
        signature=", ".join(_method_parameters(signature, types)),
        async_signature=", ".join(_method_parameters(signature, types, is_async=True)),
        call=", ".join(argument.name for argument in signature.all),
        request=kind.typed(request_class),
        request_class=request_class,
        arguments=RequestWriter(operation, signature, types).arguments(),
        returns=_returned(kind, kind.returns, types),
        async_returns=_returned(kind, kind.async_returns, types),
        send=kind.send,
        awaited=kind.awaited,
        doc=docstring("\n".join([text, *_args_section(signature)])),
        summary=docstring(first_paragraph(text, indent=8)),
    )


def _returns(response: Response | None, types: ModuleTypes) -> str:
    if response is None or response.kind is ResponseKind.NONE or response.type is None:
        return "None"
    plain = {ResponseKind.TEXT: "str", ResponseKind.BINARY: "bytes"}
    return plain.get(response.kind) or types.returned(response.type)


def _returned(kind: CallKind, cls: str, types: ModuleTypes) -> str:
    return kind.typed(types.of_runtime(kind.module, cls) if cls else "")


def _annotated(argument: Argument, types: ModuleTypes, *, is_async: bool) -> str:
    omit = "" if argument.required else f" | {types.omit()}"
    annotation = (is_async and argument.async_annotation) or argument.annotation
    return f"{argument.name}: {annotation}{omit}"


def _method_parameters(
    signature: Signature, types: ModuleTypes, *, is_async: bool = False
) -> Iterator[str]:
    for argument in signature.positional:
        default = "" if argument.required else " = omit"
        yield _annotated(argument, types, is_async=is_async) + default
    yield "*"
    for argument in signature.keyword:
        default = argument.constant if argument.required else "omit"
        default = f" = {default}" if default else ""
        yield _annotated(argument, types, is_async=is_async) + default
    options = types.imports.add(f"{types.package}_options", "RequestOptions")
    yield f"options: {options} | None = None"


def _request_parameters(signature: Signature) -> Iterator[str]:
    """Spell the parameters of the request function, which has no defaults."""
    for argument in signature.all:
        annotation = argument.async_annotation or argument.annotation
        yield f"{argument.name}: {annotation}{'' if argument.required else ' | Omit'}"


def _text(operation: Operation, method: str) -> str:
    said = paragraphs(operation.docs, method, indent=_METHOD_INDENT)
    if operation.media_download:
        return f"Download the media of `{method.removesuffix('_media')}`.\n\n{said}".rstrip()
    if said and said != DEPRECATED:
        return said
    request = f"`{one_line(f'{operation.method} {operation.path}')}`"
    return f"{request}\n\n{said}" if said else request


def _args_section(signature: Signature) -> Iterator[str]:
    """Yield the lines of a docstring's ``Args``, if any argument has something to say."""
    heading = ["", "Args:"]
    for argument in signature.documented():
        yield from heading
        heading = []
        first, *rest = wrap(f"{argument.name}: {argument.text}", WIDTH - _METHOD_INDENT - 8)
        yield f"    {first}"
        yield from (f"        {line}" for line in rest)
