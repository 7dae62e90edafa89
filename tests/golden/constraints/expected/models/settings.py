"""Models of `settings`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._runtime.data.formats import Uuid
from .._runtime.data.models import KebabModel, wire_name

SettingsType: TypeAlias = Literal["plain", "odd"] | str


class Settings(KebabModel):
    """Names that KCL has other uses for."""

    schema_: str
    type: SettingsType | None = None
    """The server's default is `plain`."""
    import_: bool | None = None
    """The server's default is true."""
    check: str | None = None
    """At least 1 character."""
    none: Annotated[str | None, wire_name("None")] = None
    len: str | None = None
    """At most 3 characters."""
    constraints: Uuid | None = None
    models: list[Settings] | None = None
    outputs: str | None = None
    str_: int | None = None
    """The server's default is `3`."""
    each: list[datetime] | None = None
