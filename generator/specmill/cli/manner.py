"""Manner of a run: what it tells people, or the one JSON document that it prints instead."""

from __future__ import annotations

from typing import Any

from specmill.diagnostics import Diagnostic, Location, Severity
from specmill.values import dataclass


@dataclass(slots=True)
class Manner:
    """How one run speaks."""

    quiet: bool = False
    """Errors and results alone."""
    facts: dict[str, Any] | None = None
    """What JSON is to say, once ``--json`` is given."""

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


def be_quiet() -> None:
    """Tell of errors alone."""
    _manner.quiet = True


def answer_in_json() -> None:
    """Gather facts for one JSON document."""
    _manner.facts = {"findings": [], "errors": []}


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
