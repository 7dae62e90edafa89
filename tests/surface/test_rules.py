"""Every rule: two specs that show it, and what is said of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.surface.specs import Case, cases, silent

from specmill.pipeline.spec import spec_workspace
from specmill.pipeline.versions import Side, compare_sides
from specmill.surface.formats import FORMATS
from specmill.surface.report import Report
from specmill.surface.rules import RULES
from specmill.values import replace

EXPECTED = Path(__file__).parent / "rules" / "expected"
REWRITE = os.environ.get("SPECMILL_GOLDEN") == "rewrite"


def test_every_rule_has_a_case() -> None:
    assert {one for one in cases() if "." not in one} == set(RULES)
    assert {one.rule for one in cases().values()} == set(RULES)


def test_no_expectation_is_left_over() -> None:
    assert {one.stem for one in EXPECTED.iterdir()} <= set(cases())


@pytest.mark.parametrize("name", [one for one, case in cases().items() if not case.absent])
def test_the_rule_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    case = cases()[name]
    report = compared(case, tmp_path)
    text = FORMATS["text"]([report]) + "\n"
    expected = EXPECTED / f"{name}.txt"
    prints = [change.fingerprint for change in report.changes]
    assert len(set(prints)) == len(prints), text
    if REWRITE:
        expected.write_text(text)
    found = {change.rule: change.level for change in report.changes}
    assert found.get(case.rule) is RULES[case.rule].level, text
    assert text == expected.read_text()


@pytest.mark.parametrize("name", [one for one, case in cases().items() if not case.absent])
def test_nothing_differs_from_itself(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = cases()[name]
    same = Case(case.rule, case.new, case.new, {}, "")
    assert compared(same, tmp_path).changes == ()


@pytest.mark.parametrize("name", silent())
def test_what_leaves_the_package_as_it_is_is_not_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = silent()[name]
    assert case.old != case.new
    assert compared(case, tmp_path).changes == ()
    back = Case(case.rule, case.new, case.old, case.settings, "")
    assert compared(back, tmp_path).changes == ()


def compared(case: Case, folder: Path) -> Report:
    """Compare the specs of a case."""
    paths = case.write(folder)
    sides = []
    for side, path in zip(("old", "new"), paths, strict=True):
        workspace = spec_workspace(path.relative_to(folder), name="library", out=folder)
        api = workspace.apis["library"]
        package = case.settings.get(side, api.package)
        client = case.settings.get(f"{side}_client", "")
        config = replace(api, package=package, client=client)
        sides.append(Side(path.name, workspace.root, config))
    return compare_sides(*sides).report
