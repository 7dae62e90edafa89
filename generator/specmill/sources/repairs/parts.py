"""Parameters, media types, servers and security schemes that have the right types only."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, TypeAlias

from specmill.diagnostics import SpecmillError
from specmill.document.openapi_shapes import (
    HEADER,
    LINK,
    OPENAPI,
    OPERATION,
    PARAMETER,
    PATH_ITEM,
    REQUEST_BODY,
    RESPONSE,
    SECURITY_SCHEME,
    SERVER,
)
from specmill.document.shapes import REPAIRED, Path, Record, describe
from specmill.sources.repairs.finder import Finder, Found, Spot
from specmill.sources.repairs.gateways import any_body
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.security_schemes import SCHEMES

_FARTHEST = 20
"""References that a parameter may be behind."""
Node: TypeAlias = dict[str, Any]
MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+(?:\s*;.*)?\Z")
"""A media type in lower case with its parameters (RFC 9110, section 8.3.1)."""
_NO_MEDIA_TYPE = {
    "json": "application/json",
    "xml": "application/xml",
    "text": "text/plain",
    "plain": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "form": "application/x-www-form-urlencoded",
    "binary": "application/octet-stream",
    "*": "*/*",
    "": "*/*",
}
_STYLES = {
    "path": {"matrix", "label", "simple"},
    "query": {"form", "spaceDelimited", "pipeDelimited", "deepObject"},
    "header": {"simple"},
    "cookie": {"form"},
}
_VARIABLE = re.compile(r"\{([^{}]+)\}")


def mend_part(finder: Finder, node: Node, record: Record, path: Path) -> None:
    """Repair one object of the normal form that is no schema, in place."""
    spot = Spot(node, path, finder)
    for row, keyword in PARTS[record]:
        if not keyword or keyword in node:
            spot.run(row)


def _no_schema(spot: Spot) -> Found:
    node = spot.node
    if "schema" in node or node.get("content"):
        return None
    node.pop("content", None)
    node["schema"] = {}
    return "", f"{_named(node)} has no `schema`; taken as any value"


def _surplus(spot: Spot) -> Found:
    """A value has a schema, or one media type."""
    node = spot.node
    content = node.get("content")
    if not content or ("schema" not in node and len(content) == 1):
        return None
    if "schema" in node:
        set_aside(node, "content")
        words = f"{_named(node)} has `schema` and `content`; the latter is kept under {REPAIRED}"
        return "content", words
    kind, *others = content
    node.setdefault(REPAIRED, {})["content"] = {key: content[key] for key in others}
    node["content"] = {kind: content[kind]}
    return "content", f"{_named(node)} has {len(content)} media types; {kind} counts"


def _json_text(spot: Spot) -> Found:
    """An object or an array that travels as text is JSON: Elysia's ``t.ObjectString``."""
    schema = spot.node.get("schema")
    members = schema.get("anyOf") if isinstance(schema, dict) else None
    match members:
        case [{"type": "string", "format": "ObjectString" | "ArrayString"}, dict() as value]:
            set_aside(spot.node, "schema")
            spot.node["content"] = {"application/json": {"schema": value}}
            return "schema", f"{_named(spot.node)} is JSON in a text; taken as `content`"
    return None


def _named(node: Node) -> str:
    return f"the parameter {node['name']!r}" if "name" in node else "the header"


def _style(spot: Spot) -> Found:
    node = spot.node
    style = node.get("style")
    known = _STYLES.get(node.get("in", "header"))
    if style is None or known is None or style in known:
        return None
    set_aside(node, "style")
    place = node.get("in", "header")
    return "style", f"a parameter in {place!r} has no style {style!r}; kept under {REPAIRED}"


def _empty_value(spot: Spot) -> Found:
    node = spot.node
    if "allowEmptyValue" in node and node.get("in") != "query":
        set_aside(node, "allowEmptyValue")
        what = f"only a parameter in the query may be empty; kept under {REPAIRED}"
        return "allowEmptyValue", what
    return None


def _content(spot: Spot) -> Found:
    node = spot.node
    content = node.get("content")
    if not content or all(_is_media_type(kind) for kind in content):
        return None
    becomes: dict[str, Any] = {}
    renamed = []
    for kind in content:
        better = kind if _is_media_type(kind) else media_type(kind)
        while better in becomes:
            better += ";"  # both stay, and each stays what it is
        becomes[better] = content[kind]
        if better != kind:
            renamed.append(f"{kind!r} is taken as {better!r}")
    node["content"] = becomes
    return "content", f"not a media type: {', '.join(renamed)}"


@lru_cache(maxsize=1024)
def _is_media_type(word: str) -> bool:
    return MEDIA_TYPE.match(word) is not None


def media_type(word: str) -> str:
    """Return the media type that a word stands for."""
    plain = word.strip()
    kind, semicolon, parameters = plain.partition(";")
    kind = kind.strip().lower()
    if "/" not in kind:
        first, _, rest = kind.partition("-")
        kind = _NO_MEDIA_TYPE.get(kind) or (f"{first}/{rest}" if rest else f"application/{kind}")
    kind = kind.replace(" ", "")
    return f"{kind}; {parameters.strip()}" if semicolon and parameters.strip() else kind


def _no_responses(spot: Spot) -> Found:
    node = spot.node
    if node.get("responses") != {}:
        return None
    del node["responses"]
    return "responses", "`responses` is empty; what it answers is not known"


def _twice(spot: Spot) -> Found:
    node = spot.node
    parameters = node.get("parameters")
    if not parameters or len(parameters) == 1:
        return None
    found = [(one, _resolved(spot, one) if "$ref" in one else one) for one in parameters]
    first: dict[Any, Node] = {}
    for entry, meant in found:
        first.setdefault(_key(meant), entry)
    if len(first) == len(parameters):
        return None
    others = [(entry, meant) for entry, meant in found if first[_key(meant)] is not entry]
    node["parameters"] = list(first.values())
    name = others[0][1].get("name") or others[0][0]["$ref"].rpartition("/")[2]
    different = [entry for entry, meant in others if meant != _resolved(spot, first[_key(meant)])]
    if not different:
        return "parameters", f"the parameter {name!r} is listed twice; taken once"
    node.setdefault(REPAIRED, {}).setdefault("parameters", []).extend(different)
    return "parameters", f"the parameter {name!r} is listed twice; the first counts"


def _resolved(spot: Spot, parameter: Node) -> Node:
    """Return the parameter that an entry refers to, or the entry where it leads nowhere."""
    meant: Any = parameter
    for _ in range(_FARTHEST):
        if not isinstance(meant, dict) or not isinstance(meant.get("$ref"), str):
            break
        try:
            meant = spot.finder.document.resolve(meant["$ref"])
        except SpecmillError:
            break
    return meant if isinstance(meant, dict) else parameter


def _key(parameter: Node) -> Any:
    return parameter.get("$ref") or parameter_key(parameter)


def parameter_key(parameter: Node) -> tuple[Any, Any]:
    """Return what tells a parameter from others; headers have no case (RFC 9110, 5.1)."""
    place, name = parameter.get("in"), parameter.get("name")
    return place, name.lower() if place == "header" and isinstance(name, str) else name


def _tags(spot: Spot) -> Found:
    node = spot.node
    tags = node.get("tags")
    if not tags or len(tags) == 1:
        return None
    if len(set(tags)) == len(tags):
        return None
    node["tags"] = list(dict.fromkeys(tags))
    return "tags", "a tag is listed twice; taken once"


def _declared_tags(spot: Spot) -> Found:
    node = spot.node
    tags = node.get("tags", [])
    kept = {tag["name"]: tag for tag in reversed(tags)}
    if len(kept) == len(tags):
        return None
    node["tags"] = [tag for tag in tags if kept[tag["name"]] is tag]
    return "tags", "`tags` declares a tag twice; the first counts"


def _empty_id(spot: Spot) -> Found:
    node = spot.node
    name = node.get("operationId")
    if name is None or name.strip():
        return None
    del node["operationId"]
    return "", "`operationId` is empty; named by method and path"


def _variables(spot: Spot) -> Found:
    node = spot.node
    url, declared = node["url"], node.get("variables", {})
    missing = [name for name in dict.fromkeys(_VARIABLE.findall(url)) if name not in declared]
    if missing:
        for name in missing:
            node.setdefault("variables", {})[name] = {"default": name}
        shown = ", ".join(map(repr, missing))
        return "url", f"the URL has {shown}, `variables` has not; the name is taken as the default"
    return None


def _variable_default(spot: Spot) -> Found:
    node = spot.node
    for name, variable in node.get("variables", {}).items():
        values, default = variable.get("enum"), variable["default"]
        if values == []:
            del variable["enum"]
            return "variables", f"`enum` of the variable {name!r} is empty; left out"
        if values and default not in values:
            variable["enum"] = [default, *values]
            return "variables", f"`enum` of the variable {name!r} lacks its default; added"
    return None


def _link_texts(spot: Spot) -> Found:
    node = spot.node
    for name, value in node.get("parameters", {}).items():
        if not isinstance(value, str):
            text = json.dumps(value)
            node["parameters"][name] = text
            words = f"the parameter {name!r} of the link is {describe(value)}"
            return "parameters", f"{words}; taken as the string {text!r}"
    return None


def _reserved(spot: Spot) -> Found:
    """OpenAPI 3.2 lets a path have reserved characters, too; the normal form says it in its way."""
    node = spot.node
    place = node.get("in", "header")
    if "allowReserved" not in node or place == "query":
        return None
    if place == "path" and node["allowReserved"]:
        node["x-specmill-reserved"] = node.pop("allowReserved")
        return "allowReserved", "`allowReserved` of a parameter in the path is that of OpenAPI 3.2"
    set_aside(node, "allowReserved")
    what = f"`allowReserved` says nothing of a parameter in {place!r}; kept under {REPAIRED}"
    return "allowReserved", what


_VALUE = (
    (Row("schema-missing", _no_schema, "say what the value is"), ""),
    (Row("content-surplus", _surplus), "content"),
    (Row("style-misplaced", _style), "style"),
    (Row("media-type-spelling", _content), "content"),
)
PARTS: dict[Record, tuple[tuple[Row, str], ...]] = {
    PARAMETER: (
        *_VALUE,
        (Row("json-in-text", _json_text), "schema"),
        (Row("empty-value-misplaced", _empty_value), "allowEmptyValue"),
        (Row("reserved-misplaced", _reserved), "allowReserved"),
    ),
    HEADER: _VALUE,
    LINK: ((Row("link-parameter-text", _link_texts), "parameters"),),
    RESPONSE: ((Row("media-type-spelling", _content), "content"),),
    REQUEST_BODY: (
        (Row("media-type-spelling", _content), "content"),
        (Row("gateway-body", any_body), "content"),
    ),
    OPERATION: (
        (Row("operation-id-empty", _empty_id), "operationId"),
        (Row("responses-empty", _no_responses), "responses"),
        (Row("parameter-duplicate", _twice), "parameters"),
        (Row("tag-duplicate", _tags), "tags"),
    ),
    PATH_ITEM: ((Row("parameter-duplicate", _twice), "parameters"),),
    OPENAPI: ((Row("tag-duplicate", _declared_tags), "tags"),),
    SERVER: (
        (Row("server-variable-undeclared", _variables), ""),
        (Row("server-variable-default", _variable_default), "variables"),
    ),
    SECURITY_SCHEME: tuple((row, "") for row in SCHEMES),
}
"""What to look for in each, and the keyword that it is about; empty where it may lack."""
