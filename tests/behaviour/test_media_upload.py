"""Media goes up: in one request or in chunks, whatever happens to the connection."""

from __future__ import annotations

import hashlib
import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.media_server import UNIT, MediaServer, pattern

SIZE = 5 * UNIT + 1234
CONTENT = pattern(7, SIZE)


def _digest(content: bytes = CONTENT) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file with a name that tells its type."""
    path = tmp_path / "tree.png"
    path.write_bytes(CONTENT)
    return path


def _pieces() -> Iterator[bytes]:
    for start in range(0, SIZE, 100_000):
        yield CONTENT[start : start + 100_000]
        yield b""


async def _async_pieces() -> AsyncIterator[bytes]:
    for piece in _pieces():
        yield piece


class _Pieces:
    """Pieces that can be had again."""

    def __iter__(self) -> Iterator[bytes]:
        return _pieces()


class _Pipe(io.RawIOBase):
    """A file that cannot be rewound."""

    def __init__(self) -> None:
        self._left = io.BytesIO(CONTENT)

    def read(self, size: int = -1) -> bytes:
        return self._left.read(size)

    def readable(self) -> bool:
        return True


SOURCES = {
    "path": lambda picture: picture,
    "text": str,
    "open file": lambda picture: picture.open("rb"),
    "bytes": lambda _: CONTENT,
    "iterator": lambda _: _pieces(),
    "pieces": lambda _: _Pieces(),
    "pipe": lambda _: _Pipe(),
    "async iterator": lambda _: _async_pieces(),
}


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest, picture: Path, media: Caller) -> Any:
    """Every kind of content."""
    if request.param.startswith("async") and not media.is_async:
        pytest.skip("for async clients")
    return SOURCES[request.param](picture)


# -- one request ---------------------------------------------------------------------------------


def test_simple(media: Caller, media_server: MediaServer, source: Any) -> None:
    told = media.sdk.MediaUpload(source, content_type="image/png", resumable=False)
    answer = media("pictures.insert", "a b", media=told, name="tree")
    assert (answer.size, answer.sha256, answer.content_type) == (SIZE, _digest(), "image/png")
    (sent,) = media_server.requests
    assert (sent.method, sent.path) == ("POST", "/upload/gallery/v1/albums/a%20b/pictures")
    assert (sent.query("uploadType"), sent.query("name")) == ("media", "tree")
    assert sent.headers["authorization"] == "Bearer secret"


def test_multipart(media: Caller, media_server: MediaServer, source: Any) -> None:
    told = media.sdk.MediaUpload(source, content_type="image/png", resumable=False)
    picture = media.sdk.models.Picture(name="Bäume")
    answer = media("pictures.insert", "a", picture, media=told)
    assert (answer.size, answer.sha256, answer.name) == (SIZE, _digest(), "Bäume")
    (sent,) = media_server.requests
    assert sent.query("uploadType") == "multipart"
    assert b"Content-Type: application/json\r\n\r\n{" in sent.body
    assert b"Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n" in sent.body


def test_without_media_it_is_a_request_as_any_other(
    media: Caller, media_server: MediaServer
) -> None:
    assert media("pictures.insert", "a", {"name": "n"}, media_="oil").name == "n"
    (sent,) = media_server.requests
    assert sent.target == "/gallery/v1/albums/a/pictures?media=oil"


def test_names_with_slashes(media: Caller, media_server: MediaServer) -> None:
    media("media.upload", "shelves/1/x y", media=b"abc")
    (sent,) = media_server.requests
    assert sent.path == "/upload/gallery/v1/media/shelves/1/x%20y"
    assert sent.headers["content-type"] == "application/octet-stream"


def test_progress_of_one_request(media: Caller, picture: Path) -> None:
    seen: list[tuple[int, int | None]] = []

    def progress(sent: int, total: int | None) -> None:
        seen.append((sent, total))

    told = media.sdk.MediaUpload(picture, progress=progress, resumable=False)
    media("pictures.insert", "a", {}, media=told)
    assert [total for _, total in seen] == [SIZE] * len(seen)
    assert [sent for sent, _ in seen] == [*range(UNIT, SIZE, UNIT), SIZE]


def test_retry_of_one_request_begins_again(
    media: Caller, media_server: MediaServer, picture: Path, no_wait: list[float]
) -> None:
    """A PUT may be repeated, and the file is read from its start."""
    media_server.faults.extend(["cut 300000", "ok"])
    mail = media.sdk.MediaUpload(picture, content_type="message/rfc822", chunk_size=8 * UNIT)
    media("media.replace", "7", media=mail)
    assert media_server.sessions[-1].digest.hexdigest() == _digest()


# -- chunks --------------------------------------------------------------------------------------


def _resumable(media: Caller, content: Any, **options: Any) -> Any:
    told = {"content_type": "image/png", "resumable": True, "chunk_size": 2 * UNIT, **options}
    return media.sdk.MediaUpload(content, **told)


def test_resumable(media: Caller, media_server: MediaServer, source: Any) -> None:
    answer = media("pictures.insert", "a", {"name": "n"}, media=_resumable(media, source))
    assert (answer.size, answer.sha256, answer.name) == (SIZE, _digest(), "n")
    start, *chunks = media_server.requests
    assert start.method == "POST"
    assert start.path == "/upload/gallery/v1/albums/a/pictures"
    assert start.query("uploadType") == "resumable"
    assert start.headers["x-upload-content-type"] == "image/png"
    assert start.headers["content-type"] == "application/json"
    known = start.headers["x-upload-content-length"]
    total = known or "*"
    assert media_server.chunks == [
        f"bytes 0-{2 * UNIT - 1}/{total}",
        f"bytes {2 * UNIT}-{4 * UNIT - 1}/{total}",
        f"bytes {4 * UNIT}-{SIZE - 1}/{SIZE}",
    ]
    assert {chunk.headers["authorization"] for chunk in chunks} == {"Bearer secret"}
    assert {chunk.target for chunk in chunks} == {"/session/0?upload_id=secret"}


def test_resumable_without_a_body(media: Caller, media_server: MediaServer) -> None:
    media("pictures.insert", "a", media=_resumable(media, CONTENT))
    start = media_server.requests[0]
    assert start.headers["content-type"] is None
    assert (start.headers["content-length"], start.body) == ("0", b"")


@pytest.mark.parametrize("size", [0, 1, UNIT, 2 * UNIT, 4 * UNIT, 4 * UNIT + 1])
@pytest.mark.parametrize("known", [True, False])
def test_sizes_around_those_of_chunks(
    media: Caller, media_server: MediaServer, size: int, *, known: bool
) -> None:
    content = pattern(3, size)
    given = content if known else iter([content[:100], content[100:]])
    answer = media("pictures.insert", "a", media=_resumable(media, given))
    assert (answer.size, answer.sha256) == (size, _digest(content))
    assert len(media_server.chunks) == max(1, -(-size // (2 * UNIT)))


FAULTS = {
    "cut in a chunk": ["ok", "ok", f"cut {UNIT + 5}"],
    "cut at once": ["ok", "cut 0", "ok", "cut 0"],
    "answer lost": ["ok", "ok", "lost answer"],
    "last answer lost": ["ok", "ok", "ok", "lost answer"],
    "too many requests": ["ok", "429", "ok", "429"],
    "unavailable": ["503", "ok", "503", "503"],
    "question fails, too": ["ok", "cut 1", "503"],
    "part of a chunk": ["ok", "half", "half", "half"],
    "cut in each chunk": ["ok", *[f"cut {UNIT}", "ok"] * 5],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults(
    media: Caller, media_server: MediaServer, source: Any, no_wait: list[float], fault: str
) -> None:
    media_server.faults.extend(FAULTS[fault])
    answer = media("pictures.insert", "a", media=_resumable(media, source))
    assert (answer.size, answer.sha256) == (SIZE, _digest())
    assert len(media_server.sessions) == 1
    assert not media_server.faults


def test_the_server_has_nothing_any_more(
    media: Caller, media_server: MediaServer, picture: Path, no_wait: list[float]
) -> None:
    """308 without Range: from the start, where the content can be read again."""
    media_server.faults.extend(["ok", "ok", "forget"])
    answer = media("pictures.insert", "a", media=_resumable(media, picture))
    assert answer.sha256 == _digest()
    starts = [span.split("-")[0].removeprefix("bytes ") for span in media_server.chunks]
    assert starts == ["0", str(2 * UNIT), "0", str(2 * UNIT), str(4 * UNIT)]


def test_what_is_gone_cannot_be_sent_again(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.faults.extend(["ok", "ok", "forget"])
    with pytest.raises(media.sdk.DecodeError, match="wants byte 0 again, which is gone"):
        media("pictures.insert", "a", media=_resumable(media, _pieces()))


@pytest.mark.parametrize("status", ["404", "410"])
def test_a_lost_session_begins_anew(
    media: Caller, media_server: MediaServer, picture: Path, no_wait: list[float], status: str
) -> None:
    media_server.faults.extend(["ok", "ok", status])
    answer = media("pictures.insert", "a", media=_resumable(media, picture))
    assert answer.sha256 == _digest()
    assert len(media_server.sessions) == 2


def test_a_lost_session_of_an_iterator_is_an_error(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.faults.extend(["ok", "ok", "410"])
    with pytest.raises(media.sdk.GoneError):
        media("pictures.insert", "a", media=_resumable(media, _pieces()))


def test_the_session_may_move(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.moved = True
    assert media("pictures.insert", "a", media=_resumable(media, CONTENT)).sha256 == _digest()
    assert media_server.requests[-1].target == "/session/0?upload_id=moved"


def test_credentials_stay_with_the_server_that_they_are_for(gallery: Any) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        location = {"location": "https://elsewhere.example.com/s?upload_id=secret"}
        return httpx2.Response(200, json={}, headers=location if len(seen) == 1 else {})

    told = gallery.MediaUpload(CONTENT, content_type="image/png", resumable=True)
    headers = {"x-goog-api-key": "secret"}
    transport = httpx2.MockTransport(answer)
    with gallery.Gallery(token="secret", transport=transport, headers=headers) as client:
        client.pictures.insert("a", media=told)
    start, chunk = seen
    assert {"authorization", "x-goog-api-key"} <= set(start.headers)
    assert not {"authorization", "x-goog-api-key"} & set(chunk.headers)


@pytest.mark.parametrize("address", ["file:///x", "http:///x", "mailto:a", "http://\x7f/", ""])
def test_a_session_at_no_address_of_the_web_is_an_error(gallery: Any, address: str) -> None:
    transport = httpx2.MockTransport(
        lambda _: httpx2.Response(200, json={}, headers={"location": address})
    )
    told = gallery.MediaUpload(CONTENT, content_type="image/png", resumable=True)
    with (
        gallery.Gallery(token="secret", transport=transport, max_retries=0) as client,
        pytest.raises(gallery.ApiError),
    ):
        client.pictures.insert("a", media=told)


@pytest.mark.parametrize("last", ["9" * 5000, "-1", "\u0665", ""])
def test_a_session_that_has_what_was_not_sent_is_an_error(gallery: Any, last: str) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST":
            headers = {"location": "https://gallery.googleapis.com/s?upload_id=secret"}
            return httpx2.Response(200, json={}, headers=headers)
        return httpx2.Response(308, headers=[(b"range", f"bytes=0-{last}".encode())])

    told = gallery.MediaUpload(CONTENT, content_type="image/png", resumable=True)
    with (
        gallery.Gallery(
            token="secret", transport=httpx2.MockTransport(answer), max_retries=0
        ) as client,
        pytest.raises(gallery.ApiError),
    ):
        client.pictures.insert("a", media=told)


def test_the_address_of_a_session_is_not_logged(
    media: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG", logger="gallery_v1"):
        media("pictures.insert", "a", media=_resumable(media, CONTENT))
    assert "upload_id=***" in caplog.text
    assert "secret" not in caplog.text


def test_tries_are_counted_from_the_last_progress(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.faults.extend(["ok", "503", "503", "503"])
    with pytest.raises(media.sdk.ServerError) as caught:
        media("pictures.insert", "a", media=_resumable(media, CONTENT))
    assert caught.value.status_code == 503
    assert "secret" not in str(caught.value)
    media_server.faults.clear()
    media_server.faults.extend(["ok", "cut 0", "ok", "cut 0", "ok", "cut 0", "ok"])
    with pytest.raises(media.sdk.ConnectionFailedError):
        media("pictures.insert", "a", media=_resumable(media, CONTENT))


def test_no_retries_where_none_are_wanted(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.faults.extend(["ok", "503"])
    settings = {"max_retries": 0}
    with pytest.raises(media.sdk.ServerError):
        media("pictures.insert", "a", media=_resumable(media, CONTENT), settings=settings)
    assert len(media_server.requests) == 2


def test_other_errors_end_an_upload(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.faults.extend(["ok", "ok", "400"])
    with pytest.raises(media.sdk.BadRequestError):
        media("pictures.insert", "a", media=_resumable(media, CONTENT))
    media_server.faults.append("409")
    with pytest.raises(media.sdk.ConflictError):
        media("pictures.insert", "a", media=_resumable(media, CONTENT))


def test_progress_tells_what_the_server_has(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    seen: list[tuple[int, int | None]] = []

    def progress(sent: int, total: int | None) -> None:
        seen.append((sent, total))

    media("pictures.insert", "a", media=_resumable(media, CONTENT, progress=progress))
    assert seen == [(2 * UNIT, SIZE), (4 * UNIT, SIZE), (SIZE, SIZE)]
    seen.clear()
    media("pictures.insert", "a", media=_resumable(media, _pieces(), progress=progress))
    assert seen == [(2 * UNIT, None), (4 * UNIT, None), (SIZE, SIZE)]


def test_large_media_is_sent_in_chunks(media: Caller, media_server: MediaServer) -> None:
    media("pictures.insert", "a", media=bytes(5 * 1024 * 1024))
    media("pictures.insert", "a", media=bytes(5 * 1024 * 1024 + 1))
    media("pictures.insert", "a", media=iter([b"few bytes"]))
    kinds = [one.query("uploadType") for one in media_server.requests]
    assert kinds == ["media", "resumable", "", "resumable", ""]


# -- what is refused before anything is sent -----------------------------------------------------


@pytest.mark.parametrize(
    ("method", "content", "options", "message"),
    [
        (
            "pictures.insert",
            b"x",
            {"content_type": "text/plain"},
            "takes image/., app.*not text/pl",
        ),
        ("media.upload", bytes(1025), {}, "takes at most 1024 bytes of media, not 1025"),
        ("media.upload", b"x", {"resumable": True}, "takes no resumable uploads"),
        ("media.replace", b"x", {"content_type": "text/plain"}, "takes message/rfc822, not"),
    ],
)
def test_media_that_does_not_fit(
    media: Caller,
    media_server: MediaServer,
    method: str,
    content: bytes,
    options: dict[str, Any],
    message: str,
) -> None:
    told = media.sdk.MediaUpload(content, **options)
    with pytest.raises(ValueError, match=message) as caught:
        media(method, "a", media=told)
    assert isinstance(caught.value, media.sdk.UnacceptableMediaError)
    assert caught.value.operation_id == f"gallery.{method}"
    assert not media_server.requests


def test_the_type_of_a_file_is_guessed(
    media: Caller, media_server: MediaServer, tmp_path: Path
) -> None:
    path = tmp_path / "leaf.jpeg"
    path.write_bytes(b"x")
    assert media("pictures.insert", "a", media=path).content_type == "image/jpeg"
    text = path.rename(tmp_path / "leaf.txt")
    with pytest.raises(media.sdk.UnacceptableMediaError, match="not text/plain"):
        media("pictures.insert", "a", media=text)
    media("media.replace", "a", media=b"To: me")
    assert media_server.sessions[-1].content_type == "message/rfc822"


@pytest.mark.parametrize("content", [7, io.StringIO("text"), None])
def test_what_is_no_media(media: Caller, media_server: MediaServer, content: Any) -> None:
    with pytest.raises(TypeError):
        media("pictures.insert", "a", media=content)
    assert not media_server.requests


def test_a_missing_file(media: Caller, media_server: MediaServer) -> None:
    with pytest.raises(FileNotFoundError):
        media("pictures.insert", "a", media="nowhere.png")
    assert not media_server.requests


def test_an_async_iterator_needs_an_async_client(media: Caller, media_server: MediaServer) -> None:
    if media.is_async:
        pytest.skip("it may")
    with pytest.raises(TypeError, match="needs the async client"):
        media("pictures.insert", "a", media=_async_pieces())
    assert not media_server.requests


def test_chunks_of_an_odd_size(gallery: Any) -> None:
    with pytest.raises(ValueError, match="multiple of 256 KiB"):
        gallery.MediaUpload(b"", chunk_size=1000)


def test_media_that_turns_out_to_be_too_large(media: Caller, media_server: MediaServer) -> None:
    endless = media.sdk.MediaUpload((b"x" * UNIT for _ in range(100)), chunk_size=2 * UNIT)
    with pytest.raises(media.sdk.UnacceptableMediaError, match="at most 2097152 bytes"):
        media("media.replace", "a", media=endless)
    assert media_server.sessions[-1].stored == 2097152
