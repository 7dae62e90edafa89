"""Models that `doors` and `sessions` share."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import Model, wire_name

ProblemCode: TypeAlias = Literal["Expired", "Wrong"] | str


class Problem(Model):
    request_id: Annotated[str | None, wire_name("requestID")] = None
    code: ProblemCode | None = None
    message: str | None = None
