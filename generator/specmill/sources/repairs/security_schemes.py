"""Security schemes that have another name for their type, or lack what it needs."""

from __future__ import annotations

import re

from specmill.document.shapes import REPAIRED
from specmill.sources.repairs.finder import Found, Spot
from specmill.sources.repairs.mending import Row, set_aside

_FLOW_URLS = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}
_WORDS = {
    "apikey": {"type": "apiKey"},
    "http": {"type": "http"},
    "oauth2": {"type": "oauth2"},
    "oauth": {"type": "oauth2"},
    "openidconnect": {"type": "openIdConnect"},
    "oidc": {"type": "openIdConnect"},
    "mutualtls": {"type": "mutualTLS"},
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "jwt": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "token": {"type": "http", "scheme": "bearer"},
}


def _scheme_kind(spot: Spot) -> Found:
    node = spot.node
    kind = node["type"]
    if kind in ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"):
        return None
    meaning = _WORDS.get(re.sub(r"[^a-z0-9]", "", kind.lower()))
    if meaning is None:
        return None
    node["type"] = meaning["type"]
    for key, value in meaning.items():
        node.setdefault(key, value)
    words = ", ".join(f"{key} {value!r}" for key, value in meaning.items())
    return "type", f"there is no type {kind!r} of security schemes; taken as {words}"


def _scheme_fields(spot: Spot) -> Found:
    node = spot.node
    kind = node["type"]
    if kind == "http" and "scheme" not in node:
        basic = "basic" in str(spot.path[1]).lower() if spot.path else False
        node["scheme"] = "basic" if basic and "bearerFormat" not in node else "bearer"
        return "", f"`scheme` is missing; taken as {node['scheme']!r}"
    if kind == "oauth2" and "flows" not in node:
        node["flows"] = {}
        return "", "`flows` is missing; taken as none"
    if kind == "openIdConnect" and "openIdConnectUrl" not in node:
        node.update(type="http", scheme="bearer")
        return "", "`openIdConnectUrl` is missing; taken as a bearer token"
    return None


def _api_key(spot: Spot) -> Found:
    node = spot.node
    if node["type"] != "apiKey":
        return None
    said = []
    if "name" not in node and spot.path is not None:
        node["name"] = str(spot.path[1])
        said.append(f"`name` is missing; taken as {node['name']!r}, the scheme's own name")
    place = node.get("in")
    if place not in ("query", "header", "cookie"):
        plain = str(place or "").strip().lower()
        node["in"] = plain if plain in ("query", "header", "cookie") else "header"
        said.append(f"`in` is {repr(place) if place else 'missing'}; taken as {node['in']!r}")
    return ("", "; ".join(said)) if said else None


def _flow_urls(spot: Spot) -> Found:
    node = spot.node
    flows = node.get("flows")
    if node["type"] != "oauth2" or not flows:
        return None
    for name, needed in _FLOW_URLS.items():
        missing = [key for key in needed if not flows.get(name, {key: "x"}).get(key)]
        if missing:
            set_aside(flows, name)
            words = " and ".join(f"`{key}`" for key in missing)
            return "flows", f"the flow {name!r} lacks {words}; kept under {REPAIRED}"
    return None


SCHEMES = (
    Row("security-scheme-type", _scheme_kind),
    Row("api-key-incomplete", _api_key),
    Row("security-scheme-incomplete", _scheme_fields),
    Row("oauth-flow-incomplete", _flow_urls),
)
