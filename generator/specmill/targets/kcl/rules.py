"""Constraints that no type carries, as KCL expressions: conditions, needs, exclusions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import combinations

from specmill.model.constraints import (
    NO_BOUNDS,
    Also,
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
    OfOthers,
    OfProperty,
    Rule,
    When,
)
from specmill.model.entities import EntityField
from specmill.model.models import Field
from specmill.model.types import (
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
)
from specmill.targets.constraint_words import ConstraintWords, english, without_rules
from specmill.targets.kcl.checks import Checks
from specmill.targets.kcl.spelling import reference, value
from specmill.targets.kcl.types import stated
from specmill.text import on_one_line
from specmill.values import dataclass

EMPTY = "[None, Undefined]"
WORDS = ConstraintWords(english, on_one_line)
_KINDS = {
    ScalarKind.INTEGER: ("integer", "number"),
    ScalarKind.NUMBER: ("number",),
    ScalarKind.DECIMAL_NUMBER: ("number",),
    ScalarKind.BOOLEAN: ("boolean",),
}
_EACH = "each"


@dataclass(frozen=True, slots=True)
class RuleExpressions:
    """Makes expressions of rules; an empty one where KCL cannot tell."""

    checks: Checks
    fields: Mapping[str, Field | EntityField]
    """Those of the schema at hand, by wire name."""

    def told(self, bounds: Bounds) -> Iterator[tuple[str, str]]:
        """Yield the expression of each rule of the schema, and the rule in words."""
        for rule in bounds.rules:
            if not isinstance(rule, Closed):  # as every KCL schema is
                yield self._object(rule), _words(rule)

    def of_field(self, bounds: Bounds, type_: TypeRef, subject: str) -> Iterator[tuple[str, str]]:
        """Yield the expression of each rule of a value, and the rule in words."""
        bare, _ = stated(type_, self.checks.api)
        for rule in bounds.rules:
            yield self._value(rule, bare, subject), _words(rule)

    # -- objects ---------------------------------------------------------------------------------

    def _object(self, rule: Rule) -> str:
        match rule:
            case Needs(names=names):
                return _all([self._is_set(name) for name in names])
            case NeedsWith(name=name, names=names):
                without = _negated(self._is_set(name))
                return _or(without, _all([self._is_set(one) for one in names]))
            case OfProperty(name=name, bounds=bounds):
                return self._property(name, bounds)
            case Not(bounds=bounds) | Also(bounds=bounds):
                inner = self._objects(bounds)
                return _negated(inner) if isinstance(rule, Not) else inner
            case Either(choices=choices, exactly_one=exactly_one):
                return _either([self._objects(one) for one in choices], exactly_one=exactly_one)
            case When():
                return self._when(rule)
            case OfKind(kinds=kinds) if "object" in kinds:
                return "True"
            case _:
                return ""

    def _when(self, rule: When) -> str:
        when = self._objects(rule.condition)
        parts = []
        if rule.then != NO_BOUNDS:
            parts.append(_or(_negated(when), self._objects(rule.then)))
        if rule.otherwise != NO_BOUNDS:
            parts.append(_or(when, self._objects(rule.otherwise)))
        return _all(parts)

    def _objects(self, bounds: Bounds) -> str:
        if without_rules(bounds) != NO_BOUNDS:
            return ""
        return _all([self._object(rule) for rule in bounds.rules]) if bounds.rules else "True"

    def _property(self, name: str, bounds: Bounds) -> str:
        if not self._knows(name):
            return ""
        subject = reference(name)
        inner = self._values(bounds, stated(self.fields[name].type, self.checks.api)[0], subject)
        return _or(f"{subject} in {EMPTY}", inner)

    def _is_set(self, name: str) -> str:
        return f"{reference(name)} not in {EMPTY}" if self._knows(name) else ""

    def _knows(self, name: str) -> bool:
        return name in self.fields and bool(reference(name))

    # -- values ----------------------------------------------------------------------------------

    def _values(self, bounds: Bounds, type_: TypeRef, subject: str) -> str:
        """Return what must hold of a value of a known type, ``True`` for nothing."""
        numbers = without_rules(bounds)
        parts = [one.expression for one in self.checks.of_bounds(numbers, type_, subject)]
        if len(parts) < _count(numbers):
            return ""
        parts += [self._value(rule, type_, subject) for rule in bounds.rules]
        return _all(parts) if parts else "True"

    def _value(self, rule: Rule, type_: TypeRef, subject: str) -> str:
        match rule:
            case Among(values=values):
                read = [json.loads(one) for one in values]
                scalar = isinstance(type_, Scalar | LiteralOf)
                return f"{subject} in {value(read)}" if scalar else ""
            case OfKind(kinds=kinds, format=form):
                told = not form or (isinstance(type_, Scalar) and type_.format == form)
                return "True" if told and _kind(type_, kinds) else ""
            case Not(bounds=bounds):
                return _negated(self._values(bounds, type_, subject))
            case Also(bounds=bounds):
                return self._values(bounds, type_, subject)
            case Either(choices=choices, exactly_one=exactly_one):
                made = [self._values(one, type_, subject) for one in choices]
                return _either(made, exactly_one=exactly_one)
            case OfItems() | InOrder() | Contains() | OfOthers():
                return self._container(rule, type_, subject)
            case Never():
                return f"{subject} in {EMPTY}"
            case _:
                return ""

    def _container(
        self, rule: OfItems | InOrder | Contains | OfOthers, type_: TypeRef, subject: str
    ) -> str:
        match rule, type_:
            case OfItems(bounds=bounds), ListOf(item=item) if subject != _EACH:
                return self._each(bounds, item, f"{_EACH} in {subject}")
            case OfOthers(bounds=bounds), MapOf(value=item) if subject != _EACH:
                return self._each(bounds, item, f"_, {_EACH} in {subject}")
            case InOrder(), TupleOf(items=types) if len(set(types)) > 1:
                return ""  # each item is of a union, which has no operators
            case InOrder(items=items), TupleOf(items=types):
                return _all(
                    [
                        self._values(one, stated(inner, self.checks.api)[0], f"{subject}[{index}]")
                        for index, (one, inner) in enumerate(zip(items, types, strict=True))
                    ]
                )
            case Contains(bounds=bounds, least=least, most=most), ListOf(item=item):
                if subject == _EACH:
                    return ""
                inner = self._values(bounds, stated(item, self.checks.api)[0], _EACH)
                size = f"{self.checks.runtime}.size([{_EACH} for {_EACH} in {subject} if {inner}])"
                parts = [f"{size} >= {least}"] if least else []
                parts += [f"{size} <= {most}"] if most is not None else []
                return _all(parts) if inner and parts else ""
            case _:
                return ""

    def _each(self, bounds: Bounds, item: TypeRef, loop: str) -> str:
        bare, nullable = stated(item, self.checks.api)
        inner = self._values(bounds, bare, _EACH)
        return f"all {loop} {{{inner}}}" if inner and not nullable else ""


def names_in(bounds: Bounds) -> Iterator[str]:
    """Yield the names of the properties that rules speak of."""
    for rule in bounds.rules:
        match rule:
            case Needs(names=names):
                yield from names
            case NeedsWith(name=name, names=names):
                yield from (name, *names)
            case OfProperty(name=name):
                yield name
            case Not(bounds=inner) | Also(bounds=inner):
                yield from names_in(inner)
            case Either(choices=choices):
                for one in choices:
                    yield from names_in(one)
            case When(condition=condition, then=then, otherwise=otherwise):
                for one in (condition, then, otherwise):
                    yield from names_in(one)
            case _:
                pass


def _words(rule: Rule) -> str:
    return ", ".join(WORDS.phrases(Bounds(rules=(rule,))))


def _all(parts: list[str]) -> str:
    """Return what holds where all parts hold; empty where one is."""
    if not all(parts):
        return ""
    telling = [one for one in parts if one != "True"]
    if not telling:
        return "True"
    return " and ".join(f"({one})" for one in telling) if len(telling) > 1 else telling[0]


def _or(one: str, other: str) -> str:
    if "True" in (one, other):
        return "True"
    return f"{one} or {other}" if one and other else ""


def _either(choices: list[str], *, exactly_one: bool) -> str:
    if not all(choices):
        return ""
    if exactly_one:
        pairs = combinations(choices, 2)
        twice = [f"not (({one}) and ({other}))" for one, other in pairs]
        return _all([" or ".join(f"({one})" for one in choices), *twice])
    return " or ".join(f"({one})" for one in choices)


def _negated(expression: str) -> str:
    return f"not ({expression})" if expression else ""


def _kind(type_: TypeRef, kinds: tuple[str, ...]) -> bool:
    """Tell whether a type is one of some JSON types."""
    match type_:
        case Scalar(kind=kind):
            return any(one in kinds for one in _KINDS.get(kind, ("string",)))
        case LiteralOf(values=values):
            return "string" in kinds and all(isinstance(one, str) for one in values)
        case ListOf() | TupleOf():
            return "array" in kinds
        case MapOf() | Named():
            return "object" in kinds
        case _:
            return False


def _count(bounds: Bounds) -> int:
    return len(list(WORDS.phrases(bounds)))
