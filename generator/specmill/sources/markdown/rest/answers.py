"""Answers of a REST page: by samples, tables, and sentences such as ``Returns a list of books``."""

from __future__ import annotations

import re
from typing import Any

from specmill.document.openapi_shapes import NO_CONTENT
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.rest.samples import Sample, completed, schema_of_sample
from specmill.sources.markdown.rest.sections import Request
from specmill.sources.markdown.rest.tables import Tables, object_of
from specmill.values import dataclass

_JSON = "application/json"
_SENDING = ("POST", "PUT", "PATCH")
_NO_BODY = ("204", "205", "304")
_SENT = ("body", "form", "multipart", "request")


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads what requests are answered with."""

    tables: Tables
    dialects: Dialects

    def of(self, request: Request) -> dict[str, Any]:
        """Return the responses of a request."""
        labels = (role.partition(" ")[2] for role, _ in (*request.samples, *request.tables))
        known = (*request.statuses, *labels)
        usual = next((one for one in known if one.startswith("2")), "200")
        samples: dict[str, list[Any]] = {}
        for role, sample in self._received(request):
            if sample.value is not None:
                samples.setdefault(role.partition(" ")[2] or usual, []).append(sample.value)
        told: dict[str, dict[str, Any]] = {}
        for role, table in request.tables:
            if role.startswith("response"):
                status = role.partition(" ")[2] or usual
                fields = object_of(self.tables.read(table))
                told[status] = completed(fields, told[status]) if status in told else fields
        named = self._named(request) if usual not in _NO_BODY else None
        if named is not None:
            told.setdefault(usual, named)
        said = {usual: request.told[0]} if request.told else {}
        said |= {status: meaning for status, meaning in request.statuses.items() if meaning}
        statuses = {usual, *samples, *told, *request.statuses}
        return {
            status: {
                "description": said.get(status, ""),
                **_content(status, told.get(status), samples.get(status, [])),
            }
            for status in sorted(statuses)
        }

    def _named(self, request: Request) -> dict[str, Any] | None:
        """Find the object of the page that a sentence says is answered."""
        classes = self.tables.rows.classes
        for text in request.told:
            for word in sorted(classes, key=len, reverse=True):
                if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                    one = {"$ref": f"#/components/schemas/{classes[word]}"}
                    is_list = self.dialects.finds("list", text) or "array of" in text.lower()
                    return {"type": "array", "items": one} if is_list else one
        return None

    def _split(self, request: Request) -> tuple[list[Sample], list[tuple[str, Sample]]]:
        """Tell which samples are sent and which are answers; one without a label by its place."""
        sent = [one for role, one in request.samples if role in _SENT]
        received = [(role, one) for role, one in request.samples if role.startswith("response")]
        free = [
            one
            for role, one in request.samples
            if role not in _SENT and not role.startswith("response")
        ]
        if request.verb in _SENDING and free and not sent:
            has_fields = any(not role.startswith("response") for role, _ in request.tables)
            if len(free) > 1 or (received and not has_fields):
                sent, free = free[:1], free[1:]
        return sent, received + [("response", one) for one in free]

    def _received(self, request: Request) -> list[tuple[str, Sample]]:
        return self._split(request)[1]

    def sent(self, request: Request) -> Sample | None:
        """Return the sample of the body that a request sends, if the page has one."""
        sent = self._split(request)[0]
        return sent[0] if sent and request.verb in (*_SENDING, "DELETE") else None

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


def _content(status: str, told: dict[str, Any] | None, values: list[Any]) -> dict[str, Any]:
    """Return the body of an answer by what tables and samples tell."""
    if not values and told is None:
        return {NO_CONTENT: True} if status in _NO_BODY else {}
    media: dict[str, Any] = {"schema": told or {}}
    if values:
        shown = schema_of_sample(values)["items"]
        if told and shown.get("type") == "array" and told.get("type") == "object":
            media["schema"] = {"type": "array", "items": completed(told, shown["items"])}
        else:
            media["schema"] = completed(told, shown) if told else shown
        media["example"] = values[0]
    return {"content": {_JSON: media}}
