"""Method names from HTTP method and path: ``GET /rooms`` is ``list``.

``GET /rooms/{id}`` is ``get``, ``POST /rooms/{id}/archive`` is ``archive``, ``POST /send_notes`` is
``send notes``, and a fragment that tells operations of one path apart is the name: ``GET
/{bucket}#website`` is ``get website``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from specmill.document.operations import SourceOperation
from specmill.text import same_word, singular, words

VERSION = re.compile(r"[vV]\d+(?:[._]\d+)*(?:(?:alpha|beta|p)\d*)*")
_ACTION = re.compile(r"\}[/:][^/:{}]+\Z")
"""The end of a path that says what to do with one thing: ``/runs/{id}/archive``."""
PREFIX_SEGMENTS = frozenset({"api", "apis", "rest"})
"""Segments that name nothing, wherever they stand."""
METHOD_VERBS = {
    "get": "get",
    "post": "create",
    "put": "replace",
    "patch": "update",
    "delete": "delete",
}
_SINGLE = frozenset({"settings", "stats", "statistics", "metrics", "preferences", "analytics"})
"""Plurals that name one thing: ``GET /settings`` lists nothing."""
_IMPERATIVES = frozenset(
    {
        *("accept", "acknowledge", "activate", "add", "apply", "approve", "archive", "assign"),
        *("attach", "authenticate", "calculate", "cancel", "capture", "clear", "clone", "close"),
        *("complete", "confirm", "connect", "convert", "create", "deactivate", "decrement"),
        *("decrypt", "delete", "detach", "disable", "disconnect", "dismiss", "duplicate", "edit"),
        *("enable", "encrypt", "evaluate", "execute", "expire", "finalize", "find", "follow"),
        *("generate", "get", "impersonate", "increment", "install", "invalidate", "invite"),
        *("join", "kick", "login", "logout", "mark", "migrate", "move", "notify", "open"),
        *("pause", "publish", "purge", "reactivate", "rebuild", "recalculate", "refresh"),
        *("regenerate", "register", "reject", "reload", "remove", "rename", "renew", "reopen"),
        *("replace", "resend", "resolve", "restart", "restore", "resume", "retry", "revoke"),
        *("rotate", "save", "select", "send", "set", "sign", "start", "stop", "submit"),
        *("subscribe", "suspend", "terminate", "unarchive", "unassign", "unban", "unblock"),
        *("undelete", "undo", "unfollow", "uninstall", "unlink", "unlock", "unmark", "unmute"),
        *("unpin", "unpublish", "unsubscribe", "upsert", "validate", "verify"),
    }
)
"""Verbs that start what a path has done: ``POST /users/{id}/send_messages``."""
_NO_NOUNS = frozenset(
    {
        *("authorize", "backfill", "ban", "decline", "deploy", "mute", "provision", "reboot"),
        *("recover", "refine", "reindex", "reorder", "rerun", "shutdown", "simulate"),
    }
)
"""Verbs that are no things by themselves, but may stand before one: ``/deploy_keys``."""
_ALONE = _IMPERATIVES.union(
    _NO_NOUNS,
    {
        *("change", "check", "copy", "download", "estimate", "exec", "export", "import"),
        *("inspect", "leave", "link", "list", "lock", "merge", "pin", "preview", "process"),
        *("prune", "pull", "push", "query", "refund", "release", "request", "reset", "run"),
        *("schedule", "search", "share", "swap", "switch", "sync", "tag", "test", "transfer"),
        *("trigger", "update", "upgrade", "upload", "void"),
    },
)
"""Those too that may be nouns where more words follow: ``/upload``, ``/upload_sessions``."""

MANNERS = frozenset({"batch", "bulk", "force", "hard", "mass", "multi", "soft"})
"""Words before a verb that say how it is done: ``/orders/bulk-delete``."""
_PARTICIPLES = frozenset({"forgot", "lost"})
"""Forms of verbs that start what a path does: ``/forgot-password``."""
QUANTITIES = frozenset({"all", "bulk", "lots", "many", "multiple"})
"""Words behind a verb that are no things: ``/upload-many``."""

VERBS = _ALONE.union(METHOD_VERBS.values(), ("list",))
"""Verbs that names of methods are made of."""


_LOOKING = frozenset({"download", "export", "find", "lookup", "query", "search", "suggest"})
"""Verbs at the end of paths that read: ``GET /charges/search``."""

READING = frozenset({"fetch", "find", "get", "index", "read", "retrieve", "show"})
"""Verbs of ids that read, of one thing or of several."""
ID_VERBS = READING | VERBS
"""Verbs that ids begin with."""
ID_VERBS_AND_METHODS = ID_VERBS | METHOD_VERBS.keys()
"""Those, and the methods of HTTP that names of operations have instead."""

_CHANGING = _IMPERATIVES.difference(("create", "delete", "find", "get")) | {"modify", "update"}
_ACTIONS = {
    "get": frozenset({"fetch", "find", "get", "list", "retrieve"}),
    "delete": frozenset({"clear", "delete", "destroy", "purge", "remove"}),
    "put": _CHANGING,
    "patch": _CHANGING,
}
"""Verbs at the end of a path that say what its method does: ``GET /accounts/GetById/{id}``."""


_BETWEEN, _BEHIND = re.compile(r"[/:]"), re.compile(r"[?#]")
"""What stands between the segments of a path, and behind all of them."""


def method_in_front(operation: SourceOperation, own: tuple[str, ...]) -> tuple[str, ...]:
    """Put an HTTP method from behind a name before it, as a verb: ``check delete``.

    A POST may do anything, so what is before it stays as it is.
    """
    *rest, last = own
    is_led = not rest or rest[0].lower() in ID_VERBS_AND_METHODS
    if is_led or last.lower() != operation.method or operation.method == "post":
        return own
    return (METHOD_VERBS.get(operation.method, operation.method), *rest)


def path_segment(path: str) -> str:
    """Return the first segment of a path that names something."""
    return next((segment for segment in fixed_segments(path)), "")


@lru_cache(maxsize=16384)
def fixed_segments(path: str) -> tuple[str, ...]:
    """Return the parts of a path that are neither variable, version nor common prefix."""
    return tuple(
        segment
        for segment in _BETWEEN.split(_BEHIND.split(path)[0])
        if segment
        and "{" not in segment
        and segment.lower() not in PREFIX_SEGMENTS
        and not VERSION.fullmatch(segment)
    )


def segments_below(path: str) -> list[str]:
    """Return what a path has behind its first segment that names something."""
    parts = [part for part in _BETWEEN.split(_BEHIND.split(path)[0]) if part]
    first = path_segment(path)
    return parts[parts.index(first) + 1 :] if first else []


def path_words(
    operation: SourceOperation, *, is_list: bool = False, noun: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return what method and path call an operation, its verb first.

    Args:
        operation: The operation.
        is_list: It answers a list, whatever the number of its noun.
        noun: The words of its resource: what stands before these in the path is left out, and they
            too, where others are left.
    """
    verb = METHOD_VERBS.get(operation.method, operation.method)
    if fragment := words(operation.path.partition("#")[2]):
        return _of_fragment(verb, fragment, operation)
    segments = [named for part in fixed_segments(operation.path) if (named := words(part))]
    if not segments:
        return (verb,)
    if segments[-2:-1] == [("rpc",)] and operation.method == "post":
        return segments[-1]  # PostgREST's procedures
    place = _place(segments, noun)
    if place >= 0:
        near = _of_segments(verb, segments[place:], operation, is_list=is_list)
        held = segments[place]
        if same_words(near, held):
            return (verb,)  # POST `/users/{id}/mail` of `mail` does not mail
        is_behind = len(near) > len(held) and same_words(near[1 : len(held) + 1], held)
        return (near[0], *near[len(held) + 1 :]) if is_behind else near
    return _of_segments(verb, segments, operation, is_list=is_list)


def owner_words(path: str, noun: Sequence[str]) -> tuple[str, ...]:
    """Return what a resource belongs to in a path: ``client`` in ``/clients/{id}/roles``."""
    parts = [part for part in _BETWEEN.split(_BEHIND.split(path)[0]) if part]
    at = _place([() if "{" in part else words(part) for part in parts], noun)
    if at < 2 or "{" not in parts[at - 1] or "{" in parts[at - 2]:
        return ()
    owner = words(parts[at - 2])
    return (*owner[:-1], singular(owner[-1])) if owner else ()


def _place(segments: Sequence[Sequence[str]], noun: Sequence[str]) -> int:
    """Return where the last segment is that is a resource's noun, else its start or its end."""
    if not noun or noun[-1].lower() in _LOOKING:
        return -1
    size = len(noun)
    for sizes in ((size,), range(1, size)):
        for at in range(len(segments) - 1, -1, -1):
            named, long = segments[at], len(segments[at])
            if long in sizes and (
                same_words(named, noun[:long]) or same_words(named, noun[-long:])
            ):
                return at
    return -1


def same_words(some: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two names are one, whatever the number of their words."""
    return len(some) == len(others) and all(map(same_word, some, others))


def _of_segments(
    verb: str, segments: Sequence[tuple[str, ...]], operation: SourceOperation, *, is_list: bool
) -> tuple[str, ...]:
    """Return what the fixed segments of a path call an operation."""
    *adjectives, last = segments[-1]
    around = segments[:-1]
    before = [*map(str.lower, chain(*around[-1:]))]
    if last.lower() in QUANTITIES and before == ["list"]:
        around = around[:-1]  # `/books/list/all`
    elif segments[-1][0].lower() == "find" and before == ["search"]:
        around = around[:-1]  # `/books/search/findByTitle`
    below = (*around[1:], segments[-1])
    pairs = zip(around, below, strict=False)
    around = [named for named, following in pairs if not _says(following, named)]
    owners = [word for named in around for word in (*named[:-1], singular(named[-1]))]
    one = singular(last)
    several = is_list or (one != last and last.lower() not in _SINGLE)
    if _is_conventional(operation, segments[-1], alone=len(segments) == 1):
        return (segments[-1][0], *owners, *segments[-1][1:])
    if _says_what_it_does(operation, segments[-1]):
        return (*segments[-1], *owners[len(segments[0]) :])
    if len(segments) > 1 and _says_how_it_looks(operation, segments[-1]):
        return (last, *owners)
    if operation.path.rstrip("/").endswith("}"):
        verb = _verb_of_post(operation) if operation.method == "post" else verb
        return (verb, *owners, *adjectives, one)
    if operation.method == "get" and several:
        return ("list", *owners, *adjectives, last)
    if operation.method == "post" and several:
        return (verb, *owners, *adjectives, one)
    may_be_action = len(segments[-1]) == 1 or segments[-1][0].lower() in VERBS
    if operation.method == "post" and may_be_action and _ACTION.search(operation.path.rstrip("/")):
        return (*segments[-1], *owners)
    return (verb, *owners, *segments[-1])


def _says(named: Sequence[str], owner: Sequence[str]) -> bool:
    """Tell whether a segment begins with the one before it: `/schedules/schedule_a`."""
    return len(named) > len(owner) > 0 and same_words(named[: len(owner)], owner)


def is_action(operation: SourceOperation) -> bool:
    """Tell whether a path is nothing but what to do, in several words: ``POST /sendMessage``."""
    if operation.node.get("operationId"):
        return False
    segments = fixed_segments(operation.path)
    said = words(segments[0]) if len(segments) == 1 else ()
    if len(said) < 2 or operation.method != "post":
        return len(said) > 1 and _is_conventional(operation, said, alone=True)
    says_no_things = starts_with_verb(said) or singular(said[-1]) == said[-1]
    return says_no_things and "{" not in operation.path


def is_of_several(operation: SourceOperation, own: Sequence[str]) -> bool:
    """Tell whether a name speaks of several things and the path does not end at one."""
    is_plural = own[-1] != singular(own[-1]) and own[-1].lower() not in _SINGLE
    return is_plural and not operation.path.rstrip("/").endswith("}")


def written_words(operation: SourceOperation) -> Iterator[str]:
    """Yield all words that a path itself has, also those of versions and endings (``.txt``)."""
    fixed = re.sub(r"\{[^{}]*\}", "/", re.split(r"[?#]", operation.path)[0])
    for part in re.split(r"[/:.]", fixed):
        yield from words(part)


def by_parameters(operation: SourceOperation, own: Sequence[str]) -> tuple[str, ...]:
    """Put the path's parameters behind a name: ``get proposal by hash and index``."""
    names = [words(name) for name in re.findall(r"\{([^{}]*)\}", operation.path)]
    joined = [word for name in names for word in ("and", *name)][1:]
    return (*own, "by", *joined) if joined else tuple(own)


def starts_with_verb(said: Sequence[str]) -> bool:
    """Tell whether words are what is done, or one word that may be."""
    return said[0].lower() in (_IMPERATIVES if len(said) > 1 else _ALONE)


def _of_fragment(
    verb: str, fragment: tuple[str, ...], operation: SourceOperation
) -> tuple[str, ...]:
    """Return the words of a fragment, which says what of several things on one path is done."""
    says_all = fragment[0].lower() in VERBS or fragment == words(operation.http_method)
    return fragment if says_all else (verb, *fragment)


def _says_how_it_looks(operation: SourceOperation, said: Sequence[str]) -> bool:
    """Tell whether the end of a path is a verb that reads: GET `/charges/search`."""
    is_verb = len(said) == 1 and said[0].lower() in _LOOKING
    return is_verb and operation.method == "get" and not operation.path.rstrip("/").endswith("}")


def _verb_of_post(operation: SourceOperation) -> str:
    """Return what a POST to one thing does: where others read it or the like, it changes it."""
    return "post" if len(operation.item.keys() & METHOD_VERBS.keys()) == 1 else "update"


def _is_conventional(operation: SourceOperation, said: Sequence[str], *, alone: bool) -> bool:
    """Tell whether the end of a path is an action that fits its method: `/accounts/GetAll`.

    A list at the end of a path with variables may be a thing: `/boards/{id}/list/{id}`.
    """
    if operation.method == "post":
        return starts_with_verb(said)
    verb = said[0].lower()
    may_be_thing = len(said) == 1 and (alone or (verb == "list" and "{" in operation.path))
    if operation.method in ("put", "patch") and len(said) == 1 and verb in _NO_NOUNS:
        return not alone
    return verb in _ACTIONS.get(operation.method, ()) and not may_be_thing


def _says_what_it_does(operation: SourceOperation, said: Sequence[str]) -> bool:
    """Tell whether the end of a path is no thing but what is done: `bulk-delete`, `upload-many`."""
    if operation.path.rstrip("/").endswith("}") or len(said) == 1:
        return False
    first, last = said[0].lower(), said[-1].lower()
    if operation.method not in ("post", "put", "patch"):
        return first in MANNERS and last in _ACTIONS.get(operation.method, ())
    if first in MANNERS:
        return last in VERBS
    if first in _PARTICIPLES or last in QUANTITIES:
        return first in _PARTICIPLES or first in VERBS
    return first in VERBS and first not in METHOD_VERBS.values() and singular(last) == last
