"""What an editor on basedpyright's language server shows of a generated package."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import IO, Any

import pytest

import specmill

HEAD = """\
from boats import AsyncBoats, Boats, models

client, waiting = Boats(), AsyncBoats()
found = client.boats.get("b")
"""
SPEC = """\
openapi: 3.1.0
info: {title: Boats, version: "1"}
servers: [{url: "http://localhost"}]
paths:
  /boats:
    get:
      operationId: listBoats
      summary: List boats
      description: All that lie in the harbour.
      tags: [boats]
      parameters:
      - name: kind
        in: query
        description: What they are.
        schema: {type: string, enum: [sloop, ketch]}
      responses:
        "200":
          description: Boats.
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Boat"}}}
  /boats/{id}:
    get:
      operationId: getBoat
      summary: Get a boat
      tags: [boats]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A boat.
          content: {application/json: {schema: {$ref: "#/components/schemas/Boat"}}}
components:
  schemas:
    Boat:
      type: object
      properties:
        name: {type: string, description: Painted on its stern.}
        built: {type: string, format: date}
"""


class LanguageServer:
    """Speaks the Language Server Protocol with a process, one question at a time."""

    def __init__(self, folder: Path) -> None:
        command = Path(sys.executable).with_name("basedpyright-langserver")
        self._process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._last = 0
        folders = [{"uri": folder.as_uri(), "name": "work"}]
        formats = {"contentFormat": ["plaintext"]}
        documents = {"hover": formats, "signatureHelp": {"signatureInformation": {}}}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": documents,
        }
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders}
            | {"capabilities": capabilities},
        )
        self.tell("initialized", {})

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Return the answer to a question."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" in message:
                if "id" in message:
                    self._send({"id": message["id"], "result": _setting(message)})
            elif message.get("id") == self._last:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: Mapping[str, Any]) -> None:
        """Send what has no answer."""
        self._send({"method": method, "params": params})

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def _send(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = _opened(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream, length = _opened(self._process.stdout), 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def _opened(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _setting(message: Mapping[str, Any]) -> Any:
    """Answer what the server asks its editor: which Python there is, nothing else."""
    if message["method"] != "workspace/configuration":
        return None
    python = {"pythonPath": sys.executable}
    return [
        python if one.get("section") == "python" else None for one in message["params"]["items"]
    ]


class Editor:
    """Shows what a server says at the end of a program, each in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = LanguageServer(folder)
        self._files = count()
        self.close = self._server.close

    def _at_end(self, feature: str, code: str, *, back: int = 0) -> Any:
        """Ask for something at the end of a program, or some characters before."""
        text, uri = f"{HEAD}{code}", (self._folder / f"use{next(self._files)}.py").as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self._server.tell("textDocument/didOpen", {"textDocument": document})
        lines = text.splitlines()
        position = {"line": len(lines) - 1, "character": len(lines[-1]) - back}
        asked = {"textDocument": {"uri": uri}, "position": position}
        return self._server.ask(f"textDocument/{feature}", asked)

    def hover(self, code: str) -> str:
        """Return what is shown of the name that a program ends in."""
        return str(self._at_end("hover", code, back=1)["contents"]["value"])

    def completions(self, code: str) -> set[str]:
        """Return what is offered at the end of a program."""
        return {one["label"] for one in self._at_end("completion", code)["items"]}

    def signature(self, code: str) -> str:
        """Return the arguments of the call that a program ends in."""
        return str(self._at_end("signatureHelp", code)["signatures"][0]["label"])


@pytest.fixture(scope="module", params=["title", "full"])
def async_docs(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def editor(async_docs: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("edited")
    (folder / "boats.yaml").write_text(SPEC)
    settings = {"async_docs": async_docs}
    specmill.generate(folder / "boats.yaml", name="boats", settings=settings, out=folder)
    opened = Editor(folder)
    yield opened
    opened.close()


def test_hover_shows_title_description_and_arguments(editor: Editor) -> None:
    shown = editor.hover("client.boats.list")
    for text in ("-> list[Boat]", "List boats", "All that lie in the harbour.", "What they are."):
        assert text in shown


def test_hover_on_an_async_method(editor: Editor, async_docs: str) -> None:
    shown = editor.hover("waiting.boats.list")
    assert "List boats" in shown
    assert ("All that lie in the harbour." in shown) == (async_docs == "full")


def test_signatures_are_offered(editor: Editor) -> None:
    for code in ("client.boats.list(", "waiting.boats.list("):
        assert "kind: BoatKind" in editor.signature(code)
    assert "built: date" in editor.signature("models.Boat(")


def test_names_and_values_are_completed(editor: Editor) -> None:
    assert {"list", "get"} <= editor.completions("client.boats.")
    assert {"name", "built", "model_dump_json"} <= editor.completions("found.")
    assert {"sloop", "ketch"} <= {
        one.strip("\"'") for one in editor.completions('client.boats.list(kind="')
    }
