"""Type adapters of pydantic, for types that are not models; made once each."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, TypeGuard, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter

from .exactness import Exactly

_CONFIG = ConfigDict(ser_json_inf_nan="strings")


def is_model_type(target: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether a type is a model, and not a union, a list or the like."""
    return isinstance(target, type) and issubclass(target, BaseModel)


def _made(target: Any) -> TypeAdapter[Any]:
    if is_model_type(get_args(target)[0] if get_origin(target) is Annotated else target):
        return TypeAdapter(target)  # which has settings of its own
    exact: Any = Annotated[target, Exactly()]
    return TypeAdapter(exact, config=_CONFIG)


@cache
def _cached(target: Any) -> TypeAdapter[Any]:
    return _made(target)


def type_adapter(target: Any) -> TypeAdapter[Any]:
    """Return the adapter of any type form, such as ``list[Job]`` or ``Job | None``."""
    try:
        return _cached(target)
    except TypeError:  # annotations that have no hash
        return _made(target)
