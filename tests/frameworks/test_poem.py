"""An application in poem-openapi (Rust) is called by the client that is made of its own spec."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "00000000-0000-0000-0000-000000000001"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def house(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("poem", packages, "rooms_v1") as application:
        yield application


@pytest.fixture
def call(house: Application, way: str) -> Iterator[Sync | Async]:
    options = {"token": "t-1", "api_key": "k-1", "strict": True, "max_retries": 0}
    with calling(house, way, **options) as caller:
        yield caller


def test_a_room_keeps_what_was_sent(call: Any, house: Application) -> None:
    m = house.models
    room = m.NewRoom(
        title="Blue",
        size="extra_large",
        owner=m.Owner(name="Ann", mail="a@example.com"),
        labels=["a b ü"],
        price=Decimal("12.30"),
        free_on=date(2026, 2, 3),
        opens_at=MADE,
        counts={"a": -(2**63)},
        extra={"list": [1, None, "x"], "big": 2**63},
        photo=b"\x00\xff\xfe",
        level=9,
    )
    kept = call(lambda client: client.rooms.create(room))
    assert (str(kept.id), kept.made, kept.opens_at) == (FIRST, MADE, MADE)
    assert (kept.size, kept.owner, kept.free_on) == ("extra_large", room.owner, room.free_on)
    assert (kept.price, kept.counts, kept.extra) == (Decimal("12.3"), room.counts, room.extra)
    assert (kept.photo, kept.level) == (b"\x00\xff\xfe", 9)
    assert call(lambda client: client.rooms.get(UUID(FIRST))) == kept
    assert call(lambda client: client.rooms.get(FIRST, if_none_match='"Blue"')) is None
    changed = call(lambda client: client.rooms.update(FIRST, m.RoomChange(title="Red")))
    assert (changed.title, changed.owner, changed.free_on) == ("Red", room.owner, room.free_on)
    cleared = call(lambda client: client.rooms.update(FIRST, {"owner": None, "freeOn": None}))
    assert (cleared.title, cleared.owner, cleared.free_on) == ("Red", None, None)
    replaced = call(lambda client: client.rooms.replace(FIRST, m.NewRoom(title="x", price="1")))
    assert (replaced.size, replaced.labels, replaced.level) == ("small", [], None)
    assert call(lambda client: client.rooms.delete(FIRST)) is None
    with pytest.raises(house.package.NotFoundError, match="no such room") as caught:
        call(lambda client: client.rooms.get(FIRST))
    assert caught.value.body.title == "Not found"


def test_lists_are_pages_with_filters(call: Any, house: Application) -> None:
    m = house.models
    for title, size in (("A", "small"), ("B", "extra_large"), ("C", "extra_large")):
        room = m.NewRoom(title=title, size=size, price="1", labels=["x y"])
        call(lambda client, room=room: client.rooms.create(room))

    def titles(found: Any) -> list[str]:
        return [one.title for one in found]

    assert titles(call(lambda client: client.rooms.list(page_size=2))) == ["A", "B", "C"]
    found = call(lambda client: client.rooms.list(size=["extra_large"], label="x y"))
    assert titles(found) == ["B", "C"]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    found = call(lambda client: client.rooms.list(after=after, size=["small", "extra_large"]))
    assert titles(found) == ["A", "B", "C"]
    for number in (3, 2, 1):
        one = f"00000000-0000-0000-0000-{number:012}"
        call(lambda client, one=one: client.rooms.delete(one))


def test_what_does_not_fit_is_refused_with_the_reason(call: Any, house: Application) -> None:
    with pytest.raises(house.package.BadRequestError, match="minLength") as caught:
        call(lambda client: client.rooms.create({"title": "", "price": "1"}))
    assert caught.value.body.title == "Not valid"
    with pytest.raises(house.package.BadRequestError, match="page_size"):
        call(lambda client: client.rooms.list(page_size=0))


def test_unions(call: Any, house: Application) -> None:
    m = house.models
    circle, square = m.ShapeCircle(radius=2), m.ShapeSquare(side=1.5, label="l")
    assert call(lambda client: client.values.echo_shape(circle)) == circle
    shapes = call(
        lambda client: client.values.echo_shapes([circle, square, {"kind": "box", "side": 1}])
    )
    assert [type(one) for one in shapes] == [m.ShapeCircle, m.ShapeSquare, m.ShapeSquare]
    assert shapes[1] == square
    for either in (m.Circle(radius=1), m.Square(side=2, label="l")):
        assert call(lambda client, either=either: client.values.echo_either(either)) == either


def test_values_come_back_as_they_went(call: Any, house: Application) -> None:
    m = house.models
    leaf = m.Tree(label="b", branches=[], parent=m.Tree(label="c", branches=[], parent=None))
    tree = m.Tree(label="a", branches=[leaf], parent=None)
    assert call(lambda client: client.values.echo_tree(tree)) == tree
    numbers = m.Numbers(
        tiny=-128,
        big=-(2**63),
        huge=2**64 - 1,
        single=0.5,
        double=1e-7,
        maybe=None,
        grid=[[1], []],
        code="C",
        level="the lowest",
        mail="a@example.com",
    )
    assert call(lambda client: client.values.echo_numbers(numbers)) == numbers
    times = m.Times(
        moment=MADE,
        local=datetime(2026, 1, 2, 3, 4, 5, 600000),
        day=date(2026, 2, 3),
        hour=time(4, 5, 6),
    )
    assert call(lambda client: client.values.echo_times(times)) == times
    circles = {"a/ü": m.Circle(radius=1)}
    assert call(lambda client: client.values.echo_mapping(circles)) == circles
    for anything in ("text", 1.5, [1, "a", None], {"a": {}}, False):
        echoed = call(lambda client, anything=anything: client.values.echo_any(anything))
        assert (echoed, type(echoed)) == (anything, type(anything))
    login = m.Login(user="ann & co", remember=True, age=3)
    assert call(lambda client: client.values.send_form(login)) == login


def test_parameters_of_all_places(call: Any, house: Application) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            0.5,
            "a b",
            text="a & b/ü+",
            flag=True,
            ids=[1, -(2**63)],
            day=date(2026, 2, 3),
            moment=MADE,
            key=UUID(FIRST),
            level="the lowest",
            x_trace="t",
            visit="v-1",
        )
    )
    assert echoed == house.models.Asked(
        ratio=0.5,
        name="a b",
        text="a & b/ü+",
        flag=True,
        ids=[1, -(2**63)],
        day=date(2026, 2, 3),
        moment=MADE,
        key=FIRST,
        level="the lowest",
        trace="t",
        visit="v-1",
    )


def test_uploads_and_downloads(call: Any, house: Application, tmp_path: Path) -> None:
    m = house.models
    file = tmp_path / "a b.png"
    file.write_bytes(PICTURE)
    told = call(
        lambda client: client.files.upload(
            title="T ü",
            count=3,
            labels=["a", "b"],
            file=file,
            more=[b"1", "ü".encode()],
            meta=m.Meta(title="M", labels=["x"]),
        )
    )
    assert (told.title, told.count, told.labels, told.size) == ("T ü", 3, ["a", "b"], 10)
    assert (told.name, told.kind, told.more) == ("a b.png", "image/png", ["1", "ü"])
    assert told.meta == m.Meta(title="M", labels=["x"])
    assert call(lambda client: client.files.put_bytes(PICTURE)) == 10
    assert call(lambda client: client.files.put_stream(file)) == 10
    assert call(lambda client: client.files.put_text("plain ü")) == "plain ü"
    assert call(lambda client: client.files.download("a b.png")) == PICTURE
    assert call(lambda client: client.files.raw_bytes()) == PICTURE
    assert call(lambda client: client.files.page()) == "<p>ü</p>"


def test_events(call: Any, house: Application) -> None:
    ticks = [house.models.Tick(at="noon", count=count) for count in (0, 1)]
    assert call(lambda client: client.answers.watch()) == ticks


def test_answers_of_other_kinds(call: Any, house: Application) -> None:
    m = house.models
    assert call(lambda client: client.answers.moved()) == "http://app.test/answers/text"
    assert call(lambda client: client.answers.moved_bytes()) == "plain ü".encode()
    assert call(lambda client: client.answers.maybe(what="tick")) == m.Tick(at="noon", count=1)
    assert call(lambda client: client.answers.maybe(what="nothing")) is None
    assert call(lambda client: client.answers.maybe(what="part")) == "some"
    assert call(lambda client: client.answers.empty()) is None
    assert call(lambda client: client.answers.text()) == "plain ü"
    started = call(lambda client: client.raw(client.answers.start))
    assert (started.status_code, started.headers["retry-after"]) == (202, "3")
    assert call(lambda client: client.answers.start()) == m.Tick(at="now", count=7)


def test_errors_say_why(call: Any, house: Application) -> None:
    assert call(lambda client: client.answers.teapot(coffee=True)).count == 0
    with pytest.raises(house.package.StatusError, match="short and stout") as caught:
        call(lambda client: client.answers.teapot())
    assert (caught.value.status_code, caught.value.code) == (418, "TEA")
    with pytest.raises(house.package.StatusError, match="closed for the winter") as caught:
        call(lambda client: client.answers.closed())
    assert caught.value.status_code == 503


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.values.with_bearer()) == "t-1"
    assert call(lambda client: client.values.with_key()) == "k-1"


def test_the_surface_reads_as_if_a_person_had_written_it(house: Application) -> None:
    assert house.surface() == golden_surface("poem", house)


def test_every_method_is_called_above(house: Application) -> None:
    assert house.not_called_in(__file__) == set()
