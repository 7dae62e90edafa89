"""Pages below ``docs/``: every command and program on them does what the page shows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.guides.answers import answering
from tests.guides.running import Run, blocks
from tests.pages.markdown import ROOT, shown

from specmill import generate
from specmill.example import serving
from specmill.example.server import SPEC

DOCS = ROOT / "docs"
OWN_TESTS = {
    *("google-media.md", "reference-pages.md", "rest-pages.md"),
    *("from-kfp.md", "from-paddleflow.md"),
    "updating-a-spec.md",  # what was done once, with files of this repository
}
"""Pages with tests of their own."""
RUN = {"python", "console"}
FOLDERS = ("apis", "clients", "guides", "explanation")
PAGES = [
    page
    for page in (
        DOCS / "tutorial.md",
        *(page for folder in FOLDERS for page in sorted((DOCS / folder).glob("*.md"))),
    )
    if page.name not in OWN_TESTS and any(one.kind in {*RUN, "py"} for one in blocks(page))
]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of the pet store."""
    folder = tmp_path_factory.mktemp("packages")
    generate(SPEC, name="pets", out=folder)
    return folder


@pytest.fixture
def address() -> Iterator[str]:
    with answering() as address:
        yield address


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_a_page_does_what_it_shows(
    page: Path, tmp_path: Path, packages: Path, address: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    with serving() as pets, Run(page, here) as run:
        run.environment = {
            "PYTHONPATH": os.pathsep.join((str(packages), str(ROOT / "generated" / "python"))),
            "DATAFLOW_BASE_URL": address,
            "GENOMICS_BASE_URL": address,
            "PETS_BASE_URL": pets,
        }
        run.replaced = {
            "http://localhost:8888": address,
            "port=8999": f"port={address.rpartition(':')[2]}",
            "ya29.…": "x",
        }
        ran = run.run()
    assert ran or not any(one.kind == "python" for one in blocks(page))


def test_pages_are_found() -> None:
    assert len(PAGES) > 20
