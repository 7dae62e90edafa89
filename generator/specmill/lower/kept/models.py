"""Models of an earlier run: which one each model of a document was, so that it keeps its name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from specmill.document.pointers import unescape
from specmill.given_names import GivenModel, GivenNames
from specmill.model.models import Model, ModelKind
from specmill.text import words
from specmill.values import dataclass

_SKETCHED = 8
"""Checksums of a sketch: two sets that have half of their members in common share one of them in
all but one of several hundred cases."""
_TELLING = 2
"""Members from which on equal contents are more than an accident."""
_ALIKE = 0.5
"""Share of a sketch from which on a component is another one under a new name."""
_SURELY = 0.75
"""Share from which on programs may go on using the old name of what has moved."""
_SURELY_TELLING = 3
"""Members that this takes."""
_PACKAGE = re.compile(r".*[./]")


def content_of(model: Model) -> str:
    """Return a sketch of the fields of an object or the values of an enumeration.

    It is their number and the smallest of their checksums: so it stays short, equal contents have
    the same, and of two contents it tells how much they have in common.
    """
    if model.kind is ModelKind.OBJECT:
        members = {one.wire for one in model.fields}
    else:
        members = {repr(one.value) for one in model.values}
    if not members:
        return ""
    return f"{len(members)}:{'.'.join(sorted(map(_checksum, members))[:_SKETCHED])}"


@lru_cache(maxsize=65536)  # an API has few names, each in many places
def _checksum(member: str) -> str:
    return f"{crc32(member.encode('utf-8', 'surrogatepass')):08x}"


def in_common(one: str, other: str) -> float:
    """Return the share of two sketches that is the same; 1 where nothing is known of either."""
    if not one or not other or one == other:
        return 1
    before, after = _sums(one), _sums(other)
    union = sorted(before | after)[:_SKETCHED]
    return sum(each in before and each in after for each in union) / len(union)


def _sums(sketch: str) -> set[str]:
    return {*sketch.partition(":")[2].split(".")}


@dataclass(frozen=True, slots=True)
class _Claim:
    """A model that may be what had a name."""

    name: str
    key: str
    same: bool
    """Its content is what it was."""
    places: int
    """Places of the name that it stands at."""
    is_said: bool
    """One of these says the name."""

    @property
    def turn(self) -> tuple[int, bool, bool, str, str]:
        """The order in which claims are heard."""
        return -self.places, not self.same, not self.is_said, self.name, self.key


def kept_names(
    contents: Mapping[str, str], places: Mapping[str, Sequence[str]], given: GivenNames
) -> dict[str, str]:
    """Return the names that models had, by their keys.

    A name stays with what stands at one of its places and has anything in common with what it
    named. Of several such models it stays with the one at most of its places, or whose content is
    the same where that decides nothing, or whose place says the name. Where none of its places is
    left, it goes to the only model in the same component or operation that has the same content.

    Args:
        contents: Sketches of the models, by their keys.
        places: The places of each, as the earlier run called them.
        given: What the earlier run noted.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for claim in sorted(_claims(places, contents, given), key=lambda one: one.turn):
        if claim.key not in found and claim.name not in taken:
            found[claim.key] = claim.name
            taken.add(claim.name)
    found.update(_moved(places, contents, given, found))
    return found


def _claims(
    places: Mapping[str, Sequence[str]], contents: Mapping[str, str], given: GivenNames
) -> Iterable[_Claim]:
    unknown = GivenModel()
    for key, own in places.items():
        named = Counter(given.places[place] for place in own if place in given.places)
        for name, count in named.items():
            before = given.models.get(name, unknown).content
            if in_common(before, contents[key]):
                is_said = any(_says(place, name) for place in own)
                yield _Claim(name, key, before == contents[key], count, is_said)


def _says(place: str, name: str) -> bool:
    """Tell whether a name is the words of a place: `Film Cut` of the property `cut` of `Film`."""
    steps = place.removeprefix("/components/schemas/").split("/properties/")
    return " ".join(" ".join(words(unescape(step))) for step in steps).lower() == name.lower()


def _moved(
    places: Mapping[str, Sequence[str]],
    contents: Mapping[str, str],
    given: GivenNames,
    found: Mapping[str, str],
) -> dict[str, str]:
    """Return the names of what stands elsewhere in the same component or operation."""
    taken = {*found.values()}
    there = {place for own in places.values() for place in own}
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for place, name in given.places.items():
        if name not in taken and place.startswith("/"):
            lost[name].append(place)
    old: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, before in lost.items():
        content = given.models.get(name, GivenModel()).content
        owners = {_owner(place) for place in before}
        if there.isdisjoint(before) and len(owners) == 1 and _tells(content):
            old[owners.pop(), content].append(name)
    if not old:
        return {}
    new: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, own in places.items():
        owners = {_owner(place) for place in own}
        if key.startswith("/") and key not in found and len(owners) == 1:
            new[owners.pop(), contents[key]].append(key)
    return {
        new[known][0]: names[0]
        for known, names in old.items()
        if len(names) == 1 and len(new.get(known, ())) == 1
    }


def _owner(place: str) -> str:
    """Return the component or the operation that a place is in."""
    return "/".join(place.split("/")[:4])


def _tells(content: str, least: int = _TELLING) -> bool:
    number = content.partition(":")[0]
    return number.isdecimal() and int(number) >= least


def moved_names(
    contents: Mapping[str, str], kept: Mapping[str, str], given: GivenNames
) -> dict[str, str]:
    """Return the names of models that are elsewhere now and are called otherwise, by their keys.

    A component has another name, or an inline schema is a component now, or a component is inline.
    Nearly all of what it was is there then, it is like nothing else that is new, and nothing else
    that is gone is like it. Of two members both are there, and nothing else has these two alone.

    Args:
        contents: Sketches of the models, by their keys.
        kept: The names that models keep, by their keys.
        given: What the earlier run noted.
    """
    taken = {*kept.values()}
    lost = {
        name: model.content
        for name, model in given.models.items()
        if name not in taken and _tells(model.content)
    }
    if not lost:
        return {}
    new = {
        key: content
        for key, content in contents.items()
        if key not in kept and key not in given.places and _tells(content)
    }
    alike = _alike(_telling_surely(lost), _telling_surely(new), _ALIKE)
    found = {now: old for old, now in alike.items() if in_common(lost[old], new[now]) >= _SURELY}
    olds = _by_content(one for one in lost.items() if one[0] not in alike)
    news = _by_content(one for one in new.items() if one[0] not in found)
    return found | {
        news[content][0]: names[0]
        for content, names in olds.items()
        if len(names) == 1 and len(news.get(content, ())) == 1
    }


def _telling_surely(contents: Mapping[str, str]) -> dict[str, str]:
    return {key: one for key, one in contents.items() if _tells(one, _SURELY_TELLING)}


def _by_content(contents: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, content in contents:
        found[content].append(key)
    return found


def renamed_components(
    contents: Mapping[str, str], written: Mapping[str, str], given: GivenNames
) -> dict[str, str]:
    """Return the old names of components that have others now, by the new ones.

    Such a one is the only new component of the same name in another package, as in
    `io.v2.Film`; else the only one that is like one that is gone, and the only one that this is
    like.

    Args:
        contents: Sketches of the models, by their keys, which are the names of components.
        written: Components of the earlier run to what they were called.
        given: What the earlier run noted.
    """
    unknown = GivenModel()
    gone = {
        component: given.models.get(name, unknown).content
        for component, name in written.items()
        if component not in contents
    }
    if not gone:
        return {}
    new = {
        key: content
        for key, content in contents.items()
        if key not in written and not key.startswith("/")
    }
    found = _in_other_packages(gone, new)
    gone = {old: one for old, one in gone.items() if old not in found.values() and _tells(one)}
    new = {now: one for now, one in new.items() if now not in found and _tells(one)}
    return found | {now: old for old, now in _alike(gone, new, _ALIKE).items()}


def own_name(component: str) -> str:
    """Return the name of a component without its package: `Film` of `io.v1.Film`."""
    return _PACKAGE.sub("", component)


def _in_other_packages(gone: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Return the new names of components of one own name, with the old ones."""
    olds, news = _by_own_name(gone), _by_own_name(new)
    return {
        news[name][0]: old
        for name, [old, *more] in olds.items()
        if not more and len(news.get(name, ())) == 1 and in_common(gone[old], new[news[name][0]])
    }


def _by_own_name(components: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in components:
        found[own_name(one)].append(one)
    return found


def _alike(gone: Mapping[str, str], new: Mapping[str, str], share: float) -> dict[str, str]:
    """Return what is gone with the only one that is new and like it, and like nothing else."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for now, after in new.items():
        for member in _sums(after):
            having[member].append(now)
    alike = [
        (old, now)
        for old, before in gone.items()
        for now in sorted({one for member in _sums(before) for one in having.get(member, ())})
        if in_common(before, new[now]) > share
    ]
    olds, news = Counter(old for old, _ in alike), Counter(now for _, now in alike)
    return {old: now for old, now in alike if olds[old] == 1 and news[now] == 1}
