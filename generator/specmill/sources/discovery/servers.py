"""Servers of a Discovery document: the root, regional endpoints, the one for mutual TLS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from specmill.document.shapes import EXTRA

_VARIABLE = "{location}"
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
        variable["location"]["enum"].append(name)
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
        if name in taken or not re.search(_pattern(name), url):
            name = _own_labels(url, tree["rootUrl"])
        taken.add(name)
        yield name, re.sub(_pattern(name), _VARIABLE, url, count=1), endpoint


def _pattern(name: str) -> str:
    """Match a name where it is not part of another word."""
    return rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"


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
