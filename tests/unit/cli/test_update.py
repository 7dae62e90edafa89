"""Command ``update``: newer specs, what they change, versions of specmill."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
paths:
  /cats:
    get: {operationId: listCats, tags: [cats], responses: {"204": {description: ok}}}
"""
MORE = SPEC.replace('"1"', '"2"') + (
    '    post: {operationId: addCat, tags: [cats], responses: {"204": {description: ok}}}\n'
)
OTHER = SPEC.replace("/cats", "/dogs").replace("cats", "dogs").replace("Cats", "Dogs")


class Upstream:
    """A server with one file, which wants a token."""

    def __init__(self) -> None:
        self.text, self.token, self.asked = SPEC, "", 0
        self.url = ""


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    state = Upstream()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            state.asked += 1
            body, etag = state.text.encode(), f'"{len(state.text)}"'
            status = 401 if state.token and self.headers["X-Token"] != state.token else 200
            status = 304 if self.headers["If-None-Match"] == etag else status
            self.send_response(status)
            self.send_header("ETag", etag)
            self.send_header("Content-Length", str(len(body) if status == 200 else 0))
            self.end_headers()
            if status == 200:
                self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        state.url = f"http://127.0.0.1:{server.server_port}/zoo.yaml"
        yield state
        server.shutdown()


@pytest.fixture
def zoo(
    tmp_path: Path, upstream: Upstream, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.yaml").write_text(SPEC)
    assert main(["init", "--spec", "zoo.yaml"]) == 0
    with (tmp_path / "specmill.toml").open("a") as file:
        file.write(
            "python = { distribution = true } # mine\n"
            f'[apis.zoo.upstream]\nurl = "{upstream.url}"\n'
            'headers = { X-Token = "${ZOO_TOKEN}" }\n'
        )
    monkeypatch.setenv("ZOO_TOKEN", "t")
    assert main(["generate"]) == 0
    capsys.readouterr()
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_update_does_all_that_follows(zoo: Path, upstream: Upstream, capsys: Capture) -> None:
    upstream.text, upstream.token = MORE, "t"
    assert main(["update"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "zoo: updated, version step: minor\n"
    assert "## zoo: " in captured.out
    assert "`cats.add`" in captured.out
    assert "Version of the package: 0.1.0 → 0.1.1." in captured.out
    toml = (zoo / "specmill.toml").read_text()
    assert "# mine" in toml
    assert f"etag = '\"{len(MORE)}\"'" in toml or f'etag = "\\"{len(MORE)}\\""' in toml
    assert "sha256 = " in toml
    assert 'python = { distribution = true, version = "0.1.1" } # mine\n' in toml
    assert (zoo / "specs/zoo/source.yaml").read_text() == MORE
    changelog = (zoo / "specs/zoo/CHANGELOG.md").read_text()
    assert changelog.startswith("# Changelog of `zoo`\n")
    assert "\n## 0.1.1 (" in changelog
    assert "### Added\n\n- `cats.add`" in changelog
    project = zoo / "generated/python/zoo"
    assert (project / "CHANGELOG.md").read_text() == changelog
    assert 'version = "0.1.1"' in (project / "pyproject.toml").read_text()
    assert main(["check"]) == 0
    assert main(["generate"]) == 0


def test_a_known_version_is_not_sent_again(zoo: Path, upstream: Upstream, capsys: Capture) -> None:
    upstream.text = MORE
    assert main(["update", "zoo"]) == 0
    before = files(zoo)
    capsys.readouterr()
    assert main(["update", "zoo"]) == 0
    assert capsys.readouterr().err == "zoo: unchanged\n"
    assert files(zoo) == before
    assert upstream.asked == 2


def test_breaking_changes_are_a_larger_step(zoo: Path, upstream: Upstream, capsys: Capture) -> None:
    upstream.text = MORE
    assert main(["update"]) == 0
    upstream.text = OTHER
    assert main(["update"]) == 0
    captured = capsys.readouterr()
    assert "Version of the package: 0.1.1 → 0.2.0." in captured.out
    changelog = (zoo / "specs/zoo/CHANGELOG.md").read_text()
    assert changelog.index("## 0.2.0 (") < changelog.index("## 0.1.1 (")
    assert "**Breaking:** `cats.list`" in changelog


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<html>Please sign in</html>", "error"),
        (MORE.replace("responses: {", "responses: {{", 1), "error"),
    ],
    ids=["html", "bad-yaml"],
)
def test_what_cannot_be_used_changes_nothing(
    zoo: Path, upstream: Upstream, capsys: Capture, text: str, what: str
) -> None:
    upstream.text = text
    before = files(zoo)
    assert main(["update"]) == 2
    assert what in capsys.readouterr().err
    assert files(zoo) == before


def test_an_edit_that_is_not_recorded_stops_an_update(
    zoo: Path, upstream: Upstream, capsys: Capture
) -> None:
    with (zoo / "generated/python/zoo/src/zoo/resources/cats.py").open("a") as file:
        file.write("mine = 1\n")
    before = files(zoo)
    upstream.text = MORE
    assert main(["update"]) == 2
    assert "was edited by hand" in capsys.readouterr().err
    assert files(zoo) == before


def test_tokens_come_from_the_environment(
    zoo: Path, upstream: Upstream, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    upstream.token = "other"
    assert main(["update"]) == 2
    assert "the server says 401" in capsys.readouterr().err
    monkeypatch.delenv("ZOO_TOKEN")
    assert main(["update"]) == 2
    assert "needs the variable ZOO_TOKEN, which is not set" in capsys.readouterr().err


def test_pull_notes_the_checksum(zoo: Path, upstream: Upstream, capsys: Capture) -> None:
    upstream.text = MORE
    assert main(["pull", "--any-version"]) == 0
    upstream.text = OTHER
    assert main(["pull"]) == 2
    assert "has changed: sha256 is" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("requires", "what"),
    [
        ("specmill>=0.1,<99", ""),
        ("specmill>=99", "the workspace wants specmill>=99, and this is specmill"),
        ("specmill>>1", "not a requirement"),
        ("other>=1", "is no requirement of specmill's version"),
    ],
)
def test_a_workspace_requires_a_version(
    zoo: Path, capsys: Capture, requires: str, what: str
) -> None:
    toml = zoo / "specmill.toml"
    toml.write_text(
        toml.read_text().replace("[workspace]", f'[workspace]\nrequires = "{requires}"')
    )
    assert main(["check"]) == (2 if what else 0)
    told = capsys.readouterr().err
    assert what in told
    assert "specmill.toml:2:1" in told or not what


def test_an_older_specmill_does_not_undo_a_newer_one(zoo: Path, capsys: Capture) -> None:
    lock = zoo / "specmill.lock"
    text = lock.read_text()
    from specmill.version import __version__

    lock.write_text(text.replace(f'"specmill": "{__version__}"', '"specmill": "99.0.0"'))
    for command in ("generate", "check"):
        assert main([command]) == 2
        assert "specmill 99.0.0 wrote specmill.lock" in capsys.readouterr().err
    assert main(["generate", "--force"]) == 0
    lock.write_text(text.replace(f'"specmill": "{__version__}"', '"specmill": "0.0.1"'))
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "zoo is stale, generator: specmill 0.0.1 wrote it" in capsys.readouterr().err
    assert main(["generate"]) == 0
