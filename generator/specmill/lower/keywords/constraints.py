"""Annotations of a schema (default, examples, title, description), and ``const``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from specmill.lower.keywords.scalars import is_scalar
from specmill.model.models import UNSET, Docs, JsonValue, Unset


def docs_of(node: Mapping[str, Any]) -> Docs:
    """Read summary, description and deprecation of an operation, a parameter or a schema."""
    if _SPEAKING.isdisjoint(node):
        return _NO_DOCS
    summary = node.get("summary") or node.get("title") or ""
    description = node.get("description") or ""
    deprecated = node.get("deprecated") is True
    more = node.get("externalDocs")
    if not more:
        return Docs(str(summary), str(description), deprecated)
    url, text = str(more.get("url", "")), str(more.get("description", ""))
    return Docs(str(summary), str(description), deprecated, url, text)


def default_of(schema: Mapping[str, Any]) -> JsonValue | Unset:
    """Read the declared default; :data:`UNSET` when there is none."""
    default: JsonValue | Unset = schema.get("default", UNSET)
    return default


def examples_of(schema: Mapping[str, Any]) -> tuple[JsonValue, ...]:
    """Read the examples of a schema, those that ``x-`` extensions hide aside."""
    examples = schema.get("examples")
    return tuple(examples) if isinstance(examples, list) else ()


def constant_of(
    schema: Any, resolve: Callable[[str], Any], *, may_grow: bool = False
) -> JsonValue | Unset:
    """Return the only value that a schema admits, by ``const`` or an ``enum`` of one.

    :data:`UNSET` where there are others, or null is the one. With ``may_grow`` an ``enum`` of one
    does not count: a second value of it must not change how a method is called.
    """
    for _ in range(_FARTHEST):
        if not isinstance(schema, dict) or _NARROWING.isdisjoint(schema):
            break
        values: Sequence[Any] = () if may_grow else schema.get("enum", ())
        if "const" in schema:
            values = [schema["const"]]
        if len(values) == 1 and values[0] is not None and is_scalar(values[0]):
            only: JsonValue = values[0]
            return only
        members = schema.get("allOf", ())
        if "$ref" in schema:
            schema = resolve(schema["$ref"])
        elif len(members) == 1:
            schema = members[0]
        else:
            break
    return UNSET


_NARROWING = frozenset({"const", "enum", "$ref", "allOf"})
_FARTHEST = 10
"""References that are followed to find a constant."""

_NO_DOCS = Docs()
_SPEAKING = frozenset({"summary", "title", "description", "deprecated", "externalDocs"})
