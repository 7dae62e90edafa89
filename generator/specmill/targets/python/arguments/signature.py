"""Signature of a method: names of things and body by position, the rest by keyword."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from specmill.model.media import MediaUpload
from specmill.model.models import UNSET, Field, JsonValue, Unset
from specmill.model.operations import BodyKind, Operation
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import NULL, ListOf, Scalar, ScalarKind, TypeRef, UnionOf
from specmill.targets.python.arguments.argument import Argument
from specmill.targets.python.arguments.media_types import (
    accept_argument,
    body_argument,
    content_type_argument,
)
from specmill.targets.python.arguments.waiting import waiting_arguments
from specmill.targets.python.call_kinds import returned
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import argument_names, part_place
from specmill.targets.python.spelling import literal, one_line, sentence
from specmill.text import first_sentence
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """The arguments of a method, in order."""

    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    names: dict[tuple[str, str], str]
    """Place and wire name of a parameter, or ``body`` and wire name of a part, to its argument."""

    @property
    def all(self) -> tuple[Argument, ...]:
        """Every argument, in order."""
        return (*self.positional, *self.keyword)

    def documented(self) -> Iterator[Argument]:
        """Yield the arguments that the docstring speaks of, in order."""
        return (one for one in self.all if one.text)


def signature_of(operation: Operation, types: ModuleTypes) -> Signature:
    """Work out the arguments of an operation's method, and import what they need."""
    body = operation.body
    method = types.names.methods[operation.pointer]
    other_body = operation.takes_other_body or not operation.form_of
    sender = method if other_body else types.names.methods[operation.form_of]
    names = argument_names(operation)
    positional: list[Argument] = []
    keyword = [_media(operation.media_upload, types)] if operation.media_upload else []
    for parameter in operation.parameters:
        argument = _parameter(parameter, names[parameter.place.value, parameter.wire], types)
        (positional if is_positional(parameter) else keyword).append(argument)
    if body is not None and body.kind is BodyKind.MULTIPART:
        keyword += [_part(part, names["body", part.wire], types) for part in body.parts]
    elif body is not None:
        positional.append(body_argument(body, types))
        keyword += content_type_argument(body, sender, types)
    if body is not None:
        keyword += [
            _parameter(header, names[part_place(encoding), header.wire], types)
            for encoding in body.all_encodings
            for header in encoding.headers
        ]
    keyword += accept_argument(operation.response, method, types)
    if operation.waiting is not None:
        keyword += waiting_arguments(returned(operation, types.returned), types)
    return Signature(tuple(positional), _required_first(keyword), names)


def _parameter(parameter: Parameter, name: str, types: ModuleTypes) -> Argument:
    return Argument(
        name,
        types.argument(parameter.type),
        parameter.required,
        with_default(sentence(parameter.docs, parameter.name), parameter.default),
        constant_of(parameter),
    )


def with_default(text: str, default: JsonValue | Unset) -> str:
    """Add the declared default behind the first sentence on a parameter, unless that tells it."""
    if default is UNSET or default is None:
        return text
    shown = str(default).lower() if isinstance(default, bool) else str(default)
    if shown and "default" in text.lower() and re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", text):
        return text
    first, rest = first_sentence(text)
    first = f"{first}." if first[-1:].isalnum() else first
    return f"{first} The server's default is `{shown}`. {rest}".strip()


def constant_of(declared: Field | Parameter) -> str:
    """Return the only value of a field or a parameter, as a literal; empty where it has others."""
    return "" if declared.constant is UNSET else literal(declared.constant)


def is_positional(parameter: Parameter) -> bool:
    """Tell whether a parameter is given by place: it has a choice, and stands in the path or names
    what the operation is about.
    """
    names_it = parameter.positional and parameter.required
    return (parameter.place is ParameterPlace.PATH or names_it) and not constant_of(parameter)


def is_file_part(type_: TypeRef) -> bool:
    """Tell whether a part of a multipart body is a file, a list of them, or either."""
    return all(_is_files(member) for member in _members(type_))


def _is_files(type_: TypeRef) -> bool:
    inner = type_.item if isinstance(type_, ListOf) else type_
    return isinstance(inner, Scalar) and inner.kind is ScalarKind.BINARY


def _members(type_: TypeRef) -> tuple[TypeRef, ...]:
    """Return what a part may be, null aside."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    return tuple(member for member in members if member != NULL)


def _media(upload: MediaUpload, types: ModuleTypes) -> Argument:
    takes = [f"of type {one_line(' or '.join(upload.accept))}"] if upload.accept else []
    takes += [f"at most {_size_text(upload.max_size)}"] if upload.max_size else []
    said = ["Content to upload: a path, an open file, bytes or pieces of bytes", *takes]
    return Argument(
        "media",
        types.of_runtime("media.media", "Media"),
        required=False,
        text=f"{', '.join(said)}.",
        async_annotation=types.of_runtime("media.media", "AsyncMedia"),
    )


def _size_text(size: int) -> str:
    """Write a number of bytes in the largest unit that it is a multiple of."""
    units = ("bytes", "KiB", "MiB", "GiB", "TiB")
    power = max(power for power in range(len(units)) if size % 1024**power == 0)
    return f"{size // 1024**power} {units[power]}"


def _part(part: Field, name: str, types: ModuleTypes) -> Argument:
    annotation = _part_annotation(part.type, types)
    text = sentence(part.docs, part.name)
    return Argument(name, annotation, part.required, text, constant_of(part))


def _part_annotation(type_: TypeRef, types: ModuleTypes) -> str:
    members = _members(type_)
    if not any(map(_is_files, members)):
        return types.argument(type_)
    alias = "File" if is_file_part(type_) else "FilePart"
    spelled = [_member_annotation(member, alias, types) for member in members]
    spelled += ["None"] if isinstance(type_, UnionOf) and NULL in type_.members else []
    return " | ".join(dict.fromkeys(spelled))


def _member_annotation(member: TypeRef, alias: str, types: ModuleTypes) -> str:
    if not _is_files(member):
        return types.argument(member)
    file = types.of_runtime("bodies.uploads", alias)
    return types.listed(file) if isinstance(member, ListOf) else file  # a tuple is one named file


def _required_first(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted(arguments, key=lambda one: not one.required or bool(one.constant)))
