"""Names that the lock file keeps beside those of methods and models: of fields and arguments."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.models import Model
from specmill.model.operations import Operation
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


def names_of_arguments(operation: Operation) -> dict[str, str]:
    """Return the arguments that are not the names of their parameters, by ``in`` and name."""
    names = argument_names(operation)
    return {
        f"{one.place.value}.{one.wire}": name
        for one in operation.parameters
        if (name := names[str(one.place), one.wire]) != identifier(one.wire, prefix="parameter")
    }
