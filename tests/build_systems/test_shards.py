"""Shards: every API in one of them, and one lock that one run would have written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.build_systems.conftest import Command

from specmill.config import Shard, Workspace, load
from specmill.diagnostics import UsageError
from specmill.pipeline.builders.sharding import merge_locks, read_shard
from specmill.pipeline.generation import compare, generate
from specmill.values import replace

NAMES = ("ant", "bee", "cat", "dog", "eel")


def machine(folder: Path, by_api: bool = False) -> Path:
    """A checkout of one workspace."""
    for name in NAMES:
        file = folder / "specs" / name / "source.json"
        file.parent.mkdir(parents=True)
        path = {"get": {"operationId": "one", "responses": {"204": {"description": "Done"}}}}
        head = {"openapi": "3.1.0", "info": {"title": name, "version": "1"}}
        file.write_text(json.dumps({**head, "paths": {f"/{name}": path}}))
    tables = "".join(f"[apis.{name}]\n" for name in NAMES)
    layout = '[workspace]\nlocks = "api"\n' if by_api else ""
    settings = '[targets.python]\nformatter = "none"\nruntime = "rt"\nruntime_out = "lib"\n'
    (folder / "specmill.toml").write_text(layout + settings + tables)
    return folder


def opened(folder: Path, shard: str = "") -> Workspace:
    workspace = load(folder / "specmill.toml", shown="specmill.toml")
    return replace(workspace, shard=read_shard(shard)) if shard else workspace


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_each_api_is_in_one_shard(tmp_path: Path, count: int) -> None:
    apis = [*opened(machine(tmp_path)).apis.values()]
    shards = [Shard(number, count).of(apis) for number in range(1, count + 1)]
    assert sorted(api.name for shard in shards for api in shard) == sorted(NAMES)
    assert max(map(len, shards)) - min(map(len, shards)) <= 1
    assert [Shard(1, count).of(apis[::-1])] == [shards[0][::-1]]


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "1/0", "a/b", "-1/2", ""])
def test_what_is_no_shard_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no shard"):
        read_shard(text)


def test_the_lock_of_all_shards_is_that_of_one_run(tmp_path: Path, command: Command) -> None:
    whole = machine(tmp_path / "whole")
    generate(opened(whole))
    shards = [machine(tmp_path / str(number)) for number in (1, 2)]
    for number, folder in enumerate(shards, 1):
        done = command("specmill", "generate", "--shard", f"{number}/2", folder=folder)
        assert done.returncode == 0, done.stderr
        assert command("specmill", "check", "--shard", f"{number}/2", folder=folder).returncode == 0
    together = machine(tmp_path / "together")
    for folder in shards:
        for part in ("generated", "lib", "specs"):
            shutil.copytree(folder / part, together / part, dirs_exist_ok=True)
    locks = [f"{folder}/specmill.lock" for folder in reversed(shards)]
    done = command("specmill", "merge-locks", *locks, folder=together)
    assert (done.returncode, done.stderr) == (0, "2 locks merged: 5 APIs\n")
    assert tree(together) == tree(whole)
    assert not compare(opened(together)).differences


def test_locks_of_apis_are_put_together_by_copying(tmp_path: Path) -> None:
    whole = machine(tmp_path / "whole", by_api=True)
    generate(opened(whole))
    together = machine(tmp_path / "together", by_api=True)
    for number in (1, 2, 3):
        folder = machine(tmp_path / str(number), by_api=True)
        generate(opened(folder, f"{number}/3"))
        shutil.copytree(folder, together, dirs_exist_ok=True)
    assert tree(together) == tree(whole)
    assert not merge_locks(opened(together), [whole, together])


def test_an_update_of_a_shard_wins_over_what_others_remember(tmp_path: Path) -> None:
    """Each machine has the lock of the last run, where the other APIs are as they were."""
    first = machine(tmp_path / "1")
    generate(opened(first))
    second = tmp_path / "2"
    shutil.copytree(first, second)
    for folder in (first, second):
        for name in NAMES:
            file = folder / "specs" / name / "source.json"
            file.write_text(file.read_text().replace('"one"', '"two"'))
    generate(opened(first, "1/2"))
    generate(opened(second, "2/2"))
    merge_locks(opened(first), [second, first])
    shutil.copytree(second / "generated", first / "generated", dirs_exist_ok=True)
    for name in ("bee", "dog"):
        shutil.copy(second / f"specs/{name}/openapi.json", first / f"specs/{name}")
        shutil.copytree(
            second / f"generated/python/{name}",
            first / f"generated/python/{name}",
            dirs_exist_ok=True,
        )
    for name in ("ant", "cat", "eel"):
        shutil.rmtree(first / f"generated/python/{name}")
    generate(opened(first))
    assert not compare(opened(first), rebuild=True).differences


def test_the_first_shard_removes_what_is_gone(tmp_path: Path) -> None:
    folder = machine(tmp_path)
    generate(opened(folder))
    file = folder / "specmill.toml"
    file.write_text(file.read_text().replace("[apis.eel]\n", ""))
    generate(opened(folder, "2/2"))
    assert (folder / "generated/python/eel").exists()
    generate(opened(folder, "1/2"))
    assert not (folder / "generated/python/eel").exists()


def test_what_cannot_be_one_lock_is_refused(tmp_path: Path) -> None:
    folder = machine(tmp_path / "1")
    other = machine(tmp_path / "2")
    generate(opened(folder, "1/2"))
    with pytest.raises(UsageError, match="no shard has generated bee"):
        merge_locks(opened(folder), [folder])
    with pytest.raises(UsageError, match="no lock of specmill"):
        merge_locks(opened(folder), [folder, other])
    generate(opened(other, "2/2"))
    lock = other / "specmill.lock"
    text = lock.read_text()
    lock.write_text(text.replace('"specmill": "', '"specmill": "9'))
    with pytest.raises(UsageError, match="another specmill than this one"):
        merge_locks(opened(folder), [folder, other])
    generate(opened(folder))
    generated = "generated/python/bee/_client.py"
    before = json.loads(text)["apis"]["bee"]["outputs"][generated]
    lock.write_text(text.replace(before, "0" * 64))
    with pytest.raises(UsageError, match="made different files of bee"):
        merge_locks(opened(folder), [folder, other])
