"""Keys of ``specmill.toml``: the types of their values, and messages about wrong ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from keyword import iskeyword
from typing import Any

from specmill.diagnostics import Diagnostic, Location, UsageError

STRINGS = "a list of strings"
TABLE_OF_STRINGS = "a table of strings"
TABLE_OF_FLAGS = "a table of true or false"
TREE_OF_STRINGS = "tables in tables of strings"
_KINDS: dict[str, type] = {
    "a string": str,
    "true or false": bool,
    "a table": dict,
    "a list of tables": list,
    "a date": date,
}
WORKSPACE_KEYS = {
    "out": "a string",
    "specs": "a string",
    "targets": STRINGS,
    "strict": "true or false",
    "code": STRINGS,
    "requires": "a string",
    "locks": "a string",
}
UPSTREAM_KEYS = {
    "url": "a string",
    "sha256": "a string",
    "etag": "a string",
    "headers": TABLE_OF_STRINGS,
    "prose": "a string",
}
API_KEYS = {
    "source": "a string",
    "overlays": STRINGS,
    "package": "a string",
    "client": "a string",
    "title": "a string",
    "targets": STRINGS,
    "skip": STRINGS,
    "include": STRINGS,
    "exclude": STRINGS,
    "accept": STRINGS,
    "names": TABLE_OF_STRINGS,
    "resources": TREE_OF_STRINGS,
    "upstream": "a table",
    "dialect": "a table",
    "errors": "a table",
    "environment": TABLE_OF_STRINGS,
    "idempotent": TABLE_OF_FLAGS,
    "allow_remote": "true or false",
    "old_names": "true or false",
    "root": "a string",
    "strict": "true or false",
}
DIFF_KEYS = {"rules": TABLE_OF_STRINGS, "accept": "a list of tables"}
ACCEPT_KEYS = {
    "fingerprint": "a string",
    "rule": "a string",
    "subject": "a string",
    "api": "a string",
    "reason": "a string",
    "until": "a date",
}
CHOICES: dict[str, tuple[str, ...]] = {}
"""Kinds of values that are one of some words."""


def _one_of(*words: str) -> str:
    *others, last = words
    kind = f"{', '.join(others)} or {last}"
    CHOICES[kind] = words
    return kind


TARGET_KEYS = {"out": "a string", "templates": "a string", "formatter": "a string"}
_OURS = TARGET_KEYS | {"formatter": _one_of("ruff", "black", "none")}
KNOWN_TARGETS = {
    "python": _OURS
    | {"distribution": "true or false", "version": "a string"}
    | {"runtime": "a string", "runtime_out": "a string"}
    | {"facade": "a string", "drift": "true or false", "kit": "true or false"}
    | {"enums": _one_of("open", "closed"), "async_docs": _one_of("title", "full")},
    "docs": _OURS
    | {"language": "a string", "pages": _one_of("resources", "operations")}
    | {"kit": "true or false"},
    "kcl": {key: kind for key, kind in TARGET_KEYS.items() if key != "formatter"}
    | {"version": "a string", "enums": _one_of("closed", "open")},
    "models": _OURS
    | {"style": _one_of("pydantic", "dataclass", "pydantic-dataclass", "typeddict", "msgspec")},
}


def is_kind(value: Any, kind: str) -> bool:
    """Whether a value is of a kind; any value is of the kind without a name."""
    if kind == STRINGS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == TABLE_OF_STRINGS:
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    if kind == TREE_OF_STRINGS:
        return isinstance(value, dict) and all(
            isinstance(item, str) or is_kind(item, kind) for item in value.values()
        )
    if kind == TABLE_OF_FLAGS:
        return isinstance(value, dict) and all(isinstance(item, bool) for item in value.values())
    if kind in CHOICES:
        return value in CHOICES[kind]
    return not kind or isinstance(value, _KINDS[kind])


def is_import_path(name: str, *, dots: bool = True) -> bool:
    """Whether a name is made of identifiers, with dots between them where those are allowed."""
    parts = name.split(".") if dots else [name]
    return all(part.isidentifier() and not iskeyword(part) for part in parts)


def wrong_items(value: Any) -> list[str]:
    """The first key of a table whose value is no string, if any."""
    items = value.items() if isinstance(value, dict) else ()
    return [key for key, item in items if not isinstance(item, str)][:1]


def guess(word: str, known: Mapping[str, Any]) -> str:
    """A hint for an unknown word: the known one that it is close to, or all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    if close := get_close_matches(word, list(known), n=1):
        return f"did you mean {close[0]!r}?"
    return f"known: {', '.join(known)}" if known else ""


def usage(what: str, location: Location | None = None, hint: str = "") -> UsageError:
    """The error for one mistake."""
    return UsageError(Diagnostic(what, location, hint))
