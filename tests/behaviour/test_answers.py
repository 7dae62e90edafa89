"""Answers that speak for themselves: their Content-Type, redirects, 304, streams of gateways."""

from __future__ import annotations

import json
import typing
from datetime import datetime
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server
from tests.behaviour.test_streams import items

OCTETS = b"\x00\xff\x01"
LINES = b'{"status": "Pulling"}\n{"status": "Done"}\n'


def typed(content_type: str) -> dict[str, str]:
    """Return the header that says what a body is."""
    return {"content-type": content_type}


@pytest.mark.parametrize(
    ("content_type", "body", "value"),
    [
        ("application/json", b"3", 3),
        ("application/json", b'{"a": [1]}', {"a": [1]}),
        ("application/problem+json", b"[]", []),
        ("text/plain; charset=utf-8", b"12", "12"),
        ("text/plain; charset=iso-8859-1", b"\xe9", "é"),
        ("text/html", b"<p>hi</p>", "<p>hi</p>"),
        ("text/csv", b"a,b\n", "a,b\n"),
        ("application/xml", b"<a/>", "<a/>"),
        ("application/octet-stream", OCTETS, OCTETS),
        ("application/octet-stream", b"plain", b"plain"),
        ("image/png", OCTETS, OCTETS),
        ("application/x-ndjson", LINES, [{"status": "Pulling"}, {"status": "Done"}]),
        ("application/json", LINES, [{"status": "Pulling"}, {"status": "Done"}]),
        ("application/json-seq", b"\x1e1\n\x1e2\n", [1, 2]),
        ("", b'{"a": 1}', {"a": 1}),
        ("", b"words", "words"),
        ("", OCTETS, OCTETS),
        ("application/json", b"", None),
        ("text/plain", b"", None),
    ],
)
def test_an_answer_that_the_spec_is_silent_of_says_what_it_is(
    answers: Caller, server: Server, content_type: str, body: bytes, value: object
) -> None:
    for settings in ({}, {"strict": True}):
        server.answer(body, headers=typed(content_type))
        assert answers("files.count", settings=settings) == value
    hints = typing.get_type_hints(type(answers.sdk.Answers(base_url="http://x").files).count)
    assert hints["return"] is Any


def test_events_that_no_spec_told_of_are_whole(answers: Caller, server: Server) -> None:
    server.answer(b"id: 7\nevent: tick\ndata: 1\n\ndata: last", headers=typed("text/event-stream"))
    first, last = answers("files.count")
    assert (first.data, first.event, first.id, last.data) == ("1", "tick", "7", "last")


def test_what_says_json_and_is_none_is_told_when_strict(answers: Caller, server: Server) -> None:
    server.answer(b"oops", headers=typed("application/json"))
    assert answers("files.count") == "oops"
    server.answer(b"oops", headers=typed("application/json"))
    with pytest.raises(answers.sdk.DecodeError, match="not JSON"):
        answers("files.count", settings={"strict": True})


def test_a_status_without_content_beside_one_with_it(answers: Caller, server: Server) -> None:
    for body, value in ((b"", None), (b'{"task": 1}', {"task": 1})):
        server.answer(body, 202, headers=typed("application/json"))
        assert answers("files.put", "a", {"name": "n"}) == value


@pytest.mark.parametrize("strict", [False, True])
def test_any_media_type_is_what_comes(answers: Caller, server: Server, strict: bool) -> None:
    for content_type, body, value in (
        ("text/plain;charset=UTF-8", b"order-1", "order-1"),
        ("text/plain", b"12", "12"),
        ("text/plain", b'"quoted"', '"quoted"'),
        ("application/json", b'"json"', "json"),
    ):
        server.answer(body, headers=typed(content_type))
        assert answers("files.get_name", "a", settings={"strict": strict}) == value
        assert server.last.headers["accept"] == "*/*"  # or Spring calls text JSON


@pytest.mark.parametrize(
    ("content_type", "body", "value"),
    [
        ("text/csv; charset=utf-8", b"a,b\n1,2\n", "a,b\n1,2\n"),
        ("text/plain", b"12", "12"),
        ("text/plain", b'{"a": 1}', {"a": 1}),
        ("application/octet-stream", OCTETS, OCTETS),
        ("application/octet-stream", b"12", b"12"),
        ("application/x-ndjson", LINES, [{"status": "Pulling"}, {"status": "Done"}]),
    ],
)
def test_an_answer_of_another_type_than_the_spec_says(
    answers: Caller, server: Server, content_type: str, body: bytes, value: object
) -> None:
    server.answer(body, headers=typed(content_type))
    assert answers("files.export", "a") == value
    server.answer(body, headers=typed(content_type))
    media_type = content_type.partition(";")[0]
    with pytest.raises(answers.sdk.DecodeError, match=f"not JSON, but {media_type}") as raised:
        answers("files.export", "a", settings={"strict": True})
    assert raised.value.content == body


def test_another_type_in_the_place_of_a_model(answers: Caller, server: Server) -> None:
    file = answers.sdk.models.File(name="n")
    for content_type in ("text/plain", "text/html", "application/octet-stream"):
        server.answer(b'{"name": "n"}', headers=typed(content_type))
        assert answers("files.get", "a") == file
    server.answer(b"a,b\n", headers=typed("text/csv"))
    assert answers("files.get", "a") == "a,b\n"
    for content_type, body, told in (
        ("text/html", b"<title>Sign in</title>", "not JSON, but text/html: 'Sign in'"),
        ("text/plain", b"starting up", "not JSON, but text/plain: 'starting up'"),
    ):
        server.answer(body, headers=typed(content_type))
        with pytest.raises(answers.sdk.DecodeError, match=told):
            answers("files.get", "a")


def test_octets_are_no_json_whatever_the_spec_calls_them(answers: Caller, server: Server) -> None:
    for content_type in ("application/octet-stream", "application/json", ""):
        server.answer(OCTETS, headers=typed(content_type))
        assert answers("files.read", "a", settings={"strict": True}) == OCTETS


def test_formats_of_other_generators_are_bytes(answers: Caller, server: Server) -> None:
    server.answer({"name": "n", "hash": "AP8=", "content": "AP8="})
    body = answers.sdk.models.File(name="n", hash=b"\x00\xff", content=b"\x00\xff")
    assert answers("files.put", "a", body) == body
    assert server.last.json() == {"name": "n", "hash": "AP8=", "content": "AP8="}


def test_304_is_an_outcome_where_the_spec_says_so(answers: Caller, server: Server) -> None:
    for method, arguments in (("machines.start", {}), ("files.get", {"if_none_match": "v1"})):
        server.answer(status=304)
        assert answers(method, "a", **arguments, settings={"strict": True}) is None
    server.answer(status=304)
    with pytest.raises(answers.sdk.StatusError):
        answers("files.export", "a")


@pytest.mark.parametrize(
    ("content_type", "body", "value"),
    [
        ("application/json", b'{"warning": "slow"}', {"warning": "slow"}),
        ("text/plain", b"started", "started"),
        ("application/octet-stream", OCTETS, OCTETS),
    ],
)
def test_a_body_where_none_is_declared_is_not_lost(
    answers: Caller, server: Server, content_type: str, body: bytes, value: object
) -> None:
    server.answer(body, 200, headers=typed(content_type))
    assert answers("machines.start", "a") == value
    server.answer(body, 200, headers=typed(content_type))
    with pytest.raises(answers.sdk.DecodeError, match=f"no body is declared, but {content_type}"):
        answers("machines.start", "a", settings={"strict": True})


def test_raw_shows_outcomes_below_400(answers: Caller, server: Server) -> None:
    for status, headers in ((304, {}), (204, {})):
        server.answer(status=status, headers=headers)
        response = raw(answers, "machines.start", "a")
        assert (response.status_code, response.data) == (status, None)
    server.answer(status=304)
    with pytest.raises(answers.sdk.StatusError):
        raw(answers, "files.export", "a")


def raw(caller: Caller, dotted: str, *args: Any) -> Any:
    """Call ``client.raw`` of a method."""
    resource, method = dotted.split(".")

    def whole(client: Any) -> Any:
        return client.raw(getattr(getattr(client, resource), method), *args)

    return caller("with_options", then=whole)


def test_a_redirect_that_is_all_there_is_gives_its_address(answers: Caller, server: Server) -> None:
    for location, address in (
        ("https://store.example/signed?x=1", "https://store.example/signed?x=1"),
        ("/files/7#top", f"{server.url}/files/7#top"),
    ):
        server.answer(status=302, headers={"location": location})
        assert answers("links.get", "7") == address
        server.answer(status=302, headers={"location": location})
        response = raw(answers, "links.get", "7")
        assert (response.status_code, response.data) == (302, address)
    assert len(server.requests) == 4
    server.answer(status=303, headers={"location": "/orders/1"})
    assert answers("links.post_order") == f"{server.url}/orders/1"


def test_or_what_it_leads_to(answers: Caller, server: Server) -> None:
    server.answer(status=302, headers={"location": "/files/7"})
    server.answer(OCTETS)
    assert answers("links.get_bytes", "7") == OCTETS
    assert [one.path for one in server.requests] == ["/reports/7/link", "/files/7"]


def test_default_beside_a_redirect_is_an_error(answers: Caller, server: Server) -> None:
    server.answer(status=302, headers={"location": "/login"})
    assert answers("links.authorize") == f"{server.url}/login"
    server.answer({"error": "no client"}, 400)
    with pytest.raises(answers.sdk.BadRequestError, match="no client") as raised:
        answers("links.authorize")
    assert raised.value.body == answers.sdk.models.Fault(error="no client")


def test_a_redirect_beside_an_answer_is_followed(answers: Caller, server: Server) -> None:
    server.answer(status=301, headers={"location": "/there"})
    server.answer({"name": "n"})
    assert answers("links.get_moved").name == "n"


def test_an_error_says_where_a_redirect_leads(answers: Caller, server: Server) -> None:
    location = "https://sso.example/login?token=hidden"
    server.answer(status=302, headers={"location": location})
    with pytest.raises(answers.sdk.StatusError) as raised:
        answers("machines.start", "a")
    assert "leads to https://sso.example/login?token=***" in str(raised.value)


def test_events_in_an_array_are_typed_by_their_names(answers: Caller, server: Server) -> None:
    models = answers.sdk.models
    body = (
        b'id: 1\ndata: {"at": "2026-01-01T00:00:00Z"}\n\nevent: done\ndata: {"reason": "end"}\n\n'
    )
    for strict in (False, True):
        server.answer(body, headers=typed("text/event-stream"))
        tick, done = items(answers, "feeds.watch_ticks", settings={"strict": strict})
        assert (type(tick), type(done)) == (models.Tick, models.Done)
        assert isinstance(tick.at, datetime)
    server.answer(b'data: {"at": "2026-01-01T00:00:00Z"}\n\n', headers=typed("text/event-stream"))
    assert [type(one) for one in items(answers, "feeds.watch_notes")] == [models.Tick]


def test_text_as_a_whole_is_any_json_line_by_line(answers: Caller, server: Server) -> None:
    server.answer(LINES, headers=typed("application/x-ndjson"))
    found = items(answers, "feeds.read_lines", settings={"strict": True})
    assert found == [{"status": "Pulling"}, {"status": "Done"}]
    server.answer(b"<html>", headers=typed("text/html"))
    with pytest.raises(answers.sdk.DecodeError, match="not JSON, but text/html"):
        items(answers, "feeds.read_lines")


def test_frames_are_split(answers: Caller, server: Server) -> None:
    sdk = answers.sdk
    out, error = b"\x01\0\0\0\0\0\0\x05hello", b"\x02\0\0\0\0\0\0\x02no"
    server.answer(out + error, headers=typed("application/vnd.docker.multiplexed-stream"))
    content = answers("machines.read_logs", "a")
    known = [("stdout", b"hello"), ("stderr", b"no")]
    assert [*sdk.frames(content)] == known
    assert [*sdk.frames(bytes([one]) for one in content)] == known
    assert [*sdk.frames(b"a terminal has none")] == [("stdout", b"a terminal has none")]
    with pytest.raises(sdk.DecodeError, match="ends inside a frame"):
        [*sdk.frames(content[:-1])]
    with pytest.raises(sdk.DecodeError, match="what follows a frame is none"):
        [*sdk.frames(out + b"\x07" + error)]
    with pytest.raises(sdk.DecodeError, match="a frame has 4294967295 bytes"):
        [*sdk.frames(out + b"\x01\0\0\0\xff\xff\xff\xff")]


def test_streams_of_gateways_give_results(gateways: Caller, server: Server) -> None:
    models = gateways.sdk.models
    for method, arguments in (("watch.watch", ({},)), ("watch.follow", ())):
        server.answer(
            b'{"result":{"n":1}}\n{"result":{"n":2}}\n', headers=typed("application/json")
        )
        found = items(gateways, method, *arguments, settings={"strict": True})
        assert found == [models.Event(n=1), models.Event(n=2)]


def test_streams_of_gateways_end_in_their_error(gateways: Caller, server: Server) -> None:
    error = {"code": 8, "message": "too many events", "details": []}
    body = f'{{"result":{{"n":"x"}}}}\n{json.dumps({"error": error})}\n'.encode()
    server.answer(body, headers=typed("application/json"))
    with pytest.raises(gateways.sdk.StreamError, match="too many events") as raised:
        items(gateways, "watch.watch", {})
    assert raised.value.body == error
    assert raised.value.rpc_status.code == 8


def test_http_bodies_and_inherited_media_types(gateways: Caller, server: Server) -> None:
    for method in ("files.download", "files.pieces", "boxes.read_logs"):
        server.answer(OCTETS, headers=typed("image/png"))
        assert gateways(method, "a") == OCTETS
    methods = set(dir(gateways.sdk.Gateways(base_url="http://x").boxes))
    assert {"get", "list", "get_picture", "get_picture_png"} <= methods
    assert not {"get_bytes", "list_bytes"} & methods


def test_json_texts_that_end_in_an_error_are_one(gateways: Caller, server: Server) -> None:
    end = b'{"errorDetail": {"message": "no such image"}, "error": "no such image"}\n'
    server.answer(LINES + end, headers=typed("application/json"))
    with pytest.raises(gateways.sdk.StreamError, match="ended in an error: no such image"):
        gateways("boxes.delete", "a")
