"""What is made from the code is in step with it; the site of the documents builds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.pages.markdown import ROOT, links, manual_pages, shown
from tools.made import made_files
from tools.site import CONFIG, site_sources

from specmill.cli.app import _COMMANDS
from specmill.diagnostics import SpecmillError
from specmill.render.site import build_site

_LINK = re.compile(r'\b(?:href|src)="(?!/|[^"]*//)([^"#?:]+)["#?]')


@pytest.mark.parametrize("path", made_files(), ids=shown)
def test_it_is_in_step(path: Path) -> None:
    assert path.read_text("utf-8") == made_files()[path], "run `make docs-pages`"


def test_every_command_has_its_section() -> None:
    text = (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert re.findall(r"^## `specmill ([\w-]+)`$", text, re.MULTILINE) == [*_COMMANDS]


def test_the_picture_shows_the_method_as_it_is_generated() -> None:
    text = re.sub(r"<[^>]+>", "", (ROOT / "docs/picture.svg").read_text("utf-8"))
    assert "Page[models.Pet, models.PetPage]" in text
    assert "&quot;cat&quot;, &quot;dog&quot;, &quot;bird&quot;" in text


@pytest.mark.slow
def test_the_site_builds_strictly() -> None:
    sources = site_sources()
    files = build_site(sources, CONFIG, "site")
    made = {f"pages/{path.removesuffix('.html')}.md" for path in files if path.endswith(".html")}
    pages = {path for path in sources if path.endswith(".md")}
    assert pages - made == set()
    assert sorted(_nowhere(files)) == []
    sources["pages/docs/faq.md"] += "\n[nowhere](nowhere.md)\n"
    with pytest.raises(SpecmillError, match="does not exist"):
        build_site(sources, CONFIG, "site")


def _nowhere(files: Mapping[str, bytes | str]) -> Iterator[tuple[str, str]]:
    """Yield the pages of a site with their links to files that it has not."""
    for path, content in files.items():
        text = content.decode(errors="replace") if isinstance(content, bytes) else content
        for to in _LINK.findall(text) if path.endswith(".html") else ():
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(to)))
            if not files.keys() & {there, f"{there}/index.html".removeprefix("./")}:
                yield path, to


def test_two_clicks_lead_from_the_readme_to_every_page() -> None:
    def reached(page: Path) -> set[Path]:
        targets = (target.partition("#")[0] for _, target in links(page))
        return {(page.parent / one).resolve() for one in targets if one and "://" not in one}

    first = reached(ROOT / "README.md")
    second = {there for page in first if page.suffix == ".md" for there in reached(page)}
    pages = {page for page in manual_pages() if page != ROOT / "README.md"}
    assert sorted(shown(page) for page in pages - first - second) == []
