"""Names of inline schemas, from where they stand and what their places have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from specmill.document.pointers import unescape
from specmill.lower.schemas import ERROR, Use
from specmill.model.models import Model
from specmill.text import common_prefix, common_suffix, same_word, singular, words

_BODIES = {"requestBodies": "Request", "responses": "Response"}
Words = tuple[str, ...]
Speaks = Callable[[str], Words]
"""Gives the words of an owner, by what the models around it are called."""

_EVERYWHERE = 3
"""Owners from which on a property's own word names its values: `Direction`, `Visibility`."""
_LONG = 60
"""Characters from which on a name says no run of words twice, and may be the end of its place."""
_NEAREST = 3
"""Steps of a place that such an end has at most."""
_STRUCTURE = frozenset({"attributes", "config", "items", "properties", "settings", "values"})
"""Words for parts of anything."""
_TRIED = 8
"""Places of a model that it may be called by."""
_MANY_WORDS = 3
"""Words of an owner beyond which two of a property tell as much."""
_NO_SUBJECT = frozenset(
    {
        *("data", "id", "info", "item", "kind", "object", "result", "value"),
        *("add", "create", "delete", "get", "list", "post", "put", "remove", "set", "update"),
        *("and", "by", "for", "from", "in", "of", "on", "or", "to", "with"),
    }
)
"""Words of the places of schemas that do not tell what they are about."""
_MESSAGES = frozenset({"request", "response"})
_NO_THINGS = _NO_SUBJECT | _MESSAGES
_NO_END = _NO_SUBJECT | _STRUCTURE
_METHODS = frozenset({"add", "create", "delete", "get", "list", "remove", "set", "update"})
"""Words after which a request is a message: `CreateCarRequest`, not the pull request."""
_COLLECTIONS = frozenset({"collection", "list", "page", "request", "response", "result", "results"})
"""What follows the name of one thing where there are several."""
_VERBS = _METHODS | {"find", "search"}
"""Words that the id of an operation begins with, before what it is about."""
_PREPOSITIONS = frozenset({"by", "for", "from", "in", "of", "on", "to", "with"})


def enum_names(model: Model, uses: Sequence[Use], speaks: Speaks) -> Iterator[str]:
    """Yield the names of an inline enumeration, best first.

    They are the name that an extension gives it, the words that all its values start with, as the
    protobuf style guide has them, what its places have in common, what its operations are about,
    and each of its places.
    """
    titles = {use.title for use in uses}
    if len(titles) == 1 and (title := words(*titles)):
        yield " ".join(title)
    values = [words(str(value.value)) for value in model.values]
    prefix = common_prefix(values) if len(values) > 1 else ()
    if len(prefix) > 1 and not any(len(value) == len(prefix) for value in values):
        yield " ".join(word.capitalize() for word in prefix)
    members = [one for one, _ in Counter(_of_one(use) for use in uses).most_common()]
    shared = common_suffix(members) or _usual_end(members) or _majority(uses)
    owners = [*dict.fromkeys(use.owner for use in uses)]
    around = subject(owners, speaks)
    about = _object_of(uses)
    if about and not _share_words(about, around):
        yield phrase(about, shared or members[0])
    if not shared and len(members) >= (_EVERYWHERE if around else 2):
        yield from _name_of_values(around)
        if not around:
            yield from map(_singular, _places(uses, speaks))
    shared = shared or members[0]
    if len(owners) == 1 or (len(shared) == 1 and (around or len(owners) >= _EVERYWHERE)):
        yield phrase(around, shared)
    if len(shared) > 1:
        yield phrase((), shared)
    if len(owners) == 2 and not around and all(use.within for use in uses):
        yield phrase((*speaks(owners[0]), "or", *speaks(owners[1])), shared)
    if all(use.within for use in uses):
        yield phrase(about or around, shared)
    yield from map(_singular, _places(uses, speaks))
    yield f"{phrase(speaks(uses[0].owner), shared)} Kind"


def _of_one(use: Use) -> Words:
    """Return the words of a property for one of its values."""
    *before, last = words(use.member) or ("",)
    return (*before, singular(last)) if last else ()


def _singular(name: str) -> str:
    before, space, last = name.rpartition(" ")
    return f"{before}{space}{singular(last)}"


def object_names(key: str, uses: Sequence[Use], speaks: Speaks) -> Iterator[str]:
    """Yield the names of an inline object, or of a union, best first.

    They are the name of the component of bodies that it is, what its places have in common, and
    each of its places.
    """
    if body := _component_of_bodies(key):
        yield body
    first = uses[0]
    if first.called == ERROR:
        yield from _error_names(uses, speaks)
    elif len(uses) > 1 and first.heading and all(use.heading == first.heading for use in uses):
        yield from _shared_names(uses, speaks)
    yield from _places(uses, speaks)
    if first.title and words(first.title) != words(first.member):
        yield phrase(speaks(first.owner), words(f"{first.member} {first.title}"))
    yield " ".join((*speaks(first.owner), *words(first.member))) or "Model"
    yield " ".join((*words(first.owner), *words(first.member))) or "Model"
    yield f"{phrase(speaks(first.owner), words(first.member))} Object"


def phrase(owner: Iterable[str], member: Iterable[str]) -> str:
    """Join the words of a place; what both sides of the joint say is said once."""
    around, own = tuple(owner), tuple(member)
    if around and own and own[0].lower() in _folded(around):
        folded, wanted = _folded(around), _folded(own)
        for size in range(min(len(around), len(own)), 0, -1):
            if folded[-size:] == wanted[:size]:
                own = own[size:]
                break
    parts = [*around]
    last = around[-1].lower() if around else ""
    for word in own:
        lower = word.lower()
        if lower != last:
            parts.append(word)
        last = lower
    return " ".join(parts) or "Model"


@lru_cache(maxsize=16384)
def own_words(step: str) -> Words:
    """Return the words of one step of a place; an id says once what its operations are of: the
    seats of `copilot/add-copilot-seats`.
    """
    group, _, name = step.rpartition("/")
    around, own = words(group), words(name)
    behind = own[1 : 1 + len(around)]
    is_said = group and len(own) > 1 + len(around) and len(behind) == len(around)
    if is_said and all(same_word(*pair) for pair in zip(behind, around, strict=True)):
        return (*around, own[0], *own[1 + len(around) :])
    return (*around, *own)


def repeats(owner: Words, member: Words) -> bool:
    """Tell whether a place says nothing that what is around it does not: a run of words."""
    return len(member) > 1 and _position(owner, member) >= 0


def subject(owners: Sequence[str], speaks: Speaks) -> Words:
    """Return what owners are about: what is around all of them, or what they end with alike.

    An end counts where it is a thing: not `ForUserRequest`. Else it is what all of them speak of:
    the cluster of `CreateClusterRequest` and `ClusterInfo`.
    """
    if len(owners) == 1:
        return speaks(owners[0])
    named = [speaks(owner) for owner in owners]
    shared = common_suffix(named)
    if shared and shared[0].lower() not in _NO_THINGS:
        return shared
    around = _around([owner.split(" ") for owner in owners])
    if around:
        return speaks(around)
    shared_words = {*_things(named[0])}
    for one in named[1:]:
        shared_words &= _things(one).keys()
        if not shared_words:
            return ()
    return tuple(word for folded, word in _things(named[0]).items() if folded in shared_words)


def _around(paths: Sequence[list[str]]) -> str:
    """Return the path to what is around several places."""
    shared = 0
    for column in zip(*paths, strict=False):
        if len(set(column)) != 1:
            break
        shared += 1
    while shared and paths[0][shared - 1] in _PREPOSITIONS:
        shared -= 1
    return " ".join(paths[0][:shared])


@lru_cache(maxsize=16384)
def _things(owner: Words) -> dict[str, str]:
    """Return the words of an owner that may tell what it is about, in the singular, by their
    spelling without capitals.
    """
    found: dict[str, str] = {}
    is_message = False
    for word in owner:
        lower = word.lower()
        is_message = is_message or lower in _METHODS
        if lower not in _NO_SUBJECT and not (is_message and lower in _MESSAGES):
            one = singular(word)
            found.setdefault(one.lower(), one)
    return found


def shortest_first(uses: Sequence[Use]) -> Sequence[Use]:
    """Order places by what they say and not by where they stand in the document."""
    if len(uses) == 1:
        return uses
    return sorted(
        dict.fromkeys(uses),
        key=lambda use: (
            *(len(words(use.owner)) + len(words(use.member)), len(use.owner), use.owner),
            *(use.member, use.title, use.within),
        ),
    )


def _name_of_values(around: Words) -> Iterator[str]:
    """Yield a name for the values of properties that are called otherwise each."""
    if around:
        yield phrase((*around[:-1], singular(around[-1])), ("value",))


def _majority(uses: Sequence[Use]) -> Words:
    """Return what more than half of several places call their values: `status`, beside an `s`."""
    member, times = Counter(_of_one(use) for use in uses).most_common(1)[0]
    return member if len(uses) > 2 and 2 * times > len(uses) else ()


def _object_of(uses: Sequence[Use]) -> Words:
    """Return what a parameter's operations have to do with: the comments of `listCommentsForRepo`.

    Operations that name no object are about their resource itself.
    """
    objects = {_object(use.within) for use in uses}
    return objects.pop() if len(objects) == 1 else ()


def _object(operation: str) -> Words:
    verb, *rest = words(operation.rpartition("/")[2].rpartition(".")[2]) or ("",)
    if verb.lower() not in _VERBS:
        return ()
    end = next((at for at, one in enumerate(rest) if one.lower() in _PREPOSITIONS), len(rest))
    named = rest[:end]
    return (*named[:-1], singular(named[-1])) if named else ()


def _usual_end(members: Sequence[Words]) -> Words:
    """Return what most of several properties end with."""
    ends = Counter(member[-2:] for member in members if len(member) > 2)
    end, times = max(ends.items(), key=lambda one: (one[1], one[0]), default=((), 0))
    return end if times >= _EVERYWHERE and 2 * times > len(members) else ()


def _shared_names(uses: Sequence[Use], speaks: Speaks) -> Iterator[str]:
    """Yield names for what is called alike in several places."""
    heading = words(uses[0].heading)
    owners = [*dict.fromkeys(use.owner for use in uses)]
    around = subject(owners, speaks)
    says_much = len(around) > _MANY_WORDS or _share_words(around, heading)
    if uses[0].title or (len(heading) > 1 and says_much):
        yield phrase((), heading)
    yield phrase(around, heading)
    if len(heading) > 1:
        yield phrase((), heading)


def _error_names(uses: Sequence[Use], speaks: Speaks) -> Iterator[str]:
    first = uses[0]
    around = subject([*dict.fromkeys(use.owner for use in uses)], speaks)
    if len(uses) > 1 and (first.title or not around):
        yield " ".join(words(first.title or ERROR))
    if around:
        yield phrase(around, words(first.title or ERROR))
    if len({use.member for use in uses}) == 1:
        yield phrase(around, words(first.member))


def _places(uses: Sequence[Use], speaks: Speaks) -> Iterator[str]:
    uses = uses[:_TRIED]
    for use in uses:
        owner, member = speaks(use.owner), words(use.member)
        if one := _one_of(owner, member):
            yield one
        name = phrase(owner, member)
        if use.called is None and member and name == " ".join(owner):
            continue  # what is around it is called so
        if _is_long(name):
            shorter = phrase(owner, _without_repetition(owner, member))
            if _is_long(shorter):
                yield from _ends(use, member)
            yield shorter
        yield name
    for use in uses:
        if use.within:
            yield phrase(words(use.within), words(use.member))


def _is_long(name: str) -> bool:
    return len(name) - name.count(" ") > _LONG


def _ends(use: Use, member: Words) -> Iterator[str]:
    """Yield the ends of a place deep in others, from the shortest that is about something."""
    steps = use.owner.split()
    for count in range(1, min(len(steps), _NEAREST + 1)):
        end = [word for step in steps[-count:] for word in own_words(step)]
        if not _NO_END.issuperset(map(str.lower, own_words(steps[-count]))):
            yield phrase(end, member)


def _one_of(owner: Words, member: Words) -> str:
    """Return what a list of things says that one is: the item of `ItemList`."""
    start = _position(owner, member) if len(member) > 1 else -1
    end = start + len(member)
    is_list = all(word.lower() in _COLLECTIONS for word in owner[end:])
    return " ".join(owner[:end]) if start >= 0 and end < len(owner) and is_list else ""


def _share_words(one: Words, other: Words) -> bool:
    return any(same_word(a, b) for a in one for b in other)


def _without_repetition(owner: Words, member: Words) -> Words:
    """Leave out the longest run of words of a member that its owner says, where more remains."""
    for size in range(len(member) - 1, 1, -1):
        for start in range(len(member) - size + 1):
            if _position(owner, member[start : start + size]) >= 0:
                return member[:start] + member[start + size :]
    return member


def _position(around: Words, run: Words) -> int:
    """Return where a run of words begins in others, -1 for nowhere."""
    folded, wanted = _folded(around), _folded(run)
    if wanted and wanted[0] not in folded:
        return -1
    places = range(len(folded) - len(wanted) + 1)
    return next((at for at in places if folded[at : at + len(wanted)] == wanted), -1)


@lru_cache(maxsize=4096)
def _folded(phrase: Words) -> Words:
    return tuple([word.lower() for word in phrase])


def _component_of_bodies(key: str) -> str:
    """Return what a component of responses or bodies calls the schema that is its content."""
    match key.split("/"):
        case ["", "components", kind, name, "content", _, "schema"] if kind in _BODIES:
            return phrase(words(unescape(name)), (_BODIES[kind],))
    return ""
