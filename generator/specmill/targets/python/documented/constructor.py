"""Constructor of the facade: the client's arguments under the page's names."""

from __future__ import annotations

from specmill.model.api import Api
from specmill.model.documented import Documented
from specmill.targets.python.constructor import Constructor, ConstructorParameter, constructor_of
from specmill.targets.python.documented.arguments import FaceParameter
from specmill.targets.python.imports import Imports


def documented_constructor(
    api: Api, client: Documented | None, runtime: str
) -> tuple[list[FaceParameter], list[str]]:
    """Return the parameters of the constructor, and the arguments of the client that it makes.

    Args:
        api: The model.
        client: The call that makes a client on the page; None where it shows none.
        runtime: Module path of the runtime as the package's own modules import it.
    """
    constructor = constructor_of(api, Imports(), runtime)
    if not constructor.leading:
        return _by_base_url(constructor)
    parameters: list[FaceParameter] = []
    arguments: list[str] = []
    for one in constructor.leading:
        parameter = _parameter(one, client)
        if parameter.required and any(not each.required for each in parameters):
            parameter = FaceParameter(parameter.name, one.annotation, one.default)
        number = one.annotation == "int"  # pages write ports in quotes
        parameters.append(parameter)
        arguments.append(f"{one.name}={f'int({parameter.name})' if number else parameter.name}")
    return parameters, arguments


def _parameter(one: ConstructorParameter, client: Documented | None) -> FaceParameter:
    """Name a parameter as the page does: ``library_host`` for ``host``."""
    annotation = "int | str" if one.annotation == "int" else one.annotation
    for documented in client.parameters if client else ():
        if documented.name == one.name or documented.name.endswith(f"_{one.name}"):
            if documented.required:
                return FaceParameter(documented.name, annotation.removesuffix(" | None"))
            return FaceParameter(documented.name, annotation, one.default)
    return FaceParameter(one.name, annotation, one.default)


def _by_base_url(constructor: Constructor) -> tuple[list[FaceParameter], list[str]]:
    found = [FaceParameter("base_url", "str | None", " = None")]
    found += [
        FaceParameter(one.name, "str | None", " = None", keyword_only=True)
        for one in constructor.named
        if one.annotation == "str | None"
    ]
    return found, [f"{one.name}={one.name}" for one in found]
