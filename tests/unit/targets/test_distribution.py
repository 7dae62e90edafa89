"""Project files of an installable package."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from specmill import generate
from specmill.targets.python.spelling import version_number


def made(folder: Path, **root: Any) -> dict[str, str]:
    """Generate a distribution of a small API; give its project files."""
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "v2", **root.pop("info", {})},
        "servers": [{"url": "https://shop.example"}],
        "paths": {
            "/health": {
                "get": {"operationId": "health", "responses": {"204": {"description": ""}}}
            },
            "/orders": {
                "get": {
                    "operationId": "orders_list",
                    "tags": ["orders"],
                    "summary": "List | see the orders.",
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {
                                "application/json": {"schema": {"type": "array", "items": {}}}
                            },
                        }
                    },
                },
            },
            "/orders/{id}": {
                "put": {
                    "operationId": "orders_update",
                    "tags": ["orders"],
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": {"type": "object"}}},
                    },
                    "responses": {"204": {"description": ""}},
                }
            },
        },
        **root,
    }
    (folder / "spec.json").write_text(json.dumps(spec))
    files = generate(folder / "spec.json", name="shop", out=folder, settings={"distribution": True})
    return {path.removeprefix("shop/"): text.decode() for path, text in files.items()
            if "/src/" not in path}  # fmt: skip


def test_the_project_says_what_the_spec_says(tmp_path: Path) -> None:
    info = {
        "license": {"name": "Ours", "identifier": "Apache-2.0"},
        "contact": {"name": "Us", "url": "https://shop.example/about"},
    }
    files = made(tmp_path, info=info, externalDocs={"url": "https://docs.shop.example"})
    project = tomllib.loads(files["pyproject.toml"])["project"]
    assert project["version"] == "2"
    assert project["license"] == "Apache-2.0"
    assert project["urls"] == {
        "Documentation": "https://docs.shop.example",
        "Homepage": "https://shop.example/about",
    }
    assert "Typing :: Typed" in project["classifiers"]


def test_what_is_no_licence_or_address_is_left_out(tmp_path: Path) -> None:
    info = {"license": {"name": "Free as in beer"}, "contact": {"url": "javascript:alert(1)"}}
    project = tomllib.loads(made(tmp_path, info=info)["pyproject.toml"])["project"]
    assert "license" not in project
    assert "urls" not in project


def test_the_readme_shows_a_telling_program_and_all_methods(tmp_path: Path) -> None:
    readme = made(tmp_path)["README.md"]
    assert "client.orders.list()" in readme.partition("```python")[2].partition("```")[0]
    assert "await client.orders.list()" in readme
    assert "`SHOP_TOKEN`" in readme
    assert "| `client.orders.update(id_, body)` | `PUT /orders/{id}` |" in readme
    assert "| `client.orders.list()` | `GET /orders` | List &#124; see the orders. |" in readme
    assert "`client.health()`" in readme


def test_lists_for_people_and_for_language_models(tmp_path: Path) -> None:
    files = made(tmp_path)
    assert "* `client.orders.update(id_, body)`: `PUT /orders/{id}`" in files["api.md"]
    assert "- [orders](src/shop/resources/orders.py): 2 methods" in files["llms.txt"]
    assert files["llms.txt"].startswith("# shop\n\n> ")


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("1.2.3", "1.2.3"),
        ("v1beta3", "1b3"),
        ("v2alpha1", "2a1"),
        ("2024-01-31", "2024.1.31"),
        ("1.0.0-rc.1", "1.0.0rc1"),
        ("1.0.0-oas3", "1.0.0"),
        ("1.0-SNAPSHOT", "1.0"),
        ("latest", "0.1.0"),
        ("", "0.1.0"),
    ],
)
def test_versions(said: str, version: str) -> None:
    assert version_number(said) == version
