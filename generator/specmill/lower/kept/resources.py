"""Resources of an earlier run that are called otherwise now; their old names lead there, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]


def former_resources(
    before: Mapping[str, Path],
    now: Mapping[str, Path],
    gone: Iterable[Path],
    given: Mapping[str, tuple[str, ...]],
) -> dict[Path, tuple[str, ...]]:
    """Return the names that resources had beside their present siblings, latest last.

    A resource has another name where all operations of the old one that are still there are in the
    new one, the old one is gone, and no method of the new one is what another was called.

    Args:
        before: Resource and method where operations were, by their pointers.
        now: Where they are.
        gone: Where those were that are there no longer.
        given: What the earlier run noted: a resource, dots between its names, and its old names.
    """
    there = {place[:depth] for place in now.values() for depth in range(1, len(place))}
    targets: defaultdict[Path, set[Path]] = defaultdict(set)
    for pointer, place in before.items():
        if pointer in now:
            old, new = _without_same_end(place[:-1], now[pointer][:-1])
            targets[old].add(new)
    methods = {place: pointer for pointer, place in now.items()}
    known = [*before.items(), *(("", place) for place in gone)]
    renamed = {
        old: new
        for old, [new, *more] in targets.items()
        if old and new and not more and old not in there and old[:-1] == new[:-1]
        if not any(_is_another(pointer, place, old, new, methods) for pointer, place in known)
    }
    found: defaultdict[Path, list[str]] = defaultdict(list)
    for dotted, names in given.items():
        path = tuple(dotted.split("."))
        new = renamed.get(path, path)
        if new in there:
            found[new] += [one for one in names if (*new[:-1], one) not in there]
    for old, new in renamed.items():
        found[new].append(old[-1])
    return {path: tuple(dict.fromkeys(names)) for path, names in found.items() if names}


def _is_another(
    pointer: str, place: Path, old: Path, new: Path, methods: Mapping[Path, str]
) -> bool:
    """Tell whether a method of one resource has the name of another operation in the new one."""
    if place[: len(old)] != old:
        return False
    return methods.get((*new, *place[len(old) :]), pointer) != pointer


def was_called(path: Path, name: Path, former: Mapping[Path, Sequence[str]]) -> bool:
    """Tell whether a name leads to a resource, by the names that this and those around it had."""
    return len(path) == len(name) and all(
        old == new or old in former.get(path[: depth + 1], ())
        for depth, (old, new) in enumerate(zip(name, path, strict=True))
    )


def _without_same_end(old: Path, new: Path) -> tuple[Path, Path]:
    """Return what differs of two paths: of `films.scenes` and `movies.scenes`, the beginnings."""
    while len(old) > 1 and len(new) > 1 and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new
