"""Flat view of an operation: a request function, and the methods that send what it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmill.model.long_running import Waiting
from specmill.model.operations import Operation, Response
from specmill.targets.python.arguments import (
    Argument,
    Signature,
    accepted,
    is_framed,
    signature_of,
)
from specmill.targets.python.call_kinds import CallKind, kind_of
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import former_arguments
from specmill.targets.python.spelling import (
    DEPRECATED,
    WIDTH,
    docstring,
    first_paragraph,
    literal,
    one_line,
    paragraphs,
    parameter,
    sentence,
    title_of,
)
from specmill.targets.python.views.link_text import link_sentences
from specmill.targets.python.views.request import RequestWriter
from specmill.text import wrap
from specmill.values import dataclass

_FUNCTION_INDENT = 4
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
    former: tuple[str, ...] = ()
    """Names that the method had, and that still work."""
    renamed: str = ""
    """The decorator that takes the names that arguments had; empty without any."""


def operation_view(operation: Operation, types: ModuleTypes) -> OperationView:
    """Return the view of one operation; what it needs is imported into the module of ``types``."""
    method = types.names.methods[operation.pointer]
    signature = signature_of(operation, types)
    kind = kind_of(operation, types.returned)
    request_class = types.of_runtime(kind.requests, kind.request)
    text = _text(operation, method, types)
    if operation.links:
        links = "\n".join(f"- {one}" for one in link_sentences(operation.links, types.names))
        text = "\n\n".join([text, "\n".join(wrap(links, WIDTH - _METHOD_INDENT))])
    doc = docstring("\n".join([text, *_sections(operation, signature, types)]))
    title = first_paragraph(_title(operation, method) or text, indent=8)
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
        doc=doc,
        summary=doc if types.names.full_async_docs else docstring(title),
        former=_former(operation, types),
        renamed=_renamed(operation, types),
    )


def _former(operation: Operation, types: ModuleTypes) -> tuple[str, ...]:
    former = types.names.former.get(operation.pointer, ())
    if former:
        types.imports.add_module("typing_extensions")
    return former


def _renamed(operation: Operation, types: ModuleTypes) -> str:
    former = former_arguments(operation)
    if not former:
        return ""
    decorator = types.of_runtime("requests.renamed", "renamed_arguments")
    return f"{decorator}({', '.join(f'{old}={literal(new)}' for old, new in former.items())})"


def _returned(kind: CallKind, cls: str, types: ModuleTypes) -> str:
    if kind.types == "ServerSentEvent":
        types.of_runtime("bodies.server_sent_events", kind.types)
    return kind.typed(types.of_runtime(kind.module, cls) if cls else "")


def _annotated(argument: Argument, types: ModuleTypes, default: str, *, is_async: bool) -> str:
    omit = "" if argument.required else f" | {types.omit()}"
    annotation = (is_async and argument.async_annotation) or argument.annotation
    return parameter(argument.name, f"{annotation}{omit}", default, indent=_METHOD_INDENT)


def _method_parameters(
    signature: Signature, types: ModuleTypes, *, is_async: bool = False
) -> Iterator[str]:
    for argument in signature.positional:
        default = "" if argument.required else " = omit"
        yield _annotated(argument, types, default, is_async=is_async)
    yield "*"
    for argument in signature.keyword:
        default = argument.constant if argument.required else "omit"
        default = f" = {default}" if default else ""
        yield _annotated(argument, types, default, is_async=is_async)
    options = types.imports.add(f"{types.package}_options", "RequestOptions")
    yield f"options: {options} | None = None"


def _request_parameters(signature: Signature) -> Iterator[str]:
    """Spell the parameters of the request function, which has no defaults."""
    for argument in signature.all:
        annotation = argument.async_annotation or argument.annotation
        omit = "" if argument.required else " | Omit"
        yield parameter(argument.name, f"{annotation}{omit}", indent=_FUNCTION_INDENT)


def _text(operation: Operation, method: str, types: ModuleTypes) -> str:
    said = paragraphs(operation.docs, method, indent=_METHOD_INDENT, keeps_title=True)
    if operation.form_of:
        form = "\n".join(wrap(_form(operation, types), WIDTH - _METHOD_INDENT - 6))
        return f"{form}\n\n{said}".rstrip()
    if operation.media_download:
        return f"Download the media of `{method.removesuffix('_media')}`.\n\n{said}".rstrip()
    if said and said != DEPRECATED:
        return said
    request = f"`{one_line(f'{operation.method} {operation.path}')}`"
    return f"{request}\n\n{said}" if said else request


def _title(operation: Operation, method: str) -> str:
    """Return the title of an operation that is no other form of another one."""
    is_form = operation.form_of or operation.media_download
    return "" if is_form else title_of(operation.docs, method)


def _form(operation: Operation, types: ModuleTypes) -> str:
    """Say how a method differs from the one that it stands beside."""
    method, media_type = types.names.methods[operation.form_of], one_line(operation.form_media_type)
    if operation.waiting is not None:
        return _what_it_waits_for(operation.waiting, method)
    if _is_followed(operation):
        return f"Fetch the content at the address that `{method}` returns."
    if operation.takes_other_body:
        return f"`{method}` with a body of {media_type}."
    asking = f" Sets `{operation.stream_flag}` of the body." if operation.stream_flag else ""
    return f"`{method}`, answered as {media_type}.{asking}"


def _what_it_waits_for(waiting: Waiting, method: str) -> str:
    """Say until when a method asks, and what it raises."""
    field = one_line(".".join(ref.wire for ref in waiting.field))
    good = [one for one in waiting.final if one not in waiting.failed]
    said = f"Call `{method}` repeatedly until `{field}` is {one_line(_either(good))}."
    if not waiting.failed:
        return said
    raises = f"an OperationError with the answer as its `body` if it is {_either(waiting.failed)}"
    return f"{said} Raises {one_line(raises)}."


def _either(values: Sequence[str]) -> str:
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


def _sections(operation: Operation, signature: Signature, types: ModuleTypes) -> Iterator[str]:
    """Yield the lines of a docstring after its text: other forms, arguments, answers by status."""
    forms = list(_forms(operation, types))
    if forms:
        yield ""
        yield from wrap(" ".join(forms), WIDTH - _METHOD_INDENT)
    yield from _section("Args", [(one.name, one.text) for one in signature.documented()])
    if operation.answers:
        yield from _section("Returns", [_answer(one, types) for one in operation.answers])


def _forms(operation: Operation, types: ModuleTypes) -> Iterator[str]:
    """Yield what else may be sent and asked for, a sentence each."""
    for form in types.names.forms.get(operation.pointer, ()):
        if _is_followed(form):
            method = types.names.methods[form.pointer]
            yield f"Returns the address and does not follow it; `{method}` fetches its content."
            continue
        if form.waiting is not None:
            yield f"`{types.names.methods[form.pointer]}` asks until the answer is final."
            continue
        what = "takes" if form.takes_other_body else "answers"
        yield f"`{types.names.methods[form.pointer]}` {what} {one_line(form.form_media_type)}."
    response = operation.response
    if response is not None and is_framed(response):
        yield "`frames` of the package splits what comes."
    if response is not None and response.others and not accepted(response):
        yield f"The response is also available as {one_line(', '.join(response.others))}."


def _is_followed(operation: Operation) -> bool:
    """Tell whether a method fetches what another one gives the address of."""
    response = operation.response
    return bool(operation.form_of) and response is not None and response.status[0] == "3"


def _answer(response: Response, types: ModuleTypes) -> tuple[str, str]:
    """Return a status, and what it answers."""
    spelled = "None" if response.type is None else types.shown(response.type)
    said = sentence(response.docs, response.status)
    return response.status, f"`{spelled}`. {said}".strip()


def _section(title: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of a section of a docstring, if there is anything to say."""
    if entries:
        yield from ("", f"{title}:")
    for name, text in entries:
        first, *rest = wrap(f"{name}: {text}", WIDTH - _METHOD_INDENT - 8)
        yield f"    {first}"
        yield from (f"        {line}" for line in rest)
