"""Operations of a document with the resource and the method name of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.kept import Kept
from specmill.lower.naming.framework_ids import written_ids
from specmill.lower.naming.one_and_many import answers_list, holds_list
from specmill.lower.naming.path_names import same_words
from specmill.lower.naming.resources import Placement, place_operations
from specmill.lower.naming.tags import Tags
from specmill.text import words
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class PlacedOperations:
    """The operations that clients have, in the document's order."""

    document: Document
    sources: tuple[SourceOperation, ...]
    places: Mapping[str, Placement]
    """By the pointers of the operations."""
    tags: Tags
    written: Mapping[str, str]
    """What the operations are called in names of models, by their ids."""
    kept: Kept
    """What they were before."""

    former_resources: Mapping[tuple[str, ...], tuple[str, ...]]
    """Names that resources had before, by where they are now."""

    def former(self, source: SourceOperation) -> tuple[str, ...]:
        """Return the names that a method had in the resource where it is now, latest last."""
        place = self.places[source.pointer]
        dotted = ".".join((*place.resource, place.name))
        return self.kept.former(source, dotted, self.former_resources)

    @property
    def root(self) -> Mapping[str, Any]:
        """The OpenAPI Object."""
        return self.document.root

    def resources_of_tags(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each tag that places operations, with the resource where they are."""
        for source in self.sources:
            tag, path = self.tags.main(source.node), self.places[source.pointer].resource
            size = len(self.tags.above(tag)) + 1
            if tag and (len(path) == size or same_words(words(" ".join(path[:size])), words(tag))):
                yield tag, path[:size]


def place(
    document: Document, pins: Mapping[str, str], kept: Kept, report: Report
) -> PlacedOperations:
    """Give every operation that is not skipped its resource and its method name.

    Args:
        document: The normal form.
        pins: Operation id to ``resource.method``.
        kept: What operations were called before; pins beat it.
        report: Takes findings on tags.

    Raises:
        SpecmillError: Two operations are pinned to one name.
    """
    sources = tuple(
        source for source in document.operations() if "x-specmill-skip" not in source.node
    )
    tags = Tags.of(document.root, sources)
    tags.report(document, report)
    is_pinned = document.family != "discovery"
    reading = [one for one in sources if one.method == "get"]
    lists = {one.pointer for one in reading if answers_list(one, document)}
    holders = {one.pointer for one in reading if holds_list(one, document)}
    given = {pointer: one.place for pointer, one in kept.operations.items()}
    places = place_operations(
        sources, pins, given, declared_is_pinned=is_pinned, tags=tags, lists=lists, holders=holders
    )
    names = {pointer: (*one.resource, one.name) for pointer, one in places.items()}
    former, written = kept.former_resources(names), written_ids(sources, lists)
    return PlacedOperations(document, sources, places, tags, written, kept, former)
