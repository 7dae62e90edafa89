"""Explanations by name."""

from __future__ import annotations

from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, UsageError, nearest
from specmill.pipeline.explaining.things import Explanation, Things


def explain(root: Path, config: ApiConfig, name: str) -> list[Explanation]:
    """Tell where what is called ``name`` comes from.

    Args:
        root: The folder that paths of ``config`` start from.
        config: The API.
        name: An operation's id or its dotted name in Python, a model's name in the spec or in
            Python, an argument (``items.get(view)``), a field (``Item.color``); also as programs
            write it: ``shop.models.Item``.

    Raises:
        UsageError: Nothing has this name.
    """
    things = Things.of(root, config)
    found = things.find(name)
    if not found:
        hint = nearest(name, things.names()) or "see `specmill inspect`"
        raise UsageError(Diagnostic(f"nothing in {config.name} is called {name!r}", hint=hint))
    return found
