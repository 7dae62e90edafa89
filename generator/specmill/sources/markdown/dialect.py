"""Dialects: how a reference page says what an operation, a column, a type and a default are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from specmill.diagnostics import fail
from specmill.document import pointers
from specmill.document.shapes import TEXT, TEXTS, MapOf, Record, Shape
from specmill.sources.loading import Source, load
from specmill.sources.repairs.checks import check_strictly
from specmill.values import dataclass

FILE_NAME = "dialect.yaml"
"""A dialect of the user's own, beside the page."""

_BUILT_IN = Path(__file__).with_name("dialects")
_NAMES = ("chinese", "english")
_WORD_LISTS = ("receivers", "required", "optional", "default", "yes", "no", "list", "nothing")
_TABLES = ("headings", "columns", "types")
ROLES = ("parameters", "returns", "fields")
COLUMNS = (
    *("name", "type", "meaning", "required", "default"),
    *("optional", "nullable", "values", "format"),
)
KINDS = (
    *("string", "password", "integer", "number", "boolean", "object", "array"),
    *("bytes", "datetime", "date", "int32", "int64", "uuid", "email", "uri", "any", "null"),
)
_FIELDS: dict[str, Shape] = {
    "dialect": TEXT,
    "extends": TEXTS,
    "default_in_text": TEXT,
    **dict.fromkeys(_WORD_LISTS, TEXTS),
    **dict.fromkeys(_TABLES, MapOf(TEXTS)),
}
_SHAPE = Record("the dialect", _FIELDS)
_ROLES_OF = {"headings": ROLES, "columns": COLUMNS, "types": KINDS}
_SPACE = re.compile(r"\s+")
_TRIM = " \t:：*_`。."


def fold(text: str) -> str:
    """Bring a heading, a column title or a mark into the form that words are compared in."""
    return _SPACE.sub(" ", text).strip(_TRIM).casefold() or text.strip().casefold()


def _contains(text: str, word: str) -> bool:
    """Tell whether a word stands in a text; one in Latin letters stands apart from others."""
    if not word.isascii():
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.ASCII) is not None


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words of one language or house style, each folded."""

    name: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a word list is for (``required``, ``columns.name`` …) to its words."""
    default_in_text: str = ""
    """Regular expression with the default that a meaning tells, in one of its groups."""

    def role_of(self, table: str, text: str) -> str:
        """Tell which role of ``headings``, ``columns`` or ``types`` a text has; empty for none."""
        folded = fold(text)
        for role in _ROLES_OF[table]:
            if folded in self.words.get(f"{table}.{role}", ()):
                return role
        return ""

    def has(self, kind: str, text: str) -> bool:
        """Tell whether a text is one of the words of a list."""
        return fold(text) in self.words.get(kind, ())

    def finds(self, kind: str, text: str) -> bool:
        """Tell whether a text contains one of the words of a list; not as a part of a word."""
        folded = fold(text)
        return any(_contains(folded, word) for word in self.words.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Dialects:
    """The dialects that a page may use: its own first."""

    all: tuple[Dialect, ...]

    @property
    def main(self) -> Dialect:
        """The page's own dialect."""
        return self.all[0]

    def role_of(self, table: str, text: str) -> tuple[str, str]:
        """Tell the role of a text and the dialect that knows it; two empty texts for none."""
        for dialect in self.all:
            role = dialect.role_of(table, text)
            if role:
                return role, dialect.name
        return "", ""

    def has(self, kind: str, text: str) -> bool:
        """Tell whether a text is one of the words of a list, in any dialect."""
        return any(dialect.has(kind, text) for dialect in self.all)

    def finds(self, kind: str, text: str) -> bool:
        """Tell whether a text contains one of the words of a list, in any dialect."""
        return any(dialect.finds(kind, text) for dialect in self.all)

    def receivers(self) -> set[str]:
        """Give the names that stand for the client in a call."""
        return {word for dialect in self.all for word in dialect.words.get("receivers", ())}

    def default_in_text(self, text: str) -> str:
        """Give the default that a meaning tells; empty for none."""
        for dialect in self.all:
            found = re.search(dialect.default_in_text, text) if dialect.default_in_text else None
            if found:
                return next((group for group in found.groups() if group), "").rstrip(".")
        return ""

    def ordered_by(self, texts: Iterable[str]) -> Dialects:
        """Put the dialect first that knows most of a page's headings and columns."""
        given = list(texts)
        scores = {dialect.name: _score(dialect, given) for dialect in self.all}
        ranked = sorted(self.all, key=lambda dialect: -scores[dialect.name])
        return Dialects(tuple(ranked))


def _score(dialect: Dialect, texts: list[str]) -> int:
    return sum(
        bool(dialect.role_of("headings", text) or dialect.role_of("columns", text))
        for text in texts
    )


def load_dialects(page: Path, given: Source | None = None) -> Dialects:
    """Load the page's own dialect with those that it extends, or else the built-in ones.

    Args:
        page: A dialect may stand beside it.
        given: The dialect, where it stands elsewhere.

    Raises SpecmillError with the place of a mistake in the page's own dialect.
    """
    beside = page.with_name(FILE_NAME)
    if given is None and not beside.is_file():
        return Dialects(tuple(built_in(name) for name in _NAMES))
    source = given or load(beside)
    if given is not None and beside.is_file():
        what = "the page has two dialects: this table and a file beside it"
        raise fail(what, location=source.locate(""), hint=f"move all into one, or remove {beside}")
    _check(source)
    extended = [built_in(name) for name in source.tree.get("extends", _NAMES[1:])]
    words = dict(_words(source.tree))
    for base in extended:
        for kind, known in base.words.items():
            words[kind] = tuple(dict.fromkeys((*words.get(kind, ()), *known)))
    text = next((base.default_in_text for base in extended if base.default_in_text), "")
    text = source.tree.get("default_in_text", text)
    return Dialects((Dialect(source.tree.get("dialect", "own"), words, text),))


@cache
def built_in(name: str) -> Dialect:
    """Load one of the built-in dialects: ``chinese`` or ``english``."""
    tree = load(_BUILT_IN / f"{name}.yaml").tree
    return Dialect(tree["dialect"], dict(_words(tree)), tree["default_in_text"])


def _words(tree: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in _WORD_LISTS:
        if kind in tree:
            # Names of variables count as they are written.
            yield kind, tuple(w if kind == "receivers" else fold(w) for w in tree[kind])
    for table in _TABLES:
        for role, words in tree.get(table, {}).items():
            yield f"{table}.{role}", tuple(fold(word) for word in words)


def _check(source: Source) -> None:
    check_strictly(source, _SHAPE)
    for table, known in _ROLES_OF.items():
        for role in source.tree.get(table, {}):
            if role not in known:
                place = source.locate(pointers.join("", table, role))
                raise fail(f"`{role}` is none of the {table}", location=place, hint=_known(known))
    for index, name in enumerate(source.tree.get("extends", ())):
        if name not in _NAMES:
            place = source.locate(f"/extends/{index}")
            raise fail(f"no built-in dialect {name!r}", location=place, hint=_known(_NAMES))
    try:
        re.compile(source.tree.get("default_in_text", ""))
    except re.error as error:
        place = source.locate("/default_in_text")
        raise fail(f"not a regular expression: {error}", location=place) from None


def _known(names: Iterable[str]) -> str:
    return f"known: {', '.join(names)}"
