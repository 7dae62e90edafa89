"""Descriptions of fields: docstrings below them, which are read when somebody asks."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Self, SupportsIndex

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


class ClassDoc(str):
    """The ``__doc__`` of a model, which tells its fields, too.

    ``help()`` takes what the class itself holds, as text, and expands the tabs of that.
    """

    __slots__ = ("own", "owner")
    own: str | None
    owner: type[BaseModel]

    def __new__(cls, owner: type[BaseModel]) -> Self:
        own = vars(owner).get("__doc__")
        made = super().__new__(cls, own or "")
        made.own, made.owner = own, owner
        return made

    def expandtabs(self, tabsize: SupportsIndex = 8) -> str:
        """Return the whole text."""
        return (self.__get__(None, self.owner) or "").expandtabs(tabsize)

    def __get__(self, instance: object, owner: type[BaseModel]) -> str | None:
        said = field_docs(owner)
        lines = [f"    {name}: {' '.join(said[name].split())}" for name in said]
        listed = "\n".join(["Attributes:", *lines]) if lines else ""
        own = inspect.cleandoc(self.own) if self.own else ""
        if not listed:
            return own or None
        return f"{own}\n\n{listed}" if own else f"\n{listed}"  # so that indents stay


class ClassSignature:
    """The ``__signature__`` of a model: its fields, as they are called in code."""

    def __get__(self, instance: object, owner: type[BaseModel]) -> inspect.Signature:
        if instance is not None:
            raise AttributeError("__signature__")
        owner.model_rebuild(raise_errors=False)
        return inspect.Signature([_parameter(*field) for field in owner.model_fields.items()])


def _parameter(name: str, field: FieldInfo) -> inspect.Parameter:
    missing, keyword = inspect.Parameter.empty, inspect.Parameter.KEYWORD_ONLY
    given = field.default if field.default_factory is None else ...
    default = missing if field.is_required() else given
    return inspect.Parameter(name, keyword, default=default, annotation=field.annotation)


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
