"""How bodies of a media type are written and read, and what methods are called after them."""

from __future__ import annotations

import pytest

from specmill.lower.media_types import body_kind, preferred, response_kind, word_for
from specmill.model.operations import BodyKind, ResponseKind

FILE = {"type": "string", "contentMediaType": "application/octet-stream"}


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", ResponseKind.JSON),
        ("Application/JSON; charset=utf-8", ResponseKind.JSON),
        ("application/vnd.example.v2+json", ResponseKind.JSON),
        ("application/*+json", ResponseKind.JSON),
        ("text/json", ResponseKind.JSON),
        ("*/*", ResponseKind.JSON),
        ("application/*", ResponseKind.JSON),
        ("text/event-stream", ResponseKind.EVENTS),
        ("application/x-ndjson", ResponseKind.JSON_LINES),
        ("application/jsonl", ResponseKind.JSON_LINES),
        ("application/stream+json", ResponseKind.JSON_LINES),
        ("application/json-seq", ResponseKind.JSON_SEQUENCE),
        ("application/geo+json-seq", ResponseKind.JSON_SEQUENCE),
        ("text/csv", ResponseKind.TEXT),
        ("text/*", ResponseKind.TEXT),
        ("application/xml", ResponseKind.TEXT),
        ("application/atom+xml", ResponseKind.TEXT),
        ("application/yaml", ResponseKind.TEXT),
        ("application/x-www-form-urlencoded", ResponseKind.TEXT),
        ("application/pdf", ResponseKind.BINARY),
        ("image/*", ResponseKind.BINARY),
        ("multipart/mixed", ResponseKind.BINARY),
    ],
)
def test_answers(media_type: str, kind: ResponseKind) -> None:
    assert response_kind(media_type) is kind


def test_a_schema_tells_where_a_range_says_nothing() -> None:
    assert response_kind("*/*", FILE) is ResponseKind.BINARY
    assert response_kind("application/json", FILE) is ResponseKind.JSON
    assert body_kind("*/*", FILE) is BodyKind.BINARY


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", BodyKind.JSON),
        ("multipart/form-data", BodyKind.MULTIPART),
        ("application/x-www-form-urlencoded", BodyKind.FORM),
        ("application/xml", BodyKind.TEXT),
        ("application/x-ndjson", BodyKind.JSON_LINES),
        ("application/json-seq", BodyKind.JSON_SEQUENCE),
        ("image/png", BodyKind.BINARY),
    ],
)
def test_bodies(media_type: str, kind: BodyKind) -> None:
    assert body_kind(media_type) is kind


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (["application/xml", "application/json"], "application/json"),
        (["application/hal+json", "application/json"], "application/json"),
        (["text/event-stream", "application/hal+json"], "application/hal+json"),
        (["text/event-stream", "image/png"], "image/png"),
        (["application/xml", "text/yaml"], "application/xml"),
        (["application/pdf", "application/octet-stream", "text/csv"], "text/csv"),
        (["application/pdf", "application/octet-stream"], "application/octet-stream"),
        (["application/x-www-form-urlencoded", "multipart/form-data"], "multipart/form-data"),
    ],
)
def test_what_a_typed_client_handles_best(offered: list[str], chosen: str) -> None:
    assert preferred(offered) == chosen


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("text/csv", "csv"),
        ("text/plain", "text"),
        ("application/pdf", "pdf"),
        ("image/svg+xml", "svg"),
        ("image/*", "image"),
        ("application/octet-stream", "bytes"),
        ("text/event-stream", "stream"),
        ("application/x-ndjson", "stream"),
        ("application/vnd.example.order-list.v2+json", "example order list v2"),
        ("application/x-tar", "tar"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; v=1",
            "xlsx",
        ),
    ],
)
def test_what_methods_are_called_after(media_type: str, word: str) -> None:
    assert word_for(media_type) == word
