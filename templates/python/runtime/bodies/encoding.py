"""Request bodies: from the value of an argument to bytes or a stream with its media type."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from ..data.directions import read_only_in
from ..data.exactness import is_model_type, type_adapter
from ..data.json_shapes import is_array, is_object
from ..data.omission import omit
from ..data.texts import exact_decimals, is_rounded
from ..data.wire import TooDeepError, json_bytes, plain, text
from ..requests.request import FieldEncoding, Multipart, Request
from .mappings import fitted, with_wire_forms
from .parameters import encoded_by, is_absent, plain_text, query_pairs, styled
from .upload_streams import UploadStream
from .uploads import Source, is_content, is_file, is_named, media_type_of_name

_PLAIN = FieldEncoding()
_ESCAPED_BYTES = frozenset(map(chr, range(0xDC80, 0xDD00)))
"""What Python puts for bytes that are no UTF-8 (PEP 383)."""


def encode_body(
    request: Request[Any], *, send_read_only: bool = False
) -> tuple[bytes | UploadStream, str]:
    """Return the content of a request that has any, and its media type.

    Fields that only the server sets are left out of models unless ``send_read_only`` says other.
    """
    if request.multipart is not None:
        return encode_multipart(request.multipart)
    if isinstance(request.upload, UploadStream):
        return request.upload, request.media_type
    if request.upload is not omit:
        source = Source.of_body(request.upload)
        return UploadStream([source]), source.media_type or request.media_type
    kind = request.media_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        fields = _fields(request, send_read_only=send_read_only)
        return encode_multipart(Multipart(fields=fields, encodings=request.encodings))
    return _content(request, kind, send_read_only=send_read_only), request.media_type


def _content(request: Request[Any], kind: str, *, send_read_only: bool) -> bytes | UploadStream:
    """Write the body of a request as its media type, given without parameters, wants it."""
    body = request.body
    if kind == "application/x-www-form-urlencoded":
        return encode_form(request, send_read_only=send_read_only)
    if "json" in kind and not (request.body_type is None and is_file(body)):
        return encode_json(body, request.body_type, send_read_only=send_read_only)
    if isinstance(body, bytes):
        return body
    is_raw = is_content(body)
    return UploadStream([Source.of_body(body)]) if is_raw else text(body).encode("utf-8")


def encode_json(body: Any, body_type: Any = None, *, send_read_only: bool = False) -> bytes:
    """Write JSON: a model by its own rules, other values by ``body_type`` or as they are.

    A mapping that stands for a model is written as the model would be.

    Raises:
        ValueError: There is no JSON for it.
    """
    written: bytes | None
    try:
        written = _encode_json(body, body_type, send_read_only=send_read_only)
    except (ValueError, RecursionError):
        written = None
    if written is not None and not is_rounded():
        return written
    with exact_decimals() as exact:
        try:
            return exact(_encode_json(body, body_type, send_read_only=send_read_only))
        except (ValueError, RecursionError):
            body = body if body_type is None else fitted(body, body_type)
            return exact(_encode_deeply(body, send_read_only=send_read_only))


def _encode_json(body: Any, body_type: Any, *, send_read_only: bool) -> bytes:
    body = body if body_type is None else fitted(body, body_type)
    if is_model_type(body_type) and not isinstance(body, BaseModel):
        return json_bytes(body, plain if send_read_only else _sent)
    excluded = None if send_read_only else read_only_in(body)
    if isinstance(body, BaseModel):
        return body.__pydantic_serializer__.to_json(
            body, by_alias=True, exclude_unset=True, exclude=excluded, warnings=False
        )
    if body_type is not None:
        adapter = type_adapter(body_type)
        return adapter.dump_json(
            body, by_alias=True, exclude_unset=True, exclude=excluded, warnings=False
        )
    return json_bytes(body, plain if send_read_only else _sent)


def _encode_deeply(body: Any, *, send_read_only: bool) -> bytes:
    """Write with Python's own writer, which goes deeper, what was refused otherwise.

    Raises:
        ValueError: Python refuses it, too: a number that is not finite, a value without a form in
            JSON, bytes that are no text, a list that holds itself, or a thousand levels.
    """

    def default(value: Any) -> Any:
        if not isinstance(value, BaseModel):
            return plain(value)
        return _shallow(value, None if send_read_only else read_only_in(value))

    try:
        return json_bytes(body, default)
    except RecursionError:
        raise ValueError("the body is nested too deeply to be written as JSON") from None
    except TypeError as error:
        raise ValueError(str(error)) from None
    except UnicodeError as error:
        raise ValueError(_unwritable(error)) from None


def _unwritable(error: UnicodeError) -> str:
    """Tell bytes that are no UTF-8, for which surrogates may stand, from texts with surrogates."""
    if isinstance(error, UnicodeEncodeError) and error.object[error.start] not in _ESCAPED_BYTES:
        return f"a text has no form in JSON: {error.reason}"
    return "bytes that are no UTF-8 have no form in JSON: give text"


def _shallow(model: BaseModel, excluded: Any) -> Mapping[str, Any]:
    """Write each field of a model by itself; what is too deep in it stays as it is."""
    written: dict[str, Any] = {}
    for name in model.__pydantic_fields_set__:
        try:
            written |= model.model_dump(
                mode="json",
                by_alias=True,
                include={name},
                exclude=excluded,
                exclude_unset=True,
                warnings=False,
            )
        except ValueError as error:
            if not _is_of_depth(error):
                raise
            field = type(model).model_fields.get(name)
            written[name if field is None else field.alias or name] = getattr(model, name)
    return written


def _is_of_depth(error: ValueError) -> bool:
    """Tell whether pydantic refused a value for its depth alone."""
    if isinstance(error, PydanticSerializationError):
        return isinstance(error.__cause__, TooDeepError)
    # pydantic's own limit is of no kind of its own where it writes no bytes
    return not isinstance(error, UnicodeError)


def _sent(value: Any) -> Any:
    """Turn a value that JSON does not know into one that it does, without read-only fields."""
    if isinstance(value, BaseModel):
        return value.model_dump(
            mode="json",
            by_alias=True,
            exclude_unset=True,
            exclude=read_only_in(value),
            warnings=False,
        )
    return plain(value)


def encode_form(request: Request[Any], *, send_read_only: bool = False) -> bytes:
    """Write a URL-encoded form; lists and objects follow the styles of their fields, objects
    without one are JSON.

    Raises:
        TypeError: The body is neither a model nor a mapping.
    """
    fields = _fields(request, send_read_only=send_read_only)
    return "&".join(form_pairs(fields, request.encodings)).encode("ascii")


def form_pairs(fields: Mapping[str, Any], encodings: Mapping[str, FieldEncoding]) -> list[str]:
    """Write the fields of a form as encoded ``name=value`` texts."""
    pairs: list[str] = []
    for name, value in fields.items():
        encoding = encodings.get(name, _PLAIN)
        is_json = any("json" in one for one in encoding.media_types)
        style = encoding.style or ("json" if is_json or is_object(value) else "repeat")
        encoded = value if encoding.format is None else encoded_by(encoding.format, value)
        pairs += query_pairs(name, encoded, style, reserved=encoding.reserved)
    return pairs


def _fields(request: Request[Any], *, send_read_only: bool) -> Mapping[str, Any]:
    """Return the fields of a form by their wire names."""
    given = body = request.body
    if is_object(body) and is_model_type(request.body_type):
        body = with_wire_forms(body, request.body_type)
    body = fitted(body, request.body_type)
    fields = plain(body) if send_read_only else _sent(body)
    if not is_object(fields):
        raise TypeError("a form is made of a model or a mapping")
    return {**fields, **_decimals(given)}


def _decimals(body: Any) -> Mapping[str, Any]:
    """Return the decimals among the fields of a form by wire names: a text has all their digits."""
    if not isinstance(body, BaseModel):
        return {name: value for name, value in body.items() if isinstance(value, Decimal)}
    return {
        field.alias or name: value
        for name, field in type(body).model_fields.items()
        if isinstance(value := getattr(body, name), Decimal)
    }


def encode_multipart(multipart: Multipart) -> tuple[UploadStream, str]:
    """Write multipart/form-data (RFC 7578); files are read while they are sent."""
    parts, boundary = _framed(_multipart_parts(multipart))
    return UploadStream(parts), f"multipart/form-data; boundary={boundary}"


def encode_related(
    request: Request[Any],
    media: Source,
    media_type: str,
    progress: Callable[[int, int | None], object] | None,
) -> tuple[UploadStream, str]:
    """Write multipart/related (RFC 2387): the JSON body of a request, then media as it is sent."""
    metadata = encode_json(request.body, request.body_type)
    parts, boundary = _framed(
        [
            (f"Content-Type: {_printable(request.media_type)}", metadata),
            (
                f"Content-Type: {_printable(media_type)}\r\nContent-Transfer-Encoding: binary",
                media,
            ),
        ]
    )
    return UploadStream(parts, progress), f'multipart/related; boundary="{boundary}"'


def _framed(parts: Iterable[tuple[str, bytes | Source]]) -> tuple[list[bytes | Source], str]:
    """Put heads and contents between boundaries (RFC 2046, section 5.1), which is returned, too."""
    boundary = os.urandom(16).hex()
    framed: list[bytes | Source] = []
    for head, content in parts:
        framed += (f"--{boundary}\r\n{head}\r\n\r\n".encode(), content, b"\r\n")
    framed.append(f"--{boundary}--\r\n".encode())
    return framed, boundary


def _multipart_parts(multipart: Multipart) -> Iterator[tuple[str, bytes | Source]]:
    for name, value in multipart.fields.items():
        encoding = multipart.encodings.get(name, _PLAIN)
        encoded = value if encoding.format is None else encoded_by(encoding.format, value)
        for key, item in _written(name, encoded, encoding):
            yield _file(key, item, encoding) if _is_file(item) else _field(key, item, encoding)
    for name, value in multipart.untyped.items():
        encoding = multipart.encodings.get(name, _PLAIN)
        for item in _untyped(value):
            yield _file(name, item, encoding) if _is_file(item) else _field(name, item, encoding)
    for name, value in multipart.files.items():
        encoding = multipart.encodings.get(name, _PLAIN)
        for item in _each(value):
            yield _file(name, item, encoding)


def _field(name: str, item: Any, encoding: FieldEncoding) -> tuple[str, bytes]:
    """Write a part that is no file."""
    media_type = _media_type_of(item, encoding)
    is_json = media_type is not None and "json" in media_type
    content = encode_json(item) if is_json else text(item).encode("utf-8")
    return _head(name, None, media_type, encoding), content


def _file(name: str, item: Any, encoding: FieldEncoding) -> tuple[str, Source]:
    """Write a part that is a file."""
    source = Source.of(item)
    filename = source.filename or name
    media_type = source.media_type or media_type_of_name(filename, encoding.media_types)
    return _head(name, filename, media_type, encoding), source


def _is_file(item: Any) -> bool:
    return is_file(item) or is_named(item)


def _untyped(value: Any) -> list[Any]:
    """Return the parts of a value of no declared type: files are several, a list is JSON."""
    if is_array(value) and not is_named(value):
        items = list(value)
        return items if items and all(map(_is_file, items)) else [items]
    return [] if is_absent(value) else [value]


def _written(name: str, value: Any, encoding: FieldEncoding) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a field with their names: several of a list, one where a style or JSON
    joins it.
    """
    if is_absent(value):
        return
    if encoding.style is not None:
        yield from styled(name, value, encoding.style)
    elif any("json" in one for one in encoding.media_types):
        yield name, value
    else:
        yield from ((name, item) for item in _each(value))


def _media_type_of(item: Any, encoding: FieldEncoding) -> str | None:
    """Return the media type of a part that is no file, None for plain text."""
    if encoding.media_types:
        return encoding.media_types[0]
    is_json = isinstance(item, BaseModel) or is_object(item) or is_array(item)
    return "application/json" if is_json else None


def _each(value: Any) -> list[Any]:
    """Return the values of a part that may be repeated; a tuple is one file with its name."""
    values = value if is_array(value) and not is_named(value) else [value]
    return [item for item in values if not is_absent(item)]


def _head(name: str, filename: str | None, media_type: str | None, encoding: FieldEncoding) -> str:
    lines = [f'Content-Disposition: form-data; name="{_quoted(name)}"']
    if filename is not None:
        lines[0] += f'; filename="{_quoted(filename)}"'
    if media_type is not None:
        lines.append(f"Content-Type: {_printable(media_type)}")
    for header, value in encoding.headers.items():
        if not is_absent(value):
            lines.append(f"{header}: {_printable(plain_text(value))}")
    return "\r\n".join(lines)


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("a header of a part has control characters")
    return value


def _quoted(value: str) -> str:
    """Escape a name as browsers do (HTML, section 4.10.21.8), without control characters.

    A backslash is a quoted pair (RFC 9110, section 5.6.4): servers drop one that stands alone.
    """
    value = "".join(c if (c >= " " and c != "\x7f") or c in "\r\n" else "_" for c in value)
    value = value.replace("\\", "\\\\")
    return value.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
