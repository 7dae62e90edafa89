"""The resource `ships`."""

from __future__ import annotations

from collections.abc import Callable

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.states import StateRequest
from .._runtime.requests.request import Request


def _get(ship: str) -> Request[models.Ship]:
    return Request(
        "getShip",
        "GET /ships/{ship}",
        name="ships.get",
        path_params={"ship": ship},
        may_be_empty=("ship",),
        returns=models.Ship,
    )


def _await_arrival(
    ship: str,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.Ship], object] | Omit,
) -> StateRequest[models.Ship]:
    return StateRequest(
        "getShip_await_arrival",
        "GET /ships/{ship}",
        name="ships.await_arrival",
        path_params={"ship": ship},
        may_be_empty=("ship",),
        returns=models.Ship,
        state="place",
        final_states=("HARBOUR",),
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


def _wait(ship: str) -> Request[None]:
    return Request(
        "waitShip",
        "POST /ships/{ship}/wait",
        name="ships.wait",
        path_params={"ship": ship},
        reads="none",
    )


class Ships(Resource):
    """Operations on `ships`."""

    def get(self, ship: str, *, options: RequestOptions | None = None) -> models.Ship:
        """`GET /ships/{ship}`

        `await_arrival` asks until the answer is final.
        """
        return self._send(_get(ship), options)

    def await_arrival(
        self,
        ship: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Ship], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """Call `get` repeatedly until `place` is HARBOUR.

        Args:
            timeout: Seconds to wait at most; by default there is no limit.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: A function that is called with each response.
        """
        return self._send_waiting(_await_arrival(ship, timeout, poll, progress), options)

    def wait(self, ship: str, *, options: RequestOptions | None = None) -> None:
        """`POST /ships/{ship}/wait`"""
        return self._send(_wait(ship), options)


class AsyncShips(AsyncResource):
    """Operations on `ships`. Async; documented at :class:`Ships`."""

    async def get(self, ship: str, *, options: RequestOptions | None = None) -> models.Ship:
        """`GET /ships/{ship}`"""
        return await self._send(_get(ship), options)

    async def await_arrival(
        self,
        ship: str,
        *,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Ship], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """Call `get` repeatedly until `place` is HARBOUR."""
        return await self._send_waiting(_await_arrival(ship, timeout, poll, progress), options)

    async def wait(self, ship: str, *, options: RequestOptions | None = None) -> None:
        """`POST /ships/{ship}/wait`"""
        return await self._send(_wait(ship), options)
