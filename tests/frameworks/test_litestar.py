"""A Litestar application is called by the client that is made of its own spec; Litestar judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

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


@pytest.fixture(scope="module")
def people(packages: Path) -> Application:
    """The application and its package."""
    from tests.frameworks.python import litestar_app

    return load_application(packages, "people_v1", litestar_app.spec(), asgi=litestar_app.app)


@pytest.fixture
def call(people: Application, way: str) -> Iterator[Sync | Async]:
    with calling(people, way, strict=True) as caller:
        yield caller


def test_a_person_keeps_what_was_sent(call: Any, people: Application) -> None:
    m = people.models
    person = m.Person(
        name="Ann",
        age=3,
        address=m.Address(street="Main"),
        colour="blue",
        tags=["a"],
        balance="0.10",
        since=date(2026, 2, 3),
        notes={"big": 2**60},
    )
    kept = call(lambda client: client.people.add(person))
    assert (str(kept.id), kept.person.address.street) == (FIRST, "Main")
    assert kept.made == datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
    assert kept.pause == timedelta(days=1, seconds=2)
    assert Decimal(kept.person.balance) == Decimal("0.10")
    assert (kept.person.colour, kept.person.notes) == ("blue", {"big": 2**60})
    assert call(lambda client: client.people.get(FIRST)) == kept
    found = call(lambda client: client.people.list(tag=["b", "a"], page_size=5))
    assert (found.items, found.total) == ([kept], 1)
    none = call(lambda client: client.people.list(colour="red"))
    assert none.total == 0
    changed = call(lambda client: client.people.change(FIRST, {"age": 4}))
    assert changed.person.age == 4
    address = m.Address(street="Side", zip_code="1")
    told = call(lambda client: client.people.set_address(FIRST, "home", address))
    assert told == [FIRST, "home", "Side"]
    assert call(lambda client: client.people.remove(FIRST)) is None
    with pytest.raises(people.package.NotFoundError, match="nobody is called so"):
        call(lambda client: client.people.get(FIRST))


def test_a_person_with_as_little_as_it_needs(call: Any, people: Application) -> None:
    kept = call(lambda client: client.people.add(people.models.Person(name="A", age=1)))
    assert (kept.person.tags, kept.person.address) == ([], None)


def test_unions_by_their_tag(call: Any, people: Application) -> None:
    m = people.models
    answer = call(lambda client: client.shapes.area(m.Circle(radius=2)))
    assert answer == {"kind": "Circle", "value": 2.0}
    shapes = [m.Square(side=1.5), m.Circle(radius=2)]
    assert call(lambda client: client.shapes.shapes(shapes)) == shapes


def test_headers_cookies_and_queries(call: Any) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    echoed = call(
        lambda client: client.headers.headers(x_trace="t", session="s1", moment=moment, exact="yes")
    )
    assert datetime.fromisoformat(echoed.pop("moment")) == moment
    assert echoed == {"trace": "t", "session": "s1", "exact": "yes"}


def test_uploads_and_forms(call: Any, people: Application) -> None:
    one = call(lambda client: client.files.upload(title="t", file=("a.txt", b"123")))
    assert one == ["t", "a.txt", 3]
    many = call(lambda client: client.files.upload_many(files=[b"1", b"22"], note="n"))
    assert many == ["n", 1, 2]
    login = people.models.Login(user="a & b", remember=True)
    assert call(lambda client: client.login.login_log_in(login)) == login


def test_answers(call: Any, people: Application) -> None:
    m = people.models
    assert call(lambda client: client.answers.text()) == "plain"
    assert call(lambda client: client.answers.octets()) == b"\xff\x00"
    assert call(lambda client: client.answers.maybe(there=False)) is None
    maybe = call(lambda client: client.answers.maybe(there=True))
    assert maybe == m.Address(street="Main")
    accepted = call(lambda client: client.answers.accepted())
    assert accepted.street == "Later"
    lines = call(lambda client: client.answers.stream())
    assert lines == [{"number": 0}, {"number": 1}, {"number": 2}]


def test_a_redirect_is_the_success(call: Any) -> None:
    moved = call(lambda client: client.answers.moved())
    assert moved == "http://app.test/answers/text"
    assert call(lambda client: client.answers.moved_bytes()) == b"plain"


def test_what_is_refused_says_why(call: Any, people: Application) -> None:
    with pytest.raises(people.package.BadRequestError, match="age"):
        call(lambda client: client.people.add({"name": "A"}))


def test_the_surface_reads_as_if_a_person_had_written_it(people: Application) -> None:
    assert people.surface() == golden_surface("litestar", people)


def test_every_method_is_called_above(people: Application) -> None:
    assert people.not_called_in(__file__) == set()
