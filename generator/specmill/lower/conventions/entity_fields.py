"""Fields of an entity: path, query, header and body of its requests, each name once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.lower.keywords import join_types
from specmill.lower.schemas import FIELD_BEHAVIOR, Schemas
from specmill.model.entities import BODY, Entity, EntityField, EntityOperation, Role
from specmill.model.models import Docs, Field, Model, ModelKind
from specmill.model.operations import STREAMS, Body, BodyKind, Operation
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Named, TypeRef, UnionOf, without_null
from specmill.text import words
from specmill.values import replace

_LABELS = re.compile(r"(?:(?:Required|Optional|Input only|Output only|Identifier)\. )*Immutable\.")
"""How a description that follows AIP-203 starts when it calls a field immutable."""
PATH = ParameterPlace.PATH.value
_WORDS = ("immutable", "identifier")


class EntityFields:
    """Makes the fields of entities out of parameters and bodies."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self._known: dict[str, Mapping[str, Any]] = {}

    def inputs(self, operation: Operation) -> tuple[EntityField, ...]:
        """Return what the request of an operation takes: path, query, headers, then the body.

        The fields of a body that is an object stand beside the parameters, and one that both have
        under one name and with one type is one field. A body that is no object, that takes further
        properties, or that uses a parameter's name for another type, is the field ``body``.
        """
        found: dict[str, EntityField] = {}
        for place in ParameterPlace:
            for parameter in operation.parameters:
                if parameter.place is place:
                    _add(found, _of_parameter(parameter))
        for field in self._body(operation.body, found) if operation.body else ():
            _add(found, field)
        return tuple(found.values())

    def outputs(self, operation: Operation) -> TypeRef | None:
        """Return what the answers hold; None for nothing that has a type, and for a stream."""
        responses = operation.answers or (operation.response,)
        types = [
            one.type
            for one in responses
            if one is not None and one.type is not None and one.kind not in STREAMS
        ]
        return join_types(types) if types else None

    def entity(self, name: str, pattern: str, operations: Sequence[EntityOperation]) -> Entity:
        """Put an entity together."""
        writing = [one for one in operations if one.role in (Role.CREATE, Role.UPDATE)]
        writing.sort(key=lambda one: one.role is Role.UPDATE)
        identity = _identity(operations, writing)
        known = {field.wire for field in identity}
        outputs = _outputs(operations)
        return Entity(
            name=name,
            pattern=pattern,
            operations=tuple(operations),
            inputs=(*identity, *(one for one in _merged(writing) if one.wire not in known)),
            outputs=outputs,
            output_fields=tuple(self._output_fields(outputs, identity, name)),
        )

    def _body(self, body: Body, parameters: Mapping[str, EntityField]) -> Iterable[EntityField]:
        if body.kind is BodyKind.MULTIPART:
            return [_of_field(part, (BODY,), required=part.required) for part in body.parts]
        model = self._object(body.type) if body.kind is not BodyKind.BINARY else None
        if model is not None and model.extra is None and not _clash(model, parameters):
            needed = body.required
            return [
                self._with_behavior(
                    _of_field(field, (BODY,), required=field.required and needed), model
                )
                for field in model.fields
                if not field.read_only
            ]
        wire = "body" if "body" not in parameters else "requestBody"
        return [EntityField(wire, wire, body.type, body.required, (BODY,), body.docs)]

    def _object(self, type_: TypeRef | None) -> Model | None:
        """Return the object that a type is, also by way of aliases and beside null."""
        type_ = without_null(type_)
        if not isinstance(type_, Named):
            return None
        model = self.schemas.models[type_.key]
        if model.kind is ModelKind.ALIAS and not isinstance(model.target, UnionOf):
            return self._object(model.target)
        return model if model.kind is ModelKind.OBJECT else None

    def _output_fields(
        self, outputs: TypeRef | None, identity: Sequence[EntityField], name: str
    ) -> Iterator[EntityField]:
        """Yield the fields of the answer; those that repeat the path are its identity, also by
        half their name (``id`` of a job for ``jobId``).
        """
        model = self._object(outputs)
        if model is None:
            return
        known = {_fold(field.wire) for field in identity}
        noun = name.rpartition(" ")[2]
        for field in model.fields:
            behaved = self._with_behavior(_of_field(field, (), required=field.required), model)
            repeats = known & {_fold(field.wire), _fold(f"{noun} {field.wire}")}
            identified = repeats and not behaved.identity
            yield replace(behaved, identity=True) if identified else behaved

    def _with_behavior(self, field: EntityField, model: Model) -> EntityField:
        """Read what the spec says of a field beyond OpenAPI: AIP-203's words."""
        node = self._properties(model).get(field.wire)
        declared = node.get(FIELD_BEHAVIOR, ()) if isinstance(node, dict) else ()
        if not declared and not _LABELS.match(field.docs.description):
            return field
        if unknown := [word for word in declared if word not in _WORDS]:
            raise fail(
                f"{FIELD_BEHAVIOR} of {field.wire!r} has the unknown value {unknown[0]!r}",
                location=self.schemas.document.locate(model.pointer),
                hint=f"one of {', '.join(_WORDS)}; required and readOnly are the schema's own",
            )
        return replace(
            field,
            identity="identifier" in declared,
            immutable="immutable" in declared or bool(_LABELS.match(field.docs.description)),
        )

    def _properties(self, model: Model) -> Mapping[str, Any]:
        """Return the properties of a model in the document; those of an inline schema that was
        merged stand at no one place.
        """
        if model.key not in self._known:
            try:
                schema = self.schemas.document.resolve(f"#{model.pointer}")
            except SpecmillError:
                schema = {}
            self._known[model.key] = self.schemas.flatten(schema).get("properties", {})
        return self._known[model.key]


def _of_parameter(parameter: Parameter) -> EntityField:
    return EntityField(
        parameter.wire,
        parameter.name,
        parameter.type,
        parameter.required,
        (parameter.place.value,),
        parameter.docs,
        parameter.default,
        parameter.bounds,
        identity=parameter.place is ParameterPlace.PATH,
        constant=parameter.constant,
    )


def _of_field(field: Field, places: tuple[str, ...], *, required: bool) -> EntityField:
    return EntityField(
        field.wire,
        field.name,
        field.type,
        required,
        places,
        field.docs,
        field.default,
        field.bounds,
        read_only=field.read_only,
        write_only=field.write_only,
        constant=field.constant,
        secret=field.secret,
    )


def _clash(model: Model, parameters: Mapping[str, EntityField]) -> bool:
    return any(
        field.wire in parameters and parameters[field.wire].type != field.type
        for field in model.fields
    )


def _add(found: dict[str, EntityField], field: EntityField) -> None:
    """Take a field, or let one of the same name travel in another place too."""
    known = found.get(field.wire)
    found[field.wire] = _both(known, field) if known is not None else field


def _both(one: EntityField, other: EntityField) -> EntityField:
    if one == other:
        return one
    return replace(
        one,
        type=one.type if one.type == other.type else join_types((one.type, other.type)),
        required=one.required or other.required,
        places=tuple(dict.fromkeys((*one.places, *other.places))),
        docs=one.docs if one.docs != Docs() else other.docs,
        identity=one.identity or other.identity,
        immutable=one.immutable or other.immutable,
        secret=one.secret or other.secret,
    )


def _identity(
    operations: Sequence[EntityOperation], writing: Sequence[EntityOperation]
) -> list[EntityField]:
    """Return the path parameters of all standard methods, or of the actions where there are none.

    Creating takes no more than its own path: who creates a thing may not know its name yet. Names
    at one place of the path are one parameter (``/runs/{id}``, ``/runs/{run_id}``).
    """
    standard = [one for one in operations if one.role is not Role.ACTION] or list(operations)
    found: dict[str, EntityField] = {}
    names: dict[int | str, str] = {}
    for one in [*writing, *standard]:
        for field in one.inputs:
            place = _place(one.operation, field.wire)
            if field.identity and names.setdefault(place, field.wire) == field.wire:
                _add(found, field)
    for field in (field for one in writing for field in one.inputs if field.wire in found):
        _add(found, field)
    needed = writing[:1] or standard
    return [
        replace(field, required=all(_requires(one, field.wire) for one in needed), immutable=True)
        for field in sorted(found.values(), key=lambda one: PATH not in one.places)
    ]


def _place(operation: Operation, wire: str) -> int | str:
    """Return which segment of the path a parameter is; its name where it stands for several."""
    reserved = any(one.wire == wire and one.allow_reserved for one in operation.parameters)
    segments = operation.path.split("/")
    places = [index for index, segment in enumerate(segments) if f"{{{wire}}}" in segment]
    return places[0] if places and not reserved else wire


def _requires(operation: EntityOperation, wire: str) -> bool:
    return any(field.wire == wire and field.required for field in operation.inputs)


def _merged(writing: Sequence[EntityOperation]) -> Iterator[EntityField]:
    """Yield what create and update take; what update cannot change is immutable."""
    found: dict[str, EntityField] = {}
    for one in writing:
        for field in one.inputs:
            _add(found, field)
    updating = [one for one in writing if one.role is Role.UPDATE]
    changeable = {field.wire for one in updating for field in one.inputs}
    needed = {field.wire for one in writing[:1] for field in one.inputs if field.required}
    for wire, field in found.items():
        fixed = field.immutable or (BODY in field.places and wire not in changeable)
        as_is = (field.required, field.immutable) == (wire in needed, fixed)
        yield field if as_is else replace(field, required=wire in needed, immutable=fixed)


def _outputs(operations: Sequence[EntityOperation]) -> TypeRef | None:
    for role in (Role.READ, Role.CREATE, Role.UPDATE):
        for one in operations:
            if one.role is role and one.outputs is not None:
                return one.outputs
    return None


def _fold(name: str) -> str:
    return "".join(words(name)).casefold()
