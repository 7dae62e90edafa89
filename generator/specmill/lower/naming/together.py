"""What all operations of an API together tell of their names, and what tells namesakes apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from specmill.document.operations import SourceOperation
from specmill.lower.naming.framework_ids import Ids
from specmill.lower.naming.mechanical_ids import Controller, controllers, mechanical
from specmill.lower.naming.nouns import full_noun, is_written_so, starts_with, without
from specmill.lower.naming.one_and_many import of_one
from specmill.lower.naming.operation_ids import (
    OwnName,
    nearest_qualifier,
    own_name,
    qualifier,
)
from specmill.lower.naming.path_names import (
    ID_VERBS,
    READING,
    VERBS,
    by_parameters,
    fixed_segments,
    is_of_several,
    owner_words,
    path_segment,
    path_words,
    written_words,
)
from specmill.text import common_prefix, singular, words
from specmill.values import dataclass, replace

Group = tuple[str, str, str]
"""A tag, or the segment that stands in for it, and what is below it in a namespace."""

_FEWEST_TAGS = 3
"""Tags from which on a start that they share says nothing."""
_FEWEST_IDS = 4
"""Operations from which on a start that all their names share says nothing."""
_NEARLY_ALL = 0.75


@dataclass(frozen=True, slots=True)
class Named:
    """What all operations together tell of their names."""

    own: Mapping[str, OwnName]
    """By pointer."""
    tags: Mapping[str, str]
    """Main tags by pointer."""
    by_path: frozenset[str]
    """Pointers of those that method and path name."""
    shared: int
    """Words that all tags start with."""
    methods: Mapping[str, Sequence[str]]
    """HTTP methods of the operations that have the same words."""
    routes: Mapping[str, Sequence[tuple[str, str]]]
    """HTTP methods and paths of the same."""
    lists: frozenset[str]
    """Pointers of those that answer a list."""
    everywhere: frozenset[str]
    """Words that all paths start with, which tell no operation from another."""
    ones: frozenset[str]
    """Names of the operations on one thing, in the singular: ``getrun`` of ``get_run_by_id``."""
    qualifiers: Mapping[str, tuple[str, ...]]
    """What stands before the names in ids, by pointer."""
    controllers: Mapping[str, Controller]
    """Groups of ids whose actions are HTTP methods."""
    holders: frozenset[str] = frozenset()
    """Pointers of those that answer a list, or an object that holds one."""
    collections: frozenset[str] = frozenset()
    """Paths of things that have paths of their own below."""
    nouns: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """What most names of a resource call it, where that is more than its own words."""

    @classmethod
    def of(
        cls,
        operations: Sequence[SourceOperation],
        main: Mapping[str, str],
        lists: frozenset[str],
        holders: frozenset[str] = frozenset(),
    ) -> Named:
        ids = Ids.of({one.declared_id for one in operations if one.declared_id})
        repeating = mechanical(operations)
        own = {one.pointer: own_name(one, main[one.pointer], ids) for one in operations}
        without = {one.pointer for one in operations if not one.declared_id}
        own = _without_async(own)
        own = _without_start(own, operations, main)
        own |= {
            one.pointer: OwnName(path_words(one, is_list=one.pointer in lists))
            for one in operations
            if one.pointer in repeating | without
        }
        tags = {tag for operation in operations if (tag := words(main[operation.pointer]))}
        shared = len(common_prefix(tags)) if len(tags) >= _FEWEST_TAGS else 0
        shortest = min(map(len, tags), default=0)
        methods: defaultdict[str, list[str]] = defaultdict(list)
        for one in operations:
            methods["".join(own[one.pointer].words).casefold()].append(one.method)
        routes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in operations:
            said = "".join(own[one.pointer].words).casefold()
            if len(methods[said]) > 1:
                routes[said].append((one.method, one.path.rstrip("/")))
        by_path = repeating | without
        starts = common_prefix([tuple(written_words(one)) for one in operations])
        always = frozenset(singular(word).lower() for word in starts)
        ones = frozenset(filter(None, (of_one(one, own[one.pointer].words) for one in operations)))
        fewest = min(shared, max(shortest - 1, 0))
        qualifiers = {one.pointer: qualifier(one, main[one.pointer]) for one in operations}
        by_method = controllers(operations)
        collections = frozenset(
            path.rpartition("/")[0]
            for one in operations
            if re.search(r"/\{[^/{}]*\}\Z", path := one.path.rstrip("/"))
        )
        return cls(
            own,
            main,
            by_path,
            fewest,
            methods,
            routes,
            lists,
            always,
            ones,
            qualifiers,
            by_method,
            holders | lists,
            collections,
        )

    def words(self, operation: SourceOperation) -> tuple[str, ...]:
        """Return the words of an operation's name, from its verb on."""
        return self.own[operation.pointer].words


def _without_async(own: dict[str, OwnName]) -> dict[str, OwnName]:
    """Drop the ``Async`` of .NET behind names, where nearly all of them have it."""
    marked = {pointer for pointer, one in own.items() if one.words[1:] and one.words[-1] == "Async"}
    if len(marked) < _NEARLY_ALL * len(own):
        return own
    return {
        pointer: replace(one, words=one.words[:-1]) if pointer in marked else one
        for pointer, one in own.items()
    }


def _without_start(
    own: dict[str, OwnName], operations: Sequence[SourceOperation], main: Mapping[str, str]
) -> dict[str, OwnName]:
    """Drop the words that all names start with, where operations are of several kinds."""
    declared = [one for one in operations if one.declared_id]
    kinds = {main[one.pointer] or path_segment(one.path) for one in declared}
    names = [own[one.pointer].words for one in declared]
    size = len(common_prefix(names)) if len(declared) >= _FEWEST_IDS and len(kinds) > 1 else 0
    if not size or min(map(len, names)) <= size or names[0][0].lower() in ID_VERBS:
        return own
    started = {one.pointer: own[one.pointer] for one in declared}
    return own | {pointer: replace(one, words=one.words[size:]) for pointer, one in started.items()}


def leads(resource: tuple[str, ...], members: Sequence[SourceOperation], named: Named) -> bool:
    """Tell whether the ids of a resource start with its name: ``ImageList``, ``ImagePrune``."""
    noun = words(resource[-1]) if resource else ()
    own = [named.words(member) for member in members]
    leading = [one for one in own if starts_with(one, noun)]
    behind = [one[len(noun)] for one in leading]
    # `ReportWorkflow` of `reports` starts with its verb.
    has_verb = any(word.lower() in VERBS for word in behind)
    is_noun = noun and singular(noun[-1]).lower() not in VERBS
    if is_noun or (leading and is_written_so(leading, noun)):  # `linkTokenCreate`
        said = [one for one in leading if one[-1].lower() in ID_VERBS]
        has_verb = has_verb or len(said) >= _NEARLY_ALL * len(leading) > 0
    if len(behind) == len(members) and is_written_so(own, noun):
        return has_verb or (len(members) > 1 and any(one.method == "get" for one in members))
    return has_verb and len(members) > 1 and len(behind) * 2 >= len(members)


def full_nouns(
    groups: Mapping[Group, Sequence[SourceOperation]],
    resources: Mapping[Group, tuple[str, ...]],
    named: Named,
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what the names of each resource call it, by the resource."""
    own: defaultdict[tuple[str, ...], list[Sequence[str]]] = defaultdict(list)
    for group, members in groups.items():
        own[resources[group]] += map(named.words, members)
    return {
        resource: full
        for resource, names in own.items()
        if resource and (full := full_noun(names, words(resource[-1])))
    }


# -- namesakes ------------------------------------------------------------------------------------

_COPY = 0.5
_SEGMENT = 0.01
"""Of operations that their paths name, it goes to the shorter path."""


def near_names(
    operation: SourceOperation, noun: Sequence[str], named: Named
) -> Iterator[tuple[str, ...]]:
    """Yield what a path says behind the resource, where nothing else names an operation."""
    if operation.pointer in named.by_path and noun:
        is_list = operation.pointer in named.lists
        near = without(path_words(operation, is_list=is_list, noun=noun), noun)
        yield near
        if owner := owner_words(operation.path, noun):
            yield (*near, "for", *owner)


def variations(
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
    twins = named.methods.get("".join(named.words(operation)).casefold(), ())
    if operation.pointer in named.by_path or len(twins) < 2:
        return
    if short[0].lower() != operation.method and _has_twin_there(operation, twins):
        yield (operation.method, *short)
    elif _is_below_twin(operation, named):
        yield (*short, "by", *words(operation.path.rpartition("{")[2]))


def longer(
    operation: SourceOperation, own: tuple[str, ...], noun: Sequence[str], named: Named
) -> Iterator[tuple[str, ...]]:
    """Yield names with what else tells operations apart."""
    tag = named.tags[operation.pointer]
    for told in (nearest_qualifier(operation, tag), named.qualifiers[operation.pointer]):
        is_one = told and own[0].lower() != "list"
        noun_told = (*told[:-1], singular(told[-1])) if is_one else told
        has_verb = own[0].lower() in ID_VERBS
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
        for name in (*[*near_names(operation, noun, named)][:1], own):
            yield by_parameters(operation, name)
    if len(methods) > 1:
        written = [*written_words(operation)]
        yield (*own, *(word for word in written if singular(word).lower() not in known))
        if own[0] != operation.method and len(set(methods)) > 1:
            yield (operation.method, *own)


def rank_of(operation: SourceOperation, named: Named) -> float:
    """Of several that would have one name, it goes to what is called so most naturally."""
    own = named.own[operation.pointer]
    tag = named.tags[operation.pointer]
    unusual = _is_unusual(operation, named) or bool(tag and named.qualifiers[operation.pointer])
    if operation.pointer in named.by_path:
        return -unusual - _SEGMENT * len([*fixed_segments(operation.path)])
    if not own.is_copy:
        return -int(unusual)
    # Of one function at two paths, it goes to the path without the version.
    is_plain = own.version and own.version.lower() not in map(str.lower, written_words(operation))
    return -unusual - (_COPY if is_plain else 1)


def _is_unusual(operation: SourceOperation, named: Named) -> bool:
    """Tell whether a short name would be taken for that of another operation."""
    own = named.words(operation)
    # others update by PUT or PATCH
    ends_at_one = operation.method == "post" and operation.path.endswith("}")
    unusual = ends_at_one or (operation.method != "post" and _is_of_several(operation, named))
    if operation.pointer in named.by_path:
        return unusual
    if operation.method == "post" and _is_plural(own):
        return True
    twins = named.methods.get("".join(own).casefold(), ())
    if operation.method != "get" and own[0].lower() in READING:
        return unusual or _has_twin_there(operation, twins)
    if len(twins) > 1 and _is_plural(own) and _has_twin_below(operation, named):
        return False
    if len(twins) > 1 and _is_below_twin(operation, named):
        return _is_plural(own) or "}/{" in operation.path
    return unusual


def _has_twin_there(operation: SourceOperation, twins: Iterable[str]) -> bool:
    """Tell whether a path has another operation of the same name, by another method."""
    return not operation.item.keys().isdisjoint({*twins} - {operation.method})


def _is_below_twin(operation: SourceOperation, named: Named) -> bool:
    """Tell whether one function is also at the path without its last variable."""
    above, _, last = operation.path.rstrip("/").rpartition("/")
    routes = named.routes.get("".join(named.words(operation)).casefold(), ())
    return last.startswith("{") and (operation.method, above) in routes


def _has_twin_below(operation: SourceOperation, named: Named) -> bool:
    """Tell whether one function is also at this path with a variable behind it."""
    path = operation.path.rstrip("/")
    routes = named.routes.get("".join(named.words(operation)).casefold(), ())
    return any(
        method == operation.method
        and other.startswith(f"{path}/{{")
        and "/" not in other[len(path) + 1 :]
        for method, other in routes
    )


def _is_plural(own: Sequence[str]) -> bool:
    return own[-1] != singular(own[-1])


def _is_of_several(operation: SourceOperation, named: Named) -> bool:
    return is_of_several(operation, named.words(operation))
