"""The requests of a REST page, found before its sections are read."""

from __future__ import annotations

from dataclasses import field

from specmill.sources.markdown.blocks import Block, Heading, Table
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.indexes import labels_beside_requests, listed_in, listed_request
from specmill.sources.markdown.rest.parts import Parts
from specmill.sources.markdown.rest.requests import Request, key_of, request_in_heading, requests_in
from specmill.sources.markdown.rest.words import object_name, spellings
from specmill.values import dataclass


@dataclass(slots=True)
class Survey:
    """What a page says of its requests in places that its sections refer to."""

    listed: dict[tuple[str, str], Request] = field(default_factory=dict)
    """Requests that tables and lists name, which sections may tell more of."""
    titles: dict[str, list[Request]] = field(default_factory=dict)
    """The same requests by their titles and paths."""
    labels: set[tuple[int, str]] = field(default_factory=set)
    """Level and text of headings that repeat below each request, at the request's own level."""

    def repeats(self, heading: Heading) -> bool:
        """Tell whether a heading is a label at the level of requests, once for each."""
        return (heading.level, fold(heading.text)) in self.labels

    def named(self, heading: Heading) -> Request | None:
        """Find the request of a table that a section is about: by its title or its path."""
        named = self.titles.get(fold(heading.text), [])
        return named[0] if len(named) == 1 and named[0].key in self.listed else None

    def take(self, verb: str, url: str) -> Request | None:
        """Take the request that a table or a list names, by its address or by its path alone."""
        path = url.partition("://")[2]
        below = f"/{path.partition('/')[2]}" if path else url
        listed = self.listed.pop(key_of(verb, url), None)
        return listed or self.listed.pop(key_of(verb, below), None)


def survey_of(blocks: list[Block], parts: Parts) -> Survey:
    """Find the requests that a page documents, wherever, and tell the parts of them."""
    survey = Survey(labels=labels_beside_requests(blocks))
    for block in blocks:
        if isinstance(block, Table):
            parts.named.update(parts.mentioned(block))
        for one in listed_in(block):
            request = listed_request(one)
            if request.key not in survey.listed:
                survey.listed[request.key] = request
                for title in {fold(request.title), fold(request.url)}:
                    survey.titles.setdefault(title, []).append(request)
            parts.known[request.key] = None
        if isinstance(block, Heading):
            if name := object_name(block.text):
                parts.classes |= dict.fromkeys(spellings(name), name)
            found = request_in_heading(block.text)
            parts.known |= {key_of(*found[:2]): None} if found else {}
        else:
            parts.known |= {key_of(verb, url): None for verb, url in requests_in(block)}
    return survey
