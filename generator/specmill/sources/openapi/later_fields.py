"""Fields of OpenAPI 3.2 that 3.1 does not have: what is read, and what is told as not supported.

``docs/reference/openapi-3.2.md`` has the table of all changes.
"""

from __future__ import annotations

from typing import Any

from specmill.diagnostics import Report
from specmill.document.openapi_shapes import (
    COMPONENTS,
    ENCODING,
    EXAMPLE,
    FLOWS,
    MEDIA_TYPE,
    OPENAPI,
    RESPONSE,
    SECURITY_SCHEME,
    SERVER,
    TAG,
    XML_OBJECT,
)
from specmill.document.origins import Origins
from specmill.document.shapes import EXTRA, Path, Record, pointer_of

_KEPT: dict[Record, tuple[str, ...]] = {
    OPENAPI: ("$self",),
    COMPONENTS: ("mediaTypes",),
    SERVER: ("name",),
    TAG: ("summary", "parent", "kind"),
    RESPONSE: ("summary",),
    EXAMPLE: ("dataValue", "serializedValue"),
    SECURITY_SCHEME: ("oauth2MetadataUrl", "deprecated"),
    FLOWS: ("deviceAuthorization",),
}
"""What is read from where the normal form keeps it, or was read by now."""
_BY_POSITION = "parts of a body are told apart by name, not by position"
_UNSUPPORTED: dict[Record, dict[str, str]] = {
    MEDIA_TYPE: {"prefixEncoding": _BY_POSITION, "itemEncoding": _BY_POSITION},
    ENCODING: {
        "encoding": "a part of a body has no parts itself",
        "prefixEncoding": _BY_POSITION,
        "itemEncoding": _BY_POSITION,
    },
    XML_OBJECT: {"nodeType": "bodies in XML are text"},
}
"""What is not read, and why that loses nothing or what is done instead."""
LATER = frozenset({*_KEPT, *_UNSUPPORTED})
"""Objects that have such fields."""


def read_later(
    node: dict[str, Any], record: Record, path: Path, where: Origins, report: Report
) -> None:
    """Say what such fields of an object mean in the words of OpenAPI 3.1, and keep them apart."""
    if record is RESPONSE and "summary" in node:
        node.setdefault("description", node["summary"])
    elif record is EXAMPLE and "value" not in node:
        for key in ("dataValue", "serializedValue"):
            if key in node:
                node.setdefault("value", node[key])
    for key in _KEPT.get(record, ()):
        if key in node:
            node.setdefault(EXTRA, {})[key] = node.pop(key)
    for key, why in _UNSUPPORTED.get(record, {}).items():
        if key in node:
            report.warn(
                f"`{key}` of OpenAPI 3.2 is not supported: {why}; kept under {EXTRA}",
                location=where.locate(pointer_of((path, key))),
                code="not-supported",
            )
            node.setdefault(EXTRA, {})[key] = node.pop(key)
