"""Nouns of resources: how they are spelled, and method names without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from specmill.document.operations import SourceOperation
from specmill.lower.naming.path_names import (
    ID_VERBS,
    ID_VERBS_AND_METHODS,
    QUANTITIES,
    VERBS,
    fixed_segments,
    same_words,
)
from specmill.text import plural, same_word, words

_ARTICLES = frozenset({"a", "an", "the"})
_MOST = 0.75
_WHICH = frozenset(
    {
        *("active", "alternative", "available", "comparable", "configurable", "current"),
        *("default", "due", "dynamic", "external", "favorite", "favourite", "historical"),
        *("inactive", "last", "latest", "manual", "my", "nearby", "new", "one", "open", "own"),
        *("paid", "pending", "popular", "random", "recent", "related", "several", "similar"),
        *("simple", "single", "specific", "trending", "unread", "upcoming"),
    }
)
"""Words that tell which of several things are meant."""


def starts_with(own: Sequence[str], noun: Sequence[str]) -> bool:
    """Tell whether a name has a resource's words in front of others."""
    longer = 0 < len(noun) < len(own)
    return longer and all(same_word(*pair) for pair in zip(own, noun, strict=False))


def is_written_so(own: Iterable[Sequence[str]], noun: Sequence[str]) -> bool:
    """Tell whether names start with a resource's words in the same number: `SystemInfo`."""
    said = fold("".join(noun))
    return all(fold("".join(one[: len(noun)])) == said for one in own)


def without(own: tuple[str, ...], noun: Sequence[str]) -> tuple[str, ...]:
    """Drop the resource's words, and an article before them, from behind the verb."""
    size = 1 if same_word((*own[1:2], "")[0], (*noun[:1], "")[0]) else verb_size(own)
    verb, rest = own[:size], own[size:]
    if len(rest) > 1 and rest[0].lower() in _ARTICLES:
        rest = rest[1:]
    if not noun or len(rest) < len(noun):
        return verb + rest
    if not all(same_word(*pair) for pair in zip(rest, noun, strict=False)):
        return verb + rest
    if noun[-1].lower() in VERBS and verb[0].lower() not in ID_VERBS:
        return own  # `ContainerExec` of `exec`: what is behind is the verb
    return verb + rest[len(noun) :]


def without_behind(
    own: tuple[str, ...], noun: Sequence[str], operation: SourceOperation
) -> tuple[str, ...]:
    """Drop the resource's words from the end of a name that says all without them.

    These are ``create_run`` of thread runs, ``setPasswordUser`` of ``/users/{id}/set_password``,
    ``findByIdCustomer`` and ``listPaidOrders``, but not ``assignRoleToUser``.
    """
    is_action = own[0].lower() in ID_VERBS_AND_METHODS
    if len(noun) > 1 and len(own) == 2 and is_action and same_word(own[-1], noun[-1]):
        return own[:1]  # `create_run` of `thread runs`
    head, end = own[: -len(noun) or None], own[-len(noun) :]
    if not noun or len(head) < 2 or not same_words(end, noun):
        return own
    last = words(("", *fixed_segments(operation.path))[-1])
    if same_words(head, last) or (head[0].lower() in ID_VERBS and _tells_which(head[1:])):
        return head
    said = [word.lower() for word in head]
    by = head[said.index("by") + 1 :] if "by" in said else ()
    variables = re.findall(r"\{([^{}]*)\}", operation.path)
    return head if any(same_words(by, words(name)) for name in variables) else own


def _tells_which(said: Sequence[str]) -> bool:
    """Tell whether a word is an adjective: `active`, or the form of a verb such as `linked`."""
    word = said[0].lower() if len(said) == 1 else ""
    is_participle = word.endswith("ed") and len(word) > 4 and not word.endswith(("eed", "embed"))
    return word in _WHICH or is_participle


def verb_size(own: Sequence[str]) -> int:
    """Return how many words say what is done: two in `bulk create`, `delete many`, `beta list`."""
    said = [word.lower() for word in own[:3]]
    at = next((at for at, word in enumerate(said) if word in ID_VERBS), 0)
    return at + 2 if said[at + 1 : at + 2] and said[at + 1] in QUANTITIES else at + 1


def full_noun(own: Iterable[Sequence[str]], noun: Sequence[str]) -> tuple[str, ...]:
    """Return what most names of a resource call it behind their verbs: `site asset` of `assets`.

    Empty where they differ, or say no more than the resource does.
    """
    names = [one for one in own if one]
    found: Counter[tuple[str, ...]] = Counter()
    for one in names:
        behind = one[verb_size(one) :]
        for at in range(1, len(behind) - len(noun) + 1):
            if all(same_word(*pair) for pair in zip(behind[at:], noun, strict=False)):
                found[tuple(word.lower() for word in behind[:at])] += 1
                break
    qualifier, number = next(iter(found.most_common(1)), ((), 0))
    return (*qualifier, *noun) if noun and number > 1 and number >= _MOST * len(names) else ()


def as_used(parts: Sequence[str], members: Iterable[SourceOperation]) -> str:
    """Put the last word in the plural when paths or operationIds of the resource do.

    ``XCom`` and ``A2A`` are a word where all ids write one: ``get_xcom_entry``, ``post_a2a``.
    """
    members = [*members]
    joined = "".join(parts).lower()
    if any(len(part) == 1 for part in parts) and all(_says(one.id, joined) for one in members):
        parts = [joined]
    several = [*parts[:-1], plural(parts[-1])]
    wanted = fold(" ".join(several))
    for member in members:
        segments = {fold(segment) for segment in re.split(r"[/:.]", member.path)}
        if wanted in segments or _ends_a_word(member.id, wanted):
            return " ".join(several).lower()
    return " ".join(parts).lower()


def _says(id_: str, word: str) -> bool:
    """Tell whether an id has a word, in whatever number."""
    return any(same_word(said, word) for said in words(id_))


def fold(name: str) -> str:
    """Return the letters of a name, without case."""
    return "".join(words(name)).casefold()


def _ends_a_word(name: str, wanted: str) -> bool:
    """Tell whether a name has ``wanted``, up to the end of one of its words."""
    said = ""
    for word in words(name):
        said += word.casefold()
        if said.endswith(wanted):
            return True
    return False
