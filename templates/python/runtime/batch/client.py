"""The sync client of an API that takes many calls in one HTTP request."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import httpx2

from ..client.client import Client
from ..errors.api_errors import ApiError
from ..requests.options import RequestOptions
from .batching import (
    MOST_CALLS,
    Member,
    Pending,
    answers_in,
    batch_call,
    checked_size,
    give_up,
)

T = TypeVar("T")
P = ParamSpec("P")


class BatchClient(Client):
    """A client that can send calls together."""

    def batch(self, *, size: int = MOST_CALLS, options: RequestOptions | None = None) -> Batch:
        """Gather calls, and send them in one HTTP request when the block ends: ``with``.

        ``size`` is how many of them go into one request at most; further ones go into the next.
        ``options`` are those of the requests, not of the calls in them.
        """
        return Batch(self, checked_size(size), options)

    def __join__(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Member[T]:
        """Make a member of a batch out of a method and its arguments."""
        request, options = self._plan(method, *args, **kwargs)
        return Member(self._configuration, request, options, self._response)

    def __send_together__(
        self, members: Sequence[Member[Any]], options: RequestOptions | None
    ) -> None:
        """Send calls in one HTTP request, then again those of them that are to be repeated.

        Raises:
            ApiError: The request itself failed, and with it the calls that have no result.
        """
        try:
            while members:
                for member in members:
                    self._prepare_member(member)
                call = batch_call(self._configuration, members, options)
                answers = answers_in(members, call, self._exchange(call))
                delays = {member: self._settle(member, came) for member, came in answers}
                again = {member: delay for member, delay in delays.items() if delay is not None}
                time.sleep(max(again.values(), default=0.0))
                members = tuple(again)
        except BaseException as error:
            give_up(members, error)
            raise

    def _prepare_member(self, member: Member[Any]) -> None:
        if member.flow is not None:
            return  # its authentication has just changed the request
        self._prepare(member.call)
        if member.call.auth is not None:
            member.flow = member.call.auth.sync_auth_flow(member.call.http_request)
            self._authenticate(member, None)

    def _authenticate(self, member: Member[Any], response: httpx2.Response | None) -> bool:
        """Go on with the authentication of a call; False when it has no request to send.

        Requests of its own, such as for a token, are sent at once.

        Raises:
            TransportError: One of those found no answer.
        """
        try:
            request = member.flow.send(response)
            while request is not member.call.http_request:
                request = member.flow.send(self._http.send(request, auth=None))
        except StopIteration:
            member.flow = None
            return False
        except httpx2.HTTPError as error:
            raise member.call.transport_error(error) from error
        return True

    def _settle(
        self, member: Member[Any], came: httpx2.Response | httpx2.HTTPError
    ) -> float | None:
        """Take what came for a call; return the seconds until its next try, None if done.

        An error of this call is of no concern to the others.
        """
        try:
            if isinstance(came, httpx2.HTTPError):
                return member.call.after_failure(came)
            if member.flow is not None and self._authenticate(member, came):
                return 0.0
            delay = self._received(member.call, came)
        except ApiError as error:
            member.pending.fail(error)
            return None
        if delay is None:
            member.finish(came)
        return delay


class Batch:
    """Calls that are sent together; of use again once they were."""

    def __init__(self, client: BatchClient, size: int, options: RequestOptions | None) -> None:
        self._client, self._size, self._options = client, size, options
        self._members: list[Member[Any]] = []

    def __len__(self) -> int:
        """Return how many calls wait."""
        return len(self._members)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self.send()

    def add(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Pending[T]:
        """Add a call: ``batch.add(client.jobs.get, "id")``.

        Its ``options`` hold, but for the timeout, which is that of the whole request.

        Raises:
            BatchError: It is an upload or a download.
        """
        member = self._client.__join__(method, *args, **kwargs)
        self._members.append(member)
        return member.pending

    def send(self) -> None:
        """Send the calls that wait. An error of a single call is raised by its result alone.

        Raises:
            ApiError: The request itself failed; so did the calls in it.
        """
        while self._members:
            group, self._members = self._members[: self._size], self._members[self._size :]
            self._client.__send_together__(group, self._options)
