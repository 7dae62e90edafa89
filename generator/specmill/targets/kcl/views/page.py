"""Flat view of the page about a module: resources, their fields and outputs, usage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from specmill.model.api import Api
from specmill.model.entities import Entity, EntityField, EntityOperation, Role
from specmill.targets.kcl.checks import is_needed
from specmill.targets.kcl.examples import Examples
from specmill.targets.kcl.names import STANDING, KclNames, requests_of
from specmill.targets.kcl.reserved import KEYWORDS
from specmill.targets.kcl.spelling import attribute, free, indented, reference
from specmill.targets.kcl.types import TypeSpeller
from specmill.targets.kcl.views.model import discriminators
from specmill.targets.kcl.views.provider import scope
from specmill.targets.kcl.views.resource import outputs_name
from specmill.targets.python.spelling import identifier, one_line, sentence
from specmill.values import dataclass

_LETTERS = {
    Role.CREATE: "C",
    Role.READ: "R",
    Role.LIST: "L",
    Role.UPDATE: "U",
    Role.DELETE: "D",
    Role.ACTION: "A",
}
_ORDER = tuple(_LETTERS)
_SHOWN = 3
"""How many outputs an example reads."""
_TAKEN = KEYWORDS | {"models", "resources", "provider", "environment", "number", "option", "range"}


@dataclass(frozen=True, slots=True)
class OperationRow:
    """What can be done with a resource."""

    role: str
    name: str
    request: str
    schema: str
    summary: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field; the cells of a table."""

    name: str
    type: str
    required: bool
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class RequestSection:
    """A request with a schema of its own."""

    schema: str
    title: str
    fields: tuple[FieldRow, ...]
    outputs: str


@dataclass(frozen=True, slots=True)
class ResourceSection:
    """A resource."""

    schema: str
    letters: str
    summary: str
    pattern: str
    file: str
    operations: tuple[OperationRow, ...]
    fields: tuple[FieldRow, ...]
    changes: bool
    """False for what stays as it was created."""
    outputs_type: str
    outputs: tuple[FieldRow, ...]
    requests: tuple[RequestSection, ...]
    usage: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The page."""

    title: str
    package: str
    about: str
    resources: tuple[ResourceSection, ...]
    several: str
    conditional: str


def page_view(api: Api, names: KclNames, package: str) -> PageView:
    """Return the view of the page.

    Args:
        api: The model.
        names: Its KCL names.
        package: Name of the module.
    """
    return _Page(api, names, package).view()


class _Page:
    def __init__(self, api: Api, names: KclNames, package: str) -> None:
        self._api, self._names, self._package = api, names, package
        self._speller = TypeSpeller(api, names.models, "models.")
        self._scope = {field.wire: field for field in scope(api)}
        given = {
            wire: f"provider.{subject}" for wire in self._scope if (subject := reference(wire))
        }
        fixed = discriminators(api)
        self._examples = Examples(api, names, given, fixed)
        self._samples = Examples(api, names, {}, fixed)

    def view(self) -> PageView:
        api = self._api
        version = f" {api.version}" if api.version else ""
        return PageView(
            title=one_line(f"{api.title or api.key}{version}"),
            package=self._package,
            about=one_line(api.docs.description or api.docs.summary),
            resources=tuple(map(self._resource, api.entities)),
            several=self._several(),
            conditional=self._conditional(),
        )

    def _resource(self, entity: Entity) -> ResourceSection:
        roles = {one.role for one in entity.operations}
        writing = entity.having(*STANDING) or entity.operations
        docs = writing[0].operation.docs
        return ResourceSection(
            schema=self._names.entities[entity.name],
            letters="".join(_LETTERS[role] for role in _ORDER if role in roles),
            summary=one_line(sentence(docs, entity.name)),
            pattern=entity.pattern,
            file=f"resources/{self._names.entity_files[entity.name]}.k",
            operations=tuple(self._operation(entity, one) for one in _sorted(entity.operations)),
            fields=tuple(self._rows(entity.inputs)),
            changes=bool(entity.having(Role.UPDATE)) or not entity.having(Role.CREATE),
            outputs_type=_cell(self._speller.spell(entity.outputs)) if entity.outputs else "",
            outputs=tuple(self._rows(entity.output_fields)),
            requests=tuple(self._request(one) for one in requests_of(entity)),
            usage=self._usage(entity),
        )

    def _operation(self, entity: Entity, one: EntityOperation) -> OperationRow:
        operation = one.operation
        return OperationRow(
            role=one.role.value,
            name=operation.id,
            request=f"{operation.method} {operation.path}",
            schema=self._names.requests.get(operation.pointer, self._names.entities[entity.name]),
            summary=_cell(sentence(operation.docs, operation.name)),
        )

    def _request(self, one: EntityOperation) -> RequestSection:
        return RequestSection(
            schema=self._names.requests[one.operation.pointer],
            title=f"{one.operation.method} {one.operation.path}",
            fields=tuple(self._rows(one.inputs)),
            outputs=_cell(self._speller.spell(one.outputs)) if one.outputs else "",
        )

    def _rows(self, fields: Iterable[EntityField]) -> Iterator[FieldRow]:
        for field in fields:
            yield FieldRow(
                name=_cell(field.wire),
                type=_cell(self._speller.spell(field.type)),
                required=is_needed(field),
                kind=_kind(field),
                description=_cell(sentence(field.docs, field.name)),
            )

    # -- code ------------------------------------------------------------------------------------

    def _usage(self, entity: Entity) -> str:
        """Return a program with one instance; empty where no value fits."""
        schema, inputs, name, outputs = self._shown(entity)
        instance = self._examples.instance(schema, inputs)
        if not instance:
            return ""
        lines = [f"{name} = {instance}"]
        if outputs:
            lines += ["", "# What the service answered, once that is known."]
            holder = outputs_name(entity.inputs)
            lines += [
                f"{identifier(f'{name} {field.wire}')} = {name}.{holder}?.{reference(field.wire)}"
                for field in outputs
            ]
        return self._program("\n".join(lines))

    def _shown(
        self, entity: Entity
    ) -> tuple[str, Sequence[EntityField], str, Sequence[EntityField]]:
        """Return what an example of an entity instantiates: itself, or a request to it."""
        requests = [one for one in requests_of(entity) if one.role is Role.ACTION]
        if entity.having(*STANDING) or not requests:
            outputs = [one for one in entity.output_fields if reference(one.wire)][:_SHOWN]
            name = identifier(entity.name, prefix="entity")
            return self._names.entities[entity.name], entity.inputs, free(name, _TAKEN), outputs
        first = requests[0]
        name = identifier(f"{entity.name} {first.operation.name}", prefix="entity")
        return self._names.requests[first.operation.pointer], first.inputs, free(name, _TAKEN), ()

    def _several(self) -> str:
        for entity in self._creatable():
            varied = self._examples.numbered(entity.inputs)
            instance = self._examples.instance(
                self._names.entities[entity.name], entity.inputs, numbered=varied
            )
            if instance and varied:
                name = free(identifier(f"{entity.name} list"), _TAKEN)
                return self._program(f"{name} = [{instance} for number in range(3)]")
        return ""

    def _conditional(self) -> str:
        for entity in self._creatable():
            instance = self._examples.instance(self._names.entities[entity.name], entity.inputs)
            if instance:
                name = free(identifier(entity.name, prefix="entity"), _TAKEN)
                return self._program(
                    'environment = option("environment") or "test"\n\n'
                    'if environment == "production":\n'
                    f"{indented(f'{name} = {instance}', 4)}"
                )
        return ""

    def _creatable(self) -> list[Entity]:
        found = [one for one in self._api.entities if one.having(Role.CREATE)]
        return sorted(found, key=lambda one: -len(one.operations))

    def _program(self, body: str) -> str:
        """Put imports and the provider before code, as far as it uses them."""
        package = self._package
        imports = [package] if "provider." in body else []
        imports += [f"{package}.{part}" for part in ("models", "resources") if f"{part}." in body]
        lines = [f"import {name}" for name in imports]
        if "provider." in body:
            lines += ["", f"provider = {package}.Provider {{"]
            lines += [
                f"    {attribute(wire)} = {self._sample(field.wire)}"
                for wire, field in self._scope.items()
                if f"provider.{reference(wire)}" in body
            ]
            lines += ["}"]
        return "\n".join([*lines, "", body])

    def _sample(self, wire: str) -> str:
        """Return a value that the entities in the scope take."""
        fields = (one for entity in self._api.entities for one in entity.identity)
        found = next(one for one in fields if one.wire == wire)
        return self._samples.text(found)


def _sorted(operations: Sequence[EntityOperation]) -> list[EntityOperation]:
    return sorted(operations, key=lambda one: _ORDER.index(one.role))


def _kind(field: EntityField) -> str:
    if field.read_only:
        return "output only"
    if field.identity:
        return "identity"
    if field.immutable:
        return "immutable"
    return "secret" if field.secret else ""


def _cell(text: str) -> str:
    """Spell text as the cell of a table."""
    return one_line(text).replace("\\|", "|").replace("|", "\\|")
