"""Constraints of a schema beyond the type that it was lowered to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from specmill.document.pointers import unescape
from specmill.lower.keywords.all_of import FURTHER, Merging
from specmill.lower.keywords.discriminators import COMPONENTS
from specmill.lower.keywords.scalars import is_literal
from specmill.lower.keywords.siblings import referred
from specmill.model.constraints import (
    NO_BOUNDS,
    Among,
    Bounds,
    Closed,
    Contains,
    Either,
    InOrder,
    Needs,
    NeedsWith,
    Never,
    Not,
    OfItems,
    OfKind,
    OfMatching,
    OfModel,
    OfNames,
    OfOthers,
    OfProperty,
    Rule,
    Unspoken,
    When,
    both,
)
from specmill.values import dataclass

_BOUND_KEYWORDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_items",
    "maxItems": "max_items",
    "uniqueItems": "unique_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
"""Keywords of JSON Schema Validation, section 6, and the fields of :class:`Bounds` that hold them.
"""
_RULE_KEYWORDS = frozenset(
    {
        *("not", "if", "dependentRequired", "dependentSchemas", "dependencies", "propertyNames"),
        *("contains", "patternProperties", "additionalProperties", "unevaluatedProperties"),
        *("items", "unevaluatedItems", "prefixItems", "oneOf", "anyOf", "const", "enum", FURTHER),
        *("allOf", "$ref"),
    }
)
_TELLING = _RULE_KEYWORDS.union(_BOUND_KEYWORDS)
"""Keywords of schemas that ask anything; most have none."""
_DEEPEST = 4
"""Conditions inside conditions that are put in words; what is deeper stands as it is written."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """Reads the constraints of schemas, which ``merge`` flattens."""

    merge: Merging

    @property
    def resolve(self) -> Callable[[str], Any]:
        """What looks a ``$ref`` up."""
        return self.merge.resolve

    def of(self, schema: Any, seen: tuple[str, ...] = ()) -> Bounds:
        """Return what a schema asks of a value that has the schema's type.

        What the type of a field, of an item or of a model tells is left out; what a component
        asks is told at its own model.
        """
        if schema is False:
            return Bounds(rules=(Never(),))
        if not isinstance(schema, dict) or _TELLING.isdisjoint(schema):
            return NO_BOUNDS
        if _RULE_KEYWORDS.isdisjoint(schema):
            return _plain(schema)
        if "$ref" in schema or "allOf" in schema:
            if len(schema) == 1 and _component(str(schema.get("$ref", ""))):
                return NO_BOUNDS  # the model tells
            return self._composed(schema, seen)
        bounds = _plain(schema, tuple(self._rules(schema, seen)))
        for asked in (self._choices(schema, seen), *map(self.of, schema.get(FURTHER, ()))):
            bounds = both(bounds, asked)
        return bounds

    def of_object(self, schema: Mapping[str, Any]) -> Bounds:
        """Return what a model with fields asks, whose unions only narrow it."""
        bounds = self.of(schema)
        for keyword in ("oneOf", "anyOf"):
            choices = tuple(map(self.whole, schema.get(keyword, ())))
            if any(map(_ask, choices)):
                bounds = both(bounds, Bounds(rules=(Either(choices, keyword == "oneOf"),)))
        return bounds

    def _composed(self, schema: Mapping[str, Any], seen: tuple[str, ...]) -> Bounds:
        reference = referred(schema, self.merge)
        if not reference:
            parts = (schema, *schema.get("allOf", ()))
            included = tuple(str(one["$ref"]) for one in parts if _refers(one))
            if not set(seen).isdisjoint(included):
                return NO_BOUNDS  # it contains itself: told on the first level
            return self.of(self.merge(schema), (*seen, *included))
        if _component(reference) or reference in seen:
            return NO_BOUNDS  # the model tells
        return self.of(self.resolve(reference), (*seen, reference))

    def _rules(
        self, schema: Mapping[str, Any], seen: tuple[str, ...], depth: int = 0
    ) -> Iterator[Rule]:
        yield from self._values(schema)
        yield from self._of_objects(schema, seen, depth)
        yield from self._of_arrays(schema, seen, depth)
        if "not" in schema:
            unwanted = self.whole(schema["not"], depth)
            yield Not(unwanted) if _ask(unwanted) else Never()
        if "if" in schema:
            then, otherwise = schema.get("then", True), schema.get("else", True)
            if then is not True or otherwise is not True:
                when = self.whole(schema["if"], depth)
                yield When(when, self.whole(then, depth), self.whole(otherwise, depth))

    def _values(self, schema: Mapping[str, Any]) -> Iterator[Rule]:
        """Yield the values that no type can list."""
        if "const" in schema:
            if not is_literal(schema["const"]):
                yield Among((_json(schema["const"]),))
        elif not all(map(is_literal, schema.get("enum", ()))):
            yield Among(tuple(_json(value) for value in schema["enum"] if value is not None))

    def _of_objects(
        self, schema: Mapping[str, Any], seen: tuple[str, ...], depth: int
    ) -> Iterator[Rule]:
        if "oneOf" in schema or "anyOf" in schema:
            known = schema.get("properties", {})
            names = tuple(name for name in schema.get("required", ()) if name not in known)
            if names:
                yield Needs(names)
        for name, names in _dependent_names(schema):
            yield NeedsWith(name, names)
        for name, inner in _dependent_schemas(schema):
            yield When(Bounds(rules=(Needs((name,)),)), self.whole(inner, depth))
        if "propertyNames" in schema:
            bounds = self.of(schema["propertyNames"])
            if _ask(bounds):
                yield OfNames(bounds)
        for pattern, inner in schema.get("patternProperties", {}).items():
            yield OfMatching(pattern, self.whole(inner, depth))
        others = others_of(schema)
        if others is False:
            yield Closed()
        elif isinstance(others, dict):
            bounds = self.of(others, seen)
            alone = not {"properties", "patternProperties"} & schema.keys()
            if _ask(bounds):
                yield OfOthers(bounds, alone)

    def _of_arrays(
        self, schema: Mapping[str, Any], seen: tuple[str, ...], depth: int
    ) -> Iterator[Rule]:
        if "prefixItems" in schema:
            yield from self._in_order(schema, seen, depth)
        items = schema.get("items", schema.get("unevaluatedItems", True))
        first = len(schema.get("prefixItems", ()))
        if items is not False and not 0 < schema.get("maxItems", first + 1) <= first:
            bounds = self.of(items, seen)
            if _ask(bounds):
                yield OfItems(bounds)
        if "contains" in schema:
            least, most = schema.get("minContains", 1), schema.get("maxContains")
            yield Contains(self.whole(schema["contains"], depth), least, most)

    def _in_order(
        self, schema: Mapping[str, Any], seen: tuple[str, ...], depth: int
    ) -> Iterator[Rule]:
        prefix = schema["prefixItems"]
        if is_tuple(schema):
            places = tuple(self.of(one, seen) for one in prefix)
        else:
            places = tuple(self.whole(one, depth) for one in prefix)
            rest = schema.get("items", schema.get("unevaluatedItems", True))
            if rest is not True and all(one == self.whole(rest, depth) for one in places):
                return  # the first items are what all are
        if any(map(_ask, places)):
            yield InOrder(places)

    def _choices(self, schema: Mapping[str, Any], seen: tuple[str, ...]) -> Bounds:
        """Return what the members of a union ask; those of different types ask apart."""
        bounds = NO_BOUNDS
        for keyword in ("oneOf", "anyOf"):
            members = schema.get(keyword, ())
            if "properties" in schema:
                continue  # a union of objects, each with these properties
            asked = [self.of(one, seen) for one in members]
            if not any(map(_ask, asked)) or any(map(_has_model, members)):
                continue  # models tell what they ask
            kinds = [_kind(one) for one in members]
            if all(kinds) and len(set(kinds)) == len(kinds):
                for one in asked:
                    bounds = both(bounds, one)
            else:
                choices = tuple(map(self.whole, members))
                bounds = both(bounds, Bounds(rules=(Either(choices, keyword == "oneOf"),)))
        return bounds

    # -- whole schemas ---------------------------------------------------------------------------

    def whole(self, schema: Any, depth: int = 0) -> Bounds:
        """Return all that a schema says, its types and properties, too: a condition in words."""
        if schema is False:
            return Bounds(rules=(Never(),))
        if not isinstance(schema, dict):
            return NO_BOUNDS
        if depth > _DEEPEST:
            return Bounds(rules=(Unspoken(_json(schema)),))
        if "$ref" in schema:
            name = _component(str(schema["$ref"]))
            target = self.resolve(schema["$ref"])
            if name and is_composed(target):
                named = Bounds(rules=(OfModel(name),))
            else:
                named = self.whole(target, depth + 1)
            rest = {key: value for key, value in schema.items() if key != "$ref"}
            return both(named, self.whole(rest, depth + 1))
        bounds = _plain(schema, tuple(self._all_rules(schema, depth + 1)))
        for one in schema.get("allOf", ()):
            bounds = both(bounds, self.whole(one, depth + 1))
        return bounds

    def _all_rules(self, schema: Mapping[str, Any], depth: int) -> Iterator[Rule]:
        values = [schema["const"]] if "const" in schema else schema.get("enum", ())
        if values:
            yield Among(tuple(map(_json, values)))
        elif "type" in schema and not (schema["type"] == "object" and "properties" in schema):
            kinds = schema["type"]
            kinds = tuple(kinds) if isinstance(kinds, list) else (kinds,)
            yield OfKind(kinds, str(schema.get("format", "")))
        if schema.get("required"):
            yield Needs(tuple(schema["required"]))
        for name, inner in schema.get("properties", {}).items():
            bounds = self.whole(inner, depth)
            yield from [OfProperty(name, bounds)] * (bounds != NO_BOUNDS)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                choices = tuple(self.whole(one, depth) for one in schema[keyword])
                yield Either(choices, keyword == "oneOf")
        rest = {key: schema[key] for key in schema if key in _CONDITIONS}
        if rest:
            yield from self._rules(rest, (), depth)


_CONDITIONS = frozenset(
    {
        *("not", "if", "then", "else", "dependentRequired", "dependentSchemas", "propertyNames"),
        *("contains", "minContains", "maxContains", "patternProperties", "additionalProperties"),
        *("items", "prefixItems", "unevaluatedItems", "unevaluatedProperties", "dependencies"),
    }
)


def others_of(schema: Mapping[str, Any]) -> Any:
    """Return the schema of the properties that are not declared; None where it says nothing.

    ``unevaluatedProperties`` is the same in a schema whose parts are merged.
    """
    others = schema.get("additionalProperties")
    return schema.get("unevaluatedProperties") if others is None else others


def is_tuple(schema: Mapping[str, Any]) -> bool:
    """Tell whether all that ``prefixItems`` describe is there in any array that fits."""
    places = len(schema.get("prefixItems", ()))
    least, most = schema.get("minItems", 0), schema.get("maxItems", places)
    return bool(least >= places <= most)


def _ask(bounds: Bounds) -> bool:
    """Tell whether bounds ask anything; most schemas have one value for nothing."""
    return bounds is not NO_BOUNDS and bounds != NO_BOUNDS


def _plain(schema: Mapping[str, Any], rules: tuple[Rule, ...] = ()) -> Bounds:
    found = {_BOUND_KEYWORDS[key]: schema[key] for key in schema if key in _BOUND_KEYWORDS}
    if schema.get("items") is False or schema.get("unevaluatedItems") is False:
        places = len(schema.get("prefixItems", ()))
        found["max_items"] = min(found.get("max_items", places), places)
    return Bounds(**found, rules=rules) if found or rules else NO_BOUNDS


def _refers(part: Any) -> bool:
    return isinstance(part, dict) and "$ref" in part


def _dependent_names(schema: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for keyword in ("dependentRequired", "dependencies"):
        for name, names in schema.get(keyword, {}).items():
            if isinstance(names, list) and names:
                yield name, tuple(names)


def _dependent_schemas(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for keyword in ("dependentSchemas", "dependencies"):
        for name, inner in schema.get(keyword, {}).items():
            if not isinstance(inner, list):
                yield name, inner


def _component(reference: str) -> str:
    name = reference.removeprefix(COMPONENTS)
    return "" if name == reference or "/" in name else unescape(name)


_COMPOSED = frozenset(
    {
        *("properties", "additionalProperties", "patternProperties", "items", "prefixItems"),
        *("allOf", "anyOf", "oneOf", "$ref", "$dynamicRef"),
    }
)


def is_composed(schema: Any) -> bool:
    """Tell whether a schema describes what it holds, or refers to others."""
    return isinstance(schema, dict) and not _COMPOSED.isdisjoint(schema)


def _has_model(schema: Any) -> bool:
    return isinstance(schema, dict) and bool({"properties", "$ref", "allOf"} & schema.keys())


def _kind(schema: Any) -> str:
    kind = schema.get("type", "") if isinstance(schema, dict) else ""
    return kind if isinstance(kind, str) else ""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
