"""Readers against small references, which follow the words of their standards, at random cuts."""

from __future__ import annotations

import gzip
import random
import re
import string
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest
from sample_sdk._runtime.bodies.encoding import encode_multipart
from sample_sdk._runtime.bodies.server_sent_events import EventParser, ServerSentEvent
from sample_sdk._runtime.calls.content_codings import GzipDecoder
from sample_sdk._runtime.calls.waits import (
    poll_wait,
    retry_after,
    retry_wait,
)
from sample_sdk._runtime.media._transfer import _part_in
from sample_sdk._runtime.pages.link_pagination import next_link
from sample_sdk._runtime.requests.request import Multipart

ROUNDS = 3000


def cuts(source: random.Random, data: bytes) -> Iterator[bytes]:
    while data:
        size = source.choice((1, 1, 2, 3, len(data)))
        yield data[:size]
        data = data[size:]


def events_by_the_standard(data: bytes) -> list[tuple[str, str, str]]:
    """WHATWG HTML, 9.2.6, on a whole stream: name, data and last id of each event."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines, line, position = list[str](), "", 0
    while position < len(text):
        if text[position] in "\r\n":
            lines.append(line)
            line = ""
            position += 1 + (text[position : position + 2] == "\r\n")
        else:
            line += text[position]
            position += 1
    found, data_buffer, event, last_id = [], "", "", ""
    for line in lines:
        if not line:
            if data_buffer:
                found.append((event or "message", data_buffer.removesuffix("\n"), last_id))
            data_buffer = event = ""
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            data_buffer += value + "\n"
        elif field == "event":
            event = value
        elif field == "id" and "\0" not in value:
            last_id = value
    return found


PIECES = (
    "data",
    "event",
    "id",
    "retry",
    ":",
    ": ",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "x",
    "é",
    "\ufeff",
    "\u2028",
    "\0",
    "12",
    "data: a\n",
    "data:b\r\n",
    "id: 7\r",
    "\r\n\r\n",
    "\n\r\n",
)


def test_event_streams() -> None:
    source = random.Random(14)
    for _ in range(ROUNDS):
        text = "".join(source.choice(PIECES) for _ in range(source.randrange(30)))
        data = text.encode()
        parser = EventParser()
        pieces = list(cuts(source, data))
        found: list[ServerSentEvent] = [one for piece in pieces for one in parser.feed(piece)]
        assert [(one.event, one.data, one.id) for one in found] == events_by_the_standard(data), (
            pieces
        )


def test_gzip_members() -> None:
    source = random.Random(15)
    for _ in range(400):
        parts = [source.randbytes(source.randrange(300)) for _ in range(source.randrange(1, 5))]
        data = b"".join(gzip.compress(part, source.randrange(10)) for part in parts)
        padding = b"\0" * source.choice((0, 0, 5))
        decoder = GzipDecoder()
        pieces = cuts(source, data + padding)
        found = b"".join(piece for raw in pieces for piece in decoder.decode(raw))
        assert found == gzip.decompress(data)
        assert decoder.complete
        begun = GzipDecoder()
        list(begun.decode(data + b"\x1f"))
        assert not begun.complete
        short = GzipDecoder()
        end = source.randrange(1, 8)
        list(short.decode(data[:-end]))
        assert not short.complete


def test_what_is_no_member_after_a_member_is_padding() -> None:
    decoder = GzipDecoder()
    assert b"".join(decoder.decode(gzip.compress(b"all") + b"--boundary")) == b"all"
    with pytest.raises(zlib.error):
        list(GzipDecoder().decode(b"--boundary"))


def test_gzip_comes_in_pieces_of_a_bounded_size() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    sizes = [len(piece) for piece in GzipDecoder().decode(bomb)]
    assert sum(sizes) == 50_000_000
    assert max(sizes) <= 1024 * 1024


def test_link_headers() -> None:
    """RFC 8288: values in any order, quoted or not, commas and semicolons inside quotes."""
    source = random.Random(16)
    for _ in range(ROUNDS):
        wanted, links = "", []
        for number in range(source.randrange(4)):
            relation = source.choice(("next", "prev", "NEXT", "first next", "nextish", "last"))
            target = f"/p?{number}{source.choice(('', ';a', ',b'))}"
            spelled = f'"{relation}"' if " " in relation or source.random() < 0.5 else relation
            name = source.choice(("rel", "REL"))
            parameters = [
                f"{name}={spelled}",
                source.choice(('title="a, <b>; rel=next"', "hreflang=en")),
            ]
            source.shuffle(parameters)
            space = source.choice(("", " "))
            links.append(f"<{target}>" + "".join(f";{space}{one}" for one in parameters))
            if not wanted and "next" in relation.lower().split():
                wanted = f"https://api.example{target}"
        response = httpx2.Response(
            200,
            headers={"link": source.choice((", ", ",")).join(links)},
            request=httpx2.Request("GET", "https://api.example/p"),
        )
        assert next_link(response) == wanted, links


def part_in(value: str, length: int | None = None) -> tuple[int, int | None] | None:
    headers = {"content-range": value.encode(), "content-length": str(length).encode()}
    if length is None:
        del headers["content-length"]
    return _part_in(httpx2.Response(206, headers=list(headers.items())))


def test_content_ranges() -> None:
    """RFC 9110, 14.4: units in any case; no last byte before the first, nor behind the end."""
    source = random.Random(17)
    for _ in range(ROUNDS):
        first, last = source.randrange(10**9), source.randrange(10**9)
        total = source.choice((None, last, last + 1 + source.randrange(5), source.randrange(10**9)))
        unit = source.choice(("bytes", "Bytes", "BYTES"))
        value = f"{unit} {first}-{last}/{'*' if total is None else total}"
        is_valid = first <= last and (total is None or last < total)
        assert part_in(value) == ((first, total) if is_valid else None), value
        assert part_in(value, last + 1 - first) == part_in(value)
        assert part_in(value, last + 2 - first) is None
    for other in (
        "items 0-1/2",
        "bytes */5",
        "bytes */*",
        f"bytes 0-1/{'9' * 5000}",
        "bytes 0-\u0665/9",
        "bytes 0-1/2, bytes 2-3/4",
        "bytes 0-1",
        "bytes",
        "",
    ):
        assert part_in(other) is None


TOKEN = set("!#$%&'*+-.^_`|~0123456789") | set(string.ascii_letters)


def disposition_by_the_standards(value: str) -> tuple[str, dict[str, str]]:
    """RFC 6266, 4.1, with ``quoted-string`` of RFC 9110, 5.6.4: type and parameters."""
    at = 0

    def token() -> str:
        nonlocal at
        begin = at
        while at < len(value) and value[at] in TOKEN:
            at += 1
        assert at > begin, "a token has one character at least"
        return value[begin:at]

    def quoted_string() -> str:
        nonlocal at
        read = ""
        at += 1
        while value[at] != '"':
            at += value[at] == "\\"
            assert value[at] in "\t " or value[at].isprintable() or value[at] >= "\x80"
            read += value[at]
            at += 1
        at += 1
        return read

    kind = token().lower()
    found: dict[str, str] = {}
    while at < len(value):
        separator = re.compile(r"[ \t]*;[ \t]*").match(value, at)
        assert separator is not None
        at = separator.end()
        name = token().lower()
        assert value[at] == "="
        assert name not in found, "senders must not repeat a parameter"
        at += 1
        found[name] = quoted_string() if value[at] == '"' else token()
    return kind, found


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("form-data", ("form-data", {})),
        (r'Attachment; FileName="a \"b\" \\c"', ("attachment", {"filename": r'a "b" \c'})),
        (
            "attachment ; filename=x.txt; filename*=UTF-8''%e2%82%ac",
            ("attachment", {"filename": "x.txt", "filename*": "UTF-8''%e2%82%ac"}),
        ),
    ],
)
def test_the_reference_of_dispositions(value: str, read: tuple[str, dict[str, str]]) -> None:
    assert disposition_by_the_standards(value) == read


def test_content_dispositions() -> None:
    """RFC 6266 reads what HTML, 4.10.21.8, writes; ``filename*`` is not for forms (RFC 7578)."""
    source = random.Random(20)
    signs = "aZ0 .;=,'\"\\/%*()<>@:?\r\n\t\0\x1b\x7f\x85é€\u2028😀"
    for _ in range(ROUNDS):
        name, filename = (
            "".join(source.choice(signs) for _ in range(source.randint(1, 12))) for _ in "12"
        )
        multipart = Multipart(fields={}, files={name: (filename, b"--content")})
        stream, media_type = encode_multipart(multipart)
        body = b"".join(stream).decode()
        delimiter = f"--{media_type.partition('boundary=')[2]}"
        head, _, content = body.partition("\r\n\r\n")
        assert content == f"--content\r\n{delimiter}--\r\n"
        lines = head.split("\r\n")
        assert lines[0] == delimiter
        assert [line.partition(":")[0] for line in lines[1:]] == [
            "Content-Disposition",
            "Content-Type",
        ]
        kind, read = disposition_by_the_standards(lines[1].partition(": ")[2])
        assert (kind, read) == ("form-data", {"name": told(name), "filename": told(filename)})


def told(name: str) -> str:
    """What of a name the standard of HTML tells."""
    for sign, written in (("\r", "%0D"), ("\n", "%0A"), ('"', "%22")):
        name = name.replace(sign, written)
    return re.sub(r"[\x00-\x1f\x7f]", "_", name)


def test_retry_after() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    source = random.Random(18)
    for _ in range(500):
        seconds = source.randrange(-(10**6), 10**6)
        date = format_datetime(now + timedelta(seconds=seconds), usegmt=True)
        assert retry_after({"retry-after": date}, now) == max(0, seconds)
    for value, read in (
        ("7", 7.0),
        ("1.5", 1.5),
        (" 3 ", 3.0),
        ("-1", None),
        ("soon", None),
        ("", None),
        ("\u0667", None),
        ("1e9", None),
        ("Thu, 01 Jan 2020 00:00:00 +9999999999999999", None),
        ("Thu, 01 Jan 99999999999999999999 00:00:00 GMT", None),
        ("9" * 400, None),
        ("120, 120", 120.0),
        ("7,", 7.0),
        ("7;", None),
        ("5 s", None),
        (".5", None),
        ("Thursday, 01-Jan-26 00:00:05 GMT", 5.0),
        ("Thu Jan  1 00:00:05 2026", 5.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 251635075199.0),
        ("2026-01-01T00:00:05Z", None),
    ):
        assert retry_after({"retry-after": value}, now) == read, value
    assert retry_after({"retry-after": "9" * 30}, now) == 1e30
    assert retry_after({"retry-after-ms": "1500", "retry-after": "60"}, now) == 1.5
    assert retry_after({"retry-after-ms": "never", "retry-after": "60"}, now) == 60
    assert retry_after({"retry-after-ms": "0.5, 9", "retry-after": "60"}, now) == 0.0005


def test_every_wait_has_a_floor_and_a_ceiling() -> None:
    for asked in (None, -5.0, 0.0, 1e-9, 0.2, 59.0, 1e30, float("inf")):
        retry = retry_wait(asked, 0)
        assert retry is None or 0.1 <= retry <= 60
        assert 0.1 <= poll_wait(asked, 0.2) <= 600
    assert retry_wait(1e30, 0) is None
    assert 0.25 <= (retry_wait(0.0, 0) or 0) <= 0.5
    assert retry_wait(7.0, 0) == 7.0
