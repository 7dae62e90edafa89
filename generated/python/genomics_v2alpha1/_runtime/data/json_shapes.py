"""Which shape a value takes in JSON; nothing that is slow to load is needed to tell."""

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
