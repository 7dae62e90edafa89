"""Media types that responses inherit from the document (Swagger 2.0, ``produces``)."""

from __future__ import annotations

import re
from typing import Any

from specmill.sources.repairs.schemas import BINARY

_STRUCTURED = re.compile(
    r"json|xml\b|yaml|^text/plain\b|urlencoded|form-data|msgpack|cbor|protobuf"
)
_OCTETS = re.compile(
    r"octet-stream|^(image|audio|video|font)/|^application/(pdf|zip|gzip|x-tar|x-gzip|x-zip)\b"
)
_ANY = "*/*"
_VALUES = frozenset({"object", "array", "integer", "number", "boolean"})


def fitting(produces: list[str], schema: dict[str, Any]) -> list[str]:
    """Return what of a document's ``produces`` a response of a schema can be.

    Octets are no JSON, and values are no octets: what the document says for all operations does not
    hold where the schema of one says otherwise.
    """
    if schema.get("contentMediaType") == BINARY:
        return [one for one in produces if not _STRUCTURED.search(one)] or [_ANY]
    kinds = schema.get("type")
    is_typed = isinstance(kinds, str) and kinds in _VALUES
    if is_typed or "properties" in schema or "allOf" in schema:
        return [one for one in produces if not _OCTETS.search(one)] or produces
    return produces
