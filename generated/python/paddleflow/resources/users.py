"""The resource `users`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    maxsize: int | Omit, marker: str | Omit
) -> PagedRequest[models.UserInfo, models.UserListResponse]:
    return PagedRequest(
        "list_user",
        "GET /api/paddleflow/v1/user",
        query={"maxKeys": maxsize, "marker": marker},
        returns=models.UserListResponse,
        pages=TokenPagination(items="user_list", request="marker", response="next_marker"),
    )


def _create(body: models.AddUserRequest | Mapping[str, Any]) -> Request[models.CreateUserResponse]:
    return Request(
        "add_user",
        "POST /api/paddleflow/v1/user",
        body=body,
        returns=models.CreateUserResponse,
    )


def _update_password(
    username: str, body: models.UpdatePasswordRequest | Mapping[str, Any]
) -> Request[None]:
    return Request(
        "update_password",
        "PUT /api/paddleflow/v1/user/{username}",
        path_params={"username": username},
        body=body,
        reads="none",
    )


def _delete(username: str) -> Request[None]:
    return Request(
        "del_user",
        "DELETE /api/paddleflow/v1/user/{username}",
        path_params={"username": username},
        reads="none",
    )


def _get(user: str) -> Request[models.UserInfo]:
    return Request(
        "get_user",
        "GET /api/paddleflow/v1/user",
        query={"user": user},
        returns=models.UserInfo,
    )


class Users(Resource):
    """Accounts of the service."""

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.UserInfo, models.UserListResponse]:
        """List users.

        `root` itself is not among them. The server sorts no list. With a filter, pages may have
        rows twice or leave some out; one page of 1000 is whole.

        Error codes: `InvalidURI` (400), `InvalidMarker` (400), `AccessDenied` (403).

        Args:
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(maxsize, marker), options)

    def create(
        self,
        body: models.AddUserRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateUserResponse:
        """Add a user.

        Error codes: `InvalidNamePattern` (400), `UserPasswordWeak` (400), `AuthIllegalUser` (400),
        `OnlyRootAllowed` (403), `UserNameDuplicated` (403), `InternalError` (500).
        """
        return self._send(_create(body), options)

    def update_password(
        self,
        username: str,
        body: models.UpdatePasswordRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Change a password.

        Tokens from before the change stop working.

        Error codes: `UserPasswordWeak` (400), `UserNotExist` (400), `AccessDenied` (403).

        Args:
            username: The user's name.
        """
        return self._send(_update_password(username, body), options)

    def delete(self, username: str, *, options: RequestOptions | None = None) -> None:
        """Delete a user. Error codes: `AccessDenied` (403), `UserNotExist` (400).

        Args:
            username: The user's name.
        """
        return self._send(_delete(username), options)

    def get(self, *, user: str, options: RequestOptions | None = None) -> models.UserInfo:
        """Look one user up. Error codes: `AccessDenied` (403).

        Args:
            user: The user's name.
        """
        return self._send(_get(user), options)


class AsyncUsers(AsyncResource):
    """Accounts of the service. Async; documented at :class:`Users`."""

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.UserInfo, models.UserListResponse]:
        """List users."""
        return self._send_paged(_list(maxsize, marker), options)

    async def create(
        self,
        body: models.AddUserRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateUserResponse:
        """Add a user."""
        return await self._send(_create(body), options)

    async def update_password(
        self,
        username: str,
        body: models.UpdatePasswordRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Change a password."""
        return await self._send(_update_password(username, body), options)

    async def delete(self, username: str, *, options: RequestOptions | None = None) -> None:
        """Delete a user."""
        return await self._send(_delete(username), options)

    async def get(self, *, user: str, options: RequestOptions | None = None) -> models.UserInfo:
        """Look one user up. Error codes: `AccessDenied` (403)."""
        return await self._send(_get(user), options)
