"""Manners of the command line: help, signals, pipes, internal errors, hostile text, no-ops."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from specmill.cli import main
from specmill.cli.app import _COMMANDS

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_has_examples(command: str, capsys: Capture) -> None:
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Usage: specmill {command}" in out
    assert "Examples:" in out
    assert f"  specmill {command}" in out


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_can_be_quiet(command: str, capsys: Capture) -> None:
    assert main([command, "--help"]) == 0
    assert "-q, --quiet" in capsys.readouterr().out


def test_a_bar_tells_the_stages_of_a_large_api(
    workspace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("specmill.cli.progress._LONG", 1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    capsys.readouterr()
    assert main(["generate", "--force"]) == 0
    told = capsys.readouterr().err
    stages = ("reading", "naming", "target python", "writing")
    assert [stage in told for stage in (f"petstore: {one}" for one in stages)] == [True] * 4
    assert main(["generate", "--force", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_help_lists_every_command(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {command} " in out for command in _COMMANDS)


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"specmill \d+\.\d+\.\d+ \([0-9a-f]{12}\)\n", capsys.readouterr().out)


def test_an_internal_error_is_one_line(
    workspace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("first line\nsecond line")

    monkeypatch.setattr("specmill.cli.commands.generate.generate", broken)
    capsys.readouterr()
    assert main(["generate", "--force"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("internal error: ZeroDivisionError: first line; please report")
    assert told.count("\n") == 1
    assert main(["--debug", "generate", "--force"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c(workspace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("specmill.cli.commands.generate.generate", interrupted)
    capsys.readouterr()
    assert main(["generate", "--force"]) == 130
    assert capsys.readouterr().err.strip() == "interrupted; nothing was changed"


def test_a_closed_pipe_is_no_error(spec: Path) -> None:
    text = spec.read_text()
    many = "".join(f"    Pet{number}: {{type: object}}\n" for number in range(5000))
    spec.write_text(text + many)
    command = [sys.executable, "-m", "specmill", "inspect", "--spec", "petstore.yaml", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(60) == 141
    assert told == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_no_internal_error(spec: Path) -> None:
    assert spec.exists()
    command = [sys.executable, "-m", "specmill", "inspect", "--spec", "petstore.yaml"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "error: cannot write to stdout: No space left on device\n"
    command = [sys.executable, "-m", "specmill", "normalize", "--spec", "petstore.yaml"]
    done = subprocess.run(
        [*command, "-o", "/dev/full"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "error: '/dev/full' is no regular file, so none can take its place\n"


def test_text_of_a_spec_cannot_drive_the_terminal(spec: Path, capsys: Capture) -> None:
    hostile = "\\e[31mred\\u202e\\r"
    text = spec.read_text()
    spec.write_text(text.replace("title: Petstore", f'title: "{hostile}"').replace(
        "operationId: getPet", f'operationId: "{hostile}"'))  # fmt: skip
    main(["inspect", "--spec", "petstore.yaml"])
    main(["explain", "--spec", "petstore.yaml", "nothing"])
    main(["generate", "--spec", "petstore.yaml", "--out", "sdk"])
    shown = "".join(capsys.readouterr())
    assert not set(shown) & {"\x1b", "\u202e", "\r"}


def test_a_no_op_imports_little(workspace: Path) -> None:
    program = (
        "import sys; from specmill.cli import main; code = main(['generate']); "
        "heavy = {'click', 'jinja2', 'yaml', 'orjson', 'rich', 'pydantic', 'importlib.metadata', "
        "'subprocess', 'multiprocessing', 'specmill.sources', 'specmill.targets'}; "
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    for _ in range(2):  # the second run finds the first one's lock
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
    assert (done.stdout, done.stderr) == ("0 []\n", "1 API up to date\n")


def test_a_no_op_is_quick(workspace: Path) -> None:
    """Processor time, which other work on the machine does not lengthen: twice the target."""
    spent = []
    for _ in range(4):
        before = os.times()
        subprocess.run([sys.executable, "-m", "specmill", "generate"], check=True)
        after = os.times()
        spent.append(sum(after[2:4]) - sum(before[2:4]))
    assert min(spent[1:]) < 0.3
