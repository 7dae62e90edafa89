"""How the long-running operations of this API go on."""

from __future__ import annotations

from ._runtime.operations.long_running import FollowUp, LongRunning

GATE_OPERATION = LongRunning(
    polls=(FollowUp("garden.gateOperations.get", "GET /walls/{wall}/operations/{operation}"),),
    name="name",
    link="self_link",
    status="status",
    finished=("DONE",),
    error="error",
)

OPERATION = LongRunning(
    polls=(
        FollowUp(
            "garden.operations.get",
            "GET /v1/{name}",
            patterns={"name": "operations/*"},
            reserved=("name",),
        ),
    ),
    cancels=(
        FollowUp(
            "garden.operations.cancel",
            "POST /v1/{name}:cancel",
            patterns={"name": "operations/*"},
            reserved=("name",),
            body={},
        ),
    ),
    name="name",
    done="done",
    error="error",
    response="response",
    metadata="metadata",
)
