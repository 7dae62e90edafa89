"""The type checkers, strict, over some of the generated packages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def mypy(packages: Iterable[Path], cache: Path) -> dict[str, list[str]]:
    """Return the errors of ``mypy --strict`` by package; those of none at ``""``."""
    folders = list(packages)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file="]
    options = [f"--cache-dir={cache}", "--python-version=3.11", "--hide-error-context"]
    done = subprocess.run(
        [*command, *options, *(folder.name for folder in folders)],
        cwd=folders[0].parent,
        capture_output=True,
        text=True,
        check=False,
    )
    errors: dict[str, list[str]] = {}
    for line in (done.stdout + done.stderr).splitlines():
        if ": note:" not in line:
            match = re.match(r"(\w+)/", line)
            errors.setdefault(match[1] if match else "", []).append(line)
    if done.returncode and not errors:
        errors[""] = [f"mypy ended with {done.returncode}"]
    return errors
