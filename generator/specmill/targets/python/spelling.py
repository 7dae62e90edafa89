"""Spelling of names, values and prose in Python."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from specmill.model.models import Docs
from specmill.plurals import IRREGULAR
from specmill.targets.python.reserved import DEVICES
from specmill.text import (
    first_sentence,
    is_running,
    pascal_case,
    printable,
    repeats_name,
    singular,
    snake_case,
    tidy,
    words,
    wrap,
)

WIDTH = 100
"""Columns of a generated line; the formatter's line length."""
_INDENT = 4
"""Columns before an item of a list that begins at a module's margin."""

_SIGN = re.compile(r"^[+-](?=\d)")
_COMPARISON = re.compile(r"(?<=\w)([<>]=?|!=?)\Z")
_TIMES = frozenset({"at", "created", "date", "modified", "on", "time", "timestamp", "updated"})
"""Words of names of times, which are before or after another."""
_COMPARISONS = {
    "<": ("below", "before"),
    "<=": ("at most", "until"),
    ">": ("above", "after"),
    ">=": ("at least", "from"),
    "!": ("not", "not"),
    "!=": ("not", "not"),
}
"""What signs behind a name say of numbers, and of times."""
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'" + r'|"(?:[^"\\]|\\.)*"')
_SIGNS = {"+": "plus ", "-": "minus "}
_LONGEST = 100
"""Characters that an identifier has at most; file systems hold names of some 200 bytes."""
LONGEST_STEM = 80
"""Characters that the name of a file has at most before its ending, so that a package has room in
the 260 of a path on Windows.
"""
_LONGEST_STEM_BYTES = 150
DEPRECATED = "Deprecated."

_NOWHERE = re.compile(r"\[((?:[^\[\]`]|`[^`]*`)+)\]\([/#.][^()\s]*\)")
"""A link that leads on from a page that is not here."""
_ESCAPED = re.compile(r"\\([_*#\[\]<>~|])")
_FIRST_WORD = re.compile(r"([a-z]{2,}),?(?= )")
_CLOSING = ")]\"'”’*`"
"""What may stand behind the last word of a sentence."""
_ENDS = ".!?:`)]"
"""What a title ends with that is a sentence, or cannot be one."""
_VERSION = re.compile(
    r"(\d{1,9}(?:[._-]\d{1,9})*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)(?![a-z])[-_.]?(\d{1,9})?)?",
    re.ASCII | re.IGNORECASE,
)
_STAGES = {"a": "a", "alpha": "a", "b": "b", "beta": "b"} | dict.fromkeys(
    ("c", "rc", "pre", "preview"), "rc"
)
_IRREGULAR = frozenset(IRREGULAR.values())
_ESCAPED_QUOTES = '\\"\\"\\"'


def identifier(name: str, *, reserved: Collection[str] = (), prefix: str = "field") -> str:
    """Spell a name as a ``snake_case`` identifier.

    Args:
        name: A wire name or words.
        reserved: Identifiers that get an underscore at the end.
        prefix: Stands before a name that begins with a digit, and for one without letters.
    """
    snake = _identifier(name, prefix)
    return f"{snake}_" if snake in reserved else snake


@lru_cache(maxsize=65536)  # an API has few names, each in many places
def _identifier(name: str, prefix: str) -> str:
    snake = snake_case(_compared(_SIGN.sub(lambda sign: _SIGNS[sign[0]], name)))
    if not snake or not snake.isidentifier():
        parts = (prefix, *_only_legal(snake).split("_"))
        snake = "_".join(part for part in parts if part)
    return snake[:_LONGEST].rstrip("_")


def _compared(name: str) -> str:
    """Read out the sign behind a name: `StartTime<` is the start time before."""
    sign = _COMPARISON.search(name)
    if sign is None:
        return name
    before = name[: sign.start()]
    of_number, of_time = _COMPARISONS[sign[1]]
    is_time = not _TIMES.isdisjoint(word.lower() for word in words(before))
    return f"{before} {of_time if is_time else of_number}"


def module_name(name: str) -> str:
    """Bound an identifier to what a file can be called on any system."""
    short = name[:LONGEST_STEM].encode()[:_LONGEST_STEM_BYTES].decode(errors="ignore")
    name = name if short == name else short.rstrip("_")
    return f"{name}_" if name in DEVICES else name


def _only_legal(name: str) -> str:
    """Drop the characters that no identifier may have."""
    if name.isascii():
        return name
    return "".join(character for character in name if f"a{character}".isidentifier())


def class_name(name: str, *, reserved: Collection[str] = (), suffix: str = "Model") -> str:
    """Spell a name as a ``PascalCase`` identifier; a reserved one gets the suffix.

    The suffix goes in front of a name that has no capital to begin with, such as one in Chinese: a
    field of the same name would hide the class in annotations.
    """
    pascal = _only_legal(pascal_case(name))[:_LONGEST]
    if not pascal[:1].isupper() or not pascal.isidentifier():
        pascal = suffix + pascal
    return pascal + suffix if pascal in reserved else pascal


def literal(value: object) -> str:
    """Spell a JSON scalar as a Python literal; what cannot be printed is escaped."""
    return repr(value)


def spelled_tuple(values: Iterable[str | int]) -> str:
    """Spell texts and numbers as a tuple."""
    spelled = [literal(one) if isinstance(one, str) else repr(one) for one in values]
    return f"({', '.join(spelled)}{',' * (len(spelled) == 1)})"


def packed_texts(texts: Iterable[str]) -> Iterator[str]:
    """Spell texts as the lines inside a list or a tuple, with as many texts on a line as fit.

    A formatter would give each text a line of its own: write ``# fmt: off`` before the list.
    """
    line = ""
    for text in texts:
        spelled = f"{_double_quoted(text)},"
        longer = f"{line} {spelled}" if line else spelled
        if line and _INDENT + len(longer) > WIDTH:
            yield line
            longer = spelled
        line = longer
    if line:
        yield line


def _double_quoted(text: str) -> str:
    """Spell a text with the quotes that formatters choose."""
    spelled = repr(text)
    return spelled if '"' in text else f'"{spelled[1:-1]}"'


def parameter(name: str, annotation: str, default: str = "", *, indent: int) -> str:
    """Spell a parameter; a union that is longer than a line has the parentheses that black gives
    it, which ruff leaves.
    """
    spelled = f"{name}: {annotation}{default}"
    if indent + len(spelled) < WIDTH or not _is_union(annotation):
        return spelled
    return f"{name}: ({annotation}){default}"


def _is_union(annotation: str) -> bool:
    """Tell whether there is a bar outside of all brackets."""
    depth = 0
    for character in _QUOTED.sub("", annotation):
        if character == "|" and not depth:
            return True
        depth += (character in "[(") - (character in ")]")
    return False


def docstring(text: str) -> str:
    """Quote text as a docstring; nothing in it can end the string, be read as an escape or hide.

    The lines after the first are not indented.
    """
    text = printable(text)
    inner = text if "\n" in text else text.rstrip('"')
    escaped = inner.replace("\\", "\\\\").replace('"""', _ESCAPED_QUOTES)
    escaped += '\\"' * (len(text) - len(inner))
    return f'"""{escaped}\n"""' if "\n" in text else f'"""{escaped}"""'


def version_number(text: str) -> str:
    """Spell the version of an API as one of a package (PEP 440): ``v1beta3`` is ``1b3``, a day
    ``2024.1.31``; what has no number is ``0.1.0``.
    """
    found = _VERSION.search(text)
    if found is None:
        return "0.1.0"
    release = ".".join(str(int(part)) for part in re.split(r"[._-]", found[1]))
    stage = _STAGES.get((found[2] or "").lower(), "")
    return f"{release}{stage}{int(found[3] or 0)}" if stage else release


def one_line(text: str) -> str:
    """Return text of a spec, such as a title, as one line that can be shown."""
    return " ".join(tidy(text).split())


def paragraphs(
    docs: Docs,
    name: str,
    *,
    indent: int,
    notes: Collection[str] = (),
    keeps_title: bool = False,
) -> str:
    """Lay out what the spec says of a thing: a summary line, then wrapped paragraphs.

    A sentence that only repeats ``name`` is left out, and so is a title whose words are all in the
    sentence after it; ``notes`` follow, on the same line where they fit, else as a paragraph.

    Args:
        docs: Summary, description and deprecation.
        name: What is described.
        indent: Columns that the text will be indented by.
        notes: Sentences of our own, such as the default.
        keeps_title: A title that only repeats ``name`` goes before what is said beyond it.
    """
    summary, rest, is_title = "", "", False
    if docs.summary or docs.description:
        summary, rest, is_title = _parted(docs, name, keeps_title=keeps_title)
    if docs.deprecated and not _says_deprecated(summary):
        notes = [*notes, DEPRECATED]
    width = WIDTH - indent
    if summary and rest:
        first, more = first_sentence(rest)
        if is_title and _repeats(first, summary) and is_running(first):
            summary, rest = _sentence(first, name), more
        elif len(summary) + len(rest) < width - 7 and is_running(rest):
            summary, rest = f"{summary} {rest}", ""
    said = " ".join(notes)
    if summary and said and not rest and len(summary) + len(said) < width - 7:
        summary, said = f"{summary} {said}", ""
    blocks = []
    if summary:
        blocks.append("\n".join(wrap(summary, width - 6)))
    if rest:
        blocks.append("\n".join(wrap(rest, width)))
    if said:
        blocks.append("\n".join(wrap(said, width - 6)))
    return "\n\n".join(blocks)


def title_of(docs: Docs, name: str) -> str:
    """Return the title that the spec gives a thing, as a sentence; empty where it gives none."""
    summary, _, is_title = _parted(docs, name, keeps_title=True)
    if is_title and docs.deprecated and not _says_deprecated(summary):
        return f"{summary} {DEPRECATED}"
    return summary if is_title else ""


def sentence(docs: Docs, name: str) -> str:
    """Return all that the spec says of a thing as one run of text, for a line of an ``Args``
    section.
    """
    summary, rest, _ = _parted(docs, name)
    flat = " ".join(f"{summary} {rest}".split())
    if not docs.deprecated or _says_deprecated(flat):
        return flat
    return f"{flat} {DEPRECATED}".strip()


def _says_deprecated(text: str) -> bool:
    return text[: len(DEPRECATED) - 1].lower() == "deprecated"


def first_paragraph(text: str, *, indent: int, then: str = "") -> str:
    """Return the first paragraph of text, ``then`` at its end, wrapped like :func:`paragraphs`."""
    flat = " ".join([*text.partition("\n\n")[0].split(), *then.split()])
    return "\n".join(wrap(flat, WIDTH - indent - 6))


def _parted(docs: Docs, name: str, *, keeps_title: bool = False) -> tuple[str, str, bool]:
    """Part what is said of a thing; tells whether the first part is a title of the spec's."""
    return _summary(docs.summary, docs.description, name, keeps_title)


@lru_cache(maxsize=65536)  # parameters, and many fields, say the same in many places
def _summary(summary: str, description: str, name: str, keeps_title: bool) -> tuple[str, str, bool]:
    summary, description = _plain(summary), _plain(description)
    summary, _, more = summary.partition("\n\n")
    if more:
        description = f"{more}\n\n{description}"
    if summary and ((keeps_title and description) or not repeats_name(summary, name)):
        summary = _sentence(" ".join(summary.split()), name)
        last = summary.rstrip("\"'”’*")[-1:]
        if last.isascii() and last not in _ENDS:
            summary += "."
        rest = "" if description.rstrip(".") == summary.rstrip(".") else description
        return summary, "" if repeats_name(rest, name) else _ended(rest), True
    if repeats_name(description, name):
        return "", "", False
    summary, rest = first_sentence(description)
    return _sentence(summary, name), _ended(rest), False


def _repeats(prose: str, title: str) -> bool:
    """Tell whether prose has all the words of a title."""
    wanted = [singular(word).lower() for word in words(title)]
    flat = prose.lower()
    # Most prose lacks some word; a regular one and its plural differ in the last letter at most.
    regular = (word for word in wanted if word not in _IRREGULAR) if prose.isascii() else ()
    if not wanted or any(word[:-1] not in flat for word in regular):
        return False
    said = {singular(word).lower() for word in words(prose)}
    return said.issuperset(wanted)


def _plain(prose: str) -> str:
    """Tidy prose for where nobody can follow a relative link, or renders Markdown."""
    prose = tidy(prose)
    if "](" in prose:
        prose = _NOWHERE.sub(r"\1", prose)
    return _ESCAPED.sub(r"\1", prose) if "\\" in prose else prose


def _sentence(text: str, name: str) -> str:
    """Return a line as a sentence: with a capital, unless it begins with a name, and a stop."""
    first = _FIRST_WORD.match(text)
    if first and first[1] not in snake_case(name).split("_"):
        text = text[0].upper() + text[1:]
    return _ended(text)


def _ended(text: str) -> str:
    """Add the full stop that prose lacks; lists, code and addresses end without one."""
    bare = text.rstrip(_CLOSING)
    is_word = bare[-1:].isascii() and bare[-1:].isalnum()
    if not (is_word or "`" in text[len(bare) :]) or not is_running(text):
        return text
    return text if "://" in text.rsplit(None, 1)[-1] else f"{text}."
