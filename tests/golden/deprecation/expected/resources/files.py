"""The resource `files`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(glob: str | Omit, q: str | Omit) -> Request[models.File]:
    return Request(
        "listFiles",
        "GET /files",
        name="files.list",
        query={"glob": glob, "q": q},
        returns=models.File,
    )


def _probe() -> Request[None]:
    return Request(
        "probeFiles",
        "HEAD /files",
        name="files.probe",
        reads="none",
    )


class Files(Resource):
    """Operations on `files`."""

    def list(
        self,
        *,
        glob: str | Omit = omit,
        q: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.File:
        """List what is stored. Deprecated.

        Args:
            glob: A pattern of names. Deprecated.
            q: Deprecated.
        """
        return self._send(_list(glob, q), options)

    def probe(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /files`

        Deprecated.
        """
        return self._send(_probe(), options)


class AsyncFiles(AsyncResource):
    """Operations on `files`. Async; documented at :class:`Files`."""

    async def list(
        self,
        *,
        glob: str | Omit = omit,
        q: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.File:
        """List what is stored. Deprecated."""
        return await self._send(_list(glob, q), options)

    async def probe(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /files`"""
        return await self._send(_probe(), options)
