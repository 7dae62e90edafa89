"""Secrets in every form that a caller may give them in: none shows where the server repeats it."""

from __future__ import annotations

import base64
import json
import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from types import ModuleType
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr
from tests.behaviour.inline import package

SPEC = """
openapi: 3.1.0
info: {title: Handed, version: "1"}
servers: [{url: "https://given.example"}]
paths:
  /users:
    post:
      operationId: users.create
      parameters:
        - {name: pin, in: query, schema: {type: string, format: password}}
        - name: filter
          in: query
          style: deepObject
          explode: true
          schema: {type: object, properties: {word: {type: string, format: password}}}
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /forms:
    post:
      operationId: forms.send
      requestBody:
        content:
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Login"}}
      responses: {"204": {description: ok}}
  /parts:
    post:
      operationId: parts.send
      requestBody:
        content: {multipart/form-data: {schema: {$ref: "#/components/schemas/Login"}}}
      responses: {"204": {description: ok}}
  /words:
    put:
      operationId: words.set
      requestBody:
        content: {text/plain: {schema: {type: string, format: password}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Login:
      type: object
      properties: {name: {type: string}, word: {type: string, format: password}}
    User:
      type: object
      properties:
        name: {type: string}
        key: {type: string, format: password, contentEncoding: base64}
        word: {type: string, format: password}
        logins: {type: array, items: {$ref: "#/components/schemas/Login"}}
        by_name: {type: object, additionalProperties: {$ref: "#/components/schemas/Login"}}
        parent: {$ref: "#/components/schemas/User"}
"""
SECRET = "Hunter2/s3cret+word"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        yield package("handed", SPEC, tmp_path_factory.mktemp("handed"), patch)


@dataclass
class Person:
    """A body that is a dataclass."""

    word: str
    name: str = "me"


class Word(Enum):
    WORD = SECRET


CALLS: dict[str, Callable[[Any, Any], Any]] = {
    "bytes in a model": lambda c, m: c.users.create(m.User(key=SECRET.encode())),
    "bytes in a mapping": lambda c, _: c.users.create({"key": SECRET.encode()}),
    "text in a mapping": lambda c, _: c.users.create({"key": SECRET}),
    "a dataclass": lambda c, _: c.users.create(Person(SECRET)),
    "a list of dataclasses": lambda c, _: c.users.create({"logins": [Person(SECRET)]}),
    "an enumeration": lambda c, _: c.users.create({"word": Word.WORD}),
    "an enumeration in a query": lambda c, _: c.users.create({}, pin=Word.WORD),
    "an object in a query": lambda c, _: c.users.create({}, filter_={"word": SECRET}),
    "a map of models": lambda c, m: c.users.create(m.User(by_name={"a": m.Login(word=SECRET)})),
    "ten parents": lambda c, _: c.users.create(parents(10)),
    "a form": lambda c, m: c.forms.send(m.Login(word=SECRET)),
    "parts": lambda c, _: c.parts.send(name="x", word=SECRET),
    "a whole body": lambda c, _: c.words.set(SECRET),
}


def parents(levels: int) -> dict[str, Any]:
    user: dict[str, Any] = {"word": SECRET}
    for _ in range(levels):
        user = {"parent": user}
    return user


def coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


SAID: dict[str, Callable[[httpx2.Request], str]] = {
    "as it is": lambda _: SECRET,
    "in base64": lambda _: coded(SECRET),
    "in base64 for URLs": lambda _: base64.urlsafe_b64encode(SECRET.encode()).decode(),
    "as JSON": lambda _: json.dumps(SECRET).replace("/", "\\/"),
    "what was sent": lambda request: f"{request.url} {request.content.decode('latin-1')}",
}


def is_shown(text: str) -> bool:
    return any(one in text for one in (SECRET, coded(SECRET).rstrip("="), "Hunter2", "s3cret"))


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("call", CALLS)
def test_a_secret_shows_nowhere(
    given: Any, call: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="given")

    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        words = f"no: {SAID[said](request)}"
        headers = {"x-request-id": "1", "x-said": words.encode("unicode_escape").decode()}
        return httpx2.Response(400, json={"message": words, "code": words}, headers=headers)

    with given.Handed(transport=httpx2.MockTransport(answer), max_retries=0) as client:
        with pytest.raises(given.BadRequestError) as caught:
            CALLS[call](client, given.models)
        error = caught.value
        shown = [str(error), repr(error), error.url, error.server_message, error.code, repr(client)]
    assert not is_shown(" ".join(map(str, shown)))
    assert not is_shown(" ".join(getattr(error, "__notes__", ())))
    lines = "".join(traceback.format_exception(error)).splitlines()
    assert not is_shown("\n".join(line for line in lines if not line.startswith("  ")))
    assert not is_shown(caplog.text)
    assert "***" in str(error)


@pytest.mark.parametrize("secret", ["a\\\\b" * 3, "\\" * 40, 'q"\\/' * 9], ids=["a", "b", "c"])
def test_a_secret_of_backslashes_is_found_at_once(given: Any, secret: str) -> None:
    for said in (secret, json.dumps(secret), json.dumps(json.dumps(secret)), "\\" * 50_000):
        answer = httpx2.Response(400, text=said)
        transport = httpx2.MockTransport(lambda _, answer=answer: answer)
        with (
            given.Handed(transport=transport, max_retries=0) as client,
            pytest.raises(given.BadRequestError) as caught,
        ):
            client.words.set(secret)
        assert secret not in str(caught.value)


@pytest.mark.parametrize("call", ["body", "query", "form", "parts", "model"])
def test_what_hides_itself_is_not_sent_as_stars(given: Any, call: str) -> None:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(204))
    hiding = SecretStr(SECRET)
    calls: dict[str, Callable[[Any], Any]] = {
        "body": lambda c: c.users.create({"word": hiding}),
        "query": lambda c: c.users.create({}, pin=hiding),
        "form": lambda c: c.forms.send({"word": hiding}),
        "parts": lambda c: c.parts.send(word=hiding),
        "model": lambda c: c.users.create(given.models.User(word=hiding)),
    }
    with (
        given.Handed(transport=transport) as client,
        pytest.raises((TypeError, ValueError)) as caught,
    ):
        calls[call](client)
    assert not is_shown(str(caught.value))
