"""Schemas of the normal form → types and models."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from specmill.document.document import Document
from specmill.lower.all_of import is_annotation, merge
from specmill.lower.constraints import bounds_of, constant_of, default_of, docs_of
from specmill.lower.discriminators import (
    COMPONENTS,
    Subtypes,
    tell_apart,
    union_of_subtypes,
)
from specmill.lower.inline_objects import (
    Use,
    digest_of,
    identity,
    of_one,
    short_title,
    without_name,
)
from specmill.lower.scalars import NULL, enum_identity, is_literal, scalar_of
from specmill.lower.variants import variant_words
from specmill.model.api import Docs, EnumValue, Field, Model, ModelKind
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    TypeRef,
    UnionOf,
)


@dataclass(slots=True)
class Schemas:
    """Lowers the schemas of one document; every model that comes up is kept in ``models``.

    ``uses`` tells where each inline model stands, by its key, for :mod:`specmill.lower.names`.
    """

    document: Document
    models: dict[str, Model] = field(default_factory=dict)
    uses: list[tuple[str, Use]] = field(default_factory=list)
    twins: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Pointers of the inline objects that are the model of a key, too."""
    _subtypes: Subtypes = field(init=False)
    _enum_keys: dict[tuple[Any, ...], str] = field(default_factory=dict)
    _object_keys: dict[tuple[Any, ...], str] = field(default_factory=dict)
    _written_keys: dict[tuple[str, bytes | None], str] = field(default_factory=dict)
    _in_progress: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._subtypes = Subtypes(self._components())

    def lower_components(self) -> None:
        """Lower every schema under ``components``, used or not."""
        components = self._components()
        for name, schema in components.items():
            if isinstance(schema, Mapping) and "enum" in schema:
                self._enum_keys.setdefault(enum_identity(schema["enum"]), name)
        for name, schema in components.items():
            self.models[name] = self._component(name, schema)

    def type_of(self, schema: Any, pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema.

        Args:
            schema: A schema of the normal form (JSON Schema 2020-12, so ``true`` and ``false``
                too).
            pointer: JSON pointer of the schema, which becomes the key of an inline model.
            use: Where it stands.
        """
        if not isinstance(schema, Mapping) or not schema:
            return Anything()
        if "$ref" in schema or "allOf" in schema:
            return self._composed(schema, pointer, use)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                return self._union(schema, keyword, pointer, use)
        if "const" in schema:
            value = schema["const"]
            return LiteralOf((value,), open=False) if is_literal(value) else Anything()
        if "enum" in schema:
            return self._enum(schema, pointer, use)
        declared = schema.get("type")
        if isinstance(declared, list):
            return join_types(
                self.type_of({**schema, "type": one}, pointer, use) for one in declared
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
        return self._named_union(pointer, type_, use, Docs())

    def named(self, type_: TypeRef, key: str, use: Use) -> TypeRef:
        """Give a type a name, where it has none and is not just any value."""
        if isinstance(type_, Named | Anything):
            return type_
        self.models[key] = _alias("", type_, Docs(), key)
        self.uses.append((key, use))
        return Named(key)

    def flatten(self, schema: Any) -> Mapping[str, Any]:
        """Follow references and merge ``allOf``: the schema with its own ``properties``."""
        if not isinstance(schema, Mapping):
            return {}
        if "$ref" in schema or "allOf" in schema:
            return merge(schema, self.document.resolve)
        return schema

    # -- components ------------------------------------------------------------------------------

    def _components(self) -> Mapping[str, Any]:
        components: Mapping[str, Any] = self.document.root.get("components", {})
        schemas: Mapping[str, Any] = components.get("schemas", {})
        return schemas

    def _component(self, name: str, schema: Any) -> Model:
        pointer = f"/components/schemas/{_escape(name)}"
        if not isinstance(schema, Mapping):
            return _alias(name, Anything(), Docs(), pointer)
        if _has_names(schema) and "allOf" not in schema:
            return self._enum_model(name, schema, pointer)
        flat = self.flatten(schema) if "allOf" in schema else schema
        if is_object(flat, named=True):
            return self._object(name, flat, pointer, Use(name))
        return _alias(name, self.type_of(schema, pointer, Use(name)), docs_of(schema), pointer)

    # -- composition -----------------------------------------------------------------------------

    def _composed(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        if all(keyword in {"$ref", "allOf"} or is_annotation(keyword) for keyword in schema):
            members = [*schema.get("allOf", ())]
            if "$ref" in schema:
                members.append({"$ref": schema["$ref"]})
            if len(members) == 1:
                if "$ref" in members[0] and len(members[0]) == 1:
                    return self._reference(members[0]["$ref"], use)
                return self.type_of(members[0], f"{pointer}/allOf/0", use)
        return self.type_of(merge(schema, self.document.resolve), pointer, use)

    def _reference(self, reference: str, use: Use) -> TypeRef:
        if reference.startswith(COMPONENTS):
            name = reference.removeprefix(COMPONENTS).replace("~1", "/").replace("~0", "~")
            if name in self._components():
                return self._polymorphic(name)
        pointer = reference.removeprefix("#")
        if pointer in self.models:
            return Named(pointer)
        if pointer in self._in_progress:
            return Anything()
        self._in_progress.add(pointer)
        try:
            return self.type_of(self.document.resolve(reference), pointer, use)
        finally:
            self._in_progress.discard(pointer)

    def _polymorphic(self, name: str) -> TypeRef:
        """Return a component's type: itself, or a union with the subtypes that it tells apart."""
        schema = self._components()[name]
        if _is_null(schema):
            return NULL  # an alias of None has no `|`
        discriminator = schema.get("discriminator") if isinstance(schema, Mapping) else None
        if not isinstance(discriminator, Mapping) or "oneOf" in schema or "anyOf" in schema:
            return Named(name)
        key = f"/components/schemas/{_escape(name)}/discriminator"
        if key in self.models:
            return Named(key)
        subtypes = self._subtypes.of(name)
        if not subtypes:
            return Named(name)
        union = union_of_subtypes(name, subtypes, discriminator)
        return self._named_union(key, union, Use(f"Any {name}"), Docs())

    def _union(self, schema: Mapping[str, Any], keyword: str, pointer: str, use: Use) -> TypeRef:
        shared = {
            key: value
            for key, value in schema.items()
            if key not in {keyword, "discriminator"} and not is_annotation(key)
        }
        members: list[TypeRef] = []
        variants = schema[keyword]
        for index, (member, word) in enumerate(zip(variants, variant_words(variants), strict=True)):
            whole = member
            if "properties" in shared and isinstance(member, Mapping):
                whole = merge({**shared, "allOf": [member]}, self.document.resolve)
            place = replace(use, member=f"{use.member} {word}".strip())
            members.append(self.type_of(whole, f"{pointer}/{keyword}/{index}", place))
        joined = join_types(members)
        discriminator = schema.get("discriminator")
        if isinstance(discriminator, Mapping) and isinstance(joined, UnionOf):
            union = tell_apart(joined, discriminator)
            if pointer.startswith("/components/schemas/") and pointer.count("/") == 3:
                return union  # the component itself is its name
            return self._named_union(pointer, union, use, docs_of(schema))
        return joined

    def _named_union(self, key: str, union: UnionOf, use: Use, docs: Docs) -> TypeRef:
        """Make a model of a union that a property tells apart; null stays outside."""
        members = tuple(member for member in union.members if member != NULL)
        target = UnionOf(members, union.discriminator, union.mapping)
        self.models[key] = Model(key, "", "", ModelKind.ALIAS, docs, target=target, pointer=key)
        self.uses.append((key, use))
        nullable = len(members) != len(union.members)
        return join_types((Named(key), NULL)) if nullable else Named(key)

    # -- plain types -----------------------------------------------------------------------------

    def _plain(self, schema: Mapping[str, Any], declared: Any, pointer: str, use: Use) -> TypeRef:
        if declared == "null" and _describes_object(schema):
            return NULL
        if declared == "array" or (
            declared is None and ("items" in schema or "prefixItems" in schema)
        ):
            item = schema.get("items", True)
            place = replace(use, member=of_one(use.member) or "item")
            return ListOf(self.type_of(item, f"{pointer}/items", place))
        if is_object(schema, named=False):
            return Named(self._inline_object(schema, pointer, use))
        if declared == "object" or _describes_object(schema):
            return MapOf(self._extra(schema, pointer, use) or Anything())
        return scalar_of(schema) or Anything()

    def _inline_object(self, schema: Mapping[str, Any], pointer: str, use: Use) -> str:
        """Lower an inline object; return its key, which equal ones under one heading share."""
        use = replace(use, title=short_title(schema.get("title", "")))
        digest = digest_of(schema) if use.heading else None
        written = (use.heading, digest) if digest else (pointer, None)
        key = self._written_keys.get(written)
        if key is None:
            key = self._written_keys[written] = self._lowered_object(schema, pointer, use)
        self.uses.append((key, use))
        if key != pointer:
            self.twins[key].append(pointer)
        return key

    def _lowered_object(self, schema: Mapping[str, Any], pointer: str, use: Use) -> str:
        if pointer in self.models:
            self.models[pointer] = self._object(pointer, schema, pointer, use)
            return pointer
        self.models[pointer] = _placeholder(pointer)
        known_uses = len(self.uses)
        model = self._object(pointer, schema, pointer, use)
        key = self._object_keys.setdefault(identity(model, use), pointer)
        if key == pointer:
            self.models[pointer] = model
            return pointer
        del self.models[pointer]
        del self.uses[known_uses:]  # its parts are those of the other one
        if self.models[key].docs != model.docs:
            self.models[key] = replace(self.models[key], docs=Docs())
        return key

    def _object(self, key: str, schema: Mapping[str, Any], pointer: str, use: Use) -> Model:
        required = set(schema.get("required", ()))
        properties = dict(schema.get("properties", {}))
        properties.update(
            {name: True for name in schema.get("required", ()) if name not in properties}
        )
        fields = tuple(
            self._field(
                name, declared, name in required, f"{pointer}/properties/{_escape(name)}", use
            )
            for name, declared in properties.items()
        )
        return Model(
            key=key,
            wire=key if not key.startswith("/") else "",
            name="",
            kind=ModelKind.OBJECT,
            docs=docs_of(schema),
            fields=fields,
            extra=self._extra(schema, pointer, use),
            pointer=pointer,
        )

    def _field(self, wire: str, schema: Any, required: bool, pointer: str, use: Use) -> Field:
        place = Use(use.owner if not use.member else f"{use.owner} {use.member}", wire)
        type_ = self.type_of(schema, pointer, place)
        if not isinstance(schema, Mapping):
            return Field(wire, wire, type_, required)
        return Field(
            wire=wire,
            name=str(schema.get("x-specmill-name", wire)),
            type=type_,
            required=required,
            docs=without_name(docs_of(schema), schema),
            default=default_of(schema),
            read_only=schema.get("readOnly") is True,
            write_only=schema.get("writeOnly") is True,
            bounds=bounds_of(schema),
            constant=constant_of(schema, self.document.resolve),
            secret=schema.get("format") == "password",
        )

    def _extra(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef | None:
        """Return the type of undeclared properties, ``None`` when nothing is said of them."""
        additional = schema.get("additionalProperties")
        if additional is None and "patternProperties" not in schema:
            return None
        place = replace(use, member=f"{use.member} value".strip())
        found: list[TypeRef] = []
        if additional is True:
            found.append(Anything())
        elif isinstance(additional, Mapping):
            found.append(self.type_of(additional, f"{pointer}/additionalProperties", place))
        for pattern, value in schema.get("patternProperties", {}).items():
            found.append(
                self.type_of(value, f"{pointer}/patternProperties/{_escape(pattern)}", place)
            )
        return join_types(found) if found else None

    # -- enumerations ----------------------------------------------------------------------------

    def _enum(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef:
        values = tuple(value for value in schema["enum"] if value is not None)
        nullable = len(values) != len(schema["enum"])
        result: TypeRef
        if not values:
            return NULL if nullable else Anything()
        if not all(is_literal(value) for value in values):
            return Anything()
        if len(values) == 1 or all(isinstance(value, bool) for value in values):
            result = LiteralOf(values)
        else:
            key = self._enum_keys.setdefault(enum_identity(schema["enum"]), pointer)
            if key not in self._components():
                if key not in self.models:
                    self.models[key] = self._enum_model(key, schema, key)
                self.uses.append((key, use))
            result = Named(key)
        return join_types((result, NULL)) if nullable else result

    def _enum_model(self, key: str, schema: Mapping[str, Any], pointer: str) -> Model:
        about: Mapping[str, Any] = schema.get("x-specmill-enum", {})
        values = tuple(
            EnumValue(value, docs_of(about.get(str(value), {})))
            for value in schema["enum"]
            if is_literal(value) and value is not None
        )
        target: TypeRef = LiteralOf(tuple(value.value for value in values))
        if None in schema["enum"]:
            target = join_types((target, NULL))
        inline = pointer.startswith("/components/schemas/") is False or key.startswith("/")
        return Model(
            key=key,
            wire="" if inline else key,
            name="",
            kind=ModelKind.ENUM,
            docs=Docs() if inline else docs_of(schema),
            values=values,
            target=target,
            pointer=pointer,
        )


def is_object(schema: Mapping[str, Any], *, named: bool) -> bool:
    """Tell whether a schema becomes a model with fields rather than a map or another type.

    A named one without properties is a model too unless it speaks of additional properties, so that
    an empty message keeps its name.
    """
    if schema.get("properties"):
        return schema.get("type", "object") in (
            "object",
            ["object"],
            ["object", "null"],
            ["null", "object"],
        )
    if not named or any(
        keyword in schema for keyword in ("oneOf", "anyOf", "const", "enum", "$ref", "allOf")
    ):
        return False
    free = schema.get("additionalProperties") not in (None, False) or "patternProperties" in schema
    return schema.get("type") == "object" and not free


def join_types(members: Iterable[TypeRef]) -> TypeRef:
    """Return the union of types, flat and without repetition; a single one stays itself."""
    flat: list[TypeRef] = []
    for member in members:
        parts = (
            member.members
            if isinstance(member, UnionOf) and not member.discriminator
            else (member,)
        )
        flat.extend(part for part in parts if part not in flat)
    if not flat or any(isinstance(part, Anything) for part in flat):
        return Anything()
    flat.sort(key=lambda part: part == NULL)
    return flat[0] if len(flat) == 1 else UnionOf(tuple(flat))


def _is_null(schema: Any) -> bool:
    if not isinstance(schema, Mapping):
        return False
    single = schema.get("enum", [schema.get("const", 0)])
    return schema.get("type") in ("null", ["null"]) or single == [None]


def _has_names(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema lists scalars, other than null alone."""
    values = [value for value in schema.get("enum", ()) if value is not None]
    return bool(values) and all(is_literal(value) for value in values)


def _describes_object(schema: Mapping[str, Any]) -> bool:
    return any(
        keyword in schema for keyword in ("additionalProperties", "patternProperties", "properties")
    )


def _alias(name: str, target: TypeRef, docs: Docs, pointer: str) -> Model:
    return Model(name or pointer, name, "", ModelKind.ALIAS, docs, target=target, pointer=pointer)


def _placeholder(pointer: str) -> Model:
    return Model(pointer, "", "", ModelKind.OBJECT, pointer=pointer)


def _escape(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
