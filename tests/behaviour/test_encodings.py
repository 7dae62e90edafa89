"""How the fields of forms travel where the spec says so (OpenAPI 3.1, Encoding Object)."""

from __future__ import annotations

from datetime import date
from email.parser import BytesParser
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server


def heads(server: Server) -> dict[str, dict[str, str]]:
    """Return the headers of the parts of the latest request, by names of parts."""
    head = f"Content-Type: {server.last.headers['content-type']}\r\n\r\n".encode()
    parts: Any = BytesParser().parsebytes(head + server.last.body).get_payload()
    return {
        part.get_param("name", header="content-disposition"): dict(part.items()) for part in parts
    }


def contents(server: Server) -> list[tuple[str, str | None, bytes]]:
    """Return name, media type and content of the parts of the latest request."""
    return sorted((name, kind, content) for name, _, kind, content in server.last.parts())


def test_media_types_of_parts(forms: Caller, server: Server) -> None:
    about = forms.sdk.models.About(title="t")
    server.answer(status=204)
    forms(
        "albums.create",
        cover=("a.jpeg", b"1"),
        pages=[b"2", ("b.gif", b"3")],
        scan=b"4",
        about=about,
        history="<about/>",
        labels=["a", "b"],
        seal=b"\xff",
        note="*n*",
    )
    assert contents(server) == [
        ("about", "application/json", b'{"title":"t"}'),
        ("cover", "image/jpeg", b"1"),
        ("history", "application/xml", b"<about/>"),
        ("labels", "application/json", b'["a","b"]'),
        ("note", "text/markdown", b"*n*"),
        ("pages", "application/octet-stream", b"2"),
        ("pages", "image/gif", b"3"),
        ("scan", "application/pdf", b"4"),
        ("seal", None, b"/w=="),
    ]


@pytest.mark.parametrize(
    ("given", "media_type"),
    [
        (b"1", "image/png"),
        (("a.gif", b"1"), "image/png"),
        (("a.gif", b"1", "image/gif"), "image/gif"),
    ],
)
def test_a_file_has_one_of_the_media_types(
    forms: Caller, server: Server, given: Any, media_type: str
) -> None:
    server.answer(status=204)
    forms("albums.create", cover=given)
    assert contents(server) == [("cover", media_type, b"1")]


def test_headers_of_parts(forms: Caller, server: Server) -> None:
    server.answer(status=204)
    forms("albums.create", cover=b"1", cover_x_taken=date(2026, 1, 31))
    cover = heads(server)["cover"]
    assert (cover["X-Camera"], cover["X-Taken"]) == ("film", "2026-01-31")
    assert cover["Content-Type"] == "image/png"
    server.answer(status=204)
    forms("albums.create", cover=b"1")
    assert "X-Taken" not in heads(server)["cover"]


def test_styles_of_parts(forms: Caller, server: Server) -> None:
    server.answer(status=204)
    place = forms.sdk.models.CreateAlbumPlace(x=1, y=2)
    forms("albums.create", cover=b"1", sizes=[1, 2], place=place)
    assert contents(server)[1:] == [
        ("place[x]", None, b"1"),
        ("place[y]", None, b"2"),
        ("sizes", None, b"1|2"),
    ]


def test_fields_of_a_form(forms: Caller, server: Server) -> None:
    about = forms.sdk.models.About(title="t", year=1)
    server.answer(status=204)
    body = forms.sdk.models.SearchRequest(
        ids=[1, 2], words=["a", "b c"], filter=about, near=about, path="a/b?c&d"
    )
    forms("albums.search", body, ids=[3, 4])
    assert server.last.target == "/searches?ids=3%7C4"
    assert server.last.body.split(b"&") == [
        b"ids=1,2",
        b"words=a%20b%20c",
        b"filter=%7B%22title%22%3A%22t%22%2C%22year%22%3A1%7D",
        b"near%5Btitle%5D=t",
        b"near%5Byear%5D=1",
        b"path=a/b?c%26d",
    ]
