"""Models compared: classes, aliases and enumerations that programs import."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from specmill.model.models import Docs, ModelKind
from specmill.surface.comparison.constraints import compare_bounds, possible_now
from specmill.surface.comparison.fields import compare_fields
from specmill.surface.comparison.matching import Matched
from specmill.surface.comparison.sides import (
    Sides,
    listed,
    on_wire,
    schema_says_other,
    shortened,
    shown,
    until,
)
from specmill.surface.comparison.unions import (
    Subject,
    compare_own_values,
    compare_tags,
    compare_variants,
)
from specmill.surface.comparison.values.types import Fit, compared, same_on_wire
from specmill.surface.value import Model, Surface
from specmill.values import replace

GROUP = "models"
_NAME = re.compile(r"\w+")


def compare_models(sides: Sides, matched: Matched[Model]) -> None:
    """Tell what became of every class and alias."""
    users_before, users_after = _users(sides.old), _users(sides.new)
    for model in matched.removed:
        sides.changes.add(
            "model-removed",
            model.name,
            f"the {_word(model)} is gone",
            group=GROUP,
            wire=model.key,
            old=model.pointer,
            consequences=_named_by(users_before.get(model.name, ())),
        )
    for model in matched.added:
        if model.is_part:
            continue  # what other classes are made of; they have its fields
        text = f"a new {_word(model)}"
        sides.changes.add(
            "model-added", model.name, text, group=GROUP, wire=model.key, new=model.pointer
        )
    for old, new in matched.pairs:
        _compare_old_names(sides, old, new)
        if old.name != new.name:
            _renamed(sides, old, new, users_after.get(new.name, ()))
        _compare(sides, old, new)


def _word(model: Model) -> str:
    return {ModelKind.OBJECT: "class", ModelKind.ENUM: "enumeration"}.get(model.kind, "alias")


def _users(surface: Surface) -> Mapping[str, Sequence[str]]:
    """Return the methods that name each model in what they take or give."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for method in surface.methods:
        spelled = (method.returned, *(one.annotation for one in method.arguments))
        for name in set(_NAME.findall(" ".join(spelled))):
            users[name].append(method.name)
    return users


def _named_by(users: Sequence[str]) -> Sequence[str]:
    return [f"named by {shortened(listed(users))}"] if users else []


def _compare_old_names(sides: Sides, old: Model, new: Model) -> None:
    """Tell which deprecated names of a model are gone."""
    for name in old.former:
        if name not in (new.name, *new.former):
            sides.changes.add(
                "model-removed",
                name,
                "the deprecated name is gone",
                group=GROUP,
                now=new.name,
                old=old.pointer,
                new=new.pointer,
            )


def _renamed(sides: Sides, old: Model, new: Model, users: Sequence[str]) -> None:
    is_kept = old.name in new.former
    sides.changes.add(
        "model-name-deprecated" if is_kept else "model-renamed",
        old.name,
        "the name is deprecated" if is_kept else f"the {_word(old)} has another name",
        group=GROUP,
        was=old.name,
        now=new.name,
        wire=old.key if old.key == new.key else f"{old.key} → {new.key}",
        old=old.pointer,
        new=new.pointer,
        consequences=_named_by(users),
    )


def _compare(sides: Sides, old: Model, new: Model) -> None:
    """Tell what differs between a model and the one that it became."""
    unused = not (old.sent or old.received or new.sent or new.received)
    subject = Subject(
        new.name,
        GROUP,
        old.pointer,
        new.pointer,
        sent=old.sent or new.sent or unused,
        received=old.received or new.received or unused,
        is_model=True,
    )
    if (old.kind is ModelKind.OBJECT) != (new.kind is ModelKind.OBJECT):
        was, now = _word(old), _word(new)
        text = f"the {was} is {'an' if now[0] in 'ae' else 'a'} {now} now"
        sides.changes.add(
            "model-kind", new.name, text, group=GROUP, old=old.pointer, new=new.pointer
        )
        return
    if old.kind is ModelKind.OBJECT:
        compare_fields(sides, subject, old, new)
        _compare_extra(sides, subject, old, new)
    else:
        _compare_target(sides, subject, old, new)
        _compare_constants(sides, subject, old, new)
    compare_bounds(
        sides,
        new.name,
        (old.bounds, new.bounds),
        sent=old.sent or new.sent,
        group=GROUP,
        old=old.pointer,
        new=new.pointer,
    )
    if old.default != new.default:
        sides.changes.add(
            "default-changed" if subject.sent else "field-default",
            new.name,
            "the server's default differs",
            group=GROUP,
            was=shown(old.default),
            now=shown(new.default),
            old=old.pointer,
            new=new.pointer,
        )
    _compare_words(sides, subject, old, new)


def _compare_extra(sides: Sides, subject: Subject, old: Model, new: Model) -> None:
    """Tell what properties that nobody declared are read as now."""
    before = sides.before.shape(old.extra, on_wire=True) if old.extra else None
    after = sides.after.shape(new.extra, on_wire=True) if new.extra else None
    anything = frozenset((("Any",),))
    if (before or anything) == (after or anything):
        return
    sides.changes.add(
        "extra-type",
        new.name,
        "undeclared properties are read as another type",
        group=GROUP,
        was=sides.before.spelled(old.extra) if old.extra else "Any",
        now=sides.after.spelled(new.extra) if new.extra else "Any",
        old=subject.old,
        new=subject.new,
    )


def _compare_target(sides: Sides, subject: Subject, old: Model, new: Model) -> None:
    idle = not (old.sent or old.received or new.sent or new.received)
    told = replace(subject, sent=False, received=False) if idle else subject
    compare_own_values(sides, told, old.target, new.target)
    compare_tags(sides, subject, old.target, new.target)
    found, before_shape, after_shape = compared(sides.before, sides.after, old.target, new.target)
    was, now = sides.before.spelled(old.target), sides.after.spelled(new.target)
    possible = possible_now(old.bounds, new.bounds, sent=subject.sent)
    match found:
        case _ if possible is not None:
            if not possible:
                return
            rule, text = "alias-type-compatible", possible
        case Fit.SAME:
            if same_on_wire(sides.before, sides.after, old.target, new.target):
                return
            rule, text = "alias-wire-format", "the same type, sent in another format"
            was, now = on_wire(sides, old.target, new.target)
        case _ if compare_variants(sides, subject, before_shape, after_shape):
            return
        case Fit.WIDER if not subject.received:
            rule, text = "alias-type-compatible", "takes more types"
        case Fit.NARROWER if not subject.sent:
            rule, text = "alias-type-compatible", "is fewer types"
        case _:
            rule, text = "alias-type", "stands for another type"
    sides.changes.add(
        rule,
        new.name,
        text,
        group=GROUP,
        was=shortened(was),
        now=shortened(now),
        old=subject.old,
        new=subject.new,
    )


def _compare_constants(sides: Sides, subject: Subject, old: Model, new: Model) -> None:
    """Tell what the names of values name now."""
    names = {shown(value): name for name, value in new.constants.items()}
    known = {shown(one.value) for one in old.values}
    known -= {shown(value) for name, value in old.constants.items() if name not in new.constants}
    for name, value in old.constants.items():
        if name not in new.constants:
            rule, text, now = (
                "constant-removed",
                "the constant is gone",
                names.get(shown(value), ""),
            )
        elif new.constants[name] != value:
            rule, text, now = "constant-changed", "names another value", shown(new.constants[name])
        else:
            continue
        sides.changes.add(
            rule,
            name,
            text,
            group=GROUP,
            was=shown(value),
            now=now,
            old=subject.old,
            new=subject.new,
        )
    for name, value in new.constants.items():
        if name not in old.constants and shown(value) in known:
            text = "the value has a name"
            sides.changes.add(
                "constant-added", name, text, group=GROUP, now=shown(value), new=subject.new
            )


def _value_says_other(old: Docs, new: Docs) -> bool:
    return old.deprecated != new.deprecated or schema_says_other(old, new)


def _compare_words(sides: Sides, subject: Subject, old: Model, new: Model) -> None:
    if old.docs.deprecated != new.docs.deprecated:
        rule = "model-deprecated" if new.docs.deprecated else "model-reactivated"
        text = "is deprecated" if new.docs.deprecated else "is no longer deprecated"
        sides.changes.add(
            rule,
            new.name,
            text,
            group=GROUP,
            now=until(new.sunset),
            old=subject.old,
            new=subject.new,
        )
    fields = {one.field.wire: one.field.docs for one in old.attributes}
    values = {one.value: one.docs for one in old.values}
    parts = ["the model"] * schema_says_other(old.docs, new.docs)
    parts += [
        one.name
        for one in new.attributes
        if schema_says_other(fields.get(one.field.wire, one.field.docs), one.field.docs)
    ]
    parts += [
        str(one.value)
        for one in new.values
        if _value_says_other(values.get(one.value, one.docs), one.docs)
    ]
    if parts:
        text = "its documentation or that of a part has changed"
        sides.changes.add(
            "docs-changed",
            new.name,
            text,
            group=GROUP,
            now=shortened(listed(parts)),
            old=subject.old,
            new=subject.new,
        )
