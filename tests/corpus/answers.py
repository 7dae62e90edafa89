"""The answers for one document: what of it passed, and what is wrong."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.generation import Generated

MOST = 5
"""Failures of one column that are told."""


@dataclass(slots=True)
class Answers:
    """What was asked of one document, by column."""

    name: str
    failures: dict[str, list[str]] = field(default_factory=dict)
    """Column to what is wrong; a column without an entry is passed."""
    generated: Generated | None = None
    skipped: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    """CPU time of each column."""

    def ask(self, column: str, answers: Iterable[str]) -> bool:
        """Take the answers of one check; what it raises is one of them."""
        started = time.process_time()
        wrong: list[str] = []
        try:
            for answer in answers:  # to the end: some count on the way
                if len(wrong) < MOST:
                    wrong.append(answer)
        except Exception as error:
            wrong.append(repr(error)[:300])
        self.seconds[column] = time.process_time() - started
        if wrong:
            self.failures[column] = wrong
        return not wrong
