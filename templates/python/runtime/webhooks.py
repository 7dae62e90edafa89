"""Webhooks: requests that the service sends to its user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeGuard, TypeVar
from urllib.parse import parse_qsl

from .data.decoding import (
    MisfitError,
    NotJsonError,
    decode,
    decode_leniently,
    decode_texts,
)
from .data.wire import json_bytes

T = TypeVar("T")

_FORM = "application/x-www-form-urlencoded"


class PayloadError(ValueError):
    """The body of a webhook does not have the declared type."""


class Webhook(Generic[T]):
    """A request that the service sends: a webhook, or the callback of an operation."""

    def __init__(
        self,
        name: str,
        payload: Callable[[], Any] | None = None,
        *,
        method: str = "POST",
        media_type: str = "application/json",
    ) -> None:
        self.name = name
        """Its name in the spec."""
        self.method = method
        self.media_type = media_type
        """Content type of its body."""
        self._payload = payload

    def __repr__(self) -> str:
        return f"<Webhook {self.name!r}>"

    def parse(self, body: bytes | str | Mapping[str, Any], *, strict: bool = False) -> T:
        """Read the body of a request.

        Args:
            body: As it came, or the JSON object that was already read from it.
            strict: Refuse what does not fit the spec; otherwise it stays as it came.

        Raises:
            PayloadError: The body is not JSON, or does not fit with ``strict``.
        """
        fields = _form_of(body) if self.media_type == _FORM else None
        content, target = _json_of(body if fields is None else fields), None
        if self._payload is None:
            content = content or b"null"
        else:
            target = self._payload()
        try:
            read: T = decode_texts(fields, target) if fields and target else decode(content, target)
        except NotJsonError as error:
            raise PayloadError(f"the body of {self.name!r} is not JSON: {error}") from None
        except MisfitError as error:
            if strict:
                raise PayloadError(f"the body of {self.name!r} does not fit: {error}") from None
            read = decode_leniently(content, target)
        return read


def find_webhook(namespace: Mapping[str, Any], name: str) -> Webhook[Any]:
    """Find a webhook among the values of a module.

    Raises:
        LookupError: There is none of that name.
    """
    for value in namespace.values():
        if _is_webhook(value) and value.name == name:
            return value
    raise LookupError(f"there is no webhook {name!r}")


def _is_webhook(value: Any) -> TypeGuard[Webhook[Any]]:
    return isinstance(value, Webhook)


def _json_of(body: bytes | str | Mapping[str, Any]) -> bytes:
    if isinstance(body, Mapping):
        return json_bytes(dict(body))
    return body.encode() if isinstance(body, str) else body


def _form_of(body: bytes | str | Mapping[str, Any]) -> Mapping[str, str] | None:
    """Return the fields of a form, None where a mapping was read otherwise."""
    if isinstance(body, Mapping):
        return body if all(isinstance(value, str) for value in body.values()) else None
    text = body if isinstance(body, str) else body.decode()
    return dict(parse_qsl(text, keep_blank_values=True)) if text else None
