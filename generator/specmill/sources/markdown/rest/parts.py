"""Parts of a section: tables, samples, lists and text, given to the requests above them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from itertools import islice

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Code, Row, Table, Text, plain
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.commands import Sent, messages_in
from specmill.sources.markdown.rest.fields import (
    IsType,
    assigned_of,
    is_list,
    statuses_of,
    table_of,
    values_in,
    without_mark,
)
from specmill.sources.markdown.rest.requests import Request, fits, key_of
from specmill.sources.markdown.rest.samples import (
    NoSample,
    Sample,
    is_example_elsewhere,
    opaque,
    sample_of,
    sample_of_sent,
)
from specmill.sources.markdown.rest.words import (
    Part,
    answers_in,
    is_status_column,
    is_told_open,
    label_of,
    part_of,
    status_alone,
    status_in,
    told_status,
)
from specmill.values import dataclass

LISTED = ("path", "query", "header", "form", "multipart", "body", "parameters")
"""What may be told by a list of names."""
_NOTED = ("", "other", "request", "statuses", *LISTED)
"""Parts whose text is about the request."""
_TEMPLATE_LINK = re.compile(r"(?<=\])\(\{\{[^{}]*\}\}\)")
"""A link of a generator of sites: ``[Note]({{< relref "note" >}})``."""
_MOST_COMPARED = 2_000
"""Requests that a sample is compared with."""
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d+[.)])[ \t]+")
USUAL_HEADERS = frozenset(
    {
        *("accept", "connection", "content-length", "content-type", "date", "host", "server"),
        *("transfer-encoding", "user-agent", "vary", "authorization", "accept-encoding"),
        *("cache-control", "expect", "cookie", "set-cookie", "keep-alive", "origin", "referer"),
    }
)


@dataclass(slots=True)
class Parts:
    """Gives the blocks of a section to its requests."""

    source: Source
    report: Report
    is_type: IsType
    mentioned: Callable[[Table], Iterable[str]]
    """Gives the names of objects that the types of a table mention."""
    classes: dict[str, str]
    """Names of the objects of the page."""
    known: dict[tuple[str, str], None] = field(default_factory=dict)
    """Keys of the requests that the page documents."""
    named: set[str] = field(default_factory=set)
    """Names of objects that types of the page mention."""
    condition: str = ""
    """What is said of an error before its status."""
    shown: list[int] = field(default_factory=list)
    """Identities of the requests that the last sample has sent: what follows it is the answer."""
    is_whole: bool = False
    """That sample has sent bodies, so that no other one is to be shown."""

    def add(self, block: Block, part: Part, requests: list[Request]) -> None:
        """Give a block to requests; ``part`` says what it is."""
        if part.status and self.condition:
            for one in requests:
                one.text = [text for text in one.text if text != self.condition]
                one.told.setdefault(part.status, []).insert(0, plain(self.condition))
            self.condition = ""
        if isinstance(block, Table):
            self._table(block, part, requests)
        elif isinstance(block, Code):
            self._code(block, part, requests)
        elif isinstance(block, Text):
            self._text(block, part, requests)

    # -- tables and lists ------------------------------------------------------------------------

    def _table(self, table: Table, part: Part, requests: list[Request]) -> None:
        if values_in(table):
            for one in requests:
                one.values.append((len(one.tables), table))
        elif statuses := status_rows(table):
            for answer, code in _samples_of_statuses(table, statuses):
                self._code(code, answer, requests)
            for one in requests:
                one.statuses |= statuses
        elif part.role == "object":
            for one in requests:
                one.objects.append((part.name, table))
        elif part.role in ("other", "statuses"):
            self.warn("this table is neither parameters nor fields; it is left out", table)
        else:
            for one in requests:
                one.tables.append((part, table))

    def _list(self, text: Text, part: Part, requests: list[Request]) -> bool:
        """Read a list as a table; tells whether it is one."""
        statuses = statuses_of(text) if part.role not in LISTED else {}
        if statuses:
            for one in requests:
                one.statuses |= statuses
            return True
        if part.role in ("other", "object", "statuses"):
            return False
        table, odd = table_of(text, self.is_type)
        is_told = part.role in LISTED or part.role.startswith("response")
        if not is_told and (odd or table is None or not _is_typed(table)):
            return False
        if part.role.startswith("response") and odd:
            return False
        self._sentences(text, odd, requests)
        if table is not None:
            self._table(table, part, requests)
        return True

    def _paragraph(self, block: Text, part: Part, requests: list[Request]) -> bool:
        """Read a paragraph that begins with a parameter: **`channel`** `string` Required"""
        if not block.text.startswith(("**`", "`")):
            return False
        first, _, rest = block.text.partition("\n")
        item = Text(f"- {first}" + (f" – {' '.join(rest.split())}" if rest else ""), block.line)
        table, odd = table_of(item, self.is_type)
        if table is None or odd or not _is_typed(table):
            return False
        self._table(table, part, requests)
        return True

    def _sentences(self, text: Text, odd: list[int], requests: list[Request]) -> None:
        """Keep the items of a list that are no parameters; one that begins as such is reported."""
        lines = text.text.split("\n")
        hint = "write items as `- `name` (type, required): meaning`"
        for number in odd:
            item = without_mark(lines[number - text.line])
            if item.startswith(("`", "*", "_", "[")):
                what = "this item of the list is not understood; it is left out"
                self.warn(what, Text("", number), hint)
            else:
                for one in requests:
                    one.text.append(item.strip())

    # -- samples ---------------------------------------------------------------------------------

    def _code(self, code: Code, part: Part, requests: list[Request]) -> None:
        sent, answer = messages_in(code)
        for message in sent:
            self._sent(message, code, requests)
        ids = [id(one) for one in requests]
        is_answer = self.shown == ids and (
            part.role in ("", "request", "other", "object")
            or (self.is_whole and part.role in ("body", "form", "multipart"))
        )
        if sent:
            self.shown, self.is_whole = ids, all(one.data or one.parts for one in sent)
        if sent and not answer:
            return
        if sent or (is_answer and not is_example_elsewhere(code)):
            code, part = Code(answer or code.text, code.line, code.language), Part("response")
        try:
            sample = sample_of(code)
        except NoSample:
            self.warn("this sample is no JSON; it is left out", code)
            return
        if sample is None:
            self._other(code, part, requests)
        elif part.role == "statuses" and not sample.status:
            self.warn("no status is told for this sample; it is left out", code)
        else:
            part = Part("response", sample.status, part.media) if sample.status else part
            for request in requests:
                request.samples.append((part, sample))

    def _sent(self, sent: Sent, code: Code, requests: list[Request]) -> None:
        """Take the query, the headers and the body of a request as it is sent."""
        own = [one for one in requests if one.verb == sent.verb and fits(one.url, sent.url)]
        if not own:
            if key_of(sent.verb, sent.url) not in self.known and "/" in sent.url:
                what = f"this sample sends {sent.verb} {sent.url}, which is another request"
                if not self.documents(sent):
                    self.warn(f"{what}; it is left out", code)
            return
        try:
            sample = sample_of_sent(sent, code.line)
        except NoSample:
            self.warn("the body of this sample is no JSON; it is left out", code)
            return
        query = sent.url.partition("?")[2].partition("#")[0]
        for one in own:
            one.queries += [query] if query else []
            one.headers |= {
                sent.spelled[name]: value
                for name, value in sent.headers.items()
                if name not in USUAL_HEADERS
            }
            if sample is not None:
                one.samples.append((Part("body"), sample))

    def documents(self, sent: Sent) -> bool:
        """Tell whether the page documents a request that is sent."""
        known = islice(self.known, _MOST_COMPARED)
        return any(verb == sent.verb and fits(url, sent.url) for verb, url in known)

    def _other(self, code: Code, part: Part, requests: list[Request]) -> None:
        """Keep a block that is neither JSON nor a request, where it is no program."""
        if is_example_elsewhere(code) or not code.text.strip():
            return
        if part.role == "response" or part.role in ("body", "form", "multipart"):
            media = part.media or "text/plain"
            self.warn(f"this sample is no JSON; taken as {media}", code)
            sample = Sample(None, code.line, media=media, schema=opaque(media))
            for one in requests:
                one.samples.append((part, sample))
        elif part.role == "statuses":
            self.warn("this sample is no JSON; it is left out", code)
        else:
            for one in requests:
                one.text.append(f"```\n{code.text.strip()}\n```")

    # -- text ------------------------------------------------------------------------------------

    def _text(self, block: Text, part: Part, requests: list[Request]) -> None:
        if is_list(block) and self._list(block, part, requests):
            return
        assigned = assigned_of(block) if "=[" in block.text else None
        if part.role in LISTED and self._paragraph(block, part, requests):
            return
        label = part_of(plain(block.text.partition(":")[0]))
        place = label if label.role in LISTED else part
        if assigned is not None and place.role in LISTED:
            self._table(assigned, place, requests)
            return
        block = Text(_TEMPLATE_LINK.sub("", block.text), block.line)
        text = plain(block.text)
        status = told_status(text)
        self.condition = block.text if part.role == "statuses" else ""
        is_open = is_told_open(text)
        for one in requests:
            one.is_open = one.is_open or is_open
            if status:
                one.statuses.setdefault(status, "")
            told = [text] if part.role == "response" else answers_in(text)
            one.told.setdefault(part.status, []).extend(told)
            if part.role in _NOTED:
                one.text.append(block.text)

    def warn(self, what: str, block: Block, hint: str = "") -> None:
        """Note a finding at a block."""
        self.report.warn(what, location=Location(self.source.name, line_of(block), 1), hint=hint)


def line_of(block: Block) -> int:
    """Return the line where a block begins."""
    return block.header.line if isinstance(block, Table) else block.line


def _is_typed(table: Table) -> bool:
    return all(len(row.cells) > 1 and row.cells[1] for row in table.rows)


def inline_sample(text: Text, part: Part) -> tuple[Part, Code] | None:
    """Read ``Content: `{"id": 1}```: what the label says, and the sample; None for other text."""
    before, mark, rest = text.text.strip().partition("`")
    value, closing, after = rest.partition("`")
    label = plain(before).strip().rstrip(":：").strip()
    if not (mark and closing) or after.strip(" .*_") or not value.strip().startswith(("{", "[")):
        return None
    found = label_of(f"{label}:", part)
    return (found, Code(value, text.line)) if found is not None else None


def pieces_of(block: Block, part: Part) -> Iterator[Block]:
    """Split a list whose items are labels, and a paragraph that begins with one."""
    if not isinstance(block, Text) or part.role in LISTED:
        yield block
    elif is_list(block):
        yield from _items(block, part)
    elif "\n\n" in block.text:
        line = block.line
        for one in block.text.split("\n\n"):
            if one.strip():
                yield Text(one.strip("\n"), line + len(one) - len(one.lstrip("\n")))
            line += one.count("\n") + 2
    else:
        lines = block.text.split("\n")
        labels = 0
        while labels < len(lines) - 1 and label_of(plain(lines[labels]), part) is not None:
            yield Text(lines[labels], block.line + labels)
            labels += 1
        yield Text("\n".join(lines[labels:]), block.line + labels)


def _items(block: Text, part: Part) -> Iterator[Block]:
    """Yield the items of a list of labels, each with what is below it; others as they are."""
    lines = block.text.split("\n")
    start = _ITEM.match(lines[0])
    if start is None or statuses_of(block) or not _is_label(lines[0][start.end() :], part):
        yield block
        return
    indent = len(start[1])
    starts = [
        at
        for at, line in enumerate(lines)
        if (found := _ITEM.match(line)) is not None and len(found[1]) == indent
    ]
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _ITEM.match(lines[at])
        assert found is not None
        yield Text(lines[at][found.end() :].strip(), block.line + at)
        below = textwrap.dedent("\n".join(lines[at + 1 : end]))
        if text := below.strip():
            skipped = below[: len(below) - len(below.lstrip("\n"))].count("\n")
            yield Text(text, block.line + at + 1 + skipped)


def _is_label(text: str, part: Part) -> bool:
    if text.lstrip("*_ ").startswith("`"):
        return False
    if status_alone(plain(text)):
        return True
    label, _, _ = plain(text).replace("：", ":").partition(":")
    return label_of(f"{label.strip()}:", part) is not None and len(label.split()) <= _LONGEST


_LONGEST = 4
"""Words of an item that is a label."""


def status_rows(table: Table) -> dict[str, str]:
    """Read a table of status codes: what it says of each; empty where it is another table."""
    header = [plain(cell) for cell in table.header.cells]
    column = next((at for at, name in enumerate(header) if is_status_column(name)), None)
    rows = [row for row in table.rows if column is not None and len(row.cells) > column]
    if column is None or not all(_status(row.cells[column]) for row in rows):
        return {}
    if not any(status_in(row.cells[column]) for row in rows):
        return {}
    return {_status(row.cells[column]): ". ".join(_rest(row, column, header)) for row in rows}


def _status(cell: str) -> str:
    """Return the status that a cell says, ``default`` for all others; empty for other text."""
    return status_in(cell) or ("default" if fold(plain(cell)) == "default" else "")


def _samples_of_statuses(table: Table, statuses: dict[str, str]) -> Iterator[tuple[Part, Code]]:
    """Take the samples out of what a table says of statuses: ```{"id": 1}``` in a cell."""
    lines = {status_in(" ".join(row.cells)): row.line for row in table.rows}
    for status, meaning in statuses.items():
        kept = []
        for cell in meaning.split(". "):
            code = cell.strip().strip("`").strip()
            if cell.strip().startswith("`") and code.startswith(("{", "[")):
                media = part_of(meaning, "response").media
                yield Part("response", status, media), Code(code, lines.get(status, 0))
            else:
                kept.append(cell)
        statuses[status] = ". ".join(kept)


def _rest(row: Row, column: int, header: list[str]) -> list[str]:
    """Return what a row says of a status, but for what its code says anyway."""
    columns = [*header, *[""] * len(row.cells)]
    cells = [(cell, columns[at]) for at, cell in enumerate(row.cells) if at != column]
    said = [cell for cell, name in cells if _says_more(cell, name)]
    return [*(one.rstrip(".") for one in said[:-1]), *said[-1:]]


def _says_more(cell: str, column: str) -> bool:
    """Tell whether a cell says more than its status or that there is no name."""
    is_unnamed = fold(column) == "schema" and fold(cell) in ("inline", "none")
    return bool(cell) and not is_unnamed and _STANDARD.fullmatch(cell) is None


_STANDARD = re.compile(
    r"\[[^\[\]]*\]\(https?://(?:tools\.ietf|www\.rfc-editor)\.org/[^()]*\)|Default"
)
"""What a status means by the standard."""
