"""The set of files: what it refuses, what it writes, and that a failing write changes nothing."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.diagnostics import SpecmillError
from specmill.render import transaction
from specmill.render.files import FileSet
from specmill.render.journal import content_checksum
from specmill.render.paths import check_path, folded


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def last(root: Path, *paths: str) -> dict[str, str]:
    """What the lock says of files: their checksums."""
    return {path: content_checksum((root / path).read_bytes()) for path in paths}


@pytest.mark.parametrize(
    "path",
    [
        "../x.py", "a/../../x.py", "/etc/passwd", "", "a//b", "./a", "a/.", "..", "C:/x", "c:x",
        "a\\b", "a/.git/hooks/post-checkout", ".GIT/config", "con", "a/NUL.py", "com1.txt", "a.",
        "a ", " a", "a\nb", "a\x00b", "a\u202eb", "a*b", "x" * 300, "/".join(["abcdefghij"] * 100),
    ],
)  # fmt: skip
def test_unsafe_paths_are_refused(path: str) -> None:
    with pytest.raises(SpecmillError, match="refusing to write"):
        FileSet({path: ""})


@given(st.text(max_size=40))
def test_an_accepted_path_stays_below_its_root(path: str) -> None:
    try:
        check_path(path)
    except (SpecmillError, UnicodeEncodeError):
        return
    root = Path("/root/of/all")
    assert (root / path).is_relative_to(root)
    assert ".." not in (root / path).parts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.py", "A.py"),
        ("pkg/a", "PKG/b"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("é", "e\u0301"),
        ("ß", "SS"),
    ],
)
def test_paths_that_some_file_system_merges_are_refused(first: str, second: str) -> None:
    with pytest.raises(SpecmillError, match="collide"):
        FileSet({first: "", second: ""})


def test_the_same_path_twice_is_refused() -> None:
    files = FileSet({"a": "1"})
    with pytest.raises(SpecmillError, match="two generated files"):
        files.add("a", "1")


def test_write_replaces_prunes_and_leaves_others_alone(tmp_path: Path) -> None:
    FileSet({"pkg/a.py": "1", "pkg/old/b.py": "2", "c.py": "3"}).write(tmp_path)
    (tmp_path / "pkg/mine.py").write_text("hand-written")
    before = (tmp_path / "c.py").stat().st_mtime_ns
    changes = FileSet({"pkg/a.py": "new", "c.py": "3", "pkg/d.py": b"\x00"}).write(
        tmp_path, {**last(tmp_path, "pkg/a.py", "pkg/old/b.py", "c.py"), "gone.py": "0"}
    )
    assert (changes.written, changes.removed, changes.unchanged) == (
        ("pkg/a.py", "pkg/d.py"),
        ("pkg/old/b.py",),
        1,
    )
    assert tree(tmp_path) == {
        "c.py": b"3",
        "pkg/a.py": b"new",
        "pkg/d.py": b"\x00",
        "pkg/mine.py": b"hand-written",
    }
    assert not (tmp_path / "pkg/old").exists()
    assert (tmp_path / "c.py").stat().st_mtime_ns == before


def test_a_name_in_another_case_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    FileSet({"Old.md": "x"}).write(tmp_path)
    changes = FileSet({"OLD.md": "x"}).write(tmp_path, last(tmp_path, "Old.md"))
    assert (changes.written, changes.removed) == (("OLD.md",), ("Old.md",))
    assert tree(tmp_path) == {"OLD.md": b"x"}


def test_a_file_that_two_names_lead_to_stays(tmp_path: Path) -> None:
    """As where the file system ignores case."""
    FileSet({"Old.md": "x"}).write(tmp_path)
    (tmp_path / "OLD.md").hardlink_to(tmp_path / "Old.md")
    changes = FileSet({"OLD.md": "x"}).write(tmp_path, last(tmp_path, "Old.md"))
    assert changes.removed == ()
    assert (tmp_path / "OLD.md").read_text() == "x"


def test_write_again_changes_nothing(tmp_path: Path) -> None:
    files = FileSet({"a/b": "x"})
    assert files.write(tmp_path)
    assert not files.write(tmp_path, last(tmp_path, "a/b"))


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    script = tmp_path / "run"
    script.write_text("old")
    script.chmod(0o755)
    FileSet({"run": "new"}).write(tmp_path)
    assert script.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("failing", ["replace", "write_file", "unlink", "mkdir"])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_failing_write_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, call: int
) -> None:
    root = tmp_path / "out"
    FileSet({"pkg/a": "1", "pkg/b": "2", "pkg/c": "3", "x": "4", "y": "5", "z": "6"}).write(root)
    before = tree(root)
    previous = last(root, *before)
    owner = Path if hasattr(Path, failing) else transaction
    real = getattr(owner, failing)
    calls = 0

    def sometimes(self: Path, *args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(owner, failing, sometimes)
    files = FileSet({"pkg/a": "new", "pkg/b": "new", "q/r/s": "new", "q/r/t": "new"})
    with pytest.raises(SpecmillError, match=r"No space left on device; nothing was changed"):
        files.write(root, previous)
    monkeypatch.undo()
    assert tree(root) == before
    assert not [path for path in root.iterdir() if path.name not in {"pkg", "x", "y", "z"}]


def test_an_interrupted_write_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FileSet({"a": "1"}).write(tmp_path)

    real = Path.replace
    calls: list[Path] = []

    def interrupt(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        FileSet({"a": "2", "b": "3"}).write(tmp_path)
    assert tree(tmp_path) == {"a": b"1"}


def test_a_root_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SpecmillError, match="cannot write"):
        FileSet({"a": "1"}).write(tmp_path / "file" / "out")


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "link").symlink_to(outside)
    (root / "file").symlink_to(outside / "target")
    with pytest.raises(SpecmillError, match="leads out"):
        FileSet({"link/a": "1"}).write(root)
    with pytest.raises(SpecmillError, match="symbolic link"):
        FileSet({"file": "1"}).write(root)
    (outside / "kept").write_text("precious")
    with pytest.raises(SpecmillError, match="leads out"):
        FileSet({"a": "1"}).write(root, {"link/kept": "0"})
    assert tree(outside) == {"kept": b"precious"}


def test_a_lock_cannot_prune_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (tmp_path / "precious").write_text("")
    with pytest.raises(SpecmillError, match="refusing"):
        FileSet({"a": "1"}).write(root, {"../precious": "0"})
    assert (tmp_path / "precious").exists()


def test_differences_tell_changed_missing_and_extra(tmp_path: Path) -> None:
    FileSet({"a": "one\ntwo\n", "old": "x\n", "bin": b"\xff"}).write(tmp_path)
    files = FileSet({"a": "one\n2\n", "new": "y\n", "bin": b"\xfe"})
    found = files.differences(tmp_path, last(tmp_path, "a", "old", "bin"))
    assert [(difference.path, difference.kind) for difference in found] == [
        ("a", "changed"),
        ("bin", "changed"),
        ("new", "missing"),
        ("old", "extra"),
    ]
    assert found[0].lines()[-2:] == ["-two", "+2"]
    assert found[1].lines()[-1] == "binary files differ"
    assert found[2].lines()[:2] == ["--- /dev/null", "+++ b/new"]
    assert tree(tmp_path)["a"] == b"one\ntwo\n"


def test_line_ends_of_windows_are_no_difference(tmp_path: Path) -> None:
    """Git makes them where ``core.autocrlf`` is set."""
    FileSet({"a": "x\ny\n", "old": "z\n"}).write(tmp_path)
    before = last(tmp_path, "a", "old")
    for name in ("a", "old"):
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes().replace(b"\n", b"\r\n"))
    files = FileSet({"a": "x\ny\n"})
    assert [one.path for one in files.differences(tmp_path, before)] == ["old"]
    assert files.write(tmp_path, before).removed == ("old",)
    assert tree(tmp_path) == {"a": b"x\r\ny\r\n"}


def test_differences_show_changed_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\r")
    assert FileSet({"a": "x\n"}).differences(tmp_path)[0].lines()[-1] == "line ends differ"


@given(st.text(max_size=20))
def test_folding_is_idempotent(path: str) -> None:
    assert folded(folded(path)) == folded(path)
