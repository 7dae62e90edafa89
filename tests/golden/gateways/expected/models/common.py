"""Models that `boxes`, `files` and `watch` share."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import CamelModel, wire_name


class RpcStatus(CamelModel):
    code: int | None = None
    message: str | None = None
    details: list[ProtobufAny] | None = None


class ProtobufAny(CamelModel):
    type: Annotated[str | None, wire_name("@type")] = None
