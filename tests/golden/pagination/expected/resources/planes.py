"""The resource `planes`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.planes import Ambiguous


def _list(*, page_token: str | Omit) -> Request[Ambiguous]:
    return Request(
        "listPlanes",
        "GET",
        "/planes",
        query={"pageToken": page_token},
        returns=Ambiguous,
    )


class Planes(Resource):
    """Operations on `planes`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Ambiguous:
        """Two lists of objects and none of them called like the resource."""
        return self._client.send(_list(page_token=page_token), options)


class AsyncPlanes(AsyncResource):
    """Operations on `planes`. Async; documented at :class:`Planes`."""

    async def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Ambiguous:
        """Two lists of objects and none of them called like the resource."""
        return await self._client.send(_list(page_token=page_token), options)
