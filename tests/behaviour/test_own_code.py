"""Code of one's own in a package: exported in place of what is generated, also for types."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.server import Server

from specmill.cli import main

SPEC = """\
openapi: 3.1.0
info: {title: Fleet, version: "1"}
servers: [{url: https://fleet.example.com}]
security: [{key: []}]
paths:
  /ships:
    get:
      operationId: listShips
      tags: [Ships]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Ship'}}
  /ships/{id}/crew:
    get:
      operationId: listCrew
      tags: [Crew]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: None.}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Ship: {type: object, required: [name], properties: {name: {type: string}}}
"""
FACE = '''\
"""What Fleet's package offers besides what is generated."""

from __future__ import annotations

from typing import Any

from .._client import Fleet as GeneratedFleet
from .._runtime.client.resources import Lazy
from .._runtime.streams.frames import Frame as Frame
from .ships import Ships

__all__ = ["Fleet", "Ships", "greeting"]


def greeting(name: str) -> str:
    return f"Ahoy, {name}!"


class Fleet(GeneratedFleet):
    """The client with a header of ours."""

    ships: Lazy[Ships]

    def __init__(self, token: str, **settings: Any) -> None:
        headers = {"X-Fleet": "mine", **settings.pop("headers", {})}
        super().__init__(token=f"signed-{token}", headers=headers, **settings)
'''
SHIPS = '''\
"""Ships, with a search by name."""

from __future__ import annotations

from .. import models
from ..resources.ships import Ships as GeneratedShips


class Ships(GeneratedShips):
    """Ships, with a search by name."""

    def named(self, name: str) -> models.Ship | None:
        return next((ship for ship in self.list() if ship.name == name), None)
'''
USE = """\
from fleet import AsyncFleet, Fleet, greeting
from fleet.models import Ship

client = Fleet("t")
ship: Ship | None = client.ships.named("Argo")
text: str = greeting("you")
other: Fleet = client.with_options(timeout=3)
others = AsyncFleet(token="t").ships
client.ships.lost()
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fleet.yaml").write_text(SPEC)
    assert main(["init", "--spec", "fleet.yaml"]) == 0
    assert main(["generate"]) == 0
    own = tmp_path / "generated/python/fleet/_custom"
    own.mkdir()
    (own / "__init__.py").write_text(FACE)
    (own / "ships.py").write_text(SHIPS)
    assert main(["generate"]) == 0
    monkeypatch.syspath_prepend(str(tmp_path / "generated/python"))
    yield tmp_path
    for name in [one for one in sys.modules if one.split(".")[0] == "fleet"]:
        del sys.modules[name]


def test_own_classes_and_functions_are_the_package(workspace: Path, server: Server) -> None:
    fleet: Any = __import__("fleet")
    assert {"Fleet", "Ships", "greeting"} <= set(fleet.__all__)
    assert fleet.greeting("Ann") == "Ahoy, Ann!"
    server.answer([{"name": "Argo"}, {"name": "Bounty"}])
    with fleet.Fleet("t", base_url=server.url) as client:
        assert client.ships.named("Bounty").name == "Bounty"
        assert type(client.ships) is fleet.Ships
    (request,) = server.requests
    assert request.headers["x-fleet"] == "mine"
    assert request.headers["authorization"] == "Bearer signed-t"


def test_what_it_needs_of_the_runtime_is_there(workspace: Path) -> None:
    runtime = workspace / "generated/python/fleet/_runtime"
    assert (runtime / "streams/frames.py").is_file()


def test_types_are_those_of_own_code(workspace: Path) -> None:
    (workspace / "use.py").write_text(USE)
    checker = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "cache", "use.py"]
    environment = {"MYPYPATH": "generated/python", "PATH": ""}
    done = subprocess.run(checker, capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.splitlines()[:-1] == [
        'use.py:9: error: "Ships" has no attribute "lost"  [attr-defined]'
    ], done.stdout


def test_own_code_is_never_touched(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = workspace / "generated/python/fleet/_custom"
    before = {path: path.read_text() for path in own.glob("*.py")}
    assert main(["generate", "--force", "--rename"]) == 0
    assert {path: path.read_text() for path in own.glob("*.py")} == before
    capsys.readouterr()
    assert main(["generate"]) == 0
    assert capsys.readouterr().err == "1 API up to date\n"
    (own / "__init__.py").write_text('__all__ = ["more"]\n\nmore = 1\n')
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert "fleet is stale, own code: generated/python/fleet/_custom/__init__.py" in told
    assert main(["generate"]) == 0
    face = (workspace / "generated/python/fleet/__init__.py").read_text()
    assert '\n    "more",\n' in face
    assert "_client import AsyncFleet, Fleet\n" in face


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("def broken(:\n", "_custom/__init__.py:1:12: error: not Python"),
        ("__all__ = [1]\n", "_custom/__init__.py:1:11: error: __all__ must be a list of texts"),
    ],
)
def test_mistakes_in_it_are_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], text: str, what: str
) -> None:
    (workspace / "generated/python/fleet/_custom/__init__.py").write_text(text)
    capsys.readouterr()
    assert main(["generate"]) == 2
    assert what in capsys.readouterr().err
