"""Sections of a REST page: which request each documents, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Code, Heading, Table, Text, plain
from specmill.sources.markdown.rest.lists import is_list, table_of
from specmill.sources.markdown.rest.samples import NoSample, Sample, sample_of
from specmill.sources.markdown.rest.words import (
    answers_in,
    is_status_column,
    role_of,
    status_alone,
    status_in,
    told_status,
)

_VERBS = r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
_URL = r"((?:https?://[^\s`|)]+|/[^\s`|)]*))"
_IN_HEADING = re.compile(rf"(?<![\w/]){_VERBS}\s+{_URL}", re.IGNORECASE)
_ALONE = re.compile(rf"(?:[\w ]{{1,30}}:\s*)?{_VERBS}\s+{_URL}(?:\s+HTTP/[\d.]+)?\.?\Z")
_LISTED = ("path", "query", "header", "form", "multipart", "body", "parameters")
"""What may be told by a list of names."""
_AROUND_TITLE = " \t-–—:|%()[]·#`"
_VARIABLE = re.compile(r"\{([^{}#]*)(?:#[^{}]*)?\}|(?<=/):([A-Za-z_]\w*)|<(?:\w+:)?(\w+)>")


@dataclass(slots=True)
class Request:
    """A documented request."""

    verb: str
    url: str
    """Path, or the whole address, with its variables in braces and without its query."""
    title: str
    group: str
    line: int
    level: int
    """Of the heading of its section."""
    queries: list[str] = field(default_factory=list)
    """What the page shows behind the ``?``."""
    in_heading: bool = False
    text: list[str] = field(default_factory=list)
    tables: list[tuple[str, Table]] = field(default_factory=list)
    """Each with its role."""
    samples: list[tuple[str, Sample]] = field(default_factory=list)
    statuses: dict[str, str] = field(default_factory=dict)
    """What is said of each status."""
    told: list[str] = field(default_factory=list)
    """Sentences about the answer."""


@dataclass(slots=True)
class Sections:
    """What a page says, section by section."""

    title: str = ""
    text: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    classes: list[tuple[Heading, Table]] = field(default_factory=list)
    """Tables outside of requests, which may list the fields of objects."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """Headings above requests to the text below them."""


def read_sections(blocks: list[Block], source: Source, report: Report) -> Sections:
    """Tell which request each part of a page belongs to."""
    reader = _Reader(source, report)
    for block in blocks:
        reader.read(block)
    return reader.sections


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    sections: Sections = field(default_factory=Sections)
    headings: list[Heading] = field(default_factory=list)
    """Those around the present block that have no role, outermost first."""
    open: list[Request] = field(default_factory=list)
    """The requests that the present section documents."""
    waiting: list[tuple[str, Block]] = field(default_factory=list)
    """What a section says before its request."""
    role: str = ""
    is_filled: bool = False
    """Something stands below the open requests."""

    def read(self, block: Block) -> None:
        """Read the next block."""
        if isinstance(block, Heading):
            self._heading(block)
            return
        found = list(_requests_in(block))
        if found and not self._is_example(found):
            self._open(found, _line(block))
        elif self.open:
            self.is_filled = True
            self._part(block, self.role)
        elif isinstance(block, Table):
            self._table_of_no_request(block)
        else:
            self._waiting(block)

    # -- headings --------------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> None:
        found = _IN_HEADING.search(heading.text)
        inside = bool(self.open) and heading.level > self.open[0].level
        is_part = heading.level > 1 and (inside or bool(self.waiting)) and bool(self.headings)
        if found is None and is_part and self.headings[-1].level < heading.level:
            role = "response" if status_alone(heading.text) else role_of(heading.text)
            if role or inside:
                self._begin_part(role or "other", heading.text)
                return
        if found is not None and inside and self.open[0].in_heading:
            self._begin_part("other", heading.text)
            return
        self._end_section()
        while self.headings and self.headings[-1].level >= heading.level:
            self.headings.pop()
        self.headings.append(heading)
        if heading.level == 1 and not self.sections.title and found is None:
            self.sections.title = heading.text
        if found is not None:
            before, after = heading.text[: found.start()], heading.text[found.end() :]
            title = f"{before.strip(_AROUND_TITLE)} {after.strip(_AROUND_TITLE)}".strip()
            self._open([(found[1], found[2])], heading.line, title)
            self.open[0].in_heading = True

    def _begin_part(self, role: str, label: str) -> None:
        self.role = role
        status = status_in(label)
        if status and role in ("response", "statuses"):
            self.role = f"response {status}"

    def _end_section(self) -> None:
        group = self.headings[-1].text if self.headings else ""
        told = [block.text for _, block in self.waiting if isinstance(block, Text)]
        if told and group and group != self.sections.title:
            self.sections.groups[group] = told
        elif told:
            self.sections.text += told
        self.waiting, self.open, self.role, self.is_filled = [], [], "", False

    # -- requests --------------------------------------------------------------------------------

    def _is_example(self, found: list[tuple[str, str]]) -> bool:
        """Tell whether a request is shown again, as it is sent."""
        if not self.open:
            return False
        if self.open[0].in_heading or self.role == "request":
            return self.is_filled or self.open[0].in_heading
        return all(
            any(one.verb == verb.upper() and _fits(one.url, url) for one in self.open)
            for verb, url in found
        )

    def _open(self, found: list[tuple[str, str]], line: int, title: str | None = None) -> None:
        around = [one for one in self.headings if one.text != self.sections.title]
        own = self.headings[-1] if self.headings else None
        if title is None:
            title = own.text if own is not None and own in around else ""
        outer = [one for one in around if one is not own]
        level = own.level if own is not None else 1
        if self.open and self.is_filled:
            self.open, self.role = [], ""
        group = outer[-1].text if outer else ""
        for verb, shown in found:
            url, _, query = _with_braces(shown).partition("?")
            same = [one for one in self.open if (one.verb, one.url) == (verb.upper(), url)]
            request = same[0] if same else Request(verb.upper(), url, title, group, line, level)
            request.queries += [query] if query else []
            if not same:
                self.sections.requests.append(request)
                self.open.append(request)
        self.is_filled = False
        waiting, self.waiting = self.waiting, []
        for role, block in waiting:
            self._part(block, role)

    def _waiting(self, block: Block) -> None:
        if isinstance(block, Text):
            self._label(plain(block.text))
        self.waiting.append((self.role, block))

    # -- parts -----------------------------------------------------------------------------------

    def _part(self, block: Block, role: str) -> None:
        if isinstance(block, Table):
            self._table(block, role)
        elif isinstance(block, Code):
            self._code(block, role)
        elif isinstance(block, Text) and role in _LISTED and is_list(block):
            self._list(block, role)
        elif isinstance(block, Text):
            self._text(block.text, role)

    def _list(self, text: Text, role: str) -> None:
        table = table_of(text)
        if table is not None:
            self._table(table, role)
        else:
            what = "this list is not understood; it is left out"
            hint = "write items as `- `name` (type, required): meaning`"
            self.report.warn(what, location=Location(self.source.name, text.line, 1), hint=hint)

    def _text(self, markdown: str, role: str) -> None:
        text = plain(markdown)
        status, is_label = told_status(text), self._label(text)
        for one in self.open:
            if status:
                one.statuses.setdefault(status, "")
            one.told += [text] if role.startswith("response") else answers_in(text)
            if role in ("", "other", "request") and not is_label:
                one.text.append(markdown)

    def _is_label(self, text: str) -> bool:
        return text.endswith((":", "：")) and bool(role_of(text))

    def _label(self, text: str) -> bool:
        """Let a line such as ``Example response:`` stand for a heading; tells whether it is one."""
        bare = len(text.split()) <= 3 and not text.endswith((".", "。"))
        if status := status_alone(text):
            self._begin_part("response", status)
        elif self.role.startswith("response") and role_of(text) == "request":
            self.role = self.role if "request" not in text.casefold() else "request"
        elif self._is_label(text) or (bare and role_of(text)):
            self._begin_part(role_of(text), text)
        else:
            return False
        return True

    def _table(self, table: Table, role: str) -> None:
        if statuses := status_rows(table):
            for one in self.open:
                one.statuses |= statuses
        elif role in ("other", "statuses", "response headers"):
            self._warn("this table is neither parameters nor fields; it is left out", table)
        else:
            for one in self.open:
                one.tables.append((role, table))

    def _code(self, code: Code, role: str) -> None:
        try:
            sample = sample_of(code)
        except NoSample:
            self._warn("this sample is no JSON; it is left out", code)
            return
        if sample is None:
            return
        if role == "statuses" and not sample.status:
            self._warn("no status is told for this sample; it is left out", code)
            return
        role = "body" if sample.sent else f"response {sample.status}" if sample.status else role
        for one in self.open:
            one.samples.append((role, sample))

    def _table_of_no_request(self, table: Table) -> None:
        heading = self.headings[-1] if self.headings else None
        if heading is not None:
            self.sections.classes.append((heading, table))
        else:
            self._warn("this table belongs to no request; it is left out", table)

    def _warn(self, what: str, block: Table | Code) -> None:
        self.report.warn(what, location=Location(self.source.name, _line(block), 1))


def _line(block: Block) -> int:
    return block.header.line if isinstance(block, Table) else block.line


def _requests_in(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the requests of lines that hold nothing else."""
    if isinstance(block, Code):
        lines = block.text.strip().split("\n")
    elif isinstance(block, Table | Heading):
        return
    else:
        lines = [plain(one) for one in block.text.split("\n")]
    for number, line in enumerate(lines):
        found = _ALONE.match(line.strip())
        if found is None:
            if number and isinstance(block, Code):
                return  # headers and a body follow
            continue
        yield found[1], found[2]


def _with_braces(url: str) -> str:
    return _VARIABLE.sub(lambda found: f"{{{found[1] or found[2] or found[3]}}}", url)


def _fits(template: str, url: str) -> bool:
    """Tell whether an address is one of a template's."""
    path, other = (one.partition("?")[0].split("/") for one in (template, _with_braces(url)))
    return len(path) == len(other) and all(
        step == own or step.startswith("{") for step, own in zip(path, other, strict=True)
    )


def status_rows(table: Table) -> dict[str, str]:
    """Read a table of status codes: what it says of each; empty where it is another table."""
    header = [plain(cell) for cell in table.header.cells]
    column = next((at for at, name in enumerate(header) if is_status_column(name)), None)
    rows = [row for row in table.rows if column is not None and len(row.cells) > column]
    if column is None or not all(status_in(row.cells[column]) for row in rows):
        return {}
    told = {}
    for row in rows:
        rest = [cell for at, cell in enumerate(row.cells) if at != column and cell]
        told[status_in(row.cells[column])] = ". ".join(rest)
    return told
