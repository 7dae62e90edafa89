"""States of what goes on: to ask until one of them is final."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..calls.kinds import WaitingRequest
from ..calls.waits import retry_after
from ..data.json_shapes import attribute, is_model
from ..data.omission import Omit, omit
from ..data.wire import plain
from ..errors.api_errors import OperationError, OperationTimeoutError
from ._polling import FIRST_PAUSE, Schedule, lasting
from .long_running import failure_of

if TYPE_CHECKING:
    from ..calls.responses import Response
    from ..requests.options import RequestOptions
    from ..requests.request import Request

BodyT = TypeVar("BodyT")


@dataclass(frozen=True, slots=True)
class StateRequest(WaitingRequest[BodyT], Generic[BodyT]):
    """A request that is sent again until its answer, a ``BodyT``, has a final state.

    State and reason are attributes of the answer, with dots between those that lead to them.
    """

    state: str = field(kw_only=True)
    final_states: tuple[str, ...] = field(kw_only=True)
    failed_states: tuple[str, ...] = field(default=(), kw_only=True)
    reason: str = field(default="", kw_only=True)
    """Why it failed; empty where the answer does not say."""
    timeout: float | Omit | None = field(default=omit, kw_only=True)
    poll: float | Omit = field(default=omit, kw_only=True)
    progress: Callable[[BodyT], object] | Omit = field(default=omit, kw_only=True)

    def wait(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Response[BodyT]],
    ) -> BodyT:
        schedule, own = self._schedule(), lasting(options)
        while True:
            response = send(self, own)
            if self._is_over(response.data):
                return response.data
            time.sleep(self._pause(schedule, response))

    async def wait_async(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Awaitable[Response[BodyT]]],
    ) -> BodyT:
        import anyio

        schedule, own = self._schedule(), lasting(options)
        while True:
            response = await send(self, own)
            if self._is_over(response.data):
                return response.data
            await anyio.sleep(self._pause(schedule, response))

    def _schedule(self) -> Schedule:
        timeout = None if isinstance(self.timeout, Omit) else self.timeout
        first = FIRST_PAUSE if isinstance(self.poll, Omit) else self.poll
        return Schedule(time.monotonic, timeout, first)

    def _is_over(self, body: BodyT) -> bool:
        """Tell whether a state is final, and raise what it means; show it to the caller first."""
        if not isinstance(self.progress, Omit):
            self.progress(body)
        state = attribute(body, self.state)
        if state in self.failed_states:
            raise self._failure(body, str(state))
        return state in self.final_states

    def _failure(self, body: BodyT, state: str) -> OperationError:
        error: Any = attribute(body, self.reason) if self.reason else None
        said = failure_of(plain(error) if is_model(error) else error)
        message = str(said.get("message") or "")
        title = f"{self.operation_id}: {self.state} is {state}"
        return OperationError(
            f"{title}: {message}" if message else title,
            code=state,
            server_message=message,
            body=body,
            operation_id=self.operation_id,
            method=self.method,
        )

    def _pause(self, schedule: Schedule, response: Response[BodyT]) -> float:
        pause = schedule.pause(retry_after(response.headers))
        if pause is None:
            state = attribute(response.data, self.state)
            raise OperationTimeoutError(
                f"{self.operation_id}: {self.state} is {state} after {schedule.timeout:g} s",
                operation_id=self.operation_id,
                method=self.method,
            )
        return pause
