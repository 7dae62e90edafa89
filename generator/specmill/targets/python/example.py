"""The five lines that show a new user how a generated client is called."""

from __future__ import annotations

from specmill.model.api import Api, CredentialKind, Operation, Parameter, ParameterPlace
from specmill.targets.python.constructor_view import constructor_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.layout import operations_of
from specmill.targets.python.names import PythonNames


def example(api: Api, names: PythonNames, package: str) -> str:
    """Return a short program: make a client, call the plainest operation, print what comes."""
    arguments = []
    constructor = constructor_of(api, Imports(), "")
    arguments += [f'{name}="…"' for name in constructor.required]
    if not any("://" in server.default_url for server in api.servers):
        arguments.append('base_url="https://api.example.com"')
    kinds = {credential.kind for credential in api.credentials}
    if CredentialKind.LOGIN in kinds:
        arguments += ['username="…"', 'password="…"']
    elif CredentialKind.TOKEN in kinds:
        arguments.append('token="…"')
    elif CredentialKind.API_KEY in kinds:
        arguments.append('api_key="…"')
    lines = [
        f"from {package} import {names.client}",
        "",
        f"with {names.client}({', '.join(arguments)}) as client:",
    ]
    operation = min(operations_of(api), key=_rank, default=None)
    if operation is None:
        return "\n".join([*lines, "    ..."])
    call = f"client.{names.dotted(operation)}({', '.join(_arguments(operation))})"
    if operation.pagination is not None:
        return "\n".join(
            [*lines, f"    for item in {call}:  # follows the pages", "        print(item)"]
        )
    return "\n".join([*lines, f"    print({call})"])


def _rank(operation: Operation) -> tuple[bool, bool, int, int]:
    """Order operations by how well they make an example: paged lists first, then plain reads."""
    needs_body = operation.body is not None and operation.body.required
    return (
        operation.pagination is None,
        operation.method != "GET" or needs_body,
        sum(parameter.required for parameter in operation.parameters),
        len(operation.resource),
    )


def _arguments(operation: Operation) -> list[str]:
    required = [parameter for parameter in operation.parameters if parameter.required]
    path = [f'"{_sample(one)}"' for one in required if one.place is ParameterPlace.PATH]
    others = [f"{one.name}=…" for one in required if one.place is not ParameterPlace.PATH]
    return path + others


def _sample(parameter: Parameter) -> str:
    return "my-" + parameter.name.replace("_", "-").lower().removesuffix("id").rstrip("-")
