"""The real specs, and a sample of all Discovery documents that Google's client carries."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.dump import dump
from specmill.document.operations import source_operations
from specmill.document.prose import drop
from specmill.sources.loading.files import load

METHOD = re.compile(r'"httpMethod": ?"')
OPERATIONS = {
    "kfp_api_v1beta1.swagger.json": 37,
    "kfp_api_v2beta1.swagger.json": 37,
    "dataflow.v1b3.json": 57,
    "genomics.v2alpha1.json": 6,
}
SAMPLE = (
    *("blogger.v3", "datalineage.v1", "discovery.v1", "drive.v3", "oauth2.v2", "pubsub.v1"),
    *("storage.v1", "tasks.v1"),
)


def _discovery_documents() -> Path:
    found = find_spec("googleapiclient")
    if found is None or found.origin is None:
        pytest.skip("google-api-python-client is not installed")
    return Path(found.origin).parent / "discovery_cache" / "documents"


def test_every_operation_arrives_and_the_result_is_valid(upstream: Path) -> None:
    report = Report()
    document = sources.read(upstream, report=report)
    assert len(list(source_operations(document.root))) == OPERATIONS[upstream.name]
    assert {one.code for one in report.findings} <= {"protobuf-as-stored"}
    assert list(OpenAPIV31SpecValidator(document.root).iter_errors()) == []


@pytest.mark.parametrize("upstream", ["google/genomics.v2alpha1.json"], indirect=True)
def test_genomics_twins_have_paths_of_their_own(upstream: Path) -> None:
    paths = sources.read(upstream, report=Report()).root["paths"]
    base = "/v2alpha1/projects/{projectsId}/operations"
    twins = [paths[base]["get"], paths[base + "/{operationsId}"]["get"]]
    assert [twin["operationId"].rpartition(".")[2] for twin in twins] == ["list", "get"]
    assert {twin["x-specmill-path"] for twin in twins} == {"/v2alpha1/{name}"}


def test_a_source_without_prose_gives_the_same_facts(upstream: Path, tmp_path: Path) -> None:
    bare = tmp_path / upstream.name
    bare.write_bytes(dump(drop(load(upstream).tree)))
    assert bare.stat().st_size < 0.75 * upstream.stat().st_size
    after = drop(sources.read(upstream, report=Report()).root)
    assert dump(after) == dump(sources.read(bare, report=Report()))


def test_a_normal_form_is_read_as_itself(upstream: Path, tmp_path: Path) -> None:
    first = sources.read(upstream, report=Report())
    path = tmp_path / "openapi.json"
    path.write_bytes(dump(first))
    second = sources.read(path, report=Report())
    assert dump(second) == path.read_bytes()
    assert second.family == first.family


@pytest.mark.parametrize("name", SAMPLE)
def test_discovery_documents_become_valid_openapi(name: str) -> None:
    report = Report()
    document = sources.read(_discovery_documents() / f"{name}.json", report=report)
    assert report.findings == []
    assert list(OpenAPIV31SpecValidator(document.root).iter_errors()) == []


@pytest.mark.slow
def test_every_discovery_document_is_read() -> None:
    paths = [path for path in _discovery_documents().glob("*.json") if path.stem != "index"]
    assert len(paths) > 400
    for path in sorted(paths):
        report = Report()
        found = list(source_operations(sources.read(path, report=report).root))
        assert len(found) == len(METHOD.findall(path.read_text())), path.name
        assert report.findings == [], path.name
