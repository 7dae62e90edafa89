"""Resolution of name collisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from specmill.diagnostics import fail
from specmill.values import dataclass, replace

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Wanted(Generic[KeyT]):
    """The names that one thing would take, best first."""

    key: KeyT
    candidates: tuple[str, ...]
    pinned: bool = False
    """The user chose the first candidate: it is taken as it is or the run fails."""
    rank: float = 0
    """Among several that propose the same name, a single highest rank wins it."""
    kept: str = ""
    """The name that it had so far; it goes before the candidates."""
    more: Callable[[], Iterable[str]] = tuple
    """Gives candidates after those; asked for only where somebody else wants the same name."""

    def whole(self) -> Wanted[KeyT]:
        """Return the same with all its candidates."""
        if self.more is tuple:
            return self
        candidates = tuple(dict.fromkeys((*self.candidates, *self.more())))
        return replace(self, candidates=candidates, more=tuple)


def resolve(
    wanted: Iterable[Wanted[KeyT]],
    *,
    taken: Iterable[str] = (),
    fold: Callable[[str], str] = str.casefold,
    join: Callable[[str, int], str] = "{}{}".format,
) -> dict[KeyT, str]:
    """Give each key a name of its own.

    Pinned names go first, then those that are kept. Then, round by round, each key without a name
    proposes its next candidate; a name that one key alone proposes is granted, one that several
    propose goes to a single highest rank or to nobody, so that namesakes are told apart by context
    and not by their order. Keys that run out of candidates take their last one with a number.

    Args:
        wanted: Keys with their candidates; the order matters for numbers alone.
        taken: Names that nobody may have.
        fold: Equality of names: two names with the same fold collide.
        join: Makes a numbered name out of a name and a number.

    Returns:
        Key to name, in the order of ``wanted``.

    Raises:
        SpecmillError: Two things are pinned to one name.
    """
    everything = list(wanted)
    used = {fold(name) for name in taken}
    if all_first := _undisputed(everything, used, fold):
        return all_first
    everything = [item.whole() for item in everything]
    names: dict[KeyT, str] = {}
    for item in everything:
        if item.pinned:
            if fold(item.candidates[0]) in used:
                raise fail(
                    f"two things are called {item.candidates[0]!r}, one of them {item.key!r}"
                )
            names[item.key] = item.candidates[0]
            used.add(fold(item.candidates[0]))
    for item in everything:
        if item.kept and not item.pinned and fold(item.kept) not in used:
            names[item.key] = item.kept
            used.add(fold(item.kept))
    pending = [item for item in everything if item.key not in names]
    for depth in range(max((len(item.candidates) for item in pending), default=0)):
        granted = _round(pending, depth, used, fold)
        names.update(granted)
        used.update(fold(name) for name in granted.values())
        pending = [item for item in pending if item.key not in names]
    for item in pending:
        names[item.key] = _numbered(item.candidates[-1], used, fold, join)
        used.add(fold(names[item.key]))
    return {item.key: names[item.key] for item in everything}


def _undisputed(
    wanted: list[Wanted[KeyT]], used: set[str], fold: Callable[[str], str]
) -> dict[KeyT, str]:
    """Return everybody's first choice, where no two of them are one name; else nothing."""
    names = {
        item.key: item.kept if item.kept and not item.pinned else item.candidates[0]
        for item in wanted
    }
    folded = set(map(fold, names.values()))
    return names if len(folded) == len(wanted) and used.isdisjoint(folded) else {}


def _round(
    pending: list[Wanted[KeyT]], depth: int, used: set[str], fold: Callable[[str], str]
) -> dict[KeyT, str]:
    proposals: defaultdict[str, list[Wanted[KeyT]]] = defaultdict(list)
    for item in pending:
        if depth < len(item.candidates) and fold(item.candidates[depth]) not in used:
            proposals[fold(item.candidates[depth])].append(item)
    granted: dict[KeyT, str] = {}
    for rivals in proposals.values():
        rank = max(item.rank for item in rivals)
        winners = [item for item in rivals if item.rank == rank]
        if len(winners) == 1:
            granted[winners[0].key] = winners[0].candidates[depth]
    return granted


def _numbered(
    name: str, used: set[str], fold: Callable[[str], str], join: Callable[[str, int], str]
) -> str:
    if fold(name) not in used:
        return name
    number = 2
    while fold(join(name, number)) in used:
        number += 1
    return join(name, number)
