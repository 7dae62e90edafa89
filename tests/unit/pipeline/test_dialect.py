"""The dialect of a reference page as a table of ``specmill.toml``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from specmill.cli import main

CASE = Path(__file__).parents[2] / "tables" / "own_dialect"
HEAD = '[apis.meteo]\nsource = "page.md"\npython.formatter = "none"\n\n'
TABLE = """[apis.meteo.dialect]
dialect = "french"
receivers = ["meteo"]
required = ["obligatoire"]
default = ["sinon"]

[apis.meteo.dialect.headings]
parameters = ["entrées"]
returns = ["sorties"]

[apis.meteo.dialect.columns]
name = ["nom"]
type = ["genre"]
meaning = ["sens"]

[apis.meteo.dialect.types]
string = ["texte"]
integer = ["entier"]
"""


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("page.md", "http.yaml"):
        shutil.copy(CASE / name, name)
    write(TABLE)


def write(table: str) -> None:
    Path("specmill.toml").write_text(HEAD + table, "utf-8")


def normal_form() -> str:
    assert main(["generate"]) == 0
    return Path("specs/meteo/openapi.json").read_text("utf-8")


def test_table_is_read_like_the_file() -> None:
    from_table = normal_form()
    assert from_table == (CASE / "openapi.json").read_text("utf-8")
    shutil.copy(CASE / "dialect.yaml", "dialect.yaml")
    write("")
    assert normal_form() == from_table


def test_changed_table_makes_stale(capsys: pytest.CaptureFixture[str]) -> None:
    normal_form()
    assert main(["check"]) == 0
    write(TABLE.replace("french", "swiss"))
    assert main(["check"]) == 1
    write("# Only a remark.\n" + TABLE)
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('receivers = ["meteo"]', 'receivers = "meteo"', "7:1: error: `receivers` must be a list, "
         "not the string 'meteo', at /apis/meteo/dialect/receivers"),
        ('default = ["sinon"]', 'defaults = ["sinon"]', "9:1: error: the field `defaults` is "
         "unknown here, at /apis/meteo/dialect/defaults"),
        ('name = ["nom"]', 'names = ["nom"]', "16:1: error: `names` is none of the columns, at "
         "/apis/meteo/dialect/columns/names; known: name, type, meaning, required, default, "
         "optional, nullable, values, format"),
        ('integer = ["entier"]', 'integer = ["entier", 5]', "22:22: error: this entry must be a "
         "string, not the number 5, at /apis/meteo/dialect/types/integer/1"),
        ('"french"', '"french"\nextends = ["english", "latin"]', "7:24: error: no built-in dialect "
         "'latin', at /apis/meteo/dialect/extends/1; known: chinese, english"),
        ('"french"', "1994-05-01", "6:1: error: `dialect` must be a string, not the time "
         "1994-05-01, at /apis/meteo/dialect/dialect"),
        ('"french"', '"french"\ndefault_in_text = "("', "7:1: error: not a regular expression: "
         "missing ), unterminated subpattern at position 0, at "
         "/apis/meteo/dialect/default_in_text"),
    ],
)  # fmt: skip
def test_mistake_has_its_line(
    old: str, new: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(TABLE.replace(old, new))
    assert main(["generate"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == f"specmill.toml:{expected}"


def test_two_dialects(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(CASE / "dialect.yaml", "dialect.yaml")
    assert main(["generate"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        "specmill.toml:5:13: error: the page has two dialects: this table and a file beside it, "
        "at /apis/meteo/dialect; move all into one, or remove dialect.yaml"
    )


def test_dialect_of_what_is_no_page(capsys: pytest.CaptureFixture[str]) -> None:
    Path("spec.json").write_text('{"openapi": "3.1.0", "info": {}, "paths": {}}')
    Path("specmill.toml").write_text(f"{HEAD}{TABLE}".replace("page.md", "spec.json"), "utf-8")
    assert main(["generate"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        "specmill.toml:5:13: error: spec.json is no reference page, at /apis/meteo/dialect; "
        "only a reference page in Markdown has a dialect"
    )
