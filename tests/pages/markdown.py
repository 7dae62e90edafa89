"""The Markdown pages of the repository: their links, headings, code spans and tables."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
GENERATED = {
    ROOT / "generated",
    ROOT / "specs",
    *(ROOT / "tests" / one for one in ("golden", "tables")),
}
BUILT = {"build", "dist", "node_modules"}
_PARSER = MarkdownIt("commonmark").enable("table")
_NO_PART_OF_A_SLUG = re.compile(r"[^\w\- ]")


def all_pages() -> list[Path]:
    """Return every Markdown file that is not generated and no spec of an API."""
    found: list[Path] = []
    for folder, folders, files in os.walk(ROOT):
        here = Path(folder)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and name not in BUILT and here / name not in GENERATED
        ]
        found += [here / name for name in files if name.endswith(".md")]
    return sorted(found)


def manual_pages() -> list[Path]:
    """Return the pages for people: those of the root, of ``docs/`` and of ``tests/`` itself."""
    docs = sorted((ROOT / "docs").rglob("*.md"))
    return [*sorted(ROOT.glob("*.md")), ROOT / "tests" / "README.md", *docs]


@cache
def tokens(page: Path) -> list[Token]:
    """Parse a page."""
    return _PARSER.parse(page.read_text("utf-8"))


def inline(page: Path) -> Iterator[tuple[int, Token]]:
    """Yield the parts of the text of a page, each with its line."""
    for token in tokens(page):
        for child in token.children or ():
            yield (token.map or [0])[0] + 1, child


def links(page: Path) -> Iterator[tuple[int, str]]:
    """Yield the targets of links and images, each with its line."""
    for line, token in inline(page):
        target = token.attrGet("href" if token.type == "link_open" else "src")
        if isinstance(target, str) and token.type in {"link_open", "image"}:
            yield line, target


def code_spans(page: Path) -> Iterator[tuple[int, str]]:
    """Yield what stands in backticks within text, each with its line."""
    for line, token in inline(page):
        if token.type == "code_inline":
            yield line, token.content


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    taken: Counter[str] = Counter()
    found = set()
    for heading in _headings(page):
        slug = _NO_PART_OF_A_SLUG.sub("", heading.strip().lower()).replace(" ", "-")
        found.add(f"{slug}-{taken[slug]}" if taken[slug] else slug)
        taken[slug] += 1
    return frozenset(found)


def table_rows(page: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of all tables: the heading above, and column title to text."""
    heading, titles, cells, head = "", list[str](), list[str](), False
    previous = ""
    for token in tokens(page):
        if token.type == "inline" and previous == "heading_open":
            heading = text_of(token)
        elif token.type == "inline" and previous in {"th_open", "td_open"}:
            cells.append(text_of(token))
        elif token.type == "tr_open":
            cells, head = [], False
        elif token.type == "th_open":
            head = True
        elif token.type == "tr_close":
            if head:
                titles = cells
            else:
                yield heading, dict(zip(titles, cells, strict=True))
        previous = token.type


def text_of(token: Token) -> str:
    """Return the text of an inline token without its marks."""
    return "".join(child.content for child in token.children or () if child.content)


def shown(page: Path) -> str:
    """Return the path of a page as messages have it."""
    return page.relative_to(ROOT).as_posix()


def _headings(page: Path) -> Iterator[str]:
    previous = ""
    for token in tokens(page):
        if token.type == "inline" and previous == "heading_open":
            yield text_of(token)
        previous = token.type
