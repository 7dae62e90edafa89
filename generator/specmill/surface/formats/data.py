"""Changes as JSON, in the shape of ``report.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from specmill.surface.comparison import Change, Place
from specmill.surface.report import Report

SCHEMA = Path(__file__).with_name("report.schema.json")
"""JSON Schema of what :func:`as_json` returns."""
_VERSION = 1


def as_json(reports: Sequence[Report]) -> str:
    """Return one JSON object."""
    data = {"version": _VERSION, "reports": [_report(one) for one in reports]}
    return json.dumps(data, indent=2, ensure_ascii=False)


def _report(report: Report) -> dict[str, Any]:
    return {
        "api": report.api,
        "old": {"source": report.old, "version": report.old_version},
        "new": {"source": report.new, "version": report.new_version},
        "step": report.step,
        "summary": {str(level): number for level, number in report.counts().items()},
        "changes": [_change(one) for one in report.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "fingerprint": change.fingerprint,
        "rule": change.rule,
        "level": str(change.level),
        "group": change.group,
        "subject": change.subject,
        "text": change.text,
        "was": change.was or None,
        "now": change.now or None,
        "wire": change.wire or None,
        "old": _place(change.old),
        "new": _place(change.new),
        "consequences": list(change.consequences),
        "accepted": change.accepted or None,
    }


def _place(place: Place) -> dict[str, Any] | None:
    if not place.file:
        return None
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "pointer": place.pointer,
    }
