"""The resource `usage`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _costs(group_by: models.UsageCostsGroupBy | Omit) -> Request[models.Report]:
    return Request(
        "usage_costs",
        "GET /v1/usage/costs",
        query={"group_by": group_by},
        returns=models.Report,
    )


def _stamps(group_by: models.UsageStampsGroupBy | Omit) -> Request[models.Report]:
    return Request(
        "usage_stamps",
        "GET /v1/usage/stamps",
        query={"group_by": group_by},
        returns=models.Report,
    )


class Usage(Resource):
    """Operations on `usage`."""

    def costs(
        self,
        *,
        group_by: models.UsageCostsGroupBy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """What was paid:

        ```http
        GET /v1/usage/costs
          accept: application/json
        ```

        Args:
            group_by: How costs are put together. The server's default is `month`.
        """
        return self._send(_costs(group_by), options)

    def stamps(
        self,
        *,
        group_by: models.UsageStampsGroupBy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """`GET /v1/usage/stamps`

        Args:
            group_by: By stamp unless you say otherwise (default is `stamp`).
        """
        return self._send(_stamps(group_by), options)


class AsyncUsage(AsyncResource):
    """Operations on `usage`. Async; documented at :class:`Usage`."""

    async def costs(
        self,
        *,
        group_by: models.UsageCostsGroupBy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """What was paid:"""
        return await self._send(_costs(group_by), options)

    async def stamps(
        self,
        *,
        group_by: models.UsageStampsGroupBy | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """`GET /v1/usage/stamps`"""
        return await self._send(_stamps(group_by), options)
