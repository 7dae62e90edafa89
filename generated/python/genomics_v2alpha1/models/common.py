"""Models that `operations`, `pipelines` and `workers` share."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.data.models import CamelModel

Xgafv: TypeAlias = Literal["1", "2"] | str
Alt: TypeAlias = Literal["json", "media", "proto"] | str


class Status(CamelModel):
    """An error as a code, a text and optional details."""

    code: int | None = None
    """Numeric google.rpc.Code; 0 means success."""
    details: list[dict[str, Any]] | None = None
    """Further objects that describe the error, each with its type in @type."""
    message: str | None = None
    """Text for developers, in English."""
