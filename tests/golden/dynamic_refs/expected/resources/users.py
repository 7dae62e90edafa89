"""The resource `users`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.users import UserList


def _list() -> Request[UserList]:
    return Request(
        "listUsers",
        "GET",
        "/users",
        returns=UserList,
    )


class Users(Resource):
    """Operations on `users`."""

    def list(self, *, options: RequestOptions | None = None) -> UserList:
        """`GET /users`"""
        return self._client.send(_list(), options)


class AsyncUsers(AsyncResource):
    """Operations on `users`. Async; documented at :class:`Users`."""

    async def list(self, *, options: RequestOptions | None = None) -> UserList:
        """`GET /users`"""
        return await self._client.send(_list(), options)
