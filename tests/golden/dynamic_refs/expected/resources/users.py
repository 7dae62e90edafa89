"""The resource `users`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[models.UserList]:
    return Request(
        "listUsers",
        "GET /users",
        name="users.list",
        returns=models.UserList,
    )


class Users(Resource):
    """Operations on `users`."""

    def list(self, *, options: RequestOptions | None = None) -> models.UserList:
        """`GET /users`"""
        return self._send(_list(), options)


class AsyncUsers(AsyncResource):
    """Operations on `users`. Async; documented at :class:`Users`."""

    async def list(self, *, options: RequestOptions | None = None) -> models.UserList:
        """`GET /users`"""
        return await self._send(_list(), options)
