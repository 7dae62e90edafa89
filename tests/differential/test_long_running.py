"""Every method of a Discovery document that starts work can be waited for, as far as the document
has a request that asks for such work.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import operations_of

SAMPLE = (
    "aiplatform.v1",
    "analyticshub.v1",
    "appengine.v1",
    "compute.v1",
    "container.v1",
    "deploymentmanager.v2",
    "drive.v3",
    "genomics.v2alpha1",
    "notebooks.v1",
    "sqladmin.v1",
    "storage.v1",
    "videointelligence.v1",
)
"""Operations by name, by address, of several places, and of a document that cannot ask for them."""

KINDS = ({"name", "done", "error", "response"}, {"name", "status", "operationType", "selfLink"})


def _documents() -> Path:
    found = find_spec("googleapiclient")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "discovery_cache" / "documents"


def _methods(resource: Any, names: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for method in resource.get("methods", {}).values():
        yield (names[-1] if names else ""), method
    for name, child in resource.get("resources", {}).items():
        yield from _methods(child, (*names, name))


def _expected(document: Any) -> set[tuple[str, str]]:
    """Return id and path of the methods that start work which a GET can ask for."""
    schemas = document.get("schemas", {})
    works = {
        key
        for key, schema in schemas.items()
        if any(kind <= set(schema.get("properties", {})) for kind in KINDS)
    }
    answering = [
        (name, method, method.get("response", {}).get("$ref"))
        for name, method in _methods(document)
        if method.get("response", {}).get("$ref") in works
    ]
    asked = {ref for _, method, ref in answering if method["httpMethod"] == "GET"}
    return {
        (method["id"], method["path"])
        for name, method, ref in answering
        if ref in asked
        and method["httpMethod"] != "GET"
        and "operations" not in name.lower()
        and not method.get("supportsMediaUpload")
    }


def _differences(name: str) -> set[str]:
    path, report = _documents() / f"{name}.json", Report()
    document = json.loads(path.read_bytes())
    api = lower(sources.read(path, report=report), key=name, report=report)
    base = document["servicePath"]
    expected = {
        (id_, (base + path).replace("+", "").strip("/")) for id_, path in _expected(document)
    }
    found = {
        (one.id, one.path.replace("+", "").strip("/"))
        for one in operations_of(api)
        if one.long_running is not None
    }
    return {f"{name}: {id_} {path}" for id_, path in expected ^ found}


@pytest.mark.parametrize("name", SAMPLE)
def test_what_starts_work_can_be_waited_for(name: str) -> None:
    assert _differences(name) == set()


@pytest.mark.corpus
def test_what_starts_work_can_be_waited_for_in_all_documents() -> None:
    names = [path.stem for path in _documents().glob("*.*.json")]
    assert len(names) == 610
    assert {one for name in names for one in _differences(name)} == set()
