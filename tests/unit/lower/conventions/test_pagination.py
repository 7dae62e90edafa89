"""Which operations are lists in pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.api import Api
from specmill.model.models import FieldRef
from specmill.model.pagination import PageStyle, Pagination
from specmill.model.parameters import ParameterPlace
from specmill.model.types import Named, Scalar, ScalarKind

LIST = {"type": "array", "items": {"$ref": "#/components/schemas/Job"}}
TEXTS = {"type": "array", "items": {"type": "string"}}
TEXT = {"type": "string"}
JOBS_BY_KEY = {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Job"}}
TEXT_BY_KEY = {"type": "object", "additionalProperties": TEXT}
PAGES = "x-specmill-pagination"
NUMBER = {"type": "integer"}
ADDRESS = {"type": "string", "format": "uri"}


def _paged(
    lowered: Lower,
    fields: dict[str, Any],
    parameters: tuple[str, ...] = ("pageToken",),
    place: str = "query",
    method: str = "get",
    schema: dict[str, Any] = TEXT,
    **extensions: Any,
) -> Pagination | None:
    page = {"$ref": "#/components/schemas/Page"}
    operation: dict[str, Any] = {
        "operationId": "listJobs",
        "tags": ["jobs"],
        "parameters": [
            {"name": name, "in": place, "schema": schema} for name in parameters if place != "body"
        ],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": page}}}
        },
        **extensions,
    }
    schemas = {
        "Job": {"type": "object", "properties": {"id": TEXT}},
        "Page": {"type": "object", "properties": fields},
    }
    if place == "body":
        sent = {"type": "object", "properties": dict.fromkeys(parameters, TEXT)}
        operation["requestBody"] = {"content": {"application/json": {"schema": sent}}}
    api: Api = lowered(paths={"/jobs": {method: operation}}, components={"schemas": schemas})
    (resource,) = api.root.children
    return resource.operations[0].pagination


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _list_of(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(**properties)}


RELATED = _list_of(rel=TEXT, href=TEXT)


def _dotted(path: tuple[FieldRef, ...]) -> str:
    return ".".join(ref.wire for ref in path)


@pytest.mark.parametrize(
    ("fields", "items"),
    [
        ({"jobs": LIST}, "jobs"),
        ({"names": TEXTS}, "names"),
        ({"jobs": {"oneOf": [LIST, {"type": "null"}]}}, "jobs"),
        # objects before texts, lists before maps, side notes last
        ({"jobs": LIST, "names": TEXTS}, "jobs"),
        ({"byPlace": JOBS_BY_KEY, "unreachables": TEXTS}, "byPlace"),
        ({"byPlace": JOBS_BY_KEY, "names": TEXTS}, "byPlace"),
        ({"byPlace": JOBS_BY_KEY, "found": LIST}, "found"),
        ({"labels": TEXT_BY_KEY, "names": TEXTS}, "names"),
        ({"found": LIST, "warnings": LIST}, "found"),
        ({"warnings": LIST}, "warnings"),
        # several of a kind: called like the resource, or as items are
        ({"jobs": LIST, "others": LIST}, "jobs"),
        ({"jobs": LIST, "deletedJobs": LIST}, "jobs"),
        ({"oldJobs": LIST, "others": LIST}, "oldJobs"),
        ({"$": LIST, "jobs": LIST}, "jobs"),
        ({"results": LIST, "filters": LIST}, "results"),
        # nothing evident: the answers themselves
        ({"a": LIST, "b": LIST}, ""),
        ({"total": TEXT}, ""),
    ],
)
def test_where_the_items_are(lowered: Lower, fields: dict[str, Any], items: str) -> None:
    found = _paged(lowered, {**fields, "nextPageToken": TEXT})
    assert found is not None
    assert _dotted(found.items) == items
    assert found.by_key == (items == "byPlace")
    if not items:
        assert found.item_type == Named("Page")


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        ("pageToken", "nextPageToken"),
        ("page_token", "next_page_token"),
        ("nextPageToken", "nextPageToken"),
        ("pageToken", "pageToken"),
    ],
)
@pytest.mark.parametrize("place", ["query", "body"])
def test_names_of_tokens(lowered: Lower, sent: str, answered: str, place: str) -> None:
    found = _paged(lowered, {"jobs": LIST, answered: TEXT}, (sent,), place, "post")
    assert found is not None
    assert found.request_token == (sent,)
    assert found.response_token == (FieldRef("Page", answered),)
    assert found.place == (ParameterPlace.QUERY if place == "query" else None)


def test_what_is_no_list_in_pages(lowered: Lower) -> None:
    assert _paged(lowered, {"jobs": LIST}) is None
    assert _paged(lowered, {"jobs": LIST, "nextPageToken": TEXT}, ("page",)) is None
    assert _paged(lowered, {"jobs": LIST, "nextPageToken": TEXT}, method="patch") is None


def test_a_token_that_is_not_in_the_query_is_none(lowered: Lower) -> None:
    fields = {"jobs": LIST, "nextPageToken": TEXT}
    assert _paged(lowered, fields, place="header") is None


def test_the_type_of_the_items(lowered: Lower) -> None:
    found = _paged(lowered, {"jobs": LIST, "nextPageToken": TEXT})
    token = (FieldRef("Page", "nextPageToken"),)
    assert found == Pagination((FieldRef("Page", "jobs"),), ("pageToken",), token, Named("Job"))
    found = _paged(lowered, {"jobs": TEXTS, "nextPageToken": TEXT})
    assert found is not None
    assert found.item_type == Scalar(ScalarKind.STRING)


def test_the_document_may_say_it(lowered: Lower) -> None:
    said = {"items": "hits", "requestToken": "cursor", "responseToken": "after"}
    fields = {"hits": LIST, "jobs": LIST, "after": TEXT}
    found = _paged(lowered, fields, ("cursor",), **{PAGES: said})
    hits, after = FieldRef("Page", "hits"), FieldRef("Page", "after")
    assert found == Pagination((hits,), ("cursor",), (after,), Named("Job"))
    fields = {"jobs": LIST, "nextPageToken": TEXT}
    assert _paged(lowered, fields, **{PAGES: False}) is None


def test_names_with_dots_lead_into_objects(lowered: Lower) -> None:
    inner = {"type": "object", "properties": {"jobs": LIST, "a.b": TEXT}}
    said = {"items": "found.jobs", "requestToken": "page", "responseToken": "found.a.b"}
    found = _paged(lowered, {"found": inner}, ("page",), **{PAGES: said})
    assert found is not None
    assert [ref.wire for ref in found.items] == ["found", "jobs"]
    assert [ref.wire for ref in found.response_token] == ["found", "a.b"]


@pytest.mark.parametrize(
    ("said", "style", "token", "more"),
    [
        ({"style": "offset"}, PageStyle.OFFSET, "", ""),
        ({"style": "number", "more": "more"}, PageStyle.NUMBER, "", "more"),
        ({"style": "cursor", "responseToken": "id"}, PageStyle.CURSOR, "id", ""),
    ],
)
def test_other_styles_are_declared(
    lowered: Lower, said: dict[str, Any], style: PageStyle, token: str, more: str
) -> None:
    said |= {"items": "jobs", "requestToken": "start"}
    fields = {"jobs": LIST, "more": {"type": "boolean"}}
    found = _paged(lowered, fields, ("start",), "header", **{PAGES: said})
    assert found is not None
    assert (found.style, found.place) == (style, ParameterPlace.HEADER)
    assert (_dotted(found.response_token), _dotted(found.more)) == (token, more)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"items": "x", "requestToken": "pageToken", "responseToken": "next"}, "`items`.*'x'"),
        ({"items": "next", "requestToken": "pageToken", "responseToken": "next"}, "`items`"),
        ({"items": "jobs", "requestToken": "x", "responseToken": "next"}, "`requestToken`.*'x'"),
        ({"items": "jobs", "requestToken": "pageToken"}, "`responseToken`.*None"),
        ({"style": "cursor", "items": "jobs", "requestToken": "pageToken"}, "field of an item"),
        ({"style": "chain"}, "no style: 'chain'"),
        ({"style": "link", "requestToken": "pageToken"}, "have no tokens"),
        ({"style": "number", "requestToken": "pageToken", "total": "n"}, "needs `style: offset`"),
        ({"requestToken": "pageToken", "responseToken": "next", "first": 0}, "`first`.*or `style"),
        ({"items": "jobs", "token": "next"}, "has no 'token'"),
        ({"items": ["jobs"]}, "`items`"),
        (True, "neither an object nor false"),
        ("jobs", "neither an object nor false"),
    ],
)
def test_what_it_says_must_be_there(lowered: Lower, said: Any, message: str) -> None:
    fields = {"jobs": LIST, "next": TEXT}
    with pytest.raises(SpecmillError, match=message):
        _paged(lowered, fields, **{PAGES: said})


@pytest.mark.parametrize(
    ("fields", "parameter", "items"),
    [
        ({"jobs": LIST, "total": TEXT}, "per_page", "jobs"),
        ({"jobs": LIST}, "Cursor", "jobs"),
        ({"jobs": JOBS_BY_KEY}, "page", None),
        ({"jobs": LIST, "others": LIST}, "page", "jobs"),
        ({"a": LIST, "b": LIST}, "page", None),
        ({"jobs": LIST}, "filter", None),
        ({}, "page", None),
    ],
)
def test_a_header_says_where_a_list_goes_on(
    lowered: Lower, fields: dict[str, Any], parameter: str, items: str | None
) -> None:
    header = {"Link": {"schema": TEXT}}
    page = {"content": {"application/json": {"schema": {"type": "object", "properties": fields}}}}
    responses = {"200": {"description": "", "headers": header, **page}}
    found = _paged(lowered, {}, (parameter,), responses=responses)
    if items is None:
        assert found is None
    else:
        assert found is not None
        assert (found.style, found.request_token, _dotted(found.items)) == ("link", (), items)
    assert _paged(lowered, {}, (parameter,), method="post", responses=responses) is None


@pytest.mark.parametrize(
    ("fields", "style"),
    [
        ({"jobs": LIST, "total": NUMBER}, PageStyle.LINK),
        ({"jobs": LIST, "total": NUMBER, "page": NUMBER, "size": NUMBER}, PageStyle.NUMBER),
        ({"jobs": LIST, "totalPages": NUMBER}, PageStyle.NUMBER),
        ({"jobs": LIST, "hasMore": {"type": "boolean"}}, PageStyle.NUMBER),
    ],
)
def test_beside_lists_with_links_one_that_counts_its_pages_needs_none(
    lowered: Lower, fields: dict[str, Any], style: PageStyle
) -> None:
    def listed(schema: Any, **more: Any) -> Any:
        content = {"application/json": {"schema": schema}}
        queries = [{"name": name, "in": "query", "schema": NUMBER} for name in ("page", "size")]
        responses = {"200": {"description": "", "content": content, **more}}
        return {"get": {"parameters": queries, "responses": responses}}

    linked = listed(LIST, headers={"Link": {"schema": TEXT}})
    counted = listed({"type": "object", "properties": fields})
    jobs = {"schemas": {"Job": {"type": "object"}}}
    api = lowered(paths={"/a": linked, "/b": counted}, components=jobs)
    found = [one.operations[0].pagination for one in api.root.children]
    assert [one and one.style for one in found] == [PageStyle.LINK, style]


@pytest.mark.parametrize("extension", ["get it from us", {"get": "a note"}])
def test_extensions_beside_the_paths_say_nothing_of_links(lowered: Lower, extension: Any) -> None:
    responses = {"200": {"description": "", "content": {"application/json": {"schema": TEXTS}}}}
    operation = {"parameters": [{"name": "page", "in": "query", "schema": TEXT}]}
    paths = {"x-note": extension, "/jobs": {"get": {**operation, "responses": responses}}}
    assert lowered(paths=paths).root.children[0].operations[0].pagination is None


@pytest.mark.parametrize("total", ["total", "count"])
@pytest.mark.parametrize(
    ("queries", "is_paged"), [(("page", "page_size"), True), (("page",), False)]
)
def test_numbered_pages_count_their_items_beside_a_size(
    lowered: Lower, total: str, queries: tuple[str, ...], is_paged: bool
) -> None:
    found = _paged(lowered, {"items": LIST, total: NUMBER}, queries, schema=NUMBER)
    assert (found and found.style) == (PageStyle.NUMBER if is_paged else None)


FLAG = {"type": "boolean"}


@pytest.mark.parametrize(
    ("fields", "parameter", "style", "token"),
    [
        ({"data": LIST, "has_more": FLAG}, "starting_after", PageStyle.CURSOR, "id"),
        ({"data": LIST, "hasMore": FLAG}, "startingAfter", PageStyle.CURSOR, "id"),
        ({"data": LIST, "has_more": FLAG, "last_id": TEXT}, "after", PageStyle.TOKEN, "last_id"),
        ({"data": LIST, "has_more": FLAG, "last_id": TEXT}, "after_id", PageStyle.TOKEN, "last_id"),
    ],
)
def test_lists_go_on_behind_their_last_item(
    lowered: Lower, fields: dict[str, Any], parameter: str, style: PageStyle, token: str
) -> None:
    pages = _paged(lowered, fields, (parameter, "limit"))
    assert pages is not None
    assert (_dotted(pages.items), pages.request_token) == ("data", (parameter,))
    assert (pages.style, _dotted(pages.response_token)) == (style, token)
    assert _dotted(pages.more) in fields


@pytest.mark.parametrize(
    ("fields", "parameter"),
    [
        ({"data": LIST, "has_more": FLAG}, "after"),  # it may be a time
        ({"data": TEXTS, "has_more": FLAG}, "starting_after"),  # a text has no id
        ({"data": LIST}, "starting_after"),
        ({"data": LIST, "has_more": FLAG}, "ending_before"),
    ],
)
def test_what_names_no_last_item_is_no_list_in_pages(
    lowered: Lower, fields: dict[str, Any], parameter: str
) -> None:
    assert _paged(lowered, fields, (parameter,)) is None


@pytest.mark.parametrize(
    ("fields", "asked", "style", "response"),
    [
        ({"users": LIST, "nextCursor": TEXT}, "cursor", "token", "nextCursor"),
        ({"users": LIST, "next-page-token": TEXT}, "Page-Token", "token", "next-page-token"),
        ({"users": LIST, "next_page": TEXT}, "page_token", "token", "next_page"),
        ({"users": LIST, "@odata.nextLink": TEXT}, "$top", "url", "@odata.nextLink"),
        ({"users": LIST, "next_page_uri": TEXT}, "Page", "url", "next_page_uri"),
        ({"users": LIST, "next": TEXT, "previous": TEXT}, "page", "url", "next"),
        ({"users": LIST, "next": TEXT, "previous": TEXT}, "cursor", "next", "next"),
        ({"users": LIST, "meta": _object(next=TEXT)}, "after", "next", "meta.next"),
        ({"users": LIST, "meta": _object(next=ADDRESS)}, "after", "url", "meta.next"),
        ({"users": LIST, "pagination": _object(next=NUMBER)}, "page", "token", "pagination.next"),
        ({"users": LIST, "links": _list_of(rel=TEXT, href=TEXT)}, "limit", "url", "links"),
        ({"users": LIST, "link": _list_of(relation=TEXT, url=TEXT)}, "_count", "url", "link"),
        ({"users": LIST, "meta": _object(links=RELATED)}, "limit", "url", "meta.links"),
    ],
)
def test_shapes_of_pages(
    lowered: Lower, fields: dict[str, Any], asked: str, style: str, response: str
) -> None:
    found = _paged(lowered, fields, (asked,))
    assert found is not None
    assert (found.style, _dotted(found.response_token)) == (PageStyle(style), response)


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        # links of one thing, which lists nothing in pages
        ({"lines": LIST, "links": _list_of(rel=TEXT, href=TEXT)}, "expand"),
        ({"lines": LIST, "links": _list_of(rel=TEXT, title=TEXT)}, "limit"),
        ({"users": LIST, "links": _object(next=NUMBER)}, "cursor"),
    ],
)
def test_links_that_lead_to_no_page(lowered: Lower, fields: dict[str, Any], asked: str) -> None:
    assert _paged(lowered, fields, (asked,)) is None


@pytest.mark.parametrize(
    ("asked", "place", "header", "is_named"),
    [
        ("cursor", "query", "X-Next-Cursor", True),
        ("cursor", "query", "x-acme-cursor", True),
        ("continuationToken", "query", "x-ms-continuationtoken", True),
        ("x-ms-continuation", "header", "x-ms-continuation", True),
        ("page_token", "query", "Next-Page-Token", True),
        ("cursor", "query", "X-Cursor-Limit", False),
        ("filter", "query", "X-Next-Cursor", False),
        ("offset", "query", "X-Offset", False),  # where this page began
        ("Idempotency-Key", "header", "Idempotency-Key", False),
        ("#", "header", "#", False),
    ],
)
def test_headers_that_name_the_next_page(
    lowered: Lower, asked: str, place: str, header: str, is_named: bool
) -> None:
    headers = {header: {"schema": TEXT}}
    content = {"application/json": {"schema": TEXTS}}
    operation = {
        "parameters": [{"name": asked, "in": place, "schema": TEXT}],
        "responses": {"200": {"description": "", "headers": headers, "content": content}},
    }
    found = lowered(paths={"/jobs": {"get": operation}}).root.children[0].operations[0].pagination
    named = (found.style, found.header, found.place) if found else None
    expected = (PageStyle.HEADER, header, ParameterPlace(place)) if is_named else None
    assert named == expected


def test_a_declaration_may_name_a_header_or_a_next(lowered: Lower) -> None:
    said = {"style": "header", "items": "users", "requestToken": "from", "responseToken": "X-More"}
    found = _paged(lowered, {"users": LIST}, ("from",), **{PAGES: said})
    assert found is not None
    assert (found.style, found.header, found.response_token) == (PageStyle.HEADER, "X-More", ())
    with pytest.raises(SpecmillError, match="names no header of the response: None"):
        _paged(lowered, {"users": LIST}, ("from",), **{PAGES: {**said, "responseToken": None}})
    said = {"style": "next", "items": "users", "requestToken": "from", "responseToken": "more"}
    found = _paged(lowered, {"users": LIST, "more": TEXT}, ("from",), **{PAGES: said})
    assert found is not None
    assert (found.style, _dotted(found.response_token)) == (PageStyle.NEXT, "more")


def test_a_cursor_that_is_always_there_gives_way_to_an_address(lowered: Lower) -> None:
    """The last page of Graph APIs has `cursors.after`, but no `next`."""
    cursors = {"type": "object", "properties": {"before": TEXT, "after": TEXT}}
    paging = {"cursors": cursors, "next": {"type": "string", "format": "uri"}}
    fields = {"data": LIST, "paging": {"type": "object", "properties": paging}}
    found = _paged(lowered, fields, ("after",))
    assert found is not None
    assert (found.style, _dotted(found.response_token)) == (PageStyle.URL, "paging.next")
    del paging["next"]
    found = _paged(lowered, fields, ("after",))
    assert found is not None
    assert _dotted(found.response_token) == "paging.cursors.after"


def test_numbers_of_an_answer_go_before_links_of_other_operations(lowered: Lower) -> None:
    page = [{"name": "page", "in": "query", "schema": NUMBER}]
    flags = {"last": {"type": "boolean"}, "totalPages": NUMBER}

    def operation(schema: dict[str, Any], headers: dict[str, Any]) -> dict[str, Any]:
        content = {"application/json": {"schema": schema}}
        answer = {"description": "", "headers": headers, "content": content}
        return {"get": {"tags": ["x"], "parameters": page, "responses": {"200": answer}}}

    linked = operation(TEXTS, {"Link": {"schema": TEXT}})
    paths = {"/a": linked, "/b": operation({"type": "object", "properties": {"users": TEXTS}}, {})}
    paths["/c"] = operation({"type": "object", "properties": {"users": TEXTS, **flags}}, {})
    paths["/d"] = operation({"type": "object", "properties": {"users": TEXTS, "total": NUMBER}}, {})
    operations = lowered(paths=paths).root.children[0].operations
    styles = {one.path: one.pagination.style for one in operations if one.pagination}
    assert (styles["/a"], styles["/c"]) == (PageStyle.LINK, PageStyle.NUMBER)
    assert styles["/d"] == PageStyle.LINK


def test_items_and_numbers_below_the_top(lowered: Lower) -> None:
    links = {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Job"}}
    held = {"type": "object", "properties": {"users": LIST}}
    page = {"type": "object", "properties": {"number": NUMBER, "totalPages": NUMBER}}
    fields = {"_embedded": held, "_links": links, "page": page}
    found = _paged(lowered, fields, ("page",), schema=NUMBER)
    assert found is not None
    assert (found.style, _dotted(found.items)) == (PageStyle.NUMBER, "_embedded.users")
    assert _dotted(found.pages) == "page.totalPages"


def test_a_next_that_is_no_address_leads_nowhere(lowered: Lower) -> None:
    assert _paged(lowered, {"users": LIST, "next": TEXT}, ("page",)) is None


def test_a_declaration_may_say_where_counting_starts_and_ends(lowered: Lower) -> None:
    said = {"style": "number", "items": "users", "requestToken": "page", "first": 0, "pages": "n"}
    found = _paged(lowered, {"users": LIST, "n": NUMBER}, ("page",), **{PAGES: said})
    assert found is not None
    assert (found.first, _dotted(found.pages)) == (0, "n")
    with pytest.raises(SpecmillError, match="`first` of x-specmill-pagination is no whole number"):
        _paged(lowered, {"users": LIST, "n": NUMBER}, ("page",), **{PAGES: {**said, "first": "0"}})
    by_url = {"style": "url", "items": "users", "requestToken": "page", "responseToken": "n"}
    with pytest.raises(SpecmillError, match="asked for by no parameter"):
        _paged(lowered, {"users": LIST, "n": TEXT}, ("page",), **{PAGES: by_url})


def test_what_would_make_a_list_pages_is_suggested(lowered: Lower) -> None:
    page = {"type": "object", "properties": {"users": LIST}}
    operation = {
        "operationId": "listUsers",
        "parameters": [{"name": "page", "in": "query", "schema": NUMBER}],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": page}}}
        },
    }
    schemas = {"Job": {"type": "object", "properties": {"id": TEXT}}}
    root = {"paths": {"/users": {"get": operation}}, "components": {"schemas": schemas}}
    (found,) = lowered(**root).root.children[0].operations
    assert found.pagination is None
    assert found.page_hint == (
        "x-specmill-pagination: {style: number, items: users, requestToken: page}"
    )
    usual = {"style": "number", "items": "users", "requestToken": "page"}
    (found,) = lowered(**root, **{PAGES: usual}).root.children[0].operations
    assert found.pagination is not None
    assert not found.page_hint


def test_declarations_for_other_generators_hold_where_they_fit(lowered: Lower) -> None:
    said = {"x-ms-pageable": {"nextLinkName": "more", "itemName": "users"}}
    found = _paged(lowered, {"users": LIST, "more": TEXT}, ("top",), **said)
    assert found is not None
    assert (found.style, _dotted(found.response_token)) == (PageStyle.URL, "more")
    assert _paged(lowered, {"users": LIST}, ("top",), **said) is None
    assert _paged(lowered, {"users": LIST, "more": TEXT}, **said, **{PAGES: False}) is None


def _shop(lowered: Lower, usual: Any) -> Pagination | None:
    """Lower one list with a document's own declaration."""
    page = {"type": "object", "properties": {"users": LIST, "next_cursor": TEXT}}
    operation = {
        "operationId": "listUsers",
        "parameters": [{"name": "cursor", "in": "query", "schema": TEXT}],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": page}}}
        },
    }
    schemas = {"Job": {"type": "object", "properties": {"id": TEXT}}}
    root = {"paths": {"/users": {"get": operation}}, "components": {"schemas": schemas}}
    (found,) = lowered(**root, **{PAGES: usual}).root.children[0].operations
    return found.pagination


def test_a_document_may_switch_pages_off(lowered: Lower) -> None:
    assert _shop(lowered, {"requestToken": "cursor", "responseToken": "next_cursor"}) is not None
    assert _shop(lowered, False) is None


@pytest.mark.parametrize(
    ("usual", "message", "hint"),
    [
        (True, "neither an object nor false", "or false for no pages"),
        ({"requesttoken": "cursor"}, "has no 'requesttoken'", "give items"),
        ({"style": "cursors"}, "is no style: 'cursors'", "give items"),
        ({"style": "number", "first": "0"}, "is no whole number: '0'", "give items"),
        ({"style": "url", "requestToken": "cursor"}, "asked for by no parameter", "give items"),
        (
            {"requestToken": "cursr", "responseToken": "next_cursor"},
            "holds for no operation: no GET has what it names",
            "did you mean 'cursor'?",
        ),
        (
            {"style": "offset", "items": "users", "requestToken": "cursor", "total": "n"},
            "holds for no operation",
            "give items",
        ),
    ],
)
def test_mistakes_in_what_a_document_declares_are_errors_at_their_place(
    lowered: Lower, usual: Any, message: str, hint: str
) -> None:
    with pytest.raises(SpecmillError, match=re.escape(message)) as caught:
        _shop(lowered, usual)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.location is not None
    assert diagnostic.location.pointer == f"/{PAGES}"
    assert hint in diagnostic.hint
