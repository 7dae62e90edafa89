"""Every method that google-api-python-client has a ``*_next`` for is a list in pages here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from googleapiclient import discovery

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Resource
from specmill.model.pagination import Pagination

SAMPLE = (
    "bigquery.v2",
    "books.v1",
    "calendar.v3",
    "cloudresourcemanager.v1",
    "connectors.v1",
    "drive.v3",
    "fitness.v1",
    "identitytoolkit.v1",
    "identitytoolkit.v3",
    "logging.v2",
    "monitoring.v3",
    "storage.v1",
    "tagmanager.v2",
    "vmmigration.v1",
    "youtube.v3",
)
"""Documents with every form that there is: tokens in queries and bodies, under all names; items in
lists and maps, or none.
"""

NO_PAGES = {
    "fitness.users.dataSources.datasets.patch": "a PATCH: its token is a part of what it changes"
}
"""Methods that go on there and not here, each with the reason."""


def _documents() -> Path:
    found = find_spec("googleapiclient")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "discovery_cache" / "documents"


def _methods(resource: Any) -> Iterator[Any]:
    yield from resource.get("methods", {}).values()
    for child in resource.get("resources", {}).values():
        yield from _methods(child)


def _theirs(document: Any) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Return id and path of the paged methods, and how they go on: place, name, name answered."""
    find: Any = vars(discovery)["_findPageTokenName"]
    fields: Any = vars(discovery)["_methodProperties"]
    schemas, found = document.get("schemas", {}), {}
    for method in _methods(document):
        answered = find(fields(method, schemas, "response"))
        query = find(method.get("parameters", {}))
        sent = query or find(fields(method, schemas, "request"))
        if answered and sent:
            key = method["id"], method["path"]
            found[key] = ("query" if query else "body", sent, answered)
    return found


def _pages(resource: Resource) -> Iterator[tuple[str, str, Pagination | None]]:
    for operation in resource.operations:
        yield operation.id, operation.path, operation.pagination
    for child in resource.children:
        yield from _pages(child)


def _differences(name: str) -> Iterator[str]:
    path, report = _documents() / f"{name}.json", Report()
    document = json.loads(path.read_bytes())
    api = lower(sources.read(path, report=report), key=name, report=report)
    base = document["servicePath"]
    ours = {
        (id_, path.replace("+", "").lstrip("/")): pages for id_, path, pages in _pages(api.root)
    }
    for (id_, path_), theirs in _theirs(document).items():
        template = (base + path_).replace("+", "").lstrip("/")
        pages = ours[id_, template]
        if (pages is None) != (id_ in NO_PAGES):
            yield f"{id_}: {pages}"
        elif pages is not None:
            place = "body" if pages.place is None else pages.place.value
            if theirs != (place, *pages.request_token, pages.response_token[0].wire):
                yield f"{id_}: {pages} but {theirs}"


@pytest.mark.parametrize("name", SAMPLE)
def test_lists_go_on_where_theirs_do(name: str) -> None:
    assert list(_differences(name)) == []


@pytest.mark.corpus
def test_lists_of_all_documents_go_on_where_theirs_do() -> None:
    names = [path.stem for path in _documents().glob("*.*.json")]
    assert len(names) == 610
    assert [difference for name in names for difference in _differences(name)] == []
