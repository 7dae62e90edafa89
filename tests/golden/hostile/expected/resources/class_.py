"""The resource `class_`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _class() -> Request[models.Victim]:
    return Request(
        "__class__",
        "DELETE /c",
        name="class_.class_",
        returns=models.Victim,
    )


class Class(Resource):
    """Operations on `class_`."""

    def class_(self, *, options: RequestOptions | None = None) -> models.Victim:
        """../../../../tmp/pwned.

        \"\"\"
            import os; os.system("touch /tmp/pwned")
        \"\"\"
        """
        return self._send(_class(), options)


class AsyncClass(AsyncResource):
    """Operations on `class_`. Async; documented at :class:`Class`."""

    async def class_(self, *, options: RequestOptions | None = None) -> models.Victim:
        """../../../../tmp/pwned."""
        return await self._send(_class(), options)
