"""Facades compared: the methods and classes that a reference page documents."""

from __future__ import annotations

from collections.abc import Mapping

from specmill.surface.comparison.arguments import compare_arguments
from specmill.surface.comparison.matching import match
from specmill.surface.comparison.sides import Sides
from specmill.surface.value import Method

GROUP = "documented"


def compare_faces(sides: Sides) -> None:
    """Tell what became of the documented methods and classes."""
    old, new = sides.old.face, sides.new.face
    if old is None or new is None:
        if old is not new:
            rule = "export-removed" if new is None else "export-added"
            text = "the module is gone" if new is None else "a new module"
            sides.changes.add(rule, GROUP, text, group=GROUP, old="/info", new="/info")
        return
    compare_arguments(sides, GROUP, old.constructor, new.constructor)
    _compare_methods(sides, old.methods, new.methods)
    for name in sorted(old.classes.keys() | new.classes.keys()):
        _compare_class(sides, name, old.classes.get(name), new.classes.get(name))


def _compare_methods(sides: Sides, old: tuple[Method, ...], new: tuple[Method, ...]) -> None:
    matched = match(old, new, lambda one: one.name)
    for one in matched.removed:
        text = "the documented method is gone"
        sides.changes.add("operation-removed", one.name, text, group=GROUP, old=one.pointer)
    for one in matched.added:
        text = "a new documented method"
        sides.changes.add("operation-added", one.name, text, group=GROUP, new=one.pointer)
    for before, after in matched.pairs:
        compare_arguments(sides, GROUP, before, after)
        if before.returned != after.returned:
            sides.changes.add(
                "returns-changed",
                after.name,
                "returns another type",
                group=GROUP,
                was=before.returned,
                now=after.returned,
                old=before.pointer,
                new=after.pointer,
            )


def _compare_class(
    sides: Sides, name: str, old: Mapping[str, str] | None, new: Mapping[str, str] | None
) -> None:
    """Compare a class of the page; its attributes are names with annotations."""
    dotted = f"{GROUP}.{name}"
    if old is None or new is None:
        rule = "model-removed" if new is None else "model-added"
        text = "the documented class is gone" if new is None else "a new documented class"
        sides.changes.add(rule, dotted, text, group=GROUP)
        return
    for one in sorted(old.keys() | new.keys()):
        was, now = old.get(one, ""), new.get(one, "")
        if was == now:
            continue
        rule, text = "field-type", "has another type"
        if not now:
            rule, text = "field-removed", "the field is gone"
        elif not was:
            rule, text = "field-added", "one more field"
        sides.changes.add(rule, f"{dotted}.{one}", text, group=GROUP, was=was, now=now)
