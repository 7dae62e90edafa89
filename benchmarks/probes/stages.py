"""Generates a package and prints the processor time of each stage as JSON.

Takes the spec and the folder to generate into. Runs on one core, whatever the machine has: what a
second process does would not be seen.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from functools import wraps
from importlib import import_module
from time import process_time

STAGES = (
    ("load", "specmill.sources.reading", "load"),
    ("normalize", "specmill.pipeline.understanding", "read_document"),
    ("lower", "specmill.pipeline.understanding", "lower"),
    ("write the normal form", "specmill.pipeline.build", "dump"),
    ("names", "specmill.targets.python.package", "choose_names"),
    ("views and templates", "specmill.targets.python.package", "_PackageWriter.formatted"),
    ("format", "specmill.targets.python.package", "format_python"),
    ("everything", "specmill.pipeline.generation", "generate"),
)
"""Name, module and function; a stage that runs inside another is taken off that one."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

spent: defaultdict[str, float] = defaultdict(float)
inside: list[float] = []


def _total() -> float:
    """Processor time of this process and of those that it has waited for."""
    times = os.times()
    return process_time() + times.children_user + times.children_system


def _timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def measured(*args: Any, **kwargs: Any) -> Any:
        inside.append(0.0)
        started = _total()
        try:
            return function(*args, **kwargs)
        finally:
            took = _total() - started
            spent[name] += took - inside.pop()
            if inside:
                inside[-1] += took

    return measured


def main() -> None:
    """Wrap the stages, generate, print."""
    started = _total()
    modules = {module: import_module(module) for _, module, _ in STAGES}
    os.cpu_count = lambda: 1
    for name, module, path in STAGES:
        holder: Any = modules[module]
        *owners, function = path.split(".")
        for owner in owners:
            holder = getattr(holder, owner)
        setattr(holder, function, _timed(name, getattr(holder, function)))
    spec, folder = sys.argv[1:]
    imported = _total() - started
    run = import_module("specmill.cli").main
    run(["generate", "--spec", spec, "--out", folder, "--name", "measured"])
    print(json.dumps({"start and imports": imported, **spent}))


main()
