"""``--quiet`` and ``--json``: what people do not see, and the document for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]
ODD = """\
openapi: 3.1.0
info: {title: A, version: '1'}
paths: {"/a/{id}": {get: {responses: {"204": {description: Done.}}}}}
"""


def asked(*arguments: str, capsys: Capture) -> tuple[int, Any]:
    """Run a command; give its exit code and what its one document says."""
    capsys.readouterr()
    code = main([*arguments, "--json"])
    told = capsys.readouterr()
    assert told.err == ""
    found = json.loads(told.out)
    assert found["exit_code"] == code
    return code, found


def test_generate(workspace: Path, capsys: Capture) -> None:
    code, told = asked("generate", "--force", capsys=capsys)
    assert (code, told["apis"], told["written"], told["removed"]) == (0, ["petstore"], [], [])
    assert told["unchanged"] > 40
    Path("generated/python/petstore/__init__.py").unlink()
    code, told = asked("generate", capsys=capsys)
    assert told["written"] == ["generated/python/petstore/__init__.py"]


def test_errors_and_findings(spec: Path, capsys: Capture) -> None:
    spec.write_text(ODD)
    code, told = asked("validate", "--spec", "petstore.yaml", capsys=capsys)
    assert {one["code"] for one in told["findings"]} == {"path-parameter-undeclared"}
    assert (code, told["valid"], told["errors"]) == (0, True, [])
    spec.write_text("openapi: 4.0.0\n")
    code, told = asked("generate", "--spec", "petstore.yaml", "--out", "sdk", capsys=capsys)
    assert code == 2
    [error, *_] = told["errors"]
    assert (error["file"], error["line"]) == ("petstore.yaml", 1)


def test_check(workspace: Path, capsys: Capture) -> None:
    assert asked("check", capsys=capsys)[1]["differences"] == []
    Path("generated/python/petstore/__init__.py").unlink()
    code, told = asked("check", capsys=capsys)
    path = "generated/python/petstore/__init__.py"
    assert (code, told["differences"]) == (1, [{"path": path, "kind": "missing"}])


def test_diff(spec: Path, capsys: Capture) -> None:
    Path("new.yaml").write_text(spec.read_text().replace("name: {type: string", "name: {type: int"))
    assert main(["diff", "petstore.yaml", "new.yaml", "--json"]) == 1
    short = capsys.readouterr().out
    assert main(["diff", "petstore.yaml", "new.yaml", "--format", "json"]) == 1
    assert capsys.readouterr().out == short
    assert json.loads(short)


@pytest.mark.parametrize("sides", [("none.yaml", "petstore.yaml"), ("petstore.yaml", "new.yaml")])
def test_errors_of_diff(spec: Path, capsys: Capture, sides: tuple[str, str]) -> None:
    Path("new.yaml").write_text("openapi: 4.0.0\n")
    code, told = asked("diff", *sides, capsys=capsys)
    [error, *_] = told["errors"]
    assert code == 2
    assert "none.yaml" in error["what"] or error["file"] == "new.yaml"


def test_quiet(spec: Path, capsys: Capture) -> None:
    spec.write_text(ODD)
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk", "--quiet"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk", "--force"]) == 0
    assert "[path-parameter-undeclared]" in capsys.readouterr().err
    spec.write_text("openapi: 4.0.0\n")
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk", "-q"]) == 2
    assert "petstore.yaml:1:1: error: " in capsys.readouterr().err


def test_an_internal_error_is_told_all_the_same(
    workspace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("specmill.cli.commands.generate.generate", broken)
    capsys.readouterr()
    for option in ("--quiet", "--json"):
        assert main(["generate", "--force", option]) == 2
        assert capsys.readouterr().err.startswith("internal error: ZeroDivisionError: oh")
