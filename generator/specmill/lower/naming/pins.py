"""Names pinned in the configuration: an operation's or a model's, chosen by the user."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from specmill.diagnostics import fail, nearest
from specmill.document.document import Document
from specmill.document.operations import SourceOperation

_VARIABLE = re.compile(r"\{[^{}]*\}")
_ROUTE = re.compile(r"[A-Za-z]+\s+/")
"""An HTTP method and a path, in place of an operationId."""


def pins_of_resources(
    resources: Mapping[str, str], document: Document, *, any_pins: bool = False
) -> dict[str, str]:
    """Return the pins, by operation ids, of ``resource.method`` to HTTP method and path.

    The method is ``get`` or ``GET``; names of variables in the path do not count. ``any_pins``
    passes over routes that the document does not have.

    Raises:
        SpecmillError: A route is none of the document's, or has two places.
    """
    if not resources:
        return {}
    known = _by_route(document)
    pins: dict[str, str] = {}
    for place, said in resources.items():
        found = known.get(_route(said))
        if found is None and any_pins:
            continue
        if found is None:
            raise fail(
                f"the resources have {place!r}, whose {said!r} is no operation",
                location=document.locate(""),
                hint=nearest(said, (f"{one.http_method} {one.path}" for one in known.values())),
            )
        if found.id in pins:
            raise fail(
                f"the resources have {said!r} twice: {pins[found.id]!r} and {place!r}",
                location=document.locate(found.pointer),
            )
        pins[found.id] = place
    return pins


def pins_of_names(
    names: Mapping[str, str], document: Document, *, any_pins: bool = False
) -> dict[str, str]:
    """Return the pins by operation ids and names of schemas; an operation may be given by HTTP
    method and path, too, as in :func:`pins_of_resources`.

    Raises:
        SpecmillError: A route is none of the document's, or its operation has two names.
    """
    routes = {pin for pin in names if _ROUTE.match(pin)}
    routes -= known_names(document) if routes else set()
    known = _by_route(document) if routes else {}
    pins = {pin: name for pin, name in names.items() if pin not in routes}
    for pin in sorted(routes):
        found = known.get(_route(pin))
        if found is None and any_pins:
            continue
        if found is None:
            raise fail(
                f"a name is given to {pin!r}, which is no operation",
                location=document.locate(""),
                hint=nearest(pin, (f"{one.http_method} {one.path}" for one in known.values())),
            )
        if pins.setdefault(found.id, names[pin]) != names[pin]:
            raise fail(
                f"{pin!r} has two names: {pins[found.id]!r} and {names[pin]!r}",
                location=document.locate(found.pointer),
            )
    return pins


def _by_route(document: Document) -> dict[str, SourceOperation]:
    return {_route(f"{one.http_method} {one.path}"): one for one in document.operations()}


def _route(said: str) -> str:
    """Return HTTP method and path without the names of variables."""
    method, _, path = said.strip().partition(" ")
    return f"{method.upper()} {_VARIABLE.sub('{}', path.strip())}"


def known_names(document: Document) -> set[str]:
    """Return what a pin may name: ids of operations and names of schemas."""
    schemas = document.root.get("components", {}).get("schemas", {})
    return {source.id for source in document.operations()} | set(schemas)


def refuse_unknown_pins(pins: Mapping[str, str], document: Document) -> None:
    """Refuse names for what is not in the document.

    Raises:
        SpecmillError: A pin names neither an operation nor a schema.
    """
    known = known_names(document)
    for pin in pins:
        if pin not in known:
            guess = get_close_matches(pin, known, n=1)
            raise fail(
                f"a name is given to {pin!r}, which is neither an operation nor a schema",
                location=document.locate(""),
                hint=f"did you mean {guess[0]!r}?" if guess else "",
            )
