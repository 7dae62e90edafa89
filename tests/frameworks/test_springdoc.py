"""An application in Spring Boot with springdoc is called by the client made of its own spec."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "00000000-0000-4000-8000-000000000001"
NONE = "00000000-0000-4000-8000-00000000000f"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def shop(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("springdoc", packages, "orders_v1") as application:
        yield application


@pytest.fixture
def call(shop: Application, way: str) -> Iterator[Sync | Async]:
    options = {"token": "t-1", "api_key": "k-1", "strict": True, "max_retries": 0}
    with calling(shop, way, **options) as caller:
        yield caller


@pytest.fixture
def lenient(shop: Application, way: str) -> Iterator[Sync | Async]:
    """A client that reads what the spec does not say."""
    with calling(shop, way, max_retries=0) as caller:
        yield caller


def test_an_order_keeps_what_was_sent(call: Any, shop: Application) -> None:
    m = shop.models
    order = m.NewOrder(
        customer="Ann ü",
        address=m.Address(street="Main", zip_code="89073"),
        items=[m.Item(name="Tea", count=2, price=Decimal("12.30"), colour="light-blue")],
        status="PAID",
        sizes={"a b": 3},
        extra={"big": 2**53 + 1, "list": [1, None, "x"], "share": 1.5},
        photo=b"\x00\xff\xfe",
        due=date(2026, 8, 1),
        website="https://example.com/?a=b",
        serial=2**70,
        called="2026-01-02 03:04:05",
    )
    kept = call(lambda client: client.orders.create(order))
    assert (kept.id, kept.made) == (FIRST, MADE)
    assert kept.order == order
    assert call(lambda client: client.orders.get(UUID(FIRST))) == kept
    items = call(
        lambda client: client.orders.add_items(FIRST, [m.Item(name="Cup", price=1, count=1)])
    )
    assert [(one.name, one.count) for one in items] == [("Tea", 2), ("Cup", 1)]
    changed = call(lambda client: client.orders.change(FIRST, m.Change(customer="Bob")))
    assert (changed.order.customer, changed.order.status) == ("Bob", "PAID")
    changed = call(lambda client: client.orders.change(FIRST, {"customer": None, "status": "SENT"}))
    assert (changed.order.customer, changed.order.status) == ("nobody", "SENT")
    least = m.NewOrder(customer="C", address=m.Address(street="S"))
    replaced = call(lambda client: client.orders.replace(FIRST, least))
    assert (replaced.order.customer, replaced.order.address.zip_code) == ("C", None)
    assert (replaced.order.items, replaced.order.photo) == (None, None)
    assert call(lambda client: client.orders.delete(FIRST)) is None
    with pytest.raises(shop.package.NotFoundError, match="no such order"):
        call(lambda client: client.orders.get(FIRST))


def test_what_came_goes_back(call: Any, shop: Application) -> None:
    m = shop.models
    new = m.NewOrder(customer="A", address=m.Address(street="S"), items=[])
    kept = call(lambda client: client.orders.create(new))
    assert call(lambda client: client.orders.replace(FIRST, kept.order)) == kept
    call(lambda client: client.orders.delete(FIRST))


def test_lists_are_pages_from_zero(call: Any, shop: Application) -> None:
    m = shop.models
    for name, status, price in (("A", "OPEN", 1), ("B", "PAID", 2), ("C", "PAID", 3)):
        order = m.NewOrder(
            customer=name,
            address=m.Address(street="S"),
            status=status,
            items=[m.Item(name="x", price=price, count=1)],
        )
        call(lambda client, order=order: client.orders.create(order))

    def names(found: Any) -> list[str]:
        return [one.order.customer for one in found]

    assert names(call(lambda client: client.orders.list(size=2))) == ["A", "B", "C"]
    assert names(call(lambda client: client.orders.list(size=1, page=1))) == ["B", "C"]
    assert names(call(lambda client: client.orders.recent(size=2))) == ["A", "B", "C"]
    found = call(lambda client: client.orders.list(status=["PAID", "SENT"], sort=["customer,desc"]))
    assert names(found) == ["C", "B"]
    since = datetime(2026, 1, 1, tzinfo=UTC)
    found = call(lambda client: client.orders.list(since=since, min_price=Decimal("2.50")))
    assert names(found) == ["C"]
    for number in (3, 2, 1):
        one = f"00000000-0000-4000-8000-{number:012}"
        call(lambda client, one=one: client.orders.delete(one))


def test_conditional_requests(lenient: Any, shop: Application) -> None:
    m = shop.models
    new = m.NewOrder(customer="Ann", address=m.Address(street="S"))
    lenient(lambda client: client.orders.create(new))
    told = shop.package.RequestOptions
    headers = {"If-None-Match": '"Ann"'}
    with pytest.raises(shop.package.StatusError) as caught:
        lenient(lambda client: client.orders.get(FIRST, options=told(headers=headers)))
    assert caught.value.status_code == 304
    headers = {"If-None-Match": '"Bob"'}
    order = lenient(lambda client: client.orders.get(FIRST, options=told(headers=headers)))
    assert order.order.customer == "Ann"
    lenient(lambda client: client.orders.delete(FIRST))


def test_what_does_not_fit_is_refused_with_the_reasons(call: Any, shop: Application) -> None:
    item = {"name": "x", "count": 0, "price": 1}
    order = {"customer": " ", "address": {"street": "S"}, "items": [item]}
    with pytest.raises(shop.package.BadRequestError) as caught:
        call(lambda client: client.orders.create(order))
    told = str(caught.value)
    assert "customer: must not be blank" in told
    assert "items[0].count: must be greater than or equal to 1" in told
    assert caught.value.body["title"] == "Bad Request"


def test_unions_by_their_tag(call: Any, shop: Application) -> None:
    m = shop.models
    card = m.Card(amount=Decimal("0.10"), number="4")
    transfer = m.Transfer(amount=2, iban="DE", due=date(2026, 2, 3))
    echoed = call(lambda client: client.values.payment(card))
    assert (type(echoed), echoed.kind, echoed.number) == (m.Card, "card", "4")
    assert Decimal(str(echoed.amount)) == Decimal("0.10")
    assert call(lambda client: client.values.payment(transfer)) == transfer
    payments = call(lambda client: client.values.payments([card, transfer, {"kind": "card"}]))
    assert [type(one) for one in payments] == [m.Card, m.Transfer, m.Card]


def test_values_of_a_tag_that_the_spec_does_not_name(call: Any, shop: Application) -> None:
    """Jackson's names are not in the spec, which says that they are those of the classes."""
    circle = shop.models.Circle(label="c", radius=2, type="circle")
    echoed = call(lambda client: client.values.shape(circle))
    assert echoed == {"type": "circle", "label": "c", "radius": 2.0}
    square = call(lambda client: client.values.shape({"type": "square", "side": 1.5}))
    assert square == {"type": "square", "label": None, "side": 1.5}


def test_values_come_back_as_they_went(call: Any, shop: Application) -> None:
    m = shop.models
    tree = m.Tree(
        label="a", branches=[m.Tree(label="b", branches=[m.Tree(label="c", branches=[])])]
    )
    assert call(lambda client: client.values.tree(tree)) == tree
    times = m.Times(
        instant=MADE,
        moment=MADE,
        local=datetime(2026, 1, 2, 3, 4, 5),
        day=date(2026, 2, 3),
        hour="04:05:06",
        pause="PT90S",
    )
    echoed = call(lambda client: client.values.times(times))
    assert (echoed.instant, echoed.moment, echoed.local) == (MADE, MADE, times.local)
    assert (echoed.day, echoed.hour, echoed.pause) == (times.day, "04:05:06", "PT1M30S")
    numbers = m.Numbers(
        small=-(2**15),
        whole=2**31 - 1,
        big=-(2**63),
        maybe=None,
        single=0.5,
        exact=1e-7,
        amount=Decimal("0.10"),
        flag=True,
        set=[1, 2],
        grid=[[1, 2], []],
    )
    echoed = call(lambda client: client.values.numbers(numbers))
    assert (echoed.small, echoed.whole, echoed.big) == (-(2**15), 2**31 - 1, -(2**63))
    assert Decimal(str(echoed.amount)) == Decimal("0.10")
    assert (echoed.single, echoed.exact, echoed.maybe) == (0.5, 1e-7, None)
    assert (echoed.flag, echoed.set, echoed.grid) == (True, [1, 2], [[1, 2], []])
    free = m.Free(any=[1, None], node={"a": [True, 2**53 + 1]}, map={"x": {"y": None}})
    assert call(lambda client: client.values.free(free)) == free
    trees = {"a/ü": m.Tree(label="x", branches=[]), "b": tree}
    assert call(lambda client: client.values.map(trees)) == trees


def test_parameters_of_all_places(call: Any, shop: Application) -> None:
    echoed = call(
        lambda client: client.values.query(
            0.5,
            "a b;ü",
            text="a & b/ü+",
            flag=False,
            ids=[1, 2],
            status="PAID",
            amount=Decimal("0.10"),
            key=UUID(FIRST),
            day=date(2026, 2, 3),
            moment=MADE,
            x_trace="t",
            x_many=["x", "y"],
            visit="v-1",
        )
    )
    assert echoed == {
        "ratio": 0.5,
        "name": "a b;ü",
        "text": "a & b/ü+",
        "flag": False,
        "ids": [1, 2],
        "status": "PAID",
        "amount": "0.10",
        "key": FIRST,
        "day": "2026-02-03",
        "moment": "2026-01-02T03:04:05.678901Z",
        "trace": "t",
        "many": ["x", "y"],
        "visit": "v-1",
    }
    told = {"a": "1", "b c": "ü&"}
    assert call(lambda client: client.values.all(all_=told)) == told
    login = shop.models.Login(user="ann & co", roles=["a", "b"], remember=True)
    assert call(lambda client: client.values.object(login=login)) == login
    form = {"user": ["ann & co"], "roles": ["a", "b"]}
    echoed = call(lambda client: client.values.form(form))
    assert echoed.model_extra == form


def test_uploads(call: Any, shop: Application, tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(PICTURE)
    one = call(lambda client: client.files.one(file=file, note="n ü"))
    assert one == {"name": "a b.png", "type": "image/png", "size": 10, "note": "n ü"}
    assert call(lambda client: client.files.one(file=b"1"))["note"] is None
    meta = shop.models.Meta(title="T ü", labels=["a", "b"], count=3)
    files = [("x.txt", b"1"), ("y.txt", "ü".encode())]
    many = call(lambda client: client.files.many(meta=meta, files=files, cover=file))
    assert many[:3] == [{"title": "T ü", "labels": ["a", "b"], "count": 3}, "x.txt:1", "y.txt:ü"]
    assert (many[3]["name"], many[3]["size"]) == ("a b.png", 10)
    many = call(lambda client: client.files.many(meta={"title": "T"}, files=[b"1"]))
    assert many[-1] is None
    assert call(lambda client: client.files.bytes(PICTURE)) == 10
    assert call(lambda client: client.files.text("plain ü")) == "plain ü"


def test_downloads(call: Any, shop: Application) -> None:
    assert call(lambda client: client.files.download("a b.png")) == PICTURE
    assert call(lambda client: client.files.undeclared()) == PICTURE
    assert call(lambda client: client.files.picture()) == PICTURE
    assert call(lambda client: client.files.streamed()) == PICTURE
    assert call(lambda client: client.files.table()) == "a,b\r\n1,ü\r\n"
    m = shop.models
    lines = call(lambda client: client.files.lines())
    assert lines == [m.Meta(title="a", count=1), m.Meta(title="b", labels=[])]


def test_events(call: Any, lenient: Any, shop: Application) -> None:
    m = shop.models
    events = call(lambda client: client.answers.events(count=2))
    assert events == [m.Tick(at="noon", count=0), m.Tick(at="noon", count=1)]
    (event,) = lenient(lambda client: client.answers.undeclared_events())
    assert event.model_dump(exclude_unset=True) == {"at": "noon", "count": 0}


def test_redirects(call: Any, lenient: Any) -> None:
    assert call(lambda client: client.answers.moved()) == "http://app.test/answers/text"
    assert call(lambda client: client.answers.moved_bytes()) == "plain ü".encode()
    assert lenient(lambda client: client.answers.undeclared_moved()) == "plain ü"


def test_answers_without_a_body_and_of_plain_values(call: Any, lenient: Any) -> None:
    assert call(lambda client: client.answers.empty()) is None
    assert call(lambda client: client.answers.maybe(there=True)).count == 1
    assert lenient(lambda client: client.answers.maybe(there=False)) is None
    assert call(lambda client: client.answers.text()) == "plain ü"
    assert call(lambda client: client.answers.number()) == 2**53 + 1
    started = call(lambda client: client.raw(client.answers.started))
    assert (started.status_code, started.headers["retry-after"]) == (202, "3")
    assert started.headers.get_list("set-cookie") == ["job=7", "theme=dark"]
    assert call(lambda client: client.answers.started()).at == "now"


def test_errors_say_why(call: Any, shop: Application) -> None:
    with pytest.raises(shop.package.StatusError, match="short and stout") as caught:
        call(lambda client: client.answers.teapot())
    assert (caught.value.status_code, caught.value.body.code) == (418, "TEA")
    with pytest.raises(shop.package.ConflictError, match="already told"):
        call(lambda client: client.answers.conflict())
    with pytest.raises(shop.package.StatusError, match="eaten") as caught:
        call(lambda client: client.answers.gone())
    assert caught.value.status_code == 410


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.values.bearer()) == "Bearer t-1"
    assert call(lambda client: client.values.key()) == "k-1"


def test_the_surface_reads_as_if_a_person_had_written_it(shop: Application) -> None:
    assert shop.surface() == golden_surface("springdoc", shop)


def test_every_method_is_called_above(shop: Application) -> None:
    assert shop.not_called_in(__file__) == set()
