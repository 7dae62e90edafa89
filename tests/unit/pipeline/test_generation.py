"""A workspace on disk: what is stale, all or nothing over all APIs, pruning, the lock, check."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.config import ApiConfig, Workspace, load
from specmill.diagnostics import SpecmillError, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline import generation, parallel, plugins, state, understanding
from specmill.pipeline.build import Build
from specmill.pipeline.generation import Comparison, compare, generate
from specmill.pipeline.lock import file, load_lock
from specmill.render import processes
from specmill.render.files import Changes
from specmill.targets import TargetInput


def opened(folder: Path) -> Workspace:
    return load(folder / "specmill.toml", shown="specmill.toml")


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def written(folder: Path, *names: str) -> set[str]:
    """What a generation writes, without the lock."""
    changes = generate(opened(folder), names).changes or Changes()
    return {path for path in (*changes.written, *changes.removed) if path != "specmill.lock"}


def test_first_run_writes_everything_and_the_second_nothing(workspace: Path) -> None:
    outcome = generate(opened(workspace))
    assert outcome.changes is not None
    assert "specmill.lock" in outcome.changes.written
    for name in ("a", "b"):
        assert f"specs/{name}/openapi.json" in outcome.changes.written
        assert f"generated/list/{name}/api.txt" in outcome.changes.written
    before = tree(workspace)
    assert generate(opened(workspace)).changes is None
    forced = generate(opened(workspace), force=True)
    assert forced.changes == Changes(unchanged=len(outcome.changes.written))
    assert tree(workspace) == before


def test_only_the_api_that_changed_is_built(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(opened(workspace))
    built: list[str] = []
    real = parallel.build
    monkeypatch.setattr(
        parallel,
        "build",
        lambda root, api, given, **_: built.append(api.name) or real(root, api, given),
    )
    edit(workspace / "specs/b/source.json", "Small", "Large")
    assert written(workspace) == {"specs/b/openapi.json", "generated/list/b/api.txt"}
    assert built == ["b"]


@pytest.mark.parametrize(
    "stale",
    ["generated/list/a/api.txt", "specs/a/openapi.json"],
)
def test_outputs_are_restored(workspace: Path, stale: str) -> None:
    generate(opened(workspace))
    right = (workspace / stale).read_bytes()
    (workspace / stale).unlink()
    assert written(workspace) == {stale}
    assert (workspace / stale).read_bytes() == right
    (workspace / stale).write_bytes(right + b" ")
    with pytest.raises(UsageError, match="edited by hand since specmill wrote it"):
        generate(opened(workspace))
    assert generate(opened(workspace), overwrite=True).changes == Changes((stale,), (), 4)
    assert (workspace / stale).read_bytes() == right


def test_settings_make_stale(workspace: Path) -> None:
    generate(opened(workspace))
    edit(workspace / "specmill.toml", "[apis.a]", '[apis.a]\nclient = "AcmeCloud"')
    assert written(workspace) == {"generated/list/a/api.txt"}
    assert (workspace / "generated/list/a/api.txt").read_text() == "Acme Cloud\nSmall\n"


def test_a_new_overlay_makes_stale(workspace: Path) -> None:
    generate(opened(workspace))
    (workspace / "specs/a/overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: x, version: 1.0.0}\n"
        "actions: [{target: $.info, update: {title: Renamed}}]\n"
    )
    assert written(workspace) == {"specs/a/openapi.json", "generated/list/a/api.txt"}


def test_a_template_of_the_user_makes_stale(workspace: Path) -> None:
    (workspace / "mine").mkdir()
    (workspace / "mine/extra.txt").write_text("1")
    edit(workspace / "specmill.toml", "[apis.b]", '[apis.b.list]\ntemplates = "mine"')
    generate(opened(workspace))
    (workspace / "mine/extra.txt").write_text("2")
    assert written(workspace) == {"generated/list/b/template.txt"}
    (workspace / "mine/new.txt").write_text("")
    assert generate(opened(workspace)).changes is not None


def test_another_generator_makes_stale(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(opened(workspace))
    monkeypatch.setattr(state, "fingerprint", lambda: "another")
    changes = generate(opened(workspace)).changes
    assert changes is not None
    assert changes.written == ("specmill.lock",)


def test_another_generator_makes_every_api_stale_one_by_one(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(opened(workspace))
    monkeypatch.setattr(state, "fingerprint", lambda: "another")
    assert generate(opened(workspace), ["a"]).changes is not None
    assert generate(opened(workspace), ["a"]).changes is None
    assert generate(opened(workspace), ["b"]).changes is not None
    assert generate(opened(workspace)).changes is None


def test_files_of_others_are_never_replaced(workspace: Path) -> None:
    mine = workspace / "generated/list/a/api.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    before = tree(workspace)
    with pytest.raises(UsageError, match=r"generated/list/a/api\.txt would be replaced, but"):
        generate(opened(workspace))
    assert tree(workspace) == before
    generate(opened(workspace), overwrite=True)
    right = mine.read_bytes()
    assert right != b"mine"
    (workspace / "specmill.lock").unlink()
    generate(opened(workspace))
    assert mine.read_bytes() == right


def test_what_is_no_longer_generated_is_pruned(workspace: Path) -> None:
    source = workspace / "specs/a/source.json"
    source.write_text(source.read_text().replace('"operationId"', '"tags": ["x"], "operationId"'))
    generate(opened(workspace))
    before = {path for path in tree(workspace) if path.startswith("generated/list/a/")}
    (workspace / "generated/list/a/mine.txt").write_text("mine")
    edit(workspace / "specmill.toml", "[apis.a]\n", "")
    assert written(workspace) == {*before, "specs/a/openapi.json"}
    assert "generated/list/a/mine.txt" in tree(workspace)
    assert "a" not in load_lock(workspace).apis


def test_a_run_over_one_api_leaves_the_others(workspace: Path) -> None:
    assert not any("/b/" in path for path in written(workspace, "a"))
    assert all("/b/" in path for path in written(workspace))
    edit(workspace / "specmill.toml", "[apis.a]\n", "")
    assert written(workspace, "b") == set()


def test_renaming_an_api_keeps_files_that_both_own(workspace: Path) -> None:
    edit(workspace / "specmill.toml", "[apis.a]", '[apis.a]\npackage = "pkg"')
    generate(opened(workspace))
    edit(workspace / "specmill.toml", "[apis.a]", '[apis.c]\nsource = "specs/a/source.json"')
    changes = generate(opened(workspace)).changes
    assert changes is not None
    assert changes.removed == ("specs/a/openapi.json",)
    assert (workspace / "generated/list/pkg/api.txt").exists()


def test_one_bad_spec_leaves_everything_as_it_was(workspace: Path) -> None:
    generate(opened(workspace))
    edit(workspace / "specs/a/source.json", "Small", "Large")
    (workspace / "specs/b/source.json").write_text("{")
    before = tree(workspace)
    with pytest.raises(SpecmillError, match=r"^specs/b/source\.json:1:2: error: broken JSON"):
        generate(opened(workspace))
    assert tree(workspace) == before


def test_all_bad_specs_are_told_at_once(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (workspace / f"specs/{name}/source.json").write_text("{")
    with pytest.raises(SpecmillError) as caught:
        generate(opened(workspace))
    files = [told.location.file for told in caught.value.diagnostics if told.location]
    assert files == ["specs/a/source.json", "specs/b/source.json"]
    monkeypatch.setattr(parallel, "_WORTH_IT", 0)
    with pytest.raises(SpecmillError) as parallel_caught:
        generate(opened(workspace))
    assert parallel_caught.value.diagnostics == caught.value.diagnostics


def test_processes_do_not_change_the_bytes(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation.os, "cpu_count", lambda: 1)
    generate(opened(workspace))
    alone = tree(workspace)
    monkeypatch.setattr(generation.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parallel, "_WORTH_IT", 0)
    done: list[str] = []
    changes = generate(
        opened(workspace), force=True, progress=lambda *told: done.append(told[0])
    ).changes
    assert changes is not None
    assert not changes
    assert tree(workspace) == alone
    assert sorted(done) == ["a", "b"]


def test_stages_of_an_api_are_told(workspace: Path) -> None:
    told: list[tuple[str, str]] = []
    generate(opened(workspace), ["a"], force=True, progress=lambda *one: told.append(one))
    assert told[:2] == [("a", "reading"), ("a", "naming")]
    assert told[2][1].startswith("target ")
    assert told[-1] == ("a", "")


def test_a_broken_lock_is_told(workspace: Path) -> None:
    older = ('{"format": 99}', '{"format": 1, "specmill": "1"}')
    for text in (*older, "<<<<<<< ours", "[]", '["a", "place"]', '["", "workspace", "format", 2]'):
        (workspace / "specmill.lock").write_text(text)
        with pytest.raises(UsageError, match="not a lock file of specmill.*restore it"):
            generate(opened(workspace))


def test_hidden_operations_are_fine_and_others_must_be_named(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(workspace / "specs/a/source.json", '"operationId": "getTwo"',
         '"x-specmill-skip": "internal", "operationId": "getTwo"')  # fmt: skip
    generate(opened(workspace))
    monkeypatch.setattr(understanding, "_is_hidden", lambda document, pointer: False)
    with pytest.raises(SpecmillError, match='cannot generate getTwo: internal.*add "getTwo"'):
        generate(opened(workspace), force=True)
    edit(workspace / "specmill.toml", "[apis.a]", '[apis.a]\nskip = ["getTwo", "getTen"]')
    (finding,) = generate(opened(workspace)).findings
    assert "'getTen' for a" in finding.what


def test_strict_makes_findings_errors(workspace: Path) -> None:
    settings = 'skip = ["nothing"]'
    edit(workspace / "specmill.toml", "[apis.a]", f"[apis.a]\n{settings}")
    assert len(generate(opened(workspace)).findings) == 1
    edit(workspace / "specmill.toml", settings, f"{settings}\nstrict = true")
    with pytest.raises(SpecmillError, match="nothing of that name"):
        generate(opened(workspace))


def test_compare_is_quiet_when_up_to_date_and_writes_nothing(workspace: Path) -> None:
    generate(opened(workspace))
    before = tree(workspace)
    assert not compare(opened(workspace)).differences
    edit(workspace / "specs/a/source.json", "Small", "Large")
    assert compare(opened(workspace)).differences
    edit(workspace / "specs/a/source.json", "Large", "Small")
    assert tree(workspace) == before


@pytest.mark.parametrize(
    "file",
    [
        "generated/list/a/api.txt",
        "specs/a/openapi.json",
        "specs/a/source.json",
        "specmill.lock",
    ],
)
def test_compare_sees_any_changed_byte(workspace: Path, file: str) -> None:
    generate(opened(workspace))
    place = workspace / file
    place.write_bytes(place.read_bytes() + b" ")
    comparison = compare(opened(workspace))
    changed = {difference.path for difference in comparison.differences}
    assert ("specmill.lock" if file == "specs/a/source.json" else file) in changed
    assert comparison.needs_force is (file == "specmill.lock")


def test_a_comparison_that_rebuilds_does_not_trust_the_lock(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(opened(workspace))
    real = parallel.build

    def another(root: Path, api: ApiConfig, given: GivenNames | None, **_: object) -> Build:
        build = real(root, api, given)
        build.files[f"generated/list/{api.name}/api.txt"] = b"as another formatter has it"
        return build

    monkeypatch.setattr(parallel, "build", another)
    assert compare(opened(workspace)) == Comparison((), (), needs_force=False)
    comparison = compare(opened(workspace), rebuild=True)
    assert comparison.needs_force
    assert [difference.path for difference in comparison.differences] == [
        "generated/list/a/api.txt",
        "generated/list/b/api.txt",
        "specmill.lock",
    ]


def test_what_is_up_to_date_is_not_built(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(opened(workspace))
    built: list[str] = []
    real = parallel.build
    monkeypatch.setattr(
        parallel,
        "build",
        lambda root, api, given, **more: built.append(api.name) or real(root, api, given, **more),
    )
    assert not compare(opened(workspace)).differences
    assert built == []
    edit(workspace / "specs/b/source.json", "Small", "Large")
    assert compare(opened(workspace)).differences
    assert built == ["b"]
    assert not compare(opened(workspace), ["a"], rebuild=True).differences
    assert built == ["b", "a"]


def test_names_that_were_changed_in_the_lock_are_seen(workspace: Path) -> None:
    generate(opened(workspace))
    lock = workspace / "specmill.lock"
    edit(lock, '["a","operation","GET /one"', '["a","operation","GET /two_2"')
    assert not load_lock(workspace).is_merged
    changed = {difference.path for difference in compare(opened(workspace)).differences}
    assert changed == {"specmill.lock"}
    generate(opened(workspace), ["b"], force=True)
    assert [api.name for api in state.WorkspaceState.of(opened(workspace)).stale()] == ["a"]
    assert written(workspace) == set()
    assert not compare(opened(workspace)).differences


def test_compare_sees_what_is_no_longer_generated(workspace: Path) -> None:
    generate(opened(workspace))
    edit(workspace / "specmill.toml", "[apis.a]\n", "")
    kinds = {d.path: d.kind for d in compare(opened(workspace)).differences}
    assert kinds["generated/list/a/api.txt"] == "extra"


def test_a_target_cannot_leave_its_folder(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hostile:
        name = "list"

        def render(self, given: TargetInput) -> dict[str, str | bytes]:
            return {"../../../evil.py": "x"}

    monkeypatch.setattr(plugins, "load_target", lambda name: Hostile())
    before = tree(workspace)
    with pytest.raises(SpecmillError, match="refusing to write"):
        generate(opened(workspace))
    assert tree(workspace) == before


def test_a_shared_runtime_that_nobody_wrote_is_told(workspace: Path) -> None:
    text = (workspace / "specmill.toml").read_text()
    table = '\n[targets.list]\nruntime = "acme.shared"\n'
    (workspace / "specmill.toml").write_text(text + table)
    (told,) = generate(opened(workspace)).findings
    assert "no package 'acme.shared'" in str(told)
    (workspace / "generated/list/acme/shared").mkdir(parents=True)
    assert generate(opened(workspace), force=True).findings == ()


def test_many_files_are_compared_in_two_processes(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(opened(workspace))
    monkeypatch.setattr(file, "_MANY_FILES", 1)
    monkeypatch.setattr(processes, "_has_core_to_spare", lambda: True)
    assert state.WorkspaceState.of(opened(workspace)).stale() == ()
    for name in ("a", "b"):
        edit(workspace / f"generated/list/{name}/api.txt", "Small", "Large")
        stale = state.WorkspaceState.of(opened(workspace)).stale()
        assert [api.name for api in stale] == [*"ab"][: ord(name) - ord("a") + 1]
