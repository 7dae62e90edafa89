"""Constraints compared: whether they became tighter, and for whom that counts."""

from __future__ import annotations

from dataclasses import fields

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.surface.comparison.sides import Sides, limits


def compare_bounds(
    sides: Sides,
    subject: str,
    bounds: tuple[Bounds, Bounds],
    *,
    sent: bool,
    group: str,
    old: str,
    new: str,
) -> None:
    """Tell how the limits of a value changed.

    Args:
        sides: Takes the change.
        subject: Whose limits they are.
        bounds: The old and the new ones.
        sent: Requests are made of the value.
        group: What the subject stands under.
        old: Pointer on the old side.
        new: Pointer on the new side.
    """
    before, after = bounds
    if before == after:
        return
    rule, text = "constraint-changed", "other limits of what comes back"
    if sent and is_tighter(before, after):
        rule, text = "constraint-tightened", "the server takes fewer values"
    elif sent:
        rule, text = "constraint-loosened", "the server takes more values"
    was, now = limits(before) or "no limits", limits(after) or "no limits"
    sides.changes.add(rule, subject, text, group=group, was=was, now=now, old=old, new=new)


def is_tighter(old: Bounds, new: Bounds) -> bool:
    """Tell whether some value was fine and is not any more."""
    return any(_is_tighter(one.name, old, new) for one in fields(Bounds))


def _is_tighter(name: str, old: Bounds, new: Bounds) -> bool:
    before, after = getattr(old, name), getattr(new, name)
    if before == after or after == getattr(NO_BOUNDS, name):
        return False
    if name == "rules":
        return any(rule not in before for rule in after)
    if before == getattr(NO_BOUNDS, name) or name in ("pattern", "unique_items"):
        return True
    if name == "multiple_of":
        return bool(before % after)
    return bool(after < before if "max" in name else after > before)
