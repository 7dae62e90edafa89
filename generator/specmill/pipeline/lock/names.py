"""Names of an API in the lock file: its lines, read when a build asks for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.pipeline.lock.facts import Facts, Row, name_lines

_AS_IT_IS = ("",)


class LockedNames:
    """The names of an API, as lines of the file, as a value, or as both.

    A run looks at the names of what it builds; those of all other APIs go from one lock into the
    next as they are.
    """

    __slots__ = ("_given", "_lines")

    def __init__(self, given: GivenNames | None = None, lines: bytes | None = None) -> None:
        self._given = GivenNames() if given is None and lines is None else given
        self._lines = lines

    @property
    def given(self) -> GivenNames:
        """The names as a value."""
        if self._given is None:
            self._given = given_by_facts(_facts(json.loads(b"[%s]" % (self._lines or b""))))
        return self._given

    def lines(self, api: str) -> bytes:
        """Return the lines of the file that have them, without what stands around them."""
        if self._lines is None:
            self._lines = name_lines([(api, *row) for row in _rows(self.given)])
        return self._lines

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LockedNames) and self.given == other.given

    def __hash__(self) -> int:
        return hash(self.given)

    def __repr__(self) -> str:
        return f"LockedNames({self.given!r})"


def given_by_facts(facts: Facts) -> GivenNames:
    """Return the names that facts of an API tell."""
    orders, former = facts.get("arguments", {}), facts.get("former", {})
    fields = facts.get("fields", {})
    operations = {}
    for key, (place, id_) in facts.get("operation", {}).items():
        arguments = dict(map(_read_entry, orders.get(key, ())))
        named = {name: called[0] for name, called in arguments.items() if called[0]}
        before = {name: called[1:] for name, called in arguments.items() if called[1:]}
        operations[key] = GivenOperation(
            place, id_, (*arguments,), named, former.get(key, ()), before
        )
    return GivenNames(
        operations,
        {key: values[0] for key, values in facts.get("place", {}).items()},
        {
            name: GivenModel(
                module,
                content,
                former.get(name, ()),
                dict(map(_read_entry, fields.get(name, ()))),
                *rank[:1],
            )
            for name, (module, content, *rank) in facts.get("model", {}).items()
        },
        facts.get("resource", {}),
        facts.get("late", {}),
    )


def _facts(rows: Sequence[Sequence[str]]) -> Facts:
    facts: dict[str, dict[str, tuple[str, ...]]] = {}
    for _, kind, key, *values in rows:
        facts.setdefault(kind, {})[key] = tuple(values)
    return facts


def _rows(names: GivenNames) -> Iterator[Row]:
    for key, one in names.operations.items():
        yield "operation", key, one.place, one.id
        if one.order:
            named, before = one.arguments, one.former_arguments
            yield (
                *("arguments", key),
                *(_entry(name, (named.get(name, ""), *before.get(name, ()))) for name in one.order),
            )
        if one.former:
            yield "former", key, *one.former
    for path, former in names.resources.items():
        yield "resource", path, *former
    for module, others in names.late.items():
        yield "late", module, *others
    for place, name in names.places.items():
        yield "place", place, name
    for name, model in names.models.items():
        yield "model", name, model.module, model.content, model.rank
        if model.fields:
            yield "fields", name, *_entries(model.fields)
        if model.former:
            yield "former", name, *model.former


def _entries(names: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Write names of the spec with those in code; most models have none but those of the spec."""
    if {*names.values()} == {_AS_IT_IS} and ":" not in "".join(names):
        return names
    return (_entry(name, called) for name, called in names.items())


def _entry(name: str, called: tuple[str, ...]) -> str:
    """Write a name of the spec with those in code before it, where these are others."""
    if ":" not in name and (not called or called == _AS_IT_IS):
        return name
    return f"{','.join(called)}:{name}"


def _read_entry(entry: str) -> tuple[str, tuple[str, ...]]:
    names, colon, name = entry.partition(":")
    return (name, tuple(names.split(","))) if colon else (entry, ("",))
