"""References by name in the main file, rewritten as JSON pointers.

The normal form refers by pointers alone. ``$id`` would change what they mean, so it is kept under
``x-specmill-extra``.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any

from specmill.diagnostics import fail, nearest
from specmill.document.shapes import EXTRA
from specmill.sources.loading import Source
from specmill.sources.references.index import TargetIndex
from specmill.values import dataclass


@dataclass(slots=True)
class NamedReferences:
    """The references by name, and the schemas with an ``$id``, as they are met."""

    source: Source
    index: TargetIndex
    _identified: list[dict[str, Any]] = field(default_factory=list)
    _uses: list[tuple[dict[str, Any], str]] = field(default_factory=list)

    def note(self, node: dict[str, Any]) -> None:
        """Take note of a schema with an ``$id``."""
        self._identified.append(node)

    def may_mean(self, reference: str) -> bool:
        """Tell whether a reference may be by name, or relative to an ``$id``."""
        return bool(self.index.ids) or not reference.startswith("#/")

    def use(self, node: dict[str, Any], pointer: str) -> None:
        """Take note of a ``$ref``."""
        self._uses.append((node, pointer))

    def settle(self) -> None:
        """Rewrite the references by name, and those inside a schema with an ``$id``; in place.

        Raises:
            SpecmillError: There is no such anchor.
        """
        for node, pointer in self._uses:
            reference = node["$ref"]
            target = self.index.find(reference, pointer)
            if target is not None:
                node["$ref"] = f"#{target}"
            elif _is_anchor(reference):
                raise fail(
                    f"`$ref` {reference!r} leads nowhere",
                    location=self.source.locate(f"{pointer}/$ref"),
                    hint=nearest(reference[1:], self.index.anchors)
                    or f"no schema has `$anchor: {reference[1:]}`",
                )
        for node in self._identified:
            node.setdefault(EXTRA, {})["$id"] = node.pop("$id")


def _is_anchor(reference: str) -> bool:
    return reference.startswith("#") and reference[1:2] not in ("", "/")
