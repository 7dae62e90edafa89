"""Random schemas: what fits is read strictly and comes back, what does not is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.properties.comparing import same
from tests.properties.models import models_of, understood
from tests.properties.payloads import NoValueError, value
from tests.properties.specs import components, document

from runtime.data.decoding import MisfitError, decode, decode_leniently

QUIET = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)


def fits(name: str, schemas: dict[str, Any], payload: Any) -> bool:
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    return bool(Draft202012Validator(schema).is_valid(payload))


@settings(QUIET, max_examples=60)
@given(schemas=components(), data=st.data())
def test_what_fits_is_read_strictly_and_comes_back(
    tmp_path: Path, schemas: dict[str, Any], data: st.DataObject
) -> None:
    with models_of(understood(document(schemas), tmp_path)) as models:
        for _ in range(6):
            payload = data.draw(st.composite(value)(schemas["Holder"], schemas))
            if not fits("Holder", schemas, payload):
                continue
            read = decode(json.dumps(payload).encode(), models["Holder"])
            written = read.model_dump_json(exclude_unset=True)
            assert same(json.loads(written), payload), (payload, read)


WRONG: dict[str, Any] = {
    "object": "text",
    "array": {"an": "object"},
    "boolean": "neither",
    "integer": {"an": "object"},
    "number": ["a list"],
    "string": {"an": "object"},
}


ALMOST: dict[str, list[Any]] = {
    "object": [[["a", 1]], []],
    "array": ["a", {}],
    "boolean": [0, 1, "true"],
    "integer": ["1", True, 1.5],
    "number": ["1.5", True],
    "string": [5, 1.5, True],
}
"""Values of other types that a lax reader would convert."""


@settings(QUIET, max_examples=25)
@given(schemas=components(), data=st.data())
def test_wrong_types_are_refused_or_stay(
    tmp_path: Path, schemas: dict[str, Any], data: st.DataObject
) -> None:
    schema = schemas["Alpha"]
    typed = [
        name
        for name, inner in schema["properties"].items()
        if isinstance(inner.get("type"), str) and inner["type"] in WRONG
    ]
    assume(typed)
    name = data.draw(st.sampled_from(typed))
    try:
        payload = data.draw(st.composite(value)(schema, schemas))
    except NoValueError:
        assume(False)
    kind = schema["properties"][name]["type"]
    with models_of(understood(document(schemas), tmp_path)) as models:
        for other in (WRONG[kind], *ALMOST[kind]):
            wrong = {**payload, name: other}
            content = json.dumps(wrong).encode()
            assert not fits("Alpha", schemas, wrong)
            with pytest.raises(MisfitError):
                decode(content, models["Alpha"])
            kept = decode_leniently(content, models["Alpha"])
            written = kept.model_dump_json(exclude_unset=True, warnings=False)
            assert same(json.loads(written), wrong), kept
