"""Every question of a newcomer leads from the README to its answer in two clicks."""

from __future__ import annotations

import re

import pytest
from tests.pages.markdown import ROOT

QUESTIONS = (ROOT / "docs/faq.md").read_text("utf-8").splitlines()

ASKED = {
    "mock": "clients/testing.md",
    "what is sent": "clients/logging.md",
    "proxy": "clients/connections.md",
    "own certificate authority": "clients/connections.md",
    "environment": "clients/auth.md",
    "enumerations be closed": "clients/values.md",
    "leave operations out": "only-what-is-used.md",
    "schema of `specmill.toml`": "guides/install.md",
    "pre-commit": "guides/ci.md",
    "GitHub": "guides/ci.md",
    "container": "guides/install.md",
    "uvx": "guides/install.md",
    "complete commands": "guides/install.md",
    "less output": "guides/ci.md",
    "while I write a spec": "reference/commands.md",
    "be an address": "reference/commands.md",
    "new version of a spec": "guides/keep-in-sync.md",
    "finding": "reference/findings.md",
    "contribute": "../CONTRIBUTING.md",
    "hostile": "../SECURITY.md",
    "llms.txt": "guides/install.md",
    "write a target": "guides/targets.md",
}
"""Words of a question, and the page of its answer as the page of questions links it."""


def test_the_readme_links_the_questions() -> None:
    assert "](docs/faq.md)" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("asked", ASKED)
def test_a_question_has_an_answer(asked: str) -> None:
    rows = [line for line in QUESTIONS if line.startswith("| ") and asked in line.split(" | ")[0]]
    assert rows, asked
    links = [link.partition("#")[0] for row in rows for link in re.findall(r"\]\(([^)]+)\)", row)]
    assert ASKED[asked] in links
    assert (ROOT / "docs" / ASKED[asked]).is_file()
