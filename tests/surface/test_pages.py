"""REST pages in Markdown: what is said of two versions of a page, and of a page and OpenAPI."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.surface.specs import cases

from specmill.pipeline.spec import spec_workspace
from specmill.pipeline.versions import Side, compare_sides
from specmill.surface.comparison import Change

PAGE = """\
# Library

The base URL is `https://library.test`.

## List books

`GET /books`

Which books there are.

### Query parameters

| Name  | Type               | Description     |
|-------|--------------------|-----------------|
| limit | integer (optional) | How many.       |
| genre | string (optional)  | Of which genre. |

### Response

```json
{"books": [{"id": "a", "title": "b", "pages": 3}], "total": 1}
```

## Add a book

`POST /books`

### Body

| Name  | Type               | Description |
|-------|--------------------|-------------|
| title | string (required)  | Its title.  |
| pages | integer (optional) | How long.   |

### Response 201

```json
{"id": "a"}
```
"""


def changes(folder: Path, *texts: str) -> tuple[Change, ...]:
    """Compare two pages."""
    sides = []
    for name, text in zip(("old.md", "new.md"), texts, strict=True):
        (folder / name).write_text(text)
        workspace = spec_workspace(folder / name, name="library", out=folder)
        sides.append(Side(name, workspace.root, workspace.apis["library"]))
    return compare_sides(*sides).report.changes


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("limit | integer (optional)", "limit | string (optional) ", {"argument-type"}),
        ("limit | integer (optional)", "limit | integer (required)", {"argument-became-required"}),
        ("| genre | string (optional)  | Of which genre. |\n", "", {"argument-removed"}),
        ("How many.", "How many, at most.", {"docs-changed"}),
        (
            "title | string (required) ",
            "title | string (optional) ",
            {"field-became-optional", "body-became-optional"},
        ),
        ("pages | integer (optional)", "pages | integer (required)", {"field-became-required"}),
        (', "pages": 3', "", {"field-removed"}),
        ('"pages": 3', '"pages": "3"', {"field-type"}),
        ('"total": 1', '"total": 1, "next": "c"', {"field-added"}),
        ("Response 201", "Response 200", {"status-changed"}),
        ("https://library.test", "https://lending.test", {"server-changed", "docs-changed"}),
        ("`POST /books`", "`POST /v2/books`", {"path-changed"}),
    ],
)
def test_what_a_page_says_otherwise(
    before: str, after: str, told: set[str], tmp_path: Path
) -> None:
    assert before in PAGE
    found = changes(tmp_path, PAGE, PAGE.replace(before, after))
    assert {one.rule for one in found} == told, found
    assert all(one.old.line or one.new.line for one in found)


def test_other_words_around_it_are_silent(tmp_path: Path) -> None:
    assert changes(tmp_path, PAGE, PAGE.replace("| Description |", "| Meaning     |")) == ()


def test_a_page_and_what_else_describes_the_api(tmp_path: Path) -> None:
    """A page is compared with OpenAPI as any two versions are."""
    old, _ = cases()["docs-changed"].write(tmp_path)
    (tmp_path / "new.md").write_text(PAGE)
    sides = []
    for path in (old, tmp_path / "new.md"):
        workspace = spec_workspace(path, name="library", out=tmp_path)
        sides.append(Side(path.name, workspace.root, workspace.apis["library"]))
    told = {(one.rule, one.subject) for one in compare_sides(*sides).report.changes}
    assert ("operation-removed", "books.get") in told
