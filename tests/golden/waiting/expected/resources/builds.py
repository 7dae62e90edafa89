"""The resource `builds`."""

from __future__ import annotations

from collections.abc import Callable

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.states import StateRequest
from .._runtime.requests.request import Request


def _get(build: str, timeout: int | Omit) -> Request[models.Build]:
    return Request(
        "getBuild",
        "GET /builds/{build}",
        name="builds.get",
        path_params={"build": build},
        query={"timeout": timeout},
        may_be_empty=("build",),
        returns=models.Build,
    )


def _wait(
    build: str,
    timeout_: int | Omit,
    timeout: float | None | Omit,
    poll: float | Omit,
    progress: Callable[[models.Build], object] | Omit,
) -> StateRequest[models.Build]:
    return StateRequest(
        "getBuild_wait",
        "GET /builds/{build}",
        name="builds.wait",
        path_params={"build": build},
        query={"timeout": timeout_},
        may_be_empty=("build",),
        returns=models.Build,
        state="status.phase",
        final_states=("DONE", "SKIPPED"),
        failed_states=("BROKEN",),
        reason="status.problem",
        timeout=timeout,
        poll=poll,
        progress=progress,
    )


class Builds(Resource):
    """Operations on `builds`."""

    def get(
        self, build: str, *, timeout: int | Omit = omit, options: RequestOptions | None = None
    ) -> models.Build:
        """Get a build.

        `wait` asks until the answer is final.

        Args:
            timeout: Seconds that the server looks for it.
        """
        return self._send(_get(build, timeout), options)

    def wait(
        self,
        build: str,
        *,
        timeout_: int | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Build], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Build:
        """Call `get` repeatedly until `status.phase` is DONE or SKIPPED. Raises an
        OperationError with the answer as its `body` if it is BROKEN.

        Args:
            timeout_: Seconds that the server looks for it.
            timeout: Seconds to wait at most; by default there is no limit.
            poll: Seconds between the first two requests, 1 by default. The pauses grow to
                thirty, half of each random; where the server says how long to wait, that counts.
            progress: A function that is called with each response.
        """
        return self._send_waiting(_wait(build, timeout_, timeout, poll, progress), options)


class AsyncBuilds(AsyncResource):
    """Operations on `builds`. Async; documented at :class:`Builds`."""

    async def get(
        self, build: str, *, timeout: int | Omit = omit, options: RequestOptions | None = None
    ) -> models.Build:
        """Get a build."""
        return await self._send(_get(build, timeout), options)

    async def wait(
        self,
        build: str,
        *,
        timeout_: int | Omit = omit,
        timeout: float | None | Omit = omit,
        poll: float | Omit = omit,
        progress: Callable[[models.Build], object] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Build:
        """Call `get` repeatedly until `status.phase` is DONE or SKIPPED. Raises an
        OperationError with the answer as its `body` if it is BROKEN.
        """
        return await self._send_waiting(_wait(build, timeout_, timeout, poll, progress), options)
