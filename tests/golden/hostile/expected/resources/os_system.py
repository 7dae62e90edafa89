"""The resource `os_system`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _os() -> Request[models.Victim]:
    return Request(
        "lambda: os",
        "GET /d",
        name="os_system.os",
        returns=models.Victim,
    )


class OsSystem(Resource):
    """Operations on `os_system`."""

    def os(self, *, options: RequestOptions | None = None) -> models.Victim:
        """`` ` "quoted" 'single' \\N{DASH} \\u0041 \\x41 %s {0} $PATH.

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._send(_os(), options)


class AsyncOsSystem(AsyncResource):
    """Operations on `os_system`. Async; documented at :class:`OsSystem`."""

    async def os(self, *, options: RequestOptions | None = None) -> models.Victim:
        """`` ` "quoted" 'single' \\N{DASH} \\u0041 \\x41 %s {0} $PATH."""
        return await self._send(_os(), options)
