"""Changes as JUnit XML: breaking ones are failures, which every CI server shows.

The elements and attributes are those of the schema that Jenkins' xUnit plugin has.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from specmill.surface.comparison import Change
from specmill.surface.formats.words import places, sentence
from specmill.surface.levels import Level
from specmill.surface.report import Report
from specmill.text import on_one_line


def as_junit(reports: Sequence[Report]) -> str:
    """Return a test suite for each API, a test case for each change."""
    root = Element("testsuites", name="specmill diff")
    for report in reports:
        suite = SubElement(root, "testsuite", name=report.api, tests=str(len(report.changes)))
        suite.set("failures", str(sum(map(_fails, report.changes))))
        suite.set("errors", "0")
        for change in report.changes:
            _case(suite, report, change)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _fails(change: Change) -> bool:
    return change.level is Level.BREAKING and not change.accepted


def _case(suite: Element, report: Report, change: Change) -> None:
    case = SubElement(suite, "testcase", classname=f"{report.api}.{change.group}")
    case.set("name", on_one_line(f"{change.subject} [{change.rule}]"))
    text = "\n".join(map(on_one_line, (places(change), *change.consequences))).strip()
    if _fails(change):
        SubElement(
            case, "failure", message=on_one_line(sentence(change)), type=change.rule
        ).text = text
    else:
        told = on_one_line(f"{change.level}: {sentence(change)}")
        SubElement(case, "system-out").text = f"{told}\n{text}".strip()
