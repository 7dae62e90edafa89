"""What KCL can say, and what is done where it cannot."""

from __future__ import annotations

import re

import pytest

from specmill.diagnostics import SpecmillError
from specmill.model.api import Api
from specmill.model.models import JsonValue
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.targets import TargetInput
from specmill.targets.kcl import KclTarget
from specmill.targets.kcl.patterns import portable
from specmill.targets.kcl.spelling import (
    attribute,
    docstring,
    file_name,
    reference,
    schema_name,
    text,
    value,
)
from specmill.targets.kcl.types import TypeSpeller
from specmill.targets.kcl.views.schema import fits

STRING, INTEGER = Scalar(ScalarKind.STRING), Scalar(ScalarKind.INTEGER)


@pytest.mark.parametrize(
    ("pattern", "translated"),
    [
        ("^[a-z]+$", "^[a-z]+$"),
        (r"^\p{Lu}\d{2,}$", r"^\p{Lu}\d{2,}$"),
        (r"^a\/b$", "^a/b$"),
        ("^{x}$", r"^\{x\}$"),
        ("^[[a]+$", r"^[\[a]+$"),
        ("^[]a]$", "^[]a]$"),
        ("(?<!x)y(?=z)", "(?<!x)y(?=z)"),
        ("^a--b$", "^a--b$"),
        ("[a&&b]", ""),
        ("[a-z--b]", ""),
        ("(", ""),
        ("line\nbreak", ""),
    ],
)
def test_patterns(pattern: str, translated: str) -> None:
    assert portable(pattern) == translated


@pytest.mark.parametrize(
    ("wire", "spelled"),
    [
        ("jobId", "jobId"),
        ("type", "$type"),
        ("None", "$None"),
        ("x-y", '"x-y"'),
        ("1st", '"1st"'),
        ("名", '"名"'),
        ('a"b', '"a\\"b"'),
    ],
)
def test_attributes(wire: str, spelled: str) -> None:
    assert attribute(wire) == spelled
    assert reference(wire) == ("" if spelled.startswith('"') else spelled)


def test_names() -> None:
    assert schema_name("upload protocol") == "UploadProtocolModel"
    assert schema_name("mixin") == "MixinModel"
    assert schema_name("none") == "NoneModel"
    assert file_name("a b test") == "a_b_test_"
    assert file_name("_x") == "x"


def test_text_is_neither_interpolated_nor_cut() -> None:
    assert text("${x} $y") == '"\\${x} $y"'
    assert text('a"b\\c\nd\u202e') == '"a\\"b\\\\c\\nd\\u202e"'
    assert value({"a": [1, None, True], "b": "x"}) == '{"a": [1, None, True], "b": "x"}'
    assert docstring('say """x"""') == "\"\"\"say '''x'''\"\"\""
    assert docstring('ends with "x"') == '"""ends with "x"\n"""'
    assert docstring("a \\ b") == 'r"""a \\ b"""'


@pytest.mark.parametrize(
    ("default", "type_", "good"),
    [
        (3, INTEGER, True),
        ("three", INTEGER, False),
        (True, INTEGER, False),
        (True, Scalar(ScalarKind.BOOLEAN), True),
        ("9", Scalar(ScalarKind.INTEGER_STRING), True),
        ("a", LiteralOf(("a", "b")), True),
        ("c", LiteralOf(("a", "b")), False),
        (["a"], ListOf(STRING), True),
        (["a", 1], ListOf(STRING), False),
        ({"a": 1}, MapOf(INTEGER), True),
        ({"a": "b"}, MapOf(INTEGER), False),
        (1, UnionOf((STRING, INTEGER)), True),
        ({"a": [1]}, Anything(), True),
    ],
)
def test_defaults_that_fit(default: JsonValue, type_: TypeRef, good: bool) -> None:
    assert fits(default, type_, Api("x", "x", "X", "1")) is good


@pytest.mark.parametrize(
    ("type_", "spelled"),
    [
        (Scalar(ScalarKind.INTEGER_STRING), "int | str"),
        (LiteralOf(("a", "b")), '"a" | "b"'),
        (LiteralOf((1, 2)), "1 | 2"),
        (LiteralOf((-1, 2)), "int"),
        (LiteralOf((True, False)), "bool"),
        (LiteralOf(('say "x"',)), "str"),
        (UnionOf((STRING, Scalar(ScalarKind.NULL))), "str"),
        (UnionOf((STRING, Anything())), "any"),
        (ListOf(UnionOf((STRING, INTEGER))), "[str | int]"),
        (MapOf(ListOf(Anything())), "{str:[any]}"),
    ],
)
def test_types(type_: TypeRef, spelled: str) -> None:
    assert TypeSpeller(Api("x", "x", "X", "1"), {}).spell(type_) == spelled


def test_an_unknown_setting() -> None:
    given = TargetInput(Api("x", "x", "X", "1"), bytes, "x", {"enums": "ajar"})
    with pytest.raises(SpecmillError, match=re.escape("enums cannot be 'ajar'; closed or open")):
        KclTarget().render(given)
