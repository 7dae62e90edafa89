"""Shape of OpenAPI 3.1 (and 3.0, whose schemas differ in a few keywords)."""

from __future__ import annotations

import re

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

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
ITEM_SCHEMA = "x-specmill-item-schema"
"""The normal form's word for ``itemSchema`` of OpenAPI 3.2."""
HTTP_METHOD = "x-specmill-http-method"
NO_CONTENT = "x-specmill-no-content"
"""Marks a response that has no body, where its source says so; OpenAPI leaves that open."""
"""Extension of an operation: the method that is sent, where its field is another one's."""
STATUS = re.compile(r"(?:[1-5](?:[0-9][0-9]|XX)|default)\Z")
PATH = re.compile(r"/")
METHOD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")  # a token (RFC 9110, section 5.6.2)
NO_EXTENSION = re.compile(r"(?!x-)")

SCHEMA = Record("Schema", component="schemas", open=True)
SCHEMA_OR_FLAG = Choice({dict: SCHEMA, bool: FLAG})
EXTERNAL_DOCS = Record("External Documentation", {"description": PROSE, "url": TEXT})
XML: dict[str, Shape] = {
    "name": TEXT,
    "namespace": TEXT,
    "prefix": TEXT,
    "attribute": FLAG,
    "wrapped": FLAG,
}
_NAMED_SCHEMAS = MapOf(SCHEMA_OR_FLAG)
_BOUND = Choice({int: NUMBER, float: NUMBER, bool: FLAG})
SCHEMA.fields.update(
    {
        "$ref": TEXT,
        "$defs": _NAMED_SCHEMAS,
        "definitions": _NAMED_SCHEMAS,
        "properties": _NAMED_SCHEMAS,
        "patternProperties": _NAMED_SCHEMAS,
        "dependentSchemas": _NAMED_SCHEMAS,
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ListOf(SCHEMA_OR_FLAG)),
        **dict.fromkeys(
            ("not", "if", "then", "else", "items", "contains", "additionalProperties"),
            SCHEMA_OR_FLAG,
        ),
        **dict.fromkeys(
            ("propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
            SCHEMA_OR_FLAG,
        ),
        "type": Choice({str: TEXT, list: TEXTS}),
        "enum": LIST,
        "required": TEXTS,
        "title": PROSE,
        "description": PROSE,
        "$comment": PROSE,
        "format": TEXT,
        "pattern": TEXT,
        **dict.fromkeys(("minimum", "maximum", "multipleOf"), NUMBER),
        **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _BOUND),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), COUNT),
        **dict.fromkeys(("minProperties", "maxProperties"), COUNT),
        **dict.fromkeys(("uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"), FLAG),
        "examples": LIST,
        "contentEncoding": TEXT,
        "contentMediaType": TEXT,
        "discriminator": Record(
            "Discriminator",
            {"propertyName": TEXT, "mapping": MapOf(TEXT)},
            ("propertyName",),
            gathered=True,
        ),
        "externalDocs": EXTERNAL_DOCS,
        "xml": Record("XML", XML),
        "x-specmill-field-behavior": TEXTS,
        "x-specmill-enum": MapOf(Record("enum value", {"description": PROSE}, open=True)),
    }
)

_SERVER_VARIABLE = Record(
    "Server Variable", {"enum": TEXTS, "default": TEXT, "description": PROSE}, ("default",)
)
SERVER = Record(
    "Server",
    {
        "url": TEXT,
        "description": PROSE,
        "variables": MapOf(_SERVER_VARIABLE),
        "x-specmill-server": TEXT,
    },
    ("url",),
)
EXAMPLE = Record(
    "Example",
    {"summary": PROSE, "description": PROSE, "value": ANYTHING, "externalValue": TEXT},
    component="examples",
)
MEDIA_TYPE = Record("Media Type")
_CONTENT = MapOf(MEDIA_TYPE)
_VALUE_FIELDS: dict[str, Shape] = {
    "description": PROSE,
    "required": FLAG,
    "deprecated": FLAG,
    "allowEmptyValue": FLAG,
    "style": TEXT,
    "explode": FLAG,
    "allowReserved": FLAG,
    "schema": SCHEMA_OR_FLAG,
    "example": ANYTHING,
    "examples": MapOf(EXAMPLE),
    "content": _CONTENT,
}
PARAMETER = Record(
    "Parameter", {"name": TEXT, "in": TEXT, **_VALUE_FIELDS}, ("name", "in"), "parameters"
)
HEADER = Record("Header", _VALUE_FIELDS, component="headers")
_ENCODING = Record(
    "Encoding",
    {
        "contentType": TEXT,
        "headers": MapOf(HEADER),
        "style": TEXT,
        "explode": FLAG,
        "allowReserved": FLAG,
    },
)
MEDIA_TYPE.fields.update(
    {
        "schema": SCHEMA_OR_FLAG,
        "example": ANYTHING,
        "examples": MapOf(EXAMPLE),
        "encoding": MapOf(_ENCODING),
        "itemSchema": SCHEMA_OR_FLAG,
        ITEM_SCHEMA: SCHEMA_OR_FLAG,
    }
)
REQUEST_BODY = Record(
    "Request Body",
    {"description": PROSE, "content": _CONTENT, "required": FLAG},
    ("content",),
    "requestBodies",
)
LINK = Record(
    "Link",
    {
        "operationRef": TEXT,
        "operationId": TEXT,
        "parameters": MapOf(ANYTHING),
        "requestBody": ANYTHING,
        "description": PROSE,
        "server": SERVER,
    },
    component="links",
)
RESPONSE = Record(
    "Response",
    {
        "description": PROSE,
        "headers": MapOf(HEADER),
        "content": _CONTENT,
        "links": MapOf(LINK),
    },
    component="responses",
)
SECURITY = ListOf(MapOf(TEXTS))
OPERATION = Record("Operation")
PATH_ITEM = Record("Path Item", component="pathItems")
CALLBACK = Record("Callback", {"$ref": TEXT}, component="callbacks", rest=PATH_ITEM)
OPERATION.fields.update(
    {
        "tags": TEXTS,
        "summary": PROSE,
        "description": PROSE,
        "externalDocs": EXTERNAL_DOCS,
        "operationId": TEXT,
        "parameters": ListOf(PARAMETER),
        "requestBody": REQUEST_BODY,
        "responses": MapOf(RESPONSE, STATUS, "a status code"),
        "callbacks": MapOf(CALLBACK),
        "deprecated": FLAG,
        "security": SECURITY,
        "servers": ListOf(SERVER),
        "x-specmill-resource": TEXTS,
        "x-specmill-method": TEXT,
        "x-specmill-entity": Record("entity", {"pattern": TEXT, "name": TEXT, "role": TEXT}),
        "x-specmill-path-parameters": ListOf(PARAMETER),
        HTTP_METHOD: TEXT,
    }
)
PATH_ITEM.fields.update(
    {
        "$ref": TEXT,
        "summary": PROSE,
        "description": PROSE,
        "servers": ListOf(SERVER),
        "parameters": ListOf(PARAMETER),
        **dict.fromkeys(METHODS, OPERATION),
        "query": OPERATION,
        "additionalOperations": MapOf(OPERATION, METHOD, "an HTTP method"),
    }
)
_FLOW = Record(
    "OAuth Flow",
    {
        "authorizationUrl": TEXT,
        "tokenUrl": TEXT,
        "refreshUrl": TEXT,
        "deviceAuthorizationUrl": TEXT,
        "scopes": MapOf(PROSE),
    },
    ("scopes",),
)
_FLOWS = Record(
    "OAuth Flows",
    dict.fromkeys(
        (
            *("implicit", "password", "clientCredentials", "authorizationCode"),
            "deviceAuthorization",
        ),
        _FLOW,
    ),
)
SECURITY_SCHEME = Record(
    "Security Scheme",
    {
        "type": TEXT,
        "description": PROSE,
        "name": TEXT,
        "in": TEXT,
        "scheme": TEXT,
        "bearerFormat": TEXT,
        "openIdConnectUrl": TEXT,
        "oauth2MetadataUrl": TEXT,
        "deprecated": FLAG,
        "flows": _FLOWS,
    },
    ("type",),
    "securitySchemes",
)
INFO = Record(
    "Info",
    {
        "title": TEXT,
        "summary": PROSE,
        "description": PROSE,
        "termsOfService": TEXT,
        "contact": Record("Contact", {"name": TEXT, "url": TEXT, "email": TEXT}),
        "license": Record("License", {"name": TEXT, "identifier": TEXT, "url": TEXT}),
        "version": TEXT,
    },
)
TAG = Record(
    "Tag",
    {
        "name": TEXT,
        "summary": PROSE,
        "description": PROSE,
        "externalDocs": EXTERNAL_DOCS,
        "parent": TEXT,
        "kind": TEXT,
    },
    ("name",),
)
LATER_FIELDS: dict[Record, tuple[str, ...]] = {
    TAG: ("summary", "parent", "kind"),
    SECURITY_SCHEME: ("oauth2MetadataUrl", "deprecated"),
    _FLOWS: ("deviceAuthorization",),
}
"""Fields of OpenAPI 3.2 that 3.1 does not have: the normal form keeps them apart."""
COMPONENTS = Record(
    "Components",
    {
        "schemas": MapOf(SCHEMA_OR_FLAG),
        "responses": MapOf(RESPONSE),
        "parameters": MapOf(PARAMETER),
        "examples": MapOf(EXAMPLE),
        "requestBodies": MapOf(REQUEST_BODY),
        "headers": MapOf(HEADER),
        "securitySchemes": MapOf(SECURITY_SCHEME),
        "links": MapOf(LINK),
        "callbacks": MapOf(CALLBACK),
        "pathItems": MapOf(PATH_ITEM),
    },
)
_SOURCE = Record("Source", {"family": TEXT}, open=True)
OPENAPI = Record(
    "OpenAPI",
    {
        "openapi": TEXT,
        "info": INFO,
        "jsonSchemaDialect": TEXT,
        "servers": ListOf(SERVER),
        "paths": MapOf(PATH_ITEM, PATH, "a path: it must start with '/'"),
        "webhooks": MapOf(PATH_ITEM),
        "x-webhooks": MapOf(PATH_ITEM, NO_EXTENSION),
        "components": COMPONENTS,
        "security": SECURITY,
        "tags": ListOf(TAG),
        "externalDocs": EXTERNAL_DOCS,
        "x-specmill-source": _SOURCE,
        "x-specmill-batch": TEXT,
    },
)
