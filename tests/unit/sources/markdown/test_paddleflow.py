"""PaddleFlow: our reference page against the vendor's, its bindings against the facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.paddleflow.facts import corrected

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.overlay import apply
from specmill.lower import lower
from specmill.sources.loading.files import load
from specmill.targets.python.inspect.inspection import describe

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "specs" / "paddleflow"
SHARED = ROOT.parent / "shared"
CHINESE = SHARED / "upstream" / "paddleflow" / "sdk_reference.md"
FACTS = SHARED / "facts" / "paddleflow-http.yaml"
EXCLUDED = {"mount", "stop_queue"}


@pytest.fixture(scope="module")
def ours() -> Document:
    document = sources.read(FOLDER / "reference.md", report=Report())
    return apply(document, load(FOLDER / "overlay.yaml"))


@pytest.fixture(scope="module")
def findings() -> list[str]:
    report = Report()
    sources.read(given(CHINESE), report=report)
    return [str(finding).partition("sdk_reference.md:")[2] for finding in report.findings]


@pytest.fixture(scope="module")
def theirs() -> Document:
    return sources.read(given(CHINESE), report=Report())


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    return dict(corrected(yaml.safe_load(given(FACTS).read_text("utf-8"))))


def given(path: Path) -> Path:
    if not path.is_file():
        pytest.skip("the shared files are not beside the repository")
    return path


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document.root["paths"].items():
        for verb, operation in item.items():
            yield path, verb, operation


def by_id(document: Document) -> dict[str, dict[str, Any]]:
    return {operation["operationId"]: operation for _, _, operation in operations(document)}


def test_normal_form_is_valid(ours: Document) -> None:
    assert not list(OpenAPIV31SpecValidator(ours.root).iter_errors())


def test_chinese_normal_form_is_valid(theirs: Document) -> None:
    assert not list(OpenAPIV31SpecValidator(theirs.root).iter_errors())


def test_fifty_two_operations_and_two_excluded(ours: Document) -> None:
    api = lower(ours, key="paddleflow", report=Report())
    described = describe(api, "paddleflow")
    on_page = [one for one in described["operations"] if one.get("documented")]
    waiting = [one["python"] for one in described["operations"] if "waits" in one]
    assert waiting == ["runs.wait", "jobs.wait"]
    assert (len(on_page), len(described["operations"]) - len(waiting)) == (52, 88)
    assert {one["what"] for one in described["skipped"]} == EXCLUDED
    assert all(one["reason"] for one in described["skipped"])
    assert not any(operation.unbound for operation in api.root.operations)


CORRECTED = {
    "show_pipeline": {"usage", "unpacks"},  # D29
    "update_pipeline": {"usage", "unpacks"},  # D29
    "show_pipeline_version": {"usage", "unpacks"},  # D29
    "create_cluster": {"usage", "parameters"},  # it leaves out required arguments, and a version
    "list_cluster_resource": {"returns"},  # a dict, as its meaning says
    "list_run": {"attributes"},  # D21: `desc` is `description`
    "list_cluster": {"returns"},  # D37: two values, not three
    "get_statistics_detail": {"returns"},  # D42: two values, not three
}
"""Methods of which our page says something else than the vendor's, which is wrong there."""


def test_both_languages_document_the_same_calls(ours: Document, theirs: Document) -> None:
    one, other = by_id(ours), by_id(theirs)
    one = {name: method for name, method in one.items() if "x-specmill-documented" in method}
    assert set(one) == set(other)
    assert len(one) == 54
    for name in one:
        mine, given = documented(one[name]), documented(other[name])
        differing = {key for key in {*mine, *given} if mine.get(key) != given.get(key)}
        assert differing == CORRECTED.get(name, set()), name


def documented(operation: dict[str, Any]) -> dict[str, Any]:
    """What the page says of a call, without what the bindings add."""
    call = dict(operation["x-specmill-documented"])
    call.pop("result", None)
    call["parameters"] = [
        {key: value for key, value in one.items() if key not in ("in", "wire", "ignored")}
        for one in call["parameters"]
    ]
    return call


def test_both_languages_list_the_same_models(ours: Document, theirs: Document) -> None:
    assert attributes(ours) == attributes(theirs)
    assert len(attributes(ours)) == 18


def attributes(document: Document) -> dict[str, list[str]]:
    shown = [
        schema["x-specmill-documented"]
        for schema in document.root["components"]["schemas"].values()
        if "x-specmill-documented" in schema
    ]
    return {one["class"]: [entry["name"] for entry in one["attributes"]] for one in shown}


def test_both_languages_make_the_client_alike(ours: Document, theirs: Document) -> None:
    """D01: their table lacks user name and password, which their usage line passes."""
    one, other = (page.root["x-specmill-documented"]["client"] for page in (ours, theirs))
    added = [row for row in one["parameters"] if row["name"] in ("username", "password")]
    assert [row["required"] for row in added] == [True, True]
    rows = [row for row in one["parameters"] if row not in added]
    assert {**one, "parameters": rows} == other


def test_inspect_shows_a_page_without_bindings(theirs: Document) -> None:
    described = describe(lower(theirs, key="sdk", report=Report()), "sdk")
    listed = {one["id"]: one for one in described["operations"]}["list_queue"]
    assert (listed["method"], listed["path"]) == (None, None)
    parameter = {"wire": "maxsize", "in": None, "python": "maxsize"}
    assert listed["parameters"][0] == {
        **parameter,
        "type": "int",
        "required": False,
        "default": 100,
    }
    assert listed["documented"]["parameters"][0]["default"] == 100


def test_every_request_is_the_one_of_the_facts(ours: Document, facts: dict[str, Any]) -> None:
    placed = {
        operation["operationId"]: (path.partition("#")[0], verb, operation)
        for path, verb, operation in operations(ours)
    }
    base = facts["conventions"]["base_path"]
    for method in facts["methods"]:
        name = method["sdk_method"]
        if name in EXCLUDED:
            continue
        path, verb, operation = placed[name]
        http = method["http"]
        assert (verb.upper(), path) == (http["verb"], base + http["path"]), name
        expected = {
            (place, one["wire"], one.get("const"))
            for place, key in (("path", "path_params"), ("query", "query"), ("body", "body"))
            for one in http[key]
            if "." not in one["wire"]
        }
        assert set(values(ours, operation)) == expected, name
        assert str(method["response"]["status"]) in operation["responses"], name


def values(document: Document, operation: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for parameter in operation.get("parameters", ()):
        yield parameter["in"], parameter["name"], parameter["schema"].get("const")
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        for name, value in document.resolve(schema["$ref"])["properties"].items():
            yield "body", name, value.get("const")


def test_every_schema_has_the_fields_of_the_facts(ours: Document, facts: dict[str, Any]) -> None:
    renamed = {"StatisticsTaskResult": "Result", "StatisticsTaskInfo": "TaskInfo"}
    schemas = ours.root["components"]["schemas"]
    for name, expected in facts["schemas"].items():
        if expected["kind"] == "sdk_view" or name in ("MarkerPage", "TimeMarkerPage"):
            continue
        properties = schemas[renamed.get(name, name)].get("properties", {})
        assert set(properties) == set(wires(name, facts)), name
        for one in expected["fields"]:
            if len(one.get("enum", ())) > 1:
                assert properties[one["wire"]]["enum"] == one["enum"], f"{name}.{one['wire']}"


def wires(name: str, facts: dict[str, Any]) -> Iterator[str]:
    schema = facts["schemas"][name]
    yield from (one["wire"] for one in schema["fields"])
    for included in schema.get("includes", ()):
        yield from wires(included, facts)


def test_bytes_travel_as_base64(ours: Document) -> None:
    schemas = ours.root["components"]["schemas"]
    for name, wire in (
        ("CreateRunRequest", "runYamlRaw"),
        ("CreatePipelineRequest", "yamlRaw"),
        ("UpdatePipelineRequest", "yamlRaw"),
        ("CreateClusterRequest", "credential"),
    ):
        assert schemas[name]["properties"][wire]["contentEncoding"] == "base64"


def test_lists_are_read_page_by_page(ours: Document, facts: dict[str, Any]) -> None:
    pagination = facts["conventions"]["pagination"]
    marked = pagination["opaque_marker"]
    paged = {*marked["methods"], *marked["nested"], *pagination["time_marker"]["methods"]}
    found = {name for name, one in by_id(ours).items() if "x-specmill-pagination" in one}
    undocumented = {"list_job", "list_resource_pool"}
    assert found == paged - {"show_link"} | undocumented  # `show_link` gives one link


def test_login_is_told_with_the_header(ours: Document) -> None:
    scheme = ours.root["components"]["securitySchemes"]["token"]
    assert (scheme["in"], scheme["name"]) == ("header", "x-pf-authorization")
    login = scheme["x-specmill-login"]
    operation = by_id(ours)[login["operation"]]
    assert operation["security"] == []
    answer = ours.root["components"]["schemas"]["LoginResponse"]
    assert login["token"] in answer["properties"]


def test_each_disagreement_has_a_line(facts: dict[str, Any]) -> None:
    told = (FOLDER / "DISAGREEMENTS.md").read_text("utf-8")
    for one in facts["disagreements"]:
        assert f"| {one['id']} |" in told


def test_misspelled_attributes_are_corrected_and_stay_documented(ours: Document) -> None:
    schema = ours.root["components"]["schemas"]["FSInfo"]
    assert schema["properties"]["serverAddress"]["x-specmill-name"] == "server_address"
    names = [one["name"] for one in schema["x-specmill-documented"]["attributes"]]
    assert "server_adddress" in names


def test_diagnostics_name_the_row(ours: Document) -> None:
    pointer = "/components/schemas/CreateRunRequest/properties/runYamlRaw"
    location = ours.locate(pointer)
    line = (FOLDER / "reference.md").read_text("utf-8").splitlines()[location.line - 1]
    assert line.startswith("| run_yaml_raw ")
    assert location.pointer == "/operations/create_run/parameters/run_yaml_raw"
    undocumented = ours.locate("/components/schemas/CreateRunRequest/properties/scheduleID")
    assert undocumented.file.endswith("http.yaml")


@pytest.mark.parametrize(
    "finding",
    [
        "12:1: warning: 417 of 418 table rows end without `|`",
        "121:1: warning: the heading '接口入口参数' is read as '接口入参说明'",
        "237:1: warning: `men` looks like a slip of `mem`",
        "283:1: warning: this table of parameters is empty",
        "337:1: warning: the attribute `server_adddress` of FSInfo is set from `server_address`",
        "461:1: warning: the attribute `server_adddress` of LinkInfo",
        "466:1: warning: `show_link` is documented twice; this form is called `list_link`",
        "487:1: warning: the usage line says `runyamlpath`, the table `run_yaml_path`",
        "543:1: warning: RunInfo has no attribute `desc`",
        "803:1: warning: `maxsize` has the default 50, its meaning says 100",
        "829:1: warning: the usage line unpacks 4 values, the table lists 2",
        "1029:1: warning: the class RunInfo is listed again, with the same attributes",
        "1105:1: warning: only the meaning of `status` tells a default, online; not taken",
        "1217:1: warning: `update_cluster` has a second table of returns",
    ],
)
def test_what_is_odd_about_the_page_is_found(finding: str, findings: list[str]) -> None:
    assert any(one.startswith(finding) for one in findings), "\n".join(findings)


def test_committed_normal_form_is_up_to_date(ours: Document) -> None:
    committed = FOLDER / "openapi.json"
    if not committed.is_file():
        pytest.skip("not generated yet")
    assert json.loads(committed.read_bytes()) == json.loads(json.dumps(ours.root))


def test_what_may_be_null_may_be_null(ours: Document) -> None:
    described = describe(lower(ours, key="paddleflow", report=Report()), "paddleflow")
    fields = {
        (model["name"], field["wire"]): field["type"]
        for model in described["models"]
        for field in model.get("fields", ())
    }
    assert fields["FSInfo", "properties"] == "dict[str, str] | None"
    assert fields["ClusterInfo", "namespaceList"] == "list[str] | None"


def test_every_type_is_the_one_of_the_facts(ours: Document, facts: dict[str, Any]) -> None:
    renamed = {"StatisticsTaskResult": "Result", "StatisticsTaskInfo": "TaskInfo"}
    schemas = ours.root["components"]["schemas"]
    formats = {"rfc3339": "date-time", "local_datetime": "date-time-local-space"}
    plain = {"string", "integer", "boolean"}
    for name, expected in facts["schemas"].items():
        properties = schemas.get(renamed.get(name, name), {}).get("properties", {})
        for one in expected["fields"] if expected["kind"] != "sdk_view" else ():
            schema = _without_nothing(properties.get(one["wire"], {}))
            if one["type"] in plain and "const" not in schema and schema:
                assert schema["type"] == one["type"], f"{name}.{one['wire']}"
            if schema and "format" in one:
                assert schema["format"] == formats[one["format"]], f"{name}.{one['wire']}"
            if schema and one.get("nullable"):
                assert "null" in schema["type"], f"{name}.{one['wire']}"
    assert schemas["ClusterInfo"]["properties"]["credential"]["contentEncoding"] == "base64"


def test_every_parameter_has_the_type_and_default_of_the_server(
    ours: Document, facts: dict[str, Any]
) -> None:
    plain = {"string", "integer", "boolean"}
    given_by_id = by_id(ours)
    for method in facts["methods"]:
        operation = given_by_id[method["sdk_method"]]
        if method["sdk_method"] in EXCLUDED:
            continue
        http = method["http"]
        for one in (*http["path_params"], *http["query"], *http["body"]):
            found = schema_at(ours, operation, one["wire"])
            if found is None:
                continue
            schema, required = found
            place = f"{method['sdk_method']} {one['wire']}"
            assert required == one["required"] or one["wire"] == "maxResources", place
            if one["type"] in plain:
                assert schema["type"] == one["type"], place
            if one.get("default") not in (None, "", []):
                assert schema["default"] == one["default"], place
            elif "default_rule" in one:
                assert "default" not in schema, place
            if "enum" in one and "const" not in one:
                assert schema["enum"] == one["enum"], place


def schema_at(
    document: Document, operation: dict[str, Any], wire: str
) -> tuple[dict[str, Any], bool] | None:
    """The schema of a parameter or body member, and whether it is required."""
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == wire:
            return parameter["schema"], parameter["required"]
    if "requestBody" not in operation or "." in wire:
        return None
    reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    body = document.resolve(reference)
    return body["properties"][wire], wire in body.get("required", ())


def _without_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without the empty text that stands for no value."""
    others = [one for one in schema.get("anyOf", ()) if one != {"const": ""}]
    return others[0] if len(others) == 1 else schema
