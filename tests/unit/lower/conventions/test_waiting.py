"""Methods that wait for a state: what ``x-specmill-wait`` must say, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.operations import Operation

BUILD = {
    "type": "object",
    "properties": {"phase": {"type": "string"}, "why": {"type": "string"}},
}


def operations(lowered: Lower, wait: Any, schema: Any = None) -> list[Operation]:
    """Lower an API with one operation that declares ``wait``."""
    content = {"application/json": {"schema": schema or {"$ref": "#/components/schemas/Build"}}}
    get = {
        "operationId": "getBuild",
        "tags": ["builds"],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {}}],
        "responses": {"200": {"content": content}},
        "x-specmill-wait": wait,
    }
    api = lowered(paths={"/builds/{id}": {"get": get}}, components={"schemas": {"Build": BUILD}})
    return [one for child in api.root.children for one in child.operations]


def test_a_method_stands_beside_the_one_that_tells(lowered: Lower) -> None:
    told, waits = operations(lowered, {"field": "phase", "final": ["DONE"], "error": "why"})
    assert (told.waiting, waits.form_of, waits.name) == (None, told.pointer, "wait")
    assert waits.waiting is not None
    assert [one.wire for one in waits.waiting.field] == ["phase"]
    assert [one.wire for one in waits.waiting.error] == ["why"]
    assert waits.response == told.response


def test_false_says_that_there_is_none(lowered: Lower) -> None:
    assert len(operations(lowered, False)) == 1


@pytest.mark.parametrize(
    ("wait", "why"),
    [
        ([], "neither an object nor false"),
        ({"field": "phase"}, "must say `field`, and in `final`"),
        ({"final": ["DONE"]}, "must say `field`"),
        ({"field": "phase", "final": ["BAD"], "failed": ["BAD"]}, "means no failure"),
        ({"field": "phase", "final": "DONE"}, "'final' that is not a list of texts"),
        ({"field": 3, "final": ["DONE"]}, "'field' that is not a text"),
        ({"field": "phase", "final": [True]}, "'final' that is not a list of texts"),
        ({"field": "phase", "final": ["DONE"], "until": "x"}, "has no 'until'; it has method"),
        ({"field": "stage", "final": ["DONE"]}, "names no field of the answer: 'stage'"),
        ({"field": "phase", "final": ["DONE"], "error": "e"}, "no field of the answer: 'e'"),
    ],
)
def test_what_it_must_say(lowered: Lower, wait: Any, why: str) -> None:
    with pytest.raises(SpecmillError, match="x-specmill-wait") as raised:
        operations(lowered, wait)
    assert why in str(raised.value)


def test_a_list_has_no_state(lowered: Lower) -> None:
    of_texts = {"type": "array", "items": {"type": "string"}}
    with pytest.raises(SpecmillError, match="names no field of the answer"):
        operations(lowered, {"field": "phase", "final": ["DONE"]}, of_texts)
