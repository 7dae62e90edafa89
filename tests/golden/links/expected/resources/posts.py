"""The resource `posts`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(user_id: str, trace: str | Omit, of: str | Omit) -> Request[None]:
    return Request(
        "listPosts",
        "GET /users/{user-id}/posts",
        name="posts.list",
        path_params={"user-id": user_id},
        query={"of": of},
        headers={"trace": trace},
        reads="none",
    )


class Posts(Resource):
    """Operations on `posts`."""

    def list(
        self,
        user_id: str,
        *,
        trace: str | Omit = omit,
        of: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /users/{user-id}/posts`"""
        return self._send(_list(user_id, trace, of), options)


class AsyncPosts(AsyncResource):
    """Operations on `posts`. Async; documented at :class:`Posts`."""

    async def list(
        self,
        user_id: str,
        *,
        trace: str | Omit = omit,
        of: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /users/{user-id}/posts`"""
        return await self._send(_list(user_id, trace, of), options)
