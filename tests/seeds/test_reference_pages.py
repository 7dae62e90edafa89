"""Everything that the vendors' reference pages say about fields and types is in the model, and on
the pages that we make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from tests.docs import reading

from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.sources import read
from specmill.targets.python.inspect.inspection import describe

from .pages import (
    Form,
    google_forms,
    kubeflow_enum_values,
    kubeflow_fields,
    kubeflow_operations,
    kubeflow_parameters,
    kubeflow_tags,
    paddleflow_methods,
)

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference pages are not here")

Description = dict[str, Any]
Describe = Callable[[str], Description]


def of_model(api: str) -> Description:
    document = read(ROOT / "specs" / api / "source.json", report=Report())
    return describe(lower(document, key=api, report=Report()), "package")


def of_pages(api: str) -> Description:
    return reading.described(reading.PACKAGES[api])


@pytest.fixture(params=[of_model, of_pages], ids=["model", "docs"])
def described(request: pytest.FixtureRequest) -> Describe:
    """What is told of an API: by the model, and by the pages."""
    return cast("Describe", request.param)


def page(number: str) -> str:
    (file,) = SEEDS.glob(f"{number}_*.txt")
    return file.read_text("utf-8")


def operation(description: Description, identifier: str) -> Description:
    return next(one for one in description["operations"] if one["id"] == identifier)


SAMPLES = {
    "42": {"int"},
    "3.14": {"float"},
    "True or False": {"bool"},
    '"A String"': {"str", "int", "bytes", "datetime", "timedelta", "date"},
    '""': {"Any"},
}


NAMED = "# Object with schema name: "
"""What the page writes where an object contains itself."""


def mismatches(shown: Any, type_: str, models: dict[str, Description], path: str) -> list[str]:
    """Compare what a page shows with a type of the model; return what does not fit."""
    type_ = type_.removesuffix(" | None")
    if isinstance(shown, list):
        if not type_.startswith("list["):
            return [f"{path}: the page shows a list, the model has {type_}"]
        return mismatches(shown[0], type_[5:-1], models, f"{path}[]")
    if isinstance(shown, Form):
        if type_.startswith("dict["):
            return mismatches(shown.members["a_key"], type_[10:-1], models, f"{path}{{}}")
        model = models.get(type_)
        if model is None or model["kind"] != "object":
            return [f"{path}: the page shows an object, the model has {type_}"]
        return [
            found
            for name, value in shown.members.items()
            for found in field_mismatches(name, value, model, models, f"{path}.{name}")
        ]
    if shown.startswith(NAMED):
        fits = shown.removeprefix(NAMED) == type_
    else:
        is_enum = type_ in models and models[type_]["kind"] == "enum"
        fits = ("str" if is_enum else type_) in SAMPLES[shown]
    return [] if fits else [f"{path}: the page shows {shown}, the model has {type_}"]


def field_mismatches(
    name: str, value: Any, model: Description, models: dict[str, Description], path: str
) -> list[str]:
    for declared in model["fields"]:
        if declared["wire"] == name:
            return mismatches(value, declared["type"], models, path)
    return [f"{path}: not in {model['name']}"]


def count(shown: Any) -> int:
    if isinstance(shown, list):
        return count(shown[0])
    return 1 + sum(map(count, shown.members.values())) if isinstance(shown, Form) else 1


@pytest.mark.parametrize(
    ("number", "api", "identifier", "facts"),
    [
        ("000", "dataflow", "dataflow.projects.locations.workerMessages", 70),
        ("002", "genomics", "genomics.projects.workers.checkIn", 30),
    ],
)
def test_google_method_page(
    described: Describe, number: str, api: str, identifier: str, facts: int
) -> None:
    description = described(api)
    models = {model["name"]: model for model in description["models"]}
    method = operation(description, identifier)
    request, response = google_forms(page(number))
    assert count(request) + count(response) >= facts
    assert mismatches(request, method["body"]["type"], models, "request") == []
    assert mismatches(response, method["returns"], models, "response") == []


def test_kubeflow_operations_and_parameters(described: Describe) -> None:
    description = described("kubeflow-pipelines")
    ours = {(one["method"], one["path"]) for one in description["operations"]}
    assert kubeflow_operations(page("003")) - ours == {ARTIFACT}
    assert len(ours) == 36
    assert ours < kubeflow_operations(page("003"))
    types = {"str": "string", "int": "integer", "ResourceType": "string"}
    parameters = {
        (one["wire"], one["in"], types[one["type"]])
        for method in description["operations"]
        for one in method["parameters"]
    } | {
        (part["wire"], "formData", "file")
        for method in description["operations"]
        if method["body"] is not None
        for part in method["body"].get("parts", ())
    }
    gone = {(name, "path", "string") for name in ("node_id", "artifact_name")}
    assert kubeflow_parameters(page("003")) == parameters | gone


def test_kubeflow_enum_values(described: Describe) -> None:
    models = described("kubeflow-pipelines")["models"]
    values = {value for model in models for value in model.get("values", ())}
    shown = kubeflow_enum_values(page("003"))
    assert len(shown) >= 10
    assert shown <= values


def kubeflow_type(shown: str, models: dict[str, Description]) -> set[str]:
    plain = {
        "string": {"str"},
        "string (date-time)": {"datetime"},
        "string (int64)": {"int"},
        "string (byte)": {"bytes"},
        "integer (int32)": {"int"},
        "number (double)": {"float"},
        "boolean (boolean)": {"bool"},
    }
    if shown == "object[]":
        return {f"list[{name}]" for name in models}
    if shown == "object":
        return {f"dict[str, {name}]" for name in models} | {"dict[str, Any]"}
    return plain.get(shown) or {name for name, one in models.items() if one["wire"] == shown}


AS_STORED = [
    ("type_url", "string"),
    ("value", "string (byte)"),
    ("values", "object[]"),
    ("fields", "object"),
    ("null_value", "protobufNullValue"),
    ("number_value", "number (double)"),
    ("string_value", "string"),
    ("bool_value", "boolean (boolean)"),
    ("struct_value", "protobufStruct"),
    ("list_value", "protobufListValue"),
]
"""Fields of protobuf's ``Any``, ``ListValue``, ``Struct`` and ``Value`` as they are stored.

Servers send the JSON that these mean, such as ``{"@type": "type.googleapis.com/google.rpc.Status",
"code": 5, "message": "…"}`` in the details of errors (protobuf's JSON mapping); the recorded
exchanges have it. The spec itself writes out ``Any`` alone since.
"""

ARTIFACT = ("GET", "/apis/v1beta1/runs/{run_id}/nodes/{node_id}/artifacts/{artifact_name}:read")
"""The operation that the page has, and neither the spec nor the server since."""


def test_kubeflow_definitions(described: Describe) -> None:
    """The page lists fields without naming their models: follow them through the models.

    It is older than the spec: the id of the run that metrics are of is in the path alone now.
    """
    models = {one["name"]: one for one in described("kubeflow-pipelines")["models"]}
    objects = [one["fields"] for one in models.values() if one["kind"] == "object"]
    listed = kubeflow_fields(page("003"))
    assert len(listed) >= 110
    start = listed.index(AS_STORED[0])
    end = start + len(AS_STORED)
    assert listed[start:end] == AS_STORED
    shown = [*listed[:start], *listed[end:]]
    metrics = shown.index(("metrics", "object[]"))
    assert shown.pop(metrics - 1) == ("run_id", "string")
    group: list[tuple[str, str]] = []
    for name, type_ in [*shown, ("", "")]:
        longer = [*group, (name, type_)]
        if name and any(fits(longer, fields, models) for fields in objects):
            group = longer
            continue
        complete = [
            fields
            for fields in objects
            if fits(group, fields, models) and len(fields) == len(group)
        ]
        assert complete, f"no model has exactly {group}, before {name}"
        group = [(name, type_)]


def test_what_the_page_shows_as_it_is_stored_is_json(described: Describe) -> None:
    description = described("kubeflow-pipelines")
    models = {
        one["wire"]: {
            field["wire"]: field["type"].removesuffix(" | None") for field in one["fields"]
        }
        for one in description["models"]
        if one["kind"] == "object"
    }
    fields = {name for of_model in models.values() for name in of_model}
    assert fields.isdisjoint({"null_value", "string_value", "struct_value", "list_value"})
    assert models["protobufAny"]["@type"] == "str"
    assert models["protobufAny"]["value"] == "Any"
    assert models["PipelineSpecRuntimeConfig"]["parameters"] == "dict[str, Any]"


def fits(
    group: list[tuple[str, str]], fields: list[Description], models: dict[str, Description]
) -> bool:
    return len(group) <= len(fields) and all(
        declared["wire"] == name
        and declared["type"].removesuffix(" | None") in kubeflow_type(type_, models)
        for (name, type_), declared in zip(group, fields, strict=False)
    )


def paths(shown: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every field of a form; lists and maps are no steps."""
    if isinstance(shown, list):
        yield from paths(shown[0], before)
    elif isinstance(shown, Form):
        for name, value in shown.members.items():
            path = before if name == "a_key" else (*before, name)
            yield path
            yield from paths(value, path)


@pytest.mark.parametrize(
    ("number", "api", "identifier", "facts"),
    [
        ("000", "dataflow", "dataflow.projects.locations.workerMessages", 70),
        ("002", "genomics", "genomics.projects.workers.checkIn", 20),
    ],
)
def test_docs_unfold_the_whole_tree(number: str, api: str, identifier: str, facts: int) -> None:
    """The tree on the page of the method has every field at its place."""
    found = reading.methods(reading.PACKAGES[api])
    method = next(one for one in found if one.request[2] == identifier)
    count = 0
    for heading, form in zip(("Request", "Response"), google_forms(page(number)), strict=True):
        top = reading.tree(method, heading)
        for path in paths(form):
            count += 1
            nodes = top
            for name in path:
                assert name in nodes, path
                nodes = nodes[name].children
    assert count >= facts


def test_docs_keep_tags_together() -> None:
    """The operations of a tag of page 003 stand on one page of ours."""
    where = {
        one.request[:2]: one.page.name for one in reading.methods("kubeflow_pipelines_v1beta1")
    }
    tags = kubeflow_tags(page("003"))
    assert len(tags) == 6
    for tag, operations in tags.items():
        assert len({where[operation] for operation in operations - {ARTIFACT}}) == 1, tag


MENDED_USAGE = {
    'ret, response, ppl_ver_list, marker = client.show_pipeline("pipelineid")': (
        'ret, response = client.show_pipeline("pipelineid")'
    ),
    'ret, response, ppl_ver_id = client.update_pipeline("pipeline_id", "fs_name", "yaml_path")': (
        'ret, response = client.update_pipeline("pipeline_id", "fs_name", "yaml_path")'
    ),
    'ret, response, ppl_ver = client.show_pipeline_version("pipeline_id", "pieline_ver_id")': (
        'ret, response = client.show_pipeline_version("pipeline_id", "pieline_ver_id")'
    ),
    "ret, response = client.create_cluster()": (
        'ret, response = client.create_cluster("clustername", "endpoint", "K3S")'
    ),
}
"""Usage lines of page 004 that cannot run, and ours: two values come back (D29), and
``create_cluster`` needs three arguments."""

MENDED_RETURNS = {
    "ret, response = client.list_cluster_resource()": {("response", "-")},
    "ret, response = client.list_cluster()": {("marker", "string")},
    'ret, response = client.get_statistics_detail("job-run-000075-main-33a69d9b")': {
        ("truncated", "bool")
    },
}
"""Third values of tables whose methods give two (D37, D42), and a dict that is told in words."""


def test_docs_have_what_the_page_of_paddleflow_says() -> None:
    """Each method of page 004 with its usage, parameters, needs, defaults and returned values."""
    shown = list(paddleflow_methods(page("004")))
    assert len(shown) == 54
    assert sum(len(one.parameters) + len(one.returns) for one in shown) > 250
    ours = {method.usage: method for _, method in reading.documented_methods("paddleflow")}
    assert not MENDED_USAGE.keys() & ours.keys()
    counted = 0
    for method in shown:
        documented = ours[MENDED_USAGE.get(method.usage, method.usage)]
        assert set(method.parameters) <= set(documented.parameters), method.usage
        renamed = {"desc": "description"}  # D21
        attributes = {renamed.get(name, name) for name in method.attributes}
        assert attributes == set(documented.attributes), method.usage
        counted += len(attributes)
        left_out = set(method.returns) - set(documented.returns)
        assert left_out == MENDED_RETURNS.get(method.usage, set()), method.usage
    assert counted == 13
