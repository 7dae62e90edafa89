"""The arrows between the packages hold, and few modules touch the disk."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/specmill"

TOUCHES_THE_DISK = (
    "cli/",
    "render/",  # templates in, files out
    "sources/",
    "config/",  # specmill.toml
    "pipeline/lock/file.py",  # specmill.lock and what it has checksums of
    "pipeline/lock/earlier.py",  # the normal form of the last run
    "pipeline/builders/depfile.py",  # a file of the build system
    "pipeline/cluster/",  # the sources of an API, on the machine of a worker
    "pipeline/drift/",  # the file of a recorder, overlays
    "pipeline/explaining/lines.py",  # the file that is asked about
    "pipeline/edits/",  # generated files that were edited; Git's merges in a temporary folder
    "pipeline/upstream/pull.py",  # specmill.toml, for the checksum
    "pipeline/upkeep/updating.py",  # a newer source; files taken back where an update fails
    "pipeline/upstream/copies.py",  # a spec from an address, beside what is made of it
    "pipeline/usage/",  # the code base that uses our packages
    "pipeline/versions/",  # files of a Git revision, in a folder that goes again
    "example/",  # its spec, and its connections
    "version.py",  # the revision of a build
    "targets/models.py",  # a temporary folder for datamodel-code-generator
)

DISK = {
    "open", "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "mkdir", "rmdir",
    "rmtree", "rename", "symlink_to", "hardlink_to", "touch", "makedirs", "remove",
}  # fmt: skip


def test_import_contracts() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_few_modules_touch_the_disk() -> None:
    found = [
        f"{path}:{call.lineno}: {_name(call)}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if not (path := file.relative_to(PACKAGE).as_posix()).startswith(TOUCHES_THE_DISK)
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call) in DISK and not _is_web(path, call)
    ]
    assert found == []


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_web(path: str, call: ast.Call) -> bool:
    """The opener of ``specmill pull`` opens addresses, not files."""
    return path == "pipeline/upstream/pull.py" and _name(call) == "open"
