"""What descriptions tell of a parameter: type, default, values, and whether it is required."""

from __future__ import annotations

import re
from collections.abc import Callable

from specmill.sources.markdown.blocks import plain
from specmill.sources.markdown.dialect import fold
from specmill.values import dataclass

_SENTENCE = re.compile(r"(?<=[.;。；])\s*")
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_TEMPLATE = re.compile(r"\{\{[<%]?\s*(\w+)[^{}]*\}\}\s*")
"""A mark of a generator of sites: ``{{<required>}}``."""
_REQUIRED = {
    **dict.fromkeys(("required", "mandatory", "必填", "必须", "必选"), True),
    **dict.fromkeys(("optional", "可选", "选填", "非必填"), False),
}
_VALUE = r"`([^`]*)`|\"([^\"]*)\"|([\w.+-]+)"
_DEFAULT = re.compile(
    rf"\bdefaults?(?: value)?[*_]*(?:(\s*[:=]\s*)|\s+(?:is|to)\s+)[*_\s]*(?:{_VALUE})"
    rf"|默认(?:值)?(\s*[:：=]\s*|为|是)\s*(?:{_VALUE})",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?|true|false", re.IGNORECASE)
_LEADS_TO_VALUES = re.compile(
    r"\b(?:one of|can be|either|must be|(?:possible|allowed|valid|accepted|supported|available)"
    r" values?|values)\b|可选值|取值|枚举值",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:[\s:：,，、|/*]|\([^()]*\)|\b(?:or|and|either|one|of|the|following|are|is|values)\b"
    r"|或|和|为|包括)*",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:\bor|\band|或|和|[,|/、])\s*\Z", re.IGNORECASE)
_QUOTED = re.compile(r"`[\"']?([^`\s\"']+)[\"']?`|\"([^\"\s]+)\"|'([^'\s]+)'")


@dataclass(frozen=True, slots=True)
class Told:
    """What a description tells."""

    meaning: str
    """The description, without marks of generators of sites."""
    type: str = ""
    required: bool | None = None
    default: str | None = None
    values: tuple[str, ...] = ()


def told_by(meaning: str, is_type: Callable[[str], bool]) -> Told:
    """Read a description."""
    marks = {found[1].casefold() for found in _TEMPLATE.finditer(meaning)}
    meaning = _TEMPLATE.sub("", meaning).strip()
    sentences = [fold(plain(one)).rstrip(";；") for one in _SENTENCE.split(meaning) if one.strip()]
    first = sentences[0] if sentences else ""
    type_ = first if len(sentences) > 1 and first not in _REQUIRED and is_type(first) else ""
    said = [*marks, *sentences, *(fold(one[1]) for one in _BRACKETS.finditer(plain(meaning)))]
    required = next((_REQUIRED[one] for one in said if one in _REQUIRED), None)
    return Told(meaning, type_, required, _default(meaning), values_in(meaning))


def _default(meaning: str) -> str | None:
    found = _DEFAULT.search(meaning)
    if found is None:
        return None
    groups = found.groups()
    code = next((one for one in (*groups[1:3], *groups[5:7]) if one is not None), None)
    if code is not None:
        return code
    word = (groups[3] or groups[7] or "").rstrip(".-")
    is_last = meaning[found.end() : found.end() + 1] in ("", ".", ",", ";", ")", "。", "，", "\n")
    has_colon = bool((groups[0] or groups[4] or "").strip(" 为是"))
    return word if _PLAIN.fullmatch(word) or (has_colon and is_last and word) else None


def values_in(meaning: str) -> tuple[str, ...]:
    """Give the values that a description lists, as all that there are; empty for none."""
    lead = _LEADS_TO_VALUES.search(meaning)
    if lead is not None:
        values, end, is_open = _run(meaning, lead.end())
        return values if not is_open else ()
    values, end, is_open = _run(meaning, 0)
    return values if end >= len(meaning.rstrip(" .。")) and not is_open else ()


def _run(text: str, at: int) -> tuple[tuple[str, ...], int, bool]:
    """Read values in code or quotes, one beside the other: they, their end, and whether the text
    names others in words (```a` or a name``).
    """
    found: list[str] = []
    end = at
    while True:
        between = _BETWEEN.match(text, end)
        assert between is not None
        value = _QUOTED.match(text, between.end())
        if value is None:
            break
        found.append(next(one for one in value.groups() if one is not None))
        end = value.end()
    rest = text[end : between.end()]
    names_more = bool(_OR.search(rest.rstrip() + " ")) and bool(text[between.end() :].strip(" ."))
    return tuple(found) if len(found) > 1 else (), end, names_more
