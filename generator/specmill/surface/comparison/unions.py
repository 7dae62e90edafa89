"""Unions and enumerations compared: their members, their values, and what tells members apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from specmill.model.types import Named, TypeRef, UnionOf
from specmill.surface.comparison.sides import Sides, listed, shown
from specmill.surface.comparison.values.types import Shape, models_of
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: its name, its place, and which way its values travel."""

    name: str
    group: str
    old: str
    new: str
    sent: bool
    received: bool
    is_model: bool = False
    """It is a class or an alias itself."""


def compare_variants(sides: Sides, subject: Subject, before: Shape, after: Shape) -> bool:
    """Tell which models a value may be no longer, or besides; whether that is all that differs."""
    gone, come = models_of(before) - models_of(after), models_of(after) - models_of(before)
    others = {one for one in before ^ after if one[0] != "class"}
    stay = models_of(before) & models_of(after)
    if others or not (gone or come) or not stay:
        return False
    rules = []
    if come:
        rule = "variant-added" if subject.received else "variant-accepted"
        text = "may be another model, too" if subject.received else "takes another model, too"
        rules.append((rule, text, come))
    if gone:
        rule = "variant-removed" if subject.sent else "variant-no-longer-comes"
        text = "can no longer be sent as a model" if subject.sent else "can no longer be a model"
        rules.append((rule, text, gone))
    for rule, text, classes in rules:
        sides.changes.add(
            rule,
            subject.name,
            text,
            group=subject.group,
            now=listed(sorted(classes)),
            old=subject.old,
            new=subject.new,
        )
    return True


def compare_values(
    sides: Sides, subject: Subject, before: Sequence[object], after: Sequence[object]
) -> None:
    """Tell which values an enumeration lost and got."""
    gone = [value for value in before if value not in after]
    come = [value for value in after if value not in before]
    travels = subject.sent or subject.received
    for rule, text, values in (
        ("enum-value-removed", "a value is gone", gone),
        ("enum-value-added", "one more value", come),
    ):
        if values:
            sides.changes.add(
                rule if travels else "constraint-changed",
                subject.name,
                text,
                group=subject.group,
                now=listed(map(shown, values)),
                old=subject.old,
                new=subject.new,
            )


def compare_own_values(
    sides: Sides, subject: Subject, old: TypeRef | None, new: TypeRef | None
) -> None:
    """Tell what an enumeration lost and got, unless it is one that has a name on both sides."""
    names = [one.key for one in (old, new) if isinstance(one, Named)]
    if len(names) == 2 and sides.before.renamed.get(names[0], names[0]) == names[1]:
        return
    before, after = sides.before.values(old), sides.after.values(new)
    if before and after:
        compare_values(sides, subject, before, after)
    elif (before or after) and old is not None and new is not None:
        if sides.before.shape(old) != sides.after.shape(new):
            return  # another type
        if subject.sent:
            rule = "constraint-tightened" if after else "constraint-loosened"
            text = "the server takes some values only" if after else "the server takes any value"
        elif subject.is_model:
            rule = "enum-value-added" if after else "constraint-changed"
            text = "has some values only" if after else "may have any value"
        else:
            return  # the enumeration comes or goes, which is told
        sides.changes.add(
            rule,
            subject.name,
            text,
            group=subject.group,
            now=listed(map(shown, after)),
            old=subject.old,
            new=subject.new,
        )


def compare_tags(sides: Sides, subject: Subject, old: TypeRef | None, new: TypeRef | None) -> None:
    """Tell which words lead to other classes than before."""
    before, after = sides.before.unions(old), sides.after.unions(new)
    for one, other in zip(before, after, strict=False):
        _compare_union(sides, subject, one, other)
    if bool(before) != bool(after) and sides.before.shape(old) == sides.after.shape(new):
        union = (before or after)[0]
        word = union.discriminator
        text = f"`{word}` tells the models apart" if after else f"`{word}` tells nothing any more"
        _tell(sides, subject, "tag-changed", text, causes=_tags(sides, union))


def _compare_union(sides: Sides, subject: Subject, old: UnionOf, new: UnionOf) -> None:
    causes = (*_tags(sides, old), *_tags(sides, new))
    if old.discriminator != new.discriminator:
        text = "another property selects the models"
        words = old.discriminator, new.discriminator
        _tell(sides, subject, "tag-changed", text, *words, causes=causes)
    before = {word: _class(target, sides.before.renamed) for word, target in old.mapping}
    after = {word: _class(target, {}) for word, target in new.mapping}
    moved = [word for word in before if word in after and before[word] != after[word]]
    if moved:
        text = f"{listed(map(shown, moved))} {'lead' if moved[1:] else 'leads'} to another class"
        classes = [listed(words[word] for word in moved) for words in (before, after)]
        _tell(sides, subject, "tag-class-changed", text, *classes, causes=causes)
    gone = {word: name for word, name in before.items() if word not in after}
    come = {word: name for word, name in after.items() if word not in before}
    stay = {_class(one, sides.before.renamed) for one in old.members}
    stay &= {_class(one, {}) for one in new.members}
    was = [f"{shown(word)} {name}" for word, name in gone.items() if name in stay]
    now = [f"{shown(word)} {name}" for word, name in come.items() if name in stay]
    if was or now:
        text = "other values select the models"
        _tell(sides, subject, "tag-changed", text, listed(was), listed(now), causes=causes)
    before_rest, after_rest = _rest(old, sides.before.renamed), _rest(new, {})
    if subject.received and before_rest != after_rest:
        text = "words that tell of none of the models are read otherwise"
        _tell(sides, subject, "tag-changed", text, before_rest, after_rest, causes=causes)


def _rest(union: UnionOf, renamed: Mapping[str, str]) -> str:
    """Say what an object is read as whose word tells of no member."""
    if union.other is not None:
        return _class(union.other, renamed)
    return "what fits best" if union.closed else "a mapping"


def _tags(sides: Sides, union: UnionOf) -> Iterator[str]:
    """Yield the fields of the members that hold the word: what they may be follows from it."""
    for _, target in union.mapping:
        model = sides.new.models.get(_class(target, sides.before.renamed))
        if model is not None:
            tags = (one for one in model.attributes if one.field.wire == union.discriminator)
            yield from (f"{model.name}.{tag.name}" for tag in tags)


def _class(target: TypeRef, renamed: Mapping[str, str]) -> str:
    name = target.key if isinstance(target, Named) else str(target)
    return renamed.get(name, name)


def _tell(
    sides: Sides,
    subject: Subject,
    rule: str,
    text: str,
    was: str = "",
    now: str = "",
    *,
    causes: Iterable[str] = (),
) -> None:
    sides.changes.add(
        rule,
        subject.name,
        text,
        group=subject.group,
        was=was,
        now=now,
        old=subject.old,
        new=subject.new,
        causes=causes,
    )
