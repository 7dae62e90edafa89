"""Shapes of JSON: what a value becomes, and what is inside it. Nothing here is slow to load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from pydantic import BaseModel


def is_object(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value becomes a JSON object; models are to be made plain first."""
    return isinstance(value, Mapping)


def is_array(value: Any) -> TypeGuard[Iterable[Any]]:
    """Tell whether a value becomes a JSON array."""
    return isinstance(value, list | tuple | set | frozenset)


def is_model(value: Any) -> TypeGuard[BaseModel]:
    """Tell whether a value is a typed model; pydantic loads with the first thing that is asked."""
    from pydantic import BaseModel

    return isinstance(value, BaseModel)


def attribute(value: Any, path: str) -> Any:
    """Follow attributes with dots between them; None where one is missing."""
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
