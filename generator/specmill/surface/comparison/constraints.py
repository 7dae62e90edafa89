"""Constraints compared: whether they became tighter, and for whom that counts."""

from __future__ import annotations

from specmill.model.constraints import Bounds
from specmill.surface.comparison.sides import Sides, limits
from specmill.surface.comparison.values.strictness import is_tighter, without_trivial


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
    before, after = map(without_trivial, bounds)
    if before == after:
        return
    rule, text = "constraint-changed", "other limits of what comes back"
    if sent and is_tighter(before, after):
        rule, text = "constraint-tightened", "the server takes fewer values"
    elif sent:
        rule, text = "constraint-loosened", "the server takes more values"
    was, now = limits(before) or "no limits", limits(after) or "no limits"
    sides.changes.add(rule, subject, text, group=group, was=was, now=now, old=old, new=new)
