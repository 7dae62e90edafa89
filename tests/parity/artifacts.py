"""What generated Python packages and KCL modules say of the fields of a model.

A type is a set of words, one for each member of a union: ``int``, ``datetime``, ``[str]`` for a
list, ``{str}`` for a map, ``Job`` for a model, ``"A"`` for a given value.
"""

from __future__ import annotations

import importlib
import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any

from kcl_lib.api import API, ExecProgramArgs, GetSchemaTypeMappingArgs
from pydantic import BaseModel
from tests.kcl.apis import GENERATED

Words = frozenset[str]


@dataclass(frozen=True)
class Told:
    """One field as an artifact has it."""

    type: Words
    required: bool


def python_fields(package: str, name: str) -> dict[str, Told]:
    """Return the fields of a generated pydantic model by wire name."""
    model: type[BaseModel] = getattr(importlib.import_module(f"{package}.models"), name)
    model.model_rebuild()
    return {
        field.alias or attribute: Told(frozenset(_words(field.annotation)), field.is_required())
        for attribute, field in model.model_fields.items()
    }


def _words(annotation: Any, depth: int = 0) -> Iterator[str]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if hasattr(annotation, "__value__"):  # an alias that may contain itself
        yield from ["any"] if depth > 3 else _words(annotation.__value__, depth + 1)
    elif origin is typing.Annotated:
        yield from _words(arguments[0], depth)
    elif origin in (typing.Union, UnionType):
        for argument in arguments:
            yield from _words(argument, depth)
    elif origin is typing.Literal:
        yield from (f'"{value}"' for value in arguments)
    elif origin is list:
        yield f"[{_joined(arguments[0], depth)}]"
    elif origin is dict:
        yield f"{{{_joined(arguments[1], depth)}}}"
    elif annotation is typing.Any:
        yield "any"
    elif annotation is not NoneType:
        yield annotation.__name__


def _joined(annotation: Any, depth: int) -> str:
    return " | ".join(sorted(_words(annotation, depth)))


def kcl_schemas(package: str) -> dict[str, dict[str, Told]]:
    """Return the fields of all schemas among the models of a KCL module, as KCL understands them.

    What is required and may be None is asked for in a check: KCL takes None for unset.
    """
    module = GENERATED / package
    files = sorted(str(path) for path in (module / "models").iterdir())
    program = ExecProgramArgs(k_filename_list=files, work_dir=str(module))
    found = API().get_schema_type_mapping(GetSchemaTypeMappingArgs(exec_args=program))
    asked = _asked_for("".join(Path(file).read_text("utf-8") for file in files))
    return {
        name: {
            field: Told(
                frozenset(_kcl_words(type_)),
                field in schema.required or (name, field) in asked,
            )
            for field, type_ in schema.properties.items()
        }
        for name, schema in found.schema_type_mapping.items()
    }


def _asked_for(text: str) -> set[tuple[str, str]]:
    """Return the schemas and attributes that a check wants to be set."""
    found = set()
    for schema in re.split(r"^schema ", text, flags=re.MULTILINE)[1:]:
        name = schema.partition(":")[0]
        checks = re.findall(r"^        \$?(\w+) != Undefined,", schema, re.MULTILINE)
        found.update((name, field) for field in checks)
    return found


def _kcl_words(type_: Any) -> Iterator[str]:
    match type_.type:
        case "union":
            for member in type_.union_types:
                yield from _kcl_words(member)
        case "list":
            yield f"[{' | '.join(sorted(_kcl_words(type_.item)))}]"
        case "dict":
            yield f"{{{' | '.join(sorted(_kcl_words(type_.item)))}}}"
        case "schema":
            yield type_.schema_name
        case literal if literal.startswith(("str(", "int(", "bool(")):
            yield f'"{literal.partition("(")[2][:-1]}"'
        case plain:
            yield plain
