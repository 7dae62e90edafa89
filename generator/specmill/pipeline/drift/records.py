"""Lines that a recorder of drift wrote."""

from __future__ import annotations

import json
from pathlib import Path

from specmill.diagnostics import Diagnostic, Location, SpecmillError, UsageError
from specmill.values import dataclass

_KINDS = frozenset({"field", "value", "type", "status"})


@dataclass(frozen=True, slots=True)
class Record:
    """One fact about the answers of an operation."""

    operation: str
    route: str
    status: int
    kind: str
    """``field``, ``value``, ``type`` or ``status``."""
    at: str
    """Pointer into the answer; ``*`` for items of a list, ``{}`` for values of a map."""
    found: str
    """The kind of JSON, or the unknown word."""


def read_records(file: Path) -> list[Record]:
    """Read the file of a recorder.

    Raises:
        UsageError: It cannot be read.
        SpecmillError: A line is none of a recorder.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(Diagnostic(f"cannot read {file}: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise UsageError(Diagnostic("not UTF-8", Location(str(file)))) from error
    found: dict[Record, None] = {}
    wrong: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            record = _parsed(line)
            if record is None:
                place = Location(str(file), number, 1)
                wrong.append(Diagnostic("not a line of a recorder of drift", place))
            else:
                found[record] = None
    if wrong:
        raise SpecmillError(*wrong)
    return list(found)


def _parsed(line: str) -> Record | None:
    try:
        data = json.loads(line)
        record = Record(
            str(data["operation"]),
            str(data["route"]),
            int(data["status"]),
            str(data["kind"]),
            str(data["at"]),
            str(data["found"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
    return record if record.kind in _KINDS else None
