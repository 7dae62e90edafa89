"""OperationIds made of HTTP method and path by a program, which say no more than these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from specmill.document.operations import SourceOperation
from specmill.matching import matches
from specmill.text import words

_WRITING = frozenset({"post", "put", "patch"})
"""Methods that nobody takes for a verb; ``get`` and ``delete`` are people's verbs too."""
_SHARE = 0.75
_OPTIONAL = re.compile(r"api|apis|rest|v\d+\w*")


def mechanical(operations: Iterable[SourceOperation]) -> frozenset[str]:
    """Return the pointers of operations whose id repeats method and path.

    ``getUsers`` and the like are among them only where most operations that write have such an id.
    """
    declared = [one for one in operations if one.declared_id]
    found = {one.pointer for one in declared if _repeats(one)}
    writing = {one.pointer for one in declared if one.method in _WRITING}
    common = writing and len(writing & found) >= _SHARE * len(writing)
    return frozenset(found if common else found & writing)


def _repeats(operation: SourceOperation) -> bool:
    declared = operation.declared_id
    group, separator, action = declared.partition("_")
    if separator and group.isalnum() and group[:1].isupper() and action[:1].isupper():
        declared = action  # `Notification_PutTemplatesTemplateIdNotification`
    folded = _fold(declared)
    verb = operation.method
    if verb == "get" and folded.startswith("list"):
        verb = "list"  # huma's `list-things-by-id-parts`
    if not folded.startswith(verb):
        return False
    pattern = "".join(_patterns(operation.path))
    return matches(pattern, folded.removeprefix(verb), whole=True) is True


def _patterns(path: str) -> Iterator[str]:
    for segment in re.split(r"[/:#.]", re.sub(r"\?[^#]*", "", path)):
        for part in re.split(r"(\{[^{}]*\})", segment):
            if part.startswith("{"):
                yield f"(?:(?:by)?(?:{re.escape(_fold(part))}|id))?"
            elif part:
                fixed = re.escape(_fold(part))
                yield f"(?:{fixed})?" if _OPTIONAL.fullmatch(part.lower()) else fixed


def _fold(name: str) -> str:
    return "".join(words(name)).casefold()
