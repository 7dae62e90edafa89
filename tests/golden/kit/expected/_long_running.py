"""How the long-running operations of this API go on."""

from __future__ import annotations

from ._runtime.operations.long_running import FollowUp, LongRunning

OPERATION = LongRunning(
    polls=(FollowUp("getOperation", "GET /operations/{operation_id}"),),
    name="name",
    done="done",
    error="error",
    response="response",
    metadata="metadata",
)
