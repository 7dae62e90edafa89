"""The same input gives the same bytes: in any process, from anywhere, alone or side by side."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import specmill
from specmill.config import load
from specmill.pipeline.lock import load_lock

ROOT = Path(__file__).parents[2]

PROGRAM = """
import hashlib, json, sys, specmill
from specmill.pipeline import parallel
from specmill.targets.python import package
side_by_side = sys.argv[2] == "parallel"
parallel._WORTH_IT = 0 if side_by_side else 10**12
package._MANY_MODELS = 10**12 if side_by_side else 0
files = specmill.generate(config=sys.argv[1])
print(json.dumps({path: hashlib.sha256(content).hexdigest() for path, content in files.items()}))
"""


def sums(folder: Path, seed: str, mode: str) -> dict[str, str]:
    command = [sys.executable, "-c", PROGRAM, str(folder / "specmill.toml"), mode]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=True, text=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder with another name"
    shutil.copytree(ROOT / "specs", elsewhere / "specs")
    shutil.copy(ROOT / "specmill.toml", elsewhere)
    here = sums(ROOT, "0", "alone")
    assert here
    assert sums(elsewhere, "1", "parallel") == here


def test_committed_files_are_what_is_generated() -> None:
    for path, content in specmill.generate(config=ROOT / "specmill.toml").items():
        assert (ROOT / path).read_bytes() == content, path


@pytest.mark.parametrize("api", load(ROOT / "specmill.toml").apis)
def test_no_traces_of_where_and_when(api: str) -> None:
    """No absolute path, no version of a tool, no date of the run in any file."""
    config = load(ROOT / "specmill.toml").apis[api]
    places = [ROOT / target.folder / config.package for target in config.targets]
    texts = [path.read_text("utf-8") for place in places for path in place.rglob("*.py")]
    assert texts
    trace = re.compile(
        rf"{re.escape(str(ROOT))}|/home/|/tmp/|[Gg]enerated (on|at) \d|"
        rf"(specmill|ruff|black|jinja2?) v?\d+\.\d+"
    )
    assert not [match[0] for text in texts if (match := trace.search(text))]


def test_the_lock_holds_the_committed_bytes() -> None:
    for api in load_lock(ROOT).apis.values():
        for path, known in {**api.inputs, **api.outputs}.items():
            assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == known, path
