"""Names of operations whose ids frameworks make, each in its own manner."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.lower.naming.placed import Given, placed

from specmill.document.operations import SourceOperation
from specmill.lower.naming.framework_ids import written_ids

TABLE = Path(__file__).with_name("frameworks.txt").read_text("utf-8")
FRAMEWORKS = dict(part.split("\n", 1) for part in TABLE.split("\n== ")[1:])
"""The lines of the table by the name of the framework."""


def _read(text: str) -> tuple[list[Given], list[str], list[str]]:
    operations: list[Given] = []
    lists, names = [], []
    for number, line in enumerate(text.strip().split("\n")):
        method, path, id_, tag, answer, name = line.split()
        tag, id_ = ("" if one == "-" else one for one in (tag.replace("_", " "), id_))
        operations.append((method, path, tag, id_.replace("_(2)", " (2)")))
        lists += [f"/{number}"] if answer == "list" and method == "get" else []
        names.append(name)
    return operations, lists, names


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_names_are_what_a_person_would_write(framework: str) -> None:
    operations, lists, names = _read(FRAMEWORKS[framework])
    found = placed(operations, lists=lists, reads_tags=True)
    assert [one.replace(" ", "_") for one in found] == names


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_names_are_the_same_in_any_order(framework: str) -> None:
    operations, lists, names = _read(FRAMEWORKS[framework])
    last = len(operations) - 1
    turned = [f"/{last - int(one.lstrip('/'))}" for one in lists]
    found = placed([*reversed(operations)], lists=turned, reads_tags=True)
    assert [one.replace(" ", "_") for one in reversed(found)] == names


@pytest.mark.parametrize(
    ("method", "path", "id_", "expected"),
    [
        ("post", "/api/v1/people", "", "create_person"),
        ("post", "/api/v1/person/{id}/deactivate", "", "deactivate_person"),
        ("get", "/v1/files", "GetFiles", "list_files"),
        ("put", "/api/books/{id}", "api_books_id_put", "replace_book"),
        ("post", "/users", "098f6bcd4621d373cade4e832627b4f6", "create_user"),
        ("post", "/users", "MyAppWeb.UserController.create", "User_create"),
        ("post", "/users", "UsersController_create", "Users_create"),
        ("post", "/items", "create_item_items_post", "create_item"),
        ("get", "/items", "shop_api_list_items", "list_items"),
    ],
)
def test_models_are_named_by_what_the_operation_does(
    method: str, path: str, id_: str, expected: str
) -> None:
    """A body without a name is that of ``CreateUserRequest``, not of ``PostApiV1UsersRequest``."""
    node = {"operationId": id_} if id_ else {}
    others = ("shop_api_add_item", "/items/add"), ("shop_api_drop_item", "/items/drop")
    beside = [
        SourceOperation(path, "post", {"operationId": id_}, {}, f"/{id_}")
        for id_, path in (others if id_.startswith("shop") else ())
    ]
    asked = SourceOperation(path, method, node, {}, "/0")
    writing = SourceOperation("/pens", "post", {"operationId": "postPens"}, {}, "/1")
    beside += [writing] if id_.startswith(("Get", "api")) else []
    assert written_ids([asked, *beside])[asked.id] == expected


def test_operations_that_would_be_one_keep_their_ids() -> None:
    first = SourceOperation("/users", "get", {}, {}, "/0")
    second = SourceOperation("/v2/users", "get", {}, {}, "/1")
    named = written_ids([first, second])
    assert named == {"get /users": "get /users", "get /v2/users": "get /v2/users"}
