"""Diagnostics about an input: errors and warnings, with file, line and column."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from specmill.values import dataclass


class Severity(StrEnum):
    """How bad a diagnostic is: an error stops the run, a finding does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an input file; ``line`` and ``column`` count from 1, 0 when they are not known."""

    file: str
    line: int = 0
    column: int = 0
    pointer: str = ""
    """JSON pointer (RFC 6901) into the source document; empty for the whole document."""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message: where, what is wrong, and what to do about it."""

    what: str
    location: Location | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR
    code: str = ""
    """Names the kind of a mistake that was repaired, for ``accept`` in ``specmill.toml``."""

    def __str__(self) -> str:
        text = f"{self.severity}: {self.what}"
        if self.location is not None:
            text = f"{self.location}: {text}"
            if self.location.pointer:
                text += f", at {self.location.pointer}"
        text = f"{text}; {self.hint}" if self.hint else text
        return f"{text} [{self.code}]" if self.code else text


class SpecmillError(Exception):
    """An input that specmill cannot work with; carries the diagnostics to print."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))

    def __reduce__(self) -> tuple[type[SpecmillError], tuple[Diagnostic, ...]]:
        return type(self), self.diagnostics


class UsageError(SpecmillError):
    """A bad command line or configuration."""


def fail(what: str, *, location: Location | None = None, hint: str = "") -> SpecmillError:
    """Build the error for one mistake: ``raise fail("…", location=…, hint="…")``."""
    return SpecmillError(Diagnostic(what, location, hint))


@dataclass(slots=True)
class Report:
    """Findings gathered while one input is read; readers add to it and go on."""

    findings: list[Diagnostic] = field(default_factory=list)

    def warn(
        self, what: str, *, location: Location | None = None, hint: str = "", code: str = ""
    ) -> None:
        """Note something odd that was read all the same; ``code`` names its kind."""
        self.findings.append(Diagnostic(what, location, hint, Severity.WARNING, code))
