"""Regular expressions of other dialects, rewritten to the one of JSON Schema (ECMA-262)."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache

_DELIMITED = re.compile(r"/(.*)/([gimsuxyADUX]*)\Z", re.DOTALL)
_FOREIGN = re.compile(r"\\[AZzGhHRQEX]|\\p\{[A-Z][A-Za-z]{4,}\}|\(\?[P>#a-zA-Z]|[*+?}]\+|\[\[:|\A/")
_PIECES = re.compile(
    r"""
    \\(?P<escape>[AZzhH])            # anchors and blanks of Perl
    | \\p\{(?P<java>[A-Z][A-Za-z]{4,})\}  # a class of Java, which Unicode calls otherwise
    | \\.                            # any other escape stays
    | \(\?P<(?P<group>\w+)>          # Python's named group
    | \(\?P=(?P<back>\w+)\)          # and the reference to it
    | (?P<atomic>\(\?>)              # no backtracking into it
    | \[:(?P<posix>\w+):\]           # a class of POSIX, in brackets
    | (?P<quantifier>[*+?]|\{\d+(?:,\d*)?\})(?P<possessive>\+)
    """,
    re.VERBOSE | re.DOTALL,
)
_LOOSE_HYPHEN = re.compile(r"(\\[wdsWDS])-(?!\])")  # `[\w-.]` is no range
_ESCAPES = {"A": "^", "Z": "$", "z": "$", "h": r"[ \t]", "H": r"[^ \t]"}
_POSIX = {
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "alnum": "a-zA-Z0-9",
    "upper": "A-Z",
    "lower": "a-z",
    "space": r"\s",
    "blank": r" \t",
    "punct": r"!-/:-@\[-`{-~",
    "xdigit": "0-9A-Fa-f",
    "word": r"\w",
}
_JAVA = {
    "Alpha": r"\p{L}",
    "Upper": r"\p{Lu}",
    "Lower": r"\p{Ll}",
    "Digit": r"\d",
    "Punct": r"\p{P}",
    "Graph": r"\S",
    "Print": r"\P{C}",
    "Blank": r"\s",
    "Space": r"\s",
    "Cntrl": r"\p{Cc}",
}
_INTERSECTION = re.compile(r"&&\[")  # of classes, in Java
_ECMA_ONLY = re.compile(
    r"\(\?<(?=[A-Za-z_$])|\\k<(\w+)>|\\[pP]\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\[cdDwWsS/-]"
)


@lru_cache(maxsize=4096)
def translate(pattern: str) -> str | None:
    """Rewrite a pattern to ECMA-262; the same where it is that, None where nothing reads it."""
    becomes = pattern
    if _FOREIGN.search(pattern):
        delimited = _DELIMITED.match(pattern)
        if delimited and (len(delimited[1]) == 0 or not set(delimited[2]) & {"i", "x"}):
            becomes = delimited[1].replace("\\/", "/")
        elif delimited:
            return None  # no flag of JSON Schema says so
        flags = re.match(r"\(\?[a-zA-Z]+\)", becomes)
        if flags:
            return None
        becomes = _PIECES.sub(_piece, becomes)
    if _compiles(becomes):
        return becomes
    becomes = _LOOSE_HYPHEN.sub(r"\1\\-", becomes)
    return becomes if _compiles(becomes) else None


def _piece(match: re.Match[str]) -> str:
    if match["escape"]:
        return _ESCAPES[match["escape"]]
    if match["group"]:
        return f"(?<{match['group']}>"
    if match["back"]:
        return rf"\k<{match['back']}>"
    if match["java"]:
        return _JAVA.get(match["java"], match[0])
    if match["atomic"]:
        return "(?:"
    if match["posix"]:
        return _POSIX.get(match["posix"], match[0])
    if match["possessive"]:
        return match["quantifier"]
    return match[0]


def _compiles(pattern: str) -> bool:
    """Whether the structure is sound; what Python alone does not know is spelled its way first."""
    if _INTERSECTION.search(pattern):
        return False
    try:
        with warnings.catch_warnings():  # of what a later Python may read otherwise
            warnings.simplefilter("ignore", FutureWarning)
            re.compile(_ECMA_ONLY.sub(_for_python, pattern))
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _for_python(match: re.Match[str]) -> str:
    text = match[0]
    if text.startswith("(?<"):
        return "(?P<"
    if text.startswith(r"\k"):
        return f"(?P={match[1]})"
    return text if text[1] in "dDwWsS" else "a"
