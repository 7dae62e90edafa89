"""Values come back as they came, where names or forms are nearly those of others."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from specmill.config import single
from specmill.pipeline.build import build

SPEC = """
openapi: 3.1.0
info: {title: Exact, version: "1"}
paths: {}
components:
  schemas:
    Twins:
      properties:
        class: {type: string}
        class_: {type: string}
        userName: {type: string}
        user_name: {type: string}
    Camel: {properties: {userName: {type: string}, other: {type: string}}}
    Digits:
      properties:
        count: {oneOf: [{type: string, format: int64}, {type: integer}]}
        share: {type: [string, number], format: double}
        limit:
          oneOf:
            - {type: string, enum: [none]}
            - {type: string, format: int32, pattern: '^[1-9]\\d*$'}
            - {type: integer, format: int32}
        only: {type: string, format: int64}
    Chunking:
      type: object
      oneOf: [{type: string, enum: [auto]}, {$ref: '#/components/schemas/Camel'}]
    Audio: {properties: {chunking: {$ref: '#/components/schemas/Chunking'}}}
"""


@pytest.fixture(scope="module")
def exact(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The models, and how they are read and written."""
    folder = tmp_path_factory.mktemp("exact")
    (folder / "exact_values.yaml").write_text(SPEC)
    workspace = single(
        folder,
        name="exact_values",
        source="exact_values.yaml",
        targets=("python",),
        settings={"formatter": "none"},
    )
    for path, content in build(folder, workspace.apis["exact_values"]).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    sys.path.insert(0, str(folder))
    yield SimpleNamespace(
        models=importlib.import_module("exact_values.models"),
        decoding=importlib.import_module("exact_values._runtime.data.decoding"),
        encode=importlib.import_module("exact_values._runtime.bodies.encoding").encode_json,
    )
    sys.path.remove(str(folder))


def _there_and_back(exact: SimpleNamespace, name: str, value: Any) -> list[Any]:
    model, content = getattr(exact.models, name), json.dumps(value).encode()
    read = exact.decoding.decode(content, model), exact.decoding.decode_leniently(content, model)
    return [json.loads(exact.encode(one, model)) for one in read]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("Twins", {one: "x"}) for one in ("class", "class_", "userName", "user_name")),
        ("Camel", {"userName": "x", "user_name": "y"}),
        *(("Digits", {"count": one}) for one in (7, "7", "007")),
        *(("Digits", {"share": one}) for one in (1.5, "1.5", "1.50")),
        *(("Digits", {"limit": one}) for one in (7, "7", "none")),
        ("Digits", {"only": "7"}),
        ("Audio", {"chunking": "auto"}),
        ("Audio", {"chunking": {"other": "x"}}),
    ],
)
def test_a_value_comes_back_as_it_came(exact: SimpleNamespace, name: str, value: Any) -> None:
    assert _there_and_back(exact, name, value) == [value, value]


def test_a_property_may_come_under_the_name_of_its_field(exact: SimpleNamespace) -> None:
    """Servers of Protocol Buffers may send either name (protobuf's JSON mapping)."""
    assert _there_and_back(exact, "Camel", {"user_name": "x"}) == [{"userName": "x"}] * 2
