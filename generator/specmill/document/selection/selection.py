"""Selection of operations: a document with those that are wanted, and what they need."""

from __future__ import annotations

from collections.abc import Callable as Function
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from typing import Any
from urllib.parse import unquote

from specmill.diagnostics import Diagnostic, Location, SpecmillError, nearest
from specmill.document.document import Document
from specmill.document.pointers import look_up
from specmill.document.selection.reachable import reachable
from specmill.document.selection.selectors import TAG, Callable, callables, matcher
from specmill.values import dataclass

_LOGIN = "x-specmill-login"
_LONG_RUNNING = "x-specmill-long-running"
_PATHS = ("#/paths/", "#/webhooks/")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which operations are wanted."""

    include: tuple[str, ...] = ()
    """Selectors; all operations for none."""
    exclude: tuple[str, ...] = ()
    skip: frozenset[str] = frozenset()
    """Ids of operations to leave out besides."""

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude or self.skip)


def select(
    document: Document, selection: Selection, locate: Function[[str], Location | None]
) -> Document:
    """Return a document with the wanted operations, and with the components that they need.

    Operations that others name as their login, or as the request that follows running work, stay
    with those. Links to operations that went go, too.

    Args:
        document: The whole document, which stays as it is.
        selection: What is wanted.
        locate: Gives the place of a part of the settings, such as ``/include/0``.

    Raises:
        SpecmillError: A selector selects nothing.
    """
    every = list(callables(document.root))
    _refuse_empty(every, selection, locate)
    wanted = {one.pointer for one in every if _is_wanted(one, selection)}
    wanted |= _needed(document.root, every, wanted)
    gone = [one for one in every if one.pointer not in wanted]
    root = deepcopy(document.root)
    for one in gone:
        item = look_up(root, one.item)
        del item[one.field]
    _drop_empty_items(root, gone)
    _resolve_lost(root, document.root)
    _drop_links(root, gone)
    _drop_components(root)
    _drop_tags(root)
    return Document(root, document.family, document.origins)


def _is_wanted(one: Callable, selection: Selection) -> bool:
    included = not selection.include or any(matcher(text)(one) for text in selection.include)
    excluded = any(matcher(text)(one) for text in selection.exclude)
    return included and not excluded and one.id not in selection.skip


def _refuse_empty(
    every: list[Callable], selection: Selection, locate: Function[[str], Location | None]
) -> None:
    wrong = []
    for key, selectors in (("include", selection.include), ("exclude", selection.exclude)):
        for index, text in enumerate(selectors):
            if not any(map(matcher(text), every)):
                what = f"{key} names {text!r}, but there is no such operation"
                hint = nearest(text, _names(every, text))
                wrong.append(Diagnostic(what, locate(f"/{key}/{index}"), hint))
    if wrong:
        raise SpecmillError(*wrong)


def _names(every: list[Callable], text: str) -> Iterator[str]:
    for one in every:
        if text.startswith(TAG):
            yield from (f"{TAG}{tag}" for tag in one.tags)
        else:
            yield from (one.id, one.path, f"{one.method} {one.path}")


def _needed(root: Mapping[str, Any], every: list[Callable], wanted: Collection[str]) -> set[str]:
    """Return the operations that wanted ones, or credentials, name by their id."""
    ids = {one.id: one.pointer for one in every}
    schemes = root.get("components", {}).get("securitySchemes", {}).values()
    named = [one[_LOGIN].get("operation") for one in schemes if _LOGIN in one]
    holders = [look_up(root, pointer) for pointer in wanted]
    holders += root.get("components", {}).get("schemas", {}).values()
    for node in holders:
        settings = node.get(_LONG_RUNNING) if isinstance(node, dict) else None
        if isinstance(settings, dict):
            named += [settings.get("poll"), settings.get("cancel")]
    return {ids[name] for name in named if name in ids}


def _drop_empty_items(root: dict[str, Any], gone: list[Callable]) -> None:
    """Drop path items that have no operation left."""
    left = {one.item for one in callables(root)}
    for one in gone:
        if one.item not in left:
            key = "webhooks" if one.webhook else "paths"
            table = root[key]
            name = one.item.removeprefix(f"/{key}/").replace("~1", "/").replace("~0", "~")
            table.pop(name, None)
    if not root.get("webhooks", True):
        del root["webhooks"]


def _resolve_lost(root: dict[str, Any], whole: Mapping[str, Any]) -> None:
    """Put in place what references lead to in operations that went."""
    for node in _objects(root):
        ref = node.get("$ref")
        if not isinstance(ref, str) or not ref.startswith(_PATHS):
            continue
        pointer = unquote(ref[1:])
        try:
            look_up(root, pointer)
        except LookupError:
            del node["$ref"]
            node.update(deepcopy(look_up(whole, pointer)))


def _drop_links(root: dict[str, Any], gone: list[Callable]) -> None:
    """Drop links to operations that went."""
    ids = {one.id for one in gone}
    refs = {f"#{one.pointer}" for one in gone}
    for node in _objects(root):
        links = node.get("links")
        if isinstance(links, dict):
            kept = {
                name: link
                for name, link in links.items()
                if not isinstance(link, dict)
                or (link.get("operationId") not in ids and link.get("operationRef") not in refs)
            }
            node["links"] = kept
            if not kept:
                del node["links"]


def _drop_components(root: dict[str, Any]) -> None:
    needed = reachable(root)
    components = root.get("components", {})
    for kind, table in list(components.items()):
        if isinstance(table, dict) and not kind.startswith("x-"):
            components[kind] = {name: one for name, one in table.items() if (kind, name) in needed}
            if not components[kind]:
                del components[kind]
    if not components:
        root.pop("components", None)


def _drop_tags(root: dict[str, Any]) -> None:
    """Drop tags without an operation, unless one with an operation stands below them."""
    tags = {str(tag.get("name")): tag for tag in root.get("tags", ()) if isinstance(tag, dict)}
    used = {name for one in callables(root) for name in one.tags}
    pending = list(used)
    while pending:
        extra = tags.get(pending.pop(), {})
        parent = extra.get("parent", extra.get("x-specmill-extra", {}).get("parent"))
        if isinstance(parent, str) and parent not in used:
            used.add(parent)
            pending.append(parent)
    if tags:
        root["tags"] = [tag for name, tag in tags.items() if name in used]
        if not root["tags"]:
            del root["tags"]


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    pending = [root]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(one)
        elif isinstance(one, dict):
            yield one
            pending.extend(one.values())
