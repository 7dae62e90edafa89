"""google.api.HttpBody: the message that stands for a body of any media type, as it is."""

from __future__ import annotations

from collections.abc import Iterable

_NAME = "HttpBody"
_MEDIA_TYPES = frozenset({"contentType", "content_type"})
_FIELDS = _MEDIA_TYPES | {"data", "extensions"}


def is_http_body(name: str, fields: Iterable[str]) -> bool:
    """Tell whether a schema is that message, by its name and those of its fields.

    Args:
        name: Of the schema, or a reference to it: ``GoogleApiHttpBody``, ``google.api.HttpBody``.
        fields: Names of its properties.
    """
    known = set(fields)
    has_both = "data" in known and bool(known & _MEDIA_TYPES)
    return name.endswith(_NAME) and has_both and known <= _FIELDS
