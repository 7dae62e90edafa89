"""Link Objects (OpenAPI 3.1, 4.8.20): the operations that take what a response gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any
from urllib.parse import unquote

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.document.pointers import escape
from specmill.lower.keywords import docs_of
from specmill.model.models import JsonValue
from specmill.model.operations import Link, LinkedValue, Operation
from specmill.text import printable
from specmill.values import replace

_EXPRESSION = re.compile(
    r"\$(?:(?P<plain>url|method|statusCode)|(?P<side>request|response)\."
    r"(?:(?P<place>header|query|path)\.(?P<name>.+)|body(?:#(?P<pointer>.*))?))\Z",
    re.DOTALL,
)
_PLAIN = {"url": "url", "method": "method", "statusCode": "status"}


def with_links(
    operations: list[Operation],
    sources: Iterable[SourceOperation],
    document: Document,
    report: Report,
) -> list[Operation]:
    """Return the operations with the links of their responses.

    A link that leads to no operation, or gives it what it does not take, is reported; what is right
    of it stays.

    Args:
        operations: All operations.
        sources: They in the document.
        document: The document.
        report: Takes findings.
    """
    reader = _Reader(document, report, operations)
    found = {source.pointer: tuple(reader.of(source)) for source in sources}
    return [
        replace(one, links=found[one.pointer]) if found.get(one.pointer) else one
        for one in operations
    ]


class _Reader:
    """Reads the links of one document."""

    def __init__(self, document: Document, report: Report, operations: list[Operation]) -> None:
        self._document, self._report = document, report
        self._by_id = {one.id: one for one in operations}
        self._by_pointer = {one.pointer: one for one in operations}
        self._told: set[str] = set()

    def of(self, source: SourceOperation) -> Iterator[Link]:
        """Yield the links of all responses of an operation, each name once."""
        found: dict[str, tuple[Any, str]] = {}
        for status, declared in source.node.get("responses", {}).items():
            place = f"{source.pointer}/responses/{escape(status)}"
            response, place = self._document.follow(declared, place)
            for name, link in response.get("links", {}).items():
                found.setdefault(name, self._document.follow(link, f"{place}/links/{escape(name)}"))
        for name, (node, pointer) in found.items():
            link = self._link(name, node, pointer)
            if link is not None:
                yield link

    def _link(self, name: str, node: Mapping[str, Any], pointer: str) -> Link | None:
        target = self._target(name, node, pointer)
        if target is None:
            return None
        given = {**node.get("parameters", {})}
        values = []
        for key, value in given.items():
            place, _, wire = key.rpartition(".")
            known = [
                one
                for one in target.parameters
                if one.wire == key or (one.wire == wire and one.place.value == place)
            ]
            if not known:
                self._warn(
                    f"the link {name!r} gives {target.id!r} a parameter {key!r}, which it does not "
                    "have",
                    pointer,
                )
                continue
            values.append(self._value(name, known[0].wire, value, pointer))
        if "requestBody" in node:
            values.append(self._value(name, "", node["requestBody"], pointer))
        return Link(
            name,
            target.id,
            target.resource,
            target.pointer,
            tuple(value for value in values if value is not None),
            docs_of(node),
        )

    def _target(self, name: str, node: Mapping[str, Any], pointer: str) -> Operation | None:
        """Find the operation of a link by its id, or by a reference into this document."""
        said = node.get("operationId")
        if said is not None:
            target = self._by_id.get(said)
            if target is None:
                close = get_close_matches(str(said), self._by_id, n=1)
                hint = f"did you mean {close[0]!r}?" if close else ""
                self._warn(f"the link {name!r} leads to {said!r}, no operation", pointer, hint)
            return target
        said = node.get("operationRef")
        if said is None:
            self._warn(f"the link {name!r} has neither operationId nor operationRef", pointer)
            return None
        target = self._by_pointer.get(unquote(str(said).removeprefix("#")))
        if target is None:
            hint = "" if str(said).startswith("#") else "only operations of this document are known"
            self._warn(f"the link {name!r} leads to {said!r}, no operation", pointer, hint)
        return target

    def _value(self, name: str, wire: str, value: JsonValue, pointer: str) -> LinkedValue | None:
        """Read a runtime expression (OpenAPI 3.1, 4.8.20.3), or a constant."""
        if not (isinstance(value, str) and value.startswith("$")):
            return LinkedValue(wire, "value", printable(str(value)))
        match = _EXPRESSION.match(value)
        if match is None:
            self._warn(
                f"the link {name!r} has an expression that cannot be read: {value!r}", pointer
            )
            return None
        if match["plain"]:
            return LinkedValue(wire, _PLAIN[match["plain"]], "")
        place = match["place"] or "body"
        source = place if match["side"] == "response" else f"request.{place}"
        return LinkedValue(wire, source, printable(match["name"] or match["pointer"] or ""))

    def _warn(self, what: str, pointer: str, hint: str = "") -> None:
        if pointer not in self._told:  # a link that several responses share
            self._told.add(pointer)
            self._report.warn(what, location=self._document.locate(pointer), hint=hint)
