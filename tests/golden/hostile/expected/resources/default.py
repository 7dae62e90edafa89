"""The resource `default`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _replace_c() -> Request[models.Victim]:
    return Request(
        "\u202e\x00",
        "PUT /c",
        name="default.replace_c",
        returns=models.Victim,
    )


class Default(Resource):
    """Operations on `default`."""

    def replace_c(self, *, options: RequestOptions | None = None) -> models.Victim:
        """Ends with a backslash \\

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._send(_replace_c(), options)


class AsyncDefault(AsyncResource):
    """Operations on `default`. Async; documented at :class:`Default`."""

    async def replace_c(self, *, options: RequestOptions | None = None) -> models.Victim:
        """Ends with a backslash \\."""
        return await self._send(_replace_c(), options)
