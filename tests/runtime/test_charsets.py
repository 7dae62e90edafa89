"""Charsets of answers: text is read in its own characters, and no other codec of Python runs."""

from __future__ import annotations

import asyncio
import codecs
import random
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import httpx2
import pytest
from sample_sdk import AsyncLibrary, Library
from sample_sdk._runtime.bodies.server_sent_events import EventParser
from sample_sdk._runtime.calls.lines import Lines
from sample_sdk._runtime.errors.api_errors import ApiError, NotFoundError

TEXT = "Grüße,\r\n€ 5\x85 and \u2028 more\rend"
NO_CHARSETS = (
    *("base64", "hex", "rot13", "rot_13", "zlib", "bz2", "uu", "quopri", "quoted-printable"),
    *("punycode", "idna", "unicode_escape", "unicode-escape", "raw_unicode_escape", "undefined"),
    *("charmap", "mbcs", "oem", "own-codec", "no-such", "../../etc/passwd", "utf-8\0", "\xfc"),
)


def answering(body: bytes, content_type: str, status: int = 200) -> httpx2.MockTransport:
    headers = [(b"content-type", content_type.encode())]
    return httpx2.MockTransport(
        lambda _: httpx2.Response(status, headers=headers, stream=httpx2.ByteStream(body))
    )


@pytest.fixture
def own_codec() -> Iterator[None]:
    """A codec that a program has registered, and that no server may run."""

    def run(*_: object) -> NoReturn:
        raise AssertionError("a server has chosen code")

    def find(name: str) -> codecs.CodecInfo | None:
        is_own = name.replace("-", "_") == "own_codec"
        return codecs.CodecInfo(run, run, name="own-codec") if is_own else None

    codecs.register(find)
    yield
    codecs.unregister(find)


@pytest.mark.usefixtures("own_codec")
@pytest.mark.parametrize("charset", NO_CHARSETS)
@pytest.mark.parametrize("spelled", ["; charset={}", '; CHARSET="{}"', ";charset = '{}'"])
def test_what_is_no_charset_is_not_run(charset: str, spelled: str) -> None:
    content_type = f"text/plain{spelled.format(charset)}"
    body = "YWJj=C3=BC xn--abc- \\u0041 ü".encode()
    with Library(transport=answering(body, content_type), max_retries=0) as client:
        assert client.ping() == body.decode()
        with client.stream(client.ping) as response:
            assert list(response.iter_lines()) == [body.decode()]
    with (
        Library(transport=answering(body, content_type, 404), max_retries=0) as client,
        pytest.raises(NotFoundError) as raised,
    ):
        client.ping()
    assert raised.value.body == body.decode()

    async def run() -> list[str]:
        transport = answering(body, content_type)
        async with (
            AsyncLibrary(transport=transport) as client,
            client.stream(client.ping) as response,
        ):
            return [line async for line in response.iter_lines()]

    assert asyncio.run(run()) == [body.decode()]


@pytest.mark.usefixtures("own_codec")
@pytest.mark.parametrize("charset", NO_CHARSETS)
def test_json_is_read_whatever_it_says_of_its_charset(charset: str) -> None:
    content_type = f"application/json; charset={charset}"
    with Library(transport=answering('["ü"]'.encode(), content_type)) as client:
        assert client.books.names() == ["ü"]
    bomb = zlib.compress(b'["' + b"a" * 1_000_000 + b'"]')
    with (
        Library(transport=answering(bomb, content_type), max_retries=0) as client,
        pytest.raises(ApiError),
    ):
        client.books.names()


@pytest.mark.parametrize("charset", ["utf-16", "UTF-16", "utf-32"])
@pytest.mark.parametrize("order", ["be", "le"])
@pytest.mark.parametrize("marked", [True, False])
def test_the_byte_order_is_found_without_a_mark(charset: str, order: str, *, marked: bool) -> None:
    body = (("\ufeff" if marked else "") + TEXT).encode(f"{charset}-{order}")
    with Library(transport=answering(body, f"text/plain; charset={charset}")) as client:
        assert client.ping() == TEXT
        with client.stream(client.ping) as response:
            assert "\r\n".join(response.iter_lines()) == TEXT.replace("\rend", "\r\nend")


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-7", "latin-1", "windows-1252", "shift_jis", "gb18030", "koi8-r", "hz"]
)
def test_charsets_are_read(charset: str) -> None:
    text = {"latin-1": "Grüße", "windows-1252": "€", "koi8-r": "да"}.get(charset, "日本")
    body = text.encode(charset)
    with Library(transport=answering(body, f"text/plain; charset={charset}")) as client:
        assert client.ping() == text
        with client.stream(client.ping) as response:
            assert list(response.iter_lines()) == [text]


@pytest.mark.parametrize(
    "parameters",
    [
        '; x="; charset=utf-16"; charset=utf-8',
        '; x="\\"; charset=utf-16"; Charset = "utf-8"',
        "; xcharset=utf-16; charset=utf-8; charset=utf-16",
        '; charset="utf-8',
        "; charset='utf-8'",
        "; charset=",
    ],
)
def test_the_first_charset_outside_of_quotes_counts(parameters: str) -> None:
    with Library(transport=answering("é".encode(), f"text/plain{parameters}")) as client:
        assert client.ping() == "é"


def cut(data: bytes, source: random.Random) -> Iterator[bytes]:
    """Yield bytes in pieces of random sizes."""
    while data:
        size = source.choice((1, 1, 2, 3, 7, 50))
        yield data[:size]
        data = data[size:]


def test_lines_are_the_same_however_they_are_cut() -> None:
    source = random.Random(5)
    for charset in ("utf-8", "utf-16", "utf-16-be", "shift_jis", "latin-1"):
        for _ in range(60):
            alphabet = "ab\n\r\x0b\x0c\x1e" + ("é" if charset != "shift_jis" else "日")
            text = "".join(source.choices(alphabet, k=source.randrange(12)))
            plain = text.replace("\r\n", "\n").replace("\r", "\n")
            expected = plain.removesuffix("\n").split("\n") if plain else []
            lines = Lines({"content-type": f"text/plain; charset={charset}"})
            body = text.encode(charset)
            found = [line for part in cut(body, source) for line in lines.feed(part)]
            assert [*found, *lines.end()] == expected, (charset, text)


def test_bytes_that_are_no_characters_show_in_their_line() -> None:
    lines = Lines({})
    assert list(lines.feed(b"a\xff\nb\xc3")) == ["a\\xff"]
    assert list(lines.end()) == ["b\\xc3"]


@pytest.mark.parametrize("make", [lambda: Lines({}), EventParser], ids=["lines", "events"])
def test_a_line_that_comes_byte_by_byte_takes_the_memory_of_its_bytes(
    make: Callable[[], Any],
) -> None:
    import tracemalloc

    reader, size = make(), 200_000
    tracemalloc.start()
    for _ in range(size):
        assert not list(reader.feed(b"x"))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 6 * size


def test_an_event_of_many_short_lines_takes_the_memory_of_its_bytes() -> None:
    import tracemalloc

    parser = EventParser()
    tracemalloc.start()
    for _ in range(2_000):
        assert not list(parser.feed(b"data:xyz\n" * 100))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 4 * 200_000 * len("xyz\n")
    (event,) = parser.feed(b"\n")
    assert event.data.count("xyz") == 200_000
