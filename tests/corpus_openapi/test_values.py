"""What fits a schema is read strictly and comes back: the check of ``make corpus-openapi`` on the
small APIs of ``tests/golden``, and on schemas that it must find wanting.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpus import generation, package_checks
from corpus_openapi.as_read import as_read
from corpus_openapi.unions import Unions
from corpus_openapi.values import Values

GOLDEN = Path(__file__).parents[1] / "golden"
ELSEWHERE = frozenset({"dynamic_refs"})
"""Cases whose schemas lead to anchors, which a validator of one component does not have."""
NOT_MADE = frozenset({"inheritance"})
"""Cases of which no value is made: their schemas are told from those that extend them."""
TAGGED = frozenset({"hostile", "inheritance", "union_tags", "unions"})
"""Cases with unions that a property tells apart."""
CASES = sorted(
    {
        folder.name: source
        for folder in GOLDEN.iterdir()
        for source in sorted(folder.glob("source.*"))
        if source.suffix != ".md" and folder.name not in ELSEWHERE
    }.items()
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder from which packages can be imported."""
    folder = tmp_path_factory.mktemp("values")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def values_of(source: Path, name: str, out: Path) -> Values:
    path = out / f"{name}{source.suffix}"
    path.write_bytes(source.read_bytes())
    generation.generate(path, out, formatter="none")
    importlib.invalidate_caches()
    root, _ = package_checks.normal_form(path)
    return Values(root, generation.inspected(path))


@pytest.mark.parametrize(("name", "source"), CASES, ids=[name for name, _ in CASES])
def test_golden_models_read_what_fits(name: str, source: Path, out: Path) -> None:
    values = values_of(source, f"values_{name}", out)
    assert not list(values.findings())
    assert bool(values.tried) == (bool(values.components) and name not in NOT_MADE)


@pytest.mark.parametrize(("name", "source"), CASES, ids=[name for name, _ in CASES])
def test_members_of_unions_come_back_as_themselves(name: str, source: Path, out: Path) -> None:
    package = f"values_{name}"
    if not (out / package).exists():
        values_of(source, package, out)
    inspected = generation.inspected(out / f"{package}{source.suffix}")
    unions = Unions(package, {one["module"] for one in inspected["models"]})
    assert not list(unions.findings())
    assert bool(unions.tried) == (name in TAGGED)


def test_what_is_not_read_is_told(tmp_path: Path, out: Path) -> None:
    schema = {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}}
    source = tmp_path / "source.json"
    source.write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "Told", "version": "1"},
                "paths": {},
                "components": {"schemas": {"A": schema}},
            }
        )
    )
    values = values_of(source, "values_told", out)
    values._schemas["A"] = {**schema, "properties": {"b": {"type": ["integer", "null"]}}}
    [found] = values.findings()
    assert found.startswith("A: MisfitError: b: Input should be a valid integer")
    assert values.tried == 2


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ({"properties": {"items": {"items": {}}}}, {"type": "object"}),
        ({"items": {}}, {}),
        ({"type": "array", "items": {}}, {"type": "array", "items": {}}),
        ({"type": "string", "contentEncoding": "base64"}, {"format": "byte"}),
        (
            {
                "oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
                "discriminator": {"propertyName": "k", "mapping": {"b": "#/components/schemas/B"}},
            },
            {
                "anyOf": [
                    {
                        "allOf": [
                            {"$ref": f"#/components/schemas/{name}"},
                            {"properties": {"k": {"enum": [value]}}, "required": ["k"]},
                        ]
                    }
                    for name, value in (("A", "A"), ("B", "b"))
                ]
            },
        ),
        (
            {
                "allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {}}}],
                "additionalProperties": {"type": "object"},
            },
            {
                "allOf": [
                    {"$ref": "#/components/schemas/A"},
                    {"properties": {"b": {}}, "type": "object"},
                ],
                "unevaluatedProperties": {"type": "object"},
            },
        ),
    ],
)
def test_schemas_are_written_as_they_are_read(
    schema: dict[str, Any], written: dict[str, Any]
) -> None:
    made = as_read(schema)
    assert {key: made[key] for key in written} == written
    assert made.keys().isdisjoint(("oneOf", "additionalProperties"))
