"""The story of docs/updates.md: its commands print what the page says."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from specmill.cli import main

PAGE = (Path(__file__).parents[2] / "docs/updates.md").read_text("utf-8")
URL = "https://zoo.example.com/zoo.yaml"


def block(kind: str, number: int = 0) -> str:
    """Return a block of the page, from its story on."""
    story = PAGE[PAGE.index("## From first") :]
    return re.findall(rf"```{kind}\n(.*?)```", story, re.DOTALL)[number]


NEWER = (
    block("yaml")
    .replace('"1"', '"2"')
    .replace("[calm, wild]", "[calm, wild, sleepy]")
    .replace("required: [name]", "required: [name, age]")
    .replace("        mood:", "        age: {type: integer}\n        mood:")
)


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(NEWER)))
        self.end_headers()
        self.wfile.write(NEWER.encode())


@pytest.fixture
def upstream() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/zoo.yaml"
        server.shutdown()


def test_the_story_is_true(
    tmp_path: Path,
    upstream: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.yaml").write_text(block("yaml"), "utf-8")
    assert main(["init", "--spec", "zoo.yaml"]) == 0
    _, _, settings = block("console").partition("specmill.toml\n")
    with (tmp_path / "specmill.toml").open("a") as file:
        file.write(settings.partition("$ ")[0].replace(URL, upstream))
    assert main(["generate"]) == 0
    cats = tmp_path / "generated/python/zoo/src/zoo/resources/cats.py"
    with cats.open("a") as file:
        file.write(f"\n\n{block('python')}")
    capsys.readouterr()
    assert [main([command]) for command in ("update", "patch", "update")] == [2, 0, 0]
    told = capsys.readouterr()
    commands = re.sub(r"^\$ .*\n", "", block("console", 1), flags=re.MULTILINE)
    assert told.err == commands
    assert told.out.replace(upstream, URL) == block("markdown")
    assert cats.read_text("utf-8").endswith(block("python"))
    changelog = (tmp_path / "generated/python/zoo/CHANGELOG.md").read_text("utf-8")
    dated = re.compile(r"\d{4}-\d\d-\d\d")
    assert dated.sub("", changelog) == dated.sub("", block("markdown", 1))
    assert main(["check"]) == 0
