"""Arguments of methods: how the package spells them, with what the spec declares of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from specmill.model.constraints import Bounds
from specmill.model.models import Field
from specmill.model.operations import Body, BodyKind, Encoding, Operation
from specmill.model.parameters import Parameter
from specmill.model.types import Anything, LiteralOf, MapOf, Scalar, ScalarKind, TypeRef, UnionOf
from specmill.surface.reading.names import NamedTypes
from specmill.surface.reading.places import Places
from specmill.surface.value import Argument
from specmill.targets.python.arguments import (
    ACCEPT,
    CONTENT_TYPE,
    Signature,
    accepted,
    is_file,
    is_file_part,
    is_range,
    offered,
    style_of,
    style_of_field,
)
from specmill.targets.python.arguments import Argument as Written
from specmill.targets.python.names import part_place
from specmill.values import dataclass, replace

_MODULE = re.compile(r"\bmodels_*\.")
_TEXT = Scalar(ScalarKind.STRING)
_BYTES = Scalar(ScalarKind.BINARY)
_FORMS = {BodyKind.TEXT: _TEXT, BodyKind.BINARY: _BYTES}
_MAPPING = "Mapping[str, Any]"
"""What stands for an object beside its class."""


def without_module(spelled: str) -> str:
    """Return a type as a program spells it that imports the model itself."""
    return _MODULE.sub("", spelled)


@dataclass(frozen=True, slots=True)
class _Declared:
    """What the spec says of an argument."""

    place: str
    wire: str
    type: TypeRef | None
    one: Parameter | Field | Body
    pointer: str
    encoding: str = ""
    """How a field of a form travels, or all fields of one that is given as a whole."""

    @property
    def bounds(self) -> Bounds:
        return self.one.bounds

    @property
    def style(self) -> str:
        if not isinstance(self.one, Parameter):
            return self.encoding
        own = (style_of(self.one), "reserved" * self.one.allow_reserved, *self.one.item_styles)
        return " ".join(filter(None, own))


def read_arguments(
    operation: Operation, signature: Signature, types: NamedTypes, places: Places
) -> tuple[Argument, ...]:
    """Return the arguments of a method, in order.

    Args:
        operation: The operation.
        signature: What the target made of it.
        types: Puts names into types.
        places: Finds the declarations.
    """
    declared = _declared(operation, signature, types, places)
    choices = _choices(operation)
    positional = {one.name for one in signature.positional}

    def read(one: Written) -> Argument:
        if one.name not in declared:
            return _undeclared(operation, one, choices.get(one.name))
        return _argument(one, declared[one.name], places, positional=one.name in positional)

    return tuple(map(read, signature.all))


def _choices(operation: Operation) -> dict[str, TypeRef]:
    """Return what may be given as the media types of the body and of the answer."""
    body = operation.body
    media_types = {
        CONTENT_TYPE: tuple(one.media_type for one in offered(body)) if body is not None else (),
        ACCEPT: accepted(operation.response),
    }
    return {
        name: _TEXT if any(map(is_range, some)) else LiteralOf(some, open=False)
        for name, some in media_types.items()
        if some
    }


def _undeclared(operation: Operation, written: Written, type_: TypeRef | None) -> Argument:
    """Return an argument that is no parameter of the spec; ``type_`` is that of a choice."""
    annotation = without_module(written.annotation)
    if isinstance(type_, LiteralOf):
        annotation = f"Literal[{', '.join(map(repr, type_.values))}]"
    return Argument(
        written.name,
        annotation,
        written.required,
        type=type_,
        place=written.name,
        pointer=operation.form_of or operation.pointer,
    )


def _argument(
    written: Written, declared: _Declared, places: Places, *, positional: bool
) -> Argument:
    annotation = without_module(written.annotation)
    required = written.required and not written.constant
    one = declared.one
    return Argument(
        name=written.name,
        annotation=annotation,
        required=required,
        positional=positional,
        type=declared.type,
        place=declared.place,
        wire=declared.wire,
        style=declared.style,
        default=one.default,
        bounds=declared.bounds,
        docs=one.docs,
        sunset=places.sunset(declared.pointer) if one.docs.deprecated else "",
        pointer=declared.pointer,
    )


def _declared(
    operation: Operation, signature: Signature, types: NamedTypes, places: Places
) -> Mapping[str, _Declared]:
    base = operation.form_of or operation.pointer
    pointers = places.parameters(base)
    found = {}
    for one in operation.parameters:
        key = one.place.value, one.wire
        place = pointers.get(key, base)
        found[signature.names[key]] = _Declared(*key, types.of(one.type), one, place)
    if operation.body is not None:
        found.update(_of_body(operation.body, signature, types, f"{base}/requestBody"))
    return found


def _of_body(
    body: Body, signature: Signature, types: NamedTypes, pointer: str
) -> Iterator[tuple[str, _Declared]]:
    encodings = {one.wire: one for one in body.all_encodings}
    if body.kind is BodyKind.MULTIPART:
        for part in body.parts:
            type_ = None if is_file_part(part.type) else types.of(part.type)
            name = signature.names["body", part.wire]
            told = encodings.get(part.wire)
            if told is not None and told.media_types == (_told_by_type(part.type),):
                told = replace(told, media_types=())
            way = _way(told) if told is not None else ""
            yield name, _Declared("part", part.wire, type_, part, pointer, way)
    else:
        ways = {wire: _way(one) for wire, one in encodings.items()}
        way = ", ".join(f"{wire} as {ways[wire]}" for wire in sorted(ways) if ways[wire])
        spelled = next(one.annotation for one in signature.positional if one.name == "body")
        type_ = _body_type(body, types, spelled.split(" | "))
        yield "body", _Declared("body", "", type_, body, pointer, way)
    for encoding in body.all_encodings:
        for header in encoding.headers:
            place = part_place(encoding)
            name = signature.names[place, header.wire]
            yield name, _Declared(place, header.wire, types.of(header.type), header, pointer)


def _way(encoding: Encoding) -> str:
    """Say how a field of a form is written; nothing where that is as its type tells."""
    said = [" or ".join(encoding.media_types), style_of_field(encoding)]
    said += ["reserved" * encoding.allow_reserved, *encoding.item_styles]
    said += [f"{name}: {value}" for name, value in encoding.constant_headers]
    return " ".join(filter(None, said))


def _told_by_type(type_: TypeRef) -> str:
    """Return the media type of a part whose encoding tells none."""
    if is_file_part(type_):
        return "application/octet-stream"
    return "text/plain" if isinstance(type_, Scalar | LiteralOf) else "application/json"


def _body_type(body: Body, types: NamedTypes, spelled: Sequence[str]) -> TypeRef | None:
    """Return what may be given as a body; None for the content of a file.

    Args:
        body: The body.
        types: Puts names into types.
        spelled: The types as the package spells them.
    """
    if is_file(body):
        return None
    found: dict[TypeRef, None] = dict.fromkeys(
        _FORMS[one.kind] if one.kind in _FORMS else types.of(one.type) for one in offered(body)
    )
    if _FORMS.keys() & {one.kind for one in offered(body)}:
        found[_BYTES] = None  # a text may be given as the content of a file, too
    if _MAPPING in spelled:
        found[MapOf(Anything())] = None
    return next(iter(found)) if len(found) == 1 else UnionOf(tuple(found))
