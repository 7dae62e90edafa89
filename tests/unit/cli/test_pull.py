"""Command ``pull``: what replaces a committed source, and what does not; merged locks."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from specmill.cli import main
from specmill.render.turns import turn

SPEC = b'{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}'
NEWER = SPEC.replace(b'"1"', b'"2"')
ANSWERS = {
    "/newer": NEWER,
    "/html": b"<html><body>Please sign in</body></html>",
    "/empty": b"",
    "/other": b'{"error": "not found"}',
    "/yaml": b"message: maintenance",
}


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        body = ANSWERS[self.path]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def upstream() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def pull(folder: Path, address: str, source: str = "a.json") -> int:
    (folder / source).write_bytes(SPEC)
    text = f'[apis.a]\nsource = "{source}"\nupstream = {{ url = "{address}" }}\n'
    (folder / "specmill.toml").write_text(text)
    return main(["pull"])


def test_a_newer_spec_replaces_the_source(
    tmp_path: Path, upstream: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pull(tmp_path, f"http://me:hidden@{upstream}/newer") == 0
    assert (tmp_path / "a.json").read_bytes() == NEWER
    assert "hidden" not in "".join(capsys.readouterr())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "specmill.toml"]


@pytest.mark.parametrize("path", ["/html", "/empty", "/other", "/yaml"])
@pytest.mark.parametrize("source", ["a.json", "a.yaml"])
def test_what_is_no_spec_replaces_nothing(
    tmp_path: Path, upstream: str, path: str, source: str
) -> None:
    assert pull(tmp_path, f"http://{upstream}{path}", source) == 2
    assert (tmp_path / source).read_bytes() == SPEC


def test_a_page_that_asks_to_sign_in_replaces_no_reference_page(
    tmp_path: Path, upstream: str
) -> None:
    assert pull(tmp_path, f"http://{upstream}/html", "a.md") == 2
    assert (tmp_path / "a.md").read_bytes() == SPEC


def test_a_lock_with_the_marks_of_a_merge_keeps_its_names(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = workspace / "specmill.lock"
    before = lock.read_text()
    lines = before.splitlines(keepends=True)
    lines[4:4] = ["<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"]
    lock.write_text("".join(lines))
    assert main(["generate"]) == 0
    assert "delete" not in "".join(capsys.readouterr())
    assert lock.read_text() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process that it forks")
@pytest.mark.parametrize("step", range(4))
def test_a_pull_that_is_killed_leaves_the_old_spec_or_the_newer(
    tmp_path: Path, upstream: str, step: int
) -> None:
    source = tmp_path / "specs" / "a" / "source.json"
    source.parent.mkdir(parents=True)
    child = os.fork()
    if child == 0:
        _die_at(step)
        os._exit(pull(tmp_path, f"http://{upstream}/newer", "specs/a/source.json"))
    os.waitpid(child, 0)
    with turn(tmp_path):
        assert source.read_bytes() in (SPEC, NEWER)
    assert main(["pull"]) == 0
    assert source.read_bytes() == NEWER
    assert [*source.parent.iterdir()] == [source]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["specmill.toml", "specs"]


def _die_at(step: int) -> None:
    real, left = Path.replace, step

    def replace(self: Path, target: Path) -> Path:
        nonlocal left
        if left == 0:
            os._exit(9)
        left -= 1
        return real(self, target)

    Path.replace = replace  # type: ignore[method-assign, assignment]


def test_a_source_may_be_outside_of_the_workspace(
    tmp_path: Path, upstream: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert pull(folder, f"http://{upstream}/newer", "../a.json") == 0
    assert (tmp_path / "a.json").read_bytes() == NEWER
