"""Schema Objects of any kind to types and models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.pointers import escape, unescape
from specmill.lower.keywords import (
    COMPONENTS,
    default_of,
    docs_of,
    examples_of,
    is_annotation,
    is_enum_of_gnostic,
    is_literal,
    is_silent,
    join_types,
    plain_type,
    referred,
    scalar_of,
    type_of_values,
)
from specmill.lower.schemas.alias_cycles import without_circles
from specmill.lower.schemas.arrays import array_type
from specmill.lower.schemas.context import SchemaContext
from specmill.lower.schemas.depth import refuse_depth
from specmill.lower.schemas.dynamic import DynamicScope
from specmill.lower.schemas.enums import Enums, has_names
from specmill.lower.schemas.inline_objects import Use
from specmill.lower.schemas.nullable_objects import NullableObjects, says_null
from specmill.lower.schemas.objects import (
    Objects,
    describes_object,
    is_conditional,
    is_object,
    with_conditional,
)
from specmill.lower.schemas.tags import Tags
from specmill.lower.schemas.unions import Unions
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import Docs, Model, ModelKind
from specmill.model.types import (
    NULL,
    Anything,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.values import dataclass, replace

_DEFINITIONS = ("$defs", "definitions")


def lower_schemas(document: Document, report: Report, is_kept: Callable[[str], bool]) -> Schemas:
    """Lower every schema under ``components``, used or not.

    Args:
        document: The normal form.
        report: Takes what no value can fit.
        is_kept: Tells whether the schema at a pointer had a model before.
    """
    refuse_depth(document)
    schemas = Schemas(document, report, is_kept=is_kept)
    schemas.lower_components()
    return schemas


@dataclass(slots=True)
class Schemas(SchemaContext):
    """Lowers the schemas of one document: tells the kind of each, and asks who lowers that kind."""

    _objects: Objects = field(init=False)
    _unions: Unions = field(init=False)
    _enums: Enums = field(init=False)
    _dynamic: DynamicScope = field(init=False)
    _nullable: NullableObjects = field(init=False)
    _in_progress: set[str] = field(default_factory=set)
    _merging: set[int] = field(default_factory=set)
    """Schemas with keywords beside what they include, by identity, while they are lowered."""
    _recursive: set[str] = field(default_factory=set)
    """Inline schemas that contain themselves without an object between."""
    _told: set[tuple[str, str]] = field(default_factory=set)
    _tags: Tags = field(init=False)
    _flat: dict[Any, Mapping[str, Any]] = field(default_factory=dict)
    """What references come to, with what holds under conditions only."""
    _has_components: bool = False
    """The components are lowered."""

    def __post_init__(self) -> None:
        SchemaContext.__post_init__(self)
        self._objects = Objects(self)
        self._unions = Unions(self)
        self._enums = Enums(self.components, self.models, self.uses, self.twins, self.is_kept)
        self._dynamic = DynamicScope(self.document, self.report)
        self._tags = Tags(self.models, self.uses, self._unions.family, self._warn)
        self._nullable = NullableObjects(self.components, self.document.resolve, self.flatten)

    def lower_components(self) -> None:
        """Lower every schema under ``components``, used or not."""
        for name, schema in self.components.items():
            model = self._component(name, schema)
            if isinstance(schema, dict) and ("default" in schema or "examples" in schema):
                model = replace(model, default=default_of(schema), examples=examples_of(schema))
            self.models[name] = model
        self.models.update(without_circles(self.models))
        self._tags.complete(self._unions.extended())
        self._has_components = True

    def fill_tags(self) -> None:
        """Let unions, and their members, know what tells them apart."""
        self._tags.fill(self._unions.extended())

    def told_apart(self, type_: TypeRef, pointer: str, use: Use) -> TypeRef:
        """Return a union that knows what tells its members apart, as soon as these are known."""
        self._tags.place(type_, pointer, use)
        return self._tags.told_apart(type_) if self._has_components else type_

    def _warn(self, what: str, pointer: str) -> None:
        self.report.warn(what, location=self.document.locate(pointer))

    def type_of(self, schema: Any, pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema of any kind."""
        if not isinstance(schema, dict) or not schema:
            return Anything()
        return plain_type(schema) or self._described(schema, pointer, use)

    def _described(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema that says more than one JSON type."""
        self.work.spend()
        if "$ref" in schema or "allOf" in schema:
            return self._composed(schema, pointer, use)
        if "$dynamicRef" in schema:
            return self.type_of(self._dynamic.resolved(schema, pointer), pointer, use)
        if "oneOf" in schema or "anyOf" in schema:
            keyword = "oneOf" if "oneOf" in schema else "anyOf"
            return self._unions.type_of(schema, keyword, pointer, use)
        if "const" in schema:
            return _constant(schema["const"])
        if "enum" in schema:
            return self._enums.type_of(schema, pointer, use)
        declared = schema.get("type")
        if isinstance(declared, list):
            return join_types(
                self.type_of({**schema, "type": one}, pointer, use) if one != "null" else NULL
                for one in declared
            )
        return self._plain(schema, declared, pointer, use)

    def body_type(self, schema: Any, pointer: str, use: Use) -> TypeRef:
        """Return the type of a body; a union of several models is given a name."""
        type_ = self.type_of(schema, pointer, use)
        if not isinstance(type_, UnionOf):
            return type_
        models = [member for member in type_.members if isinstance(member, Named)]
        if len(models) < 2:
            return type_
        return self._unions.named(pointer, type_, use, Docs())

    def named(self, type_: TypeRef, key: str, use: Use) -> TypeRef:
        """Give a type a name, where it has none and is not just any value."""
        if isinstance(type_, Named | Anything):
            return type_
        self.models[key] = _alias("", type_, Docs(), key)
        self.uses.append((key, use))
        return Named(key)

    def flatten(self, schema: Any) -> Mapping[str, Any]:
        """Follow references and merge ``allOf``: the schema with its own ``properties``."""
        if not isinstance(schema, dict):
            return {}
        reference = schema["$ref"] if len(schema) == 1 and "$ref" in schema else None
        if reference in self._flat:
            return self._flat[reference]
        flat: Mapping[str, Any] = schema
        if "$ref" in schema or "allOf" in schema:
            flat = self.merge(schema)
        if is_conditional(flat):
            flat = with_conditional(flat, self.flatten)
        if reference is not None:
            self._flat[reference] = flat
        return flat

    # -- components ------------------------------------------------------------------------------

    def _component(self, name: str, schema: Any) -> Model:
        pointer = f"/components/schemas/{escape(name)}"
        if not isinstance(schema, dict):
            return _alias(name, Anything(), Docs(), pointer, self.bounds_of(schema))
        if has_names(schema) and "allOf" not in schema:
            return self._enums.model(name, schema, pointer)
        flat: Mapping[str, Any] = schema
        if "allOf" in schema or ("$ref" in schema and not self._is_reference(schema, pointer)):
            flat = self._merged(schema, pointer)
        elif is_conditional(schema):
            flat = with_conditional(schema, self.flatten)
        flat = self._unions.without_inherited(name, schema, flat)
        if is_object(flat, named=True) and not self._unions.divides(name, schema):
            if not self._nullable.includes(name) or self._nullable.object_of(name) == name:
                return self._objects.model(name, flat, pointer, Use(name))
            type_ = self._component_type(name)
        else:
            type_ = self.type_of(schema, pointer, Use(name))
        return _alias(name, type_, docs_of(schema), pointer, self.bounds_of(schema))

    def _is_reference(self, schema: Mapping[str, Any], pointer: str) -> bool:
        """Tell whether a component with a `$ref` is another name for its target."""
        if self._dynamic.binds(schema, pointer) or says_null(schema):
            return False
        return bool(referred(schema, self.merge))

    def _component_type(self, name: str) -> TypeRef:
        """Return what a reference to a component means."""
        if not self._nullable.includes(name) or self._unions.divides(name, self.components[name]):
            return self._unions.of_component(name)
        return join_types((self._unions.of_component(self._nullable.object_of(name)), NULL))

    # -- composition -----------------------------------------------------------------------------

    def _composed(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        if len(schema) == 1 and "$ref" in schema:
            return self._reference(schema["$ref"], use)
        schema = self._unions.without_bases(schema)
        if not self._dynamic.binds(schema, pointer):
            reference = referred(schema, self.merge)
            if reference:
                type_ = self._reference(reference, use)
                return join_types((type_, NULL)) if says_null(schema) else type_
            members = [
                (f"{pointer}/allOf/{index}", member)
                for index, member in enumerate(schema.get("allOf", ()))
                if not is_silent(member)
            ]
            if len(members) == 1 and _is_all_of_alone(schema):
                [(place, member)] = members
                return self.type_of(member, place, use)
        merged = self._merged(schema, pointer)
        if id(schema) in self._merging and not is_object(merged, named=False):
            plain = schema.get("$ref")  # it contains itself, narrower
            return self._reference(plain, use) if isinstance(plain, str) else Anything()
        self._merging.add(id(schema))
        try:
            type_ = self.type_of(merged, pointer, use)
        finally:
            self._merging.discard(id(schema))
        return join_types((type_, NULL)) if says_null(schema) else type_

    def _merged(self, schema: Mapping[str, Any], pointer: str) -> Mapping[str, Any]:
        """Merge a schema; members that contradict each other are a finding."""

        def conflict(what: str) -> None:
            if (pointer, what) not in self._told:
                self._told.add((pointer, what))
                self.report.warn(
                    f"the parts of the schema contradict each other: {what}",
                    location=self.document.locate(pointer),
                    hint="the last one is used",
                )

        merged: Mapping[str, Any] = self.merge(schema, conflict)
        merged = self._dynamic.bound(merged, schema, pointer)
        return with_conditional(merged, self.flatten) if is_conditional(merged) else merged

    def _reference(self, reference: str, use: Use) -> TypeRef:
        if reference.startswith(COMPONENTS):
            name = unescape(reference.removeprefix(COMPONENTS))
            if name in self.components:
                return self._component_type(name)
        pointer = reference.removeprefix("#")
        if pointer in self.models:
            self._objects.note_use(pointer)
            return Named(pointer)
        if pointer in self._in_progress:
            self._recursive.add(pointer)
            return Named(pointer)
        target = self.document.resolve(reference)
        *_, owner, holder, name = ["", "", *pointer.split("/")]
        if holder in _DEFINITIONS:
            use = Use(unescape(owner), unescape(name))
        self._in_progress.add(pointer)
        try:
            type_ = self.type_of(target, pointer, use)
        finally:
            self._in_progress.discard(pointer)
        if pointer in self._recursive and pointer not in self.models:
            bounds = self.bounds_of(target)
            self.models[pointer] = _alias("", type_, docs_of(target), pointer, bounds)
            self.uses.append((pointer, use))
            return Named(pointer)
        return type_

    # -- plain types -----------------------------------------------------------------------------

    def _plain(self, schema: Mapping[str, Any], declared: Any, pointer: str, use: Use) -> TypeRef:
        if declared == "array":
            return array_type(self, schema, pointer, use)
        if declared is None and ("items" in schema or "prefixItems" in schema):
            return self._open_array(schema, pointer, use)
        if is_conditional(schema):
            schema = with_conditional(schema, self.flatten)
        if is_object(schema, named=False):
            return Named(self._objects.inline(schema, pointer, use))
        if declared == "object" or (declared is None and describes_object(schema)):
            return MapOf(self._objects.others(schema, pointer, use) or Anything())
        if is_enum_of_gnostic(schema):
            kinds = (ScalarKind.STRING, ScalarKind.INTEGER)
            return join_types(Scalar(kind, "enum") for kind in kinds)
        return scalar_of(schema) or Anything()

    def _open_array(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema that says what an array has, and not that there is one."""
        if (pointer, "items") not in self._told:
            self._told.add((pointer, "items"))
            self.report.warn(
                "`items` without `type`: what is no array fits, too",
                location=self.document.locate(pointer),
                hint="say `type: array` where nothing else comes",
                code="items-without-type",
            )
        return UnionOf((array_type(self, schema, pointer, use), Anything()))


def _constant(value: Any) -> TypeRef:
    if is_literal(value) and value is not None:
        return LiteralOf((value,), open=False)
    return type_of_values([value], is_open=False)


def _is_all_of_alone(schema: Mapping[str, Any]) -> bool:
    return all(keyword == "allOf" or is_annotation(keyword) for keyword in schema)


def _alias(
    name: str, target: TypeRef, docs: Docs, pointer: str, bounds: Bounds = NO_BOUNDS
) -> Model:
    key = name or pointer
    return Model(key, name, "", ModelKind.ALIAS, docs, (), None, (), target, bounds, pointer)
