"""Dataclasses that behave as those of the standard library, but for the guard of frozen ones."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field

import pytest

from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: str = "a"
    aside: list[int] = field(default_factory=list[int], compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    x: int
    y: str = "a"
    aside: list[int] = field(default_factory=list[int], compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Single:
    name: str


@dataclass(frozen=True, slots=True)
class Other:
    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


@dataclass(slots=True, kw_only=True)
class Counted:
    step: int = 1
    seen: list[int] = field(default_factory=list[int])
    total: int = field(init=False)
    started: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.total = self.step


@dataclass(slots=True)
class Labelled(Counted):
    label: str


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(eq=False)
class Node:
    name: str


def test_constructors_take_what_those_of_dataclasses_take() -> None:
    one = Labelled("a", step=2)
    assert (one.label, one.step, one.seen, one.total, one.started) == ("a", 2, [], 2, False)
    assert Counted().seen is not Counted().seen
    with pytest.raises(TypeError):
        Counted(3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Counted(total=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Labelled()  # type: ignore[call-arg]


def test_instances_that_change_have_no_hash_but_those_without_values() -> None:
    with pytest.raises(TypeError):
        hash(Counted())
    assert Counted() == Counted()
    assert Nothing() == Nothing()
    assert Node("a") != Node("a")
    assert len({Node("a"), Node("a")}) == 2


def test_values_are_equal_by_what_they_compare() -> None:
    assert Point(1) == Point(1, aside=[2])
    assert Point(1) != Point(2)
    assert Single("a") != Other("a")
    assert Single("a") != "a"


def test_equal_values_have_one_hash() -> None:
    assert hash(Point(1)) == hash(Point(1, aside=[2]))
    assert {Single("a"), Single("a"), Single("b")} == {Single("a"), Single("b")}
    assert len({Single("a"), Other("a")}) == 2


def test_values_are_shown_as_dataclasses_are() -> None:
    assert repr(Point(1, "b", [3])) == repr(Reference(1, "b", [3])).replace("Reference", "Point")
    assert repr(Shown("a")) == "<a>"


def test_a_copy_has_other_values_of_some_fields() -> None:
    point = Point(1, "b", [3])
    changed = replace(point, y="c")
    assert (changed.x, changed.y, changed.aside) == (1, "c", [3])
    assert point.y == "b"
    assert replace(Single("a"), name="b") == Single("b")
    with pytest.raises(TypeError):
        replace(point, z=1)  # type: ignore[call-arg]


def test_values_have_slots_and_travel_between_processes() -> None:
    assert not hasattr(Point(1), "__dict__")
    assert pickle.loads(pickle.dumps(Point(1, "b"))) == Point(1, "b")
