"""Dropping prose keeps every fact."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import SpecmillError
from specmill.document.prose import drop

SCHEMA: dict[str, Any] = {
    "type": "object",
    "title": "drop",
    "description": "drop",
    "properties": {
        "description": {"type": "string", "description": "drop", "default": "description"},
        "title": {"type": "string", "enum": ["title"]},
    },
    "required": ["description"],
}
BARE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "description": {"type": "string", "default": "description"},
        "title": {"type": "string", "enum": ["title"]},
    },
    "required": ["description"],
}
INFO = {"title": "Keep", "version": "1", "description": "drop", "license": {"name": "Keep"}}
BARE_INFO = {"title": "Keep", "version": "1", "license": {"name": "Keep"}}


def test_swagger_stays_swagger() -> None:
    spec = {
        "swagger": "2.0",
        "info": INFO,
        "tags": [{"name": "t", "description": "drop"}],
        "paths": {
            "/description": {
                "get": {
                    "summary": "drop",
                    "parameters": [
                        {"name": "description", "in": "query", "type": "string", "description": "d"}
                    ],
                    "responses": {
                        "200": {"description": "drop", "examples": {"a/b": {"title": 1}}}
                    },
                }
            }
        },
        "definitions": {"description": SCHEMA},
    }
    assert drop(spec) == {
        "swagger": "2.0",
        "info": BARE_INFO,
        "tags": [{"name": "t"}],
        "paths": {
            "/description": {
                "get": {
                    "parameters": [{"name": "description", "in": "query", "type": "string"}],
                    "responses": {"200": {"description": "", "examples": {"a/b": {"title": 1}}}},
                }
            }
        },
        "definitions": {"description": BARE},
    }


def test_discovery_stays_discovery() -> None:
    spec = {
        "kind": "discovery#restDescription",
        "title": "Keep",
        "description": "drop",
        "auth": {"oauth2": {"scopes": {"s": {"description": "drop"}}}},
        "schemas": {
            "A": {
                "description": "drop",
                "properties": {
                    "description": {
                        "type": "string",
                        "enum": ["A"],
                        "enumDescriptions": ["drop"],
                        "enumDeprecated": [True],
                    }
                },
            }
        },
    }
    values = {"type": "string", "enum": ["A"], "enumDeprecated": [True]}
    assert drop(spec) == {
        "kind": "discovery#restDescription",
        "title": "Keep",
        "auth": {"oauth2": {"scopes": {"s": {}}}},
        "schemas": {"A": {"properties": {"description": values}}},
    }


def test_a_normal_form_keeps_its_extensions() -> None:
    notes = {"A": {"description": "drop", "deprecated": True}, "B": {"description": "drop"}}
    spec = {
        "openapi": "3.1.0",
        "info": INFO,
        "externalDocs": {"url": "keep", "description": "drop"},
        "paths": {},
        "components": {
            "schemas": {
                "A": SCHEMA,
                "E": {"enum": ["A", "B"], "x-specmill-enum": notes},
                "F": {"enum": ["B"], "x-specmill-enum": {"B": {"description": "drop"}}},
            },
            "securitySchemes": {
                "o": {
                    "type": "oauth2",
                    "flows": {"implicit": {"authorizationUrl": "u", "scopes": {"s": "drop"}}},
                }
            },
        },
    }
    found = drop(spec)
    assert found["info"] == BARE_INFO
    assert found["externalDocs"] == {"url": "keep"}
    assert found["components"]["schemas"] == {
        "A": BARE,
        "E": {"enum": ["A", "B"], "x-specmill-enum": {"A": {"deprecated": True}}},
        "F": {"enum": ["B"]},
    }
    flow = found["components"]["securitySchemes"]["o"]["flows"]["implicit"]
    assert flow == {"authorizationUrl": "u", "scopes": {"s": ""}}


def test_the_given_tree_stays_and_dropping_twice_is_dropping_once() -> None:
    spec = {"swagger": "2.0", "info": dict(INFO), "paths": {}}
    once = drop(spec)
    assert spec["info"] == INFO
    assert drop(once) == once


def test_strangers_have_no_prose() -> None:
    with pytest.raises(SpecmillError):
        drop({"title": "?"})
