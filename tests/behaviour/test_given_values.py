"""Values of Python as programs give them: models, mappings and attributes are sent alike."""

from __future__ import annotations

import json
from collections import UserDict, deque
from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from ipaddress import ip_address
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

import httpx2
import pydantic
import pytest
from tests.behaviour.inline import Recorder, package

SPEC = """
openapi: 3.1.0
info: {title: Given, version: "1"}
servers: [{url: https://given.example}]
paths:
  /things:
    get:
      operationId: findThings
      parameters:
      - {name: id, in: query, schema: {type: string, format: uuid}}
      - {name: ids, in: query, schema: {type: array, items: {type: string, format: uuid}}}
      - {name: day, in: query, schema: {type: string, format: date}}
      - {name: since, in: query, schema: {type: string, format: date-time}}
      - {name: cost, in: query, schema: {type: number, format: decimal}}
      - {name: number, in: query, schema: {type: number}}
      - {name: span, in: query, schema: {type: string, format: duration}}
      - {name: color, in: query, schema: {type: string, enum: [red, blue]}}
      - {name: names, in: query, schema: {type: array, items: {type: string}}}
      responses: {"200": {description: All., content: {application/json: {schema: {}}}}}
    post:
      operationId: createThing
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
  /form:
    post:
      operationId: sendForm
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                cost: {type: number, format: decimal}
                number: {type: number}
                id: {type: string, format: uuid}
                total: {type: string, format: int64}
      responses: {"204": {description: Taken.}}
components:
  schemas:
    Thing:
      type: object
      properties:
        id: {type: string, format: uuid}
        ids: {type: array, items: {type: string, format: uuid}}
        owner: {type: [string, "null"], format: uuid}
        text: {type: string}
        number: {type: number}
        count: {type: integer}
        total: {type: string, format: int64}
        share: {type: string, format: double}
        cost: {type: number, format: decimal}
        price: {type: string, format: decimal}
        since: {type: string, format: date-time}
        starts: {type: string, format: date-time-local}
        day: {type: string, format: date}
        opens: {type: string, format: time}
        span: {type: string, format: duration}
        delay: {type: string, format: google-duration}
        digest: {type: string, format: byte}
        mark: {type: string, contentEncoding: base64url}
        page: {type: string, contentEncoding: base64, contentMediaType: text/plain}
        color: {type: string, enum: [red, blue]}
        size: {type: integer, enum: [1, 2]}
        names: {type: array, items: {type: string}}
        numbers: {type: array, items: {type: number}}
        labels: {type: object, additionalProperties: {type: string}}
        part: {$ref: "#/components/schemas/Part"}
        free: {}
        object: {type: object}
    Part:
      type: object
      required: [id]
      properties: {id: {type: string, format: uuid}, count: {type: string, format: int64}}
"""


class Color(Enum):
    """A user's own enumeration."""

    RED = "red"


class Shade(StrEnum):
    """One whose members are text."""

    RED = "red"


class Size(IntEnum):
    """One whose members are numbers."""

    SMALL = 1


@dataclass
class Point:
    """A user's own dataclass."""

    x: int
    at: datetime


class Own(pydantic.BaseModel):
    """A user's own model."""

    x: int


class Pair(NamedTuple):
    """A tuple, whose names JSON does not know."""

    x: int


ID = UUID("123e4567-e89b-12d3-a456-426614174000")
TEXT = "123e4567-e89b-12d3-a456-426614174000"
MIDNIGHT = datetime(2026, 1, 2)
EAST = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))

GIVEN: tuple[tuple[str, Any, Any], ...] = (
    ("id", ID, TEXT),
    ("id", TEXT, TEXT),
    ("ids", [ID, TEXT], [TEXT, TEXT]),
    ("owner", ID, TEXT),
    ("text", Color.RED, "red"),
    ("text", b"abc", "abc"),
    ("number", Decimal("1.5"), 1.5),
    ("number", Decimal(3), 3),
    ("number", 2**60, 2**60),
    ("numbers", [Decimal("0.5"), 1], [0.5, 1]),
    ("count", Size.SMALL, 1),
    ("total", 2**60, str(2**60)),
    ("share", 0.5, "0.5"),
    ("price", Decimal("1.10"), "1.10"),
    ("since", MIDNIGHT, "2026-01-02T00:00:00"),
    ("since", EAST, "2026-01-02T03:04:05+02:00"),
    ("since", datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00Z"),
    ("since", date(2026, 1, 2), "2026-01-02"),
    ("starts", MIDNIGHT, "2026-01-02T00:00:00"),
    ("starts", date(2026, 1, 2), "2026-01-02"),
    ("day", date(2026, 1, 2), "2026-01-02"),
    ("day", MIDNIGHT, "2026-01-02"),
    ("opens", time(9, 30), "09:30:00"),
    ("span", timedelta(days=1, seconds=90), "P1DT90S"),
    ("delay", timedelta(seconds=90), "90s"),
    ("digest", b"\xff\x00", "/wA="),
    ("digest", bytearray(b"\xff\x00"), "/wA="),
    ("mark", b"\xff\xfe", "__4="),
    ("page", "hi", "aGk="),
    ("color", Color.RED, "red"),
    ("color", Shade.RED, "red"),
    ("size", Size.SMALL, 1),
    ("names", ("a", "b"), ["a", "b"]),
    ("names", {"a"}, ["a"]),
    ("names", deque(["a"]), ["a"]),
    ("names", {"a": 1}.keys(), ["a"]),
    ("labels", MappingProxyType({"a": "b"}), {"a": "b"}),
    ("labels", UserDict({"a": "b"}), {"a": "b"}),
    ("part", {"id": ID, "count": 5}, {"id": TEXT, "count": "5"}),
    ("free", ID, TEXT),
    ("free", Decimal("1.10"), "1.10"),
    ("free", b"abc", "YWJj"),
    ("free", b"\xff", "/w=="),
    ("free", timedelta(seconds=90), "PT90S"),
    ("free", {"a": [EAST, Color.RED]}, {"a": ["2026-01-02T03:04:05+02:00", "red"]}),
    ("free", Point(1, MIDNIGHT), {"x": 1, "at": "2026-01-02T00:00:00"}),
    ("free", Own(x=1), {"x": 1}),
    ("free", Pair(1), [1]),
    ("free", range(2), [0, 1]),
    ("free", ip_address("::1"), "::1"),
    ("free", PurePosixPath("a/b"), "a/b"),
    ("object", {"b": b"\xff", "id": ID}, {"b": "/w==", "id": TEXT}),
)
"""A property, a value that is given for it, and what is sent."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package."""
    with pytest.MonkeyPatch.context() as patch:
        yield package("given", SPEC, tmp_path_factory.mktemp("given"), patch)


def sent(given: Any, body: Any) -> Any:
    """Return what the service gets."""
    recorder = Recorder()
    with given.Given(transport=recorder) as client:
        client.things.create(body)
    return json.loads(recorder.sent)


def shown(case: Any) -> str:
    """Name a case."""
    return f"{case[0]}-{type(case[1]).__name__}"


@pytest.mark.parametrize("case", GIVEN, ids=shown)
def test_a_model_a_mapping_and_an_attribute_are_sent_alike(given: Any, case: Any) -> None:
    name, value, wire = case
    assert sent(given, given.models.Thing(**{name: value})) == {name: wire}
    assert sent(given, {name: value}) == {name: wire}
    if not isinstance(value, Mapping | KeysView):  # which a type checker refuses
        thing = given.models.Thing()
        setattr(thing, name, value)
        assert sent(given, thing) == {name: wire}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", ID),
        ("number", True),
        ("number", Decimal("0.1234567890123456789")),
        ("count", 1.5),
        ("count", True),
        ("count", "1"),
        ("since", 5),
        ("day", datetime(2026, 1, 2, 3)),
        ("starts", EAST),
        ("price", 1.5),
        ("names", "ab"),
        ("part", Point(1, MIDNIGHT)),
        ("free", object()),
    ],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_what_a_field_is_not_is_refused(given: Any, name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=r"Input should|Value error|cannot be sent|Datetimes"):
        sent(given, given.models.Thing(**{name: value}))


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({"id_": ID}, f"id={TEXT}"),
        ({"ids": (ID, TEXT)}, f"ids={TEXT}&ids={TEXT}"),
        ({"day": date(2026, 1, 2)}, "day=2026-01-02"),
        ({"since": date(2026, 1, 2)}, "since=2026-01-02"),
        ({"since": MIDNIGHT}, "since=2026-01-02T00%3A00%3A00"),
        ({"cost": Decimal("1.10")}, "cost=1.10"),
        ({"cost": Decimal("0.1234567890123456789")}, "cost=0.1234567890123456789"),
        ({"number": Decimal("1.10")}, "number=1.10"),
        ({"span": timedelta(seconds=90)}, "span=PT90S"),
        ({"color": Color.RED}, "color=red"),
        ({"names": deque(["a", "b"])}, "names=a&names=b"),
        ({"names": {"a": 1}.keys()}, "names=a"),
        ({"names": range(2)}, "names=0&names=1"),
    ],
    ids=str,
)
def test_parameters_take_what_fields_take(given: Any, arguments: Any, query: str) -> None:
    recorder = Recorder()
    with given.Given(transport=recorder) as client:
        client.things.find(**arguments)
    assert recorder.query == query


# -- decimals that are numbers ---------------------------------------------------------------------

LONG = "0.1234567890123456789012345"


@pytest.mark.parametrize("text", ["1.10", LONG, "12345678901234567890.5", "1E+3", "3", "-0.50"])
@pytest.mark.parametrize("strict", [True, False])
def test_a_decimal_number_keeps_its_digits(given: Any, text: str, strict: bool) -> None:
    recorder = Recorder()
    with given.Given(transport=recorder, strict=strict) as client:
        for body in (given.models.Thing(cost=Decimal(text)), {"cost": Decimal(text)}):
            client.things.create(body)
            assert recorder.sent == f'{{"cost":{text}}}'.encode()
        recorder.answers += [json_answer(f'{{"cost": {text}}}')]
        thing = client.things.create({})
        assert type(thing.cost) is Decimal and str(thing.cost) == text
        client.things.create(thing)
        assert recorder.sent == f'{{"cost":{text}}}'.encode()


def json_answer(text: str) -> httpx2.Response:
    """Return an answer that is JSON."""
    return httpx2.Response(200, content=text, headers={"content-type": "application/json"})


def test_fields_of_a_form_take_what_fields_take(given: Any) -> None:
    fields = {"cost": Decimal("1.10"), "number": Decimal("2.5"), "id": ID, "total": 7}
    recorder = Recorder(*(httpx2.Response(204) for _ in range(2)))
    with given.Given(transport=recorder) as client:
        for body in (fields, given.models.SendFormRequest(**fields)):
            client.form.send(body)
            assert recorder.sent == f"cost=1.10&number=2.5&id={TEXT}&total=7".encode()


def test_decimal_numbers_beside_what_does_not_fit(given: Any) -> None:
    recorder = Recorder(json_answer(f'{{"cost": {LONG}, "count": "x", "part": {{"id": 5}}}}'))
    with given.Given(transport=recorder) as client:
        thing = client.things.create({})
    assert thing.cost == Decimal(LONG) and thing.count == "x" and thing.part.id == 5
    for other in ('"1.5"', "true", "null"):
        recorder = Recorder(json_answer(f'{{"cost": {other}}}'))
        with given.Given(transport=recorder) as client:
            thing = client.things.create({})
            client.things.create(thing)
        assert thing.cost == json.loads(other)
        assert recorder.sent == f'{{"cost":{other}}}'.encode()


def test_decimals_that_no_float_tells_apart_are_not_guessed(given: Any) -> None:
    """Two numbers of one answer that are the same float, and are not the same."""
    content = '{"cost": 1.0000000000000000000001, "number": 1.0}'
    client = given.Given(transport=Recorder(json_answer(content)), strict=True)
    with client, pytest.raises(given.DecodeError, match="digits that a float lacks"):
        client.things.create({})


def test_what_is_no_number_of_json_is_refused(given: Any) -> None:
    for value in (Decimal("NaN"), Decimal("Infinity")):
        for body in (given.models.Thing(cost=value), {"cost": value}):
            with pytest.raises(ValueError, match="no number of JSON"):
                sent(given, body)


def test_decimals_of_models_outside_of_calls(given: Any) -> None:
    thing = given.models.Thing.model_validate_json('{"cost": 1.5}')
    assert thing.cost == Decimal("1.5")
    assert json.loads(thing.model_dump_json(exclude_unset=True)) == {"cost": 1.5}
    with pytest.raises(ValueError, match="more digits than a float"):
        given.models.Thing(cost=Decimal(LONG)).model_dump_json()
    shown = given.models.Thing.model_json_schema()["properties"]["cost"]
    assert {"type": "number"} in shown["anyOf"]
