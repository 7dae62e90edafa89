"""Methods: what the Python target makes of operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specmill.model.api import Api, operations_of
from specmill.model.constraints import NO_BOUNDS
from specmill.model.models import UNSET
from specmill.model.operations import Body, Operation, Response, ResponseHeader, ResponseKind
from specmill.model.types import TypeRef
from specmill.surface.reading.arguments import read_arguments, without_module
from specmill.surface.reading.names import NamedTypes
from specmill.surface.reading.places import Places
from specmill.surface.value import Argument, Content, Method
from specmill.targets.constraint_words import sentences
from specmill.targets.python.arguments import Signature, accepted, offered, signature_of
from specmill.targets.python.call_kinds import kind_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import PythonNames, former_arguments
from specmill.targets.python.views import RequestWriter
from specmill.values import dataclass, replace

_COMPARED_OTHERWISE = frozenset(
    (
        *("path_params", "query", "headers", "cookies", "styles", "formats", "reserved"),
        *("upload", "body", "body_type", "media_type", "multipart", "media", "encodings"),
        *("returns", "answers", "by_event", "accept", "errors", "result", "metadata"),
        *("security", "scopes", "server", "secrets", "may_be_empty", "objects", "name"),
    )
)
"""Keywords of a request's code whose values are arguments, types or facts of a method, or follow
from other methods."""
_KEYWORD = re.compile(r"([a-z_]+)=(.*)", re.DOTALL)
_OPEN_TO_ALL: tuple[tuple[str, ...], ...] = ((),)


@dataclass(frozen=True, slots=True)
class MethodReader:
    """Reads the methods of one API."""

    api: Api
    names: PythonNames
    types: NamedTypes
    places: Places

    def methods(self) -> Iterator[Method]:
        """Yield the methods of the clients, in the order of the package."""
        return map(self._method, operations_of(self.api))

    def _method(self, operation: Operation) -> Method:
        spelling = ModuleTypes(self.names, Imports(), "runtime", "..")
        signature = signature_of(operation, spelling)
        kind = kind_of(operation, spelling.returned)
        pages, work, response = operation.pagination, operation.long_running, operation.response
        answers = operation.answers or ((response,) if response is not None else ())
        item = pages.item_type if pages else work.result if work else None
        return Method(
            name=self.names.dotted(operation),
            id=operation.id,
            verb=operation.method,
            path=operation.path,
            former=tuple(self.names.former.get(operation.pointer, ())),
            form=_form(operation),
            arguments=_with_former(
                read_arguments(operation, signature, self.types, self.places),
                former_arguments(operation),
            ),
            content=_content(operation.body),
            returns=self.types.perhaps(operation.returns),
            returned=without_module(kind.typed(kind.returns)) or "None",
            call=kind.returns,
            item=self.types.perhaps(item),
            metadata=self.types.perhaps(work.metadata if work else None),
            events={
                name: self.types.of(type_) for name, type_ in (response.events if response else ())
            },
            statuses=tuple(one.status for one in (*answers, *operation.outcomes)),
            accept=_accept(answers, response),
            offered=() if response is None or accepted(response) else response.others,
            errors=self._errors(operation),
            headers={
                one.wire: _header(one, spelling.shown(one.type))
                for one in operation.response_headers
            },
            default=response.default if response is not None else UNSET,
            bounds=response.bounds if response is not None else NO_BOUNDS,
            links=tuple(f"{one.name}: {self.names.leads_to(one)}" for one in operation.links),
            code=self._code(operation, signature, spelling),
            security=self._security(operation),
            scopes=tuple(sorted(operation.granted or operation.scopes)),
            server=operation.server,
            docs=operation.docs,
            sunset=self.places.sunset(operation.pointer) if operation.docs.deprecated else "",
            pointer=operation.pointer,
        )

    def _errors(self, operation: Operation) -> dict[str, TypeRef]:
        return {
            one.status: self.types.of(one.type)
            for one in (*self.api.common_errors, *operation.errors)
            if one.type is not None and one.kind is ResponseKind.JSON
        }

    def _security(self, operation: Operation) -> tuple[tuple[str, ...], ...]:
        own = self.api.security if operation.security is None else operation.security
        return own or _OPEN_TO_ALL

    def _code(
        self, operation: Operation, signature: Signature, spelling: ModuleTypes
    ) -> dict[str, str]:
        """Return what the request is told that is neither an argument nor a type."""
        found = {}
        for written in RequestWriter(operation, signature, spelling).arguments():
            match = _KEYWORD.fullmatch(written)
            if match and match[1] not in _COMPARED_OTHERWISE:
                found[match[1]] = without_module(match[2])
        constants = dict(self.api.common_headers) | dict(operation.headers)
        if constants:
            found["headers"] = ", ".join(f"{name}: {value}" for name, value in constants.items())
        if operation.stream_flag:
            found["flag"] = operation.stream_flag
        return found


def _with_former(
    arguments: tuple[Argument, ...], former: Mapping[str, str]
) -> tuple[Argument, ...]:
    """Return arguments with the names that they had: these to those that they have."""
    if not former:
        return arguments
    return tuple(
        replace(one, former=tuple(old for old, new in former.items() if new == one.name))
        for one in arguments
    )


def _form(operation: Operation) -> str:
    """Tell the forms of an operation apart."""
    if operation.waiting is not None:
        return f"until {operation.waiting.final} {operation.waiting.failed}"
    return "media" if operation.media_download else operation.form_media_type


def _content(body: Body | None) -> Content | None:
    if body is None:
        return None
    return Content(body.kind.value, tuple(one.media_type for one in offered(body)))


def _header(header: ResponseHeader, spelled: str) -> str:
    """Say what the value of a header is."""
    spelled += " | None" * (not header.required)
    return ". ".join((spelled, *sentences(header.bounds)))


def _accept(answers: tuple[Response, ...], first: Response | None) -> tuple[str, ...]:
    known = [one.media_type for one in answers if one.media_type]
    return tuple(dict.fromkeys((*known, *accepted(first))))
