"""Tags of all operations that only repeat how all paths start: ``api``, ``v1``, a product's name.

Such a tag tells nothing apart, and what follows it in the paths names the resources. ``api``,
``rest`` and versions are such tags wherever they are on all operations. Another word is one where
most of what follows it are resources themselves: with ``/shop/orders/{id}`` and
``/shop/users/{id}``, ``shop`` is the product, while ``images`` of ``/images/load`` and
``/images/import`` is what is loaded. The title of the API is such a word, too, also where no path
has it.

A namespace is such a word that does name something, since there are other tags or first segments:
``dcim`` of ``/dcim/cables``. It has no operation of its own and no variable right below it, and
most of its operations are of things that have several. These are resources below it
(``dcim.cables.list``); what has one operation stays a method of the namespace. Where people have
named the operations, these names tell the things apart (``repos.list_branches``), so that only
operations that their paths name, or whose ids repeat these, are divided.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from specmill.document.operations import SourceOperation
from specmill.lower.naming.path_names import (
    PREFIX_SEGMENTS,
    QUANTITIES,
    VERSION,
    fixed_segments,
    path_segment,
    same_words,
    segments_below,
    starts_with_verb,
)
from specmill.text import common_prefix, words
from specmill.values import dataclass

_FEWEST_RESOURCES = 2
_GENERAL = PREFIX_SEGMENTS | {"default"}
_OF_TITLES = frozenset({"the", "api", "apis", "rest", "service", "openapi"})
"""Words of titles that name nothing."""
_NO_THINGS = QUANTITIES | {"by", "me", "self"}
"""Words at the start of segments that name no thing."""


@dataclass(frozen=True, slots=True)
class PrefixTag:
    """A tag that places nothing, and the segments that all paths start with, up to its own."""

    name: str = ""
    segments: int = 0

    def below(self, path: str) -> str:
        """Return what of a path tells operations apart."""
        return "/" + "/".join(_segments(path)[self.segments :])


def prefix_tag(operations: Sequence[SourceOperation], title: str = "") -> PrefixTag:
    """Return the tag of all operations that is only the start of all their paths, if there is one.

    Beside other tags of the same operations, only words that never name a resource are one. A tag
    that is the title of the API need not be in the paths.
    """
    tags = [tuple(map(str, one.node.get("tags") or ())) for one in operations]
    shared = dict.fromkeys(tags[0] if tags else ())
    for names in tags:
        shared = {name: None for name in shared if name in names}
    alone = all(len(names) == 1 for names in tags)
    shared_start = common_prefix([_segments(one.path) for one in operations])
    for name in shared:
        segments = _place(name, shared_start)
        if _is_general(name):
            return PrefixTag(name, segments)
        is_start = segments > 0 or _says(name) == _says(title)
        if alone and is_start and _holds_resources(operations, segments):
            return PrefixTag(name, segments)
    return PrefixTag()


def _segments(path: str) -> tuple[str, ...]:
    return tuple(path.strip("/").split("/"))


def _is_general(tag: str) -> bool:
    said = tag.strip("/").lower().replace("/", " ").split()
    return bool(said) and all(one in _GENERAL or VERSION.fullmatch(one) for one in said)


def _says(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name.casefold()) if word not in _OF_TITLES)


def _place(tag: str, start: Sequence[str]) -> int:
    """Return how many of the segments that all paths start with end with a tag; 0 for none."""
    said = words(tag.casefold())
    for size in range(1, len(start) + 1):
        named = words(" ".join(start[:size]).casefold())
        if said and named[-len(said) :] == said:
            return size
    return 0


def _holds_resources(operations: Sequence[SourceOperation], segments: int) -> bool:
    """Tell whether most of what paths name behind some segments are resources, and all are named.

    A resource has something below it, or more than one operation of its own.
    """
    below: defaultdict[str, list[SourceOperation]] = defaultdict(list)
    for one in operations:
        rest = "/".join(_segments(one.path)[segments:])
        below[path_segment(rest.partition("{")[0])].append(one)
    if "" in below:
        return False
    resources = [name for name, members in below.items() if _is_resource(name, members)]
    return len(resources) >= _FEWEST_RESOURCES and len(resources) * 2 > len(below)


def _is_resource(name: str, members: Sequence[SourceOperation]) -> bool:
    return len(members) > 1 or not members[0].path.rstrip("/").endswith(f"/{name}")


# -- namespaces ----------------------------------------------------------------------------------


def things_below(
    members: Sequence[SourceOperation],
    tag: str,
    prefix: PrefixTag,
    by_path: Collection[str],
    given: Mapping[str, str],
) -> dict[str, str]:
    """Return the things that operations of a namespace are of, by pointer; empty for any other.

    Args:
        members: The operations of one tag or of one first segment.
        tag: The tag; may be empty.
        prefix: What all paths start with, and names nothing.
        by_path: Pointers of operations that method and path name.
        given: Pointer to ``resource.method`` of an earlier run, which goes on as it was.
    """
    places = [given[one.pointer].count(".") for one in members if one.pointer in given]
    if not members or (places and max(places) < 2):
        return {}
    paths = [prefix.below(one.path) for one in members]
    below = [segments_below(path) for path in paths]
    if any(not rest or "{" in rest[0] for rest in below):
        return {}
    if tag and any(not same_words(words(path_segment(path)), words(tag)) for path in paths):
        return {}
    if not all(_repeats(one, by_path) for one in members):
        return {}
    sizes = Counter(rest[0] for rest in below)
    things = {name for name, size in sizes.items() if size > 1 and _is_thing(name)}
    inside = sum(sizes[name] for name in things)
    if len(things) < _FEWEST_RESOURCES or inside * 2 <= len(members):
        return {}
    pairs = zip(members, below, strict=True)
    return {one.pointer: rest[0] for one, rest in pairs if rest[0] in things}


def _repeats(operation: SourceOperation, by_path: Collection[str]) -> bool:
    """Tell whether an operation is named by its path, or its id starts with that, set apart."""
    if operation.pointer in by_path or "_" not in operation.declared_id:
        return operation.pointer in by_path
    led = islice(fixed_segments(operation.path), 2)
    path = [word for segment in led for word in words(segment)]
    return same_words(words(operation.declared_id)[: len(path)], path)


def _is_thing(segment: str) -> bool:
    said = words(segment)
    return bool(said) and not starts_with_verb(said) and said[0].lower() not in _NO_THINGS
