"""The order that models had, a rank for each: what comes between two changes neither."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from specmill.given_names import GivenModel
from specmill.lower.kept.ranks import in_earlier_order, ranks_of
from specmill.model.models import Model, ModelKind


def _given(ranks: dict[str, str]) -> dict[str, GivenModel]:
    return {name: GivenModel(rank=rank) for name, rank in ranks.items()}


def _ranks(names: str, **given: str) -> dict[str, str]:
    return ranks_of({name: name for name in names}, _given(given))


def _order(names: str, **given: str) -> str:
    models = {name: Model(name, "", name, ModelKind.OBJECT) for name in names}
    return "".join(in_earlier_order(models, {name: name for name in names}, _given(given)))


def _number(rank: str) -> tuple[int, ...]:
    return tuple(map(int, rank.split(".")))


def test_first_ranks_are_whole() -> None:
    assert _ranks("abc") == {"a": "1", "b": "2", "c": "3"}


@pytest.mark.parametrize(
    ("names", "given", "new"),
    [
        ("abxc", {"a": "1", "b": "2", "c": "3"}, {"x": "2.1"}),
        ("abxyc", {"a": "1", "b": "2", "c": "3"}, {"x": "2.1", "y": "2.2"}),
        ("axc", {"a": "1", "c": "3"}, {"x": "2"}),
        ("xa", {"a": "1"}, {"x": "0.1"}),
        ("ax", {"a": "7.2"}, {"x": "7.3"}),
        ("axb", {"a": "2", "b": "2.1"}, {"x": "2.0.1"}),
        ("axb", {"a": "2", "b": "2.0.1"}, {"x": "2.0.0.1"}),
    ],
)
def test_what_is_new_gets_a_rank_between(
    names: str, given: dict[str, str], new: dict[str, str]
) -> None:
    assert _ranks(names, **given) == given | new


def test_two_of_one_rank_are_told_apart() -> None:
    """Two branches have each put a model behind the same one."""
    found = _ranks("axyb", a="1", x="1.1", y="1.1", b="2")
    assert found == {"a": "1", "x": "1.1", "y": "1.2", "b": "2"}


@pytest.mark.parametrize("rank", ["", "x", "1.", "-1", "1e9"])
def test_what_is_no_rank_is_not_known(rank: str) -> None:
    assert _ranks("a", a=rank) == {"a": "1"}
    assert _order("ba", a=rank) == "ba"


def test_models_stand_as_before_and_new_ones_behind_what_they_are_behind() -> None:
    assert _order("cxba", a="1", b="2", c="3") == "abcx"
    assert _order("xcba", a="1", b="2.1", c="2.0.1") == "xacb"


def test_any_number_of_insertions_keeps_all_others() -> None:
    random, order, ranks = Random(3), ["a"], {"a": "1"}
    for number in range(300):
        order.insert(random.randint(0, len(order)), f"n{number}")
        found = ranks_of({name: name for name in order}, _given(ranks))
        assert found.items() >= ranks.items()
        ranks = found
    assert all(_number(ranks[one]) < _number(ranks[other]) for one, other in pairwise(order))
    assert max(map(len, ranks.values())) < 40
