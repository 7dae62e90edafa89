"""The resource `makers`."""

from __future__ import annotations

from .. import models as models_
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _models(maker: str, state: models_.State | Omit) -> Request[list[models_.ModelModel]]:
    return Request(
        "modelsOfMaker",
        "GET /makers/{maker}/models",
        name="makers.models",
        path_params={"maker": maker},
        query={"state": state},
        returns=list[models_.ModelModel],
    )


class Makers(Resource):
    """Operations on `makers`."""

    def models(
        self,
        maker: str,
        *,
        state: models_.State | Omit = omit,
        options: RequestOptions | None = None,
    ) -> list[models_.ModelModel]:
        """`GET /makers/{maker}/models`"""
        return self._send(_models(maker, state), options)


class AsyncMakers(AsyncResource):
    """Operations on `makers`. Async; documented at :class:`Makers`."""

    async def models(
        self,
        maker: str,
        *,
        state: models_.State | Omit = omit,
        options: RequestOptions | None = None,
    ) -> list[models_.ModelModel]:
        """`GET /makers/{maker}/models`"""
        return await self._send(_models(maker, state), options)
