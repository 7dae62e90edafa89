"""Forms whose parts no schema names: what the caller gives by name is sent."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from tests.behaviour.inline import package
from tests.behaviour.server import Server

SCHEMAS = {
    "bytes": "{schema: {type: string, format: binary}}",  # Dropshot's MultipartBody
    "anything": "{schema: {}}",
    "unsaid": "{}",
    "objects": "{schema: {type: object}}",
    "maps": "{schema: {type: object, additionalProperties: {type: string, format: binary}}}",
    "lists": "{schema: {type: array, items: {type: string, format: binary}}}",
}
"""By the path of the operation."""
PATHS = "".join(
    f"""
  /{name}:
    post:
      operationId: send_{name}
      tags: [forms]
      requestBody: {{required: true, content: {{multipart/form-data: {schema}}}}}
      responses: {{"204": {{description: Taken.}}}}"""
    for name, schema in SCHEMAS.items()
)
SPEC = f"""
openapi: 3.1.0
info: {{title: Free Forms, version: "1"}}
servers: [{{url: https://forms.test}}]
paths: {PATHS}
  /may:
    post:
      operationId: send_may
      tags: [forms]
      requestBody: {{content: {{multipart/form-data: {{}}}}}}
      responses: {{"204": {{description: Taken.}}}}
  /none:
    post:
      operationId: send_none
      tags: [forms]
      requestBody:
        content: {{multipart/form-data: {{schema: {{type: object, properties: {{}}}}}}}}
      responses: {{"204": {{description: Taken.}}}}
"""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package."""
    with pytest.MonkeyPatch.context() as patch:
        yield package("free_forms", SPEC, tmp_path_factory.mktemp("free"), patch)


def send(forms: Any, server: Server, name: str, *body: Any, is_async: bool) -> None:
    server.answer(status=204)
    if not is_async:
        with forms.FreeForms(base_url=server.url) as client:
            assert getattr(client.forms, f"send_{name}")(*body) is None
        return

    async def run() -> None:
        async with forms.AsyncFreeForms(base_url=server.url) as client:
            assert await getattr(client.forms, f"send_{name}")(*body) is None

    anyio.run(run)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", SCHEMAS)
def test_parts_are_told_by_their_values(
    forms: Any, server: Server, tmp_path: Path, name: str, *, is_async: bool
) -> None:
    file = tmp_path / "notes.csv"
    file.write_bytes(b"a,b\n")
    given = {
        "photo": ("cat.png", b"\x89\xff"),
        "more": [b"1", io.BytesIO(b"2")],
        "file": file,
        "text": "ü & so on",
        "count": 3,
        "is_new": True,
        "tags": ["a", "b"],
        "about": {"a": [1, None]},
        "left": None,
    }
    send(forms, server, name, given, is_async=is_async)
    assert server.last.parts() == [
        ("photo", "cat.png", "image/png", b"\x89\xff"),
        ("more", "more", "application/octet-stream", b"1"),
        ("more", "more", "application/octet-stream", b"2"),
        ("file", "notes.csv", "text/csv", b"a,b\n"),
        ("text", None, None, "ü & so on".encode()),
        ("count", None, None, b"3"),
        ("is_new", None, None, b"true"),
        ("tags", None, None, b"a"),
        ("tags", None, None, b"b"),
        ("about", None, "application/json", b'{"a":[1,null]}'),
    ]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_form_that_need_not_be_there(forms: Any, server: Server, *, is_async: bool) -> None:
    send(forms, server, "may", is_async=is_async)
    assert (server.last.headers["content-type"], server.last.body) == (None, b"")
    send(forms, server, "may", {"a": "b"}, is_async=is_async)
    assert server.last.parts() == [("a", None, None, b"b")]
    with pytest.raises(TypeError):
        send(forms, server, "none", {"a": "b"}, is_async=is_async)
