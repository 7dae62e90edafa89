"""Links of all Markdown in the repository: each leads to a file, and its anchor to a heading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.pages.markdown import ROOT, all_pages, anchors, links, shown

WEB = {"http", "https"}


def broken(page: Path) -> Iterator[str]:
    """Yield the links of a page that lead nowhere."""
    for line, target in links(page):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if parts.scheme not in WEB or not parts.netloc:
                yield f"{shown(page)}:{line}: {target} is neither a file nor a web address"
            continue
        file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not file.exists() or not file.is_relative_to(ROOT):
            yield f"{shown(page)}:{line}: {target} leads to no file"
        elif parts.fragment and unquote(parts.fragment) not in _anchors_of(file):
            yield f"{shown(page)}:{line}: {target} leads to no heading"


def _anchors_of(file: Path) -> frozenset[str]:
    return anchors(file) if file.suffix == ".md" else frozenset()


def test_every_link_leads_somewhere() -> None:
    pages = all_pages()
    assert ROOT / "README.md" in pages
    assert [said for page in pages for said in broken(page)] == []


def test_every_page_of_docs_is_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {
        (index.parent / unquote(urlsplit(target).path)).resolve() for _, target in links(index)
    }
    pages = set((ROOT / "docs").rglob("*.md")) - {index}
    assert sorted(map(shown, pages - linked)) == []


def test_what_is_broken_is_found(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("tests.pages.test_links.ROOT", tmp_path)
    monkeypatch.setattr("tests.pages.markdown.ROOT", tmp_path)
    (tmp_path / "other.md").write_text("# A `b`: c\n\n# Twice\n\n# Twice\n")
    page = tmp_path / "page.md"
    good = "[a](other.md) [b](other.md#a-b-c) [c](other.md#twice-1) [d](https://example.com)"
    page.write_text(
        f"{good}\n\n[a](none.md) ![b](../up.md)\n[c](other.md#twice-2) [d](#here) [e](ftp:x)\n"
    )
    assert [said.partition(": ")[2] for said in broken(page)] == [
        "none.md leads to no file",
        "../up.md leads to no file",
        "other.md#twice-2 leads to no heading",
        "#here leads to no heading",
        "ftp:x is neither a file nor a web address",
    ]
