"""What a code base calls of generated clients: listed, generated alone, checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
paths:
  /cats: {get: &op {operationId: listCats, tags: [cats], responses: {"204": {description: ok}}}}
  /cats/{id}:
    parameters: [&id {name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getCat, tags: [cats], responses: {"200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}}}
    delete: {operationId: deleteCat, tags: [cats], responses: {"204": {description: ok}}}
  /dogs: {get: {operationId: listDogs, tags: [dogs], responses: {"204": {description: ok}}}}
  /dogs/{id}/walks:
    parameters: [*id]
    get: {operationId: listWalks, tags: [walks], responses: {"204": {description: ok}}}
    post: {operationId: addWalk, tags: [walks], responses: {"200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Walk'}}}}}}
components:
  schemas:
    Cat: {type: object, properties: {name: {type: string}}}
    Walk: {type: object, properties: {length: {type: integer}}}
"""  # noqa: E501


@pytest.fixture
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.yaml").write_text(SPEC)
    assert main(["init", "--spec", "zoo.yaml"]) == 0
    (tmp_path / "src").mkdir()
    capsys.readouterr()
    return tmp_path


def listed(zoo: Path, capsys: Capture, **files: str) -> set[str]:
    """Return the methods that some modules call."""
    for name, text in files.items():
        path = zoo / "src" / f"{name.replace('_in_', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    capsys.readouterr()
    assert main(["used", "src"]) == 0
    return {line.split("  ")[1] for line in capsys.readouterr().out.splitlines()}


HEAD = "from zoo import AsyncZoo, Zoo\nimport zoo as z\n"


@pytest.mark.parametrize(
    ("code", "called"),
    [
        ("Zoo().cats.list()", {"cats.list"}),
        ("c = Zoo()\nc.cats.get('a')\nc.dogs.list()", {"cats.get", "dogs.list"}),
        ("c = z.Zoo()\ncats = c.cats\nfor one in range(3):\n    cats.delete('a')", {"cats.delete"}),
        ("with Zoo() as c:\n    c.walks.list('a')", {"walks.list"}),
        ("async def f():\n    async with AsyncZoo() as c:\n        await c.cats.list()",
         {"cats.list"}),
        ("def f(c: Zoo | None) -> None:\n    c.cats.list()", {"cats.list"}),
        ("def f(c: 'Zoo') -> None:\n    c.cats.list()", {"cats.list"}),
        ("def make() -> Zoo:\n    ...\nmake().cats.list()", {"cats.list"}),
        ("def make():\n    return Zoo()\nx = make()\nx.cats.list()", {"cats.list"}),
        ("class A:\n    def __init__(self):\n        self.c = Zoo()\n"
         "    def f(self):\n        return self.c.dogs.list()", {"dogs.list"}),
        ("class A:\n    c: Zoo\n    @property\n    def cats(self):\n        return self.c.cats\n"
         "def f(a: A):\n    a.cats.get('x')", {"cats.get"}),
        ("class Mine(Zoo):\n    def f(self):\n        self.cats.list()\nMine().dogs.list()",
         {"cats.list", "dogs.list"}),
        ("Zoo().with_options(timeout=1).cats.list()", {"cats.list"}),
        ("c = Zoo()\nf = lambda: c.cats.list()", {"cats.list"}),
        ("c = Zoo()\nc.raw(c.cats.list)", {"cats.list"}),
        ("from contextlib import ExitStack\nwith ExitStack() as s:\n"
         "    c = s.enter_context(Zoo())\n    c.cats.list()", {"cats.list"}),
        ("import pytest\n@pytest.fixture\ndef client():\n    yield Zoo()\n"
         "def test_a(client):\n    client.cats.list()", {"cats.list"}),
        ("if (c := Zoo()):\n    c.cats.list()", {"cats.list"}),
        ("match 1:\n    case 1:\n        Zoo().cats.list()", {"cats.list"}),
        ("def f(c):\n    c.cats.list()", set()),
        ("c = Zoo()\nc = object()\nc.cats.list()", set()),
        ("Zoo().request('GET', '/x')", set()),
    ],
)  # fmt: skip
def test_types_are_followed(zoo: Path, capsys: Capture, code: str, called: set[str]) -> None:
    assert listed(zoo, capsys, main=f"{HEAD}{code}\n") == called


def test_types_are_followed_through_modules(zoo: Path, capsys: Capture) -> None:
    found = listed(
        zoo,
        capsys,
        app_in___init__="",
        app_in_clients="from zoo import Zoo\nclient = Zoo()\ndef get(): return client\n",
        app_in_one="from .clients import client\nclient.cats.list()\n",
        app_in_two="from app import clients\nclients.get().dogs.list()\n",
        three="import app.clients as c\nc.client.cats.get('a')\n",
    )
    assert found == {"cats.list", "dogs.list", "cats.get"}


def test_what_is_used_alone_is_generated(zoo: Path, capsys: Capture) -> None:
    text = f"{HEAD}c = Zoo()\nc.cats.get('a')\nc.cats.list()\n"
    (zoo / "src/main.py").write_text(text)
    assert main(["used", "src", "--write"]) == 0
    captured = capsys.readouterr()
    assert "zoo  cats.get  getCat  GET /cats/{id}  src/main.py:4\n" in captured.out
    assert "zoo: include has 2 operations" in captured.err
    toml = (zoo / "specmill.toml").read_text()
    assert 'include = [\n    "getCat",\n    "listCats",\n]' in toml
    assert main(["generate"]) == 0
    package = zoo / "generated/python/zoo"
    assert sorted(path.name for path in (package / "resources").glob("*.py")) == [
        "__init__.py",
        "cats.py",
    ]
    assert "def delete" not in (package / "resources/cats.py").read_text()
    assert "Walk" not in (package / "models/__init__.py").read_text()
    assert "/dogs" not in (zoo / "specs/zoo/openapi.json").read_text()
    assert main(["used", "src"]) == 0  # of the whole API, not of what is generated
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_check_fails_on_calls_of_what_is_not_generated(zoo: Path, capsys: Capture) -> None:
    toml = zoo / "specmill.toml"
    text = toml.read_text().replace("[workspace]", '[workspace]\ncode = ["src"]')
    toml.write_text(text.replace("[apis.zoo]", '[apis.zoo]\nexclude = ["deleteCat"]'))
    calls = ("c.cats.list()", "c.cats.delete('a')", "c.cats.gett('a')", "c.close()")
    code = "\n".join([f"{HEAD}c = Zoo()", *calls, "c.with_options()", ""])
    (zoo / "src/main.py").write_text(code)
    assert main(["generate"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("src/main.py:5:1: error: cats.delete is called, but zoo has no such")
    assert "see include and exclude of [apis.zoo]" in told[0]
    assert told[1].startswith("src/main.py:6:1: error: cats.gett is called")
    assert "did you mean 'cats.get'" in told[1]
    assert len(told) == 2
    (zoo / "src/main.py").write_text(f"{HEAD}Zoo().cats.list()\n")
    assert main(["check"]) == 0


def test_files_that_are_no_python_are_told(zoo: Path, capsys: Capture) -> None:
    (zoo / "src/bad.py").write_text("def (:\n")
    assert main(["used", "src"]) == 0
    told = capsys.readouterr().err
    assert "src/bad.py:1:1: warning: passed over, since it is no Python" in told
    assert "no operation of the workspace's APIs is called there" in told
    assert main(["used", "nowhere"]) == 2
    assert "no file or folder 'nowhere'" in capsys.readouterr().err
