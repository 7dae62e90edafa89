"""Text of a spec stays text in Python: identifiers, literals, docstrings."""

from __future__ import annotations

import ast
import builtins
import keyword

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from specmill.model.models import Docs
from specmill.targets.python import reserved
from specmill.targets.python.arguments.signature import with_default
from specmill.targets.python.spelling import (
    class_name,
    docstring,
    first_paragraph,
    identifier,
    literal,
    one_line,
    paragraphs,
    sentence,
    title_of,
)
from specmill.text import printable

QUOTES = st.text(alphabet="\"'\\\nab{}%#", max_size=30)
SCALARS = st.one_of(
    st.text(),
    st.integers(),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.one_of(st.text(), QUOTES))
@example('"""')
@example('ends with """')
@example("\\")
@example('\\"')
@example('\\"""')
@example('"""\n')
@example("\u202e\x00\r")
def test_docstrings_hold_what_can_be_shown(text: str) -> None:
    for indent in ("", "    "):
        source = f"class A:\n{indent or ' '}{docstring(text)}\n"
        (cls,) = ast.parse(source).body
        assert isinstance(cls, ast.ClassDef)
        (statement,) = cls.body
        assert isinstance(statement, ast.Expr)
        assert isinstance(statement.value, ast.Constant)
        shown = printable(text)
        assert statement.value.value == (f"{shown}\n" if "\n" in shown else shown)


@given(SCALARS)
def test_literals_are_read_back(value: object) -> None:
    written = literal(value)
    assert ast.literal_eval(written) == value
    assert written.isprintable()


@given(st.text())
@example("")
@example("1st")
@example("class")
@example("__class__")
@example("²")
@example("ﬁ")
def test_identifiers_are_identifiers(name: str) -> None:
    spelled = identifier(name, reserved=reserved.FIELDS)
    assert spelled.isidentifier()
    assert not keyword.iskeyword(spelled)
    assert not spelled.startswith("_")
    # pydantic and dataclasses look attributes up as Python normalizes them
    assert spelled == ast.parse(spelled).body[0].value.id  # type: ignore[attr-defined]
    assert identifier(spelled) == spelled.rstrip("_")


@given(st.text())
@example("none")
@example("1")
@example("any")
def test_class_names_are_identifiers(name: str) -> None:
    spelled = class_name(name, reserved=reserved.CLASSES)
    assert spelled.isidentifier()
    assert not keyword.iskeyword(spelled)
    assert spelled not in reserved.CLASSES
    assert not spelled.startswith("_")


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("createTime", "create_time"),
        ("$.xgafv", "xgafv"),
        ("1st", "field_1st"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("-", "field"),
        ("from", "from_"),
        ("x-y_z.w", "x_y_z_w"),
    ],
)
def test_identifiers(name: str, spelled: str) -> None:
    assert identifier(name, reserved=reserved.FIELDS) == spelled


def test_parameters_hide_no_builtin() -> None:
    public = {name for name in dir(builtins) if not name.startswith("_")}
    assert public <= reserved.PARAMETERS
    assert set(keyword.kwlist) <= reserved.PARAMETERS & reserved.FIELDS & reserved.METHODS


def test_fields_hide_no_attribute_of_a_model() -> None:
    import pydantic

    public = {name for name in dir(pydantic.BaseModel) if not name.startswith("_")}
    assert public <= reserved.FIELDS


@given(st.text(max_size=300), st.integers(0, 12))
def test_paragraphs_fit_the_line(text: str, indent: int) -> None:
    longest = max((len(word) for word in printable(text).split()), default=0)
    for line in paragraphs(Docs(description=text), "name", indent=indent).split("\n"):
        assert len(line) <= max(100 - indent, longest + 8)


def test_paragraphs() -> None:
    docs = Docs("Fetch one job", "Fetch one job.", deprecated=True)
    assert paragraphs(docs, "get", indent=8) == "Fetch one job. Deprecated."
    assert paragraphs(Docs(description="The job id."), "jobId", indent=4) == ""
    assert paragraphs(Docs("Name", "Shown to people."), "name", indent=4) == "Shown to people."
    notes = ["The server's default is `3`."]
    assert paragraphs(Docs(), "x", indent=4, notes=notes) == notes[0]
    assert sentence(Docs("Short", "Then long.\n\nAnd more.", True), "x") == (
        "Short. Then long. And more. Deprecated."
    )


def test_one_line_and_first_paragraph() -> None:
    assert one_line(" a\n\n<b>b</b>\u202e\tc ") == "a b c"
    text = "First paragraph\nin two lines.\n\nSecond."
    assert first_paragraph(text, indent=4, then="End.") == "First paragraph in two lines. End."


@pytest.mark.parametrize(
    ("description", "said"),
    [
        (
            "Describe whether all repositories are selected",
            "Describe whether all repositories are selected.",
        ),
        ("object containing the author.", "Object containing the author."),
        ("size of it in bytes", "size of it in bytes."),
        ("Null before it starts (and after.)", "Null before it starts (and after.)"),
        ("Null before it starts (`done`)", "Null before it starts (`done`)."),
        ("See https://example.org/size", "See https://example.org/size"),
        ("大小", "大小"),
        ("One of:\n- big\n- small", "One of:\n\n- big\n- small"),
        (
            "See [sizes](/rest/sizes#big) and [`all`](https://example.org/all).",
            "See sizes and [`all`](https://example.org/all).",
        ),
        (r"The file ISSUE\_TEMPLATE is there.", "The file ISSUE_TEMPLATE is there."),
        ("Big.\n\n> [!NOTE]\n> It may grow.", "Big. Note: It may grow."),
    ],
)
def test_prose_is_made_of_sentences(description: str, said: str) -> None:
    assert paragraphs(Docs("", description), "size", indent=0).replace("\n  ", " ") == said


def test_a_title_that_its_sentence_repeats_is_left_out() -> None:
    docs = Docs("Hosted runner image", "Details of a hosted runner image")
    assert paragraphs(docs, "x", indent=0) == "Details of a hosted runner image."
    docs = Docs("Check a runner", "Checks if a hosted runner is there.\n\nIt may not be.")
    assert (
        paragraphs(docs, "x", indent=0) == "Checks if a hosted runner is there.\n\nIt may not be."
    )
    assert title_of(docs, "x") == "Check a runner."
    docs = Docs("", "The size of it. It is the size in bytes.")
    assert paragraphs(docs, "x", indent=0) == "The size of it. It is the size in bytes."
    assert title_of(docs, "x") == ""
    other = Docs("Image", "Details of a hosted runner")
    assert paragraphs(other, "x", indent=0) == "Image. Details of a hosted runner."


def test_a_title_that_repeats_the_name_goes_before_what_it_does_not_say() -> None:
    docs = Docs("Get run usage", "Warning: this goes away.")
    said = paragraphs(docs, "get_run_usage", indent=0, keeps_title=True)
    assert said == "Get run usage. Warning: this goes away."
    assert paragraphs(docs, "get_run_usage", indent=0) == "Warning: this goes away."
    assert title_of(docs, "get_run_usage") == "Get run usage."
    covered = Docs("Get run usage", "Gets the usage of a run in seconds.")
    said = paragraphs(covered, "get_run_usage", indent=0, keeps_title=True)
    assert said == "Gets the usage of a run in seconds."
    assert paragraphs(Docs("Get run"), "get_run", indent=0, keeps_title=True) == ""


def test_a_default_stands_behind_the_first_sentence() -> None:
    said = "Items of a page, e.g. 7. See [Pages](https://example.org/pages)."
    assert with_default(said, 30) == (
        "Items of a page, e.g. 7. The server's default is `30`."
        " See [Pages](https://example.org/pages)."
    )
    assert with_default("", 1) == "The server's default is `1`."
    assert (
        with_default("A zone, e.g. Bern", "x") == "A zone, e.g. Bern. The server's default is `x`."
    )
    assert with_default("The default is 30.", 30) == "The default is 30."


def test_a_summary_of_paragraphs_keeps_them() -> None:
    docs = Docs("It came.\n\nIt may come again.", "Or not.")
    assert paragraphs(docs, "x", indent=0) == "It came.\n\nIt may come again.\n\nOr not."


def test_quotes_at_the_end_of_a_line_of_their_own_need_no_backslash() -> None:
    assert docstring('See "Pages".\nOr "Lists"') == '"""See "Pages".\nOr "Lists"\n"""'
    assert docstring('Or "Lists"') == '"""Or "Lists\\""""'


def test_what_says_that_it_is_deprecated_says_it_once() -> None:
    docs = Docs("", "Deprecated in favor of `size`", deprecated=True)
    assert paragraphs(docs, "x", indent=0) == "Deprecated in favor of `size`."
    assert sentence(docs, "x") == "Deprecated in favor of `size`."
