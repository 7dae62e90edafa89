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
   the method. A verb that reads (``get_runs``) is ``list`` where it answers several or also reads
   one thing; ``post`` to several creates one. Other namesakes get the resource's words back, then
   what stands before their ids, then the words of their paths, at last the HTTP method.
4. Without a tag, the group in front of the ids names the resource where nearly all have one
   (``Sites_Delete``), else the first fixed segment of the path that is no version; an operation
   that stands alone under its own name (``ping`` of ``/ping``) is a method of the client.
5. Without an operationId, or where ids repeat method and path (``mechanical_ids``), these name the
   method (``path_names``): what the path has behind the resource, and what is before it where that
   alone tells two apart. There a tag or a segment may hold several resources (``prefix_tags``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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
)
from specmill.lower.naming.path_names import (
    VERBS,
    is_action,
    method_in_front,
    path_segment,
)
from specmill.lower.naming.prefix_tags import things_below
from specmill.lower.naming.tags import Tags
from specmill.lower.naming.together import (
    Group,
    Named,
    full_nouns,
    leads,
    longer,
    near_names,
    rank_of,
    variations,
)
from specmill.naming import Wanted, resolve
from specmill.text import same_word, singular, words
from specmill.values import dataclass, replace


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
    holders: Collection[str] = (),
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
        holders: Pointers of those that answer a list, or an object with the list that is asked for.

    Raises:
        SpecmillError: Two operations are pinned to one place.
    """
    tags = tags or Tags()
    main = {operation.pointer: tags.main(operation.node) for operation in operations}
    spoken = {pointer: tags.spoken(tag) for pointer, tag in main.items()}
    named = Named.of(operations, spoken, frozenset(lists), frozenset(holders))
    of_group = _groups(operations, main, tags, named, given)
    groups: defaultdict[Group, list[SourceOperation]] = defaultdict(list)
    for operation in operations:
        groups[of_group[operation.pointer]].append(operation)
    chosen = _paths(groups, tags, named)
    resources = {
        group: _given_resource(members, given, chosen[group]) or chosen[group]
        for group, members in groups.items()
    }
    named = replace(named, nouns=full_nouns(groups, resources, named))
    leading = {
        group for group in groups if group[2] or leads(resources[group], groups[group], named)
    }
    guests = {group: _guests(groups[group], resources[group], named) for group in groups}
    staying = _staying(groups, resources, chosen, given)
    wanted: defaultdict[tuple[str, ...], list[Wanted[str]]] = defaultdict(list)
    for operation in operations:
        group = of_group[operation.pointer]
        resource, one = _wanted(
            operation, resources[group], pins, named, leading=group in leading, kept=staying
        )
        guest = guests[group].get(operation.pointer) if not one.pinned else None
        place = _given_place(operation, given, chosen[group])
        one = replace(
            one,
            candidates=(guest, *one.candidates) if guest else one.candidates,
            pinned=one.pinned and (declared_is_pinned or operation.id in pins),
            kept=place[-1] if place[:-1] == resource else "",
        )
        wanted[resource].append(one)
    return _resolved(wanted)


def _resolved(wanted: Mapping[tuple[str, ...], list[Wanted[str]]]) -> dict[str, Placement]:
    """Give each operation a name of its own in its resource."""
    return {
        pointer: Placement(resource, name)
        for resource, members in wanted.items()
        for pointer, name in resolve(members, fold=fold, join="{} {}".format).items()
    }


def _staying(
    groups: Mapping[Group, list[SourceOperation]],
    resources: Mapping[Group, tuple[str, ...]],
    chosen: Mapping[Group, tuple[str, ...]],
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
    groups: Mapping[Group, list[SourceOperation]], tags: Tags, named: Named
) -> dict[Group, tuple[str, ...]]:
    """Return the resource of each group, below those of the tags that its tag is below."""
    together: defaultdict[tuple[str, str], list[SourceOperation]] = defaultdict(list)
    for (tag, segment, _), members in groups.items():
        together[tag, segment] += members
    names = {
        (tag, segment): _resource(tags.spoken(tag), segment, members, named)
        for (tag, segment), members in together.items()
    }

    def above(tag: str) -> tuple[str, ...]:
        return names.get((tag, "")) or _resource(tags.spoken(tag), "", [], named)

    found: dict[Group, tuple[str, ...]] = {}
    for tag, segment, thing in groups:
        higher = (name for one in tags.above(tag) for name in above(one))
        lowest = (" ".join(words(thing)).lower(),) if thing else ()
        found[tag, segment, thing] = (*higher, *names[tag, segment], *lowest)
    return found


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
) -> tuple[tuple[str, ...], Wanted[str]]:
    """Return the resource of an operation, and the names that its method would take."""
    pointer, rank = operation.pointer, rank_of(operation, named)
    pin = pins.get(operation.id)
    if pin:
        *path, name = pin.split(".")
        return tuple(path), Wanted(pointer, (name,), pinned=True, rank=rank)
    node = operation.node
    declared = node.get("x-specmill-resource")
    resource = tuple(map(str, declared)) if declared is not None else tag_resource
    if "x-specmill-method" in node:
        method = str(node["x-specmill-method"])
        return resource, Wanted(pointer, (method,), pinned=declared is not None, rank=rank)
    authors = () if pointer in kept else resource_name(node)
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
    number = verbs_by_number(operation, own, short, noun, named.lists, named.ones, named.holders)
    said = words(method_name(node)) if authors or not resource_name(node) else ()
    near = near_names(operation, noun, named)
    is_list = pointer in named.lists
    verb = verb_of_controller(operation, own, named.controllers, is_list=is_list)
    names = [one for one in (said, verb, _creating(operation, short, named)) if one]
    names += [*number, *near, short]
    names += [*variations(operation, short, named), own]

    def more() -> Iterator[str]:
        return (" ".join(name) for name in longer(operation, own, noun, named))

    candidates = tuple(dict.fromkeys(" ".join(name) for name in names))
    return resource, Wanted(pointer, candidates, rank=rank, more=more)


def _creating(operation: SourceOperation, short: tuple[str, ...], named: Named) -> tuple[str, ...]:
    """Return what a name is that says `post` for a new one of several things; empty otherwise."""
    is_post = short[0].lower() == operation.method == "post"
    path = operation.path.rstrip("/")
    creates = is_post and path in named.collections and not path.endswith("}")
    is_author = "".join(("create", *named.words(operation)[1:])).casefold() in named.methods
    if not creates or is_author:
        return ()
    return ("create", *short[1:-1], singular(short[-1])) if short[1:] else ("create",)


def _groups(
    operations: Sequence[SourceOperation],
    main: Mapping[str, str],
    tags: Tags,
    named: Named,
    given: Mapping[str, str],
) -> dict[str, Group]:
    """Return the group of each operation by its pointer."""
    together: defaultdict[tuple[str, str], list[SourceOperation]] = defaultdict(list)
    for one in operations:
        tag = main[one.pointer]
        together[tag, "" if tag else path_segment(tags.prefix.below(one.path))].append(one)
    found: dict[str, Group] = {}
    for (tag, segment), members in together.items():
        things = things_below(members, tag, tags.prefix, named.by_path, given)
        for one in members:
            found[one.pointer] = (tag, segment, things.get(one.pointer, ""))
    return found


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
