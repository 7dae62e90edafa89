"""Descriptions on pages: Markdown stays, nothing in it can break the page."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from specmill.targets.docs.prose import block, code, inline, plain


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        ("**Bold** and `code`.", "**Bold** and `code`."),
        ("# Title\ntext", "**Title**\n\ntext"),
        ("Title\n=====\ntext", "Title\n\ntext"),
        ("Title\n---\ntext", "Title\n\ntext"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<details>\n<summary>no", "&lt;details>\n&lt;summary>no"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("see <https://example.com/a>", "see [https://example.com/a](https://example.com/a)"),
        ("[x](javascript:alert(1))", "x"),
        ("[x](../y.md)", "x"),
        ("![x](https://example.com/x.png)", "[x](https://example.com/x.png)"),
        ("[x]: https://example.com", "\\[x]: https://example.com"),
        ("text\n- one\n- two", "text\n\n- one\n- two"),
        ("```\nopen", "```\nopen\n```"),
        ("~~~yaml\n# kept\n~~~\n# not", "~~~yaml\n# kept\n~~~\n\n**not**"),
        ("a\n\n\n\nb", "a\n\nb"),
    ],
)
def test_block(prose: str, shown: str) -> None:
    assert block(prose) == shown


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one<br>two"),
        ("of\n- a\n- b", "of<br>• a<br>• b"),
        ("a | b", "a &#124; b"),
        ("`a|b`", "<code>a&#124;b</code>"),
        ("# Title\n\ntext", "Title<br>text"),
        ("```\ncode\n```", "code"),
        ("<b>x</b> <i", "x &lt;i"),
    ],
)
def test_inline(prose: str, shown: str) -> None:
    assert inline(prose) == shown


@pytest.mark.parametrize(
    "text",
    [
        "a*b*c",
        "_a_",
        "a_b",
        "[a](b)",
        "<x>",
        "a|b",
        "`a`",
        "1. a",
        "# a",
        "- a",
        "a\\b",
        "&lt;",
        "* a",
    ],
)
def test_plain_and_code_show_the_text_as_it_is(text: str) -> None:
    for spelled in (plain(text), code(text)):
        (paragraph,) = (one for one in MarkdownIt().parse(spelled) if one.type == "inline")
        shown = "".join(
            one.content for one in paragraph.children or () if one.type != "html_inline"
        )
        assert shown == text.replace("&lt;", "<" if spelled == plain(text) else "&lt;"), spelled


HOSTILE = [
    "</details></details>",
    "<!-- ",
    "```\n</details>",
    "`` ` ``` `",
    "<details markdown='1'>",
    "| a | b |\n|---|---|\n| <x> | y |",
    "[a](<b c>)",
    "](https://example.com) <a href='x'>",
    "\u202eevil\u0000",
    "{% raw %}{{ x }}",
    "    <indented>",
    "* * *\n***\n___",
    "> <quote>\n# x",
    "[TOC]",
    "--- \n<div\n>",
]


@pytest.mark.parametrize("prose", HOSTILE)
def test_nothing_raw_is_left(prose: str) -> None:
    for spelled in (block(prose), inline(prose), plain(prose)):
        for token in MarkdownIt("commonmark").enable("table").parse(spelled):
            assert token.type not in ("html_block", "heading_open", "hr"), spelled
            for child in token.children or ():
                if child.type == "html_inline":
                    assert child.content in ("<code>", "</code>", "<br>"), spelled
                if child.type == "link_open":
                    assert str(child.attrs["href"]).startswith("https://"), spelled
