"""The resource `users`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "usersGet",
        "GET /users",
        name="users.list",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "post-/users",
        "POST /users",
        name="users.create",
        reads="none",
    )


def _get(id_: str) -> Request[None]:
    return Request(
        "usersIdGet",
        "GET /users/{id}",
        name="users.get",
        path_params={"id": id_},
        reads="none",
    )


class Users(Resource):
    """Operations on `users`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return self._send(_create(), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return self._send(_get(id_), options)


class AsyncUsers(AsyncResource):
    """Operations on `users`. Async; documented at :class:`Users`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return await self._send(_create(), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Method and path."""
        return await self._send(_get(id_), options)
