"""The resource `widgets`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(text: str | Omit) -> Request[models.Widget]:
    return Request(
        "fetchAllTheWidgets",
        "GET /widgets",
        name="widgets.list",
        query={"q": text},
        returns=models.Widget,
    )


class Widgets(Resource):
    """Operations on `widgets`."""

    def list(
        self, *, text: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Widget:
        """List the widgets that match.

        Args:
            text: Text that the name contains.
        """
        return self._send(_list(text), options)


class AsyncWidgets(AsyncResource):
    """Operations on `widgets`. Async; documented at :class:`Widgets`."""

    async def list(
        self, *, text: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Widget:
        """List the widgets that match."""
        return await self._send(_list(text), options)
