"""The client: its constructor, the options of every call, and what it is told of the API."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.models import UNSET, Docs
from specmill.model.servers import ServerVariable
from specmill.model.types import LiteralOf, Scalar, ScalarKind, TypeRef
from specmill.surface.reading.names import NamedTypes
from specmill.surface.value import Argument
from specmill.targets.python.arguments import style_of
from specmill.targets.python.constructor import (
    Constructor,
    ConstructorParameter,
    chosen_server,
)
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import PythonNames, parameter_names

_SETTING = re.compile(r"([a-z_]+)=(.*)", re.DOTALL)
_SERVER = "/servers/0"


def read_constructor(api: Api, constructor: Constructor) -> Iterator[Argument]:
    """Yield the arguments of the constructors that differ between APIs."""
    of_server = _server_variables(api)
    for positional, arguments in ((True, constructor.leading), (False, constructor.named)):
        for one in arguments:
            variable = None if one.name in _LOGIN else of_server.get(one.wire)
            yield _argument(one, variable, positional=positional)
    annotation = f"{constructor.auth} | None"
    yield Argument("auth", annotation, required=False, place="credential")


_LOGIN = frozenset(("username", "password"))


def _server_variables(api: Api) -> dict[str, ServerVariable]:
    """Return the variables of the server that clients talk to, by their wire names."""
    server = chosen_server(api)
    return {one.wire: one for one in server.variables} if server else {}


def _type_of(variable: ServerVariable) -> TypeRef:
    if variable.values:
        return LiteralOf(variable.values)
    is_text = isinstance(variable.default, str)
    return Scalar(ScalarKind.STRING if is_text else ScalarKind.INTEGER)


def _argument(
    one: ConstructorParameter, variable: ServerVariable | None, *, positional: bool
) -> Argument:
    default = one.default.removeprefix(" = ")
    return Argument(
        name=one.name,
        annotation=one.annotation,
        required=one.needed,
        positional=positional,
        type=_type_of(variable) if variable is not None else None,
        place="server" if variable is not None else "credential",
        wire=one.wire,
        default=UNSET if default in ("", "None") else default,
        docs=variable.docs if variable is not None else Docs(description=one.text),
        pointer=_SERVER if variable is not None else "/components/securitySchemes",
    )


def read_settings(constructor: Constructor) -> dict[str, str]:
    """Return what the clients are told of servers besides the first, as code by keyword."""
    matches = (_SETTING.fullmatch(written) for written in constructor.settings)
    found = {match[1]: match[2] for match in matches if match}
    return {key: value for key, value in found.items() if key not in ("base_url", "variables")}


def read_options(api: Api, names: PythonNames, types: NamedTypes) -> Iterator[Argument]:
    """Yield what ``RequestOptions`` takes besides what it takes for every API."""
    called = parameter_names(api.common_parameters, ())
    spelling = ModuleTypes(names, Imports(), "runtime", ".")
    for one in api.common_parameters:
        yield Argument(
            name=called[one.place.value, one.wire],
            annotation=spelling.argument(one.type),
            required=False,
            type=types.of(one.type),
            place=one.place.value,
            wire=one.wire,
            style=style_of(one),
            default=one.default,
            bounds=one.bounds,
            docs=one.docs,
            pointer="/components/parameters",
        )
