"""Sections of a REST page: which request each documents, and what stands below it."""

from __future__ import annotations

import re
from dataclasses import field

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Code, Heading, Table, Text, plain
from specmill.sources.markdown.rest.commands import messages_in
from specmill.sources.markdown.rest.contents import Sections
from specmill.sources.markdown.rest.fields import is_list
from specmill.sources.markdown.rest.indexes import (
    Apart,
    Listed,
    listed_in,
)
from specmill.sources.markdown.rest.parts import (
    LISTED,
    Parts,
    inline_sample,
    line_of,
    pieces_of,
)
from specmill.sources.markdown.rest.requests import (
    Request,
    address_in_heading,
    address_of,
    fits,
    key_of,
    lone_address,
    request_below,
    request_in_heading,
    requests_in,
    with_braces,
)
from specmill.sources.markdown.rest.survey import Survey, survey_of
from specmill.sources.markdown.rest.words import (
    Part,
    bare_title,
    holds_objects,
    is_about_login,
    is_enumeration,
    is_general,
    is_note,
    is_request_label,
    label_of,
    named_object,
    names_fields,
    object_name,
    part_of,
    role_of,
    status_alone,
)
from specmill.values import dataclass

_ANCHOR = re.compile(r"<a\s+(?:id|name)\s*=[^<>]*>\s*</a>", re.IGNORECASE)
"""A place that links lead to, in HTML."""


def read_sections(blocks: list[Block], source: Source, report: Report, parts: Parts) -> Sections:
    """Tell which request each part of a page belongs to."""
    reader = _Reader(source, report, parts, survey_of(blocks, parts))
    for block in blocks:
        reader.read(block)
    reader.finish()
    return reader.sections


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    parts: Parts
    survey: Survey
    sections: Sections = field(default_factory=Sections)
    headings: list[Heading] = field(default_factory=list)
    """Those around the present block that have no role, outermost first."""
    open: list[Request] = field(default_factory=list)
    """The requests that the present section documents."""
    waiting: list[tuple[Part, Block]] = field(default_factory=list)
    """What a section says before its request."""
    part: Part = field(default_factory=Part)
    is_filled: bool = False
    """Something stands below the open requests."""
    apart: Apart = field(default_factory=Apart)
    inherited: list[tuple[int, Part, Block]] = field(default_factory=list)
    """What sections of addresses say of all requests below them, each with its level."""
    added: set[int] = field(default_factory=set)
    """Identities of the requests that have been found."""

    def finish(self) -> None:
        """End the last section."""
        self._end_section()

    def read(self, block: Block) -> None:
        """Read the next block."""
        if isinstance(block, Heading):
            self._heading(Heading(block.level, bare_title(block.text), block.line))
            return
        if isinstance(block, Code):
            self.sections.sent += [(one, block.line) for one in messages_in(block)[0]]
        if listed := list(listed_in(block)):
            self._listed(listed, block)
            return
        stack: list[Block] = [block]
        while stack:
            one = stack.pop()
            pieces = list(pieces_of(one, self.part))
            if len(pieces) == 1:
                self._block(pieces[0])
            else:
                stack += reversed(pieces)

    def _block(self, block: Block) -> None:
        found = list(requests_in(block))
        if found and not self._is_example(found):
            self._open(found, line_of(block))
            if isinstance(block, Code) and len(found) == 1 and "\n" in block.text.strip():
                self._add(block)  # it may have headers and a body
            return
        if isinstance(block, Text) and not self.open and self._opened_by_address(block):
            return
        if isinstance(block, Text | Code) and not self.open:
            rest = self.apart.take(block)
            if self.apart.is_whole:
                self._open([(self.apart.verb, self.apart.url)], self.apart.line)
                self.apart = Apart()
            if rest is not None:
                if rest:
                    self._text(Text("\n".join(rest), block.line))
                return
        if isinstance(block, Text):
            self._text(block)
        else:
            self._add(block)

    def _opened_by_address(self, block: Text) -> bool:
        """Open the request of an address that stands alone, without its method."""
        address = lone_address(block.text)
        if not address or "{" not in address or key_of("GET", address) in self.parts.known:
            return False
        self.parts.warn("no method is told of this address; taken as GET", block)
        self._open([("GET", address)], block.line)
        return True

    def _text(self, block: Text) -> None:
        text = _ANCHOR.sub("", block.text)
        lines = [one for one in text.split("\n") if not one.startswith(":::")]
        block = Text("\n".join(lines).strip(), block.line)
        if not block.text:
            return
        text = plain(block.text)
        label = self._label(text) if not is_list(block) else None
        if label is not None:
            self._begin(label)
        elif (inline := inline_sample(block, self.part)) is not None:
            self._begin(inline[0])
            self._add(inline[1])
        else:
            self._add(block)

    def _label(self, text: str) -> Part | None:
        """Read a label, which may be the name of an object of the request."""
        named = named_object(text, self.parts.named) if self.open else None
        return named or label_of(text, self.part)

    def _begin(self, part: Part) -> None:
        """Begin a part of the section; one with a status is an answer that the request has."""
        self.part = part
        for one in self.open if part.status and part.is_answer else ():
            one.statuses.setdefault(part.status, "")

    def _add(self, block: Block) -> None:
        if self.open:
            self.is_filled = True
            self.parts.add(block, self.part, self.open)
        else:
            self.waiting.append((self.part, block))

    # -- headings --------------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> None:
        outer = [one.text for one in self.headings if one.level < heading.level]
        inherits = request_below(heading.text, outer)
        found = inherits or request_in_heading(heading.text)
        is_repeated = self.survey.repeats(heading)
        inside = bool(self.open) and heading.level + is_repeated > self.open[0].level
        if inside and self.open[0].level == 1 and len(self.parts.known) > 1:
            inside = bool(role_of(heading.text))
        if found is None and self._is_part(heading, inside=inside):
            return
        if found is not None and inside and self.open[0].in_heading:
            self.part = Part("other")
            return
        self._end_section()
        while self.headings and self.headings[-1].level >= heading.level:
            self.headings.pop()
        self.inherited = [one for one in self.inherited if one[0] < heading.level]
        self.headings.append(heading)
        if heading.level == 1 and not self.sections.title and found is None:
            self.sections.title = heading.text
        if found is not None:
            self._open([found[:2]], heading.line, found[2])
            self.open[0].in_heading = True
            for _, part, block in self.inherited if inherits else ():
                self.parts.add(block, part, self.open)
        elif (known := self.survey.named(heading)) is not None:
            self._open([(known.verb, known.url)], heading.line, known.title)
            self.open[0].in_heading = True

    def _is_part(self, heading: Heading, *, inside: bool) -> bool:
        """Let a heading below a section's begin a part of it; tells whether it is one."""
        is_repeated = self.survey.repeats(heading) and inside
        around = [one for one in self.headings if one.level < heading.level + is_repeated]
        if heading.level == 1 or not around or holds_objects(around[-1].text):
            return False
        if not self.open and self.apart.heading(heading):
            self.headings = around
            return True
        announces = around[-1].level > 1 and is_request_label(heading.text)
        if around[-1].level > 1 and is_note(heading.text):
            self.headings, self.part = around, Part("other" if self.open else "")
            return True
        if is_enumeration(heading.text) and (inside or self.waiting):
            self.headings, self.part = around, Part("other")
            return True
        waits = bool(self.waiting) and (around[-1].level > 1 or around == self.headings)
        waits = waits or (names_fields(heading.text) and around == self.headings)
        announces = announces or object_name(around[-1].text) != ""
        if not (inside or waits or announces) or self.survey.named(heading) is not None:
            return False
        label = label_of(heading.text, self.part) if self.part.role.startswith("response") else None
        named = named_object(heading.text, self.parts.named) if inside else None
        if named is not None:
            self.headings, self.part = around, named
            return True
        role = "response" if status_alone(heading.text) else role_of(heading.text)
        role = role or ("parameters" if waits and names_fields(heading.text) else "")
        if not (role or inside):
            return False
        self.headings = around
        self._begin(label or part_of(heading.text, role or "other"))
        return True

    # -- requests --------------------------------------------------------------------------------

    def _listed(self, listed: list[Listed], block: Block) -> None:
        """Read a table or a list of requests; a single one is its section's."""
        lines = {one.line for one in listed}
        for row in block.rows if isinstance(block, Table) else ():
            if row.line not in lines:
                self.parts.warn("this row is no request; it is left out", Text("", row.line))
        own = self.headings[-1] if self.headings else None
        if len(listed) == 1 and own is not None and not self.open:
            (one,) = listed
            is_named = own.text == self.sections.title or is_general(own.text)
            self._open([(one.verb, one.url)], one.line, one.title if is_named else None)
            self.open[0].text[:0] = one.text if not is_named else one.text[1:]
            self.open[0].statuses |= {one.status: ""} if one.status else {}
            return
        self._keep_text()
        for one in listed:
            known = self.survey.listed.get(key_of(one.verb, one.url))
            if known is not None and id(known) not in self.added:
                known.group = known.group or self.sections.group_of(self.headings)
                self._found(known)

    def _found(self, request: Request) -> None:
        if id(request) not in self.added:
            self.added.add(id(request))
            self.sections.requests.append(request)

    def _is_example(self, found: list[tuple[str, str]]) -> bool:
        """Tell whether a request is shown again, as it is sent."""
        if not self.open:
            return False
        if self.open[0].in_heading or self.part.role == "request":
            return self.is_filled or self.open[0].in_heading
        return all(
            any(one.verb == verb.upper() and fits(one.url, url) for one in self.open)
            for verb, url in found
        )

    def _open(self, found: list[tuple[str, str]], line: int, title: str | None = None) -> None:
        own = self.headings[-1] if self.headings else None
        is_own = own is not None and own.text != self.sections.title and not is_general(own.text)
        if title is None:
            title = own.text if own is not None and is_own else ""
            title = "" if is_request_label(title) else title
        level = own.level if own is not None else 1
        if self.open and self.is_filled:
            self.open, self.part = [], Part()
        group = self.sections.group_of(self.headings[:-1] if is_own else self.headings)
        same = {one.key: one for one in self.open}
        for verb, shown in found:
            url, _, query = with_braces(shown).partition("?")
            key = key_of(verb, url)
            request = same.get(key) or self._request(verb.upper(), url, title, line)
            request.queries += [query] if query else []
            if key not in same:
                request.group, request.line, request.level = group or request.group, line, level
                same[key] = request
                self.open.append(request)
        self.is_filled = False
        waiting, self.waiting = self.waiting, []
        for part, block in waiting:
            self.parts.add(block, part, self.open)

    def _request(self, verb: str, url: str, title: str, line: int) -> Request:
        """Make a request, or take the one that a table names."""
        known = self.survey.take(verb, url)
        if known is None:
            known = Request(verb, url, title, "", line, 1)
        known.is_row = known.is_row and not title
        known.title = title or known.title
        self._found(known)
        return known

    def _end_section(self) -> None:
        if not self.open:
            self._open_by_command()
        if self.apart.url or self.apart.verb:
            what = f"`{self.apart.url or self.apart.verb}` is told without its"
            what += " method" if self.apart.url else " address"
            place = Location(self.source.name, self.apart.line, 1)
            self.report.warn(f"{what}; it is left out", location=place)
        self._objects()
        self._keep_text()
        self.waiting, self.open, self.part, self.is_filled = [], [], Part(), False
        self.apart = Apart()

    def _keep_text(self) -> None:
        """Keep the text of a section without a request, or before a table of requests."""
        group = self.headings[-1].text if self.headings else ""
        told = [block.text for _, block in self.waiting if isinstance(block, Text)]
        if told and group and group != self.sections.title:
            self.sections.groups.setdefault(group.removeprefix("Group "), []).extend(told)
        elif told:
            self.sections.text += told
        self.waiting = [one for one in self.waiting if not isinstance(one[1], Text)]

    def _open_by_command(self) -> None:
        """Take a request that a section shows by a command alone as the one that it documents."""
        heading = self.headings[-1] if self.headings else None
        commands = [
            (one, block.line)
            for _, block in self.waiting
            if isinstance(block, Code)
            for one in messages_in(block)[0]
        ]
        if not commands or heading is None or is_about_login(heading.text):
            return
        if heading.text == self.sections.title and self.parts.known:
            return
        sent, line = commands[0]
        path = address_of(sent.url).partition("?")[0]
        if path and not self.parts.documents(sent):
            self._open([(sent.verb, path)], line)

    def _objects(self) -> None:
        """Keep the tables, lists and samples of a section without a request for its object."""
        heading = self.headings[-1] if self.headings else None
        if heading is not None and address_in_heading(heading.text):
            own = [one for one in self.waiting if one[0].role in LISTED]
            self.inherited += [(heading.level, *one) for one in own]
            self.waiting = [one for one in self.waiting if one not in own]
        self.waiting = self.sections.take(heading, self.waiting, self.parts)
        if heading is not None and any(holds_objects(one.text) for one in self.headings[:-1]):
            self.sections.held.add(heading)
