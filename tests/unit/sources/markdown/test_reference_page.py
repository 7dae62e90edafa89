"""Reference pages: the parts of the reader, and what a page means without bindings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.config import ApiConfig
from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document
from specmill.document.overlay import apply
from specmill.pipeline.lock import declared_inputs
from specmill.pipeline.normalization import source_form
from specmill.pipeline.understanding import understand
from specmill.sources.loading.files import load
from specmill.sources.markdown.blocks import Code, plain, split
from specmill.sources.markdown.cells import read_type
from specmill.sources.markdown.code import calls, listings
from specmill.sources.markdown.dialect import Dialects, load_dialects

PAGE = """# Shop

### List things

```python
ret, things = client.list_things(limit=3)
```

#### Parameters

| Name  | Type                     | Meaning   |
| ----- | ------------------------ | --------- |
| limit | int (optional,default=5) | How many. |

#### Returns

| Name   | Type   | Meaning           |
| ------ | ------ | ----------------- |
| ret    | bool   | Whether it worked. |
| things | string | All in one.       |
"""
BINDINGS = """bindings: 1
methods:
  list_things: {http: GET /things, query: {limit: limit}, returns: string}
"""


@pytest.fixture(scope="module")
def dialects() -> Dialects:
    return load_dialects(Path("page.md"))


def read(folder: Path, page: str = PAGE, **others: str) -> tuple[Document, list[str]]:
    (folder / "page.md").write_text(page, encoding="utf-8")
    for name, text in others.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    report = Report()
    document = sources.read(folder / "page.md", report=report)
    return document, [finding.what for finding in report.findings]


@pytest.mark.parametrize(
    ("cell", "schema"),
    [
        ("string", {"type": "string"}),
        ("INT", {"type": "integer"}),
        ("float", {"type": "number"}),
        ("bool", {"type": "boolean"}),
        ("`bytes`", {"type": "string", "contentEncoding": "base64"}),
        ("dict", {"type": "object", "additionalProperties": True}),
        ("map<string, int>", {"type": "object", "additionalProperties": {"type": "integer"}}),
        ("Dict[str, any]", {"type": "object", "additionalProperties": True}),
        ("string[]", {"type": "array", "items": {"type": "string"}}),
        ("List[X]", {"type": "array", "items": {"$ref": "#/components/schemas/X"}}),
        ("list of strings", {"type": "array", "items": {"type": "string"}}),
        (
            "array<array<X>>",
            {
                "type": "array",
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/X"}},
            },
        ),
        ("int | None", {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        ("Optional[int]", {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        ("string or int", {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ("字符串", {"type": "string"}),
        ("-", {}),
        ("", {}),
    ],
)
def test_types(cell: str, schema: dict[str, Any], dialects: Dialects) -> None:
    declared = read_type(cell, dialects, {"X": "X"})
    assert declared.schema == schema
    assert not declared.oddities


@pytest.mark.parametrize("cell", ["List[X", "integr", "X[Y]", "string string", "a $ b"])
def test_unknown_types_are_anything(cell: str, dialects: Dialects) -> None:
    declared = read_type(cell, dialects, {"X": "X"})
    assert declared.schema == {}
    assert declared.oddities


@pytest.mark.parametrize(
    ("cell", "required", "default"),
    [
        ("string (required)", True, ...),
        ("string(optional)", False, ...),
        ("int (optional,default=100)", False, 100),
        ("int (default 3)", False, 3),
        ("bool (optional, default=True)", False, True),
        ("string (optional,default=end)", False, "end"),
        ("string (optional, default='a b')", False, "a b"),
        ("float (default=1.5)", False, 1.5),
        ("string[] (default=['a', 'b'])", False, ["a", "b"]),
        ("string (default=None)", False, None),
        ("any (default=7)", False, 7),
        ("string（可选，默认值=a）", False, "a"),
        ("string", None, ...),
    ],
)
def test_marks(cell: str, required: bool | None, default: Any, dialects: Dialects) -> None:
    declared = read_type(cell, dialects, {})
    assert declared.required is required
    assert declared.has_default is (default is not ...)
    if declared.has_default:
        assert declared.default == default


def test_a_default_that_does_not_fit_is_left_out(dialects: Dialects) -> None:
    declared = read_type("int (optional,default=many)", dialects, {})
    assert not declared.has_default
    assert declared.oddities == ["the default 'many' is no int; left out"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ("a", "b")),
        ("|a| b", ("a", "b")),
        ("a | b", ("a", "b")),
        ("| a \\| b | c |", ("a | b", "c")),
        ("| `a|b` | c |", ("`a|b`", "c")),
        ("| a ` | b |", ("a `", "b")),
        ("|  | b |", ("", "b")),
    ],
)
def test_rows_split_into_cells(line: str, cells: tuple[str, ...]) -> None:
    assert split(line) == cells


def test_marks_of_markdown_are_taken_out() -> None:
    assert plain("**`name`**") == "name"
    assert plain("_fs_name_") == "fs_name"
    assert plain("[Options](options.md), [Other]") == "Options, Other"


def test_calls() -> None:
    code = Code("import x\nclient = x.Client('h')\nret, a = await client.go(1, b=2)\n", 10)
    constructor, call = calls(code, {"client"})
    assert constructor.is_constructor
    assert constructor.method == "Client"
    assert (call.method, call.targets, call.positional) == ("go", ("ret", "a"), ("1",))
    assert (call.keywords, call.line) == (("b",), 12)


def test_listings_of_classes() -> None:
    text = """
class A(object):
    # What it is.
    name: str
    size: List[int]  # How big.

class B:
    def __init__(self, name, size: int = 0):
        self.name = name
        self.sise = size
        other = 1
"""
    one, other = listings(Code(text, 1)) or []
    assert [(a.name, a.type, a.comment) for a in one.attributes] == [
        ("name", "str", "What it is."),
        ("size", "List[int]", "How big."),
    ]
    assert [(a.name, a.argument) for a in other.attributes] == [("name", "name"), ("sise", "size")]
    assert other.attributes[1].type == "int"
    assert listings(Code("class A\n  x", 1)) is None
    assert listings(Code("x = 1", 1)) == []


def test_a_page_without_bindings_is_unbound(tmp_path: Path) -> None:
    document, findings = read(tmp_path)
    operation = document.root["paths"]["/list_things"]["post"]
    assert operation["x-specmill-unbound"] is True
    assert not findings
    config = ApiConfig(name="shop", source="page.md", package="shop")
    assert understand(tmp_path, config, complete=False).api.root.children == ()
    with pytest.raises(
        SpecmillError, match=r"page\.md:3:1: error: 'list_things' has no HTTP request"
    ):
        understand(tmp_path, config)


def test_a_page_with_bindings_is_complete(tmp_path: Path) -> None:
    document, _ = read(tmp_path, http=BINDINGS)
    assert list(document.root["paths"]) == ["/things"]
    config = ApiConfig(name="shop", source="page.md", package="shop")
    assert understand(tmp_path, config).api.root


def test_all_files_beside_the_page_are_inputs(tmp_path: Path) -> None:
    read(tmp_path, http=BINDINGS)
    config = ApiConfig(name="shop", source="page.md", package="shop")
    assert declared_inputs(tmp_path, config) == ["page.md", "http.yaml"]


def test_a_default_of_the_server_wins_and_the_page_stays_documented(tmp_path: Path) -> None:
    bindings = BINDINGS.replace("limit: limit", "limit: {doc: limit, default: 9, maximum: 10}")
    document, _ = read(tmp_path, http=bindings)
    operation = document.root["paths"]["/things"]["get"]
    assert operation["parameters"][0]["schema"] == {"type": "integer", "default": 9, "maximum": 10}
    assert operation["x-specmill-documented"]["parameters"][0]["default"] == 5


def test_an_overlay_corrects_a_page(tmp_path: Path) -> None:
    document, _ = read(tmp_path)
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.0.0\n"
        "actions:\n"
        "  - target: $.paths['/list_things'].post.parameters[?(@.name=='limit')].schema\n"
        "    update: {default: 7}\n"
    )
    corrected = apply(document, load(overlay))
    parameter = corrected.root["paths"]["/list_things"]["post"]["parameters"][0]
    assert parameter["schema"]["default"] == 7
    assert corrected.locate("/paths/~1list_things/post/parameters/0/schema/type").line == 13


def test_a_page_is_no_data(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(PAGE)
    with pytest.raises(SpecmillError, match="this is Markdown"):
        source_form(tmp_path, ApiConfig(name="shop", source="page.md"))


def test_a_dialect_extends_another(tmp_path: Path) -> None:
    dialect = "dialect: house\nreceivers: [shop]\ncolumns: {name: [what]}\n"
    page = PAGE.replace("client.", "shop.").replace("| Name ", "| What ")
    document, findings = read(tmp_path, page, dialect=dialect)
    assert "/list_things" in document.root["paths"]
    assert document.root["x-specmill-source"]["dialect"] == "house"
    assert not findings


@pytest.mark.parametrize(
    ("dialect", "what"),
    [
        ("dialect: 5", "`dialect` must be a string, not the number 5"),
        ("default_in_text: 5", "`default_in_text` must be a string"),
        ("dialect: x\nreceivers: client", "`receivers` must be a list"),
        ("dialect: x\nextends: [latin]", "no built-in dialect 'latin'"),
        ("dialect: x\nverbs: [a]", "the field `verbs` is unknown here"),
        ("dialect: x\ntypes: {texts: [t]}", "`texts` is none of the types"),
        ("dialect: x\ndefault_in_text: '('", "not a regular expression"),
    ],
)
def test_wrong_dialects(dialect: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(SpecmillError) as caught:
        read(tmp_path, dialect=dialect)
    assert what in str(caught.value)
    assert "dialect.yaml:" in str(caught.value)


MAKING = """# Shop

### At a glance

```python
client = shop.Client("here")
things = client.list_things()
```

### Make a client

Needs a host.

```python
client = shop.Client("here")
```

#### Parameters

| Name | Type              |
| ---- | ----------------- |
| host | string (required) |

### Stop

```python
client.stop()
```

An example:

```python
client = shop.Client("there")
client.list_things()
client.stop()
```
"""


def test_constructor_is_the_one_with_a_table(tmp_path: Path) -> None:
    document, findings = read(tmp_path, MAKING)
    client = document.root["x-specmill-documented"]["client"]
    assert [one["name"] for one in client["parameters"]] == ["host"]
    assert list(document.root["paths"]) == ["/list_things", "/stop"]
    assert "tags" not in document.root
    assert findings == [
        "`list_things` is called in the section of `stop`; taken as an example",
    ]


def test_a_short_page_may_show_both_at_once(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "\n".join(MAKING.splitlines()[:7]))
    assert document.root["x-specmill-documented"]["client"]["method"] == "Client"
    assert list(document.root["paths"]) == ["/list_things"]


def test_many_names_are_compared_in_a_moment(tmp_path: Path) -> None:
    """Thousands of parameters: each is compared with what may be one letter apart alone."""
    rows = "\n".join(f"| name_{number:05} | int (optional) | One. |" for number in range(4000))
    page = PAGE.replace("| limit | int (optional,default=5) | How many. |", rows)
    _, findings = read(tmp_path, page)
    assert len([one for one in findings if "looks like a slip" in one]) == 4000
