"""What a program gives and what the server gets: files, bodies, paths, servers, objects, dates."""

from __future__ import annotations

import io
import socketserver
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
import httpx2
import pytest
from tests.behaviour.server import Server
from tests.golden.cases import RUNTIME, SHARED_RUNTIME, Case, write

NAMES = ("uploads", "gateway", "collection_formats", "styles")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Golden packages, on the path, with a runtime that they share."""
    folder = tmp_path_factory.mktemp("sent")
    for name in NAMES:
        write(folder / f"sent_{name}", Case(name).files(runtime=SHARED_RUNTIME))
    (folder / SHARED_RUNTIME).symlink_to(RUNTIME)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


class Api:
    """One golden package and its clients."""

    def __init__(self, packages: Path, name: str, url: str) -> None:
        assert packages
        self.sdk: Any = __import__(f"sent_{name}")
        self.name = name.title().replace("_", "")
        self.url = url

    def client(self, url: str = "", **more: Any) -> Any:
        transport = None if url.startswith(("unix", "http+unix")) else _plain()
        given = {"base_url": url or self.url, "transport": transport, "max_retries": 0, **more}
        return getattr(self.sdk, self.name)(**given)

    def async_client(self) -> Any:
        return getattr(self.sdk, f"Async{self.name}")(base_url=self.url, max_retries=0)


def _plain() -> httpx2.HTTPTransport:
    return httpx2.HTTPTransport(verify=False)


@pytest.fixture
def uploads(packages: Path, server: Server) -> Api:
    return Api(packages, "uploads", server.url)


@pytest.fixture
def gateway(packages: Path, server: Server) -> Api:
    return Api(packages, "gateway", server.url)


# -- forms ---------------------------------------------------------------------------------------

BYTES = b"\x89PNG\x00"


@pytest.mark.parametrize("name", ["cover", "scan", "picture", "video", "source", "meta"])
def test_a_file_is_a_file_whatever_stands_beside_it(
    uploads: Api, server: Server, name: str
) -> None:
    for given, filename in (
        (BYTES, name),
        (io.BytesIO(BYTES), name),
        (("a.png", BYTES), "a.png"),
    ):
        server.answer(status=204)
        uploads.client().photos.create(title="t", labels=None, **{name: given})
        [_, part] = server.last.parts()
        assert (part[0], part[1], part[3]) == (name, filename, BYTES)


@pytest.mark.parametrize("name", ["pages", "picture", "meta"])
def test_several_files_are_several_parts(uploads: Api, server: Server, name: str) -> None:
    server.answer(status=204)
    uploads.client().photos.create(title="t", labels=[], **{name: [b"1", ("b.gif", b"2")]})
    assert [(one[0], one[3]) for one in server.last.parts()[1:]] == [(name, b"1"), (name, b"2")]


def test_the_value_tells_what_a_part_is(uploads: Api, server: Server) -> None:
    server.answer(status=204)
    uploads.client().photos.create(
        title="t",
        labels=["a", "b"],
        about="<note/>",
        cover=None,
        source="https://example.com/a.png",
        meta=[{"a": 1}, 2],
        seal=b"\xfb\xff",
        length=timedelta(hours=1),
    )
    assert [(name, kind, content) for name, _, kind, content in server.last.parts()] == [
        ("title", None, b"t"),
        ("labels", "text/plain", b"a"),
        ("labels", "text/plain", b"b"),
        ("about", "application/xml", b"<note/>"),
        ("source", None, b"https://example.com/a.png"),
        ("seal", None, b"-_8="),
        ("length", None, b"PT3600S"),
        ("meta", "application/json", b'[{"a":1},2]'),
    ]


def test_a_mapping_of_no_declared_type_is_json(uploads: Api, server: Server) -> None:
    server.answer(status=204)
    uploads.client().photos.create(title="t", labels=None, meta={"a": None})
    assert server.last.parts()[1] == ("meta", None, "application/json", b'{"a":null}')


# -- bodies --------------------------------------------------------------------------------------


def pieces() -> Iterator[bytes]:
    yield from (b"one,", b"two")


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def test_a_body_of_bytes_is_what_its_reference_means(
    uploads: Api, server: Server, tmp_path: Path
) -> None:
    server.answer(b'"abcd"', headers={"content-type": "application/json"})
    assert uploads.client().blobs.get("1") == b'"abcd"'
    assert server.last.body == b""
    file = tmp_path / "a"
    file.write_bytes(b"one,two")
    named = ("a.bin", b"one,two")
    for given in (b"one,two", file, str(file), file.open("rb"), pieces(), [b"one,", b"two"], named):
        server.answer(status=204)
        uploads.client().blobs.replace("1", given)
        assert server.last.body == b"one,two"
        assert server.last.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("method", ["blobs.replace", "notes.update"])
def test_an_async_client_takes_async_pieces(uploads: Api, server: Server, method: str) -> None:
    resource, _, name = method.partition(".")

    async def call() -> None:
        async with uploads.async_client() as client:
            await getattr(getattr(client, resource), name)("1", async_pieces())

    server.answer(status=204)
    anyio.run(call)
    assert server.last.body == b"one,two"
    with pytest.raises(TypeError, match="async"):
        getattr(getattr(uploads.client(), resource), name)("1", async_pieces())


def test_the_python_type_chooses_among_json_media_types(uploads: Api, server: Server) -> None:
    models, notes = uploads.sdk.models, uploads.client().notes
    for call, given, kind in (
        (notes.update, {"text": None}, "application/merge-patch+json"),
        (notes.update, [{"op": "remove", "path": "/text"}], "application/json-patch+json"),
        (notes.update, (), "application/json-patch+json"),
        (notes.update, "text", "text/plain"),
        (notes.update, pieces(), "application/octet-stream"),
        (notes.replace, models.Note(text="a"), "application/vnd.notes.v1+json"),
        (notes.replace, {"text": "a"}, "application/vnd.notes.v1+json"),
        (notes.replace, models.Page(lines=["a"]), "application/vnd.notes.v2+json"),
        (notes.replace, [models.Note(text="a"), {"text": "b"}], "application/vnd.notes.all+json"),
    ):
        server.answer(status=204)
        call("1", given)
        assert server.last.headers["content-type"] == kind
    assert server.last.json() == [{"text": "a"}, {"text": "b"}]
    server.answer(status=204)
    notes.replace("1", {"lines": []}, content_type="application/vnd.notes.v2+json")
    assert server.last.headers["content-type"] == "application/vnd.notes.v2+json"


# -- paths ---------------------------------------------------------------------------------------


def test_slashes_of_a_name_stay_and_all_else_is_encoded(gateway: Api, server: Server) -> None:
    library = gateway.client().library
    for call, path in (
        (lambda: library.get_book("shelves/1/books/2 x:y%2F"), "shelves/1/books/2%20x%3Ay%252F"),
        (lambda: library.list_books("shelves/1"), "shelves/1/books"),
        (lambda: library.update_book("shelves/1/books/2", {}), "shelves/1/books/2"),
        (lambda: library.update_book(name="shelves/1/books/2", body={}), "shelves/1/books/2"),
    ):
        server.answer({})
        call()
        assert server.last.path == f"/library/v1/{path}"


@pytest.mark.parametrize(
    "name", ["..", "../v", "x/../v", "x/..", "a/./b", "x%2F..%2Fv", "%2e%2e", "a/%2E%2E/b"]
)
def test_a_step_to_another_path_is_refused(gateway: Api, server: Server, name: str) -> None:
    with pytest.raises(ValueError, match=r"segment '\.' or '\.\.'"):
        gateway.client().library.get_book(f"shelves/{name}")
    assert not server.requests


@pytest.mark.parametrize("name", ["a..b", "..a/b", "a/b..", "a/...", "x%2Fy"])
def test_dots_within_a_segment_are_letters(gateway: Api, server: Server, name: str) -> None:
    server.answer({})
    gateway.client().library.get_book(f"shelves/{name}")
    assert server.last.path == f"/library/v1/shelves/{quote(name)}"


def test_a_spec_may_allow_dot_segments(gateway: Api, server: Server) -> None:
    server.answer()
    gateway.client().library.delete_file("a/../b")
    assert server.last.path == "/library/v1/files/a%2F..%2Fb"
    with pytest.raises(ValueError, match="segment"):
        gateway.client().library.delete_file("..")


@pytest.mark.parametrize("status", [301, 302])
def test_a_delete_is_not_sent_on_to_another_path(gateway: Api, server: Server, status: int) -> None:
    server.answer(status=status, headers={"location": "/library/v1/files/victim"})
    with pytest.raises(gateway.sdk.ApiError, match=str(status)):
        gateway.client().library.delete_file("a")
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_keeps_the_method_is_followed(
    gateway: Api, server: Server, status: int
) -> None:
    server.answer(status=status, headers={"location": "/library/v1/files/new"})
    server.answer()
    gateway.client().library.delete_file("a")
    assert [(one.method, one.path) for one in server.requests] == [
        ("DELETE", "/library/v1/files/a"),
        ("DELETE", "/library/v1/files/new"),
    ]


def test_an_empty_segment_that_is_no_other_path(gateway: Api, server: Server) -> None:
    server.answer()
    gateway.client().library.delete_file("")
    assert server.last.path == "/library/v1/files/"
    with pytest.raises(ValueError, match="must not be empty"):
        gateway.client().library.get_book("")


# -- parameters ----------------------------------------------------------------------------------


def test_an_object_is_no_text(gateway: Api, server: Server) -> None:
    library, book = gateway.client().library, gateway.sdk.models.Book(name="a")
    for given in (book, {"name": "a"}):
        with pytest.raises(TypeError, match="'filter' takes no object"):
            library.list_books("shelves/1", filter_=given)
    assert not server.requests


def test_a_time_in_a_header_is_http_s(gateway: Api, server: Server) -> None:
    at = datetime.fromisoformat("2026-01-02T04:04:05+01:00")
    for given in (at, at.astimezone(UTC).replace(tzinfo=None), "Fri, 02 Jan 2026 03:04:05 GMT"):
        server.answer({})
        gateway.client().library.list_books("shelves/1", if_modified_since=given)
        assert server.last.headers["if-modified-since"] == "Fri, 02 Jan 2026 03:04:05 GMT"


def test_a_token_that_says_bearer_is_not_doubled(gateway: Api, server: Server) -> None:
    for token in ("abc", "Bearer abc", "bearer abc", lambda: "Bearer abc"):
        server.answer({})
        gateway.client(token=token).library.list_books("shelves/1")
        assert server.last.headers["authorization"] == "Bearer abc"


def test_separators_of_swagger(packages: Path, server: Server) -> None:
    api = Api(packages, "collection_formats", server.url)
    server.answer()
    api.client().things.list([1, 2], tab=["a b", "c"], pipe=["a", "b"], x_pipe=["a", "b"])
    assert server.last.target.endswith("?pipe=a%7Cb&tab=a%20b%09c")
    assert server.last.headers["x-pipe"] == "a|b"


# -- servers -------------------------------------------------------------------------------------


def test_a_relative_server_is_joined_to_an_origin(gateway: Api, server: Server) -> None:
    for url, path in (
        (server.url, "/library/v1/shelves/1/books"),
        (f"{server.url}/library", "/library/v1/shelves/1/books"),
        (f"{server.url}/other/", "/other/v1/shelves/1/books"),
    ):
        server.answer({})
        gateway.client(url).library.list_books("shelves/1")
        assert server.last.path == path
    with pytest.raises(gateway.sdk.ConfigurationError, match="http://localhost/library"):
        gateway.client("", base_url=None).library.list_books("shelves/1")


class Echo(BaseHTTPRequestHandler):
    """Answers with the path and the host that it was asked for."""

    def do_GET(self) -> None:
        body = f'{{"name": "{self.headers["host"]} {self.path}"}}'.encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self) -> str:
        return "socket"

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "s"
    with socketserver.ThreadingUnixStreamServer(str(path), Echo) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield path
        server.shutdown()


def test_a_socket_is_an_address(gateway: Api, socket: Path) -> None:
    whole = quote(str(socket), safe="")
    for url, base in (
        (f"unix://{socket}", "/library"),
        (f"http+unix://{whole}", "/library"),
        (f"http+unix://{whole}/other", "/other"),
    ):
        with gateway.client(url) as client:
            book = client.library.get_book("shelves/1/books/2")
        assert book.name == f"localhost {base}/v1/shelves/1/books/2"
    with pytest.raises(gateway.sdk.ConfigurationError, match=r"unix:///path/to\.sock"):
        gateway.client("unix://docker.sock")


def test_a_socket_is_an_address_of_the_environment(
    gateway: Api, socket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATEWAY_BASE_URL", f"unix://{socket}")

    async def call() -> Any:
        async with gateway.sdk.AsyncGateway() as client:
            return await client.library.get_book("shelves/1/books/2")

    assert anyio.run(call).name.endswith("/library/v1/shelves/1/books/2")
