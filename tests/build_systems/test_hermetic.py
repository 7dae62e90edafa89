"""A run opens no connection, and looks at no home folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.build_systems.conftest import Command

WATCHED = """
import os, sys
home = os.environ["HOME"]
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        print(event, arguments)
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir"):
        if str(arguments[0]).startswith(home):
            print(event, arguments)
sys.addaudithook(watch)
from specmill.cli import main
code = main(sys.argv[1:])
print("exit", code)
"""


@pytest.mark.parametrize("words", [("generate",), ("check", "--rebuild"), ("generate", "--force")])
def test_python_asks_no_server_and_opens_nothing_at_home(
    project: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        cwd=project,
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    expected = 1 if words[0] == "check" else 0  # nothing was generated before
    assert done.stdout.splitlines()[-1] == f"exit {expected}", done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(("socket", "o"))] == []
    assert not [*home.iterdir()]


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace")
def test_no_process_of_a_run_does(project: Path, tmp_path: Path, command: Command) -> None:
    """The formatter is a process of its own."""
    log = tmp_path / "log"
    words = ("strace", "-f", "-o", str(log), "-e", "trace=openat,connect,socket", "env")
    done = command(*words, f"HOME={tmp_path}/home", "specmill", "generate")
    if "ptrace" in done.stderr and not log.exists():
        pytest.skip("no process may be watched here")
    assert done.returncode == 0, done.stderr
    lines = log.read_text(errors="replace").splitlines()
    assert any("_client.py" in line or "source.yaml" in line for line in lines)
    assert [line for line in lines if "AF_INET" in line or f'"{tmp_path}/home' in line] == []


def test_it_runs_without_a_network(project: Path, command: Command) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or command(unshare, "-rn", "true").returncode:
        pytest.skip("no namespaces here")
    done = command(unshare, "-rn", "specmill", "generate")
    assert done.returncode == 0, done.stderr
