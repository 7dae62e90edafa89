"""Waiting for a final state: what is asked, how often, and what a state means."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ..calls.waits import retry_after
from ..data.json_shapes import attribute, is_model
from ..data.omission import Omit
from ..data.wire import plain
from ..errors.api_errors import OperationError, OperationTimeoutError
from ._polling import FIRST_PAUSE, Schedule, lasting
from .long_running import failure_of

if TYPE_CHECKING:
    from ..calls.responses import Response
    from ..requests.options import RequestOptions
    from ..requests.request import Request

BodyT = TypeVar("BodyT")


class Watch(Protocol):
    """What is asked of an answer: see the fields of a ``StateRequest``."""

    @property
    def state(self) -> str: ...
    @property
    def final_states(self) -> tuple[str, ...]: ...
    @property
    def failed_states(self) -> tuple[str, ...]: ...
    @property
    def reason(self) -> str: ...
    @property
    def timeout(self) -> float | Omit | None: ...
    @property
    def poll(self) -> float | Omit: ...
    @property
    def progress(self) -> Callable[[Any], object] | Omit: ...


class StateWait(Generic[BodyT]):
    """One wait: the request is sent until the state of its answer is final."""

    def __init__(self, request: Request[BodyT], watch: Watch) -> None:
        self._request = request
        self._watch = watch
        timeout = None if isinstance(watch.timeout, Omit) else watch.timeout
        first = FIRST_PAUSE if isinstance(watch.poll, Omit) else watch.poll
        self._schedule = Schedule(time.monotonic, timeout, first)

    def run(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Response[BodyT]],
    ) -> BodyT:
        """Return the answer whose state is final.

        Raises:
            OperationError: It failed.
            OperationTimeoutError: It takes longer than the timeout.
        """
        own = lasting(options)
        while True:
            response = send(self._request, own)
            if self._is_over(response):
                return response.data
            time.sleep(self._pause(response))

    async def run_async(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Awaitable[Response[BodyT]]],
    ) -> BodyT:
        """Return the answer whose state is final, as :meth:`run` does."""
        import anyio

        own = lasting(options)
        while True:
            response = await send(self._request, own)
            if self._is_over(response):
                return response.data
            await anyio.sleep(self._pause(response))

    def _is_over(self, response: Response[BodyT]) -> bool:
        """Tell whether a state is final, and raise what it means; show it to the caller first."""
        watch, body = self._watch, response.data
        if not isinstance(watch.progress, Omit):
            watch.progress(body)
        state = attribute(body, watch.state)
        if state in watch.failed_states:
            raise self._failure(response, str(state))
        return state in watch.final_states

    def _failure(self, response: Response[BodyT], state: str) -> OperationError:
        from ..requests.secrets import secrets_in  # with which httpx2 loads

        request, watch, body = self._request, self._watch, response.data
        error: Any = attribute(body, watch.reason) if watch.reason else None
        said = failure_of(plain(error) if is_model(error) else error)
        sent = response.http.request
        message = secrets_in(sent).text(str(said.get("message") or ""), sent)
        title = f"{request.title}: {watch.state} is {state}"
        return OperationError(
            f"{title}: {message}" if message else title,
            code=state,
            server_message=message,
            body=body,
            operation_id=request.operation_id,
            method=request.method,
        )

    def _pause(self, response: Response[BodyT]) -> float:
        pause = self._schedule.pause(retry_after(response.headers))
        if pause is None:
            request, watch = self._request, self._watch
            state = attribute(response.data, watch.state)
            raise OperationTimeoutError(
                f"{request.title}: {watch.state} is {state} after {self._schedule.timeout:g} s",
                operation_id=request.operation_id,
                method=request.method,
            )
        return pause
