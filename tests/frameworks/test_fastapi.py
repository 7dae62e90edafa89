"""A FastAPI application is called by the client that is made of its own spec; FastAPI judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.frameworks.harness import (
    Application,
    Async,
    Sync,
    calling,
    golden_surface,
    load_application,
)

FIRST = "00000000-0000-4000-8000-000000000001"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)


@pytest.fixture(scope="module")
def shop(packages: Path) -> Application:
    """The application and its package."""
    from tests.frameworks.python.fastapi_app import app

    return load_application(packages, "toys_v1", app.openapi(), asgi=app)


@pytest.fixture
def call(shop: Application, way: str) -> Iterator[Sync | Async]:
    with calling(shop, way, token="t-1", api_key="k-1", strict=True) as caller:
        yield caller


def test_resources_keep_what_was_sent(call: Any, shop: Application) -> None:
    m = shop.models
    toy = m.Toy(
        name="Bear",
        price=Decimal("12.30"),
        size="large",
        level=2,
        maker=m.Maker(name="Ann"),
        tags=["soft"],
        ratings={"kids": 5, "critics": 4.5},
        pet=m.Dog(tricks=["sit"]),
        other_name="Teddy",
        extra={"big": 2**60, "share": 1.0},
    )
    stored = call(lambda client: client.toys.create(toy))
    assert (str(stored.id), stored.made, stored.day) == (FIRST, MOMENT, None)
    assert (stored.price, stored.size, stored.level) == ("12.30", "large", 2)
    assert (stored.pet, stored.other_name) == (m.Dog(tricks=["sit"]), "Teddy")
    assert stored.extra == {"big": 2**60, "share": 1.0}
    assert type(stored.ratings["kids"]) in (int, float)
    assert call(lambda client: client.toys.get(FIRST)) == stored
    assert call(lambda client: client.toys.get(UUID(FIRST))) == stored
    page = call(lambda client: client.toys.list(limit=5, order="price", tags=["soft", "hard"]))
    assert (page.items, page.total) == ([stored], 1)
    changed = call(lambda client: client.toys.update(FIRST, {"name": "Bruin"}))
    assert changed.name == "Bruin"
    owned = call(lambda client: client.toys.set_owner(FIRST, "o 1&2", {"share": 0.5}))
    assert owned == {"toy": FIRST, "owner": "o 1&2", "share": 0.5}
    assert call(lambda client: client.toys.delete(FIRST)) is None
    with pytest.raises(shop.package.NotFoundError, match="no such toy"):
        call(lambda client: client.toys.get(FIRST))


def test_models_with_as_little_as_they_need(call: Any, shop: Application) -> None:
    m = shop.models
    toy = call(lambda client: client.toys.create(m.Toy(name="Bear", price=1)))
    assert (toy.name, toy.size, toy.pet) == ("Bear", "small", None)
    call(lambda client: client.toys.delete(FIRST))
    part = call(lambda client: client.values.echo_part(m.PartInput(label="a")))
    assert (part.label, part.parts) == ("a", [])


def test_what_does_not_fit_is_refused_with_a_reason(call: Any, shop: Application) -> None:
    m = shop.models
    with pytest.raises(shop.package.UnprocessableError, match=r"price"):
        call(lambda client: client.toys.create({"name": "Bear"}))
    with pytest.raises(shop.package.UnprocessableError, match=r"limit"):
        call(lambda client: client.toys.list(limit=1000))
    assert m


def test_tagged_unions(call: Any, shop: Application) -> None:
    m = shop.models
    assert call(lambda client: client.values.echo_pet(m.Dog())) == m.Dog(tricks=[])
    assert call(lambda client: client.values.echo_pet(m.Cat(lives=7))) == m.Cat(lives=7)
    kinds = call(lambda client: client.values.echo_pets([m.Dog(), m.Cat(), {"kind": "dog"}]))
    assert kinds == {"kinds": ["Dog", "Cat", "Dog"]}


def test_untagged_unions(call: Any, shop: Application) -> None:
    m = shop.models
    for pet, kind in ((m.Cat(lives=1), "Cat"), (m.Dog(), "Dog"), (m.Bird(wings=2), "Bird")):
        assert call(lambda client, pet=pet: client.values.echo_untagged(pet))["class"] == kind


def test_a_tag_may_be_null(call: Any, shop: Application) -> None:
    m = shop.models
    for pet in (m.Wild(name="a"), m.Tame(name="b")):
        told = call(lambda client, pet=pet: client.values.echo_wild(pet))
        assert told == {"class": type(pet).__name__}


def test_recursive_models(call: Any, shop: Application) -> None:
    m = shop.models
    tree = m.PartInput(label="a", parts=[m.PartInput(label="b", parts=[m.PartInput(label="c")])])
    echoed = call(lambda client: client.values.echo_part(tree))
    assert echoed.parts[0].parts[0].label == "c"


def test_times_come_back_as_they_went(call: Any, shop: Application) -> None:
    times = shop.models.Times(
        moment=MOMENT, day=date(2026, 2, 3), hour=time(4, 5, 6), pause=timedelta(days=1, seconds=2)
    )
    assert call(lambda client: client.values.echo_times(times)) == times


def test_numbers_keep_their_types(call: Any, shop: Application) -> None:
    m = shop.models
    numbers = m.NumbersInput(count=3, share=2, either="5", amount=Decimal("0.10"), big=2**53 + 1)
    echoed = call(lambda client: client.values.echo_numbers(numbers))
    assert (echoed.count, echoed.share, echoed.either) == (3, 2, "5")
    assert (echoed.amount, echoed.big) == ("0.10", 2**53 + 1)


def test_bytes(call: Any, shop: Application) -> None:
    blob = shop.models.Blob(data=b"\xfe\xff\x00", note="abcd")
    echoed = call(lambda client: client.values.echo_blob(blob))
    assert echoed == {"data": "\xfe\xff\x00", "note": "abcd"}


def test_bodies_that_are_no_models(call: Any, shop: Application) -> None:
    m = shop.models
    assert call(lambda client: client.values.sum_list([1, 2, 3])) == 6
    two = {
        "account": m.Account(name="Ann"),
        "toy": m.Toy(name="Bear", price=Decimal(1)),
        "urgent": True,
    }
    assert call(lambda client: client.values.two_bodies(two)) == ["Ann", "Bear", "True"]


def test_query_headers_and_cookies(call: Any) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            moment=MOMENT,
            size="large",
            num_ber=1,
            ids=[1, 2],
            level=2,
            amount=Decimal("0.10"),
            key=UUID(FIRST),
            flag=True,
            day=date(2026, 2, 3),
        )
    )
    assert echoed == {
        "moment": "2026-01-02T03:04:05.678901Z",
        "size": "large",
        "number": 1.0,
        "ids": [1, 2],
        "level": 2,
        "amount": "0.10",
        "key": FIRST,
        "flag": True,
        "day": "2026-02-03",
    }
    sent = call(
        lambda client: client.values.echo_headers(x_trace="a b", x_many=["x", "y"], session="s;1")
    )
    assert sent["trace"] == "a b"
    assert ",".join(sent["many"]).replace(" ", "") == "x,y"


def test_a_header_authorization_without_a_security_scheme(call: Any) -> None:
    who = call(lambda client: client.values.echo_authorization(authorization="Token t-2"))
    assert who == "Token t-2"


def test_forms(call: Any, shop: Application) -> None:
    m = shop.models
    login = call(lambda client: client.forms.log_in({"username": "ann & co", "password": "p+1"}))
    assert login.name == "ann & co:3"
    account = m.Account(name="Ünal", age=4)
    assert call(lambda client: client.forms.send_model(account)) == account


def test_uploads(call: Any, tmp_path: Path) -> None:
    file = tmp_path / "a b.txt"
    file.write_bytes(b"12345")
    one = call(lambda client: client.forms.upload_one(file=file))
    assert (one["name"], one["size"]) == ("a b.txt", 5)
    assert call(lambda client: client.forms.upload_bytes(file=b"123")) == [3, "-"]
    many = call(lambda client: client.forms.upload_many(files=[b"1", b"22"], note="n"))
    assert many == {"sizes": [1, 2], "note": "n"}
    none = call(lambda client: client.forms.upload_optional())
    assert none == {"size": None, "tags": None}
    some = call(lambda client: client.forms.upload_optional(file=b"\xff\x00", tags=["a", "b"]))
    assert some == {"size": 2, "tags": ["a", "b"]}
    assert call(lambda client: client.forms.raw_body(b"\x00\x01\xff")) == 3


def test_answers_of_other_types(call: Any) -> None:
    assert call(lambda client: client.answers.text()) == "plain"
    assert call(lambda client: client.answers.table()).splitlines() == ["a,b", "1,2"]
    assert call(lambda client: client.answers.picture()) == b"\x89PNG\r\n\xff"
    assert call(lambda client: client.answers.empty()) is None
    assert call(lambda client: client.answers.nothing()) is None


def test_free_json_keeps_its_values(call: Any) -> None:
    free = call(lambda client: client.answers.free())
    assert free == {"big": 2**60, "share": 1.0, "whole": 1, "null": None, "list": [1, "a", 2.5]}
    assert [type(free[key]) for key in ("big", "share", "whole")] == [int, float, int]


def test_answers_of_several_shapes(call: Any, shop: Application) -> None:
    m = shop.models
    assert call(lambda client: client.answers.either(cats=True)) == m.Cat(lives=3)
    assert call(lambda client: client.answers.either(cats=False)) == [m.Dog(tricks=["sit"])]


def test_what_the_spec_does_not_say_of_an_answer(shop: Application, way: str) -> None:
    with calling(shop, way) as call:
        assert call(lambda client: client.answers.undeclared()) == "just text"
        assert call(lambda client: client.answers.events()) == "0\n1\n2\n"


def test_errors_have_their_models(call: Any, shop: Application) -> None:
    with pytest.raises(shop.package.StatusError, match="short and stout") as caught:
        call(lambda client: client.answers.teapot())
    assert caught.value.status_code == 418


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.guarded.with_bearer()) == "t-1"
    assert call(lambda client: client.guarded.with_key()) == "k-1"


def test_redirects(call: Any) -> None:
    assert call(lambda client: client.answers.moved()) == "http://app.test/answers/text"
    assert call(lambda client: client.answers.moved_bytes()) == b"plain"


def test_the_surface_reads_as_if_a_person_had_written_it(shop: Application) -> None:
    assert shop.surface() == golden_surface("fastapi", shop)


def test_every_method_is_called_above(shop: Application) -> None:
    assert shop.not_called_in(__file__) == set()
