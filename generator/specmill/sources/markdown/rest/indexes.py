"""Requests in tables and lists, ``Method | Path | Description``, and told in pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from specmill.sources.markdown.blocks import Block, Code, Heading, Row, Table, Text, plain
from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.fields import is_list, without_mark
from specmill.sources.markdown.rest.requests import (
    URL,
    VERBS,
    Request,
    plain_address,
    request_in_heading,
    with_braces,
)
from specmill.sources.markdown.rest.words import is_label, is_told_open, status_in
from specmill.values import dataclass

_METHOD_COLUMNS = {
    *("method", "methods", "verb", "http method", "http verb", "request method", "http"),
    *("请求方式", "请求方法", "方法", "请求类型"),
}
_PATH_COLUMNS = {
    *("path", "url", "uri", "endpoint", "route", "resource", "address", "request", "api", "call"),
    *("request url", "request path", "url path", "api endpoint", "resource url", "produces path"),
    *("路径", "地址", "接口", "接口地址", "请求路径", "请求地址", "请求url"),
}
_TITLE_COLUMNS = {
    *("description", "desc", "meaning", "purpose", "summary", "action", "operation", "function"),
    *("what it does", "usage", "name", "details", "说明", "描述", "功能", "接口名称", "名称"),
}
_STATUS_COLUMNS = {
    "produces",
    "status",
    "status code",
    "success",
    "returns",
    "response",
    "success code",
}
_VERB = re.compile(rf"{VERBS}(?![\w/])", re.IGNORECASE)
_WITH_VERB = re.compile(rf"{VERBS}:?\s+{URL}\s*\Z", re.IGNORECASE)
_ADDRESS = re.compile(rf"{URL}\s*\Z")
_BARE = re.compile(r"[A-Za-z][\w./:{}<>-]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_LISTED = re.compile(rf"{VERBS}:?\s+{URL}(?:\s*(?:[:：—–-]+)\s*(.*)|\s*|\s+(.*))\Z")
_URL_LABELS = {
    *("url", "uri", "endpoint", "path", "route", "request url", "api endpoint", "request path"),
    *(
        "url path",
        "接口地址",
        "请求地址",
        "请求url",
        "接口url",
        "请求路径",
        "接口路径",
        "路径",
        "地址",
    ),
}
_VERB_LABELS = {
    *("method", "http method", "verb", "http verb", "request method", "request type", "type"),
    *("请求方式", "请求方法", "请求类型", "方法", "方式"),
}
_LONGEST_TITLE = 10
"""Words of a description that is a title."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A request that a table or a list names."""

    verb: str
    url: str
    title: str
    text: tuple[str, ...]
    line: int
    is_open: bool | None = None
    status: str = ""
    """Of the answer."""

    @property
    def is_titled(self) -> bool:
        """Whether its title is short enough to be one."""
        return 0 < len(self.title.split()) <= _LONGEST_TITLE


def _in_table(table: Table) -> list[Listed]:
    """Read a table of requests, whose rows need not all be one; empty where it is another table."""
    names = [fold(plain(cell)) for cell in table.header.cells]
    columns = {
        role: next((at for at, name in enumerate(names) if name in known), -1)
        for role, known in (("verb", _METHOD_COLUMNS), ("url", _PATH_COLUMNS))
    }
    if columns["url"] < 0:
        return []
    return [one for row in table.rows for one in _of_row(row, names, columns)]


def _of_row(row: Row, names: list[str], columns: dict[str, int]) -> Iterator[Listed]:
    cells = [*row.cells, *[""] * (len(names) - len(row.cells))]
    address = plain_address(cells[columns["url"]])
    if columns["verb"] >= 0:
        verbs = [one[1] for one in _VERB.finditer(plain(cells[columns["verb"]]))]
        found = _ADDRESS.match(address)
        url = found[1] if found else f"/{address}" if _BARE.match(address) else ""
    else:
        both = _WITH_VERB.match(address)
        verbs, url = ([both[1]], both[2]) if both else ([], "")
    title = status = ""
    text: list[str] = []
    is_open: bool | None = None
    for at, name in enumerate(names):
        cell = cells[at]
        if at in columns.values() or not cell:
            continue
        if name in _TITLE_COLUMNS and not title:
            title = plain(cell).rstrip(".。")
            text.insert(0, cell)
            continue
        is_open = is_open or is_told_open(f"{name}: {cell}")
        status = status_in(cell) if name in _STATUS_COLUMNS else status
        text.append(f"{name.capitalize()}: {cell}")
    for verb in verbs if url else ():
        yield Listed(verb.upper(), url, title, tuple(text), row.line, is_open, status)


def _in_text(text: Text) -> list[Listed]:
    """Read a list of requests, ``- `GET /todos`: all of them``; empty where it is another list."""
    if not is_list(text):
        return []
    found: list[Listed] = []
    for number, line in enumerate(text.text.split("\n")):
        item = _ITEM.match(line)
        if item is None:
            if line.strip() and not found:
                return []
            continue
        listed = _LISTED.match(plain_address(line[item.end() :]))
        if listed is None:
            return []
        title = (listed[3] or listed[4] or "").strip()
        told = (title,) if title else ()
        url = listed[2].rstrip(":.,;-")
        found.append(Listed(listed[1], url, title.rstrip(".。"), told, text.line + number))
    return found


def listed_in(block: Block) -> list[Listed]:
    """Read the requests that a table or a list names; empty for other blocks."""
    if isinstance(block, Table):
        return _in_table(block)
    return _in_text(block) if isinstance(block, Text) else []


def listed_request(one: Listed) -> Request:
    """Make the request that a table or a list names."""
    url, _, query = with_braces(one.url).partition("?")
    title = one.title if one.is_titled else ""
    request = Request(one.verb, url, title, "", one.line, 1, is_open=one.is_open, is_row=True)
    request.queries += [query] if query else []
    request.text += one.text[1:] if title else one.text
    request.statuses |= {one.status: ""} if one.status else {}
    return request


@dataclass(slots=True)
class Apart:
    """A request whose method and address are told one by one: ``URL: /login``, ``Method: POST``."""

    verb: str = ""
    url: str = ""
    line: int = 0
    awaited: str = ""
    """What the next block is, after a label alone: ``verb`` or ``url``."""

    @property
    def is_whole(self) -> bool:
        """Whether both are known."""
        return bool(self.verb and self.url)

    def heading(self, heading: Heading) -> bool:
        """Read a heading such as ``Request URL``; tells whether it is one."""
        self.awaited = _kind_of(heading.text)
        return bool(self.awaited)

    def take(self, block: Text | Code) -> list[str] | None:
        """Take what a block tells; gives its other lines, or None where it tells nothing."""
        rest: list[str] = []
        is_told = False
        for line in block.text.strip().split("\n"):
            text = plain(without_mark(line)).strip()
            label, colon, value = text.replace("：", ":").partition(":")
            kind = _kind_of(label) if colon or isinstance(block, Text) else ""
            value = value.strip()
            if not text:
                continue
            if kind and (not value or self._value(kind, value, block.line)):
                self.awaited = "" if value else kind
                is_told = True
            elif self.awaited and self._value(self.awaited, text, block.line):
                self.awaited, is_told = "", True
            else:
                rest.append(line)
        return rest if is_told else None

    def _value(self, kind: str, text: str, line: int) -> bool:
        if kind == "verb":
            found = _VERB.match(text)
            self.verb = found[1].upper() if found else self.verb
        else:
            text = text.split(maxsplit=1)[0] if text else ""
            found = _ADDRESS.match(text)
            self.url = found[1] if found else self.url
        self.line = self.line or line
        return found is not None


def _kind_of(label: str) -> str:
    folded = fold(label)
    return "url" if folded in _URL_LABELS else "verb" if folded in _VERB_LABELS else ""


def labels_beside_requests(blocks: list[Block]) -> set[tuple[int, str]]:
    """Find the labels that stand at the level of requests, once for each: level and text."""
    headings = [one for one in blocks if isinstance(one, Heading)]
    requests = Counter(one.level for one in headings if request_in_heading(one.text))
    labels = Counter((one.level, fold(one.text)) for one in headings if is_label(one.text))
    return {
        (level, text)
        for (level, text), count in labels.items()
        if requests[level] == 1 or (requests[level] and count > 1)
    }
