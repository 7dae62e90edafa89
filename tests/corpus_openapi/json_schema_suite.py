"""JSON Schema's own test suite, draft 2020-12, through models.

Each schema becomes a component, each instance is read strictly and written again.

The suite is not committed: ``JSON_SCHEMA_SUITE`` names the folder that holds its ``tests``.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.lower import lower
from specmill.model.api import Api
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

SETTING = "JSON_SCHEMA_SUITE"
RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"
_SHARED = "suite_runtime"
_NAME = "Subject"
_HERE = f"#/components/schemas/{_NAME}"
_FORMATS = frozenset({"format.json"})
"""What is asked of formats alone; the specification lets a reader leave them out."""


IMPLIED = "what has properties or items is an object or an array, as API descriptions mean it"
WHOLE = "1.0 is no integer: it is not written as one"
ENCODED = "contentEncoding is asserted: what is no base64 text is no bytes"
NAMED = "`$id` and `$anchor` inside a component are resolved for the whole document"
LISTED = "`unevaluatedItems` is `items` of the merged schema"
REASONS: Mapping[str, Mapping[str, str]] = {
    "additionalProperties": dict.fromkeys(
        ("ignores arrays", "ignores strings", "ignores other"), IMPLIED
    ),
    "anchor": {"same $anchor with different base uri": NAMED},
    "const": dict.fromkeys(("float zero", "float one", "float is valid"), WHOLE),
    "content": dict.fromkeys(("ignores non-strings", "validates true"), ENCODED),
    "dependentRequired": {"ignores": IMPLIED},
    "dependentSchemas": {"ignores": IMPLIED},
    "dynamicRef": dict.fromkeys(("Any array is valid", "The recursive part"), IMPLIED),
    "enum": dict.fromkeys(("float zero", "float one", "[0.0]", "[1.0]"), WHOLE),
    "items": dict.fromkeys(("ignores non-arrays", "JavaScript pseudo-array"), IMPLIED),
    "patternProperties": {"ignores": IMPLIED},
    "prefixItems": {"JavaScript pseudo-array": IMPLIED},
    "properties": {"ignores": IMPLIED},
    "ref": {"root pointer ref": IMPLIED, "simple URN base URI": NAMED},
    "required": {"ignores": IMPLIED},
    "type": {"a float with zero fractional part": WHOLE},
    "unevaluatedItems": dict.fromkeys(
        ("with additional items", "unevaluatedItems with if"), LISTED
    ),
}
"""Why valid instances are refused: by keyword, words of the test and the reason."""


def unexplained(found: Mapping[str, Counts]) -> Iterator[str]:
    """Yield what is wrong: what is changed or converted, or refused without a reason."""
    for keyword, counts in found.items():
        known = REASONS.get(keyword, {})
        yield from (f"{keyword}, changed: {one}" for one in counts.changed)
        yield from (f"{keyword}, converted: {one}" for one in counts.converted)
        for one in counts.refused:
            if not any(words in one for words in known):
                yield f"{keyword}, refused: {one}"


@dataclass(slots=True)
class Counts:
    """What became of the instances of one keyword."""

    valid: int = 0
    invalid: int = 0
    refused: list[str] = field(default_factory=list)
    """Valid, and not read strictly."""
    changed: list[str] = field(default_factory=list)
    """Valid, and written otherwise."""
    accepted: list[str] = field(default_factory=list)
    """Invalid, and read strictly."""
    converted: list[str] = field(default_factory=list)
    """Invalid, and written otherwise, read strictly or not."""
    unread: list[str] = field(default_factory=list)
    """Schemas that are no component of a document: they refer to others by address."""


def suite() -> Path | None:
    """Return the folder of the suite, None where the setting does not name one."""
    folder = os.environ.get(SETTING, "")
    found = Path(folder) / "tests" / "draft2020-12" if folder else None
    return found if found is not None and found.is_dir() else None


def counted(folder: Path, scratch: Path) -> dict[str, Counts]:
    """Try every instance of the suite; packages are written to ``scratch``."""
    (scratch / _SHARED).symlink_to(RUNTIME)
    sys.path.insert(0, str(scratch))
    try:
        found: defaultdict[str, Counts] = defaultdict(Counts)
        groups = (pair for path in sorted(folder.glob("*.json")) for pair in _groups(path))
        prefix = re.sub(r"\W", "_", scratch.name)
        for index, (keyword, group) in enumerate(groups):
            _try(found[keyword], group, f"{prefix}_{index}", scratch)
        return dict(found)
    finally:
        sys.path.remove(str(scratch))


def _groups(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if path.name not in _FORMATS:
        for group in json.loads(path.read_text()):
            yield path.stem, group


def _try(counts: Counts, group: Mapping[str, Any], package: str, scratch: Path) -> None:
    try:
        target = _target(group["schema"], package, scratch)
    except (SpecmillError, LookupError) as error:
        counts.unread.append(f"{group['description']}: {str(error).splitlines()[0]}")
        return
    decoding = importlib.import_module(f"{_SHARED}.data.decoding")
    encode = importlib.import_module(f"{_SHARED}.bodies.encoding").encode_json
    for test in group["tests"]:
        name, content = f"{group['description']}: {test['description']}", json.dumps(test["data"])
        try:
            read, is_strict = decoding.decode(content.encode(), target), True
        except decoding.MisfitError:
            read, is_strict = decoding.decode_leniently(content.encode(), target), False
        written = json.loads(encode(read, target))
        _count(counts, name, test, is_strict=is_strict, is_same=_same(written, test["data"]))


def _count(
    counts: Counts, name: str, test: Mapping[str, Any], *, is_strict: bool, is_same: bool
) -> None:
    if test["valid"]:
        counts.valid += 1
        counts.refused += [name] * (not is_strict)
        counts.changed += [name] * (is_strict and not is_same)
    else:
        counts.invalid += 1
        counts.accepted += [name] * is_strict
        counts.converted += [name] * (not is_same)


def _same(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _target(schema: Any, package: str, scratch: Path) -> Any:
    """Generate models of a schema, and return the type that it became."""
    root = {
        "openapi": "3.1.0",
        "info": {"title": package, "version": "1"},
        "paths": {},
        "components": {"schemas": {_NAME: _placed(schema)}},
    }
    source = scratch / f"{package}.json"
    source.write_text(json.dumps(root))
    report = Report()
    api = lower(sources.read(source, report=report), key=package, report=report)
    given = TargetInput(api, bytes, package, {"runtime": _SHARED, "formatter": "none"})
    for path, content in PythonTarget().render(given).items():
        if path.startswith("_runtime/"):
            continue
        file = scratch / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else content.decode())
    target = getattr(importlib.import_module(f"{package}.models"), _model(api))
    return type(None) if target is None else target


def _model(api: Api) -> str:
    return next(one.name for one in api.models.values() if one.wire == _NAME)


def _placed(schema: Any) -> Any:
    """Let the references of a schema that is a document of its own lead to the component."""
    if isinstance(schema, list):
        return [_placed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    placed = {key: _placed(value) for key, value in schema.items() if key != "$schema"}
    reference = placed.get("$ref")
    if isinstance(reference, str) and (reference == "#" or reference.startswith("#/")):
        placed["$ref"] = _HERE + reference[1:]
    return placed
