"""A batch of ours is the batch that google-api-python-client sends, part by part."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from email.message import Message
from email.parser import BytesParser, Parser
from typing import Any

import httplib2
import httpx2
import pytest
from differential.sent import Sent
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build_from_document
from googleapiclient.discovery_cache import get_static_doc

import dataflow_v1b3
from dataflow_v1b3 import models

TOKEN = "a-token"
AWKWARD = "zwei Wörter/日本 a:b+c~d"

Theirs = Callable[[Any], Any]
Ours = Callable[[Any, Any], Any]

CALLS: Mapping[str, tuple[Theirs, Ours]] = {
    "get": (
        lambda jobs: jobs.get(projectId="p", location="l", jobId="j", view="JOB_VIEW_ALL"),
        lambda jobs, add: add(jobs.get, "p", "l", "j", view="JOB_VIEW_ALL"),
    ),
    "awkward path": (
        lambda jobs: jobs.get(projectId=AWKWARD, location="l", jobId="ü"),
        lambda jobs, add: add(jobs.get, AWKWARD, "l", "ü"),
    ),
    "mask": (
        lambda jobs: jobs.get(projectId="p", location="l", jobId="j", fields="id,name&x"),
        lambda jobs, add: add(
            jobs.get, "p", "l", "j", options=dataflow_v1b3.RequestOptions(fields="id,name&x")
        ),
    ),
    "list": (
        lambda jobs: jobs.list(projectId="p", location="l", pageSize=3, filter="ACTIVE"),
        lambda jobs, add: add(jobs.list, "p", "l", page_size=3, filter_="ACTIVE"),
    ),
    "create": (
        lambda jobs: jobs.create(
            projectId="p", location="l", body={"name": "ñ\n", "labels": {"a b": "c"}}
        ),
        lambda jobs, add: add(jobs.create, "p", "l", models.Job(name="ñ\n", labels={"a b": "c"})),
    ),
    "update": (
        lambda jobs: jobs.update(
            projectId="p", location="l", jobId="j", updateMask="labels", body={"id": "7"}
        ),
        lambda jobs, add: add(jobs.update, "p", "l", "j", models.Job(id="7"), update_mask="labels"),
    ),
}


class Batch:
    """A batch on the wire."""

    def __init__(self, url: str, headers: Mapping[str, Any], body: bytes) -> None:
        named = {_text(name).lower(): _text(value) for name, value in headers.items()}
        self.url = url
        self.authorization = named.get("authorization")
        head = f"Content-Type: {named['content-type']}\r\n\r\n".encode()
        message = BytesParser().parsebytes(head + body)
        self.content_type = message.get_content_type()
        parts = [part for part in message.get_payload() if isinstance(part, Message)]
        self.heads = [
            (part.get_content_type(), part["Content-Transfer-Encoding"], part["MIME-Version"])
            for part in parts
        ]
        ids = [re.fullmatch(r"<([0-9a-f-]{36}) \+ (\d+)>", part["Content-ID"]) for part in parts]
        self.bases = {match and match[1] for match in ids}
        self.numbers = [match and match[2] for match in ids]
        self.parts = [_part(bytes(part.get_payload(decode=True))) for part in parts]


def _part(content: bytes) -> Sent:
    head, body = re.split(rb"\r?\n\r?\n", content, maxsplit=1)
    line, fields = re.split("\r?\n", head.decode(), maxsplit=1)
    method, target, version = line.split(" ")
    assert version == "HTTP/1.1"
    headers = Parser().parsestr(fields, headersonly=True)
    return Sent.of(method, f"https://{headers['host']}{target}", dict(headers.items()), body)


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


class Capture:
    """Has the method of ``httplib2.Http`` that the peer calls; refuses every batch."""

    batch: Batch

    def request(
        self, uri: str, method: str = "GET", body: str = "", headers: Any = None, **_: Any
    ) -> tuple[httplib2.Response, bytes]:
        """Keep a batch."""
        assert method == "POST"
        self.batch = Batch(uri, headers, body.encode())
        return httplib2.Response({"status": "400"}), b"{}"


def _theirs() -> Batch:
    capture = Capture()
    http = AuthorizedHttp(Credentials(token=TOKEN), http=capture)
    service = build_from_document(json.loads(get_static_doc("dataflow", "v1b3")), http=http)
    batch = service.new_batch_http_request()
    for call, _ in CALLS.values():
        batch.add(call(service.projects().locations().jobs()))
    with pytest.raises(Exception, match="400"):
        batch.execute()
    return capture.batch


def _ours(*, is_async: bool) -> Batch:
    kept: list[Batch] = []

    def keep(request: httpx2.Request) -> httpx2.Response:
        assert request.method == "POST"
        kept.append(Batch(str(request.url), request.headers, request.content))
        return httpx2.Response(400)

    def fill(client: Any, batch: Any) -> None:
        for _, call in CALLS.values():
            call(client.projects.locations.jobs, batch.add)

    def send() -> None:
        client = dataflow_v1b3.Dataflow(token=TOKEN, transport=httpx2.MockTransport(keep))
        with client, client.batch() as batch:
            fill(client, batch)

    async def soon() -> None:
        client = dataflow_v1b3.AsyncDataflow(token=TOKEN, transport=httpx2.MockTransport(keep))
        async with client, client.batch() as batch:
            fill(client, batch)

    with pytest.raises(dataflow_v1b3.BadRequestError):
        asyncio.run(soon()) if is_async else send()
    return kept[0]


KNOWN = {
    "query:alt": "The peer always asks for JSON, which is the server's default.",
    "content_type": "The peer gives parts without a body the type of one.",
    "headers": "The peer writes requests as MIME messages, with a MIME-Version.",
}


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_batch_is_the_vendors(is_async: bool) -> None:
    ours, theirs = _ours(is_async=is_async), _theirs()
    for fact in ("url", "authorization", "content_type", "heads", "numbers"):
        assert getattr(ours, fact) == getattr(theirs, fact), fact
    assert len(ours.bases) == len(theirs.bases) == 1
    seen: set[str] = set()
    for name, mine, other in zip(CALLS, ours.parts, theirs.parts, strict=True):
        differences = mine.differences(other)
        if mine.body is not None:
            assert "content_type" not in differences
        assert differences["headers"] == ({}, {"mime-version": "1.0"})
        mistakes = {facet: pair for facet, pair in differences.items() if facet not in KNOWN}
        assert not mistakes, name
        seen |= differences.keys()
    assert seen == KNOWN.keys(), "a known difference is no longer there"
