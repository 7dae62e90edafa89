"""OperationIds as method names, without what tools put around them.

Tools make ids of what they know, and each in its own manner. These parts go, in this order:

1. FastAPI's ``read_item_items__item_id__get`` is a function, the path and the method, Litestar's
   ``ItemsItemIdReadItem`` the path and a function: the function stays. Springfox's ``UsingGET``,
   and a number that springdoc adds to tell namesakes apart (``list_1``), go.
2. An id that says method and path and nothing else (``get-/users/{id}``, ``usersIdGet``,
   ``ApiUsersByIdGet``, ``get-users-userId``) is none: the rules for operations without one apply.
3. What stands before a separator: ``users#index``, ``Users.list``, ``repos/get``,
   ``UsersController_findAll``, ``UserService_ListUsers``, ``users_list``, ``users-list``, the whole
   path in ``api_v1_users_list``, and the whole tag in ``admin_users_list`` of ``admin.users``.
   Of Django REST's ``api_users_tasks_list`` the part below the resource stays: ``list tasks``. A
   word of the path that is the verb of the id stays, too: ``resize_image`` of ``POST /resize``.
4. A version at the end (``ListUsersV1``), and variables whose braces became underscores
   (``get_user__id_``).

What the author wrote is left: ``read_item``, ``findAll``, ``list``. Where there is no id, or one
without a letter, the method and the path make the words (``path_names``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from specmill.document.openapi_shapes import METHODS
from specmill.document.operations import SourceOperation
from specmill.lower.naming.framework_ids import Ids, written_id
from specmill.lower.naming.path_names import (
    ID_VERBS,
    VERBS,
    VERSION,
    fixed_segments,
    path_segment,
    path_words,
    same_words,
    starts_with_verb,
)
from specmill.text import same_word, singular, words
from specmill.values import dataclass

TAG_SUFFIXES = frozenset({"service", "api", "controller", "resource"})
"""Words at the end of tags, and of what stands before a separator, that say nothing."""

_OF_DJANGO = frozenset(
    {
        *("list", "create", "retrieve", "read", "update", "partial_update", "destroy", "delete"),
        *("bulk_create", "bulk_update", "bulk_partial_update", "bulk_destroy", "bulk_delete"),
    }
)
"""Actions of the view sets of Django REST framework, as its generators of specs call them."""
_STARTING = ID_VERBS.union(METHODS)
"""Words that an id of a group and what it does has behind the group."""
_ACTIONS = _STARTING | _OF_DJANGO
"""Words that may be all of an id behind what it is done with."""
_SEPARATOR = re.compile(r"[./#:]|__")
_HEAD = re.compile(r"([^_-]+)([_-])(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OwnName:
    """What an operation is called by whoever wrote it, as words."""

    words: tuple[str, ...]
    version: str = ""
    """The version that stood behind them."""
    is_copy: bool = False
    """Whether something behind them told it apart from one that may have them to itself."""


def own_name(operation: SourceOperation, tag: str, ids: Ids) -> OwnName:
    """Return the words of an operationId from its verb on.

    Args:
        operation: The operation.
        tag: Its main tag; may be empty.
        ids: Those of all operations.
    """
    declared = operation.declared_id
    own, is_copy = written_id(declared, operation, ids)
    if _says_the_path(own, operation):
        return OwnName(path_words(operation))
    parts = words(_after_separators(own, operation, tag))
    if len(parts) > 1 and VERSION.fullmatch(parts[-1]):
        return OwnName(parts[:-1], parts[-1], is_copy=True)
    named = any(not part.isdigit() for part in parts)
    return OwnName(parts, is_copy=is_copy) if named else OwnName(path_words(operation))


def nearest_qualifier(operation: SourceOperation, tag: str) -> tuple[str, ...]:
    """Return what of the qualifier stands right before the name, between dots or slashes."""
    before = re.split(r"[./]", operation.declared_id.strip("./_"))[-2:-1]
    nearest = _without_suffix(words(before[0])) if before else ()
    return () if same_words(nearest, words(tag)) else nearest


def qualifier(operation: SourceOperation, tag: str) -> tuple[str, ...]:
    """Return what stands before the last dot or slash of an id, behind the tag, if that is there.

    Before an underscore (``ComplianceControls_List`` of ``Compliance``) it is what the tag lacks.
    """
    declared = operation.declared_id
    before = re.split(r"[./]", declared.strip("./_"))[:-1]
    parts = [_without_suffix(words(part)) for part in before]
    if any(parts):
        return _behind(parts, words(tag))
    set_apart = _HEAD.match(declared)
    noun = words(tag)
    if set_apart is None or set_apart[2] != "_" or not noun:
        return ()
    head = words(set_apart[1])
    foreign = not same_words(head[: len(noun)], noun) and not same_words(head, noun[-len(head) :])
    if foreign and _is_group(set_apart[1], set_apart[3]):
        return head[:-1] if head[-1].lower() in TAG_SUFFIXES else head
    rest = head[len(noun) :] if same_words(head[: len(noun)], noun) else ()
    return () if len(rest) == 1 and rest[0].lower() in TAG_SUFFIXES else rest


def _without_suffix(named: tuple[str, ...]) -> tuple[str, ...]:
    return named[:-1] if len(named) > 1 and named[-1].lower() in TAG_SUFFIXES else named


def _behind(parts: Sequence[tuple[str, ...]], noun: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the parts behind those that are a tag; of all where none are."""
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if same_words([word for part in parts[start:end] for word in part], noun):
                return tuple(word for part in parts[end:] for word in part)
    return tuple(word for part in parts for word in part)


def _says_the_path(declared: str, operation: SourceOperation) -> bool:
    """Tell whether an id is made of method and path alone."""
    said = [word.lower() for word in words(declared)]
    if operation.method not in (*said[:1], *said[-1:]):
        return False
    path = [word.lower() for word in words(operation.path)]
    told = [word for word in said if word != "by" or "by" in path]
    has_variable = "{" in operation.path
    if told == [operation.method, *path]:
        return has_variable or "/" in declared
    return told == [*path, operation.method] and not re.search(r"[_.#:-]", declared)


def _after_separators(declared: str, operation: SourceOperation, tag: str) -> str:
    """Return what stands behind a resource, a tag or the path, where that is set apart."""
    for name in re.findall(r"\{([^{}]*)\}", operation.path):  # `get_run__id_`
        if f"__{name}_" in declared:
            declared = re.sub(rf"__{re.escape(name)}_(?=_|\Z)", "", declared)
    own = _SEPARATOR.split(declared.strip("./#:_"))[-1]
    fixed = re.sub(r"\{[^{}]*\}", "", operation.path)
    path, said = words(fixed), words(own)
    rest = said[len(path) :] if same_words(said[: len(path)], path) else ()
    starts_with_verb = said[:1] != path[:1] and said[:1] and said[0].lower() in VERBS
    is_led = "_" in own and rest and len(path) > 1 and not starts_with_verb
    if len(rest) > 1 and rest[0].lower() in TAG_SUFFIXES:
        rest = rest[1:]  # `DogToysController_list` of `/dogs/{id}/toys`
    if is_led and not VERSION.fullmatch("_".join(rest)):
        return "_".join(_of_django(rest, operation, tag) or rest)
    parts = own.split("_")
    for size in range(2, len(parts)):
        if same_words(words("_".join(parts[:size])), words(tag)):
            return "_".join(parts[size:])
    set_apart = _HEAD.match(own)
    if set_apart is None:
        return own
    head, separator, tail = set_apart.groups()
    if _is_verb_of_path(words(head), words(tail), operation, words(tag)):
        return own
    if separator == "_" and _is_action_of_group(head, tail):
        return tail
    if not _is_place(words(head), operation, words(tag), exactly=separator == "-"):
        return own
    return _of_guest(words(head), tail, operation, words(tag)) or tail


def _of_guest(
    head: Sequence[str], tail: str, operation: SourceOperation, tag: Sequence[str]
) -> str:
    """Return a verb and what it is for, which the tag does not tell: ``docs_get`` of `system`."""
    is_told = not tag or any(same_word(one, other) for one in head for other in tag)
    if is_told or tail.lower() not in _ACTIONS:
        return ""
    is_one = tail.lower() == "create" or operation.path.rstrip("/").endswith("}")
    return "_".join((tail, *head[:-1], singular(head[-1]) if is_one else head[-1]))


def _is_action_of_group(head: str, tail: str) -> bool:
    """Tell whether an id is a group and what it does: ``Tab_GetCustomTab``."""
    is_camel = head[:1].isupper() and tail[:1].isupper() and tail.isalnum()
    starts = words(head)[:1] + words(tail)[:1] if is_camel else ()
    known = [word.lower() in _STARTING for word in starts]
    return known == [False, True] and len(words(tail)) > 1


def _is_group(head: str, tail: str) -> bool:
    """Tell whether an id is a group of things and what is done with them: ``Sites_Delete``."""
    is_camel = head[:1].isupper() and tail[:1].isupper() and tail.isalnum()
    starts = (words(head)[:1], words(tail)[:1]) if is_camel else ()
    return [one[0].lower() in ID_VERBS for one in starts if one] == [False, True]


def _is_verb_of_path(
    head: Sequence[str], tail: Sequence[str], operation: SourceOperation, tag: Sequence[str]
) -> bool:
    """Tell whether an id begins with a verb that is also all of the path: POST `/resize`."""
    path = [word for segment in fixed_segments(operation.path) for word in words(segment)]
    if not same_words(head, path) or same_words(head, tag) or singular(path[-1]) != path[-1]:
        return False
    return not any(word.lower() in ID_VERBS for word in tail)


def _of_django(action: Sequence[str], operation: SourceOperation, tag: str) -> Sequence[str]:
    """Return the words of an id of path and action, without those that lead to the resource."""
    verb = "_".join(action).lower()
    if verb not in _OF_DJANGO:
        return ()
    segments = [words(segment) for segment in fixed_segments(operation.path)]
    path = [word for segment in segments for word in segment]
    noun = words(tag)
    noun = noun[:-1] if len(noun) > 1 and noun[-1].lower() in TAG_SUFFIXES else noun
    led = bool(noun) and same_words(path[: len(noun)], noun)
    below = path[len(noun) :] if led else path[len(segments[0]) :] if segments else []
    if not below:
        return action
    last = segments[-1]
    owners = below[: -len(last)]
    if verb == "create" and owners and re.search(r"\}/[^/{}]+/?\Z", operation.path):
        owners = [*owners[:-1], singular(owners[-1])]  # one of them: `/versions/{id}/refine`
    if verb == "create" and starts_with_verb(last):
        return (last[0], *owners, *last[1:])
    if verb == "create" and singular(below[-1]) == below[-1]:
        return (*below, *action)
    is_one = verb == "create" or operation.path.rstrip("/").endswith("}")
    return (*action, *below[:-1], singular(below[-1]) if is_one else below[-1])


def _is_place(
    head: Sequence[str], operation: SourceOperation, tag: Sequence[str], *, exactly: bool
) -> bool:
    """Tell whether words name what an operation belongs to: its tag, its path, a controller."""
    if not head or (len(head) == 1 and head[0].lower() in VERBS and not same_words(head, tag)):
        return False
    if len(head) > 1 and head[-1].lower() in TAG_SUFFIXES:
        return True
    if tag and not exactly and same_word(head[0], tag[0]):
        return True
    return any(same_words(head, one) for one in (tag, words(path_segment(operation.path))))
