"""Models of `class`."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import CamelModel


class AnyModel(CamelModel):
    any: Any = None


class Request(CamelModel):
    mapping: dict[str, Mapping] | None = None


class Mapping(CamelModel):
    x: str | None = None
