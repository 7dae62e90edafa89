"""Media comes down: bit by bit, whole or not at all, whatever happens to the connection."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.media_server import UNIT, Download, MediaServer, pattern

CONTENT = pattern(11, 3 * UNIT + 77)
TEXT = b"".join(b"line %d\n" % number for number in range(100_000))


def _read(media: Caller, then: Any = lambda download: download.read(), **settings: Any) -> Any:
    return media("pictures.get_media", "a", "b/c", then=then, **settings)


def _part(start: int, end: int | None = None) -> Any:
    return lambda download: download.range(start, end).read()


def test_read(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)
    assert _read(media, size="FULL") == CONTENT
    (sent,) = media_server.requests
    assert (sent.method, sent.path) == ("GET", "/download/gallery/v1/albums/a/pictures/b%2Fc")
    assert (sent.query("alt"), sent.query("size")) == ("media", "FULL")
    assert sent.headers["accept"] == "*/*"
    assert sent.headers["authorization"] == "Bearer secret"
    assert sent.headers["range"] is None


def test_paths_without_a_service_of_their_own(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(b"x")
    media("media.download_media", "shelves/1 2", then=lambda download: download.read())
    media("pictures.export_media", "a", then=lambda download: download.read())
    assert [one.target for one in media_server.requests] == [
        "/gallery/v1/media/shelves/1%202?alt=media",
        "/gallery/v1/albums/a/export?alt=media",
    ]


def test_options_do_not_change_what_is_asked_for(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(b"x")
    options = media.sdk.RequestOptions(alt="json", fields="f")
    assert _read(media, options=options) == b"x"
    assert media_server.requests[-1].target.partition("?")[2] == "alt=media&fields=f"


def test_nothing_is_sent_before_it_is_read(media: Caller, media_server: MediaServer) -> None:
    assert "pictures.get_media" in _read(media, repr)
    assert not media_server.requests


def test_iterate(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)

    async def gather(download: Any) -> list[bytes]:
        return [piece async for piece in download]

    pieces = _read(media, gather if media.is_async else list)
    assert b"".join(pieces) == CONTENT
    assert len(pieces) > 1


def test_stop_early(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)

    async def first(download: Any) -> bytes:
        async for piece in download:
            return bytes(piece)
        return b""

    piece = _read(media, first if media.is_async else lambda download: next(iter(download)))
    assert piece and CONTENT.startswith(piece)


def test_save(media: Caller, media_server: MediaServer, tmp_path: Path) -> None:
    media_server.download = Download.of(CONTENT)
    seen: list[tuple[int, int | None]] = []
    path = tmp_path / "picture"
    path.write_bytes(b"old")

    def progress(received: int, total: int | None) -> None:
        seen.append((received, total))
        assert path.read_bytes() == b"old"

    size = _read(media, lambda download: download.save(path, progress=progress))
    assert (size, path.read_bytes()) == (len(CONTENT), CONTENT)
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [path] == list(tmp_path.iterdir())


def test_save_to_an_open_file(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)
    file = io.BytesIO()
    assert _read(media, lambda download: download.save(file)) == len(CONTENT)
    assert file.getvalue() == CONTENT


@pytest.mark.parametrize("ranges", [True, False])
@pytest.mark.parametrize(("start", "end"), [(0, 10), (5, 6), (1000, None), (UNIT, 2 * UNIT)])
def test_ranges(
    media: Caller, media_server: MediaServer, start: int, end: int | None, *, ranges: bool
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.download.ranges = ranges
    assert _read(media, _part(start, end)) == CONTENT[start:end]
    asked = media_server.requests[-1].headers["range"]
    assert asked == f"bytes={start}-{'' if end is None else end - 1}"


def test_a_range_beyond_the_end(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)
    assert _read(media, _part(100, len(CONTENT) * 2)) == CONTENT[100:]


@pytest.mark.parametrize(("start", "end"), [(-1, None), (3, 3), (3, 2)])
def test_no_such_range(media: Caller, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a range has a start"):
        _read(media, _part(start, end))


FAULTS = {
    "cut": [f"cut {UNIT + 3}"],
    "cut before the body": ["cut 0"],
    "cut thrice": [f"cut {UNIT}", f"cut {UNIT}", f"cut {UNIT // 2}"],
    "unavailable": ["503"],
    "cut, then unavailable": [f"cut {UNIT}", "503", "429"],
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("chunked", [True, False])
def test_faults(
    media: Caller, media_server: MediaServer, no_wait: list[float], fault: str, *, chunked: bool
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.download.chunked = chunked
    media_server.faults.extend(FAULTS[fault])
    assert _read(media) == CONTENT
    assert not media_server.faults
    for sent in media_server.requests[1:]:
        asked = sent.headers["range"]
        assert sent.headers["if-range"] == ('"one"' if asked else None)


def test_a_range_goes_on_within_itself(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.faults.extend([f"cut {UNIT // 2}"])
    assert _read(media, _part(10, 2 * UNIT)) == CONTENT[10 : 2 * UNIT]
    assert media_server.requests[-1].headers["range"].endswith(f"-{2 * UNIT - 1}")


def test_a_server_without_ranges_begins_again(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.download.ranges = False
    media_server.faults.extend([f"cut {UNIT}"])
    assert _read(media) == CONTENT


def test_save_is_whole_after_a_cut(
    media: Caller, media_server: MediaServer, no_wait: list[float], tmp_path: Path
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.faults.extend([f"cut {UNIT}", f"cut {UNIT}"])
    assert _read(media, lambda download: download.save(tmp_path / "p")) == len(CONTENT)
    assert (tmp_path / "p").read_bytes() == CONTENT


@pytest.mark.parametrize(
    "validators",
    [
        {"etag": '"two"'},
        {"etag": '"two"', "x-goog-generation": "2"},
    ],
)
def test_a_changed_object_is_an_error(
    media: Caller,
    media_server: MediaServer,
    no_wait: list[float],
    tmp_path: Path,
    validators: dict[str, str],
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.next_download = Download.of(CONTENT[::-1], **validators)
    media_server.faults.extend([f"cut {UNIT}"])
    with pytest.raises(media.sdk.DownloadError, match="changed while it was read"):
        _read(media, lambda download: download.save(tmp_path / "p"))
    assert not list(tmp_path.iterdir())


def test_what_tells_objects_apart_besides_the_etag(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.download = Download(content=CONTENT, headers={"x-goog-generation": "1"})
    media_server.faults.append(f"cut {UNIT}")
    assert _read(media) == CONTENT
    media_server.next_download = Download(content=CONTENT, headers={"x-goog-generation": "2"})
    media_server.faults.append(f"cut {UNIT}")
    with pytest.raises(media.sdk.DownloadError, match="changed"):
        _read(media)


def test_without_anything_to_tell_them_apart_a_cut_is_an_error(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    media_server.download = Download(content=CONTENT)
    media_server.faults.append(f"cut {UNIT}")
    with pytest.raises(media.sdk.ConnectionFailedError):
        _read(media)


def test_a_wrong_checksum(media: Caller, media_server: MediaServer, tmp_path: Path) -> None:
    wrong = {"x-goog-hash": "crc32c=AAAAAA==,md5=AAAAAAAAAAAAAAAAAAAAAA=="}
    media_server.download = Download.of(CONTENT, **wrong)
    with pytest.raises(media.sdk.DownloadError, match="MD5"):
        _read(media, lambda download: download.save(tmp_path / "p"))
    assert not list(tmp_path.iterdir())
    assert _read(media, _part(0, 10)) == CONTENT[:10]


@pytest.mark.parametrize("told", ["md5=A", "md5=", "crc32c=A,md5=====", "md5", "=", "md5=\xff"])
def test_a_checksum_that_is_none_is_no_accident(
    media: Caller, media_server: MediaServer, told: str
) -> None:
    media_server.download = Download.of(CONTENT, **{"x-goog-hash": told})
    with suppress(media.sdk.DownloadError):
        assert _read(media) == CONTENT


@pytest.mark.parametrize("name", ["content-range", "content-length"])
def test_a_size_of_many_digits_is_no_accident(gallery: Any, name: str) -> None:
    headers = {"content-range": "bytes 0-0/1", "etag": '"one"'}
    headers[name] = {"content-range": f"bytes 0-{'9' * 5000}/*"}.get(name, "9" * 5000)
    stream = httpx2.ByteStream(b"x")
    transport = httpx2.MockTransport(lambda _: httpx2.Response(206, headers=headers, stream=stream))
    with (
        gallery.Gallery(token="secret", transport=transport, max_retries=0) as client,
        suppress(gallery.ApiError),
    ):
        assert client.pictures.get_media("a", "p").read() == b"x"


def test_a_body_that_ends_early(
    media: Caller, media_server: MediaServer, no_wait: list[float]
) -> None:
    """The headers of the response promise less than the object has: only the checksum tells."""
    media_server.download = Download.of(CONTENT)
    media_server.faults.append(f"short {UNIT}")
    with pytest.raises(media.sdk.DownloadError, match="MD5"):
        _read(media)


@pytest.mark.parametrize("faults", [[], ["cut 5000"], ["cut 5000", "cut 5000", "503"]])
def test_compressed_media(
    media: Caller, media_server: MediaServer, no_wait: list[float], faults: list[str]
) -> None:
    media_server.download = Download.compressed(TEXT)
    media_server.faults.extend(faults)
    assert _read(media) == TEXT
    assert "gzip" in media_server.requests[0].headers["accept-encoding"]


def test_a_part_of_compressed_media(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.compressed(TEXT)
    with pytest.raises(media.sdk.DownloadError, match="stores it compressed"):
        _read(media, _part(10, 20))
    assert media_server.requests[0].headers["accept-encoding"] == "identity"


def test_broken_compressed_media(media: Caller, media_server: MediaServer) -> None:
    encoded = {"content-encoding": "gzip"}
    media_server.download = Download.of(b"no gzip", **encoded)
    with pytest.raises(media.sdk.DownloadError, match="gzip data is broken"):
        _read(media)
    whole = Download.compressed(TEXT).content or b""
    media_server.download = Download.of(whole[:-20], **encoded)
    with pytest.raises(media.sdk.DownloadError, match="ends too early"):
        _read(media)


@pytest.mark.parametrize("chunked", [True, False])
def test_a_cut_after_the_last_byte(
    media: Caller, media_server: MediaServer, no_wait: list[float], *, chunked: bool
) -> None:
    media_server.download = Download.of(CONTENT)
    media_server.download.chunked = chunked
    media_server.faults.append(f"cut {len(CONTENT)}")
    assert _read(media) == CONTENT


def test_nothing_at_all(media: Caller, media_server: MediaServer) -> None:
    media_server.download = Download.of(b"")
    assert _read(media) == b""


def test_errors(media: Caller, media_server: MediaServer, no_wait: list[float]) -> None:
    media_server.faults.append("404")
    with pytest.raises(media.sdk.NotFoundError) as caught:
        _read(media)
    assert caught.value.operation_id == "gallery.pictures.get_media"
    media_server.faults.extend(["503", "503", "503"])
    with pytest.raises(media.sdk.ServerError):
        _read(media)
    media_server.download = Download.of(CONTENT)
    media_server.faults.extend(["cut 0"] * 3)
    with pytest.raises(media.sdk.ConnectionFailedError):
        _read(media)


def test_a_transport_that_answers_from_memory(gallery: Any) -> None:
    """As users' own tests have it."""
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=b"abc"))
    with gallery.Gallery(token="t", transport=transport) as client:
        assert client.pictures.get_media("a", "b").read() == b"abc"
        assert client.pictures.get_media("a", "b").range(1, 2).read() == b"b"


def test_raw_and_stream(gallery: Any, media_server: MediaServer) -> None:
    media_server.download = Download.of(CONTENT)
    with gallery.Gallery(token="t", base_url=media_server.url) as client:
        with client.stream(client.pictures.get_media, "a", "b") as response:
            assert response.headers["etag"] == '"one"'
            assert response.read() == CONTENT
        with pytest.raises(TypeError, match="stream"):
            client.raw(client.pictures.get_media, "a", "b")
        answer = client.raw(client.pictures.insert, "a", media=b"x")
        assert (answer.status_code, answer.data.size) == (200, 1)
        with client.stream(client.pictures.insert, "a", media=b"xy") as response:
            assert b'"size": "2"' in response.read()


def test_no_media_in_batches(gallery: Any, media_server: MediaServer) -> None:
    with gallery.Gallery(token="t", base_url=media_server.url) as client:
        batch = client.batch()
        with pytest.raises(gallery.BatchError, match="cannot be in a batch"):
            batch.add(client.pictures.insert, "a", media=b"x")
        with pytest.raises(gallery.BatchError, match="cannot be in a batch"):
            batch.add(client.pictures.get_media, "a", "b")
        batch.add(client.pictures.insert, "a", {"name": "n"})


class _Cut(httpx2.SyncByteStream):
    """A body whose connection breaks."""

    def __iter__(self) -> Iterator[bytes]:
        yield CUT[:3000]
        raise httpx2.ReadError("cut")


CUT = pattern(3, 10_000)


@pytest.mark.parametrize(
    ("rest", "span", "said"),
    [
        (CUT[3000:] + b"more", "3000-10003/10004", "had 10000 bytes, and has 10004 now"),
        (CUT[3000:5000], "3000-4999/5000", "had 10000 bytes, and has 5000 now"),
        (CUT[3000:], "3000-9999/20000", "had 10000 bytes, and has 20000 now"),
        (CUT[3000:], "3000-5/10", "nothing tells which part"),
        (CUT[3000:], "3000-9999/9999", "nothing tells which part"),
        (CUT[3000:], "3000-2999/10000", "nothing tells which part"),
        (CUT[4000:], "4000-9999/10000", "byte 3000 was asked for, and 4000 came"),
        (CUT[3000:], "", "nothing tells which part"),
    ],
)
def test_a_rest_that_is_of_something_else_is_an_error(
    gallery: Any, no_wait: list[float], rest: bytes, span: str, said: str
) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if "range" not in request.headers:
            headers = {"etag": '"e"', "content-length": "10000"}
            return httpx2.Response(200, headers=headers, stream=_Cut())
        headers = {"etag": '"e"', **({"content-range": f"bytes {span}"} if span else {})}
        return httpx2.Response(206, headers=headers, stream=httpx2.ByteStream(rest))

    with (
        gallery.Gallery(token="secret", transport=httpx2.MockTransport(answer)) as client,
        pytest.raises(gallery.DownloadError, match=said),
    ):
        client.pictures.get_media("a", "b").read()
