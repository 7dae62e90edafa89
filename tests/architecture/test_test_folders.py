"""The folders of tests: unit tests mirror the generator, all others are in the plan."""

from __future__ import annotations

from pathlib import Path

from tests.pages.markdown import code_spans

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"


def test_unit_tests_mirror_the_generator() -> None:
    folders = {path.parent.relative_to(TESTS / "unit") for path in TESTS.glob("unit/**/test_*.py")}
    assert Path("lower/schemas") in folders
    package = ROOT / "generator" / "specmill"
    assert sorted(str(path) for path in folders if not (package / path).is_dir()) == []


def test_every_folder_is_in_the_plan() -> None:
    planned = {span for _, span in code_spans(TESTS / "README.md")}
    folders = {
        path.name for path in TESTS.iterdir() if path.is_dir() and not path.name.startswith("_")
    }
    assert sorted(f"tests/{name}/" for name in folders if f"tests/{name}/" not in planned) == []
