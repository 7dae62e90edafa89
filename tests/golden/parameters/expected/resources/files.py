"""The resource `files`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(name: str, page_size: int | Omit) -> Request[None]:
    return Request(
        "getFile",
        "GET /files/{name}",
        name="files.get",
        path_params={"name": name},
        query={"page-size": page_size},
        reserved=("name",),
        reads="none",
    )


class Files(Resource):
    """Operations on `files`."""

    def get(
        self, name: str, *, page_size: int | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /files/{name}`

        Args:
            page_size: Shared by reference. The server's default is `10`.
        """
        return self._send(_get(name, page_size), options)


class AsyncFiles(AsyncResource):
    """Operations on `files`. Async; documented at :class:`Files`."""

    async def get(
        self, name: str, *, page_size: int | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /files/{name}`"""
        return await self._send(_get(name, page_size), options)
