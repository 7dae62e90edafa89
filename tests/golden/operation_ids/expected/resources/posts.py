"""The resource `posts`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _index() -> Request[None]:
    return Request(
        "posts#index",
        "GET /posts",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "createUsingPOST_1",
        "POST /posts",
        name="posts.create",
        reads="none",
    )


class Posts(Resource):
    """Operations on `posts`."""

    def index(self, *, options: RequestOptions | None = None) -> None:
        """Rails."""
        return self._send(_index(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """Springfox."""
        return self._send(_create(), options)


class AsyncPosts(AsyncResource):
    """Operations on `posts`. Async; documented at :class:`Posts`."""

    async def index(self, *, options: RequestOptions | None = None) -> None:
        """Rails."""
        return await self._send(_index(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """Springfox."""
        return await self._send(_create(), options)
