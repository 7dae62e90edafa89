"""Fields that stand in the wrong object, or are spelled wrong."""

from __future__ import annotations

from typing import Any

from specmill.document.shapes import Path, Shape, Unknown
from specmill.sources.repairs.mending import ABSENT, Mending, Row, Stray, join
from specmill.sources.repairs.openapi_fields import OF_OPENAPI
from specmill.sources.repairs.schemas import is_nothing

_JSON = "application/json"
_OF_SCHEMA = frozenset(
    {
        *("type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "enum"),
        *("exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems"),
        *("uniqueItems", "multipleOf", "nullable", "x-nullable", "properties", "oneOf", "anyOf"),
        *("allOf", "additionalProperties", "const", "title"),
    }
)
_COLLECTIONS: dict[str, dict[str, str | bool]] = {
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


def mend_unknown(mending: Mending, unknown: Unknown) -> bool:
    """Put a field where it belongs."""
    if unknown.key not in unknown.holder:
        return True  # another row took it along
    for row in MISPLACED:
        place = mending.locate(unknown.pointer)
        words = row.mend(Stray(mending, unknown)) if row.mend else None
        if words:
            what = f"`{unknown.key}` is no field of {unknown.record.name}; {words}"
            mending.report.warn(what, location=place, hint=row.hint, code=row.code)
            return True
    return False


def _spelling(stray: Stray) -> str | None:
    mending, unknown = stray.mending, stray.unknown
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


def _schema_in_value(stray: Stray) -> str | None:
    """Keywords of a schema directly in a parameter, a header or a media type."""
    mending, unknown = stray.mending, stray.unknown
    if unknown.record.name not in ("Parameter", "Header", "Media Type"):
        return None
    if mending.family != "openapi3" or ("schema" in unknown.holder and _is_ref(unknown.holder)):
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


def schema_for_content(mending: Mending, path: Path, shape: Shape) -> tuple[object, str] | None:
    """Give a schema without parts of its own a media type; what its `type` becomes, and why."""
    if path is None or path[0] is None or path[0][1] != "content":
        return None
    content: Any = mending.at(path[0])
    kind = content.get("type") if isinstance(content, dict) else None
    if not isinstance(kind, str):
        return None
    if any("/" in key or isinstance(value, dict) for key, value in content.items()):
        return None
    schema = dict(content)
    content.clear()
    if is_nothing(kind):
        return ABSENT, "no body is sent"
    mending.put((path[0], "*/*"), {"schema": schema}, shape)
    mending.move(path[0], ((path[0], "*/*"), "schema"))
    return ABSENT, "taken as the schema of any media type"


def _schema_in_message(stray: Stray) -> str | None:
    """``schema`` directly in a response or a body, as Swagger 2.0 has it."""
    mending, unknown = stray.mending, stray.unknown
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


def _swagger_root(stray: Stray) -> str | None:
    """Sections of reusable parts at the root of an OpenAPI 3 document."""
    mending, unknown = stray.mending, stray.unknown
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


def _swagger_host(stray: Stray) -> str | None:
    """``host``, ``basePath`` and ``schemes`` at the root of an OpenAPI 3 document."""
    unknown = stray.unknown
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


def _openapi_in_swagger(stray: Stray) -> str | None:
    """Fields of OpenAPI 3 in a Swagger 2.0 document."""
    mending, unknown = stray.mending, stray.unknown
    if mending.family != "swagger2":
        return None
    place = (unknown.record.name, unknown.key)
    mend = OF_OPENAPI.get(place)
    return mend(stray) if mend else None


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
