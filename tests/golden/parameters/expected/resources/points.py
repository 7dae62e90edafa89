"""The resource `points`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(
    point: Sequence[int], label: Sequence[str], list_: Sequence[str], keys: Mapping[str, str]
) -> Request[None]:
    return Request(
        "getPoint",
        "GET /matrix/{point}/{label}/{list}/{keys}",
        name="points.get",
        path_params={"point": point, "label": label, "list": list_, "keys": keys},
        styles={"point": "matrix", "label": "label*", "keys": "simple*"},
        objects=("keys",),
        reads="none",
    )


class Points(Resource):
    """Operations on `points`."""

    def get(
        self,
        point: Sequence[int],
        label: Sequence[str],
        list_: Sequence[str],
        keys: Mapping[str, str],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /matrix/{point}/{label}/{list}/{keys}`"""
        return self._send(_get(point, label, list_, keys), options)


class AsyncPoints(AsyncResource):
    """Operations on `points`. Async; documented at :class:`Points`."""

    async def get(
        self,
        point: Sequence[int],
        label: Sequence[str],
        list_: Sequence[str],
        keys: Mapping[str, str],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /matrix/{point}/{label}/{list}/{keys}`"""
        return await self._send(_get(point, label, list_, keys), options)
