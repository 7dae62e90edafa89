"""Overlays whose targets got other names in the source."""

from __future__ import annotations

from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Report, fail
from specmill.document.overlay import apply, prefixed_targets
from specmill.pipeline.lock import located, shown
from specmill.pipeline.understanding import read_document
from specmill.sources import load
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class OverlayFix:
    """One overlay, and what its targets are to be."""

    file: str
    targets: dict[str, str]
    """Old to new."""
    content: str
    """The file with the new targets."""


def overlay_fixes(root: Path, config: ApiConfig) -> list[OverlayFix]:
    """Put the prefixes that names in the source have got into the targets of an API's overlays.

    Raises:
        SpecmillError: The source or an overlay is not usable.
    """
    document = read_document(root, replace(config, overlays=()), Report())
    fixes: list[OverlayFix] = []
    for overlay in config.overlays:
        path = located(root, overlay)
        source = load(shown(path))
        targets = prefixed_targets(document, source)
        text = _rewritten(source.text, targets, overlay)
        fixes.append(OverlayFix(overlay, targets, text))
        if len(config.overlays) > 1 and not targets:
            document = apply(document, source)
    return fixes


def _rewritten(text: str, targets: dict[str, str], name: str) -> str:
    for old, new in sorted(targets.items(), reverse=True):  # what goes on in a longer one later
        if old not in text:
            raise fail(f"{name} spells {old!r} in a way that cannot be rewritten", hint="change it")
        text = text.replace(old, new)
    return text
