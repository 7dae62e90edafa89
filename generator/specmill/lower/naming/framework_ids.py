"""OperationIds without what frameworks put around the name of a function.

FastAPI puts the path and the method behind it, Litestar the path in front of it, Springfox
``UsingGET``, springdoc ``_1`` for a namesake, django-ninja and Rocket the module that it is in,
Quart-Schema the method, Symfony that and ``app``, ServiceStack ``_Post``. Scribe makes it of a
sentence of Laravel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from specmill.document.openapi_shapes import METHODS
from specmill.document.operations import SourceOperation
from specmill.lower.naming.mechanical_ids import mechanical, says_nothing
from specmill.lower.naming.path_names import (
    ID_VERBS,
    fixed_segments,
    path_words,
    same_words,
)
from specmill.text import same_word, words
from specmill.values import dataclass

_METHOD = "|".join(METHODS)
_SPRINGFOX = re.compile(r"Using(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)(?:_\d+)?\Z")
_NUMBER = re.compile(r"(?:_\d+)+\Z| \(\d+\)\Z")
_NUMBERED_ACTION = re.compile(r"([A-Z]\w*_([A-Za-z]+?))\d+")
_OF_FASTAPI = re.compile(rf"_(?:{_METHOD})\Z")
_CONVERTER = re.compile(r"__(?:int|float|path|string|uuid)_")
"""``<int:id>``, as Flask's paths have it, in ids that are made as FastAPI's (flask-openapi3)."""
_CAPITAL_METHOD = re.compile(rf"_(?:{_METHOD.upper()}|{_METHOD.title()})\Z")
_OF_QUART = re.compile(rf"(?:{_METHOD})_(?=[a-z])")
_SAID_TWICE = re.compile(
    r"get_(?:get|fetch|read|retrieve)_|post_(?:create|add)_|(?:put|patch)_update_|delete_delete_"
)
"""A method, and a function whose verb says the same: ``get_get_order``."""
_OF_SYMFONY = re.compile(rf"(?:{_METHOD})_app_(\w+)")
_OF_LARAVEL = (
    (re.compile(r"displayAListingOf(?:The)?(.+)"), "list"),
    (re.compile(r"displayTheSpecified(.+)"), "get"),
    (re.compile(r"storeANewlyCreated(.+?)(?:InStorage)?"), "create"),
    (re.compile(r"updateTheSpecified(.+?)(?:InStorage)?"), "update"),
    (re.compile(r"removeTheSpecified(.+?)(?:FromStorage)?"), "delete"),
)
"""What ``php artisan make:controller`` says of each action."""
_LARAVEL_STARTS = ("displayA", "displayThe", "storeA", "updateThe", "removeThe")
_MODULE = re.compile(
    r"((?:[a-z0-9]+_)+?(?:(?:apis?|views?|viewsets?|routes?|routers?|endpoints|handlers)_)+)[a-z]"
)
"""``shop_api_`` of ``shop_api_list_orders``."""
_NEARLY_ALL = 0.75


@dataclass(frozen=True, slots=True)
class Ids:
    """All ids of a document."""

    declared: Collection[str]
    modules: frozenset[str] = frozenset()
    """What stands in front of nearly all: the modules that functions are in."""
    end_with_method: bool = False
    """The method stands behind nearly all: ``CreateBooking_Post``."""
    start_with_method: bool = False
    """The method stands before the function in all: ``get_get_order``, ``post_ship``."""

    @classmethod
    def of(cls, declared: Collection[str]) -> Ids:
        """Look for modules in front of ids."""
        found = [match[1] for one in declared if (match := _MODULE.match(one))]
        modules = {one for one in found if one.partition("_")[0] not in ID_VERBS}
        many = len(found) >= _NEARLY_ALL * len(declared) and len(modules) < len(found)
        ending = sum(_CAPITAL_METHOD.search(one) is not None for one in declared)
        end_with_method = ending >= _NEARLY_ALL * len(declared)
        start_with_method = all(map(_OF_QUART.match, declared)) and any(
            map(_SAID_TWICE.match, declared)
        )
        return cls(
            declared,
            frozenset(modules) if many else frozenset(),
            end_with_method,
            start_with_method,
        )


def written_id(declared: str, operation: SourceOperation, ids: Ids) -> tuple[str, bool]:
    """Return an id without what frameworks add, and whether it is a namesake's copy."""
    handler = _of_litestar(declared, operation) or _of_sentence(declared)
    if handler:
        return handler, False
    if "_app_" in declared and (symfony := _OF_SYMFONY.fullmatch(declared)):
        return symfony[1], False
    if ids.start_with_method:
        return declared.partition("_")[2], False
    module = _MODULE.match(declared) if ids.modules else None
    if module and module[1] in ids.modules:
        return declared.removeprefix(module[1]), False
    method = _OF_FASTAPI.search(declared)
    if method is not None:
        path = re.sub(r"\W", "_", operation.path)
        told = declared[: method.start()]
        if "__" in path:
            told = _CONVERTER.sub("__", told)
        function = told.removesuffix(path)
        if function and len(function) < len(told):
            return _without_method(function, operation, ids), False
        if function := _before_another_path(declared, operation):
            return function, False
    declared = _without_method(declared, operation, ids)
    unnumbered = _unnumbered(declared)
    is_copy = unnumbered != declared and unnumbered in ids.declared
    short = _SPRINGFOX.sub("", declared)
    return unnumbered if is_copy and short == declared else short, is_copy


def _unnumbered(declared: str) -> str:
    """Return an id without the number of a copy: ``list_1``, ``update (2)``, ``Orders_Get2``."""
    action = _NUMBERED_ACTION.fullmatch(declared)
    if action and action[2].lower() in METHODS:
        return action[1]
    return _NUMBER.sub("", declared)


def _of_sentence(declared: str) -> str:
    """Return what an id says that Scribe has made of a sentence of Laravel; else nothing."""
    for sentence, verb in _OF_LARAVEL if declared.startswith(_LARAVEL_STARTS) else ():
        if found := sentence.fullmatch(declared):
            return verb + found[1].removeprefix("Resource")
    return ""


def _before_another_path(declared: str, operation: SourceOperation) -> str:
    """Return the function of FastAPI's id whose path was another one, up to what is ours too.

    ``set_latest_assistants__assistant_id__versions_post`` of ``/assistants/{assistant_id}/latest``,
    ``search_crons_runs_crons_post`` of ``/runs/crons/search``.
    """
    told = _OF_FASTAPI.sub("", declared)
    parts = re.sub(r"[^\w/]", "_", operation.path).strip("/").split("/")
    for size in range(len(parts) - 1, 1, -1):
        written = f"_{'_'.join(parts[:size])}"
        if told.endswith(written) and len(told) > len(written):
            return told.removesuffix(written)
    for segment, name in re.findall(r"/([^/{}]+)/\{([^{}]*)\}", operation.path):
        before, found, _ = declared.partition(f"_{segment}__{name}_")
        if found and before:
            return before
    return ""


def _without_method(declared: str, operation: SourceOperation, ids: Ids) -> str:
    """Return an id without the HTTP method behind a name that has a verb: ``getModules_get``."""
    short, end = declared[: -len(operation.method) - 1], declared[-len(operation.method) - 1 :]
    parts = words(short)
    is_method = end == f"_{operation.method}" or (
        ids.end_with_method and end.lower() == f"_{operation.method}"
    )
    starts = len(parts) > 1 and parts[0].lower() in ID_VERBS
    return short if is_method and starts and not _names_place(parts, operation) else declared


def _names_place(said: Sequence[str], operation: SourceOperation) -> bool:
    """Tell whether words are a tag or in the path: ``RestorePoints_Get``."""
    places = (*map(str, operation.node.get("tags") or ()), *fixed_segments(operation.path))
    return any(same_words(said, words(place)) for place in places)


def _of_litestar(declared: str, operation: SourceOperation) -> str:
    """Return the handler of an id that is the parts of the path and a handler; else nothing."""
    if not declared.isalnum() or not declared[:1].isupper():
        return ""
    path = "".join(words(operation.path))
    rest = declared[len(path) :]
    if not path or not rest[:1].isupper() or not declared.lower().startswith(path.lower()):
        return ""
    parts, led = words(rest), words(operation.path)
    # `HealthSystemHealth` of `/health`
    starts_anew = parts[0].lower() in ID_VERBS or any(same_word(one, led[-1]) for one in parts)
    says_again = rest.lower() == led[-1].lower()  # `LoginLogIn`
    return rest if len(led) > 1 or says_again or (len(parts) > 1 and starts_anew) else ""


def written_ids(
    operations: Sequence[SourceOperation], lists: Collection[str] = ()
) -> dict[str, str]:
    """Return what operations are called in names of models, by their ids.

    That is the id without what a framework adds, or what method and path say where there is none or
    it says no more than these; where another operation is called so, the id without the HTTP method
    that FastAPI adds.

    Args:
        operations: All operations.
        lists: Pointers of those that answer a list.
    """
    declared = {one.id: one for one in operations}
    ids = Ids.of(declared)
    repeating = mechanical(operations)
    written: dict[str, str] = {}
    for id_, one in declared.items():
        if one.pointer in repeating or not one.declared_id:
            written[id_] = "_".join(path_words(one, is_list=one.pointer in lists))
        else:
            written[id_] = _without_controller(written_id(id_, one, ids)[0])
    folded = Counter(map(_fold, written.values()))
    return {
        id_: short if short == id_ or folded[_fold(short)] == 1 else _unwritten(declared[id_])
        for id_, short in written.items()
    }


def _unwritten(operation: SourceOperation) -> str:
    if says_nothing(operation.declared_id):
        return f"{operation.method} {operation.path}"
    return _OF_FASTAPI.sub("", operation.id)


def _fold(name: str) -> str:
    return "".join(words(name)).casefold()


def _without_controller(declared: str) -> str:
    head, separator, tail = declared.partition("_")
    if (of_phoenix := declared.split(".")[-2:]) and of_phoenix[0].endswith("Controller"):
        head, separator, tail = of_phoenix[0], "_", of_phoenix[-1]
    named = words(head)
    if separator and tail and len(named) > 1 and named[-1] == "Controller":
        return f"{head[: -len('Controller')]}{separator}{tail}"
    return declared
