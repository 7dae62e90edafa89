"""HTML as a tree of elements with their lines, as far as pages of Markdown have it."""

from __future__ import annotations

import re
from dataclasses import field

from specmill.values import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?![\w-])([^<>]*)>")
_DEEPEST = 50
"""Tags within each other; those that are deeper count as text without tags."""
_EMPTY = frozenset({"br", "hr", "img", "input", "col", "wbr", "source"})
_SILENT = frozenset({"script", "style"})
_ENDED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    "tr": (frozenset({"td", "th", "tr"}), frozenset({"table"})),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (frozenset({"td", "th", "tr", "thead", "tbody", "tfoot"}), frozenset({"table"})),
    ),
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    "p": (frozenset({"p"}), frozenset({"td", "th", "li", "dd", "div", "table"})),
}
"""A tag that begins to those that it ends, where they are open, and to those that hold it."""
_KNOWN = frozenset(
    {
        *_EMPTY,
        *_SILENT,
        *("table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("ul", "ol", "li", "dl", "dt", "dd", "pre", "p", "div", "span", "section", "article"),
        *("a", "b", "strong", "i", "em", "u", "s", "del", "ins", "small", "big", "mark", "font"),
        *("code", "tt", "kbd", "samp", "var", "sup", "sub", "abbr", "cite", "q", "center", "nobr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "aside", "blockquote"),
        *("figure", "figcaption", "main", "header", "footer", "nav", "label", "button", "time"),
    }
)
"""Others, such as those of ``List<String>``, are text."""


@dataclass(slots=True)
class Element:
    """An element: its tag, what it says of itself, and what is in it."""

    tag: str
    attributes: str = ""
    line: int = 0
    children: list[Element | str] = field(default_factory=list)


def elements_of(markup: str, line: int) -> Element:
    """Read HTML that begins at a line; ends that are left out are where browsers put them."""
    markup = _without_comments(markup)
    opened = [Element("", line=line)]
    at = 0
    for found in _TAG.finditer(markup):
        tag = found[2].lower()
        if tag not in _KNOWN:
            continue
        _say(opened, markup[at : found.start()])
        line += markup.count("\n", at, found.start())
        if found[1]:
            _close(opened, frozenset({tag}), frozenset())
        else:
            _close(opened, *_ENDED_BY.get(tag, (frozenset(), frozenset())))
            if len(opened) < _DEEPEST:
                element = Element(tag, found[3], line)
                opened[-1].children.append(element)
                opened += [] if tag in _EMPTY or found[3].endswith("/") else [element]
        line += found[0].count("\n")
        at = found.end()
    _say(opened, markup[at:])
    return opened[0]


def _say(opened: list[Element], text: str) -> None:
    if text and opened[-1].tag not in _SILENT:
        opened[-1].children.append(text)


def _close(opened: list[Element], tags: frozenset[str], around: frozenset[str]) -> None:
    """Close all of some tags that are open, as far as to the one that holds them."""
    outermost = len(opened)
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].tag in around:
            break
        if opened[depth].tag in tags:
            outermost = depth
            if not around:
                break
    del opened[outermost:]


def _without_comments(markup: str) -> str:
    """Blank comments; lines stay what they are."""
    parts: list[str] = []
    at = 0
    while (start := markup.find("<!--", at)) >= 0:
        end = markup.find("-->", start)
        if end < 0:
            break
        parts += [markup[at:start], "\n" * markup.count("\n", start, end)]
        at = end + 3
    return "".join((*parts, markup[at:]))
