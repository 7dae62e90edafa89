"""Tables, lists and samples in HTML, as Markdown has them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from specmill.sources.markdown.html.elements import Element, elements_of
from specmill.values import dataclass

_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,3})")
_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"'\s]+)[\"']")
_LANGUAGE = re.compile(r"\blang(?:uage)?(?:-|=[\"']?)(\w+)")
_SPACE = re.compile(r"\s+")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_CODE = frozenset({"code", "tt", "kbd", "samp", "var", "pre"})
_LINES = frozenset({"p", "div", "li", "tr", "dt", "dd", "table"})
"""Tags that begin a line of their own in a cell."""
_LISTS = frozenset({"ul", "ol", "dl"})
_READ = frozenset({"table", "pre", "p", *_LISTS})
_WIDEST = 100
"""Columns of a table in HTML."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A table: rows of cells in Markdown, each with its line; the first row is the header."""

    rows: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What stands in ``<pre>``."""

    text: str
    line: int
    language: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list or a paragraph, as Markdown has it."""

    text: str
    line: int


Piece = Cells | Sample | Items


def is_read(markup: str) -> bool:
    """Tell whether a piece of HTML may have what :func:`pieces_in` reads."""
    lowered = markup.lower()
    return any(f"<{tag}" in lowered for tag in _READ)


def pieces_in(markup: str, line: int) -> Iterator[Piece]:
    """Yield the tables, lists and samples of a piece of HTML that begins at a line."""
    for one in _outermost(elements_of(markup, line), _READ):
        if one.tag == "pre":
            yield _sample(one)
        elif one.tag == "table":
            if rows := tuple(_rows(one)):
                yield Cells(rows)
        elif text := _in_cell(one) if one.tag == "p" else "\n".join(_items(one, "")):
            yield Items(text, one.line)


def _outermost(element: Element, tags: Iterable[str]) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in tags:
                yield child
            else:
                yield from _outermost(child, tags)


def _sample(element: Element) -> Sample:
    told = [element, *_outermost(element, ("code",))]
    languages = (_LANGUAGE.search(one.attributes) for one in told)
    language = next((found[1].lower() for found in languages if found), "")
    text = html.unescape(_bare(element))
    start = element.line + len(text) - len(text.lstrip("\n"))
    return Sample(f"{text.strip()}\n", start, language)


def _bare(element: Element) -> str:
    return "".join(one if isinstance(one, str) else _bare(one) for one in element.children)


def _rows(table: Element) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the rows; a cell that reaches over others stands in each of their places."""
    below: dict[int, tuple[str, int]] = {}
    """Cells of rows above that reach further down, by column: the text, and how far."""
    for row in _outermost(table, ("tr",)):
        cells: list[str] = []
        for cell in _outermost(row, ("td", "th")):
            _reach(cells, below)
            spans = {kind: int(count) for kind, count in _SPAN.findall(cell.attributes.lower())}
            for _ in range(min(spans.get("col", 1), _WIDEST - len(cells))):
                if spans.get("row", 1) > 1:
                    below[len(cells)] = _in_cell(cell), spans["row"] - 1
                cells.append(_in_cell(cell))
        _reach(cells, below)
        if cells:
            yield tuple(cells), row.line


def _reach(cells: list[str], below: dict[int, tuple[str, int]]) -> None:
    """Add the cells that reach down to where a row goes on."""
    while (found := below.pop(len(cells), None)) is not None:
        text, rows = found
        if rows > 1:
            below[len(cells)] = text, rows - 1
        cells.append(text)


def _items(element: Element, indent: str) -> Iterator[str]:
    """Yield the lines of a list; ``<dl>`` is a list of definitions."""
    for item in _outermost(element, ("li", "dt", "dd")):
        inner = [*_outermost(item, _LISTS)]
        mark = {"dt": "", "dd": ": "}.get(item.tag, f"{indent}- ")
        yield f"{mark}{_in_cell(item, without=_LISTS)}"
        for one in inner:
            yield from _items(one, f"{indent}  ")


def _in_cell(element: Element, without: frozenset[str] = frozenset()) -> str:
    """Write what a cell or an item holds in one line of Markdown."""
    text = _SPACE.sub(" ", "".join(_inline(element, without))).replace("``", "")
    return "<br>".join(one.strip() for one in text.split("<br>") if one.strip())


def _inline(element: Element, without: frozenset[str]) -> Iterator[str]:
    for one in element.children:
        if isinstance(one, str):
            yield one
        elif one.tag in without:
            continue
        elif one.tag in _CODE:
            text = html.unescape(_bare(one)).strip()
            yield f"`{text}`" if text else ""
        elif one.tag in _MARKS:
            inner = "".join(_inline(one, without)).strip()
            yield f"{_MARKS[one.tag]}{inner}{_MARKS[one.tag]}" if inner else ""
        elif one.tag == "a" and (found := _HREF.search(one.attributes)):
            yield f"[{''.join(_inline(one, without)).strip()}]({found[1]})"
        elif one.tag == "br":
            yield "<br>"
        elif one.tag in ("td", "th"):
            yield from (" ", *_inline(one, without))
        elif one.tag in _LINES:
            yield from ("<br>", *_inline(one, without), "<br>")
        else:
            yield from _inline(one, without)
