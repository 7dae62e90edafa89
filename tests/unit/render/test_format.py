"""Formatting: all files in one process, by ruff or black, with clear errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.diagnostics import SpecmillError, UsageError
from specmill.render import format as formatting
from specmill.render.format import format_python

UNTIDY = {
    "pkg/../../evil.py": "x = {  'a':1 }\n",
    "b.py": "def f( a,b ):\n  return   a\n\n\n\n\nprint( 'é' )",
}
TIDY = {
    "pkg/../../evil.py": 'x = {"a": 1}\n',
    "b.py": 'def f(a, b):\n    return a\n\n\nprint("é")\n',
}


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_both_formatters_agree(formatter: str) -> None:
    assert format_python(UNTIDY, formatter=formatter) == TIDY


def test_none_leaves_the_text_alone() -> None:
    assert format_python(UNTIDY, formatter="none") == UNTIDY


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_line_length_is_kept(formatter: str) -> None:
    text = "call(aaaaaaaaaa, bbbbbbbbbb, cccccccccc)\n"
    assert format_python({"a": text}, formatter=formatter) == {"a": text}
    assert "\n" in format_python({"a": text}, formatter=formatter, line_length=30)["a"].strip()


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_broken_python_names_the_file(formatter: str) -> None:
    with pytest.raises(SpecmillError, match=r"pkg/bad\.py:1") as caught:
        format_python({"good.py": "x = 1\n", "pkg/bad.py": "x = = 1\n"}, formatter=formatter)
    assert "internal error" in str(caught.value)
    with pytest.raises(SpecmillError, match="what the templates give does not parse") as caught:
        format_python({"a.py": "x = = 1\n"}, formatter=formatter, templates=[Path("mine")])
    assert caught.value.diagnostics[0].hint == "look at those in mine"


def test_an_unknown_formatter_is_refused() -> None:
    with pytest.raises(UsageError, match="one of ruff, black, none"):
        format_python({"a": ""}, formatter="yapf")


def test_a_missing_black_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install specmill\[black\]"):
        format_python({"a": ""}, formatter="black")
