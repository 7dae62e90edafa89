"""Answers judged by jsonschema, which knows nothing of this project."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import httpx2
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FORMATS = FormatChecker(("date", "date-time", "email", "ipv4", "ipv6", "regex", "uuid"))
_SPEC = "urn:spec"
MEDIA = "application/octet-stream"
"""What bytes are of which nothing is known."""
REDIRECTS = (301, 302, 303, 307, 308)
"""Statuses that lead to what the spec does not declare."""


@cache
def _registry(text: str) -> Registry[Any]:
    contents = _answered(json.loads(text))
    resource = Resource.from_contents(contents, default_specification=DRAFT202012)
    return Registry().with_resource(_SPEC, resource)


def _answered(node: Any) -> Any:
    """Return schemas that do not require what is only sent."""
    if isinstance(node, list):
        return [_answered(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _answered(one) for key, one in node.items()}
    properties, required = node.get("properties"), node.get("required")
    if isinstance(properties, dict) and isinstance(required, list):
        sent = {key for key, one in properties.items() if "writeOnly" in json.dumps(one)}
        found["required"] = [one for one in required if one not in sent]
    return found


def problems(spec: Any, pointer: str, value: Any) -> list[str]:
    """Return what of a value does not fit the schema at a JSON Pointer."""
    registry = _registry(json.dumps(spec))
    validator = Draft202012Validator(
        {"$ref": f"{_SPEC}#{pointer}"}, registry=registry, format_checker=FORMATS
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def judged(operation: Any, spec: Any, response: httpx2.Response) -> list[str]:
    """Return what of a response with a body in JSON is not as the spec says.

    Args:
        operation: What the fake has read of the operation.
        spec: The spec.
        response: The response.
    """
    declared = operation.response(response.status_code)
    if not declared.node:
        redirected = any(operation.response(one).node for one in REDIRECTS)
        return [] if redirected else [f"{response.status_code} is not declared"]
    media_type = response.headers.get("content-type", "").partition(";")[0]
    content = declared.child("content", media_type)
    if not content and response.content and declared.child("content").node:
        known = set(declared.child("content").node)
        if media_type != MEDIA and not any("*" in one for one in known):
            return [f"{media_type} is not declared"]
    schema = content.child("schema")
    if not schema or "json" not in media_type or "seq" in media_type or "nd" in media_type:
        return []
    if response.content.count(b"\n{"):  # a stream, whose schema is that of its items
        return []
    return problems(spec, schema.pointer, response.json())
