"""What each small API becomes: its normal form, its model and its package."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.golden.cases import CASES, HERE, REWRITE, Case, write

from specmill.document.document import Document
from specmill.document.dump import dump

GIVEN = ("overlay.yaml", "source.*")


def test_output_is_the_golden(case: Case) -> None:
    made = case.outputs()
    if REWRITE:
        write(case.folder, made)
        for path in _present(case) - made.keys():
            (case.folder / path).unlink()
    golden = {path: (case.folder / path).read_text("utf-8") for path in _present(case)}
    assert sorted(golden) == sorted(made), "files differ; `make golden` rewrites them"
    for path in made:
        assert made[path] == golden[path], f"{path} differs; `make golden` rewrites it"


def test_every_source_means_the_same(case: Case) -> None:
    first, *others = case.sources
    for source in others:
        assert _facts(case.document(source)) == _facts(case.document(first)), source.name
        assert case.api(source) == case.api(first), source.name


def test_normal_form_is_valid_and_its_own_normal_form(case: Case) -> None:
    written = case.folder / "openapi.json"
    errors = list(OpenAPIV31SpecValidator(json.loads(written.read_bytes())).iter_errors())
    assert not errors
    assert dump(case.document(written)) == written.read_bytes()
    assert case.api(written) == case.api(case.sources[0])


def test_no_folder_without_a_source() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {case.name for case in CASES}


@pytest.mark.parametrize(
    "families", [("openapi", "swagger"), ("openapi30", "openapi31"), ("discovery",)]
)
def test_families_are_covered(families: tuple[str, ...]) -> None:
    given = [{source.name.split(".")[1] for source in case.sources} for case in CASES]
    assert any(set(families) <= found for found in given)


def _facts(document: Document) -> dict[str, object]:
    """All but the word on where it comes from, which is all that two families may differ in."""
    root: dict[str, object] = json.loads(dump(document))
    del root["x-specmill-source"]
    return root


def _present(case: Case) -> set[str]:
    given = {path for pattern in GIVEN for path in case.folder.glob(pattern)}
    files = (path for path in case.folder.rglob("*") if path.is_file() and path not in given)
    return {
        path.relative_to(case.folder).as_posix()
        for path in files
        if not _is_cache(path.relative_to(case.folder))
    }


def _is_cache(path: Path) -> bool:
    return "__pycache__" in path.parts
