"""Conflicts that Git marks: which of them are none, and how long texts with many marks take."""

from __future__ import annotations

import time

import pytest

from specmill.pipeline.edits.git import merge

BASE = b"one\ntwo\nthree\n"


def test_lines_added_below_what_changed_stay() -> None:
    done = merge(b"one\ntwo\nthree\nmine\n", BASE, b"one\ntwo\nTHREE\n")
    assert (done.content, done.is_clean) == (b"one\ntwo\nTHREE\nmine\n", True)


def test_lines_added_above_what_changed_stay() -> None:
    done = merge(b"mine\none\ntwo\nthree\n", BASE, b"ONE\ntwo\nthree\n")
    assert (done.content, done.is_clean) == (b"mine\nONE\ntwo\nthree\n", True)


def test_a_conflict_is_marked_as_git_marks_it() -> None:
    done = merge(b"mine\ntwo\nthree\n", BASE, b"ONE\ntwo\nthree\n")
    assert not done.is_clean
    assert done.content == (
        b"<<<<<<< your edit\nmine\n||||||| generated before\none\n=======\nONE\n"
        b">>>>>>> generated now\ntwo\nthree\n"
    )


def test_one_conflict_of_two_is_resolved() -> None:
    base = b"one\n" + b"between\n" * 5 + b"two\n"
    mine = b"mine\n" + b"between\n" * 5 + b"two\nmore\n"
    done = merge(mine, base, base.replace(b"one", b"ONE").replace(b"two", b"TWO"))
    assert not done.is_clean
    assert done.content.endswith(b">>>>>>> generated now\n" + b"between\n" * 5 + b"TWO\nmore\n")


@pytest.mark.parametrize(
    "mark",
    [
        b"<<<<<<< your edit\n",
        b"||||||| generated before\n",
        b"=======\n",
        b">>>>>>> generated now\n",
    ],
)
def test_marks_in_the_text_are_text(mark: bytes) -> None:
    text = b"a\n" + mark + b"b\n"
    assert merge(text + b"mine\n", text, text).content == text + b"mine\n"


def test_many_marks_take_no_longer() -> None:
    text = b"<<<<<<< your edit\n" * 20_000 + b"||||||| generated before\n" * 20_000
    started = time.perf_counter()
    assert merge(text + b"mine\n", text, text).content == text + b"mine\n"
    assert time.perf_counter() - started < 5
