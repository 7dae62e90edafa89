"""Project files of a generated package: ``pyproject.toml``, README, licence."""

from __future__ import annotations

import re

from specmill.render.engine import Engine
from specmill.targets import TargetInput
from specmill.targets.python.example import example
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import one_line
from specmill.text import tidy


def distribution_files(engine: Engine, given: TargetInput, names: PythonNames) -> dict[str, str]:
    """Return pyproject.toml and README.md of a package; its version is the setting ``version`` or
    0.1.0.
    """
    api = given.api
    google = any(credential.google for credential in api.credentials)
    view = {
        "distribution": re.sub(r"[_.]+", "-", given.package),
        "package": given.package,
        "version": str(given.settings.get("version", "0.1.0")),
        "description": toml_text(f"Client of the {one_line(api.title) or api.key}."),
        "title": one_line(api.title) or api.key,
        "client": names.client,
        "google": google,
        "example": example(api, names, given.package),
    }
    return {
        "pyproject.toml": engine.render("distribution/pyproject.toml.j2", **view),
        "README.md": engine.render("distribution/README.md.j2", **view),
    }


def toml_text(text: str) -> str:
    """Spell text as a TOML basic string."""
    escaped = tidy(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
