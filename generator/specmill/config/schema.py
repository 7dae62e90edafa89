"""JSON Schema of ``specmill.toml``, made of the keys that its reader checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.config.keys import (
    ACCEPT_KEYS,
    API_KEYS,
    CHOICES,
    DIFF_KEYS,
    KNOWN_TARGETS,
    STRINGS,
    TABLE_OF_FLAGS,
    TABLE_OF_STRINGS,
    TARGET_KEYS,
    TREE_OF_STRINGS,
    UPSTREAM_KEYS,
    WORKSPACE_KEYS,
)

_TEXT = {"type": "string"}
_TABLE = {"type": "object"}
_KINDS: dict[str, dict[str, Any]] = {
    "a string": _TEXT,
    "true or false": {"type": "boolean"},
    "a table": _TABLE,
    "a list of tables": {"type": "array", "items": _TABLE},
    "a date": {"type": "string", "format": "date"},
    STRINGS: {"type": "array", "items": _TEXT},
    TABLE_OF_STRINGS: {"type": "object", "additionalProperties": _TEXT},
    TABLE_OF_FLAGS: {"type": "object", "additionalProperties": {"type": "boolean"}},
    TREE_OF_STRINGS: {"$ref": "#/$defs/tree"},
    **{kind: {"enum": list(words)} for kind, words in CHOICES.items()},
}
_TREE = {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"$ref": "#/$defs/tree"}]}}


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``specmill.toml``."""
    upstream = _table(UPSTREAM_KEYS)
    upstream["properties"]["prose"] = {"enum": ["keep", "drop"]}
    targets = {name: _table(keys) for name, keys in KNOWN_TARGETS.items()}
    api = _table(API_KEYS)
    api["properties"] |= {"upstream": upstream, **targets}
    # Tables of targets that other packages offer have keys of their own.
    api["additionalProperties"] = other = _table(TARGET_KEYS) | {"additionalProperties": True}
    diff = _table(DIFF_KEYS)
    diff["properties"]["accept"] = {"type": "array", "items": _table(ACCEPT_KEYS)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "specmill.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "workspace": _table(WORKSPACE_KEYS),
            "diff": diff,
            "targets": {"type": "object", "properties": targets, "additionalProperties": other},
            "apis": {"type": "object", "additionalProperties": api},
        },
        "$defs": {"tree": _TREE},
    }


def _table(keys: Mapping[str, str]) -> dict[str, Any]:
    properties = {key: dict(_KINDS[kind]) for key, kind in keys.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}
