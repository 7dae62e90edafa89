"""What shells complete: commands, options, and the names of the workspace's APIs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from specmill.cli.app import app


def completed(*words: str) -> set[str]:
    """Return what a shell offers for the last word."""
    *before, last = words
    shell = ShellComplete(app, {}, "specmill", "_SPECMILL_COMPLETE")
    return {one.value for one in shell.get_completions(before, last)}


@pytest.mark.parametrize(
    "command", ["generate", "check", "patch", "update", "pull", "site", "inspect", "validate"]
)
def test_names_of_apis(workspace: Path, command: str) -> None:
    assert workspace.is_dir()
    assert completed(command, "pet") == {"petstore"}
    assert completed(command, "x") == set()


def test_names_in_another_workspace(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert completed("check", "") == set()
    assert completed("check", "--config", str(workspace / "specmill.toml"), "") == {"petstore"}


def test_a_broken_workspace_completes_nothing(workspace: Path) -> None:
    (workspace / "specmill.toml").write_text("[apis.")
    assert completed("generate", "") == set()


def test_commands_and_options() -> None:
    assert completed("expl") == {"explain"}
    assert "--depfile" in completed("generate", "--dep")
    assert completed("diff", "--format", "ju") == {"junit"}
