"""The resource `machines`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import ReadAs, Request


def _start(id_: str) -> Request[None]:
    return Request(
        "startMachine",
        "POST /machines/{id}/start",
        name="machines.start",
        path_params={"id": id_},
        reads="none",
        answers={"304": ReadAs(reads="none")},
    )


def _read_logs(id_: str) -> Request[bytes]:
    return Request(
        "readLogs",
        "GET /machines/{id}/logs",
        name="machines.read_logs",
        path_params={"id": id_},
        reads="binary",
        accept="application/vnd.docker.multiplexed-stream",
    )


class Machines(Resource):
    """Operations on `machines`."""

    def start(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /machines/{id}/start`"""
        return self._send(_start(id_), options)

    def read_logs(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /machines/{id}/logs`

        `frames` of the package splits what comes.
        """
        return self._send(_read_logs(id_), options)


class AsyncMachines(AsyncResource):
    """Operations on `machines`. Async; documented at :class:`Machines`."""

    async def start(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /machines/{id}/start`"""
        return await self._send(_start(id_), options)

    async def read_logs(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /machines/{id}/logs`"""
        return await self._send(_read_logs(id_), options)
