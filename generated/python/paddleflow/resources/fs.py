"""The resource `fs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .fs_caches import AsyncCaches, Caches


def _list(
    maxsize: int | Omit, username: str | Omit, marker: str | Omit, fs_name: str | Omit
) -> PagedRequest[models.FSInfo, models.FSListResponse]:
    return PagedRequest(
        "list_fs",
        "GET /api/paddleflow/v1/fs",
        query={"maxKeys": maxsize, "username": username, "marker": marker, "fsName": fs_name},
        returns=models.FSListResponse,
        pages=TokenPagination(items="fs_list", request="marker", response="next_marker"),
    )


def _update(body: models.UpdateFsRequest | Mapping[str, Any]) -> Request[models.CreateFSResponse]:
    return Request(
        "update_fs",
        "PUT /api/paddleflow/v1/fs",
        body=body,
        returns=models.CreateFSResponse,
    )


def _create(body: models.AddFsRequest | Mapping[str, Any]) -> Request[models.CreateFSResponse]:
    return Request(
        "add_fs",
        "POST /api/paddleflow/v1/fs",
        body=body,
        returns=models.CreateFSResponse,
    )


def _get(fs_name: str, username: str | Omit) -> Request[models.FSInfo]:
    return Request(
        "show_fs",
        "GET /api/paddleflow/v1/fs/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username},
        returns=models.FSInfo,
    )


def _delete(fs_name: str, username: str | Omit) -> Request[None]:
    return Request(
        "delete_fs",
        "DELETE /api/paddleflow/v1/fs/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username},
        reads="none",
    )


def _get_session(fs_name: str, username: str | Omit) -> Request[models.FSSession]:
    return Request(
        "get_fs_session",
        "GET /api/paddleflow/v1/fsSts/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username},
        may_be_empty=("fsName",),
        returns=models.FSSession,
    )


class Fs(Resource):
    """Storage backends."""

    caches: Lazy[Caches] = Lazy(".resources.fs_caches:Caches")

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        username: str | Omit = omit,
        marker: str | Omit = omit,
        fs_name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.FSInfo, models.FSListResponse]:
        """List file systems.

        The list is whole in one page only (`maxsize=1000`): the next page begins by the second in
        which its first row was changed, and leaves rows of that second out.

        Error codes: `InvalidURI` (400), `FileSystemDataBaseError` (500).

        Args:
            maxsize: Rows of a page, 1 to 1000. The server's default is `50`.
            username: The user to act for; for `root`.
            marker: Where the page starts: `nextMarker` of the one before.
            fs_name: Only the file system of this name.
        """
        return self._send_paged(_list(maxsize, username, marker, fs_name), options)

    def update(
        self,
        body: models.UpdateFsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateFSResponse:
        """Change the settings of a file system.

        Error codes: `MalformedJSON` (400), `RecordNotFound` (404), `FileSystemDataBaseError` (500).
        """
        return self._send(_update(body), options)

    def create(
        self,
        body: models.AddFsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateFSResponse:
        """Add a file system.

        The backend is contacted first, except for `mock`, `local`, `cfs` and `afs`. Values of
        properties are text.

        Error codes: `MalformedJSON` (400), `FileSystemNameFormatError` (400),
        `InvalidFileSystemParamsURL` (400), `InvalidFileSystemParamsProperties` (400),
        `DuplicatedName` (400), `ConnectivityFailed` (400), `AuthIllegalUser` (400),
        `FileSystemDataBaseError` (500).
        """
        return self._send(_create(body), options)

    def get(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSInfo:
        """Get a file system.

        Error codes: `RecordNotFound` (404), `FileSystemDataBaseError` (500).

        Args:
            fs_name: The file system's name.
            username: The user to act for; for `root`.
        """
        return self._send(_get(fs_name, username), options)

    def delete(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """Delete a file system.

        It fails while any registered Kubernetes cluster does not answer.

        Error codes: `RecordNotFound` (404), `ActionNotAllowed` (403), `FileSystemDataBaseError`
        (500), `` (500).

        Args:
            fs_name: The file system's name.
            username: The user to act for; for `root`.
        """
        return self._send(_delete(fs_name, username), options)

    def get_session(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSSession:
        """Get a key of limited time for the backend of a file system; the secret is encrypted.

        Error codes: `RecordNotFound` (404), `InternalError` (500).

        Args:
            fs_name: The file system.
            username: Whose file system it is; for `root`.
        """
        return self._send(_get_session(fs_name, username), options)


class AsyncFs(AsyncResource):
    """Storage backends. Async; documented at :class:`Fs`."""

    caches: Lazy[AsyncCaches] = Lazy(".resources.fs_caches:AsyncCaches")

    def list(
        self,
        *,
        maxsize: int | Omit = omit,
        username: str | Omit = omit,
        marker: str | Omit = omit,
        fs_name: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.FSInfo, models.FSListResponse]:
        """List file systems."""
        return self._send_paged(_list(maxsize, username, marker, fs_name), options)

    async def update(
        self,
        body: models.UpdateFsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateFSResponse:
        """Change the settings of a file system."""
        return await self._send(_update(body), options)

    async def create(
        self,
        body: models.AddFsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.CreateFSResponse:
        """Add a file system."""
        return await self._send(_create(body), options)

    async def get(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSInfo:
        """Get a file system."""
        return await self._send(_get(fs_name, username), options)

    async def delete(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """Delete a file system."""
        return await self._send(_delete(fs_name, username), options)

    async def get_session(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSSession:
        """Get a key of limited time for the backend of a file system; the secret is encrypted."""
        return await self._send(_get_session(fs_name, username), options)
