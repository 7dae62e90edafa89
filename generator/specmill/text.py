"""Words and sentences: how names split into words, and how prose of a spec is made presentable."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from specmill.plurals import IRREGULAR, REGULAR, UNCHANGED

_COMPOUND = re.compile(r"IPv(?=\d)|iOS|macOS|GitHub|GraphQL|YouTube|BigQuery|PostgreSQL|MySQL|mTLS")
"""Names whose inner capitals start no word."""

_WORD = re.compile(
    r"[oO][aA]uth\d*(?![a-z])"  # OAuth2, oAuth2: one word, and never "o"
    r"|[A-Z]{2,}s(?![a-z])\d*"  # IDs, URLs
    r"|[A-Z]+(?=[A-Z][a-z])\d*"  # HTTP of HTTPServer
    r"|[A-Z]?[^\W_A-Z]+"  # Server, v1beta1, größe
    r"|[A-Z]+\d*",  # API, S3
    re.UNICODE,
)

_RUN = re.compile(r"[^\W_]+")
"""A word where all letters are small."""

_OAUTH = re.compile(r"\boauth(?=\d*(?: |\Z))", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an", "of", "this", "that", "is"})
_TAG = re.compile(r"</?(?:p|br|b|i|em|strong|ul|ol|span|div|a|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LIST_ITEM = re.compile(
    r"<li\b[^<>]*>(.*?)(?:</li>|(?=<li\b|</[uo]l\b)|\Z)", re.IGNORECASE | re.DOTALL
)
_CODE = re.compile(r"</?(?:code|tt|pre|kbd)\b[^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|ul|ol|/ul|/ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_STRUCTURED = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|#|\||>|```|    )")
_ALERT = re.compile(r"^ *> \[!([A-Z]+)\][ ]*\n((?: *>.*(?:\n|\Z))*)", re.MULTILINE)
_SENTENCE_END = re.compile(
    r"[.!?](?<!\be\.g.)(?<!\bi\.e.)(?<!\bvs.)(?<!\bcf.)(?<!\bNo.) (?=[A-Z`*\[(])"
)
_SHORTEST_SENTENCE = 15
"""Characters that a sentence has at least before its end; ``Ver. 2`` is none."""
_LISTED = re.compile(r"\n(?= {0,3}(?:[-*+]|\d+[.)]) )")
"""Where a list begins right below a line of text."""
_VOWELS = "aeiou"
_LONGEST_REPETITION = 200
"""Characters beyond which prose says more than a name."""
_NARROWEST = 20
"""Columns that wrapped prose has at least."""


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Split a name of any convention into its words, each in its own capitals.

    ``ListExperimentsV1`` gives ``List Experiments V1``, ``userIDs`` gives ``user IDs``, ``$.xgafv``
    gives ``xgafv``. A name without any letter or digit gives no words.
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    if name.islower():
        return tuple(_RUN.findall(name))
    return tuple(_WORD.findall(_COMPOUND.sub(lambda match: match[0].capitalize(), name)))


def snake_case(name: str) -> str:
    """Join the words of a name as ``snake_case``; empty when it has none."""
    return "_".join([word.lower() for word in words(name)])


def pascal_case(name: str) -> str:
    """Join the words of a name as ``PascalCase``; capitals inside a word stay (``HTTPError``)."""
    return "".join([word[0].upper() + word[1:] for word in words(name)])


def usual_capitals(name: str) -> str:
    """Spell words alike that specs write in many ways: ``oauth2 client`` is ``OAuth2 client``."""
    return _OAUTH.sub("OAuth", name) if "auth" in name.lower() else name


def camel_case(snake: str) -> str:
    """Spell a ``snake_case`` name in camelCase, by the rule of the runtime's ``casing`` module."""
    first, *rest = [part for part in snake.split("_") if part] or [snake]
    return first + "".join(part[0].upper() + part[1:] for part in rest)


def upper_camel_case(snake: str) -> str:
    """Spell a ``snake_case`` name in UpperCamelCase, by the rule of the runtime's ``casing``
    module.
    """
    return "".join(part[0].upper() + part[1:] for part in snake.split("_") if part) or snake


def kebab_case(snake: str) -> str:
    """Spell a ``snake_case`` name with hyphens, by the rule of the runtime's ``casing`` module."""
    return "-".join(part for part in snake.split("_") if part) or snake


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """Return the singular of an English plural by its ending; other words come back as they are."""
    lower = word.lower()
    if lower in IRREGULAR:
        return word[:1] + IRREGULAR[lower][1:]
    if lower in UNCHANGED:
        return word
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 2:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """Return the plural of an English noun by its ending."""
    lower = word.lower()
    if lower in REGULAR:
        return word[:1] + REGULAR[lower][1:]
    if lower.endswith("y") and lower[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are the same noun, in whatever number and capitals."""
    return one == other or singular(one).lower() == singular(other).lower()


def common_suffix(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the longest run of words that all names end with, compared without capitals."""
    reversed_names = [name[::-1] for name in names]
    return common_prefix(reversed_names)[::-1]


def common_prefix(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the longest run of words that all names start with, compared without capitals."""
    shared: list[str] = []
    for column in zip(*names, strict=False):
        if len({word.lower() for word in column}) != 1:
            break
        shared.append(column[0])
    return tuple(shared)


def repeats_name(sentence: str, name: str) -> bool:
    """Tell whether a sentence says no more than the name it describes (``The job id.`` of
    ``jobId``).
    """
    if not 0 < len(sentence) <= _LONGEST_REPETITION:
        return not sentence
    named = _said_by(name)
    for piece in sentence.split():  # the first pieces tell most sentences, and pieces come again
        for word in words(piece):
            said = singular(word.lower())
            if said not in _ARTICLES and said not in named:
                return False
    return True


@lru_cache(maxsize=65536)
def _said_by(name: str) -> frozenset[str]:
    """Return the words of a name in the singular, without capitals."""
    return frozenset([singular(word.lower()) for word in words(name)])


def printable(text: str) -> str:
    """Drop control and bidirectional characters, which could make text look other than it is."""
    # Passes in C find nothing in nearly all prose.
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    kept = (
        character
        for character in text
        if character in "\n\t"
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    )
    return "".join(kept)


def on_one_line(text: str) -> str:
    """Return text with escapes for what cannot be seen, and for what would begin another line."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)


def tidy(prose: str) -> str:
    """Make CommonMark with stray HTML readable as text: paragraphs and lists stay, tags go."""
    if not prose:
        return ""
    prose = prose.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in prose:
        prose = _CODE.sub("`", prose)
        prose = _LIST_ITEM.sub(lambda item: f"\n- {' '.join(item[1].split())}", prose)
        prose = _TAG.sub("", _BLOCK_TAG.sub("\n\n", prose))
    if "&" in prose:
        prose = html.unescape(prose)
    if "> [!" in prose:
        prose = _ALERT.sub(_alert, prose)
    if "\n" not in prose:
        return printable(prose).expandtabs(4).strip()
    lines = (line.rstrip() for line in printable(prose).expandtabs(4).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _alert(match: re.Match[str]) -> str:
    """Write one of GitHub's alerts, `> [!NOTE]`, as a paragraph that begins with its kind."""
    lines = (line.lstrip()[1:].strip() for line in match[2].splitlines())
    return "\n".join([f"{match[1].capitalize()}: {next(lines, '')}", *lines, ""])


def first_sentence(prose: str) -> tuple[str, str]:
    """Split prose into its first sentence and the rest."""
    paragraph, rest = prose, ""
    if "\n" in prose:
        paragraph, _, rest = prose.partition("\n\n")
        if listed := _LISTED.search(paragraph):
            paragraph, rest = paragraph[: listed.start()], prose[listed.end() :]
    flat = " ".join(paragraph.split())
    end = _SENTENCE_END.search(flat, _SHORTEST_SENTENCE)
    if end is None or _STRUCTURED.match(paragraph):
        return flat, rest.strip()
    return flat[: end.start() + 1], f"{flat[end.end() :]}\n\n{rest}".strip()


def is_running(prose: str) -> bool:
    """Tell whether prose has neither lists nor code nor paragraphs: its lines may be joined."""
    return all(line.strip() and not _STRUCTURED.match(line) for line in prose.split("\n"))


def wrap(prose: str, width: int) -> list[str]:
    """Wrap prose into lines of at most ``width`` characters; list items and code stay apart."""
    if 0 < len(prose) <= width and _is_one_line(prose):
        return [prose]
    return list(_wrapped(prose, width))


def _is_one_line(prose: str) -> bool:
    """Tell whether there is nothing to change in prose that is short enough for a line."""
    return prose.isprintable() and "  " not in prose and prose[0] != " " != prose[-1]


@lru_cache(maxsize=65536)
def _wrapped(prose: str, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    paragraph: list[str] = []
    fence = ""

    def flush() -> None:
        if paragraph:
            lines.extend(_fill(" ".join(paragraph), width))
            paragraph.clear()

    for line in prose.split("\n"):
        opened = _FENCE.match(line)
        if fence or opened:  # code stays as it is
            flush()
            lines.append(line)
            if fence:
                fence = "" if line.strip() == fence else fence
            elif opened:
                fence = opened[1]
        elif not line.strip():
            flush()
            lines.append("")
        elif _STRUCTURED.match(line):
            flush()
            indent = " " * (len(line) - len(line.lstrip()))
            lines.extend(_fill(line.strip(), width, first=indent, following=indent + "  "))
        else:
            paragraph.append(line.strip())
    flush()
    return tuple(lines)


def _fill(text: str, width: int, *, first: str = "", following: str = "") -> list[str]:
    width = max(width, _NARROWEST)
    if not text or not _is_one_line(text):
        return textwrap.wrap(
            text,
            width,
            initial_indent=first,
            subsequent_indent=following,
            break_long_words=False,
            break_on_hyphens=False,
        )
    # What textwrap does to words with single spaces between them, in a small part of its time.
    lines: list[str] = []
    start, indent = 0, first
    while start < len(text):
        room = width - len(indent)
        end = len(text)
        if end - start > room:
            end = text.rfind(" ", start, start + room + 1)
        if end < 0:  # one word that is too long
            end = text.find(" ", start)
        if end < 0:
            end = len(text)
        lines.append(indent + text[start:end])
        start, indent = end + 1, following
    return lines


_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")


def markdown_line(text: str) -> str:
    """Return one line of text that Markdown shows as it is."""
    flat = html.escape(" ".join(tidy(text).split()), quote=False).replace("|", "&#124;")
    flat = re.sub(r"([\\`*\[\]])", r"\\\1", flat)
    flat = _UNDERSCORE.sub(r"\\_", flat)
    return re.sub(r"^(\d*)([-+#.)])", r"\1\\\2", flat)
