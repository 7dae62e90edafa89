"""Secrets: what a header can hold of them, and keeping them out of logs and errors."""

from __future__ import annotations

import base64
import logging
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeGuard
from urllib.parse import quote_plus, unquote_plus

import httpx2
from pydantic import BaseModel
from pydantic_core import to_json

from ..data.json_shapes import is_array, is_object
from ..data.omission import Omit
from ..data.wire import plain
from ..errors.api_errors import CredentialsError
from .request import Request
from .urls import REDACTED, redact_url

SECRET_QUERY = {
    "access_token",
    "api_key",
    "apikey",
    "client_secret",
    "id_token",
    "oauth_token",
    "password",
    "refresh_token",
    "sig",
    "signature",
    "token",
    "upload_id",
    "x-amz-security-token",
    "x-amz-signature",
    "x-goog-signature",
}
"""Query parameters, in lower case, whose values are never shown; the API's own keys are added."""

SECRET_HEADERS = {
    "authorization",
    "cookie",
    "proxy-authorization",
    "set-cookie",
    "x-api-key",
    "x-goog-api-key",
}
"""Headers, in lower case, whose values are never shown; the API's own keys are added."""


class Secret(str):
    """A text that does not show in the repr of what holds it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return REDACTED


def header_secret(secret: str, what: str) -> str:
    """Return a secret that a header can hold.

    Raises:
        CredentialsError: It has characters that no header can hold; the message does not show them.
    """
    if not (secret and secret.isascii() and secret.isprintable()):
        raise CredentialsError(f"the {what} is empty or has characters that a header cannot hold")
    return secret


SHORTEST_SECRET = 4
"""Shorter texts stand in messages by chance."""


def shown_url(url: httpx2.URL | str) -> str:
    """Return a URL to show."""
    return redact_url(str(url), SECRET_QUERY)


def shown_headers(headers: httpx2.Headers) -> dict[str, str]:
    """Return headers to show; the address of an upload session, too, lets anybody go on with it."""
    return {
        name: REDACTED if name.lower() in SECRET_HEADERS else redact_url(value, SECRET_QUERY)
        for name, value in headers.items()
    }


def secrets_of(request: Request[Any]) -> set[str]:
    """Return the values of the fields of a request's body that are never shown."""
    if not request.secrets:
        return set()
    given = request.body if request.multipart is None else request.multipart.fields
    found = _members(given, request.secrets)
    return {str(value) for value in found if value is not None and not isinstance(value, Omit)}


def has_secrets(request: Request[Any]) -> bool:
    """Tell whether the body of a request says who asks, as that of a login does."""
    given = plain(request.body) if isinstance(request.body, BaseModel) else request.body
    names = given if is_object(given) else ()
    return bool(request.secrets) or any(str(name).lower() in SECRET_QUERY for name in names)


def _members(given: Any, names: Collection[str]) -> Iterator[Any]:
    """Yield the values of the members of some names, however deep they are."""
    given = plain(given) if isinstance(given, BaseModel) else given
    if is_array(given):
        for inner in given:
            yield from _members(inner, names)
    elif is_object(given):
        for name, value in given.items():
            yield from (value,) if name in names else _members(value, names)


def shown_body(body: Any) -> str:
    """Return a body to show: text as it is, JSON without the values of secret names."""
    return body if isinstance(body, str) else to_json(_redacted(body), fallback=str).decode()


def _redacted(body: Any) -> Any:
    if is_array(body):
        return [_redacted(inner) for inner in body]
    if is_object(body):
        return {
            name: REDACTED if str(name).lower() in SECRET_QUERY else _redacted(value)
            for name, value in body.items()
        }
    return body


def shows_credentials(request: httpx2.Request) -> bool:
    """Tell whether a request has any credentials, whoever put them there."""
    secret = SECRET_QUERY - {"upload_id"}
    names = (name.lower() for name in request.url.params)
    return any(name in SECRET_HEADERS for name in request.headers) or any(
        name in secret for name in names
    )


def shown_text(text: str, request: httpx2.Request, known: Iterable[str] = ()) -> str:
    """Return a text, such as a server's message, without the secrets of the request it may echo.

    Those are what stands in headers and parameters of secret names, and ``known``.
    """
    secrets = {
        value for name, value in request.url.params.multi_items() if name.lower() in SECRET_QUERY
    }
    for secret in known:
        secrets.update((secret, quote_plus(secret)))  # also as a form has it
    for name, value in request.headers.items():
        if name.lower() == "cookie":
            secrets.update(pair.partition("=")[2] for pair in value.split("; "))
        elif name.lower() in SECRET_HEADERS:
            secrets.update((value, value.partition(" ")[2]))  # with and without a scheme
            secrets.update(_of_basic(value))
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, REDACTED)
    return text


def _of_basic(header: str) -> Iterator[str]:
    """Yield the password in a header of HTTP Basic, as it is and as OAuth encodes it."""
    scheme, _, pair = header.partition(" ")
    if scheme.lower() == "basic":
        try:
            password = base64.b64decode(pair).decode().partition(":")[2]
        except ValueError:
            return
        yield from (password, unquote_plus(password))


class _UrlFilter(logging.Filter):
    """httpx2 logs whole URLs; this takes the secrets out of them."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                shown_url(value) if _is_url(value) else value for value in record.args
            )
        return True


def _is_url(value: object) -> TypeGuard[httpx2.URL | str]:
    """Tell a URL, also one that the filter of another package has made text of."""
    return isinstance(value, httpx2.URL) or (isinstance(value, str) and "://" in value)


_FILTER = _UrlFilter()


def hide(query: Iterable[str], headers: Iterable[str]) -> None:
    """Hide these query parameters and headers from now on, in httpx2's log too."""
    SECRET_QUERY.update(name.lower() for name in query)
    SECRET_HEADERS.update(name.lower() for name in headers)
    logging.getLogger("httpx2").addFilter(_FILTER)  # adding it twice is adding it once
