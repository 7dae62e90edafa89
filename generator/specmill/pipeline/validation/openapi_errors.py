"""Errors of openapi-spec-validator; fast on large documents that have none.

Most documents are valid, and most of the time goes into checking each schema against the dialect
of OpenAPI 3.1 in Python. With jsonschema-rs (an extra) compiled validators do that first; only a
document that they refuse is read again by the slow ones, whose messages are better.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openapi_schema_validator
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.schemas import schema_v31
from openapi_spec_validator.schemas.backend.jsonschema import create_validator
from openapi_spec_validator.schemas.backend.jsonschema_rs import (
    create_validator as create_compiled_validator,
)
from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

from specmill.sources import load

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema.exceptions import ValidationError


def openapi_errors(root: Mapping[str, Any]) -> list[ValidationError]:
    """Return the mistakes of an OpenAPI 3.1 document.

    Raises:
        RecursionError: Its schemas nest deeper than Python can follow.
    """
    if any(path.startswith("x-") for path in root.get("paths", ())):
        # The library takes extensions beside the paths for path items.
        paths = {path: item for path, item in root["paths"].items() if not path.startswith("x-")}
        root = {**root, "paths": paths}
    if find_spec("jsonschema_rs") and not any(_compiled()(root).iter_errors()):
        return []
    return list(_plain()(root).iter_errors())


@cache
def _plain() -> type[OpenAPIV31SpecValidator]:
    class Plain(OpenAPIV31SpecValidator):
        schema_validator = create_validator(dict(schema_v31))

    return Plain


@cache
def _compiled() -> type[OpenAPIV31SpecValidator]:
    with_schemas = {
        **OpenAPIV31SpecValidator.keyword_validators,
        "schema": _CompiledSchemaValidator,
    }

    class Compiled(OpenAPIV31SpecValidator):
        schema_validator = create_compiled_validator(dict(schema_v31))
        keyword_validators = with_schemas

    return Compiled


class _CompiledSchemaValidator(OpenAPIV31SchemaValidator):
    """Checks a schema against its dialect with a compiled validator."""

    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        # The library looks through lists of what it has seen, for each schema anew.
        self.visited_schema_ids = _Seen()
        self.meta_checked_schema_ids = _Seen()

    def _validate_schema_meta(self, schema: Any, schema_value: Any) -> Any:
        if _dialect().is_valid(schema_value):
            return None
        return super()._validate_schema_meta(schema, schema_value)


class _Seen(list[int]):
    """A list that knows its members by hash."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[int] = set()

    def append(self, item: int) -> None:
        self._known.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


@cache
def _dialect() -> jsonschema_rs.Draft202012Validator:
    from jsonschema_rs import Draft202012Validator, Registry  # noqa: PLC0415 - an extra

    dialect = OAS31Validator.META_SCHEMA
    schemas = Path(openapi_schema_validator.__file__).with_name("schemas")
    vocabulary = load(schemas / "oas3.1" / "vocabularies" / "base").tree
    registry = Registry([(one["$id"], one) for one in (dialect, vocabulary)])
    return Draft202012Validator(dialect, registry=registry, validate_formats=True)
