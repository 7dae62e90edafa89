"""The typed details of google.rpc.Status: offered wherever an operation may fail with one."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

DETAIL = {"type": "object", "properties": {"@type": {"type": "string"}}}
STATUS = {
    "type": "object",
    "properties": {
        "code": {"type": "integer"},
        "message": {"type": "string"},
        "details": {"type": "array", "items": DETAIL},
    },
}
PLAIN = {"type": "object", "properties": {"message": {"type": "string"}}}


def failing(name: str, status: str = "default") -> dict[str, Any]:
    """Write an operation that fails with a schema."""
    schema = {"$ref": f"#/components/schemas/{name}"}
    error = {"description": "no", "content": {"application/json": {"schema": schema}}}
    return {"get": {"responses": {"200": {"description": "ok"}, status: error}}}


@pytest.mark.parametrize(
    ("paths", "offered"),
    [
        ({"/a": failing("Status"), "/b": failing("Status")}, True),
        ({"/a": failing("Status", "404"), "/b": failing("Status", "404")}, True),
        ({"/a": failing("Status"), "/b": failing("Plain")}, True),
        ({"/a": failing("Status")}, True),
        ({"/a": failing("Plain"), "/b": failing("Plain")}, False),
    ],
    ids=["shared", "shared-404", "of-one", "single", "none"],
)
def test_details_are_offered(lowered: Lower, paths: dict[str, Any], offered: bool) -> None:
    schemas = {"Status": STATUS, "Plain": PLAIN}
    assert lowered(paths=paths, components={"schemas": schemas}).rpc_errors is offered
