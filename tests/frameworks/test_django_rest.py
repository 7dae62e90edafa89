"""A Django REST application is called by the client that is made of its drf-spectacular spec."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
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
def library(packages: Path) -> Application:
    """The application and its package."""
    from tests.frameworks.python import django_app

    return load_application(packages, "library_v1", django_app.spec(), wsgi=django_app.application)


@pytest.fixture
def call(library: Application, way: str) -> Iterator[Sync | Async]:
    with calling(library, way, strict=True) as caller:
        yield caller


def _book(m: Any, **more: Any) -> Any:
    author = m.AuthorRequest(name="Ada")
    return m.BookRequest(title="Notes", price=Decimal("12.30"), pages=10, author=author, **more)


def test_a_book_keeps_what_was_sent(call: Any, library: Application) -> None:
    m = library.models
    book = _book(
        m,
        weight=1,
        state="used",
        rating=3,
        tags=["a", "b"],
        notes={"de": "gut"},
        extra={"big": 2**60, "share": 1.0},
        loan="1 02:03:04",
        opens=time(4, 5, 6),
        secret="s",
    )
    stored = call(lambda client: client.books.create(book))
    assert (str(stored.id), stored.price, stored.state) == (FIRST, Decimal("12.30"), "used")
    assert stored.created == datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
    assert (stored.rating, stored.weight, stored.notes) == (3, 1, {"de": "gut"})
    assert stored.extra == {"big": 2**60, "share": 1.0}
    assert (stored.opens, stored.loan) == (time(4, 5, 6), "1 02:03:04")
    assert call(lambda client: client.books.retrieve(FIRST)) == stored
    since = datetime(2026, 1, 1, tzinfo=UTC)
    found = call(lambda client: client.books.list(tag=["b", "c"], since=since, x_trace="t"))
    assert found == [stored]
    patch = m.PatchedBookRequest(title="More notes")
    assert call(lambda client: client.books.partial_update(FIRST, patch)).title == "More notes"
    assert call(lambda client: client.books.destroy(FIRST)) is None


def test_what_was_read_can_be_sent_again(call: Any, library: Application) -> None:
    m = library.models
    born = m.AuthorRequest(name="Ada", born=date(1815, 12, 10))
    book = m.BookRequest(title="Notes", price=Decimal("1.00"), pages=1, author=born)
    stored = call(lambda client: client.books.create(book))
    again = call(
        lambda client: client.books.create(
            m.BookRequest.model_validate_json(
                stored.model_dump_json(by_alias=True, exclude_unset=True)
            )
        )
    )
    assert again == stored


def test_uploads(call: Any, tmp_path: Path) -> None:
    file = tmp_path / "front.png"
    file.write_bytes(b"\x89PNG")
    cover = call(lambda client: client.books.cover_create(FIRST, image=file, caption="c"))
    assert (cover.size, cover.kind) == (4, "image/png")
    both = call(lambda client: client.books.cover_create(FIRST, image=file, back=b"12"))
    assert both.size == 6


def test_a_form(call: Any, library: Application) -> None:
    settings = library.models.SettingsRequest(name="a & b", active=False, limit=Decimal("0.50"))
    stored = call(lambda client: client.settings.create(settings))
    assert (stored.name, stored.active, stored.limit) == ("a & b", False, Decimal("0.50"))


def test_multipart_forms(call: Any, library: Application) -> None:
    """Django REST reads no nested objects out of a form; it says so of the field."""
    author = library.models.AuthorRequest(name="Ada")
    with pytest.raises(library.package.BadRequestError, match="author"):
        call(
            lambda client: client.books.create_multipart(
                title="x", price=Decimal("1.00"), pages=1, author=author
            )
        )
    call(lambda client: client.books.create(_book(library.models)))
    changed = call(lambda client: client.books.partial_update_multipart(FIRST, title="a & b"))
    assert changed.title == "a & b"


def test_unions_by_their_tag(call: Any, library: Application) -> None:
    m = library.models
    cash = m.CashRequest(coins=3)
    assert call(lambda client: client.pay.create(cash)) == m.Cash(coins=3)
    card = m.CardRequest(number="4")
    assert call(lambda client: client.pay.create(card)) == m.Card(number="4")


def test_what_is_refused_says_why(call: Any, library: Application) -> None:
    errors = library.package
    with pytest.raises(errors.BadRequestError, match=r"pages.*required"):
        call(
            lambda client: client.books.create(
                {"title": "x", "price": "1", "author": {"name": "a"}}
            )
        )
    with pytest.raises(errors.NotFoundError, match="No book matches"):
        call(lambda client: client.books.retrieve("00000000-0000-4000-8000-00000000000f"))


def test_other_media_types(call: Any) -> None:
    assert call(lambda client: client.export.retrieve()).splitlines() == ["a,b", "1,2"]
    assert call(lambda client: client.report.retrieve()) == b"%PDF-\xff"


def test_the_surface_reads_as_if_a_person_had_written_it(library: Application) -> None:
    assert library.surface() == golden_surface("django_rest", library)


def test_every_method_is_called_above(library: Application) -> None:
    assert library.not_called_in(__file__) == set()
