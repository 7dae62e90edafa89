"""What a REST page says, told apart by its sections."""

from __future__ import annotations

from dataclasses import field

from specmill.sources.markdown.blocks import Block, Code, Heading, Table, Text
from specmill.sources.markdown.rest.commands import Sent
from specmill.sources.markdown.rest.fields import is_list, table_of
from specmill.sources.markdown.rest.parts import LISTED, Parts, line_of
from specmill.sources.markdown.rest.requests import Request, address_in_heading
from specmill.sources.markdown.rest.words import Part, is_general, object_name
from specmill.values import dataclass


@dataclass(slots=True)
class Sections:
    """What a page says, section by section."""

    title: str = ""
    text: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    objects: list[tuple[Heading, Table | Code]] = field(default_factory=list)
    """Tables and samples outside of requests, which may show the fields of objects."""
    composed: dict[Table, str] = field(default_factory=dict)
    """Those that are a part of their object, and the keyword that says how."""
    held: set[Heading] = field(default_factory=set)
    """Headings of objects that stand below one such as ``Schemas``."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """Headings above requests to the text below them."""
    sent: list[tuple[Sent, int]] = field(default_factory=list)
    """All requests as they are sent, with their lines."""

    def group_of(self, around: list[Heading]) -> str:
        """Return the last heading that names a resource."""
        names = [
            (address_in_heading(one.text) or ("", one.text))[1].removeprefix("Group ")
            for one in around
            if one.text != self.title and not is_general(one.text)
        ]
        return names[-1] if names else ""

    def take(
        self, heading: Heading | None, waiting: list[tuple[Part, Block]], parts: Parts
    ) -> list[tuple[Part, Block]]:
        """Keep the tables, lists and samples of a section without a request; gives the rest."""
        rest: list[tuple[Part, Block]] = []
        for part, block in waiting:
            found = block if isinstance(block, Table | Code) else None
            is_told = part.role in LISTED or bool(heading and object_name(heading.text))
            if isinstance(block, Text) and is_list(block) and is_told:
                found, odd = table_of(block, parts.is_type)
                for line in odd if found is not None else ():
                    what = "this item of the list is not understood; it is left out"
                    parts.warn(what, Text("", line))
            if found is None:
                rest.append((part, block))
                continue
            self.objects.append((heading or Heading(1, "", line_of(block)), found))
            if isinstance(found, Table) and part.composed:
                self.composed[found] = part.composed
        return rest
