"""What type checkers say of the names of a large package that loads its models on first use."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import specmill

MODELS = 4000
"""As many as the largest public descriptions have."""

PROGRAM = f"""\
import plant
from plant import models
from plant.models import PartOfTheMachine0, PartOfTheMachine{MODELS - 1}

client = plant.Plant()
first: models.PartOfTheMachine0 = client.parts.get()
last = PartOfTheMachine{MODELS - 1}(made=first.made)
print(models.PartOfTheMachin)  # mistake: no model has this name
print(plant.Plants)  # mistake: the package has no such client
print(PartOfTheMachine0(made="today"))  # mistake: the type of a field
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package and the program of a user."""
    folder = tmp_path_factory.mktemp("plant")
    part = {
        "type": "object",
        "required": ["made"],
        "properties": {"made": {"type": "string", "format": "date-time"}},
    }
    names = [f"PartOfTheMachine{number}" for number in range(MODELS)]
    parts = {name: {**part, "title": name} for name in names}
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{names[0]}"}}}
    responses = {"200": {"description": "", "content": content}}
    get = {"operationId": "parts.get", "tags": ["parts"], "responses": responses}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Plant", "version": "1"},
        "paths": {"/part": {"get": get}},
        "components": {"schemas": parts},
    }
    (folder / "plant.json").write_text(json.dumps(spec))
    specmill.generate(spec=folder / "plant.json", out=folder, name="plant")
    (folder / "program.py").write_text(PROGRAM)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [("mypy", "--strict", "--no-incremental"), ("basedpyright", "--level", "error")]
)
def test_wrong_names_are_found_and_right_ones_are_typed(
    folder: Path, command: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command, "program.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {int(line) for line in re.findall(r"program.py:(\d+):.* error:", done.stdout)}
    lines = PROGRAM.splitlines()
    assert found == {at for at, line in enumerate(lines, 1) if "# mistake:" in line}, done.stdout
