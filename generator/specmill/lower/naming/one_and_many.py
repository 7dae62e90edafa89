"""One thing and several of it: which verbs tell them apart, and what their reading is called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.naming.path_names import (
    READING,
    fixed_segments,
    is_of_several,
    same_words,
)
from specmill.text import singular, words

_GETTING = frozenset({"fetch", "get", "read", "retrieve"})
"""Verbs that read one thing as well; ``find`` looks for several."""


_USUAL = frozenset({"content", "data", "entries", "items", "records", "results", "value"})
"""Properties that hold a list, whatever it is of."""


def answers_list(operation: SourceOperation, document: Document) -> bool:
    """Tell whether the success of an operation carries a JSON array."""
    return _answer(operation, document).get("type") == "array"


def holds_list(operation: SourceOperation, document: Document) -> bool:
    """Tell whether a success is a list, or an object with the list that the path is of."""
    schema = _answer(operation, document)
    if schema.get("type") == "array":
        return True
    asked = words(("", *fixed_segments(operation.path))[-1])
    for name, one in schema.get("properties", {}).items():
        found, _ = document.follow(one, "") if isinstance(one, dict) else ({}, "")
        if found.get("type") != "array":
            continue
        said = words(name)
        if name in _USUAL or (said and same_words(said, asked[-len(said) :])):
            return True
    return False


def _answer(operation: SourceOperation, document: Document) -> Mapping[str, Any]:
    """Return the schema of the JSON that a success carries; empty without one."""
    responses: Mapping[str, Any] = operation.node.get("responses", {})
    first = min((status for status in responses if status[:1] == "2"), default="")
    if not first:
        return {}
    response, _ = document.follow(responses[first], "")
    content: Mapping[str, Mapping[str, Any]] = response.get("content", {})
    schema = next((one.get("schema") for name, one in content.items() if "json" in name), None)
    if not isinstance(schema, dict):
        return {}
    resolved, _ = document.follow(schema, "")
    return resolved if isinstance(resolved, dict) else {}


def verbs_by_number(
    operation: SourceOperation,
    own: Sequence[str],
    short: Sequence[str],
    noun: Sequence[str],
    lists: Collection[str],
    ones: Collection[str],
    holders: Collection[str],
) -> Iterator[tuple[str, ...]]:
    """Yield what an operation is called whose words do not tell one thing from several.

    ``status.status`` is ``get``, since it is nothing but its resource. ``read_items`` is ``list``
    beside ``read_item``, and so is ``get_jobs`` that answers jobs, since ``jobs.get`` would read
    one. ``listZone`` with an id is ``get``. A verb that reads what is no list, as in ``getStats``,
    is the author's word and stays.

    Args:
        operation: The operation.
        own: Its words.
        short: These without its resource's.
        noun: The words of its resource.
        lists: Pointers of the operations that answer a list.
        ones: What :func:`of_one` says of all operations.
        holders: Pointers of the operations that answer a list or hold one.
    """
    if operation.method == "post" and _reads_several(operation, own, short, ones):
        yield ("list",)
    if operation.method != "get":
        return
    is_list = operation.pointer in lists
    if noun and _singular_name(own) == _singular_name(noun):
        yield ("list",) if is_list or is_of_several(operation, own) else ("get",)
    if len(short) != 1 or len(own) == 1:
        return
    verb, ends_at_one = short[0].lower(), operation.path.rstrip("/").endswith("}")
    is_one = own[-1] == singular(own[-1]) and ends_at_one
    several = (is_list and not ends_at_one) or is_of_several(operation, own)
    is_told = operation.pointer in holders and verb in _GETTING and is_of_several(operation, own)
    if is_told or (verb in READING and several and _singular_name(own) in ones):
        yield ("list",)
    elif verb == "list" and is_one and not is_list:
        yield ("get",)


def _reads_several(
    operation: SourceOperation, own: Sequence[str], short: Sequence[str], ones: Collection[str]
) -> bool:
    """Tell whether a POST reads what a GET reads one of: ``read_flows`` of ``/flows/filter``."""
    is_verb = len(short) == 1 < len(own) and short[0].lower() in _GETTING
    return is_verb and is_of_several(operation, own) and _singular_name(own) in ones


def of_one(operation: SourceOperation, own: Sequence[str]) -> str:
    """Return an operation's name in the singular where it reads one thing, else nothing."""
    said = [word.lower() for word in own]
    if "by" in said[2:]:
        said = said[: said.index("by", 2)]
    is_one = said[-1] == singular(said[-1]) or operation.path.rstrip("/").endswith("}")
    return _singular_name(said) if is_one and operation.method == "get" else ""


def _singular_name(own: Sequence[str]) -> str:
    return "".join((*own[:-1], singular(own[-1]))).casefold() if own else ""
