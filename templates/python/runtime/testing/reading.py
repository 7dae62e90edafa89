"""Requests of an operation, read back into the arguments of its method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from fnmatch import fnmatchcase
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints
from urllib.parse import parse_qsl

import httpx2

from ..client.resources import Resource
from ..data.decoding import MisfitError, NotJsonError, decode
from ..data.omission import omit
from ..requests.request import Request
from .errors import FakeError, RefusedError
from .parameters import Parameter, Received, read_parameter, style_of, typed, without_omit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CallT = TypeVar("CallT")

_PLACES: Mapping[str, str] = {
    "path": "path_params",
    "query": "query",
    "header": "headers",
    "cookie": "cookies",
}
_FORM = "application/x-www-form-urlencoded"
_MEDIA = "alt=media"


class _Argument:
    """Stands for the value of an argument, to see where in a request it goes."""

    def __init__(self, name: str) -> None:
        self.name = name


class _Sender:
    """Stands in for a client: it hands a request back instead of sending it."""

    def send(self, request: Any, options: Any) -> Any:
        del options
        return request

    send_paged = send_download = send_operation = send_stream = send_waiting = send


class Reader(Generic[CallT]):
    """Reads the requests of one operation."""

    def __init__(
        self,
        method: Any,
        call: type[CallT],
        *,
        takes: tuple[str, ...] = (),
        unread: tuple[str, ...] = (),
    ) -> None:
        """Keep what is looked at when the first request comes.

        Args:
            method: The method of the sync client's resource.
            call: Its arguments, a dataclass.
            takes: Media types of the body, where there are several.
            unread: Media types of bodies and answers that a fake does not know.
        """
        self._method = method
        self._call = call
        self._takes = takes
        self._unread = unread

    @cached_property
    def request(self) -> Request[Any]:
        """What the method sends, with stand-ins for its arguments."""
        stand_ins: dict[str, Any] = {one: _Argument(one) for one in self._required}
        if self._types.get("body") is bytes:
            stand_ins["body"] = b""  # a file, whose name may tell the media type
        sender: Any = _Sender()
        request: Request[Any] = self._method(Resource(sender), **stand_ins)
        return request

    @cached_property
    def _required(self) -> Mapping[str, bool]:
        """The arguments, and whether a request needs them."""
        call: type[DataclassInstance] = self._call  # type: ignore[assignment]
        return {one.name: one.default is MISSING for one in fields(call)}

    @cached_property
    def _types(self) -> Mapping[str, Any]:
        """The arguments' types; of the constructor, since fields may hide what a type is called."""
        hints = get_type_hints(self._call.__init__, include_extras=True)
        return {name: without_omit(hints[name]) for name in self._required}

    @cached_property
    def _parameters(self) -> list[Parameter]:
        return list(self._found_parameters())

    def _found_parameters(self) -> Iterator[Parameter]:
        for place, attribute in _PLACES.items():
            values: Mapping[str, Any] = getattr(self.request, attribute)
            for wire, value in values.items():
                if isinstance(value, _Argument):
                    style = style_of(self.request, place, wire)
                    yield Parameter(place, wire, value.name, style, self._types[value.name])

    def read(self, received: httpx2.Request, path: Mapping[str, str]) -> CallT:
        """Return the arguments that a request was made with.

        Args:
            received: The request, its body read.
            path: The encoded texts of its path parameters.

        Raises:
            RefusedError: The API does not allow the request.
            FakeError: A fake cannot read it.
        """
        self._check_answer(received)
        parts = Received.of(received, path)
        given: dict[str, Any] = {}
        for one in self._parameters:
            value = read_parameter(one, parts, self.request.query)
            if value is not None:
                given[one.argument] = value
            elif self._required[one.argument]:
                if NoneType not in get_args(one.target):
                    raise RefusedError(400, f"{one.title} is missing")
                given[one.argument] = None
        if "body" in self._required:
            body = self._body(received)
            given |= {} if body is omit else {"body": body}
        return self._call(**given)

    def _check_answer(self, received: httpx2.Request) -> None:
        """Refuse to answer in a form that a fake does not know.

        Raises:
            FakeError: The request asks for one.
        """
        accept = received.headers.get("accept", "")
        asked = accept.partition(",")[0].partition(";")[0]
        if asked in self._unread and accept != self.request.accept:
            raise FakeError(f"{self.request.operation_id}: a fake does not answer {asked}")
        if _MEDIA in self._unread and received.url.params.get("alt") == "media":
            raise FakeError(f"{self.request.operation_id}: a fake has no media to download")

    def _body(self, received: httpx2.Request) -> Any:
        content = received.content
        kind = received.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not content and not kind:
            if self._required["body"]:
                raise RefusedError(400, "the body is missing")
            return omit
        if _is_one_of(kind, self._unread):
            raise FakeError(f"{self.request.operation_id}: a fake does not read bodies of {kind}")
        takes = self._takes or (self.request.media_type,)
        if not _is_one_of(kind, takes):
            came = kind or "a body without a Content-Type"
            raise RefusedError(415, f"the body is to be {' or '.join(takes)}, not {came}")
        try:
            return self._typed_body(content, kind)
        except NotJsonError as error:
            raise RefusedError(400, f"the body is not JSON: {error}") from None
        except MisfitError as error:
            raise RefusedError(400, f"the body does not fit: {error}") from None

    def _typed_body(self, content: bytes, kind: str) -> Any:
        target = self._types["body"]
        if kind == _FORM:
            return typed(_form(content), target)
        if "json" in kind and target not in (bytes, str):
            return decode(content, target)
        return content if target is bytes else content.decode("utf-8", "replace")


def _form(content: bytes) -> Mapping[str, Any]:
    """Return the fields of a form; those that are repeated are lists."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _is_one_of(kind: str, media_types: tuple[str, ...]) -> bool:
    known = (one.partition(";")[0].strip().lower() for one in media_types)
    return any(fnmatchcase(kind, one) for one in known)
