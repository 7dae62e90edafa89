"""Kinds of operations through the kit: media, batches, long-running work, streams, credentials."""

from __future__ import annotations

from typing import Any

import pytest
from tests.kits.packages import Package, committed, storage, written

from specmill import sources
from specmill.diagnostics import Report

STREAMS = """
openapi: 3.1.0
info: {title: Streams, version: "1"}
servers: [{url: "https://s.example.com"}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Line: {type: object, required: [text], properties: {text: {type: string, maxLength: 9}}}
paths:
  /lines:
    get:
      operationId: listLines
      tags: [lines]
      security: [{key: []}]
      responses:
        "200":
          description: ok
          content: {application/x-ndjson: {itemSchema: {$ref: "#/components/schemas/Line"}}}
  /events:
    get:
      operationId: watchEvents
      tags: [events]
      responses:
        "200":
          description: ok
          content: {text/event-stream: {itemSchema: {$ref: "#/components/schemas/Line"}}}
"""


@pytest.fixture(scope="module")
def streams(tmp_path_factory: pytest.TempPathFactory) -> Package:
    source = tmp_path_factory.mktemp("streams") / "streams.yaml"
    source.write_text(STREAMS.replace("3.1.0", "3.2.0"), encoding="utf-8")
    return written(sources.read(source, report=Report()), "kit_of_streams")


def test_a_download_and_a_part_of_it() -> None:
    with storage().fake() as fake:
        fake.objects.get_media.returns(lambda call: f"{call.bucket}/o".encode())
        media = fake.client.objects.get_media("b", "o")
        assert media.read() == b"b/o"
        fake.objects.get_media.sequence(b"0123456789", storage().testing.failure(404))
        assert fake.client.objects.get_media("b", "o").read() == b"0123456789"
        with pytest.raises(storage().module.NotFoundError):
            fake.client.objects.get_media("b", "o").read()


@pytest.mark.parametrize("resumable", [False, True])
@pytest.mark.parametrize("body", [None, {"name": "o"}])
def test_an_upload(resumable: bool, body: Any) -> None:
    module = storage().module
    with storage().fake() as fake:
        fake.objects.insert.returns(lambda call: module.models.Object(name=call.name))
        content = bytes(range(256)) * 4096
        upload = module.MediaUpload(
            content, content_type="image/png", resumable=resumable, chunk_size=256 * 1024
        )
        arguments = {} if body is None else {"body": body}
        made = fake.client.objects.insert("b", media=upload, name="o", **arguments)
        assert made.name == "o"
        (call,) = fake.objects.insert.calls
        assert (call.media.content, call.media.content_type) == (content, "image/png")
        assert bool(call.body) == bool(body)


def test_calls_in_a_batch() -> None:
    module = storage().module
    with storage().fake() as fake:
        fake.buckets.get.sequence(module.models.Bucket(id="a"), storage().testing.failure(404))
        with fake.client.batch() as batch:
            found = [batch.add(fake.client.buckets.get, name) for name in ("a", "b")]
        assert found[0].result().id == "a"
        with pytest.raises(module.NotFoundError):
            found[1].result()
        assert [call.bucket for call in fake.buckets.get.calls] == ["a", "b"]


def test_work_that_goes_on() -> None:
    package = committed("genomics")
    with package.fake() as fake:
        fake.pipelines.run.finishes(package.module.models.RunPipelineResponse(), after=2.0)
        work = fake.client.pipelines.run({})
        assert not work.done
        assert type(work.wait(poll=0.1)).__name__ == "RunPipelineResponse"
        assert fake.clock.now == 2.0
        fake.pipelines.run.breaks("No disk.", code=9, after=60.0)
        work = fake.client.pipelines.run({})
        fake.clock.advance(60.0)
        with pytest.raises(package.module.OperationError, match=r"No disk\."):
            work.wait(poll=0.1)


def test_streams(streams: Package) -> None:
    module = streams.module
    with streams.fake() as fake:
        lines = [module.models.Line(text="a"), module.models.Line(text="b")]
        fake.lines.list.streams(lines)
        fake.events.watch.streams(lambda call: lines)
        assert list(fake.client.lines.list()) == lines
        assert list(fake.client.events.watch()) == lines
        fake.lines.list.reset()
        fake.events.watch.reset()
        assert len(list(fake.client.lines.list())) == len(list(fake.client.events.watch())) == 2
        with pytest.raises(streams.testing.FakeError, match="does not return this"):
            fake.lines.list.streams([3])


def test_credentials_are_asked_for(streams: Package) -> None:
    fake = streams.fake()
    client = streams.module.Service(base_url=fake.base_url, transport=fake.transport)
    with pytest.raises(streams.module.AuthenticationError):
        list(client.lines.list())
    assert list(client.events.watch())
    with pytest.raises(streams.testing.FakeError, match=r"no credentials: key \(#/paths/~1lines"):
        fake.check()
