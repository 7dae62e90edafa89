"""What generators for gRPC gateways write in the place of google.api.HttpBody."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from specmill.document.document import Document
from specmill.sources.repairs.finder import Found, Spot

_JSON = "application/json"
_TEXT = {"type": "string"}
_NAME = "google.api.HttpBody"
_HTTP_BODY: dict[str, Any] = {
    "type": "object",
    "description": "A body of any media type, as a message.",
    "properties": {
        "contentType": {"type": "string", "description": "Media type of the body."},
        "data": {"type": "string", "contentEncoding": "base64", "description": "The body."},
        "extensions": {"type": "array", "items": {}, "description": "What is said besides."},
    },
}
_STATUSES = ("Status", "google.rpc.Status")
_ANY = ("GoogleProtobufAny", "google.protobuf.Any")


def any_body(spot: Spot) -> Found:
    """Let a body that gnostic calls a string be google.api.HttpBody, too."""
    media = spot.node["content"].get(_JSON)
    if not isinstance(media, dict) or media.get("schema") != _TEXT:
        return None
    if not _is_of_gnostic(spot.finder.document):
        return None
    schemas = spot.finder.document.root["components"]["schemas"]
    schemas.setdefault(_NAME, deepcopy(_HTTP_BODY))
    media["schema"] = {"anyOf": [{**_TEXT}, {"$ref": f"#/components/schemas/{_NAME}"}]}
    what = f"gnostic writes a string for {_NAME}, too; taken as a text, that message, or bytes"
    return "content", what


def _is_of_gnostic(document: Document) -> bool:
    """Tell whether a document has gnostic's schema of errors."""
    schemas = document.root.get("components", {}).get("schemas", {})
    for name in _STATUSES:
        details = schemas.get(name, {}).get("properties", {}).get("details", {})
        items = details.get("items", {}) if isinstance(details, dict) else {}
        if str(items.get("$ref", "")).rpartition("/")[2] in _ANY:
            return True
    return False
