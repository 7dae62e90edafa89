"""Long-running operations as an API has them: where to ask about one, and how to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from ..data.json_shapes import attribute, is_array, is_object
from ..data.omission import omit
from ..records import dataclass, field
from ..requests.name_templates import values_in
from ..requests.request import Request
from ..requests.urls import expand

_VARIABLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class FollowUp:
    """A request about a running operation: how it is, or that it shall stop."""

    operation_id: str
    route: str
    """Method and URL template, as of a :class:`Request`."""
    patterns: Mapping[str, str] = field(default_factory=dict[str, str], kw_only=True)
    """Templates of the path parameters that may be more than one segment: ``*`` stands for one
    segment, ``**`` for any text."""
    reserved: tuple[str, ...] = field(default=(), kw_only=True)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], kw_only=True)
    """Headers that have one value only."""
    security: tuple[tuple[str, ...], ...] | None = field(default=None, kw_only=True)
    """Alternatives of security schemes; None for the API's own, an empty tuple for none."""
    server: str = field(default="", kw_only=True)
    """Base URL of this request alone."""
    body: Mapping[str, Any] | None = field(default=None, kw_only=True)

    @property
    def path(self) -> str:
        """The URL template."""
        return self.route.partition(" ")[2]

    def parameters_in(self, text: str) -> tuple[int, dict[str, str]] | None:
        """Read the path parameters off an address, a path or a name; None if it is of another kind.

        A name lacks what a path begins with: ``projects/p/operations/1`` is one for
        ``/v1/{name}``, ``apps/a/operations/1`` one for ``/v1/apps/{app}/operations/{operation}``.
        The number of segments that it lacks comes first.
        """
        path = urlsplit(text).path.strip("/")
        for lacking, parts in enumerate(self._endings()):
            found = values_in(path, parts)
            if found is not None:
                values = map(unquote, found)
                return lacking, dict(zip(self._names(), values, strict=True))
        return None

    def parameters_for(self, name: str, known: Mapping[str, Any]) -> dict[str, str] | None:
        """Complete parameters that a call had with the name of its operation.

        None tells that this is not enough.
        """
        names = self._names()
        missing = [one for one in names if one not in known]
        found = {one: str(known[one]) for one in names if one in known}
        if len(missing) == 1:
            found[missing[0]] = name if missing[0] in self.reserved else name.rpartition("/")[2]
        return found if len(found) == len(names) else None

    def request(self, parameters: Mapping[str, str], returns: Any) -> Request[Any]:
        """Make the request; its answer is read as ``returns``."""
        return Request(
            self.operation_id,
            self.route,
            path_params=parameters,
            headers=self.headers,
            security=self.security,
            server=self.server,
            reserved=self.reserved,
            body=omit if self.body is None else self.body,
            returns=returns,
        )

    def _names(self) -> list[str]:
        return _VARIABLE.findall(self.path)

    def _endings(self) -> Iterator[list[str]]:
        """Yield the parts of the whole path, then of it without its first literal segments."""
        segments = self.path.strip("/").split("/")
        for start, first in enumerate(segments):
            parts = _VARIABLE.split("/".join(segments[start:]))
            yield [
                self.patterns.get(part, "*") if index % 2 else part
                for index, part in enumerate(parts)
            ]
            if "{" in first:
                return


@dataclass(frozen=True, kw_only=True)
class LongRunning:
    """The operations of an API; fields are attributes of the answer, with dots between them."""

    polls: tuple[FollowUp, ...]
    cancels: tuple[FollowUp, ...] = ()
    name: str
    link: str = ""
    """Address of the operation."""
    done: str = ""
    """A boolean that is true at the end; empty where the status tells."""
    status: str = ""
    finished: tuple[str, ...] = ()
    """Values of the status at the end."""
    failed: tuple[str, ...] = ()
    """Those of them that mean a failure."""
    error: str = ""
    response: str = ""
    """What it came to; empty where that is the operation itself."""
    metadata: str = ""
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    """Names of types in messages to those of models, where they are others."""

    def is_done(self, body: Any) -> bool:
        """Tell whether the work is over, well or not."""
        if self.done:
            return attribute(body, self.done) is True
        return attribute(body, self.status) in (*self.finished, *self.failed)

    def has_failed(self, body: Any) -> bool:
        """Tell whether the work that is over has failed."""
        if self.error and attribute(body, self.error) is not None:
            return True
        return bool(self.failed) and attribute(body, self.status) in self.failed

    def request_for(self, name: str, request: Request[Any]) -> Request[Any]:
        """Make the request that asks for an operation by its name, its path or its address.

        Args:
            name: The name.
            request: The request of the method that starts such operations.

        Raises:
            ValueError: The name is of no operation of this kind.
        """
        found = find_parameters(self.polls, [name], None)
        if found is None:
            raise ValueError(f"{request.title}: {name!r} names no operation")
        follow_up, parameters = found
        return follow_up.request(parameters, request.returns)

    def texts(self, body: Any) -> Iterator[str]:
        """Yield what tells one operation from others, the best first."""
        for path in (self.link, self.name):
            value = attribute(body, path) if path else None
            if isinstance(value, str) and value:
                yield value


def find_parameters(
    follow_ups: tuple[FollowUp, ...], texts: list[str], known: Mapping[str, Any] | None
) -> tuple[FollowUp, dict[str, str]] | None:
    """Choose the request about an operation.

    Args:
        follow_ups: The requests that there are.
        texts: Address and name of the operation, the best first.
        known: Path parameters of the call that started it; None where that is not known.
    """
    for text in texts:
        read = [(one, found) for one in follow_ups if (found := one.parameters_in(text))]
        if read:
            follow_up, (_, parameters) = min(read, key=lambda one: one[1][0])
            return follow_up, parameters
    for follow_up in follow_ups if texts and known is not None else ():
        completed = follow_up.parameters_for(texts[-1], known or {})
        if completed is not None:
            return follow_up, completed
    return None


def path_of(follow_up: FollowUp, parameters: Mapping[str, str]) -> str:
    """Return the path of an operation, as :meth:`FollowUp.parameters_in` reads it."""
    return expand(follow_up.path, lambda name: parameters[name])


def message_type_names(type_url: str) -> Iterator[str]:
    """Yield what a message type may be called among models, the most exact first.

    ``type.googleapis.com/google.x.v1.Foo`` is ``GoogleXV1Foo``, … ``V1Foo`` or ``Foo``.
    """
    parts = type_url.rpartition("/")[2].split(".")
    capitalized = [part[:1].upper() + part[1:] for part in parts]
    for start, _ in enumerate(capitalized):
        yield "".join(capitalized[start:])


def failure_of(error: Any) -> Mapping[str, Any]:
    """Return the part of an error that has code and message.

    That is all of a ``google.rpc.Status``, the first of ``errors`` elsewhere.
    """
    if not is_object(error):
        return {"message": str(error)} if error else {}
    several: Any = error.get("errors")
    first: Any = next(iter(several), error) if is_array(several) else error
    return first if is_object(first) else {"message": str(first)}
