"""Resources of operations: which one each is a method of, and under which name.

The first rule that applies decides:

1. A pin of the configuration (``operation id = "runs.archive"``).
2. ``x-specmill-resource`` and ``x-specmill-method``, from a Discovery document's tree or from an
   overlay.
3. The operation's main tag and its operationId. Of several tags, the first that is no badge or the
   like is the main one; a tag below another (``parent``) is a resource below another. The tag's
   words, less those that all tags start with, less ``Service``, ``Api`` or ``Controller`` at the
   end and less a last word that is the verb of all its operations (``PipelineUploadService`` with
   ``UploadPipeline``), name the resource, in the plural when the paths or operationIds use the
   plural. The words that are the author's own in the operationId (``operation_ids`` tells how),
   less the resource's own words behind the verb (``ListPipelineVersions`` of ``pipelines`` is
   ``list versions``), less what nearly all of its ids call it (``ListUsageTrigger`` of
   ``triggers``), or less its words in front of most of the resource's ids (``ImagePrune``), name
   the method. A verb that is there for one thing and for several (``get_run``, ``get_runs``) is
   ``list`` for several; alone it stays. Other namesakes get the resource's words back, then what
   stands before their ids, then the words of their paths, at last the HTTP method.
4. Without a tag, the group in front of the ids names the resource where nearly all have one
   (``Sites_Delete``), else the first fixed segment of the path that is no version; an operation
   that stands alone under its own name (``ping`` of ``/ping``) is a method of the client.
5. Without an operationId, or where ids repeat method and path (``mechanical_ids``), these name the
   method (``path_names``): what the path has behind the resource, and what is before it where that
   alone tells two apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from specmill.document.operations import SourceOperation
from specmill.lower.keywords import method_name, resource_name
from specmill.lower.naming.mechanical_ids import verb_of_controller, without_kind
from specmill.lower.naming.nouns import (
    as_used,
    fold,
    starts_with,
    without,
    without_behind,
)
from specmill.lower.naming.one_and_many import verbs_by_number
from specmill.lower.naming.operation_ids import (
    TAG_SUFFIXES,
    nearest_qualifier,
)
from specmill.lower.naming.path_names import (
    READING,
    VERBS,
    by_parameters,
    fixed_segments,
    is_action,
    is_of_several,
    method_in_front,
    owner_words,
    path_segment,
    path_words,
    written_words,
)
from specmill.lower.naming.tags import Tags
from specmill.lower.naming.together import Named, full_nouns, leads
from specmill.naming import Wanted, resolve
from specmill.text import same_word, singular, words
from specmill.values import dataclass

_COPY = 0.5
_SEGMENT = 0.01
"""Of operations that their paths name, it goes to the shorter path."""


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
    lists: Collection[str] = (),
) -> dict[str, Placement]:
    """Return the placement of each operation by its pointer; names are unique in their resource.

    Args:
        operations: All operations.
        pins: Operation id to ``resource.method``.
        given: Pointer to the same, as an earlier run chose it; a resource stays whole where it is.
        declared_is_pinned: ``x-specmill-resource`` and ``x-specmill-method`` are somebody's choice,
            as in an overlay, rather than the names of a Discovery document's tree.
        tags: The document's tags; one below another is a resource below another.
        lists: Pointers of the operations that answer a list.

    Raises:
        SpecmillError: Two operations are pinned to one place.
    """
    tags = tags or Tags()
    groups: defaultdict[tuple[str, str], list[SourceOperation]] = defaultdict(list)
    main = {operation.pointer: tags.main(operation.node) for operation in operations}
    for operation in operations:
        groups[_group(operation, main[operation.pointer], tags)].append(operation)
    spoken = {pointer: tags.spoken(tag) for pointer, tag in main.items()}
    named = Named.of(operations, spoken, frozenset(lists))
    chosen = _paths(groups, tags, named)
    resources = {
        group: _given_resource(members, given, chosen[group]) or chosen[group]
        for group, members in groups.items()
    }
    named = replace(named, nouns=full_nouns(groups, resources, named))
    leading = {group for group in groups if leads(resources[group], groups[group], named)}
    guests = {group: _guests(groups[group], resources[group], named) for group in groups}
    staying = _staying(groups, resources, chosen, given)
    wanted: defaultdict[tuple[str, ...], list[Wanted[str]]] = defaultdict(list)
    for operation in operations:
        group = _group(operation, main[operation.pointer], tags)
        resource, candidates, pinned, longer = _wanted(
            operation, resources[group], pins, named, leading=group in leading, kept=staying
        )
        if not pinned and operation.pointer in guests[group]:
            candidates = (guests[group][operation.pointer], *candidates)
        pinned = pinned and (declared_is_pinned or operation.id in pins)
        place = _given_place(operation, given, chosen[group])
        kept = place[-1] if place[:-1] == resource else ""
        rank = _rank(operation, named)
        one = Wanted(operation.pointer, candidates, pinned, rank, kept, longer)
        wanted[resource].append(one)
    return {
        pointer: Placement(resource, name)
        for resource, members in wanted.items()
        for pointer, name in resolve(members, fold=fold, join="{} {}".format).items()
    }


def _staying(
    groups: Mapping[tuple[str, str], list[SourceOperation]],
    resources: Mapping[tuple[str, str], tuple[str, ...]],
    chosen: Mapping[tuple[str, str], tuple[str, ...]],
    given: Mapping[str, str],
) -> set[str]:
    """Return the pointers of the operations that stay in the resource of an earlier run."""
    return {
        one.pointer
        for group, members in groups.items()
        for one in members
        if _given_place(one, given, chosen[group])[:-1] == resources[group]
    }


def _paths(
    groups: Mapping[tuple[str, str], list[SourceOperation]], tags: Tags, named: Named
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the resource of each group, below those of the tags that its tag is below."""
    names = {
        (tag, segment): _resource(tags.spoken(tag), segment, members, named)
        for (tag, segment), members in groups.items()
    }

    def above(tag: str) -> tuple[str, ...]:
        return names.get((tag, "")) or _resource(tags.spoken(tag), "", [], named)

    return {
        group: (*(name for tag in tags.above(group[0]) for name in above(tag)), *names[group])
        for group in groups
    }


def _guests(
    members: Sequence[SourceOperation], resource: tuple[str, ...], named: Named
) -> dict[str, str]:
    """Return what all operations of a kind are called that have namesakes of another in a resource.

    `stacks/list` and `stacks/add` beside `pulls/list`, all tagged `pulls`, are `list stacks` and
    `add stack`: one alone would not tell what it adds to.
    """
    noun = words(resource[-1]) if resource else ()
    kinds = {one.pointer: named.qualifiers[one.pointer] for one in members}
    if not all(named.tags[one.pointer] for one in members) or len({*kinds.values()}) < 2:
        return {}
    sharing: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for one in members:
        sharing[without(named.words(one), noun)].add(kinds[one.pointer])
    crowded = {kind for namesakes in sharing.values() if () in namesakes for kind in namesakes}
    found: dict[str, str] = {}
    for one in members:
        verb, *rest = named.words(one)
        if (kind := kinds[one.pointer]) and kind in crowded and one.pointer not in named.by_path:
            last = kind[-1] if verb.lower() == "list" or rest else singular(kind[-1])
            found[one.pointer] = " ".join((verb, *kind[:-1], last, *rest))
    return found


def _given_place(
    operation: SourceOperation, given: Mapping[str, str], chosen: tuple[str, ...]
) -> tuple[str, ...]:
    """Return resource and method of an earlier run; nothing where the spec now says otherwise."""
    node = operation.node
    if (
        "x-specmill-method" in node
        or "x-specmill-resource" in node
        or operation.pointer not in given
    ):
        return ("",)
    *resource, name = given[operation.pointer].split(".")
    declared = words(" ".join(chosen) or path_segment(operation.path))
    still = zip(words(" ".join(resource)), declared, strict=False)
    if all(same_word(was, now) for was, now in still):
        return (*resource, name)
    # What made a name of the tag may have changed; the tag has not.
    said = (*operation.node.get("tags", ()), path_segment(operation.path))
    was = fold(" ".join(map(singular, words(" ".join(resource)))))
    spelled = (fold(" ".join(map(singular, words(str(one))))) for one in said)
    return (*resource, name) if any(was in one for one in spelled) else ("",)


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
    named: Named,
    *,
    leading: bool,
    kept: Collection[str],
) -> tuple[tuple[str, ...], tuple[str, ...], bool, Callable[[], Iterable[str]]]:
    """Return the resource, the names, whether they are pinned, and what gives longer names."""
    pin = pins.get(operation.id)
    if pin:
        *path, name = pin.split(".")
        return tuple(path), (name,), True, tuple
    node = operation.node
    declared = node.get("x-specmill-resource")
    resource = tuple(map(str, declared)) if declared is not None else tag_resource
    if "x-specmill-method" in node:
        return resource, (str(node["x-specmill-method"]),), declared is not None, tuple
    authors = () if operation.pointer in kept else resource_name(node)
    resource = authors or resource
    own = named.words(operation)
    if not resource and is_action(operation):
        own = words(path_segment(operation.path))
    noun = words(resource[-1]) if resource else ()
    leading = leading or (len(own) == len(noun) + 1 and own[-1].lower() in VERBS)
    full = named.nouns.get(resource, ())
    short = own[len(noun) :] if leading and starts_with(own, noun) else without(own, noun)
    short = without(own, full) if full and short == own else short
    short = without_behind(own, noun, operation) if short == own else short
    if short[-1] is own[-1]:
        short = method_in_front(operation, short)
    number = verbs_by_number(operation, own, short, noun, named.lists, named.ones)
    said = words(method_name(node)) if authors or not resource_name(node) else ()
    near = _near(operation, noun, named)
    is_list = operation.pointer in named.lists
    verb = verb_of_controller(operation, own, named.controllers, is_list=is_list)
    names = [one for one in (said, verb) if one]
    names += [*number, *near, short]
    names += [*_variations(operation, short, named), own]

    def longer() -> Iterator[str]:
        return (" ".join(name) for name in _longer(operation, own, noun, named))

    return resource, tuple(dict.fromkeys(" ".join(name) for name in names)), False, longer


def _near(
    operation: SourceOperation, noun: Sequence[str], named: Named
) -> Iterator[tuple[str, ...]]:
    """Yield what a path says behind the resource, where nothing else names an operation."""
    if operation.pointer in named.by_path and noun:
        is_list = operation.pointer in named.lists
        near = without(path_words(operation, is_list=is_list, noun=noun), noun)
        yield near
        if owner := owner_words(operation.path, noun):
            yield (*near, "for", *owner)


def _variations(
    operation: SourceOperation, short: tuple[str, ...], named: Named
) -> Iterator[tuple[str, ...]]:
    """Yield what a short name may be beside one that is the same."""
    version = named.own[operation.pointer].version
    if version:
        yield (*short, version)
    if operation.method == "get" and short == ("get",) and _is_of_several(operation, named):
        yield ("list",)
    elif operation.method == "post" and short[0] == "update":
        yield ("create", *short[1:])


def _longer(
    operation: SourceOperation, own: tuple[str, ...], noun: Sequence[str], named: Named
) -> Iterator[tuple[str, ...]]:
    """Yield names with what else tells operations apart."""
    tag = named.tags[operation.pointer]
    for told in (nearest_qualifier(operation, tag), named.qualifiers[operation.pointer]):
        is_one = told and own[0].lower() != "list"
        noun_told = (*told[:-1], singular(told[-1])) if is_one else told
        has_verb = own[0].lower() in READING | VERBS
        yield (own[0], *noun_told, *own[1:]) if has_verb else (*own, *noun_told)
    there = [word for segment in fixed_segments(operation.path) for word in words(segment)]
    known = named.everywhere.union(singular(word).lower() for word in own)
    last = words(("", *fixed_segments(operation.path))[-1])
    yield (*own, *(word for word in last if singular(word).lower() not in known))
    if starts_with(there, noun):
        below = there[len(noun) :]
        yield (*own, *(word for word in below if singular(word).lower() not in known))
    yield (*own, *(word for word in there if singular(word).lower() not in known))
    methods = named.methods.get("".join(own).casefold(), ())
    twins = {*methods} - {operation.method}
    if own[0] != operation.method and not twins.isdisjoint(operation.item):
        yield (operation.method, *own)  # PUT and PATCH of one function
    if operation.pointer in named.by_path or len(methods) > 1:
        for name in (*[*_near(operation, noun, named)][:1], own):
            yield by_parameters(operation, name)
    if len(methods) > 1:
        written = [*written_words(operation)]
        yield (*own, *(word for word in written if singular(word).lower() not in known))
        if own[0] != operation.method and len(set(methods)) > 1:
            yield (operation.method, *own)


def _is_of_several(operation: SourceOperation, named: Named) -> bool:
    return is_of_several(operation, named.words(operation))


def _rank(operation: SourceOperation, named: Named) -> float:
    """Of several that would have one name, it goes to what is called so most naturally."""
    if operation.method == "post":
        unusual = operation.path.endswith("}")  # others update by PUT or PATCH
    else:
        unusual = _is_of_several(operation, named)
    tag = named.tags[operation.pointer]
    unusual = unusual or bool(tag and named.qualifiers[operation.pointer])
    own = named.own[operation.pointer]
    if operation.pointer in named.by_path:
        return -unusual - _SEGMENT * len(fixed_segments(operation.path))
    if not own.is_copy:
        return -int(unusual)
    # Of one function at two paths, it goes to the path without the version.
    is_plain = own.version and own.version.lower() not in map(str.lower, written_words(operation))
    return -unusual - (_COPY if is_plain else 1)


def _group(operation: SourceOperation, tag: str, tags: Tags) -> tuple[str, str]:
    """Return the tag, or the segment that stands in for it."""
    return tag, "" if tag else path_segment(tags.prefix.below(operation.path))


def _resource(
    tag: str, segment: str, members: list[SourceOperation], named: Named
) -> tuple[str, ...]:
    if not tag:
        name = " ".join(words(segment)).lower()
        own = " ".join(named.words(members[0])).lower()
        alone = len(members) == 1 and (own == name or is_action(members[0]))
        return (name,) if name and not alone else ()
    parts = list(words(tag))[named.shared :] or ["default"]
    if len(parts) > 1 and parts[-1].lower() in TAG_SUFFIXES and parts[-2].lower() != "of":
        parts.pop()
        if len(parts) > 1 and parts[-1].lower() == "rest":  # `pet-rest-controller`
            parts.pop()
    parts = without_kind(parts, members)
    verbs = {named.words(member)[0].lower() for member in members}
    if len(parts) > 1 and verbs == {parts[-1].lower()}:
        parts.pop()
    return (as_used(parts, members),)
