"""The recorder of drift: what answers have beyond the spec, and the overlay that mends it."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.server import Server

from specmill.cli import main

Capture = pytest.CaptureFixture[str]

SPEC = """\
openapi: 3.1.0
info: {title: Farm, version: "1"}
servers: [{url: https://farm.example.com}]
paths:
  /cows:
    get:
      operationId: listCows
      tags: [cows]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Cow'}}
        "404": {description: none}
components:
  schemas:
    Cow:
      type: object
      required: [name]
      properties:
        name: {type: string}
        age: {type: integer}
        mood: {type: string, enum: [calm, wild]}
        born: {type: string, format: date-time}
        labels: {type: object, additionalProperties: {type: string}}
        home: {type: object, properties: {barn: {type: string}}}
"""
COWS: list[dict[str, Any]] = [
    {"name": "secret-a", "age": 3, "mood": "calm", "labels": {"secret-b": "secret-c"}},
    {"name": "secret-d", "age": "old", "mood": "sleepy", "born": "2020-01-01T00:00:00Z"},
    {"name": None, "mood": "has a secret text", "weight": 3.5, "notes": {"secret-e": "secret-f"}},
    {"name": "x", "home": {"barn": "b", "stall": 4}, "labels": {"secret-g": 5}},
]


@pytest.fixture
def farm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "farm.yaml").write_text(SPEC)
    assert main(["init", "--spec", "farm.yaml"]) == 0
    with (tmp_path / "specmill.toml").open("a") as file:
        file.write("python = { drift = true }\n")
    assert main(["generate"]) == 0
    monkeypatch.syspath_prepend(str(tmp_path / "generated/python"))
    capsys.readouterr()
    yield tmp_path
    for name in [one for one in sys.modules if one.split(".")[0] == "farm"]:
        del sys.modules[name]


def record(farm: Path, server: Server, *, is_async: bool = False) -> list[dict[str, Any]]:
    """Call with a recorder; return the lines of its file."""
    package: Any = __import__("farm")
    recorder = package.DriftRecorder(farm / "drift.jsonl")

    async def soon() -> None:
        async with package.AsyncFarm(base_url=server.url) as client:
            await recorder.watch(client).cows.list()
            with pytest.raises(package.StatusError):
                await recorder.watch(client).cows.list()

    server.answer(COWS)
    server.answer({"secret-h": "secret-i"}, 409)
    if is_async:
        asyncio.run(soon())
    else:
        with package.Farm(base_url=server.url) as client:
            watched = recorder.watch(client)
            watched.cows.list()
            with pytest.raises(package.StatusError):
                watched.cows.list()
    return [json.loads(line) for line in (farm / "drift.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_only_what_the_spec_lacks_is_written(farm: Path, server: Server, is_async: bool) -> None:
    lines = record(farm, server, is_async=is_async)
    assert {(one["status"], one["kind"], one["at"], one["found"]) for one in lines} == {
        (200, "status", "", ""),
        (409, "status", "", ""),
        (200, "type", "/*/age", "string"),
        (200, "type", "/*/name", "null"),
        (200, "value", "/*/mood", "sleepy"),
        (200, "field", "/*/weight", "number"),
        (200, "field", "/*/notes", "object"),
        (200, "field", "/*/home/stall", "integer"),
        (200, "type", "/*/labels/{}", "integer"),
    }
    assert {one["operation"] for one in lines} == {"listCows"}
    assert "secret" not in (farm / "drift.jsonl").read_text()
    assert len(record(farm, server)) == len(lines), "each fact stands once"


def test_a_client_that_is_not_watched_writes_nothing(farm: Path, server: Server) -> None:
    package: Any = __import__("farm")
    package.DriftRecorder(farm / "drift.jsonl")
    server.answer(COWS)
    with package.Farm(base_url=server.url) as client:
        client.cows.list()
    assert not (farm / "drift.jsonl").exists()


def test_a_file_that_cannot_be_written_fails_no_call(farm: Path, server: Server) -> None:
    package: Any = __import__("farm")
    recorder = package.DriftRecorder(farm)
    server.answer(COWS)
    with package.Farm(base_url=server.url) as client:
        assert len(recorder.watch(client).cows.list()) == 4


def test_findings_and_the_overlay_that_mends(farm: Path, server: Server, capsys: Capture) -> None:
    record(farm, server)
    assert main(["drift", "drift.jsonl"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" (listCows) ")[1] for line in told] == [
        "answered [].age with string, not integer",
        "answered [].mood with the value 'sleepy'",
        "answered [].name with null, not string",
        "answered with the field 'weight' (number)",
        "answered with the field 'notes' (object)",
        "answered with the field 'stall' (integer)",
        "answered [].labels{} with integer, not string",
        "answered 409, which it does not declare",
    ]
    assert told[0].startswith("specs/farm/source.yaml:23:9: GET /cows ")
    assert main(["drift", "drift.jsonl", "farm", "--write"]) == 0
    assert "wrote specs/farm/drift.overlay.yaml" in capsys.readouterr().err
    assert main(["generate"]) == 0
    schema = json.loads((farm / "specs/farm/openapi.json").read_bytes())["components"]["schemas"]
    cow = schema["Cow"]["properties"]
    assert cow["age"]["type"] == ["integer", "string"]
    assert cow["name"]["type"] == ["string", "null"]
    assert cow["mood"]["enum"] == ["calm", "wild", "sleepy"]
    assert cow["weight"] == {"type": "number"}
    assert cow["home"]["properties"]["stall"] == {"type": "integer"}
    capsys.readouterr()
    assert main(["drift", "drift.jsonl"]) == 0
    assert "answers had nothing that the spec of farm lacks" in capsys.readouterr().err


def test_other_files_are_refused(farm: Path, capsys: Capture) -> None:
    (farm / "drift.jsonl").write_text('{"operation": "listCows"}\n')
    assert main(["drift", "drift.jsonl"]) == 2
    assert "drift.jsonl:1:1: error: not a line of a recorder" in capsys.readouterr().err
    assert main(["drift", "gone.jsonl"]) == 2
    assert "cannot read gone.jsonl" in capsys.readouterr().err
    line = {
        "operation": "x",
        "route": "GET /x",
        "status": 200,
        "kind": "status",
        "at": "",
        "found": "",
    }
    (farm / "drift.jsonl").write_text(json.dumps(line))
    assert main(["drift", "drift.jsonl"]) == 0
    assert "1 operation not in the spec: x" in capsys.readouterr().err
