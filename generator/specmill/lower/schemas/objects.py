"""Objects: models with fields, components or inline, and maps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.document.pointers import escape
from specmill.lower.keywords import (
    annotated,
    client_name,
    constant_of,
    default_of,
    docs_of,
    examples_of,
    is_annotation,
    join_types,
    others_of,
    plain_type,
)
from specmill.lower.schemas.context import SchemaContext
from specmill.lower.schemas.inline_objects import (
    Use,
    digest_of,
    of_map,
    outline,
    says_the_same,
    short_title,
    without_name,
)
from specmill.model.models import Docs, Field, Model, ModelKind
from specmill.model.types import Anything, TypeRef
from specmill.values import dataclass, replace

_OBJECT_TYPES = ("object", ["object"], ["object", "null"], ["null", "object"])
_CONDITIONAL = ("then", "else")
_CONDITIONS = frozenset({*_CONDITIONAL, "dependentSchemas", "dependentRequired"})
FIELD_BEHAVIOR = "x-specmill-field-behavior"
_FARTHEST = 10
"""References that are followed to find what is said of a field."""


@dataclass(slots=True)
class Objects:
    """Lowers the objects of one document; equal inline objects under one heading are one model."""

    context: SchemaContext
    _alike: defaultdict[tuple[str, tuple[str, ...]], list[Model]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Objects of one outline that say different things."""
    _written: dict[tuple[str, bytes | None], str] = field(default_factory=dict)
    _open: dict[bytes | None, str] = field(default_factory=dict)
    """Objects that are being lowered, by their digest: one that comes up inside itself, extended
    by ``allOf``, is the same."""
    _circular: set[str] = field(default_factory=set)
    """Keys of those that did come up inside themselves."""
    _lowering: set[str] = field(default_factory=set)
    """Pointers of those that are being lowered."""

    def inline(self, schema: Mapping[str, Any], pointer: str, use: Use) -> str:
        """Lower an inline object; return its key, which equal ones under one heading share."""
        title = short_title(schema.get("title", ""))
        if title != use.title:
            use = replace(use, title=title)
        digest = digest_of(schema)
        around = self._open.get(digest)
        if around is not None:
            self._circular.add(around)
            return around
        written = (use.heading, digest) if use.heading and digest else (pointer, None)
        key = self._written.get(written)
        if key is None:
            if digest is not None:
                self._open[digest] = pointer
            key = self._written[written] = self._lowered(schema, pointer, use)
            self._open.pop(digest, None)
        self.context.uses.append((key, use))
        if key != pointer:
            self.context.twins[key].append(pointer)
        return key

    def note_use(self, pointer: str) -> None:
        """Take note of a reference: an object that is referred to from inside keeps its key."""
        if pointer in self._lowering:
            self._circular.add(pointer)

    def _lowered(self, schema: Mapping[str, Any], pointer: str, use: Use) -> str:
        models, uses = self.context.models, self.context.uses
        if pointer in models:
            models[pointer] = self.model(pointer, schema, pointer, use)
            return pointer
        models[pointer] = Model(pointer, "", "", ModelKind.OBJECT, pointer=pointer)
        known_uses = len(uses)
        self._lowering.add(pointer)
        model = self.model(pointer, schema, pointer, use)
        self._lowering.discard(pointer)
        alike = self._alike[outline(model, use)]
        key = next((one.key for one in alike if says_the_same(one, model)), "")
        if not key:
            alike.append(model)
            key = pointer
        if key == pointer or pointer in self._circular:
            models[pointer] = model
            return pointer
        del models[pointer]
        del uses[known_uses:]  # its parts are those of the other one
        if models[key].docs != model.docs:
            models[key] = replace(models[key], docs=Docs())
        return key

    def model(self, key: str, schema: Mapping[str, Any], pointer: str, use: Use) -> Model:
        """Return the model of an object with properties of its own."""
        required = set(schema.get("required", ()))
        properties = dict(schema.get("properties", {}))
        properties.update(
            {name: True for name in schema.get("required", ()) if name not in properties}
        )
        owner = use.owner if not use.member else f"{use.owner} {use.member}"
        fields = tuple(
            self._field(name, declared, name in required, pointer, owner)
            for name, declared in properties.items()
        )
        return Model(
            key=key,
            wire=key if not key.startswith("/") else "",
            name="",
            kind=ModelKind.OBJECT,
            docs=docs_of(schema),
            fields=fields,
            extra=self.others(schema, pointer, use),
            secret_extra=self.context.secrets.has_extras(schema),
            bounds=self.context.bounds_of(schema),
            pointer=pointer,
        )

    def _field(self, wire: str, schema: Any, required: bool, around: str, owner: str) -> Field:
        self.context.work.spend()
        if not isinstance(schema, dict):
            return Field(wire, wire, Anything(), required, bounds=self.context.bounds_of(schema))
        type_: TypeRef | None = plain_type(schema)
        if type_ is not None and _PLAIN.issuperset(schema):
            secret = schema.get("format") == "password"
            docs, examples = docs_of(schema), examples_of(schema)
            return Field(
                *(wire, wire, type_, required), docs=docs, secret=secret, examples=examples
            )
        if type_ is None:
            place = f"{around}/properties/{escape(wire)}"
            type_ = self.context.type_of(schema, place, Use(owner, wire))
        if "allOf" in schema:
            schema = annotated(schema)
        if FIELD_BEHAVIOR in schema:
            self.context.speaks_of_entities = True
        about = self._annotated(schema) if "$ref" in schema else schema
        docs = docs_of(schema)
        return Field(
            wire=wire,
            name=client_name(schema, wire),
            type=type_,
            required=required,
            docs=without_name(docs, schema) if "properties" in schema else docs,
            default=default_of(schema),
            read_only=about.get("readOnly") is True,
            write_only=about.get("writeOnly") is True,
            bounds=self.context.bounds_of(schema),
            constant=constant_of(schema, self.context.document.resolve),
            secret=self.context.secrets.has(schema),
            examples=examples_of(schema),
        )

    def _annotated(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Add what the schema behind a ``$ref`` says of all its uses, but for its prose."""
        for _ in range(_FARTHEST):
            if "$ref" not in schema:
                break
            target = self.context.document.resolve(schema["$ref"])
            if not isinstance(target, dict):
                break
            own = {key: schema[key] for key in schema if key != "$ref"}
            behind = {key: target[key] for key in _BEHIND if key in target}
            schema = {**behind, **own}
        return schema

    def others(self, schema: Mapping[str, Any], pointer: str, use: Use) -> TypeRef | None:
        """Return the type of undeclared properties, ``None`` when nothing is said of them."""
        additional = others_of(schema)
        if additional is None and "patternProperties" not in schema:
            return None
        place = replace(use, member=of_map(use.member))
        found: list[TypeRef] = []
        if additional is True or additional is None:
            found.append(Anything())
        elif isinstance(additional, dict):
            keyword = (
                "additionalProperties"
                if "additionalProperties" in schema
                else "unevaluatedProperties"
            )
            found.append(self.context.type_of(additional, f"{pointer}/{keyword}", place))
        for pattern, value in schema.get("patternProperties", {}).items():
            inner = f"{pointer}/patternProperties/{escape(pattern)}"
            found.append(self.context.type_of(value, inner, place))
        return join_types(found) if found else None


_PLAIN = frozenset({"type", "format", "title", "description", "examples"})
"""Keywords that ask nothing beyond the type; most fields of most documents have no other."""
_BEHIND = ("$ref", "readOnly", "writeOnly", "format")


def with_conditional(schema: Mapping[str, Any], resolved: Any) -> Mapping[str, Any]:
    """Give an object the properties that it has under a condition only, as optional ones.

    Args:
        schema: The object, merged.
        resolved: Flattens the schemas that conditions add.
    """
    found: dict[str, list[Any]] = {}
    needed = [name for names in schema.get("dependentRequired", {}).values() for name in names]
    for part in _conditional_parts(schema):
        flat = resolved(part)
        needed += flat.get("required", ())
        for name, declared in flat.get("properties", {}).items():
            if declared is not False:
                found.setdefault(name, []).append(declared)
    known = schema.get("properties", {})
    always = _always(schema, resolved)
    for name in needed:
        found.setdefault(name, [True])
    added = {
        name: _either(declared, is_whole=name in always)
        for name, declared in found.items()
        if name not in known
    }
    return {**schema, "properties": {**known, **added}} if added else schema


def _either(declared: list[Any], *, is_whole: bool) -> Any:
    """Return what a property is under one of several conditions, or under none."""
    declared = list(_alternatives(declared))
    if len(declared) == 1 and (is_whole or declared[0] is True):
        return declared[0]
    said = declared[0] if len(declared) == 1 and isinstance(declared[0], dict) else {}
    about = {key: value for key, value in said.items() if is_annotation(key)}
    return {**about, "anyOf": [*declared, *([] if is_whole else [True])]}


def _alternatives(declared: list[Any]) -> Iterator[Any]:
    """Yield what is different of some schemas, one by one where a condition had several."""
    seen: list[Any] = []
    pending = declared[::-1]
    while pending:
        one = pending.pop()
        if isinstance(one, dict) and one.keys() == {"anyOf"}:
            pending += reversed(one["anyOf"])
        elif one not in seen:
            seen.append(one)
            yield one


def _always(schema: Mapping[str, Any], resolved: Any) -> set[str]:
    """Return the properties of which something is said whatever the condition is."""
    if not all(keyword in schema for keyword in _CONDITIONAL):
        return set()
    first, second = (resolved(schema[keyword]).get("properties", {}) for keyword in _CONDITIONAL)
    return {*first} & {*second}


def _conditional_parts(schema: Mapping[str, Any]) -> Iterator[Any]:
    for keyword in _CONDITIONAL:
        if keyword in schema:
            yield schema[keyword]
    yield from schema.get("dependentSchemas", {}).values()


def is_conditional(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema asks for more under a condition."""
    return not _CONDITIONS.isdisjoint(schema)


def is_object(schema: Mapping[str, Any], *, named: bool) -> bool:
    """Tell whether a schema becomes a model with fields rather than a map or another type.

    A named one without properties is a model too unless it speaks of additional properties, so that
    an empty message keeps its name.
    """
    if schema.get("properties"):
        return schema.get("type", "object") in _OBJECT_TYPES
    if not named or any(
        keyword in schema for keyword in ("oneOf", "anyOf", "const", "enum", "$ref", "allOf")
    ):
        return False
    free = others_of(schema) not in (None, False) or "patternProperties" in schema
    return schema.get("type") == "object" and not free


def describes_object(schema: Mapping[str, Any]) -> bool:
    """Tell whether keywords speak of an object, whatever ``type`` says."""
    return any(
        keyword in schema for keyword in ("additionalProperties", "patternProperties", "properties")
    )
