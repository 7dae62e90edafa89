"""The page of the rules is what the table says."""

from __future__ import annotations

import os
import re
from pathlib import Path

from specmill.surface.reference import rules_page
from specmill.surface.rules import RULES

PAGE = Path(__file__).parents[2] / "docs/reference/diff-rules.md"


def test_the_page_is_made_from_the_table() -> None:
    if os.environ.get("SPECMILL_GOLDEN") == "rewrite":
        PAGE.write_text(rules_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_the_page_lists_every_rule_once() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", rules_page(), re.MULTILINE)
    assert listed == list(RULES)


def test_rules_say_what_they_mean() -> None:
    for rule in RULES.values():
        assert rule.text.endswith("."), rule.id
        assert rule.example.endswith("."), rule.id
        assert rule.part, rule.id
