"""Answers beside what the spec promises: characters of texts, empty bodies, and their errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import httpx2
import pytest
from tests.behaviour.inline import Recorder, package


def json_of(schema: str) -> str:
    """Return the responses of an operation that promises JSON."""
    return f"{{'200': {{description: It., content: {{application/json: {{schema: {schema}}}}}}}}}"


SPEC = f"""
openapi: 3.1.0
info: {{title: Promises, version: "1"}}
servers: [{{url: https://promises.example}}]
paths:
  /csv:
    get:
      operationId: getCsv
      responses:
        "200": {{description: It., content: {{text/csv: {{schema: {{type: string}}}}}}}}
  /any:
    get:
      operationId: getAny
      responses:
        "200": {{description: It., content: {{"*/*": {{schema: {{type: string}}}}}}}}
  /word: {{get: {{operationId: getWord, responses: {json_of("{type: string}")}}}}}
  /free: {{get: {{operationId: getFree, responses: {json_of("{}")}}}}}
  /octets:
    get: {{operationId: getOctets, responses: {json_of("{type: string, format: binary}")}}}
  /sent:
    post:
      operationId: createSent
      requestBody:
        required: true
        content: {{application/json: {{schema: {{type: string, format: binary}}}}}}
      responses: {{"204": {{description: Taken.}}}}
  /thing:
    get: {{operationId: getThing, responses: {json_of("{$ref: '#/components/schemas/Thing'}")}}}
    delete:
      operationId: deleteThing
      responses: {json_of("{$ref: '#/components/schemas/Empty'}")}
  /things:
    get:
      operationId: listThings
      responses: {json_of("{type: array, items: {$ref: '#/components/schemas/Thing'}}")}
  /maybe:
    get:
      operationId: getMaybe
      responses: {json_of("{anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}")}
  /nothing:
    get:
      operationId: getNothing
      responses:
        "204":
          description: None.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Thing"}}}}}}
  /untold:
    get: {{operationId: getUntold}}
    put: {{operationId: putUntold, responses: {{"404": {{description: No.}}}}}}
  /moved:
    get:
      operationId: getMoved
      responses:
        "303": {{description: There., headers: {{Location: {{schema: {{type: string}}}}}}}}
        default: {{description: No., content: {{application/json: {{schema: {{type: object}}}}}}}}
components:
  schemas:
    Thing: {{type: object, properties: {{name: {{type: string}}}}}}
    Empty: {{type: object, properties: {{}}, additionalProperties: false}}
"""
LATIN = "é;ü".encode("latin-1")


@pytest.fixture(scope="module")
def promises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package."""
    with pytest.MonkeyPatch.context() as patch:
        yield package("promises", SPEC, tmp_path_factory.mktemp("promises"), patch)


def get(
    promises: Any,
    resource: str,
    content: bytes,
    content_type: str = "",
    status: int = 200,
    *,
    strict: bool = False,
    method: str = "get",
) -> Any:
    """Return what a method makes of an answer."""
    headers = {"content-type": content_type} if content_type else {}
    answer = httpx2.Response(status, content=content, headers=headers)
    with promises.Promises(transport=Recorder(answer), strict=strict) as client:
        return getattr(getattr(client, resource), method)()


@pytest.mark.parametrize("resource", ["csv", "any"])
@pytest.mark.parametrize(
    ("content_type", "content", "text"),
    [
        ("text/csv", "é".encode(), "é"),
        ("text/csv; charset=iso-8859-1", LATIN, "é;ü"),
        ("text/csv; charset=utf-16", "é".encode("utf-16"), "é"),
        ("text/csv; charset=no-such", "é".encode(), "é"),
        ("text/plain; charset=windows-1252", b"\x80", "€"),
    ],
)
def test_a_text_is_read_in_its_own_characters(
    promises: Any, resource: str, content_type: str, content: bytes, text: str
) -> None:
    for strict in (True, False):
        assert get(promises, resource, content, content_type, strict=strict) == text


@pytest.mark.parametrize("resource", ["csv", "any"])
@pytest.mark.parametrize(
    ("content_type", "content", "told"),
    [
        ("text/csv", b"a;" + LATIN, "not text: byte 0xe9 at 2 is not utf-8"),
        ("text/csv; charset=utf-8", LATIN, "not text: byte 0xe9 at 0 is not utf-8"),
        ("text/csv; charset=us-ascii", "aé".encode(), "not text: byte 0xc3 at 1 is not us-ascii"),
        ("text/plain; charset=no-such", LATIN, "not text: byte 0xe9 at 0 is not utf-8"),
        ("text/plain", b"\x89PNG\x00", "not text: byte 0x89 at 0 is not utf-8"),
    ],
)
def test_no_character_is_replaced(
    promises: Any, resource: str, content_type: str, content: bytes, told: str
) -> None:
    assert get(promises, resource, content, content_type) == content
    with pytest.raises(promises.DecodeError) as raised:
        get(promises, resource, content, content_type, strict=True)
    assert str(raised.value).endswith(told)
    assert raised.value.content == content


def test_an_error_that_is_no_text_keeps_its_bytes(promises: Any) -> None:
    with pytest.raises(promises.NotFoundError, match="404 Not Found: nicht m") as raised:
        get(promises, "csv", "nicht möglich".encode("latin-1"), "text/plain", 404)
    assert raised.value.body == "nicht möglich".encode("latin-1")
    with pytest.raises(promises.NotFoundError) as raised:
        get(promises, "csv", b"m\xf6glich", "text/plain; charset=iso-8859-1", 404)
    assert raised.value.body == "möglich"


def test_json_in_another_charset(promises: Any) -> None:
    content = '{"name": "é"}'
    for charset in ("iso-8859-1", "utf-16"):
        content_type = f"application/json; charset={charset}"
        for strict in (True, False):
            thing = get(promises, "thing", content.encode(charset), content_type, strict=strict)
            assert thing.name == "é"
    # Servers that name a charset by habit write UTF-8 all the same.
    wrong = "application/json; charset=iso-8859-1"
    assert get(promises, "thing", content.encode(), wrong, strict=True).name == "é"


@pytest.mark.parametrize(
    ("resource", "content_type", "content", "told"),
    [
        ("csv", "image/png", b"\x89", "not text, but image/png"),
        ("csv", "application/json", b"{}", "not text, but application/json"),
        ("any", "image/png", b"\x89", "not text, but image/png"),
        ("word", "image/png", b"\x89", "not JSON, but image/png"),
        ("word", "text/plain", b"hello", "not JSON, but text/plain: 'hello'"),
        ("thing", "text/csv", b"a;b", "not JSON, but text/csv: 'a;b'"),
        ("thing", "text/csv", LATIN, "not JSON, but text/csv"),
        ("moved", "application/json", b"{}", "not a redirect, but application/json"),
        ("moved", "", b"{}", "not a redirect, but a body without a Content-Type: '{}'"),
        ("moved", "", b"", "not a redirect, but an empty body"),
    ],
)
def test_a_strict_error_says_what_was_promised(
    promises: Any, resource: str, content_type: str, content: bytes, told: str
) -> None:
    with pytest.raises(promises.DecodeError) as raised:
        get(promises, resource, content, content_type, strict=True)
    assert str(raised.value).endswith(told)


def test_what_has_no_content_type_is_json_or_text(promises: Any) -> None:
    assert get(promises, "word", b'"json"') == "json"
    assert get(promises, "word", b"words") == "words"
    assert get(promises, "free", b"words") == "words"
    assert get(promises, "any", b"words", strict=True) == "words"
    for resource, content in (("thing", b"words"), ("word", LATIN)):
        with pytest.raises(promises.DecodeError, match="not JSON"):
            get(promises, resource, content)
    with pytest.raises(promises.DecodeError, match="not JSON"):
        get(promises, "word", b"words", strict=True)


@pytest.mark.parametrize("status", [204, 205])
def test_a_status_without_content_says_that_there_is_none(promises: Any, status: int) -> None:
    for resource, method in (("thing", "get"), ("things", "list")):
        assert get(promises, resource, b"", status=status, method=method) is None
        with pytest.raises(promises.DecodeError, match="its status has no content"):
            get(promises, resource, b"", status=status, strict=True, method=method)
    for strict in (True, False):
        gone = get(promises, "thing", b"", status=status, strict=strict, method="delete")
        assert gone == promises.models.Empty()
        assert get(promises, "maybe", b"", status=status, strict=strict) is None
        assert get(promises, "nothing", b"", status=status, strict=strict) is None


def test_content_of_a_status_without_content_is_no_promise(promises: Any) -> None:
    hints = get_type_hints(type(promises.Promises().nothing).get)
    assert hints["return"] is type(None)


@pytest.mark.parametrize("strict", [True, False])
def test_where_no_success_is_declared_any_may_come(promises: Any, strict: bool) -> None:
    answers = (
        httpx2.Response(200, json={"a": 1}),
        httpx2.Response(200, text="plain"),
        httpx2.Response(201, content=b"\x00\xff", headers={"content-type": "image/png"}),
        httpx2.Response(204),
    )
    client = promises.Promises(transport=Recorder(*answers, *answers), strict=strict)
    for call in (client.untold.get, client.untold.replace):
        assert [call() for _ in answers] == [{"a": 1}, "plain", b"\x00\xff", None]
        assert call.__annotations__["return"] == "Any"


def test_an_empty_body_is_a_model_in_which_nothing_is_required(promises: Any) -> None:
    assert get(promises, "thing", b"", "application/json") == promises.models.Thing()
    for resource, method, strict in (("things", "list", False), ("thing", "get", True)):
        with pytest.raises(promises.DecodeError, match="the body is empty"):
            get(promises, resource, b"", "application/json", strict=strict, method=method)


@pytest.mark.parametrize("strict", [True, False])
def test_an_empty_body_is_null_where_null_is_promised(promises: Any, strict: bool) -> None:
    for resource in ("maybe", "free"):
        for content_type in ("application/json", ""):
            assert get(promises, resource, b"", content_type, strict=strict) is None


@pytest.mark.parametrize("strict", [True, False])
def test_a_prose_in_the_place_of_data_is_an_error(promises: Any, strict: bool) -> None:
    for resource in ("thing", "things"):
        for content_type, content in (("text/html", b"<p>Sign in</p>"), ("text/plain", b"Busy")):
            method = "list" if resource == "things" else "get"
            with pytest.raises(promises.DecodeError, match=f"not JSON, but {content_type}"):
                get(promises, resource, content, content_type, strict=strict, method=method)


@pytest.mark.parametrize("content", [b'{"a": 1}', b'"text"', b"\x00\xff"])
def test_a_file_is_its_bytes_whatever_its_media_type(promises: Any, content: bytes) -> None:
    for strict in (True, False):
        assert get(promises, "octets", content, "application/json", strict=strict) == content


def test_a_file_is_sent_as_it_is(promises: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b'{"a": 1}')
    recorder = Recorder(*(httpx2.Response(204) for _ in range(3)))
    with promises.Promises(transport=recorder) as client:
        for body, sent in (
            (b"\x00\xff", b"\x00\xff"),
            (file, b'{"a": 1}'),
            ((one for one in (b"a", b"b")), b"ab"),
        ):
            client.sent.create(body)
            assert recorder.sent == sent
            assert recorder.requests[-1].headers["content-type"] == "application/json"
