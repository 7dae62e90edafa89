"""Media goes up and comes down in the requests that google-api-python-client sends."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httplib2
import httpx2
import pytest
from googleapiclient import discovery_cache
from googleapiclient.discovery import build_from_document, key2param
from googleapiclient.http import HttpRequest, MediaFileUpload

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget
from specmill.targets.python.inspect.inspection import describe

DOCUMENTS = Path(discovery_cache.__file__).parent / "documents"
APIS = ("drive.v3", "gmail.v1", "storage.v1", "youtube.v3")
LOCATION = "/session"
CONTENT = b"text\r\n\r\n--\x00\xff" * 1000
MAIL = b"From: me\n\nHello"
"""The peer breaks on a mail that is not ASCII."""


@dataclass(frozen=True)
class Sent:
    """What two clients must agree on; the boundary and heads of parts aside."""

    method: str
    url: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: Any

    @classmethod
    def of(cls, method: str, url: str, headers: Mapping[str, str], content: bytes) -> Sent:
        """Take a request apart."""
        query = [pair for pair in parse_qsl(urlsplit(url).query) if pair != ("alt", "json")]
        named = {name.lower(): value for name, value in headers.items()}
        kind, body = named.get("content-type", ""), content or None
        if kind.startswith("multipart/related"):
            parts = content.split(b"--" + kind.partition('="')[2].strip('"').encode())[1:-1]
            kind, body = "multipart/related", [_part(part) for part in parts]
        elif kind == "application/json" and content:
            body = json.loads(content)
        kept = {"accept": named.get("accept", ""), "content-type": kind}
        kept |= {name: named[name] for name in named if name.startswith("x-upload")}
        if "content-range" in named:  # the start has said the rest
            kept = {"content-range": named["content-range"]}
        return cls(method, url.partition("?")[0], sorted(query), kept, body)


def _part(part: bytes) -> tuple[str, Any]:
    found = re.fullmatch(rb"\r?\n(.*?)\r?\n\r?\n(.*?)\r?\n", part, re.DOTALL)
    assert found is not None
    kind = re.search(rb"(?im)^content-type: ([^\r\n]+)", found[1])
    assert kind is not None
    name = kind[1].decode()
    return name, json.loads(found[2]) if name == "application/json" else found[2]


class Theirs:
    """Stands for the peer's HTTP library."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def request(
        self, uri: str, method: str = "GET", body: Any = None, headers: Any = None, **_: Any
    ) -> tuple[httplib2.Response, bytes]:
        """Keep a request."""
        content = body.read() if hasattr(body, "read") else body or b""
        content = content.encode() if isinstance(content, str) else content
        self.sent.append(Sent.of(method, uri, headers or {}, content))
        location = f"{uri.partition('//')[0]}//{urlsplit(uri).netloc}{LOCATION}"
        return httplib2.Response({"status": "200", "location": location}), b"{}"


class Ours(httpx2.BaseTransport):
    """Stands for our HTTP library's connections."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Keep a request."""
        headers = {name: request.headers[name] for name in request.headers}
        self.sent.append(Sent.of(request.method, str(request.url), headers, request.read()))
        return httpx2.Response(200, json={}, headers={"location": LOCATION})


@dataclass(frozen=True)
class Clients:
    """Both clients of one API."""

    package: Any
    described: Mapping[str, Any]
    document: Mapping[str, Any]

    def operations(self, kind: str) -> Iterator[Mapping[str, Any]]:
        """Return the operations that take or give media."""
        for operation in self.described["operations"]:
            media = operation["media"]
            if media == "download" if kind == "download" else isinstance(media, dict):
                yield operation

    def theirs(self, operation: Mapping[str, Any], **more: Any) -> list[Sent]:
        """Return what the peer sends."""
        http = Theirs()
        *resources, method = operation["id"].split(".")[1:]
        resource = build_from_document(self.document, http=http)
        for name in resources:
            resource = getattr(resource, name)()
        values = {key2param(one["wire"]): self._value(one) for one in operation["parameters"]}
        method = f"{method}_" if method == "import" else method
        request: HttpRequest = getattr(resource, method)(**values, **more)
        if request.resumable is None:
            request.execute()
        else:
            request.next_chunk()
        return http.sent

    def ours(self, operation: Mapping[str, Any], **more: Any) -> list[Sent]:
        """Return what our client sends."""
        transport = Ours()
        values = {one["python"]: self._value(one) for one in operation["parameters"]}
        with getattr(self.package, self.described["client"])(transport=transport) as client:
            result = reduce(getattr, operation["python"].split("."), client)(**values, **more)
            if operation["media"] == "download":
                result.read()
        return transport.sent

    def _value(self, parameter: Mapping[str, Any]) -> Any:
        """Make a value; one of a list, since the peer refuses more of them with media."""
        kind: str = parameter["type"]
        if kind.startswith("list["):
            return [self._value({**parameter, "type": kind[5:-1]})]
        enums = {one["name"]: one["values"] for one in self.described["models"] if "values" in one}
        known = {"int": 7, "bool": True, **{name: values[0] for name, values in enums.items()}}
        return known.get(kind, "ä b/c" if parameter["in"] == "path" else "x")


@pytest.fixture(scope="module", params=APIS)
def clients(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Clients:
    """Both clients of each API."""
    name = request.param
    package = f"{name.replace('.', '_')}_media"
    source = DOCUMENTS / f"{name}.json"
    api = lower(sources.read(source, report=Report()), key=name, report=Report())
    folder = tmp_path_factory.mktemp(package)
    for path, content in PythonTarget().render(TargetInput(api, bytes, package)).items():
        file = folder / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    sys.path.insert(0, str(folder))
    module = importlib.import_module(package)
    return Clients(module, describe(api, package), json.loads(source.read_bytes()))


@pytest.mark.parametrize("resumable", [False, True])
@pytest.mark.parametrize("body", [None, {}, {"name": "ä", "id": "7"}])
def test_uploads(clients: Clients, tmp_path: Path, body: Any, *, resumable: bool) -> None:
    path = tmp_path / "content"
    operations = list(clients.operations("upload"))
    assert operations
    for operation in operations:
        if body is not None and operation["body"] is None:
            continue
        more = {} if body is None else {"body": body}
        kind = (operation["media"]["accept"] or ["text/x"])[0].replace("*", "x")
        path.write_bytes(MAIL if kind.startswith("message/") else CONTENT)
        theirs = MediaFileUpload(str(path), mimetype=kind, resumable=resumable)
        ours = clients.package.MediaUpload(path, content_type=kind, resumable=resumable)
        expected = clients.theirs(operation, media_body=theirs, **more)
        sent = clients.ours(operation, media=ours, **more)
        if operation["returns"] == "None":  # where the peer accepts any type
            del sent[0].headers["accept"], expected[0].headers["accept"]
        assert sent == expected, operation["id"]
        assert len(expected) == 1 + resumable


def test_downloads(clients: Clients) -> None:
    """The peer takes no notice of ``useMediaDownloadService``; ours goes where that points."""
    for operation in clients.operations("download"):
        (ours,) = clients.ours(operation)
        (theirs,) = clients.theirs(operation)
        url = ours.url.replace(".com/download/", ".com/", 1)
        assert ("/download/" in ours.url) == operation["path"].startswith("/download/")
        assert (ours.method, url, ours.query) == (theirs.method, theirs.url, theirs.query)
        assert ours.headers == theirs.headers
        assert ("alt", "media") in ours.query
