"""Which operations are lists in pages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.api import Api, Pagination
from specmill.model.types import Named, Scalar, ScalarKind

LIST = {"type": "array", "items": {"$ref": "#/components/schemas/Job"}}
TEXTS = {"type": "array", "items": {"type": "string"}}
TEXT = {"type": "string"}


def _paged(
    lowered: Lower,
    fields: dict[str, Any],
    parameters: tuple[str, ...] = ("pageToken",),
    place: str = "query",
    **extensions: Any,
) -> Pagination | None:
    page = {"$ref": "#/components/schemas/Page"}
    operation = {
        "operationId": "listJobs",
        "tags": ["jobs"],
        "parameters": [{"name": name, "in": place, "schema": TEXT} for name in parameters],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": page}}}
        },
        **extensions,
    }
    schemas = {
        "Job": {"type": "object", "properties": {"id": TEXT}},
        "Page": {"type": "object", "properties": fields},
    }
    api: Api = lowered(paths={"/jobs": {"get": operation}}, components={"schemas": schemas})
    (resource,) = api.root.children
    return resource.operations[0].pagination


@pytest.mark.parametrize(
    ("fields", "parameters", "items"),
    [
        ({"jobs": LIST, "nextPageToken": TEXT}, ("pageToken",), "jobs"),
        ({"jobs": LIST, "next_page_token": TEXT}, ("page_token",), "jobs"),
        ({"names": TEXTS, "nextPageToken": TEXT}, ("pageToken",), "names"),
        ({"jobs": LIST, "warnings": TEXTS, "nextPageToken": TEXT}, ("pageToken",), "jobs"),
        ({"jobs": LIST, "others": LIST, "nextPageToken": TEXT}, ("pageToken",), "jobs"),
        ({"oldJobs": LIST, "others": LIST, "nextPageToken": TEXT}, ("pageToken",), "oldJobs"),
        ({"$": LIST, "jobs": LIST, "nextPageToken": TEXT}, ("pageToken",), "jobs"),
        ({"a": LIST, "b": LIST, "nextPageToken": TEXT}, ("pageToken",), None),
        ({"nextPageToken": TEXT}, ("pageToken",), None),
        ({"jobs": LIST}, ("pageToken",), None),
        ({"jobs": LIST, "nextPageToken": TEXT}, ("page",), None),
    ],
)
def test_detection(
    lowered: Lower, fields: dict[str, Any], parameters: tuple[str, ...], items: str | None
) -> None:
    found = _paged(lowered, fields, parameters)
    assert (found and found.items) == items


def test_a_token_that_is_not_in_the_query_is_none(lowered: Lower) -> None:
    fields = {"jobs": LIST, "nextPageToken": TEXT}
    assert _paged(lowered, fields, place="header") is None


def test_the_type_of_the_items(lowered: Lower) -> None:
    found = _paged(lowered, {"jobs": LIST, "nextPageToken": TEXT})
    assert found == Pagination("jobs", "pageToken", "nextPageToken", Named("Job"))
    found = _paged(lowered, {"jobs": TEXTS, "nextPageToken": TEXT})
    assert found is not None
    assert found.item_type == Scalar(ScalarKind.STRING)


def test_the_document_may_say_it(lowered: Lower) -> None:
    said = {"items": "hits", "requestToken": "cursor", "responseToken": "after"}
    fields = {"hits": LIST, "jobs": LIST, "after": TEXT}
    found = _paged(lowered, fields, ("cursor",), **{"x-specmill-pagination": said})
    assert found == Pagination("hits", "cursor", "after", Named("Job"))
    fields = {"jobs": LIST, "nextPageToken": TEXT}
    assert _paged(lowered, fields, **{"x-specmill-pagination": False}) is None


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"items": "x", "requestToken": "pageToken", "responseToken": "next"}, "`items`.*'x'"),
        ({"items": "jobs", "requestToken": "x", "responseToken": "next"}, "`requestToken`.*'x'"),
        ({"items": "jobs", "requestToken": "pageToken"}, "`responseToken`.*None"),
        ({"items": ["jobs"]}, "`items`"),
        (True, "`items`"),
        ("jobs", "`items`"),
    ],
)
def test_what_it_says_must_be_there(lowered: Lower, said: Any, message: str) -> None:
    fields = {"jobs": LIST, "next": TEXT}
    with pytest.raises(SpecmillError, match=message):
        _paged(lowered, fields, **{"x-specmill-pagination": said})
