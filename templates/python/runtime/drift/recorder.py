"""Recorder of drift: an observer of clients that writes what their answers have beyond the spec."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, TypeVar

import httpx2

from ..calls.configuration import Observer
from ..data.decoding import NotJsonError, read_json
from ..requests.request import Request
from .shapes import lacks

_LOGGER = logging.getLogger(__name__)


class _Observed(Protocol):
    def __observed_by__(self, observer: Observer) -> Any: ...


ClientT = TypeVar("ClientT", bound=_Observed)


class DriftRecorder:
    """Writes down what answers have that the spec lacks, for ``specmill drift``.

    These are unknown fields, unknown values of enumerations, other kinds of JSON, and statuses;
    each fact is one line of JSON and stands once. No value of a user is in the file: of an unknown
    field its name and kind, of an enumeration the unknown word.

        recorder = DriftRecorder("drift.jsonl")
        client = recorder.watch(client)

    Watching reads each answer a second time; a client that is not watched pays nothing.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._lock = Lock()
        self._known: set[str] = set()
        with suppress(OSError):
            self._known.update(self._path.read_text("utf-8").splitlines())

    def watch(self, client: ClientT) -> ClientT:
        """Return a client with the same connections whose answers are looked at."""
        watched: ClientT = client.__observed_by__(self._observe)
        return watched

    def _observe(self, request: Request[Any], response: httpx2.Response) -> None:
        if response.headers.get("content-type", "").startswith("text/html"):
            return  # of something between the client and the API
        try:
            content = response.content
        except httpx2.StreamError:
            content = b""
        head = {
            "operation": request.operation_id,
            "route": request.route,
            "status": response.status_code,
        }
        facts: list[dict[str, Any]] = [{**head, "kind": "status", "at": "", "found": ""}]
        target = _target(request, response)
        if target is not None and content:
            with suppress(NotJsonError):
                found = lacks(target, read_json(content))
                facts += [{**head, **lack._asdict()} for lack in dict.fromkeys(found)]
        self._write([json.dumps(fact, ensure_ascii=False) for fact in facts])

    def _write(self, lines: list[str]) -> None:
        with self._lock:
            new = [line for line in lines if line not in self._known]
            if not new:
                return
            self._known.update(new)
            try:
                with self._path.open("a", encoding="utf-8") as file:
                    file.write("".join(f"{line}\n" for line in new))
            except OSError as error:  # no reason for a call to fail
                _LOGGER.warning("cannot write %s: %s", self._path, error.strerror)


def _target(request: Request[Any], response: httpx2.Response) -> Any:
    """Return the type of an answer in JSON; None where it has none."""
    if not response.is_success:
        return None
    status = str(response.status_code)
    for known, answer in request.answers.items():
        if status in known.split() or f"{status[0]}XX" in known.split():
            return answer.returns if answer.reads == "json" else None
    return request.returns if request.reads == "json" else None
