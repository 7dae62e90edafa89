"""Applications in other languages: built and started, or stood in for by what they answered.

``make test`` needs no toolchain: the spec of an application and its exchanges are in ``recorded/``,
and a call must send what was recorded. ``make frameworks`` (``SPECMILL_FRAMEWORKS=live``) builds
and starts the applications whose toolchain is here; their spec and their answers must be those that
are recorded. With ``SPECMILL_GOLDEN=rewrite``, too, it records them anew, to be read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from tests.frameworks.harness import Application, load_application
from tests.frameworks.recording import HOST, Recorded, Recorder

HERE = Path(__file__).parent
RECORDED = HERE / "recorded"
BUILD = HERE.parents[1] / "build" / "frameworks"
BUILD_SECONDS = 1800
SPEC_SECONDS = 120
IS_LIVE = os.environ.get("SPECMILL_FRAMEWORKS") == "live"
IS_RECORDING = IS_LIVE and os.environ.get("SPECMILL_GOLDEN") == "rewrite"


@dataclass(frozen=True)
class Program:
    """How an application is built and started."""

    folder: str
    """Where its sources are, below the folder of this module."""
    tools: tuple[str, ...]
    """Programs that it needs."""
    run: tuple[str, ...]
    """The command that starts it: it prints its base URL and ends with its standard input."""
    build: tuple[tuple[str, ...], ...] = ()
    """Commands that build it."""
    environment: Mapping[str, str] = field(default_factory=dict)
    spec: str = "/openapi.json"
    """Path of the document that it publishes."""


_NPM = ("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")


def _rust(name: str) -> Program:
    command = ("cargo", "build", "--quiet", "--jobs", "1", "--bin", name)
    target = {"CARGO_TARGET_DIR": f"{BUILD}/rust"}
    run = (f"{BUILD}/rust/debug/{name}",)
    return Program("rust", ("cargo",), build=(command,), environment=target, run=run)


_INSTALLED = "node_modules/.package-lock.json"

PROGRAMS = {
    "huma": Program(
        "go",
        ("go",),
        build=(("go", "build", "-o", f"{BUILD}/go/huma", "./huma"),),
        run=(f"{BUILD}/go/huma",),
    ),
    "gateway": Program(
        "go",
        ("go",),
        build=(
            ("go", "run", "./gateway/generate", "gateway/pb"),
            ("go", "build", "-o", f"{BUILD}/go/gateway", "./gateway"),
        ),
        run=(f"{BUILD}/go/gateway",),
    ),
    "springdoc": Program(
        "java",
        ("java", "mvn"),
        build=(("mvn", "--quiet", "--batch-mode", "package", f"-Dapp.build={BUILD}/java"),),
        run=("java", "-XX:TieredStopAtLevel=1", "-jar", f"{BUILD}/java/springdoc-0.jar"),
    ),
    "utoipa": _rust("utoipa"),
    "poem": _rust("poem"),
    "hono": Program("node", ("node", "npm"), build=(_NPM,), run=("node", "hono.mjs")),
}


@contextmanager
def served(name: str, folder: Path, package: str) -> Iterator[Application]:
    """Give an application and the package that is generated from its spec.

    Args:
        name: Name of the application, a key of ``PROGRAMS``.
        folder: Where to write the package.
        package: Name of the package.
    """
    file, spec = RECORDED / f"{name}.jsonl", RECORDED / f"{name}.json"
    if not IS_LIVE:
        recorded = Recorded.read(file)
        yield load_application(
            folder, package, orjson.loads(spec.read_bytes()), connect=recorded.connect
        )
        recorded.check()
        return
    program = PROGRAMS[name]
    for tool in program.tools:
        if shutil.which(tool) is None:
            pytest.skip(f"{name} is not run: {tool} is not installed")
    _build(program)
    with _started(program) as address:
        recorder = Recorder(address)
        published = _published(program, address)
        if IS_RECORDING:
            spec.write_text(_in_lines(published, levels=3) + "\n", "utf-8")
        yield load_application(folder, package, published, connect=recorder.connect)
        if IS_RECORDING:
            recorder.write(file)
        recorder.check(Recorded.read(file))
        assert published == orjson.loads(spec.read_bytes()), f"{spec} is not what {name} publishes"


def _build(program: Program) -> None:
    for command in program.build:
        if command is _NPM and _is_installed():
            continue
        done = subprocess.run(
            command,
            cwd=HERE / program.folder,
            env={**os.environ, **program.environment},
            capture_output=True,
            check=False,
            text=True,
            timeout=BUILD_SECONDS,
        )
        assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"


def _is_installed() -> bool:
    """Tell whether the packages that the lock of npm names are there."""
    lock, installed = (HERE / "node" / name for name in ("package-lock.json", _INSTALLED))
    return installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime


@contextmanager
def _started(program: Program) -> Iterator[str]:
    process = subprocess.Popen(
        program.run,
        cwd=HERE / program.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.terminate()
        process.wait(timeout=20)


def _published(program: Program, address: str) -> dict[str, Any]:
    url, headers = f"{address}{program.spec}", {"host": HOST}
    answer = httpx2.get(url, headers=headers, timeout=SPEC_SECONDS).raise_for_status()
    published: dict[str, Any] = answer.json()
    return published


def _in_lines(value: Any, levels: int) -> str:
    """Write JSON with a member a line in the outer objects: each operation and schema is a line."""
    if not levels or not isinstance(value, dict) or not value:
        return orjson.dumps(value).decode()
    members = (
        f"{orjson.dumps(name).decode()}: {_in_lines(member, levels - 1)}"
        for name, member in value.items()
    )
    return "{\n" + ",\n".join(members) + "\n}"
