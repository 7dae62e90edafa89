"""HTTP requests of httpx2, made of an operation's request."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from types import NoneType
from typing import Any
from urllib.parse import unquote, urljoin

import httpx2

from ..auth.credentials import Signature
from ..bodies.parameters import (
    cookie_texts,
    encoded_by,
    is_absent,
    path_text,
    plain_text,
    query_pairs,
    refuse_object,
)
from ..bodies.upload_streams import UploadStream
from ..data.json_shapes import is_array
from ..data.omission import Omit, omit
from ..data.wire import plain
from ..errors.api_errors import ConfigurationError, PaginationError
from ..requests.options import RequestOptions, common_parameters
from ..requests.origins import is_same_server, is_web_address, origin_of
from ..requests.request import FormQuery, Request, Style
from ..requests.secrets import EXTENSION, Secrets
from ..requests.urls import escape, expand
from .configuration import Configuration, given_headers, lower_names, timeout_limits

_NO_OBJECTS = frozenset({Omit, NoneType, str, int, float, bool})
_WITH_CONTENT = frozenset({"POST", "PUT", "PATCH", "QUERY"})
"""Methods that tell the length of no content, too (RFC 9110, section 8.6)."""
_FRAMING = ("content-length", "transfer-encoding")
_CHUNKED: Mapping[str, str] = {"transfer-encoding": "chunked"}
_UNFRAMED: Mapping[str, str] = {}
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def build_request(
    configuration: Configuration,
    request: Request[Any],
    options: RequestOptions,
    signature: Signature,
    secrets: Secrets,
) -> httpx2.Request:
    """Build the HTTP request of one call.

    Raises:
        ConfigurationError: There is no base URL.
        ValueError: A parameter cannot be sent, such as an empty one of the path, or one that makes
            a URL too long.
    """
    headers = _headers(configuration, request, options, signature)
    body: bytes | UploadStream = b""
    send_read_only = options.send_read_only
    if isinstance(send_read_only, Omit):
        send_read_only = configuration.send_read_only
    if request.has_content:
        from ..bodies.encoding import encode_body  # a program that only reads never needs it

        body, media_type = encode_body(request, send_read_only=send_read_only)
        headers.setdefault("content-type", media_type)
    timeout = (
        configuration.timeout
        if isinstance(options.timeout, Omit)
        else timeout_limits(options.timeout)
    )
    method, address = request.method, _url(configuration, request, options, signature)
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise ValueError(f"{request.title}: no URL to send to: {error}") from error
    headers |= _framing(method, headers, body)
    # Of a stream, since httpx2 takes four times as long to make a request of bytes.
    stream = httpx2.ByteStream(body) if isinstance(body, bytes) else body
    extensions = {"timeout": timeout, EXTENSION: secrets}
    pairs = _header_list(url, headers)
    http_request = httpx2.Request(method, url, headers=pairs, stream=stream, extensions=extensions)
    if isinstance(body, bytes):
        http_request.read()  # for hooks that look at its content
    secrets.watch(http_request)
    return http_request


def _framing(
    method: str, headers: Mapping[str, str], body: bytes | UploadStream
) -> Mapping[str, str]:
    """Return the header that tells how long a body is (RFC 9112, section 6)."""
    if isinstance(body, UploadStream):
        length = body.length
        return _CHUNKED if length is None else {"content-length": str(length)}
    if not (body or method in _WITH_CONTENT) or not headers.keys().isdisjoint(_FRAMING):
        return _UNFRAMED
    return {"content-length": str(len(body))}


def _url(
    configuration: Configuration,
    request: Request[Any],
    options: RequestOptions,
    signature: Signature,
) -> str:
    if request.address:
        return request.address
    if request.link:
        return _with_missing(request.link, signature.query)
    base = _base(configuration, request)
    if not base:
        settings = configuration.settings
        variable = f" or set {settings.environment}_BASE_URL" if settings.environment else ""
        such = f", such as http://localhost{settings.base_path}" if settings.base_path else ""
        raise ConfigurationError(f"{settings.name} has no base URL: pass base_url{variable}{such}")

    is_plain = not (request.styles or request.formats or request.reserved)

    def value_of(name: str) -> str:
        given = request.path_params.get(name, omit)
        if is_plain and type(given) is str:
            return escape(given)
        value = _encoded(request, "path", name, given)
        style = _style(request, "path", name, "simple")
        return path_text(name, value, style, reserved=_is_reserved(request, "path", name))

    url = base + expand(
        request.path,
        value_of,
        may_be_empty=request.may_be_empty,
        dot_segments=request.dot_segments,
    )
    pairs = _query(configuration, request, options)
    if signature.query:
        given = {pair.partition("=")[0] for pair in pairs}
        pairs += [pair for pair in signature.query if pair.partition("=")[0] not in given]
    if not pairs:
        return url
    return f"{url}{'&' if '?' in url else '?'}{'&'.join(pairs)}"


def withheld(configuration: Configuration, request: Request[Any]) -> str:
    """Tell why a list that goes on at another origin gets no credentials; empty where it may.

    Raises:
        PaginationError: The link leads to no address of the web.
    """
    if not request.link:
        return ""
    home = httpx2.URL(_base(configuration, request))
    try:
        link = httpx2.URL(request.link)
    except httpx2.InvalidURL:
        link = httpx2.URL()
    if not is_web_address(link):
        raise PaginationError(
            f"{request.title}: the link to the next page is no address of the web",
            operation_id=request.operation_id,
            method=request.method,
        )
    return "" if is_same_server(home, link) else why_withheld(home, link)


def why_withheld(home: httpx2.URL, other: httpx2.URL) -> str:
    """Tell that an origin gets nothing that is for another one."""
    return f"credentials are held back from {origin_of(other)}: they are for {origin_of(home)}"


def _base(configuration: Configuration, request: Request[Any]) -> str:
    """Return the base URL of a request; a relative one of its own starts from the client's."""
    base, own = configuration.base_url, request.server
    if not own:
        return base
    if "://" in own or own.startswith("//"):
        if configuration.base_url_given:
            return base
        return urljoin(base or "https:", own).rstrip("/")
    return urljoin(f"{base}/", own).rstrip("/") if base else ""


def _with_missing(link: str, pairs: Iterable[str]) -> str:
    """Return a link with those of some parameters that it does not have."""
    present = {name.lower() for name in httpx2.URL(link).params}
    missing = [pair for pair in pairs if unquote(pair.partition("=")[0]).lower() not in present]
    return f"{link}{'&' if '?' in link else '?'}{'&'.join(missing)}" if missing else link


def _query(
    configuration: Configuration, request: Request[Any], options: RequestOptions
) -> list[str]:
    override, defaults = options.query or {}, configuration.defaults
    common = common_parameters(options)
    pairs: list[str] = []
    if not (override or common or request.query or configuration.query):
        return pairs
    for name, value in configuration.query.items():
        if name not in override and name not in request.query:
            pairs += query_pairs(name, value)
    for name, given in request.query.items():
        value = defaults.get(name, omit) if defaults and given is omit else given
        if value is not omit and name not in override:
            form = request.formats.get(name) if request.formats else None
            if isinstance(form, FormQuery):
                from ..bodies.encoding import form_pairs

                pairs += [] if is_absent(value) else form_pairs(plain(value), form.encodings)
                continue
            style = _style(request, "query", name, "repeat")
            encoded = _encoded(request, "query", name, value)
            reserved = _is_reserved(request, "query", name)
            pairs += query_pairs(name, encoded, style, reserved=reserved)
    for parameter in common:
        own = request.query.get(parameter.wire)
        if parameter.place == "query" and parameter.wire not in override and is_absent(own):
            pairs += query_pairs(parameter.wire, getattr(options, parameter.field), parameter.style)
    for name, value in override.items():
        pairs += query_pairs(name, value)
    return pairs


def _encoded(request: Request[Any], place: str, name: str, value: Any) -> Any:
    """Return a parameter as it is to be written.

    Raises:
        TypeError: It is an object, and the API takes none there.
        ValueError: It has no form there.
    """
    if type(value) not in _NO_OBJECTS:
        _refuse_objects(request, place, name, value)
    if not request.formats:
        return value
    known = request.formats.get(f"{place}:{name}") or request.formats.get(name)
    if known is None:
        return value
    try:
        return encoded_by(known, value)
    except ValueError as error:
        raise ValueError(f"parameter {name!r}: {error}") from error


def _refuse_objects(request: Request[Any], place: str, name: str, value: Any) -> None:
    """Refuse an object, or one among items, where the API takes none.

    Raises:
        TypeError: There is one.
    """
    names = (name, f"{name}[]") if is_array(value) else (name,)
    if any(one in request.objects or f"{place}:{one}" in request.objects for one in names):
        return
    for one in value if is_array(value) else (value,):
        refuse_object(name, one)


def _style(request: Request[Any], place: str, name: str, default: Style) -> Style:
    if not request.styles:
        return default
    return request.styles.get(f"{place}:{name}") or request.styles.get(name, default)


def _is_reserved(request: Request[Any], place: str, name: str) -> bool:
    return name in request.reserved or f"{place}:{name}" in request.reserved


def _headers(
    configuration: Configuration,
    request: Request[Any],
    options: RequestOptions,
    signature: Signature,
) -> dict[str, str]:
    headers = {"accept": request.accept, **configuration.headers, **signature.headers}
    if request.obtains_token:
        headers = {name: headers[name] for name in ("accept", "accept-encoding", "user-agent")}
    if request.headers:
        headers.update(lower_names(_plain_parameters(request, "header", request.headers)))
    for parameter in common_parameters(options):
        value = getattr(options, parameter.field)
        if parameter.place == "header" and not is_absent(value):
            headers[parameter.wire.lower()] = plain_text(value)
    cookies = _cookies(request, signature)
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    if options.headers:
        headers.update(given_headers(options.headers))
    if request.idempotency_key:
        headers.setdefault(request.idempotency_key.lower(), str(uuid.uuid4()))
    return headers


def _cookies(request: Request[Any], signature: Signature) -> list[str]:
    """Write what goes into the header ``Cookie``: a parameter may be several cookies."""
    if not (request.cookies or signature.cookies):
        return []
    given = {name: value for name, value in request.cookies.items() if not is_absent(value)}
    cookies = [f"{name}={value}" for name, value in signature.cookies.items() if name not in given]
    for name, value in given.items():
        encoded = _encoded(request, "cookie", name, value)
        cookies += cookie_texts(name, encoded, _style(request, "cookie", name, "repeat"))
    return cookies


def _plain_parameters(
    request: Request[Any], place: str, values: Mapping[str, Any]
) -> dict[str, str]:
    return {
        name: plain_text(
            _encoded(request, place, name, value), _style(request, place, name, "simple")
        )
        for name, value in values.items()
        if not is_absent(value)
    }


def _header_list(url: httpx2.URL, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Return headers as httpx2 takes them.

    Raises:
        ValueError: A value would break out of its header, and the message does not show it; or a
            name is none.
    """
    host = url.netloc
    pairs = [(b"Host", host)] if host and "host" not in headers else []
    if _CONTROL.search("".join(headers.values())):
        name = next(name for name, value in headers.items() if _CONTROL.search(value))
        raise ValueError(f"the value of header {name!r} has control characters")
    if not "".join(headers).isascii():
        name = next(name for name in headers if not name.isascii())
        raise ValueError(f"{name!r} is no name of a header")
    for name, value in headers.items():
        pairs.append((name.encode("ascii"), value.strip().encode("utf-8")))
    return pairs
