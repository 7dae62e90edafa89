"""Parameters of a request in the styles of OpenAPI 3.1 (Parameter Object, Style Values)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel

from ..data.exactness import type_adapter
from ..data.formats import JoinedItems
from ..data.json_shapes import is_array, is_object
from ..data.omission import omit
from ..data.wire import json_bytes, plain, text
from ..requests.request import Style
from ..requests.urls import (
    escape,
    escape_reserved_path,
    escape_reserved_query,
    escape_segments,
)
from .choices import OneOf

_SEPARATORS: Mapping[str, str] = {"csv": ",", "ssv": "%20", "tsv": "%09", "pipes": "%7C"}


def query_pairs(
    name: str, value: Any, style: Style = "repeat", *, reserved: bool = False
) -> list[str]:
    """Write a query parameter as encoded ``name=value`` texts, a whole query as its value.

    None, ``omit``, an empty list and an empty object write nothing; null has no form in a query.
    """
    if is_absent(value):
        return []
    encode = escape_reserved_query if reserved else escape
    if style in ("querystring", "querystring-json"):
        return [encode(plain_text(value, "json" if style == "querystring-json" else "simple"))]
    if isinstance(value, str) and style != "json":
        return [f"{escape(name)}={encode(text(value))}"]
    if style in ("json", "json-text"):
        return [f"{escape(name)}={encode(json_bytes(value).decode())}"]
    value = plain(value) if isinstance(value, BaseModel) else value
    if style == "deepObject":
        return [f"{escape(path)}={encode(item)}" for path, item in _deep(name, value)]
    if style == "repeat":
        return [f"{escape(key)}={encode(item)}" for key, item in _repeated(name, value)]
    items = [encode(item) for item in _flat(value)]
    return [f"{escape(name)}={_SEPARATORS.get(style, ',').join(items)}"] if items else []


def path_text(name: str, value: Any, style: Style = "simple", *, reserved: bool = False) -> str:
    """Write a path parameter, encoded.

    Raises:
        ValueError: There is no value; a path has no form for that.
    """
    if is_absent(value):
        raise ValueError(f"path parameter {name!r} is required")
    encode = escape_reserved_path if reserved else escape
    if style in ("json", "json-text"):
        return encode(plain_text(value, style))
    if style == "segments":
        encode, style = escape_segments, "simple"
    if isinstance(value, str) and style == "simple":
        return encode(text(value))
    value = plain(value) if isinstance(value, BaseModel) else value
    kind, explode = style.rstrip("*"), style.endswith("*")
    named = explode and is_object(value)
    pairs = [(encode(key), encode(item)) for key, item in _exploded(name, value)]
    parts = [f"{k}={v}" for k, v in pairs] if named else [encode(item) for item in _flat(value)]
    if kind in _SEPARATORS:
        return _SEPARATORS[kind].join(parts)
    if kind == "label":
        return "." + ("." if explode else ",").join(parts)
    if kind == "matrix":
        joined = pairs if explode else [(escape(name), ",".join(parts))]
        return "".join(f";{key}={item}" if item else f";{key}" for key, item in joined)
    return ",".join(parts)


def plain_text(value: Any, style: Style = "simple") -> str:
    """Write a header parameter: style simple, not percent-encoded."""
    if style == "json" or (style == "json-text" and not isinstance(value, str)):
        return json_bytes(value).decode()
    value = plain(value) if isinstance(value, BaseModel) else value
    if style.endswith("*") and is_object(value):
        return ",".join(f"{key}={item}" for key, item in _exploded("", value))
    return unquote(_SEPARATORS.get(style, ",")).join(_flat(value))


def cookie_texts(name: str, value: Any, style: Style = "repeat") -> list[str]:
    """Write a cookie parameter: one text for each cookie.

    Raises:
        ValueError: A value that is not encoded, as the style ``cookie`` has it, would end the
            cookie.
    """
    if style not in ("cookie", "cookie*"):
        written = query_pairs(name, value, style)
        return ["&".join(written)] if written else []
    value = plain(value) if isinstance(value, BaseModel) else value
    exploded = list(_exploded(name, value))
    pairs = exploded if style == "cookie*" else [(name, ",".join(_flat(value)))]
    if any(";" in text for pair in pairs for text in pair):
        raise ValueError(f"cookie {name!r} must not have a semicolon")
    return [f"{key}={text}" for key, text in pairs] if exploded else []


def styled(name: str, value: Any, style: Style) -> Iterator[tuple[str, Any]]:
    """Write a field of a form in a style, not percent-encoded: names and their texts."""
    value = plain(value) if isinstance(value, BaseModel) else value
    if style == "deepObject":
        yield from _deep(name, value)
    elif style == "repeat":
        yield from _repeated(name, value)
    elif items := list(_flat(value)):
        yield name, unquote(_SEPARATORS.get(style, ",")).join(items)


def encoded_by(format_type: Any, value: Any) -> Any:
    """Encode a value, or each of a list, by a type such as those of :mod:`.formats`.

    None and omit stay.
    """
    if is_absent(value):
        return value
    if is_array(value):
        return [_item_by(format_type, item) for item in value]
    if isinstance(format_type, JoinedItems):
        return value
    if isinstance(format_type, OneOf):
        return format_type.checked(value)
    return type_adapter(format_type).dump_python(value, mode="json", warnings=False)


def _item_by(format_type: Any, item: Any) -> Any:
    if not isinstance(format_type, JoinedItems) or not is_array(item):
        return encoded_by(format_type, item)
    items = item if format_type.of is None else encoded_by(format_type.of, item)
    return format_type.separator.join(_flat(items))


def refuse_object(name: str, value: Any) -> None:
    """Refuse a model or a mapping for a parameter that has no fields.

    Raises:
        TypeError: It is one; its fields would become other parameters.
    """
    if is_object(value) or isinstance(value, BaseModel):
        raise TypeError(
            f"parameter {name!r} takes no object, but got a {type(value).__name__}; "
            "where the API wants JSON as text, give that text"
        )


def is_absent(value: Any) -> bool:
    """Tell whether a parameter is not to be sent."""
    return value is None or value is omit


def _exploded(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Give each item of a list the parameter's name, each property of an object its own."""
    if is_object(value):
        return ((text(key), text(item)) for key, item in value.items() if not is_absent(item))
    return ((name, item) for item in _flat(value))


def _repeated(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Explode a value for a query or a form, where each property of an object is a parameter of its
    own: a list in it repeats the name (RFC 6570, section 3.2.8).
    """
    if not is_object(value):
        yield from _exploded(name, value)
        return
    for key, inner in value.items():
        if is_array(inner):
            yield from ((text(key), item) for item in _flat(inner))
        elif not is_absent(inner):
            yield text(key), text(inner)


def _flat(value: Any) -> Iterator[str]:
    """Go over the items of a list, the names and values of an object in turn, or the one scalar."""
    if is_object(value):
        return (text(part) for pair in value.items() if not is_absent(pair[1]) for part in pair)
    if is_array(value):
        return (text(item) for item in value if not is_absent(item))
    return iter((text(value),))


def _deep(path: str, value: Any) -> Iterator[tuple[str, str]]:
    value = plain(value) if isinstance(value, BaseModel) else value
    if is_object(value):
        for key, item in value.items():
            yield from _deep(f"{path}[{text(key)}]", item)
    elif is_array(value):
        for item in value:
            yield from _deep(path, item)
    elif not is_absent(value):
        yield path, text(value)
