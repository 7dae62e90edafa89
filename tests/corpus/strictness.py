"""The type checkers, strict, over some of the generated packages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def mypy(packages: Iterable[Path], scratch: Path) -> dict[str, list[str]]:
    """Return the errors of ``mypy --strict`` by package; those of none at ``""``.

    Args:
        packages: Folders side by side.
        scratch: Where the checker may write.
    """
    folders = list(packages)
    cache = scratch / f"mypy-{os.getpid()}"
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file="]
    options = [f"--cache-dir={cache}", "--python-version=3.11", "--hide-error-context"]
    done = subprocess.run(
        [*command, *options, *(folder.name for folder in folders)],
        cwd=folders[0].parent,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    return _by_package((line for line in lines if ": note:" not in line), done.returncode)


def basedpyright(packages: Iterable[Path], scratch: Path) -> dict[str, list[str]]:
    """Return the errors of basedpyright, strict, by package; those of none at ``""``."""
    folders = list(packages)
    config = scratch / f"{folders[0].name}.json"
    settings = {
        "include": [str(folder) for folder in folders],
        "strict": [str(folder) for folder in folders],
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "extraPaths": [str(folders[0].parent)],
    }
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--level", "error", "--outputjson"]
    done = subprocess.run(
        [*command, "--pythonpath", sys.executable, "-p", str(config)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)["generalDiagnostics"] if done.stdout else []
    root = folders[0].parent
    lines = (
        f"{Path(one['file']).relative_to(root)}: {one['message']}"
        for one in found
        if one["severity"] == "error"
    )
    return _by_package(lines, done.returncode)


def _by_package(lines: Iterable[str], code: int) -> dict[str, list[str]]:
    errors: dict[str, list[str]] = {}
    for line in lines:
        match = re.match(r"(\w+)/", line)
        errors.setdefault(match[1] if match else "", []).append(line)
    if code and not errors:
        errors[""] = [f"the type checker ended with {code}"]
    return errors
