"""Work that goes on after the call that started it: what is told of it, by the fake's clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

import httpx2

from ...data.wire import json_bytes
from ...operations.long_running import FollowUp, LongRunning, path_of
from ...records import dataclass, field
from ..clock import Clock
from .paging import put

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_POLL = "0.1"
"""Seconds after which clients look again; they wait no less."""


@dataclass
class Work:
    """Work that was started."""

    progress: LongRunning
    model: Any
    """The type of the operation."""
    running: Mapping[str, Any]
    """What is told of it while it goes on."""
    finished: Mapping[str, Any]
    ends_at: float
    """When it is over, on the fake's clock."""

    def body(self, clock: Clock) -> Mapping[str, Any]:
        """Return what is told of it now."""
        return self.finished if clock.now >= self.ends_at else self.running


@dataclass
class Works:
    """The work of one fake."""

    clock: Clock
    base_url: str
    _known: dict[str, Work] = field(default_factory=dict[str, Work])

    def about(self, received: httpx2.Request) -> httpx2.Response | None:
        """Answer a question about work that goes on, or a request to stop it; None for another."""
        path = self._path(received.url.raw_path.partition(b"?")[0].decode("ascii"))
        known = self._known.get(path)
        if received.method == "GET" and known is not None:
            self.clock.tick()
            return self._told(known)
        for one in self._known.values():
            for cancel in one.progress.cancels:
                if _is_about(cancel, received.method, path, one.finished, one.progress):
                    one.ends_at = self.clock.now
                    return httpx2.Response(200, json={})
        return None

    def begin(self, work: Work, name: str, path: str) -> httpx2.Response:
        """Keep work, and tell of it for the first time.

        Args:
            work: The work.
            name: What it is called; its last segment tells it from others.
            path: Where clients ask for it.
        """
        del name
        self._known[unquote(path)] = work
        return self._told(work)

    def number(self) -> int:
        """Return the number of the next work."""
        return len(self._known) + 1

    def _told(self, work: Work) -> httpx2.Response:
        headers = {"content-type": "application/json", "retry-after": _POLL}
        return httpx2.Response(200, headers=headers, content=json_bytes(work.body(self.clock)))

    def _path(self, path: str) -> str:
        base = httpx2.URL(self.base_url).raw_path.decode("ascii").rstrip("/")
        return unquote(path.removeprefix(base))


def _is_about(
    cancel: FollowUp, method: str, path: str, body: Mapping[str, Any], progress: LongRunning
) -> bool:
    """Tell whether a request asks to stop some work."""
    found = cancel.parameters_in(quote(path, safe="/:*"))
    name = body.get(progress.name)
    return (
        cancel.route.partition(" ")[0] == method
        and found is not None
        and isinstance(name, str)
        and name.endswith(tuple(found[1].values()))
    )


def place_of(progress: LongRunning, known: Mapping[str, Any], number: int) -> tuple[str, str]:
    """Make up the name of an operation; return it, and the path where clients ask for it.

    Args:
        progress: The operations of the API.
        known: Path parameters of the call that started it.
        number: Tells it from others.
    """
    poll = progress.polls[0]
    own = f"operation-{number}"
    values: dict[str, str] = {}
    names = _VARIABLE.findall(poll.path)
    for name in names:
        pattern = poll.patterns.get(name, "*")
        *first, last = pattern.split("/")
        is_last = name == names[-1]
        filled = [_segment(one, known) for one in first]
        end = own if is_last else str(known.get(name, "1"))
        values[name] = "/".join([*filled, last.replace("**", end).replace("*", end)])
    return values[names[-1]] if names else own, path_of(poll, values)


def _segment(text: str, known: Mapping[str, Any]) -> str:
    """Fill a segment that may be anything with a parameter of the call, if there is one."""
    if "*" not in text:
        return text
    plain = [str(one) for one in known.values() if "/" not in str(one)]
    return plain[0] if plain else "1"


def told(
    progress: LongRunning, model: Any, name: str, link: str, facts: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Write what is told of work, where the API has it."""
    body: dict[str, Any] = {}
    put(body, model, progress.name, name)
    if progress.link:
        put(body, model, progress.link, link)
    for path, value in facts.items():
        if path:
            put(body, model, path, value)
    return body
