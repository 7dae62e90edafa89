"""Usage lines, run as they stand: all of our reference page, and all but four of the vendor's."""

from __future__ import annotations

import ast
import inspect
import re
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from tests.paddleflow.facts import PAGE, ROOT, methods
from tests.paddleflow.server import PaddleFlowServer
from tests.paddleflow.test_requests import arguments_for

OURS = ROOT / "specs" / "paddleflow" / "reference.md"
_LINE = re.compile(r"^(?:[\w, ]+ = )?client\.\w+\(.*\)\s*$", re.MULTILINE)
_CLIENT = re.compile(r"^client = .*$", re.MULTILINE)
NOT_AS_PRINTED = {
    "show_pipeline": "unpacks 4 values, the client gives two (D29)",
    "update_pipeline": "unpacks 3 values, the client gives two (D29)",
    "show_pipeline_version": "unpacks 3 values, the client gives two (D29)",
    "create_cluster": "leaves out what its own table calls required",
}
"""Methods whose usage line on the vendor's page cannot run, and why. Ours has no such line."""
EXCLUDED = ("mount", "stop_queue")
"""Methods that are no requests."""
VARIABLES = {"user_name": "ada", "password": "secret1", "username": "ada"}
"""What stands for the bare names of usage lines."""


def lines_of(page: Path) -> list[str]:
    """Give the usage lines of a page; none where it is not at hand."""
    if not page.is_file():
        return []
    return [line.strip() for line in _LINE.findall(page.read_text("utf-8"))]


def called(line: str) -> str:
    """Give the name of the method that a usage line calls."""
    return line.partition("client.")[2].partition("(")[0]


def cases() -> list[Any]:
    """Give each usage line of both languages with a name, but for those that cannot run."""
    return [
        pytest.param(line, id=f"{page.stem}-{number}-{called(line)}")
        for page in (OURS, PAGE)
        for number, line in enumerate(lines_of(page))
        if page == OURS or called(line) not in NOT_AS_PRINTED
    ]


REQUESTS = [one for one in cases() if called(one.values[0]) not in EXCLUDED]


def test_all_usage_lines_are_found() -> None:
    assert len(lines_of(OURS)) == 54
    if PAGE.is_file():
        assert len(lines_of(PAGE)) == 54


@pytest.mark.parametrize("line", cases())
def test_usage_line_runs(line: str, face: Any, server: PaddleFlowServer) -> None:
    scope = {"client": face, **VARIABLES}
    if called(line) in EXCLUDED:
        with pytest.raises(NotImplementedError, match=called(line)):
            exec(line, scope)
        return
    exec(line, scope)
    first, second = line.partition(" = ")[0].split(", ")
    assert scope[first] is True, scope[second]
    assert server.calls[-1].method in (called(line), f"list_{called(line).partition('_')[2]}")


@pytest.mark.parametrize("name", NOT_AS_PRINTED)
def test_usage_line_that_cannot_run(name: str, face: Any, server: PaddleFlowServer) -> None:
    """An exception that is not needed any more fails here."""
    if not PAGE.is_file():
        pytest.skip("the page is not at hand")
    (line,) = (one for one in lines_of(PAGE) if called(one) == name)
    with pytest.raises((TypeError, ValueError), match="required|not enough values"):
        exec(line, {"client": face, **VARIABLES})


@pytest.mark.parametrize("line", REQUESTS)
def test_usage_line_runs_through_the_client(
    line: str,
    sdk: Any,
    face: Any,
    client: Any,
    operations: Any,
    document: Any,
    server: PaddleFlowServer,
) -> None:
    """The same values, given to the method of the client, make the same request."""
    exec(line, {"client": face, **VARIABLES})
    expected = server.calls[-1]
    operation = operations[expected.method]
    values = values_of(line, documented_rows(document)[expected.method])
    (method,) = (one for one in methods() if one.id == expected.method)
    body = method.parameters("body")
    values["body"] |= {one["wire"]: one["const"] for one in body if one.get("const")}
    by_place, by_name = arguments_for(operation, values, has_body=operation["body"] is not None)
    if operation["body"] is not None:
        by_place[-1] = getattr(sdk.models, operation["body"]["type"])(**by_place[-1])
    attrgetter(operation["python"])(client)(*by_place, **by_name)
    assert server.calls[-1] is not expected
    assert server.calls[-1] == expected


def documented_rows(document: Any) -> dict[str, list[dict[str, Any]]]:
    """Give the documented parameters of each operation, with their places on the wire."""
    return {
        operation["operationId"]: operation["x-specmill-documented"]["parameters"]
        for item in document.root["paths"].values()
        for operation in item.values()
        if "x-specmill-documented" in operation
    }


def values_of(line: str, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give what a usage line passes, and what the page says is passed otherwise, by place."""
    statement = ast.parse(line).body[0]
    assert isinstance(statement, ast.Assign)
    assert isinstance(statement.value, ast.Call)
    spellings = {other: row["name"] for row in rows for other in row.get("aliases", ())}
    given = {row["name"]: row["default"] for row in rows if row.get("default") is not None}
    for row, argument in zip(rows, statement.value.args, strict=False):
        given[row["name"]] = evaluated(argument)
    for keyword in statement.value.keywords:
        assert keyword.arg
        given[spellings.get(keyword.arg, keyword.arg)] = evaluated(keyword.value)
    values: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "body": {}}
    for row in rows:
        if row["name"] in given:
            outer, _, inner = row["wire"].partition(".")
            if inner:
                values[row["in"]].setdefault(outer, {})[inner] = given.pop(row["name"])
            else:
                values[row["in"]][outer] = given.pop(row["name"])
    assert not given, "the line passes what the page does not list"
    return values


def evaluated(argument: ast.expr) -> Any:
    """Evaluate an argument of a usage line."""
    return eval(ast.unparse(argument), dict(VARIABLES))


@pytest.mark.parametrize("page", [OURS, PAGE], ids=["ours", "theirs"])
def test_client_line_runs_after_changing_the_import(
    page: Path, documented: Any, server: PaddleFlowServer
) -> None:
    """``from paddleflow import documented as paddleflow`` is all that changes."""
    if not page.is_file():
        pytest.skip("the page is not at hand")
    line = _CLIENT.findall(page.read_text("utf-8"))[0]
    assert line.strip().startswith("client = paddleflow.Client(")
    scope: dict[str, Any] = {"paddleflow": documented}
    exec(line.replace("8999", str(server.port)), scope)
    with scope["client"] as client:
        assert client.list_queue() == (True, client.list_queue()[1])
    assert [call.method for call in server.calls] == ["login", "list_queue", "list_queue"]
    assert server.calls[0].body == {"username": "your-username", "password": "your-password"}


def test_port_is_8999_unless_it_is_changed(documented: Any) -> None:
    parameters = inspect.signature(documented.Client).parameters
    assert list(parameters) == [
        "paddleflow_server_host",
        "username",
        "password",
        "paddleflow_server_port",
    ]
    assert parameters["paddleflow_server_port"].default == 8999
