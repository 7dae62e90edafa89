"""What ``inspect`` says of the constructor: the arguments that an API's client has of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets.python.inspect.inspection import describe

ROOT = Path(__file__).parents[5]
TOKEN = {
    "wire": "Authorization",
    "python": "token",
    "type": "Token | None",
    "required": False,
    "default": None,
}
SERVER = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "servers": [
        {
            "url": "https://{region-name}.api.test:{port}",
            "variables": {
                "region-name": {"default": "eu", "enum": ["eu", "us"]},
                "port": {"default": "443"},
            },
        }
    ],
    "security": [{"key": []}],
    "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-key"}}},
    "paths": {},
}
PAGE = """# Shop

```python
client = shop.Client("host", port=80)
```

#### Parameters

| Name | Type | Meaning |
| - | - | - |
| host | string (required) | Where. |
| port | int (optional, default=80) | Which. |

### Close

```python
client.close()
```
"""


def constructor(path: Path) -> list[dict[str, Any]]:
    api = lower(sources.read(path, report=Report()), key="x", report=Report())
    found: list[dict[str, Any]] = describe(api, "x")["constructor"]
    return found


@pytest.mark.parametrize("api", ["kubeflow-pipelines", "kubeflow-pipelines-v2beta1"])
def test_swagger(api: str) -> None:
    assert constructor(ROOT / "specs" / api / "source.json") == [TOKEN]


def test_discovery() -> None:
    key = {**TOKEN, "wire": "key", "python": "api_key", "type": "str | None"}
    found = constructor(ROOT / "specs" / "genomics" / "source.json")
    assert found[-2:] == [TOKEN, key]
    assert "universe_domain" in {one["python"] for one in found[:-2]}


def test_openapi_with_variables(tmp_path: Path) -> None:
    file = tmp_path / "spec.json"
    file.write_text(json.dumps(SERVER))
    region, port, key = constructor(file)
    assert region == {
        "wire": "region-name",
        "python": "region_name",
        "type": "Literal['eu', 'us'] | str",
        "required": False,
        "default": "eu",
    }
    assert (port["python"], port["type"], port["default"]) == ("port", "int", 443)
    assert (key["python"], key["wire"]) == ("api_key", "x-key")


def test_page_with_a_login() -> None:
    found = constructor(ROOT / "specs" / "paddleflow" / "reference.md")
    assert [(one["python"], one["wire"], one["required"]) for one in found] == [
        ("host", "host", True),
        ("username", "username", False),
        ("password", "password", False),
        ("port", "port", False),
    ]
    assert found[-1]["default"] == 8999


def test_page_without_bindings(tmp_path: Path) -> None:
    """What the page says is all that is known."""
    file = tmp_path / "page.md"
    file.write_text(PAGE)
    assert constructor(file) == [
        {"wire": None, "python": "host", "type": "str", "required": True},
        {"wire": None, "python": "port", "type": "int", "required": False, "default": 80},
    ]
