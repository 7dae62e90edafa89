"""Secrets as texts: what a header can hold of them, and httpx2's log without them."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

import httpx2

from ..errors.api_errors import CredentialsError
from .request import Request
from .secrets import USUAL, SecretNames, Secrets
from .urls import REDACTED, redact_url


class Secret(str):
    """A text that does not show in the repr of what holds it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return REDACTED


def with_prefix(prefix: str, secret: str) -> str:
    """Return what a header holds: a secret behind a word such as ``Bearer``, which it may have
    itself, for people copy whole headers.
    """
    return f"{prefix}{without_prefix(prefix, secret)}"


def without_prefix(prefix: str, secret: str) -> str:
    """Return a secret without the word that stands before it in a header, in whatever case."""
    start = secret[: len(prefix)]
    return secret[len(prefix) :].lstrip() if prefix and start.lower() == prefix.lower() else secret


def header_secret(secret: str, what: str) -> str:
    """Return a secret that a header can hold.

    Raises:
        CredentialsError: It has characters that no header can hold; the message does not show them.
    """
    if not (secret and secret.isascii() and secret.isprintable()):
        raise CredentialsError(f"the {what} is empty or has characters that a header cannot hold")
    return secret


_RESPONSE = 5
"""Method, URL, version, status and phrase: what httpx2 logs of a response."""


def _phrase_of(status: Any) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


class _UrlFilter(logging.Filter):
    """httpx2 logs whole URLs; this takes the secrets out of them.

    The filter of another package may have been first, and have made text of a URL. The server's
    own words for a status may be anything, so the usual ones stand there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.query = USUAL.query

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            args = tuple(self._shown(value) for value in record.args)
            told = len(args) == _RESPONSE and isinstance(args[-2], int)
            record.args = (*args[:-1], _phrase_of(args[-2])) if told else args
        return True

    def _shown(self, value: object) -> object:
        shown = getattr(value, "shown", None)  # each package has its own class of such URLs
        if isinstance(value, httpx2.URL):
            return shown if isinstance(shown, str) else redact_url(str(value), self.query)
        is_url = isinstance(value, str) and "://" in value
        return redact_url(str(value), self.query) if is_url else value


_FILTER = _UrlFilter()


_ENDING = re.compile(r"([?#]).+", re.DOTALL)
"""The query and the fragment of an address."""


def shown_url(url: httpx2.URL | str) -> str:
    """Return a URL that belongs to no request to show."""
    return redact_url(str(url), _FILTER.query)


def shown_given(address: str) -> str:
    """Return an address to show that may be none: whatever stands before its last ``@`` may be of a
    password, which need not be encoded as it should, and a query may have any.
    """
    before, sign, after = address.rpartition("@")
    scheme = before.partition("//")[0] if "://" in before else ""
    shown = f"{scheme and f'{scheme}//'}{REDACTED}@{after}" if sign else shown_url(address)
    return _ENDING.sub(rf"\1{REDACTED}", shown)


def shown_link(link: str, request: Request[Any]) -> str:
    """Return an address to show that a server names in place of a request."""
    return Secrets(SecretNames(query=_FILTER.query), request).url(link)


def guard_log(query: frozenset[str]) -> None:
    """Keep secrets out of httpx2's log from now on, such as the query parameters of some names."""
    _FILTER.query |= query
    logging.getLogger("httpx2").addFilter(_FILTER)  # adding it twice is adding it once
