"""How the long-running operations of this API go on."""

from __future__ import annotations

from ._runtime.operations.long_running import FollowUp, LongRunning

OPERATION = LongRunning(
    polls=(
        FollowUp(
            "genomics.projects.operations.get",
            "GET /v2alpha1/{name}",
            patterns={"name": "projects/*/operations/*"},
            reserved=("name",),
        ),
    ),
    cancels=(
        FollowUp(
            "genomics.projects.operations.cancel",
            "POST /v2alpha1/{name}:cancel",
            patterns={"name": "projects/*/operations/*"},
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
