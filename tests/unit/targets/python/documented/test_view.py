"""The documented face of odd pages: what each method becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget
from specmill.targets.python.documented.results import Step, steps_of

BINDINGS = """\
bindings: 1
methods:
  do:
    http: POST /things
    body: {METHOD}
    returns: Answer
    result: {RESULT}
schemas:
  Answer:
    fields:
      id: string
      parts: {type: array<Part>, nullable: true, optional: true}
      inner: {type: Part, optional: true}
      map: map<string,Part>
      free: any
  Part: {fields: {name: string, tags: array<string>, size: {type: integer, optional: true}}}
"""
ROWS = {"thing": "string (required)"}


def face_of(
    folder: Path,
    result: str = "['.']",
    usage: str = 'ok, thing = client.do("x")',
    rows: dict[str, str] = ROWS,
) -> str:
    """Generate the face of a page with one method; return its module."""
    table = "\n".join(f"| {name} | {type_} | . |" for name, type_ in rows.items())
    page = (
        f"# Page\n\n## Do\n\n```python\n{usage}\n```\n\n| Name | Type | Meaning |\n| - | - | - |\n"
    )
    returned = "\n#### Returns\n\n| Name | Type | Meaning |\n| - | - | - |\n| ok | bool | . |\n"
    (folder / "page.md").write_text(f"{page}{table}\n{returned}", "utf-8")
    body = ", ".join(f"{name}: {name}" for name in rows)
    bindings = BINDINGS.replace("{METHOD}", f"{{{body}}}").replace("{RESULT}", result)
    (folder / "http.yaml").write_text(bindings, "utf-8")
    api = lower(sources.read(folder / "page.md", report=Report()), key="page", report=Report())
    given = TargetInput(api, bytes, "page", {"facade": "documented"})
    return str(PythonTarget().render(given)["documented.py"])


@pytest.mark.parametrize(
    ("result", "annotation", "code"),
    [
        ("['.']", "Result[models.Answer]", "attempt(lambda: self._client.do("),
        ("[id]", "Result[str]", "lambda answer: answer.id"),
        ("[null]", "Result[None]", "nothing"),
        ("[parts]", "Result[list[models.Part]]", "lambda answer: answer.parts or []"),
        ("['parts[0]']", "Result[models.Part | None]", "lambda answer: item_at(answer.parts, 0)"),
        (
            "['parts[0].name']",
            "Result[str | None]",
            "part.name if (part := item_at(answer.parts, 0)) is not None else None",
        ),
        ("['parts[].name']", "Result[list[str]]", "[part.name for part in (answer.parts or [])]"),
        (
            "['parts[].tags[]']",
            "Result[list[str]]",
            "[tag for part in (answer.parts or []) for tag in part.tags]",
        ),
        (
            "['parts[?name=x]']",
            "Result[list[models.Part]]",
            '[part for part in (answer.parts or []) if part.name == "x"]',
        ),
        (
            "[inner.size]",
            "Result[int | None]",
            "answer.inner.size if answer.inner is not None else None",
        ),
        ("[map.key]", "Result[models.Part | None]", 'answer.map.get("key")'),
        ("[free.key]", "Result[Any]", 'answer.free["key"]'),
        ("[{a: id}]", "Result[DoResult]", "DoResult(a=answer.id)"),
        ("[{a-b: id}]", "Result[dict[str, Any]]", '{"a-b": answer.id}'),
        (
            "[id, inner]",
            "tuple[Literal[True], str, models.Part | None] | tuple[Literal[False], str, None]",
            "count=2",
        ),
    ],
)
def test_result(result: str, annotation: str, code: str, tmp_path: Path) -> None:
    module = " ".join(face_of(tmp_path, result).split())
    assert f"-> {annotation}:" in module
    flat = module.replace("( ", "(").replace(" )", ")").replace("[ ", "[").replace(" ]", "]")
    assert code in flat


def test_one_value_is_returned_as_it_is(tmp_path: Path) -> None:
    module = face_of(tmp_path, "[id]", 'thing = client.do("x")')
    assert "def do(self, thing: str) -> str:" in module
    assert "return shown(" in module


@pytest.mark.parametrize(
    ("rows", "signature"),
    [
        ({"thing": "string (optional, default=x)"}, 'self, thing: str = "x"'),
        ({"from": "int (optional)"}, "self, from_: int | None = None"),
        ({"self": "string (required)"}, "self, self_: str"),
        (
            {"a": "int (optional)", "b": "int (required)"},
            "self, a: int | None = None, b: int | Omit = omit",
        ),
    ],
)
def test_signature(rows: dict[str, str], signature: str, tmp_path: Path) -> None:
    assert f"def do({signature}) -> Result[models.Answer]:" in face_of(tmp_path, rows=rows)


def test_needed_behind_optional_is_checked(tmp_path: Path) -> None:
    module = face_of(tmp_path, rows={"a": "int (optional)", "b": "int (required)"})
    assert 'present({"a": a, "b": needed("b", b)})' in module


def test_other_spelling_comes_by_name(tmp_path: Path) -> None:
    rows = {"fs_name": "string (optional)"}
    module = face_of(tmp_path, usage='ok, thing = client.do(fsname="x")', rows=rows)
    assert "self, fs_name: str | None = None, *, fsname: str | None = None" in module
    assert 'present({"fs_name": either(fsname, fs_name)})' in module


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("['id..x']", "no path into an answer"),
        ("['inner.nothing']", "there is no 'nothing'"),
        ("['id[0]']", "where there is no list"),
        ("['Nobody: parts[]']", "no class 'Nobody'"),
    ],
)
def test_path_that_leads_nowhere(result: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match=told.replace("[", r"\[")):
        face_of(tmp_path, result)


def test_steps() -> None:
    assert steps_of(".") == []
    assert steps_of("a.b[0][].c[?d=e f]") == [
        Step("a"),
        Step("b"),
        Step(index="0"),
        Step(),
        Step("c"),
        Step(condition=("d", "e f")),
    ]


def _render(folder: Path, facade: str) -> None:
    file = folder / "spec.yaml"
    file.write_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n", "utf-8")
    api = lower(sources.read(file, report=Report()), key="t", report=Report())
    PythonTarget().render(TargetInput(api, bytes, "t", {"facade": facade}))


def test_other_specs_have_no_face(tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match="only reference pages"):
        _render(tmp_path, "documented")


def test_unknown_facade(tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match="no facade 'other'"):
        _render(tmp_path, "other")


def test_parameters_that_are_called_like_helpers(tmp_path: Path) -> None:
    """A parameter would hide the function of its name in the body."""
    rows = {"present": "string (required)", "nothing": "int", "group": "string"}
    face = face_of(tmp_path, "[null]", 'ok, thing = client.do("x")', rows)
    assert "present as _present" in face
    assert '_present({"present": present, "nothing": nothing, "group": group})' in face
    assert face.rstrip().endswith("_nothing,\n        )")
