"""Shape of Google Discovery documents (discovery#restDescription, version 1)."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.document.shapes import (
    ANYTHING,
    FLAG,
    LIST,
    PROSE,
    TEXT,
    TEXTS,
    Leaf,
    ListOf,
    MapOf,
    Record,
    Shape,
)

_PROSES = Leaf("a list", (list,), prose=True)
_BOUND = Leaf("a number", (str, int, float))

SCHEMA = Record("Schema")
_COMMON: dict[str, Shape] = {
    "type": TEXT,
    "format": TEXT,
    "description": PROSE,
    "default": ANYTHING,
    "required": FLAG,
    "deprecated": FLAG,
    "enum": TEXTS,
    "enumDescriptions": _PROSES,
    "enumDeprecated": LIST,
    "pattern": TEXT,
    "minimum": _BOUND,
    "maximum": _BOUND,
    "repeated": FLAG,
    "$ref": TEXT,
    "properties": MapOf(SCHEMA),
    "additionalProperties": SCHEMA,
    "items": SCHEMA,
}
SCHEMA.fields.update(
    {
        **_COMMON,
        "id": TEXT,
        "title": PROSE,
        "readOnly": FLAG,
        "annotations": Record("Annotations", {"required": TEXTS}, open=True),
        "variant": Record(
            "Variant",
            {
                "discriminant": TEXT,
                "map": ListOf(
                    Record(
                        "Variant Entry",
                        {"type_value": TEXT, "$ref": TEXT},
                        ("type_value", "$ref"),
                    )
                ),
            },
            ("discriminant", "map"),
        ),
    }
)
PARAMETER = Record("Parameter", {**_COMMON, "location": TEXT})
BODY = Record("Body", {**SCHEMA.fields, "parameterName": TEXT})
METHOD = Record(
    "Method",
    {
        "id": TEXT,
        "path": TEXT,
        "flatPath": TEXT,
        "httpMethod": TEXT,
        "description": PROSE,
        "deprecated": FLAG,
        "parameters": MapOf(PARAMETER),
        "parameterOrder": TEXTS,
        "request": BODY,
        "response": BODY,
        "scopes": TEXTS,
        "supportsMediaDownload": FLAG,
        "supportsMediaUpload": FLAG,
        "useMediaDownloadService": FLAG,
        "mediaUpload": Record("Media Upload", open=True),
        "supportsSubscription": FLAG,
        "apiVersion": TEXT,
        "etagRequired": FLAG,
    },
    ("id", "path", "httpMethod"),
)
RESOURCE = Record("Resource", {"methods": MapOf(METHOD), "deprecated": FLAG})
RESOURCE.fields["resources"] = MapOf(RESOURCE)
_SCOPES = MapOf(Record("Scope", {"description": PROSE}))
_AUTH = Record("Auth", {"oauth2": Record("OAuth 2.0", {"scopes": _SCOPES})})
DISCOVERY = Record(
    "Discovery document",
    {
        "kind": TEXT,
        "discoveryVersion": TEXT,
        "id": TEXT,
        "name": TEXT,
        "canonicalName": TEXT,
        "version": TEXT,
        "title": TEXT,
        "description": PROSE,
        "documentationLink": TEXT,
        "rootUrl": TEXT,
        "servicePath": TEXT,
        "auth": _AUTH,
        "parameters": MapOf(PARAMETER),
        "schemas": MapOf(SCHEMA),
        "methods": MapOf(METHOD),
        "resources": MapOf(RESOURCE),
        "endpoints": ListOf(
            Record(
                "Endpoint",
                {"endpointUrl": TEXT, "location": TEXT, "description": PROSE},
                ("endpointUrl", "location"),
                open=True,
            )
        ),
        **dict.fromkeys(
            ("revision", "etag", "ownerDomain", "ownerName", "packagePath", "protocol"), TEXT
        ),
        **dict.fromkeys(("basePath", "baseUrl", "batchPath", "mtlsRootUrl"), TEXT),
        "icons": ANYTHING,
        "labels": ANYTHING,
        "features": ANYTHING,
        "version_module": ANYTHING,
        "serviceVersion": ANYTHING,
        "fullyEncodeReservedExpansion": FLAG,
        "exponentialBackoffDefault": FLAG,
    },
    ("name", "version", "rootUrl"),
)

_HTTP_BODY = "HttpBody"
_MEDIA_TYPES = frozenset({"contentType", "content_type"})
_OF_HTTP_BODY = _MEDIA_TYPES | {"data", "extensions"}


def is_http_body(name: str, fields: Iterable[str]) -> bool:
    """Tell whether a schema is google.api.HttpBody, which stands for a body of any type as it is.

    Args:
        name: Of the schema, or a reference to it: ``GoogleApiHttpBody``, ``google.api.HttpBody``.
        fields: Names of its properties.
    """
    known = set(fields)
    has_both = "data" in known and bool(known & _MEDIA_TYPES)
    return name.endswith(_HTTP_BODY) and has_both and known <= _OF_HTTP_BODY
