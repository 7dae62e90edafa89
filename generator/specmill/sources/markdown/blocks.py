"""Blocks of a Markdown page in a flat list with their lines: headings, code, tables, text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.html import Cells, Sample, heading_in, is_read, pieces_in
from specmill.values import dataclass

_REFERENCE = re.compile(r"(?<!\w)\[([^\[\]]+)\](?:\[[^\[\]]*\])?")
"""A link to an address that stands elsewhere on the page."""
_SHORT = re.compile(r"(?<![\]\w])\[([^\[\]]+)\](?:\[\])?(?![\[(:])")
"""A link whose address stands below its own text."""
_MARKED = re.compile(r"[\\`*_\[<&!]")
_OPENING = re.compile(r"<(/?)(?:table|pre|ul|ol|dl)\b", re.IGNORECASE)
_LOWEST = 6
_LISTS = ("bullet_list_open", "ordered_list_open")
_NOT_TEXT = ("fence", "code_block", "table_open", "heading_open")
_REMEMBERED = 4096
"""Texts of which it is known what they are without marks."""
_PARSER = MarkdownIt("commonmark").enable("table")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*\Z")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, without the marks of its Markdown."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Code:
    """A fenced block; ``line`` is that of its first line of code."""

    text: str
    line: int
    language: str = ""
    """What the fence says, such as ``json``."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: cells as Markdown, as many as the line has."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table; rows may have more or fewer cells than the header."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph as Markdown."""

    text: str
    line: int


Block: TypeAlias = Heading | Code | Table | Text


@lru_cache(_REMEMBERED)
def plain(markdown: str) -> str:
    """Take the marks of emphasis, code, links, breaks and escapes out of a line of Markdown."""
    if not _MARKED.search(markdown):
        return markdown.strip()
    (inline,) = _PARSER.parseInline(markdown)
    text = "".join(_plain(token) for token in inline.children or ())
    return _REFERENCE.sub(r"\1", text).strip()


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak") or token.content.lower().startswith("<br"):
        return " "
    return "" if token.type == "html_inline" else token.content


def blocks(source: Source, report: Report) -> list[Block]:
    """Read the blocks of a page in its order; odd tables are read and reported."""
    lines = _without_front_matter(source.text.split("\n"))
    known: dict[str, Any] = {}
    tokens = _PARSER.parse("\n".join(lines), known)
    if references := known.get("references"):
        lines = [_written_out(line, references) if "|" in line else line for line in lines]
    found = list(_blocks(tokens, lines, source, report))
    _report_open_rows(found, lines, source, report)
    return found


def _written_out(row: str, references: Mapping[str, Any]) -> str:
    """Write links of a row whose addresses stand elsewhere, ``[Pet]``, with an address."""

    def link(found: re.Match[str]) -> str:
        return f"[{found[1]}](#)" if found[1].upper() in references else found[0]

    return _SHORT.sub(link, row)


def _without_front_matter(lines: list[str]) -> list[str]:
    """Blank what generators of sites read at the top of a page, between two lines of ``---``."""
    if lines[0].rstrip() != "---":
        return lines
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), -1)
    return [""] * (end + 1) + lines[end + 1 :]


def _blocks(
    tokens: list[Token], lines: list[str], source: Source, report: Report
) -> Iterator[Block]:
    end = level = outer = 0
    """Line up to which all has been read, level of the last heading, and of that around details."""
    for index, token in enumerate(tokens):
        if token.map is None or token.map[0] < end:
            continue
        first, last = token.map
        if token.type == "heading_open":
            level = int(token.tag[1:])
            yield Heading(level, plain(tokens[index + 1].content), first + 1)
        elif token.type in ("fence", "code_block"):
            language = token.info.strip().partition(" ")[0].lower()
            yield Code(token.content, first + (2 if token.type == "fence" else 1), language)
        elif token.type == "table_open":
            end = last
            yield _table(lines, first, last)
        elif token.type in _LISTS and _is_text(tokens, index):
            end = last
            yield Text(textwrap.dedent("\n".join(lines[first:last])).strip(), first + 1)
        elif token.type == "html_block" and (heading := heading_in(token.content)):
            outer = outer or level
            yield Heading(heading[0] or min(outer + 1, _LOWEST), heading[1], first + 1)
        elif token.type == "html_block" and token.content.startswith("</details>"):
            level, outer = outer or level, 0
        elif token.type == "html_block" and is_read(token.content):
            end = _end_of_html(lines, first, last)
            yield from _html(lines, first, end)
        elif token.type == "paragraph_open":
            text = tokens[index + 1].content
            if _is_broken_table(lines[first:last]):
                report.warn(
                    "the line below the header has another number of columns; read as a table",
                    location=Location(source.name, first + 2, 1),
                )
                yield _table(lines, first, last)
            else:
                yield Text(text, first + 1)


def _html(lines: list[str], first: int, last: int) -> Iterator[Block]:
    """Read the tables, lists and samples of a piece of HTML."""
    for one in pieces_in("\n".join(lines[first:last]), first + 1):
        if isinstance(one, Cells):
            header, *rows = (Row(cells, line) for cells, line in one.rows)
            yield Table(header, tuple(rows))
        elif isinstance(one, Sample):
            yield Code(one.text, one.line, one.language)
        else:
            yield Text(one.text, one.line)


def _end_of_html(lines: list[str], first: int, last: int) -> int:
    """Return the line where the tables, lists and samples of a piece of HTML have ended: a blank
    line ends it for Markdown.
    """
    depth = 0
    for at in range(first, len(lines)):
        depth += sum(-1 if end else 1 for end in _OPENING.findall(lines[at]))
        if depth <= 0 and at + 1 >= last:
            return at + 1
    return last


def _is_text(tokens: list[Token], index: int) -> bool:
    """Tell whether a list holds nothing but text."""
    closing = tokens[index].type.replace("_open", "_close")
    for token in tokens[index:]:
        if token.type == closing and token.level == tokens[index].level:
            return True
        if token.type in _NOT_TEXT:
            return False
    return True


def _table(lines: list[str], first: int, last: int) -> Table:
    header = Row(split(lines[first]), first + 1)
    numbers = [number for number in range(first + 2, last) if lines[number].strip()]
    return Table(header, tuple(Row(split(lines[number]), number + 1) for number in numbers))


def _is_broken_table(lines: list[str]) -> bool:
    return (
        len(lines) > 1 and "|" in lines[0] and "|" in lines[1] and bool(_DELIMITER.match(lines[1]))
    )


def split(line: str) -> tuple[str, ...]:
    """Split a row into cells; a bar behind a backslash or inside backticks is part of its cell."""
    text = line.strip().lstrip(">").strip().removeprefix("|")
    cells, cell, in_code, index = [], "", False, 0
    last_mark = text.rfind("`")
    while index < len(text):
        char = text[index]
        if char == "\\" and text[index + 1 : index + 2] == "|":
            cell, index = cell + "|", index + 2
            continue
        if char == "`" and (in_code or index < last_mark):
            in_code = not in_code
        if char == "|" and not in_code:
            cells.append(cell.strip())
            cell = ""
        else:
            cell += char
        index += 1
    if cell.strip():
        cells.append(cell.strip())
    return tuple(cells)


def _report_open_rows(found: list[Block], lines: list[str], source: Source, report: Report) -> None:
    rows = [
        row
        for block in found
        if isinstance(block, Table)
        for row in (block.header, *block.rows)
        if lines[row.line - 1].lstrip().startswith("|")
    ]
    opened = [row for row in rows if not lines[row.line - 1].rstrip().endswith("|")]
    if opened:
        report.warn(
            f"{len(opened)} of {len(rows)} table rows end without `|`; read all the same",
            location=Location(source.name, opened[0].line, 1),
            hint="this is the first of them",
        )
