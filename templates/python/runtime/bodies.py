"""Request bodies: from the value of an argument to bytes or a stream with its media type."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from .adapters import type_adapter
from .omission import omit
from .parameters import is_absent, query_pairs
from .requests import Multipart, Request
from .uploads import Source, UploadStream, is_content
from .wire import is_array, is_object, json_bytes, plain, text

OCTETS = "application/octet-stream"


def encode_body(request: Request[Any]) -> tuple[bytes | UploadStream, str] | None:
    """Return the content of a request and its media type, None for a request without a body."""
    if request.multipart is not None:
        return encode_multipart(request.multipart)
    if isinstance(request.upload, UploadStream):
        return request.upload, request.media_type
    if request.upload is not omit:
        source = Source.of(request.upload)
        return UploadStream([source]), source.media_type or request.media_type
    if request.body is omit:
        return None
    kind = request.media_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return encode_multipart(Multipart(fields=_fields(request.body)))
    return _content(request, kind), request.media_type


def _content(request: Request[Any], kind: str) -> bytes | UploadStream:
    """Write the body of a request as its media type, given without parameters, wants it."""
    body = request.body
    if kind == "application/x-www-form-urlencoded":
        return encode_form(request)
    if "json" in kind:
        return encode_json(body, request.body_type)
    if isinstance(body, bytes):
        return body
    return UploadStream([Source.of(body)]) if is_content(body) else text(body).encode("utf-8")


def encode_json(body: Any, body_type: Any = None) -> bytes:
    """Write JSON: a model by its own rules, other values by ``body_type`` or as they are."""
    if isinstance(body, BaseModel):
        return body.__pydantic_serializer__.to_json(
            body, by_alias=True, exclude_unset=True, warnings=False
        )
    if body_type is not None:
        adapter = type_adapter(body_type)
        return adapter.dump_json(body, by_alias=True, exclude_unset=True, warnings=False)
    return json_bytes(body)


def encode_form(request: Request[Any]) -> bytes:
    """Write a URL-encoded form; lists and objects follow the styles of their fields.

    Raises:
        TypeError: The body is neither a model nor a mapping.
    """
    pairs = [
        pair
        for name, value in _fields(request.body).items()
        for pair in query_pairs(name, value, request.styles.get(name, "repeat"))
    ]
    return "&".join(pairs).encode("ascii")


def _fields(body: Any) -> Mapping[str, Any]:
    """Return the fields of a form by their wire names."""
    fields = plain(body)
    if not is_object(fields):
        raise TypeError("a form is made of a model or a mapping")
    return fields


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
    types = multipart.types
    for name, value in multipart.fields.items():
        for item in _each(value):
            if isinstance(item, BaseModel) or is_object(item):
                yield _head(name, None, types.get(name, "application/json")), encode_json(item)
            else:
                yield _head(name, None, types.get(name)), text(item).encode("utf-8")
    for name, value in multipart.files.items():
        for item in _each(value):
            source = Source.of(item)
            filename = source.filename or name
            media_type = source.media_type or types.get(name) or mimetypes.guess_type(filename)[0]
            yield _head(name, filename, media_type or OCTETS), source


def _each(value: Any) -> list[Any]:
    """Return the values of a part that may be repeated; a tuple is one file with its name."""
    values = value if is_array(value) and not isinstance(value, tuple) else [value]
    return [item for item in values if not is_absent(item)]


def _head(name: str, filename: str | None, media_type: str | None) -> str:
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if filename is not None:
        head += f'; filename="{_quoted(filename)}"'
    if media_type is None:
        return head
    return f"{head}\r\nContent-Type: {_printable(media_type)}"


def _printable(media_type: str) -> str:
    if not media_type.isprintable():
        raise ValueError("the media type of a part has control characters")
    return media_type


def _quoted(value: str) -> str:
    """Escape a name as browsers do (HTML, section 4.10.21.8), without control characters."""
    value = "".join(c if c >= " " or c in "\r\n" else "_" for c in value)
    return value.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
