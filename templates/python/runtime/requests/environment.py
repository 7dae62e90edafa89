"""Environment variables that stand in for arguments of a client."""

from __future__ import annotations

import os

from .settings import ApiSettings


def variable(settings: ApiSettings, argument: str) -> tuple[str, str | None]:
    """Return the variable that stands in for an argument, and what it holds; None for nothing.

    The package's own comes first, then the one that the API is known by elsewhere.
    """
    own = f"{settings.environment}_{argument.upper()}" if settings.environment else ""
    names = [own] if own else []
    if known := settings.known_variables.get(argument):
        names.append(known)
    for name in names:
        if value := os.environ.get(name, "").strip():
            return name, value
    return own, None
