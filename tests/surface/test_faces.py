"""The facade of a reference page is compared as programs see it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from specmill.config import load
from specmill.pipeline.versions import Side, compare_sides
from specmill.surface.comparison import Change
from specmill.values import replace

PAGE = Path(__file__).parents[2] / "specs" / "paddleflow"
WORKSPACE = """
[workspace]
targets = ["python"]
[apis.paddleflow]
source = "reference.md"
package = "paddleflow"
"""


def changes(folder: Path, facades: tuple[str, str], *edits: tuple[str, str]) -> tuple[Change, ...]:
    """Compare the page with itself after some edits; each side with a facade or without."""
    shutil.copytree(PAGE, folder, dirs_exist_ok=True)
    text = (folder / "reference.md").read_text()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "new.md").write_text(text)
    sides = []
    for source, facade in zip(("reference.md", "new.md"), facades, strict=True):
        table = f'[apis.paddleflow.python]\nfacade = "{facade}"\n' if facade else ""
        (folder / "specmill.toml").write_text(WORKSPACE + table)
        workspace = load(folder / "specmill.toml")
        api = replace(workspace.apis["paddleflow"], source=str(folder / source))
        sides.append(Side(source, workspace.root, api))
    return compare_sides(*sides).report.changes


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            ("| marker  | int (optional)  ", "| marker  | string (optional)"),
            ("argument-type", "documented.list_queue(marker)"),
        ),
        (
            ("| createTime  | string | When it was made.                     |\n", ""),
            ("field-removed", "documented.QueueInfo.createTime"),
        ),
    ],
)
def test_what_the_page_no_longer_says(
    edit: tuple[str, str], told: tuple[str, str], tmp_path: Path
) -> None:
    found = changes(tmp_path, ("documented", "documented"), edit)
    assert told in {(one.rule, one.subject) for one in found}


def test_the_module_comes_and_goes(tmp_path: Path) -> None:
    (gone,) = changes(tmp_path, ("documented", ""))
    assert (gone.rule, gone.subject) == ("export-removed", "documented")
    (come,) = changes(tmp_path, ("", "documented"))
    assert (come.rule, come.subject) == ("export-added", "documented")


def test_nothing_differs_from_itself(tmp_path: Path) -> None:
    assert changes(tmp_path, ("documented", "documented")) == ()
