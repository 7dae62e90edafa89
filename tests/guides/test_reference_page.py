"""The page on reference pages, followed literally."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.guides.running import pattern, same

from specmill.cli import main

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "reference-pages.md"
SECTION = GUIDE.read_text("utf-8")
PAGE = re.findall(r"````markdown\n(.*?)````", SECTION, re.DOTALL)[0]
REST = SECTION.partition("````\n")[2]
ANSWERS: dict[str, tuple[int, object]] = {
    "GET /books?by=tolkien": (
        200,
        {"books": [{"number": 1, "title": "The Hobbit"}], "next": "2"},
    ),
    "GET /books?by=tolkien&pageToken=2": (
        200,
        {"books": [{"number": 2, "title": "The Silmarillion"}]},
    ),
    "GET /books?by=tolkien&pageSize=20": (
        200,
        {"books": [{"number": 1, "title": "The Hobbit"}], "next": "2"},
    ),
    "POST /books": (201, {"number": 3, "title": "The Hobbit"}),
}


def block(kind: str, number: int = 0) -> str:
    """Give a block of the guide, behind the page that it shows."""
    return str(re.findall(rf"```{kind}\n(.*?)```", REST, re.DOTALL)[number])


class Handler(BaseHTTPRequestHandler):
    def _handle(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        status, body = ANSWERS.get(f"{self.command} {self.path}", (400, {"message": self.path}))
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _handle

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_guide_holds_as_it_stands(
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shelf.md").write_text(PAGE, "utf-8")
    Path("http.yaml").write_text(block("yaml"), "utf-8")
    assert main(["init", "--spec", "shelf.md", "--name", "shelf"]) == 0
    told = capsys.readouterr()
    shown = "$ specmill init --spec shelf.md --name shelf\n" + told.err + told.out
    assert shown == block("console")
    with Path("specmill.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + block("toml"))
    assert main(["generate"]) == 0
    told = capsys.readouterr()
    assert re.fullmatch(
        pattern(block("console", 1)), same("$ specmill generate\n" + told.err + told.out)
    )
    done = subprocess.run(
        [sys.executable, "-c", block("python")],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": "generated/python", "SHELF_BASE_URL": address},
        timeout=60,
    )
    assert done.stderr == ""
    assert f"$ python use.py\n{done.stdout}" == block("console", 2)
