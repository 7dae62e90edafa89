"""Made-up values that fit schemas: the spec's examples first, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from enum import Enum, auto
from random import Random
from typing import Any, TypeVar

from ...data.json_shapes import is_object
from ...data.wire import json_bytes
from .checking import Checker
from .document import Located, Spec
from .expressions import matches
from .formats import text_of_format
from .merging import CHOICES, NOTHING, PATTERNS, Schema, both, merged, references
from .patterns import UnmadeError, text_like
from .telling import examples, format_of, is_null, is_told, needed, type_of, unmerged

T = TypeVar("T")

_DEEPEST = 12
"""Levels of what is not required that are made up."""
_BREADTH = 3
"""… in full; below them an array has one item, and an object what it must have."""


class Fields(Enum):
    """Which fields objects get; the next ones where a value does not fit with those before."""

    ALL = auto()
    FITTING = auto()
    REQUIRED = auto()


class Maker:
    """Makes up values that a service may answer, or a caller send."""

    def __init__(self, spec: Spec, seed: int, *, sent: bool = False) -> None:
        self._spec = spec
        self._seed = seed
        self._checker = Checker(spec, sent=sent)

    def value(self, schema: Located, key: str) -> Any:
        """Make up a value.

        Args:
            schema: What it is to fit.
            key: What it is made for; the same key gives the same value.

        Raises:
            UnmadeError: None was found that fits.
        """
        failed: list[UnmadeError] = []
        for fields in Fields:
            try:
                value = self._making(key, fields).value(schema.node, "value", 0, ())
            except UnmadeError as error:
                failed.append(error)
                continue
            problem = self._checker.problem(value, schema)
            if problem is None:
                return value
            failed.append(UnmadeError(f"{problem} ({problem.pointer})"))
        raise failed[0]

    def needed(self, schema: Schema, key: str) -> Any:
        """Make up the fields alone that a value must have, as :meth:`value`."""
        return self._making(key, Fields.ALL).value(unmerged(needed(schema)), "value", 0, ())

    def _making(self, key: str, fields: Fields) -> _Making:
        random = Random(f"{self._seed} {key}")  # noqa: S311 - nothing secret
        return _Making(self._spec, self._checker, random, fields, first=self._seed == 0)

    def example(self, content: Located) -> Any:
        """Return the first example of a body that fits it, None without one."""
        schema = content.child("schema")
        told = merged(self._spec, schema.node)
        for one in _examples_of_content(self._spec, content):
            if is_told(told, one) and self._checker.fits(one, schema):
                return deepcopy(one)
        return None


def _examples_of_content(spec: Spec, content: Located) -> Iterator[Any]:
    if "example" in (content.node or {}):
        yield content.node["example"]
    for _, one in content.children("examples"):
        found = spec.follow(one).node
        yield from (found[key] for key in ("dataValue", "value") if key in (found or {}))


class _Making:
    """One value that is made up."""

    def __init__(
        self, spec: Spec, checker: Checker, random: Random, fields: Fields, *, first: bool
    ) -> None:
        self._spec = spec
        self._checker = checker
        self._random = random
        self._fields = fields
        self._first = first
        """Whether the first of several is taken, and not any."""
        self._absent = "readOnly" if checker.sent else "writeOnly"

    def value(self, node: Any, name: str, depth: int, seen: tuple[str, ...]) -> Any:
        """Make up a value of a schema, which is called by the name of its field."""
        inside = (*seen, *references(node))
        if any(inside.count(one) > 1 for one in inside[len(seen) :]):
            raise UnmadeError(f"{inside[-1]} is in itself")
        schema = merged(self._spec, node)
        for example in self._ordered(list(examples(schema))):
            if is_told(schema, example) and self._checker.fits(example, Located(node, "")):
                return deepcopy(example)
        return self._of(schema, name, depth, inside)

    def _of(self, schema: Schema, name: str, depth: int, seen: tuple[str, ...]) -> Any:
        if schema.get(CHOICES):
            return self._chosen(schema, name, depth, seen)
        if "const" in schema:
            return deepcopy(schema["const"])
        if schema.get("enum"):
            known = [one for one in schema["enum"] if one is not None]
            return deepcopy(self._ordered(known or schema["enum"])[0])
        return self._of_type(type_of(schema), schema, name, depth, seen)

    def _of_type(
        self, kind: str, schema: Schema, name: str, depth: int, seen: tuple[str, ...]
    ) -> Any:
        match kind:
            case "object":
                return self._object(schema, depth, seen)
            case "array":
                return self._array(schema, name, depth, seen)
            case "string":
                return self._text(schema, name)
            case "integer" | "number":
                return self._integer(schema) if kind == "integer" else self._number(schema)
            case "boolean":
                return self._first or self._random.random() < 0.5
            case "null":
                return None
            case _ if kind == NOTHING:
                raise UnmadeError(f"{name} is to be of types that exclude each other")
            case _:
                pass
        known: tuple[Any, ...] = (name, {}, 1, [])
        for value in known:
            if self._checker.fits(value, Located(unmerged(schema), "")):
                return value
        raise UnmadeError(f"nothing fits {name}")

    def _ordered(self, values: list[T]) -> list[T]:
        return values if self._first else self._random.sample(values, len(values))

    # -- alternatives ---------------------------------------------------------------------------

    def _chosen(self, schema: Schema, name: str, depth: int, seen: tuple[str, ...]) -> Any:
        """Make a value of the first alternatives of which one can be made."""
        rest = {key: value for key, value in schema.items() if key != CHOICES}
        union, *others = schema[CHOICES]
        members = next(iter(union.values()))
        if others:
            rest[CHOICES] = others
        failed = UnmadeError("there are no alternatives")
        for member in self._ordered(sorted(members, key=is_null)):
            inside = (*seen, *references(member))
            if any(inside.count(one) > 1 for one in inside[len(seen) :]):
                failed = UnmadeError(f"{inside[-1]} is in itself")
                continue
            chosen = both(merged(self._spec, member), rest)
            _tell(chosen, rest.get("discriminator"), member)
            for one in (chosen, needed(chosen)):
                try:
                    value = self._first_of(one, name, depth, inside)
                except UnmadeError as error:
                    failed = error
                    continue
                if self._checker.fits(value, Located(union, "")) or others:
                    return value
                failed = UnmadeError("a value fits several alternatives")
        raise failed

    def _first_of(self, schema: Schema, name: str, depth: int, seen: tuple[str, ...]) -> Any:
        for example in self._ordered(list(examples(schema))):
            fits = self._checker.fits(example, Located(unmerged(schema), ""))
            if fits and is_told(schema, example):
                return deepcopy(example)
        return self._of(schema, name, depth, seen)

    # -- structures -----------------------------------------------------------------------------

    def _object(self, schema: Schema, depth: int, seen: tuple[str, ...]) -> dict[str, Any]:
        required: set[str] = set(schema.get("required") or ())
        properties: Mapping[str, Any] = schema.get("properties") or {}
        made: dict[str, Any] = {}
        for name, node in properties.items():
            if merged(self._spec, node).get(self._absent) is True or node is False:
                continue
            if name in required:
                made[name] = self.value(node, name, depth + 1, seen)
            elif self._goes_deeper(node, depth):
                made.update(self._optional(node, name, depth, seen))
        self._add_needed(schema, made, depth, seen)
        self._tell_kind(schema, made)
        self._fill(schema, made, required, depth, seen)
        return made

    def _optional(
        self, node: Any, name: str, depth: int, seen: tuple[str, ...]
    ) -> Mapping[str, Any]:
        """Make up a field that may be left out, and is where nothing fits it."""
        try:
            value = self.value(node, name, depth + 1, seen)
        except UnmadeError:
            return {}
        is_tried = self._fields is Fields.ALL
        return {name: value} if is_tried or self._checker.fits(value, Located(node, "")) else {}

    def _goes_deeper(self, node: Any, depth: int) -> bool:
        if self._fields is Fields.REQUIRED:
            return False
        if depth < _BREADTH:
            return True
        return depth < _DEEPEST and type_of(merged(self._spec, node)) not in ("array", "object")

    def _add_needed(
        self, schema: Schema, made: dict[str, Any], depth: int, seen: tuple[str, ...]
    ) -> None:
        """Add the fields that others need."""
        properties: Mapping[str, Any] = schema.get("properties") or {}
        dependent: Mapping[str, list[str]] = schema.get("dependentRequired") or {}
        for name in [one for one in dependent if one in made]:
            for other in dependent[name]:
                if other not in made:
                    node = properties.get(other, {})
                    made[other] = self.value(node, other, depth + 1, seen)

    def _tell_kind(self, schema: Schema, made: dict[str, Any]) -> None:
        """Say which of the kinds an object is that may be several, where nothing else tells."""
        kinds = schema.get("discriminator")
        if is_object(kinds) and kinds.get("mapping"):
            name = str(kinds.get("propertyName"))
            if made.get(name) not in kinds["mapping"]:
                made[name] = next(iter(kinds["mapping"]))

    def _fill(
        self,
        schema: Schema,
        made: dict[str, Any],
        required: set[str],
        depth: int,
        seen: tuple[str, ...],
    ) -> None:
        """Add fields of any name: those that are required, and as many as there must be."""
        rest = schema.get("additionalProperties")
        patterns: Mapping[str, Any] = schema.get("patternProperties") or {}
        for name in sorted(required - made.keys() - set(schema.get("properties") or ())):
            made[name] = self.value(rest if is_object(rest) else {}, name, depth + 1, seen)
        least = int(schema.get("minProperties", 0))
        is_map = not schema.get("properties") and (is_object(rest) or bool(patterns))
        wanted = max(least, int(is_map and depth < _DEEPEST))
        for number in range(1, wanted + 1):
            if len(made) >= wanted:
                return
            node: Any = rest if is_object(rest) else {}
            name = f"key{number}"
            if patterns:
                pattern, node = next(iter(patterns.items()))
                name = text_like(pattern, self._random)
            elif is_object(schema.get("propertyNames")):
                name = str(self.value(schema["propertyNames"], name, depth, seen))
            try:
                made[name] = self.value(node, name, depth + 1, seen)
            except UnmadeError:
                if least:
                    raise

    def _array(self, schema: Schema, name: str, depth: int, seen: tuple[str, ...]) -> list[Any]:
        first: Sequence[Any] = schema.get("prefixItems") or ()
        least, most = int(schema.get("minItems", 0)), schema.get("maxItems")
        wanted = max(least, len(first), (2 if depth < 2 else 1) if schema.get("items") else 0)
        wanted = wanted if most is None else min(wanted, int(most))
        made: list[Any] = []
        for index in range(wanted):
            node = first[index] if index < len(first) else schema.get("items", {})
            if index == len(first) and "contains" in schema:
                node = {"allOf": [schema["contains"], node]}
            try:
                one = self.value(node, name, depth + 1, seen)
            except UnmadeError:
                if index < least:
                    raise
                break
            if schema.get("uniqueItems") is not True or one not in made:
                made.append(one)
        return made

    # -- scalars --------------------------------------------------------------------------------

    def _text(self, schema: Schema, name: str) -> str:
        least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
        if isinstance(schema.get("pattern"), str):
            return self._matching([schema["pattern"], *schema.get(PATTERNS, ())], least, most)
        if "contentSchema" in schema:
            return json_bytes(self.value(schema["contentSchema"], name, 1, ())).decode()
        known = text_of_format(format_of(schema), self._random)
        if known is None:
            known = f"{name}-{self._random.randrange(1, 1000)}".ljust(least, "a")
        return known if most is None else known[: int(most)]

    def _matching(self, patterns: list[str], least: int, most: int | None) -> str:
        """Make up a text that expressions match, by the one of which that can be done."""
        for pattern in patterns:
            for _ in range(40):
                made = text_like(pattern, self._random)
                is_sized = least <= len(made) <= (most or len(made))
                if is_sized and all(matches(one, made) for one in patterns):
                    return made
        raise UnmadeError(f"a text that matches {' and '.join(patterns)}")

    def _integer(self, schema: Schema) -> int:
        low, high = _range(schema)
        step = schema.get("multipleOf") or 1
        start = -(-low // step)
        return int(self._random.randint(int(start), max(int(start), int(high // step))) * step)

    def _number(self, schema: Schema) -> float:
        low, high = _range(schema)
        if schema.get("multipleOf"):
            return float(-(-low // schema["multipleOf"]) * schema["multipleOf"])
        middle = (low + high) / 2
        return middle if high - low < 2 else float(self._random.randint(int(low) + 1, int(high)))


def _range(schema: Schema) -> tuple[float, float]:
    """Return the least and the greatest number that is made up."""
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is None:
        low = 1 if high is None or high >= 1 else high - 10
    if high is None:
        high = low + 1000
    is_whole = type_of(schema) == "integer"
    low += int(is_whole and schema.get("exclusiveMinimum") == low)
    high -= int(is_whole and schema.get("exclusiveMaximum") == high)
    return low, high


def _tell(schema: Schema, discriminator: Any, member: Any) -> None:
    """Let an alternative say in its discriminator which it is."""
    reference = member.get("$ref", "") if is_object(member) else ""
    if not is_object(discriminator) or not reference:
        return
    name = str(discriminator.get("propertyName"))
    mapping: Mapping[str, Any] = discriminator.get("mapping") or {}
    values = [key for key, target in mapping.items() if reference.endswith(str(target))]
    properties = dict(schema.get("properties") or {})
    known = properties.get(name)
    if is_object(known) and ("const" in known or len(known.get("enum") or ()) == 1):
        return
    properties[name] = {"const": values[0] if values else reference.rpartition("/")[2]}
    schema["properties"] = properties
    schema["required"] = [*schema.get("required", ()), name]
    schema.pop("discriminator", None)
