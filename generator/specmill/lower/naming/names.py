"""Names of models: a component's own, or from the place of an inline schema."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import chain
from typing import Any

from specmill.document.pointers import join, look_up
from specmill.document.shapes import EXTRA
from specmill.lower.keywords import type_name
from specmill.lower.naming.places import (
    enum_names,
    object_names,
    own_words,
    phrase,
    repeats,
    shortest_first,
)
from specmill.lower.schemas import Schemas, Use, short_title
from specmill.model.models import Model, ModelKind
from specmill.naming import Wanted, resolve
from specmill.text import usual_capitals, words
from specmill.values import dataclass, replace

_PROTO_PREFIX = re.compile(r"([a-z][a-z0-9]*)(?=[A-Z])")
_NUMBERED = re.compile(r"def-?\d+")
_GENERIC = re.compile(r"[\w.]+[<\[«].+[>\]»]")
_PACKAGE = re.compile(r"(?:\b[A-Za-z_]\w*\.)+(?=[A-Za-z_])")
_GATEWAY_MARKERS = ("protobufAny", "rpcStatus", "googlerpcStatus", "protobufNullValue")
"""Components that show that protoc-gen-openapiv2 made the names: package, then message."""

_FOREIGN_PACKAGES = frozenset({"protobuf", "google", "googlerpc", "rpc"})

_ROUNDS = 3
"""Times that names are given at most: objects are called after those around them."""
_LONG = 50
"""Characters of a name from which on even a single word is not said twice."""
_PROPERTY = 1
_COMPONENT = 2
"""Ranks of the names of components and of what stands right in them, above all others."""


def name_models(
    schemas: Schemas,
    pins: Mapping[str, str],
    kept: Mapping[str, str],
    written: Mapping[str, str],
) -> dict[str, Model]:
    """Return the models with their final names, as words.

    A pinned name (``x-specmill-name``, or ``pins`` by component name) is taken as it is. A
    component wants its own name without the package prefix that grpc-gateway and dotted names
    carry; an inline model wants what :mod:`specmill.lower.naming.places` says. What stands in an
    inline object is called after that, so names are given in rounds, until those of objects stay.
    A name that was given before, by key, is ``kept``; what operations are called, by their ids, is
    ``written``.
    """
    components = [key for key in schemas.models if not key.startswith("/")]
    prefixes = _prefixes(components)
    places = _Places.of(schemas)
    nodes = {key: _node(schemas, key) for key in schemas.models}
    pins = _pinned(nodes) | {name: pin for name, pin in pins.items() if pin}
    said = _bodies_of_fastapi(written) | _declared(nodes)
    claims: dict[str, _Claim] = {}
    stale: Iterable[str] = schemas.models
    names: dict[str, str] = {}
    for _ in range(_ROUNDS):
        for key in stale:
            claims[key] = _claim(schemas.models[key], schemas, pins, prefixes, places, said)
            claims[key].kept = kept.get(key, "")
        names = resolve(_wanted(claims), fold=_fold, join="{} {}".format)
        stale = places.call(names)
        if not stale:
            break
    spelled = {
        key: name if name == kept.get(key) else usual_capitals(name) for key, name in names.items()
    }
    return {key: replace(model, name=spelled[key]) for key, model in schemas.models.items()}


@dataclass(slots=True)
class _Claim:
    """What a model would be called. Only names that are contended for need their alternatives."""

    first: str
    others: Iterator[str]
    rank: float = 0
    pinned: bool = False
    kept: str = ""
    candidates: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        if not self.candidates:
            self.candidates = tuple(dict.fromkeys((self.first, *self.others)))
        return self.candidates


def _wanted(claims: Mapping[str, _Claim]) -> Iterator[Wanted[str]]:
    folded = {key: _fold(claim.kept or claim.first) for key, claim in claims.items()}
    counts = Counter(folded.values())
    for key, claim in claims.items():
        names = claim.all() if counts[folded[key]] > 1 else (claim.first,)
        yield Wanted(key, names, claim.pinned, claim.rank, claim.kept)


@lru_cache(maxsize=16384)
def _fold(name: str) -> str:
    return name.replace(" ", "").casefold()


@dataclass(slots=True)
class _Places:
    """Where inline models stand, and what those around them are called."""

    uses: Mapping[str, Sequence[Use]]
    paths: dict[str, str]
    """Key of the inline object at a place, by the words that lead there."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What the name of an object says to what is in it, by its place."""
    _spoken: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _sorted: list[tuple[str, str]] = field(default_factory=list)
    _inside: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Keys of the models right in the object at a place."""

    @classmethod
    def of(cls, schemas: Schemas) -> _Places:
        found = [
            (key, use, schemas.models[key].kind is ModelKind.OBJECT) for key, use in schemas.uses
        ]
        settled = _Settled(_paths(found))
        found = [(key, settled.use(use), is_object) for key, use, is_object in found]
        uses: defaultdict[str, list[Use]] = defaultdict(list)
        for key, use, _ in found:
            uses[key].append(use)
        return cls({key: shortest_first(places) for key, places in uses.items()}, _paths(found))

    def of_model(self, key: str) -> Sequence[Use]:
        """Return where a model stands, in an order that is not the document's."""
        return self.uses.get(key) or [Use("", key)]

    def speaks(self, owner: str) -> tuple[str, ...]:
        """Return the words of an owner, by what the objects around it are called."""
        found = self._spoken.get(owner)
        if found is not None:
            return found
        place, inner = owner, list[str]()
        while place and place not in self.words and place not in self._spoken:
            inner.append(place)
            place = place.rpartition(" ")[0]
        found = self._spoken.get(place) or self.words.get(place, ())
        for one in reversed(inner):
            for step in map(own_words, one[len(place) :].split()):
                if not repeats(found, step):
                    found = tuple(phrase(found, step).split()) if found else step
            self._spoken[one] = found
            place = one
        return found

    def call(self, names: Mapping[str, str]) -> list[str]:
        """Note what objects are called; return the keys of models in those that changed.

        One that its owner names already adds nothing: the request of `PullRequestAssigned`, and the
        changes of changes where names get long.
        """
        before = self.words or {place: self.speaks(place) for place, _ in self._objects()}
        if not self._inside:
            self._look_inside()
        self.words, self._spoken = {}, {}
        changed: set[str] = set()
        for place, key in self._objects():
            owner, _, member = place.rpartition(" ")
            around, name = self.speaks(owner), names[key]
            again = len(name) > _LONG and member in owner.split(" ")
            said = around if again or repeats(around, words(member)) else words(name)
            self.words[place] = said
            if before[place] != said:
                changed.update(self._inside.get(place, ()))
        return [*changed]

    def _objects(self) -> list[tuple[str, str]]:
        """Return the places of objects with their keys, each before those in it."""
        if not self._sorted:
            self._sorted = sorted((place, key) for place, key in self.paths.items() if key)
        return self._sorted

    def _look_inside(self) -> None:
        self.words = dict.fromkeys((place for place, _ in self._objects()), ())
        for key, uses in self.uses.items():
            for place in {self._innermost(use.owner) for use in uses}:
                self._inside[place].append(key)

    def _innermost(self, owner: str) -> str:
        place = owner
        while place and place not in self.words:
            place = place.rpartition(" ")[0]
        return place


class _Settled:
    """Moves what stands in a shared object to the first of the object's places.

    Where equal objects are one, only what is in one of them is lowered: which, tells the order of
    the document.
    """

    def __init__(self, paths: Mapping[str, str]) -> None:
        self._paths = paths
        self._first: dict[str, str] = {}
        self._owners: dict[str, str] = {"": ""}
        for place, key in paths.items():
            if key:
                self._first[key] = min(place, self._first.get(key, place), key=_length)

    def use(self, use: Use) -> Use:
        """Return a use with the owner that does not tell the order."""
        owner = self.owner(use.owner)
        return use if owner == use.owner else replace(use, owner=owner)

    def owner(self, owner: str) -> str:
        """Return the words that lead to a place, by the first places of the objects around it."""
        found = self._owners.get(owner)
        if found is None:
            key = self._paths.get(owner)
            first = self._first[key] if key else owner
            if first != owner:
                found = self.owner(first)
            else:
                around, space, last = owner.rpartition(" ")
                found = f"{self.owner(around)}{space}{last}"
            self._owners[owner] = found
        return found


def _length(place: str) -> tuple[int, int, str]:
    return place.count(" "), len(place), place


def _paths(uses: Iterable[tuple[str, Use, bool]]) -> dict[str, str]:
    """Return the keys of objects by the words that lead to them, where that is one alone."""
    paths: dict[str, str] = {}
    for key, use, is_object in uses:
        if is_object:
            place = _place(use)
            paths[place] = key if paths.get(place, key) == key else ""
    return paths


def _place(use: Use) -> str:
    return f"{use.owner} {use.member}" if use.member else use.owner


def _claim(
    model: Model,
    schemas: Schemas,
    pins: Mapping[str, str],
    prefixes: Counter[str],
    places: _Places,
    said: Mapping[str, str],
) -> _Claim:
    key = model.key
    pin = pins.get(key)
    if pin:
        return _Claim(pin, iter(()), pinned=True)
    if not key.startswith("/"):
        prefix = _prefix(key) if prefixes else ""
        rank = _COMPONENT + prefixes[prefix] if prefixes else _COMPONENT
        own = said.get(key) or _title_of_numbered(schemas, key) or _generic_name(schemas, key)
        names: Iterator[str] = chain((own,) if own else (), _component_names(key, prefixes))
        return _Claim(next(names), names, rank)
    uses = places.of_model(key)
    if model.kind is ModelKind.ENUM:
        names = enum_names(model, uses, places.speaks)
    else:
        names = object_names(key, uses, places.speaks)
    names = chain((said[key],), names) if key in said else names
    first = next(names)
    return _Claim(first, names, _share(first, uses, schemas))


def _share(name: str, uses: Sequence[Use], schemas: Schemas) -> float:
    """Rank an inline model: a name is first the component's that has the property, then it is what
    most places mean by it.
    """
    for use in uses:
        if use.owner in schemas.components and not use.within:
            own = phrase(words(use.owner), words(use.member))
            if _fold(own) == _fold(name):
                return _PROPERTY
    return 1 - 1 / len(uses)


def _bodies_of_fastapi(written: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the components that FastAPI makes of several body parameters."""
    return {
        f"Body_{id_}": " ".join((*words(short), "Body"))
        for id_, short in written.items()
        if short != id_
    }


def _title_of_numbered(schemas: Schemas, key: str) -> str:
    """Return the title of a component that fastify has numbered, which is the name that it has in
    the program.
    """
    if _NUMBERED.fullmatch(key) is None:
        return ""
    schema = schemas.document.root["components"]["schemas"][key]
    title = str(schema.get("title", "")) if isinstance(schema, dict) else ""
    return " ".join(words(short_title(title)))


def _generic_name(schemas: Schemas, key: str) -> str:
    """Return the name of a generic model with its arguments, each without its package:
    `PagePet` of ``shop.Page<shop.Pet>``, and of swag's ``shop.Page-shop_Pet``.
    """
    if "." not in key and "_" not in key:
        return ""  # brackets are underscores in keys
    outer, *arguments = key.split("-")
    plain = [one.removeprefix("array_").replace("_", ".", 1) for one in arguments]
    if "." in outer and any(one in schemas.components for one in plain):
        ends = [one.rpartition(".")[2] for one in (outer, *plain)]
        return " ".join(word for end in ends for word in words(end))
    extra = _node(schemas, key).get(EXTRA)
    name = str(extra.get("name", key)) if isinstance(extra, dict) else key
    if _GENERIC.fullmatch(name) is None:
        return ""
    return " ".join(word for part in _PACKAGE.sub("", name).split() for word in words(part))


def _pinned(nodes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the names that the spec pins models to, by their keys.

    On an inline property the pin names the property, on a component or a whole body the model.
    """
    return {
        key: str(node["x-specmill-name"])
        for key, node in nodes.items()
        if node.get("x-specmill-name") and (not key.startswith("/") or key.endswith("/schema"))
    }


def _declared(nodes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return what the spec tells other generators to call models, by their keys."""
    named = ((key, type_name(node)) for key, node in nodes.items())
    return {key: name for key, name in named if name}


def _node(schemas: Schemas, key: str) -> Mapping[str, Any]:
    """Return the schema of a model; empty for that of a merged ``allOf``, which may stand at no
    place of the document.
    """
    pointer = key if key.startswith("/") else join("/components/schemas", key)
    try:
        schema = look_up(schemas.document.root, pointer)
    except LookupError:
        return {}
    return schema if isinstance(schema, dict) else {}


def _prefixes(components: Iterable[str]) -> Counter[str]:
    """Count the package prefixes; empty where the names are not written that way."""
    names = list(components)
    if not any(marker in names for marker in _GATEWAY_MARKERS):
        return Counter()
    return Counter(_prefix(name) for name in names)


def _prefix(name: str) -> str:
    match = _PROTO_PREFIX.match(name)
    return match[1] if match else ""


def _component_names(key: str, prefixes: Counter[str]) -> Iterator[str]:
    segments = re.split(r"[./]+", key)
    for count in range(1, len(segments) + 1):
        name = " ".join(word for segment in segments[-count:] for word in words(segment))
        if count == 1 and prefixes and _prefix(segments[-1]) not in _FOREIGN_PACKAGES:
            yield " ".join(words(segments[-1].removeprefix(_prefix(segments[-1]))))
        yield name or "Model"
