"""The async client of an API that takes many calls in one HTTP request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import httpx2

from ..calls.waits import sleep
from ..client.async_client import AsyncClient
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


class AsyncBatchClient(AsyncClient):
    """A client that can send calls together."""

    def batch(self, *, size: int = MOST_CALLS, options: RequestOptions | None = None) -> AsyncBatch:
        """Gather calls, and send them in one HTTP request when the block ends: ``async with``.

        ``size`` is how many of them go into one request at most; further ones go into the next.
        ``options`` are those of the requests, not of the calls in them.
        """
        return AsyncBatch(self, checked_size(size), options)

    def __join__(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Member[T]:
        """Make a member of a batch out of a method and its arguments."""
        request, options = self._plan(method, *args, **kwargs)
        return Member(self._configuration, request, options, self._response)

    async def __send_together__(
        self, members: Sequence[Member[Any]], options: RequestOptions | None
    ) -> None:
        """Send calls in one HTTP request, then again those of them that are to be repeated.

        Raises:
            ApiError: The request itself failed, and with it the calls that have no result.
        """
        try:
            while members:
                for member in members:
                    await self._prepare_member(member)
                call = batch_call(self._configuration, members, options)
                answers = answers_in(members, call, await self._exchange(call))
                delays = {one: await self._settle(one, came) for one, came in answers}
                again = {member: delay for member, delay in delays.items() if delay is not None}
                await sleep(max(again.values(), default=0.0))
                members = tuple(again)
        except BaseException as error:
            give_up(members, error)
            raise

    async def _prepare_member(self, member: Member[Any]) -> None:
        if member.flow is not None:
            return  # its authentication has just changed the request
        await self._prepare(member.call)
        if member.call.auth is not None:
            member.flow = member.call.auth.async_auth_flow(member.call.http_request)
            await self._authenticate(member, None)

    async def _authenticate(self, member: Member[Any], response: httpx2.Response | None) -> bool:
        """Go on with the authentication of a call; False when it has no request to send.

        Requests of its own, such as for a token, are sent at once.

        Raises:
            TransportError: One of those found no answer.
        """
        try:
            request = await member.flow.asend(response)
            while request is not member.call.http_request:
                request = await member.flow.asend(await self._http.send(request, auth=None))
        except StopAsyncIteration:
            member.flow = None
            return False
        except httpx2.HTTPError as error:
            raise member.call.transport_error(error) from error
        return True

    async def _settle(
        self, member: Member[Any], came: httpx2.Response | httpx2.HTTPError
    ) -> float | None:
        """Take what came for a call; return the seconds until its next try, None if done.

        An error of this call is of no concern to the others.
        """
        try:
            if isinstance(came, httpx2.HTTPError):
                return member.call.after_failure(came)
            if member.flow is not None and await self._authenticate(member, came):
                return 0.0
            delay = await self._received(member.call, came)
        except ApiError as error:
            member.pending.fail(error)
            return None
        if delay is None:
            member.finish(came)
        return delay


class AsyncBatch:
    """Calls that are sent together; of use again once they were."""

    def __init__(self, client: AsyncBatchClient, size: int, options: RequestOptions | None) -> None:
        self._client, self._size, self._options = client, size, options
        self._members: list[Member[Any]] = []

    def __len__(self) -> int:
        """Return how many calls wait."""
        return len(self._members)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            await self.send()

    def add(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Add a call, without ``await``: ``batch.add(client.jobs.get, "id")``.

        Its ``options`` hold, but for the timeout, which is that of the whole request.

        Raises:
            BatchError: It is an upload or a download.
        """
        member = self._client.__join__(method, *args, **kwargs)
        self._members.append(member)
        return member.pending

    async def send(self) -> None:
        """Send the calls that wait. An error of a single call is raised by its result alone.

        Raises:
            ApiError: The request itself failed; so did the calls in it.
        """
        while self._members:
            group, self._members = self._members[: self._size], self._members[self._size :]
            await self._client.__send_together__(group, self._options)
