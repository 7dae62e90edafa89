"""The resource `users`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "users_list",
        "GET /users",
        reads="none",
    )


def _create_many() -> Request[None]:
    return Request(
        "users/create-many",
        "POST /users",
        reads="none",
    )


class Users(Resource):
    """Operations on `users`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /users`"""
        return self._send(_list(), options)

    def create_many(self, *, options: RequestOptions | None = None) -> None:
        """`POST /users`"""
        return self._send(_create_many(), options)


class AsyncUsers(AsyncResource):
    """Operations on `users`. Async; documented at :class:`Users`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /users`"""
        return await self._send(_list(), options)

    async def create_many(self, *, options: RequestOptions | None = None) -> None:
        """`POST /users`"""
        return await self._send(_create_many(), options)
