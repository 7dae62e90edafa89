"""Tags of all operations that only repeat how all paths start: ``api``, ``v1``, a product's name.

Such a tag tells nothing apart, and what follows it in the paths names the resources. ``api``,
``rest`` and versions are such tags wherever they are on all operations. Another word is one where
most of what follows it are resources themselves: with ``/shop/orders/{id}`` and
``/shop/users/{id}``, ``shop`` is the product, while ``images`` of ``/images/load`` and
``/images/import`` is what is loaded. The title of the API is such a word, too, also where no path
has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from specmill.document.operations import SourceOperation
from specmill.lower.naming.path_names import PREFIX_SEGMENTS, VERSION, path_segment
from specmill.text import common_prefix, words
from specmill.values import dataclass

_FEWEST_RESOURCES = 2
_GENERAL = PREFIX_SEGMENTS | {"default"}
_OF_TITLES = frozenset({"the", "api", "apis", "rest", "service", "openapi"})
"""Words of titles that name nothing."""


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
