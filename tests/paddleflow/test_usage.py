"""The usage lines of the reference page, run as they stand against the documented face."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from tests.paddleflow.facts import PAGE, ROOT
from tests.paddleflow.server import PaddleFlowServer

OURS = ROOT / "specs" / "paddleflow" / "reference.md"
_LINE = re.compile(r"^(?:[\w, ]+ = )?client\.\w+\(.*\)\s*$", re.MULTILINE)
_CLIENT = re.compile(r"^client = .*$", re.MULTILINE)
UNPACKS_TOO_MUCH = {"show_pipeline": 4, "update_pipeline": 3, "show_pipeline_version": 3}
"""Methods whose usage line unpacks more than the table lists (D29): the table holds."""
LEAVES_OUT = {"create_cluster": {"clustername", "endpoint", "clustertype"}}
"""Methods whose usage line leaves out what the table says is needed."""
VARIABLES = {"user_name": "ada", "password": "secret1", "username": "ada"}
"""What stands for the bare names of usage lines."""


def lines_of(page: Path) -> list[str]:
    """Give the usage lines of a page; none where it is not at hand."""
    if not page.is_file():
        return []
    return [line.strip() for line in _LINE.findall(page.read_text("utf-8"))]


def cases() -> list[Any]:
    """Give each usage line of both languages with a name."""
    found = []
    for page in (OURS, PAGE):
        for number, line in enumerate(lines_of(page)):
            name = re.search(r"client\.(\w+)", line)
            assert name
            found.append(pytest.param(line, id=f"{page.stem}-{number}-{name[1]}"))
    return found


def test_all_usage_lines_are_found() -> None:
    assert len(lines_of(OURS)) == 54
    if PAGE.is_file():
        assert len(lines_of(PAGE)) == 54


@pytest.mark.parametrize("line", cases())
def test_usage_line_runs(line: str, face: Any, server: PaddleFlowServer, documented: Any) -> None:
    statement = ast.parse(line).body[0]
    assert isinstance(statement, ast.Assign)
    call, targets = statement.value, statement.targets[0]
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Attribute)
    assert isinstance(targets, ast.Tuple)
    name = call.func.attr
    scope = {"client": face, **VARIABLES}
    if name in ("mount", "stop_queue"):
        with pytest.raises(NotImplementedError, match=name):
            exec(line, scope)
        return
    if name in LEAVES_OUT:
        with pytest.raises(TypeError, match="clustername"):
            exec(line, scope)
        given = dict.fromkeys(sorted(LEAVES_OUT[name]), "Local")
        call.keywords += [ast.keyword(key, ast.Constant(value)) for key, value in given.items()]
    if name in UNPACKS_TOO_MUCH:
        assert len(targets.elts) == UNPACKS_TOO_MUCH[name]
        with pytest.raises(ValueError, match="not enough values"):
            exec(line, scope)
        del targets.elts[2:]
    exec(ast.unparse(ast.fix_missing_locations(statement)), scope)
    first, second = (one.id for one in targets.elts if isinstance(one, ast.Name))
    assert scope[first] is True, scope[second]
    assert server.calls[-1].method in (name, f"list_{name.partition('_')[2]}")


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


def test_lines_run_through_the_client_too(described: Any) -> None:
    """Each usage line names an operation that the client has; test_requests drives them all."""
    known = {one["documented"]["method"] for one in described["operations"]}
    for line in lines_of(OURS):
        name = re.search(r"client\.(\w+)", line)
        assert name
        assert name[1] in known | {"mount", "stop_queue"}
