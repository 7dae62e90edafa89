"""Files below ``docs/`` that are made from the code."""

from __future__ import annotations

from pathlib import Path

from .commands import commands_page
from .picture import picture
from .template_variables import template_variables_page

DOCS = Path(__file__).parents[1]


def made_files() -> dict[Path, str]:
    """Return each file and its text."""
    return {
        DOCS / "reference" / "commands.md": commands_page(),
        DOCS / "reference" / "template-variables.md": template_variables_page(),
        DOCS / "picture.svg": picture(),
    }
