"""The resource `default`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.common import Victim


def _replace_c() -> Request[Victim]:
    return Request(
        "\u202e\x00",
        "PUT",
        "/c",
        returns=Victim,
    )


class Default(Resource):
    """Operations on `default`."""

    def replace_c(self, *, options: RequestOptions | None = None) -> Victim:
        """Ends with a backslash \\.

        ends with a backslash \\

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._client.send(_replace_c(), options)


class AsyncDefault(AsyncResource):
    """Operations on `default`. Async; documented at :class:`Default`."""

    async def replace_c(self, *, options: RequestOptions | None = None) -> Victim:
        """Ends with a backslash \\."""
        return await self._client.send(_replace_c(), options)
