"""Read-only and write-only properties: models whose requests and answers differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from types import NoneType
from typing import Any, Final, cast

from pydantic import BaseModel, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .json_shapes import is_array, is_object
from .models import Model


def _unknown() -> None:
    """Give the value of a read-only field that no server has set."""


class WriteOnly:
    """Marks a field that is needed in requests and missing in answers."""


READ_ONLY: Any = Field(default_factory=_unknown)
"""Lets a constructor go without a field that every answer has: ``id: str = READ_ONLY``."""

OPTIONAL_READ_ONLY: Any = Field(default=None, json_schema_extra={"readOnly": True})
"""Marks a field that some answers have, and no request: ``closed: str | None = …``."""

WRITE_ONLY: Final = WriteOnly()
"""Lets an answer go without a field that a constructor needs: ``Annotated[str, WRITE_ONLY]``."""


_LEAVES = frozenset({NoneType, str, int, float, bool, bytes, datetime})
"""Types of values that hold no others; most are of one of these."""
_CONTAINERS = frozenset({dict, list})
"""Types of those that hold others; they are told from models at once."""


@cache
def _read_only(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields of a model that only the server sets."""
    extra = OPTIONAL_READ_ONLY.json_schema_extra
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if field.default_factory is _unknown or field.json_schema_extra is extra
    )


def read_only_in(value: Any) -> Any:
    """Return what of a value only the server says, as pydantic's ``exclude`` has it; None for
    nothing.
    """
    found: dict[Any, Any] = {}
    inner: Iterable[tuple[Any, Any]]
    kind: Any = value.__class__
    if kind in _CONTAINERS:
        parts: Iterable[Any] = value.values() if kind is dict else value
        if _LEAVES.issuperset(map(type, parts)):
            return None
        inner = value.items() if kind is dict else enumerate(parts)
    elif isinstance(value, BaseModel):
        if own := _read_only(type(value)):
            found = dict.fromkeys(own & value.model_fields_set, True)
        inner = value.__dict__.items()
    elif is_object(value):
        inner = value.items()
    elif is_array(value):
        inner = enumerate(value)
    else:
        return None
    for key, part in inner:
        if type(part) in _LEAVES or key in found:
            continue
        if (deeper := read_only_in(part)) is not None:
            found[key] = deeper
    return found or None


class DirectedModel(Model):
    """A model with required fields that are read-only or write-only.

    Constructors ask for what a request needs, JSON is held to what an answer has. The other fields
    are None, whatever their type says: nobody knows them.
    """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = super().__get_pydantic_core_schema__(source, handler)
        own: Any = handler.resolve_ref_schema(schema)
        inner = own.get("schema")
        written = {
            name
            for name, field in cls.model_fields.items()
            if any(isinstance(note, WriteOnly) for note in field.metadata)
        }
        if is_object(inner) and inner.get("type") == "model-fields":
            answers = _of_answers(inner, written)
            own["schema"] = core_schema.json_or_python_schema(answers, cast("CoreSchema", inner))
        elif is_object(inner) and inner.get("type") == "json-or-python":
            own["schema"] = {**inner, "json_schema": _of_answers(inner["json_schema"], written)}
        return schema


def _of_answers(fields: Mapping[str, Any], written: set[str]) -> Any:
    """Return the fields as answers have them."""
    return {
        **fields,
        "fields": {
            name: {**field, "schema": _of_answer(field["schema"], is_written=name in written)}
            for name, field in fields["fields"].items()
        },
    }


def _of_answer(schema: Any, *, is_written: bool) -> Any:
    if is_written:
        return core_schema.with_default_schema(schema, default=None)
    return schema["schema"] if schema.get("default_factory") is _unknown else schema
