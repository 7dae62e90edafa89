"""Example of a call, five lines that show a new user how a client is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from specmill.model.api import Api, operations_of
from specmill.model.credentials import CredentialKind
from specmill.model.operations import Operation, ResponseKind
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
    """Return a short program: make a client, call a telling operation, print what comes."""
    imports = Imports()
    imports.add(package, names.client)
    arguments = ", ".join(client_arguments(api))
    body = _use(telling(api), names)
    return "\n".join([*imports.lines(), "", f"with {names.client}({arguments}) as client:", *body])


def async_example(api: Api, names: PythonNames, package: str) -> str:
    """Return the program of :func:`example` for the async client."""
    imports = Imports()
    imports.add_module("asyncio")
    imports.add(package, f"Async{names.client}")
    arguments = ", ".join(client_arguments(api))
    lines = [
        "async def main() -> None:",
        f"    async with Async{names.client}({arguments}) as client:",
        *(f"    {line}" for line in _use(telling(api), names, is_async=True)),
    ]
    return "\n".join([*imports.lines(), "", "", *lines, "", "", "asyncio.run(main())"])


def _use(
    operation: Operation | None, names: PythonNames, *, is_async: bool = False
) -> Iterator[str]:
    if operation is None:
        yield "    ..."
        return
    call = f"client.{names.dotted(operation)}({', '.join(_arguments(operation))})"
    if operation.pagination is None:
        yield f"    print({'await ' if is_async else ''}{call})"
    else:
        yield f"    {'async ' if is_async else ''}for item in {call}:  # follows the pages"
        yield "        print(item)"


def telling(api: Api) -> Operation | None:
    """Return the operation that shows best what an API is for: a list in pages, else a plain read,
    of the resource that has most operations; None where there is none.
    """
    operations = list(operations_of(api))
    sizes = Counter(one.resource[:1] for one in operations)
    return min(operations, key=lambda one: _plainness(one, sizes), default=None)


def _plainness(
    operation: Operation, sizes: Mapping[tuple[str, ...], int]
) -> tuple[bool | int, ...]:
    needs_body = operation.body is not None and operation.body.required
    response = operation.response
    return (
        operation.docs.deprecated,
        operation.pagination is None,
        operation.method != "GET" or needs_body,
        response is None or response.kind is ResponseKind.NONE,
        not operation.resource,
        sum(parameter.required for parameter in operation.parameters),
        -sizes[operation.resource[:1]],
        len(operation.resource),
        len(operation.path),
    )


def _arguments(operation: Operation) -> list[str]:
    required = [one for one in operation.parameters if one.required and not constant_of(one)]
    path = [f'"{_sample(one)}"' for one in required if is_positional(one)]
    others = [f"{one.name}=…" for one in required if not is_positional(one)]
    return path + others


def _sample(parameter: Parameter) -> str:
    return "my-" + parameter.name.replace("_", "-").lower().removesuffix("id").rstrip("-")
