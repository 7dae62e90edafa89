"""Requests that are sent again until their answer has a final state."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from ..calls.kinds import WaitingRequest
from ..data.omission import Omit, omit
from ..records import dataclass, field

if TYPE_CHECKING:
    from ..calls.responses import Response
    from ..requests.options import RequestOptions
    from ..requests.request import Request

BodyT = TypeVar("BodyT")


@dataclass(frozen=True)
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
        from .state_waits import StateWait  # few calls wait

        return StateWait(self, self).run(options, send)

    async def wait_async(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Awaitable[Response[BodyT]]],
    ) -> BodyT:
        from .state_waits import StateWait

        return await StateWait(self, self).run_async(options, send)
