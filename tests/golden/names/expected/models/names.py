"""Models of `names`."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.formats import Base64, IsoDuration
from .._runtime.data.models import CamelModel, wire_name

LiteralModel: TypeAlias = Literal["a", "b"] | str


class Names(CamelModel):
    class_: str | None = None
    none: Annotated[str | None, wire_name("None")] = None
    true: Annotated[str | None, wire_name("True")] = None
    def_: str | None = None
    self: str | None = None
    register_: str | None = None
    mro_: str | None = None
    str_: str | None = None
    int_: int | None = None
    list_: list[str] | None = None
    dict_: dict[str, str] | None = None
    float_: float | None = None
    bool_: bool | None = None
    bytes_: Base64 | None = None
    date_: date | None = None
    datetime_: datetime | None = None
    time_: time | None = None
    timedelta_: IsoDuration | None = None
    type: str | None = None
    id: str | None = None
    any: Annotated[Any, wire_name("Any")] = None
    literal: Annotated[LiteralModel | None, wire_name("Literal")] = None
    copy_: str | None = None
    json_: str | None = None
    schema_: str | None = None
    validate_: str | None = None
    model_config_: Annotated[str | None, wire_name("model_config")] = None
    model_fields_: Annotated[str | None, wire_name("model_fields")] = None
    model_dump_: str | None = None
    init: Annotated[str | None, wire_name("__init__")] = None
    private: Annotated[str | None, wire_name("_private")] = None
    foo_bar_2: Annotated[str | None, wire_name("fooBar")] = None
    foo_bar: Annotated[str | None, wire_name("foo_bar")] = None
    foo_bar_3: Annotated[str | None, wire_name("FooBar")] = None
    foo_bar_4: Annotated[str | None, wire_name("foo-bar")] = None
    foo_bar_5: Annotated[str | None, wire_name("foo bar")] = None
    at_type: Annotated[str | None, wire_name("@type")] = None
    ref: Annotated[str | None, wire_name("$ref")] = None
    field_1st: Annotated[str | None, wire_name("1st")] = None
    field: Annotated[str | None, wire_name("")] = None
    plus_1: Annotated[int | None, wire_name("+1")] = None
    minus_1: Annotated[int | None, wire_name("-1")] = None
    größe: str | None = None
    名前: str | None = None
    after: list[str] | None = None
    mapping: dict[str, str] | None = None
