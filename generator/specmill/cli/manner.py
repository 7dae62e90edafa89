"""Manner of a run: what it tells people, or the one JSON document that it prints instead."""

from __future__ import annotations

import os
from typing import Any

from specmill.diagnostics import Diagnostic, Location, Severity
from specmill.values import dataclass, replace


@dataclass(slots=True)
class Manner:
    """How one run speaks."""

    quiet: bool = False
    """Errors and results alone."""
    facts: dict[str, Any] | None = None
    """What JSON is to say, once ``--json`` is given."""
    fetched: tuple[str, str] | None = None
    """The file of a spec from elsewhere, and what the user called it."""

    @property
    def is_plain(self) -> bool:
        """Whether notes and warnings are for people."""
        return not self.quiet and self.facts is None


_manner = Manner()


def manner() -> Manner:
    """Return the manner of the run."""
    return _manner


def begin() -> None:
    """Speak as usual, until options say otherwise."""
    _manner.quiet = False
    _manner.facts = None
    _manner.fetched = None


def be_quiet() -> None:
    """Tell of errors alone."""
    _manner.quiet = True


def answer_in_json() -> None:
    """Gather facts for one JSON document."""
    _manner.facts = {"findings": [], "errors": []}


def call(file: str, spec: str) -> None:
    """Call a file what the user called it, who named a spec from elsewhere."""
    _manner.fetched = (os.path.realpath(file), spec)


def called(file: str) -> str:
    """Return what the user calls a file."""
    known = _manner.fetched
    return known[1] if known and os.path.realpath(file) == known[0] else file


def as_called(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic with the file as the user calls it."""
    place = diagnostic.location
    if place is None or _manner.fetched is None:
        return diagnostic
    return replace(diagnostic, location=replace(place, file=called(place.file)))


def record(**facts: Any) -> None:
    """Add facts to the JSON document, if there is to be one."""
    if _manner.facts is not None:
        _manner.facts.update(facts)


def record_diagnostics(diagnostics: list[Diagnostic]) -> None:
    """Add diagnostics to the JSON document."""
    if _manner.facts is not None:
        for one in diagnostics:
            key = "errors" if one.severity is Severity.ERROR else "findings"
            _manner.facts[key].append(as_json(one))


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as JSON has it."""
    place = diagnostic.location or Location("")
    return {
        "code": diagnostic.code,
        "what": diagnostic.what,
        "hint": diagnostic.hint,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    }
