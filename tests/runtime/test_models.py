"""Models, formats and decoding."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from sample_sdk._runtime.bodies.encoding import encode_json
from sample_sdk._runtime.casing import camel_case, kebab_case, pascal_case
from sample_sdk._runtime.data.decoding import (
    MisfitError,
    NotJsonError,
    decode,
    decode_leniently,
    lenient,
)
from sample_sdk._runtime.data.exactness import type_adapter
from sample_sdk._runtime.data.formats import (
    Base64,
    Base64Url,
    Int64,
    IsoDuration,
    NumberString,
    SecondsDuration,
)
from sample_sdk._runtime.data.models import KebabModel, Model, wire_name
from sample_sdk._runtime.data.omission import Omit, omit
from sample_sdk.models.books import Author, Book, ListBooksResponse


def wire(value: Any, kind: Any = None) -> Any:
    return json.loads(encode_json(value, kind))


def test_only_what_was_set_travels_and_none_is_null() -> None:
    assert wire(Book(id="a", genre=None)) == {"id": "a", "genre": None}
    assert wire(Book()) == {}


def test_aliases_come_from_the_rule_and_exceptions_are_spelled_out() -> None:
    book = Book(page_count=2**60, odd="x", create_time=datetime(2024, 1, 2, tzinfo=UTC))
    assert wire(book) == {
        "pageCount": str(2**60),
        "$.odd": "x",
        "createTime": "2024-01-02T00:00:00Z",
    }
    assert Book.model_validate({"$.odd": "y", "pageCount": 3}).odd == "y"
    assert repr(Book(id="a")) == "Book(id='a')"


def test_unknown_properties_survive_a_round_trip() -> None:
    raw = {"id": "a", "newThing": {"x": [1]}, "genre": "ESSAY"}
    assert wire(Book.model_validate(raw)) == raw


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05"),
        (datetime(2024, 1, 2, 3, 4, 5, 678000, UTC), "2024-01-02T03:04:05.678000Z"),
        (
            datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=2))),
            "2024-01-02T00:00:00+02:00",
        ),
    ],
)
def test_datetimes_are_rfc_3339_and_naive_ones_get_no_offset(moment: datetime, text: str) -> None:
    assert wire(Book(create_time=moment)) == {"createTime": text}
    assert wire(Book(authors=[Author(full_name="A", born=moment)])) == {
        "authors": [{"fullName": "A", "born": text}]
    }
    assert json.loads(encode_json({"when": [moment]})) == {"when": [text]}


def test_datetimes_inside_lists_maps_and_unions_of_a_recursive_model() -> None:
    class Tree(Model):
        times: list[datetime | None] | None = None
        named: dict[str, datetime] | None = None
        either: datetime | int | None = None
        children: list[Tree] | None = None

    Tree.model_rebuild(_types_namespace={"Tree": Tree})
    moment = datetime(2024, 1, 1)
    text = "2024-01-01T00:00:00"
    leaf = Tree(times=[moment, None], named={"a": moment}, either=moment)
    expected = {"times": [text, None], "named": {"a": text}, "either": text}
    assert wire(Tree(children=[leaf])) == {"children": [expected]}


@pytest.mark.parametrize(
    ("kind", "given", "value", "encoded"),
    [
        (Int64, "9007199254740993", 9007199254740993, '"9007199254740993"'),
        (NumberString, "0.5", 0.5, '"0.5"'),
        (NumberString, "-Infinity", float("-inf"), '"-Infinity"'),
        (Base64, "+/8=", b"\xfb\xff", '"+/8="'),
        (Base64, "-_8", b"\xfb\xff", '"+/8="'),
        (Base64Url, "-_8=", b"\xfb\xff", '"-_8="'),
        (SecondsDuration, "3.5s", timedelta(seconds=3.5), '"3.5s"'),
        (SecondsDuration, "-0.000001s", timedelta(microseconds=-1), '"-0.000001s"'),
        (SecondsDuration, "120s", timedelta(minutes=2), '"120s"'),
        (SecondsDuration, "0.000000600s", timedelta(microseconds=1), '"0.000001s"'),
        (IsoDuration, "PT3.5S", timedelta(seconds=3.5), '"PT3.5S"'),
        (IsoDuration, "P1DT1H", timedelta(days=1, hours=1), '"P1DT3600S"'),
        (IsoDuration, "-P1D", timedelta(days=-1), '"-P1D"'),
    ],
)
def test_formats_go_both_ways(kind: Any, given: Any, value: Any, encoded: str) -> None:
    adapter = TypeAdapter[Any](kind)
    assert adapter.validate_json(json.dumps(given)) == value
    assert adapter.validate_python(value) == value
    assert adapter.dump_json(value).decode() == encoded


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *((IsoDuration, text) for text in ("P1M", "P1Y2M3DT4H", "P2W", "PT1H", "+P1D", "PT0.10S")),
        *((SecondsDuration, text) for text in ("0.000000600s", "3.000s")),
    ],
)
def test_durations_go_back_as_they_came(kind: Any, text: str) -> None:
    class Wait(Model):
        least: kind | None = None
        most: list[kind] | None = None

    read = Wait.model_validate_json(json.dumps({"least": text, "most": [text]}))
    assert wire(read) == wire(copy.deepcopy(read)) == {"least": text, "most": [text]}
    assert wire(pickle.loads(pickle.dumps(read.most))[0], kind) == text
    other = IsoDuration if kind is SecondsDuration else SecondsDuration
    assert wire(read.least, other) != text
    assert wire(read.least + timedelta(0), kind) != text


def test_datetimes_go_back_as_they_came_from_a_copy_too() -> None:
    class Event(Model):
        at: datetime

    text = "2024-01-01T00:00:00.123456789Z"
    read = Event.model_validate_json(json.dumps({"at": text}))
    assert wire(copy.deepcopy(read)) == {"at": text}


@pytest.mark.parametrize("text", ["999999999999999s", "-99999999999999s", "9" * 5000 + "s"])
def test_what_is_longer_than_any_span_is_a_misfit(text: str) -> None:
    class Wait(Model):
        least: SecondsDuration | None = None
        most: IsoDuration | None = None

    for span in ({"least": text}, {"most": f"P{text[:-1]}D"}):
        with pytest.raises(ValidationError):
            Wait.model_validate_json(json.dumps(span))
        assert wire(lenient(Wait, span)) == span


@given(st.timedeltas(min_value=timedelta(days=-9999), max_value=timedelta(days=9999)))
def test_durations_survive_a_round_trip(span: timedelta) -> None:
    for kind in (SecondsDuration, IsoDuration):
        adapter = TypeAdapter[Any](kind)
        assert adapter.validate_json(adapter.dump_json(span)) == span


@pytest.mark.parametrize(
    ("name", "camel", "pascal", "kebab"),
    [
        ("create_time", "createTime", "CreateTime", "create-time"),
        ("ip_v4_address", "ipV4Address", "IpV4Address", "ip-v4-address"),
        ("x1_y", "x1Y", "X1Y", "x1-y"),
        ("x_1", "x1", "X1", "x-1"),
        ("class_", "class", "Class", "class"),
        ("id", "id", "Id", "id"),
    ],
)
def test_casing(name: str, camel: str, pascal: str, kebab: str) -> None:
    assert (camel_case(name), pascal_case(name), kebab_case(name)) == (camel, pascal, kebab)


def test_kebab_models() -> None:
    class Thing(KebabModel):
        page_size: int | None = None

    assert wire(Thing(page_size=1)) == {"page-size": 1}


def test_omit_is_one_falsy_value() -> None:
    assert not omit
    assert repr(omit) == "omit"
    assert copy.deepcopy(omit) is omit
    assert isinstance(omit, Omit)
    assert pickle.loads(pickle.dumps(omit)) is omit


MISFIT = {
    "books": [
        {"id": "a", "pageCount": "many", "authors": [{"born": "yesterday"}, {"fullName": "B"}]},
        {"id": 7, "createTime": "2024-01-01T00:00:00Z", "cls": 1, "_fields_set": 2},
        "not a book",
    ],
    "nextPageToken": "t",
}


def test_what_does_not_fit_is_kept_and_the_rest_is_typed() -> None:
    page = decode_leniently(json.dumps(MISFIT).encode(), ListBooksResponse)
    assert page.next_page_token == "t"
    first, second, third = page.books
    assert first.page_count == "many"
    assert first.authors[0].full_name is None
    assert first.authors[0].born == "yesterday"
    assert first.authors[1] == Author(full_name="B")
    assert second.id == 7
    assert second.create_time == datetime(2024, 1, 1, tzinfo=UTC)
    assert third == "not a book"
    assert wire(second)["_fields_set"] == 2


def test_a_lenient_result_encodes_to_what_came() -> None:
    page = decode_leniently(json.dumps(MISFIT).encode(), ListBooksResponse)
    assert wire(page) == MISFIT


def test_a_strict_reading_tells_the_place_but_no_value() -> None:
    with pytest.raises(MisfitError, match=r"books\.0\.pageCount.* and \d more") as caught:
        decode(json.dumps(MISFIT).encode(), ListBooksResponse)
    assert "yesterday" not in str(caught.value)


@pytest.mark.parametrize("target", [Book, list[Book], None, Annotated[int, "x"]])
def test_what_is_not_json_is_told(target: Any) -> None:
    with pytest.raises(NotJsonError):
        decode(b"<html>", target)


@pytest.mark.parametrize(
    ("target", "raw"),
    [
        (list[Book], {"no": "list"}),
        (dict[str, Book], {"a": {"id": 3}}),
        (Book | None, {"id": 3}),
        (Book | str, 5),
        (Book, [1]),
    ],
)
def test_lenient_decoding_takes_anything(target: Any, raw: Any) -> None:
    result = decode_leniently(json.dumps(raw).encode(), target)
    assert json.loads(encode_json(result)) == raw


class Outer(Model):
    """Refers to a class that is defined below it, as generated modules do."""

    number: Int64 | None = None
    inner: Inner | None = None


class Inner(Model):
    name: str | None = None


def test_a_misfit_in_a_model_that_was_never_built() -> None:
    assert not Outer.__pydantic_complete__
    outer = decode_leniently(b'{"number": "many", "inner": {"name": "x"}}', Outer)
    assert outer.number == "many"
    assert outer.inner == Inner(name="x")


class Clock(Model):
    """Has a time, alone and in containers."""

    at: datetime | None = None
    seen: list[datetime] | None = None


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-02T03:04:05Z",
        "2026-01-02 03:04:05Z",
        "2026-01-02T03:04:05.123456Z",
        "2026-01-02T03:04:05,123456Z",
        "2026-01-02T03:04:05.000000Z",
        "2026-01-02T03:04:05.000001Z",
        "2026-01-02T03:04:05.123456789Z",
        "2026-01-02T03:04:05.100Z",
        "2026-01-02T03:04:05+00:00",
        "2026-01-02T03:04:05.5-07:00",
    ],
)
def test_a_time_goes_back_as_it_came(text: str) -> None:
    clock = Clock.model_validate_json(json.dumps({"at": text, "seen": [text]}))
    assert clock.at is not None
    assert clock.at.replace(microsecond=0) - clock.at <= timedelta(0)
    assert clock.at == datetime.fromisoformat(text)
    assert wire(clock) == {"at": text, "seen": [text]}
    assert copy.deepcopy(clock) == clock


class Stamp(Model):
    """Has fields that are called like the parts of a core schema."""

    type: str | None = None
    schema_: Annotated[datetime | None, wire_name("schema")] = None
    fields: datetime | None = None


def test_a_time_beside_a_field_called_type_goes_back_as_it_came() -> None:
    time = "2026-01-02T03:04:05.123456789Z"
    given = {"type": "x", "schema": time, "fields": time}
    assert wire(Stamp.model_validate_json(json.dumps(given))) == given


@pytest.mark.parametrize("text", ["2026-01-02t03:04:05Z", "2026-01-02T03:04:05z"])
def test_a_time_in_small_letters_goes_back_as_it_came(text: str) -> None:
    clock = Clock.model_validate_json(json.dumps({"at": text}))
    assert clock.at == datetime.fromisoformat(text.upper())
    assert wire(clock) == {"at": text}


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30T03:04:05Z",
        "2026-01-02T24:00:00Z",
        "2026-W01-1T03:04:05Z",
        "2026-01-02T030405.1Z",
    ],
)
def test_a_text_of_the_usual_length_that_is_no_time_is_a_misfit(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Clock.model_validate_json(json.dumps({"at": text}))
    (error,) = caught.value.errors()
    assert (error["loc"], error["msg"]) == (("at",), "Input should be a time as RFC 3339 writes it")
    assert wire(lenient(Clock, {"at": text})) == {"at": text}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_of_a_time_is_a_date_time(mode: Any) -> None:
    seen = Clock.model_json_schema(mode=mode)["properties"]["seen"]
    assert seen["anyOf"][0]["items"] == {"type": "string", "format": "date-time"}


class Timed(Model):
    """Has a time."""

    at: datetime


class Noted(Model):
    """Has any text in the same place."""

    at: str


def test_text_that_may_be_anything_is_not_made_a_time() -> None:
    text = "2026-01-02T03:04:05Z"
    assert type_adapter(datetime | str).validate_json(json.dumps(text)) == text
    assert type_adapter(list[datetime] | list[str]).validate_json(json.dumps([text])) == [text]
    noted = type_adapter(Timed | Noted).validate_json(json.dumps({"at": text}))
    assert noted == Noted(at=text)


def test_a_time_that_was_changed_is_written_anew() -> None:
    clock = Clock.model_validate_json('{"at": "2026-01-02T03:04:05.123456789Z"}')
    assert clock.at is not None
    clock.at += timedelta(seconds=1)
    assert wire(clock) == {"at": "2026-01-02T03:04:06.123456Z"}
    assert wire(Clock(at=clock.at.replace(microsecond=0))) == {"at": "2026-01-02T03:04:06Z"}


def test_a_model_with_annotations_is_read_leniently_too() -> None:
    class Inner(Model):
        at: datetime | None = None

    class Outer(Model):
        inner: Annotated[Inner, "an annotation"]
        inners: list[Annotated[Inner, "an annotation"]] | None = None

    raw = {"inner": {"at": "1016-31-91"}, "inners": [{"at": "soon"}]}
    outer = decode_leniently(json.dumps(raw).encode(), Outer)
    assert isinstance(outer.inner, Inner)
    assert json.loads(encode_json(outer)) == raw
