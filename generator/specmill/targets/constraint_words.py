"""Constraints in words: phrases that follow each other, such as ``at least 2 items``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

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
)
from specmill.text import on_one_line
from specmill.values import dataclass, replace

ENGLISH: Mapping[str, str] = {
    "minimum": "at least {value}",
    "maximum": "at most {value}",
    "exclusive_minimum": "more than {value}",
    "exclusive_maximum": "less than {value}",
    "multiple_of": "a multiple of {value}",
    "min_length": "at least {value} characters",
    "min_length_one": "at least 1 character",
    "max_length": "at most {value} characters",
    "max_length_one": "at most 1 character",
    "pattern": "matches {value}",
    "min_items": "at least {value} items",
    "min_items_one": "at least 1 item",
    "max_items": "at most {value} items",
    "max_items_one": "at most 1 item",
    "min_properties": "at least {value} properties",
    "min_properties_one": "at least 1 property",
    "max_properties": "at most {value} properties",
    "max_properties_one": "at most 1 property",
    "unique_items": "no item twice",
    "exactly_items": "exactly {value} items",
    "exactly_items_one": "exactly 1 item",
    "json_string": "a string",
    "json_integer": "an integer",
    "json_number": "a number",
    "json_boolean": "true or false",
    "json_object": "an object",
    "json_array": "an array",
    "json_null": "null",
    "json_format": "{kind} ({format})",
    "value_only": "only {value}",
    "value_among": "one of {values}",
    "fits_model": "a {model}",
    "subject_is": "{subject} is {what}",
    "subject_asks": "{subject}: {what}",
    "needs": "needs {names}",
    "needs_with": "needs {names} when {name} is set",
    "and": " and ",
    "or": " or ",
    "is_set": "{names} is set",
    "are_set": "{names} are set",
    "each_name": "each name",
    "names_matching": "the value of each name that matches {pattern}",
    "each_value": "each value",
    "each_other": "each other value",
    "each_item": "each item",
    "item_number": "item {number}",
    "contains_least": "at least {least} of the items: {what}",
    "contains_most": "at most {most} of the items: {what}",
    "contains_between": "{least} to {most} of the items: {what}",
    "not_this": "not {what}",
    "not_allowed": "not allowed: {what}",
    "either_of": "either {choices}",
    "when": "when {condition}: {then}",
    "otherwise": "otherwise: {what}",
    "when_not": "unless {condition}: {what}",
    "closed": "has no other properties",
    "never": "must not be set",
    "unspoken": "fits the JSON Schema {schema}",
    "anything": "anything",
}
"""Phrases by name, with placeholders."""

_COUNTS = ("min_length", "max_length", "min_items", "max_items", "min_properties", "max_properties")
_NUMBERS = ("minimum", "exclusive_minimum", "maximum", "exclusive_maximum", "multiple_of")
_SUBJECTS: Mapping[type, str] = {
    OfNames: "each_name",
    OfOthers: "each_other",
    OfItems: "each_item",
}


@dataclass(frozen=True, slots=True)
class ConstraintWords:
    """Puts constraints into phrases.

    Args:
        say: Fills in the placeholders of a phrase, by the names of :data:`ENGLISH`.
        code: Shows a name, a value or a pattern.
    """

    say: Callable[..., str]
    code: Callable[[str], str]

    def phrases(self, bounds: Bounds) -> Iterator[str]:
        """Yield what constraints ask, one phrase each."""
        kinds = [rule for rule in bounds.rules if isinstance(rule, OfKind | OfModel | Among)]
        for kind in kinds:
            yield from self._rule(kind)
        numbers = [*_NUMBERS, *_COUNTS]
        if bounds.min_items is not None and bounds.min_items == bounds.max_items:
            yield self._number("exactly_items", bounds.min_items)
            numbers = [name for name in numbers if not name.endswith("_items")]
        for name in numbers:
            value = getattr(bounds, name)
            if value is not None and not (name.startswith("min_") and value == 0):
                yield self._number(name, value)
        if bounds.pattern:
            yield self.say("pattern", value=self.code(bounds.pattern))
        if bounds.unique_items:
            yield self.say("unique_items")
        for rule in bounds.rules:
            if rule not in kinds:
                yield from self._rule(rule)

    def joined(self, bounds: Bounds) -> str:
        """Return what constraints ask as one phrase."""
        return ", ".join(self.phrases(bounds)) or self.say("anything")

    def _number(self, name: str, value: float) -> str:
        counts = name not in _NUMBERS and value == 1
        return self.say(f"{name}_one" if counts else name, value=number_text(value))

    def _rule(self, rule: Rule) -> Iterator[str]:
        match rule:
            case Also(bounds=bounds):
                yield from self.phrases(bounds)
            case When():
                yield from self._when(rule)
            case OfKind() | OfModel() | Among():
                named = self._named(rule)
                single = isinstance(rule, Among) and len(rule.values) == 1
                yield self.say("value_only", value=named) if single else named
            case Contains():
                yield from self._contains(rule)
            case Not(bounds=bounds):
                what = self._kind_of(bounds)
                said = "not_this" if what else "not_allowed"
                yield self.say(said, what=what or self._condition(bounds))
            case Either(choices=choices):
                names = (self._kind_of(one) or self.joined(one) for one in choices)
                yield self.say("either_of", choices=self.say("or").join(names))
            case InOrder(items=items):
                for number, one in enumerate(items, start=1):
                    about = self._about(self.say("item_number", number=number), one)
                    yield from [about] * (one != NO_BOUNDS)
            case _:
                yield self._of_part(rule)

    def _contains(self, rule: Contains) -> Iterator[str]:
        least, most = rule.least, rule.most
        name = "between" if least and most is not None else "least" if least else "most"
        if least or most is not None:
            what = self._kind_of(rule.bounds) or self.joined(rule.bounds)
            yield self.say(f"contains_{name}", least=least, most=most, what=what)

    def _of_part(self, rule: Rule) -> str:
        match rule:
            case Needs(names=names):
                return self.say("needs", names=self._names(names))
            case NeedsWith(name=name, names=names):
                return self.say("needs_with", name=self.code(name), names=self._names(names))
            case OfProperty(name=name, bounds=bounds):
                return self._about(self.code(name), bounds)
            case OfMatching(pattern=pattern, bounds=bounds):
                subject = self.say("names_matching", pattern=self.code(pattern))
                return self._about(subject, bounds)
            case OfOthers(bounds=bounds, alone=True):
                return self._about(self.say("each_value"), bounds)
            case OfNames(bounds=bounds) | OfOthers(bounds=bounds) | OfItems(bounds=bounds):
                return self._about(self.say(_SUBJECTS[type(rule)]), bounds)
            case Unspoken(schema=schema):
                return self.say("unspoken", schema=self.code(schema))
            case _:
                return self.say("closed" if isinstance(rule, Closed) else "never")

    def _about(self, subject: str, bounds: Bounds) -> str:
        """Say what holds of a part: ``x is a string``, or ``x: at least 2 characters``."""
        kind = self._kind_of(bounds)
        if kind:
            return self.say("subject_is", subject=subject, what=kind)
        return self.say("subject_asks", subject=subject, what=self.joined(bounds))

    def _kind_of(self, bounds: Bounds) -> str:
        """Return what a value is, where constraints say this and nothing else."""
        if len(bounds.rules) != 1 or without_rules(bounds) != NO_BOUNDS:
            return ""
        return self._named(bounds.rules[0])

    def _named(self, rule: Rule) -> str:
        match rule:
            case OfKind(kinds=kinds, format=form):
                names = self.say("or").join(self.say(f"json_{kind}") for kind in kinds)
                return self.say("json_format", kind=names, format=form) if form else names
            case OfModel(name=name):
                return self.say("fits_model", model=self.code(name))
            case Among(values=(value,)):
                return self.value(value)
            case Among(values=values):
                return self.say("value_among", values=", ".join(map(self.value, values)))
            case _:
                return ""

    def _when(self, rule: When) -> Iterator[str]:
        condition = self._condition(rule.condition)
        then, otherwise = (", ".join(self.phrases(one)) for one in (rule.then, rule.otherwise))
        if then:
            yield self.say("when", condition=condition, then=then)
            if otherwise:
                yield self.say("otherwise", what=otherwise)
        elif otherwise:
            yield self.say("when_not", condition=condition, what=otherwise)

    def _condition(self, bounds: Bounds) -> str:
        """Return what is asked, ``x is set`` for what is needed and said no more of."""
        told = {rule.name for rule in bounds.rules if isinstance(rule, OfProperty)}
        phrases = [*self.phrases(without_rules(bounds))]
        for rule in bounds.rules:
            if isinstance(rule, Needs):
                names = [name for name in rule.names if name not in told]
                if names:
                    name = "is_set" if len(names) == 1 else "are_set"
                    phrases.append(self.say(name, names=self._names(names)))
            else:
                phrases += self._rule(rule)
        return self.say("and").join(phrases) or self.say("anything")

    def _names(self, names: Sequence[str]) -> str:
        return self.say("and").join(map(self.code, names))

    def value(self, text: str) -> str:
        """Show a value that is given as JSON text; text stands without quotes where it can."""
        value = json.loads(text)
        bare = isinstance(value, str) and value and value == value.strip()
        return self.code(value if bare else text)


def without_rules(bounds: Bounds) -> Bounds:
    """Return the constraints that are plain numbers and patterns."""
    return replace(bounds, rules=())


def number_text(value: float) -> str:
    """Spell a number, whole ones without a fraction."""
    return str(int(value)) if float(value).is_integer() else str(value)


def english(name: str, /, **values: object) -> str:
    """Return an English phrase with its placeholders filled in."""
    return ENGLISH[name].format(**values)


def sentences(bounds: Bounds) -> list[str]:
    """Return constraints as English sentences, names and patterns in backquotes."""
    if bounds is NO_BOUNDS or bounds == NO_BOUNDS:  # most fields
        return []
    words = ConstraintWords(english, lambda text: f"`{on_one_line(text)}`")
    plain = ", ".join(words.phrases(without_rules(bounds)))
    rules = list(words.phrases(replace(NO_BOUNDS, rules=bounds.rules)))
    return [f"{one[0].upper()}{one[1:]}." for one in [plain, *rules] if one]
