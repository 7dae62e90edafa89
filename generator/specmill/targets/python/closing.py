"""Enumerations that admit no other values, for packages that want them so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from specmill.model.api import Api
from specmill.model.models import Field
from specmill.model.types import LiteralOf
from specmill.values import replace


def with_closed_enums(api: Api) -> Api:
    """Return a model whose enumerations admit what they list and nothing else.

    Tags of unions stay as they are: a class is chosen by them, also for a tag that is new.
    """
    closed: Api = _closed(api)
    return closed


def _closed(value: Any) -> Any:
    if isinstance(value, LiteralOf):
        return replace(value, open=False)
    if isinstance(value, Field) and value.tag:
        return value
    if isinstance(value, tuple):
        return tuple(map(_closed, value))
    if isinstance(value, Mapping):
        return {key: _closed(one) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    read = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
    changes = {
        name: new for name, old in read.items() if (new := _closed(old)) is not old and new != old
    }
    return replace(value, **changes) if changes else value
