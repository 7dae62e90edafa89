"""Flat views of the files of models, for the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.models import JsonValue, Model, ModelKind
from specmill.model.types import Anything, Named, UnionOf
from specmill.targets.kcl.checks import Checks
from specmill.targets.kcl.names import KclNames
from specmill.targets.kcl.reserved import MODELS
from specmill.targets.kcl.types import TypeSpeller
from specmill.targets.kcl.views.schema import SchemaMaker, SchemaView, about
from specmill.targets.python.spelling import WIDTH, one_line, paragraphs, sentence
from specmill.text import wrap
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class TypeView:
    """An enumeration."""

    name: str
    target: str
    comment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelFileView:
    """A file of models."""

    name: str
    imports: tuple[str, ...]
    types: tuple[TypeView, ...]
    schemas: tuple[SchemaView, ...]


def model_files(api: Api, names: KclNames, *, open_enums: bool = False) -> Iterator[ModelFileView]:
    """Yield the view of each file of models that has any, in the order of their first model."""
    by_file: defaultdict[str, list[Model]] = defaultdict(list)
    for key, model in api.models.items():
        if model.kind is not ModelKind.ALIAS:
            by_file[names.model_files[key]].append(model)
    fixed = discriminators(api)
    for file, models in by_file.items():
        runtime = names.runtime
        speller = TypeSpeller(api, names.models, open_enums=open_enums)
        schemas = tuple(
            _schema(api, names, model, speller, runtime, fixed.get(model.key, {}))
            for model in models
            if model.kind is ModelKind.OBJECT
        )
        used = any(runtime in check for schema in schemas for check in schema.checks)
        types = (_type(names, model, speller) for model in models if model.kind is ModelKind.ENUM)
        yield ModelFileView(file, import_lines(runtime=runtime if used else ""), (*types,), schemas)


def import_lines(*, runtime: str = "", models: str = "") -> tuple[str, ...]:
    """Return the import statements of a file.

    Args:
        runtime: Folder of the runtime, where it is used.
        models: Name to use the models under, where they are.
    """
    aliased = f"import {MODELS} as {models}"
    lines = [f"import {runtime}"] if runtime else []
    return (*lines, *([aliased if models != MODELS else f"import {MODELS}"] if models else []))


def _schema(
    api: Api,
    names: KclNames,
    model: Model,
    speller: TypeSpeller,
    runtime: str,
    fixed: dict[str, list[JsonValue]],
) -> SchemaView:
    maker = SchemaMaker(api, speller, Checks(api, runtime), fixed)
    name = names.models[model.key]
    note = f"{name} of the service." if model.fields else "An object without properties of its own."
    extra = model.extra if model.fields or model.extra is not None else Anything()
    return maker.schema(
        name, about(model.docs, model.name) or note, model.fields, extra=extra, bounds=model.bounds
    )


def _type(names: KclNames, model: Model, speller: TypeSpeller) -> TypeView:
    target = model.target
    assert target is not None, model.key
    lines = paragraphs(model.docs, model.name, indent=2).split("\n") if model.docs else []
    for one in model.values:
        if said := sentence(one.docs, str(one.value)):
            lines += wrap(f"{one_line(str(one.value))}: {said}", WIDTH - 2)
    return TypeView(
        names.models[model.key], speller.spell(target), tuple(line for line in lines if line)
    )


def discriminators(api: Api) -> dict[str, dict[str, list[JsonValue]]]:
    """Return, for each model that a union tells by a property, the property and its values."""
    found: defaultdict[str, dict[str, list[JsonValue]]] = defaultdict(dict)
    for model in api.models.values():
        union = model.target
        if isinstance(union, UnionOf) and union.discriminator:
            for said, member in union.mapping:
                if isinstance(member, Named):
                    values = found[member.key].setdefault(union.discriminator, [])
                    values.extend([said] if said not in values else [])
    return dict(found)
