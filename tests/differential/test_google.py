"""Clients of Google's larger APIs, generated here, send what Google's own client sends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import documents, generation
from differential import discovery
from differential.comparing import Api
from differential.differences import ELSEWHERE, KNOWN
from differential.google_client import GoogleClient
from differential.spec import Operation

MOST = 60
"""Methods of one API that are compared; `make corpus` compares all."""

APIS = {
    "storage.v1": 87,
    "drive.v3": 64,
    "youtube.v3": 83,
    "compute.v1": 1025,
    "bigquery.v2": 47,
    "pubsub.v1": 46,
    "sheets.v4": 17,
    "gmail.v1": 79,
    "translate.v2": 5,  # bodies in envelopes, the flag `pp`
    "apigee.v1": 374,  # methods and resources of one name
    "discoveryengine.v1": 278,  # objects in the query
}
"""Documents of the wheel, and how many methods each has."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder for packages, from which they can be imported."""
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", APIS)  # one test each: a process builds an API once
def test_requests_are_the_vendors(name: str, packages: Path) -> None:
    path = documents.folder() / f"{name}.json"
    generation.generate(path, packages, formatter="none")
    document = documents.read(path)
    peer = GoogleClient(document)
    api = Api(discovery.read(document), generation.inspected(path), peer, both=False)
    assert len(api.spec.operations) == APIS[name]
    found = [(one, finding) for one in _chosen(api) for finding in api.findings(one)]
    mistakes = [f"{one.id}, {what.case}: {what.text}" for one, what in found if not what.known]
    assert not mistakes, "\n".join(mistakes)
    wanted = {known for known, shown_by in ELSEWHERE.items() if shown_by == name}
    assert wanted <= {what.known for _, what in found}
    assert all(peer.hides(one) for one in api.spec.operations if one.id in peer.unknown)


def test_differences_of_other_apis_are_known() -> None:
    assert set(ELSEWHERE) <= {known.name for known in KNOWN}
    assert set(ELSEWHERE.values()) <= set(APIS)


def _chosen(api: Api) -> list[Operation]:
    """Return the methods to compare, evenly over the document, the awkward ones among them."""
    every = api.spec.operations
    count = min(MOST, len(every))
    awkward = [one for one in every if one.id in api.peer.unknown or _has_object(one)]
    return [*dict.fromkeys((*(every[i * len(every) // count] for i in range(count)), *awkward))]


def _has_object(operation: Operation) -> bool:
    schemas = (one.schema for one in operation.parameters)
    return any("object" in (one.get("type"), one.get("items", {}).get("type")) for one in schemas)
