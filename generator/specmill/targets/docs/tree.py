"""Fields of a request or a response as a tree to fold, in flat lines.

The first level of every tree is shown. Below it, a model is unfolded where it first appears on a
page and linked from then on, so that a page shows the fields of a model once and no more; a model
inside itself is marked as recursive. What would nest deeper than ``deepest`` is linked, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from specmill.model.models import UNSET, Field, Model, ModelKind
from specmill.model.parameters import Parameter
from specmill.model.references import bounds_behind
from specmill.model.types import ListOf, MapOf, Named, TupleOf, TypeRef, UnionOf
from specmill.targets.docs.prose import code, code_html, inline, plain
from specmill.targets.docs.type_words import Words
from specmill.values import dataclass

DEEPEST = 24
"""Levels of unfolded models on a page that has many operations."""
DEEPEST_OF_ONE = 3
"""The same on the page of one operation: others repeat what is below, and models have pages."""


class LineKind(StrEnum):
    """What a line of a tree does."""

    LEAF = "leaf"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One line of a tree."""

    kind: LineKind
    text: str = ""
    """Markdown of the line, or of what stands right below a summary."""
    summary: str = ""
    """HTML of the line that folds."""
    anchor: str = ""


@dataclass(slots=True)
class Trees:
    """The trees of one page."""

    words: Words
    deepest: int = DEEPEST
    _shown: set[str] = field(default_factory=set)
    """Keys of the models that are unfolded on the page."""

    def tree(self, type_: TypeRef) -> tuple[TreeLine, ...]:
        """Return the fields of what a type holds; nothing for one without fields."""
        lines: list[TreeLine] = []
        keys = list(self._objects(type_))
        for key in keys:
            if len(keys) > 1:
                lines += self._unfolded(self._named(key), key, "", (key,))
            else:
                lines += self._fields(self.words.api.models[key], (key,))
        return tuple(lines)

    def _fields(self, model: Model, path: tuple[str, ...]) -> Iterator[TreeLine]:
        if not model.fields and model.extra is None:
            yield TreeLine(LineKind.LEAF, self.words.labels.no_fields)
        for one in model.fields:
            yield from self._field(one, path)
        if bounds := words_of(model, self.words):
            yield TreeLine(LineKind.LEAF, bounds)
        if model.extra is not None:
            others = f"*{self.words.labels.other_names}* {self.words.spell(model.extra)}"
            yield TreeLine(LineKind.LEAF, others)

    def _field(self, one: Field, path: tuple[str, ...]) -> Iterator[TreeLine]:
        keys = list(self._objects(one.type))
        fresh = [key for key in keys if self._unfolds(key, path)]
        about = self._about(one, keys, fresh, path)
        if not fresh:
            head = f"**{code(one.wire)}** {self.words.spell(one.type)}"
            if not keys:
                head += f" {self.words.wire(one.type)}"
            yield TreeLine(LineKind.LEAF, head + about)
            return
        spelled = code_html(self.words.pages.reference.spell(one.type))
        summary = f"<code>{code_html(one.wire)}</code> <code>{spelled}</code>"
        about = self.words.spell(one.type) + about
        if len(keys) == 1:
            yield from self._unfolded(summary, keys[0], about, path)
            return
        yield TreeLine(LineKind.OPEN, about, summary)
        for key in fresh:
            if self._unfolds(key, path):
                yield from self._unfolded(self._named(key), key, "", path)
        yield TreeLine(LineKind.CLOSE)

    def _unfolded(
        self, summary: str, key: str, text: str, path: tuple[str, ...]
    ) -> Iterator[TreeLine]:
        self._shown.add(key)
        model = self.words.api.models[key]
        about = text or inline(model.docs.description or model.docs.summary)
        yield TreeLine(LineKind.OPEN, about, summary, self._anchor(key))
        yield from self._fields(model, (*path, key))
        yield TreeLine(LineKind.CLOSE)

    def _unfolds(self, key: str, path: tuple[str, ...]) -> bool:
        return key not in self._shown and key not in path and len(path) < self.deepest

    def _about(self, one: Field, keys: list[str], fresh: list[str], path: tuple[str, ...]) -> str:
        """Say everything about a field besides its name and type."""
        marks = [self.words.labels.required] if must_be_given(one) else []
        marks += marks_of(one, self.words)
        marks += [self._elsewhere(key, path) for key in keys if key not in fresh]
        text = _said(one, self.words)
        return "".join(f" · {mark}" for mark in marks) + (f" — {text}" if text else "")

    def _elsewhere(self, key: str, path: tuple[str, ...]) -> str:
        labels = self.words.labels
        if key in self._shown:
            link = f"[{plain(self._name(key))}](#{self._anchor(key)})"
        else:
            link = self.words.pages.to_model(key, self.words.page)
        return labels.say("recursive" if key in path else "shown_at", link=link)

    def _named(self, key: str) -> str:
        return f"<code>{code_html(self._name(key))}</code>"

    def _name(self, key: str) -> str:
        return self.words.pages.reference.model(key)

    def _anchor(self, key: str) -> str:
        return f"fields-{self.words.pages.models[key].removeprefix('models/').removesuffix('.md')}"

    def _objects(self, type_: TypeRef | None) -> Iterator[str]:
        """Yield the keys of the objects that a type holds, through lists, maps and aliases."""
        seen: set[str] = set()
        pending = [type_]
        while pending:
            match pending.pop():
                case Named(key=key) if key not in seen:
                    seen.add(key)
                    model = self.words.api.models[key]
                    if model.kind is ModelKind.OBJECT:
                        yield key
                    else:
                        pending.append(model.target)
                case ListOf(item=inner) | MapOf(value=inner):
                    pending.append(inner)
                case TupleOf(items=items, rest=rest):
                    pending += [rest, *reversed(items)]
                case UnionOf(members=members):
                    pending += reversed(members)
                case _:
                    pass


def words_of(model: Model, words: Words) -> str:
    """Say what is to know of a model besides its fields; empty for nothing."""
    labels = words.labels
    bounds, default = words.bounds(model.bounds), words.default(model.default)
    said = [labels.say("default_is", value=default)] if default else []
    if model.examples:
        said.append(labels.say("example_is", values=", ".join(map(words.value, model.examples))))
    what = " · ".join([*([bounds] if bounds else []), *said])
    return labels.say("constraints", what=what) if what else ""


def marks_of(one: Field | Parameter, words: Words) -> Iterator[str]:
    """Yield what is to know about a field or a parameter besides its type and need."""
    labels = words.labels
    if isinstance(one, Field):
        flags = ((one.read_only, labels.read_only), (one.write_only, labels.write_only))
        yield from (label for holds, label in (*flags, (one.secret, labels.secret)) if holds)
    if one.docs.deprecated:
        yield labels.deprecated
    if default := words.default(one.default):
        yield labels.say("default_is", value=default)
    if isinstance(one, Field) and one.examples:
        yield labels.say("example_is", values=", ".join(map(words.value, one.examples)))
    if bounds := words.bounds(bounds_behind(words.api.models, one.type, one.bounds)):
        yield bounds


def meaning(one: Field | Parameter, words: Words) -> str:
    """Return everything about a field or a parameter besides its type and need, as a cell."""
    said = _said(one, words)
    return " · ".join([*([said] if said else []), *marks_of(one, words)])


def _said(one: Field | Parameter, words: Words) -> str:
    """Return what the spec says, and the values that the type knows."""
    said = inline(f"{one.docs.summary}\n\n{one.docs.description}")
    return " ".join(part for part in (said, _values(one, words)) if part)


def _values(one: Field | Parameter, words: Words) -> str:
    """Return the values that a field or a parameter may have, where the spec lists them."""
    if one.constant is UNSET:
        return words.allowed(one.type)
    return str(words.labels.say("always", value=words.value(one.constant)))


def must_be_given(one: Field | Parameter) -> bool:
    """Tell whether a caller must give it: not what has one value alone, which is sent anyway."""
    return one.required and one.constant is UNSET
