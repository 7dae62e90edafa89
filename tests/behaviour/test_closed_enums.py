"""Packages whose enumerations admit what the spec lists and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

import specmill
from specmill.diagnostics import SpecmillError

SPEC = """\
openapi: 3.1.0
info: {title: Sails, version: "1"}
servers: [{url: "http://localhost"}]
paths:
  /sails/{kind}:
    get:
      operationId: listSails
      parameters:
      - {name: kind, in: path, required: true, schema: {$ref: "#/components/schemas/Kind"}}
      - {name: colours, in: query, schema: {type: array, items: {enum: [red, white]}}}
      - {name: mast, in: query, schema: {type: [integer, "null"], enum: [1, 2, null]}}
      - {name: free, in: query, schema: {anyOf: [{type: string, enum: [a]}, {type: string}]}}
      - {name: X-Side, in: header, schema: {type: string, enum: [port, starboard]}}
      responses:
        "200":
          description: A sail.
          content: {application/json: {schema: {$ref: "#/components/schemas/Sail"}}}
components:
  schemas:
    Kind: {type: string, enum: [jib, spinnaker]}
    Sail:
      type: object
      properties:
        kind: {$ref: "#/components/schemas/Kind"}
        state: {type: string, enum: [set, furled]}
        maker: {oneOf: [{$ref: "#/components/schemas/Loft"}, {$ref: "#/components/schemas/Owner"}]}
    Loft: {type: object, required: [is], properties: {is: {const: loft}, n: {type: integer}}}
    Owner: {type: object, required: [is], properties: {is: {const: owner}}}
"""
SAIL = {"kind": "gennaker", "state": "set", "maker": {"is": "loft", "n": 1}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the package ``closed_sails`` is, on the path."""
    folder = tmp_path_factory.mktemp("closed")
    (folder / "sails.yaml").write_text(SPEC)
    specmill.generate(
        folder / "sails.yaml", name="closed-sails", settings={"enums": "closed"}, out=folder
    )
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture
def sails(folder: Path) -> Any:
    return __import__("closed_sails")


def client(sails: Any, sent: list[httpx2.Request], **settings: Any) -> Any:
    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json=SAIL)

    return sails.ClosedSails(transport=httpx2.MockTransport(answer), **settings)


@pytest.mark.parametrize(
    ("kind", "given", "why"),
    [
        ("main", {}, "parameter 'kind': 'main' is none of 'jib', 'spinnaker'"),
        (
            "jib",
            {"colours": ["red", "blue"]},
            "parameter 'colours': 'blue' is none of 'red', 'white'",
        ),
        ("jib", {"mast": 3}, "parameter 'mast': 3 is none of 1, 2"),
        ("jib", {"mast": True}, "parameter 'mast': True is none of 1, 2"),
        ("jib", {"x_side": "lee"}, "parameter 'X-Side': 'lee' is none of 'port', 'starboard'"),
    ],
)
def test_another_value_is_not_sent(sails: Any, kind: str, given: dict[str, Any], why: str) -> None:
    sent: list[httpx2.Request] = []
    with pytest.raises(ValueError, match=why):
        client(sails, sent).sails.list(kind, **given)
    assert not sent


def test_listed_values_are_sent(sails: Any) -> None:
    sent: list[httpx2.Request] = []
    client(sails, sent).sails.list(
        "jib", colours=["red", "white"], mast=2, free="any", x_side="port"
    )
    assert sent[0].url.raw_path == b"/sails/jib?colours=red&colours=white&mast=2&free=any"
    assert sent[0].headers["x-side"] == "port"


def test_models_refuse_other_values(sails: Any) -> None:
    assert sails.models.Sail(kind="jib").kind == "jib"
    with pytest.raises(ValueError, match="Input should be 'set' or 'furled'"):
        sails.models.Sail(state="lost")


def test_answers_keep_them_unless_strict(sails: Any) -> None:
    found = client(sails, []).sails.list("jib")
    assert (found.kind, found.state) == ("gennaker", "set")
    assert isinstance(found.maker, sails.models.Loft)
    assert found.model_dump(by_alias=True, exclude_unset=True, warnings=False) == SAIL
    with pytest.raises(sails.DecodeError, match="'jib' or 'spinnaker'"):
        client(sails, [], strict=True).sails.list("jib")


def test_type_checkers_refuse_other_values(folder: Path) -> None:
    (folder / "use.py").write_text(
        "from closed_sails import ClosedSails, models\n"
        'ClosedSails().sails.list("jib", colours=["red"], mast=None)\n'
        'ClosedSails().sails.list("main")\n'
        'models.Sail(state="lost")\n'
    )
    checker = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "cache", "use.py"]
    told = subprocess.run(checker, cwd=folder, capture_output=True, text=True, check=False).stdout
    places = [line.partition(": error:")[0] for line in told.splitlines() if ": error:" in line]
    assert places == ["use.py:3", "use.py:4"], told


def test_another_word_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sails.yaml").write_text(SPEC)
    with pytest.raises(SpecmillError, match="the setting 'enums' must be open or closed"):
        specmill.generate(tmp_path / "sails.yaml", settings={"enums": "shut"})
