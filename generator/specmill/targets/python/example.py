"""Example of a call, five lines that show a new user how a client is used."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api, operations_of
from specmill.model.credentials import CredentialKind
from specmill.model.operations import Operation
from specmill.model.parameters import Parameter
from specmill.targets.python.arguments import constant_of, is_positional
from specmill.targets.python.constructor import chosen_server, constructor_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames

STAND_IN_URL = "https://api.example.com"
"""Base URL in examples of an API whose spec does not say where it is."""

_SHOWN = (
    CredentialKind.LOGIN,
    CredentialKind.TOKEN,
    CredentialKind.API_KEY,
    CredentialKind.BASIC,
)
"""Kinds of credentials that examples show, the first that an API has."""


def client_arguments(api: Api) -> Iterator[str]:
    """Yield the arguments that an example gives to the client of an API."""
    values = {"host": "localhost", "username": "me", "password": "secret"}
    constructor = constructor_of(api, Imports(), "")
    yield from (f'{name}="{values.get(name, name)}"' for name in constructor.needed)
    if chosen_server(api) is None:
        yield f'base_url="{STAND_IN_URL}"'
    kinds = {credential.kind for credential in api.credentials}
    shown = next((kind for kind in _SHOWN if kind in kinds), None)
    if shown in (CredentialKind.LOGIN, CredentialKind.BASIC):
        yield from (f'{name}="{values[name]}"' for name in ("username", "password"))
    elif shown is CredentialKind.TOKEN:
        yield 'token="my-token"'
    elif shown is CredentialKind.API_KEY:
        yield 'api_key="my-key"'


def example(api: Api, names: PythonNames, package: str) -> str:
    """Return a short program: make a client, call the plainest operation, print what comes."""
    imports = Imports()
    imports.add(package, names.client)
    arguments = ", ".join(client_arguments(api))
    lines = [
        *imports.lines(),
        "",
        f"with {names.client}({arguments}) as client:",
    ]
    operation = min(operations_of(api), key=plainness, default=None)
    if operation is None:
        return "\n".join([*lines, "    ..."])
    call = f"client.{names.dotted(operation)}({', '.join(_arguments(operation))})"
    if operation.pagination is not None:
        return "\n".join(
            [*lines, f"    for item in {call}:  # follows the pages", "        print(item)"]
        )
    return "\n".join([*lines, f"    print({call})"])


def plainness(operation: Operation) -> tuple[bool, bool, int, int]:
    """Order operations by how well they make an example: paged lists first, then plain reads."""
    needs_body = operation.body is not None and operation.body.required
    return (
        operation.pagination is None,
        operation.method != "GET" or needs_body,
        sum(parameter.required for parameter in operation.parameters),
        len(operation.resource),
    )


def _arguments(operation: Operation) -> list[str]:
    required = [one for one in operation.parameters if one.required and not constant_of(one)]
    path = [f'"{_sample(one)}"' for one in required if is_positional(one)]
    others = [f"{one.name}=…" for one in required if not is_positional(one)]
    return path + others


def _sample(parameter: Parameter) -> str:
    return "my-" + parameter.name.replace("_", "-").lower().removesuffix("id").rstrip("-")
