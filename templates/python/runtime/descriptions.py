"""Descriptions of fields: docstrings below them, which are read when somebody asks."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel


class ClassDoc:
    """The ``__doc__`` of a model, which tells its fields, too."""

    __slots__ = ("own",)

    def __init__(self, own: str | None) -> None:
        self.own = own

    def __get__(self, instance: object, owner: type[BaseModel]) -> str | None:
        said = field_docs(owner)
        lines = [f"    {name}: {' '.join(said[name].split())}" for name in said]
        listed = "\n".join(["Attributes:", *lines]) if lines else ""
        own = inspect.cleandoc(self.own) if self.own else ""
        if not listed:
            return own or None
        return f"{own}\n\n{listed}" if own else f"\n{listed}"  # so that indents stay


def own_doc(cls: type[BaseModel]) -> str:
    """Return what the docstring of a model itself says."""
    held = vars(cls).get("__doc__")
    own = held.own if isinstance(held, ClassDoc) else held
    return inspect.cleandoc(own) if own else ""


def describe_fields(cls: type[BaseModel], schema: dict[str, Any]) -> None:
    """Put descriptions into the JSON Schema of a model."""
    schema.pop("description", None)
    if own := own_doc(cls):
        schema["description"] = own
    properties = schema.get("properties", {})
    for name, said in field_docs(cls).items():
        field = cls.model_fields.get(name)
        for key in (name, field.serialization_alias if field else None):
            if key in properties:
                properties[key].setdefault("description", said)


def field_docs(cls: type[BaseModel]) -> dict[str, str]:
    """Return the docstrings of the fields of a model, those of its bases first."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, BaseModel) and base.model_fields:
            found |= _docs_in(base.__module__).get(base.__qualname__, {})
    return found


@cache
def _docs_in(module: str) -> dict[str, dict[str, str]]:
    """Read the docstrings below the fields of the classes of a module."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):  # made without a file
        return {}
    return {one.name: dict(_below(one.body)) for one in tree.body if isinstance(one, ast.ClassDef)}


def _below(body: list[ast.stmt]) -> list[tuple[str, str]]:
    return [
        (field.target.id, inspect.cleandoc(text.value.value))
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    ]
