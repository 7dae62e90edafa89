"""Tags: which one of an operation's is its resource, and which are nested in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.document.shapes import EXTRA
from specmill.lower.keywords import docs_of
from specmill.lower.naming.path_names import (
    ID_VERBS,
    VERSION,
    same_words,
)
from specmill.lower.naming.prefix_tags import PrefixTag, prefix_tag
from specmill.model.models import Docs
from specmill.text import words
from specmill.values import dataclass

_GROUP = re.compile(r"([A-Z][A-Za-z0-9]+)_[A-Za-z]\w*")
_OF_POSTGREST = re.compile(r"\(rpc\) ")
_SHARE = 0.75
_PLACES = frozenset({"", "nav"})
"""Kinds of tags that are there to find operations by; others are badges, audiences and the like."""

MOST_ABOVE = 10
"""Tags that one is placed below at most."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a document by name (OpenAPI 3.2, Tag Object)."""

    nodes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    circular: frozenset[str] = frozenset()
    """Tags whose parents lead into a circle."""
    prefix: PrefixTag = PrefixTag()
    grouped: bool = False
    """Ids of operations without a tag begin with what they belong to: ``Sites_Delete``."""
    short: Mapping[str, str] = field(default_factory=dict)
    """Tags that are paths in a program, by their ends: ``pets`` of ``crate::api::pets``."""

    @classmethod
    def of(cls, root: Mapping[str, Any], operations: Sequence[SourceOperation] = ()) -> Tags:
        """Read the tags of a document, and what they are to its operations."""
        nodes = {str(tag["name"]): tag for tag in root.get("tags", ()) if tag["name"]}
        parents = {name: _says(node, "parent") for name, node in nodes.items()}
        title = str(root.get("info", {}).get("title", ""))
        prefix = prefix_tag(operations, title)
        short = _ends_of_paths(str(one) for it in operations for one in it.node.get("tags") or ())
        return cls(nodes, _circular(parents), prefix, _are_grouped(operations), short)

    def main(self, operation: Mapping[str, Any]) -> str:
        """Return the first tag of an operation that is there to find it by; empty without any."""
        names = [str(name) for name in operation.get("tags") or () if self._may_place(name)]
        if not names and self.grouped:
            return _group(operation)
        return next((name for name in names if self._says(name, "kind") in _PLACES), "") or next(
            iter(names), ""
        )

    def spoken(self, name: str) -> str:
        """Return what of a tag names a resource.

        Of PostgREST's ``(rpc) add_them``, that it is a procedure; of ``Products.Product`` of OData,
        what is not said twice.
        """
        if _OF_POSTGREST.match(name):
            return "rpc"
        first, dot, second = name.rpartition(".")
        if dot and same_words(words(first), words(second)):
            return first
        return self.short.get(name, name)

    def _may_place(self, name: object) -> bool:
        """Tell whether a tag may be a resource: a version is none, as it is none in a path."""
        return name != self.prefix.name and not VERSION.fullmatch(str(name))

    def others(self, operation: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the tags of an operation besides the main one."""
        main = self.main(operation)
        names = dict.fromkeys(str(name) for name in operation.get("tags") or ())
        return tuple(name for name in names if name != main)

    def above(self, name: str) -> tuple[str, ...]:
        """Return the tags that one stands below, topmost first; none where they form a circle.

        Of a longer line the nearest :data:`MOST_ABOVE` count.
        """
        if name in self.circular:
            return ()
        found: list[str] = []
        parent = self._says(name, "parent")
        while parent in self.nodes and len(found) < MOST_ABOVE:
            found.append(parent)
            parent = self._says(parent, "parent")
        return tuple(reversed(found))

    def docs(self) -> Iterator[tuple[str, Docs]]:
        """Yield what is said of each tag."""
        for name, node in self.nodes.items():
            extra = node.get(EXTRA, {})
            yield name, docs_of({**node, "summary": extra.get("summary", "")})

    def report(self, document: Document, report: Report) -> None:
        """Report parents that are no tags, circles of them, and long lines."""
        deep = 0
        for index, name in enumerate(self.nodes):
            parent = self._says(name, "parent")
            place = f"/tags/{index}"
            if parent and parent not in self.nodes:
                report.warn(
                    f"the parent {parent!r} of the tag {name!r} is not a tag",
                    location=document.locate(place),
                )
            elif parent and name in self.circular:
                report.warn(
                    f"the parents of the tag {name!r} form a circle",
                    location=document.locate(place),
                )
            elif len(above := self.above(name)) == MOST_ABOVE and self._says(above[0], "parent"):
                deep = deep or index + 1
        if deep:
            report.warn(
                f"tags stand below more than {MOST_ABOVE} others; the nearest count",
                location=document.locate(f"/tags/{deep - 1}"),
                code="tag-depth",
            )

    def _says(self, name: str, key: str) -> str:
        return _says(self.nodes.get(name, {}), key)


def _are_grouped(operations: Sequence[SourceOperation]) -> bool:
    untagged = [one for one in operations if one.declared_id and not one.node.get("tags")]
    groups = [_group(one.node) for one in untagged]
    named = [group for group in groups if group]
    return len(set(named)) < len(named) and len(named) >= _SHARE * len(untagged)


def _ends_of_paths(tags: Iterable[str]) -> dict[str, str]:
    """Return the shortest ends of tags with ``::`` that tell each from all others."""
    names = dict.fromkeys(tags)
    ends = {name: name.split("::") for name in names}
    return {
        name: next(
            "::".join(parts[-size:])
            for size in range(1, len(parts) + 1)
            if sum(one[-size:] == parts[-size:] for one in ends.values()) == 1 or size == len(parts)
        )
        for name, parts in ends.items()
        if len(parts) > 1
    }


def _group(operation: Mapping[str, Any]) -> str:
    """Return the group before an underscore in an id; empty without one, and for the whole app."""
    found = _GROUP.fullmatch(str(operation.get("operationId", "")))
    said = words(found[1]) if found else ()
    is_verb = not said or said[0].lower() in ID_VERBS
    is_app = [word.lower() for word in said[:1]] in (["app"], ["index"], ["root"])
    return "" if found is None or is_verb or is_app else found[1]


def _says(node: Mapping[str, Any], key: str) -> str:
    return str(node.get(EXTRA, {}).get(key) or "")


def _circular(parents: Mapping[str, str]) -> frozenset[str]:
    """Return the names from which parents lead into a circle; each is visited once."""
    known: dict[str, bool] = {}
    for start in parents:
        line: dict[str, None] = {}
        name = start
        while name in parents and name not in known and name not in line:
            line[name] = None
            name = parents[name]
        ends_in_circle = known.get(name, name in line)
        known.update(dict.fromkeys(line, ends_in_circle))
    return frozenset(name for name, circular in known.items() if circular)


def resource_words(tag: str) -> str:
    """Return the words of a tag as a resource has them."""
    return " ".join(words(tag)).lower()
