"""OpenAPI 3.0, 3.1 and 3.2 to the normal form."""

from __future__ import annotations

from typing import Any

from specmill.diagnostics import Report
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import (
    MEDIA_TYPE,
    OPENAPI,
    OPERATION,
    PARAMETER,
    PATH_ITEM,
    RESPONSE,
    SCHEMA,
)
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import EXTRA, nodes, pointer_of
from specmill.sources.loading import Source
from specmill.sources.schemas import modernize

_MEDIA_TYPES = "#/components/mediaTypes/"
_STYLES = {"matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject"}
_PLACES = {"path", "query", "header", "cookie"}


def prepare(tree: dict[str, Any]) -> None:
    """Put OpenAPI 3.2's reusable media types where they are used; 3.1 cannot refer to them.

    Runs before types are checked, so it passes over whatever does not fit.
    """
    components = tree.get("components")
    shared = components.get("mediaTypes") if isinstance(components, dict) else None
    if not isinstance(shared, dict):
        return
    for node, record, _ in nodes(tree, OPENAPI):
        reference = node.get("$ref")
        if record is not MEDIA_TYPE or not isinstance(reference, str):
            continue
        target = shared.get(pointers.unescape(reference.removeprefix(_MEDIA_TYPES)))
        if isinstance(target, dict) and "$ref" not in target:
            del node["$ref"]
            node.update(target)


def read(source: Source, report: Report, origins: dict[str, Origin]) -> Document:
    """Normalize an OpenAPI document whose shape was checked; takes the tree over."""
    tree: dict[str, Any] = source.tree
    if "x-webhooks" in tree:  # an extension of 3.0 in wide use
        webhooks = tree.setdefault("webhooks", tree.pop("x-webhooks"))
        origins = {**origins, "/webhooks": Origin(source, "/x-webhooks")} if webhooks else origins
    where = Origins({"": Origin(source), **origins})
    version = tree.pop("openapi")
    legacy = version.startswith("3.0")
    for node, record, path in nodes(tree, OPENAPI):
        if record is not SCHEMA and "$ref" in node:
            continue
        if record is SCHEMA:
            if not legacy and node.get("nullable"):
                report.warn(
                    "`nullable` is not OpenAPI 3.1; read as a type that allows null",
                    location=where.locate(f"{pointer_of(path)}/nullable"),
                )
            modernize(node)
        elif record is RESPONSE:
            node.setdefault("description", "")
        elif record is OPERATION or record is PATH_ITEM:
            _set_aside(node, record.name, f"{pointer_of(path)}/parameters", where, report)
        elif record is PARAMETER and node.get("style", "form") not in _STYLES:
            report.warn(
                f"style {node['style']!r} is not OpenAPI 3.1; kept under {EXTRA}",
                location=where.locate(f"{pointer_of(path)}/style"),
            )
            node.setdefault(EXTRA, {})["style"] = node.pop("style")
    info = tree.pop("info")
    if "x-specmill-source" not in tree:
        tree = {"x-specmill-source": {"family": "openapi3", "openapi": version}, **tree}
    root = {"openapi": "3.1.0", "info": info, **tree}
    root.setdefault("paths", {})
    # A normal form that is read again says itself where it came from.
    family = root["x-specmill-source"].get("family", "openapi3")
    return Document(root, family, where)


def _set_aside(
    node: dict[str, Any], name: str, pointer: str, where: Origins, report: Report
) -> None:
    """Keep parameters whose place OpenAPI 3.1 does not know (3.2's ``querystring``)."""
    parameters = node.get("parameters", ())
    odd = [item for item in parameters if "$ref" not in item and item["in"] not in _PLACES]
    if not odd:
        return
    for item in odd:
        report.warn(
            f"a parameter in {item['in']!r} is not OpenAPI 3.1; kept under {EXTRA} of the {name}",
            location=where.locate(f"{pointer}/{parameters.index(item)}"),
        )
    node.setdefault(EXTRA, {})["parameters"] = odd
    node["parameters"] = [item for item in parameters if item not in odd]
