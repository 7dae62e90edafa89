"""OperationIds made of HTTP method and path by a program, which say no more than these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from specmill.document.openapi_shapes import METHODS
from specmill.document.operations import SourceOperation
from specmill.lower.naming.path_names import METHOD_VERBS, fixed_segments
from specmill.matching import matches
from specmill.text import plural, singular, words
from specmill.values import dataclass

_WRITING = frozenset({"post", "put", "patch"})
"""Methods that nobody takes for a verb; ``get`` and ``delete`` are people's verbs too."""
_SHARE = 0.75
_OPTIONAL = re.compile(r"api|apis|rest|v\d+\w*")
_CODE = re.compile(r"[0-9a-f]{24,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""Checksums (swagger-php) and UUIDs, which say nothing at all."""
_OF_SPRING_DATA = re.compile(
    r"(?:(?:[a-z]+(?:Item|Collection)Resource|executeSearch|[a-z]+PropertyReference)-.+)"
    rf"-(?:{'|'.join(METHODS)})(?:_\d+)*"
)
"""``getItemResource-customer-get``: what Spring Data REST does for every repository alike."""
_KINDS = (("entity",), ("search",), ("property", "reference"))
"""``customer-entity-controller`` and the controllers beside it."""
_BARE = re.compile(rf"({'|'.join(METHODS)})((?:By[a-zA-Z]\w*)?)\d*", re.IGNORECASE)


def mechanical(operations: Iterable[SourceOperation]) -> frozenset[str]:
    """Return the pointers of operations whose id repeats method and path, or says nothing.

    ``getUsers`` and the like are among them only where most operations that write have such an id;
    there, ``putTodo``, ``post_todo_list`` and ``getTodoItem`` of ``/todos`` repeat them, too.
    """
    declared = [one for one in operations if one.declared_id]
    always = {one.pointer for one in declared if says_nothing(one.declared_id)}
    writing = [one for one in declared if one.method in _WRITING]
    exact = {one.pointer for one in writing if one.pointer in always or _repeats(one)}
    found = exact.union(one.pointer for one in writing if _repeats_loosely(one))
    if len(found) < _SHARE * len(writing) or not writing:
        return frozenset(always | exact)
    others = (one for one in declared if one.method not in _WRITING)
    found.update(one.pointer for one in others if _repeats(one) or _repeats_loosely(one))
    return frozenset(always | found)


def says_nothing(declared: str) -> bool:
    """Tell whether an id is a checksum, a UUID or the same for all resources."""
    return bool(_CODE.fullmatch(declared) or _OF_SPRING_DATA.fullmatch(declared))


def without_kind(tag: Sequence[str], members: Iterable[SourceOperation]) -> list[str]:
    """Return the words of a tag without what Spring Data REST puts behind its repositories."""
    if any(_OF_SPRING_DATA.fullmatch(one.declared_id) for one in members):
        for kind in _KINDS:
            if len(tag) > len(kind) and tuple(tag[-len(kind) :]) == kind:
                return [*tag[: -len(kind)]]
    return [*tag]


@dataclass(frozen=True, slots=True)
class Controller:
    """A group of ids some of whose actions are called as their HTTP methods."""

    actions: frozenset[str]
    """All of them, in small letters."""
    has_items: bool
    """They are about things that have paths of their own, so that a POST creates one."""


def controllers(operations: Iterable[SourceOperation]) -> dict[str, Controller]:
    """Return the groups of ids such as ``Orders_Get`` and ``Orders_Post``, by their names."""
    groups: defaultdict[str, list[SourceOperation]] = defaultdict(list)
    for one in operations:
        groups[_split(one.declared_id)[0]].append(one)
    return {
        group: Controller(
            frozenset(_split(one.declared_id)[1].lower() for one in members),
            any(one.path.rstrip("/").endswith("}") for one in members),
        )
        for group, members in groups.items()
        if group and _are_methods(members)
    }


def _are_methods(members: Iterable[SourceOperation]) -> bool:
    """Tell whether actions are methods, also one that is no verb: ``patch`` is one in Google's."""
    methods: set[str] = set()
    for one in members:
        found = _BARE.fullmatch(_split(one.declared_id)[1])
        if found and found[1].lower() == one.method:
            methods.add(one.method)
    return len(methods) > 1 and not methods.isdisjoint(("post", "put"))


def verb_of_controller(
    operation: SourceOperation,
    own: Sequence[str],
    groups: Mapping[str, Controller],
    *,
    is_list: bool,
) -> tuple[str, ...]:
    """Return what an action is called that is named as its method; empty where it is none.

    ``Jobs_Patch`` beside ``Jobs_Update`` stays what it is.
    """
    controller = groups.get(_split(operation.declared_id)[0])
    method, is_one = operation.method, operation.path.rstrip("/").endswith("}")
    is_bare = bool(own) and own[0].lower() == method and _are_variables(own[1:], operation.path)
    if controller is None or not is_bare:
        return ()
    verb = (
        "list" if method == "get" and is_list and not is_one else METHOD_VERBS.get(method, method)
    )
    creates = controller.has_items and not is_one
    is_author = verb != method and verb in controller.actions
    return (method,) if is_author or (method == "post" and not creates) else (verb,)


def _split(declared: str) -> tuple[str, str]:
    """Return what stands before and behind the last separator: ``Orders_Get``, ``pets.get``."""
    group, _, action = declared.rpartition("_" if "_" in declared else ".")
    return group, action


def _are_variables(said: Sequence[str], path: str) -> bool:
    """Tell whether words behind a method are the variables of a path: ``GetByidByorder``."""
    variables = re.findall(r"\{([^{}]*)\}", path)
    told = "".join(f"by{_fold(name)}" for name in variables)
    return not said or "".join(said).casefold() == told


def _repeats(operation: SourceOperation, *, loosely: str | None = None) -> bool:
    """Tell whether an id is method and path; ``loosely``, with such an end and in any number."""
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
    pattern = "".join(_patterns(operation.path, loose=loosely is not None)) + (loosely or "")
    return matches(pattern, folded.removeprefix(verb), whole=True) is True


def _repeats_loosely(operation: SourceOperation) -> bool:
    """Tell whether an id says method and path but for their order and number.

    ``putTodo`` and ``putTodoItem`` of ``/todos/{id}``, ``post_todo_list`` of ``/todos``,
    API Platform's ``api_books_id_get`` and ``api_books_get_collection``.
    """
    if not any(fixed_segments(operation.path)):
        return False
    is_one = operation.path.rstrip("/").endswith("}")
    if _repeats(operation, loosely="(?:item)?" if is_one else "(?:collection|list)?"):
        return True
    declared = operation.declared_id
    if not declared.startswith("api_"):
        return False
    end = operation.method + ("" if is_one else "(?:collection)?")
    pattern = "".join((*_patterns(operation.path), end))
    return matches(pattern, _fold(declared), whole=True) is True


def _patterns(path: str, *, loose: bool = False) -> Iterator[str]:
    for segment in re.split(r"[/:#.]", re.sub(r"\?[^#]*", "", path)):
        for part in re.split(r"(\{[^{}]*\})", segment):
            if part.startswith("{"):
                yield f"(?:(?:by)?(?:{re.escape(_fold(part))}|id))?"
            elif part:
                spelled = "|".join(map(re.escape, _spellings(part) if loose else (_fold(part),)))
                fixed = f"(?:{spelled})"
                yield f"{fixed}?" if _OPTIONAL.fullmatch(part.lower()) else fixed


def _spellings(part: str) -> Iterator[str]:
    *before, last = words(part) or ("",)
    start = "".join(before).casefold()
    yield from dict.fromkeys(
        f"{start}{one}".casefold() for one in (last, singular(last), plural(last))
    )


def _fold(name: str) -> str:
    return "".join(words(name)).casefold()
