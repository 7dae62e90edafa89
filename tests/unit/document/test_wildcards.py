"""Wildcards of selectors against the expressions they stand for, and on long texts."""

from __future__ import annotations

import random
import re
import time

from specmill.document.selection.wildcards import fits

STANDS_FOR = {"*": {False: "[^/]*", True: ".*"}, "**": {False: ".*", True: ".*"}}


def expression(pattern: str, *, is_path: bool) -> str:
    parts = re.split(r"(\*+)", pattern)
    return "".join(
        STANDS_FOR[part[:2]][not is_path] if part.startswith("*") else re.escape(part)
        for part in parts
    )


def test_it_agrees_with_expressions() -> None:
    choose = random.Random(5)
    fitting = 0
    for _ in range(20_000):
        pattern = "".join(choose.choice("aab/.**") for _ in range(choose.randint(0, 7)))
        text = "".join(choose.choice("aab/.") for _ in range(choose.randint(0, 7)))
        for is_path in (False, True):
            wanted = re.fullmatch(expression(pattern, is_path=is_path), text) is not None
            assert fits(pattern, text, is_path=is_path) is wanted, (pattern, text, is_path)
            fitting += wanted
    assert fitting > 1_000


def test_a_text_may_have_lines() -> None:
    assert fits("a*b", "a\nb")
    assert fits("/a/**", "/a/\n/b", is_path=True)


def test_no_text_takes_long() -> None:
    started = time.perf_counter()
    assert not fits("*a" * 30 + "*b", "a" * 20_000)
    assert time.perf_counter() - started < 5
