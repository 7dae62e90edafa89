"""``specmill add``: where specs come from, what is written, what is refused."""

from __future__ import annotations

import hashlib
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import googleapiclient.discovery_cache
import pytest

from specmill.cli import main
from specmill.config import load
from specmill.pipeline.upstream import addition

Capture = pytest.CaptureFixture[str]
DOCUMENT = Path(googleapiclient.discovery_cache.__file__).with_name("documents") / "oauth2.v2.json"
WRITTEN = """\
# ours
[workspace]   # and theirs
targets = ["python"]

[apis.petstore]

[targets.python]
formatter = "none"
"""


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def address() -> Iterator[str]:
    """An address that answers everything with a Discovery document."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(DOCUMENT.read_bytes())

        def log_request(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def test_an_api_of_google_starts_a_workspace(empty: Path, capsys: Capture) -> None:
    assert main(["add", "google:oauth2:v2"]) == 0
    told = capsys.readouterr().err
    assert "added oauth2: Google OAuth2 API v2, 3 operations" in told
    assert "specmill generate oauth2" in told
    api = load(empty / "specmill.toml").apis["oauth2"]
    assert (api.source, api.package) == ("specs/oauth2/source.json", "oauth2_v2")
    assert api.upstream is not None
    assert api.upstream.url.endswith("/discovery_cache/documents/oauth2.v2.json")
    assert api.upstream.sha256 == hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()
    assert (empty / api.source).read_bytes() == DOCUMENT.read_bytes()
    assert main(["generate"]) == 0
    assert api.upstream.sha256 in (empty / "specmill.lock").read_text()
    assert (empty / "generated/python/oauth2_v2/__init__.py").is_file()


def test_what_the_user_wrote_stays(empty: Path, spec: Path) -> None:
    (empty / "specmill.toml").write_text(WRITTEN)
    assert main(["add", "google:oauth2:v2", "--name", "sign-in", "--package", "sign_in"]) == 0
    text = (empty / "specmill.toml").read_text()
    assert text.startswith(f'{WRITTEN}\n[apis.sign-in]\npackage = "sign_in"\n')
    assert list(tomllib.loads(text)["apis"]) == ["petstore", "sign-in"]


def test_a_file(spec: Path) -> None:
    assert main(["add", "petstore.yaml"]) == 0
    root = spec.parent
    assert (root / "specs/petstore/source.yaml").read_bytes() == spec.read_bytes()
    assert load(root / "specmill.toml").apis["petstore"].upstream is None
    assert main(["generate"]) == 0


def test_a_reference_page_brings_its_files(empty: Path) -> None:
    orders = Path(__file__).parents[2] / "tables" / "orders"
    assert main(["add", str(orders / "page.md"), "--name", "orders"]) == 0
    assert (empty / "specs/orders/source.md").is_file()
    assert (empty / "specs/orders/http.yaml").is_file()


@pytest.mark.parametrize(
    ("path", "name"),
    [("/$discovery/rest?version=v2", "127"), ("/apis/OAuth.json", "oauth"), ("/", "oauth2")],
)
def test_an_address(path: str, name: str, empty: Path, address: str) -> None:
    assert main(["add", f"discovery:{address}{path}"]) == 0
    api = load(empty / "specmill.toml").apis[name]
    assert api.upstream is not None
    assert api.upstream.url == f"{address}{path}"
    assert main(["pull"]) == 0


def test_a_password_of_an_address_is_not_shown(empty: Path, address: str, capsys: Capture) -> None:
    assert main(["add", f"{address.replace('//', '//me:pa55word@')}/x.json"]) == 0
    said = capsys.readouterr()
    assert "pa55word" not in said.out + said.err
    assert f"upstream {address}/x.json" in said.out + said.err
    assert "has the password of that address" in said.out + said.err


def test_what_an_address_gives_is_called_by_the_address(
    empty: Path, address: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addition, "fetch", lambda *_, **__: b"<html><title>Sign in</title>")
    assert main(["add", f"{address.replace('//', '//me:pa55word@')}/x"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{address}/x:1:1: error: the document must be an object")


def test_prose_can_be_dropped(empty: Path) -> None:
    assert main(["add", "google:oauth2:v2", "--drop-prose"]) == 0
    assert b'"description"' not in (empty / "specs/oauth2/source.json").read_bytes()
    upstream = load(empty / "specmill.toml").apis["oauth2"].upstream
    assert upstream is not None
    assert upstream.drop_prose


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["google:oauth2"], "has no document 'oauth2'; it has google:oauth2:v2"),
        (["google:oauth:v2"], "it has google:oauth2:v2"),
        (["google:"], "has no document ''; such as google:storage:v1"),
        (["google:../index"], "has no document '../index'"),
        (["nothing.json"], "nothing.json: error: no such file"),
        (["discovery:ftp://example.com/x"], "refusing to download 'ftp://example.com/x'"),
        (["http://127.0.0.1:9/x"], "cannot download http://127.0.0.1:9/x: "),
        (["broken.yaml"], "broken.yaml:1:1: error: "),
        (["petstore.yaml", "--name", "../x"], "bad API name '../x'"),
        (["petstore.yaml", "--name", ""], "bad API name ''"),
        (["petstore.yaml", "--package", "1x"], "'1x' is not a package name"),
    ],
)
def test_mistakes_change_nothing(
    given: list[str], message: str, spec: Path, capsys: Capture
) -> None:
    (spec.parent / "broken.yaml").write_text("a: 1\n")
    before = sorted(spec.parent.rglob("*"))
    assert main(["add", *given]) == 2
    assert message in capsys.readouterr().err
    assert sorted(spec.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("text", "given", "message"),
    [
        ("[apis.oauth2]\n", [], "has an API 'oauth2' already; give this one another name"),
        ("[apis.old]\npackage = 'oauth2_v2'\n", [], "both write to generated/python/oauth2_v2"),
        ("apis = {}\n", [], "specmill.toml writes `apis` in a form that no table can be added to"),
        ("[workspace\n", [], "specmill.toml:1:11: error: not TOML"),
        ("[workspaces]\n", [], "unknown key 'workspaces'"),
        ("", ["--name", "there"], "specs/there/source.json is already here"),
    ],
)
def test_a_workspace_is_never_overwritten(
    text: str, given: list[str], message: str, empty: Path, capsys: Capture
) -> None:
    (empty / "specmill.toml").write_text(text)
    (empty / "specs/there").mkdir(parents=True)
    (empty / "specs/there/source.json").write_text("mine")
    assert main(["add", "google:oauth2:v2", *given]) == 2
    assert message in capsys.readouterr().err
    assert (empty / "specmill.toml").read_text() == text
    assert (empty / "specs/there/source.json").read_text() == "mine"
    assert not (empty / "specs/oauth2").exists()


def test_without_the_wheel(empty: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addition, "find_spec", lambda name: None)
    assert main(["add", "google:oauth2:v2"]) == 2
    told = capsys.readouterr().err
    assert "google-api-python-client is not installed" in told
    assert "pip install specmill[google-apis]" in told
    assert list(empty.iterdir()) == []


def test_lines_of_windows_stay() -> None:
    text = addition.with_entry("[workspace]\r\nout = 'x'", addition.entry("a.b", package="p"))
    assert text == '[workspace]\r\nout = \'x\'\r\n\r\n[apis."a.b"]\r\npackage = "p"\r\n'
