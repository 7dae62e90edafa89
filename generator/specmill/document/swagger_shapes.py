"""Shape of Swagger 2.0."""

from __future__ import annotations

import re

from specmill.document.openapi_shapes import EXTERNAL_DOCS, INFO, PATH, SECURITY, TAG, XML
from specmill.document.shapes import (
    ANYTHING,
    COUNT,
    FLAG,
    LIST,
    NUMBER,
    PROSE,
    TEXT,
    TEXTS,
    Choice,
    ListOf,
    MapOf,
    Record,
    Shape,
)

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
STATUS = re.compile(r"(?:[1-5](?:[0-9][0-9]|XX)|default)\Z")

SCHEMA = Record("Schema", component="definitions", open=True)
SCHEMA_OR_FLAG = Choice({dict: SCHEMA, bool: FLAG})
_LIMITS: dict[str, Shape] = {
    "format": TEXT,
    "default": ANYTHING,
    **dict.fromkeys(("maximum", "minimum", "multipleOf"), NUMBER),
    **dict.fromkeys(("exclusiveMaximum", "exclusiveMinimum", "uniqueItems"), FLAG),
    **dict.fromkeys(("maxLength", "minLength", "maxItems", "minItems"), COUNT),
    "pattern": TEXT,
    "enum": LIST,
}
SCHEMA.fields.update(
    {
        **_LIMITS,
        "$ref": TEXT,
        "type": Choice({str: TEXT, list: TEXTS}),
        "title": PROSE,
        "description": PROSE,
        "required": TEXTS,
        **dict.fromkeys(("maxProperties", "minProperties"), COUNT),
        "properties": MapOf(SCHEMA),
        "additionalProperties": SCHEMA_OR_FLAG,
        "items": SCHEMA,
        **dict.fromkeys(("allOf", "anyOf", "oneOf"), ListOf(SCHEMA)),
        "not": SCHEMA,
        "discriminator": TEXT,
        **dict.fromkeys(("readOnly", "x-nullable"), FLAG),
        "externalDocs": EXTERNAL_DOCS,
        "xml": Record("XML", XML),
    }
)
ITEMS = Record("Items", {**_LIMITS, "type": TEXT, "collectionFormat": TEXT})
ITEMS.fields["items"] = ITEMS
_VALUE: dict[str, Shape] = {**ITEMS.fields, "description": PROSE, "x-nullable": FLAG}
PARAMETER = Record(
    "Parameter",
    {
        **_VALUE,
        "name": TEXT,
        "in": TEXT,
        "required": FLAG,
        "allowEmptyValue": FLAG,
        "schema": SCHEMA,
    },
    ("name", "in"),
    "parameters",
)
HEADER = Record("Header", _VALUE)
RESPONSE = Record(
    "Response",
    {
        "description": PROSE,
        "schema": SCHEMA,
        "headers": MapOf(HEADER),
        "examples": MapOf(ANYTHING),
    },
    component="responses",
)
OPERATION = Record(
    "Operation",
    {
        "tags": TEXTS,
        "summary": PROSE,
        "description": PROSE,
        "externalDocs": EXTERNAL_DOCS,
        "operationId": TEXT,
        **dict.fromkeys(("consumes", "produces", "schemes"), TEXTS),
        "parameters": ListOf(PARAMETER),
        "responses": MapOf(RESPONSE, STATUS, "a status code"),
        "deprecated": FLAG,
        "security": SECURITY,
    },
)
PATH_ITEM = Record(
    "Path Item",
    {"$ref": TEXT, "parameters": ListOf(PARAMETER), **dict.fromkeys(METHODS, OPERATION)},
    component="paths",
)
SECURITY_SCHEME = Record(
    "Security Scheme",
    {
        "type": TEXT,
        "description": PROSE,
        "name": TEXT,
        "in": TEXT,
        "flow": TEXT,
        "authorizationUrl": TEXT,
        "tokenUrl": TEXT,
        "scopes": MapOf(PROSE),
    },
    ("type",),
)
SWAGGER = Record(
    "Swagger",
    {
        "swagger": TEXT,
        "info": INFO,
        "host": TEXT,
        "basePath": TEXT,
        **dict.fromkeys(("schemes", "consumes", "produces"), TEXTS),
        "paths": MapOf(PATH_ITEM, PATH, "a path: it must start with '/'"),
        **dict.fromkeys(("definitions", "x-stream-definitions"), MapOf(SCHEMA)),
        "parameters": MapOf(PARAMETER),
        "responses": MapOf(RESPONSE),
        "securityDefinitions": MapOf(SECURITY_SCHEME),
        "security": SECURITY,
        "tags": ListOf(TAG),
        "externalDocs": EXTERNAL_DOCS,
    },
    ("paths",),
)
