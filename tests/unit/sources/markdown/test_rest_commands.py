"""Command lines of curl and HTTP messages on REST pages: what they say of a request."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.sources.markdown.blocks import Code
from specmill.sources.markdown.rest.commands import Sent, messages_in
from specmill.sources.markdown.rest.samples import sample_of_sent


def sent(text: str) -> Sent:
    (one,) = messages_in(Code(text, 1))[0]
    return one


@pytest.mark.parametrize(
    ("text", "verb", "url"),
    [
        ("curl https://h.test/a", "GET", "https://h.test/a"),
        ("$ curl -X PUT 'https://h.test/a'", "PUT", "https://h.test/a"),
        ("curl -XDELETE https://h.test/a", "DELETE", "https://h.test/a"),
        ("curl -sSL --request=PATCH https://h.test/a", "PATCH", "https://h.test/a"),
        ("curl -sX POST https://h.test/a | jq .", "POST", "https://h.test/a"),
        ("curl https://h.test/a -d a=1", "POST", "https://h.test/a"),
        ("curl -G https://h.test/a -d a=1 -d b=2", "GET", "https://h.test/a?a=1&b=2"),
        ("curl -I https://h.test/a", "HEAD", "https://h.test/a"),
        ("curl -T x.png https://h.test/a", "PUT", "https://h.test/a"),
        ("curl \\\n  -H 'A: b' \\\n  --url https://h.test/a", "GET", "https://h.test/a"),
        ("curl -o out.json --max-time 5 https://h.test/a", "GET", "https://h.test/a"),
        ("GET /a?x=1 HTTP/1.1\nHost: h.test", "GET", "/a?x=1"),
    ],
)
def test_where_a_request_goes(text: str, verb: str, url: str) -> None:
    one = sent(text)
    assert (one.verb, one.url) == (verb, url)


def test_credentials_and_headers() -> None:
    one = sent('curl -u key: -H "X-Key: a\\"b" --header \'Accept: */*\' https://h.test')
    assert one.user == "key:"
    assert one.headers == {"x-key": 'a"b', "accept": "*/*"}
    assert one.spelled["x-key"] == "X-Key"
    assert sent("curl --oauth2-bearer t https://h.test").headers == {"authorization": "Bearer t"}


@pytest.mark.parametrize(
    ("text", "media", "schema"),
    [
        (
            "curl h/a -d n=2000 -d ok=true -d 'm[o]'=x -d 't[]=a' -d zip=01234",
            "application/x-www-form-urlencoded",
            {
                "n": {"type": "integer"},
                "ok": {"type": "boolean"},
                "m": {"type": "object", "properties": {"o": {"type": "string"}}},
                "t[]": {"type": "array", "items": {"type": "string"}},
                "zip": {"type": "string"},
            },
        ),
        (
            "curl h/a --data-urlencode 't=A & B'",
            "application/x-www-form-urlencoded",
            {"t": {"type": "string"}},
        ),
        (
            "curl h/a -F f=@x.pdf -F n=1",
            "multipart/form-data",
            {
                "f": {"type": "string", "contentMediaType": "application/octet-stream"},
                "n": {"type": "integer"},
            },
        ),
        (
            'curl h/a -d \'{"a": "it",\n "b": 1}\'',
            "",
            {"a": {"type": "string"}, "b": {"type": "integer"}},
        ),
        ("curl h/a --json '{\"a\": 1}'", "application/json", {"a": {"type": "integer"}}),
        (
            "POST /a HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\na=1&b=x",
            "application/x-www-form-urlencoded",
            {"a": {"type": "integer"}, "b": {"type": "string"}},
        ),
        ('POST /a HTTP/1.1\n\n{"a": 1}', "", {"a": {"type": "integer"}}),
    ],
)
def test_bodies(text: str, media: str, schema: dict[str, Any]) -> None:
    sample = sample_of_sent(sent(text), 1)
    assert sample is not None
    assert (sample.media, sample.shown) == (media, {"type": "object", "properties": schema})


def test_a_body_in_a_file() -> None:
    assert sample_of_sent(sent("curl h/a -d @body.json"), 1) is None
    file = sample_of_sent(sent("curl h/a --data-binary @a.png -H 'Content-Type: image/png'"), 1)
    assert file is not None
    assert (file.media, file.shown["contentMediaType"]) == ("image/png", "application/octet-stream")


def test_an_answer_behind_a_command() -> None:
    commands, answer = messages_in(Code('curl h/a\ncurl h/b\n{"a": 1}', 1))
    assert [one.url for one in commands] == ["h/a", "h/b"]
    assert answer == '{"a": 1}'


@pytest.mark.parametrize(
    "text", ["curl 'open", "curl \\", "curl -d", "curl -H x h/a", "curl --data"]
)
def test_broken_commands_are_read_as_far_as_they_go(text: str) -> None:
    assert messages_in(Code(text, 1))[0]
