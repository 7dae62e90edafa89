"""What users write, for the type checkers."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from . import AsyncLibrary, Library, NotFoundError, RequestOptions
from ._runtime.calls.responses import Response
from ._runtime.pages.pages import AsyncPage, Page
from .models.books import Author, Book, ListBooksResponse


def use(client: Library) -> None:
    """Call every kind of operation."""
    assert_type(client.books.get("s", "b", options=RequestOptions(fields="id", timeout=3)), Book)
    assert_type(client.books.list(), Page[Book, ListBooksResponse])
    for book in client.books.list(ids=["a"]):
        assert_type(book, Book)
    for page in client.books.list().pages():
        assert_type(page.items, list[Book])
        assert_type(page.body, ListBooksResponse)
    client.books.create(Book(page_count=3, authors=[Author(full_name="A")], odd="x"))
    client.books.create({"pageCount": "3"})
    client.books.scan(Path("scan.pdf"), name="x")
    client.books.scan(("scan.pdf", b"...", "application/pdf"))
    assert_type(client.raw(client.books.get, "s", "b"), Response[Book])
    assert_type(client.raw(client.books.list).data.next_page_token, str | None)
    with client.stream(client.books.get_cover, "b") as response:
        response.save("cover.png")
    with client.with_options(max_retries=0) as patient:
        assert_type(patient, Library)
    try:
        client.ping()
    except NotFoundError as error:
        print(error.status_code, error.body)


async def use_async(client: AsyncLibrary) -> None:
    """Call every kind of operation."""
    assert_type(await client.books.get("s", "b"), Book)
    assert_type(await client.books.list(), AsyncPage[Book, ListBooksResponse])
    async for book in client.books.list():
        assert_type(book, Book)
    async for page in client.books.list().pages():
        assert_type(page.items, list[Book])
    assert_type(await client.raw(client.books.get, "s", "b"), Response[Book])
    response = await client.raw(client.books.list)
    assert_type(response.data, AsyncPage[Book, ListBooksResponse])
    async with client.stream(client.books.get_cover, "b") as stream:
        await stream.save("cover.png")
