"""Where the lock is: in one file, or in one for each API; from one to the other and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.config import Workspace, load
from specmill.diagnostics import UsageError
from specmill.pipeline.generation import compare, generate, is_up_to_date
from specmill.pipeline.lock import load_lock
from specmill.pipeline.lock.content import ApiLock, Lock
from specmill.pipeline.lock.layout import joined
from specmill.pipeline.state import WorkspaceState
from specmill.version import __version__

BY_API = '[workspace]\nlocks = "api"\n'
LOCKS = ["specmill.locks/a.lock", "specmill.locks/b.lock"]


def opened(folder: Path) -> Workspace:
    return load(folder / "specmill.toml", shown="specmill.toml")


def locks(folder: Path) -> list[str]:
    found = [*folder.glob("specmill.lock"), *folder.glob("specmill.locks/*")]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def written(folder: Path, *names: str) -> set[str]:
    changes = generate(opened(folder), names).changes
    return {*changes.written, *changes.removed} if changes else set()


@pytest.fixture
def apart(workspace: Path) -> Path:
    """A workspace with a lock for each API."""
    file = workspace / "specmill.toml"
    file.write_text(file.read_text().replace("[workspace]\n", BY_API))
    generate(opened(workspace))
    assert locks(workspace) == LOCKS
    return workspace


def test_an_api_changes_its_own_lock_alone(apart: Path) -> None:
    assert is_up_to_date(opened(apart))
    source = apart / "specs/b/source.json"
    source.write_text(source.read_text().replace("Small", "Large"))
    assert [one.path for one in compare(opened(apart)).differences if "lock" in one.path] == [
        LOCKS[1]
    ]
    assert {path for path in written(apart) if "lock" in path} == {LOCKS[1]}
    assert not compare(opened(apart), rebuild=True).differences


def test_locks_are_brought_into_the_other_layout_and_back(apart: Path) -> None:
    names = {name: api.names for name, api in load_lock(apart).apis.items()}
    before = [(apart / path).read_bytes() for path in LOCKS]
    file = apart / "specmill.toml"
    text = file.read_text()
    file.write_text(text.replace(BY_API, "[workspace]\n"))
    assert not is_up_to_date(opened(apart))
    assert {one.path for one in compare(opened(apart)).differences} == {"specmill.lock", *LOCKS}
    assert written(apart) == {"specmill.lock", *LOCKS}
    assert locks(apart) == ["specmill.lock"]
    assert {name: api.names for name, api in load_lock(apart).apis.items()} == names
    file.write_text(text)
    assert written(apart, "a") == {"specmill.lock", *LOCKS}  # also of APIs that are not looked at
    assert [(apart / path).read_bytes() for path in LOCKS] == before


def test_the_lock_of_an_api_that_is_gone_goes(apart: Path) -> None:
    file = apart / "specmill.toml"
    file.write_text(file.read_text().replace("[apis.b]\n", ""))
    assert LOCKS[1] in written(apart)
    assert locks(apart) == LOCKS[:1]
    assert not (apart / "generated/list/b").exists()


def test_a_lock_that_git_merged_makes_its_api_stale_and_no_other(apart: Path) -> None:
    lock = apart / LOCKS[0]
    text = lock.read_text()
    side = '  ["a","place","X","{}"],\n'
    conflict = f"<<<<<<< a\n{side.format('Y')}=======\n{side.format('Z')}>>>>>>> b\n"
    lock.write_text(text.replace(' "names": [\n', f' "names": [\n{conflict}'))
    assert [api.name for api in WorkspaceState.of(opened(apart)).stale()] == ["a"]
    assert written(apart) == {LOCKS[0]}
    assert lock.read_text() == text


def test_a_lock_that_has_another_byte_is_seen(apart: Path) -> None:
    lock = apart / LOCKS[0]
    lock.write_bytes(lock.read_bytes() + b" ")
    assert [one.path for one in compare(opened(apart)).differences] == [LOCKS[0]]


def test_what_is_no_lock_is_named(apart: Path) -> None:
    (apart / LOCKS[0]).write_text("{")
    with pytest.raises(UsageError, match=r"specmill.locks/a.lock.*not a lock file"):
        load_lock(apart)


def test_an_unknown_layout_is_refused(workspace: Path) -> None:
    file = workspace / "specmill.toml"
    file.write_text(file.read_text().replace("[workspace]\n", '[workspace]\nlocks = "none"\n'))
    with pytest.raises(UsageError, match="locks cannot be 'none'"):
        opened(workspace)


def _lock(generator: str, name: str, version: str = __version__) -> Lock:
    return Lock(version, generator, {name: ApiLock("s", {}, {})})


def _stale(lock: Lock) -> set[str]:
    return {name for name, api in lock.apis.items() if not api.settings}


def test_what_another_generator_wrote_is_stale() -> None:
    lock = joined([_lock("old", "a"), _lock("new", "b"), _lock("old", "c")], "new")
    assert (lock.generator, _stale(lock)) == ("new", {"a", "c"})
    assert _stale(joined([_lock("old", "a"), _lock("old", "b")], "new")) == set()
    assert joined([_lock("old", "a"), _lock("old", "b")], "new").generator == "old"


def test_of_a_newer_version_in_any_file_is_told() -> None:
    lock = joined([_lock("new", "a"), _lock("x", "b", "99.0")], "new")
    assert (lock.specmill, _stale(lock)) == ("99.0", {"a"})
