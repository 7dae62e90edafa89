"""Labels of pages, in one file of ``labels/`` for each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from types import SimpleNamespace

from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.render.engine import Engine
from specmill.targets.constraint_words import ENGLISH

_FOLDER = "labels"
_FIRST = "en"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Labels(SimpleNamespace):
    """Words by name; templates read them as attributes."""

    def say(self, name: str, /, **values: object) -> str:
        """Return a label with its placeholders filled in."""
        return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), getattr(self, name))


def load_labels(engine: Engine, language: str) -> Labels:
    """Read the labels of a language; what it does not have stays English.

    Raises:
        UsageError: There is no file for it.
        SpecmillError: A file is not a flat table of strings, or has a label that English lacks.
    """
    files = engine.copy_files(_FOLDER)
    known = {path.removesuffix(".toml"): text for path, text in files.items()}
    if language not in known:
        raise UsageError(
            Diagnostic(f"no language {language!r} for docs", hint=f"known: {', '.join(known)}")
        )
    english = {**ENGLISH, **_read(_FIRST, known[_FIRST])}
    own = _read(language, known[language])
    if unknown := sorted(own.keys() - english.keys()):
        raise fail(f"{_FOLDER}/{language}.toml: there is no label {unknown[0]!r}")
    for name, label in own.items():
        if unknown := sorted(_placeholders(label) - _placeholders(english[name])):
            known_ones = ", ".join(f"{{{one}}}" for one in sorted(_placeholders(english[name])))
            raise fail(
                f"{_FOLDER}/{language}.toml: {name!r} has no placeholder {{{unknown[0]}}}",
                hint=f"known: {known_ones}" if known_ones else "",
            )
    return Labels(**{**english, **own})


def _placeholders(label: str) -> set[str]:
    return set(_PLACEHOLDER.findall(label))


def _read(language: str, text: str) -> Mapping[str, str]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise fail(f"{_FOLDER}/{language}.toml is not TOML: {error}") from error
    if wrong := next((name for name, label in table.items() if not isinstance(label, str)), ""):
        raise fail(f"{_FOLDER}/{language}.toml: {wrong!r} must be a string")
    return table
