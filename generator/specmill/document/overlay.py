"""OpenAPI Overlay 1.0: changes to a document, kept in a file of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

import orjson

from specmill.diagnostics import Diagnostic, SpecmillError, fail
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.origins import Input, Origin, Origins
from specmill.document.selection.jsonpath import QueryError, misses, select
from specmill.document.shapes import (
    ANYTHING,
    FLAG,
    TEXT,
    ListOf,
    Path,
    Record,
    check,
    describe,
    pointer_of,
)
from specmill.values import dataclass

_SIGNS = "_.-/:"
_ALIKE = 0.8
_WORD = re.compile(r"\w+")
_VARIABLE = re.compile(r"\{[^{}]*\}")

_ACTION = Record(
    "an action",
    {"target": TEXT, "description": TEXT, "update": ANYTHING, "remove": FLAG},
    ("target",),
)
_OVERLAY = Record(
    "the overlay",
    {"overlay": TEXT, "info": ANYTHING, "extends": TEXT, "actions": ListOf(_ACTION)},
    ("overlay", "actions"),
)


@dataclass(frozen=True, slots=True)
class Rename:
    """What the name in a target has become."""

    old: str
    new: str
    by_prefix: bool
    """The new name is the old one behind a prefix, so it is hardly another thing's."""


def apply(
    document: Document,
    overlay: Input,
    earlier: Callable[[], Mapping[str, Any]] = dict[str, Any],
) -> Document:
    """Apply all actions in order and give the changed document; the given one stays as it is.

    Follows the OpenAPI Overlay Specification 1.0.0: ``update`` merges objects, appends to arrays
    and replaces other values; ``remove`` takes the target out.

    Args:
        document: The document.
        overlay: The overlay.
        earlier: Gives the document as it was before, to tell what became of a lost target.

    Raises:
        SpecmillError: The overlay is malformed, or an action selects nothing.
    """
    _check(overlay)
    root = orjson.loads(orjson.dumps(document.root))
    known = dict(document.origins.known)
    merger = _Merger(root, overlay, known, _targets(overlay), earlier)
    mistakes: list[Diagnostic] = []
    for index, action in enumerate(overlay.tree["actions"]):
        try:
            merger.act(action, f"/actions/{index}")
        except SpecmillError as error:
            mistakes.extend(error.diagnostics)
    if merger.lost > 1:
        said = f"{merger.lost} of {len(overlay.tree['actions'])} actions select nothing"
        mistakes.insert(0, Diagnostic(said, overlay.locate(""), merger.hint))
    if mistakes:
        raise SpecmillError(*mistakes)
    return Document(root, document.family, Origins(merger.origins))


def _targets(overlay: Input) -> frozenset[str]:
    return named_in(action["target"] for action in overlay.tree["actions"])


def prefixed_targets(document: Document, overlay: Input) -> dict[str, str]:
    """Give targets of actions that select nothing, and what they are with the prefix of a name.

    The actions before one are applied, as far as they can be.
    """
    _check(overlay)
    root = orjson.loads(orjson.dumps(document.root))
    named = _targets(overlay)
    merger = _Merger(root, overlay, {}, named, dict)
    found: dict[str, str] = {}
    for index, action in enumerate(overlay.tree["actions"]):
        target = action["target"]
        while (rename := renamed(root, target, named)) is not None and rename.by_prefix:
            target = with_name(target, rename)
        if target != action["target"]:
            found[action["target"]] = target
        with suppress(SpecmillError):
            merger.act({**action, "target": target}, f"/actions/{index}")
    return found


def _check(overlay: Input) -> None:
    verdict = check(overlay.tree, _OVERLAY)
    mistakes = [Diagnostic(one.what, overlay.locate(one.pointer)) for one in verdict.mistakes]
    for one in verdict.unknown:
        what = f"the field `{one.key}` is unknown in an overlay"
        mistakes.append(Diagnostic(what, overlay.locate(one.pointer)))
    if mistakes:
        raise SpecmillError(*mistakes)
    version = overlay.tree["overlay"]
    if not version.startswith("1."):
        raise fail(
            f"overlay version {version!r} is not supported",
            location=overlay.locate("/overlay"),
            hint="expected 1.0.0",
        )


@dataclass(slots=True)
class _Merger:
    root: dict[str, Any]
    overlay: Input
    origins: dict[str, Origin]
    named: frozenset[str]
    """Names that targets look for."""
    earlier: Callable[[], Mapping[str, Any]]
    lost: int = 0
    """Actions that select nothing."""
    prefixed: int = 0
    """Those of them whose target has only got a prefix."""

    @property
    def hint(self) -> str:
        """What helps where many actions select nothing."""
        if not self.prefixed:
            return ""
        return f"{self.prefixed} by a new prefix of a name: `specmill overlay --fix` puts it in"

    def act(self, action: dict[str, Any], place: str) -> None:
        target = action["target"]
        try:
            found = select(self.root, target)
        except QueryError as error:
            raise self._fail(
                f"{target!r} is not a valid JSONPath: {error}", f"{place}/target"
            ) from None
        if not found:
            rename = renamed(self.root, target, self.named)
            self.lost += 1
            self.prefixed += rename is not None and rename.by_prefix
            hint = "the spec may have changed, or an earlier action removed it"
            if rename is not None:
                hint = f"did you mean {rename.new!r}?"
            elif known := became(*misses(self.root, target), self.root, self.earlier()):
                hint = f"it is {known!r} now, as it seems"
            raise self._fail(f"{target!r} selects nothing", f"{place}/target", hint)
        if action.get("remove"):
            for path, _ in reversed(found):
                self._remove(path, place)
        elif "update" in action:
            for path, value in found:
                self._update(path, value, action["update"], f"{place}/update")
        else:
            raise self._fail("an action needs `update` or `remove`", place)

    def _remove(self, path: Path, place: str) -> None:
        if path is None:
            raise self._fail("the whole document cannot be removed", f"{place}/target")
        holder = pointers.look_up(self.root, pointer_of(path[0]))
        del holder[path[1]]
        if isinstance(holder, list):  # the entries behind it moved up
            prefix = pointer_of(path[0]) + "/"
            for pointer in [known for known in self.origins if known.startswith(prefix)]:
                del self.origins[pointer]

    def _update(self, path: Path, value: Any, update: Any, place: str) -> None:
        pointer = pointer_of(path)
        if isinstance(value, list):
            self._note(f"{pointer}/{len(value)}", place)
            value.append(_copy(update))
        elif isinstance(value, dict) and isinstance(update, dict):
            self._merge(value, update, pointer, place)
        else:
            raise self._fail(
                f"`update` with {describe(update)} does not fit {describe(value)}", place
            )

    def _merge(
        self, value: dict[str, Any], update: dict[str, Any], pointer: str, place: str
    ) -> None:
        for key, new in update.items():
            old = value.get(key)
            there, here = pointers.join(pointer, key), pointers.join(place, key)
            if isinstance(old, dict) and isinstance(new, dict):
                self._merge(old, new, there, here)
            elif isinstance(old, list) and isinstance(new, list):
                for index in range(len(new)):
                    self._note(f"{there}/{len(old) + index}", f"{here}/{index}")
                old.extend(_copy(new))
            elif isinstance(old, dict | list):
                raise self._fail(f"{describe(new)} does not fit {describe(old)}", here)
            else:
                value[key] = _copy(new)
                self._note(there, here)

    def _note(self, pointer: str, place: str) -> None:
        self.origins[pointer] = Origin(self.overlay, place)

    def _fail(self, what: str, place: str, hint: str = "") -> SpecmillError:
        return fail(what, location=self.overlay.locate(place), hint=hint)


def _copy(value: Any) -> Any:
    """Copy a value, since an action may put it in several places."""
    return orjson.loads(orjson.dumps(value)) if isinstance(value, dict | list) else value


def named_in(targets: Iterable[str]) -> frozenset[str]:
    """Return the words of targets, among them all names that they look for."""
    return frozenset(word for target in targets for word in _WORD.findall(target))


def renamed(root: Any, target: str, named: Collection[str]) -> Rename | None:
    """Find the one name that is a target's but for a prefix or a slip; None where none is.

    What another target names, by the words in ``named``, is another thing.
    """
    old, known = misses(root, target)
    names = dict.fromkeys(one for one in known if one not in named)
    if not old:
        return None
    longer = [one for one in names if _is_behind_prefix(old, one)]
    if len(longer) == 1:
        return Rename(old, longer[0], by_prefix=True)
    shorter = [one for one in names if _is_behind_prefix(one, old)]
    close = longer or shorter or get_close_matches(old, list(names), n=2, cutoff=_ALIKE)
    if len(close) == 1 or (close and not longer and not shorter):
        return Rename(old, close[0], by_prefix=False)
    return None


def became(
    old: str, known: Sequence[str], root: Mapping[str, Any], earlier: Mapping[str, Any]
) -> str:
    """Return what a name of an earlier document is in this one; empty where that is not plain.

    An operationId is known by method and path, a path by what stands between its variables or by
    its operationIds, and a component by its properties.

    Args:
        old: The name.
        known: Names in its place now.
        root: This document.
        earlier: The earlier one.
    """
    paths = _members(earlier, "paths")
    if old in paths:
        return _path_now(paths[old], old, _members(root, "paths"), paths)
    for path, item in paths.items():
        for method, operation in item.items() if isinstance(item, dict) else ():
            if isinstance(operation, dict) and operation.get("operationId") == old:
                now = _members(_members(_members(root, "paths"), path), method)
                return str(now.get("operationId", ""))
    schemas = _members(_members(earlier, "components"), "schemas")
    content = _members(_members(schemas, old), "properties").keys()
    now = _members(_members(root, "components"), "schemas")
    alike = [
        name
        for name in known
        if content
        and name not in schemas
        and content == _members(_members(now, name), "properties").keys()
    ]
    return alike[0] if len(alike) == 1 else ""


def _path_now(item: Any, old: str, paths: Mapping[str, Any], earlier: Mapping[str, Any]) -> str:
    """Return the new path that is one that is gone; empty where there is none, or are several."""
    new = {path: one for path, one in paths.items() if path not in earlier}
    alike = [path for path in new if _VARIABLE.sub("{}", path) == _VARIABLE.sub("{}", old)]
    ids = _ids(item)
    found = alike or [path for path, one in new.items() if ids & _ids(one)]
    return found[0] if len(found) == 1 else ""


def _ids(item: Any) -> frozenset[str]:
    operations = item.values() if isinstance(item, dict) else ()
    found = (one.get("operationId") for one in operations if isinstance(one, dict))
    return frozenset(one for one in found if isinstance(one, str))


def _members(node: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = node.get(key)
    return found if isinstance(found, dict) else {}


def _is_behind_prefix(name: str, whole: str) -> bool:
    """Tell whether a name is another one without its prefix: ``BoatService_``, ``v1.``, ``api``."""
    prefix = whole.removesuffix(name)
    if not name or not prefix or prefix == whole:
        return False
    return prefix[-1] in _SIGNS or (not prefix[-1].isupper() and name[0].isupper())


def with_name(target: str, rename: Rename) -> str:
    """Write a target with the new name in the place of the first old one."""
    old = re.compile(rf"(?<![\w$]){re.escape(rename.old)}(?!\w)")
    return old.sub(lambda _: rename.new, target, count=1)
