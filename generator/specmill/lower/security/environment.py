"""Environment variables that an API is known by elsewhere (``x-specmill-environment``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from specmill.diagnostics import fail
from specmill.document.document import Document
from specmill.document.pointers import join

EXTENSION = "x-specmill-environment"
_ARGUMENTS = (
    *("base_url", "token", "api_key", "username", "password"),
    *("client_id", "client_secret"),
)
_VARIABLE = re.compile("[A-Za-z_][A-Za-z0-9_]*")


def known_variables(document: Document) -> tuple[tuple[str, str], ...]:
    """Return arguments of clients with the variables that stand in for them, besides our own.

    Raises:
        SpecmillError: The extension is malformed.
    """
    said = document.root.get(EXTENSION, {})
    if not isinstance(said, Mapping):
        raise fail(f"{EXTENSION} is no object", location=document.locate(f"/{EXTENSION}"))
    for argument, name in said.items():
        place = document.locate(join(f"/{EXTENSION}", str(argument)))
        if argument not in _ARGUMENTS:
            hint = f"arguments are {', '.join(_ARGUMENTS)}"
            raise fail(f"{EXTENSION} has no {argument!r}", location=place, hint=hint)
        if not isinstance(name, str) or _VARIABLE.fullmatch(name) is None:
            raise fail(f"{name!r} is not the name of an environment variable", location=place)
    return tuple(said.items())
