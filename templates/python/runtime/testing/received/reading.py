"""Requests of an operation, read back into the arguments of its method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

import httpx2

from ...client.resources import Resource
from ...data.decoding import NotJsonError, read_json
from ...data.json_shapes import is_object
from ...data.omission import omit
from ...records import dataclass
from ...requests.request import Request
from ..errors import RefusedError
from ..spec.checking import Check, Checker
from ..spec.document import Located, Spec, SpecOperation
from .bodies import BodyReader
from .parameters import (
    START_OF_PAGE,
    Parameter,
    Received,
    form_of,
    joined_by,
    raw_parameter,
    style_of,
    typed_parameter,
    without_omit,
)
from .texts import TextReader

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CallT = TypeVar("CallT")

_PLACES: Mapping[str, str] = {
    "path": "path_params",
    "query": "query",
    "header": "headers",
    "cookie": "cookies",
}
_CHECKED = ("query", "header", "cookie")


@dataclass(frozen=True)
class _Declared:
    """A parameter, and what the spec says of it."""

    one: Parameter
    place: str
    """Where it says so."""
    required: bool
    check: Check | None
    texts: TextReader | None
    """What reads its texts as JSON; None where they are JSON."""

    def checked(self, raw: Any) -> None:
        """Check what came by the schema.

        Raises:
            RefusedError: It does not fit.
        """
        if self.check is None:
            return
        problem = self.check(_json(raw) if self.texts is None else self.texts.read(raw))
        if problem is not None:
            raise RefusedError(400, f"{self.one.title}: {problem}", problem.pointer)


class _Argument:
    """Stands for the value of an argument, to see where in a request it goes."""

    def __init__(self, name: str) -> None:
        self.name = name

    def keys(self) -> Iterator[str]:
        """Have no keys: methods may add to a body what tells them from others."""
        return iter(())

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)


class _Sender:
    """Stands in for a client: it hands a request back instead of sending it."""

    def send(self, request: Any, options: Any) -> Any:
        del options
        return request

    send_paged = send_download = send_operation = send_stream = send_waiting = send


class Reader(Generic[CallT]):
    """Reads the requests of one operation."""

    def __init__(
        self, method: Any, call: type[CallT], takes: tuple[str, ...], spec: Spec, *, strict: bool
    ) -> None:
        """Keep what is looked at when the first request comes.

        Args:
            method: The method of the sync client's resource.
            call: Its arguments, a dataclass.
            takes: Media types of the body, where there are several.
            spec: The spec of the API.
            strict: Whether what the spec does not name is refused.
        """
        self._method = method
        self._call = call
        self._takes = takes
        self._spec = spec
        self._strict = strict

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
    def operation(self) -> SpecOperation:
        """What the spec says of it."""
        return self._spec.operation(self.request.operation_id, self.request.route)

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
                    joined = joined_by(self.request, place, wire)
                    type_ = self._types[value.name]
                    form = form_of(self.request, wire)
                    yield Parameter(place, wire, value.name, style, type_, joined, form)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        """The parts of the body, by wire name, and their arguments."""
        multipart = self.request.multipart
        if multipart is None:
            return {}
        groups = (multipart.fields, multipart.files, multipart.untyped)
        return {
            wire: value.name
            for group in groups
            for wire, value in group.items()
            if isinstance(value, _Argument)
        }

    @cached_property
    def checker(self) -> Checker:
        """What checks values that are sent."""
        return Checker(self._spec, sent=True, strict=self._strict)

    @cached_property
    def bodies(self) -> BodyReader | None:
        """What reads bodies; None where the operation has none."""
        if not self._parts and "body" not in self._required:
            return None
        takes = self._takes or (self.request.media_type,)
        return BodyReader(
            self.request, self._types, self._required, takes, self.operation, self.checker
        )

    def read(self, received: httpx2.Request, path: Mapping[str, str]) -> CallT:
        """Return the arguments that a request was made with.

        Args:
            received: The request, its body read.
            path: The encoded texts of its path parameters.

        Raises:
            RefusedError: The API does not allow the request.
        """
        given = self.arguments(received, path)
        if self.bodies is not None:
            given |= self.bodies.read(received, self._parts)
        elif self._strict and received.content and "media" not in self._required:
            raise RefusedError(400, "the operation takes no body", self.operation.place.pointer)
        return self.call(given)

    def call(self, given: Mapping[str, Any]) -> CallT:
        """Make the arguments of a call."""
        return self._call(**given)

    def arguments(self, received: httpx2.Request, path: Mapping[str, str]) -> dict[str, Any]:
        """Return the arguments that are parameters; as :meth:`read`."""
        parts = Received.of(received, path)
        self._check_names(parts)
        given: dict[str, Any] = {}
        for declared in self._declared:
            one = declared.one
            value = self._value(declared, one, parts)
            if value is not omit:
                given[one.argument] = value
            elif declared.required:
                if NoneType not in get_args(one.target):
                    raise RefusedError(400, f"{one.title} is missing", declared.place)
                given[one.argument] = None
        return given

    def _value(self, declared: _Declared, one: Parameter, parts: Received) -> Any:
        """Return the value of a parameter; what is no list may be the only item that there is."""
        raw = raw_parameter(one, parts, self.request.query)
        if raw is None:
            return omit
        try:
            declared.checked(raw)
            return typed_parameter(one, raw, declared.place)
        except RefusedError:
            if one.single is None:
                raise
            return self._value(declared, one.single, parts)

    @cached_property
    def _declared(self) -> list[_Declared]:
        return [self._declaration(one) for one in self._parameters]

    def _declaration(self, one: Parameter) -> _Declared:
        place, schema = self.place_of(one), self.schema_of(one)
        required = self._required[one.argument] or _is_required(place)
        if not schema:
            return _Declared(one, place.pointer, required, None, None)
        is_json = one.is_json or one.style == "querystring-json"
        texts = None if is_json else TextReader(schema.node, self._spec)
        return _Declared(one, place.pointer, required, self.checker.check_of(schema), texts)

    def placed(self, place: str) -> list[Parameter]:
        """Return the parameters of a place that are arguments."""
        return [one for one in self._parameters if one.place == place]

    def place_of(self, one: Parameter) -> Located:
        """Return where the spec declares a parameter, or else the operation."""
        key = one.place, one.wire.lower() if one.place == "header" else one.wire
        return self.operation.parameters.get(key, Located(None, self.operation.place.pointer))

    def schema_of(self, one: Parameter) -> Located:
        """Return the schema of a parameter, which may be below its media type."""
        declared = self.place_of(one)
        schema = declared.child("schema")
        if not schema:
            schema = next((inner for _, inner in declared.children("content")), schema)
            schema = schema.child("schema")
        return schema

    def _check_names(self, parts: Received) -> None:
        """Look for parameters that are missing though no argument is theirs, and for unknown ones.

        Raises:
            RefusedError: There are some.
        """
        if self._needed:
            names = _names(parts)
            for (place, wire), one in self._needed.items():
                if wire not in names[place]:
                    why = f"the {place} parameter {wire!r} is missing"
                    raise RefusedError(400, why, one.pointer)
        if self._strict and not self._takes_any:
            self._check_query({name for name, _ in parts.query})

    @cached_property
    def _needed(self) -> Mapping[tuple[str, str], Located]:
        """Parameters that must be there though no argument is theirs."""
        arguments = {(one.place, one.wire.lower()) for one in self._parameters}
        return {
            (place, wire): one
            for (place, wire), one in self.operation.parameters.items()
            if one.node.get("required") is True
            and place in _CHECKED
            and (place, wire.lower()) not in arguments
        }

    @cached_property
    def _takes_any(self) -> bool:
        """Whether parameters of the query may have names that the spec does not list."""
        of_query = [one for one in self._parameters if one.place == "query"]
        spread = any(one.style == "repeat" and one.shape == "object" for one in of_query)
        return spread or any(one.style.startswith("querystring") for one in of_query)

    def _check_query(self, names: set[str]) -> None:
        schemes = self._spec.schemes.values()
        keys = {str(one.get("name")) for one in schemes if one.get("in") == "query"}
        known = {wire for place, wire in self.operation.parameters if place == "query"}
        known |= keys | {START_OF_PAGE}
        known |= set(self.request.query)
        for name in sorted(one for one in names if not {one, one.partition("[")[0]} & known):
            why = f"the spec has no query parameter {name!r}"
            raise RefusedError(400, why, self.operation.place.pointer)


def _is_required(declared: Located) -> bool:
    return is_object(declared.node) and declared.node.get("required") is True


def _names(parts: Received) -> Mapping[str, set[str]]:
    """Return the wire names of the parameters that are there."""
    return {
        "query": {name for name, _ in parts.query},
        "header": {name.lower() for name in parts.headers},
        "cookie": {name for name, _ in parts.cookies},
    }


def _json(raw: Any) -> Any:
    """Read a parameter that is JSON; a text that is none stands for itself."""
    try:
        return read_json(raw.encode()) if isinstance(raw, str) else raw
    except NotJsonError:
        return raw
