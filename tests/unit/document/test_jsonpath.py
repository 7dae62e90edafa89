"""The fast path selects what the library selects."""

from __future__ import annotations

import jsonpath_rfc9535
import pytest

from specmill.document.selection import jsonpath
from specmill.document.selection.jsonpath import QueryError, select
from specmill.document.shapes import pointer_of

ROOT = {
    "components": {"schemas": {"Job": {"type": "object"}, "odd/name~": {"a": 1}}},
    "paths": {
        "/v1/x": {
            "parameters": [{"name": "x", "in": "query"}],
            "get": {"operationId": "X", "parameters": [{"name": "x"}, {"name": "y"}]},
        },
        "/v1/y": {"get": {"operationId": "Y", "n": 1}, "post": {"operationId": "it's"}},
    },
    "list": [[1, 2], {"name": "x"}, "x"],
    "été": {"ß": 1},
}
FAST = [
    "$",
    "$.components.schemas.Job",
    "$.components.schemas['odd/name~'].a",
    '$["paths"]["/v1/x"].get',
    "$.paths.*",
    "$.paths[*].*",
    "$.paths.*[?@.operationId=='X']",
    '$.paths.*[?(@.operationId == "it\'s")]',
    "$.paths.*[?@['operationId']=='Y']",
    "$.paths.*.*.parameters[?@.name=='x']",
    "$.list[0][1]",
    "$.list[1].name",
    "$.list[?@.name=='x']",
    "$.list[9]",
    "$.nothing.here",
    "$.list.name",
    "$.été.ß",
]
SLOW = [
    "$..operationId",
    "$..[?@.name]",
    "$.list[-1]",
    "$.list[0:2]",
    "$.paths.*[?@.operationId!='X']",
    "$.paths.*[?@.n==1]",
    "$.paths.*[?search(@.operationId, 'i')]",
    "$['list','été']",
    "$.list[0,0]",
    "$.paths['\\/v1\\/x']",
]


def _pointers(query: str) -> list[str]:
    return [pointer_of(path) for path, _ in select(ROOT, query)]


@pytest.mark.parametrize("query", FAST + SLOW)
def test_selections_agree_with_the_library(query: str) -> None:
    expected = {node.location: node.value for node in jsonpath_rfc9535.find(query, ROOT)}
    found = select(ROOT, query)
    assert [value for _, value in found] == list(expected.values())
    keys = ["".join(f"/{key}" for key in location) for location in expected]
    plain = [pointer.replace("~1", "/").replace("~0", "~") for pointer in _pointers(query)]
    assert plain == keys


@pytest.mark.parametrize("query", FAST)
def test_common_queries_do_without_the_library(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonpath, "_select_any", lambda root, query: pytest.fail(query))
    select(ROOT, query)


@pytest.mark.parametrize("query", ["", "paths", "$.", "$[", "$.a[?@.b=]", "$.a b"])
def test_malformed_queries_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        select(ROOT, query)
