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


@cache
def _registry(text: str) -> Registry[Any]:
    resource = Resource.from_contents(json.loads(text), default_specification=DRAFT202012)
    return Registry().with_resource(_SPEC, resource)


def problems(spec: Any, pointer: str, value: Any) -> list[str]:
    """Return what of a value does not fit the schema at a JSON Pointer."""
    registry = _registry(json.dumps(spec))
    validator = Draft202012Validator(
        {"$ref": f"{_SPEC}#{pointer}"}, registry=registry, format_checker=FORMATS
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def judged(operation: Any, spec: Any, response: httpx2.Response) -> list[str]:
    """Return what of a response is not as the spec says.

    Args:
        operation: What the fake has read of the operation.
        spec: The spec.
        response: The response.
    """
    declared = operation.response(response.status_code)
    if not declared.node:
        redirected = operation.response(302).node  # what it leads to is not declared
        return [] if redirected else [f"{response.status_code} is not declared"]
    media_type = response.headers.get("content-type", "").partition(";")[0]
    content = declared.child("content", media_type)
    if not content and response.content and declared.child("content").node:
        known = set(declared.child("content").node)
        is_media = response.request.url.params.get("alt") == "media"
        if not is_media and not any("*" in one for one in known):
            return [f"{media_type} is not declared"]
    schema = content.child("schema")
    if not schema or "json" not in media_type or "seq" in media_type or "nd" in media_type:
        return []
    return problems(spec, schema.pointer, response.json())
