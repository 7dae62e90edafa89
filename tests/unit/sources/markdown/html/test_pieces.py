"""HTML in pages of Markdown: what is a table, a list, a sample or text in it."""

from __future__ import annotations

import time

import pytest

from specmill.sources.markdown.html import Cells, Items, Piece, Sample, pieces_in


def _cells(markup: str) -> list[tuple[tuple[str, ...], int]]:
    (found,) = pieces_in(markup, 1)
    assert isinstance(found, Cells)
    return list(found.rows)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<code>id</code><sup><code>*</code></sup>", "`id*`"),
        ("the <b>first</b> <a href='#x'>day</a>", "the **first** [day](#x)"),
        ("one<br/>two<p>three</p>", "one<br>two<br>three"),
        ("List<String> &amp; more", "List<String> &amp; more"),
        ("<code>Map&lt;String, Int&gt;</code>", "`Map<String, Int>`"),
        ("a <table><tr><td>b<td>c</table> d", "a<br>b c<br>d"),
        ("<!-- no --><script>x</script>yes", "yes"),
        ("<ul><li>a<li>b</ul>", "a<br>b"),
        ("a\n  b", "a b"),
    ],
)
def test_cells_are_markdown(cell: str, expected: str) -> None:
    rows = _cells(f"<table><tr><th>a</th></tr><tr><td>{cell}</td></tr></table>")
    assert rows[1][0] == (expected,)


def test_cells_reach_over_columns_and_rows() -> None:
    rows = _cells(
        "<TABLE><tr><th>a<th>b<th>c\n<tr><td rowspan='2'>1<td colspan=2>2\n"
        "<tr><td>3<td>4\n<tr><td>5<td>6<td>7</TABLE>"
    )
    assert rows == [
        (("a", "b", "c"), 1),
        (("1", "2", "2"), 2),
        (("1", "3", "4"), 3),
        (("5", "6", "7"), 4),
    ]


def test_lists_samples_and_paragraphs() -> None:
    markup = """<p>Returns <code>200</code>:</p>
<pre><code class="language-json">
{"a": "&lt;"}
</code></pre>
<dl><dt>name<dd>A <i>name</i>.</dl>
<ol><li>one<ul><li>two</ul><li>three</ol>"""
    expected: list[Piece] = [
        Items("Returns `200`:", 1),
        Sample('{"a": "<"}\n', 3, "json"),
        Items("name\n: A *name*.", 5),
        Items("- one\n  - two\n- three", 6),
    ]
    assert list(pieces_in(markup, 1)) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<table>" + "<tr><td>a" * 50_000,
        "<table>" * 100_000,
        "<b>" * 100_000 + "x",
        "<table><tr><td>" + "<!--" * 100_000,
        "<table><tr><td>" + "<a '" * 100_000,
        "<ul>" + "<li><ul>" * 50_000,
        "<table>" + "<tr><td rowspan=999 colspan=999>a" * 500,
        "<pre>" + "</td></table></p>" * 30_000,
    ],
    ids=["open rows", "tables", "marks", "comments", "tags", "lists", "spans", "ends"],
)
def test_odd_html_is_read_in_time(markup: str) -> None:
    started = time.process_time()
    list(pieces_in(markup, 1))
    assert time.process_time() - started < 5
