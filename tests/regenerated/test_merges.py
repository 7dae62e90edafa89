"""Branches that both generated: Git merges the lock, or `generate` does, and no name is lost."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from specmill.cli import main
from specmill.config import load
from specmill.pipeline.lock import load_lock
from specmill.pipeline.upkeep.staleness import reasons_by_api


def _spec(*paths: str) -> str:
    schema = {"type": "string", "enum": ["a", "b"]}
    operations: dict[str, Any] = {
        path: {
            "get": {
                "operationId": f"get{path[1:].title()}",
                "parameters": [{"name": "kind", "in": "query", "schema": schema}],
                "responses": {"200": {"description": "OK"}},
            }
        }
        for path in paths
    }
    info = {"title": "T", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": operations}, indent=1)


def _git(*arguments: str, fails: bool = False) -> None:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert bool(done.returncode) is fails, done.stdout + done.stderr


def _commit(message: str) -> None:
    assert main(["generate"]) == 0
    _git("add", "-A")
    _git("commit", "-qm", message)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.json").write_text(_spec("/boats", "/cars", "/ships"))
    assert main(["init", "--spec", "one.json"]) == 0
    assert main(["add", "one.json", "--name", "two"]) == 0
    _git("init", "-q", "-b", "main")
    _commit("start")
    return tmp_path


def _branch(name: str, api: str, *paths: str) -> None:
    _git("checkout", "-q", "-b", name, "main")
    Path("specs", api, "source.json").write_text(_spec(*paths))
    _commit(name)


def test_init_tells_git_how_to_merge_the_lock(repository: Path) -> None:
    lines = (repository / ".gitattributes").read_text().splitlines()
    assert "specmill.lock text eol=lf merge=union linguist-generated=true" in lines


@pytest.mark.parametrize("union", [True, False])
def test_branches_on_different_apis_do_not_conflict(repository: Path, union: bool) -> None:
    if not union:
        (repository / ".gitattributes").unlink()
        _commit("plain")
    _branch("a", "one", "/boats", "/cars", "/ships", "/trains")
    _branch("b", "two", "/boats", "/cars", "/ships", "/planes")
    _git("merge", "-q", "a")
    assert not load_lock(repository).is_merged
    assert main(["check"]) == 0


@pytest.mark.parametrize("union", [True, False])
def test_branches_on_the_same_api_keep_the_names_of_both(repository: Path, union: bool) -> None:
    if not union:
        (repository / ".gitattributes").unlink()
        _commit("plain")
    _branch("a", "one", "/boats", "/cars", "/ships", "/trains")
    _branch("b", "one", "/planes", "/boats", "/cars", "/ships")
    _git("merge", "-q", "a", fails=True)  # the spec is merged by hand
    assert ("<<<<<<<" in (repository / "specmill.lock").read_text()) is not union
    Path("specs/one/source.json").write_text(
        _spec("/planes", "/boats", "/cars", "/ships", "/trains")
    )
    lock = load_lock(repository)
    assert lock.is_merged
    told = {
        reason.what
        for one in reasons_by_api(load(Path("specmill.toml"))).values()
        for reason in one
    }
    assert "Git has put two sides of specmill.lock together" in told
    assert {"GET /planes", "GET /trains"} <= lock.apis["one"].names.operations.keys()
    assert main(["generate"]) == 0
    assert "<<<<<<<" not in (repository / "specmill.lock").read_text()
    assert not load_lock(repository).is_merged
    assert main(["check"]) == 0


def test_line_ends_of_windows_are_no_edits(repository: Path) -> None:
    """Without `.gitattributes`, Git may check out all text with other line ends."""
    (repository / ".gitattributes").unlink()
    _commit("plain")
    _git("config", "core.autocrlf", "true")
    _git("rm", "-rq", "--cached", ".")
    _git("reset", "-q", "--hard")
    package = repository / "generated/python/one/__init__.py"
    assert b"\r\n" in package.read_bytes()
    assert main(["check"]) == 0
    source = Path("specs/one/source.json")
    source.write_bytes(_spec("/boats", "/cars", "/ships", "/trains").replace("\n", "\r\n").encode())
    assert main(["generate"]) == 0
    assert b"\r\n" in package.read_bytes()
    sums = load_lock(repository).apis["one"].inputs
    source.write_bytes(source.read_bytes().replace(b"\r\n", b"\n"))
    assert main(["check"]) == 0
    assert main(["generate"]) == 0
    assert load_lock(repository).apis["one"].inputs == sums


def test_an_edit_with_the_line_ends_of_windows_is_one(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = repository / "generated/python/one/__init__.py"
    package.write_bytes(package.read_bytes().replace(b"\n", b"\r\n") + b"MORE = 1\r\n")
    Path("specs/one/source.json").write_text(_spec("/boats", "/cars", "/ships", "/trains"))
    assert main(["generate"]) != 0
    assert "was edited by hand" in capsys.readouterr().err


def test_generated_files_that_git_merged_are_no_edits(repository: Path) -> None:
    """Both branches add to the same files; Git puts their lines together."""
    _branch("a", "one", "/aprons", "/boats", "/cars", "/ships")
    _branch("b", "one", "/boats", "/cars", "/ships", "/trains")
    _git("merge", "-q", "a", fails=True)
    _git("checkout", "-q", "--ours", "specs/one/source.json")
    Path("specs/one/source.json").write_text(
        _spec("/aprons", "/boats", "/cars", "/ships", "/trains")
    )
    for name in ("generated", "specs/one/openapi.json"):
        _git("checkout", "-q", "--theirs", "--", name)
    assert main(["generate"]) == 0
    assert main(["check"]) == 0
