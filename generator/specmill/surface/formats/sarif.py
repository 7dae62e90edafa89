"""Changes as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from specmill.surface.comparison import Change, Place
from specmill.surface.formats.words import sentence
from specmill.surface.levels import Level
from specmill.surface.report import Report
from specmill.surface.rules import RULES, Rule
from specmill.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.BREAKING: "error", Level.BEHAVIOUR: "warning"}


def as_sarif(reports: Sequence[Report]) -> str:
    """Return one run with the changes of all APIs."""
    changes = [(report, change) for report in reports for change in report.changes]
    used = dict.fromkeys(change.rule for _, change in changes)
    driver = {
        "name": "specmill",
        "version": __version__,
        "rules": [_rule(RULES[rule]) for rule in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, change) for report, change in changes],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.text},
        "help": {"text": rule.example},
        "defaultConfiguration": {"level": _LEVELS.get(rule.level, "note")},
        "properties": {"level": str(rule.level)},
    }


def _result(report: Report, change: Change) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": change.rule,
        "level": _LEVELS.get(change.level, "note"),
        "message": {"text": f"{change.subject}: {sentence(change)}"},
        "partialFingerprints": {"specmill/v1": f"{report.api}:{change.fingerprint}"},
        "properties": {"api": report.api, "level": str(change.level)},
    }
    place = change.new if change.new.file else change.old
    if place.file:
        result["locations"] = [_location(place)]
    if change.accepted:
        reason = {"kind": "external", "justification": change.accepted}
        result["suppressions"] = [reason]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": place.file}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": physical}
