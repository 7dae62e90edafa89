"""What a document has of an earlier run: the names to keep, and those to note for the next run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from specmill.document.operations import SourceOperation, source_operations
from specmill.document.order import in_order
from specmill.document.pointers import escape, unescape
from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.lower.kept.arguments import with_earlier_arguments
from specmill.lower.kept.fields import with_earlier_names
from specmill.lower.kept.models import (
    content_of,
    kept_names,
    moved_names,
    own_name,
    renamed_components,
)
from specmill.lower.kept.operations import by_method_and_path, match_operations
from specmill.lower.kept.places import KnownPlaces
from specmill.lower.kept.ranks import in_earlier_order, ranks_of
from specmill.lower.kept.resources import former_resources, was_called
from specmill.model.models import Model
from specmill.model.parameters import Parameter
from specmill.text import words
from specmill.values import dataclass, replace

_IN_PATH = "path."
_OWNER = 4
"""Parts of a place up to the component or the operation that it is in."""


def brought_over(given: GivenNames, root: Mapping[str, Any]) -> GivenNames:
    """Return the names of an older lock file, which knew things by ids and indices, by meaning.

    Args:
        given: What the lock file has.
        root: The document that it was written for, or one that is as near to it as there is.
    """
    if not given.by_index:
        return given
    places = KnownPlaces(root)
    # What FastAPI makes of several body parameters had its own name, which the file does not tell.
    bodies = {f"Body_{id_}": " ".join(words(f"Body_{id_}")) for id_ in given.operations}
    return GivenNames(
        by_method_and_path(given.operations, source_operations(root)),
        bodies | {places.of(pointer): name for pointer, name in given.places.items()},
    )


@dataclass(slots=True)
class Kept:
    """The names of an earlier run, for the things of one document."""

    given: GivenNames
    operations: Mapping[str, GivenOperation]
    """By the pointers that they have now."""
    _known: KnownPlaces
    _owners: Mapping[str, str]
    """Places of operations, and of their paths, to what they were, where that is another."""
    old_names: bool = True
    """Methods keep the names that they had, beside those that they have now."""
    _contents: Mapping[str, str] = field(default_factory=dict)
    _moved: dict[str, str] = field(default_factory=dict)
    """Places of components to what they were, where they were called otherwise."""
    _names: dict[str, str] = field(default_factory=dict)
    """What models were called, by their keys, also where that is not their name now."""

    @classmethod
    def nothing(cls) -> Kept:
        """Return what there is of a first run."""
        return cls(GivenNames(), {}, KnownPlaces({}), {})

    @classmethod
    def of(cls, root: Mapping[str, Any], given: GivenNames, *, old_names: bool = True) -> Kept:
        """Find out which operations of a document were there before."""
        sources = tuple(source_operations(root)) if given.operations else ()
        matched = match_operations(sources, given.operations)
        return cls(
            given,
            {pointer: given.operations[key] for pointer, key in matched.items()},
            KnownPlaces(root),
            _owners(sources, matched),
            old_names,
        )

    def knows(self, pointer: str) -> bool:
        """Tell whether the schema at a pointer had a model, which programs may import."""
        return bool(self.given.places) and self._before(pointer) in self.given.places

    def order(self, source: SourceOperation, now: Sequence[str]) -> list[str]:
        """Return parameters in the order of the arguments that a method had.

        Those of the path come first. They stay as they were as long as they are the same, for they
        are given by position; else they are in the order of the template.

        Args:
            source: The operation.
            now: Its parameters, ``in`` and name, with those of the path in the template's order.
        """
        known = self.operations.get(source.pointer)
        path = [one for one in now if one.startswith(_IN_PATH)]
        others = [one for one in now if not one.startswith(_IN_PATH)]
        if known is None:
            return [*path, *others]
        before = [one for one in known.order if one.startswith(_IN_PATH)]
        return [
            *(before if set(before) == set(path) else path),
            *in_order(others, [one for one in known.order if not one.startswith(_IN_PATH)]),
        ]

    def parameters(
        self, source: SourceOperation, now: Sequence[Parameter]
    ) -> tuple[Parameter, ...]:
        """Return the parameters of an operation with the names that their arguments had."""
        known = self.operations.get(source.pointer)
        if known is None:
            return tuple(now)
        around = source.pointer.rpartition("/")[0]
        before = self._owners.get(source.pointer, source.pointer).rpartition("/")[0]
        return with_earlier_arguments(
            now,
            known,
            (unescape(before), unescape(around)),
            has_parts="requestBody" in source.node,
            old_names=self.old_names,
        )

    def names(
        self, models: Mapping[str, Model], places: Mapping[str, Sequence[str]]
    ) -> dict[str, str]:
        """Return the names that models had, by their keys.

        Args:
            models: The models without names.
            places: Pointers of the other schemas that are the same model, by its key.
        """
        if not self.given.places:
            return {}
        contents = self._contents_of(models)
        written = {one: name for one, name in self.given.places.items() if one[:1] != "/"}
        prefix = "/components/schemas/"
        renamed = renamed_components(contents, written, self.given)
        self._moved = {
            f"{prefix}{escape(now)}": f"{prefix}{escape(old)}" for now, old in renamed.items()
        }
        repackaged = {now: old for now, old in renamed.items() if own_name(now) == own_name(old)}
        shared = _by_name(self.given.places)
        own: dict[str, list[str]] = {}
        for key in models:
            now = (key, *places.get(key, ()))
            own[key] = [repackaged.get(one) or self._before(one) for one in now]
            if key[:1] == "/" and self.given.places.keys().isdisjoint(own[key]):
                own[key] += self._in_shared(key, places, shared)
        found = kept_names(contents, own, self.given)
        self._names = found | moved_names(contents, found, self.given)
        return found

    def _in_shared(
        self,
        key: str,
        places: Mapping[str, Sequence[str]],
        shared: Mapping[str, Sequence[str]],
    ) -> Iterator[str]:
        """Yield where a model stands, too, as a part of what is one model in several places.

        Only the parts of one of these places are lowered, and another one may be the first now.
        """
        parts = key.split("/")
        for count in range(len(parts) - 1, _OWNER, -1):
            around, inside = "/".join(parts[:count]), "/".join(["", *parts[count:]])
            for other in places.get(around, ()):
                yield self._before(f"{other}{inside}")
            before = self._before(around)
            rest = self._before(key).removeprefix(before)
            for other in shared.get(self.given.places.get(before, ""), ()):
                yield f"{other}{rest}"

    def noted(
        self,
        models: Mapping[str, Model],
        places: Mapping[str, Sequence[str]],
        operations: Mapping[str, GivenOperation],
        resources: Mapping[tuple[str, ...], tuple[str, ...]],
    ) -> GivenNames:
        """Return what the next run is to know.

        Args:
            models: The models with their names.
            places: Pointers of the other schemas that are the same model, by its key.
            operations: What operations are called, by method and path.
            resources: What :meth:`former_resources` told.
        """
        contents = self._contents_of(models)
        ranks = ranks_of(self._earlier_names(models), self.given.models)
        return GivenNames(
            operations,
            {
                self._known.of(one): model.name
                for key, model in models.items()
                for one in (key, *places.get(key, ()))
            },
            {
                model.name: GivenModel(content=contents[key], former=model.former, rank=ranks[key])
                for key, model in models.items()
            },
            {".".join(path): former for path, former in resources.items()},
        )

    def _contents_of(self, models: Mapping[str, Model]) -> Mapping[str, str]:
        """Return sketches of the models; a name changes nothing of them."""
        if not self._contents:
            self._contents = {key: content_of(model) for key, model in models.items()}
        return self._contents

    def as_before(self, models: Mapping[str, Model]) -> dict[str, Model]:
        """Return models in the order that they had, with former names that nothing else has now.

        Args:
            models: The models with their names; :meth:`names` has told what these were.
        """
        names = self._earlier_names(models)
        found = in_earlier_order(models, names, self.given.models)
        for key, model in found.items():
            before = self.given.models.get(names[key])
            if before is not None and before.fields and model.fields:
                fields = with_earlier_names(model.fields, before.fields, old_names=self.old_names)
                found[key] = replace(model, fields=fields) if fields else model
        if not self.old_names:
            return found
        taken = {model.name for model in models.values()}
        for key, old in self._names.items():
            earlier = self.given.models.get(old, GivenModel()).former
            former = tuple(one for one in dict.fromkeys((*earlier, old)) if one not in taken)
            if former:
                found[key] = replace(found[key], former=former)
        return found

    def _earlier_names(self, models: Mapping[str, Model]) -> dict[str, str]:
        """Return what models were called, or are called where they were nothing before."""
        return {key: self._names.get(key, model.name) for key, model in models.items()}

    def former_resources(
        self, places: Mapping[str, tuple[str, ...]]
    ) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Return the names that resources had, by where they are.

        Args:
            places: Resources and methods of operations, by the pointers of these.
        """
        if not self.old_names or not self.given.operations:
            return {}
        before = {pointer: tuple(one.place.split(".")) for pointer, one in self.operations.items()}
        given = {tuple(one.place.split(".")) for one in self.given.operations.values()}
        return former_resources(before, places, given - {*before.values()}, self.given.resources)

    def former(
        self,
        source: SourceOperation,
        place: str,
        resources: Mapping[tuple[str, ...], tuple[str, ...]],
    ) -> tuple[str, ...]:
        """Return the names that a method had in the resource where it is now, latest last.

        Args:
            source: The operation.
            place: Resource and method.
            resources: What :meth:`former_resources` told.
        """
        before = self.operations.get(source.pointer)
        if before is None or not self.old_names:
            return ()
        *resource, name = place.split(".")
        *there, old = before.place.split(".")
        if not was_called(tuple(resource), tuple(there), resources):
            return ()
        return tuple(one for one in dict.fromkeys((*before.former, old)) if one != name)

    def operation(
        self, source: SourceOperation, place: str, order: Sequence[str], former: tuple[str, ...]
    ) -> tuple[str, GivenOperation]:
        """Return an operation as the next run is to know it: its key, and what it is called."""
        noted = GivenOperation(place, source.declared_id, tuple(order), former=former)
        return source.method_and_path, noted

    def _before(self, pointer: str) -> str:
        """Return the place of a schema as the earlier run called it."""
        place = self._known.of(pointer)
        if not self._moved and not self._owners:
            return place
        parts = place.split("/")
        for owners, count in ((self._moved, _OWNER), (self._owners, _OWNER), (self._owners, 3)):
            before = owners.get("/".join(parts[:count])) if owners else None
            if before is not None:
                return "/".join([before, *parts[count:]])
        return place


def _by_name(places: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the places of each name that has several."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place, name in places.items():
        found[name].append(place)
    return {name: own for name, own in found.items() if len(own) > 1}


def _owners(sources: Sequence[SourceOperation], matched: Mapping[str, str]) -> dict[str, str]:
    """Return the places of operations whose paths are others now, and of these paths."""
    found: dict[str, str] = {}
    paths: dict[str, set[str]] = {}
    for source in sources:
        key = matched.get(source.pointer, source.method_and_path)
        around, _, method = source.pointer.rpartition("/")
        before = f"/paths/{escape(key.partition(' ')[2])}"
        paths.setdefault(around, set()).add(before)
        if before != around:
            found[source.pointer] = f"{before}/{method}"
    for around, earlier in paths.items():
        if len(earlier) == 1 and around not in earlier:
            found[around] = next(iter(earlier))
    return found
