"""Secrets of one HTTP request: what is never shown of it, and what never goes to another origin.

Each request carries them as an extension, so that whoever holds a request or its response can show
it. They are known by name, as what the API declares and what is usual, and by value, as what an
authentication has put into a header or what the caller has given for a password.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from typing import Any
from urllib.parse import unquote, unquote_plus

import httpx2
from pydantic import BaseModel

from ..data.json_shapes import is_array, is_object
from ..data.omission import Omit
from ..data.wire import plain
from ..records import dataclass
from .options import RequestOptions, common_parameters
from .request import Request
from .urls import REDACTED, SHORTEST_SECRET, redact_url

EXTENSION = "specmill.secrets"
"""Name of the extension of ``httpx2.Request``."""

EVERYTHING = "*"
"""Stands among the names of secret fields of a body all of whose values are secret."""

_PLAIN_HEADERS = frozenset(
    {
        *("accept", "cache-control", "connection", "expect", "host", "last-event-id", "pragma"),
        *("prefer", "range", "te", "transfer-encoding", "user-agent"),
        *("x-upload-content-length", "x-upload-content-type"),
    }
)
_PLAIN_PREFIXES = ("accept-", "content-", "if-")
_TELLING = re.compile(r"auth|cookie|credential|passw|secret|session|signature|token|(?:^|-)key")
"""Names of headers that are taken for those of secrets."""


@dataclass(frozen=True)
class SecretNames:
    """Names, in lower case, of query parameters and headers whose values are secret."""

    query: frozenset[str] = frozenset()
    headers: frozenset[str] = frozenset()

    def __or__(self, other: SecretNames) -> SecretNames:
        return SecretNames(self.query | other.query, self.headers | other.headers)


USUAL = SecretNames(
    query=frozenset(
        {
            *("access_token", "api_key", "apikey", "client_secret", "id_token", "oauth_token"),
            *("password", "refresh_token", "sig", "signature", "token", "upload_id"),
            *("x-amz-security-token", "x-amz-signature", "x-goog-signature"),
        }
    ),
    headers=frozenset(
        {
            *("authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"),
            "x-goog-api-key",
        }
    ),
)
"""What is secret whatever the API."""


class ShownUrl(httpx2.URL):
    """A URL that says how it is to be shown: httpx2 writes whole URLs into its log."""

    def __init__(self, url: httpx2.URL, secrets: Secrets) -> None:
        super().__init__(url)
        self._secrets = secrets

    @property
    def shown(self) -> str:
        """The URL without its secrets."""
        return self._secrets.url(self)


class Secrets:
    """What is secret of the HTTP requests of one call."""

    __slots__ = ("_common", "_names", "_options", "_request", "_sent", "_values", "built")

    def __init__(
        self,
        names: SecretNames,
        request: Request[Any] | None,
        common: Collection[str] = (),
        options: RequestOptions | None = None,
    ) -> None:
        """Take the secret names of an API, a request to it, and headers of all its operations.

        Every call makes one; what it tells is worked out when something is to be shown.
        """
        self._names = names
        self._request = request
        self._common = common
        self._options = options
        self._values: frozenset[str] | None = None
        self._sent: frozenset[str] = frozenset()
        self.built: Collection[str] | None = None
        """Headers of the request before an authentication or a hook has changed it."""

    @property
    def _hides(self) -> bool:
        """Whether the API declares secrets of the request."""
        request = self._request
        return request is not None and bool(request.secret_parameters or request.secrets)

    @property
    def in_body(self) -> bool:
        """Whether the body has secrets."""
        request = self._request
        return request is not None and bool(request.secrets) and any(_in_body(request))

    @property
    def values(self) -> frozenset[str]:
        """What the caller has given for parameters and fields that are secret."""
        if self._values is None:
            request = self._request
            given = () if request is None else (*_in_body(request), *_in_parameters(request))
            self._values = frozenset(text for value in given for text in _texts(value))
        return self._values

    def watch(self, request: httpx2.Request) -> None:
        """Let the log of httpx2 show the URL of a request without the values of its secrets.

        Those that have names which are secret in all requests are known there.
        """
        given = self._request
        if given is not None and (given.link or given.address):
            self.remember(request)
        if self._hides or self._sent:
            request.url = ShownUrl(request.url, self)

    def remember(self, request: httpx2.Request) -> None:
        """Note what a server gets, which addresses that it gives may repeat."""
        self._sent |= self._told_by(request)

    def url(self, url: httpx2.URL | str) -> str:
        """Return a URL to show."""
        shown = redact_url(str(url), self._query_names())
        if not (self._hides or self._sent):
            return shown
        from .spellings import hidden, hidden_segments  # most calls show nothing

        path, mark, query = hidden(shown, self.values | self._sent).partition("?")
        short = (value for value in self.values if len(value) < SHORTEST_SECRET)
        return f"{hidden_segments(path, short)}{mark}{query}"

    def headers(self, headers: httpx2.Headers) -> dict[str, str]:
        """Return the headers of the request to show: what nobody declares is not shown."""
        return {
            name: self.url(value) if self.is_plain(name) else REDACTED
            for name, value in headers.items()
        }

    def answer_headers(self, response: httpx2.Response) -> dict[str, str]:
        """Return the headers of a response to show.

        The address of an upload session, too, lets anybody go on with it.
        """
        told = self._told_by(response.request)
        return {
            name: REDACTED if self._is_secret(name.lower()) else _hidden(self.url(value), told)
            for name, value in response.headers.items()
        }

    def text(self, text: str, request: httpx2.Request | None) -> str:
        """Return a text, such as a server's message, without the secrets that it may repeat."""
        return _hidden(text, self.values if request is None else self._told_by(request))

    def tree(self, body: Any, request: httpx2.Request) -> Any:
        """Return plain JSON without the secrets that its texts may repeat.

        What is cut to be shown is to be without them before.
        """
        told = self._told_by(request)
        try:
            return _mapped(body, lambda text: _hidden(text, told)) if told else body
        except RecursionError:
            return {}

    def hush(self, error: BaseException | None, request: httpx2.Request) -> None:
        """Take the secrets out of an error that quotes what was sent or what came, and out of those
        that led to it: whoever shows an error of ours shows them, too.
        """
        told, seen = self._told_by(request), set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            error.args = tuple(_hidden(a, told) if isinstance(a, str) else a for a in error.args)
            error = error.__cause__ or error.__context__

    def _told_by(self, request: httpx2.Request) -> frozenset[str]:
        """Return what a server that gets a request may repeat."""
        names = self._query_names()
        secrets = {value for name, value in _pairs(request.url) if _stem(name) in names}
        secrets |= {
            *self.values,
            *self._sent,
            unquote(request.url.userinfo.decode().partition(":")[2]),
        }
        for name, value in request.headers.items():
            secrets.update(self._in_header(name.lower(), value))
        return frozenset(one for one in secrets if len(one) >= SHORTEST_SECRET)

    def show_who_asks(self, request: httpx2.Request) -> bool:
        """Tell whether a request has any credentials, whoever put them there.

        So has a body with secrets, as that of a login has.
        """
        if any(name in self._names.headers for name in request.headers) or self.in_body:
            return True
        query = self._names.query - {"upload_id"}
        body = None if self._request is None else self._request.body
        names = (*(name for name, _ in _pairs(request.url)), *_names_in(body))
        return any(name.lower() in query for name in names)

    def leave(self, request: httpx2.Request) -> None:
        """Take off a request, which goes to another origin, what is not known to be harmless."""
        for name in {name for name in request.headers if not self.is_plain(name)}:
            request.headers.pop(name, None)

    def is_plain(self, name: str) -> bool:
        """Tell whether a header of the request is known to be none of a secret."""
        name = name.lower()
        if name in self._names.headers or name in self._secret_headers():
            return False
        if name in _PLAIN_HEADERS or name.startswith(_PLAIN_PREFIXES):
            return True
        return name in self._declared_headers()

    def _is_secret(self, name: str) -> bool:
        known = name in self._names.headers or name in self._secret_headers()
        return known or (not self.is_plain(name) and _TELLING.search(name) is not None)

    def _in_header(self, name: str, value: str) -> Iterator[str]:
        if name == "cookie":
            yield from (pair.partition("=")[2] for pair in value.split("; "))
            return
        added = self.built is not None and name not in self.built and not self.is_plain(name)
        if added or self._is_secret(name):
            yield from (value, value.partition(" ")[2])  # with and without a scheme
            yield from _of_basic(value)

    def _query_names(self) -> frozenset[str]:
        return self._names.query | self._secrets_in("query")

    def _secret_headers(self) -> frozenset[str]:
        return self._secrets_in("header")

    def _secrets_in(self, place: str) -> frozenset[str]:
        request = self._request
        if request is None or not request.secret_parameters:
            return frozenset()
        given = request.query if place == "query" else request.headers
        return frozenset(name.lower() for name in given if request.hides_parameter(place, name))

    def _declared_headers(self) -> frozenset[str]:
        request = self._request
        if request is None:
            return frozenset()
        of_options = () if self._options is None else common_parameters(self._options)
        shared = [*self._common, *(one.wire for one in of_options if one.place == "header")]
        own = (*request.headers, request.idempotency_key)
        return frozenset(name.lower() for name in (*shared, *own))


_UNKNOWN = Secrets(USUAL, None)


def secrets_in(request: httpx2.Request) -> Secrets:
    """Return the secrets of an HTTP request, the usual ones of one that a stranger has made."""
    found: Any = request.extensions.get(EXTENSION)
    return found if isinstance(found, Secrets) else _UNKNOWN


def shown_address(request: httpx2.Request) -> str:
    """Return the URL of an HTTP request to show."""
    return secrets_in(request).url(request.url)


def shown_body(body: Any) -> str:
    """Return a body to show: text as it is, JSON without the values of secret names.

    What is nested too deeply is not shown.
    """
    if isinstance(body, str):
        return body
    try:
        shown = json.dumps(_redacted(body), default=str, ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        return ""
    return shown.encode("utf-8", "backslashreplace").decode()  # of lone surrogates


def _redacted(body: Any) -> Any:
    if is_array(body):
        return [_redacted(inner) for inner in body]
    if is_object(body):
        return {
            name: REDACTED if str(name).lower() in USUAL.query else _redacted(value)
            for name, value in body.items()
        }
    return body


def _in_body(request: Request[Any]) -> Iterator[Any]:
    """Yield the values of the secret fields of a body, however deep they are."""
    if request.secrets:
        given = request.body if request.multipart is None else request.multipart.fields
        everything = EVERYTHING in request.secrets
        yield from _leaves(given) if everything else _members(given, request.secrets)


def _in_parameters(request: Request[Any]) -> Iterator[Any]:
    if not request.secret_parameters:
        return
    places: Mapping[str, Mapping[str, Any]] = {
        "path": request.path_params,
        "query": request.query,
        "header": request.headers,
        "cookie": request.cookies,
    }
    for place, given in places.items():
        for name, value in given.items():
            if request.hides_parameter(place, name):
                yield from _leaves(value)


def _members(given: Any, names: Collection[str]) -> Iterator[Any]:
    """Yield what is in the members of some names, however deep they are."""
    given = _opened(given)
    if is_array(given):
        for inner in given:
            yield from _members(inner, names)
    elif is_object(given):
        for name, value in given.items():
            yield from _leaves(value) if name in names else _members(value, names)


def _leaves(given: Any) -> Iterator[Any]:
    """Yield the values in arrays and objects, however deep they are."""
    given = _opened(given)
    if is_array(given):
        for inner in given:
            yield from _leaves(inner)
    elif is_object(given):
        for inner in given.values():
            yield from _leaves(inner)
    elif given is not None and not isinstance(given, Omit):
        yield given


def _opened(given: Any) -> Any:
    """Return what a model or a dataclass has, and what an enumeration stands for."""
    is_closed = isinstance(given, BaseModel | Enum) or is_dataclass(given)
    return plain(given) if is_closed else given


def _texts(value: Any) -> Iterator[str]:
    """Yield the text of a value as it may stand in a message; bytes are base64, too."""
    if isinstance(value, bytes):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(value).decode().rstrip("=")
        value = value.decode("utf-8", "replace")
    if not isinstance(value, bool) and (text := str(value)):
        yield text


def _mapped(body: Any, change: Callable[[str], str]) -> Any:
    """Return plain JSON, its texts changed."""
    if isinstance(body, str):
        return change(body)
    if is_array(body):
        return [_mapped(inner, change) for inner in body]
    if is_object(body):
        return {change(str(name)): _mapped(value, change) for name, value in body.items()}
    return body


def _stem(name: str) -> str:
    """Return the name of a parameter, also where it is one of an object: `login[password]`."""
    return name.partition("[")[0].lower()


def _pairs(url: httpx2.URL) -> Iterable[tuple[str, str]]:
    return url.params.multi_items() if url.query else ()


def _of_basic(header: str) -> Iterator[str]:
    """Yield the password in a header of HTTP Basic, as it is and as OAuth encodes it."""
    scheme, _, pair = header.partition(" ")
    if scheme.lower() == "basic":
        try:
            password = base64.b64decode(pair).decode().partition(":")[2]
        except ValueError:
            return
        yield from (password, unquote_plus(password), unquote(password))


def _names_in(body: Any) -> Iterator[str]:
    """Yield the wire names of what a body has."""
    if isinstance(body, BaseModel):
        fields = type(body).model_fields
        for name in body.model_fields_set:
            yield (name in fields and fields[name].alias) or name
    elif is_object(body):
        yield from map(str, body)


def _hidden(text: str, secrets: Iterable[str]) -> str:
    """Return a text without some secrets, however they are spelled there."""
    from .spellings import hidden

    return hidden(text, secrets)
