"""What a program means is what is sent, what a server says is what is read: tags and values."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx2
import pytest
from tests.behaviour.server import Server
from tests.golden.cases import RUNTIME, SHARED_RUNTIME, Case, write

ID = UUID("123e4567-e89b-12d3-a456-426614174000")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Golden packages, on the path, with a runtime that they share."""
    folder = tmp_path_factory.mktemp("wire")
    for name in ("union_tags", "wire_values", "collection_formats"):
        write(folder / f"wire_{name}", Case(name).files(runtime=SHARED_RUNTIME))
    (folder / SHARED_RUNTIME).symlink_to(RUNTIME)
    sys.path.insert(0, str(folder))
    yield
    sys.path.remove(str(folder))


def client(name: str, server: Server, *, strict: bool = True) -> Any:
    package = __import__(f"wire_{name}")
    transport = httpx2.HTTPTransport(verify=False)
    cls = getattr(package, name.title().replace("_", ""))
    return cls(base_url=server.url, transport=transport, strict=strict)


@pytest.fixture
def garage(packages: None) -> Any:
    return __import__("wire_union_tags.models").models


@pytest.fixture
def ledger(packages: None) -> Any:
    return __import__("wire_wire_values.models").models


# -- tags ------------------------------------------------------------------------------------------


def test_tags_are_filled_and_sent(garage: Any, server: Server) -> None:
    job = garage.Job(
        vehicle=garage.Car(doors=3),
        seen=garage.SeenVehicleVan(seen=datetime(2026, 1, 2, tzinfo=UTC)),
        work=[garage.Wash(), garage.Paint(color="red")],
        next=garage.Wash(hot=True),
        access=garage.Remote(name="x"),
        accesses=[garage.Remote(name="x"), garage.Local(name="y")],
        check=garage.Match(op="ilike", than="a%"),
        step=garage.DropStep(key="a"),
        part=garage.Wheel(),
        towed=garage.Lorry(towed=[garage.Bike(gears=3)]),
        mark=garage.MarkVariant4(note="n"),
        beings=[garage.Dog(), garage.Plant()],
        rated=garage.VersionWithC(),
    )
    server.answer({})
    with client("union_tags", server) as called:
        called.jobs.create(job)
    assert server.last.json() == {
        "vehicle": {"kind": "car", "doors": 3},
        "seen": {"kind": "van", "seen": "2026-01-02T00:00:00Z"},
        "work": [{"type": "wash"}, {"type": "paint", "color": "red"}],
        "next": {"type": "wash", "hot": True},
        "access": {"remote": True, "name": "x"},
        "accesses": [{"remote": True, "name": "x"}, {"remote": False, "name": "y"}],
        "check": {"op": "ilike", "than": "a%"},
        "step": {"type": "DROP", "key": "a"},
        "part": {"partType": "wheel"},
        "towed": {"type": "Lorry", "towed": [{"type": "Bike", "gears": 3}]},
        "mark": {"mark": None, "note": "n"},
        "beings": [{"realm": "animal", "race": "dog"}, {"realm": "plant"}],
        "rated": {"major": 2, "minor": 0},
    }


TAGGED = (
    ("vehicle", {"kind": "van", "since": "2026-01-02"}, "Van"),
    ("seen", {"kind": "car", "seen": "2026-01-02T00:00:00Z"}, "SeenVehicleCar"),
    ("next", {"type": "paint", "color": "red"}, "Paint"),
    ("release", {"major": 2, "notes": "n"}, "JobReleaseVariant2"),
    ("access", {"remote": True, "name": "x"}, "Remote"),
    ("check", {"op": "like", "than": 1}, "Match"),
    ("check", {"op": "gt", "than": "a"}, "Comparison"),
    ("step", {"type": "DROP", "key": "a", "until": "2026-01-02"}, "DropStep"),
    ("part", {"partType": "door", "side": "l"}, "Door"),
    ("part", {"partType": "roof", "name": "r"}, "OtherPart"),
    ("part", {"name": "r"}, "OtherPart"),
    ("move", {"Jump": [{}]}, "MoveWithJump"),
    ("mark", {"mark": 1, "note": "n"}, "MarkVariant1"),
    ("mark", {"mark": "1", "note": "n"}, "Mark1"),
    ("mark", {"mark": True, "note": "n"}, "MarkVariant3"),
    ("mark", {"mark": None, "note": "n"}, "MarkVariant4"),
    ("being", {"realm": "animal", "race": "dog", "name": "n"}, "Dog"),
    ("being", {"realm": "plant", "name": "n"}, "Plant"),
    ("rated", {"major": 2, "minor": 1, "d": "n"}, "VersionWithD"),
)


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(("name", "value", "member"), TAGGED)
def test_the_tag_chooses_the_member(
    garage: Any, server: Server, name: str, value: Any, member: str, strict: bool
) -> None:
    server.answer([{name: value}])
    with client("union_tags", server, strict=strict) as called:
        [job] = called.jobs.list()
    read = getattr(job, name)
    assert type(read) is getattr(garage, member)
    assert json.loads(job.model_dump_json(exclude_unset=True)) == {name: value}


@pytest.mark.parametrize(
    ("name", "value", "member"),
    [
        ("vehicle", {"kind": "van", "since": 5}, "Van"),
        ("next", {"type": "paint", "color": 5}, "Paint"),
        ("release", {"major": 2, "notes": 5}, "JobReleaseVariant2"),
        ("access", {"remote": True, "name": 5}, "Remote"),
        ("access", {"remote": True}, "Remote"),
        ("step", {"type": "DROP", "key": 5}, "DropStep"),
        ("check", {"op": "like"}, "Match"),
        ("check", {"op": "near", "than": 1}, "dict"),
        ("check", {"than": 1}, "Comparison"),
        ("part", {"partType": "roof", "name": 5}, "OtherPart"),
        ("move", {"Jump": [3, 4]}, "MoveWithJump"),
        ("vehicle", {"kind": "boat", "doors": "many"}, "dict"),
        ("access", {"remote": "maybe", "name": 5}, "dict"),
        ("move", {"Swim": 1}, "dict"),
        ("mark", {"mark": 1, "note": 5}, "MarkVariant1"),
        ("mark", {"mark": "1", "note": 5}, "Mark1"),
        ("mark", {"mark": True, "note": 5}, "MarkVariant3"),
        ("mark", {"mark": None, "note": 5}, "MarkVariant4"),
        ("mark", {"mark": False, "note": 5}, "dict"),
        ("mark", {"mark": 1.0}, "dict"),
        ("mark", {"note": "n"}, "MarkVariant4"),
        ("being", {"realm": "animal", "race": "dog", "name": 5}, "Dog"),
        ("being", {"realm": "animal", "race": "fish"}, "dict"),
        ("being", {"realm": "fungus", "race": "dog"}, "dict"),
        ("being", {"name": "n"}, "dict"),
        ("rated", {"major": 1, "minor": 1, "b": 5}, "VersionWithB"),
        ("rated", {"major": 3, "minor": 1}, "dict"),
    ],
)
def test_the_tag_chooses_where_other_fields_do_not_fit(
    garage: Any, server: Server, name: str, value: Any, member: str
) -> None:
    server.answer([{name: value}])
    with client("union_tags", server, strict=False) as called:
        [job] = called.jobs.list()
    assert type(getattr(job, name)).__name__ == member
    assert json.loads(job.model_dump_json(exclude_unset=True, warnings=False)) == {name: value}


def test_the_tag_chooses_in_lists_that_may_be_null(garage: Any, server: Server) -> None:
    value = {"accesses": [{"remote": True, "name": 5}, {"remote": False, "name": "y"}]}
    server.answer([value])
    with client("union_tags", server, strict=False) as called:
        [job] = called.jobs.list()
    assert [type(one) for one in job.accesses] == [garage.Remote, garage.Local]
    assert json.loads(job.model_dump_json(exclude_unset=True, warnings=False)) == value


def test_unknown_tags_are_open_but_for_constants(garage: Any, server: Server) -> None:
    assert garage
    server.answer([{"vehicle": {"kind": "boat"}}])
    server.answer([{"next": {"type": "dry"}}])
    with client("union_tags", server) as called:
        assert called.jobs.list()[0].vehicle == {"kind": "boat"}
        with pytest.raises(Exception, match="does not fit|do not fit|returned what"):
            called.jobs.list()


# -- values ----------------------------------------------------------------------------------------

FITTING = (
    *(("ratio", value) for value in (1, 1.0, 1.5, 9007199254740993, -0.25)),
    *(("count", value) for value in (1, 9007199254740993)),
    ("price", "2.50"),
    ("price", "+1e3"),
    ("size", "9007199254740993"),
    ("share", "0.50"),
    *(("when", text) for text in ("2026-01-02T03:04:05Z", "2026-01-02 03:04:05", "2026-01-02")),
    ("day", "2026-01-02"),
    *(("opens", text) for text in ("07:30:00", "07:30", "07:30:00Z", "07:30:00.100")),
    *(("starts", text) for text in ("2026-01-02T03:04:05", "2026-01-02 03:04:05")),
    ("daily", "07:30"),
    ("lasts", "P1M"),
    ("text", "abcd"),
    ("digest", "aGk"),
    ("owner", str(ID).upper()),
    ("extra", {"big": 9007199254740993, "n": None, "s": "NaN"}),
    ("raw", {"$id": "x", "copy": 1}),
    ("sample", {"id": "a", "n_1": 1, "note": "free"}),
)


@pytest.mark.parametrize(("name", "value"), FITTING)
def test_what_fits_goes_back_as_it_came(ledger: Any, server: Server, name: str, value: Any) -> None:
    assert ledger
    server.answer({name: value})
    server.answer({}, status=204)
    with client("wire_values", server) as called:
        called.entries.replace(ID, called.entries.get(ID))
    sent = server.last.json()
    assert json.dumps(sent) == json.dumps({name: value})


MOMENT = datetime(2026, 11, 29, 18, 0)
SPACED = "2026-11-29 18:00:00"


@pytest.mark.parametrize("as_model", [False, True])
def test_each_field_has_its_form(ledger: Any, server: Server, as_model: bool) -> None:
    """What JSON has no values for is written as its field wants it, in mappings, too."""
    given = {
        "stamped": MOMENT,
        "closed": MOMENT,
        "stamps": [MOMENT],
        "starts": MOMENT,
        "delay": timedelta(seconds=90),
        "lasts": timedelta(seconds=90),
        "mark": b"\xfb\xff",
        "digest": b"\xfb\xff",
        "extra": {"at": MOMENT},
    }
    server.answer({}, status=204)
    with client("wire_values", server) as called:
        called.entries.replace(ID, ledger.Entry(**given) if as_model else given)
    assert server.last.json() == {
        "stamped": SPACED,
        "closed": SPACED,
        "stamps": [SPACED],
        "starts": "2026-11-29T18:00:00",
        "delay": "90s",
        "lasts": "PT90S",
        "mark": "-_8=",
        "digest": "+/8=",
        "extra": {"at": "2026-11-29T18:00:00"},
    }


@pytest.mark.parametrize("as_model", [False, True])
def test_bytes_that_are_no_text_are_not_sent_as_another_text(
    ledger: Any, server: Server, as_model: bool
) -> None:
    with client("wire_values", server) as called:

        def replace(content: bytes) -> None:
            given = {"text": content, "extra": {"octets": content}}
            called.entries.replace(ID, ledger.Entry(**given) if as_model else given)

        with pytest.raises(ValueError, match="bytes that are no UTF-8"):
            replace(b"\xff")
        server.answer({"message": "no"}, status=403)
        with pytest.raises(Exception, match="403"):
            replace("ü".encode())
    [request] = server.requests
    assert request.json() == {"text": "ü", "extra": {"octets": "w7w="}}


AWARE = MOMENT.replace(tzinfo=UTC)


@pytest.mark.parametrize("as_model", [False, True])
@pytest.mark.parametrize(
    ("name", "value"),
    [("starts", AWARE), ("stamped", AWARE), ("daily", AWARE.timetz()), ("stamps", [AWARE])],
)
def test_an_offset_is_refused_where_the_server_has_its_own_clock(
    ledger: Any, server: Server, name: str, value: Any, as_model: bool
) -> None:
    called = client("wire_values", server)
    with pytest.raises(ValueError, match="without an offset"):
        called.entries.replace(ID, ledger.Entry(**{name: value}) if as_model else {name: value})
    assert not server.requests


@pytest.mark.parametrize("given", [{"since": AWARE}, {"opened": [AWARE.timetz()]}])
def test_an_offset_is_refused_in_parameters_too(
    ledger: Any, server: Server, given: dict[str, Any]
) -> None:
    assert ledger
    called = client("wire_values", server)
    with pytest.raises(ValueError, match="without an offset"):
        called.entries.get(ID, **given)
    assert not server.requests


def test_an_object_among_items_is_no_text(ledger: Any, server: Server) -> None:
    with client("wire_values", server) as called:
        for item in ({"a": 1}, ledger.Entry(count=1)):
            with pytest.raises(TypeError, match="'words' takes no object"):
                called.entries.get(ID, words=["a", item])
            server.answer({})
            called.entries.get(ID, rows=[item])
            assert unquote(server.last.target).partition("rows=")[2].startswith('[{"')
    assert len(server.requests) == 2


def test_nothing_is_no_number(ledger: Any, server: Server) -> None:
    assert ledger
    with client("wire_values", server, strict=False) as called:
        server.answer(headers={"content-type": "application/json"})
        with pytest.raises(__import__("wire_wire_values").DecodeError, match="the body is empty"):
            called.entries.count()


def test_what_names_a_thing_is_given_by_place(ledger: Any, server: Server) -> None:
    assert ledger
    server.answer({"stamped": SPACED, "closed": ""})
    with client("wire_values", server) as called:
        found = called.entries.find("first one", changed=MOMENT)
        assert (found.stamped, found.closed) == (MOMENT, "")
    assert server.last.target == "/entries?title=first%20one&changed=2026-11-29%2018%3A00%3A00"


OTHER = (
    *(("count", value) for value in ("1", True, 1.0, "x")),
    *(("ratio", value) for value in ("1.5", True)),
    *(("flag", value) for value in (1, "yes", "true")),
    *(("one", value) for value in (True, 1.0, "1", 2)),
    *(("either", value) for value in (True, 1.5)),
    *(("price", value) for value in (2.5, 2, "much")),
    *(("size", value) for value in (5, "05", "5.0", True)),
    *(("share", value) for value in (0.5, 1, "half")),
    *(("when", value) for value in (1700000000, 1.5, "1700000000", True)),
    *(("day", value) for value in (19000, "19000", "2026-01-02T00:00:00")),
    *(("opens", value) for value in (3600, "3600")),
    *(("starts", value) for value in (1700000000, "2026-01-02T03:04:05Z")),
    *(("stamped", value) for value in (1700000000, "2026-01-02 03:04:05Z", "")),
    *(("closed", value) for value in (1700000000, "never")),
    *(("daily", value) for value in (3600, "07:30:00Z")),
    *(("lasts", value) for value in (90, 1.5, "01:30")),
    *(("digest", value) for value in (5, "not base64!")),
    *(("owner", value) for value in (5,)),
    *(("address", value) for value in (7, ["a"])),
    *(("level", value) for value in ("1", 1.5)),
    ("tags", [7]),
    ("code", 7),
)


@pytest.mark.parametrize(("name", "value"), OTHER)
def test_json_of_another_type_is_not_converted(
    ledger: Any, server: Server, name: str, value: Any
) -> None:
    assert ledger
    for _ in range(2):
        server.answer({name: value})
    server.answer({}, status=204)
    with client("wire_values", server) as strict, pytest.raises(Exception, match=name):
        strict.entries.get(ID)
    with client("wire_values", server, strict=False) as called:
        read = called.entries.get(ID)
        assert json.dumps(getattr(read, name)) == json.dumps(value)
        called.entries.replace(ID, read)
    assert json.dumps(server.last.json()) == json.dumps({name: value})


def test_values_are_what_they_mean(ledger: Any, server: Server) -> None:
    entry = ledger.Entry(
        ratio=1,
        price=Decimal("2.50"),
        when=datetime(2026, 1, 2, 3, 4, 5),
        starts=datetime(2026, 1, 2, 3, 4, 5),
        day=date(2026, 1, 2),
        daily=time(7, 30),
        text="hello",
    )
    server.answer({}, status=204)
    server.answer({"price": "2.50", "starts": "2026-01-02 03:04:05", "daily": "07:30"})
    with client("wire_values", server) as called:
        called.entries.replace(ID, entry)
        assert server.last.json() == {
            "ratio": 1,
            "price": "2.50",
            "when": "2026-01-02T03:04:05",
            "starts": "2026-01-02T03:04:05",
            "day": "2026-01-02",
            "daily": "07:30:00",
            "text": "hello",
        }
        read = called.entries.get(ID, above=Decimal("2.50"), since=datetime(2026, 1, 2), scale=2)
    query = f"/entries/{ID}?above=2.50&since=2026-01-02T00%3A00%3A00&scale=2"
    assert server.last.target == query
    assert (read.price, read.starts, read.daily) == (
        Decimal("2.50"),
        datetime(2026, 1, 2, 3, 4, 5),
        time(7, 30),
    )


@pytest.mark.parametrize("value", [1, 1.0, 2**53 + 1, -0.25])
def test_a_number_is_what_it_was_given_as(ledger: Any, server: Server, value: float) -> None:
    entry = ledger.Entry(ratio=value)
    server.answer({"ratio": value})
    with client("wire_values", server) as called:
        read = called.entries.get(ID, scale=value)
    for number in (entry.ratio, read.ratio):
        assert (type(number), number) == (type(value), value)
    assert server.last.target.endswith(f"scale={value}")


def test_decimals_keep_their_digits(ledger: Any, server: Server) -> None:
    """A number that may be a text takes a decimal, which travels as text."""
    amount = Decimal("12345678901234567890.10")
    server.answer({}, status=204)
    server.answer({"amount": "12.30", "amounts": {"net": 1.5}})
    entry = ledger.Entry(amount=amount, amounts={"net": amount, "gross": 2.5, "tax": 3})
    with client("wire_values", server) as called:
        called.entries.replace(ID, entry)
        sent = {"amount": str(amount), "amounts": {"net": str(amount), "gross": 2.5, "tax": 3}}
        assert server.last.json() == sent
        read = called.entries.get(ID, amount=amount)
    assert server.last.target == f"/entries/{ID}?amount={amount}"
    assert (read.amount, read.amounts) == ("12.30", {"net": 1.5})


def test_a_number_takes_a_decimal_that_it_is_equal_to(ledger: Any) -> None:
    assert ledger.Entry(ratio=Decimal("2.50")).ratio == 2.5
    with pytest.raises(ValueError, match="a decimal with more digits"):
        ledger.Entry(ratio=Decimal("12345678901234567890.10"))
    with pytest.raises(ValueError, match="count"):
        ledger.Entry(count=Decimal(5))


def test_an_offset_where_none_is_due_is_refused(ledger: Any) -> None:
    with pytest.raises(ValueError, match="without an offset"):
        ledger.Entry(starts=datetime(2026, 1, 2, tzinfo=UTC))


@pytest.mark.parametrize("name", ["extra", "settings"])
def test_free_json_has_no_nan(ledger: Any, server: Server, name: str) -> None:
    value = {"deep": [float("nan")]}
    with client("wire_values", server) as called:
        for body in ({name: value}, ledger.Entry(**{name: value})):
            with pytest.raises(ValueError, match="JSON|number"):
                called.entries.replace(ID, body)
    assert not server.requests


def test_an_object_without_properties_reads_like_a_mapping(ledger: Any) -> None:
    raw = ledger.Raw.model_validate_json('{"$id": "x", "copy": 1, "class": 2}')
    assert raw["copy"] == 1
    assert "class" in raw
    assert sorted(raw) == ["$id", "class", "copy"]
    assert dict(raw) == {"$id": "x", "copy": 1, "class": 2} == {**raw}
    assert len(raw) == len(raw.keys()) == len(raw.values()) == 3
    assert ("copy", 1) in raw.items()
    assert raw.get("missing") is None


# -- arrays in arrays ------------------------------------------------------------------------------


def test_arrays_in_arrays_are_written_as_swagger_says(packages: None, server: Server) -> None:
    server.answer([])
    with client("collection_formats", server) as called:
        called.things.list(
            [1],
            pairs=[["a", "b"], ["c d"], []],
            deep=[[[1, 2], [3]], [[4]]],
            x_pairs=[["a", "b"], ["c"]],
        )
        target = unquote(server.last.target)
        assert target == "/things/1?pairs=a,b c d &deep=1\t2|3&deep=4"
        assert server.last.headers["x-pairs"] == "a|b,c"
        server.answer({}, status=204)
        called.things.add([1], {"points": [[1, 2.5], [3]]})
        assert unquote(server.last.body.decode()) == "points=1,2.5&points=3"
