"""Mappings that stand for models."""

from __future__ import annotations

import json
import math
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest

from runtime.bodies.encoding import encode_body, encode_form, encode_json
from runtime.bodies.parameters import query_pairs
from runtime.data.formats import Base64, Base64Text, DecimalString, SecondsDuration
from runtime.data.models import CamelModel
from runtime.data.unions import Tagged, UnionTag
from runtime.requests.request import Request


class Bolt(CamelModel):
    part_kind: Annotated[Literal["bolt"], UnionTag()] = "bolt"
    size: int | None = None


class Nut(CamelModel):
    part_kind: Annotated[Literal["nut"], UnionTag()] = "nut"
    form_version: Literal[2] = 2


class Frame(CamelModel):
    form_version: Literal[3] = 3
    main: Bolt | None = None
    parts: list[AnyPart] | None = None
    spare: dict[str, Nut] | None = None
    either: Bolt | Nut | None = None
    note: Literal["fixed"] | None = None


AnyPart = Annotated[Bolt | Nut, Tagged("partKind", {"bolt": Bolt, "nut": Nut})]


def wire(value: Any, kind: Any) -> Any:
    return json.loads(encode_json(value, kind))


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {"formVersion": 3}),
        ({"formVersion": 4, "more": [{}]}, {"formVersion": 4, "more": [{}]}),
        ({"formVersion": None}, {"formVersion": None}),
        ({"main": {}}, {"formVersion": 3, "main": {"partKind": "bolt"}}),
        ({"main": None, "note": "x"}, {"formVersion": 3, "main": None, "note": "x"}),
        (
            {"spare": {"a": {}, "b": {"formVersion": 9}}},
            {
                "formVersion": 3,
                "spare": {
                    "a": {"partKind": "nut", "formVersion": 2},
                    "b": {"partKind": "nut", "formVersion": 9},
                },
            },
        ),
    ],
)
def test_a_mapping_gets_the_constants_that_it_lacks(given: Any, sent: Any) -> None:
    assert wire(given, Frame) == sent


def test_the_tag_tells_which_member_a_mapping_is() -> None:
    given = {"parts": [{"partKind": "nut"}, {"size": 1}, {"partKind": "rod"}, Bolt(size=2)]}
    assert wire(given, Frame)["parts"] == [
        {"partKind": "nut", "formVersion": 2},
        {"size": 1},
        {"partKind": "rod"},
        {"partKind": "bolt", "size": 2},
    ]


def test_nothing_is_said_of_one_of_several_models_without_a_tag() -> None:
    assert wire({"either": {"size": 1}}, Frame) == {"formVersion": 3, "either": {"size": 1}}


def test_lists_and_unions_of_models() -> None:
    frames = [{"main": {"size": 1}}, Frame()]
    assert wire(frames, list[Frame]) == [
        {"formVersion": 3, "main": {"partKind": "bolt", "size": 1}},
        {"formVersion": 3},
    ]
    assert wire({}, Frame | None) == {"formVersion": 3}
    assert wire({"a": [{}]}, dict[str, list[Nut]]) == {"a": [{"partKind": "nut", "formVersion": 2}]}


class Tray(CamelModel):
    weight: float | None = None
    digits: DecimalString | None = None
    either: float | str | None = None
    name: str | None = None
    raw: bytes | None = None
    weights: list[float] | None = None


@pytest.mark.parametrize(
    "fields",
    [
        {"weight": Decimal("1.10")},
        {"digits": Decimal("1.10")},
        {"either": Decimal("1.10")},
        {"raw": b"abc"},
        {"weights": [Decimal("0.5"), 1]},
    ],
    ids=str,
)
def test_a_mapping_is_written_as_the_model_is(fields: Any) -> None:
    assert encode_json(fields, Tray) == encode_json(Tray(**fields), Tray)


@pytest.mark.parametrize(
    ("value", "kind", "sent"),
    [
        (b"a", Base64Text, "YQ=="),
        ([b"a", "a"], list[Base64Text], ["YQ==", "YQ=="]),
        ({"x": b"a"}, dict[str, Base64Text], {"x": "YQ=="}),
        ({"x": timedelta(seconds=2)}, dict[str, SecondsDuration], {"x": "2s"}),
        ([Decimal("0.5")], list[float], [0.5]),
    ],
)
def test_what_is_no_mapping_for_a_model_is_written_once(value: Any, kind: Any, sent: Any) -> None:
    assert wire(value, kind) == sent


def test_what_a_field_cannot_hold_whole_is_refused() -> None:
    for fields in ({"weight": Decimal("0.1234567890123456789")}, {"raw": b"\xff"}):
        with pytest.raises(ValueError, match="digits|no UTF-8"):
            encode_json(fields, Tray)


def test_the_given_mapping_stays_as_it_is() -> None:
    given: dict[str, Any] = {"main": {}}
    encode_json(given, Frame)
    assert given == {"main": {}}


def nested(levels: int) -> Any:
    value: Any = 1
    for level in range(levels):
        value = [value] if level % 2 else {"in": value}
    return value


class Box(CamelModel):
    size_of: SecondsDuration | None = None
    inner: Box | None = None
    free: Any = None


DEEP = Box(sizeOf=timedelta(seconds=2), free=nested(300))
WRITTEN = {"sizeOf": "2s", "free": nested(300)}
DEEPER = Box(sizeOf=timedelta(seconds=2), free=[nested(600), date(2026, 1, 2)])
FULL = {"sizeOf": "2s", "free": [nested(600), "2026-01-02"]}


@pytest.mark.parametrize(
    ("body", "kind", "sent"),
    [
        (DEEP, None, WRITTEN),
        (Box(inner=DEEP, sizeOf=timedelta(seconds=1)), Box, {"inner": WRITTEN, "sizeOf": "1s"}),
        ({"inner": DEEP, "sizeOf": timedelta(seconds=1)}, Box, {"inner": WRITTEN, "sizeOf": "1s"}),
        ([DEEP], list[Box], [WRITTEN]),
        (Box(inner=DEEPER, size_of=timedelta(seconds=1)), Box, {"inner": FULL, "sizeOf": "1s"}),
        ({"inner": DEEPER, "sizeOf": timedelta(seconds=1)}, Box, {"inner": FULL, "sizeOf": "1s"}),
        ([DEEPER], list[Box], [FULL]),
    ],
)
def test_what_pydantic_finds_too_deep_is_sent(body: Any, kind: Any, sent: Any) -> None:
    assert json.loads(encode_json(body, kind)) == sent


@pytest.mark.parametrize(
    "free", [[nested(300), math.nan], [nested(600), math.nan], nested(5000), object()]
)
def test_what_has_no_json_is_a_value_error(free: Any) -> None:
    for body in (Box(free=free), {"inner": Box(free=free)}):
        with pytest.raises(
            ValueError, match="number of JSON|JSON compliant|too deeply|cannot be sent"
        ):
            encode_json(body)
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(ValueError, match="Circular"):
        encode_json({"free": loop})


class Sheet(CamelModel):
    digest: Base64 | None = None
    pages: list[Base64] | None = None
    lasts: SecondsDuration | None = None
    raw: str | None = None
    more: dict[str, Any] | None = None


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"raw": b"\xfe a"}, b"raw=%FE%20a"),
        ({"other": [b"\xff", "b", bytearray(b"c")]}, b"other=%FF&other=b&other=c"),
        (
            {"digest": b"\xff", "pages": [b"a", "eA=="]},
            b"digest=%2Fw%3D%3D&pages=YQ%3D%3D&pages=eA%3D%3D",
        ),
        ({"lasts": timedelta(seconds=1.5), "raw": timedelta(seconds=1)}, b"lasts=1.5s&raw=PT1S"),
    ],
)
def test_a_form_is_written_as_its_fields_say(given: Any, sent: bytes) -> None:
    assert encode_form(Request("add", "POST /sheets", body=given, body_type=Sheet)) == sent


def test_bytes_in_a_form_of_no_type_are_what_they_are() -> None:
    request: Request[Any] = Request("add", "POST /a", body={"a": b"\x00\xe9"}, media_type=FORM)
    assert encode_body(request) == (b"a=%00%E9", FORM)


@pytest.mark.parametrize(
    "fields",
    [
        {"a": [1, 2], "s": "t&u", "b": True, "n": None, "f": 1.5, "e": []},
        {"o": {"x": 1, "y": [1, 2]}},
        {"l": [[1, 2]], "m": [{"x": 1}]},
    ],
)
def test_a_form_is_the_same_as_a_body_and_as_the_whole_query(fields: Any) -> None:
    body = encode_form(Request("add", "POST /a", body=fields, media_type=FORM))
    assert body.decode() == "&".join(query_pairs("whole", fields))
