"""Headers that a spec requires with one value only: clients send them, callers do not name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def constant_headers(nodes: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Return wire name and value of the Parameter Objects among ``nodes`` that are such headers."""
    return tuple(
        (str(node["name"]), node["schema"]["const"]) for node in nodes if is_constant(node)
    )


def is_constant(node: Mapping[str, Any]) -> bool:
    """Tell whether a Parameter Object is a required header with ``const``, a text."""
    schema = node.get("schema")
    return (
        node["in"] == "header"
        and node.get("required") is True
        and isinstance(schema, dict)
        and isinstance(schema.get("const"), str)
    )
