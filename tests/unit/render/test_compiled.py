"""Compiled templates: kept where Python keeps its own, and never taken for another's."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest

from specmill.render.compiled import CompiledTemplates


def rendered(folder: Path, root: Path, *, trim: bool = False) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        bytecode_cache=CompiledTemplates(root),
        trim_blocks=trim,
        autoescape=False,
    )
    return environment.get_template("a.py.j2").render()


@pytest.fixture(autouse=True)
def _python_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def kept(folder: Path) -> list[Path]:
    return list(folder.rglob("*.pyc"))


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py.j2").write_text("one", encoding="utf-8")
    assert rendered(tmp_path, tmp_path) == "one"
    (file,) = kept(tmp_path)
    assert file.parent == tmp_path / "__pycache__"

    def no_compiler(*_: object) -> None:
        raise AssertionError("it was compiled again")

    monkeypatch.setattr(jinja2.Environment, "compile", no_compiler)
    assert rendered(tmp_path, tmp_path) == "one"


def test_another_source_or_other_options_are_compiled_anew(tmp_path: Path) -> None:
    template = tmp_path / "a.py.j2"
    template.write_text("{% if true %}\none{% endif %}", encoding="utf-8")
    assert rendered(tmp_path, tmp_path) == "\none"
    assert rendered(tmp_path, tmp_path, trim=True) == "one"
    template.write_text("two", encoding="utf-8")
    assert rendered(tmp_path, tmp_path) == "two"


@pytest.mark.parametrize("damage", [b"", b"x", b"j2\x05\x00"])
def test_a_damaged_file_is_passed_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.py.j2").write_text("one", encoding="utf-8")
    rendered(tmp_path, tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    for content in (damage, whole[: len(whole) // 2], whole[:-3]):
        file.write_bytes(content)
        assert rendered(tmp_path, tmp_path) == "one"


def test_templates_of_users_are_not_kept(tmp_path: Path) -> None:
    users = tmp_path / "users"
    users.mkdir()
    (users / "a.py.j2").write_text("one", encoding="utf-8")
    assert rendered(users, tmp_path / "ours") == "one"
    assert not kept(tmp_path)


def test_nothing_is_written_where_python_writes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py.j2").write_text("one", encoding="utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path, tmp_path) == "one"
    assert not kept(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("no folder", encoding="utf-8")
    assert rendered(tmp_path, tmp_path) == "one"
