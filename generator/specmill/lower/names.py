"""Which names the models want: a component's own, an inline schema's place, an enum's values."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from specmill.lower.inline_objects import Use
from specmill.lower.schemas import Schemas
from specmill.model.api import Model, ModelKind
from specmill.naming import Wanted, resolve
from specmill.text import common_prefix, common_suffix, singular, words
from specmill.values import replace

_PROTO_PREFIX = re.compile(r"([a-z][a-z0-9]*)(?=[A-Z])")
_GATEWAY_MARKERS = ("protobufAny", "rpcStatus", "googlerpcStatus", "protobufNullValue")
"""Components that show that protoc-gen-openapiv2 made the names: package, then message."""

_FOREIGN_PACKAGES = frozenset({"protobuf", "google", "googlerpc", "rpc"})

_EVERYWHERE = 3
"""Owners from which on a property's own word names its values: `Direction`, `Visibility`."""
_NO_SUBJECT = frozenset(
    {
        *("data", "info", "item", "kind", "object", "request", "response", "result", "value"),
        *("add", "create", "delete", "get", "list", "post", "put", "remove", "set", "update"),
        *("and", "by", "for", "from", "in", "of", "on", "or", "to", "with"),
    }
)
"""Words of the places of schemas that do not tell what they are about."""
_STRUCTURE = frozenset({"attributes", "config", "items", "properties", "settings", "values"})
"""Words for parts of anything."""
_LONGEST = 60
"""Letters of a name beyond which the end of its place is tried first."""
_NEAREST = 3


def name_models(
    schemas: Schemas, pins: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, Model]:
    """Return the models with their final names, as words.

    A pinned name (``x-specmill-name``, or ``pins`` by component name) is taken as it is. A
    component wants its own name without the package prefix that grpc-gateway and dotted names
    carry; an inline enumeration wants the words that all its values start with, as the protobuf
    style guide has them, then its place; an inline object wants the name of its place, or what its
    places have in common. A name that was ``given`` before, by key, is kept.
    """
    components = [key for key in schemas.models if not key.startswith("/")]
    prefixes = _prefixes(components)
    uses: defaultdict[str, list[Use]] = defaultdict(list)
    for key, use in schemas.uses:
        uses[key].append(use)
    wanted = [
        _wanted(model, schemas, pins, prefixes, uses.get(key) or [Use("", key)])
        for key, model in schemas.models.items()
    ]
    if given:
        wanted = [replace(one, kept=_kept(one.key, schemas, given)) for one in wanted]
    names = resolve(wanted, fold=lambda name: name.replace(" ", "").casefold(), join="{} {}".format)
    return {key: replace(model, name=names[key]) for key, model in schemas.models.items()}


def _kept(key: str, schemas: Schemas, given: Mapping[str, str]) -> str:
    """Return the name that a model, or another schema that is the same model, had before."""
    return next((given[one] for one in (key, *schemas.twins.get(key, ())) if one in given), "")


def _wanted(
    model: Model,
    schemas: Schemas,
    pins: Mapping[str, str],
    prefixes: Counter[str],
    uses: list[Use],
) -> Wanted[str]:
    pin = pins.get(model.key) or _pinned(schemas, model.key)
    if pin:
        return Wanted(model.key, (pin,), pinned=True)
    if not model.key.startswith("/"):
        prefix = _prefix(model.key) if prefixes else ""
        return Wanted(
            model.key,
            tuple(_unique(_component_names(model.key, prefixes))),
            rank=1 + prefixes[prefix] if prefixes else 1,
        )
    if model.kind is ModelKind.ENUM:
        return Wanted(model.key, tuple(_unique(_enum_names(model, uses))), rank=_share(uses))
    return Wanted(model.key, tuple(_unique(_object_names(uses))), rank=_share(uses))


def _share(uses: list[Use]) -> float:
    """Rank an inline model, below every component: a name is what most places mean by it."""
    return 1 - 1 / len(uses)


def _pinned(schemas: Schemas, key: str) -> str:
    # On an inline property the pin names the property, on a component the model. An inline model of
    # a merged ``allOf`` stands at no place of the document, so its key cannot be looked up.
    if key.startswith("/"):
        return ""
    schema = schemas.document.root["components"]["schemas"][key]
    return str(schema.get("x-specmill-name", "")) if isinstance(schema, dict) else ""


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


def _enum_names(model: Model, uses: list[Use]) -> Iterator[str]:
    values = [words(str(value.value)) for value in model.values]
    prefix = common_prefix(values) if len(values) > 1 else ()
    if len(prefix) > 1 and not any(len(value) == len(prefix) for value in values):
        yield " ".join(word.capitalize() for word in prefix)
    members = [words(use.member) for use in uses]
    shared = common_suffix(members) or members[0]
    owners = [words(owner) for owner in dict.fromkeys(use.owner for use in uses)]
    around = _subject(owners)
    if len(owners) == 1 or (len(shared) == 1 and (around or len(owners) >= _EVERYWHERE)):
        yield _phrase(" ".join(around), shared)
    if len(shared) > 1:
        yield _phrase("", shared)
    yield from _places(uses)
    yield f"{_phrase(uses[0].owner, shared)} Kind"


def _subject(owners: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what owners end with alike, where that is a thing: not `ForUserRequest`.

    Else it is what all of them speak of: the cluster of `CreateClusterRequest` and `ClusterInfo`.
    """
    shared = common_suffix(owners)
    if len(owners) == 1 or (shared and shared[0].lower() not in _NO_SUBJECT):
        return shared
    others = [{singular(word).lower() for word in owner} for owner in owners[1:]]
    subject = (singular(word) for word in owners[0] if word.lower() not in _NO_SUBJECT)
    return tuple(word for word in subject if all(word.lower() in other for other in others))


def _places(uses: list[Use]) -> Iterator[str]:
    for use in uses:
        name = _phrase(use.owner, words(use.member))
        if len(name) > _LONGEST:
            yield from _ends(use)
        yield name
    for use in uses:
        if use.within:
            yield _phrase(use.within, words(use.member))


def _ends(use: Use) -> Iterator[str]:
    """Yield the ends of a place deep in others, from the shortest that is about something."""
    around = use.owner.split()
    for count in range(1, min(len(around), _NEAREST + 1)):
        if not _NO_SUBJECT.union(_STRUCTURE).issuperset(map(str.lower, words(around[-count]))):
            yield _phrase(" ".join(around[-count:]), words(use.member))


def _object_names(uses: list[Use]) -> Iterator[str]:
    first = uses[0]
    if len(uses) > 1 and all(use.heading == first.heading for use in uses):
        around = () if first.title else common_suffix([words(use.owner) for use in uses])
        yield _phrase(" ".join(around), words(first.heading))
    yield from _places(uses)
    if first.title:
        yield _phrase(first.owner, words(f"{first.member} {first.title}"))
    yield " ".join([*words(first.owner), *words(first.member)])
    yield f"{_phrase(first.owner, words(first.member))} Object"


def _phrase(owner: str, member: Iterable[str]) -> str:
    parts = list(words(owner))
    for word in member:
        if not parts or parts[-1].lower() != word.lower():
            parts.append(word)
    if parts and len(parts) > 1:
        parts[-1] = singular(parts[-1])
    return " ".join(parts) or "Model"


def _unique(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))
