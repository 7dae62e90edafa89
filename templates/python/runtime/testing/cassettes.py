"""Recorded calls: a client that writes them down without secrets, and what answers from them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

import httpx2

from ..calls.configuration import Observer
from ..data.json_shapes import is_object
from ..records import dataclass
from ..requests.request import Request
from ..requests.secrets import secrets_in
from ..requests.urls import REDACTED
from .errors import FakeError

_UNSENT = ("content-length", "content-encoding", "transfer-encoding")


class _Observed(Protocol):
    def __observed_by__(self, observer: Observer) -> Any: ...


ClientT = TypeVar("ClientT", bound=_Observed)


@dataclass(frozen=True)
class Recorded:
    """A request, and what was answered."""

    method: str
    url: str
    """Without where the service is, and without secrets."""
    body: str
    status: int
    headers: Mapping[str, str]
    content: str
    is_base64: bool = False
    """Whether the content of the answer is no text."""

    def response(self) -> httpx2.Response:
        """Return the answer."""
        content = base64.b64decode(self.content) if self.is_base64 else self.content.encode()
        return httpx2.Response(self.status, headers=self.headers, content=content)

    def differences(self, method: str, url: str, body: str) -> list[str]:
        """Say what of another request is different."""
        found = [f"method: {method}, not {self.method}"] if method != self.method else []
        path, _, query = url.partition("?")
        known_path, _, known_query = self.url.partition("?")
        if not known_path.endswith(path):  # what is recorded begins with the path of the base URL
            found.append(f"path: {path}, not {known_path}")
        if sorted(query.split("&")) != sorted(known_query.split("&")):
            found.append(f"query: {query or 'none'}, not {known_query or 'none'}")
        return [*found, *_body_differences(body, self.body)]


def _body_differences(body: str, known: str) -> list[str]:
    if body == known:
        return []
    try:
        ours, theirs = json.loads(body), json.loads(known)
    except ValueError:
        return [f"body: {body[:60]!r}, not {known[:60]!r}"]
    if not is_object(ours) or not is_object(theirs):
        return [] if ours == theirs else [f"body: {ours!r:.60}, not {theirs!r:.60}"]
    names = sorted({*map(str, ours), *map(str, theirs)})
    return [
        f"body, {name}: {ours.get(name)!r:.60}, not {theirs.get(name)!r:.60}"
        for name in names
        if ours.get(name) != theirs.get(name)
    ]


class Recorder(Generic[ClientT]):
    """Writes down what a client sends and gets: ``with Recorder(client, "calls.json") as it``.

    The code under test takes ``it.client``. Secrets are not in the file: neither those that the
    spec or the client calls so, nor headers that nobody declares. A body that is read as a stream,
    such as a download, cannot be recorded.
    """

    def __init__(self, client: ClientT, path: str | Path) -> None:
        self._path = Path(path)
        self._calls: list[Recorded] = []
        self.client: ClientT = client.__observed_by__(self._observe)
        """A client with the same connections, whose calls are written down."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.save()

    def save(self) -> None:
        """Write the file."""
        calls = [asdict(one) for one in self._calls]
        text = json.dumps({"calls": calls}, indent=2, ensure_ascii=False)
        self._path.write_text(f"{text}\n", encoding="utf-8")

    def _observe(self, request: Request[Any], response: httpx2.Response) -> None:
        del request
        sent, secrets = response.request, secrets_in(response.request)
        try:
            answered, body = response.content, sent.content
        except (httpx2.ResponseNotRead, httpx2.RequestNotRead):
            raise FakeError(f"{sent.method} {sent.url.path} streams, and is not recorded") from None
        headers = {
            name: value
            for name, value in secrets.answer_headers(response).items()
            if name not in _UNSENT and value != REDACTED
        }
        try:
            content, is_base64 = secrets.text(answered.decode("utf-8"), sent), False
        except UnicodeDecodeError:
            content, is_base64 = base64.b64encode(answered).decode(), True
        self._calls.append(
            Recorded(
                sent.method,
                _target(secrets.url(sent.url)),
                secrets.text(body.decode("utf-8", "replace"), sent),
                response.status_code,
                headers,
                content,
                is_base64,
            )
        )


class Cassette:
    """Recorded calls, each of which answers one request that is the same."""

    def __init__(self, path: str | Path) -> None:
        """Read a file of :class:`Recorder`.

        Raises:
            FakeError: It is none.
        """
        try:
            calls = json.loads(Path(path).read_text(encoding="utf-8"))["calls"]
            self._left = [Recorded(**one) for one in calls]
        except (ValueError, KeyError, TypeError) as error:
            raise FakeError(f"{path} has no recorded calls: {error}") from None

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request as it was answered.

        Raises:
            FakeError: None that was recorded, and is left, is the same.
        """
        secrets = secrets_in(request)
        url = _target(secrets.url(request.url))
        body = secrets.text(request.content.decode("utf-8", "replace"), request)
        told = [one.differences(request.method, url, body) for one in self._left]
        for index, different in enumerate(told):
            if not different:
                return self._left.pop(index).response()
        what = f"{request.method} {url} was not recorded"
        if not told:
            raise FakeError(f"{what}: no recorded call is left")
        nearest = min(range(len(told)), key=lambda index: (len(told[index]), index))
        lines = "".join(f"\n  {one}" for one in told[nearest])
        known = self._left[nearest]
        raise FakeError(f"{what}; it differs from {known.method} {known.url}:{lines}")


def _target(url: str) -> str:
    """Return path and query of an address."""
    rest = url.partition("://")[2]
    return "/" + rest.partition("/")[2]
