"""Bodies that requests send: of tables and samples, as JSON, forms, multipart or files."""

from __future__ import annotations

from typing import Any

from specmill.sources.markdown.dialect import fold
from specmill.sources.markdown.rest.commands import FORM, JSON, MULTIPART
from specmill.sources.markdown.rest.fields import Listed, object_of
from specmill.sources.markdown.rest.requests import Request
from specmill.sources.markdown.rest.samples import BINARY, YAML, Sample, completed, either
from specmill.values import replace

PLACES = {"body": "", "form": FORM, "multipart": MULTIPART}
"""Places in a body to the media type that each tells."""
SENDING = ("POST", "PUT", "PATCH")
_BODIES = ("body", "request body", "requestbody", "payload")
"""Names that a table has for the body itself."""


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
    _spell_as_sent(fields, shown)
    itself = _itself(fields)
    if itself is not None and "$ref" in itself.schema:
        schema = itself.schema
    else:
        schema = completed(_object(fields, itself), shown) if fields else shown
    content: dict[str, Any] = {"schema": schema}
    examples = [one.value for one in samples if one.value is not None]
    if examples and media not in (FORM, MULTIPART):
        content["example"] = examples[0]
    if media == MULTIPART:
        _with_files(schema)
    if media == FORM and (encoding := _nested(shown)):
        content["encoding"] = encoding
    is_needed = bool(schema.get("required")) or not fields or bool(itself and itself.row.required)
    return {"content": {media: content}, **({"required": True} if is_needed else {})}


def _spell_as_sent(fields: list[Listed], shown: dict[str, Any]) -> None:
    """Spell names as samples send them where case alone differs: some tables have those of client
    libraries, whose first letter alone is another.
    """
    sent = shown.get("properties", {})
    before = [one.name for one in fields]
    for one in fields:
        one.spell_as(sent)
    changed = [(old, one.name) for old, one in zip(before, fields, strict=True) if old != one.name]
    if changed and all(new == old[:1].upper() + old[1:] for old, new in changed):
        for one in fields:
            one.row.name = one.name[:1].upper() + one.name[1:]


def shown_as_yaml(samples: list[Sample], fields: list[Listed]) -> list[Sample]:
    """Take samples in YAML as forms, which converters of Swagger show so."""
    is_file = any(one.schema.get("contentEncoding") == "base64" for one in fields)
    media = MULTIPART if is_file else FORM
    return [replace(one, media=media) if one.media == YAML else one for one in samples]


def _itself(fields: list[Listed]) -> Listed | None:
    """Find the row that is the body itself, as Swagger has it: ``body | body | Pet``.

    All others, if any, are fields of it.
    """
    found = next((one for one in fields if one.place == "body" and _is_body(one)), None)
    if found is None or any(not _is_below(one, found) for one in fields if one is not found):
        return None
    return found


def _is_body(one: Listed) -> bool:
    model = one.schema.get("$ref", "").rpartition("/")[2]
    return fold(one.name) in _BODIES or fold(model) == fold(one.name)


def _is_below(one: Listed, around: Listed) -> bool:
    return one.name.startswith(f"{around.name}.")


def _object(fields: list[Listed], itself: Listed | None) -> dict[str, Any]:
    """Return the schema that a table tells of a body."""
    if itself is None:
        return object_of(fields)
    below = [one for one in fields if one is not itself]
    if not below:
        return itself.schema
    return object_of(
        [replace(one, row=replace(one.row, name=_without(one, itself))) for one in below]
    )


def _without(one: Listed, around: Listed) -> str:
    return one.name.removeprefix(f"{around.name}.")


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
