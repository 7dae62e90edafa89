"""KCL names of one API, each chosen once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.model.api import Api
from specmill.model.entities import Entity, EntityOperation, Role
from specmill.naming import Wanted, resolve
from specmill.targets.kcl import reserved
from specmill.targets.kcl.spelling import file_name, free, schema_name
from specmill.targets.python.layout import model_modules
from specmill.text import words
from specmill.values import dataclass

STANDING = (Role.CREATE, Role.UPDATE)
"""Roles whose inputs are those of the entity's own schema; other operations have one each."""


@dataclass(frozen=True, slots=True)
class KclNames:
    """Names of an API's schemas and files."""

    models: Mapping[str, str]
    """Model key to schema or type."""
    model_files: Mapping[str, str]
    """Model key to the file below ``models``, without its ending."""
    entities: Mapping[str, str]
    """Entity name to schema."""
    entity_files: Mapping[str, str]
    """Entity name to the file below ``resources``, without its ending."""
    requests: Mapping[str, str]
    """Pointer of an operation to the schema of its request."""
    runtime: str
    """Folder of the runtime: a name that no attribute has, for it would hide what is imported."""


def choose_names(api: Api) -> KclNames:
    """Choose the KCL name of everything in an API.

    Models stand in the files that the Python package has modules for.

    Raises:
        SpecmillError: A name is pinned twice.
    """
    modules = model_modules(api).modules
    files = {module: file_name(module) for module in modules.values()}
    wanted: list[Wanted[tuple[str, str]]] = []
    for entity in api.entities:
        wanted.append(Wanted(("", entity.name), (schema_name(entity.name),), rank=1))
        wanted += [
            Wanted((entity.name, one.operation.pointer), (_request(entity, one),))
            for one in requests_of(entity)
        ]
    schemas = resolve(wanted, fold=str)
    return KclNames(
        models=resolve(
            [
                Wanted(key, (name, f"{name}Model"))
                for key, model in api.models.items()
                for name in [schema_name(model.name)]
            ],
            taken=reserved.SCHEMAS,
            fold=str,
        ),
        model_files={key: files[module] for key, module in modules.items()},
        entities={name: schema for (owner, name), schema in schemas.items() if not owner},
        entity_files=resolve(
            [Wanted(entity.name, (file_name(entity.name),)) for entity in api.entities],
            join="{}_{}".format,
        ),
        requests={pointer: schema for (owner, pointer), schema in schemas.items() if owner},
        runtime=free(reserved.CONSTRAINTS, set(_attributes(api))),
    )


def _attributes(api: Api) -> Iterator[str]:
    """Yield the name of everything that may be an attribute."""
    yield from (field.wire for model in api.models.values() for field in model.fields)
    yield from (parameter.wire for parameter in api.common_parameters)
    for entity in api.entities:
        yield from (field.wire for one in entity.operations for field in one.inputs)


def requests_of(entity: Entity) -> list[EntityOperation]:
    """Return the operations that have a schema of their own."""
    return [one for one in entity.operations if one.role not in STANDING]


def _request(entity: Entity, one: EntityOperation) -> str:
    same = "".join(words(entity.name)).lower() == "".join(words(one.operation.name)).lower()
    return schema_name(f"{entity.name} {'request' if same else one.operation.name}")
