"""Values checked by the schemas of the spec (JSON Schema 2020-12, as far as OpenAPI uses it).

A schema is made a check once, when the first value comes; checks of references are made later
still, since schemas may be in themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from ...data.json_shapes import is_object
from ...records import dataclass, field, replace
from .document import Located, Spec, is_list
from .expressions import Test, expression
from .fields import fields_of
from .keywords import Told, keywords_of, shown

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """What of a value does not fit, and the place in the spec that says so."""

    path: Path
    why: str
    pointer: str

    def __str__(self) -> str:
        where = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.path)
        return f"{where.removeprefix('.')}: {self.why}" if where else self.why

    def below(self, key: str | int) -> Problem:
        """Return the problem as seen from one level above."""
        return replace(self, path=(key, *self.path))


Check: TypeAlias = Callable[[Any], Problem | None]
Checks: TypeAlias = dict[str, Check]


@dataclass(frozen=True)
class Checker:
    """Checks values that are sent, or answered."""

    spec: Spec
    sent: bool
    """Whether a caller sends them: then what is read-only need not be there."""
    strict: bool = False
    """Whether fields that the spec does not name are problems."""
    _known: Checks = field(default_factory=Checks, repr=False)

    def problem(self, value: Any, schema: Located) -> Problem | None:
        """Return the first thing of a value that does not fit a schema, None if all does."""
        return self.check_of(schema)(value)

    def fits(self, value: Any, schema: Located) -> bool:
        """Tell whether a value fits a schema."""
        return self.problem(value, schema) is None

    def check_of(self, schema: Located) -> Check:
        """Return the check that a schema is; one that is not in the spec is not remembered."""
        found = self._known.get(schema.pointer) if schema.pointer else None
        if found is None:
            found = _Making(self).whole(schema)
            if schema.pointer:
                self._known[schema.pointer] = found
        return found

    def following(self, reference: str) -> Check:
        """Return the check of what a reference leads to, which is made when it is first needed."""
        place = f"{reference.removeprefix('#')} alone"

        def check(value: Any) -> Problem | None:
            found = self._known.get(place)
            if found is None:
                found = self._known[place] = _Making(self).alone(self.spec.at(reference))
            return found(value)

        return check


class _Making:
    """Makes a check of a schema."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._spec = checker.spec

    def whole(self, schema: Located) -> Check:
        """Make the check of a schema that holds for a value as a whole."""
        checks = [self.alone(schema)]
        if self._checker.strict and is_object(schema.node):
            checks.append(self._unknown(schema))
        return _all_of(checks)

    def alone(self, schema: Located) -> Check:
        """Make the check of a schema beside which others may hold for the same value."""
        node = schema.node
        if not is_object(node):
            return _told("nothing may be here", schema.pointer) if node is False else _anything
        return _all_of(self._parts(node, schema))

    def _parts(self, node: Mapping[str, Any], schema: Located) -> Iterator[Check]:
        if isinstance(node.get("$ref"), str):
            yield self._checker.following(node["$ref"])
        for keyword, test, told in keywords_of(node):
            yield _keyword(test, told, schema.child(keyword).pointer)
        yield from self._members(schema)
        yield from self._items(schema)
        yield from self._combined(schema)

    # -- objects ------------------------------------------------------------------------------

    def _members(self, schema: Located) -> Iterator[Check]:
        node = schema.node
        for name in node.get("required") or ():
            if not self._is_left_out(schema.child("properties", name)):
                yield _required(name, schema.child("required").pointer)
        dependent: Mapping[str, list[str]] = node.get("dependentRequired") or {}
        for name, needed in dependent.items():
            yield _dependent(name, needed, schema.child("dependentRequired", name).pointer)
        known = {str(name): self.whole(one) for name, one in schema.children("properties")}
        patterns = [
            (expression(str(name)) or _anybody, self.whole(one))
            for name, one in schema.children("patternProperties")
        ]
        rest = schema.child("additionalProperties")
        names = schema.child("propertyNames")
        others = self._others(rest)
        if known or patterns or others is not None:
            yield _each_member(known, patterns, others)
        if names:
            yield _each_name(self.whole(names))

    def _others(self, rest: Located) -> Check | None:
        """Make the check of fields that nobody names, None where they may have anything."""
        if rest.node is False:
            return _told("there is no such field", rest.pointer)
        return self.whole(rest) if is_object(rest.node) and rest.node else None

    def _is_left_out(self, one: Located) -> bool:
        """Tell whether a required field need not be there, as it only travels the other way."""
        keyword = "readOnly" if self._checker.sent else "writeOnly"
        for _ in range(9):
            if is_object(one.node) and one.node.get(keyword) is True:
                return True
            followed = self._spec.follow(one)
            if followed.pointer == one.pointer:
                inner = [self._spec.follow(part).node for _, part in one.children("allOf")]
                return any(is_object(part) and part.get(keyword) is True for part in inner)
            one = followed
        return False

    def _unknown(self, schema: Located) -> Check:
        """Make the check for fields that the spec does not name."""
        fields, place = fields_of(self._spec, schema), self._spec.follow(schema).pointer

        def check(value: Any) -> Problem | None:
            if fields is None or not is_object(value):
                return None
            odd = next((name for name in value if name not in fields), None)
            why = "the spec has no such field"
            return None if odd is None else Problem((str(odd),), why, place)

        return check

    # -- arrays -------------------------------------------------------------------------------

    def _items(self, schema: Located) -> Iterator[Check]:
        first = [self.whole(one) for _, one in schema.children("prefixItems")]
        items = schema.child("items")
        if items.node is False:
            yield _each_item(first, _told("there are too many items", items.pointer))
        elif first or (is_object(items.node) and items.node):
            yield _each_item(first, self.whole(items))
        contains = schema.child("contains")
        if contains and schema.node.get("minContains", 1):
            yield _contains(self.whole(contains), contains.pointer)

    # -- schemas that hold for the same value -------------------------------------------------

    def _combined(self, schema: Located) -> Iterator[Check]:
        yield from (self.alone(one) for _, one in schema.children("allOf"))
        for keyword in ("anyOf", "oneOf"):
            members = [self.alone(one) for _, one in schema.children(keyword)]
            if members:
                yield _one_of(members, schema.child(keyword).pointer, several=keyword == "anyOf")
        refused = schema.child("not")
        if refused:
            yield _refused(self.alone(refused), refused.pointer)
        if schema.child("if"):
            three = (self.alone(schema.child(one)) for one in ("if", "then", "else"))
            yield _conditional(*three)
        for name, one in schema.children("dependentSchemas"):
            yield _where_member(str(name), self.alone(one))


# -- checks -------------------------------------------------------------------------------------


def _anything(_: Any) -> Problem | None:
    return None


def _anybody(_: Any) -> bool:
    return True


def _told(why: str, pointer: str) -> Check:
    return lambda _: Problem((), why, pointer)


def _all_of(checks: Iterable[Check]) -> Check:
    """Join checks of one value; the first that finds something tells it."""
    known = tuple(one for one in checks if one is not _anything)
    if len(known) < 2:
        return known[0] if known else _anything

    def check(value: Any) -> Problem | None:
        for one in known:
            found = one(value)
            if found is not None:
                return found
        return None

    return check


def _keyword(test: Test, told: Told, pointer: str) -> Check:
    return lambda value: None if test(value) else Problem((), told(value), pointer)


def _required(name: str, pointer: str) -> Check:
    def check(value: Any) -> Problem | None:
        if not is_object(value) or name in value:
            return None
        return Problem((name,), "it is missing", pointer)

    return check


def _dependent(name: str, needed: list[str], pointer: str) -> Check:
    def check(value: Any) -> Problem | None:
        if not is_object(value) or name not in value:
            return None
        missing = next((one for one in needed if one not in value), None)
        return None if missing is None else Problem((missing,), f"{name} needs it", pointer)

    return check


def _each_member(
    known: Mapping[str, Check], patterns: list[tuple[Test, Check]], others: Check | None
) -> Check:
    def check(value: Any) -> Problem | None:
        if not is_object(value):
            return None
        for name, inner in value.items():
            one = known.get(name)
            problem = None if one is None else one(inner)
            several = [of for test, of in patterns if test(str(name))] if patterns else ()
            for of in several:
                problem = problem or of(inner)
            if others is not None and one is None and not several:
                problem = others(inner)
            if problem is not None:
                return problem.below(name)
        return None

    return check


def _each_name(one: Check) -> Check:
    def check(value: Any) -> Problem | None:
        for name in value if is_object(value) else ():
            problem = one(name)
            if problem is not None:
                return problem.below(name)
        return None

    return check


def _each_item(first: list[Check], rest: Check) -> Check:
    def check(value: Any) -> Problem | None:
        for index, inner in enumerate(value) if is_list(value) else ():
            problem = first[index](inner) if index < len(first) else rest(inner)
            if problem is not None:
                return problem.below(index)
        return None

    return check


def _contains(one: Check, pointer: str) -> Check:
    def check(value: Any) -> Problem | None:
        if not is_list(value) or any(one(inner) is None for inner in value):
            return None
        return Problem((), "none of the items fits", pointer)

    return check


def _one_of(members: list[Check], pointer: str, *, several: bool) -> Check:
    def check(value: Any) -> Problem | None:
        found = [problem for one in members if (problem := one(value)) is not None]
        fitting = len(members) - len(found)
        if fitting == 1 or (fitting and several):
            return None
        if fitting:
            return Problem((), f"it fits {fitting} of the alternatives", pointer)
        return max(found, key=lambda problem: len(problem.path))  # the closest one

    return check


def _refused(one: Check, pointer: str) -> Check:
    def check(value: Any) -> Problem | None:
        return None if one(value) else Problem((), f"{shown(value)} is refused", pointer)

    return check


def _conditional(condition: Check, then: Check, otherwise: Check) -> Check:
    return lambda value: (otherwise if condition(value) else then)(value)


def _where_member(name: str, one: Check) -> Check:
    return lambda value: one(value) if is_object(value) and name in value else None
