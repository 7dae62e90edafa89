"""A sample of the mutations of ``make fuzz``, each family's document whole, and single places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mutations.mutating import DOCUMENTS, EXTENSIONS, load, mutated, places
from mutations.pages import PAGE
from mutations.trying import FORMATTER, PAGES, TARGETS, Share, attempt, try_share
from specmill.pipeline.spec import spec_workspace

SAMPLE = 180
assert FORMATTER, spec_workspace


@pytest.mark.parametrize("family", sorted(DOCUMENTS))
@pytest.mark.parametrize("target", sorted({*TARGETS} - {""}))
def test_the_document_itself_generates(family: str, target: str, tmp_path: Path) -> None:
    assert attempt(json.dumps(load(family)), target, tmp_path) == "generated"


@pytest.mark.parametrize("target", sorted({*TARGETS} - {""}))
def test_the_page_itself_generates(target: str, tmp_path: Path) -> None:
    assert attempt(PAGE.read_text("utf-8"), target, tmp_path, "page.md") == "generated"


def test_a_mistake_in_a_page_is_no_internal_error() -> None:
    outcomes = try_share(Share(PAGES, 1, SAMPLE // 4))
    assert outcomes.keys() <= {"generated", "refused"}, outcomes
    assert outcomes["generated"] > SAMPLE / 8


@pytest.mark.parametrize("family", sorted(DOCUMENTS))
def test_a_mistake_is_no_internal_error(family: str) -> None:
    outcomes = try_share(Share(family, 1, SAMPLE))
    assert outcomes.keys() <= {"generated", "refused"}, outcomes
    assert outcomes["generated"] > SAMPLE / 4
    assert outcomes["refused"] > SAMPLE / 10


@pytest.mark.parametrize("family", ["openapi", "swagger"])
def test_extensions_stand_everywhere(family: str, tmp_path: Path) -> None:
    """``x-…`` of any type in any object is no mistake, but where keys are names."""
    tree = load(family)
    text = json.dumps(tree)
    objects = [place for place in places(tree) if place[-1] != "delete"]
    for index, place in enumerate(objects):
        told = attempt(
            json.dumps(mutated(text, (place, "extend", EXTENSIONS[index % len(EXTENSIONS)]))),
            "",
            tmp_path,
        )
        assert told in ("generated", "refused"), (place, told)
