"""A budget of loss: how many operations may come out void before a generation is refused.

One operation that says nothing is a slip of a spec; many of them mean that the spec was not
understood, and an empty client with a good exit status would hide that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from specmill.diagnostics import Diagnostic, Report, Severity, SpecmillError
from specmill.document.document import Document
from specmill.document.operations import SourceOperation, source_operations
from specmill.document.shapes import EXTRA, REPAIRED
from specmill.values import dataclass, replace

MOST = 0.02
"""The share of operations that may be void."""
FEW = 2
"""As many may be, however small the API."""
_DEEPEST = 8
"""How many arrays in each other are looked into."""
_SHOWN = 20
"""Findings that the error names."""
_DANGLING = "reference-dangling"
_BODIES = "body-duplicate"
_SILENT = ("responses-missing", "responses-empty")


def refuse_loss(name: str, document: Document, report: Report, accepted: Collection[str]) -> None:
    """Refuse an API of which too many operations are void.

    Args:
        name: What the API is called in the workspace.
        document: The normal form.
        report: What was found while it was read.
        accepted: Codes of findings that the user lives with.

    Raises:
        SpecmillError: Too many operations lack what they answer or send.
    """
    codes = {finding.code for finding in report.findings}.difference(accepted)
    silent = next((code for code in _SILENT if code in codes), "")
    if not silent and codes.isdisjoint({_DANGLING, _BODIES}):
        return
    sources = list(source_operations(document.root))
    lost = _Lost(document, codes, silent)
    void = {one.pointer: found for one in sources if (found := [*lost.of(one)])}
    if len(void) <= max(MOST * len(sources), FEW):
        return
    kinds = Counter(code for found in void.values() for code in dict.fromkeys(found))
    counted = ", ".join(f"{code} {count}" for code, count in kinds.most_common())
    listed = ", ".join(f'"{code}"' for code in kinds)
    flags = " ".join(f"--accept {code}" for code in kinds)
    told = Diagnostic(
        f"{len(void)} of {len(sources)} operations lose what they send or answer: {counted}",
        document.locate(next(iter(void))),
        f"to go on all the same, set accept = [{listed}] of [apis.{name}], or give {flags}",
    )
    why = (one for one in report.findings if one.code in kinds)
    raise SpecmillError(
        told, *(replace(one, severity=Severity.ERROR) for one in islice(why, _SHOWN))
    )


@dataclass(frozen=True, slots=True)
class _Lost:
    """What operations of a document lost."""

    document: Document
    codes: Collection[str]
    silent: str

    def of(self, source: SourceOperation) -> Iterator[str]:
        """Yield the codes of what an operation lost."""
        if self.silent and "responses" not in source.node:
            yield self.silent
        kept = source.node.get(REPAIRED, {}).get("parameters", ())
        if _BODIES in self.codes and any(map(_is_body, kept)):
            yield _BODIES
        if _DANGLING in self.codes and any(map(self._is_gone, _parts(source))):
            yield _DANGLING

    def _is_gone(self, part: Mapping[str, Any]) -> bool:
        """Tell whether a part, or all that one of its schemas says, led nowhere."""
        part, _ = self.document.follow(part, "")
        schemas = [entry.get("schema") for entry in part.get("content", {}).values()]
        return _led_nowhere(part) or any(map(self._is_void, [part.get("schema"), *schemas]))

    def _is_void(self, schema: Any) -> bool:
        """Tell whether a schema, or that of an array's items, led nowhere."""
        for _ in range(_DEEPEST):
            if not isinstance(schema, dict):
                return False
            schema, _ = self.document.follow(schema, "")
            if _led_nowhere(schema):
                return True
            schema = schema.get("items")
        return False


def _parts(source: SourceOperation) -> Iterator[Mapping[str, Any]]:
    """Yield what an operation sends and what it answers, with what holds these."""
    for holder, _ in source.holders():
        yield holder
        yield from holder.get("parameters", ())
    yield source.node.get("requestBody", {})
    yield from source.node.get("responses", {}).values()


def _is_body(parameter: Mapping[str, Any]) -> bool:
    return parameter.get("in") in ("body", "formData")


def _led_nowhere(part: Mapping[str, Any]) -> bool:
    kept = part.get(REPAIRED, {})
    return "$ref" in kept or "lost" in kept or "$ref" in part.get(EXTRA, {})
