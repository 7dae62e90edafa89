"""Codes of error bodies: an API's own words for what went wrong, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..data.json_shapes import is_array, is_object

_CODES = ("code", "errorCode", "error_code", "Code")
_ENVELOPES = ("error", "detail", "odata.error")
"""Where APIs put it: at the top, or in one of these objects; of several errors, in the first."""


def code_in(body: Any, place: str = "") -> str | None:
    """Return the code of an error body as text, None when it has none; it may be empty.

    Args:
        body: Plain JSON, or text.
        place: Where the API says that it is, dots between names. The usual places count where that
            has none, as in the answer of a gateway before the API.
    """
    said = _as_code(value_at(body, place)) if place else None
    if said is not None:
        return said
    found = next((code for one in _errors(body) if (code := _usual(one)) is not None), None)
    return _kind(body) if found is None else found


def value_at(body: Any, place: str) -> Any:
    """Return what is at a place of plain JSON, dots between names; None where nothing is."""
    for name in place.split("."):
        body = body.get(name) if is_object(body) else None
    return body


def _errors(body: Any) -> Iterator[Any]:
    """Yield the objects that may have the code of an error."""
    if is_array(body):
        body = next(iter(body), None)
    if not is_object(body):
        return
    yield body
    yield from map(body.get, _ENVELOPES)
    errors = body.get("errors")
    if is_array(errors):
        yield next(iter(errors), None)


def _usual(error: Any) -> str | None:
    if not is_object(error):
        return None
    codes = (_as_code(error.get(name)) for name in _CODES)
    found = next((code for code in codes if code is not None), None)
    if found is not None:
        return found
    word = error.get("error")  # OAuth 2.0 (RFC 6749, section 5.2)
    return word if isinstance(word, str) and "error_description" in error else None


def _kind(body: Any) -> str | None:
    """Return the ``type`` of an object ``error`` with a message, as AI services have it."""
    error = body.get("error") if is_object(body) else None
    kind = error.get("type") if is_object(error) and "message" in error else None
    return kind if isinstance(kind, str) else None


def _as_code(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else None
