"""What a caller gives to upload: odd files and pieces go whole, or are an error that says why."""

from __future__ import annotations

import array
import hashlib
import io
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.media_server import UNIT, MediaServer, pattern

SIZE = 2 * UNIT + 99
CONTENT = pattern(11, SIZE)


class _File:
    """Something to read from, which knows nothing else."""

    def __init__(self) -> None:
        self.inner = io.BytesIO(CONTENT)
        self.reads = 0

    def read(self, size: int = -1) -> Any:
        self.reads += 1
        return self.inner.read(size)


class _SeeksNowhere(_File):
    def tell(self) -> int:
        return 0

    def seek(self, *_: int) -> int:
        return 0


class _RefusesToTell(_File):
    def tell(self) -> int:
        raise RuntimeError("no place")


class _HasNoSeek(_File):
    seek = tell = None


class _ReadsBuffers(_File):
    def read(self, size: int = -1) -> Any:
        return memoryview(super().read(size))


class _ReadsTooMuch(_File):
    """Gives more than was asked for, and can be rewound."""

    def read(self, size: int = -1) -> Any:
        return super().read(2 * size)

    def tell(self) -> int:
        return self.inner.tell()

    def seek(self, *place: int) -> int:
        return self.inner.seek(*place)


def _words() -> Iterator[memoryview]:
    """Yield pieces of which each item is four bytes."""
    words = array.array("I", CONTENT[: SIZE // 4 * 4])
    yield memoryview(words)
    yield memoryview(CONTENT[SIZE // 4 * 4 :])


def _one_buffer() -> Iterator[bytearray]:
    """Yield pieces that all are the same buffer, filled anew."""
    buffer = bytearray()
    for start in range(0, SIZE, 70_000):
        buffer[:] = CONTENT[start : start + 70_000]
        yield buffer


WHOLE: dict[str, Callable[[], Any]] = {
    "seeks nowhere": _SeeksNowhere,
    "refuses to tell": _RefusesToTell,
    "has no seek": _HasNoSeek,
    "reads buffers": _ReadsBuffers,
    "reads too much": _ReadsTooMuch,
    "words": _words,
    "one buffer": _one_buffer,
}


@pytest.mark.parametrize("resumable", [False, True], ids=["one request", "chunks"])
@pytest.mark.parametrize("name", WHOLE)
def test_what_can_be_read_is_sent_whole(
    media: Caller, media_server: MediaServer, name: str, *, resumable: bool
) -> None:
    told = media.sdk.MediaUpload(
        WHOLE[name](), content_type="image/png", resumable=resumable, chunk_size=UNIT
    )
    answer = media("pictures.insert", "a", media=told)
    assert (answer.size, answer.sha256) == (SIZE, hashlib.sha256(CONTENT).hexdigest())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="a file without a size")
def test_a_file_that_the_system_makes_up_is_no_empty_one(
    media: Caller, media_server: MediaServer
) -> None:
    answer = media("pictures.insert", "a", media=_png("/proc/version"))
    assert answer.sha256 == hashlib.sha256(Path("/proc/version").read_bytes()).hexdigest()


def test_an_empty_file_is_one(media: Caller, media_server: MediaServer, tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.touch()
    for given in (path, path.open("rb"), io.BytesIO()):
        assert media("pictures.insert", "a", media=_png(given)).size == 0
        assert media_server.requests[-1].headers["content-length"] == "0"


class _WaitsForNobody(_File):
    """Has nothing to say at times, as a pipe that does not block."""

    def read(self, size: int = -1) -> Any:
        piece = super().read(min(size, 1000))
        return None if self.reads == 2 else piece


class _ReadsText(_File):
    def read(self, size: int = -1) -> Any:
        return super().read(size).decode("latin-1")


class _Breaks(_File):
    def read(self, size: int = -1) -> Any:
        if self.reads:
            raise OSError(5, "the disk is gone")
        return super().read(size)


class _OfAnotherConnection:
    """Can be had again, and always breaks as a download does that is sent on."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"a"
        raise httpx2.ReadError("the other server is gone")


async def _async_text() -> AsyncIterator[Any]:
    yield b"a"
    yield "b"


REFUSED: dict[str, tuple[Callable[[], Any], type[Exception], str]] = {
    "waits for nobody": (_WaitsForNobody, BlockingIOError, "no bytes yet"),
    "reads text": (_ReadsText, TypeError, "bytes, not str"),
    "breaks": (_Breaks, OSError, "the disk is gone"),
    "pieces of text": (lambda: iter([b"a", "b"]), TypeError, "bytes, not str"),
    "pieces of None": (lambda: iter([b"a", None]), BlockingIOError, "no bytes yet"),
    "another connection": (_OfAnotherConnection, httpx2.ReadError, "the other server is gone"),
    "numbers": (lambda: iter([1, 2]), TypeError, "bytes, not int"),
    "a mapping": (lambda: {"a": 1}, TypeError, "bytes, not str"),
    "async text": (_async_text, TypeError, "bytes, not str|needs the async client"),
}


@pytest.mark.parametrize("resumable", [False, True], ids=["one request", "chunks"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_says_why(
    media: Caller, media_server: MediaServer, name: str, *, resumable: bool
) -> None:
    make, kind, said = REFUSED[name]
    told = media.sdk.MediaUpload(
        make(), content_type="image/png", resumable=resumable, chunk_size=UNIT
    )
    with pytest.raises(kind, match=said):
        media("pictures.insert", "a", media=told)
    assert not any(session.finished for session in media_server.sessions)


def test_a_pipe_that_does_not_block_is_not_cut(media: Caller, media_server: MediaServer) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.write(writing, b"first")
    with (
        os.fdopen(reading, "rb", buffering=0) as pipe,
        os.fdopen(writing, "wb"),
        pytest.raises(BlockingIOError, match="no bytes yet"),
    ):
        media("pictures.insert", "a", media=_png(pipe))


@pytest.mark.parametrize("known", [True, False], ids=["bytes", "pieces"])
@pytest.mark.parametrize("status", [200, 201])
def test_a_server_that_has_all_too_soon_has_lost_the_rest(
    gallery: Any, status: int, *, known: bool
) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        if request.method == "POST":
            headers = {"location": "https://gallery.example.com/s?upload_id=1"}
            return httpx2.Response(200, json={}, headers=headers)
        return httpx2.Response(status, json={"name": "n"})

    content = CONTENT if known else iter([CONTENT])
    told = gallery.MediaUpload(content, content_type="image/png", resumable=True, chunk_size=UNIT)
    with (
        gallery.Gallery(token="secret", transport=httpx2.MockTransport(answer)) as client,
        pytest.raises(gallery.DecodeError, match=f"has all after {UNIT} bytes, which is less"),
    ):
        client.pictures.insert("a", media=told)


@pytest.mark.parametrize("unit", ["bytes=", "bytes ", ""])
def test_the_unit_of_what_a_session_has_may_be_missing(gallery: Any, unit: str) -> None:
    spans: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        if request.method == "POST":
            headers = {"location": "https://gallery.example.com/s?upload_id=1"}
            return httpx2.Response(200, json={}, headers=headers)
        spans.append(request.headers["content-range"])
        end = spans[-1].partition("-")[2].partition("/")[0]
        if int(end) == SIZE - 1:
            return httpx2.Response(200, json={"name": "n"})
        return httpx2.Response(308, headers={"range": f"{unit}0-{end}"})

    told = gallery.MediaUpload(CONTENT, content_type="image/png", resumable=True, chunk_size=UNIT)
    with gallery.Gallery(token="secret", transport=httpx2.MockTransport(answer)) as client:
        assert client.pictures.insert("a", media=told).name == "n"
    assert len(spans) == 3


def _png(content: Any) -> Any:
    from gallery_v1 import MediaUpload

    return MediaUpload(content, content_type="image/png")
