"""Changes of entities: merge patches, masks of fields, and lists of single changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from ...data.json_shapes import is_object
from ..errors import RefusedError
from ..spec.document import is_list
from .kinds import plainly

_MASKS = ("updatemask", "fieldmask")


def mask_in(query: Mapping[str, str]) -> list[str] | None:
    """Return the fields that a request says it changes, dots between names; None for any."""
    for name, value in query.items():
        if plainly(name) in _MASKS:
            fields = [one.strip() for one in value.split(",") if one.strip()]
            return None if fields == ["*"] else fields or None
    return None


def masked(value: Any, given: Mapping[str, Any], mask: Sequence[str]) -> Any:
    """Return a value with the fields of a mask as they are given; without those that are not."""
    for path in mask:
        value = _masked(value, given, path.split("."))
    return value


def _masked(value: Any, given: Any, path: Sequence[str]) -> Any:
    found = dict(value) if is_object(value) else {}
    source: Mapping[str, Any] = given if is_object(given) else {}
    wanted = plainly(path[0])
    name = next((one for one in (*source, *found) if plainly(one) == wanted), path[0])
    if len(path) > 1:
        found[name] = _masked(found.get(name), source.get(name), path[1:])
    elif name in source:
        found[name] = source[name]
    else:
        found.pop(name, None)
    return found


def merge_patched(value: Any, patch: Any) -> Any:
    """Return a value with a merge patch applied (RFC 7396)."""
    if not is_object(patch):
        return patch
    found = dict(value) if is_object(value) else {}
    for name, inner in patch.items():
        if inner is None:
            found.pop(name, None)
        else:
            found[name] = merge_patched(found.get(name), inner)
    return found


def changed(value: Any, changes: Sequence[Mapping[str, Any]]) -> Any:
    """Return a value with single changes applied, one after the other (RFC 6902).

    Raises:
        RefusedError: One of them cannot be.
    """
    whole = {"": deepcopy(value)}
    for one in changes:
        try:
            _change(whole, one)
        except (KeyError, IndexError, ValueError, TypeError):
            raise RefusedError(422, f"a change that cannot be: {dict(one)}") from None
    return whole[""]


def _change(whole: dict[str, Any], change: Mapping[str, Any]) -> None:
    kind, path = change["op"], change["path"]
    match kind:
        case "add":
            _put(whole, path, deepcopy(change["value"]), insert=True)
        case "replace":
            _take(whole, path, remove=False)
            _put(whole, path, deepcopy(change["value"]), insert=False)
        case "remove":
            _take(whole, path, remove=True)
        case "move" | "copy":
            taken = _take(whole, change["from"], remove=kind == "move")
            _put(whole, path, deepcopy(taken), insert=True)
        case "test":
            if _take(whole, path, remove=False) != change["value"]:
                raise ValueError(path)
        case _:
            raise ValueError(kind)


def _at(whole: Any, path: str) -> tuple[Any, str]:
    """Return what holds a place (RFC 6901), and its name there."""
    *outer, last = [one.replace("~1", "/").replace("~0", "~") for one in path.split("/")]
    for name in outer:
        whole = whole[int(name)] if is_list(whole) else whole[name]
    return whole, last


def _take(whole: Any, path: str, *, remove: bool) -> Any:
    holder, name = _at(whole, path)
    key: Any = int(name) if is_list(holder) else name
    found = holder[key]
    if remove:
        del holder[key]
    return found


def _put(whole: Any, path: str, value: Any, *, insert: bool) -> None:
    holder, name = _at(whole, path)
    if not is_list(holder):
        holder[name] = value
    elif insert:
        holder.insert(len(holder) if name == "-" else int(name), value)
    else:
        holder[int(name)] = value
