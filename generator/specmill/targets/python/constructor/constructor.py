"""Arguments of a client's constructor: server variables and credentials.

The client of an API with a login is made as ``Client(host, username, password, port)``: ``host``
and ``port`` are those variables of its server, where it has them. ``host`` has no default where the
spec's stands for a server that only the caller knows: this very machine, or a name that nobody can
have (RFC 2606); the caller gives it, or a base URL. Everything else is given by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specmill.model.api import Api
from specmill.model.servers import Server, ServerRole, ServerVariable
from specmill.model.types import LiteralOf
from specmill.naming import Wanted, resolve
from specmill.targets.python.constructor.credentials import credentials_of
from specmill.targets.python.constructor.documentation import constructor_doc
from specmill.targets.python.constructor.endpoint import ConstructorParameter, endpoint_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.reserved import CONSTRUCTOR
from specmill.targets.python.spelling import (
    identifier,
    literal,
    sentence,
)
from specmill.targets.python.types import TypeSpeller
from specmill.values import dataclass

_STAND_IN = re.compile(
    r"(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1?\]?|"
    r"(?:.+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Constructor:
    """The arguments that differ between APIs, and what is passed on to the runtime's client."""

    leading: tuple[ConstructorParameter, ...]
    """Also given by place."""
    named: tuple[ConstructorParameter, ...]
    passed: tuple[str, ...]
    settings: tuple[str, ...]
    """What ``ApiSettings`` says of the server."""
    auth: str
    """Annotation of the argument ``auth``."""
    aliases: tuple[str, ...] = ()
    """Definitions of types that stand before the clients."""
    doc: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the arguments that have no default that would do."""
        return tuple(one.name for one in self.leading if one.needed)


def constructor_of(api: Api, imports: Imports, runtime: str) -> Constructor:
    """Return the arguments of an API's clients.

    Args:
        api: The model.
        imports: Takes what annotations need.
        runtime: Module path of the runtime as the client's module imports it.
    """
    server = chosen_server(api)
    variables = server.variables if server is not None else ()
    endpoint = endpoint_of(api, imports, runtime)
    credentials = credentials_of(api, imports, runtime)
    taken = {one.name for one in (*endpoint.parameters, *credentials.parameters)}
    names = _names(variables, taken)
    speller = TypeSpeller(imports, str, runtime, arguments=True)
    login = next((one.login for one in api.credentials if one.login is not None), None)
    required = {one.wire for one in variables if login is not None and _must_be_given(one)}
    of_server = {
        one.wire: _variable(one, names[one.wire], speller, required=one.wire in required)
        for one in variables
    }
    leading: list[ConstructorParameter] = []
    if login is not None:
        text = ConstructorParameter("username", "str | None", "str | None", wire=login.username)
        secret = ConstructorParameter("password", "str | None", "str | None", wire=login.password)
        host, port = of_server.pop("host", None), of_server.pop("port", None)
        leading = [one for one in (host, text, secret, port) if one is not None]
    named = (*of_server.values(), *endpoint.parameters, *credentials.parameters)
    return Constructor(
        leading=tuple(leading),
        named=named,
        passed=(*_passed(names, leading), *credentials.passed, *endpoint.passed),
        settings=(*_settings(server, required, base_path_of(api)), *endpoint.settings),
        auth=credentials.auth,
        aliases=endpoint.aliases,
        doc=constructor_doc(api, (*leading, *named), base_path_of(api)),
    )


def chosen_server(api: Api) -> Server | None:
    """Return the server that clients talk to: the first that says where it is."""
    servers = (server for server in api.servers if server.role is ServerRole.MAIN)
    return next((server for server in servers if "://" in server.default_url), None)


def base_path_of(api: Api) -> str:
    """Return the path that the API has on any server, where the spec does not say which."""
    if chosen_server(api) is not None:
        return ""
    servers = (server for server in api.servers if server.role is ServerRole.MAIN)
    return next((server.base_path for server in servers), "")


def _must_be_given(variable: ServerVariable) -> bool:
    return variable.wire == "host" and bool(_STAND_IN.fullmatch(str(variable.default)))


def _names(variables: tuple[ServerVariable, ...], taken: set[str]) -> Mapping[str, str]:
    wanted = [
        Wanted(one.wire, (identifier(one.name, prefix="server"), identifier(f"server {one.name}")))
        for one in variables
    ]
    return resolve(wanted, taken=CONSTRUCTOR | taken, fold=str, join="{}_{}".format)


def _variable(
    variable: ServerVariable, name: str, speller: TypeSpeller, *, required: bool
) -> ConstructorParameter:
    annotation = type(variable.default).__name__
    if variable.values:
        annotation = speller.spell(LiteralOf(variable.values))
    text = sentence(variable.docs, name)
    if required:
        annotation = f"{annotation} | None"
        text = f"{text} Needed unless there is a base URL.".strip()
    default = "None" if required else literal(variable.default)
    return ConstructorParameter(
        name, annotation, annotation, f" = {default}", text, variable.wire, required
    )


def _passed(names: Mapping[str, str], leading: list[ConstructorParameter]) -> Iterator[str]:
    if names:
        pairs = (f"{literal(wire)}: {name}" for wire, name in names.items())
        yield f"server={{{', '.join(pairs)}}}"
    of_server = set(names.values())
    for one in leading:
        if one.name not in of_server:
            yield f"{one.name}={one.name}"


def _settings(server: Server | None, required: set[str], base_path: str) -> Iterator[str]:
    if base_path:
        yield f"base_path={literal(base_path)}"
    if server is None:
        return
    url = server.url if server.variables else server.default_url
    yield f"base_url={literal(url.rstrip('/'))}"
    defaults = [
        f"{literal(one.wire)}: {literal(one.default)}"
        for one in server.variables
        if one.wire not in required
    ]
    if defaults:
        yield f"variables={{{', '.join(defaults)}}}"
