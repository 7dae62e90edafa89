"""Edits of generated files: refused, recorded, merged, dropped."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]

FACE = "generated/python/petstore/__init__.py"
PETS = "generated/python/petstore/resources/pets.py"
SPEC = "specs/petstore/source.yaml"
MINE = "\n\ndef mine() -> int:\n    return 1\n"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def patch_of(workspace: Path, path: str) -> Path:
    return workspace / f"specs/petstore/patches/{path}.patch"


@pytest.fixture
def edited(workspace: Path) -> Path:
    """A workspace with a function of one's own in a generated module."""
    with (workspace / PETS).open("a", encoding="utf-8") as file:
        file.write(MINE)
    return workspace


@pytest.fixture
def recorded(edited: Path) -> Path:
    """The same, recorded and generated."""
    assert main(["patch"]) == 0
    assert main(["generate"]) == 0
    return edited


def test_an_edit_that_is_recorded_nowhere_is_not_lost(edited: Path, capsys: Capture) -> None:
    edit(edited / SPEC, "petId", "petName")
    lock = (edited / "specmill.lock").read_bytes()
    capsys.readouterr()
    assert main(["generate"]) == 2
    told = capsys.readouterr().err
    assert f"{PETS} was edited by hand since specmill wrote it" in told
    assert "`specmill patch petstore`" in told
    assert "`specmill generate --force`" in told
    assert (edited / PETS).read_text("utf-8").endswith(MINE)
    assert (edited / "specmill.lock").read_bytes() == lock


def test_force_writes_over_it(edited: Path) -> None:
    assert main(["generate", "--force"]) == 0
    assert "mine" not in (edited / PETS).read_text("utf-8")


def test_an_edit_survives_a_change_of_the_spec(edited: Path, capsys: Capture) -> None:
    edit(edited / SPEC, "petId", "petName")
    capsys.readouterr()
    assert main(["patch"]) == 0  # also where the spec has changed since
    assert capsys.readouterr().err == f"specs/petstore/patches/{PETS}.patch: recorded\n"
    assert main(["generate"]) == 0
    text = (edited / PETS).read_text("utf-8")
    assert "pet_name" in text
    assert text.endswith(MINE)
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["generate"]) == 0
    assert capsys.readouterr().err == "1 API up to date\n"


def test_a_patch_is_enough_in_another_clone(recorded: Path) -> None:
    (recorded / PETS).unlink()
    assert main(["generate"]) == 0
    assert (recorded / PETS).read_text("utf-8").endswith(MINE)
    assert main(["generate", "--force", "--rename"]) == 0
    assert (recorded / PETS).read_text("utf-8").endswith(MINE)


def test_words_above_the_diff_stay(recorded: Path) -> None:
    patch = patch_of(recorded, PETS)
    patch.write_text("Why: we need it.\n\n" + patch.read_text("utf-8"), encoding="utf-8")
    edit(recorded / SPEC, "petId", "petName")
    assert main(["generate"]) == 0
    assert patch.read_text("utf-8").startswith("Why: we need it.\n\n--- a/")
    assert (recorded / PETS).read_text("utf-8").endswith(MINE)


def with_other_line_ends(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


def test_other_line_ends_are_no_edit(workspace: Path) -> None:
    with_other_line_ends(workspace / PETS)
    with_other_line_ends(workspace / "specs/petstore/openapi.json")
    edit(workspace / SPEC, "petId", "petName")
    assert main(["generate"]) == 0
    assert b"\r" not in (workspace / PETS).read_bytes()
    assert main(["check"]) == 0


def test_an_editor_may_change_the_line_ends_of_what_it_saves(edited: Path) -> None:
    with_other_line_ends(edited / PETS)
    assert main(["patch"]) == 0
    patch = patch_of(edited, PETS)
    assert b"\r" not in patch.read_bytes()
    assert len(patch.read_text("utf-8").splitlines()) < 15
    with_other_line_ends(patch)
    with_other_line_ends(edited / FACE)
    edit(edited / SPEC, "petId", "petName")
    assert main(["generate"]) == 0
    text = (edited / PETS).read_text("utf-8")
    assert "pet_name" in text
    assert text.endswith(MINE)


def test_a_removed_patch_drops_the_edit(recorded: Path) -> None:
    patch_of(recorded, PETS).unlink()
    assert main(["generate"]) == 0
    assert "mine" not in (recorded / PETS).read_text("utf-8")


def test_an_edit_taken_back_removes_its_patch(recorded: Path, capsys: Capture) -> None:
    edit(recorded / PETS, MINE, "")
    capsys.readouterr()
    assert main(["patch"]) == 0
    assert "removed" in capsys.readouterr().err
    assert not patch_of(recorded, PETS).exists()
    assert main(["check"]) == 0


def test_a_patch_that_the_spec_has_caught_up_with_goes(workspace: Path) -> None:
    edit(workspace / FACE, "Client of the Petstore", "Client of the Zoo")
    assert main(["patch"]) == 0
    edit(workspace / SPEC, "title: Petstore", "title: Zoo")
    assert main(["generate"]) == 0
    assert not patch_of(workspace, FACE).exists()
    assert main(["check"]) == 0


def test_conflicts_stop_and_go_on(workspace: Path, capsys: Capture) -> None:
    edit(workspace / FACE, "Client of the Petstore", "My client of the Petstore")
    assert main(["patch"]) == 0
    edit(workspace / SPEC, "title: Petstore", "title: Zoo")
    capsys.readouterr()
    assert main(["generate"]) == 2
    told = capsys.readouterr().err
    assert f"your edit of {FACE} and what is generated now change the same lines" in told
    assert "`specmill patch petstore`" in told
    text = (workspace / FACE).read_text("utf-8")
    assert "<<<<<<< your edit\n" in text
    assert "My client of the Petstore" in text
    assert ">>>>>>> generated now\n" in text
    assert main(["patch"]) == 2
    assert f"{FACE}: error: there are conflict markers" in capsys.readouterr().err
    assert main(["generate"]) == 2
    assert f"{FACE} has conflict markers" in capsys.readouterr().err
    start, rest = text.split("<<<<<<< your edit\n")
    end = rest.partition(">>>>>>> generated now\n")[2]
    whole = f'{start}"""My client of the Zoo."""\n{end}'
    (workspace / FACE).write_text(whole, encoding="utf-8")
    assert main(["patch"]) == 0
    assert main(["generate"]) == 0
    assert (workspace / FACE).read_text("utf-8") == whole
    assert '+"""My client of the Zoo."""\n' in patch_of(workspace, FACE).read_text("utf-8")
    assert main(["check"]) == 0


def test_a_patch_of_what_is_no_longer_generated(recorded: Path, capsys: Capture) -> None:
    gone = PETS.replace("pets.py", "animals.py")
    patch_of(recorded, PETS).rename(patch_of(recorded, gone))
    capsys.readouterr()
    assert main(["generate"]) == 2
    told = capsys.readouterr().err
    assert f"the patch is for {gone}, which is not generated any more" in told
    assert (recorded / PETS).read_text("utf-8").endswith(MINE)


def test_a_patch_that_fits_nothing(recorded: Path, capsys: Capture) -> None:
    patch_of(recorded, PETS).write_text(
        f"--- a/{PETS}\n+++ b/{PETS}\n@@ -1,2 +1,2 @@\n nothing\n-of this\n+is here\n"
    )
    capsys.readouterr()
    assert main(["generate"]) == 2
    assert f"the patch does not fit {PETS}" in capsys.readouterr().err


def test_git_knows_what_another_generator_wrote(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from specmill.pipeline import state

    with (workspace / PETS).open("a", encoding="utf-8") as file:
        file.write(MINE)
    monkeypatch.setattr(state, "fingerprint", lambda: "another")
    edit(workspace / SPEC, "title: Petstore", "title: Zoo")
    normal_form = workspace / "specs/petstore/openapi.json"
    normal_form.unlink()
    capsys.readouterr()
    assert main(["patch"]) == 2
    assert "Git could tell what was generated" in capsys.readouterr().err
    text = (workspace / PETS).read_text("utf-8")
    (workspace / PETS).write_text(text.removesuffix(MINE), encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Generated"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        subprocess.run(["git", *who, *command], cwd=workspace, check=True)
    (workspace / PETS).write_text(text, encoding="utf-8")
    assert main(["patch"]) == 0
    assert main(["generate"]) == 0
    assert (workspace / PETS).read_text("utf-8") == text


def test_a_normal_form_has_overlays_instead(workspace: Path, capsys: Capture) -> None:
    edit(workspace / "specs/petstore/openapi.json", '"Petstore"', '"Zoo"')
    for command in ("generate", "patch"):
        assert main([command]) == 2
        told = capsys.readouterr().err
        assert "specs/petstore/openapi.json" in told
        assert "an overlay, such as specs/petstore/overlay.yaml" in told


def test_check_says_why(edited: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert f"edited by hand: {PETS}\n" in told
    assert "`specmill patch` keeps what was edited" in told
    assert "is stale" not in told


def test_a_single_spec_keeps_edits_too(spec: Path, capsys: Capture) -> None:
    once = ["generate", "--spec", "petstore.yaml", "--out", "sdk"]
    assert main(once) == 0
    file = spec.parent / "sdk/petstore/resources/pets.py"
    file.write_text(file.read_text("utf-8") + MINE)
    capsys.readouterr()
    assert main(once) == 2
    assert "move the edit elsewhere" in capsys.readouterr().err
    assert main([*once, "--force"]) == 0


def test_every_file_says_what_it_is(workspace: Path) -> None:
    for file in (workspace / "generated").rglob("*.py"):
        first = file.read_text("utf-8").partition("\n")[0]
        origin = "its runtime" if "_runtime" in file.parts else SPEC
        assert first.startswith(f"# Generated by specmill from {origin}; "), file
        assert first.endswith("`specmill patch`")
        assert "_custom/" in first


def test_first_lines_fit_on_a_line() -> None:
    from specmill.pipeline.edits import with_header

    for length in range(1, 200):
        source = f"specs/{'n' * length}/source.yaml"
        for path in ("a.py", "a.md", "a.k", "a.yml"):
            text = with_header(path, b"x\n", source, own_code=True).decode()
            first, rest = text.split("\n", 1)
            assert rest == "x\n"
            assert len(first) <= 100
            assert "Generated by specmill from " in first
            assert "`specmill patch`" in first
            assert "source.yaml" in first
