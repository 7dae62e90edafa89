"""Prism, a mock server that checks requests against the normal form of an API."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parent
PROGRAM = "node_modules/@stoplight/prism-cli/dist/index.js"
START_SECONDS = 60
TRIES = 3


class PrismError(Exception):
    """The mock server cannot be installed or started."""


def install() -> Path:
    """Install what ``package-lock.json`` names, unless it is there already.

    Raises:
        PrismError: There is no Node, or npm fails.
    """
    lock = FOLDER / "package-lock.json"
    installed = FOLDER / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return FOLDER
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise PrismError("the mock server needs Node 20 or later, with npm")
    command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(
        command, cwd=FOLDER, capture_output=True, check=False, text=True, timeout=600
    )
    if done.returncode:
        raise PrismError(f"npm ci failed:\n{done.stderr}")
    installed.touch()
    return FOLDER


@contextmanager
def serve(spec: Path, log: Path) -> Iterator[str]:
    """Run a server for one normal form on a free port of the loopback; it ends with the block.

    Raises:
        PrismError: It does not start.
    """
    process, port = _start(spec, log)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(process)


def _start(spec: Path, log: Path) -> tuple[subprocess.Popen[bytes], int]:
    for _ in range(TRIES):
        port = _free_port()
        listen = ("--host", "127.0.0.1", "--port", str(port), "--multiprocess=false")
        with log.open("wb") as output:
            process = subprocess.Popen(
                ["node", "-r", "./until_closed.cjs", PROGRAM, "mock", spec, "--errors", *listen],
                cwd=FOLDER,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        if _answers(process, port):
            return process, port
        _end(process)
    raise PrismError(f"the mock server of {spec.name} does not start:\n{log.read_text()}")


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a server listens; False when it ended or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
