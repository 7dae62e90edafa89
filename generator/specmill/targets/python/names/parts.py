"""Names of fields, parameters and arguments, each chosen among those beside it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from specmill.model.models import Field
from specmill.model.operations import Encoding, Operation
from specmill.model.parameters import Parameter
from specmill.naming import Wanted, resolve
from specmill.targets.python import reserved
from specmill.targets.python.spelling import identifier

KeyT = TypeVar("KeyT", bound=Hashable)

_SIGNS = {"@": "at", "$": "dollar", "_": "underscore", "#": "hash"}


def field_names(
    fields: Sequence[Field], taken: AbstractSet[str] = reserved.FIELDS
) -> dict[str, str]:
    """Choose the attributes, or parameters, of some fields by their wire names."""
    names = {
        field.wire: (field.earlier is not None and _kept(field, "field"))
        or identifier(field.name, prefix="field")
        for field in fields
    }
    if are_free(names, taken):
        return names
    wanted = [
        offered(
            field.wire,
            field.name,
            taken,
            *dict.fromkeys(
                identifier(name, prefix="field") for name in (field.name, _read_out(field.name))
            ),
            kept=_kept(field, "field"),
        )
        for field in fields
    ]
    return resolve(wanted, taken=taken, fold=str, join="{}_{}".format)


def _kept(one: Field | Parameter, prefix: str) -> str:
    """Return the name that a field or a parameter had, where the spec chooses no other."""
    if one.earlier is None or one.name != one.wire:
        return ""
    return one.earlier or identifier(one.wire, prefix=prefix)


def _read_out(name: str) -> str:
    """Say the sign that a name starts with: it may be all that tells ``@id`` from ``id``."""
    return f"{_SIGNS[name[0]]} {name[1:]}" if name[:1] in _SIGNS and name[1:] else name


def argument_names(operation: Operation) -> dict[tuple[str, str], str]:
    """Choose the arguments of an operation's method: place and wire name to argument."""
    body = operation.body
    taken = reserved.PARAMETERS
    if operation.media_upload:
        taken |= {"media"}
    if operation.waiting is not None:
        taken |= reserved.WAITING
    if body is not None and body.alternatives:
        taken |= {"content_type"}
    if operation.response is not None and operation.response.others:
        taken |= {"accept"}
    headers = [
        (part_place(encoding), header.wire, f"{encoding.wire} {header.name}")
        for encoding in (body.all_encodings if body else ())
        for header in encoding.headers
    ]
    return parameter_names(operation.parameters, body.parts if body else (), taken, headers)


def part_place(encoding: Encoding) -> str:
    """Return what stands for the place of the headers of a part."""
    return f"header of {encoding.wire}"


def parameter_names(
    parameters: Sequence[Parameter],
    parts: Sequence[Field],
    taken: AbstractSet[str] = reserved.PARAMETERS,
    others: Iterable[tuple[str, str, str]] = (),
) -> dict[tuple[str, str], str]:
    """Choose the arguments of a method: place (``body`` for parts) and wire name to argument.

    Args:
        parameters: The parameters.
        parts: The parts of a body.
        taken: Names that are in use.
        others: Place, wire name and words of what else is an argument.
    """
    named = [(str(one.place), one.wire, one.name) for one in parameters]
    named += [("body", part.wire, part.name) for part in parts]
    named += others
    kept = {
        (str(one.place), one.wire): _kept(one, "parameter")
        for one in parameters
        if one.earlier is not None
    }
    names = {
        (place, wire): kept.get((place, wire)) or identifier(name, prefix="parameter")
        for place, wire, name in named
    }
    if are_free(names, taken):
        return names
    wanted = [
        offered(
            (place, wire),
            name,
            taken,
            identifier(name, prefix="parameter"),
            identifier(f"{place} {name}"),
            kept=kept.get((place, wire), ""),
        )
        for place, wire, name in named
    ]
    return resolve(wanted, taken=taken, fold=str, join="{}_{}".format)


def are_free(names: Mapping[KeyT, str], taken: AbstractSet[str]) -> bool:
    """Tell whether all names can be had as they are, which is so nearly everywhere."""
    return taken.isdisjoint(names.values()) and len(set(names.values())) == len(names)


def offered(
    key: KeyT, own: str, taken: Collection[str], *names: str, kept: str = ""
) -> Wanted[KeyT]:
    """Offer names, taken ones with an underscore; who is called so in the spec goes first.

    Above all who travels so: models read a property by the name of its field, too.
    """
    free = tuple(f"{name}_" if name in taken else name for name in names)
    wire = key[-1] if isinstance(key, tuple) else key
    return Wanted(key, free, rank=2 if wire == free[0] else int(own == names[0]), kept=kept)
