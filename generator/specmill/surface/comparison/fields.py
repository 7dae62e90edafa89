"""Fields compared: whether they are there, must be given, may be missing, and their types."""

from __future__ import annotations

from specmill.model.models import UNSET, Field
from specmill.model.types import LiteralOf, TypeRef
from specmill.surface.comparison.constraints import compare_bounds, possible_now
from specmill.surface.comparison.matching import match
from specmill.surface.comparison.sides import Sides, on_wire, shortened, shown, until
from specmill.surface.comparison.unions import (
    Subject,
    compare_own_values,
    compare_tags,
    compare_variants,
)
from specmill.surface.comparison.values.types import (
    Fit,
    Shape,
    compared,
    fit,
    is_nullable,
    same_on_wire,
    without_none,
)
from specmill.surface.value import Attribute, Model
from specmill.values import dataclass, replace


def compare_fields(sides: Sides, owner: Subject, old: Model, new: Model) -> None:
    """Tell what became of the fields of a class."""
    matched = match(
        old.attributes, new.attributes, lambda one: one.field.wire, lambda one: one.name
    )
    for one in matched.removed:
        sides.changes.add(
            "field-removed",
            f"{new.name}.{one.name}",
            "the field is gone",
            group=owner.group,
            was=sides.before.spelled(one.field.type),
            wire=one.field.wire,
            old=one.pointer,
            new=new.pointer,
        )
    for one in matched.added:
        _added(sides, owner, new, one)
    for before, after in matched.pairs:
        if before.field == after.field and before.name == after.name:
            continue
        subject = replace(
            owner, name=f"{new.name}.{after.name}", old=before.pointer, new=after.pointer
        )
        _Field(sides, subject, before, after).compare()


def _added(sides: Sides, owner: Subject, model: Model, one: Attribute) -> None:
    rule, text = "field-added", "one more field"
    unused = not (model.sent or model.received)
    if one.field.required and one.field.constant is not UNSET and model.sent:
        rule, text = "field-constant-added", f"is sent as {shown(one.field.constant)} by itself"
    elif one.given and (model.sent or unused):
        rule, text = "field-added-required", "one more field that must be given"
    sides.changes.add(
        rule,
        f"{model.name}.{one.name}",
        text,
        group=owner.group,
        now=sides.after.spelled(one.field.type),
        wire=one.field.wire,
        old=owner.old,
        new=one.pointer,
    )


@dataclass(frozen=True, slots=True)
class _Field:
    sides: Sides
    subject: Subject
    old: Attribute
    new: Attribute

    def compare(self) -> None:
        """Tell what differs between a field and what it became."""
        old, new = self.old, self.new
        if old.name != new.name:
            is_kept = old.name in new.former
            rule = "field-name-deprecated" if is_kept else "field-renamed"
            text = "the old name is deprecated" if is_kept else "has another name"
            self._tell(rule, text, old.name, new.name)
        for name in old.former:
            if name not in (new.name, *new.former):
                self._tell("field-renamed", "the deprecated name is gone", name, new.name)
        if old.field.wire != new.field.wire:
            text = "travels under another name"
            self._tell("field-wire-name", text, old.field.wire, new.field.wire)
        self._compare_presence()
        self._compare_direction()
        self._compare_types()
        self._compare_rest()

    def _tell(self, rule: str, text: str, was: str = "", now: str = "") -> None:
        subject = self.subject
        self.sides.changes.add(
            rule,
            subject.name,
            text,
            group=subject.group,
            was=was,
            now=now,
            wire=self.new.field.wire,
            old=subject.old,
            new=subject.new,
        )

    def _compare_presence(self) -> None:
        """Tell whether it must be given now, and whether it may be missing."""
        old, new, subject = self.old, self.new, self.subject
        if not old.given and new.given and (subject.sent or old.field.read_only):
            self._tell("field-became-required", "must be given now")
            return
        if old.field.constant is not UNSET and new.given:
            self._tell("field-constant-removed", "may have other values, and is not set by itself")
        if subject.received and old.may_be_missing and not new.may_be_missing:
            self._tell("field-always-present", "is always there")
        elif subject.received and not old.may_be_missing and new.may_be_missing:
            if is_nullable(self.sides.before.shape(old.field.type)):
                self._tell("field-became-optional", "need not be given")
            else:
                self._tell("field-may-be-missing", "may be missing")
        elif old.given and not new.given and not new.field.read_only:
            self._tell("field-became-optional", "need not be given")

    def _compare_direction(self) -> None:
        old, new = self.old.field, self.new.field
        if old.read_only != new.read_only:
            sets = self.subject.sent or new.required
            if new.read_only and sets:
                self._tell("field-read-only", "is set by the server only")
            elif not (new.required and not new.read_only):
                self._tell("field-direction", _way(new.read_only, new.write_only))
        if old.write_only != new.write_only:
            is_set = new.constant is not UNSET  # the class has it, whatever comes
            if new.write_only and self.subject.received and not (self.old.may_be_missing or is_set):
                self._tell("field-write-only", "is no longer in responses")
            else:
                self._tell("field-direction", _way(new.read_only, new.write_only))

    def _compare_types(self) -> None:
        sides, subject = self.sides, self.subject
        old, new = _as_spelled(self.old.field, self.new.field)
        possible = possible_now(self.old.field.bounds, self.new.field.bounds, sent=subject.sent)
        if possible is not None:
            if possible:
                self._tell("field-type-compatible", possible)
            return
        compare_own_values(sides, subject, old, new)
        compare_tags(sides, subject, old, new)
        _, before, after = compared(sides.before, sides.after, old, new)
        if not (self.old.may_be_missing or self.new.may_be_missing):
            self._compare_null(before, after)
        before, after = without_none(before), without_none(after)
        match fit(before, after):
            case Fit.SAME:
                if same_on_wire(sides.before, sides.after, old, new):
                    return
                words = map(shortened, on_wire(sides, old, new))
                self._tell("field-wire-format", "is sent in another format", *words)
                return
            case _ if compare_variants(sides, subject, before, after):
                return
            case Fit.WIDER if not subject.received:
                rule, text = "field-type-compatible", "takes more types"
            case Fit.NARROWER if not subject.sent:
                rule, text = "field-type-compatible", "is fewer types"
            case _:
                rule, text = "field-type", "has another type"
        was, now = sides.before.spelled(old), sides.after.spelled(new)
        self._tell(rule, text, shortened(was), shortened(now))

    def _compare_null(self, before: Shape, after: Shape) -> None:
        was, now = is_nullable(before), is_nullable(after)
        if was == now or ("Any",) in before | after:
            return
        if now:
            received = self.subject.received
            rule = "field-nullable" if received else "field-accepts-null"
            self._tell(rule, "may be null")
        else:
            rule = "field-not-nullable" if self.subject.sent else "field-never-null"
            self._tell(rule, "may not be null")

    def _compare_rest(self) -> None:
        old, new, subject = self.old.field, self.new.field, self.subject
        if old.default != new.default:
            rule = "default-changed" if subject.sent else "field-default"
            text = "the server's default differs"
            self._tell(rule, text, shown(old.default), shown(new.default))
        compare_bounds(
            self.sides,
            subject.name,
            (old.bounds, new.bounds),
            sent=subject.sent and not new.read_only,
            group=subject.group,
            old=subject.old,
            new=subject.new,
        )
        if old.secret != new.secret:
            self._tell("field-secret", "is hidden" if new.secret else "is shown")
        if old.docs.deprecated != new.docs.deprecated:
            rule = "field-deprecated" if new.docs.deprecated else "field-reactivated"
            text = "is deprecated" if new.docs.deprecated else "is no longer deprecated"
            self._tell(rule, text, now=until(self.new.sunset))


def _as_spelled(old: Field, new: Field) -> tuple[TypeRef, TypeRef]:
    """Return the types of a field as classes have them: a tag has its own words there, also where
    one of the specs allows others.
    """
    if not (old.tag and new.tag):
        return old.type, new.type
    types = [one for one in (old.type, new.type) if isinstance(one, LiteralOf)]
    if all(one.open for one in types):
        return old.type, new.type
    closed = [replace(one, open=False) for one in types]
    return (closed[0], closed[1]) if len(closed) == 2 else (old.type, new.type)


def _way(read_only: bool, write_only: bool) -> str:
    if read_only:
        return "is set by the server only"
    return "is never in responses" if write_only else "is in requests and responses"
