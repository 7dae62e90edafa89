"""Dataclasses of the runtime act as those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any, ClassVar, Generic, TypeVar

import pytest
from sample_sdk import RequestOptions
from sample_sdk._runtime import records
from sample_sdk._runtime.records import dataclass, field, replace

T = TypeVar("T")


def classes(dataclass: Any) -> tuple[Any, Any, Any]:
    """Make the same classes with a decorator of either kind."""

    @dataclass(frozen=True)
    class Base(Generic[T]):
        name: str
        size: int = 1
        tags: list[str] = field(default_factory=list[str])
        note: str = field(default="", kw_only=True, repr=False)
        kind: ClassVar[str] = "base"

    @dataclass(frozen=True, kw_only=True)
    class Derived(Base[int]):
        size: int = 2
        owner: str
        rank: int = field(default=0, compare=False)

    @dataclass
    class Plain:
        left: int
        right: int = field(default=3, init=False)
        both: int = field(init=False)

        def __post_init__(self) -> None:
            self.left += 1
            self.both = self.left + self.right

    return Base, Derived, Plain


BOTH = [classes(dataclass), classes(dataclasses.dataclass)]


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    seen: tuple[int, ...] = ()


def outcome(act: Any) -> str:
    try:
        return str(act()).replace("classes.<locals>.", "")
    except Exception as error:
        return type(error).__name__


ACTS = [
    lambda base, derived, plain: base("a"),
    lambda base, derived, plain: base("a", 2, ["x"], note="n"),
    lambda base, derived, plain: sorted(vars(base[int](name="a"))),
    lambda base, derived, plain: base(),
    lambda base, derived, plain: base("a", name="b"),
    lambda base, derived, plain: base("a", 1, [], "too many"),
    lambda base, derived, plain: base("a", other=1),
    lambda base, derived, plain: base(other=1),
    lambda base, derived, plain: base("a").tags is base("b").tags,
    lambda base, derived, plain: base("a") == base("a", 1),
    lambda base, derived, plain: base("a") == derived("a", owner="o"),
    lambda base, derived, plain: hash(base("a", tags=())) == hash(base("a", tags=())),
    lambda base, derived, plain: hash(base("a")),
    lambda base, derived, plain: hash(plain(1)),
    lambda base, derived, plain: derived("a", owner="o", rank=1),
    lambda base, derived, plain: derived("a", owner="o") == derived("a", owner="o", rank=1),
    lambda base, derived, plain: derived("a"),
    lambda base, derived, plain: (derived.size, derived.kind, base.size),
    lambda base, derived, plain: derived.owner,
    lambda base, derived, plain: plain(1),
    lambda base, derived, plain: plain(1, 2),
    lambda base, derived, plain: setattr(base("a"), "name", "b"),
    lambda base, derived, plain: setattr(base("a"), "unknown", "b"),
    lambda base, derived, plain: delattr(base("a"), "name"),
    lambda base, derived, plain: setattr(plain(1), "left", 5),
    lambda base, derived, plain: dataclasses.replace(derived("a", owner="o"), size=5),
    lambda base, derived, plain: dataclasses.asdict(derived("a", owner="o")),
    lambda base, derived, plain: [one.name for one in dataclasses.fields(derived)],
    lambda base, derived, plain: inspect.signature(derived),
    lambda base, derived, plain: dataclasses.is_dataclass(plain(1)),
    lambda base, derived, plain: (base.__match_args__, derived.__match_args__),
    lambda base, derived, plain: copy.replace(plain(1)) if hasattr(copy, "replace") else None,
]


@pytest.mark.parametrize("number", range(len(ACTS)))
def test_they_do_what_the_standard_ones_do(number: int) -> None:
    ours, theirs = (outcome(lambda kinds=kinds: ACTS[number](*kinds)) for kinds in BOTH)
    assert ours == theirs


def test_copies_and_pickles_are_equal() -> None:
    point = Point(1, seen=(2,))
    assert copy.copy(point) == copy.deepcopy(point) == pickle.loads(pickle.dumps(point)) == point
    assert replace(point, y=5) == Point(1, 5, (2,))
    match point:
        case Point(x, y):
            assert (x, y) == (1, 0)


def test_a_subclass_that_is_none_may_have_attributes_of_its_own() -> None:
    class Named(Point):
        def __init__(self, name: str) -> None:
            super().__init__(1)
            self.name = name

    named = Named("a")
    assert named.name == "a"
    with pytest.raises(dataclasses.FrozenInstanceError):
        named.x = 2  # type: ignore[misc]
    del named.name
    assert str(inspect.signature(Named)) == "(name: 'str') -> 'None'"


def test_what_shows_itself_is_told_once() -> None:
    @dataclass
    class Loop:
        inner: Any = None

    loop = Loop()
    loop.inner = loop
    assert repr(loop).endswith("Loop(inner=...)")


def test_nothing_is_compiled_for_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise AssertionError("a twin was made")

    monkeypatch.setattr(records, "_twin", refused)
    base, derived, _ = classes(dataclass)
    assert replace(derived("a", owner="o"), note="n").note == "n"
    assert base("a") != base("b")


def test_options_tell_their_arguments() -> None:
    told = inspect.signature(RequestOptions)
    assert {"headers", "timeout", "max_retries"} <= told.parameters.keys()
