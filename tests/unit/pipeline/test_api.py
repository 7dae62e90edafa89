"""``specmill.generate``: files of one spec or of a workspace, written only where asked."""

from __future__ import annotations

from pathlib import Path

import pytest

import specmill
from specmill.diagnostics import SpecmillError


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_one_spec_in_memory(workspace: Path) -> None:
    before = files(workspace)
    found = specmill.generate(workspace / "specs/a/source.json", name="acme", targets=["list"])
    assert found.pop("acme/api.txt") == b"acme\nSmall\n"
    assert sorted(b"".join(found.values()).split()) == [b"getOne", b"getTwo"]
    assert all(path.startswith("acme/") for path in found)
    assert files(workspace) == before


def test_one_spec_on_disk(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "not/yet"
    found = specmill.generate(
        workspace / "specs/a/source.json", name="acme", targets=["list"], out=out
    )
    assert files(out) == {*found, "specmill.lock"}
    specmill.generate(workspace / "specs/a/source.json", name="beta", targets=["list"], out=out)
    assert "acme/api.txt" in files(out)


def test_a_new_folder_beside_the_spec(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths from a folder that is not there yet climb out of it, wherever the command is run."""
    spec = tmp_path / "near.json"
    spec.write_bytes((workspace / "specs/a/source.json").read_bytes())
    deep = workspace.joinpath(*("deeper" for _ in range(20)))
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/extra.txt").write_text("extra")
    found = specmill.generate(
        spec, targets=["list"], settings={"templates": str(tmp_path / "own")}, out=tmp_path / "sdk"
    )
    assert found["near/template.txt"] == b"extra"
    assert files(tmp_path / "sdk") == {*found, "specmill.lock"}


def test_several_targets_have_a_folder_each(workspace: Path) -> None:
    found = specmill.generate(workspace / "specs/a/source.json", targets=["list", "other"])
    assert {path.split("/api")[0] for path in found if "api.txt" in path} == {
        "list/small",
        "other/small",
    }


def test_a_workspace_in_memory(workspace: Path) -> None:
    before = files(workspace)
    found = specmill.generate()
    assert found.keys() == specmill.generate(config=workspace / "specmill.toml").keys()
    assert "specs/b/openapi.json" in found
    assert not [path for path in specmill.generate(apis=["a"]) if "/b/" in path]
    assert files(workspace) == before


def test_mistakes(workspace: Path) -> None:
    with pytest.raises(SpecmillError, match="no such file"):
        specmill.generate("nothing.json")
    with pytest.raises(SpecmillError, match="did you mean 'formatter'"):
        specmill.generate("specs/a/source.json", targets=["python"], settings={"formater": "x"})
    with pytest.raises(AttributeError):
        specmill.nothing  # noqa: B018
