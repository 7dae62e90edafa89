"""Templates: strict names, positions in errors, a user's folder over ours, verbatim files."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.diagnostics import SpecmillError, fail
from specmill.render import engine as engine_module
from specmill.render.engine import Engine, template_root


def folder(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_j2", ".j2")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_users_template_hides_ours_and_includes_still_find_ours(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", a_j2="{% include 'b.j2' %} ours", b_j2="[b]", c_j2="c")
    users = folder(tmp_path / "users", a_j2="{% include 'b.j2' %} user's")
    engine = Engine([users, ours])
    assert engine.render("a.j2") == "[b] user's"
    assert engine.render("c.j2") == "c"


def test_text_of_a_spec_is_never_a_template(tmp_path: Path) -> None:
    engine = Engine([folder(tmp_path, a_j2="{{ text }}")])
    hostile = "{{ 7 * 7 }}{% for x in y %}{# <&\"' #}"
    assert engine.render("a.j2", text=hostile) == hostile


def test_an_undefined_name_is_an_error_with_its_line(tmp_path: Path) -> None:
    engine = Engine([folder(tmp_path, a_j2="one\n{% include 'p.j2' %}", p_j2="\n\n{{ nothing }}")])
    with pytest.raises(SpecmillError, match=r"p\.j2:3:1: error: template failed: 'nothing'"):
        engine.render("a.j2")


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    engine = Engine([folder(tmp_path, a_j2="one\n{% if %}")])
    with pytest.raises(SpecmillError, match=r"a\.j2:2:1: error: bad template"):
        engine.render("a.j2")


def test_what_fails_in_a_users_template_has_its_line(tmp_path: Path) -> None:
    engine = Engine([folder(tmp_path, a_j2="one\n{{ 1 / 0 }}", b_j2="{{ refuse() }}")])
    with pytest.raises(SpecmillError, match=r"a\.j2:2:1: error: template failed: ZeroDivisionErr"):
        engine.render("a.j2")

    def refuse() -> None:
        raise fail("not this one")

    with pytest.raises(SpecmillError, match="^error: not this one$"):
        engine.render("b.j2", refuse=refuse)


def test_what_fails_in_a_template_of_ours_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_own_templates", lambda: tmp_path)
    engine = Engine([folder(tmp_path, a_j2="{{ 1 / 0 }}")])
    with pytest.raises(ZeroDivisionError):
        engine.render("a.j2")


def test_a_missing_template_says_where_it_was_sought(tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match=r"template x\.j2 not found; looked in .*"):
        Engine([tmp_path]).render("x.j2")


def test_templates_lists_no_partials(tmp_path: Path) -> None:
    root = folder(tmp_path, a_j2="", sub__b_j2="", c="")
    (root / "_partial.j2").write_text("")
    (root / "sub/_partial.j2").write_text("")
    assert Engine([root]).templates() == ["a.j2", "sub/b.j2"]


def test_copy_files_reads_all_folders_and_skips_caches(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", runtime__a="1", runtime__sub__b="2", other="3")
    folder(ours, runtime__x="")
    (ours / "runtime/__pycache__").mkdir(exist_ok=True)
    (ours / "runtime/__pycache__/a.pyc").write_text("")
    users = folder(tmp_path / "users", runtime__a="mine")
    assert Engine([users, ours]).copy_files("runtime") == {"a": "mine", "sub/b": "2", "x": ""}


def test_filters_stay_with_their_engine(tmp_path: Path) -> None:
    folder(tmp_path, a_j2="{{ 'x' | twice }}")
    assert Engine([tmp_path], filters={"twice": lambda text: text * 2}).render("a.j2") == "xx"
    with pytest.raises(SpecmillError, match="twice"):
        Engine([tmp_path]).render("a.j2")


def test_our_templates_are_found() -> None:
    assert (template_root("python") / "runtime").is_dir()
