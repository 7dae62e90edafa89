"""Writes that are killed at any moment: the next turn finds the old files, or the new ones."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specmill.diagnostics import SpecmillError
from specmill.pipeline.lock import load_lock
from specmill.render.files import FileSet
from specmill.render.journal import begin, content_checksum, stamp
from specmill.render.turns import turn

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that it forks")
if hasattr(os, "fork"):
    CHILDREN = multiprocessing.get_context("forkserver")  # a process of tests is long to fork
    CHILDREN.set_forkserver_preload([__name__])

OLD = {f"pkg/m{number}.py": f"old {number}" for number in range(16)} | {"lock": "old"}
NEW = {f"pkg/m{number}.py": f"new {number}" for number in range(8, 24)} | {"lock": "new"}
STEPS = ("replace", "unlink", "mkdir", "hardlink_to", "rmdir", "open")


def tree(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def last(files: dict[str, str]) -> dict[str, str]:
    return {path: content_checksum(text.encode()) for path, text in files.items()}


def killed_at(step: int, root: Path, *, after: bool) -> bool:
    """Write in a child that dies at a step of the disk; False where there is no such step."""
    child = CHILDREN.Process(target=_write, args=(step, root, after))
    child.start()
    child.join()
    return child.exitcode != 0


def _write(step: int, root: Path, after: bool) -> None:
    _die_at(step, after=after)
    FileSet(NEW).write(root, last(OLD))
    os._exit(0)


def _die_at(step: int, *, after: bool) -> None:
    left = step

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0 and not after:
                os._exit(9)
            result = real(*args, **kwargs)
            if left < 0:
                os._exit(9)
            return result

        return call

    for name in STEPS:
        setattr(Path, name, counted(getattr(Path, name)))
    for name in ("open", "write"):
        setattr(os, name, counted(getattr(os, name)))
    shutil.rmtree = counted(shutil.rmtree)  # type: ignore[assignment]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("old")
    FileSet(OLD).write(root)
    return root


def test_a_write_that_is_killed_anywhere_is_finished_or_was_never_begun(
    old: Path, tmp_path: Path
) -> None:
    outcomes = []
    step = 0
    while True:
        killed = False
        for after in (False, True):
            root = tmp_path / f"{step}-{after}"
            shutil.copytree(old, root)
            killed |= killed_at(step, root, after=after)
            with turn(root):
                found = tree(root)
            assert found in (OLD, NEW), step
            outcomes.append(found == NEW)
            shutil.rmtree(root)
        if not killed:
            break
        step += 1
    assert len(outcomes) >= 200
    assert 20 < sum(outcomes) < len(outcomes) - 20


def test_a_run_killed_between_two_files_is_finished_by_the_next(tmp_path: Path, old: Path) -> None:
    shutil.copytree(old, tmp_path / "root")
    root, step = tmp_path / "root", 0
    while "pkg/m16.py" not in tree(root) or "pkg/m23.py" in tree(root):
        shutil.rmtree(root)
        shutil.copytree(old, root)
        assert killed_at(step, root, after=True)
        step += 1
    left = [path.name for path in root.iterdir() if path.name.startswith(".specmill-staging-")]
    assert left
    with turn(root):
        assert tree(root) == NEW


def test_a_run_that_is_finished_later_keeps_what_was_edited_meanwhile(tmp_path: Path) -> None:
    staging = tmp_path / ".specmill-staging-killed"
    staging.mkdir()
    (staging / "0").write_text("new")
    for name in ("1", "2", "3", "4"):
        (staging / name).write_text("new")
    for name, text in {"gone": "old", "kept": "my own", "stale": "old", "edited": "old"}.items():
        (tmp_path / name).write_text(text)
    written = content_checksum(b"old")
    placing = {"made": "0", "stale": "1", "edited": "2", "begun": "3", "removed": "4"}
    standing = {name: stamp(tmp_path / name) or [] for name in ("stale", "edited", "removed")}
    begin(staging, placing, {"gone": written, "kept": written}, standing)
    (tmp_path / "edited").write_text("my own")
    (tmp_path / "begun").write_text("my own")
    with turn(tmp_path):
        assert tree(tmp_path) == {
            **dict.fromkeys(("made", "stale", "removed"), "new"),
            **dict.fromkeys(("kept", "edited", "begun"), "my own"),
        }


def test_a_journal_that_came_with_a_copy_changes_nothing(tmp_path: Path) -> None:
    staging = tmp_path / ".specmill-staging-evil"
    staging.mkdir()
    (staging / "0").write_text("theirs")
    (tmp_path / "mine").write_text("mine")
    steps = {
        "folder": [1, 2],
        "placing": {"mine": "0"},
        "removing": {"mine": "0" * 64},
        "standing": {"mine": stamp(tmp_path / "mine")},
    }
    (staging / "journal.json").write_text(json.dumps(steps))
    with turn(tmp_path):
        assert tree(tmp_path) == {"mine": "mine"}


def test_a_journal_leads_nowhere_outside(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    staging = root / ".specmill-staging-evil"
    staging.mkdir(parents=True)
    (staging / "0").write_text("theirs")
    outside.write_text("mine")
    status = staging.stat()
    steps = {
        "folder": [status.st_dev, status.st_ino],
        "placing": {"../outside": "0"},
        "removing": {"../outside": content_checksum(b"mine")},
        "standing": {"../outside": stamp(outside)},
    }
    (staging / "journal.json").write_text(json.dumps(steps))
    with turn(root):
        pass
    assert outside.read_text() == "mine"
    assert list(root.iterdir()) == []


def test_files_that_are_not_as_they_were_written_are_kept(tmp_path: Path) -> None:
    FileSet({"a": "1", "b": "2"}).write(tmp_path)
    (tmp_path / "b").write_text("my own")
    (tmp_path / "notes").write_text("mine")
    previous = {**last({"a": "1", "b": "2"}), "notes": "0" * 64}
    changes = FileSet({"c": "3"}).write(tmp_path, previous)
    assert (changes.removed, changes.kept) == (("a",), ("b", "notes"))
    assert tree(tmp_path) == {"b": "my own", "c": "3", "notes": "mine"}


def test_a_turn_waits_for_another_and_gives_up_in_time(tmp_path: Path) -> None:
    started = time.monotonic()
    with (
        turn(tmp_path / "not" / "there"),
        pytest.raises(SpecmillError, match="another run"),
        turn(tmp_path / "not" / "there", patience=0.2),
    ):
        pass
    assert time.monotonic() - started < 5
    with turn(tmp_path / "not" / "there", patience=0.2):
        pass


def test_a_folder_that_is_made_in_a_turn_is_held(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    with turn(out):
        (out / "file").parent.mkdir(parents=True, exist_ok=True)
        (out / "file").write_text("")
        with pytest.raises(SpecmillError, match="another run"), turn(out, patience=0.1):
            pass
    with turn(out, patience=0.1):
        assert (out / "file").exists()


def test_a_turn_that_writes_nothing_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path / "a" / "b"):
        raise ZeroDivisionError
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_went_while_a_run_waited_is_made_anew(tmp_path: Path) -> None:
    out = tmp_path / "out"
    entered = threading.Event()

    def second() -> None:
        with turn(out):
            entered.set()
            (out / "file").write_text("")

    waiting = threading.Thread(target=second)
    with turn(out):
        waiting.start()
        assert not entered.wait(0.2)
    waiting.join(10)
    assert (out / "file").exists()


def test_a_write_takes_its_turn(tmp_path: Path) -> None:
    written = threading.Event()

    def write() -> None:
        FileSet({"a": "1"}).write(tmp_path)
        written.set()

    other = threading.Thread(target=write)
    with turn(tmp_path):
        FileSet({"b": "2"}).write(tmp_path)  # its own
        other.start()
        assert not written.wait(0.2)
        assert tree(tmp_path) == {"b": "2"}
    other.join(10)
    assert tree(tmp_path) == {"a": "1", "b": "2"}


def test_a_child_holds_nothing(tmp_path: Path) -> None:
    with turn(tmp_path):
        child = os.fork()
        if child == 0:
            time.sleep(30)
            os._exit(0)
    try:
        with turn(tmp_path, patience=2):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_children_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    program = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from specmill.render.processes import begin_child
with ProcessPoolExecutor(2, get_context("fork"), initializer=begin_child) as pool:
    print(*{pool.submit(os.getpid).result() for _ in range(20)}, flush=True)
    time.sleep(60)
"""
    run = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    children = [int(one) for one in run.stdout.readline().split()]
    assert children
    assert all(_is_alive(child) for child in children)
    run.kill()
    run.communicate()
    until = time.monotonic() + 10
    while any(_is_alive(child) for child in children):
        assert time.monotonic() < until
        time.sleep(0.02)


def _is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    if not Path("/proc/self/stat").exists():
        pytest.skip("tells nothing of processes")
    return status.exists() and status.read_text().rpartition(") ")[2][0] != "Z"


def test_the_next_run_clears_what_was_left_by_one_that_had_all_in_its_place(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(_spec("a")))
    (tmp_path / "specmill.toml").write_text('[apis.a]\nsource = "a.json"\ntargets = ["python"]\n')
    command = [sys.executable, "-m", "specmill", "generate"]
    subprocess.run(command, cwd=tmp_path, check=True)
    made = tree(tmp_path)
    staging = tmp_path / ".specmill-staging-killed"
    staging.mkdir()
    (tmp_path / "gone").write_text("old")
    begin(staging, {}, {"gone": content_checksum(b"old")}, {})
    subprocess.run(command, cwd=tmp_path, check=True)
    assert tree(tmp_path) == made


def _spec(name: str) -> dict[str, Any]:
    answers = {"200": {"description": "ok"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": name, "version": "1"},
        "paths": {"/x": {"get": {"operationId": "getX", "responses": answers}}},
    }


@pytest.mark.parametrize("runs", [2, 4])
def test_runs_at_once_take_turns_and_lose_nothing(tmp_path: Path, runs: int) -> None:
    names = [f"api{number}" for number in range(runs)]
    for name in names:
        (tmp_path / f"{name}.json").write_text(json.dumps(_spec(name)))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "specmill", "generate"]
    started = [
        subprocess.Popen(
            [*command, "--spec", str(tmp_path / f"{name}.json"), "--out", str(out)],
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    said = [process.communicate(timeout=120)[1] for process in started]
    assert [process.returncode for process in started] == [0] * runs, said
    apis = load_lock(out).apis
    assert sorted(apis) == names
    owned = {path for api in apis.values() for path in api.outputs}
    on_disk = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert on_disk == owned | {"specmill.lock"}
