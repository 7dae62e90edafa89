"""Shapes of JSON: what a value becomes, and what is inside it. Nothing here is slow to load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from pydantic import BaseModel


_SCALARS = frozenset({str, int, float, bool, NoneType, bytes, dict})
_TEXTS = (str, bytes, bytearray, memoryview)


def is_object(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value becomes a JSON object; models are to be made plain first."""
    return isinstance(value, Mapping)


def is_array(value: Any) -> TypeGuard[Iterable[Any]]:
    """Tell whether a value becomes a JSON array: any sequence or set but text and bytes."""
    if isinstance(value, list | tuple | set | frozenset):
        return True
    if type(value) in _SCALARS or isinstance(value, _TEXTS):
        return False
    return isinstance(value, Sequence | AbstractSet | ValuesView)


def is_model(value: Any) -> TypeGuard[BaseModel]:
    """Tell whether a value is a typed model; pydantic loads with the first thing that is asked."""
    from pydantic import BaseModel

    return isinstance(value, BaseModel)


def attribute(value: Any, path: str) -> Any:
    """Follow attributes with dots between them; None where one is missing."""
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
