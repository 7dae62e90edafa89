"""Docstring of a client's constructor: every argument, and what of the environment stands in."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.api import Api
from specmill.targets.python.constructor.credentials import environment_of
from specmill.targets.python.constructor.endpoint import ConstructorParameter
from specmill.targets.python.spelling import WIDTH, docstring, one_line
from specmill.text import wrap

_INDENT = 8
_SEVERAL = ", or a mapping from names of schemes to keys"
_COMMON = {
    "auth": 'Any other authentication of httpx2, or `("user", "password")` for HTTP Basic.',
    "base_url": "Address of the server",
    "timeout": "Seconds for each read and write (60; 10 to connect); None waits forever.",
    "max_retries": "How often a failed request is sent again, if that is safe.",
    "headers": "Headers of every request.",
    "transport": "An httpx2 transport in place of the network, for example in tests.",
    "http_client": "Your own httpx2 client; it is not closed.",
    "verify": "An `ssl.SSLContext`, a file or folder with certificate authorities, or False for no"
    " check.",
    "proxy": "Address of a proxy; by default `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` decide.",
    "limits": "Limits of httpx2 on the number of connections.",
    "http2": "Whether to use HTTP/2.",
    "max_response_bytes": "Size of the largest response that is read.",
    "strict": "Raise a `DecodeError` if a response does not fit its type.",
}
"""What the arguments that every client has are for."""


def constructor_doc(api: Api, parameters: Iterable[ConstructorParameter], base_path: str) -> str:
    """Return the docstring.

    Args:
        api: The model.
        parameters: The arguments that only some clients have.
        base_path: Path that the API has on any server.
    """
    base_url = f"{_COMMON['base_url']}; by default {_variables(api, 'base_url')}."
    if base_path:
        base_url += f" `{one_line(base_path)}` is added to an address without a path."
    said = {one.name: _text(one, api) for one in parameters}
    said |= {**_COMMON, "base_url": base_url}
    lines = [_begins(api), "", "Args:"]
    for name, text in said.items():
        first, *rest = wrap(f"{name}: {text}", WIDTH - _INDENT - 8)
        lines += [f"    {first}", *(f"        {line}" for line in rest)]
    return docstring("\n".join(lines))


def _begins(api: Api) -> str:
    if any(one.login for one in api.credentials):
        return "The first call opens a connection and logs in."
    if any(one.is_fetched for one in api.credentials):
        return "The first call opens a connection and fetches a token."
    return "The first call opens a connection."


def _text(parameter: ConstructorParameter, api: Api) -> str:
    """Say what an argument is for, and which variables stand in for it."""
    if parameter.name not in ("token", "api_key", "username", "password"):
        return parameter.text or "Part of the address of the server."
    instead = f"by default {_variables(api, parameter.name)}."
    login = any(one.login for one in api.credentials)
    if parameter.name == "token":
        return f"Bearer token, or a function that returns it; {instead}"
    if parameter.name == "api_key":
        several = "Mapping" in parameter.annotation
        return f"API key{_SEVERAL if several else ''}; {instead}"
    if parameter.name == "username":
        return f"{'User of the login' if login else 'User of HTTP Basic'}; {instead}"
    return f"Password; {instead}"


def _variables(api: Api, argument: str) -> str:
    """Name the variables of the environment that are read for an argument."""
    known = dict(api.known_variables).get(argument)
    names = [f"`{environment_of(api)}_{argument.upper()}`", *([f"`{known}`"] if known else [])]
    return f"{' or '.join(names)} of the environment"
