"""Bodies that requests send: of tables and samples, as JSON, forms, multipart or files."""

from __future__ import annotations

from typing import Any

from specmill.sources.markdown.rest.commands import FORM, JSON, MULTIPART
from specmill.sources.markdown.rest.requests import Request
from specmill.sources.markdown.rest.samples import BINARY, Sample, completed, either
from specmill.sources.markdown.rest.tables import Listed, object_of

PLACES = {"body": "", "form": FORM, "multipart": MULTIPART}
"""Places in a body to the media type that each tells."""
SENDING = ("POST", "PUT", "PATCH")


def body_of(fields: list[Listed], told: str, samples: list[Sample]) -> dict[str, Any] | None:
    """Make the body of a request; ``told`` is the media type that a label says.

    None where nothing tells of a body.
    """
    samples = [one for one in samples if not one.is_empty]
    if not fields and not samples:
        return None
    media = told or next((one.media for one in samples if one.media), "") or _usual(fields)
    shown: dict[str, Any] = {}
    for index, sample in enumerate(samples):
        shown = either(shown, sample.shown) if index else sample.shown
    schema = completed(object_of(fields), shown) if fields else shown
    content: dict[str, Any] = {"schema": schema}
    examples = [one.value for one in samples if one.value is not None]
    if examples and media not in (FORM, MULTIPART):
        content["example"] = examples[0]
    if media == MULTIPART:
        _with_files(schema)
    if media == FORM and (encoding := _nested(shown)):
        content["encoding"] = encoding
    is_needed = bool(schema.get("required")) or not fields
    return {"content": {media: content}, **({"required": True} if is_needed else {})}


def media_told(request: Request) -> str:
    """Return the media type that the labels of bodies say; empty for none."""
    for part, _ in (*request.tables, *request.samples):
        if part.role in (*PLACES, "request") and (part.media or PLACES.get(part.role)):
            return part.media or PLACES[part.role]
    return ""


def _usual(fields: list[Listed]) -> str:
    has_file = any(one.row.declared.text.casefold() == "file" for one in fields)
    return MULTIPART if has_file else JSON


def _with_files(schema: dict[str, Any]) -> None:
    """Let the files of a form travel as they are."""
    for name, one in schema.get("properties", {}).items():
        if one.get("contentEncoding") == "base64":
            kept = {key: value for key, value in one.items() if key == "description"}
            schema["properties"][name] = {"type": "string", "contentMediaType": BINARY, **kept}


def _nested(shown: dict[str, Any]) -> dict[str, Any]:
    """Say how the objects of a form travel that a sample shows as ``metadata[order]``."""
    return {
        name: {"style": "deepObject", "explode": True}
        for name, one in shown.get("properties", {}).items()
        if one.get("type") == "object"
    }
