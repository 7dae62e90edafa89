"""The resource `a_b`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _init() -> Request[models.Victim]:
    return Request(
        "../../c/__init__",
        "GET /c",
        name="a_b.init",
        returns=models.Victim,
    )


class AB(Resource):
    """Operations on `a_b`."""

    def init(self, *, options: RequestOptions | None = None) -> models.Victim:
        """Oloc [31m next.

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._send(_init(), options)


class AsyncAB(AsyncResource):
    """Operations on `a_b`. Async; documented at :class:`AB`."""

    async def init(self, *, options: RequestOptions | None = None) -> models.Victim:
        """Oloc [31m next."""
        return await self._send(_init(), options)
