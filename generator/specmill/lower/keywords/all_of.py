"""Merging ``allOf`` (JSON Schema Core, section 10.2.1.1) into one flat schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import product
from typing import Any

from specmill.values import dataclass, replace

FURTHER = "x-further"
"""Where a merged schema keeps what its keywords have no second place for, a list of schemas: the
pattern of another member. No document has it.
"""

ASSERTIONS = frozenset(
    {
        *("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"),
        *("dependentSchemas", "dependentRequired", "dependencies", "discriminator"),
        *("properties", "patternProperties", "additionalProperties", "propertyNames"),
        *("unevaluatedProperties", "required", "minProperties", "maxProperties"),
        *("items", "prefixItems", "additionalItems", "unevaluatedItems", "minItems", "maxItems"),
        *("uniqueItems", "contains", "minContains", "maxContains"),
        *("type", "format", "enum", "const", "nullable"),
        *("contentEncoding", "contentMediaType", "contentSchema"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", FURTHER),
    }
)
"""Keywords that say which values there are. All others, known or not, say something about a value
or hold other schemas (JSON Schema Core, section 6.5).
"""

_MAXIMA = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_MINIMA = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_ALONE = frozenset({"pattern", "multipleOf", "not"})
_GROUPS = (("if", "then", "else"), ("contains", "minContains", "maxContains"))
"""Keywords that mean something together."""
_MOST_PAIRS = 32
"""Members of a union that two unions may make together."""

_NOWHERE = 1 << 62

Conflict = Callable[[str], None]


def is_annotation(keyword: str) -> bool:
    """Tell whether a keyword leaves the type of a value alone."""
    return keyword not in ASSERTIONS


def is_silent(schema: Any) -> bool:
    """Tell whether a member of ``allOf`` says nothing of the type of a value."""
    return schema is True or (isinstance(schema, dict) and all(map(is_annotation, schema)))


def annotated(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Say of a schema itself what members of its ``allOf`` say beside its type."""
    for member in schema.get("allOf", ()):
        if member is not True and is_silent(member):
            schema = {**member, **schema}
    return schema


def merge(
    schema: Mapping[str, Any],
    resolve: Callable[[str], Any],
    conflict: Conflict = lambda _: None,
) -> dict[str, Any]:
    """Flatten one schema, as :class:`Merging` does many of a document."""
    return Merging(resolve)(schema, conflict)


@dataclass(frozen=True, slots=True)
class Merging:
    """Flattens schemas with ``allOf`` or with keywords beside ``$ref``: what holds where all hold.

    Properties are joined, a property declared twice holds for both declarations, ``required`` adds
    up, of bounds the narrower counts, of types and enumerations what they share, and of
    annotations the outermost schema's. A schema that includes itself contributes once. What a
    reference comes to is worked out once, however many schemas include it.
    """

    resolve: Callable[[str], Any]
    """Looks a ``$ref`` up."""
    _known: dict[str, _Flat] = field(default_factory=dict)
    """What references come to that are part of no circle."""

    def __call__(
        self, schema: Mapping[str, Any], conflict: Conflict = lambda _: None
    ) -> dict[str, Any]:
        """Flatten a schema, which is not changed.

        ``conflict`` is told what no value can fit; the outermost declaration counts then. Gives a
        schema without ``allOf``. What has no second place is under :data:`FURTHER`.
        """
        merged: dict[str, Any] = {}
        _Merger(self, conflict).add(merged, schema)
        return merged

    def keep(self, reference: str, flat: _Flat) -> None:
        """Remember what a reference comes to."""
        self._known[reference] = flat

    def flat(self, reference: str, circular: dict[str, _Flat]) -> _Flat | None:
        """Return what a reference comes to, if that is known by now."""
        return self._known.get(reference) or circular.get(reference)


@dataclass(slots=True)
class _Flat:
    """What a reference comes to, and what in it no value can fit."""

    schema: dict[str, Any]
    conflicts: list[str]


@dataclass(slots=True)
class _Frame:
    """A schema whose parts are being added up."""

    reference: str
    pending: list[Any]
    """The parts that are still to be added, the first one last."""
    flat: _Flat = field(default_factory=lambda: _Flat({}, []))
    reaches: int = _NOWHERE
    """The outermost frame that something in it refers back to."""


@dataclass(frozen=True, slots=True)
class _Merger:
    merging: Merging
    conflict: Conflict
    place: str = ""
    """What is merged, for messages."""

    @property
    def resolve(self) -> Callable[[str], Any]:
        return self.merging.resolve

    def add(self, merged: dict[str, Any], schema: Any) -> None:
        """Let ``merged`` hold for a schema, too; iterative, since includes may be a long chain."""
        outermost = _Frame("", [_Own(schema), *_included(schema)])
        outermost.flat.schema = merged
        frames = [outermost]
        open_at: dict[str, int] = {}
        circular: dict[str, _Flat] = {}
        while frames:
            frame = frames[-1]
            if not frame.pending:
                frames.pop()
                if frames:
                    del open_at[frame.reference]
                    self._close(frame, frames, circular)
                continue
            part = frame.pending.pop()
            if isinstance(part, _Own):
                self._within(frame).say(frame.flat.schema, part.schema)
            elif not isinstance(part, str):
                frame.pending += [_Own(part), *_included(part)]
            elif part in open_at:
                frame.reaches = min(frame.reaches, open_at[part])
            elif (known := self.merging.flat(part, circular)) is not None:
                self._take(frame, known)
            else:
                open_at[part] = len(frames)
                target = self.resolve(part)
                frames.append(_Frame(part, [_Own(target), *_included(target)]))

    def _close(self, frame: _Frame, frames: list[_Frame], circular: dict[str, _Flat]) -> None:
        """Hand what a reference comes to on to the schema that includes it."""
        around = frames[-1]
        if frame.reaches >= len(frames):
            self.merging.keep(frame.reference, frame.flat)
        else:  # of a circle it depends on who asks
            circular[frame.reference] = frame.flat
            around.reaches = min(around.reaches, frame.reaches)
        self._take(around, frame.flat)

    def _take(self, frame: _Frame, flat: _Flat) -> None:
        merger = self._within(frame)
        for told in flat.conflicts:
            merger.conflict(told)
        merger.say(frame.flat.schema, flat.schema)

    def _within(self, frame: _Frame) -> _Merger:
        """Let what cannot fit be remembered with the reference that it is part of."""
        return replace(self, conflict=frame.flat.conflicts.append) if frame.reference else self

    def say(self, merged: dict[str, Any], schema: Any) -> None:
        """Add the keywords of a schema but for what it includes."""
        if not isinstance(schema, dict):
            return
        if not merged:
            merged.update((key, schema[key]) for key in schema if key not in ("$ref", "allOf"))
            return
        aside = [group for group in _GROUPS if group[0] in merged and group[0] in schema]
        for group in aside:
            own = {key: schema[key] for key in group if key in schema}
            if own != {key: merged[key] for key in group if key in merged}:
                _keep(merged, own)
        for keyword, value in schema.items():
            if keyword in ("$ref", "allOf") or any(keyword in group for group in aside):
                continue
            merged[keyword] = value if keyword not in merged else self._both(merged, keyword, value)

    def _both(self, merged: dict[str, Any], keyword: str, value: Any) -> Any:
        """Return the value of a keyword that is there already."""
        before = merged[keyword]
        if before == value or is_annotation(keyword):
            return value
        if keyword in _ALONE:
            _keep(merged, {keyword: value})
            return before
        if keyword == "const":
            self._tell(keyword)
        joined = _JOINED.get(keyword)
        return value if joined is None else joined(self, keyword, before, value)

    def kinds(self, keyword: str, before: Any, value: Any) -> Any:
        return self._narrower(keyword, before, shared_kinds(before, value), value)

    def values(self, keyword: str, before: Any, value: Any) -> Any:
        shared = [one for one in before if _is_in(one, value)]
        return self._narrower(keyword, before, shared, value)

    def places(self, keyword: str, before: Any, value: Any) -> Any:
        longer = before if len(before) > len(value) else value
        shared = [self.inner(keyword, *pair) for pair in zip(before, value, strict=False)]
        return [*shared, *longer[len(shared) :]]

    def maps(self, _: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
        joined = dict(one)
        for name, declared in other.items():
            joined[name] = self.inner(name, one[name], declared) if name in one else declared
        return joined

    def inner(self, place: str, one: Any, other: Any) -> Any:
        """Return a schema for what two schemas hold for."""
        if one is False or other is False:
            return False
        if one == other or one is True or one == {}:
            return other
        if not isinstance(one, dict) or not isinstance(other, dict) or not other:
            return one
        if all(is_annotation(keyword) for keyword in other):
            return {**one, **other}
        if all(is_annotation(keyword) for keyword in one):
            return {**one, **other}
        if {"$ref", "allOf"} & (one.keys() | other.keys()):
            said = {key: value for key, value in [*one.items(), *other.items()] if _is_said(key)}
            return {**said, "allOf": _together(self, "allOf", _parts(one), _parts(other))}
        merged: dict[str, Any] = dict(one)
        named = f"{self.place}.{place}" if self.place else place
        replace(self, place=named).say(merged, other)
        return merged

    def _narrower(self, keyword: str, before: Any, shared: Any, value: Any) -> Any:
        if shared:
            return shared
        self._tell(keyword)
        return value if before else before

    def _tell(self, keyword: str) -> None:
        of = f" of `{self.place}`" if self.place else ""
        self.conflict(f"`{keyword}`{of} is said twice, and no value fits both")

    def unions(self, _: str, one: Sequence[Any], other: Sequence[Any]) -> Any:
        """Return the members that two unions have together; those that contradict are left out.

        What both list is one of them, and goes together with no other.
        """
        both = [member for member in one if member in other]
        lefts = [member for member in one if member not in both]
        rights = [member for member in other if member not in both]
        if len(lefts) * len(rights) > _MOST_PAIRS:
            return other
        pairs = both
        for left, right in product(lefts, rights):
            wrong: list[str] = []
            pair = {"allOf": _together(self, "allOf", _plain_parts(left), _plain_parts(right))}
            self.merging(pair, wrong.append)
            if not wrong and pair not in pairs:
                pairs.append(pair)
        return pairs or other


_Join = Callable[[_Merger, str, Any, Any], Any]


def _most(_merger: _Merger, _keyword: str, one: Any, other: Any) -> Any:
    return max(one, other)


def _least(_merger: _Merger, _keyword: str, one: Any, other: Any) -> Any:
    return min(one, other)


def _together(_merger: _Merger, _keyword: str, one: list[Any], other: list[Any]) -> list[Any]:
    return [*one, *(entry for entry in other if entry not in one)]


def _dependent(_merger: _Merger, _keyword: str, one: Any, other: Any) -> Any:
    names = {**one, **other}
    return {name: list(dict.fromkeys([*one.get(name, ()), *other.get(name, ())])) for name in names}


_JOINED: dict[str, _Join] = {
    **dict.fromkeys(_MAXIMA, _least),
    **dict.fromkeys(_MINIMA, _most),
    **dict.fromkeys(("properties", "patternProperties", "dependentSchemas"), _Merger.maps),
    **dict.fromkeys(("required", FURTHER), _together),
    **dict.fromkeys(("oneOf", "anyOf"), _Merger.unions),
    **dict.fromkeys(
        ("items", "propertyNames", "additionalProperties", "unevaluatedProperties"), _Merger.inner
    ),
    "dependentRequired": _dependent,
    "type": _Merger.kinds,
    "enum": _Merger.values,
    "prefixItems": _Merger.places,
}
"""How the two values of a keyword become one; of all others the outermost counts."""


@dataclass(frozen=True, slots=True)
class _Own:
    """The keywords of a schema but for what it includes."""

    schema: Any


def _included(schema: Any) -> list[Any]:
    """Return what a schema includes, the first last: schemas of ``allOf``, and a reference."""
    if not isinstance(schema, dict):
        return []
    reference = schema.get("$ref")
    first = [reference] if isinstance(reference, str) else []
    return [*reversed(schema.get("allOf", ())), *first]


def _keep(merged: dict[str, Any], own: dict[str, Any]) -> None:
    further = merged.get(FURTHER, [])
    merged[FURTHER] = further if own in further else [*further, own]


def _parts(schema: dict[str, Any]) -> list[Any]:
    """Return what a schema includes, each part once, if it says nothing else."""
    alone = all(key == "allOf" or _is_said(key) for key in schema)
    return schema["allOf"] if alone and "allOf" in schema else [schema]


def _plain_parts(schema: Any) -> list[Any]:
    is_plain = isinstance(schema, dict) and schema.keys() == {"allOf"}
    return schema["allOf"] if is_plain else [schema]


def _is_said(keyword: str) -> bool:
    return is_annotation(keyword) and not keyword.startswith("$")


def shared_kinds(one: Any, other: Any) -> Any:
    """Return the JSON types that two ``type`` have in common; an integer is a number."""
    left, right = _kinds(one), _kinds(other)
    if "number" in left and "integer" in right:
        left = [*left, "integer"]
    if "number" in right and "integer" in left:
        right = [*right, "integer"]
    shared = [kind for kind in left if kind in right]
    if "number" in shared and "integer" in shared:
        shared = [kind for kind in shared if kind != "integer"]
    return shared[0] if len(shared) == 1 else shared


def _kinds(declared: Any) -> list[str]:
    return list(declared) if isinstance(declared, list) else [declared]


def _is_in(value: Any, values: Iterable[Any]) -> bool:
    return any(value == one and isinstance(value, bool) is isinstance(one, bool) for one in values)
