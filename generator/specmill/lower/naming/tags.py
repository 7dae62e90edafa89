"""Tags: which one of an operation's is its resource, and which are nested in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.shapes import EXTRA
from specmill.lower.keywords import docs_of
from specmill.model.models import Docs
from specmill.text import words
from specmill.values import dataclass

_PLACES = frozenset({"", "nav"})
"""Kinds of tags that are there to find operations by; others are badges, audiences and the like."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a document by name (OpenAPI 3.2, Tag Object)."""

    nodes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Mapping[str, Any]) -> Tags:
        """Read the tags of a document."""
        return cls({str(tag["name"]): tag for tag in root.get("tags", ())})

    def main(self, operation: Mapping[str, Any]) -> str:
        """Return the first tag of an operation that is there to find it by; empty without any."""
        names = [str(name) for name in operation.get("tags") or ()]
        return next((name for name in names if self._says(name, "kind") in _PLACES), "") or next(
            iter(names), ""
        )

    def others(self, operation: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the tags of an operation besides the main one."""
        main = self.main(operation)
        names = dict.fromkeys(str(name) for name in operation.get("tags") or ())
        return tuple(name for name in names if name != main)

    def above(self, name: str) -> tuple[str, ...]:
        """Return the tags that one stands below, topmost first; none where they form a circle."""
        found: list[str] = []
        parent = self._says(name, "parent")
        while parent in self.nodes:
            if parent in (name, *found):
                return ()
            found.append(parent)
            parent = self._says(parent, "parent")
        return tuple(reversed(found))

    def docs(self) -> Iterator[tuple[str, Docs]]:
        """Yield what is said of each tag."""
        for name, node in self.nodes.items():
            extra = node.get(EXTRA, {})
            yield name, docs_of({**node, "summary": extra.get("summary", "")})

    def report(self, document: Document, report: Report) -> None:
        """Report parents that are no tags, and circles of them."""
        for index, name in enumerate(self.nodes):
            parent = self._says(name, "parent")
            place = f"/tags/{index}"
            if parent and parent not in self.nodes:
                report.warn(
                    f"the parent {parent!r} of the tag {name!r} is not a tag",
                    location=document.locate(place),
                )
            elif parent and not self.above(name):
                report.warn(
                    f"the parents of the tag {name!r} form a circle",
                    location=document.locate(place),
                )

    def _says(self, name: str, key: str) -> str:
        return str(self.nodes.get(name, {}).get(EXTRA, {}).get(key) or "")


def resource_words(tag: str) -> str:
    """Return the words of a tag as a resource has them."""
    return " ".join(words(tag)).lower()
