"""OpenAPI Overlay 1.0: changes to a document, kept in a file of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from specmill.diagnostics import Diagnostic, SpecmillError, fail
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.jsonpath import QueryError, select
from specmill.document.origins import Input, Origin, Origins
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


def apply(document: Document, overlay: Input) -> Document:
    """Apply all actions in order and give the changed document; the given one stays as it is.

    Follows the OpenAPI Overlay Specification 1.0.0: ``update`` merges objects, appends to arrays
    and replaces other values; ``remove`` takes the target out. Raises SpecmillError for a malformed
    overlay and for an action that selects nothing.
    """
    _check(overlay)
    root = orjson.loads(orjson.dumps(document.root))
    merger = _Merger(root, overlay, dict(document.origins.known))
    mistakes: list[Diagnostic] = []
    for index, action in enumerate(overlay.tree["actions"]):
        try:
            merger.act(action, f"/actions/{index}")
        except SpecmillError as error:
            mistakes.extend(error.diagnostics)
    if mistakes:
        raise SpecmillError(*mistakes)
    return Document(root, document.family, Origins(merger.origins))


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

    def act(self, action: dict[str, Any], place: str) -> None:
        target = action["target"]
        try:
            found = select(self.root, target)
        except QueryError as error:
            raise self._fail(f"{target!r} is no JSONPath: {error}", f"{place}/target") from None
        if not found:
            raise self._fail(
                f"{target!r} selects nothing",
                f"{place}/target",
                "the spec may have changed, or an earlier action removed it",
            )
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
