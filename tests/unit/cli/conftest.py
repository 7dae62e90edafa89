"""A spec and an empty folder to stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

PETSTORE = """\
openapi: 3.1.0
info: {title: Petstore, version: 1.0.0}
servers: [{url: https://pets.example.com}]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      tags: [pets]
      parameters:
        - {name: petId, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, description: What it listens to.}
"""


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``petstore.yaml`` in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "petstore.yaml"
    file.write_text(PETSTORE, encoding="utf-8")
    return file


@pytest.fixture
def workspace(spec: Path) -> Path:
    """A workspace with the petstore, generated."""
    from specmill.cli import main

    assert main(["init", "--spec", "petstore.yaml"]) == 0
    assert main(["generate"]) == 0
    return spec.parent
