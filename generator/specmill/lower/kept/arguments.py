"""Arguments of an earlier run: what code called them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from specmill.given_names import GivenOperation
from specmill.model.parameters import Parameter
from specmill.values import replace

_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")


def with_earlier_arguments(
    parameters: Sequence[Parameter],
    known: GivenOperation,
    paths: tuple[str, str],
    *,
    has_parts: bool,
    old_names: bool,
) -> tuple[Parameter, ...]:
    """Return parameters with the names that their arguments had, where these say anything.

    They do where a new parameter, or a part of a body, may want the name of another, and where a
    name is not that on the wire, or was another one before.

    Args:
        parameters: Those of an operation, in the order of its arguments.
        known: What the earlier run noted of it.
        paths: The path that it had, and the one that it has.
        has_parts: A body may have arguments, too.
        old_names: Code may go on using names that the spec has changed.
    """
    earlier = {**dict.fromkeys(known.order, ""), **known.arguments}
    if not earlier:
        return tuple(parameters)
    became = _renamed_variables(parameters, known, *paths)
    is_plain = not (has_parts or became or known.former_arguments)
    if is_plain and all(
        one.name == one.wire and earlier.get(_key(one)) == "" for one in parameters
    ):
        return tuple(parameters)
    found = []
    for one in parameters:
        key = _key(one)
        before = became.get(key, key)
        former = _former(one, before, known) if old_names and before in earlier else ()
        found.append(replace(one, earlier=earlier.get(key), former=former))
    return tuple(found)


def _key(one: Parameter) -> str:
    return f"{one.place.value}.{one.wire}"


def _former(one: Parameter, before: str, known: GivenOperation) -> tuple[str, ...]:
    """Return the names that an argument had, with the one of the last run if it has another now."""
    wire = before.partition(".")[2]
    is_new = one.name != one.wire or wire != one.wire
    latest = known.arguments.get(before, "" if wire == one.wire else wire)
    return (*known.former_arguments.get(before, ()), *([latest] if is_new else ()))


def _renamed_variables(
    parameters: Sequence[Parameter], known: GivenOperation, before: str, now: str
) -> Mapping[str, str]:
    """Return the variables of a path that are called otherwise, and what stood in their turns.

    The path may be another one, too: arguments are given by place in the order of the template.
    """
    earlier, later = _VARIABLE.findall(before), _VARIABLE.findall(now)
    if earlier == later or len(earlier) != len(later):
        return {}
    there = {_key(one) for one in parameters}
    return {
        f"path.{new}": f"path.{old}"
        for old, new in zip(earlier, later, strict=True)
        if f"path.{new}" in there - {*known.order} and f"path.{old}" in {*known.order} - there
    }
