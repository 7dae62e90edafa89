"""Reference pages: ``x-specmill-documented`` of operations, schemas and the root."""

from __future__ import annotations

from typing import Any

from specmill.document.document import Document
from specmill.document.operations import source_operations
from specmill.lower.keywords import default_of, docs_of
from specmill.lower.schemas import Schemas, Use
from specmill.model.documented import (
    Documented,
    DocumentedAttribute,
    DocumentedParameter,
    ReferencePage,
)
from specmill.model.models import Docs

DOCUMENTED = "x-specmill-documented"


def documented_of(
    node: Any, pointer: str, schemas: Schemas, docs: Docs | None = None
) -> Documented | None:
    """Lower the extension of an operation; None where there is none.

    Args:
        node: The value of ``x-specmill-documented``.
        pointer: Its JSON pointer.
        schemas: Gives the types.
        docs: What is said of the operation.
    """
    if node is None:
        return None
    return Documented(
        method=str(node["method"]),
        usage=str(node["usage"]),
        parameters=tuple(
            _parameter(one, f"{pointer}/parameters/{index}/schema", schemas)
            for index, one in enumerate(node["parameters"])
        ),
        returns=tuple((str(one["name"]), str(one["type"])) for one in node["returns"]),
        unpacks=tuple(str(name) for name in node.get("unpacks", ())),
        result=tuple(node.get("result", ())),
        attributes=tuple(
            (str(one["class"]), tuple(map(str, one["names"]))) for one in node.get("attributes", ())
        ),
        docs=docs or Docs(),
    )


def _parameter(node: Any, pointer: str, schemas: Schemas) -> DocumentedParameter:
    return DocumentedParameter(
        name=str(node["name"]),
        declared=str(node["type"]),
        type=schemas.type_of(node["schema"], pointer, Use("", str(node["name"]))),
        required=node["required"] is True,
        default=default_of(node),
        aliases=tuple(str(alias) for alias in node.get("aliases", ())),
        place=str(node.get("in", "")),
        wire=str(node.get("wire", "")),
    )


def reference_page(document: Document, schemas: Schemas) -> ReferencePage | None:
    """Lower what a reference page says beside the operations; None for any other family."""
    if document.root.get("x-specmill-source", {}).get("family") != "tables":
        return None
    client = document.root.get(DOCUMENTED, {}).get("client")
    components = document.root.get("components", {}).get("schemas", {})
    shown = {key: node[DOCUMENTED] for key, node in components.items() if DOCUMENTED in node}
    return ReferencePage(
        client=documented_of(client, f"/{DOCUMENTED}/client", schemas),
        classes={str(node.get("class", key)): key for key, node in reversed(shown.items())},
        attributes={
            key: tuple(_attribute(one) for one in node.get("attributes", ()))
            for key, node in shown.items()
        },
        absent=tuple(_absent(document, schemas)),
    )


def _attribute(node: Any) -> DocumentedAttribute:
    return DocumentedAttribute(
        name=str(node["name"]),
        wire=str(node.get("wire", "")),
        source=str(node.get("from", "")),
        missing=str(node.get("missing", "")),
    )


def _absent(document: Document, schemas: Schemas) -> list[tuple[Documented, str]]:
    found: list[tuple[Documented, str]] = []
    for source in source_operations(document.root):
        node = source.node
        if "x-specmill-skip" in node and DOCUMENTED in node:
            pointer = f"{source.pointer}/{DOCUMENTED}"
            documented = documented_of(node[DOCUMENTED], pointer, schemas, docs_of(node))
            assert documented is not None
            found.append((documented, str(node["x-specmill-skip"])))
    return found
