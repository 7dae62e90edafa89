"""Parameters and fields that stand in lists, or with their types in one cell, as tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from specmill.sources.markdown.blocks import Row, Table, Text
from specmill.values import dataclass

_START = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_NAME = re.compile(r"([*_`~]*)(:?[A-Za-z_$@][\w.$@-]*(?:\[[\w.]*\])*)(=<[^<>`]*>)?(\??[*_`:]*)")
_CHUNKS = (
    re.compile(r"(\()([^()]*(?:\([^()]*\)[^()]*)*)\)"),
    re.compile(r"(\[)([^\[\]]*)\](?!\()"),
    re.compile(r"(\{)([^{}]*)\}"),
    re.compile(r"(<)([^<>]*)>"),
    re.compile(r"(`)([^`]*)`"),
    re.compile(r"(\*\*|__)([^*_]+)(?:\*\*|__)"),
    re.compile(r"([*_])([^*_]+)[*_]"),
)
"""What may stand between a name and its meaning: ``(optional)``, ``*required*``, code."""
_LINK = re.compile(r"()\[([^\[\]]+)\]\([^()\s]*\)")
_WORDS = re.compile(
    r"[A-Za-z][\w<>.\[\]]*(?:[ \t]+[A-Za-z][\w<>.\[\]]*){0,3}(?=[ \t]*(?:[,:：({`*–—\[]|-|\Z))"
)
"""Words of a type without marks: ``array of strings``, ``nullable string``."""
_SEPARATOR = re.compile(r"[ \t]*(?:[:：|]|[–—-]+(?=[ \t]|\Z))+[ \t]*")
_VALUE = re.compile(r"([ \t]*)(?:[-*+])[ \t]+`([^`\s\"]+)`(?:\s*[:–—-]+\s+(\S.*))?\s*\Z")
"""A value of an enumeration, as an item of its own."""
_ENUM = re.compile(r"\b(enum)\b", re.IGNORECASE)
_CONDITION = re.compile(r"(?:required|mandatory) (?:unless|if|when|for|only|with)\b")
_CONSTANT = re.compile(r"(?:the )?value is [\"'`]([^\"'`|]+)[\"'`]", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—-]+\s+")
_BOUND = re.compile(r"\s*[<>]=?\s*(?=-?\d)")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_REQUIRED = {
    **dict.fromkeys(("required", "mandatory", "必填", "必选", "必须"), "yes"),
    **dict.fromkeys(("optional", "可选", "选填", "非必填"), "no"),
}
_DEFAULT = re.compile(r"(?:defaults?(?: to|:|=| is)?\s+|=\s*|默认[:：为]?\s*)(\S.*)", re.IGNORECASE)
_STATUS = re.compile(r"[*_`]*([1-5]\d\d)\b([^`*_]{0,60})[*_`:]*\s*[:–—-]*\s*(.*)\Z")
_DEFINING = (": ", ":\t")
"""What stands before the meaning in a list of definitions."""
_MARKS = " *_`<>"
_ASSIGNED = re.compile(r"(?<![\w.-])([\w.-]+)=\[(\w+)\]")
_KINDS = {"alphanumeric": "string", "numeric": "number"}
_HEADER = ("name", "type", "required", "default", "description")

IsType = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list that is a parameter."""

    name: str
    said: tuple[str, ...]
    meaning: str


def is_list(text: Text) -> bool:
    """Tell whether a paragraph is a list, or a list of definitions: names with ``: meaning``."""
    return _START.match(text.text) is not None or _is_definition(text.text)


def without_mark(line: str) -> str:
    """Take the mark of a list from the beginning of a line."""
    start = _START.match(line)
    return line[start.end() :] if start else line


def _is_definition(text: str) -> bool:
    name, newline, meaning = text.partition("\n")
    words = name.split(maxsplit=1)
    is_told = bool(words) and (len(words) == 1 or words[1][0] in "([`*_<")
    return bool(newline) and meaning.startswith(_DEFINING) and is_told


def table_of(text: Text, is_type: IsType) -> tuple[Table | None, list[int]]:
    """Read ``- `page` (integer, optional): …`` as rows of a table, and give the lines of items that
    are no fields; None where none is. Items below an item are fields of it.
    """
    rows: list[Row] = []
    odd: list[int] = []
    around: list[tuple[int, str]] = []
    values: dict[int, list[str]] = {}
    """Values that stand below an enumeration, by the index of its row."""
    is_read = False
    """The last item was a field."""
    for line, number in _lines(text):
        start = _START.match(line)
        if start is None:
            if line.strip() and is_read:
                rows[-1] = _with_more(rows[-1], line.strip())
            continue
        value = _VALUE.match(line) if rows and _is_enum(rows[-1]) else None
        if value is not None and around and len(value[1].expandtabs()) > around[-1][0]:
            values.setdefault(len(rows) - 1, []).append(value[2])
            rows[-1] = _with_more(rows[-1], f"`{value[2]}`: {value[3]}" if value[3] else "")
            continue
        item = _item(line[start.end() :].strip(), is_type)
        is_read = item is not None
        if item is None or (rows and start[0][:1].isspace() and item.name == "Default"):
            default = _DEFAULT.fullmatch(line[start.end() :].strip())
            if default is not None and rows:
                *cells, _, meaning = rows[-1].cells
                rows[-1] = Row((*cells, default[1], meaning), rows[-1].line)
            else:
                odd.append(number)
            continue
        indent = len(start[0].expandtabs()) - len(start[0].lstrip())
        around = [one for one in around if one[0] < indent]
        outer = around[-1][1] if around else ""
        name = (
            item.name if not outer or item.name.startswith(f"{outer}.") else f"{outer}.{item.name}"
        )
        around.append((indent, name))
        read = (f"`{name}`", *_said(item.said, is_type), item.meaning)
        rows.append(_with_more(Row(read, number), *_conditions(item.said)))
    _allow(rows, values)
    return _table(rows, text.line), odd


def _allow(rows: list[Row], values: Mapping[int, Sequence[str]]) -> None:
    """Let enumerations be the values below them, by the index of the row."""
    for at, allowed in values.items():
        name, kind, *cells = rows[at].cells
        alone = ", ".join(f'"{one}"' for one in allowed)
        before, _, after = _ENUM.split(kind, maxsplit=1)
        rows[at] = Row((name, f"{before}Literal[{alone}]{after}", *cells), rows[at].line)


def _with_more(row: Row, *texts: str) -> Row:
    """Add to the meaning of a row."""
    *cells, meaning = row.cells
    return Row((*cells, " ".join(filter(None, (meaning, *texts)))), row.line)


def _conditions(said: Iterable[str]) -> Iterator[str]:
    """Yield what is said of when a field is needed: it is not always."""
    for one in _parts(said):
        if _CONDITION.match(one.casefold()):
            yield f"({one})"


def _is_enum(row: Row) -> bool:
    return _ENUM.search(row.cells[1]) is not None


def _table(rows: list[Row], line: int) -> Table | None:
    """Make a table of rows; without a column on what is required, where none says it."""
    if not rows:
        return None
    if any(row.cells[2] for row in rows):
        return Table(Row(_HEADER, line), tuple(rows))
    bare = tuple(Row((*row.cells[:2], *row.cells[3:]), row.line) for row in rows)
    return Table(Row((*_HEADER[:2], *_HEADER[3:]), line), bare)


def assigned_of(text: Text) -> Table | None:
    """Read ``Required: `id=[integer]```: names with their types; None for other text."""
    rows: list[Row] = []
    required = ""
    for number, line in enumerate(text.text.split("\n")):
        words = line.casefold()
        required = "yes" if "required" in words else "no" if "optional" in words else required
        for found in _ASSIGNED.finditer(line):
            rest = line[found.end() :].strip(" `-–—:.")
            cells = (f"`{found[1]}`", _KINDS.get(found[2], found[2]), required, rest)
            rows.append(Row(cells, text.line + number))
    header = Row((*_HEADER[:3], _HEADER[4]), text.line)
    return Table(header, tuple(rows)) if rows else None


def statuses_of(text: Text) -> dict[str, str]:
    """Read ``- **404** – no such thing``: what each item says of its status; empty for others."""
    found: dict[str, str] = {}
    for line, _ in _lines(text):
        start = _START.match(line)
        if start is None:
            continue
        status = _STATUS.match(line[start.end() :].strip())
        if status is None:
            return {}
        found[status[1]] = " ".join(filter(None, (status[2].strip(" :–—-"), status[3].strip())))
    return found


def _lines(text: Text) -> Iterator[tuple[str, int]]:
    """Yield the lines with their numbers; a definition is an item."""
    lines = text.text.split("\n")
    item = ""
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if _is_definition(f"{line}\n{following}"):
            name, _, said = line.strip().partition(" ")
            item = f"- `{name.strip('`*:')}` {said}".strip()
        elif item:
            yield f"{item} {line[1:].strip()}", text.line + number - 1
            item = ""
        else:
            yield line[line.startswith(_DEFINING) :], text.line + number


def _item(text: str, is_type: IsType) -> _Item | None:
    """Read an item; None for a sentence."""
    found = _NAME.match(text)
    if found is None:
        return None
    said = [found[3][2:-1]] if found[3] else []
    if "?" in found[4]:
        said.append("optional")
    at = found.end()
    while (chunk := _chunk(text, at, is_type, is_first=not said)) is not None:
        said.append(chunk[0])
        at = chunk[1]
    separator = _SEPARATOR.match(text, at)
    rest = text[separator.end() if separator else at :].strip()
    is_told = "`" in found[1] or bool(said) or ("*" in found[1] and (separator or not rest))
    has_colon = ":" in found[4]
    is_told = is_told or (not rest and text == found[2])
    is_bare = not found[1] and found[2][0].islower() and (separator is not None or has_colon)
    if not (is_told or is_bare or (found[1] and has_colon)):
        return None
    name = found[2].lstrip(":")
    more, rest = _sampled(rest, is_type)
    if not more and not any(is_type(one.strip(_MARKS)) for one in _parts(said)):
        more, rest = _typed(rest, is_type)
    return _Item(name, (*said, *more), rest)


def _chunk(text: str, at: int, is_type: IsType, *, is_first: bool) -> tuple[str, int] | None:
    """Read the next thing that is said of a name, and where it ends."""
    while at < len(text) and text[at] in " \t,":
        at += 1
    for pattern in (_LINK, *_CHUNKS):
        found = pattern.match(text, at)
        if found is None:
            continue
        said = found[2].strip()
        said = said[1:-1] if said.startswith("(") and said.endswith(")") else said
        if said and (_all_known(said.split(","), is_type) or (found[1] == "(" and is_first)):
            return said, found.end()
    words = _WORDS.match(text, at)
    if words is not None:
        if _is_known(words[0], is_type):
            return words[0], words.end()
        if _all_known(words[0].split(), is_type):
            return ", ".join(words[0].split()), words.end()
    return None


def _all_known(parts: list[str], is_type: IsType) -> bool:
    return all(_is_known(one.strip(_MARKS), is_type) for one in parts)


def _sampled(text: str, is_type: IsType) -> tuple[tuple[str, ...], str]:
    """Read ``Ada (string, required) - the name``: a value, what is said, and the meaning."""
    value, bracket, rest = text.partition(" (")
    said, closing, meaning = rest.partition(")")
    is_value = bool(bracket and closing) and len(value.split()) <= 3
    separator = _SEPARATOR.match(meaning)
    if is_value and _all_known(said.split(","), is_type) and (separator or not meaning):
        return (said,), meaning[separator.end() :] if separator else ""
    return (), text


def _typed(text: str, is_type: IsType) -> tuple[tuple[str, ...], str]:
    """Read ``integer, [1 .. 200], Default: 20 — How many``: what is said, and the meaning, with
    what of that is not understood.
    """
    head, *rest = _DASH.split(text, maxsplit=1)
    first, *others = (one.strip() for one in head.split(","))
    kind = _BOUND.split(first, maxsplit=1)[0]
    if not rest or not is_type(kind):
        return (), text
    known = [one for one in others if _is_known(one, is_type)]
    unread = [one for one in others if one not in known]
    unread = [first[len(kind) :].strip(), *unread] if kind != first else unread
    return (kind, *known), " ".join([*rest, *(f"({one})" for one in unread)])


def _is_known(part: str, is_type: IsType) -> bool:
    """Tell whether a part speaks of a type, a default, or whether something is required."""
    word = part.casefold()
    if word in _REQUIRED or word == "nullable" or _DEFAULT.fullmatch(part):
        return True
    first, _, rest = part.partition(" ")
    kind, colon, _ = part.partition(":")
    return bool(part) and (
        is_type(part)
        or (first.casefold() in _REQUIRED and is_type(rest))
        or (bool(colon) and is_type(kind))
    )


def with_types(table: Table, is_type: IsType, at: int = 0) -> Table:
    """Give a table whose names say all of a field, ``limit <br> integer, required``, columns of
    its own for that; ``at`` is the column of the names.
    """
    rows = [*_split(table, is_type, at)]
    if not rows:
        return table
    return Table(Row((*table.header.cells, *_HEADER[1:4]), table.header.line), tuple(rows))


def _split(table: Table, is_type: IsType, at: int) -> Iterator[Row]:
    parts = [
        _BREAK.split(row.cells[at], maxsplit=1) if row.cells[at:] else [""] for row in table.rows
    ]
    said = [_BREAK.sub(", ", one[1]) for one in parts if len(one) > 1]
    if not said or (len(said) < len(parts) and not all(_tells(one, is_type) for one in said)):
        return
    parts = [one if len(one) > 1 else [*one, ""] for one in parts]
    width = len(table.header.cells)
    for row, (name, told) in zip(table.rows, parts, strict=True):
        rest = (*row.cells[at + 1 : width], *[""] * (width - len(row.cells)))
        cells = _said((_BREAK.sub(", ", told),), is_type)
        yield Row((*row.cells[:at], name, *rest, *cells), row.line)


def _tells(said: str, is_type: IsType) -> bool:
    return all(_is_known(one.strip(_MARKS), is_type) for one in said.split(","))


def _parts(said: Iterable[str]) -> list[str]:
    return [part for text in said for one in text.split(",") if (part := one.strip())]


def _said(said: tuple[str, ...], is_type: IsType) -> tuple[str, str, str]:
    """Split what stands behind a name into its type, whether it is required, and its default."""
    kinds: list[str] = []
    required = default = ""
    is_nullable = False
    for part in _parts(said):
        word = part.strip(_MARKS).casefold()
        first, _, rest = part.strip(_MARKS).partition(" ")
        kind, colon, value = part.partition(":")
        if word in _REQUIRED:
            required = _REQUIRED[word]
        elif _CONDITION.match(word):
            required = "no"
        elif constant := _CONSTANT.fullmatch(part):
            kinds = [f'Literal["{constant[1]}"]']
        elif word == "nullable":
            is_nullable = True
        elif found := _DEFAULT.fullmatch(part):
            default = found[1]
        elif rest and first.casefold() in _REQUIRED:
            required = _REQUIRED[first.casefold()]
            kinds.append(rest)
        elif colon and is_type(kind):
            kinds.append(kind)
            told = _REQUIRED.get(value.strip(_MARKS).casefold(), "")
            required, default = told or required, default if told else value.strip().strip('"')
        else:
            kinds.append(part.strip("<>"))
    type_ = ", ".join(kinds)
    return f"{type_} | null" if is_nullable and type_ else type_, required, default
