"""Changelog of a package: a section for each update of its API."""

from __future__ import annotations

import re

_FIRST_SECTION = re.compile(r"^## ", re.MULTILINE)


def with_section(text: str, package: str, title: str, section: str) -> str:
    """Put a section above the others of a changelog.

    Args:
        text: The changelog so far; empty for a new one.
        package: The package.
        title: The heading of the section.
        section: The section as ``specmill diff --format changelog`` has it; its own heading goes.
    """
    body = section.partition("\n")[2].strip("\n")
    text = text or f"# Changelog of `{package}`\n\nWhat users of the package notice.\n"
    match = _FIRST_SECTION.search(text)
    at = match.start() if match else len(text)
    before = text[:at].rstrip("\n")
    after = text[at:].strip("\n")
    parts = [before, f"## {title}", body, after]
    return "\n\n".join(part for part in parts if part) + "\n"
