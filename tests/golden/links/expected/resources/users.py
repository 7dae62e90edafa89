"""The resource `users`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import AsyncRawBody, RawBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "listUsers",
        "GET /users",
        name="users.list",
        reads="none",
    )


def _create(body: models.User | Mapping[str, Any]) -> Request[models.User]:
    return Request(
        "createUser",
        "POST /users",
        name="users.create",
        body=body,
        returns=models.User,
    )


def _get(user_id: str, view: str | Omit) -> Request[models.User]:
    return Request(
        "getUser",
        "GET /users/{user-id}",
        name="users.get",
        path_params={"user-id": user_id},
        query={"view": view},
        returns=models.User,
    )


def _rename(user_id: str, body: str | AsyncRawBody | Omit) -> Request[None]:
    return Request(
        "renameUser",
        "PUT /users/{user-id}",
        name="users.rename",
        path_params={"user-id": user_id},
        body=body,
        media_type="text/plain",
        reads="none",
    )


class Users(Resource):
    """Operations on `users`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /users`"""
        return self._send(_list(), options)

    def create(
        self, body: models.User | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.User:
        """Create a user.

        - `id` of the answer is `user_id` of `users.get`.
        - `full` is `view` of `users.get`.
        - `id` of the answer is `user_id` of `users.rename`.
        - The body sent is `body` of `users.rename`.
        - `id` of the answer is `user_id` of `posts.list`.
        - The header `Location` of the answer is `trace` of `posts.list`.
        - `address.city` of the body sent is `of` of `posts.list`.
        - Then you can call `users.list`.
        """
        return self._send(_create(body), options)

    def get(
        self, user_id: str, *, view: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.User:
        """`GET /users/{user-id}`"""
        return self._send(_get(user_id, view), options)

    def rename(
        self,
        user_id: str,
        body: str | RawBody | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /users/{user-id}`"""
        return self._send(_rename(user_id, body), options)


class AsyncUsers(AsyncResource):
    """Operations on `users`. Async; documented at :class:`Users`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /users`"""
        return await self._send(_list(), options)

    async def create(
        self, body: models.User | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.User:
        """Create a user."""
        return await self._send(_create(body), options)

    async def get(
        self, user_id: str, *, view: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.User:
        """`GET /users/{user-id}`"""
        return await self._send(_get(user_id, view), options)

    async def rename(
        self,
        user_id: str,
        body: str | AsyncRawBody | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /users/{user-id}`"""
        return await self._send(_rename(user_id, body), options)
