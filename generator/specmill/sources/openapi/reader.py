"""OpenAPI 3.0, 3.1 and 3.2 to the normal form."""

from __future__ import annotations

import re
from typing import Any

from specmill.diagnostics import Report
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import (
    ITEM_SCHEMA,
    MEDIA_TYPE,
    OPENAPI,
    OPERATION,
    PARAMETER,
    PATH_ITEM,
    RESPONSE,
    SCHEMA,
    WHOLE_QUERY,
)
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import EXTRA, Path, Place, Record, nodes, pointer_of
from specmill.sources.loading import Source
from specmill.sources.openapi.later_fields import LATER, read_later
from specmill.sources.openapi.later_operations import FIELDS as LATER_OPERATIONS
from specmill.sources.openapi.later_operations import move_operations
from specmill.sources.repairs.places import PLACES, mend_places, spell_place
from specmill.sources.repairs.schemas import (
    DEFAULT_MAPPING,
    NULL_MEMBER,
    OTHERWISE,
    modernize,
)
from specmill.sources.repairs.versions import NEWER, OLDER, newer_words, older_words, siblings

_FORM = "application/x-www-form-urlencoded"
_STYLES = {"matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject"}

_SEQUENTIAL = re.compile(r"multipart/|stream|seq\b|jsonl\b|ndjson|json-?lines?\b", re.IGNORECASE)
"""Media types whose items come one by one."""


def read(source: Source, report: Report, origins: dict[str, Origin]) -> Document:
    """Normalize an OpenAPI document whose shape was checked; takes the tree over."""
    tree: dict[str, Any] = source.tree
    known = {"": Origin(source), **origins}
    _read_webhooks(tree, source, known)
    where = Origins(known)
    version = tree.pop("openapi")
    move_operations(tree, known, version, report)
    legacy = version.startswith("3.0")
    spelled = OTHERWISE | NEWER | OLDER
    shared = _shared_bodies(tree)
    places: list[Place] = []
    for place in nodes(tree, OPENAPI):
        places.append(place)
        node, record, path = place
        if record is SCHEMA:
            is_reference = len(node) == 1 and "$ref" in node
            if is_reference or (spelled.isdisjoint(node) and type(node.get("type")) is not list):
                continue
            _read_schema(node, path, where, report, legacy=legacy)
            continue
        if "$ref" in node:
            continue
        if record in LATER:
            read_later(node, record, path, where, report)
        if record is RESPONSE:
            node.setdefault("description", "")
        elif record is MEDIA_TYPE:
            _read_media_type(node, path, where, report)
        elif record is OPERATION:
            _place_parameters(node, record, path, shared, known, report)
            set_response_extensions_aside(node)
            if legacy:
                _note_silence(node, path, where, report)
        elif record is PATH_ITEM:
            _place_parameters(node, record, path, shared, known, report)
            _set_operations_aside(node, path, where, report)
        elif record is PARAMETER:
            _read_parameter(node, path, where, report)
    root = _root(tree, version)
    places[0] = (root, OPENAPI, None)
    # A normal form that is read again says itself where it came from.
    family = root["x-specmill-source"].get("family", "openapi3")
    return Document(root, family, where, _places=places)


def _read_webhooks(tree: dict[str, Any], source: Source, known: dict[str, Origin]) -> None:
    """Put ``x-webhooks``, an extension of 3.0 in wide use, where 3.1 has them."""
    if "x-webhooks" not in tree:
        return
    webhooks = tree.setdefault("webhooks", tree.pop("x-webhooks"))
    if webhooks:
        known["/webhooks"] = Origin(source, "/x-webhooks")
    _set_extensions_aside(tree, webhooks)


def _root(tree: dict[str, Any], version: str) -> dict[str, Any]:
    """Put the fields of the root in the order of the normal form."""
    info = tree.pop("info")
    if "x-specmill-source" not in tree:
        tree = {"x-specmill-source": {"family": "openapi3", "openapi": version}, **tree}
    root = {"openapi": "3.1.0", "info": info, **tree}
    root.setdefault("paths", {})
    return root


def _set_operations_aside(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Keep operations of OpenAPI 3.2 that do not stand in a path; a component's are where it is
    referred to.
    """
    for key in LATER_OPERATIONS:
        if key not in node:
            continue
        pointer = pointer_of((path, key))
        if not pointer.startswith("/components/pathItems/"):
            report.warn(
                f"`{key}` of OpenAPI 3.2 is supported in paths alone; kept under {EXTRA}",
                location=where.locate(pointer),
                code="not-supported",
            )
        node.setdefault(EXTRA, {})[key] = node.pop(key)


def _shared_bodies(tree: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Find reusable parameters whose place OpenAPI 3 does not know, by their references."""
    components = tree.get("components", {})
    odd = {
        name: parameter
        for name, parameter in components.get("parameters", {}).items()
        if "$ref" not in parameter
        and parameter["in"] != "querystring"  # which 3.2 knows
        and spell_place(parameter["in"]) not in PLACES
    }
    for name in odd:
        kept = components.setdefault(EXTRA, {}).setdefault("parameters", {})
        kept[name] = components["parameters"].pop(name)
    return {pointers.join("#/components/parameters", name): odd[name] for name in odd}


def _note_silence(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Note an operation that does not say what it answers."""
    if "responses" not in node:
        report.warn(
            "there are no `responses`; what it answers is not known",
            location=where.locate(pointer_of(path)),
            code="responses-missing",
        )


def _place_parameters(
    node: dict[str, Any],
    record: Record,
    path: Path,
    shared: dict[str, dict[str, Any]],
    known: dict[str, Origin],
    report: Report,
) -> None:
    """Put the parameters of an operation or a path where the normal form has a place for them."""
    if "parameters" not in node:
        return
    for parameter in node["parameters"]:
        _spread(parameter)
    if not _all_placed(node["parameters"], shared):
        _mend_places(node, record, pointer_of(path), shared, known, report)
    _set_aside(node, shared, record.name, path, Origins(known), report)


def _all_placed(parameters: list[dict[str, Any]], shared: dict[str, Any]) -> bool:
    return all(
        one["$ref"] not in shared if "$ref" in one else one["in"] in PLACES for one in parameters
    )


def _mend_places(
    node: dict[str, Any],
    record: Record,
    here: str,
    shared: dict[str, dict[str, Any]],
    known: dict[str, Origin],
    report: Report,
) -> None:
    where = Origins(known)
    moved: list[str] = []

    def note(code: str, what: str, below: str) -> None:
        report.warn(what, location=where.locate(here + below), code=code)
        if code == "swagger-body":
            moved.append(here + below)

    mend_places(node, shared, note, takes_body=record is OPERATION)
    origin = where.find(moved[0]) if moved else None
    if origin is not None:
        known[f"{here}/requestBody"] = origin


def _note_older(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Note words that OpenAPI 3.1 does not have any more."""
    if found := older_words(node):
        report.warn(
            f"OpenAPI 3.1 does not have {', '.join(found.values())}; read as OpenAPI 3.0 has it",
            location=where.locate(pointer_of((path, next(iter(found))))),
            code="older-keyword",
        )


def _note_newer(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Note words that OpenAPI 3.0 does not have; they are taken for what they mean in 3.1."""
    if found := newer_words(node):
        report.warn(
            f"OpenAPI 3.0 does not have {', '.join(found.values())}; read as OpenAPI 3.1 has it",
            location=where.locate(pointer_of((path, next(iter(found))))),
            code="newer-keyword",
        )
    if "$ref" in node and len(node) > 1 and (words := siblings(node)):
        report.warn(
            f"OpenAPI 3.0 has nothing beside a `$ref`; {words} counts all the same",
            location=where.locate(pointer_of(path)),
            hint="put the `$ref` into `allOf`",
            code="ref-siblings",
        )


def _read_schema(
    node: dict[str, Any], path: Path, where: Origins, report: Report, *, legacy: bool
) -> None:
    """Write what 3.0 and 3.2 say otherwise than 3.1, and note the words of other versions."""
    if legacy and (not NEWER.isdisjoint(node) or type(node.get("type")) is list):
        _note_newer(node, path, where, report)
    elif not legacy and not OLDER.isdisjoint(node):
        _note_older(node, path, where, report)
    if modernize(node):
        report.warn(NULL_MEMBER, location=where.locate(pointer_of(path)), code="nullable-alone")
    discriminator = node.get("discriminator")
    if discriminator is not None and "defaultMapping" in discriminator:
        discriminator[DEFAULT_MAPPING] = discriminator.pop("defaultMapping")


def _read_media_type(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Keep what 3.2 says of items."""
    if "itemSchema" not in node:
        return
    kind = str(path[1]) if path is not None else ""
    if "/" in kind and _SEQUENTIAL.search(kind) is None:
        report.warn(
            f"`itemSchema` tells of the items of a sequence, which {kind} is not; not read",
            location=where.locate(pointer_of((path, "itemSchema"))),
            hint="an array has its items in `schema`",
            code="not-supported",
        )
    node[ITEM_SCHEMA] = node.pop("itemSchema")


def _read_parameter(node: dict[str, Any], path: Path, where: Origins, report: Report) -> None:
    """Write what 3.2 has beyond 3.1 in the words of the normal form."""
    _spread(node)  # one of the components; others were seen with their operation
    style = node.get("style", "form")
    if style == "cookie":
        node["x-specmill-style"] = node.pop("style")
    elif style not in _STYLES:
        report.warn(
            f"style {style!r} is not OpenAPI 3.1; kept under {EXTRA}",
            location=where.locate(pointer_of((path, "style"))),
        )
        node.setdefault(EXTRA, {})["style"] = node.pop("style")


def _set_extensions_aside(tree: dict[str, Any], webhooks: dict[str, Any]) -> None:
    """Keep extensions beside webhooks, for which OpenAPI 3.1 has no place."""
    extensions = {key: webhooks.pop(key) for key in [*webhooks] if key.startswith("x-")}
    if extensions:
        tree.setdefault(EXTRA, {})["x-webhooks"] = extensions


def set_response_extensions_aside(operation: dict[str, Any]) -> None:
    """Keep the extensions beside the responses of an operation, which are no responses."""
    responses = operation.get("responses", {})
    extensions = {key: responses.pop(key) for key in [*responses] if key.startswith("x-")}
    if extensions:
        operation.setdefault(EXTRA, {})["responses"] = extensions


def _set_aside(
    node: dict[str, Any],
    shared: dict[str, dict[str, Any]],
    name: str,
    path: Path,
    where: Origins,
    report: Report,
) -> None:
    """Keep parameters whose place OpenAPI does not know."""
    kept, odd = [], []
    for index, item in enumerate(node.get("parameters", ())):
        meant = shared.get(item["$ref"]) if "$ref" in item else item
        if meant is None or meant["in"] in PLACES:
            kept.append(item)
            continue
        odd.append(meant)
        report.warn(
            f"a parameter in {meant['in']!r} is not OpenAPI 3.1; kept under {EXTRA} of the {name}",
            location=where.locate(f"{pointer_of(path)}/parameters/{index}"),
            code="parameter-place-unknown",
        )
    if not odd:
        return
    node.setdefault(EXTRA, {})["parameters"] = odd
    node["parameters"] = kept
    if not node["parameters"]:
        del node["parameters"]


def _spread(parameter: dict[str, Any]) -> None:
    """Write a whole query of 3.2 as a parameter of one; a form as an exploded object, which 3.1
    sends alike.
    """
    if parameter.get("in") != "querystring":
        return
    content = parameter.get("content", {})
    if list(content) != [_FORM]:
        parameter.update({"in": "query", "x-specmill-style": "querystring"})
    else:
        del parameter["content"]
        parameter.update({"in": "query", "style": "form", "explode": True})
        parameter["schema"] = content[_FORM].get("schema", True)
        if "encoding" in content[_FORM]:
            parameter[WHOLE_QUERY] = content[_FORM]["encoding"]
