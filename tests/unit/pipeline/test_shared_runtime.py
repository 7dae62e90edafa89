"""One runtime for the packages of a workspace: written once, locked, edited as packages are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from specmill.config import Workspace, load
from specmill.diagnostics import UsageError
from specmill.pipeline.explaining import explain_lines
from specmill.pipeline.generation import build_files, compare, generate
from specmill.pipeline.lock import load_lock
from specmill.pipeline.upkeep import reasons_by_api, record_edits

TEMPLATES = Path(__file__).parents[3] / "templates" / "python" / "runtime"
SPEC = """{"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {
"/one": {"get": {"operationId": "getOne", "responses": {"204": {"description": "Done"}}}}}}
"""
SETTINGS = """
[targets.python]
formatter = "none"
runtime = "acme.sdk"
runtime_out = "src"
[apis.a]
[apis.b]
"""
CODE = """
import a, b
assert a.ApiError is b.ApiError and a.ApiError.__module__.startswith("acme.sdk."), a.ApiError
a.A(base_url="http://127.0.0.1").close()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        source = tmp_path / "specs" / name / "source.json"
        source.parent.mkdir(parents=True)
        source.write_text(SPEC)
    (tmp_path / "specmill.toml").write_text(SETTINGS)
    return tmp_path


def opened(folder: Path) -> Workspace:
    return load(folder / "specmill.toml", shown="specmill.toml")


def modules(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}


def test_it_is_written_once_and_packages_import_it(folder: Path) -> None:
    outcome = generate(opened(folder))
    assert outcome.apis == ("a", "b")
    assert not outcome.findings
    assert modules(folder / "src/acme/sdk") == modules(TEMPLATES)
    assert (folder / "src/acme/sdk/py.typed").is_file()
    assert not [*folder.rglob("_runtime")]
    environment = {"PYTHONPATH": f"{folder}/src:{folder}/generated/python"}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert generate(opened(folder)).changes is None
    built, _ = build_files(opened(folder))
    assert built["src/acme/sdk/lazy.py"] == (folder / "src/acme/sdk/lazy.py").read_bytes()


def test_an_api_alone_brings_it_and_takes_nothing_of_others(folder: Path) -> None:
    generate(opened(folder), ["a"])
    assert (folder / "src/acme/sdk/lazy.py").is_file()
    assert not (folder / "generated/python/b").exists()
    changes = generate(opened(folder), ["b"]).changes
    assert changes is not None
    assert not [path for path in changes.written if path.startswith("src")]


def test_it_goes_when_nobody_wants_it(folder: Path) -> None:
    generate(opened(folder))
    file = folder / "specmill.toml"
    file.write_text("".join(line for line in SETTINGS.splitlines(True) if "runtime" not in line))
    assert {one.kind for one in compare(opened(folder)).differences} > {"extra"}
    generate(opened(folder))
    assert not (folder / "src").exists()
    assert (folder / "generated/python/a/_runtime/lazy.py").is_file()
    assert [*load_lock(folder).apis] == ["a", "b"]


def test_an_edit_is_seen_refused_recorded_and_kept(folder: Path) -> None:
    generate(opened(folder))
    file = folder / "src/acme/sdk/lazy.py"
    file.write_bytes(file.read_bytes() + b"# ours\n")
    assert [one.path for one in compare(opened(folder)).differences] == ["src/acme/sdk/lazy.py"]
    [reason] = reasons_by_api(opened(folder))["@acme.sdk"]
    assert reason.what == "src/acme/sdk/lazy.py"
    with pytest.raises(UsageError, match="edited by hand.*`specmill patch`,"):
        generate(opened(folder))
    made = record_edits(opened(folder), ["a"])
    assert [*made] == ["specs/@acme.sdk/patches/src/acme/sdk/lazy.py.patch"]
    assert not compare(opened(folder), rebuild=True).differences
    generate(opened(folder), force=True)
    assert file.read_bytes().endswith(b"# ours\n")


def test_its_lines_are_explained(folder: Path) -> None:
    generate(opened(folder))
    lines = [("src/acme/sdk/lazy.py", 3), ("generated/python/a/_client.py", 1)]
    told = dict(explain_lines(opened(folder), lines))
    assert told["src/acme/sdk/lazy.py:3"] == "specmill's runtime, which packages share"


def test_templates_of_the_target_hide_its_modules(folder: Path) -> None:
    mine = folder / "mine/runtime/renamed.py"
    mine.parent.mkdir(parents=True)
    mine.write_text('"""Ours."""\n')
    text = SETTINGS.replace("[targets.python]", '[targets.python]\ntemplates = "mine"')
    (folder / "specmill.toml").write_text(text)
    generate(opened(folder))
    assert b"Ours." in (folder / "src/acme/sdk/renamed.py").read_bytes()
    mine.write_text('"""Ours, too."""\n')
    generate(opened(folder))
    assert b"Ours, too." in (folder / "src/acme/sdk/renamed.py").read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('runtime = "acme.sdk"\n', "", "runtime_out goes with runtime"),
        ('"src"', '"../src"', "must be a folder below the workspace's own"),
        ("[apis.b]", '[apis.b]\n[apis.b.python]\nruntime_out = "lib"', "share the runtime"),
        ("[apis.b]", '[apis.b]\n[apis.b.python]\ntemplates = "mine"', "share the runtime"),
        ("[apis.b]", '[apis.b]\npackage="sdk"\n[apis.b.python]\nout = "src/acme"', "both write to"),
    ],
)
def test_what_contradicts_itself_is_refused(folder: Path, old: str, new: str, message: str) -> None:
    (folder / "specmill.toml").write_text(SETTINGS.replace(old, new))
    with pytest.raises(UsageError, match=message):
        opened(folder)
