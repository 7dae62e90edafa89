"""Tags that stand below others, and those that place nothing."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.naming.tags import Tags


def _tags(**said: dict[str, Any]) -> Tags:
    tags = [{"name": name, "x-specmill-extra": extra} for name, extra in said.items()]
    return Tags.of({"tags": tags})


@pytest.mark.parametrize(
    ("tags", "main", "others"),
    [
        (["nav", "plain"], "nav", ("plain",)),
        (["badge", "plain", "nav"], "plain", ("badge", "nav")),
        (["badge"], "badge", ()),
        (["unknown", "unknown"], "unknown", ()),
        ([], "", ()),
    ],
)
def test_the_main_tag_is_no_badge(tags: list[str], main: str, others: tuple[str, ...]) -> None:
    known = _tags(nav={"kind": "nav"}, plain={}, badge={"kind": "badge"})
    assert known.main({"tags": tags}) == main
    assert known.others({"tags": tags}) == others


def test_circles_and_unknown_parents_are_told() -> None:
    tags = _tags(
        top={}, low={"parent": "top"}, a={"parent": "b"}, b={"parent": "a"}, lost={"parent": "no"}
    )
    assert [tags.above(name) for name in ("top", "low", "a", "lost")] == [(), ("top",), (), ()]
    report = Report()
    tags.report(Document({}, "openapi3"), report)
    assert [one.what for one in report.findings] == [
        "the parents of the tag 'a' form a circle",
        "the parents of the tag 'b' form a circle",
        "the parent 'no' of the tag 'lost' is not a tag",
    ]


@pytest.mark.parametrize(
    ("ids", "main"),
    [
        (["Sites_List", "Sites_Delete", "Hubs_Get", "AppController_getHello"], "Sites Sites Hubs "),
        (["Sites_List", "Sites_Delete", "getHubs", "setHubs"], "   "),
        (["Get_Sites", "Get_Hubs"], " "),
        (["sites_list", "sites_delete"], " "),
    ],
)
def test_ids_name_the_group_of_operations_without_a_tag(ids: list[str], main: str) -> None:
    nodes = [{"operationId": id_} for id_ in ids]
    sources = [SourceOperation(f"/{n}", "get", node, {}, str(n)) for n, node in enumerate(nodes)]
    assert " ".join(map(Tags.of({}, sources).main, nodes)) == main


def _prefix(tags: list[str], *paths: str) -> tuple[str, int]:
    operations = [
        SourceOperation(path, method or "get", {"tags": tags}, {}, f"{method} {path}")
        for method, _, path in (one.rpartition(" ") for one in paths)
    ]
    found = Tags.of({}, operations).prefix
    return found.name, found.segments


@pytest.mark.parametrize(
    ("tag", "paths", "segments"),
    [
        ("api", ["/api/v1/users/", "/api/v1/users/{id}/", "/api/v1/books/"], 1),
        ("api", ["/api/users", "/api/users/{id}"], 1),
        ("api", ["/users", "/books"], 0),
        ("v1", ["/api/v1/users", "/api/v1/users/{id}"], 2),
        ("api/v1", ["/api/v1/users", "/api/v1/users/{id}"], 2),
        ("shop", ["/shop/orders", "/shop/orders/{id}", "/shop/users/{id}", "/shop/health"], 1),
        ("Petstore", ["/v2/petstore/pets", "post /v2/petstore/pets", "/v2/petstore/tags/{id}"], 2),
    ],
)
def test_a_tag_that_all_paths_start_with_is_no_resource(
    tag: str, paths: list[str], segments: int
) -> None:
    assert _prefix([tag], *paths) == (tag, segments)


@pytest.mark.parametrize(
    ("tag", "paths"),
    [
        # What follows are actions on it, or lists of one kind of it.
        ("images", ["post /images/load", "post /images/import"]),
        ("images", ["/images/json", "post /images/prune", "/images/search"]),
        ("weather", ["/weather/forecasts", "/weather/alerts"]),
        # It is read itself, or one of it is.
        ("users", ["/users", "/users/{id}"]),
        ("users", ["/users", "/users/me", "post /users/me"]),
        ("users", ["/users/{id}/posts", "/users/{id}/posts/{post}", "/users/{id}/likes/{like}"]),
        ("users", ["/users/posts/{id}", "post /users/invite", "post /users/merge"]),
        # It is elsewhere.
        ("users", ["/a/b", "/a/c"]),
    ],
)
def test_a_resource_of_its_own_stays_one_where_all_paths_start_with_it(
    tag: str, paths: list[str]
) -> None:
    assert _prefix([tag], *paths) == ("", 0)


def test_beside_other_tags_only_what_never_names_a_resource_is_none() -> None:
    assert _prefix(["api", "users"], "/users", "/users/{id}") == ("api", 0)
    paths = ("/shop/orders/{id}", "/shop/users/{id}")
    assert _prefix(["shop", "read"], *paths) == ("", 0)
