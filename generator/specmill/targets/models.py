"""Target ``models``: models alone, made by datamodel-code-generator in the style of your choice."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from warnings import catch_warnings, simplefilter

from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.targets import TargetInput

STYLES = {
    "pydantic": "pydantic_v2.BaseModel",
    "dataclass": "dataclasses.dataclass",
    "pydantic-dataclass": "pydantic_v2.dataclass",
    "typeddict": "typing.TypedDict",
    "msgspec": "msgspec.Struct",
}
"""Values of the setting ``style`` and datamodel-code-generator's names for them."""


_VALUES = frozenset({"const", "default", "enum", "example", "examples", "mapping", "required"})
"""Keys of values, which are data whatever is in them."""
_NAMED = frozenset(
    {
        *("$defs", "callbacks", "content", "dependentRequired", "dependentSchemas", "encoding"),
        *("headers", "links", "parameters", "pathItems", "paths", "patternProperties"),
        *("properties", "requestBodies", "responses", "schemas", "securitySchemes", "variables"),
        "webhooks",
    }
)
"""Keys of maps, whose own keys the API has chosen."""
_KEYS = (
    _VALUES
    | _NAMED
    | {
        *("$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$ref", "$schema"),
        *("additionalProperties", "allOf", "anyOf", "contains", "contentEncoding"),
        *("contentMediaType", "contentSchema", "deprecated", "description", "discriminator"),
        *("else", "exclusiveMaximum", "exclusiveMinimum", "format", "if", "items", "maxContains"),
        *("maxItems", "maxLength", "maxProperties", "maximum", "minContains", "minItems"),
        *("minLength", "minProperties", "minimum", "multipleOf", "not", "nullable", "oneOf"),
        *("pattern", "prefixItems", "propertyName", "propertyNames", "readOnly", "summary"),
        *("then", "title", "type", "unevaluatedItems", "unevaluatedProperties", "uniqueItems"),
        *("writeOnly", "x-enum-varnames", "xml"),
        *("allowEmptyValue", "allowReserved", "components", "contentType", "explode", "in"),
        *("info", "jsonSchemaDialect", "name", "openapi", "operationId", "requestBody", "schema"),
        *("security", "servers", "style", "tags", "url", "version"),
        *("delete", "get", "head", "options", "patch", "post", "put", "query", "trace"),
    }
)
"""Keys of OpenAPI 3.1 and JSON Schema that say something of models."""


class ModelsTarget:
    """Dataclasses, TypedDicts, msgspec structs or pydantic models out of the normal form."""

    @property
    def name(self) -> str:
        """Name of the target."""
        return "models"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return ``__init__.py`` with all models, and ``py.typed``.

        Settings: ``style``, one of :data:`STYLES`, ``pydantic`` by default.

        Raises:
            UsageError: The extra is not installed, or the style is unknown.
        """
        style = str(given.settings.get("style", "pydantic"))
        if style not in STYLES:
            raise UsageError(
                Diagnostic(f"unknown style {style!r}", hint=f"one of {', '.join(STYLES)}")
            )
        if find_spec("datamodel_code_generator") is None:
            raise UsageError(
                Diagnostic(
                    "the target `models` needs datamodel-code-generator",
                    hint="pip install specmill[models]",
                )
            )
        return {"__init__.py": _generate(without_code(given.normal_form()), style), "py.typed": ""}


def without_code(normal_form: bytes) -> bytes:
    """Drop from a document what is no OpenAPI, such as keys by which a generator imports code.

    Keys of other vocabularies say nothing about models that this target could keep. What is named
    by the API, such as properties, and values, such as examples, stay as they are.
    """
    return json.dumps(_plain(json.loads(normal_form)), ensure_ascii=False).encode()


def _plain(node: Any) -> Any:
    if isinstance(node, list):
        return [_plain(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value if key in _VALUES else _named(value) if key in _NAMED else _plain(value)
        for key, value in node.items()
        if key in _KEYS
    }


def _ask(generate: Callable[..., Any], document: str, **options: Any) -> None:
    """Let datamodel-code-generator write models.

    Raises:
        SpecmillError: It refuses the document.
    """
    try:
        generate(document, **options)
    except Exception as error:
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        raise fail(
            f"datamodel-code-generator refuses the API: {reason}",
            hint="the target `python` has models of its own",
        ) from error


def _named(node: Any) -> Any:
    """Keep the names of a map."""
    return {key: _plain(value) for key, value in node.items()} if isinstance(node, dict) else node


def _generate(normal_form: bytes, style: str) -> str:
    from datamodel_code_generator import generate  # noqa: PLC0415 - an extra, and slow to import
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import Formatter, PythonVersion  # noqa: PLC0415

    with TemporaryDirectory(prefix="specmill-models-") as folder, catch_warnings():
        simplefilter("ignore")  # of formats that it reads as plain strings and numbers
        output = Path(folder) / "models.py"
        _ask(
            generate,
            normal_form.decode("utf-8"),
            input_filename="openapi.json",
            input_file_type=InputFileType.OpenAPI,
            output=output,
            output_model_type=DataModelType(STYLES[style]),
            target_python_version=PythonVersion.PY_311,
            custom_file_header='"""Models of this API."""',
            use_standard_collections=True,
            use_union_operator=True,
            use_schema_description=True,
            field_constraints=True,
            snake_case_field=True,
            use_annotated=style == "pydantic",
            formatters=[Formatter.RUFF_FORMAT],
        )
        return output.read_text("utf-8")
