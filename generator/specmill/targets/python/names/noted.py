"""Names that the lock file keeps beside those of methods and models: of fields and arguments."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.models import Model
from specmill.model.operations import Operation
from specmill.model.parameters import Parameter
from specmill.targets.python import reserved
from specmill.targets.python.names.parts import are_free, argument_names, field_names
from specmill.targets.python.spelling import identifier


def names_of_fields(model: Model) -> dict[str, tuple[str, ...]]:
    """Return what a later run is to know of fields: wire names to attributes, empty for the wire
    name as it is, and those before.
    """
    plain = {field.wire: identifier(field.wire, prefix="field") for field in model.fields}
    if are_free(plain, reserved.FIELDS) and not any(
        one.earlier or one.name != one.wire for one in model.fields
    ):
        return dict.fromkeys(plain, ("",))
    names = field_names(model.fields)
    return {
        field.wire: (
            "" if names[field.wire] == plain[field.wire] else names[field.wire],
            *_others([one or plain[field.wire] for one in field.former], names[field.wire]),
        )
        for field in model.fields
    }


def _others(names: Iterable[str], now: str) -> list[str]:
    """Return names that something had before, each once, but the one that it has."""
    return [one for one in dict.fromkeys(names) if one != now]


def names_of_arguments(
    operation: Operation,
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return the arguments that are not the names of their parameters, by ``in`` and name, and
    those that were others before.
    """
    names = argument_names(operation)
    named: dict[str, str] = {}
    former: dict[str, tuple[str, ...]] = {}
    for one in operation.parameters:
        key, plain = f"{one.place.value}.{one.wire}", identifier(one.wire, prefix="parameter")
        name = names[str(one.place), one.wire]
        if name != plain:
            named[key] = name
        if before := _others(_spelled_former(one), name):
            former[key] = tuple(before)
    return named, former


def former_arguments(operation: Operation) -> dict[str, str]:
    """Return names that arguments had, and that no other has now, to those that they have."""
    if not any(one.former for one in operation.parameters):
        return {}
    names = argument_names(operation)
    taken = {*names.values(), *reserved.PARAMETERS}
    found: dict[str, str] = {}
    for one in operation.parameters:
        for old in _spelled_former(one):
            if old not in taken:
                found.setdefault(old, names[str(one.place), one.wire])
    return found


def _spelled_former(one: Parameter) -> list[str]:
    """Return the arguments that a parameter had: those noted as they were, else as is spelled now.

    An underscore at the end is that of a name which Python has for itself.
    """
    return [
        old if old.endswith("_") else identifier(old or one.wire, prefix="parameter")
        for old in one.former
    ]
