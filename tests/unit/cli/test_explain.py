"""Where names, lines of generated files and tracebacks come from."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
security: [{key: []}]
paths:
  /cats/{catId}:
    get:
      operationId: getCat
      tags: [cats]
      parameters:
        - {name: catId, in: path, required: true, schema: {type: string}}
        - name: viewMode
          in: query
          description: How much of it.
          schema: {type: string}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
  schemas:
    Cat:
      type: object
      properties:
        furColor:
          type: string
          description: Its color.
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: Words, version: 1.0.0}
actions:
  - target: $.components.schemas.Cat
    update: {description: A cat.}
"""
PYTHON = "generated/python/zoo"


@pytest.fixture
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.yaml").write_text(SPEC)
    targets = [word for one in ("python", "docs", "kcl") for word in ("--target", one)]
    assert main(["init", "--spec", "zoo.yaml", *targets]) == 0
    (tmp_path / "specs/zoo/overlay.yaml").write_text(OVERLAY)
    assert main(["generate"]) == 0
    capsys.readouterr()
    return tmp_path


def line_of(file: Path, text: str, number: int = 0) -> str:
    """Return ``FILE:LINE`` of a line that holds a text."""
    lines = [at for at, line in enumerate(file.read_text().split("\n"), 1) if text in line]
    return f"{file.relative_to(Path.cwd())}:{lines[number]}"


@pytest.mark.parametrize(
    ("file", "text", "number", "what", "place"),
    [
        (f"{PYTHON}/resources/cats.py", "def get(", 0, "cats.get", "7:5"),
        (f"{PYTHON}/resources/cats.py", "async def get(", 0, "cats.get", "7:5"),
        (f"{PYTHON}/resources/cats.py", "view_mode: How much", 0, "cats.get(view_mode)", "12:11"),
        (f"{PYTHON}/resources/cats.py", '"viewMode": view_mode', 0, "cats.get(view_mode)", "12:11"),
        (f"{PYTHON}/resources/cats.py", "def _get(", 0, "cats.get", "7:5"),
        (f"{PYTHON}/models/cats.py", "class Cat(", 0, "Cat", "24:5"),
        (f"{PYTHON}/models/cats.py", "fur_color", 0, "Cat.fur_color", "27:9"),
        (f"{PYTHON}/models/cats.py", "Its color.", 0, "Cat.fur_color", "27:9"),
        (f"{PYTHON}/models/__init__.py", "Cat", 0, "Cat", "24:5"),
        (f"{PYTHON}/_client.py", "token: Token | None = None,", 0, "Zoo(token)", "21:3"),
        (f"{PYTHON}/_client.py", "cats: Lazy", 0, "cats.get", "7:5"),
        ("generated/docs/zoo/resources/cats.md", "`view_mode`", 0, "cats.get(view_mode)", "12:11"),
        ("generated/docs/zoo/resources/cats.md", "## get", 0, "cats.get", "7:5"),
        ("generated/docs/zoo/models/Cat.md", "fur_color", 0, "Cat.fur_color", "27:9"),
        ("generated/kcl/zoo/models/cats.k", "furColor?: str", 0, "Cat.fur_color", "27:9"),
        ("generated/kcl/zoo/models/cats.k", "schema Cat", 0, "Cat", "24:5"),
    ],
)
def test_lines(
    zoo: Path, capsys: Capture, file: str, text: str, number: int, what: str, place: str
) -> None:
    line = line_of(zoo / file, text, number)
    assert main(["explain", line]) == 0
    first, second, third, *_ = capsys.readouterr().out.splitlines()
    assert first == f"{line}: {what}"
    assert second.startswith(f"specs/zoo/source.yaml:{place}, at /")
    assert third.startswith("named by ")


def test_every_line_of_every_file_can_be_asked_for(zoo: Path, capsys: Capture) -> None:
    for path in (zoo / "generated").rglob("*"):
        if path.suffix in {".py", ".md", ".k"} and "_runtime" not in path.parts:
            lines = path.read_text().count("\n") + 1
            for line in {1, 2, lines // 3 or 1, lines // 2 or 1, lines}:
                assert main(["explain", f"{path}:{line}"]) == 0, f"{path}:{line}"
    assert "internal error" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["Cat.fur_color", "Cat.furColor", "zoo.models.Cat.fur_color", "cats.get(view_mode)",
     "getCat(viewMode)", "zoo.models.Cat", "zoo.Zoo.cats.get", "client.cats.get", "Zoo(token)"],
)  # fmt: skip
def test_names(zoo: Path, capsys: Capture, name: str) -> None:
    assert main(["explain", name]) == 0
    assert capsys.readouterr().out.startswith("specs/zoo/source.yaml:")


@pytest.mark.parametrize(
    "name", ["cats.get", "cats.Cats.cats.get", "client.cats.get", "cats.get(view_mode)"]
)
def test_a_resource_may_have_the_name_of_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cats.yaml").write_text(SPEC.replace("title: Zoo", "title: Cats"))
    assert main(["init", "--spec", "cats.yaml", "--quiet"]) == 0
    assert main(["explain", name]) == 0
    assert '"python": ' in capsys.readouterr().out


def test_overlays_and_pins_are_told(zoo: Path, capsys: Capture) -> None:
    assert main(["explain", "Cat"]) == 0
    told = capsys.readouterr().out
    assert "changed by specs/zoo/overlay.yaml:5:14, at /actions/0/update/description\n" in told
    with (zoo / "specmill.toml").open("a") as file:
        file.write('[apis.zoo.names]\nCat = "Kitty"\n')
    assert main(["explain", "Kitty"]) == 0
    assert "named by pinned in [apis.zoo.names]" in capsys.readouterr().out


def test_tracebacks(zoo: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    file, _, line = line_of(zoo / PYTHON / "resources/cats.py", "return self._send").partition(":")
    trace = (
        "Traceback (most recent call last):\n"
        '  File "/app/main.py", line 3, in <module>\n    run()\n'
        f'  File "/venv/lib/site-packages/zoo/resources/cats.py", line {line}, in get\n'
        f'  File "{file}", line {line}, in get\n'
        '  File "/venv/lib/site-packages/zoo/_runtime/client/client.py", line 9, in send\n'
        "zoo.NotFoundError: 404\n"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(trace))
    assert main(["explain", "-"]) == 0
    captured = capsys.readouterr()
    assert captured.out.count(": cats.get\n") == 2
    assert "a copy of specmill's runtime" in captured.err


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("zoo.yaml.py:3", "is no generated file"),
        (f"{PYTHON}/resources/cats.py:9999", "lines, not 9999"),
        (f"{PYTHON}/resources/gone.py:1", "no such file"),
    ],
)
def test_mistakes(zoo: Path, capsys: Capture, line: str, what: str) -> None:
    assert main(["explain", line]) == 2
    assert what in capsys.readouterr().err
