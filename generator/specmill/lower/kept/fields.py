"""Fields of an earlier run: what code called them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specmill.model.models import Field
from specmill.values import replace


def with_earlier_names(
    fields: Sequence[Field], given: Mapping[str, tuple[str, ...]], *, old_names: bool
) -> tuple[Field, ...]:
    """Return fields with the names that they had; nothing where these say nothing.

    They do where a new field may want the name of another, where a name is not that on the wire,
    and where the spec has chosen one.

    Args:
        fields: The fields of a model.
        given: What the earlier run noted: wire names to names in code, and those before.
        old_names: Code may go on using names that the spec has changed.
    """
    if all(given.get(one.wire) == ("",) and one.name == one.wire for one in fields):
        return ()
    return tuple(_with_earlier_name(one, given.get(one.wire, ()), old_names) for one in fields)


def _with_earlier_name(one: Field, given: tuple[str, ...], old_names: bool) -> Field:
    if not given:
        return one
    earlier, *former = given
    is_chosen = one.name != one.wire
    kept = (*former, *([earlier] if is_chosen else ())) if old_names else ()
    return replace(one, earlier=earlier, former=kept)
