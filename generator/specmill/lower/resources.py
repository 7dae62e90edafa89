"""Where an operation goes in the client: its resource and its method name.

The first rule that applies decides:

1. A pin of the configuration (``operation id = "runs.archive"``).
2. ``x-specmill-resource`` and ``x-specmill-method``, from a Discovery document's tree or from an
   overlay.
3. The operation's main tag and its operationId. Of several tags, the first that is no badge or the
   like is the main one; a tag below another (``parent``) is a resource below another. The tag's
   words, less ``Service``, ``Api`` or ``Controller`` at the end and less a last word that is the
   verb of all its operations (``PipelineUploadService`` with ``UploadPipeline``), name the
   resource, in the plural when the paths or operationIds use the plural. The words that are the
   author's own in the operationId (``operation_ids`` tells how), less the resource's own words
   behind the verb (``ListPipelineVersions`` of ``pipelines`` is ``list versions``), name the
   method; namesakes get the resource's words back, and then those of their paths.
4. Without a tag, the first fixed segment of the path that is no version names the resource; an
   operation that stands alone under its own name (``ping`` of ``/ping``) is a method of the client.
5. Without an operationId, the HTTP method and the path name the method.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from specmill.lower.operation_ids import (
    TAG_SUFFIXES,
    OwnName,
    declared_id,
    fixed_segments,
    own_name,
    path_segment,
)
from specmill.lower.operations import SourceOperation
from specmill.lower.tags import Tags
from specmill.naming import Wanted, resolve
from specmill.text import plural, same_word, singular, words


@dataclass(frozen=True, slots=True)
class Placement:
    """A resource path and a method name, both as words."""

    resource: tuple[str, ...]
    name: str


def place_operations(
    operations: Sequence[SourceOperation],
    pins: Mapping[str, str],
    given: Mapping[str, str],
    *,
    declared_is_pinned: bool,
    tags: Tags | None = None,
) -> dict[str, Placement]:
    """Return the placement of each operation by its pointer; names are unique in their resource.

    Args:
        operations: All operations.
        pins: Operation id to ``resource.method``.
        given: The same, as an earlier run chose it; a resource stays whole where it is.
        declared_is_pinned: ``x-specmill-resource`` and ``x-specmill-method`` are somebody's choice,
            as in an overlay, rather than the names of a Discovery document's tree.
        tags: The document's tags; one below another is a resource below another.

    Raises:
        SpecmillError: Two operations are pinned to one place.
    """
    tags = tags or Tags()
    groups: defaultdict[tuple[str, str], list[SourceOperation]] = defaultdict(list)
    main = {operation.pointer: tags.main(operation.node) for operation in operations}
    for operation in operations:
        groups[_group(operation, main[operation.pointer])].append(operation)
    ids = {declared_id(operation) for operation in operations}
    own = {one.pointer: own_name(one, main[one.pointer], ids) for one in operations}
    names = {group: _resource(*group, members, own) for group, members in groups.items()}

    def path_of(group: tuple[str, str]) -> tuple[str, ...]:
        above = (
            names.get((tag, "")) or _resource(tag, "", [], own) for tag in tags.above(group[0])
        )
        return (*(name for path in above for name in path), *names[group])

    chosen = {group: path_of(group) for group in groups}
    resources = {
        group: _given_resource(members, given, chosen[group]) or chosen[group]
        for group, members in groups.items()
    }
    wanted: defaultdict[tuple[str, ...], list[Wanted[str]]] = defaultdict(list)
    for operation in operations:
        group = _group(operation, main[operation.pointer])
        resource, candidates, pinned = _wanted(
            operation, resources[group], pins, own[operation.pointer]
        )
        pinned = pinned and (declared_is_pinned or operation.id in pins)
        place = _given_place(operation, given, chosen[group])
        kept = place[-1] if place[:-1] == resource else ""
        rank = -1.0 if own[operation.pointer].is_copy else 0.0
        wanted[resource].append(Wanted(operation.pointer, candidates, pinned, rank, kept))
    return {
        pointer: Placement(resource, name)
        for resource, members in wanted.items()
        for pointer, name in resolve(members, fold=_fold, join="{} {}".format).items()
    }


def _given_place(
    operation: SourceOperation, given: Mapping[str, str], chosen: tuple[str, ...]
) -> tuple[str, ...]:
    """Return resource and method of an earlier run; nothing where the spec now says otherwise."""
    node = operation.node
    if "x-specmill-method" in node or "x-specmill-resource" in node or operation.id not in given:
        return ("",)
    *resource, name = given[operation.id].split(".")
    declared = words(" ".join(chosen) or path_segment(operation.path))
    still = zip(words(" ".join(resource)), declared, strict=False)
    return (*resource, name) if all(same_word(was, now) for was, now in still) else ("",)


def _given_resource(
    members: Iterable[SourceOperation], given: Mapping[str, str], chosen: tuple[str, ...]
) -> tuple[str, ...] | None:
    places = (_given_place(member, given, chosen) for member in members)
    resources = Counter(place[:-1] for place in places if place[-1])
    return resources.most_common(1)[0][0] if resources else None


def _wanted(
    operation: SourceOperation,
    tag_resource: tuple[str, ...],
    pins: Mapping[str, str],
    own: OwnName,
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    pin = pins.get(operation.id)
    if pin:
        *path, name = pin.split(".")
        return tuple(path), (name,), True
    node = operation.node
    declared = node.get("x-specmill-resource")
    resource = tuple(map(str, declared)) if declared is not None else tag_resource
    if "x-specmill-method" in node:
        return resource, (str(node["x-specmill-method"]),), declared is not None
    full = " ".join(own.words)
    short = " ".join(_without_resource(own.words, resource))
    versions = [f"{short} {own.version}"] if own.version else []
    there = [word for segment in fixed_segments(operation.path) for word in words(segment)]
    known = {singular(word).lower() for word in own.words}
    further = (word for word in there if singular(word).lower() not in known)
    located = " ".join([*own.words, *further])
    return resource, tuple(dict.fromkeys((short, *versions, full, located))), False


def _group(operation: SourceOperation, tag: str) -> tuple[str, str]:
    """Return the tag, or the segment that stands in for it."""
    return tag, "" if tag else path_segment(operation.path)


def _resource(
    tag: str, segment: str, members: list[SourceOperation], own: Mapping[str, OwnName]
) -> tuple[str, ...]:
    if not tag:
        name = " ".join(words(segment)).lower()
        alone = len(members) == 1 and " ".join(own[members[0].pointer].words).lower() == name
        return (name,) if name and not alone else ()
    parts = list(words(tag)) or ["default"]
    if len(parts) > 1 and parts[-1].lower() in TAG_SUFFIXES:
        parts.pop()
    verbs = {own[member.pointer].words[0].lower() for member in members}
    if len(parts) > 1 and verbs == {parts[-1].lower()}:
        parts.pop()
    return (_as_used(parts, members),)


def _as_used(parts: list[str], members: Iterable[SourceOperation]) -> str:
    """Put the last word in the plural when paths or operationIds of the resource do."""
    several = [*parts[:-1], plural(parts[-1])]
    wanted = _fold(" ".join(several))
    for member in members:
        segments = {_fold(segment) for segment in re.split(r"[/:]", member.path)}
        if wanted in segments or wanted in _fold(member.id):
            return " ".join(several).lower()
    return " ".join(parts).lower()


def _without_resource(own: tuple[str, ...], resource: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the resource's words from behind the verb."""
    noun = words(resource[-1]) if resource else ()
    verb, rest = own[:1], own[1:]
    size = len(noun)
    if not size or len(rest) < size:
        return own
    if not all(same_word(one, other) for one, other in zip(rest, noun, strict=False)):
        return own
    return verb + rest[size:]


def _fold(name: str) -> str:
    return "".join(words(name)).casefold()
