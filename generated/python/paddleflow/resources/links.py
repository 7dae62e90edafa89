"""The resource `links`."""

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


def _create(body: models.AddLinkRequest | Mapping[str, Any]) -> Request[None]:
    return Request(
        "add_link",
        "POST /api/paddleflow/v1/link",
        body=body,
        reads="none",
    )


def _get(fs_name: str, fs_path: str, username: str | Omit) -> Request[models.LinkListResponse]:
    return Request(
        "show_link",
        "GET /api/paddleflow/v1/link/{fsName}",
        path_params={"fsName": fs_name},
        query={"fsPath": fs_path, "username": username},
        returns=models.LinkListResponse,
        final=("LinkModelError", ""),
    )


def _delete(fs_name: str, fs_path: str, username: str | Omit) -> Request[None]:
    return Request(
        "delete_link",
        "DELETE /api/paddleflow/v1/link/{fsName}",
        path_params={"fsName": fs_name},
        query={"fsPath": fs_path, "username": username},
        reads="none",
        final=("LinkModelError", ""),
    )


def _list(
    fs_name: str, username: str | Omit, maxsize: int | Omit, marker: str | Omit
) -> PagedRequest[models.LinkInfo, models.LinkListResponse]:
    return PagedRequest(
        "list_link",
        "GET /api/paddleflow/v1/link/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username, "maxKeys": maxsize, "marker": marker},
        returns=models.LinkListResponse,
        pages=TokenPagination(items="link_list", request="marker", response="next_marker"),
        final=("LinkModelError", ""),
    )


class Links(Resource):
    """Outside storage inside file systems."""

    def create(
        self,
        body: models.AddLinkRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Add a link.

        Error codes: `MalformedJSON` (400), `InvalidLinkURL` (400), `InvalidLinkProperties` (400),
        `LinkModelError` (500), `InvalidFileSystemFsName` (400), `LinkFileSystemPathNotExist` (400),
        `LinkPathMustBeEmpty` (400), `ConnectivityFailed` (400), `FuseClientError` (500),
        `LinkMetaPersistError` (400), `AuthIllegalUser` (400).
        """
        return self._send(_create(body), options)

    def get(
        self,
        fs_name: str,
        *,
        fs_path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LinkListResponse:
        """Get a link.

        The answer is a list of one link.

        Error codes: `RecordNotFound` (404), `LinkModelError` (500), `` (500).

        Args:
            fs_name: The file system's name.
            fs_path: Directory of the file system where the link is.
            username: The user to act for; for `root`.
        """
        return self._send(_get(fs_name, fs_path, username), options)

    def delete(
        self,
        fs_name: str,
        *,
        fs_path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a link.

        Error codes: `LinkModelError` (500), `FileSystemDataBaseError` (500), `` (500).

        Args:
            fs_name: The file system's name.
            fs_path: Directory of the file system where the link is.
            username: The user to act for; for `root`.
        """
        return self._send(_delete(fs_name, fs_path, username), options)

    def list(
        self,
        fs_name: str,
        *,
        username: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.LinkInfo, models.LinkListResponse]:
        """List links.

        The list is whole in one page only (`maxsize=1000`): the next page begins by the second in
        which its first row was changed, and leaves rows of that second out.

        Error codes: `InvalidURI` (400), `RecordNotFound` (404), `LinkModelError` (500), `` (500).

        Args:
            fs_name: The file system's name.
            username: The user to act for; for `root`.
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            marker: Where the page starts: `nextMarker` of the one before.
        """
        return self._send_paged(_list(fs_name, username, maxsize, marker), options)


class AsyncLinks(AsyncResource):
    """Outside storage inside file systems. Async; documented at :class:`Links`."""

    async def create(
        self,
        body: models.AddLinkRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Add a link."""
        return await self._send(_create(body), options)

    async def get(
        self,
        fs_name: str,
        *,
        fs_path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LinkListResponse:
        """Get a link."""
        return await self._send(_get(fs_name, fs_path, username), options)

    async def delete(
        self,
        fs_name: str,
        *,
        fs_path: str,
        username: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a link."""
        return await self._send(_delete(fs_name, fs_path, username), options)

    def list(
        self,
        fs_name: str,
        *,
        username: str | Omit = omit,
        maxsize: int | Omit = omit,
        marker: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.LinkInfo, models.LinkListResponse]:
        """List links."""
        return self._send_paged(_list(fs_name, username, maxsize, marker), options)
