"""References that lead nowhere, and the component that they evidently mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from specmill.diagnostics import SpecmillError
from specmill.document import pointers
from specmill.document.component_names import FORBIDDEN
from specmill.document.document import Document
from specmill.document.openapi_shapes import (
    HEADER,
    MEDIA_TYPE,
    OPENAPI,
    PARAMETER,
    REQUEST_BODY,
    RESPONSE,
)
from specmill.document.shapes import REPAIRED, Path, pointer_of, shape_at
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.schemas import DEFAULT_MAPPING, schema_of_value

_PREFIX = re.compile(r"#?/?(?:components/[^/]+|definitions|schemas|parameters|responses|models)/")
_SCHEMAS = "#/components/schemas/"
_BESIDE = frozenset({"$ref", "summary", "description"})
_MESSAGE = re.compile(r"#/components/(responses|requestBodies|parameters|headers)/([^/]+)")
_OF_PARAMETER_ALONE = frozenset({"name", "in", "allowEmptyValue", "allowReserved"})
"""Fields of a parameter that a header does not have (OpenAPI 3.1, 4.8.21)."""
_MEANT = {
    "headers": "a header",
    "responses": "a response of JSON",
    "requestBodies": "a body of JSON",
}
"""What a reference means that leads to something that such a part may have."""
_FARTHEST = 20
"""References that a pointer may go on behind."""
_SIBLINGS = Row("ref-siblings-ignored", None, "put it into what the `$ref` leads to")
_REFERENCE = Row("reference-spelling", None)
_MAPPING = Row("discriminator-mapping", None)
_VALUE = Row("reference-to-value", None, "a `$ref` leads to schemas; `const` says one value")


def evident(components: Mapping[str, Any], section: str, reference: str) -> str | None:
    """Return the reference that is meant where one leads nowhere; None where that is not clear.

    It may be a bare name, as Swagger 1 has it; have another prefix, other case, or characters that
    are escaped too often or not at all.
    """
    entries = components.get(section)
    if not isinstance(entries, dict) or not isinstance(reference, str):
        return None
    prefix = _PREFIX.match(reference)
    if "/" in reference and prefix is None:
        return None
    written = reference[prefix.end() :] if prefix else reference.removeprefix("#")
    plain = pointers.unescape(unquote(unquote(written)))
    for name in (written, plain, FORBIDDEN.sub("_", plain), plain.rpartition(".")[2]):
        if name in entries:
            return pointers.join("#/components", section, name)
    folded = FORBIDDEN.sub("_", plain).casefold()
    same = [name for name in entries if FORBIDDEN.sub("_", name).casefold() == folded]
    return pointers.join("#/components", section, same[0]) if len(same) == 1 else None


def mend_mapping(finder: Finder, node: dict[str, Any], path: Path) -> None:
    """Repair a discriminator's mapping to schemas that are not there."""
    mapping: dict[str, str] = node.get("mapping") or {}
    components = finder.document.root.get("components", {})
    schemas = components.get("schemas", {})
    for value, target in list(mapping.items()):
        name = pointers.unescape(target.removeprefix(_SCHEMAS))
        if name in schemas:
            continue
        better = (
            evident(components, "schemas", target)
            or _of_lost_file(components, target)
            or _of_member(finder.document, path, name)
        )
        if better is None:
            del mapping[value]
            node.setdefault(REPAIRED, {}).setdefault("mapping", {})[value] = target
            what = f"the schema {target!r} of {value!r} is not there; kept under {REPAIRED}"
        else:
            mapping[value] = better
            what = f"the schema {target!r} of {value!r} is taken as {better!r}"
        finder.note(_MAPPING, what, ((path, "mapping"), value))
    default = node.get(DEFAULT_MAPPING)
    if default is not None and pointers.unescape(default.removeprefix(_SCHEMAS)) not in schemas:
        better = evident(components, "schemas", default) or _of_lost_file(components, default)
        what = f"the schema {default!r} of other values"
        if better is None:
            set_aside(node, DEFAULT_MAPPING)
            finder.note(_MAPPING, f"{what} is not there; kept under {REPAIRED}", path)
        else:
            node[DEFAULT_MAPPING] = better
            finder.note(_MAPPING, f"{what} is taken as {better!r}", path)


def _of_member(document: Document, path: Path, name: str) -> str | None:
    """Return the only member of the union whose name ends in one that is not there: what puts a
    prefix before the names of components leaves mappings out.
    """
    union = pointers.look_up(document.root, pointer_of(path[0])) if path is not None else {}
    members = [one for word in ("oneOf", "anyOf") for one in union.get(word, ())]
    references = dict.fromkeys(str(one["$ref"]) for one in members if "$ref" in one)
    schemas = document.root.get("components", {}).get("schemas", {})
    same = [
        one
        for one in references
        if re.split(r"[/._]", one)[-1] == name
        and pointers.unescape(one.removeprefix(_SCHEMAS)) in schemas
    ]
    return same[0] if len(same) == 1 else None


def _of_lost_file(components: Mapping[str, Any], target: str) -> str | None:
    """Return the schema that was bundled out of a file that a mapping still names."""
    file, mark, fragment = target.partition("#")
    name = fragment.rpartition("/")[2] if mark else PurePosixPath(file).stem
    return evident(components, "schemas", name) if "/" not in name else None


def mend_siblings(finder: Finder, node: dict[str, Any], path: Path) -> None:
    """Keep what stands beside a reference to something that is no schema: it does not count."""
    keys = [key for key in node if key not in _BESIDE]
    if not keys:
        return
    kept = {key: node.pop(key) for key in keys}
    extra = finder.document.root.setdefault(REPAIRED, {})
    extra.setdefault("references", {})[pointer_of(path)] = kept
    words = ", ".join(f"`{key}`" for key in keys)
    what = f"nothing counts beside a `$ref` here; {words} kept under {REPAIRED} of the document"
    finder.note(_SIBLINGS, what, path)


def _through(document: Document, reference: str) -> str | None:
    """Spell a pointer that goes on behind references, as bundlers write it, without them."""
    if not reference.startswith("#/"):
        return None

    def walk(value: Any, pointer: str, keys: list[str], hops: int) -> str | None:
        if not keys:
            return pointer if isinstance(value, dict) else None
        try:
            inner = pointers.look_up(value, pointers.join("", keys[0]))
        except LookupError:
            found = None
        else:
            found = walk(inner, pointers.join(pointer, keys[0]), keys[1:], hops)
        target = value.get("$ref") if isinstance(value, dict) else None
        if found or not isinstance(target, str) or hops == _FARTHEST:
            return found
        try:
            return walk(document.resolve(target), unquote(target[1:]), keys, hops + 1)
        except SpecmillError:
            return None

    found = walk(document.root, "", pointers.keys(unquote(reference[1:])), 0)
    return f"#{quote(found, safe=pointers.SAFE)}" if found else None


def _content_of(document: Document, reference: str) -> str | None:
    """Return the one schema of a message or a value that a schema refers to."""
    here, holder = _message(document, reference)
    if "schema" in holder:
        return f"{here}/schema"
    kinds = [kind for kind, entry in holder.get("content", {}).items() if "schema" in entry]
    return pointers.join(here, "content", kinds[0], "schema") if len(kinds) == 1 else None


def _message(document: Document, reference: str) -> tuple[str, dict[str, Any]]:
    """Find the message or the value that a reference leads to, and how it is spelled."""
    match = _MESSAGE.fullmatch(reference)
    if match is None:
        return reference, _elsewhere(document, reference)
    components = document.root.get("components", {})
    section, name = match[1], pointers.unescape(match[2])
    if section == "parameters" and name not in components.get(section, {}):
        section = "requestBodies"  # what Swagger 2.0 has among the parameters
    holder = components.get(section, {}).get(name)
    here = pointers.join("#/components", section, name)
    return here, holder if isinstance(holder, dict) else {}


def _elsewhere(document: Document, reference: str) -> dict[str, Any]:
    """Return a message or a value that stands in its place, as a media type does."""
    if not reference.startswith("#/"):
        return {}
    shape = shape_at(OPENAPI, pointers.keys(unquote(reference[1:])))
    if not any(shape is one for one in (MEDIA_TYPE, PARAMETER, HEADER, RESPONSE, REQUEST_BODY)):
        return {}
    try:
        found = document.resolve(reference)
    except SpecmillError:
        return {}
    return found if isinstance(found, dict) else {}


def _header_of(components: Mapping[str, Any], reference: str) -> dict[str, Any] | None:
    """Return the header that a parameter says, where a header refers to one."""
    match = _MESSAGE.fullmatch(reference)
    if match is None or match[1] != "parameters":
        return None
    parameter = components.get("parameters", {}).get(pointers.unescape(match[2]))
    if not isinstance(parameter, dict) or "$ref" in parameter:
        return None
    return {key: parameter[key] for key in parameter if key not in _OF_PARAMETER_ALONE}


def _is_value(finder: Finder, node: dict[str, Any], path: Path) -> bool:
    """Let a schema that refers to a value of an enumeration admit that value alone."""
    reference = node["$ref"]
    try:
        schema = schema_of_value(reference, finder.document.resolve(reference))
    except SpecmillError:
        return False
    if schema is None or not node.keys().isdisjoint(schema):
        return False
    del node["$ref"]
    node.update(schema)
    words = ", ".join(f"`{key}`" for key in schema)
    finder.note(
        _VALUE, f"`$ref` {reference!r} leads to no schema; taken as {words}", (path, "$ref")
    )
    return True


def _around_schema(
    components: Mapping[str, Any], section: str, reference: str
) -> dict[str, Any] | None:
    """Return the header or message of a schema, where one refers to a schema."""
    name = pointers.unescape(unquote(reference.removeprefix(_SCHEMAS)))
    if not reference.startswith(_SCHEMAS) or name not in components.get("schemas", {}):
        return None
    schema: dict[str, Any] = {"schema": {"$ref": reference}}
    content: dict[str, Any] = {"content": {"application/json": schema}}
    response = {"description": "", **content}
    return {"headers": schema, "responses": response, "requestBodies": content}.get(section)


def mend_reference(finder: Finder, node: dict[str, Any], section: str, path: Path) -> bool:
    """Let a reference that leads nowhere lead to what it evidently means, if anything.

    Tells whether there is a reference still.
    """
    reference = node["$ref"]
    if section == "schemas" and _is_value(finder, node, path):
        return False
    components = finder.document.root.get("components", {})
    header = _header_of(components, reference) if section == "headers" else None
    meant = header or _around_schema(components, section, reference)
    if meant is not None:
        kind = "a schema" if header is None else "a parameter"
        del node["$ref"]
        node.update({key: value for key, value in meant.items() if key not in node})
        what = f"`$ref` {reference!r} leads to {kind}; taken as {_MEANT[section]}"
        finder.note(_REFERENCE, what, (path, "$ref"))
        return False
    better = (
        evident(components, section, reference)
        or (_content_of(finder.document, reference) if section == "schemas" else None)
        or _through(finder.document, reference)
    )
    if better is not None and better != reference:
        node["$ref"] = better
        what = f"`$ref` {reference!r} leads nowhere; taken as {better!r}"
        finder.note(_REFERENCE, what, (path, "$ref"))
    elif section == "schemas" and _MESSAGE.fullmatch(reference):
        del node["$ref"]
        what = f"`$ref` {reference!r} leads to a message without one schema; taken as any value"
        finder.note(_REFERENCE, what, (path, "$ref"))
    return "$ref" in node
