"""Names pinned in the configuration: an operation's or a model's, chosen by the user."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from specmill.diagnostics import fail, nearest
from specmill.document.document import Document


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
    known = {f"{one.http_method} {_route(one.path)}": one for one in document.operations()}
    pins: dict[str, str] = {}
    for place, said in resources.items():
        method, _, path = said.strip().partition(" ")
        found = known.get(f"{method.upper()} {_route(path.strip())}")
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


def _route(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path)


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
