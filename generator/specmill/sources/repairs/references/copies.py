"""Components that are copies of one another, which a framework wrote for each model around them.

spectree has ``Order.7068f62`` and ``Page.7068f62.Order``, each with copies of all that is in them:
the name of the outer model, and a digest of its module.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import orjson

from specmill.document import pointers
from specmill.document.component_names import move_references
from specmill.document.document import Document
from specmill.document.origins import Origins
from specmill.document.shapes import EXTRA, Path
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row

_ROW = Row("component-copy", None)
_NAME = re.compile(r"(?P<outer>[^.]+)\.(?P<digest>[0-9a-f]{7})(?:\.(?P<inner>.+))?")
_SCHEMAS = "/components/schemas"
_PLACE: Path = ((None, "components"), "schemas")


def merge_copies(finder: Finder) -> Document:
    """Let references to copies lead to one of them, which is called without the digest.

    Gives the document with the origins of what has another name.
    """
    document, root = finder.document, finder.document.root
    schemas: dict[str, Any] = root.get("components", {}).get("schemas", {})
    named = {name: found for name in schemas if (found := _NAME.fullmatch(name))}
    if all(found["digest"].isdigit() for found in named.values()):  # a date, or nothing
        return document
    kinds = _kinds(schemas, {name: _model(found) for name, found in named.items()})
    first: dict[int, str] = {}
    for name in sorted(kinds, key=lambda one: named[one]["inner"] is not None):
        first.setdefault(kinds[name], name)
    kept = _new_names(schemas, {name: named[name] for name in first.values()})
    what = f"{len(named)} components have digests in their names, {len(named) - len(kept)} of them"
    finder.note(_ROW, f"{what} are copies; called without, and taken as one", _PLACE)
    known = dict(document.origins.known)
    moved = {name: kept[first[kind]] for name, kind in kinds.items()}
    for name, new in moved.items():
        origin = document.origins.find(_pointer(name))
        schema = schemas.pop(name)
        if name in kept:
            schemas[new] = schema
            if origin is not None:
                known[_pointer(new)] = origin
            if isinstance(schema, dict):
                schema.setdefault(EXTRA, {}).setdefault("name", name)
    move_references(root, {_pointer(name): _pointer(new) for name, new in moved.items()})
    return Document(root, document.family, Origins(known))


def _model(found: re.Match[str]) -> str:
    return found["inner"] or found["outer"]


def _new_names(schemas: Mapping[str, Any], named: Mapping[str, re.Match[str]]) -> dict[str, str]:
    """Return names without digests; those of models that differ have the outer one, too."""
    uses = Counter(map(_model, named.values()))
    new: dict[str, str] = {}
    for name, found in named.items():
        model = _model(found)
        is_free = model not in schemas and (uses[model] == 1 or found["inner"] is None)
        full = f"{found['outer']}.{found['inner']}" if found["inner"] else name
        new[name] = next(
            one
            for one in (*([model] if is_free else ()), full, name)
            if one == name or not (one in schemas or one in new.values())
        )
    return new


def _kinds(schemas: Mapping[str, Any], models: Mapping[str, str]) -> dict[str, int]:
    """Number the models: those of one name that say the same have one number.

    What they refer to must be the same, too: numbers are told apart until none splits any more.
    """
    kinds = dict.fromkeys(models, 0)
    while True:
        count = len(set(kinds.values()))
        known = {f"#{_pointer(name)}": kind for name, kind in kinds.items()}
        seen: dict[tuple[str, bytes], int] = {}
        for name, model in models.items():
            told = orjson.dumps(_told(schemas[name], known), option=orjson.OPT_SORT_KEYS)
            kinds[name] = seen.setdefault((model, told), len(seen))
        if len(seen) == count:
            return kinds


def _told(value: Any, known: Mapping[str, int]) -> Any:
    """Return a schema with numbers for the models that it refers to."""
    if isinstance(value, dict):
        return {key: _told(one, known) for key, one in value.items() if key != EXTRA}
    if isinstance(value, list):
        return [_told(one, known) for one in value]
    return known.get(value, value) if isinstance(value, str) else value


def _pointer(name: str) -> str:
    return pointers.join(_SCHEMAS, name)
