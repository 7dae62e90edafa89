"""The resource `fs.caches`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(body: models.CreateFsCacheRequest | Mapping[str, Any]) -> Request[None]:
    return Request(
        "create_fs_cache",
        "POST /api/paddleflow/v1/fsCache",
        body=body,
        reads="none",
    )


def _get(fs_name: str, username: str | Omit) -> Request[models.FSCacheConfig]:
    return Request(
        "get_fs_cache",
        "GET /api/paddleflow/v1/fsCache/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username},
        returns=models.FSCacheConfig,
    )


def _delete(fs_name: str, username: str | Omit) -> Request[None]:
    return Request(
        "delete_fs_cache",
        "DELETE /api/paddleflow/v1/fsCache/{fsName}",
        path_params={"fsName": fs_name},
        query={"username": username},
        reads="none",
    )


class Caches(Resource):
    """Operations on `fs.caches`."""

    def create(
        self,
        body: models.CreateFsCacheRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Say how a file system is cached.

        Error codes: `MalformedJSON` (400), `RecordNotFound` (404), `FileSystemDataBaseError` (500).
        """
        return self._send(_create(body), options)

    def get(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSCacheConfig:
        """Get how a file system is cached.

        Error codes: `RecordNotFound` (404), `FileSystemDataBaseError` (500).

        Args:
            fs_name: The file system.
            username: Whose file system it is; for `root`.
        """
        return self._send(_get(fs_name, username), options)

    def delete(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """Stop caching a file system.

        Error codes: `RecordNotFound` (404), `FileSystemDataBaseError` (500).

        Args:
            fs_name: The file system.
            username: Whose file system it is; for `root`.
        """
        return self._send(_delete(fs_name, username), options)


class AsyncCaches(AsyncResource):
    """Operations on `fs.caches`. Async; documented at :class:`Caches`."""

    async def create(
        self,
        body: models.CreateFsCacheRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Say how a file system is cached."""
        return await self._send(_create(body), options)

    async def get(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.FSCacheConfig:
        """Get how a file system is cached."""
        return await self._send(_get(fs_name, username), options)

    async def delete(
        self, fs_name: str, *, username: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """Stop caching a file system."""
        return await self._send(_delete(fs_name, username), options)
