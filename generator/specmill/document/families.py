"""Families of specs: which one a tree belongs to."""

from __future__ import annotations

from typing import Any

from specmill.document.discovery_shapes import DISCOVERY
from specmill.document.openapi_shapes import OPENAPI
from specmill.document.shapes import Record
from specmill.document.swagger_shapes import SWAGGER

SHAPES: dict[str, Record] = {"swagger2": SWAGGER, "openapi3": OPENAPI, "discovery": DISCOVERY}


def family_of(tree: Any) -> str:
    """Name the family of a tree (a key of ``SHAPES``); empty when specmill reads no such thing."""
    if not isinstance(tree, dict):
        return ""
    if str(tree.get("swagger")) == "2.0":
        return "swagger2"
    version = str(tree.get("openapi", ""))
    if version in ("3.0", "3.1", "3.2") or version.startswith(("3.0.", "3.1.", "3.2.")):
        return "openapi3"
    if tree.get("kind") == "discovery#restDescription" or (
        "discoveryVersion" in tree and "rootUrl" in tree
    ):
        return "discovery"
    return ""
