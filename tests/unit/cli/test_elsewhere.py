"""``specmill generate --spec`` with an address, a name of the catalog, or stdin."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from specmill.cli import main
from specmill.pipeline.lock import load_lock

Capture = pytest.CaptureFixture[str]


class Answers(BaseHTTPRequestHandler):
    content = b""
    keys: tuple[str | None, ...] = ()

    def do_GET(self) -> None:
        Answers.keys += (self.headers.get("X-Key"),)
        self.send_response(200 if self.path.startswith("/specs/") else 404)
        self.end_headers()
        self.wfile.write(self.content)

    def log_request(self, *args: object) -> None:
        pass


@pytest.fixture
def address(spec: Path) -> Iterator[str]:
    """The address of ``petstore.yaml`` on a server of its own."""
    Answers.content = spec.read_bytes()
    with HTTPServer(("127.0.0.1", 0), Answers) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/specs/petstore.yaml"
        http.shutdown()


def test_an_address(address: str, spec: Path, capsys: Capture) -> None:
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 0
    assert "1 API generated" in capsys.readouterr().err
    assert Path("sdk/petstore/__init__.py").is_file()
    assert Path("sdk/petstore.yaml").read_bytes() == spec.read_bytes()
    assert [*load_lock(Path("sdk")).apis["petstore"].inputs] == ["petstore.yaml"]
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 0
    assert "1 API up to date" in capsys.readouterr().err


def test_an_address_makes_what_its_file_makes(address: str, spec: Path) -> None:
    assert main(["generate", "--spec", address, "--out", "a"]) == 0
    assert main(["generate", "--spec", str(spec), "--out", "b"]) == 0
    assert files(Path("a/petstore")) == files(Path("b/petstore"))


def test_a_new_version_replaces_the_copy(address: str) -> None:
    assert main(["generate", "--spec", address, "--out", "sdk", "--name", "shop"]) == 0
    Answers.content = Answers.content.replace(b"getPet", b"fetchPet")
    assert main(["generate", "--spec", address, "--out", "sdk", "--name", "shop"]) == 0
    assert "fetchPet" in Path("sdk/shop.yaml").read_text()
    assert [one.name for one in Path("sdk").iterdir() if one.suffix == ".yaml"] == ["shop.yaml"]


def test_a_failing_run_changes_nothing(address: str, capsys: Capture) -> None:
    good = Answers.content
    Answers.content = good.replace(b"schemas/Pet'", b"schemas/Pot'")
    assert main(["generate", "--spec", address, "--out", "new/sdk", "--strict"]) == 2
    assert not Path("new").exists()
    told = capsys.readouterr().err
    assert f"{address}:14:" in told
    Answers.content = good
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 0
    before = files(Path("sdk"))
    Answers.content = b"openapi: 4.0.0\n"
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 2
    assert files(Path("sdk")) == before


def test_a_file_of_somebody_else_stays(address: str, capsys: Capture) -> None:
    Path("sdk").mkdir()
    Path("sdk/petstore.yaml").write_text("mine")
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 2
    assert "is in the way of the spec; move it away" in capsys.readouterr().err
    assert Path("sdk/petstore.yaml").read_text() == "mine"
    assert main(["generate", "--spec", address, "--out", "sdk", "--force"]) == 0


def test_what_cannot_be_downloaded(address: str, capsys: Capture) -> None:
    missing = address.replace("/specs/", "/none/")
    assert main(["generate", "--spec", missing, "--out", "sdk"]) == 2
    assert f"cannot download {missing}: the server says 404" in capsys.readouterr().err
    assert main(["generate", "--spec", "ftp://example.com/a.json", "--out", "sdk"]) == 2
    assert "only https:// and http:// addresses" in capsys.readouterr().err
    assert not Path("sdk").exists()


def test_a_header_goes_to_the_server(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(Answers, "keys", ())
    monkeypatch.setenv("SPEC_KEY", "s3cret")
    given = ["generate", "--spec", address, "--out", "sdk", "--header", "X-Key=SPEC_KEY"]
    assert main(given) == 0
    assert Answers.keys == ("s3cret",)
    assert "s3cret" not in Path("sdk/specmill.lock").read_text()
    assert main(["generate", "--header", "X-Key=SPEC_KEY"]) == 2
    assert "--header goes with --spec" in capsys.readouterr().err


def test_stdin(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(spec.read_bytes()))
    monkeypatch.setattr("sys.stdin", given)
    assert main(["generate", "--spec", "-", "--out", "sdk", "--name", "pets"]) == 0
    assert Path("sdk/pets/__init__.py").is_file()
    assert Path("sdk/pets.yaml").read_bytes() == spec.read_bytes()


def test_an_address_that_tells_nothing_is_named_by_the_title(address: str, capsys: Capture) -> None:
    bare = address.removesuffix("petstore.yaml")
    given = ["generate", "--out", "sdk", "--spec"]
    assert main([*given, f"{bare}openapi.yaml?key=s3cret"]) == 0
    assert "the package is called petstore; --name gives it another" in capsys.readouterr().err
    assert "s3cret" not in Path("sdk/specmill.lock").read_text()
    Answers.content = Answers.content.replace(b"Petstore", b"Zoo")
    assert main([*given, f"{bare}openapi.yaml?key=s3cret"]) == 0
    assert main([*given, f"{bare}v2/openapi.yaml"]) == 0
    assert sorted(one.name for one in Path("sdk").glob("*.yaml")) == ["petstore.yaml", "zoo.yaml"]
    Answers.content = Answers.content.replace(b"Zoo", b"Petstore")
    assert main([*given, f"{bare}v3/openapi.yaml"]) == 2
    assert "the spec would be 'petstore', as the package of another" in capsys.readouterr().err


def test_stdin_is_named_by_the_title(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def run(title: bytes) -> int:
        content = spec.read_bytes().replace(b"Petstore", title)
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
        return main(["generate", "--spec", "-", "--out", "sdk"])

    assert [run(b"Petstore"), run(b"Petstore")] == [0, 0]
    assert Path("sdk/petstore/__init__.py").is_file()
    assert run(b"Zoo") == 2
    told = capsys.readouterr().err
    assert "specmill.lock has 'petstore' of this source, and the spec would be 'zoo' now" in told
    assert "--name petstore goes on with it, --name zoo makes another package" in told
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert main(["generate", "--spec", "-", "--out", "sdk"]) == 2
    assert "-: error: the file is empty" in capsys.readouterr().err


def test_an_address_without_an_ending_may_be_yaml_or_json(address: str, spec: Path) -> None:
    bare = address.removesuffix("petstore.yaml")
    assert main(["generate", "--spec", f"{bare}schema/", "--out", "a"]) == 0
    assert Path("a/petstore.yaml").read_bytes() == spec.read_bytes()
    assert main(["add", f"{bare}schema/", "--name", "shop"]) == 0
    assert Path("specs/shop/source.yaml").is_file()
    Answers.content = b'{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}'
    assert main(["generate", "--spec", f"{bare}v3/api-docs", "--out", "b"]) == 0
    assert Path("b/api-docs.json").is_file()


@pytest.mark.parametrize("command", ["inspect", "validate", "normalize"])
def test_other_commands_take_an_address(address: str, command: str, capsys: Capture) -> None:
    assert main([command, "--spec", address]) == 0
    told = capsys.readouterr()
    assert {"inspect": "pets.get", "validate": f"{address}: valid", "normalize": "getPet"}[
        command
    ] in told.out + told.err
    Answers.content = Answers.content.replace(b"schemas/Pet'", b"schemas/Pot'")
    assert main([command, "--spec", address]) in (0, 2)
    told = capsys.readouterr()
    assert f"{address}:14:" in told.err
    assert "specmill-" not in told.err


def test_validate_reads_stdin(spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(spec.read_bytes()))
    monkeypatch.setattr("sys.stdin", given)
    assert main(["validate", "--spec", "-"]) == 0
    assert "-: valid" in capsys.readouterr().err


def test_a_document_of_google(spec: Path) -> None:
    assert main(["generate", "--spec", "google:oauth2:v2", "--out", "sdk"]) == 0
    assert Path("sdk/oauth2/__init__.py").is_file()


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_init_takes_a_file(address: str, capsys: Capture) -> None:
    assert main(["init", "--spec", address]) == 2
    told = capsys.readouterr().err
    assert "--spec of `specmill init` is a file; `specmill add ADDRESS` starts a workspace" in told


def test_a_server_that_wants_credentials_says_so(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(
        Answers, "do_GET", lambda self: (self.send_response(401), self.end_headers())
    )
    assert main(["generate", "--spec", address, "--out", "sdk"]) == 2
    told = capsys.readouterr().err
    assert "401 Unauthorized; the server wants credentials: --header Authorization=VARIABLE" in told
