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
XML_OBJECT = Record("XML", {**XML, "nodeType": TEXT})
DISCRIMINATOR = Record(
    "Discriminator",
    {"propertyName": TEXT, "mapping": MapOf(TEXT), "defaultMapping": TEXT},
    ("propertyName",),
    gathered=True,
)
_NAMED = ("name", "type")
_DOCUMENTED_PARAMETER = Record("documented parameter", open=True)
_DOCUMENTED_METHOD = Record(
    "documented method",
    {
        **dict.fromkeys(("method", "usage"), TEXT),
        "unpacks": TEXTS,
        "parameters": ListOf(_DOCUMENTED_PARAMETER),
        "returns": ListOf(Record("returned", dict.fromkeys(_NAMED, TEXT), _NAMED, open=True)),
        "attributes": ListOf(
            Record("attributes", {"class": TEXT, "names": TEXTS}, ("class", "names"), open=True)
        ),
        "result": LIST,
    },
    ("method", "usage", "parameters", "returns"),
    open=True,
)
_ATTRIBUTE = dict.fromkeys(("name", "wire", "from", "missing"), TEXT)
_DOCUMENTED_CLASS = Record(
    "documented class",
    {
        "class": TEXT,
        "attributes": ListOf(Record("attribute", {**_ATTRIBUTE}, ("name",), open=True)),
    },
    open=True,
)
_SETTINGS = Choice({dict: MapOf(ANYTHING), bool: FLAG})
"""A convention that is described, or switched off."""
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
        "dependentRequired": MapOf(TEXTS),
        **dict.fromkeys(("$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef"), TEXT),
        "title": PROSE,
        "description": PROSE,
        "$comment": PROSE,
        "format": TEXT,
        "pattern": TEXT,
        **dict.fromkeys(("minimum", "maximum", "multipleOf"), NUMBER),
        **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _BOUND),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), COUNT),
        **dict.fromkeys(("minProperties", "maxProperties", "minContains", "maxContains"), COUNT),
        **dict.fromkeys(("uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"), FLAG),
        "examples": LIST,
        "contentEncoding": TEXT,
        "contentMediaType": TEXT,
        "discriminator": DISCRIMINATOR,
        "externalDocs": EXTERNAL_DOCS,
        "xml": XML_OBJECT,
        "x-specmill-field-behavior": TEXTS,
        "x-specmill-name": TEXT,
        "x-specmill-long-running": _SETTINGS,
        "x-specmill-documented": _DOCUMENTED_CLASS,
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
        "name": TEXT,
        "description": PROSE,
        "variables": MapOf(_SERVER_VARIABLE),
        "x-specmill-server": TEXT,
    },
    ("url",),
)
EXAMPLE = Record(
    "Example",
    {
        "summary": PROSE,
        "description": PROSE,
        "value": ANYTHING,
        "externalValue": TEXT,
        "dataValue": ANYTHING,
        "serializedValue": TEXT,
    },
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
WHOLE_QUERY = "x-specmill-encoding"
"""How the fields of a whole query travel (OpenAPI 3.2, ``in: querystring``)."""
PARAMETER = Record(
    "Parameter",
    {
        "name": TEXT,
        "in": TEXT,
        **_VALUE_FIELDS,
        "x-specmill-name": TEXT,
        "x-specmill-style": TEXT,
        "x-specmill-item-styles": TEXTS,
        "x-specmill-reserved": FLAG,
        "x-specmill-positional": FLAG,
    },
    ("name", "in"),
    "parameters",
)
_DOCUMENTED_PARAMETER.fields.update(
    {
        **dict.fromkeys(("name", "type", "in", "wire"), TEXT),
        "schema": SCHEMA_OR_FLAG,
        "required": FLAG,
        "aliases": TEXTS,
    }
)
_DOCUMENTED_PARAMETER.required = ("name", "type", "schema", "required")
HEADER = Record("Header", _VALUE_FIELDS, component="headers")
ENCODING = Record(
    "Encoding",
    {
        "contentType": TEXT,
        "headers": MapOf(HEADER),
        "style": TEXT,
        "explode": FLAG,
        "allowReserved": FLAG,
        "x-specmill-item-styles": TEXTS,
    },
)
PARAMETER.fields[WHOLE_QUERY] = MapOf(ENCODING)
_PARTS: dict[str, Shape] = {
    "encoding": MapOf(ENCODING),
    "prefixEncoding": ListOf(ENCODING),
    "itemEncoding": ENCODING,
}
ENCODING.fields.update(_PARTS)
MEDIA_TYPE.fields.update(
    {
        "schema": SCHEMA_OR_FLAG,
        "example": ANYTHING,
        "examples": MapOf(EXAMPLE),
        **_PARTS,
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
        "summary": PROSE,
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
        "x-specmill-path": TEXT,
        "x-specmill-path-parameters": ListOf(PARAMETER),
        "x-specmill-skip": TEXT,
        "x-specmill-name": TEXT,
        "x-specmill-idempotency-key": TEXT,
        "x-specmill-unbound": FLAG,
        "x-specmill-pagination": _SETTINGS,
        "x-specmill-long-running": _SETTINGS,
        "x-specmill-wait": _SETTINGS,
        "x-specmill-media-upload": MapOf(ANYTHING),
        "x-specmill-media-download": Record(
            "media download", {"useMediaDownloadService": FLAG}, open=True
        ),
        "x-specmill-documented": _DOCUMENTED_METHOD,
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
FLOWS = Record(
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
        "flows": FLOWS,
        "x-specmill-login": MapOf(ANYTHING),
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
        "x-specmill-name": TEXT,
    },
    ("name",),
)
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
        "mediaTypes": MapOf(MEDIA_TYPE),
    },
)
_SOURCE = Record("Source", {"family": TEXT}, open=True)
OPENAPI = Record(
    "OpenAPI",
    {
        "openapi": TEXT,
        "$self": TEXT,
        "info": INFO,
        "jsonSchemaDialect": TEXT,
        "servers": ListOf(SERVER),
        "paths": MapOf(PATH_ITEM, PATH, "a path: it must start with '/'"),
        "webhooks": MapOf(PATH_ITEM),
        "x-webhooks": MapOf(PATH_ITEM, NO_EXTENSION),
        "x-stream-definitions": MapOf(SCHEMA_OR_FLAG),
        "components": COMPONENTS,
        "security": SECURITY,
        "tags": ListOf(TAG),
        "externalDocs": EXTERNAL_DOCS,
        "x-specmill-source": _SOURCE,
        "x-specmill-batch": TEXT,
        "x-specmill-environment": MapOf(TEXT),
        "x-specmill-common-parameters": TEXTS,
        "x-specmill-documented": Record("page", {"client": _DOCUMENTED_METHOD}, open=True),
    },
)
