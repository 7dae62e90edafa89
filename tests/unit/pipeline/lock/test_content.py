"""What the lock file holds: one fact a line, read whatever a merge has made of it."""

from __future__ import annotations

import json

import pytest

from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.pipeline.lock.content import ApiLock, Lock, parse_lock

NAMES = GivenNames(
    {
        "GET /boats": GivenOperation("boats.list", "listBoats"),
        "GET /x/{b}/y/{a}": GivenOperation("boats.get y", "", ("path.a", "path.b")),
    },
    {"/components/schemas/Boat/properties/kind": "Boat Kind", "Boat": "Boat"},
    {"Boat Kind": GivenModel("boats", "2:0a.0b"), "Boat": GivenModel("boats", "")},
)
LOCK = Lock("1", "2", {"a": ApiLock("s", {"in": "1"}, {"out": "2"}, NAMES)})


def _named(place: str, name: str) -> str:
    return f'["a","place","{place}","{name}"]\n'


def test_what_is_written_is_read() -> None:
    assert parse_lock(LOCK.dump()) == LOCK
    assert parse_lock(b"") == Lock()


def test_a_fact_is_a_line_and_lines_are_sorted() -> None:
    lines = LOCK.dump().decode().splitlines()
    assert lines == sorted(lines)
    assert all(isinstance(json.loads(line), list) for line in lines)
    assert len(lines) == 3 + 1 + 2 + 3 + 2 + 2


def test_any_text_is_a_key() -> None:
    names = GivenNames(places={"/paths/~1\ud800\n\u2028": 'a "b"'})
    lock = Lock("1", "2", {"a": ApiLock("s", {}, {}, names)})
    assert parse_lock(lock.dump()) == lock


def test_the_order_of_lines_says_nothing() -> None:
    assert parse_lock(b"\n".join(reversed(LOCK.dump().splitlines()))) == LOCK


def test_of_two_facts_the_first_holds_and_nothing_is_called_up_to_date() -> None:
    text = LOCK.dump() + _named("Boat", "Ship").encode()
    merged = parse_lock(text)
    assert merged.is_merged
    assert merged.apis["a"].names.places["Boat"] == "Boat"


@pytest.mark.parametrize("base", ["", f"||||||| base\n{_named('Boat', 'Old')}"])
def test_both_sides_of_a_conflict_count_ours_first(base: str) -> None:
    conflict = (
        f"<<<<<<< ours\n{_named('Boat', 'Ours')}{base}=======\n"
        f"{_named('Boat', 'Theirs')}{_named('Car', 'Car')}>>>>>>> theirs\n"
    )
    merged = parse_lock(Lock("1", "2").dump() + conflict.encode())
    assert merged.is_merged
    assert merged.apis["a"].names.places == {"Boat": "Ours", "Car": "Car"}


def _older(**names: dict[str, str]) -> str:
    api = {"settings": "s", "inputs": {}, "outputs": {"out": "2"}, "names": names}
    return json.dumps(
        {"format": 1, "specmill": "0", "generator": "g", "apis": {"a": api}}, indent=1
    )


def test_the_older_format_is_read() -> None:
    lock = parse_lock(_older(operations={"x": "a.b"}, models={"/c/0": "C"}).encode())
    assert lock.apis["a"].names == GivenNames(
        {"x": GivenOperation("a.b", "x")}, {"/c/0": "C"}, by_index=True
    )
    assert lock.apis["a"].outputs == {"out": "2"}


def test_a_conflict_in_the_older_format_is_read() -> None:
    ours, theirs = _older(models={"a": "A"}), _older(models={"a": "B", "c": "C"})
    text = f"<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs\n"
    merged = parse_lock(text.encode())
    assert merged.is_merged
    assert merged.apis["a"].names.places == {"a": "A", "c": "C"}
    assert merged.apis["a"].settings == ""


def test_a_conflict_between_both_formats_keeps_the_newer_names() -> None:
    text = f"<<<<<<< ours\n{_older(models={'a': 'A'})}\n=======\n{LOCK.dump().decode()}>>>>>>> b\n"
    merged = parse_lock(text.encode())
    assert merged.is_merged
    assert merged.apis["a"].names == NAMES


@pytest.mark.parametrize("ours", [True, False])
def test_lines_of_both_formats_are_those_of_the_newer(ours: bool) -> None:
    both = [LOCK.dump(), f"{_older(models={'a': 'A'})}\n".encode()]
    merged = parse_lock(b"".join(both if ours else reversed(both)))
    assert merged.is_merged
    assert merged.apis["a"].names == NAMES
