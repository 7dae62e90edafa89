"""Ranks of models: the order that they stand in, told for each one alone.

A rank is a list of numbers, as ``12`` or ``12.1``, and stays for good. What comes between two
models gets one between theirs, so that no other line of the lock file changes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from typing import TypeAlias

from specmill.document.order import in_order
from specmill.given_names import GivenModel
from specmill.model.models import Model

Rank: TypeAlias = tuple[int, ...]
_RANK = re.compile(r"\d{1,9}(?:\.\d{1,9})*")


def in_earlier_order(
    models: Mapping[str, Model], names: Mapping[str, str], given: Mapping[str, GivenModel]
) -> dict[str, Model]:
    """Return models in the order that they had; what is new stays behind what it is behind.

    Args:
        models: The models.
        names: What they are known by, by their keys.
        given: What the earlier run noted, by these names.
    """
    ranks = {key: rank for key, name in names.items() if (rank := _rank(name, given))}
    if not ranks:
        return dict(models)
    before = sorted(ranks, key=lambda key: (ranks[key], names[key]))
    return {key: models[key] for key in in_order([*models], before)}


def ranks_of(names: Mapping[str, str], given: Mapping[str, GivenModel]) -> dict[str, str]:
    """Return the ranks of models.

    Args:
        names: What they are known by, by their keys, in the order that they have now.
        given: What the earlier run noted, by these names.
    """
    known: deque[tuple[str, Rank]] = deque()
    for key, name in names.items():
        rank = _rank(name, given)
        if rank and (not known or rank > known[-1][1]):  # two branches may have given one twice
            known.append((key, rank))
    found: dict[str, str] = {}
    last: Rank = (0,)
    for key in names:
        if known and known[0][0] == key:
            last = known.popleft()[1]
        else:
            last = _between(last, known[0][1] if known else None)
        found[key] = ".".join(map(str, last))
    return found


def _rank(name: str, given: Mapping[str, GivenModel]) -> Rank:
    """Return the rank that a name had; empty where none is known."""
    before = given.get(name)
    if before is None or _RANK.fullmatch(before.rank) is None:
        return ()
    return tuple(map(int, before.rank.split(".")))


def _between(before: Rank, after: Rank | None) -> Rank:
    """Return a rank behind one and before another."""
    following = (*before[:-1], before[-1] + 1)
    if after is None or following < after:
        return following
    inside = before
    while after[: len(inside)] == inside:
        inside = (*inside, 0)
    return (*inside, 1)
