"""Reports as text for people and as data for programs."""

from collections.abc import Callable, Sequence

from specmill.surface.formats.changelog import as_changelog
from specmill.surface.formats.data import SCHEMA, as_json
from specmill.surface.formats.github import as_github
from specmill.surface.formats.junit import as_junit
from specmill.surface.formats.markdown import as_markdown
from specmill.surface.formats.sarif import as_sarif
from specmill.surface.formats.text import as_text
from specmill.surface.report import Report

FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "changelog": as_changelog,
    "github": as_github,
    "junit": as_junit,
    "sarif": as_sarif,
}
"""By the word of ``--format``."""

__all__ = ["FORMATS", "SCHEMA"]
