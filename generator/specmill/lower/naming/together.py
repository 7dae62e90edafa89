"""What all operations of an API together tell of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from specmill.document.operations import SourceOperation
from specmill.lower.naming.framework_ids import Ids
from specmill.lower.naming.mechanical_ids import Controller, controllers, mechanical
from specmill.lower.naming.nouns import full_noun, is_written_so, starts_with
from specmill.lower.naming.one_and_many import of_one
from specmill.lower.naming.operation_ids import OwnName, own_name, qualifier
from specmill.lower.naming.path_names import READING, VERBS, path_segment, path_words, written_words
from specmill.text import common_prefix, singular, words
from specmill.values import dataclass

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
    nouns: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """What most names of a resource call it, where that is more than its own words."""

    @classmethod
    def of(
        cls,
        operations: Sequence[SourceOperation],
        main: Mapping[str, str],
        lists: frozenset[str],
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
        by_path = repeating | without
        starts = common_prefix([tuple(written_words(one)) for one in operations])
        always = frozenset(singular(word).lower() for word in starts)
        ones = frozenset(filter(None, (of_one(one, own[one.pointer].words) for one in operations)))
        fewest = min(shared, max(shortest - 1, 0))
        qualifiers = {one.pointer: qualifier(one, main[one.pointer]) for one in operations}
        by_method = controllers(operations)
        return cls(own, main, by_path, fewest, methods, lists, always, ones, qualifiers, by_method)

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
    if not size or min(map(len, names)) <= size or names[0][0].lower() in READING | VERBS:
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
        said = [one for one in leading if one[-1].lower() in READING | VERBS]
        has_verb = has_verb or len(said) >= _NEARLY_ALL * len(leading) > 0
    if len(behind) == len(members) and is_written_so(own, noun):
        return has_verb or (len(members) > 1 and any(one.method == "get" for one in members))
    return has_verb and len(members) > 1 and len(behind) * 2 >= len(members)


def full_nouns(
    groups: Mapping[tuple[str, str], Sequence[SourceOperation]],
    resources: Mapping[tuple[str, str], tuple[str, ...]],
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
