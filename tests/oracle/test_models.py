"""Our models against those that datamodel-code-generator makes from the same normal form."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Api
from specmill.sources import read
from specmill.targets import TargetInput
from specmill.targets.models import ModelsTarget

ROOT = Path(__file__).parents[2]
PACKAGES = {
    "kubeflow-pipelines": "kubeflow_pipelines_v1beta1",
    "kubeflow-pipelines-v2beta1": "kubeflow_pipelines_v2beta1",
    "dataflow": "dataflow_v1b3",
    "genomics": "genomics_v2alpha1",
}

Pair = tuple[str, type[BaseModel], type[BaseModel]]


@pytest.fixture(scope="module", params=sorted(PACKAGES))
def api(request: pytest.FixtureRequest) -> tuple[dict[str, Any], list[Pair]]:
    """The schemas of an API, and each object schema with our class and the oracle's."""
    name = request.param
    normal_form = (ROOT / "specs" / name / "openapi.json").read_bytes()
    schemas = json.loads(normal_form)["components"]["schemas"]
    ours = importlib.import_module(f"{PACKAGES[name]}.models")
    names = model_names(
        lower(
            read(ROOT / "specs" / name / "openapi.json", report=Report()), key=name, report=Report()
        )
    )
    theirs = oracle(normal_form)
    pairs = [
        (key, getattr(ours, names[key]), oracle_class(theirs, key))
        for key, schema in schemas.items()
        if schema.get("type") == "object" and "additionalProperties" not in schema
    ]
    return schemas, pairs


def model_names(api: Api) -> dict[str, str]:
    from specmill.targets.python.names import choose_names

    return dict(choose_names(api).models)


def oracle(normal_form: bytes) -> ModuleType:
    given = TargetInput(Api("x", "x", "", ""), lambda: normal_form, "oracle")
    source = ModelsTarget().render(given)["__init__.py"]
    module = ModuleType("oracle_models")
    sys.modules[module.__name__] = module  # where pydantic looks for names that come later
    exec(compile(source, "oracle_models.py", "exec"), module.__dict__)
    return module


def oracle_class(module: ModuleType, key: str) -> type[BaseModel]:
    """Find the oracle's class: capitalized, and with a suffix where it imports that name."""
    name = key[0].upper() + key[1:]
    found = vars(module).get(name)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        found = vars(module)[f"{name}Model"]
    assert isinstance(found, type)
    found.model_rebuild(_types_namespace=vars(module))
    return found


def wire_names(model: type[BaseModel]) -> set[str]:
    model.model_rebuild()
    return {field.alias or name for name, field in model.model_fields.items()}


def test_fields_are_the_same(api: tuple[dict[str, Any], list[Pair]]) -> None:
    schemas, pairs = api
    assert len(pairs) > 20
    for key, ours, theirs in pairs:
        assert wire_names(ours) == wire_names(theirs) == set(schemas[key].get("properties", {})), (
            key
        )


def test_required_fields_are_the_same(api: tuple[dict[str, Any], list[Pair]]) -> None:
    for key, ours, theirs in api[1]:
        required = [
            {
                field.alias or name
                for name, field in model.model_fields.items()
                if field.is_required()
            }
            for model in (ours, theirs)
        ]
        assert required[0] == required[1], key


def accepts(model: type[BaseModel], payload: dict[str, Any]) -> bool:
    try:
        model.model_validate_json(json.dumps(payload))
    except ValidationError:
        return False
    return True


SAMPLES: dict[str, Any] = {
    "date-time": "2026-01-02T03:04:05Z",
    "google-datetime": "2026-01-02T03:04:05Z",
    "int64": "9007199254740993",
    "uint64": "9007199254740993",
    "google-duration": "3.5s",
    "google-fieldmask": "a,b.c",
}


def sample(schema: Any, schemas: dict[str, Any], depth: int) -> Any:
    """Make a value of a schema of the committed specs, which use few keywords."""
    if not isinstance(schema, dict) or not schema:
        return {"any": ["thing", 1, None]}
    if "$ref" in schema:
        target = schemas[schema["$ref"].rpartition("/")[2]]
        return (
            {}
            if depth <= 0 and target.get("type") == "object"
            else sample(target, schemas, depth - 1)
        )
    if "enum" in schema:
        return schema["enum"][-1]
    match schema.get("type"):
        case "object":
            extra = schema.get("additionalProperties")
            members = {} if extra is None else {"key": sample(extra, schemas, depth)}
            for name, inner in schema.get("properties", {}).items():
                members[name] = sample(inner, schemas, depth)
            return members
        case "array":
            return [sample(schema["items"], schemas, depth)]
        case "boolean":
            return True
        case "integer":
            return 7
        case "number":
            return 0.5
        case "string" if "contentEncoding" in schema:
            return "_-8=" if schema["contentEncoding"] == "base64url" else "+/8="
        case _:
            return SAMPLES.get(schema.get("format", ""), "text")


def test_full_payloads_are_accepted_and_come_back(api: tuple[dict[str, Any], list[Pair]]) -> None:
    schemas, pairs = api
    for key, ours, theirs in pairs:
        payload = sample(schemas[key], schemas, 2)
        assert accepts(theirs, payload), key
        model = ours.model_validate_json(json.dumps(payload))
        assert json.loads(model.model_dump_json(exclude_unset=True)) == payload, key


WRONG = {
    "object": "a string",
    "array": {"an": "object"},
    "boolean": "neither",
    "integer": {"an": "object"},
    "number": ["a list"],
    "string": {"an": "object"},
}
"""For each JSON type a value that is none of it, nor by a conversion that either side makes."""


def test_wrong_types_are_rejected(api: tuple[dict[str, Any], list[Pair]]) -> None:
    schemas, pairs = api
    tried = 0
    for key, ours, theirs in pairs:
        for name, declared in schemas[key].get("properties", {}).items():
            target = (
                schemas[declared["$ref"].rpartition("/")[2]] if "$ref" in declared else declared
            )
            wrong = WRONG.get(target.get("type", ""))
            if wrong is None:
                continue
            payload = {name: wrong}
            assert accepts(ours, payload) is accepts(theirs, payload) is False, (key, name)
            tried += 1
    assert tried > 100


def test_wrong_times_are_rejected(api: tuple[dict[str, Any], list[Pair]]) -> None:
    schemas, pairs = api
    for key, ours, theirs in pairs:
        for name, declared in schemas[key].get("properties", {}).items():
            if declared.get("format") == "date-time":
                payload = {name: "yesterday"}
                assert accepts(ours, payload) is accepts(theirs, payload) is False, (key, name)
