"""Bodies that no schema describes: google.api.HttpBody, and ``*/*`` that says nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import anyio
import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.inline import Recorder, package
from tests.behaviour.server import Server

OCTETS = b"\x00\xff\x01"
HTTP_BODY = """
type: object, properties: {contentType: {type: string}, data: {type: string, format: byte},
extensions: {type: array, items: {type: object, additionalProperties: {type: any}}}}
"""
DISCOVERY = f"""
kind: discovery#restDescription
name: health
version: v1
rootUrl: https://health.test/
servicePath: ""
schemas:
  HttpBody: {{id: HttpBody, {HTTP_BODY.strip()}}}
  PredictRequest: {{id: PredictRequest, type: object, properties: {{httpBody: {{$ref: HttpBody}}}}}}
  LabelRequest: {{id: LabelRequest, type: object, properties: {{label: {{type: string}},
    body: {{$ref: HttpBody}}}}}}
methods:
  store: {{id: health.store, path: store, httpMethod: POST, request: {{$ref: HttpBody}},
    response: {{$ref: HttpBody}}}}
  predict: {{id: health.predict, path: predict, httpMethod: POST,
    request: {{$ref: PredictRequest}}, response: {{$ref: HttpBody}}}}
  label: {{id: health.label, path: label, httpMethod: POST, request: {{$ref: LabelRequest}}}}
"""
OPENAPI = """
openapi: 3.1.0
info: {title: Anything, version: "1"}
servers: [{url: https://anything.test}]
paths:
  /any:
    post:
      operationId: bodies_send_any
      tags: [bodies]
      requestBody: {required: true, content: {"*/*": {}}}
      responses: {"200": {description: ok, content: {"*/*": {}}}}
  /application:
    post:
      operationId: bodies_send_application
      tags: [bodies]
      requestBody: {required: true, content: {"application/*": {schema: {description: Free.}}}}
      responses: {"200": {description: ok, content: {"*/*": {}}}}
  /json:
    post:
      operationId: bodies_send_json
      tags: [bodies]
      requestBody: {required: true, content: {"application/json": {}}}
      responses: {"200": {description: ok, content: {"*/*": {}}}}
  /message:
    post:
      operationId: bodies_send_message
      tags: [bodies]
      requestBody:
        {required: true, content: {"*/*": {schema: {$ref: "#/components/schemas/HttpBody"}}}}
      responses: {"200": {description: ok, content: {"*/*": {}}}}
components:
  schemas:
    HttpBody:
      type: object
      properties: {contentType: {type: string}, data: {type: string, contentEncoding: base64}}
"""


GATEWAY = f"""
openapi: 3.0.3
info: {{title: Gateway, version: "1"}}
servers: [{{url: https://gateway.test}}]
paths:
  /text:
    put:
      operationId: files_put
      tags: [files]
      requestBody: {{required: true, content: {{application/json: {{schema: {{type: string}}}}}}}}
      responses:
        "200": {{description: OK, content: {{"*/*": {{}}}}}}
        default: {{description: Default error response, content: {{application/json: {{schema:
          {{$ref: "#/components/schemas/Status"}}}}}}}}
  /inline:
    put:
      operationId: files_put_inline
      tags: [files]
      requestBody: {{required: true, content: {{application/json: {{schema:
        {{{HTTP_BODY.replace("{type: any}", "true").strip()}}}}}}}}}
      responses: {{"200": {{description: OK, content: {{"*/*": {{}}}}}}}}
components:
  schemas:
    GoogleProtobufAny:
      {{type: object, properties: {{"@type": {{type: string}}}}, additionalProperties: true}}
    Status: {{type: object, properties: {{code: {{type: integer}}, message: {{type: string}},
      details: {{type: array, items: {{$ref: "#/components/schemas/GoogleProtobufAny"}}}}}}}}
"""
"""As gnostic and the plugin for OpenAPI 3.1 of grpc-gateway write it."""


def given() -> Iterator[tuple[Any, str, bytes]]:
    """Yield a body, and the media type and content that it is sent as."""
    yield OCTETS, "application/octet-stream", OCTETS
    yield io.BytesIO(OCTETS), "application/octet-stream", OCTETS
    yield iter([b"a", b"b"]), "application/octet-stream", b"ab"
    yield "a,b\n", "text/plain", b"a,b\n"
    yield {"resourceType": "Patient"}, "application/json", b'{"resourceType":"Patient"}'
    yield [1, None], "application/json", b"[1,null]"


@pytest.fixture(scope="module")
def sdks(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    assert generated  # on the path before, and after, the folder of these packages
    patch = pytest.MonkeyPatch()
    folder = tmp_path_factory.mktemp("raw")
    specs = {"health_v1": DISCOVERY, "anything_v1": OPENAPI, "gateway_v1": GATEWAY}
    yield {name: package(name, spec, folder, patch) for name, spec in specs.items()}
    patch.undo()


def send(sdk: Any, method: str, *arguments: Any, is_async: bool, **options: Any) -> Recorder:
    """Call a method; return what was sent."""
    transport = Recorder()
    name = next(one for one in ("Health", "Anything", "Gateway") if hasattr(sdk, one))
    client = getattr(sdk, f"Async{name}" if is_async else name)(transport=transport)
    call = attrgetter(method)(client)
    if is_async:

        async def run() -> None:
            await call(*arguments, **options)

        anyio.run(run)
    else:
        call(*arguments, **options)
    return transport


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("health_v1", "store"),
        ("health_v1", "predict"),
        ("anything_v1", "bodies.send_any"),
        ("anything_v1", "bodies.send_application"),
        ("anything_v1", "bodies.send_message"),
    ],
)
def test_a_body_of_any_type_is_sent_as_it_is(
    sdks: dict[str, Any], name: str, method: str, *, is_async: bool
) -> None:
    for body, media_type, content in given():
        sent = send(sdks[name], method, body, is_async=is_async).requests[-1]
        assert (sent.headers["content-type"], sent.content) == (media_type, content)
    chosen = "application/fhir+json"
    for body in ({"a": 1}, b'{"a":1}', '{"a":1}'):
        told = {"content_type": chosen}
        sent = send(sdks[name], method, body, is_async=is_async, **told).requests[-1]
        expected = b'"{\\"a\\":1}"' if isinstance(body, str) else b'{"a":1}'
        assert (sent.headers["content-type"], sent.content) == (chosen, expected)


def test_a_message_with_other_fields_is_json(sdks: dict[str, Any]) -> None:
    body = {"label": "x", "body": {"contentType": "a/b", "data": OCTETS}}
    sent = send(sdks["health_v1"], "label", body, is_async=False)
    assert sent.sent == b'{"label":"x","body":{"contentType":"a/b","data":"AP8B"}}'


def test_json_of_no_schema_is_json(sdks: dict[str, Any]) -> None:
    sent = send(sdks["anything_v1"], "bodies.send_json", "a,b\n", is_async=False)
    assert sent.sent == b'"a,b\\n"'


def test_a_gateway_takes_the_message_or_its_bytes(gateways: Caller, server: Server) -> None:
    message = gateways.sdk.models.HttpBody(content_type="image/png", data=OCTETS)
    for body in (message, {"contentType": "image/png", "data": OCTETS}):
        server.answer(OCTETS, headers={"content-type": "image/png"})
        assert gateways("files.upload", "a", body) == OCTETS
        assert server.last.headers["content-type"] == "application/json"
        assert server.last.json() == {"contentType": "image/png", "data": "AP8B"}
    server.answer(OCTETS, headers={"content-type": "image/png"})
    assert gateways("files.upload", "a", OCTETS, content_type="image/png") == OCTETS
    assert (server.last.headers["content-type"], server.last.body) == ("image/png", OCTETS)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("method", ["files.put", "files.put_inline"])
def test_a_message_that_a_generator_does_not_name(
    sdks: dict[str, Any], method: str, is_async: bool
) -> None:
    message = {"contentType": "image/png", "data": OCTETS}
    sent = send(sdks["gateway_v1"], method, message, is_async=is_async)
    assert (sent.media_type, sent.sent) == (
        "application/json",
        b'{"contentType":"image/png","data":"AP8B"}',
    )
    sent = send(sdks["gateway_v1"], method, OCTETS, content_type="image/png", is_async=is_async)
    assert (sent.media_type, sent.sent) == ("image/png", OCTETS)


def test_a_text_that_a_generator_calls_a_string_is_json(sdks: dict[str, Any]) -> None:
    sent = send(sdks["gateway_v1"], "files.put", "a", is_async=False)
    assert (sent.media_type, sent.sent) == ("application/json", b'"a"')
