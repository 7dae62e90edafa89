"""Lists, descriptions and types of REST pages: what they say of parameters."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.sources.markdown.blocks import Text
from specmill.sources.markdown.rest.fields.lists import assigned_of, statuses_of, table_of
from specmill.sources.markdown.rest.fields.notation import notation
from specmill.sources.markdown.rest.fields.prose import told_by

TYPES = {"string", "integer", "boolean", "object", "enum", "array of objects", "int", "bool"}


def is_type(text: str) -> bool:
    return text.casefold() in TYPES


@pytest.mark.parametrize(
    ("item", "row"),
    [
        ("- `page` (integer, optional, default 1): which", ("integer", "no", "1", "which")),
        ("- **amount** `integer` *required* — In cents.", ("integer", "yes", "", "In cents.")),
        ("- **amount** integer **Required** - In cents.", ("integer", "yes", "", "In cents.")),
        ("- **on** boolean *Optional, default is false* — x", ("boolean", "no", "false", "x")),
        ("- `q=<string>`: A word.", ("string", "", "", "A word.")),
        ("- `path` `(string: <required>)` – Where.", ("string", "yes", "", "Where.")),
        ("- `ttl` `(int: 5)` - How long.", ("int", "", "5", "How long.")),
        ("- **all** – Show all.", ("", "", "", "Show all.")),
        ("- **lines** array of objects", ("array of objects", "", "", "")),
        ("- **mail** nullable string", ("string | null", "", "", "")),
        ("- name? (string) the name", ("string", "no", "", "the name")),
        ("- page: 2 (integer, optional) - Which.", ("integer", "no", "", "Which.")),
        ("* `a` {string} x", ("string", "", "", "x")),
        ("+ id", ("", "", "", "")),
        ("a\n: x", ("", "", "", "x")),
    ],
)
def test_items(item: str, row: tuple[str, ...]) -> None:
    table, odd = table_of(Text(item, 1), is_type)
    assert table is not None
    (found,) = table.rows
    cells = dict(zip(table.header.cells, found.cells, strict=True))
    told = tuple(cells.get(name, "") for name in ("type", "required", "default", "description"))
    assert (told, odd) == (row, [])


@pytest.mark.parametrize("item", ["- Note that this is slow.", "- See [there](#x).", "- 5 of them"])
def test_sentences_are_no_items(item: str) -> None:
    assert table_of(Text(f"- `a` (string)\n{item}", 1), is_type)[1] == [2]


def test_items_below_items_are_fields() -> None:
    text = "- `a` (object)\n  - `b` (string)\n    more of it\n  - `a.c` (int)\n- `d` (int)"
    table, _ = table_of(Text(text, 1), is_type)
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["`a`", "`a.b`", "`a.c`", "`d`"]
    assert table.rows[1].cells[-1] == "more of it"


def test_lists_of_statuses() -> None:
    assert statuses_of(Text("- **200** – no error\n- `404 Not Found`: none", 1)) == {
        "200": "no error",
        "404": "Not Found none",
    }
    assert statuses_of(Text("- **200** – no error\n- `a` - b", 1)) == {}


def test_names_with_types_in_brackets() -> None:
    table = assigned_of(Text("**Required:**\n`id=[integer]`\n**Optional:**\n`a=[alphanumeric]`", 1))
    assert table is not None
    assert [row.cells[:3] for row in table.rows] == [
        ("`id`", "integer", "yes"),
        ("`a`", "string", "no"),
    ]


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ("**Required**. The name.", {"required": True}),
        ("(optional) The name.", {"required": False}),
        ("{{<required>}} String. The name.", {"required": True, "type": "string"}),
        ("Required if `b` is there.", {}),
        ("**Default**: 30", {"default": "30"}),
        ("Default: `false`", {"default": "false"}),
        ("How many (default: 20).", {"default": "20"}),
        ("Defaults to 10.", {"default": "10"}),
        ("Defaults to the current user.", {}),
        ("类型，默认为 1", {"default": "1"}),
        ("One of `usd`, `eur`.", {"values": ("usd", "eur")}),
        (
            "Can be one of `open`, `closed`, or `all`. Default: `open`",
            {"values": ("open", "closed", "all"), "default": "open"},
        ),
        ("`admin`, `user`", {"values": ("admin", "user")}),
        ("Either `asc` (up) or `desc` (down).", {"values": ("asc", "desc")}),
        ("One of `a`, `b` or a name.", {}),
        ("Used with `a` and `b`.", {}),
        ("排序，可选值：`price`、`sales`", {"values": ("price", "sales")}),
    ],
)
def test_descriptions(meaning: str, told: dict[str, Any]) -> None:
    found = told_by(meaning, is_type)
    names = ("type", "required", "default", "values")
    known = {name: getattr(found, name) for name in names}
    assert {name: one for name, one in known.items() if one not in ("", None, ())} == told


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("string(1..50)", ("string", {"minLength": 1, "maxLength": 50})),
        ("varchar(255)", ("varchar", {"maxLength": 255})),
        ("integer (1-100)", ("integer", {"minimum": 1, "maximum": 100})),
        ("int(11)", ("int", {})),
        ("string <email>", ("email", {})),
        ("string<date-time>", ("datetime", {})),
        ("string (uuid)", ("uuid", {})),
        ("integer <int64>", ("int64", {})),
        ("string, nullable", ("string?", {})),
        ("?string", ("string?", {})),
        ("[]string", ("string[]", {})),
        ("string/null", ("string | null", {})),
        ("`metric` | `imperial`", ('"metric" | "imperial"', {})),
    ],
)
def test_notations_of_types(cell: str, expected: tuple[str, dict[str, int]]) -> None:
    assert notation(cell) == expected
