"""Attributes that a reference page lists and a model has under another name, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from specmill.model.api import Api
from specmill.model.models import Model
from specmill.model.types import Named
from specmill.targets.python.documented.results import ResultWriter, Value
from specmill.targets.python.names import PythonNames
from specmill.targets.python.reserved import FIELDS
from specmill.targets.python.spelling import docstring, first_paragraph
from specmill.targets.python.types import TypeSpeller
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property of a model."""

    name: str
    annotation: str
    code: str
    doc: str


def documented_properties(
    api: Api, names: PythonNames, model: Model, speller: TypeSpeller
) -> Iterator[PropertyView]:
    """Yield the properties that lead from the page's names to the model's own.

    Args:
        api: The model of an API.
        names: Its Python names.
        model: An object.
        speller: Spells types for the module at hand.
    """

    def helper(name: str) -> str:
        return speller.imports.add(f"{speller.runtime}.documented", name)

    taken = set(names.fields[model.key].values())
    for one in api.page.attributes.get(model.key, ()) if api.page else ():
        name = one.name
        if name in taken or name in FIELDS or not name.isidentifier() or iskeyword(name):
            continue
        taken.add(name)
        if one.missing:
            about = first_paragraph(f"Always None: {one.missing}.", indent=8)
            yield PropertyView(name, "None", "None", docstring(about))
        elif one.wire:
            start = Value("self", Named(model.key))
            value = ResultWriter(api, names, start, helper, names.models.__getitem__).value(
                one.wire
            )
            spelled = speller.optional(value.type) if value.optional else speller.spell(value.type)
            path = value.code.removeprefix("self.")
            about = f"Name on the reference page for `{path if path.isidentifier() else one.wire}`."
            yield PropertyView(name, spelled, value.code, docstring(about))
