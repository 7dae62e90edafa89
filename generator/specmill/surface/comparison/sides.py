"""Both sides of a comparison, and what changes are written to."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.constraints import Bounds
from specmill.model.models import UNSET, Docs, JsonValue, Unset
from specmill.model.types import TypeRef
from specmill.surface.comparison.changes import Changes
from specmill.surface.comparison.values.types import Types
from specmill.surface.value import Surface
from specmill.targets.constraint_words import sentences
from specmill.values import dataclass

_SHORT = 120


@dataclass(frozen=True, slots=True)
class Sides:
    """Two packages, their types, and the changes that were found."""

    old: Surface
    new: Surface
    before: Types
    after: Types
    """Types of the new package."""
    changes: Changes


def on_wire(sides: Sides, old: TypeRef | None, new: TypeRef | None) -> tuple[str, str]:
    """Return two types that are one in Python as models spell them, which tells how they travel."""
    return sides.before.spelled_on_wire(old), sides.after.spelled_on_wire(new)


def shown(value: JsonValue | Unset | object) -> str:
    """Return a value of a spec as JSON would write it, short."""
    import json  # noqa: PLC0415 - for changes alone

    if value is UNSET:
        return "none"
    return shortened(json.dumps(value, ensure_ascii=False, default=str))


def shortened(text: str) -> str:
    """Return a text that fits on a line."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def listed(names: Iterable[object]) -> str:
    """Return names with commas between them."""
    return ", ".join(str(name) for name in names)


def limits(bounds: Bounds) -> str:
    """Return constraints in words; empty without any."""
    return shortened(" ".join(sentences(bounds)))


def _said(docs: Docs) -> tuple[str, ...]:
    """Return what is said of a thing, however the lines of it are broken."""
    texts = (docs.summary, docs.description, docs.url, docs.url_text)
    return tuple(" ".join(text.split()) for text in texts)


def _said_of_schema(docs: Docs) -> tuple[str, ...]:
    """Return what is said of a schema besides its title, which is another name for it."""
    return _said(docs)[1:]


def says_other(old: Docs, new: Docs) -> bool:
    """Tell whether other words are said of a thing."""
    return old != new and _said(old) != _said(new)


def schema_says_other(old: Docs, new: Docs) -> bool:
    """Tell whether other words are said of a schema besides its title."""
    return old != new and _said_of_schema(old) != _said_of_schema(new)


def until(date: str) -> str:
    """Return when a deprecated thing goes; empty where the spec does not say."""
    return f"to go on {date}" if date else ""
