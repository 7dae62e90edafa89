"""The wheel and the source archive: complete, and the wheel's output is that of a checkout."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]

FINGERPRINT = "from specmill.pipeline.lock import fingerprint; print(fingerprint())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(*arguments: str, path: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={"PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_wheel_has_everything(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    assert {"specmill/py.typed", "specmill/_templates/python/runtime/__init__.py"} <= names
    assert not [name for name in names if "__pycache__" in name or "tests" in name.split("/")]


def test_the_wheel_generates_the_same(installed: Path) -> None:
    where = run("-c", "import specmill; print(specmill.__file__)", path=installed)
    assert where.startswith(str(installed))
    assert run("-c", FINGERPRINT, path=installed) == run("-c", FINGERPRINT, path=ROOT / "generator")


def test_the_wheel_tells_its_revision(installed: Path) -> None:
    command = ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"]
    revision = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert run("-m", "specmill", "--version", path=installed) == f"specmill 0.1.0 ({revision})\n"


def test_the_wheel_has_the_example(installed: Path) -> None:
    told = run("-c", "from specmill.example.server import SPEC; print(SPEC.is_file())",
               path=installed)  # fmt: skip
    assert told == "True\n"


def test_the_source_archive_has_the_documents(tmp_path: Path) -> None:
    (archive,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert {"hatch_build.py", "_revision"} <= names
    documents = {*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "LICENSE"}
    assert {path.relative_to(ROOT).as_posix() for path in documents} - names == set()


def test_a_wheel_of_the_source_archive_is_the_same(installed: Path, tmp_path: Path) -> None:
    (archive,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(archive) as files:
        files.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    (wheel,) = WheelBuilder(str(source)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if not name.endswith("RECORD")}
        assert all((installed / name).read_bytes() == packed.read(name) for name in names)
    assert {"specmill/_revision", "specmill/_templates/docs/pages/index.md.j2"} <= names
