"""Repeats of requests: what a document says of them (``x-specmill-idempotent``, ``-errors``)."""

from __future__ import annotations

from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.document.pointers import join
from specmill.document.shapes import describe
from specmill.lower.keywords import repeats_for_others
from specmill.model.api import ErrorForm

IDEMPOTENT = "x-specmill-idempotent"
ERRORS = "x-specmill-errors"
_PLACES = ("code", "message")
_FINAL = "final"


def idempotent_of(source: SourceOperation, document: Document) -> bool | None:
    """Return whether the server may get a request twice; None where the document does not say.

    Raises:
        SpecmillError: The extension is neither true nor false.
    """
    said = source.node.get(IDEMPOTENT, repeats_for_others(source.node))
    if said is None or isinstance(said, bool):
        return said
    place = document.locate(f"{source.pointer}/{IDEMPOTENT}")
    raise fail(f"{IDEMPOTENT} is neither true nor false", location=place)


def final_of(source: SourceOperation, document: Document) -> tuple[int | str, ...]:
    """Return the errors of one operation that are final, besides those of the whole API.

    Raises:
        SpecmillError: The extension is malformed.
    """
    return _form(source.node.get(ERRORS), f"{source.pointer}/{ERRORS}", (), document).final


def error_form(document: Document) -> ErrorForm:
    """Return what a document says of the bodies of all errors.

    Raises:
        SpecmillError: The extension is malformed.
    """
    return _form(document.root.get(ERRORS), f"/{ERRORS}", _PLACES, document)


def _form(node: Any, pointer: str, places: tuple[str, ...], document: Document) -> ErrorForm:
    def refuse(what: str, *keys: str | int) -> SpecmillError:
        return fail(what, location=document.locate(join(pointer, *keys)))

    if node is None:
        return ErrorForm()
    if not isinstance(node, dict):
        raise refuse(f"{ERRORS} is not an object")
    known = (*places, _FINAL)
    for key, value in node.items():
        if key not in known:
            raise refuse(f"{ERRORS} has no {key!r} here; it has {', '.join(known)}", key)
        if key != _FINAL and not isinstance(value, str):
            raise refuse(f"{key} of {ERRORS} is not a text", key)
    final = node.get(_FINAL, [])
    if not isinstance(final, list):
        raise refuse(f"{_FINAL} of {ERRORS} is not a list", _FINAL)
    for index, one in enumerate(final):
        is_status = isinstance(one, int) and not isinstance(one, bool) and 400 <= one < 600
        if not is_status and not isinstance(one, str):
            raise refuse(
                f"{describe(one)} is neither an error status nor an error code (a string)",
                _FINAL,
                index,
            )
    return ErrorForm(str(node.get("code", "")), str(node.get("message", "")), tuple(final))
