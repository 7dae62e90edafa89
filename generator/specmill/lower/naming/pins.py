"""Names pinned in the configuration: an operation's or a model's, chosen by the user."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from specmill.diagnostics import fail
from specmill.document.document import Document
from specmill.document.operations import source_operations


def refuse_unknown_pins(pins: Mapping[str, str], document: Document) -> None:
    """Refuse names for what is not in the document.

    Raises:
        SpecmillError: A pin names neither an operation nor a schema.
    """
    schemas = document.root.get("components", {}).get("schemas", {})
    known = {source.id for source in source_operations(document.root)} | set(schemas)
    for pin in pins:
        if pin not in known:
            guess = get_close_matches(pin, known, n=1)
            raise fail(
                f"a name is given to {pin!r}, which is neither an operation nor a schema",
                location=document.locate(""),
                hint=f"did you mean {guess[0]!r}?" if guess else "",
            )
