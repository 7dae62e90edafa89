"""What the page on validation offers: all rules of a spec enforced, in linear time."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from runtime.data.models import CamelModel

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "validation.md"


class Tool(CamelModel):
    id: str | None = None
    name: str | None = None
    power: float | None = None
    tags: list[str] | None = None
    parts: list[Tool] | None = None


SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "string", "readOnly": True},
        "name": {"type": "string", "pattern": "^(A+)+$"},
        "power": {"type": "number", "minimum": 0},
        "tags": {"type": "array", "maxItems": 1, "items": {"type": "string"}},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Tool"}},
    },
    "dependentRequired": {"power": ["tags"]},
}


@pytest.fixture
def validator(tmp_path: Path) -> Any:
    [code, _] = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    offered: dict[str, Any] = {}
    exec(code, offered)
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps({"components": {"schemas": {"Tool": SCHEMA, "Any": True}}}))
    return SimpleNamespace(**offered).Validator(document)


def test_what_fits_passes(validator: Any) -> None:
    validator.validate(Tool(name="AA", power=1, tags=["a"], parts=[Tool(name="A")]))
    validator.validate(Tool(id="1", name="A"), sent=False)


@pytest.mark.parametrize(
    ("tool", "told"),
    [
        (Tool(name="A", power=-1, tags=[]), "power: -1 is less than the minimum of 0"),
        (Tool(name="b"), 'name: "b" does not match'),
        (Tool(name="A", tags=["a", "b"]), "tags: .* has more than 1 item"),
        (Tool(name="A", power=1), 'Tool: "tags" is a required property'),
        (Tool(name="A", parts=[Tool(name="c")]), r"parts\.0\.name: "),
        (Tool(), 'Tool: "name" is a required property'),
    ],
)
def test_every_rule_is_enforced(validator: Any, tool: Tool, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        validator.validate(tool)


def test_all_that_is_wrong_is_told_at_once(validator: Any) -> None:
    with pytest.raises(ValueError, match="name: (.|\n)*power: "):
        validator.validate(Tool(name="b", power=-1, tags=[]))


def test_what_was_read_has_what_the_server_sets(validator: Any) -> None:
    with pytest.raises(ValueError, match='"id" is a required property'):
        validator.validate(Tool(name="A"), sent=False)


def test_patterns_take_linear_time(validator: Any) -> None:
    started = time.process_time()
    with pytest.raises(ValueError, match="does not match"):
        validator.validate(Tool(name="A" * 20_000 + "!"))
    assert time.process_time() - started < 2
