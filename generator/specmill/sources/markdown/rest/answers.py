"""Answers of a REST page: by samples, tables, and sentences such as ``Returns a list of books``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from specmill.document.openapi_shapes import NO_CONTENT
from specmill.sources.markdown.blocks import Table, plain
from specmill.sources.markdown.cells import read_type
from specmill.sources.markdown.rest.bodies import PLACES, SENDING
from specmill.sources.markdown.rest.commands import JSON
from specmill.sources.markdown.rest.fields import Tables
from specmill.sources.markdown.rest.parts import USUAL_HEADERS
from specmill.sources.markdown.rest.requests import Request
from specmill.sources.markdown.rest.samples import Sample, completed, placed, schema_of_sample
from specmill.sources.markdown.rest.words import Part
from specmill.values import dataclass

_NO_BODY = ("204", "205", "304")
_HOLDER = re.compile(r"\bobject (?:containing|with|that|which|holding)\b", re.IGNORECASE)
"""Says that what is named stands inside of what is answered."""
_SENT = (*PLACES, "request")


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads what requests are answered with."""

    tables: Tables
    schemas: Mapping[str, Any]
    """The components of the page."""

    def of(self, request: Request) -> dict[str, Any]:
        """Return the responses of a request."""
        labels = (part.status for part, _ in (*request.samples, *request.tables))
        known = (*request.statuses, *labels)
        usual = next((one for one in known if one.startswith("2")), "200")
        samples: dict[str, list[tuple[Part, Sample]]] = {}
        for part, sample in self._received(request):
            samples.setdefault(part.status or usual, []).append((part, sample))
        told = self._told(request, usual)
        said = {usual: _first(request.told.get("", []))} | {
            status: "\n\n".join(texts) for status, texts in request.told.items() if status
        }
        said = {status: text for status, text in said.items() if text}
        said |= {status: meaning for status, meaning in request.statuses.items() if meaning}
        found: dict[str, Any] = {}
        for status in sorted({usual, *samples, *told, *request.statuses, *said}):
            found[status] = {"description": said.get(status, "")}
            headers = self._headers(request, status, usual, samples.get(status, []))
            if headers:
                found[status]["headers"] = headers
            shown = samples.get(status, [])
            found[status] |= _content(status, self._as_shown(told.get(status), shown), shown)
        return found

    def _as_shown(
        self, told: dict[str, Any] | None, samples: list[tuple[Part, Sample]]
    ) -> dict[str, Any] | None:
        """Return a list of the object that is named where samples show a list."""
        if told is None or not samples:
            return told
        if told.get("type") == "array":
            return _held(told, [one.value for _, one in samples])
        if "$ref" not in told:
            return told
        named = self.schemas.get(told["$ref"].rpartition("/")[2], {})
        are_lists = all(isinstance(one.value, list) for _, one in samples)
        return {"type": "array", "items": told} if are_lists and "properties" in named else told

    def _told(self, request: Request, usual: str) -> dict[str, dict[str, Any]]:
        """Return the schemas that tables and sentences tell, by status."""
        told: dict[str, dict[str, Any]] = {}
        tables: dict[str, list[tuple[str, Table]]] = {}
        for part, table in request.tables:
            if part.role == "response":
                tables.setdefault(part.status or usual, []).append((part.composed, table))
        for status, listed in tables.items():
            told[status] = self._fields(listed)
        for status, meaning in request.statuses.items():
            named = self._type_in(meaning) if status not in _NO_BODY else None
            if named is not None:
                told.setdefault(status, named)
        named = self._named(request) if usual not in _NO_BODY else None
        if named is not None:
            told.setdefault(usual, named)
        return told

    def _fields(self, tables: list[tuple[str, Table]]) -> dict[str, Any]:
        """Return the schema of the tables of one answer; the last one counts before the others."""
        if any(keyword for keyword, _ in tables):
            return self.tables.object_of(tables)
        schema: dict[str, Any] | None = None
        for one in tables:
            fields = self.tables.object_of([one])
            schema = completed(fields, schema) if schema is not None else fields
        return schema or {}

    def _type_in(self, meaning: str) -> dict[str, Any] | None:
        """Find the object that a cell of a table of statuses names, ``[Player](#player)``."""
        classes = self.tables.rows.classes
        for part in meaning.split(". "):
            text = plain(part).strip(" .")
            if not any(word in text for word in classes) or not self.tables.is_type(text):
                continue
            return read_type(text, self.tables.rows.dialects, classes).schema
        return None

    def _named(self, request: Request) -> dict[str, Any] | None:
        """Find the object of the page that a sentence says is answered."""
        classes = self.tables.rows.classes
        for text in request.told.get("", []):
            if _HOLDER.search(text):
                continue
            for word in sorted(classes, key=len, reverse=True):
                if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                    one = {"$ref": f"#/components/schemas/{classes[word]}"}
                    dialects = self.tables.rows.dialects
                    is_list = dialects.finds("list", text) or "array of" in text.lower()
                    return {"type": "array", "items": one} if is_list else one
        return None

    def _headers(
        self, request: Request, status: str, usual: str, samples: list[tuple[Part, Sample]]
    ) -> dict[str, Any]:
        """Return the headers of an answer that tables list and samples show."""
        found: dict[str, Any] = {}
        for part, table in request.tables:
            if part.role == "response headers" and (part.status or usual) == status:
                for one in self.tables.read(table):
                    meaning = {"description": one.row.meaning} if one.row.meaning else {}
                    found[one.name] = {**meaning, "schema": one.schema or {"type": "string"}}
        for name, value in (pair for _, one in samples for pair in one.headers):
            if name.lower() not in USUAL_HEADERS:
                kind = "integer" if value.isascii() and value.isdigit() else "string"
                found.setdefault(name, {"schema": {"type": kind}})
        return found

    def _split(self, request: Request) -> tuple[list[Sample], list[tuple[Part, Sample]]]:
        """Tell which samples are sent and which are answers; one without a label by its place."""
        sent = [one for part, one in request.samples if part.role in _SENT]
        received = [(part, one) for part, one in request.samples if part.is_answer]
        free = [
            (part, one)
            for part, one in request.samples
            if part.role not in _SENT and not part.is_answer
        ]
        if request.verb in SENDING and free and not sent:
            has_fields = any(not part.role.startswith("response") for part, _ in request.tables)
            if len(free) > 1 or (received and not has_fields):
                sent, free = [free[0][1]], free[1:]
        return sent, received + [(Part("response"), one) for _, one in free]

    def _received(self, request: Request) -> list[tuple[Part, Sample]]:
        return self._split(request)[1]

    def sent(self, request: Request) -> list[Sample]:
        """Return the samples of the body that a request sends."""
        return self._split(request)[0] if request.verb in (*SENDING, "DELETE") else []

    def shown(self, request: Request, name: str) -> dict[str, Any] | None:
        """Return the type of a plain value of this name in what a request is answered with."""
        for _, sample in self._received(request):
            value = sample.value
            if isinstance(value, list) and value:
                value = value[0]
            for key, found in value.items() if isinstance(value, dict) else ():
                is_plain = isinstance(found, str | int) and not isinstance(found, bool)
                if key.casefold() == name.casefold() and is_plain:
                    return {"type": schema_of_sample(found)["type"]}
        return None


def _held(told: dict[str, Any], values: list[Any]) -> dict[str, Any] | None:
    """Return a list that is named in the object that samples show around it, if they do."""
    if not all(isinstance(one, dict) for one in values):
        return told
    lists = [name for name, one in values[0].items() if isinstance(one, list)]
    return {"type": "object", "properties": {lists[0]: told}} if len(lists) == 1 else None


def _first(texts: list[str]) -> str:
    return texts[0] if texts else ""


def _content(
    status: str, told: dict[str, Any] | None, samples: list[tuple[Part, Sample]]
) -> dict[str, Any]:
    """Return the body of an answer by what tables and samples tell."""
    samples = [(part, one) for part, one in samples if not one.is_empty]
    if status in _NO_BODY:
        samples = [(part, one) for part, one in samples if one.value not in ({}, [], "")]
    if not samples and told is None:
        return {NO_CONTENT: True} if status in _NO_BODY else {}
    content: dict[str, Any] = {}
    for part, one in samples:
        media = part.media or one.media or JSON
        content.setdefault(media, {"values": [], "schemas": []})
        if one.value is not None:
            content[media]["values"].append(one.value)
        else:
            content[media]["schemas"].append(one.shown)
    if told is not None and not any(one["values"] for one in content.values()):
        content.setdefault(JSON, {"values": [], "schemas": []})
    return {"content": {media: _media(told, **one) for media, one in content.items()}}


def _media(told: dict[str, Any] | None, values: list[Any], schemas: list[Any]) -> dict[str, Any]:
    """Return what a body of one media type is: by a table, by the values of samples, or both."""
    if not values:
        return {"schema": schemas[0] if schemas else told or {}}
    shown = schema_of_sample(values)["items"]
    told = placed(told, shown) if told else told
    schema = completed(told, shown) if told else shown
    if told and shown.get("type") == "array" and told.get("type") == "object":
        schema = {"type": "array", "items": completed(told, shown["items"])}
    return {"schema": schema, "example": values[0]}
