"""The applications in NestJS and Fastify: installed, compiled, started on loopback."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from e2e.prism import PrismError

FOLDER = Path(__file__).parents[1] / "frameworks" / "node"


def install() -> None:
    """Install what ``package-lock.json`` names and compile what is TypeScript.

    Raises:
        PrismError: There is no Node, or npm or the compiler fails.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise PrismError("the applications need Node 20 or later, with npm")
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        _run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        installed.touch()
    _run([node, "node_modules/typescript/bin/tsc", "--project", "."])


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=FOLDER, capture_output=True, check=False, text=True, timeout=600
    )
    if done.returncode:
        raise PrismError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def serve(program: str) -> Iterator[str]:
    """Run an application; it ends with the block, and with this process.

    Args:
        program: Path of the program in the folder of the applications.

    Yields:
        Its base URL.
    """
    process = subprocess.Popen(
        ["node", program], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(timeout=10)
