"""A gRPC service behind grpc-gateway (Go) is called by the client that is made of its Swagger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "shelves/1"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def library(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("gateway", packages, "shelves_v1") as application:
        yield application


@pytest.fixture
def call(library: Application, way: str) -> Iterator[Sync | Async]:
    with calling(library, way, token="t-1", strict=True, max_retries=0) as caller:
        yield caller


def test_a_shelf_keeps_what_was_sent(call: Any, library: Application) -> None:
    m = library.models
    books = [
        m.Book(title="Emma", paper=m.Paper(pages=300)),
        m.Book(title="Faust", audio=m.Audio(length="90.500s")),
        m.Book(title="Web", link="https://example.com/?a=b"),
    ]
    shelf = m.Shelf(
        display_name="Upper ü",
        genre="GENRE_NOVEL",
        books=books,
        labels={"own": "a b"},
        height=0,
        weight=2**60,
    )
    kept = call(lambda client: client.library.create_shelf(shelf))
    assert (kept.name, kept.made, kept.weight) == (FIRST, MADE, 2**60)
    assert (kept.books, kept.labels, kept.height) == (books, {"own": "a b"}, 0)
    assert call(lambda client: client.library.get_shelf(FIRST)) == kept
    changed = call(lambda client: client.library.update_shelf(FIRST, {"genre": "GENRE_POETRY"}))
    assert (changed.genre, changed.display_name, changed.height) == ("GENRE_POETRY", "Upper ü", 0)
    change = m.LibraryServiceUpdateShelfRequest(display_name="Lower", labels={}, height=3)
    changed = call(lambda client: client.library.update_shelf(FIRST, change))
    assert (changed.display_name, changed.height, changed.books) == ("Lower", 3, books)
    book = call(lambda client: client.library.get_book("shelves/1/books/a b"))
    assert (book.title, book.paper.pages) == ("shelves/1/books/a b", 3)
    assert call(lambda client: client.library.delete_shelf(FIRST)) == {}
    with pytest.raises(library.package.NotFoundError, match="no shelf is called shelves/1"):
        call(lambda client: client.library.get_shelf(FIRST))


def test_custom_methods(call: Any, library: Application) -> None:
    m = library.models
    for name in ("a", "b"):
        shelf = m.Shelf(display_name=name, books=[m.Book(title=name)])
        call(
            lambda client, shelf=shelf: client.library.create_shelf(
                shelf, shelf_id=shelf.display_name
            )
        )
    body = m.LibraryServiceMergeShelvesBody(other="shelves/b")
    merged = call(lambda client: client.library.merge_shelves("shelves/a", body))
    assert [one.title for one in merged.books] == ["a", "b"]
    call(lambda client: client.library.delete_shelf("shelves/a"))


def test_lists_are_pages_with_filters(call: Any, library: Application) -> None:
    m = library.models
    for name, genre in (("A", "GENRE_NOVEL"), ("B", "GENRE_POETRY"), ("C", "GENRE_POETRY")):
        shelf = m.Shelf(display_name=name, genre=genre, labels={"own": f"is {name}"})
        call(
            lambda client, shelf=shelf: client.library.create_shelf(
                shelf, shelf_id=shelf.display_name
            )
        )

    def names(found: Any) -> list[str]:
        return [one.display_name for one in found]

    assert names(call(lambda client: client.library.list_shelves(page_size=2))) == ["A", "B", "C"]
    genres = ["GENRE_POETRY", "GENRE_UNSPECIFIED"]
    found = call(
        lambda client: client.library.list_shelves(genres=genres, order_by="display_name desc")
    )
    assert names(found) == ["C", "B"]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    found = call(
        lambda client: client.library.list_shelves(filter_label="is B", filter_made_after=after)
    )
    assert names(found) == ["B"]
    for name in "ABC":
        call(lambda client, name=name: client.library.delete_shelf(f"shelves/{name}"))


def test_scalars(call: Any, library: Application) -> None:
    m = library.models
    scalars = m.Scalars(
        whole=-(2**31),
        big=-(2**63),
        huge=2**64 - 1,
        signed=-1,
        fixed=2**32 - 1,
        single=0.5,
        exact=1e-7,
        flag=True,
        data=b"\x00\xff\xfe",
        text="ü",
        genre="GENRE_NOVEL",
        many=[1, 2**62],
        counts={"a b": 2**62},
        papers={"x/y": m.Paper(pages=1)},
        maybe="",
        odd="o",
    )
    assert call(lambda client: client.values.echo_scalars(scalars)) == scalars
    zeros = call(lambda client: client.values.echo_scalars(m.Scalars()))
    assert (zeros.whole, zeros.big, zeros.data, zeros.genre) == (0, 0, b"", "GENRE_UNSPECIFIED")
    assert (zeros.many, zeros.counts, zeros.maybe) == ([], {}, None)


def test_well_known_types(call: Any, library: Application) -> None:
    m = library.models
    values = m.WellKnown(
        moment=MADE,
        pause="1.500s",
        mask="displayName,labels",
        object={"a": [1, None, {"b": True}]},
        value=[1, "x"],
        list=[None, 2.5],
        text="",
        big=2**60,
        flag=False,
        data=b"\xff",
        any={"@type": "type.googleapis.com/library.v1.Paper", "pages": 3},
    )
    assert call(lambda client: client.values.echo_well_known(values)) == values
    nothing = call(lambda client: client.values.echo_well_known({}))
    assert (nothing.moment, nothing.text, nothing.flag) == (None, None, None)
    leaf = m.Tree(label="c", branches=[], parent=None)
    tree = m.Tree(label="a", branches=[leaf], parent=leaf)
    assert call(lambda client: client.values.echo_tree(tree)) == tree


def test_parameters(call: Any) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            "a b/ü",
            0.5,
            ids=[1, -(2**63)],
            genre="GENRE_POETRY",
            moment=MADE,
            pause="1.5s",
            flag=False,
            filter_label="a & b",
            filter_made_after=MADE,
            data=b"\xff\xfe\x00",
            labels={"a b": "1&2", "c": "ü"},
        )
    )
    assert (echoed.text, echoed.ratio, echoed.ids) == ("a b/ü", 0.5, [1, -(2**63)])
    assert (echoed.genre, echoed.moment, echoed.pause) == ("GENRE_POETRY", MADE, "1.500s")
    assert (echoed.flag, echoed.filter.label, echoed.filter.made_after) == (False, "a & b", MADE)
    assert (echoed.data, echoed.labels) == (b"\xff\xfe\x00", {"a b": "1&2", "c": "ü"})


def test_bodies_that_are_bytes(call: Any) -> None:
    assert call(lambda client: client.media.download("picture")) == PICTURE
    assert call(lambda client: client.media.download("page")) == "<p>ü</p>".encode()
    # grpc-gateway ends each message of a stream with a line feed, also a piece of a body.
    pieces = call(lambda client: client.media.export())
    assert pieces == PICTURE[:4] + b"\n" + PICTURE[4:] + b"\n"
    assert call(lambda client: client.media.titles()) == ["Emma", "Ü"]


def test_streams(call: Any, library: Application) -> None:
    ticks = [library.models.Tick(number=number, at=MADE) for number in (0, 1)]
    assert call(lambda client: client.media.watch(count=2)) == ticks
    with pytest.raises(library.package.ApiError, match="the clock stopped") as caught:
        call(lambda client: client.media.watch(count=1, fail=True))
    assert caught.value.body["code"] == 10


def test_bodies_that_are_streams(call: Any, library: Application) -> None:
    books = [library.models.Book(title="Emma", link="a"), library.models.Book(title="Ü")]
    told = call(lambda client: client.media.import_books(books))
    assert told.titles == ["Emma", "Ü"]
    assert call(lambda client: client.media.import_books(iter([{"title": "Web"}]))).titles == [
        "Web"
    ]
    assert call(lambda client: client.media.import_books([])).titles == []
    assert call(lambda client: client.media.converse(books)) == books


def test_a_body_of_any_type_is_a_message(call: Any, library: Application) -> None:
    message = library.models.HttpBody(content_type="image/png", data=PICTURE)
    assert call(lambda client: client.media.store(message)) == PICTURE


def test_errors_say_why(call: Any, library: Application) -> None:
    with pytest.raises(library.package.BadRequestError, match="the shelf is not valid") as caught:
        call(lambda client: client.library.create_shelf({}))
    error = caught.value
    assert "shelf.display_name: must not be empty" in str(error)
    assert (error.code, error.reason) == ("INVALID_ARGUMENT", "EMPTY_NAME")
    with pytest.raises(library.package.StatusError, match="not on a Sunday") as caught:
        call(lambda client: client.media.refuse(count=1))
    assert (caught.value.status_code, caught.value.code) == (400, "FAILED_PRECONDITION")


def test_credentials(call: Any, library: Application, way: str) -> None:
    assert call(lambda client: client.values.get_caller()).authorization == "Bearer t-1"
    with (
        calling(library, way) as anonymous,
        pytest.raises(library.package.StatusError, match="who are you") as caught,
    ):
        anonymous(lambda client: client.values.get_caller())
    assert caught.value.status_code == 401


def test_the_surface_reads_as_if_a_person_had_written_it(library: Application) -> None:
    assert library.surface() == golden_surface("gateway", library)


def test_every_method_is_called_above(library: Application) -> None:
    assert library.not_called_in(__file__) == set()
