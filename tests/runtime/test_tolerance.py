"""Answers of which single items do not fit: read once, and what they were before."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from sample_sdk._runtime.data import decoding, tolerance
from sample_sdk._runtime.data.decoding import (
    MisfitError,
    NotJsonError,
    decode,
    decode_leniently,
    decode_or_keep,
)
from sample_sdk._runtime.data.formats import DecimalNumber
from sample_sdk._runtime.data.models import CamelModel, Model, wire_name


class Part(Model):
    name: str
    size: int = 0
    made_at: datetime | None = None


class Priced(Model):
    price: DecimalNumber | None = None
    count: int | None = None


class Inner(CamelModel):
    part_list: list[Part] | None = None
    by_name: dict[str, Part] | None = None


class Answer(CamelModel):
    items: list[Part] | None = None
    odd_parts: Annotated[list[Part] | None, wire_name("odd-parts")] = None
    inner: Inner | None = None
    priced: list[Priced] | None = None
    numbers: list[int] | None = None
    next_token: str | None = None


GOOD = {"name": "a", "size": 1, "made_at": "2026-01-15T08:30:00Z", "more": [1]}
BAD = {"name": "b", "size": "much", "made_at": [1], "more": {"x": 2}}

ANSWERS: list[Any] = [
    {"items": [GOOD, GOOD]},
    {"items": [GOOD, BAD, GOOD, BAD], "nextToken": "t"},
    {"items": [GOOD, 5, None, "text", []]},
    {"odd-parts": [BAD, GOOD], "extra": [BAD]},
    {"inner": {"partList": [GOOD, BAD], "byName": {"x": BAD, "y": GOOD}}},
    {"items": [BAD], "inner": {"partList": [BAD], "byName": {"x": 1}}, "numbers": [1, "2", 3]},
    {"items": [BAD, GOOD], "nextToken": 5},
    {"items": {"no": "list"}},
    {"items": None, "inner": {"partList": 5}},
    {"priced": [{"price": 1.10}, {"count": "x"}]},
    {"priced": [{"price": 1.10, "count": "x"}], "items": [BAD]},
    {"items": [{"size": 3}, GOOD]},
    [],
    5,
]


def read(content: bytes, target: Any) -> tuple[Any, str]:
    """Read as a client does that has never seen a misfit."""
    try:
        return decode(content, target), ""
    except MisfitError as error:
        return decode_leniently(content, target), str(error)


def told(result: tuple[Any, MisfitError | None]) -> tuple[Any, str]:
    value, misfit = result
    return value, str(misfit or "")


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: json.dumps(one)[:40])
def test_the_same_is_read_and_told_each_time(answer: Any) -> None:
    content = json.dumps(answer).encode()
    wanted = read(content, Answer)
    for _ in range(3):
        found = told(decode_or_keep(content, Answer))
        assert found == wanted
        assert repr(found) == repr(wanted)


@pytest.mark.parametrize("target", [list[Part], list[Answer]])
def test_lists_of_models(target: Any) -> None:
    content = json.dumps([GOOD, BAD, {"items": [BAD, GOOD]}]).encode()
    wanted = read(content, target)
    for _ in range(3):
        assert told(decode_or_keep(content, target)) == wanted


def test_items_that_fit_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = json.dumps({"items": [GOOD] * 50 + [BAD] + [GOOD] * 50}).encode()
    decode_or_keep(content, Answer)

    def refused(*_: Any) -> Any:
        raise AssertionError("everything is read again")

    monkeypatch.setattr(decoding, "decode", refused)
    monkeypatch.setattr(decoding, "decode_leniently", refused)
    monkeypatch.setattr(decoding, "read_json", refused)
    value, misfit = decode_or_keep(content, Answer)
    assert [part.name for part in value.items] == ["a"] * 50 + ["b"] + ["a"] * 50
    assert value.items[50].size == "much"
    assert str(misfit) == "items.50.size: Input should be a valid integer and 1 more"
    assert not any(isinstance(one, tolerance.Mark) for one in value.items)


def test_decimals_keep_their_digits_beside_a_misfit() -> None:
    content = b'{"priced": [{"price": 1.10}, {"price": 2.50, "count": "x"}]}'
    for _ in range(3):
        value, misfit = decode_or_keep(content, Answer)
        assert [str(one.price) for one in value.priced] == ["1.10", "2.50"]
        assert value.priced[0].price == Decimal("1.10")
        assert misfit is not None


def test_what_is_no_json_is_none_later_either() -> None:
    decode_or_keep(json.dumps({"items": [BAD]}).encode(), Answer)
    with pytest.raises(NotJsonError):
        decode_or_keep(b'{"items": [', Answer)
