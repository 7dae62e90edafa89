"""Inline objects: where they stand, what they are called, and when two of them are one."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from operator import attrgetter
from typing import Any

import orjson

from specmill.model.models import Docs, Field, Model
from specmill.text import singular, words
from specmill.values import dataclass, replace

ERROR = "Error Response"
"""What answers that are errors are called, wherever they stand."""
_TELLING_FIELDS = 6
"""Fields from which on equal objects are the same thing, whatever they are called."""
_LONGEST_NAME = 4
"""Words of a title beyond which it describes instead of naming."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where an inline schema stands: the words that a person would name it by."""

    owner: str
    member: str = ""
    title: str = ""
    """The schema's own title."""
    within: str = ""
    """What tells the owner from its namesakes: the operation that a parameter is of."""
    called: str | None = None
    """What it is called wherever it stands, empty where that says nothing; None: as its member."""

    @property
    def heading(self) -> str:
        """The words under which equal schemas are the same thing; empty where there are none."""
        return self.title or (self.member if self.called is None else self.called)


def short_title(title: str) -> str:
    """Return a title that can be a name; a sentence cannot."""
    return title if len(words(title)) <= _LONGEST_NAME else ""


def of_one(member: str) -> str:
    """Return what one item of a list is called."""
    *before, last = words(member) or ("",)
    return " ".join([*before, singular(last)])


def of_map(member: str) -> str:
    """Return what one value of a map is called."""
    one = of_one(member)
    return one if one != member else f"{member} value".strip()


def without_name(docs: Docs, schema: Mapping[str, Any]) -> Docs:
    """Leave out the title of an inline object, which its model is called."""
    is_name = "properties" in schema and docs.summary == short_title(schema.get("title", ""))
    return replace(docs, summary="") if is_name else docs


def digest_of(schema: Mapping[str, Any]) -> bytes | None:
    """Return a digest of a schema as it is written; None where it has a number beyond 64 bits."""
    try:
        return blake2b(orjson.dumps(schema), digest_size=16).digest()
    except TypeError:
        return None


def outline(model: Model, use: Use) -> tuple[str, tuple[str, ...]]:
    """Return what tells most inline objects apart: what they are called, and their properties.

    Bodies without a title are never the same: what operations take and return changes with them.
    """
    heading = use.heading or f"{use.owner} {use.member}"
    if use.heading and len(model.fields) >= _TELLING_FIELDS:
        heading = ""
    return heading, tuple([one.wire for one in model.fields])


def says_the_same(one: Model, other: Model) -> bool:
    """Tell whether two inline objects of one outline say the same of their values."""
    return one.extra == other.extra and all(map(_are_equal, one.fields, other.fields))


def _are_equal(one: Field, other: Field) -> bool:
    # 1, 1.0 and true are equal in Python, and not in JSON.
    return _said(one) == _said(other) and repr(one.default) == repr(other.default)


_said = attrgetter(
    *("wire", "name", "type", "required", "docs", "bounds", "read_only", "write_only", "secret")
)
