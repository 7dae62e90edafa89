"""The rules of the layout hold, and each finds a breach."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.architecture import rooms

Files = dict[str, str]


def _tree(root: Path, files: Files) -> rooms.Tree:
    """Write modules of a package ``app``, each folder with a docstring unless it is given."""
    for path, code in files.items():
        file = root / "app" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    for folder in {root / "app", *(file.parent for file in (root / "app").rglob("*.py"))}:
        if not (folder / "__init__.py").exists():
            (folder / "__init__.py").write_text('"""A folder."""\n', encoding="utf-8")
    return rooms.read_tree(root / "app")


# -- this repository -----------------------------------------------------------------------------


def test_the_generator_keeps_the_rules() -> None:
    assert rooms.breaches_of_generator(rooms.read_tree(rooms.GENERATOR)) == []


def test_the_runtime_keeps_the_rules() -> None:
    assert rooms.breaches_of_runtime(rooms.read_tree(rooms.RUNTIME)) == []


def test_the_command_prints_figures_and_breaches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rooms.main() == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("generator/specmill: ")
    assert second.startswith("templates/python/runtime: ") and second.endswith("circles 0")

    monkeypatch.setattr(rooms, "MOST_FILES", 1)
    assert rooms.main() == 1
    first, second, *breaches = capsys.readouterr().out.splitlines()
    assert any(
        breach.startswith("runtime.data: ") and breach.endswith(" files, at most 1 are allowed")
        for breach in breaches
    )


def test_an_untidy_generator_is_found(tmp_path: Path) -> None:
    tree = _tree(tmp_path, {"a.py": "import app.b.c", "b/c.py": "import app.a"})
    found = rooms.breaches_of_generator(tree)
    assert [breach.rpartition(": ")[2] for breach in found] == [
        "app.a -> app.b.c -> app.a",
        "c is not in __all__ of app.b",
    ]


# -- circles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "back",
    [
        "from . import a",
        "from .a import thing",
        "import app.a",
        "from app.a import thing",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import Thing",
        "def late():\n    from .a import thing\n",
        "THING = '.a:thing'",
        "THING = 'app.a:thing'",
    ],
)
def test_a_circle_is_found(tmp_path: Path, back: str) -> None:
    tree = _tree(tmp_path, {"a.py": "from .b import x", "b.py": back})
    assert rooms.circles(tree) == ["circle of 2 modules: app.a -> app.b -> app.a"]


def test_a_circle_is_shown_by_its_shortest_way(tmp_path: Path) -> None:
    files = {
        "a.py": "from . import b",
        "b.py": "from . import c",
        "c.py": "from . import a, d",
        "d.py": "from . import a",
        "e.py": "from . import a, f",
        "f.py": "from . import e",
    }
    assert rooms.circles(_tree(tmp_path, files)) == [
        "circle of 4 modules: app.a -> app.b -> app.c -> app.a",
        "circle of 2 modules: app.e -> app.f -> app.e",
    ]


def test_a_submodule_stands_for_itself(tmp_path: Path) -> None:
    face = '"""A face."""\nfrom app.b.one import x'
    submodule = {"b/__init__.py": face, "b/one.py": "from app.c import y"}
    assert (
        rooms.circles(_tree(tmp_path / "1", {**submodule, "c.py": "from app.b.two import z"})) == []
    )
    assert rooms.circles(_tree(tmp_path / "2", {**submodule, "c.py": "from app.b import x"})) == [
        "circle of 3 modules: app.b -> app.b.one -> app.c -> app.b"
    ]


# -- folders -------------------------------------------------------------------------------------


def test_a_crowded_folder_is_found(tmp_path: Path) -> None:
    files = {f"a/m{number}.py": "" for number in range(rooms.MOST_FILES - 1)}
    assert rooms.crowded_folders(_tree(tmp_path, files)) == []
    crowded = _tree(tmp_path, {"a/more.py": ""})
    assert rooms.crowded_folders(crowded) == ["app.a: 16 files, at most 15 are allowed"]


def test_a_folder_without_a_docstring_is_found(tmp_path: Path) -> None:
    tree = _tree(tmp_path, {"a/__init__.py": "x = 1", "b/c.py": ""})
    (found,) = rooms.silent_folders(tree)
    assert found.endswith(
        "app/a/__init__.py:1: has no docstring that says what belongs in the folder"
    )


def test_a_folder_without_a_face_is_found(tmp_path: Path) -> None:
    _tree(tmp_path, {"a/b.py": ""})
    (tmp_path / "app/a/__init__.py").unlink()
    tree = rooms.read_tree(tmp_path / "app")
    assert rooms.silent_folders(tree) == ["app.a: has no __init__.py"]


# -- private modules -----------------------------------------------------------------------------


def test_an_import_of_a_private_module_is_found(tmp_path: Path) -> None:
    files = {
        "a/_own.py": "",
        "a/fine.py": "from ._own import x",
        "a/b/fine.py": "from .._own import x",
        "c.py": "\nfrom .a._own import x",
        "d.py": "from .a import _own, _name, __all__",
    }
    assert [
        breach.rpartition("app/")[2] for breach in rooms.trespasses(_tree(tmp_path, files))
    ] == [
        "c.py:2: app.a._own is private to app.a",
        "d.py:1: app.a._own is private to app.a",
    ]


# -- arrows --------------------------------------------------------------------------------------

ARROWS: Files = {
    "low.py": "",
    "mid/a.py": "from ..low import x",
    "mid/b.py": "from .a import x",
    "top/c.py": "from ..mid.b import x",
}


def _arrows(tmp_path: Path, files: Files, table: dict[str, list[str]]) -> list[str]:
    found = rooms.wrong_arrows(_tree(tmp_path, files), table)
    return [breach.rpartition("app/")[2] for breach in found]


def test_arrows_of_the_table_are_fine(tmp_path: Path) -> None:
    assert _arrows(tmp_path, ARROWS, {"low": [], "mid": ["low"], "top": ["mid"]}) == []


def test_an_arrow_that_is_not_in_the_table_is_found(tmp_path: Path) -> None:
    files = {**ARROWS, "top/d.py": "def late():\n    from ..low import x"}
    table = {"low": [], "mid": ["low"], "top": ["mid"]}
    assert _arrows(tmp_path, files, table) == ["top/d.py:2: top may not import low"]


def test_an_arrow_up_is_found_in_the_table_itself(tmp_path: Path) -> None:
    assert _arrows(tmp_path, ARROWS, {"low": [], "top": ["mid"], "mid": ["low"]}) == [
        "the table of arrows: top may import mid, which has to stand before it"
    ]


def test_an_arrow_that_nothing_takes_is_found(tmp_path: Path) -> None:
    assert _arrows(tmp_path, ARROWS, {"low": [], "mid": ["low"], "top": ["low", "mid"]}) == [
        "the table of arrows: top no longer imports low"
    ]


def test_a_folder_that_is_not_in_the_table_is_found(tmp_path: Path) -> None:
    files = {**ARROWS, "more/e.py": ""}
    assert _arrows(tmp_path, files, {"low": [], "mid": ["low"], "top": ["mid"], "gone": []}) == [
        "the table of arrows: more is missing",
        "the table of arrows: there is no gone",
    ]


# -- sync and async ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "breach"),
    [
        ({"a/client.py": "from . import base", "a/base.py": ""}, ""),
        (
            {"a/client.py": "from . import base", "a/base.py": "from . import async_client"},
            "sync code imports its twin: app.a.client -> app.a.base -> app.a.async_client",
        ),
        (
            {"a/client.py": "", "a/async_client.py": "from .client import x"},
            "async code imports its twin: app.a.async_client -> app.a.client",
        ),
        (
            {"a/client.py": "", "b/client.py": "", "b/async_client.py": "import app.a.client"},
            "async code imports its twin: app.b.async_client -> app.a.client",
        ),
    ],
)
def test_sync_code_that_loads_async_code_is_found(
    tmp_path: Path, files: Files, breach: str
) -> None:
    tree = _tree(tmp_path, {"a/async_client.py": "", **files})
    assert rooms.mixed_modules(tree) == ([breach] if breach else [])


# -- faces ---------------------------------------------------------------------------------------

FACE = '"""A face."""\nfrom .inner.deep import x\n__all__ = ["x"]\n__all__ += ["inner"]\n'


@pytest.mark.parametrize(
    ("by", "code", "refused"),
    [
        ("b.py", "from app.a import x", ""),
        ("b.py", "from app.a import inner", ""),
        ("b.py", "from app.a import y", "y is not in __all__ of app.a"),
        ("b.py", "from app.a.other import z", "other is not in __all__ of app.a"),
        ("b.py", "import app.a.other", "other is not in __all__ of app.a"),
        ("b.py", "from app.a.inner import deep", "deep is not in __all__ of app.a.inner"),
        ("b.py", "def late():\n    from app.a.other import z", "other is not in __all__ of app.a"),
        ("b.py", "from app import a, c", ""),
        ("c/__init__.py", '"""C."""\nfrom app.a import y', "y is not in __all__ of app.a"),
        ("a/other.py", "from app.a.inner import deep", "deep is not in __all__ of app.a.inner"),
        ("a/other.py", "from app.a import y", ""),
        ("a/inner/near.py", "from app.a.inner.deep import x\nfrom app.a.other import z", ""),
        ("a/inner/__init__.py", '"""Inner."""\nfrom .deep import x', ""),
    ],
)
def test_what_a_face_does_not_list_is_refused(
    tmp_path: Path, by: str, code: str, refused: str
) -> None:
    files = {
        "a/__init__.py": FACE,
        "a/other.py": "",
        "a/inner/__init__.py": '"""Inner."""\n__all__: list[str] = []\n',
        "a/inner/deep.py": "",
        "c/d.py": "",
        by: code,
    }
    found = rooms.unlisted_names(_tree(tmp_path, files))
    own = [breach.rpartition(": ")[2] for breach in found if f"app/{by}:" in breach]
    assert own == ([refused] if refused else [])
