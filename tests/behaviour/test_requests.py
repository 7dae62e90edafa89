"""What is sent: parameters of every place and style, bodies of every kind."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server


def test_parameters_of_all_places_and_styles(call: Caller, sdk: Any, server: Server) -> None:
    server.answer(status=204)
    result = call(
        "styles.search",
        "a/b c",
        [1, 2],
        ["x", "y"],
        ["p", "q"],
        {"k": "v", "n": "m"},
        repeat=["one", "two"],
        csv=["a,b", "c"],
        ssv=["d", "e"],
        pipes=["f", "g"],
        filter_=_filter(sdk),
        where={"size": {"$gt": 3}},
        key_type="JOB",
        open_="a/b?c=d",
        flag=True,
        since=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
        wait=timedelta(seconds=1.5),
        waits=[timedelta(seconds=2), timedelta(seconds=3.5)],
        marks=[b"\xfb\xff", b"a"],
        class_="first",
        x_trace="t 1",
        x_tags=["a", "b"],
        session="s1",
    )
    assert result is None
    sent = server.last
    assert sent.method == "GET"
    assert sent.path == "/search/a%2Fb%20c/1,2/.x.y/;matrix=p,q/k=v,n=m"
    assert sent.target.partition("?")[2].split("&") == [
        *("repeat=one", "repeat=two", "csv=a%2Cb,c", "ssv=d%20e", "pipes=f%7Cg"),
        *("filter%5Bmaker%5D=me", "filter%5BmadeIn%5D=3"),
        *("where=%7B%22size%22%3A%7B%22%24gt%22%3A3%7D%7D", "key.type=JOB", "open=a/b?c=d"),
        *("flag=true", "since=2024-05-06T07%3A08%3A09Z", "wait=1.5s"),
        *("waits=2s", "waits=3.5s", "marks=-_8%3D", "marks=YQ%3D%3D", "class=first"),
    ]
    assert sent.headers["x-trace"] == "t 1"
    assert sent.headers["x-tags"] == "a,b"
    assert sent.headers["cookie"] == "session=s1"
    assert sent.headers["authorization"] == "Bearer secret"
    assert sent.body == b""


def _filter(sdk: Any) -> Any:
    (name,) = (name for name in sdk.models.__all__ if name.endswith("Filter"))
    return getattr(sdk.models, name)(maker="me", made_in=3)


def test_left_out_parameters_are_not_sent(call: Caller, server: Server) -> None:
    server.answer(status=204)
    call("styles.search", "a", [1], ["x"], ["p"], {"k": "v"})
    assert server.last.target == "/search/a/1/.x/;matrix=p/k=v"
    assert "cookie" not in server.last.headers
    assert "content-type" not in server.last.headers


def test_reserved_expansion_keeps_slashes(call: Caller, server: Server) -> None:
    server.answer(b"x")
    call("files.get", "shelves/a b/books/c")
    assert server.last.path == "/files/shelves/a%20b/books/c"


def test_path_parameters_cannot_leave_their_path(call: Caller, server: Server) -> None:
    for bad in ("", "..", "."):
        with pytest.raises(ValueError, match="itemId"):
            call("items.get", bad)
    assert server.requests == []


@pytest.mark.parametrize("as_mapping", [False, True], ids=["model", "mapping"])
def test_json_bodies(call: Caller, sdk: Any, server: Server, *, as_mapping: bool) -> None:
    when = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    server.answer({"name": "n"}, status=201)
    body: Any = {"name": "n", "createTime": when, "parent": {"name": "p"}, "class": "c"}
    if not as_mapping:
        body = sdk.models.Item(
            name="n", create_time=when, parent=sdk.models.Item(name="p"), class_="c"
        )
    call("items.create", body)
    assert server.last.method == "POST"
    assert server.last.headers["content-type"] == "application/json"
    assert server.last.json() == {
        "name": "n",
        "createTime": "2024-01-02T03:04:05Z",
        "parent": {"name": "p"},
        "class": "c",
    }


def test_typed_formats_travel_in_their_wire_form(call: Caller, sdk: Any, server: Server) -> None:
    item = {
        "name": "n",
        "createTime": "2024-01-02T03:04:05.123456Z",
        "shelfLife": "3.5s",
        "sizeBytes": "9007199254740993",
        "digest": "-_8=",
        "labels": {"a_b": "c"},
        "$etag": "e",
    }
    server.answer(item)
    got = call("items.get", "a")
    assert got.create_time == datetime(2024, 1, 2, 3, 4, 5, 123456, UTC)
    assert got.shelf_life == timedelta(seconds=3.5)
    assert got.size_bytes == 9007199254740993
    assert got.digest == b"\xfb\xff"
    assert got.etag == "e"
    server.answer(item)
    call("items.replace", "a", got)
    assert server.last.method == "PUT"
    assert server.last.json() == item


def test_patch_sends_what_was_set(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"name": "n"})
    call("items.update", "a", sdk.models.Item.model_construct(colour=None))
    assert server.last.method == "PATCH"
    assert server.last.json() == {"colour": None}
    server.answer({"name": "n"})
    call("items.update", "a")
    assert server.last.body == b""
    assert "content-type" not in server.last.headers


def test_a_list_as_body(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"BOX": 2})
    items = [sdk.models.Item(name="a", size_bytes=1), {"name": "b"}]
    assert call("items.batch", items) == {"BOX": 2}
    assert server.last.path == "/items:batch"
    assert server.last.json() == [{"name": "a", "sizeBytes": "1"}, {"name": "b"}]


def test_form_bodies(call: Caller, sdk: Any, server: Server) -> None:
    server.answer('"hello"', headers={"content-type": "application/json"})
    assert call("logins.create", {"user": "a&b", "groups": ["x", "y"]}) == "hello"
    assert server.last.headers["content-type"] == "application/x-www-form-urlencoded"
    assert server.last.body == b"user=a%26b&groups=x&groups=y"
    assert "authorization" not in server.last.headers


def test_text_bodies(call: Caller, server: Server) -> None:
    server.answer("größer")
    assert call("notes.create", "größe") == "größer"
    assert server.last.body.decode() == "größe"
    assert server.last.headers["content-type"] == "text/plain"
    assert server.last.headers["accept"] == "text/plain"


@pytest.mark.parametrize("kind", ["path", "text path", "file", "bytes", "named"])
def test_multipart_uploads(
    call: Caller, sdk: Any, server: Server, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "cat.png"
    file.write_bytes(b"\x89PNG\r\n")
    given: dict[str, Any] = {
        "path": file,
        "text path": str(file),
        "file": io.BytesIO(file.read_bytes()),
        "bytes": file.read_bytes(),
        "named": ("dog.png", file.read_bytes(), "image/x-png"),
    }
    server.answer({"name": "n"})
    call("pictures.upload", picture=given[kind], caption="A cat", position=3, album="pets")
    names = {"path": "cat.png", "text path": "cat.png", "named": "dog.png"}
    types = {"path": "image/png", "text path": "image/png", "named": "image/x-png"}
    assert server.last.query == [("album", "pets")]
    assert sorted(server.last.parts(), key=str) == sorted(
        [
            ("caption", None, None, b"A cat"),
            ("position", None, None, b"3"),
            (
                "picture",
                names.get(kind, "picture"),
                types.get(kind, "application/octet-stream"),
                b"\x89PNG\r\n",
            ),
        ],
        key=str,
    )


def test_multipart_lists_and_objects(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"name": "n"})
    about = sdk.models.Item(name="a", size_bytes=1)
    call("pictures.upload", picture=b"1", extras=[b"2", ("x.txt", b"3")], about=about)
    assert sorted(server.last.parts(), key=str) == sorted(
        [
            ("about", None, "application/json", b'{"name":"a","sizeBytes":"1"}'),
            ("picture", "picture", "application/octet-stream", b"1"),
            ("extras", "extras", "application/octet-stream", b"2"),
            ("extras", "x.txt", "text/plain", b"3"),
        ],
        key=str,
    )


@pytest.mark.parametrize("kind", ["path", "file", "bytes"])
def test_binary_bodies(call: Caller, server: Server, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "data.bin"
    file.write_bytes(bytes(range(256)) * 5000)
    given: Any = {"path": file, "file": io.BytesIO(file.read_bytes()), "bytes": file.read_bytes()}
    server.answer(status=204)
    call("files.put", "x", given[kind])
    assert server.last.method == "PUT"
    assert server.last.body == file.read_bytes()
    assert server.last.headers["content-length"] == str(256 * 5000)


def test_delete_answers_nothing(call: Caller, server: Server) -> None:
    server.answer(status=204)
    assert call("items.delete", "a") is None
    assert server.last.method == "DELETE"


def test_idempotency_keys_differ_between_calls(call: Caller, server: Server) -> None:
    server.answer(status=503, headers={"retry-after": "0"})
    server.answer(status=204)
    server.answer(status=204)
    call("charges.create")
    call("charges.create")
    first, again, second = (sent.headers["idempotency-key"] for sent in server.requests)
    assert first == again != second


def test_methods_of_the_client_itself(call: Caller, server: Server) -> None:
    server.answer(status=204)
    assert call("ping") is None
    assert server.last.path == "/ping"


def test_headers_with_one_value_are_sent_unasked(call: Caller, server: Server) -> None:
    for method in ("ping", "charges.create"):
        server.answer(status=204)
        call(method)
    ping, charge = (sent.headers for sent in server.requests)
    assert ping["x-release"] == charge["x-release"] == "2026-01"
    assert ping["x-depth"] == "shallow"
    assert "x-depth" not in charge
