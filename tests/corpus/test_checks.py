"""The checks of ``make corpus`` pass where they should, and tell what is wrong."""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from corpus import checks, documents, examination, generation, package_checks

PATH = documents.folder() / "oauth2.v2.json"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with the package, from which it can be imported."""
    folder = tmp_path_factory.mktemp("corpus")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def examined(out: Path) -> examination.Examined:
    """Return the answers for a small document."""
    return examination.examine(PATH, out, examination.generate(PATH, out))


@pytest.fixture(scope="module")
def inspected(examined: examination.Examined) -> Mapping[str, Any]:
    """Return what ``inspect`` says of it."""
    return generation.inspected(PATH)


def test_a_document_passes(examined: examination.Examined) -> None:
    assert examined.failures == {}
    assert set(examined.seconds) == set(examination.COLUMNS)
    assert examined.methods == examined.equal_methods == 3
    assert examined.skipped == []
    assert examined.generated is not None
    assert examined.generated.lines > 1000
    assert examined.known["google: alt=json"] > 0


def test_a_field_that_is_not_there_is_told(inspected: Mapping[str, Any]) -> None:
    document = copy.deepcopy(documents.read(PATH))
    document["schemas"]["Userinfo"]["properties"]["height"] = {"type": "number"}
    document["schemas"]["Nobody"] = {"id": "Nobody", "type": "object"}
    told = list(checks.fields_complete(document, inspected))
    assert [one.partition(":")[0] for one in told] == ["Userinfo", "Nobody"]


def test_an_argument_that_is_not_there_is_told(inspected: Mapping[str, Any]) -> None:
    document = copy.deepcopy(documents.read(PATH))
    document["methods"]["tokeninfo"]["parameters"]["depth"] = {"type": "string"}
    document["methods"]["other"] = {"id": "oauth2.other"}
    document["parameters"]["colour"] = {"type": "string"}
    assert list(checks.parameters_complete(document, inspected)) == [
        "oauth2.tokeninfo: no argument for depth",
        "oauth2.other: no method",
        "no option for colour",
    ]


def test_a_request_that_differs_is_told(inspected: Mapping[str, Any]) -> None:
    document = copy.deepcopy(documents.read(PATH))
    document["methods"]["tokeninfo"]["path"] = "oauth2/v2/elsewhere"
    wire = checks.Wire(document, inspected)
    wrong = [one.text for one in wire.findings(wire.operations[0]) if not one.known]
    assert wrong
    assert all("/oauth2/v2/elsewhere" in text for text in wrong)


def test_code_that_does_not_compile_or_load_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "broken_package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "one.py").write_text("import nothing_of_this_name\n")
    (package / "two.py").write_text("def f(:\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [one.partition(":")[0] for one in package_checks.compiled(package)] == ["two.py"]
    told = [one.partition(":")[0] for one in package_checks.imported("broken_package")]
    assert told == ["broken_package.one", "broken_package.two"]


def test_documents_that_are_not_valid_are_told() -> None:
    root, _ = package_checks.normal_form(PATH)
    del root["info"]["title"]
    assert len(list(package_checks.validated(root))) == 1
