"""Models that no operation uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import Model, wire_name
from .common import Victim

Import: TypeAlias = Literal["a", "b"] | str


class ModelModel(Model):
    a: str | None = None


class Init(Model):
    a: str | None = None


class System(Model):
    a: str | None = None


class EvilObjectImportOs(Model):
    x_int_1_import_os: Annotated[str | None, wire_name("x")] = None


Lambda: TypeAlias = list[Victim]
