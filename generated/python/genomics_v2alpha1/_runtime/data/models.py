"""Base classes of the API's models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .casing import camel_case, kebab_case, pascal_case
from .formats import WireForm, format_datetime, keep_datetime
from .json_shapes import is_array, is_object

_DATETIME_TEXT = core_schema.plain_serializer_function_ser_schema(
    WireForm(format_datetime, datetime).encode, when_used="json-unless-none"
)


def wire_name(name: str) -> Any:
    """Give a field a wire name outside the rule: ``Annotated[str, wire_name("$.xgafv")]``."""
    return Field(alias=name)


SECRET: Any = Field(repr=False)
"""Keeps a field out of the repr: ``Annotated[str, SECRET]``."""


class Model(BaseModel):
    """An object of the API.

    Unknown properties survive a round trip, and only what was set is sent: a field that was never
    set is left out, one that was set to None is null. A field whose default is not None is a
    constant: it need not be given, and is sent. A value that a server sent outside the declared
    type is kept as it came.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        ser_json_inf_nan="strings",
        protected_namespaces=(),
    )

    __hides_extra__: ClassVar[bool] = False
    """Whether the values of undeclared properties stay out of the repr."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        hidden = self.__pydantic_extra__ or {} if self.__hides_extra__ else {}
        for name, value in super().__repr_args__():
            if name in self.model_fields_set and name not in hidden:
                yield name, value

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Complete the model with the names of its own module, never with its caller's variables.

        Models build on first use, and pydantic would look into the frame that happens to use them.
        """
        return super().model_rebuild(
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=0,
            _types_namespace=_types_namespace,
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        own: Any = handler.resolve_ref_schema(schema)
        fields = own.get("schema")
        _write_datetimes(fields)
        if is_object(fields) and fields.get("type") == "model-fields":
            own["schema"] = _with_constants(fields)
        return schema


class CamelModel(Model):
    """A model whose wire names are lowerCamelCase."""

    model_config = ConfigDict(alias_generator=camel_case)


class PascalModel(Model):
    """A model whose wire names are UpperCamelCase."""

    model_config = ConfigDict(alias_generator=pascal_case)


class KebabModel(Model):
    """A model whose wire names have hyphens."""

    model_config = ConfigDict(alias_generator=kebab_case)


_INNER = ("schema", "fields", "items_schema", "keys_schema", "values_schema", "choices", "steps")
"""Where a core schema holds others that a field's own type is made of."""


def _write_datetimes(schema: Any) -> None:
    """Let the datetimes of one model go back as they came, or as RFC 3339 has them; in place.

    pydantic writes no nanoseconds, and a naive time without an offset, which RFC 3339 does not
    know. Nested models are references here, or see to their own fields.
    """
    if is_array(schema):
        for inner in schema:
            _write_datetimes(inner)
    elif is_object(schema):
        kind = schema.get("type")
        if kind == "datetime":
            kept = core_schema.no_info_wrap_validator_function(
                keep_datetime, cast("CoreSchema", {**schema}), serialization=_DATETIME_TEXT
            )
            cast("dict[str, Any]", schema).update(kept)
            return
        # Fields, and choices by tag, are told by name: a field may be called `type`.
        is_schema = isinstance(kind, str)
        for inner in [schema.get(key) for key in _INNER] if is_schema else schema.values():
            if not (is_object(inner) and inner.get("type") == "model"):
                _write_datetimes(inner)


def _with_constants(fields: Mapping[str, Any]) -> Any:
    """Let constructors fill constants in, as if the caller had set them.

    In JSON they stay required: they may be all that tells the members of a union apart.
    """
    constants = {
        name: field["schema"]["default"]
        for name, field in fields["fields"].items()
        if field["schema"].get("default") is not None
    }
    if not constants:
        return fields
    required = dict(fields["fields"])
    for name in constants:
        required[name] = {**required[name], "schema": required[name]["schema"]["schema"]}
    aliases = {name: required[name].get("validation_alias", name) for name in constants}

    def fill(given: Any) -> Any:
        if not is_object(given):
            return given
        absent = {
            name: value
            for name, value in constants.items()
            if name not in given and aliases[name] not in given
        }
        return {**given, **absent}

    schema = cast("CoreSchema", {**fields, "fields": required})
    filled = core_schema.no_info_before_validator_function(fill, schema)
    return core_schema.json_or_python_schema(schema, filled)
