"""What the lock file holds: one fact a line, read whatever a merge has made of it."""

from __future__ import annotations

import hashlib
import json

import pytest

from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.pipeline.lock.content import ApiLock, Lock, parse_lock
from specmill.pipeline.lock.facts import FactError
from specmill.pipeline.lock.names import LockedNames

FIELDS = {"nodeId": ("",), "Name": ("name_2",), "a:b": ("",), ":": ("c", "d")}
BOAT = GivenModel("boats", "", ("Ship",), FIELDS)
NAMES = GivenNames(
    {
        "GET /boats": GivenOperation("boats.list", "listBoats"),
        "GET /x/{b}/y/{a}": GivenOperation(
            "boats.get y", "", ("path.a", "path.b", "query.x:y"), {"path.b": "bee"}
        ),
    },
    {"/components/schemas/Boat/properties/kind": "Boat Kind", "Boat": "Boat"},
    {"Boat Kind": GivenModel("boats", "2:0a.0b", rank="1.2"), "Boat": BOAT},
)
LOCK = Lock("1", "2", {"a": ApiLock("s", {"in": "1"}, {"out": "2"}, LockedNames(NAMES))})


def _named(place: str, name: str) -> str:
    return f'  ["a","place","{place}","{name}"],\n'


def _lines(lock: Lock) -> list[bytes]:
    return lock.dump().splitlines(keepends=True)


def test_what_is_written_is_read() -> None:
    assert parse_lock(LOCK.dump()) == LOCK
    assert parse_lock(b"") == Lock()


def test_models_without_a_rank_are_read() -> None:
    """A file of a version that did not note it."""
    [api] = parse_lock(LOCK.dump().replace(b',"1.2"]', b"]")).apis.values()
    assert api.names.models["Boat Kind"] == GivenModel("boats", "2:0a.0b")


def test_it_is_an_object_with_a_fact_a_line_and_names_are_sorted() -> None:
    data = json.loads(LOCK.dump())
    assert data["format"] == 2
    known = data["apis"]["a"].pop("names")
    assert data["apis"] == {"a": {"settings": "s", "inputs": {"in": "1"}, "outputs": {"out": "2"}}}
    assert known == hashlib.sha256(LOCK.dump().split(b"[\n")[1].split(b"\n ]")[0]).hexdigest()
    assert data["names"] == sorted(data["names"])
    assert len(data["names"]) == 3 + 2 + 2 + 2
    assert len([line for line in _lines(LOCK) if line.strip().startswith(b"[")]) == 9
    fields = ["nodeId", "name_2:Name", ":a:b", "c,d::"]
    assert ["a", "fields", "Boat", *fields] in data["names"]
    arguments = ["path.a", "bee:path.b", ":query.x:y"]
    assert ["a", "arguments", "GET /x/{b}/y/{a}", *arguments] in data["names"]


@pytest.mark.parametrize("lock", [LOCK, Lock("1", "2"), Lock("1", "2", {"a": ApiLock("", {}, {})})])
def test_what_was_written_is_no_merge(lock: Lock) -> None:
    assert not parse_lock(lock.dump()).is_merged


def test_any_text_is_a_key() -> None:
    names = GivenNames(places={"/paths/~1\ud800\n\u2028": 'a "b"'})
    lock = Lock("1", "2", {"a": ApiLock("s", {}, {}, LockedNames(names))})
    assert parse_lock(lock.dump()) == lock


def test_the_order_of_names_says_nothing() -> None:
    lines = _lines(LOCK)
    start = lines.index(b' "names": [\n') + 1
    names = [line.rstrip(b",\n") for line in reversed(lines[start:-2])]
    text = b"".join(lines[:start]) + b",\n".join(names) + b"\n ]\n}\n"
    assert parse_lock(text) == LOCK


@pytest.mark.parametrize("comma", [",", ""])
def test_of_two_facts_the_first_holds_and_nothing_is_called_up_to_date(comma: str) -> None:
    again = _named("Boat", "Ship").replace("],", f"]{comma}").encode()
    lines = _lines(LOCK)
    merged = parse_lock(b"".join([*lines[:-2], again, *lines[-2:]]))
    assert merged.is_merged
    assert merged.apis["a"].names.places["Boat"] == "Boat"


def test_of_two_checksums_the_first_holds_and_the_file_is_disputed() -> None:
    text = LOCK.dump().replace(b'    "out": "2"\n', b'    "out": "2",\n    "out": "3"\n')
    merged = parse_lock(text)
    assert merged.is_merged
    assert merged.apis["a"].outputs == {"out": "2"}
    assert merged.apis["a"].disputed == {"out"}


@pytest.mark.parametrize("line", ['  ["a","place"]', "  what", '  ["a","place","b",1]'])
def test_what_is_no_line_is_named(line: str) -> None:
    lines = [*LOCK.dump().decode().splitlines()[:-2], line]
    with pytest.raises(FactError) as caught:
        parse_lock("\n".join(lines).encode())
    assert caught.value.line == len(lines)


@pytest.mark.parametrize("base", ["", f"||||||| base\n{_named('Boat', 'Old')}"])
def test_both_sides_of_a_conflict_count_ours_first(base: str) -> None:
    conflict = (
        f"<<<<<<< ours\n{_named('Boat', 'Ours')}{base}=======\n"
        f"{_named('Boat', 'Theirs')}{_named('Car', 'Car')}>>>>>>> theirs\n"
    )
    lines = _lines(Lock("1", "2", {"a": ApiLock("", {}, {})}))
    merged = parse_lock(b"".join([*lines[:-1], conflict.encode(), *lines[-1:]]))
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


def test_names_of_an_api_are_read_when_they_are_asked_for() -> None:
    """Those of the others go into the next file as they are."""
    apis = {name: ApiLock("s", {}, {}, LockedNames(NAMES)) for name in ("b", "a", "a b")}
    lock = Lock("1", "2", {**apis, "none": ApiLock("s", {}, {})})
    content = lock.dump()
    whole = parse_lock(content)
    assert whole.is_whole
    assert b'["a b","place","Boat","Boat"]' in whole.apis["a b"].written.lines("a b")
    assert whole.dump() == content
    assert whole.apis["b"].names == NAMES
    assert whole == lock


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ('["a","place","Boat","Boat"]', '["a","place","Boat","Ship"]', {"a"}),
        ('  ["a","place","Boat","Boat"],\n', "", {"a"}),
        ('["b","place","Boat","Boat"]', '["c","place","Boat","Boat"]', {"b", "c"}),
        ('   "names": "', '   "names": "0', {"a", "b"}),
        (" ]\n}\n", " ]\n}\n\n", set()),
    ],
)
def test_an_api_whose_names_changed_is_stale(old: str, new: str, stale: set[str]) -> None:
    apis = {name: ApiLock("s", {}, {}, LockedNames(NAMES)) for name in ("a", "b")}
    content = Lock("1", "2", apis).dump().decode()
    assert old in content
    lock = parse_lock(content.replace(old, new).encode())
    assert not lock.is_whole
    assert {name for name, api in lock.apis.items() if not api.settings} == stale
