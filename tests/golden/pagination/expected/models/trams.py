"""Models of `trams`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .common import Car


class ListTramLinesResponse(CamelModel):
    total: int | None = None
    lines: list[Car] | None = None


class FindTramsResponse(CamelModel):
    count: int | None = None
    complete: bool | None = None
    found: list[str] | None = None


class DescribeTramsResponse(CamelModel):
    name: str | None = None
    doors: list[str] | None = None


class ListDeclaredTramsResponse(CamelModel):
    lines: list[str] | None = None
