"""Requests that no method is made for: any method and path of the API's server."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote

import httpx2
from pydantic import BaseModel

from ..bodies.parameters import query_pairs
from ..bodies.uploads import File, is_content
from ..data.json_shapes import is_object
from ..data.omission import Omit
from ..data.wire import plain
from ..requests.redaction import shown_url
from ..requests.request import Multipart, Request
from .configuration import Configuration

Files: TypeAlias = Mapping[str, File | Iterable[File]]
"""Parts of a form to the files that they are; a list is one part each."""

_METHOD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A token (RFC 9110, section 5.6.2)."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_UNSAFE = re.compile(r"[\x00-\x20\x7f#{}\\]")
_ACCEPT = "application/json, */*;q=0.9"
_OCTETS = "application/octet-stream"
_TEXT = "text/plain; charset=utf-8"


def untyped_request(
    configuration: Configuration,
    method: str,
    path: str,
    *,
    query: Mapping[str, Any] | None,
    body: Any,
    json: Any,
    files: Files | None,
    content_type: str | None,
) -> Request[Any]:
    """Make the request of ``client.request(…)``; its answer is read as its media type says.

    Raises:
        ValueError: It is no path, or leads to another server than that of the API.
        TypeError: Two bodies are given, or one that cannot be sent.
    """
    if not _METHOD.fullmatch(method):
        raise ValueError(f"{method!r} is no HTTP method")
    link = _link(configuration, path, query) if _ABSOLUTE.match(path) else ""
    return Request(
        "request",
        f"{method.upper()} {'' if link else _checked_path(path)}",
        query=query or {},
        link=link,
        accept=_ACCEPT,
        reads="any",
        **_body(body, json, files, content_type),
    )


def _checked_path(path: str) -> str:
    if not path.startswith("/"):
        raise ValueError(f"a path begins with a slash: {path!r}")
    found = _UNSAFE.search(path)
    if found is not None:
        hint = "; fill in its variables" if found[0] in "{}" else "; percent-encode it"
        raise ValueError(f"a path has no {found[0]!r}: {path!r}{hint}")
    way, _, asked = path.partition("?")
    if not {".", ".."}.isdisjoint(unquote(way).split("/")):
        raise ValueError(f"a path has no segment '.' or '..': {path!r}")
    return path if asked else way


def _link(configuration: Configuration, address: str, query: Mapping[str, Any] | None) -> str:
    """Check a whole address, such as one that an answer has, and add the query."""
    if not _is_own(configuration.base_url, address):
        raise ValueError(f"{shown_url(address)!r} is not on the server of this client; give a path")
    pairs = [pair for name, value in (query or {}).items() for pair in query_pairs(name, value)]
    if not pairs:
        return address
    return f"{address}{'&' if '?' in address else '?'}{'&'.join(pairs)}"


def _is_own(base_url: str, address: str) -> bool:
    """Tell whether an address is on the server of a base URL, and shows no credentials."""
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL:
        return False
    is_whole = bool(base_url and url.scheme and url.host) and not url.userinfo
    return is_whole and url.origin == httpx2.URL(base_url).origin


def _body(
    body: Any,
    json: Any,
    files: Files | None,
    content_type: str | None,
) -> dict[str, Any]:
    """Return the arguments of a request that are its body.

    Raises:
        TypeError: Two bodies are given, or one that cannot be sent.
    """
    given = [one for one in (body, json) if not isinstance(one, Omit)]
    if len(given) > 1 or (files is not None and not isinstance(json, Omit)):
        raise TypeError("a request has one body: body=, which may go with files=, or json=")
    if files is not None:
        fields: Any = {} if isinstance(body, Omit) else plain(body)
        if not is_object(fields):
            raise TypeError("what goes with files is a model or a mapping of fields")
        return {"multipart": Multipart(fields=fields, files=files)}
    if not isinstance(json, Omit):
        return {"body": json, "media_type": content_type or "application/json"}
    if isinstance(body, Omit):
        return {}
    if isinstance(body, str):
        return {"upload": body.encode("utf-8"), "media_type": content_type or _TEXT}
    if not isinstance(body, BaseModel) and is_content(body):
        return {"upload": body, "media_type": content_type or _OCTETS}
    return {"body": body, "media_type": content_type or "application/json"}
