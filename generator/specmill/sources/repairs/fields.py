"""Fields that are missing or stand in the wrong object, and keys that are spelled wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from specmill.document.openapi_shapes import STATUS
from specmill.document.shapes import ANYTHING, MapOf, Mistake, Path, Unknown
from specmill.sources.repairs.mending import ABSENT, Mending, Row, join

_JSON = "application/json"
_STATUS_WORDS = re.compile(r"\s*([1-5][0-9]{2}|[1-5][xX]{2})(?:\.0)?(?:\s+\D.*|\s*)\Z")
_OF_SCHEMA = frozenset(
    {
        *("type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "enum"),
        *("exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems"),
        *("uniqueItems", "multipleOf", "nullable", "x-nullable", "properties", "oneOf", "anyOf"),
        *("allOf", "additionalProperties", "const", "title"),
    }
)
_COLLECTIONS = {
    "csv": {"explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"explode": True},
}
_SECTIONS_OF_SWAGGER = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
    "schemas": "schemas",
    "securitySchemes": "securitySchemes",
    "requestBodies": "requestBodies",
}
_SECTIONS_OF_OPENAPI = {
    "schemas": "definitions",
    "parameters": "parameters",
    "responses": "responses",
    "securitySchemes": "securityDefinitions",
}

Missing: TypeAlias = Callable[[Mending, dict[str, Any], Path], str | None]
Misplaced: TypeAlias = Callable[[Mending, Unknown], str | None]


def mend_missing(mending: Mending, mistake: Mistake) -> bool:
    """Add a field that an object lacks, where its value is evident."""
    assert mistake.path is not None
    around, key = mistake.path
    holder = mending.at(around)
    for row in MISSING.get((getattr(mistake.shape, "name", ""), str(key)), ()):
        words = row.mend(mending, holder, around)
        if words:
            mending.note(row, f"{mistake.what}; {words}", around)
            return True
    return False


def mend_unknown(mending: Mending, unknown: Unknown) -> bool:
    """Put a field where it belongs."""
    if unknown.key not in unknown.holder:
        return True  # another row took it along
    for row in MISPLACED:
        place = mending.locate(unknown.pointer)
        words = row.mend(mending, unknown)
        if words:
            what = f"`{unknown.key}` is no field of {unknown.record.name}; {words}"
            mending.report.warn(what, location=place, hint=row.hint, code=row.code)
            return True
    return False


def mend_key(mending: Mending, mistake: Mistake) -> bool:
    """Spell a key as it must be; leaves it where the right one is there too."""
    assert mistake.path is not None
    around, key = mistake.path
    holder, shape = mending.at(around), mistake.shape
    assert isinstance(shape, MapOf)
    for row in KEYS:
        better = row.mend(str(key), shape)
        if better is None or better in holder:
            continue
        mending.note(row, f"{mistake.what}; taken as {better!r}", mistake.path)
        entries = [(better if name == key else name, item) for name, item in holder.items()]
        holder.clear()
        holder.update(entries)
        mending.move(mistake.path, join(around, better))
        mending.recheck(join(around, better))
        return True
    return False


def _empty(key: str, kind: type, words: str) -> Missing:
    def mend(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
        holder[key] = kind()
        return words

    return mend


def _no_content(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    holder["content"] = {}
    return "taken from `schema`" if "schema" in holder else "taken as a body of no known type"


def _server_url(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    holder["url"] = "/"
    return "taken as '/'"


def _variable_default(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    values = holder.get("enum")
    first = values[0] if isinstance(values, list) and values else ""
    holder["default"] = first if isinstance(first, str) else str(first)
    return f"taken as {holder['default']!r}"


def _place_of_parameter(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    at, name = path, holder.get("name")
    while at is not None and at[0] is not None and at[0][1] != "paths":
        at = at[0]
    template = str(at[1]) if at is not None else ""
    if isinstance(name, str) and f"{{{name}}}" in template:
        holder["in"] = "path"
        return f"taken as 'path', since {template} has it"
    if mending.family == "swagger2" and isinstance(holder.get("schema"), dict):
        holder["in"] = "body"
        return "taken as 'body', since it has a `schema`"
    return None


def _no_discriminator(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    assert path is not None
    mending.at(path[0]).pop("discriminator", None)
    return "left out, since nothing tells the variants apart"


def _no_tag(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    mending.put(path, ABSENT, ANYTHING)
    return "left out"


def _kind_of_scheme(mending: Mending, holder: dict[str, Any], path: Path) -> str | None:
    signs = (
        ("flows", "oauth2"),
        ("flow", "oauth2"),
        ("openIdConnectUrl", "openIdConnect"),
        ("scheme", "http"),
        ("bearerFormat", "http"),
        ("in", "apiKey"),
    )
    kind = next((kind for key, kind in signs if key in holder), None)
    if kind is None:
        return None
    holder["type"] = kind
    return f"taken as {kind!r}"


MISSING: dict[tuple[str, str], tuple[Row, ...]] = {
    ("Server", "url"): (Row("server-without-url", _server_url),),
    ("Server Variable", "default"): (Row("variable-without-default", _variable_default),),
    ("Parameter", "in"): (Row("parameter-without-in", _place_of_parameter),),
    ("Request Body", "content"): (Row("content-missing", _no_content),),
    ("OAuth Flow", "scopes"): (Row("scopes-missing", _empty("scopes", dict, "taken as none")),),
    ("Swagger", "paths"): (Row("paths-missing", _empty("paths", dict, "taken as none")),),
    ("Discriminator", "propertyName"): (Row("discriminator-without-property", _no_discriminator),),
    ("Tag", "name"): (Row("tag-without-name", _no_tag),),
    ("Security Scheme", "type"): (Row("security-scheme-without-type", _kind_of_scheme),),
}


def _spelling(mending: Mending, unknown: Unknown) -> str | None:
    key, holder = unknown.key, unknown.holder
    plain = key.strip().casefold()
    better = next((name for name in unknown.record.fields if name.casefold() == plain), None)
    if better is None or better in holder:
        return None
    entries = [(better if name == key else name, item) for name, item in holder.items()]
    holder.clear()
    holder.update(entries)
    mending.move(join(unknown.path, key), join(unknown.path, better))
    mending.recheck(join(unknown.path, better))
    return f"taken as `{better}`"


def _into(mending: Mending, unknown: Unknown, keys: list[str], *target: str) -> None:
    """Move fields of an object into one that stands deeper, and check that."""
    holder = inner = unknown.holder
    for name in target:
        found = inner.setdefault(name, {})
        if not isinstance(found, dict):
            return
        inner = found
    for key in keys:
        inner.setdefault(key, holder.pop(key))
        mending.move(join(unknown.path, key), join(unknown.path, *target, key))
    mending.recheck(join(unknown.path, target[0]))


def _schema_in_value(mending: Mending, unknown: Unknown) -> str | None:
    """Keywords of a schema directly in a parameter, a header or a media type."""
    if unknown.record.name not in ("Parameter", "Header", "Media Type"):
        return None
    if mending.family != "openapi3" or "schema" in unknown.holder and _is_ref(unknown.holder):
        return None
    if unknown.key == "collectionFormat" and unknown.record.name == "Parameter":
        form = unknown.holder["collectionFormat"]
        if form not in _COLLECTIONS:
            return None
        del unknown.holder["collectionFormat"]
        for key, value in _COLLECTIONS[form].items():
            unknown.holder.setdefault(key, value)
        return "taken as `style` and `explode`"
    wanted = _OF_SCHEMA | ({"$ref", "required"} if unknown.record.name == "Media Type" else set())
    if unknown.key not in wanted:
        return None
    known = unknown.record.fields
    keys = [key for key in unknown.holder if key in wanted and key not in known]
    if "$ref" in keys:
        keys = ["$ref"]
    _into(mending, unknown, keys, "schema")
    return f"{', '.join(f'`{key}`' for key in keys)} taken into its `schema`"


def _is_ref(holder: dict[str, Any]) -> bool:
    schema = holder["schema"]
    return isinstance(schema, dict) and "$ref" in schema


def _schema_in_message(mending: Mending, unknown: Unknown) -> str | None:
    """``schema`` directly in a response or a body, as Swagger 2.0 has it."""
    if unknown.record.name not in ("Response", "Request Body") or mending.family != "openapi3":
        return None
    if unknown.key != "schema":
        return None
    holder, path = unknown.holder, unknown.path
    content = holder.setdefault("content", {})
    if not isinstance(content, dict):
        return None
    schema = holder.pop("schema")
    for kind in list(content) or _media_types(mending, path, unknown.record.name):
        entry = content.setdefault(kind, {})
        if isinstance(entry, dict):
            entry.setdefault("schema", schema)
        mending.move(join(path, "schema"), join(path, "content", kind, "schema"))
    examples = holder.get("examples")
    if isinstance(examples, dict):
        for kind, example in examples.items():
            content.setdefault(kind, {"schema": schema})["example"] = example
        del holder["examples"]
    mending.recheck(join(path, "content"))
    return f"taken as the schema of {', '.join(content)}"


def _media_types(mending: Mending, path: Path, record: str) -> list[str]:
    """What Swagger's ``produces`` and ``consumes`` around a place say; JSON by default."""
    key = "produces" if record == "Response" else "consumes"
    around: Path = path
    while True:
        node = mending.at(around)
        extra = node.get("x-specmill-extra") if isinstance(node, dict) else None
        for holder in (node, extra):
            found = holder.get(key) if isinstance(holder, dict) else None
            if isinstance(found, list) and found and all(isinstance(one, str) for one in found):
                return found
        if around is None:
            return [_JSON]
        around = around[0]


def _swagger_root(mending: Mending, unknown: Unknown) -> str | None:
    """Sections of reusable parts at the root of an OpenAPI 3 document."""
    if unknown.record.name not in ("OpenAPI", "Components") or mending.family != "openapi3":
        return None
    section = _SECTIONS_OF_SWAGGER.get(unknown.key)
    holder, key = unknown.holder, unknown.key
    if section is None or not isinstance(holder[key], dict):
        return None
    base = ("components",) if unknown.record.name == "OpenAPI" else ()
    target = holder
    for name in (*base, section):
        target = target.setdefault(name, {})
        if not isinstance(target, dict):
            return None
    entries = holder.pop(key)
    for name, entry in entries.items():
        target.setdefault(name, entry)
        before, after = join(unknown.path, key, name), join(unknown.path, *base, section, name)
        mending.move(before, after)
    mending.recheck(join(unknown.path, *base, section))
    return f"taken into `components.{section}`"


def _swagger_host(mending: Mending, unknown: Unknown) -> str | None:
    """``host``, ``basePath`` and ``schemes`` at the root of an OpenAPI 3 document."""
    holder = unknown.holder
    if unknown.record.name != "OpenAPI" or unknown.key not in ("host", "basePath", "schemes"):
        return None
    if "servers" in holder:
        return None
    host, base, schemes = (holder.get(key) for key in ("host", "basePath", "schemes"))
    if not isinstance(host or "", str) or not isinstance(base or "", str):
        return None
    protocols = [one for one in schemes or ["https"] if isinstance(one, str)] or ["https"]
    path = "/" + str(base or "").strip("/")
    path = "" if path == "/" else path
    urls = [f"{one}://{host}{path}" for one in protocols] if host else [path or "/"]
    for key in ("host", "basePath", "schemes"):
        holder.pop(key, None)
    holder["servers"] = [{"url": url} for url in urls]
    return f"taken as `servers`: {', '.join(urls)}"


def _openapi_in_swagger(mending: Mending, unknown: Unknown) -> str | None:
    """Fields of OpenAPI 3 in a Swagger 2.0 document."""
    if mending.family != "swagger2":
        return None
    place = (unknown.record.name, unknown.key)
    mend = _OF_OPENAPI.get(place)
    return mend(mending, unknown) if mend else None


def _components_of_openapi(mending: Mending, unknown: Unknown) -> str | None:
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


def _servers_of_openapi(mending: Mending, unknown: Unknown) -> str | None:
    servers = unknown.holder["servers"]
    url = servers[0].get("url") if isinstance(servers, list) and servers else None
    if "host" in unknown.holder or not isinstance(url, str) or "://" not in url or "{" in url:
        return None
    scheme, _, rest = url.partition("://")
    host, slash, base = rest.partition("/")
    unknown.holder.update(host=host, schemes=[scheme])
    if base:
        unknown.holder["basePath"] = slash + base
    del unknown.holder["servers"]
    return f"taken as `host` {host}"


def _body_of_openapi(mending: Mending, unknown: Unknown) -> str | None:
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
    del holder["requestBody"]
    holder.setdefault("consumes", list(content))
    parameters.append(parameter)
    after = join(unknown.path, "parameters", len(parameters) - 1)
    mending.move(join(unknown.path, "requestBody"), after)
    mending.recheck(after)
    return "taken as a parameter in the body"


def _content_of_openapi(mending: Mending, unknown: Unknown) -> str | None:
    content, holder = unknown.holder["content"], unknown.holder
    if not isinstance(content, dict) or "schema" in holder:
        return None
    media = next(iter(content.values()), {})
    if not isinstance(media, dict):
        return None
    del holder["content"]
    if "schema" in media:
        holder["schema"] = media["schema"]
        mending.recheck(join(unknown.path, "schema"))
    operation = mending.at(unknown.path[0][0]) if unknown.path and unknown.path[0] else None
    if isinstance(operation, dict) and "responses" in operation and content:
        produces = operation.setdefault("produces", [])
        if isinstance(produces, list):
            produces += [kind for kind in content if kind not in produces]
    return "taken as `schema` and `produces`"


def _nullable_of_openapi(mending: Mending, unknown: Unknown) -> str | None:
    unknown.holder["x-nullable"] = unknown.holder.pop("nullable")
    mending.recheck(join(unknown.path, "x-nullable"))
    return "taken as `x-nullable`"


_OF_OPENAPI: dict[tuple[str, str], Misplaced] = {
    ("Swagger", "components"): _components_of_openapi,
    ("Swagger", "servers"): _servers_of_openapi,
    ("Operation", "requestBody"): _body_of_openapi,
    ("Response", "content"): _content_of_openapi,
    ("Parameter", "nullable"): _nullable_of_openapi,
    ("Items", "nullable"): _nullable_of_openapi,
}
_AS_SWAGGER = "Swagger 2.0 says it so, OpenAPI 3 does not"
_AS_OPENAPI = "OpenAPI 3 says it so, Swagger 2.0 does not"

MISPLACED = (
    Row("field-spelling", _spelling),
    Row("swagger-parameter", _schema_in_value, _AS_SWAGGER),
    Row("swagger-response", _schema_in_message, _AS_SWAGGER),
    Row("swagger-section", _swagger_root, _AS_SWAGGER),
    Row("swagger-host", _swagger_host, _AS_SWAGGER),
    Row("openapi-field", _openapi_in_swagger, _AS_OPENAPI),
)


def _path(key: str, shape: MapOf) -> str | None:
    return f"/{key.strip()}" if shape.key_name.startswith("a path") and key.strip() else None


def _status(key: str, shape: MapOf) -> str | None:
    if shape.keys is not STATUS and shape.key_name != "a status code":
        return None
    if key.strip().lower() == "default":
        return "default"
    match = _STATUS_WORDS.match(key)
    return match[1].upper() if match else None


KEYS = (
    Row("path-without-slash", _path),
    Row("status-code-spelling", _status),
)
