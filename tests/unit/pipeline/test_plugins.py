"""Targets by name, ours and those of other packages."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from specmill.diagnostics import SpecmillError, UsageError, fail
from specmill.model.api import Api
from specmill.pipeline import plugins
from specmill.pipeline.plugins import load_target, render, target_version
from specmill.targets import TargetInput

PROJECT = Path(__file__).parents[3] / "pyproject.toml"


@pytest.fixture
def rust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package offers the target ``rust``, and a broken one."""
    (tmp_path / "specmill_rust.py").write_text("class RustTarget:\n    name = 'rust'\n")
    monkeypatch.syspath_prepend(tmp_path)
    points = EntryPoints(
        [
            EntryPoint("rust", "specmill_rust:RustTarget", plugins.GROUP),
            EntryPoint("broken", "specmill_nothing:Target", plugins.GROUP),
        ]
    )
    monkeypatch.setattr(plugins, "_entry_points", lambda: points)
    monkeypatch.delitem(sys.modules, "specmill_rust", raising=False)


def test_a_target_of_another_package(rust: None) -> None:
    assert load_target("rust").name == "rust"
    assert target_version("rust") == ""  # an entry point of no installed distribution


def test_ours_are_those_that_we_declare() -> None:
    declared = tomllib.loads(PROJECT.read_text())["project"]["entry-points"][plugins.GROUP]
    assert {name: f"{module}:{thing}" for name, (module, thing) in plugins._OWN.items()} == declared
    assert [load_target(name).name for name in declared] == list(declared)


def test_an_unknown_target_lists_the_known(rust: None) -> None:
    known = "broken, docs, kcl, models, python, rust"
    with pytest.raises(UsageError, match=f"no target 'go'; installed: {known}"):
        load_target("go")


def test_a_target_that_cannot_be_imported(rust: None) -> None:
    with pytest.raises(UsageError, match="target 'broken' cannot be imported: No module named"):
        load_target("broken")


class Made:
    """A target whose `render` does what a test wants."""

    name = "made"
    result: object = None
    broken: BaseException | None = None

    def __init__(self) -> None:
        if self.broken is not None:
            raise self.broken

    def render(self, given: TargetInput) -> object:
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> type[Made]:
    points = EntryPoints([EntryPoint("made", f"{__name__}:Made", plugins.GROUP)])
    monkeypatch.setattr(plugins, "_entry_points", lambda: points)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Made)
    return Made


GIVEN = TargetInput(Api("a", "a", "A", "1"), bytes, "a")


def test_what_fails_in_a_target_of_somebody_else_names_it(
    made: type[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "result", AttributeError("no 'operations'"))
    with pytest.raises(
        SpecmillError, match="target 'made' failed: AttributeError: no 'operations'"
    ) as caught:
        [*render("made", GIVEN)]
    assert f"{__file__}:" in caught.value.diagnostics[0].hint


@pytest.mark.parametrize("result", [None, ["a"], {"a": 1}, {1: "a"}])
def test_what_is_no_files_is_told(
    made: type[Made], monkeypatch: pytest.MonkeyPatch, result: object
) -> None:
    monkeypatch.setattr(made, "result", result)
    with pytest.raises(SpecmillError, match="did not return paths with their contents"):
        [*render("made", GIVEN)]


def test_files_and_refusals_of_a_target_pass(
    made: type[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "result", {"a": "ä", "b": b"b"})
    assert [*render("made", GIVEN)] == [("a", "ä".encode()), ("b", b"b")]
    monkeypatch.setattr(made, "result", fail("not this API"))
    with pytest.raises(SpecmillError, match="error: not this API"):
        [*render("made", GIVEN)]


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "a\0", ""])
def test_a_path_that_leads_elsewhere_names_the_target(
    made: type[Made], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(made, "result", {path: "a"})
    with pytest.raises(SpecmillError, match="target 'made' failed: refusing to write"):
        [*render("made", GIVEN)]


def test_a_target_that_cannot_be_made_or_exits_is_named(
    made: type[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "result", SystemExit(3))
    with pytest.raises(SpecmillError, match="target 'made' failed: SystemExit: 3"):
        [*render("made", GIVEN)]
    monkeypatch.setattr(made, "broken", ValueError("no\nway"))
    with pytest.raises(SpecmillError, match="target 'made' failed: ValueError: no way"):
        load_target("made")
    monkeypatch.setattr(EntryPoint, "load", lambda self: getattr(self, "Missing"))  # noqa: B009
    with pytest.raises(SpecmillError, match="target 'made' failed: AttributeError: "):
        load_target("made")
