"""The resource `b`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _pwned() -> Request[models.Victim]:
    return Request(
        "'; import os; os.system('touch /tmp/pwned'); '",
        "PUT /b",
        name="b.pwned",
        returns=models.Victim,
    )


class B(Resource):
    """Operations on `b`."""

    def pwned(self, *, options: RequestOptions | None = None) -> models.Victim:
        """'; import os; os.system('touch /tmp/pwned'); '

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._send(_pwned(), options)


class AsyncB(AsyncResource):
    """Operations on `b`. Async; documented at :class:`B`."""

    async def pwned(self, *, options: RequestOptions | None = None) -> models.Victim:
        """'; import os; os.system('touch /tmp/pwned'); '."""
        return await self._send(_pwned(), options)
