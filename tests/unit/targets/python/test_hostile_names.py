"""Names that clash with the code around them; each case is one that a fuzzer found."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

import specmill
from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.lower import lower
from specmill.pipeline.plugins import load_target
from specmill.render.paths import check_path, folded
from specmill.targets import TargetInput
from specmill.targets.python.spelling import class_name, identifier, module_name

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}

Generate = Callable[..., dict[str, str]]


@pytest.fixture
def generate(tmp_path: Path) -> Generate:
    """Generate the package ``hostile`` from parts of an OpenAPI document, or from a whole one."""

    def run(document: dict[str, Any] | None = None, **parts: Any) -> dict[str, str]:
        info = {"title": "Hostile", "version": "1"}
        whole = document or {
            "openapi": "3.1.0",
            "info": info,
            "servers": [{"url": "http://x"}],
            "paths": {},
            **parts,
        }
        spec = tmp_path / "spec.json"
        spec.write_text(json.dumps(whole), encoding="utf-8")
        files = specmill.generate(spec, name="hostile", settings={"formatter": "none"})
        for path, content in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return {path: content.decode() for path, content in files.items()}

    return run


@pytest.fixture
def package(generate: Generate, tmp_path: Path) -> Iterator[Callable[..., ModuleType]]:
    """Generate ``hostile`` and import it."""

    def run(document: dict[str, Any] | None = None, **parts: Any) -> ModuleType:
        generate(document, **parts)
        return importlib.import_module("hostile")

    sys.path.insert(0, str(tmp_path))
    yield run
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "hostile"]:
        del sys.modules[name]


def operation(tag: str, returns: Any = None, **extra: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": returns or {}}}
    return {"tags": [tag], "responses": {"200": {"description": "", "content": content}}, **extra}


def query(name: str, schema: dict[str, Any], **extra: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **extra}


def component(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def imported(text: str) -> list[str]:
    """The names that a module's imports bind."""
    lines = [line for line in text.splitlines() if line.startswith("from ")]
    names = [name for line in lines for name in line.partition(" import ")[2].split(", ")]
    return [name.rpartition(" as ")[2] for name in names]


def test_a_model_may_be_called_as_what_its_service_imports(generate: Generate) -> None:
    names = ["Request", "RequestModel", "Things", "ThingsModel"]
    enums = {name: {"type": "string", "enum": [f"{name}1", f"{name}2"]} for name in names}
    parameters = [query(name, component(name)) for name in names]
    files = generate(
        paths={"/things": {"get": operation("things", parameters=parameters)}},
        components={"schemas": enums},
    )
    text = files["hostile/resources/things.py"]
    bound = [*imported(text), "Things", "AsyncThings"]
    assert len(set(bound)) == len(bound)
    assert "request: models.Request | Omit" in text


@pytest.mark.parametrize("tag", ["pages", "base transport"])
def test_a_resource_does_not_take_the_name_that_its_async_twin_needs(
    generate: Generate, tag: str
) -> None:
    page = {"type": "object", "properties": {"nextPageToken": TEXT, "items": TEXTS}}
    listed = operation(tag, page, operationId="list", parameters=[query("pageToken", TEXT)])
    files = generate(paths={"/pages": {"get": listed}})
    text = files[f"hostile/resources/{tag.replace(' ', '_')}.py"]
    assert "class PagesResource(" in text or "class BaseTransportResource(" in text


def test_resources_whose_paths_join_to_one_name_have_modules_of_their_own(
    package: Callable[..., ModuleType],
) -> None:
    def method(name: str) -> dict[str, Any]:
        return {"methods": {"get": {"id": name, "path": f"v1/{name}", "httpMethod": "GET"}}}

    resources = {
        "projects": {"resources": {"jobsDebug": method("a")}},
        "projectsJobs": {"resources": {"debug": method("b")}},
    }
    head = {"kind": "discovery#restDescription", "discoveryVersion": "v1", "protocol": "rest"}
    names = {"id": "svc:v1", "name": "svc", "version": "v1", "title": "Svc"}
    place = {"rootUrl": "http://x/", "servicePath": "", "schemas": {}}
    sdk = package({**head, **names, **place, "resources": resources})
    called: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        called.append(request.url.path)
        return httpx2.Response(200, json={})

    client = sdk.Svc(transport=httpx2.MockTransport(answer))
    client.projects.jobs_debug.get()
    client.projects_jobs.debug.get()
    assert called == ["/v1/a", "/v1/b"]


@pytest.mark.parametrize("tag", ["con", "NUL", "aux", "lpt1"])
def test_modules_are_no_devices_of_windows(generate: Generate, tag: str) -> None:
    files = generate(
        paths={"/x": {"get": operation(tag, component("Con"))}},
        components={"schemas": {"Con": {"type": "object", "properties": {"a": TEXT}}}},
    )
    assert f"hostile/resources/{tag.lower()}_.py" in files
    stems = {path.rpartition("/")[2].partition(".")[0] for path in files}
    assert not stems & {"con", "nul", "aux", "lpt1"}


@pytest.mark.parametrize("name", ["x" * 10_000, "word " * 2_000, "名" * 3_000, "é" * 500])
def test_names_of_any_length_fit_in_file_names(generate: Generate, name: str) -> None:
    schema = {"type": "object", "properties": {name: TEXT, f"{name}2": TEXT}}
    files = generate(
        paths={"/x": {"get": operation(name, component("A"), operationId=name)}},
        components={"schemas": {"A": schema}},
    )
    assert all(len(part.encode()) <= 200 for path in files for part in path.split("/"))
    assert len(module_name(name).encode()) <= 150


_HOSTILE = (
    *("con", "Aux", "NUL", "com1", "lpt9", "prn.txt", "a.", "a", "A", "b ", "CON.", "aux test"),
    *(
        "x" * 300,
        "x" * 299 + "y",
        "Some " * 60,
        "名" * 200,
        "index",
        "common",
        "Foo",
        "FOO",
        "f_test",
    ),
)


@pytest.mark.parametrize("target", ["python", "docs", "kcl"])
def test_files_fit_any_system(target: str, tmp_path: Path) -> None:
    """Whatever tags, schemas and their hierarchy are called."""
    tags, paths, above = [], {}, ""
    for level in range(8):
        name = f"Level {level} of a shop with rather long names"
        tags.append({"name": name, "parent": above} if above else {"name": name})
        above = name
    for number, name in enumerate((*_HOSTILE, *(str(tag["name"]) for tag in tags))):
        answer = component(name) if number < len(_HOSTILE) else {}
        paths[f"/p{number}"] = {"get": {**operation(name, answer), "operationId": f"op{number}"}}
    model = {"type": "object", "properties": {"a": TEXT}}
    schemas = dict.fromkeys(_HOSTILE, model)
    info = {"title": "Hostile", "version": "1"}
    document = {"openapi": "3.2.0", "info": info, "paths": paths, "tags": tags}
    document["components"] = {"schemas": schemas}
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    api = lower(sources.read(spec, report=Report()), key="hostile", report=Report())
    files = load_target(target).render(TargetInput(api, b"", "hostile"))
    assert len(files) > len(_HOSTILE)
    for path in files:
        check_path(path)
        assert len(f"hostile/{path}") < 140
    assert len({folded(path) for path in files}) == len(files)


@pytest.mark.parametrize("name", ["名前", "이름", "שם"])
def test_a_name_without_capitals_is_no_class_and_field_at_once(
    package: Callable[..., ModuleType], name: str
) -> None:
    assert class_name(name) != identifier(name)
    inner = {"type": "object", "properties": {"a": TEXT}}
    components = {
        "A": inner,
        "B": {"type": "object", "properties": {name: {"$ref": "#/components/schemas/A"}}},
    }
    components["A"]["x-specmill-name"] = name
    models = package(components={"schemas": components}).models
    made = models.B.model_validate({name: {"a": "x"}})
    assert type(getattr(made, name)) is getattr(models, class_name(name))


def test_parameters_of_one_name_in_several_places_keep_their_styles(
    package: Callable[..., ModuleType],
) -> None:
    parameters = [
        {"name": "ids", "in": "path", "required": True, "style": "label", "schema": TEXTS},
        query("ids", TEXTS, style="pipeDelimited", explode=False),
        {"name": "ids", "in": "header", "schema": TEXTS},
    ]
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json={})

    get = operation("things", operationId="get", parameters=parameters)
    sdk = package(paths={"/things/{ids}": {"get": get}})
    client = sdk.Hostile(transport=httpx2.MockTransport(answer))
    client.things.get(["1", "2"], query_ids=["3", "4"], header_ids=["5", "6"])
    assert sent[0].url.raw_path == b"/things/.1,2?ids=3%7C4"
    assert sent[0].headers["ids"] == "5,6"


def test_variables_of_the_caller_do_not_become_types_of_a_model(
    package: Callable[..., ModuleType],
) -> None:
    step = {"type": "object", "properties": {"a": TEXT}}
    job = {"type": "object", "properties": {"step": component("Step")}}
    models = package(components={"schemas": {"Job": job, "Step": step}}).models
    Job = models.Job
    Step = print  # noqa: F841 - pydantic would find it in this frame
    assert type(Job.model_validate({"step": {"a": "x"}}).step) is models.Step


@pytest.mark.parametrize(
    "schema",
    [
        *({"enum": []}, {"enum": [{}]}, {"enum": [[1], "a"]}, {"enum": [None]}, {"type": []}),
        *({"type": "null"}, {"const": None}, {"oneOf": []}, {"anyOf": []}),
    ],
)
def test_schemas_that_name_no_value_are_still_types(
    package: Callable[..., ModuleType], schema: dict[str, Any]
) -> None:
    holder = {"type": "object", "properties": {"inline": schema, "named": component("A")}}
    models = package(components={"schemas": {"A": schema, "Holder": holder}}).models
    assert models.Holder.model_validate({"inline": None, "named": None}).named is None


def test_a_parameter_called_builtins_hides_nothing(generate: Generate) -> None:
    bool_ = operation("things", {"type": "boolean"}, operationId="bool")
    bool_["parameters"] = [query("builtins", TEXT)]
    files = generate(paths={"/x": {"get": bool_}})
    assert "builtins_: str" in files["hostile/resources/things.py"]


@pytest.mark.parametrize("value", [1, "pets", {}, [1]])
def test_a_resource_of_the_wrong_type_is_told(generate: Generate, value: Any) -> None:
    get = operation("things", **{"x-specmill-resource": value})
    with pytest.raises(SpecmillError, match=r"x-specmill-resource|this entry must be a string"):
        generate(paths={"/x": {"get": get}})
