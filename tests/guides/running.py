"""One page as a script: its blocks of code, from the top down.

* A block with a title, such as ``toml title="specmill.toml"``, is written to that file.
* Commands of ``console`` run in a shell, and print what the page shows below them.
* ``python`` with ``text`` below it is a program and what it prints.

Times, numbers of files and the port of the example's server may differ, and what is left out with
``…``. Commands that need what a test has not (a registry, a container, a repository) are named in
:data:`NOT_RUN`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

from tests.pages.markdown import shown, tokens

NOT_RUN = re.compile(
    r"(pip|pipx|uvx?|make|docker|git|kcl|eval|pre-commit|gh|source|python -m venv) ?"
)
"""Commands that are only shown."""
PORT = "8000"
"""Of the example's server, on pages."""
_TITLE = re.compile(r'title="([^"]+)"')
_BACKGROUND = "python -m specmill.example &"
_SECONDS = re.compile(r"\b\d+\.\d+ s\b")


@dataclass(frozen=True)
class Block:
    """A block of code of a page."""

    kind: str
    title: str
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    """Return the blocks of a page."""
    found = []
    for token in tokens(page):
        if token.type == "fence":
            kind, _, rest = token.info.strip().partition(" ")
            title = _TITLE.search(rest)
            line = (token.map or [0])[0] + 1
            found.append(Block(kind, title[1] if title else "", token.content, line))
    return found


@dataclass
class Run:
    """The run of one page in a folder of its own."""

    page: Path
    folder: Path
    python: Path = Path(sys.executable)
    """The interpreter, beside which ``specmill`` is."""
    environment: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    """What programs have in place of what the page shows, such as another server."""
    ran: int = 0
    server: subprocess.Popen[str] | None = None
    port: str = ""

    def __enter__(self) -> Self:
        self.port = str(free_port())
        return self

    def __exit__(self, *_: object) -> None:
        if self.server is not None:
            self.server.terminate()  # an interrupt is ignored below a shell's background job
            self.server.wait(10)

    def run(self) -> int:
        """Run all blocks; return the number of commands and programs."""
        found = blocks(self.page)
        for block, following in zip(found, [*found[1:], None], strict=True):
            if block.title:
                file = self.folder / block.title
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(self._here(block.text), "utf-8")
            elif block.kind == "console":
                self._console(block)
            elif block.kind == "python":
                assert following is not None, f"{self._place(block)}: nothing says what it prints"
                assert following.kind == "text", f"{self._place(block)}: what does it print?"
                told = self._output([str(self.python), "-c", self._here(block.text)])
                self._compare(block, told, following.text)
            elif block.kind == "py":
                compile(block.text, self._place(block), "exec", 0x2000)  # top-level await allowed
        return self.ran

    def _console(self, block: Block) -> None:
        for command, expected in commands(block.text):
            if command == _BACKGROUND:
                self._serve()
            elif command == "pip install ." and (self.folder / "pyproject.toml").is_file():
                self._install()
            elif not NOT_RUN.match(command):
                told = self._output(["bash", "-c", self._here(command)])
                self._compare(block, told, expected)

    def _serve(self) -> None:
        command = [str(self.python), "-m", "specmill.example", self.port]
        self.server = subprocess.Popen(
            command, env=self._environment(), stderr=subprocess.PIPE, cwd=self.folder, text=True
        )
        for _ in range(100):
            try:
                urlopen(f"http://127.0.0.1:{self.port}/openapi.yaml").close()
            except URLError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the example's server does not start")

    def _install(self) -> None:
        """Make the entry points of a page's project known, as an installation does."""
        project = tomllib.loads((self.folder / "pyproject.toml").read_text("utf-8"))["project"]
        lines = []
        for group, points in project["entry-points"].items():
            lines += [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
        info = self.folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir()
        (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
        metadata = (
            f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
        )
        (info / "METADATA").write_text(metadata, "utf-8")
        known = self.environment.get("PYTHONPATH", "")
        self.environment = {**self.environment, "PYTHONPATH": f"{self.folder}{os.pathsep}{known}"}

    def _output(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )
        self.ran += 1
        return done.stdout

    def _environment(self) -> dict[str, str]:
        path = f"{self.python.parent}{os.pathsep}{os.environ['PATH']}"
        server = f"http://127.0.0.1:{self.port}"
        known = {"PATH": path, "PETS_BASE_URL": server, "PYTHONDONTWRITEBYTECODE": "1"}
        kept = {key: os.environ[key] for key in ("LANG", "LC_ALL", "TMPDIR") if key in os.environ}
        return {"HOME": str(self.folder), **kept, **known, **self.environment}

    def _here(self, text: str) -> str:
        for old, new in {f"127.0.0.1:{PORT}": f"127.0.0.1:{self.port}", **self.replaced}.items():
            text = text.replace(old, new)
        return text

    def _compare(self, block: Block, told: str, expected: str) -> None:
        told = told.replace(f"127.0.0.1:{self.port}", f"127.0.0.1:{PORT}")
        for new, old in self.replaced.items():
            if len(old) > 5:
                told = told.replace(old, new)
        assert re.fullmatch(pattern(expected), same(told)), (
            f"{self._place(block)}\n-- printed:\n{told}\n-- the page:\n{expected}"
        )

    def _place(self, block: Block) -> str:
        return f"{shown(self.page)}:{block.line}"


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a block, each with what it prints."""
    command, printed = "", ""
    for line in text.splitlines(keepends=True):
        if line.startswith("$ ") or (command.endswith("\\\n") and not printed):
            if line.startswith("$ ") and command:
                yield plain(command), printed
                command = ""
            command, printed = command + line.removeprefix("$ "), ""
        else:
            printed += line
    if command:
        yield plain(command), printed


def plain(command: str) -> str:
    """Return a command without its comment."""
    return re.sub(r"\s+# .*", "", command.strip())


def same(text: str) -> str:
    """Return a text with what differs from run to run made equal."""
    return "\n".join(line.rstrip() for line in _SECONDS.sub("N s", text).strip().splitlines())


def pattern(expected: str) -> str:
    """Return the expression for some output; ``…`` stands for a part of a line, or for lines."""
    lines = re.split(r"^…$", same(expected), flags=re.MULTILINE)
    parts = (".*".join(re.escape(part) for part in line.split("…")) for line in lines)
    return r"(?s:.*)".join(parts)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with closing(socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
