"""Constraints compared: whether they became tighter, and for whom that counts."""

from __future__ import annotations

from specmill.model.constraints import Bounds, Never
from specmill.surface.comparison.sides import Sides, limits
from specmill.surface.comparison.values.strictness import is_tighter, without_trivial


def refuses_all(bounds: Bounds) -> bool:
    """Tell whether no value is fine: the schema ``false``."""
    return any(isinstance(rule, Never) for rule in bounds.rules)


def possible_now(old: Bounds, new: Bounds, *, sent: bool) -> str | None:
    """Say whether a value may be there that could not, or no longer; None where neither is so.

    The text is empty where the limits tell it: the server takes no value any more.
    """
    could, can = not refuses_all(old), not refuses_all(new)
    if could and can:
        return None
    if can:
        return "may be given now" if sent else "may come now"
    return "is no longer in responses" if could and not sent else ""


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
    if before == after or refuses_all(before) or (refuses_all(after) and not sent):
        return  # what none could be is told of the type
    rule, text = "constraint-changed", "other limits of what comes back"
    if sent and is_tighter(before, after):
        rule, text = "constraint-tightened", "the server takes fewer values"
    elif sent:
        rule, text = "constraint-loosened", "the server takes more values"
    was, now = limits(before) or "no limits", limits(after) or "no limits"
    sides.changes.add(rule, subject, text, group=group, was=was, now=now, old=old, new=new)
