"""Locations of parameters: ``in`` that is spelled otherwise, or that Swagger 2.0 alone has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from specmill.document.shapes import EXTRA, REPAIRED

Node: TypeAlias = dict[str, Any]
Note: TypeAlias = Callable[[str, str, str], None]
"""Takes the code, what is wrong, and the place below the node."""

PLACES = frozenset({"path", "query", "header", "cookie"})
_SPELLINGS = {
    **{place: place for place in PLACES},
    **{f"{place}s": place for place in PLACES},
    **dict.fromkeys(("url", "uri", "route"), "path"),
    **dict.fromkeys(("queries", "querystringparameter", "get"), "query"),
    "body": "body",
    **dict.fromkeys(("formdata", "form", "form-data"), "formData"),
}
_MULTIPART, _URLENCODED = "multipart/form-data", "application/x-www-form-urlencoded"


def spell_place(place: str) -> str | None:
    """Return the place that a word means; None for a word that is unknown."""
    return _SPELLINGS.get(place.strip().lower())


def mend_places(node: Node, shared: Mapping[str, Node], note: Note, *, takes_body: bool) -> None:
    """Give the parameters of an operation or a path item a place that OpenAPI 3.1 has.

    ``shared`` are the reusable parameters in the body, by their reference. Parameters in the body
    become the request body of an operation; what is left has a place that nobody knows.
    """
    bodies: list[Node] = []
    fields: list[Node] = []
    kept: list[Node] = []
    for index, given in enumerate(node["parameters"]):
        parameter = shared.get(given["$ref"]) if "$ref" in given else given
        place = parameter and parameter.get("in")
        if parameter is None or place in PLACES:
            kept.append(given)
            continue
        meant = spell_place(str(place))
        here = f"/parameters/{index}"
        if meant in PLACES and parameter is given:
            given["in"] = meant
            note("parameter-place", f"`in` is {place!r}; taken as {meant!r}", f"{here}/in")
            kept.append(given)
        elif meant in ("body", "formData") and takes_body and "requestBody" not in node:
            (bodies if meant == "body" else fields).append(parameter)
            words = "OpenAPI 3 has no parameters in the body; taken as `requestBody`"
            note("swagger-body", words, here)
        else:
            kept.append(given)
    if bodies or fields:
        others = bodies[1:] + (fields if bodies else [])
        for other in others:
            words = f"{other.get('name')!r} is another body of the operation; the first counts"
            note("body-duplicate", f"{words}, it is kept under {REPAIRED}", "/parameters")
        if others:
            node.setdefault(REPAIRED, {})["parameters"] = others
        node["requestBody"] = _body(node, bodies[0]) if bodies else _form(node, fields)
        node["parameters"] = kept
        if not kept:
            del node["parameters"]


def _consumes(node: Node) -> list[str]:
    """Return the media types of Swagger's ``consumes``, which is no field of OpenAPI 3."""
    extra = node.get(EXTRA, {})
    found = extra.get("consumes") if isinstance(extra, dict) else None
    return [kind for kind in found if isinstance(kind, str)] if isinstance(found, list) else []


def _body(node: Node, parameter: Node) -> Node:
    content = parameter.get("content")
    if content is None:
        kinds = _consumes(node) or ["application/json"]
        content = {kind: {"schema": parameter.get("schema", {})} for kind in kinds}
    extensions = tuple(key for key in parameter if key.startswith("x-"))
    kept = ("description", "required", *extensions)
    body: Node = {key: parameter[key] for key in kept if key in parameter}
    return {**body, "content": content}


def _form(node: Node, fields: list[Node]) -> Node:
    properties: Node = {}
    for field in fields:
        schema = field.get("schema", {})
        if isinstance(schema, dict) and "description" in field:
            schema = {"description": field["description"], **schema}
        properties[field["name"]] = schema
    form: Node = {"type": "object", "properties": properties}
    required = [field["name"] for field in fields if field.get("required")]
    if required:
        form["required"] = required
    has_file = any(isinstance(one, dict) and _is_file(one) for one in properties.values())
    kinds = [kind for kind in (_MULTIPART, _URLENCODED) if kind in _consumes(node)]
    kind = _MULTIPART if has_file else (kinds or [_URLENCODED])[0]
    body: Node = {"content": {kind: {"schema": form}}}
    return {"required": True, **body} if required else body


def _is_file(schema: Node) -> bool:
    return schema.get("type") == "file" or schema.get("format") == "binary"
