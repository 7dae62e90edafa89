"""No link on a committed page leads nowhere, and no anchor stands twice on one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from tests.docs.reading import FENCE, PACKAGES, PAGES

_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_ID = re.compile(r"<[a-z]+ [^<>]*\bid=\"([^\"]+)\"")


def text_of(page: Path) -> str:
    """Return a page without code."""
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", page.read_text("utf-8")))


@cache
def anchors(page: Path) -> tuple[str, ...]:
    """Return the anchors of a page: of its headings as the site makes them, and its own."""
    text = text_of(page)
    headings = (re.sub(r"\\(.)", r"\1", heading).lower() for heading in _HEADING.findall(text))
    slugs = (re.sub(r"[^\w\- ]", "", heading).strip().replace(" ", "-") for heading in headings)
    return (*slugs, *_ID.findall(text))


@pytest.mark.parametrize("package", PACKAGES.values())
def test_links_and_anchors(package: str) -> None:
    pages = sorted((PAGES / package).rglob("*.md"))
    broken = []
    count = 0
    for page in pages:
        for target in _LINK.findall(text_of(page)):
            if target.startswith(("http://", "https://", "mailto:")):
                continue
            count += 1
            path, _, anchor = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            if not file.is_file() or (anchor and anchor not in anchors(file)):
                broken.append(f"{page.relative_to(PAGES)}: {target}")
    assert broken == []
    assert count > len(pages)


@pytest.mark.parametrize("package", PACKAGES.values())
def test_anchors_are_there_once(package: str) -> None:
    for page in sorted((PAGES / package).rglob("*.md")):
        found = anchors(page)
        assert len(found) == len(set(found)), page


@pytest.mark.parametrize("package", PACKAGES.values())
def test_details_are_closed(package: str) -> None:
    for page in sorted((PAGES / package).rglob("*.md")):
        depth = 0
        for line in text_of(page).splitlines():
            depth += line.startswith("<details") - (line == "</details>")
            assert depth >= 0, page
        assert depth == 0, page


@pytest.mark.parametrize("package", PACKAGES.values())
def test_every_page_but_those_of_models_is_in_the_navigation(package: str) -> None:
    navigation = (PAGES / package / "nav.yml").read_text("utf-8")
    listed = re.findall(r'"([^"]+\.md)"$', navigation, re.MULTILINE)
    pages = {
        path.relative_to(PAGES / package).as_posix()
        for path in (PAGES / package).rglob("*.md")
        if path.parent.name != "models" or path.name == "index.md"
    }
    assert sorted(listed) == sorted(pages)


@pytest.mark.parametrize("package", PACKAGES.values())
def test_no_page_explodes(package: str) -> None:
    for page in (PAGES / package).rglob("*.md"):
        assert page.stat().st_size < 200_000, page
