"""Servers of a Discovery document: the root, regional endpoints, the one for mutual TLS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from specmill.document.shapes import EXTRA

_VARIABLE = "{location}"
_WORD = re.compile(r"[A-Za-z0-9]")
_ELSEWHERE = {"endpointUrl", "location", "description"}


def read_servers(tree: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return Server Objects: first that of ``rootUrl``, then those with a role of their own.

    Endpoints whose URLs differ in their location alone are one server with a variable. A second
    endpoint of a location is named by what its host has beyond that of the root:
    ``europe-west1.rep`` for ``https://run.europe-west1.rep.googleapis.com``.
    """
    servers: list[dict[str, Any]] = [{"url": tree["rootUrl"].rstrip("/")}]
    regional: dict[str, dict[str, Any]] = {}
    for name, url, endpoint in _endpoints(tree):
        server = _server(url, endpoint)
        known = regional.setdefault(json.dumps(server), server)
        variable = known.setdefault("variables", {"location": {"default": name, "enum": []}})
        location = variable["location"]
        location["enum"].append(name)
        location["default"] = min(location["default"], name)  # the order of a list tells none
        if name != endpoint["location"]:
            renamed = known.setdefault(EXTRA, {}).setdefault("locations", {})
            renamed[name] = endpoint["location"]
    servers += regional.values()
    if tree.get("mtlsRootUrl"):
        servers.append({"url": tree["mtlsRootUrl"].rstrip("/"), "x-specmill-server": "mtls"})
    return servers


def _endpoints(tree: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield the name of each endpoint, its URL with ``{location}`` for the name, and its facts."""
    taken: set[str] = set()
    for endpoint in tree.get("endpoints", ()):
        url, name = endpoint["endpointUrl"].rstrip("/"), endpoint["location"]
        if name in taken or not _standing(name, url):
            name = _own_labels(url, tree["rootUrl"])
        taken.add(name)
        at = _standing(name, url)
        there = slice(*at) if at else slice(0, 0)
        shown = url[: there.start] + _VARIABLE + url[there.stop :] if at else url
        yield name, shown, endpoint


def _standing(name: str, url: str) -> tuple[int, int] | None:
    """Return where a name stands in a URL and is not part of another word."""
    start = url.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        if not _WORD.search(url[max(start - 1, 0) : start] + url[end : end + 1]):
            return start, end
        start = url.find(name, start + 1)
    return None


def _own_labels(url: str, root: str) -> str:
    """Return what the host of an endpoint has beyond the last labels that it shares."""
    own, shared = urlsplit(url).netloc.split("."), urlsplit(root).netloc.split(".")
    while own[1:] and shared and own[-1] == shared[-1]:
        own.pop()
        shared.pop()
    while own[1:] and shared and own[0] == shared[0]:
        own.pop(0)
        shared.pop(0)
    return ".".join(own)


def _server(url: str, endpoint: Mapping[str, Any]) -> dict[str, Any]:
    server: dict[str, Any] = {"url": url, "x-specmill-server": "regional"}
    if endpoint.get("description"):
        server["description"] = endpoint["description"]
    extra = {key: value for key, value in endpoint.items() if key not in _ELSEWHERE}
    extra |= extra.pop(EXTRA, {})
    if extra:
        server[EXTRA] = extra
    return server
