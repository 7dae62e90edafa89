"""Text of a spec as Markdown that can break neither the page around it nor the site.

Raw HTML becomes text, headings become bold lines (a page's anchors are its own), links lead nowhere
but to the web, fences are closed, and nothing ends the cell of a table.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from specmill.text import markdown_line, tidy

_ACTIVE = str.maketrans({character: f"&#{ord(character)};" for character in "\\`*_[]|~"})
"""What Markdown would read inside an HTML element."""
_ANGLES = str.maketrans("<>", "\u2039\u203a")
_FENCE = re.compile(r" *(`{3,}|~{3,})\s*([\w+-]*)")
_HEADING = re.compile(r" {0,3}#{1,6}\s+")
_CLOSING = "# \t\r\f\v\N{NO-BREAK SPACE}"
"""What may end the line of a heading."""
_RULE = re.compile(r" {0,3}(?:=+|-{2,}|(?:[-*_] ){2,}[-*_]|\*{3,}|_{3,})\s*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
_DEFINITION = re.compile(r"^( {0,3})\[(?=[^\]\n]*\]:)", re.MULTILINE)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"!?\[([^\[\]\n]*)\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?"
    r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]+)>")
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\"<>|`\\]+\Z", re.IGNORECASE)


plain = lru_cache(maxsize=65536)(markdown_line)


def heading(text: str) -> str:
    """Return one line of text for a heading, whose text makers of sites put into HTML as it is."""
    return plain(text.translate(_ANGLES))


@lru_cache(maxsize=65536)
def code(text: str) -> str:
    """Return text as code, on one line."""
    flat = " ".join(text.split())
    if flat and flat == text and not set(flat) & set("`|<>&\\"):
        return f"`{flat}`"
    return f"<code>{code_html(text)}</code>"


def code_html(text: str) -> str:
    """Return text for an HTML element, free of anything that Markdown would read."""
    shown = " ".join(text.split()) or "\N{NO-BREAK SPACE}"
    return html.escape(shown, quote=False).translate(_ACTIVE)


@lru_cache(maxsize=4096)
def block(prose: str) -> str:
    """Return a description as blocks of Markdown."""
    lines: list[str] = []
    text: list[str] = []
    fence = ""
    for line in tidy(prose).split("\n"):
        opening = _FENCE.match(line)
        if fence:
            ends = opening is not None and opening[1].startswith(fence) and not opening[2]
            lines += [fence, ""] if ends else [line]
            fence = "" if ends else fence
        elif opening is not None:
            lines += [*_text(text), "", f"{opening[1]}{opening[2]}"]
            text.clear()
            fence = opening[1]
        else:
            text += _demoted(line, text)
    lines += [fence] if fence else _text(text)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@lru_cache(maxsize=65536)
def inline(prose: str) -> str:
    """Return a description as one line, for a cell of a table or an item of a list."""
    flat: list[str] = []
    for line in tidy(prose).split("\n"):
        heading = _heading(line)
        stripped = (line if heading is None else heading).strip()
        if _RULE.match(line) or _FENCE.match(line):
            continue
        if _ITEM.match(line):
            stripped = "<br>• " + _ITEM.sub("", line).strip()
        elif not stripped and flat and flat[-1] != "<br>":
            stripped = "<br>"
        flat.append(stripped)
    joined = " ".join(part for part in flat if part).replace("<br> <br>", "<br>")
    joined = joined.strip().removeprefix("<br>").removesuffix("<br>").strip()
    return "<br>".join(_safe(part.strip()) for part in joined.split("<br>")).replace("|", "&#124;")


def _demoted(line: str, before: list[str]) -> Iterator[str]:
    """Yield a line without its meaning for the outline of the page."""
    if (heading := _heading(line)) is not None:
        yield from ("", f"**{heading}**" if heading else "", "")
    elif _RULE.match(line) and "|" not in line:
        yield ""
    elif _ITEM.match(line) and before and before[-1].strip() and not _ITEM.match(before[-1]):
        yield from ("", line) if not before[-1].startswith(" ") else (line,)
    else:
        yield line


def _heading(line: str) -> str | None:
    """Return the text of a heading; None for any other line."""
    found = _HEADING.match(line)
    return line[found.end() :].rstrip(_CLOSING) if found else None


def _text(lines: list[str]) -> list[str]:
    return _safe("\n".join(lines)).split("\n")


def _safe(text: str) -> str:
    """Return text with code as it is, and everything else without HTML and unsafe links."""
    parts: list[str] = []
    end = 0
    for span in _SPAN.finditer(text):
        parts += [_without_html(text[end : span.start()]), code(" ".join(span[2].split()))]
        end = span.end()
    return "".join([*parts, _without_html(text[end:])])


def _without_html(text: str) -> str:
    text = _DEFINITION.sub(r"\1\\[", _AUTOLINK.sub(r"[\1](\1)", text))
    parts: list[str] = []
    end = 0
    for link in _LINK.finditer(text):
        parts += [_escaped(text[end : link.start()]), _link(link[1], link[2])]
        end = link.end()
    return "".join([*parts, _escaped(text[end:])])


def _link(text: str, target: str) -> str:
    shown = _escaped(text)
    return f"[{shown or plain(target)}]({target})" if _WEB.match(target) else shown


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("](", "]&#40;")
