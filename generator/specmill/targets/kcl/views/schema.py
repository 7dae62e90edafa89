"""Flat views of schemas, for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from specmill.model.api import Api
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.entities import BODY, EntityField
from specmill.model.models import UNSET, Docs, Field, JsonValue
from specmill.model.references import bounds_behind
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.constraint_words import without_rules
from specmill.targets.kcl.checks import AnyField, Checks, Condition, is_needed, unchecked
from specmill.targets.kcl.rules import EMPTY, WORDS, RuleExpressions
from specmill.targets.kcl.spelling import (
    attribute,
    can_be_attribute,
    docstring,
    indented,
    reference,
    text,
    value,
)
from specmill.targets.kcl.types import TypeSpeller, plain
from specmill.targets.python.spelling import WIDTH, one_line, paragraphs
from specmill.text import wrap
from specmill.values import dataclass

_SCALAR_VALUES: Mapping[ScalarKind, tuple[type, ...]] = {
    ScalarKind.INTEGER: (int,),
    ScalarKind.NUMBER: (int, float),
    ScalarKind.DECIMAL_NUMBER: (int, float),
    ScalarKind.INTEGER_STRING: (int, str),
    ScalarKind.NUMBER_STRING: (int, float, str),
}


@dataclass(frozen=True, slots=True)
class AttributeView:
    """One attribute: a line, with a decorator before it where it is deprecated."""

    line: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class SchemaView:
    """A schema."""

    name: str
    doc: str
    index: str
    """Type of further attributes; empty where there are none."""
    attributes: tuple[AttributeView, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemaMaker:
    """Makes views of schemas for one file."""

    api: Api
    speller: TypeSpeller
    checks: Checks
    fixed: Mapping[str, Sequence[JsonValue]]
    """Wire name of a discriminator to the values that it may have, for the schema at hand."""
    changes: bool = True
    """Whether an entity can change at all; where it cannot, one sentence says so for all fields."""

    def schema(
        self,
        name: str,
        about: str,
        fields: Sequence[AnyField],
        *,
        extra: TypeRef | None = None,
        more: Sequence[AttributeView] = (),
        bounds: Bounds = NO_BOUNDS,
    ) -> SchemaView:
        """Make a schema.

        Args:
            name: Its name.
            about: What to say of it, wrapped.
            fields: Its attributes.
            extra: Type of attributes that are not declared; None for none.
            more: Attributes that are no fields.
            bounds: What holds of all attributes together.
        """
        unnamed = [one.wire for one in fields if not can_be_attribute(one.wire)]
        fields = [one for one in fields if can_be_attribute(one.wire)]
        rules = RuleExpressions(self.checks, {field.wire: field for field in fields})
        told = list(rules.told(bounds))
        lost = [f"{words}, which KCL cannot check." for rule, words in told if not rule]
        lost += [f"{one_line(wire)!r} is left out, which KCL cannot name." for wire in unnamed]
        if lost:
            about = "\n\n".join(
                [about, *("\n".join(wrap(_capital(one), WIDTH - 4)) for one in lost)]
            )
        documented = [part for field in fields for part in self._documented(field)]
        heading = ["Attributes", "----------", *documented] if documented else []
        parts = [part for part in (about, "\n".join(heading)) if part]
        return SchemaView(
            name=name,
            doc=indented(docstring("\n\n".join(parts)), 4).lstrip(),
            index=self.speller.spell(extra) if extra is not None else "",
            attributes=(*(self._attribute(field) for field in fields), *more),
            checks=(
                *(line for field in fields for line in self._checks(field)),
                *(f"{rule}, {text(words)}" for rule, words in told if rule not in ("", "True")),
            ),
        )

    def _attribute(self, field: AnyField) -> AttributeView:
        optional = "" if self.is_required(field) else "?"
        default = self._default(field)
        line = f"{attribute(field.wire)}{optional}: {self.speller.spell(field.type)}"
        return AttributeView(f"{line}{default}", field.docs.deprecated)

    def is_required(self, field: AnyField) -> bool:
        """Tell whether the attribute has to be set; one that may be None is asked for in a check,
        for KCL takes None for unset.
        """
        return is_needed(field) and not plain(field.type, self.api)[1]

    def _default(self, field: AnyField) -> str:
        if (field.required or _is_tag(field)) and field.constant is not UNSET:
            return f" = {value(field.constant)}"
        fixed = self._fixed(field)
        if len(fixed) == 1 and field.default is UNSET:
            return f" = {value(fixed[0])}"
        if field.default is UNSET or field.default is None or field.read_only:
            return ""
        type_, _ = plain(field.type, self.api)
        return f" = {value(field.default)}" if fits(field.default, type_, self.api) else ""

    def _checks(self, field: AnyField) -> Iterator[str]:
        subject = reference(field.wire)
        if not subject:
            return
        shown = field.wire
        if is_needed(field) and not self.is_required(field):
            yield f"{subject} != Undefined, {text(f'{shown} must be set, None at least')}"
        always = self.is_required(field)
        for one in self._conditions(field, subject):
            when = "" if always else f" if {subject} not in {EMPTY}"
            yield f"{one.expression}{when}, {text(f'{shown} must {one.must}')}"
        for rule, words in self._rules(field, subject):
            when = "" if always else f" if {subject} not in {EMPTY}"
            if rule not in ("", "True"):
                yield f"{rule}{when}, {text(f'{shown}: {words}')}"

    def _rules(self, field: AnyField, subject: str) -> Iterator[tuple[str, str]]:
        """Yield the rules of a field: an expression, empty where KCL cannot tell, and words."""
        bounds = self._bounds(field)
        return RuleExpressions(self.checks, {}).of_field(bounds, field.type, subject)

    def _bounds(self, field: AnyField) -> Bounds:
        return bounds_behind(self.api.models, field.type, field.bounds)

    def _conditions(self, field: AnyField, subject: str) -> Iterator[Condition]:
        yield from self.checks.conditions(field, subject)
        if fixed := self._fixed(field):
            listed = value([*fixed])
            yield Condition(f"{subject} in {listed}", f"be one of {listed[1:-1]}")

    def _fixed(self, field: AnyField) -> Sequence[JsonValue]:
        """Return the values that a discriminator may have here, if its type has them."""
        fixed = () if _is_tag(field) else self.fixed.get(field.wire, ())
        type_, _ = plain(field.type, self.api)
        return fixed if all(fits(one, type_, self.api) for one in fixed) else ()

    def _documented(self, field: AnyField) -> Iterator[str]:
        """Yield the lines of an attribute that has something to say."""
        notes = list(self._notes(field))
        prose = paragraphs(field.docs, field.name, indent=8, notes=notes)
        if not prose:
            return
        need = "required" if is_needed(field) else "optional"
        head = f"{attribute(field.wire)} : {self.speller.spell(field.type)}, {need}"
        yield head + (f", default is {shown}" if (shown := self._default(field)[3:]) else "")
        yield indented(prose, 4)

    def _notes(self, field: AnyField) -> Iterator[str]:
        if field.read_only:
            yield "Set by the service only."
        if field.write_only:
            yield "Never in an answer."
        if field.secret:
            yield "A secret: keep it out of files that are shared."
        if field.default is not UNSET and field.default is not None and not self._default(field):
            yield f"The server's default is `{one_line(str(field.default))}`."
        yield from self._unchecked(field)
        if not reference(field.wire):
            lost = ", ".join(one.must for one in self._conditions(field, "it"))
            yield from [f"Must {one_line(lost)}; not checked, for KCL cannot name it."] * bool(lost)
        if isinstance(field, EntityField):
            yield from self._entity_notes(field)

    def _unchecked(self, field: AnyField) -> Iterator[str]:
        """Yield what the spec asks of a field and KCL cannot check."""
        bounds = self._bounds(field)
        for must in unchecked(bounds):
            yield f"Must {one_line(must)}, which KCL cannot check."
        type_, _ = plain(field.type, self.api)
        if isinstance(type_, TupleOf):
            shown = ", ".join(self.speller.spell(one) for one in type_.items)
            yield f"In this order: {shown}, which KCL cannot check."
        if isinstance(type_, UnionOf | Anything):
            for words in WORDS.phrases(without_rules(bounds)):
                yield f"{_capital(one_line(words))}, which KCL cannot check."
        for rule, words in self._rules(field, reference(field.wire)):
            if not rule or not reference(field.wire):
                yield f"{_capital(one_line(words))}, which KCL cannot check."

    def _entity_notes(self, field: EntityField) -> Iterator[str]:
        """Say what a field is to an entity, and where it travels if not in the body."""
        if field.identity:
            yield "Identity."
        elif field.immutable and self.changes and "Immutable." not in field.docs.description:
            yield "Immutable."
        if field.places and field.places != (BODY,):
            yield f"In the {' and the '.join(field.places)}."


def _is_tag(field: AnyField) -> bool:
    return isinstance(field, Field) and field.tag


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def about(docs: Docs, name: str, *notes: str) -> str:
    """Lay out what there is to say of a schema; notes are lines of their own."""
    lines = [line for note in notes for line in (wrap(note, WIDTH - 4) if note else [""])]
    prose = paragraphs(docs, name, indent=4)
    return "\n\n".join(part for part in (prose, "\n".join(lines)) if part)


def fits(default: object, type_: TypeRef, api: Api) -> bool:
    """Tell whether a default of the spec is of the type that it is given for."""
    match type_:
        case Scalar(kind=ScalarKind.BOOLEAN):
            return isinstance(default, bool)
        case Scalar(kind=kind):
            kinds = _SCALAR_VALUES.get(kind, (str,))
            return isinstance(default, kinds) and not isinstance(default, bool)
        case LiteralOf(values=values):
            return any(default == one and type(default) is type(one) for one in values)
        case ListOf(item=item):
            inner, _ = plain(item, api)
            return isinstance(default, list) and all(fits(one, inner, api) for one in default)
        case MapOf(value=item):
            inner, _ = plain(item, api)
            return isinstance(default, dict) and _all_fit(default.values(), inner, api)
        case UnionOf(members=members, discriminator=""):
            return any(fits(default, plain(one, api)[0], api) for one in members)
        case Anything():
            return True
        case _:
            return False


def _all_fit(values: Iterable[object], type_: TypeRef, api: Api) -> bool:
    return all(fits(one, type_, api) for one in values)
