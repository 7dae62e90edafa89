"""Base classes of the API's models."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ..casing import camel_case, kebab_case, pascal_case
from ..descriptions import ClassDoc, ClassSignature, describe_fields
from .exactness import take_exactly
from .json_shapes import is_object
from .unions import UnionTag

if TYPE_CHECKING:
    from inspect import Signature


def wire_name(name: str) -> Any:
    """Give a field a wire name outside the rule: ``Annotated[str, wire_name("$.xgafv")]``."""
    return Field(alias=name)


SECRET: Any = Field(repr=False)
"""Keeps a field out of the repr: ``Annotated[str, SECRET]``."""


_USUAL: Mapping[str, Any] = {
    text: kind
    for name, one in {
        "str": str,
        "int": int,
        "float": float,
        "bool": bool,
        "list[str]": list[str],
        "dict[str, str]": dict[str, str],
        "dict[str, Any]": dict[str, Any],
    }.items()
    for text, kind in ((name, one), (f"{name} | None", one | None))
}
"""Types of most fields by what a module says, which pydantic would compile for each of them."""

_SIGNATURE: Signature = cast("Signature", ClassSignature())


class Model(BaseModel):
    """An object of the API.

    Unknown properties survive a round trip, and only what was set is sent: a field that was never
    set is left out, one that was set to None is null. A field whose default is not None is a
    constant: it need not be given, and is sent. A value that a server sent outside the declared
    type is kept as it came; `model_dump` does not warn of it, unless `warnings=True` asks for that.
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

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Give pydantic the usual types as such, before it looks for fields."""
        super().__init_subclass__(**kwargs)
        annotations: dict[str, Any] = cls.__annotations__
        for name, text in annotations.items():
            if isinstance(text, str) and text in _USUAL:
                annotations[name] = _USUAL[text]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.__doc__ = ClassDoc(cls)

    __signature__ = _SIGNATURE

    __hides_extra__: ClassVar[bool] = False
    """Whether the values of undeclared properties stay out of the repr."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        hidden = self.__pydantic_extra__ or {} if self.__hides_extra__ else {}
        for name, value in super().__repr_args__():
            if name in self.model_fields_set and name not in hidden:
                yield name, value

    if not TYPE_CHECKING:  # for type checkers they are pydantic's

        @wraps(BaseModel.model_dump)
        def model_dump(self, **options: Any) -> dict[str, Any]:
            return super().model_dump(**{"warnings": False, **options})

        @wraps(BaseModel.model_dump_json)
        def model_dump_json(self, **options: Any) -> str:
            return super().model_dump_json(**{"warnings": False, **options})

    def __iter__(self) -> NoReturn:
        """Refuse to be taken for a list: pydantic would go over names and values of fields.

        Raises:
            TypeError: Always.
        """
        name = type(self).__name__
        raise TypeError(
            f"{name} is an object, not a list of items or a page: use one of its fields, or"
            " model_dump() for its names and values"
        )

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
        done = super().model_rebuild(
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=0,
            _types_namespace=_types_namespace,
        )
        cls.__signature__ = _SIGNATURE  # in place of pydantic's, which has wire names
        return done

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        own: Any = handler.resolve_ref_schema(schema)
        fields = own.get("schema")
        if is_object(fields) and fields.get("type") == "model-fields":
            cast("dict[str, Any]", fields).setdefault("extras_schema", core_schema.any_schema())
            take_exactly(fields, handler.resolve_ref_schema)
            own["schema"] = _with_constants(fields, _tags(cls))
        return schema

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> dict[str, Any]:
        shown = handler(core_schema)
        describe_fields(cls, handler.resolve_ref_schema(shown))
        return shown


class FreeModel(Model):
    """An object of which no property is declared: it reads like the mapping that it is."""

    def __getitem__(self, key: str, /) -> Any:
        return self._properties()[key]

    def __contains__(self, key: object, /) -> bool:
        return key in self._properties()

    def __len__(self) -> int:
        return len(self._properties())

    if not TYPE_CHECKING:  # a type checker would compare it with pydantic's, which gives pairs

        def __iter__(self) -> Iterator[str]:
            return iter(self._properties())

    def keys(self) -> KeysView[str]:
        """Return the names of the properties."""
        return self._properties().keys()

    def values(self) -> ValuesView[Any]:
        """Return the values of the properties."""
        return self._properties().values()

    def items(self) -> ItemsView[str, Any]:
        """Return names and values of the properties."""
        return self._properties().items()

    def get(self, key: str, default: Any = None, /) -> Any:
        """Return the value of a property, ``default`` without it."""
        return self._properties().get(key, default)

    def _properties(self) -> dict[str, Any]:
        return self.__pydantic_extra__ or {}


class CamelModel(Model):
    """A model whose wire names are lowerCamelCase."""

    model_config = ConfigDict(alias_generator=camel_case)


class PascalModel(Model):
    """A model whose wire names are UpperCamelCase."""

    model_config = ConfigDict(alias_generator=pascal_case)


class KebabModel(Model):
    """A model whose wire names have hyphens."""

    model_config = ConfigDict(alias_generator=kebab_case)


def _tags(cls: type[BaseModel]) -> Mapping[str, UnionTag]:
    """Return the fields that tell a member of a union by more than a literal."""
    return {
        name: note
        for name, field in cls.model_fields.items()
        for note in field.metadata
        if isinstance(note, UnionTag)
    }


def _with_constants(fields: Mapping[str, Any], tags: Mapping[str, UnionTag]) -> Any:
    """Let constructors fill constants in, as if the caller had set them.

    In JSON they stay required, but for optional tags: they may be all that tells the members of a
    union apart.
    """
    constants = {
        name: field["schema"]["default"]
        for name, field in fields["fields"].items()
        if field["schema"].get("default") is not None or name in tags
    }
    optional = {name for name, tag in tags.items() if tag.is_optional}
    if not constants:
        return fields
    required = dict(fields["fields"])
    for name in constants.keys() - optional:
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
