"""What guides show of files of this repository, and what commands they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.guides.running import blocks, commands
from tests.pages.markdown import ROOT, manual_pages, shown

from specmill.cli.app import app

REFERENCE = ROOT / "generated/docs/kubeflow_pipelines_v1beta1/resources/experiments.md"
_CALL = re.compile(r"(?:^|[|;&(] ?)specmill ([a-z][^|;&>#\n]*)")


def test_the_page_that_it_shows_is_the_committed_one() -> None:
    text = (ROOT / "docs/guides/docs-pages.md").read_text("utf-8")
    heading = "## get"
    pattern = rf"^```markdown\n({heading}\n.*?)^```"
    [shown_part] = re.findall(pattern, text, re.MULTILINE | re.DOTALL)
    page = REFERENCE.read_text("utf-8").partition(f"\n{heading}\n")[2].partition("\n## ")[0]
    assert {*shown_part.splitlines()} <= {heading, *page.splitlines()}


def calls(page: Path) -> Iterator[str]:
    """Yield the calls of specmill in the blocks of a page, run or only shown."""
    for block in blocks(page):
        if block.kind == "console":
            text = "\n".join(command for command, _ in commands(block.text))
        elif block.kind in {"sh", "yaml"}:
            text = "\n".join(line.strip().removeprefix("- run: ").removeprefix("- ")
                             for line in block.text.splitlines())  # fmt: skip
        else:
            continue
        yield from (match[1] for match in re.finditer(_CALL.pattern, text, re.MULTILINE))


@pytest.mark.parametrize("page", manual_pages(), ids=shown)
def test_every_command_and_option_is_there(page: Path) -> None:
    context = click.Context(app)
    for call in calls(page):
        name, *words = call.split()
        command = app.get_command(context, name)
        assert command is not None, f"{shown(page)}: specmill {call}"
        known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert options <= known | {"--help"}, f"{shown(page)}: specmill {call}"


def test_calls_are_found() -> None:
    assert {"check", "init --spec shelf.md --name shelf"} <= {
        call.strip() for page in manual_pages() for call in calls(page)
    }
