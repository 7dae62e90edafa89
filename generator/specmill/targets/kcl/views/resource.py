"""Flat views of the files of resources: one for each entity, with the requests to it."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.entities import Entity, EntityField, EntityOperation, Role
from specmill.model.models import ModelKind
from specmill.model.types import Named, TypeRef
from specmill.targets.kcl.checks import Checks
from specmill.targets.kcl.names import STANDING, KclNames, requests_of
from specmill.targets.kcl.reserved import MODELS, OUTPUTS
from specmill.targets.kcl.spelling import free
from specmill.targets.kcl.types import TypeSpeller, plain
from specmill.targets.kcl.views.model import import_lines
from specmill.targets.kcl.views.schema import AttributeView, SchemaMaker, SchemaView, about
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ResourceFileView:
    """A file of resources: the entity's schema, and one for each request to it."""

    name: str
    imports: tuple[str, ...]
    schemas: tuple[SchemaView, ...]


def resource_files(
    api: Api, names: KclNames, *, open_enums: bool = False
) -> Iterator[ResourceFileView]:
    """Yield the view of the file of each entity."""
    for entity in api.entities:
        yield _File(api, names, entity, open_enums=open_enums).view()


def outputs_name(inputs: tuple[EntityField, ...]) -> str:
    """Return the attribute that holds what the service answers."""
    return free(OUTPUTS, {field.wire for field in inputs})


class _File:
    def __init__(self, api: Api, names: KclNames, entity: Entity, *, open_enums: bool) -> None:
        self._entity, self._names = entity, names
        inputs = [entity.inputs, *(one.inputs for one in entity.operations)]
        taken = {field.wire for fields in inputs for field in fields}
        self._models, self._runtime = free(MODELS, taken), names.runtime
        self._speller = TypeSpeller(api, names.models, f"{self._models}.", open_enums=open_enums)
        checks = Checks(api, self._runtime)
        changes = bool(entity.having(Role.UPDATE))
        self._maker = SchemaMaker(api, self._speller, checks, {}, changes=changes)

    def view(self) -> ResourceFileView:
        entity = self._entity
        schemas = (self._standing(), *(self._request(one) for one in requests_of(entity)))
        checked = any(self._runtime in check for one in schemas for check in one.checks)
        imports = import_lines(
            models=self._models if self._speller.used else "",
            runtime=self._runtime if checked else "",
        )
        return ResourceFileView(self._names.entity_files[entity.name], imports, schemas)

    def _standing(self) -> SchemaView:
        """Return the schema of the entity: identity, inputs of create and update, outputs."""
        entity = self._entity
        lines = [
            f"- {one.role}: {request_line(one)}"
            for one in entity.operations
            if one.role in STANDING
        ]
        others = [
            f"- {one.role}: {self._names.requests[one.operation.pointer]}"
            for one in requests_of(entity)
        ]
        writing = entity.having(*STANDING)
        docs = (writing or entity.operations)[0].operation.docs
        if entity.having(Role.CREATE) and not entity.having(Role.UPDATE):
            others += ["", "What is created stays as it is: nothing updates it."]
        prose = about(docs, entity.name, f"`{entity.pattern}`", "", *lines, *others)
        bounds = self._bounds(entity.having(Role.CREATE))
        return self._schema(
            self._names.entities[entity.name], prose, entity.inputs, entity.outputs, bounds
        )

    def _request(self, one: EntityOperation) -> SchemaView:
        operation = one.operation
        role = "An action" if one.role is Role.ACTION else one.role.capitalize()
        prose = about(operation.docs, operation.name, f"{role}: {request_line(one)}")
        name = self._names.requests[operation.pointer]
        return self._schema(name, prose, one.inputs, one.outputs, self._bounds((one,)))

    def _bounds(self, writing: tuple[EntityOperation, ...]) -> Bounds:
        """Return what the body of a request asks of its fields together."""
        body = writing[0].operation.body if writing else None
        type_ = plain(body.type, self._speller.api)[0] if body is not None else None
        if not isinstance(type_, Named):
            return NO_BOUNDS
        model = self._speller.api.models[type_.key]
        return model.bounds if model.kind is ModelKind.OBJECT else NO_BOUNDS

    def _schema(
        self,
        name: str,
        prose: str,
        inputs: tuple[EntityField, ...],
        outputs: TypeRef | None,
        bounds: Bounds,
    ) -> SchemaView:
        more: list[AttributeView] = []
        if outputs is not None:
            line = f"{outputs_name(inputs)}?: {self._speller.spell(outputs)}"
            more.append(AttributeView(line, deprecated=False))
        return self._maker.schema(name, prose, inputs, more=more, bounds=bounds)


def request_line(one: EntityOperation) -> str:
    """Return the HTTP request of an operation: ``POST /v1/jobs``; media is no part of KCL."""
    media = ", and media besides" if one.operation.media_upload is not None else ""
    return f"`{one.operation.method} {one.operation.path}`{media}"
