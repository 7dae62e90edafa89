"""Each command: what it prints, what it writes and its exit code."""

from __future__ import annotations

import errno
import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from specmill.cli import main
from specmill.render.disk import write_file

Capture = pytest.CaptureFixture[str]


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_init_generate_check(spec: Path, capsys: Capture) -> None:
    assert main(["init", "--spec", "petstore.yaml"]) == 0
    assert "specmill generate" in capsys.readouterr().err
    assert main(["generate"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("1 API generated in ")
    assert err.count("\n") == 1
    root = spec.parent
    assert (root / "generated/python/petstore/__init__.py").is_file()
    assert (root / "specs/petstore/openapi.json").is_file()
    assert main(["generate"]) == 0
    assert capsys.readouterr().err == "1 API up to date\n"
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_init_tells_git_what_is_generated(spec: Path) -> None:
    attributes = spec.parent / ".gitattributes"
    attributes.write_text("*.png binary\ngenerated/** -diff")
    assert main(["init", "--spec", "petstore.yaml"]) == 0
    lines = attributes.read_text().splitlines()
    assert lines[:2] == ["*.png binary", "generated/** -diff"]
    assert "generated/**/_custom/** -linguist-generated" in lines
    assert sum(line.startswith("generated/** ") for line in lines) == 1


def test_init_never_overwrites(workspace: Path, capsys: Capture) -> None:
    before = (workspace / "specmill.toml").read_text()
    capsys.readouterr()
    assert main(["init", "--spec", "petstore.yaml"]) == 2
    assert "specmill.toml is already here" in capsys.readouterr().err
    assert (workspace / "specmill.toml").read_text() == before


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "x" * 300, ".."])
def test_init_refuses_bad_names(spec: Path, name: str, capsys: Capture) -> None:
    assert main(["init", "--spec", "petstore.yaml", "--name", name or " "]) == 2
    assert files(spec.parent) == {"petstore.yaml"}


def test_init_refuses_a_bad_spec(spec: Path, capsys: Capture) -> None:
    spec.write_text("a: b")
    assert main(["init", "--spec", "petstore.yaml"]) == 2
    assert capsys.readouterr().err.startswith("petstore.yaml")
    assert files(spec.parent) == {"petstore.yaml"}


def test_check_shows_what_differs(workspace: Path, capsys: Capture) -> None:
    changed = workspace / "generated/python/petstore/py.typed"
    changed.write_text("edited\n")
    (workspace / "generated/python/petstore/__init__.py").unlink()
    capsys.readouterr()
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert "--- a/generated/python/petstore/py.typed\n" in out
    assert "-edited" in out
    assert "+++ b/generated/python/petstore/__init__.py" in out
    assert "edited by hand: generated/python/petstore/py.typed\n" in err
    assert "missing: generated/python/petstore/__init__.py\n" in err
    assert "2 files differ; `specmill patch` keeps what was edited" in err
    assert changed.read_text() == "edited\n"


def test_check_cuts_long_diffs(workspace: Path, capsys: Capture) -> None:
    for path in (workspace / "generated").rglob("*.py"):
        path.write_text("".join(f"line {number}\n" for number in range(1000)))
    capsys.readouterr()
    assert main(["check"]) == 1
    short = capsys.readouterr().out.splitlines()
    assert len(short) < 300
    assert short[30].startswith("… ")
    assert "more lines of generated/python/petstore/__init__.py; see all" in short[30]
    assert short[-1].startswith("… and the diffs of ")
    assert main(["check", "--full"]) == 1
    full = capsys.readouterr().out.splitlines()
    assert len(full) > 1000 * 10
    assert short[:30] == full[:30]


def test_generate_one_spec(spec: Path, capsys: Capture) -> None:
    out = spec.parent / "sdk"
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk"]) == 0
    made = files(out)
    assert {"petstore/__init__.py", "petstore/py.typed", "specmill.lock"} <= made
    assert {path.split("/")[0] for path in made} == {"petstore", "specmill.lock"}
    (out / "petstore/mine.py").write_text("")
    args = ["generate", "--spec", "petstore.yaml", "--out", "sdk", "--name", "Acme API"]
    assert main(args) == 0
    assert "acme_api/__init__.py" in files(out)
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "1 API up to date"
    assert "petstore/mine.py" in files(out)


def test_one_spec_stays_out_of_a_workspace(workspace: Path, capsys: Capture) -> None:
    assert main(["generate", "--spec", "petstore.yaml", "--out", "."]) == 2
    assert "error: . is a workspace; add the API to specmill.toml" in capsys.readouterr().err


def test_settings_of_one_spec(spec: Path, capsys: Capture) -> None:
    args = ["generate", "--spec", "petstore.yaml", "--out", "sdk"]
    assert main([*args, "--set", "distribution=true", "--set", "formatter=none"]) == 0
    assert "petstore/pyproject.toml" in files(spec.parent / "sdk")
    for setting, message in (
        ("distribution=1", "the setting 'distribution' must be true or false"),
        ("distrbution=true", "did you mean 'distribution'?"),
        ("formatter", "--set formatter has no value"),
    ):
        assert main([*args, "--set", setting]) == 2
        assert message in capsys.readouterr().err


def test_a_full_disk_changes_nothing(
    workspace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = workspace / "specs/petstore/source.yaml"
    spec.write_text(spec.read_text().replace("name: {type", "age: {type"))
    before = {path: (workspace / path).read_bytes() for path in files(workspace)}
    calls: list[Path] = []

    def full(path: Path, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write_file(path, content)

    monkeypatch.setattr("specmill.render.transaction.write_file", full)
    capsys.readouterr()
    assert main(["generate"]) == 2
    monkeypatch.undo()
    monkeypatch.chdir(workspace)
    err = capsys.readouterr().err
    assert "No space left on device; nothing was changed" in err
    assert {path: (workspace / path).read_bytes() for path in files(workspace)} == before


def test_generate_one_spec_prunes(spec: Path) -> None:
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk"]) == 0
    assert (spec.parent / "sdk/petstore/resources/pets.py").exists()
    text = spec.read_text().replace("tags: [pets]", "tags: [animals]")
    spec.write_text(text.replace("/pets/", "/animals/"))
    assert main(["generate", "--spec", "petstore.yaml", "--out", "sdk"]) == 0
    assert not (spec.parent / "sdk/petstore/resources/pets.py").exists()
    assert (spec.parent / "sdk/petstore/resources/animals.py").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["generate", "--spec", "petstore.yaml"], "--spec needs --out"),
        (["generate", "--out", "x"], "--out goes with --spec"),
        (["generate", "--spec", "petstore.yaml", "--out", "x", "api"], "--spec goes without APIs"),
        (["generate", "--spec", "petstore.yaml", "--out", "x", "--target", "cobol"],
         "no target 'cobol'; installed: docs, kcl, models, python"),
        (["generate"], "no specmill.toml here or in a folder above"),
        (["check", "--config", "no.toml"], "cannot read no.toml: No such file or directory"),
        (["inspect"], "no specmill.toml here"),
        (["inspect", "a", "--spec", "petstore.yaml"], "give an API or --spec, not both"),
        (["generate", "--spec", "missing.yaml", "--out", "x"], "missing.yaml: error: no such file"),
        (["generate", "--spec", ".", "--out", "x"], "is a folder"),
        (["generate", "--spec", "petstore.yaml", "--out", "petstore.yaml"], "cannot write"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["chek"], "did you mean 'check'?"),
        (["generate", "--fast"], "No such option"),
        (["pull"], "no specmill.toml here"),
        (["diff", "petstore.yaml", "none.yaml"], "no file, revision or API 'none.yaml'"),
    ],
)  # fmt: skip
def test_bad_usage(spec: Path, capsys: Capture, args: list[str], message: str) -> None:
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert "Traceback" not in err
    assert out == ""
    assert files(spec.parent) == {"petstore.yaml"}


def test_inspect(spec: Path, capsys: Capture) -> None:
    assert main(["inspect", "--spec", "petstore.yaml", "--json"]) == 0
    described = json.loads(capsys.readouterr().out)
    assert described["api"] == "petstore"
    assert [operation["id"] for operation in described["operations"]] == ["getPet"]
    assert described["skipped"] == []
    assert main(["inspect", "--spec", "petstore.yaml"]) == 0
    page = capsys.readouterr().out
    assert "1 operation:" in page
    assert "GET /pets/{petId}" in page


def test_inspect_needs_no_api_name_when_there_is_one(workspace: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["inspect", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["package"] == "petstore"


def test_normalize(spec: Path, capsys: Capture) -> None:
    assert main(["normalize", "--spec", "petstore.yaml"]) == 0
    whole = capsys.readouterr().out
    assert json.loads(whole)["openapi"].startswith("3.1")
    assert "listens" in whole
    assert main(["normalize", "--spec", "petstore.yaml", "--prose", "drop", "-o", "n.json"]) == 0
    assert capsys.readouterr().out == ""
    assert "listens" not in (spec.parent / "n.json").read_text()


def test_normalize_keeps_the_family(spec: Path, capsys: Capture) -> None:
    args = ["normalize", "--spec", "petstore.yaml", "--format", "source", "--prose", "drop"]
    assert main(args) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["openapi"] == "3.1.0"
    assert "x-specmill-source" not in found
    assert found["components"]["schemas"]["Pet"]["properties"] == {"name": {"type": "string"}}


def test_validate(spec: Path, capsys: Capture) -> None:
    assert main(["validate", "--spec", "petstore.yaml"]) == 0
    assert capsys.readouterr().err == "petstore.yaml: valid\n"
    spec.write_text(spec.read_text().replace("- {name: petId,", "- {name: pet,"))
    assert main(["validate", "--spec", "petstore.yaml"]) == 0
    assert capsys.readouterr().err.endswith("petstore.yaml: valid, with 1 finding\n")
    assert main(["validate", "--spec", "petstore.yaml", "--strict"]) == 2
    assert "petstore.yaml:" in capsys.readouterr().err


def test_explain(workspace: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["explain", "pets.get"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("specs/petstore/source.yaml:6:")
    assert "named by the operation's tag and operationId" in out
    assert main(["explain", "petstore", "Pet"]) == 0
    assert "named by the component's name" in capsys.readouterr().out
    assert main(["explain", "Pot"]) == 2
    assert "did you mean 'Pet'?" in capsys.readouterr().err


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """An address that serves the last of some contents; ``/moved`` leads out of the web."""
    contents = [b""]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", "ftp://example.com/x")
            elif self.path == "/missing":
                self.send_response(404)
            else:
                self.send_response(200)
            self.end_headers()
            self.wfile.write(contents[-1])

        def log_request(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}", contents
        http.shutdown()


def upstream(root: Path, **values: str) -> None:
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items())
    (root / "specmill.toml").write_text(f"[apis.petstore.upstream]\n{lines}")


def test_pull(workspace: Path, server: tuple[str, list[bytes]], capsys: Capture) -> None:
    address, contents = server
    source = workspace / "specs/petstore/source.yaml"
    new = source.read_bytes() + b"\n# newer\n"
    contents.append(new)
    upstream(workspace, url=f"{address}/api.yaml", sha256=hashlib.sha256(new).hexdigest())
    assert main(["pull"]) == 0
    assert source.read_bytes() == new
    contents.append(b"changed")
    assert main(["pull"]) == 2
    assert "has changed: sha256 is" in capsys.readouterr().err
    assert source.read_bytes() == new
    contents.append(new + b"# newest\n")
    assert main(["pull", "--any-version"]) == 0
    assert source.read_bytes().endswith(b"# newest\n")


def test_pull_drops_prose(workspace: Path, server: tuple[str, list[bytes]]) -> None:
    address, contents = server
    source = workspace / "specs/petstore/source.yaml"
    contents.append(source.read_bytes())
    upstream(workspace, url=f"{address}/api.yaml", prose="drop")
    assert main(["pull"]) == 0
    assert b"listens" not in source.read_bytes()
    assert b"getPet" in source.read_bytes()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "refusing to download 'file:///etc/passwd'"),
        ("{server}/moved", "refusing to download 'ftp://example.com/x'"),
        ("{server}/missing", "the server says 404"),
        ("http://127.0.0.1:9/x", "cannot download http://127.0.0.1:9/x: "),
        ("http://[x", "refusing to download 'http://[x'"),
        ("", "petstore has no upstream"),
    ],
)
def test_pull_fails_clearly(
    workspace: Path, server: tuple[str, list[bytes]], capsys: Capture, url: str, message: str
) -> None:
    source = (workspace / "specs/petstore/source.yaml").read_bytes()
    upstream(workspace, url=url.format(server=server[0]))
    capsys.readouterr()
    assert main(["pull"]) == 2
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
    assert (workspace / "specs/petstore/source.yaml").read_bytes() == source


def test_resources_of_the_configuration(workspace: Path, capsys: Capture) -> None:
    settings = workspace / "specmill.toml"
    written = settings.read_text()
    tree = '\n[apis.petstore.resources.animals]\nfetch = "get /pets/{id}"\n'
    settings.write_text(written + tree)
    assert main(["generate", "--rename"]) == 0
    assert (workspace / "generated/python/petstore/resources/animals.py").exists()
    assert main(["explain", "petstore", "animals.fetch"]) == 0
    assert "placed in [apis.petstore.resources]" in capsys.readouterr().out
    settings.write_text(written + tree.replace("/pets/", "/pet/"))
    assert main(["generate"]) == 2
    assert "'get /pet/{id}' is no operation" in capsys.readouterr().err


def test_names_stay_when_the_spec_grows(spec: Path) -> None:
    """An equal inline object elsewhere would rename the first one; the lock keeps its name."""
    given = {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Cat": _with_owner(), "Dog": {"type": "object"}}},
    }
    file = spec.parent / "zoo.json"
    file.write_text(json.dumps(given))
    command = ["generate", "--spec", "zoo.json", "--out", "sdk"]
    assert main(command) == 0
    models = spec.parent / "sdk/zoo/models/unused.py"
    assert "class CatOwner(" in models.read_text()
    given["components"]["schemas"] = {
        "Ape": _with_owner(),
        "Dog": _with_owner(),
        "Cat": _with_owner(),
    }
    file.write_text(json.dumps(given))
    assert main(command) == 0
    assert "class CatOwner(" in models.read_text()
    assert "class Owner(" not in models.read_text()
    assert main([*command, "--rename"]) == 0
    assert "class CatOwner(" not in models.read_text()
    assert "class Owner(" in models.read_text()


def test_names_of_an_earlier_release_stay(spec: Path) -> None:
    """Rules for names have changed; what the lock has does not, until somebody asks for it."""
    ok = {"200": {"description": "", "content": {"application/json": {"schema": _with_owner()}}}}
    id_ = "read_items_items__get"
    paths: dict[str, Any] = {
        "/items/": {"get": {"operationId": id_, "tags": ["items"], "responses": ok}}
    }
    paths["/items/{id}"] = {
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "get": {"operationId": "read_item", "tags": ["items"], "responses": ok},
    }
    info = {"title": "Shop", "version": "1"}
    given = {"openapi": "3.1.0", "info": info, "paths": paths}
    (spec.parent / "shop.json").write_text(json.dumps(given))
    command = ["generate", "--spec", "shop.json", "--out", "sdk"]
    assert main(command) == 0
    items = spec.parent / "sdk/shop/resources/items.py"
    assert "def list(" in items.read_text()
    (lock,) = spec.parent.rglob("specmill.lock")
    assert '"items.list"' in lock.read_text()
    lock.write_text(lock.read_text().replace('"items.list"', '"items.read items"'))
    info["version"] = "2"
    (spec.parent / "shop.json").write_text(json.dumps(given))
    assert main(command) == 0
    assert "def read_items(" in items.read_text()
    assert main([*command, "--rename"]) == 0
    assert "def list(" in items.read_text()


def _with_owner() -> dict[str, Any]:
    owner = {"type": "object", "properties": {"name": {"type": "string"}}}
    return {"type": "object", "properties": {"owner": owner}}
