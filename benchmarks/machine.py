"""The machine and the versions that numbers hold for."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import specmill
from benchmarks import peers
from benchmarks.processes import run

_OURS = ("httpx2", "jinja2", "orjson", "pydantic", "ruff")


def conditions(repeat: int, *, with_peers: bool) -> Iterator[str]:
    """Tell under what conditions a run was made, one phrase each."""
    yield ", ".join(filter(None, (_processor(), f"{os.cpu_count()} cores", _memory())))
    yield f"{platform.system()} {platform.machine()}, {platform.python_implementation()} " + (
        platform.python_version()
    )
    ours = ", ".join(f"{name} {version(name)}" for name in _OURS)
    yield f"specmill {specmill.__version__}, {ours}"
    if with_peers:
        theirs = ", ".join(f"{name} {number}" for name, number in peers.versions().items())
        yield f"{theirs}, {_java()}"
    runs = "one run" if repeat == 1 else f"{repeat} runs"
    more = "four times as many of imports and of the run with nothing to do"
    yield f"{runs} of each measurement; at most 3 of a peer's generator, {more}"
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load > (os.cpu_count() or 1) * 0.75:
        yield f"the machine had other work to do (load {load:.1f})"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    found = re.search(r"model name\s*:\s*(.+)", told)
    return found[1].strip() if found else platform.processor()


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return ""
    return f"{total / 2**30:.0f} GiB"


def _java() -> str:
    try:
        told = run(["java", "-version"], timeout=60).output
    except OSError:
        return "no Java"
    found = re.search(r'version "([^"]+)"', told)
    return f"Java {found[1]}" if found else "Java"
