"""The linear engine says what Python's says, in linear time, and only it runs what specs write."""

from __future__ import annotations

import ast
import random
import re
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from specmill.matching import matches

ROOT = Path(__file__).parents[2]
KNOWN = {
    ROOT / "generator/specmill/sources/markdown/dialect.py": "the user's own dialect says it",
    ROOT / "generator/specmill/sources/repairs/schemas/patterns.py": "read, and never run",
    ROOT / "generator/specmill/targets/kcl/patterns.py": "read, and never run",
    ROOT / "generator/specmill/sources/markdown/code.py": "names that are escaped",
    ROOT / "generator/specmill/targets/python/spelling.py": "two literals",
    ROOT / "generator/specmill/example/server.py": "its own routes",
    ROOT / "generator/specmill/surface/comparison/clients.py": "two literals",
    ROOT / "generator/specmill/sources/repairs/schemas/fitting.py": "a literal under a name",
}
"""Modules that match what is no literal, and why that is no spec's expression."""
RUNNING = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("^[a-z]+$", "abc", True),
        ("^[a-z]+$", "ab1", False),
        ("b{2,3}$", "abb", True),
        ("^projects/[^/]+/jobs/[^/]+$", "projects/p/jobs/j", True),
        (r"^\d{4}-\d{2}$", "2026-01", True),
        (r"\bfoo\b", "a foo b", True),
        ("^(?:a|b)*$", "abba", True),
        ("^(?<n>a)$", "a", True),
        ("^[\\w.-]+$", "a.b-c", True),
        ("^a$", "a\n", False),
        ("(?=a)b", "b", None),
        (r"(a)\1", "aa", None),
        (r"\p{L}", "a", None),
        ("(((((a{999}){999}){999})", "a", None),
    ],
)
def test_what_is_known_of_an_expression(pattern: str, text: str, expected: bool | None) -> None:
    assert matches(pattern, text) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [(3_000, True), (5_000, None)], ids=["many fonts", "too many"]
)
def test_long_lists_of_words_are_known(words: int, expected: bool | None) -> None:
    pattern = f"^({'|'.join(f'f{number:05}' for number in range(words))})$"
    assert matches(pattern, "f00017") is expected
    assert not matches(pattern, "")


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|aa)+$", "(.*a){12}b", "^(a?){30}a{30}$"])
def test_no_expression_takes_long(pattern: str) -> None:
    started = time.perf_counter()
    matches(pattern, "a" * 2000 + "!")
    assert time.perf_counter() - started < 5


def test_it_agrees_with_python() -> None:
    """On expressions made at random of what both know."""
    choose = random.Random(11)
    asked = 0
    for _ in range(6000):
        pattern = "".join(choose.choice("ab|()*+?[]^$.-c1\\d") for _ in range(choose.randint(1, 7)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                expression = re.compile(pattern)
            except (re.error, OverflowError):
                continue
        for _ in range(3):
            text = "".join(choose.choice("abc1-") for _ in range(choose.randint(0, 6)))
            for whole in (False, True):
                found = expression.fullmatch(text) if whole else expression.search(text)
                told = matches(pattern, text, whole=whole)
                asked += told is not None
                assert told in (None, found is not None), (pattern, text)
    assert asked > 10_000


def _variable_patterns(file: Path) -> Iterator[int]:
    """Yield the lines that let Python match what is no literal."""
    for node in ast.walk(ast.parse(file.read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        of_module = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        if of_module and node.func.attr in RUNNING and not (node.args and _is_fixed(node.args[0])):
            yield node.lineno


def _is_fixed(pattern: ast.expr) -> bool:
    """A literal, or one around constants of the module and escaped text."""
    if isinstance(pattern, ast.JoinedStr):
        parts = [one.value for one in pattern.values if isinstance(one, ast.FormattedValue)]
        return all(ast.unparse(one).startswith("re.escape(") or _constants(one) for one in parts)
    return isinstance(pattern, ast.Constant)


def _constants(value: ast.expr) -> bool:
    return all(one.id.isupper() for one in ast.walk(value) if isinstance(one, ast.Name))


def test_one_module_alone_runs_the_expressions_of_specs() -> None:
    files = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.py")]
    found = {file: [*_variable_patterns(file)] for file in files}
    odd = {str(file): lines for file, lines in found.items() if lines and file not in KNOWN}
    assert not odd
    assert all(found[file] for file in KNOWN), "a module needs no exception any more"
