"""Random schemas of the plain kind: our models and datamodel-code-generator's accept the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracle.test_models import accepts, oracle, oracle_class, wire_names
from tests.properties.models import models_of, understood
from tests.properties.payloads import value
from tests.properties.specs import document
from tests.properties.test_models import QUIET, WRONG

KINDS = ["string", "integer", "number", "boolean"]
PLAIN = st.sampled_from(KINDS).map(lambda kind: {"type": kind})
NESTED = PLAIN | st.just({"$ref": "#/components/schemas/Inner"})
VALUES = st.one_of(
    NESTED,
    NESTED.map(lambda item: {"type": "array", "items": item}),
    PLAIN.map(lambda inner: {"type": "object", "additionalProperties": inner}),
)
FIELDS = ["alpha", "beta", "gamma", "delta"]


@st.composite
def objects(draw: st.DrawFn) -> dict[str, Any]:
    """Draw two components, one of which may refer to the other."""
    outer = {name: draw(VALUES) for name in FIELDS}
    inner = {name: draw(PLAIN) for name in FIELDS[:2]}
    return {
        "Outer": {"type": "object", "properties": outer, "required": FIELDS[:2]},
        "Inner": {"type": "object", "properties": inner},
    }


@settings(QUIET, max_examples=3)
@given(schemas=objects(), data=st.data())
def test_the_oracle_agrees(tmp_path: Path, schemas: dict[str, Any], data: st.DataObject) -> None:
    spec = document(schemas)
    theirs = oracle(json.dumps(spec).encode())
    outer = schemas["Outer"]
    with models_of(understood(spec, tmp_path)) as models:
        for name, schema in schemas.items():
            their = oracle_class(theirs, name)
            assert wire_names(models[name]) == wire_names(their) == set(schema["properties"])
        ours, their = models["Outer"], oracle_class(theirs, "Outer")
        for _ in range(5):
            payload = data.draw(st.composite(value)(outer, schemas))
            payload.pop("x-other", None)
            assert accepts(ours, payload) is accepts(their, payload) is True, payload
            for name in FIELDS[:2]:
                without = {key: one for key, one in payload.items() if key != name}
                assert accepts(ours, without) is accepts(their, without) is False, without
        for name, inner in outer["properties"].items():
            wrong = {**payload, name: WRONG[inner.get("type", "object")]}
            assert accepts(ours, wrong) is accepts(their, wrong) is False, wrong
