"""An application in Hono with zod-openapi is called by the client that is made of its own spec."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "00000000-0000-4000-8000-000000000001"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678000, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def shelf(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("hono", packages, "books_v1") as application:
        yield application


@pytest.fixture
def call(shelf: Application, way: str) -> Iterator[Sync | Async]:
    options = {"token": "t-1", "api_key": "k-1", "strict": True, "max_retries": 0}
    with calling(shelf, way, **options) as caller:
        yield caller


def test_a_book_keeps_what_was_sent(call: Any, shelf: Application) -> None:
    m = shelf.models
    book = m.NewBook(
        title="Sand & Sea",
        author=m.Author(name="Ann ü", born=date(1990, 2, 3)),
        medium=m.Paper(pages=300),
        genre="science fiction",
        price="12.30",
        tags=["a b", "c"],
        stock={"here": 3},
        sold=datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
        published=MADE,
        note=None,
        rating="high",
        extra={"big": 2**53 - 1, "null": None, "list": [1, "x"]},
        site="https://example.com/?a=b",
        place=[0.5, 2],
    )
    kept = call(lambda client: client.books.create(book))
    assert (str(kept.id), kept.made) == (FIRST, MADE)
    assert (type(kept.medium), kept.medium.pages, kept.genre) == (m.Paper, 300, "science fiction")
    assert (kept.author, kept.sold, kept.published) == (book.author, book.sold, MADE)
    assert (kept.rating, kept.place, kept.extra) == ("high", [0.5, 2], book.extra)
    assert call(lambda client: client.books.get(UUID(FIRST))) == kept
    assert call(lambda client: client.books.get(FIRST, if_none_match='"Sand & Sea"')) is None
    audio = m.Audio(minutes=90.5, voice=None)
    change = m.BookChange(medium=audio, note="n")
    changed = call(lambda client: client.books.update(FIRST, change))
    assert (changed.medium, changed.note, changed.tags) == (audio, "n", ["a b", "c"])
    cleared = call(lambda client: client.books.update(FIRST, {"note": None, "rating": 4.5}))
    assert (cleared.note, cleared.rating, cleared.title) == (None, 4.5, "Sand & Sea")
    assert call(lambda client: client.books.delete(FIRST)) is None
    with pytest.raises(shelf.package.NotFoundError, match="no such book") as caught:
        call(lambda client: client.books.get(FIRST))
    assert caught.value.body.title == "Not Found"


def test_lists_are_pages_with_filters(call: Any, shelf: Application) -> None:
    m = shelf.models
    for title, tags in (("A", ["x y"]), ("B", ["x y", "z"]), ("C", [])):
        book = m.NewBook(
            title=title,
            author=m.Author(name="a"),
            medium=m.Paper(pages=1),
            price="1.00",
            tags=tags,
            note=None,
            genre="poetry",
        )
        call(lambda client, book=book: client.books.create(book))

    def titles(found: Any) -> list[str]:
        return [one.title for one in found]

    assert titles(call(lambda client: client.books.list(limit=2))) == ["A", "B", "C"]
    assert titles(call(lambda client: client.books.list(tag="x y"))) == ["A", "B"]
    assert titles(call(lambda client: client.books.list(tag=["x y", "z"], genre="poetry"))) == ["B"]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    assert titles(call(lambda client: client.books.list(after=after, sold="yes"))) == [*"ABC"]
    for number in (3, 2, 1):
        one = f"00000000-0000-4000-8000-{number:012}"
        call(lambda client, one=one: client.books.delete(one))


def test_what_does_not_fit_is_refused_with_the_reasons(call: Any, shelf: Application) -> None:
    m = shelf.models
    book = {"title": "", "author": {"name": "A"}, "medium": {"kind": "film"}, "price": "x"}
    with pytest.raises(shelf.package.UnprocessableError) as caught:
        call(lambda client: client.books.create(book))
    told = str(caught.value)
    assert "title: Too small" in told
    assert "medium.kind: Invalid discriminator value. Expected 'paper' | 'audio'" in told
    assert [one.path for one in caught.value.body.errors] == [
        "title",
        "medium.kind",
        "price",
        "note",
    ]
    with pytest.raises(shelf.package.UnprocessableError, match="limit"):
        call(lambda client: client.books.list(limit=0))
    with pytest.raises(shelf.package.BadRequestError, match="name.*expected string to have >=1"):
        call(lambda client: client.answers.check_author({"name": ""}))
    ann = m.Author(name="Ann")
    assert call(lambda client: client.answers.check_author(ann)) == ann


def test_unions(call: Any, shelf: Application) -> None:
    m = shelf.models
    paper, audio = m.Paper(pages=1), m.Audio(minutes=2, voice="v")
    assert call(lambda client: client.values.echo_medium(audio)) == audio
    media = call(
        lambda client: client.values.echo_media([paper, audio, {"kind": "paper", "pages": 2}])
    )
    assert media == [paper, audio, m.Paper(pages=2)]
    author, tree = m.Author(name="a"), m.Tree(label="b")
    assert call(lambda client: client.values.echo_untagged(author)) == author
    assert call(lambda client: client.values.echo_untagged(tree)) == tree


def test_values_come_back_as_they_went(call: Any, shelf: Application) -> None:
    m = shelf.models
    tree = m.Tree(label="a", branches=[m.Tree(label="b", branches=[m.Tree(label="c")])])
    assert call(lambda client: client.values.echo_tree(tree)) == tree
    timed = m.Timed(
        at=MADE, day=date(2026, 2, 3), hour=time(4, 5, 6), pause=timedelta(days=1, seconds=2)
    )
    assert call(lambda client: client.values.echo_timed(timed)) == timed
    both = m.Both(name="n", age=3)
    assert call(lambda client: client.values.echo_both(both)) == both
    loose = m.Loose(name="n", other=[1, None])
    echoed = call(lambda client: client.values.echo_loose(loose))
    assert (echoed.name, echoed.model_extra) == ("n", {"other": [1, None]})
    numbers = m.Numbers(
        whole=2**53 - 1,
        share=0.5,
        maybe=None,
        level=2,
        safe=-3,
        fixed="on",
        either=None,
        author=None,
        list=[1, None, 2.5],
    )
    assert call(lambda client: client.values.echo_numbers(numbers)) == numbers
    other = numbers.model_copy(update={"either": True, "author": m.Author(name="a", born=None)})
    assert call(lambda client: client.values.echo_numbers(other)) == other
    authors = {"a/ü": m.Author(name="x"), "b": m.Author(name="y")}
    assert call(lambda client: client.values.echo_mapping(authors)) == authors
    for anything in ("text", 1.5, [1, "a", None], {"a": {}}, False, None):
        echoed = call(lambda client, anything=anything: client.values.echo_any(anything))
        assert (echoed, type(echoed)) == (anything, type(anything))


def test_parameters_of_all_places(call: Any) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            "a b/ü",
            text="a & b/ü+",
            flag="true",
            ratio=0.5,
            ids="1,2",
            day=date(2026, 2, 3),
            x_trace="t",
            x_level=2,
            visit="v-1",
        )
    )
    assert echoed == {
        "name": "a b/ü",
        "text": "a & b/ü+",
        "flag": "true",
        "ratio": 0.5,
        "ids": [1, 2],
        "day": "2026-02-03",
        "x-trace": "t",
        "x-level": 2,
        "visit": "v-1",
    }


def test_uploads_and_downloads(call: Any, shelf: Application, tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(PICTURE)
    told = call(lambda client: client.files.upload(file=file, title="T ü", count=3, labels="one"))
    assert told == {
        "name": "a b.png",
        "type": "image/png",
        "size": 10,
        "title": "T ü",
        "count": 3,
        "labels": "one",
    }
    told = call(lambda client: client.files.upload(file=b"1", title="t", labels=["a", "b"]))
    assert told["labels"] == ["a", "b"]
    form = shelf.models.SendFormRequest(user="ann & co", roles=["a", "b"], remember="true")
    told = call(lambda client: client.files.send_form(form))
    assert told == {"user": "ann & co", "roles": ["a", "b"], "remember": True}
    put = call(lambda client: client.files.put_bytes(PICTURE))
    assert (put.size, put.type) == (10, "application/octet-stream")
    assert call(lambda client: client.files.download("a b.png")) == PICTURE


def test_events(call: Any, shelf: Application) -> None:
    ticks = call(lambda client: client.answers.watch_ticks())
    assert ticks == [shelf.models.Tick(at=MADE, count=number) for number in (0, 1)]
    texts = call(lambda client: client.answers.watch_text())
    assert [(one.event, one.id) for one in texts] == [("tick", "0"), ("tick", "1")]
    assert texts[1].data == '{"at":"2026-01-02T03:04:05.678Z","count":1}'


def test_answers_of_other_kinds(call: Any, shelf: Application) -> None:
    m = shelf.models
    assert call(lambda client: client.answers.read_text()) == "plain ü"
    assert call(lambda client: client.answers.moved()) == "http://app.test/answers/readText"
    assert call(lambda client: client.answers.moved_bytes()) == "plain ü".encode()
    assert call(lambda client: client.answers.either()) == m.Tick(at=MADE, count=1)
    assert call(lambda client: client.answers.either(part="yes")) == m.Author(name="Ann")
    created = call(lambda client: client.raw(client.answers.created))
    assert (created.status_code, created.headers["retry-after"]) == (202, "3")
    assert created.headers.get_list("set-cookie") == ["job=7", "theme=dark"]
    assert call(lambda client: client.answers.created()).count == 7


def test_errors_say_why(call: Any, shelf: Application) -> None:
    with pytest.raises(shelf.package.StatusError, match="short and stout") as caught:
        call(lambda client: client.answers.teapot())
    assert (caught.value.status_code, caught.value.code) == (418, "TEA")
    with pytest.raises(shelf.package.ConflictError, match="already told"):
        call(lambda client: client.answers.thrown())


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.values.with_bearer()).sent == "Bearer t-1"
    assert call(lambda client: client.values.with_key()).sent == "k-1"


def test_the_surface_reads_as_if_a_person_had_written_it(shelf: Application) -> None:
    assert shelf.surface() == golden_surface("hono", shelf)


def test_every_method_is_called_above(shelf: Application) -> None:
    assert shelf.not_called_in(__file__) == set()
