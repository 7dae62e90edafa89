"""A flask-smorest application is called by the client made of its own spec; marshmallow judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
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

pytest.importorskip("flask_smorest", reason="flask-smorest is not installed")
MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def shop(packages: Path) -> Application:
    """The application and its package."""
    from tests.frameworks.python import smorest_app

    return load_application(
        packages, "smorest_v1", smorest_app.spec(), wsgi=smorest_app.application
    )


@pytest.fixture
def call(shop: Application, way: str) -> Iterator[Sync | Async]:
    with calling(shop, way, strict=True) as caller:
        yield caller


def test_a_toy_keeps_what_was_sent(call: Any, shop: Application) -> None:
    m = shop.models
    toy = m.Toy(
        name="Bear",
        price=Decimal("12.30"),
        maker=m.Maker(name="Ann", country=None),
        makers=[m.Maker(name="Bob")],
        size=None,
        state="used",
        colour=2,
        counts={"a": [1, 2]},
        made=MADE,
        secret="s",
    )
    kept = call(lambda client: client.toys.create(toy))
    assert (kept.id, kept.price, kept.colour, kept.made) == (1, Decimal("12.30"), 2, MADE)
    assert (kept.maker, kept.makers[0].name) == (m.Maker(name="Ann", country=None), "Bob")
    assert (kept.size, kept.state, kept.counts) == (None, "used", {"a": [1, 2]})
    assert call(lambda client: client.toys.get(1)) == kept
    again = call(lambda client: client.toys.create(kept))
    assert again == kept


def test_null_is_no_object(call: Any, shop: Application) -> None:
    kept = call(lambda client: client.toys.create({"name": "Bear", "maker": None, "state": None}))
    assert (kept.maker, kept.state) == (None, None)
    assert {"maker", "state"} <= kept.model_fields_set
    kept = call(lambda client: client.toys.create({"name": "Bear", "maker": {"name": "Ann"}}))
    assert kept.maker == shop.models.Maker(name="Ann")


def test_lists_queries_and_forms(call: Any, shop: Application) -> None:
    m = shop.models
    many = call(lambda client: client.toys.replace_many([m.Toy(name="a"), {"name": "b"}]))
    assert [one.name for one in many] == ["a", "b"]
    asked = call(lambda client: client.toys.list(tags=["a b", "c"], colour=2, is_new=False))
    assert asked == {"tags": ["a b", "c"], "colour": 2, "is_new": False}
    assert call(lambda client: client.toys.list()) == {"colour": None}
    form = m.Form(name="a&b=ü", sizes=[1, 2])
    told = call(lambda client: client.toys.create_form(form))
    assert told == {"name": "a&b=ü", "sizes": [1, 2]}


def test_uploads_and_other_media_types(call: Any) -> None:
    told = call(
        lambda client: client.toys.create_picture(
            picture=("a.txt", b"1"), others=[("b.txt", b"2"), ("c.txt", b"3")]
        )
    )
    assert told == ["a.txt", "1", ["b.txt", "c.txt"]]
    told = call(lambda client: client.toys.create_picture(picture=b"1"))
    assert told[1:] == ["1", []]
    assert call(lambda client: client.toys.get_table()) == "a,ü\r\n"


def test_what_is_refused_says_why(call: Any, shop: Application) -> None:
    errors = shop.package
    assert call(lambda client: client.toys.delete(7)) is None
    with pytest.raises(errors.NotFoundError) as missing:
        call(lambda client: client.toys.get(7))
    assert missing.value.body == shop.models.Problem(why="no such toy")
    with pytest.raises(errors.UnprocessableError, match=r"name.*between 1 and 9"):
        call(lambda client: client.toys.create(shop.models.Toy(name="a long name")))


def test_the_surface_reads_as_if_a_person_had_written_it(shop: Application) -> None:
    assert shop.surface() == golden_surface("flask_smorest", shop)


def test_every_method_is_called_above(shop: Application) -> None:
    assert shop.not_called_in(__file__) == set()
