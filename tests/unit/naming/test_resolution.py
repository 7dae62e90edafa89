"""Names are granted by what things are, not by their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.diagnostics import SpecmillError
from specmill.naming import Wanted, resolve

NAMES = st.sampled_from(["a", "b", "c", "A", "B", "ab"])
MOST = 8
WANTED = st.lists(
    st.tuples(
        st.integers(0, 100), st.lists(NAMES, min_size=1, max_size=3).map(tuple), st.integers(0, 1)
    ),
    max_size=MOST,
).map(
    lambda found: [
        Wanted(key * MOST + index, names, rank=rank)
        for index, (key, names, rank) in enumerate(found)
    ]
)
"""Things with keys of their own, in any order; none has to be drawn twice."""


@given(WANTED, st.lists(NAMES, max_size=2))
def test_each_gets_a_name_of_its_own(wanted: list[Wanted[int]], taken: list[str]) -> None:
    names = resolve(wanted, taken=taken)
    assert list(names) == [item.key for item in wanted]
    folded = [name.casefold() for name in names.values()]
    assert len(set(folded)) == len(folded)
    assert not set(folded) & {name.casefold() for name in taken}


@given(WANTED, st.randoms(use_true_random=False))
def test_order_matters_for_numbers_alone(wanted: list[Wanted[int]], random: object) -> None:
    shuffled = list(wanted)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = resolve(wanted), resolve(shuffled)
    numbered = {key for names in (one, other) for key, name in names.items() if name[-1].isdigit()}
    rivals = {item.candidates[-1].casefold() for item in wanted if item.key in numbered}
    for item in wanted:
        if item.candidates[-1].casefold() not in rivals:
            assert one[item.key] == other[item.key]


@given(WANTED)
def test_a_name_without_rivals_is_granted(wanted: list[Wanted[int]]) -> None:
    names = resolve(wanted)
    for item in wanted:
        first = item.candidates[0].casefold()
        others = [one for one in wanted if one.key != item.key]
        if not any(first in map(str.casefold, one.candidates) for one in others):
            assert names[item.key] == item.candidates[0]


def test_namesakes_are_told_apart_by_context() -> None:
    wanted = [Wanted("one", ("status", "run status")), Wanted("two", ("status", "job status"))]
    assert resolve(wanted) == {"one": "run status", "two": "job status"}
    assert resolve(reversed(wanted)) == {"one": "run status", "two": "job status"}


def test_a_single_highest_rank_wins() -> None:
    wanted = [Wanted("low", ("run", "low run")), Wanted("high", ("run", "high run"), rank=2)]
    assert resolve(wanted) == {"low": "low run", "high": "run"}
    assert resolve([*wanted, Wanted("also", ("run", "also run"), rank=2)]) == {
        "low": "low run",
        "high": "high run",
        "also": "also run",
    }


def test_a_pin_is_taken_as_it_is() -> None:
    wanted = [Wanted("one", ("run",)), Wanted("two", ("run",), pinned=True)]
    assert resolve(wanted) == {"one": "run2", "two": "run"}


def test_two_pins_of_one_name_are_an_error() -> None:
    with pytest.raises(SpecmillError, match="two things are called 'Run', one of them 'two'"):
        resolve([Wanted("one", ("run",), pinned=True), Wanted("two", ("Run",), pinned=True)])
    with pytest.raises(SpecmillError):
        resolve([Wanted("one", ("run",), pinned=True)], taken=["run"])


def test_numbers_avoid_names_that_are_there() -> None:
    wanted = [Wanted(key, ("x",)) for key in "abc"] + [Wanted("d", ("x2",))]
    assert resolve(wanted) == {"a": "x", "b": "x3", "c": "x4", "d": "x2"}


def test_fold_decides_what_collides() -> None:
    wanted = [Wanted("one", ("Run",)), Wanted("two", ("run",))]
    assert resolve(wanted, fold=str) == {"one": "Run", "two": "run"}
    assert resolve(wanted) == {"one": "Run", "two": "run2"}


def test_a_name_is_kept_though_another_would_win_it() -> None:
    wanted = [Wanted(1, ("state",), rank=2), Wanted(2, ("run state", "state"), kept="state")]
    assert resolve(wanted) == {1: "state 2".replace(" ", ""), 2: "state"}


def test_pins_beat_what_is_kept_and_kept_names_do_not_collide() -> None:
    wanted = [
        Wanted(1, ("state",), pinned=True),
        Wanted(2, ("run state",), kept="State"),
        Wanted(3, ("job state",), kept="phase"),
        Wanted(4, ("task state",), kept="Phase"),
    ]
    assert resolve(wanted) == {1: "state", 2: "run state", 3: "phase", 4: "task state"}
