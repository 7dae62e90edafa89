"""Fields of OpenAPI 3 in a Swagger 2.0 document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from specmill.document.shapes import REPAIRED
from specmill.sources.repairs.mending import Stray, join, set_aside

_SECTIONS_OF_OPENAPI = {
    "schemas": "definitions",
    "parameters": "parameters",
    "responses": "responses",
    "securitySchemes": "securityDefinitions",
}


def _components_of_openapi(stray: Stray) -> str | None:
    mending, unknown = stray.mending, stray.unknown
    sections = unknown.holder["components"]
    if not isinstance(sections, dict) or set(sections) - set(_SECTIONS_OF_OPENAPI):
        return None
    del unknown.holder["components"]
    for name, entries in sections.items():
        own = unknown.holder.setdefault(_SECTIONS_OF_OPENAPI[name], {})
        if isinstance(own, dict) and isinstance(entries, dict):
            for key, entry in entries.items():
                own.setdefault(key, entry)
                new = join(None, _SECTIONS_OF_OPENAPI[name], key)
                mending.move(join(None, "components", name, key), new)
        mending.recheck(join(None, _SECTIONS_OF_OPENAPI[name]))
    return "taken as Swagger's own sections"


def _leave(holder: dict[str, Any], key: str, content: dict[str, Any]) -> None:
    """Drop a field whose ``content`` was read by its first media type; keep one that says more."""
    first, *others = content.values()
    if all(one == first for one in others) and first.keys() <= {"schema"}:
        del holder[key]
    else:
        set_aside(holder, key)


def _servers_of_openapi(stray: Stray) -> str | None:
    unknown = stray.unknown
    servers = unknown.holder["servers"]
    url = servers[0].get("url") if isinstance(servers, list) and servers else None
    if "host" in unknown.holder or not isinstance(url, str) or "://" not in url or "{" in url:
        return None
    scheme, _, rest = url.partition("://")
    host, slash, base = rest.partition("/")
    unknown.holder.update(host=host, schemes=[scheme])
    if base:
        unknown.holder["basePath"] = slash + base
    if servers == [{"url": url}]:
        del unknown.holder["servers"]
        return f"taken as `host` {host}"
    set_aside(unknown.holder, "servers")
    return f"taken as `host` {host}; the rest is kept under {REPAIRED}"


def _body_of_openapi(stray: Stray) -> str | None:
    mending, unknown = stray.mending, stray.unknown
    body, holder = unknown.holder["requestBody"], unknown.holder
    content = body.get("content") if isinstance(body, dict) else None
    if not isinstance(content, dict) or not content:
        return None
    media = next(iter(content.values()))
    parameters = holder.setdefault("parameters", [])
    if not isinstance(media, dict) or not isinstance(parameters, list):
        return None
    parameter: dict[str, Any] = {"name": "body", "in": "body", "schema": media.get("schema", {})}
    for key in ("description", "required"):
        if key in body:
            parameter[key] = body[key]
    _leave(holder, "requestBody", content)
    holder.setdefault("consumes", list(content))
    parameters.append(parameter)
    after = join(unknown.path, "parameters", len(parameters) - 1)
    mending.move(join(unknown.path, "requestBody"), after)
    mending.recheck(after)
    return "taken as a parameter in the body"


def _content_of_openapi(stray: Stray) -> str | None:
    mending, unknown = stray.mending, stray.unknown
    content, holder = unknown.holder["content"], unknown.holder
    if not isinstance(content, dict) or "schema" in holder:
        return None
    media: Any = next(iter(content.values()), None)
    if not isinstance(media, dict):
        return None
    _leave(holder, "content", content)
    if "schema" in media:
        holder["schema"] = media["schema"]
        mending.recheck(join(unknown.path, "schema"))
    parameters = unknown.path[0] if unknown.path is not None else None
    operation = mending.at(parameters[0]) if parameters is not None else None
    if isinstance(operation, dict) and "responses" in operation and content:
        produces = operation.setdefault("produces", [])
        if isinstance(produces, list):
            produces += [kind for kind in content if kind not in produces]
    return "taken as `schema` and `produces`"


def _nullable_of_openapi(stray: Stray) -> str | None:
    mending, unknown = stray.mending, stray.unknown
    unknown.holder["x-nullable"] = unknown.holder.pop("nullable")
    mending.recheck(join(unknown.path, "x-nullable"))
    return "taken as `x-nullable`"


def _scheme_of_openapi(stray: Stray) -> str | None:
    """Leave a field of `http` or `openIdConnect` where it is: the normal form has it there."""
    unknown = stray.unknown
    is_newer = unknown.holder.get("type") in ("http", "openIdConnect")
    if not is_newer or not isinstance(unknown.holder[unknown.key], str):
        return None
    return "taken as OpenAPI 3 has it"


OF_OPENAPI: dict[tuple[str, str], Callable[[Stray], str | None]] = {
    ("Swagger", "components"): _components_of_openapi,
    ("Swagger", "servers"): _servers_of_openapi,
    ("Operation", "requestBody"): _body_of_openapi,
    ("Response", "content"): _content_of_openapi,
    ("Parameter", "nullable"): _nullable_of_openapi,
    ("Items", "nullable"): _nullable_of_openapi,
    ("Security Scheme", "scheme"): _scheme_of_openapi,
    ("Security Scheme", "bearerFormat"): _scheme_of_openapi,
    ("Security Scheme", "openIdConnectUrl"): _scheme_of_openapi,
}
