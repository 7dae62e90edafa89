"""Builds on a cluster: what travels, what comes back, what is refused. Dask itself: tests/e2e."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Self

import pytest

from specmill.config import Workspace, load
from specmill.diagnostics import SpecmillError, UsageError
from specmill.pipeline.build import build
from specmill.pipeline.cluster import scheduler_of
from specmill.pipeline.cluster.sending import (
    Answer,
    Job,
    files_for,
    packed,
    unpacked_answer,
    unpacked_job,
)
from specmill.pipeline.cluster.working import versions, work
from specmill.pipeline.generation import compare, generate
from specmill.values import replace

SPEC = """
openapi: 3.1.0
info: {title: Parts, version: '1'}
paths:
  /one:
    get:
      operationId: getOne
      tags: [parts]
      parameters: [{name: a, in: query, schema: {type: strin}}]
      responses:
        '200': {description: Done, content: {application/json: {schema: {$ref: 'more/one.yaml'}}}}
"""
ONE = "type: object\nproperties: {two: {$ref: './two.yaml#/defs/Two'}}\n"
TWO = "defs: {Two: {type: object, properties: {x: {type: string}}}}\n"
FILES = {
    "specs/parts/source.yaml": SPEC,
    "specs/parts/more/one.yaml": ONE,
    "specs/parts/more/two.yaml": TWO,
    "specs/parts/overlay.yaml": "overlay: 1.0.0\ninfo: {title: W, version: '1'}\nactions:\n"
    "- {target: $.info, update: {description: Words.}}\n",
    "specs/small/source.yaml": SPEC.replace("{$ref: 'more/one.yaml'}", "{type: string}"),
    "mine/package/_options.py.j2": "# mine\n",
    "specmill.toml": '[targets.python]\nformatter = "none"\n[apis.parts]\n'
    '[apis.parts.python]\ntemplates = "mine"\n[apis.small]\n',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def opened(folder: Path) -> Workspace:
    return load(folder / "specmill.toml", shown="specmill.toml")


def job(folder: Path, name: str, wanted: Mapping[str, str] | None = None) -> Job:
    api = opened(folder).apis[name]
    files = files_for(folder, api, {})
    assert files is not None
    return Job(api, None, files, versions() if wanted is None else wanted)


def test_all_that_a_build_reads_travels_by_content(folder: Path) -> None:
    sent = job(folder, "parts")
    assert sent.files.keys() == FILES.keys() - {"specs/small/source.yaml"}
    assert unpacked_job(packed(sent)) == sent


def test_an_answer_is_the_build_that_is_made_here(folder: Path) -> None:
    for name in ("parts", "small"):
        answer = unpacked_answer(work(packed(job(folder, name))))
        here = build(folder, opened(folder).apis[name])
        assert answer.build is not None
        assert answer.build.files == here.files
        assert answer.build.names == here.names
        assert answer.build.inputs == here.inputs
        assert len(answer.build.findings) == len(here.findings) > 0
        assert not [one for one in answer.build.findings if "/tmp" in str(one)]


def test_what_cannot_be_built_is_left_to_the_caller(folder: Path) -> None:
    (folder / "specs/parts/more/two.yaml").write_text("defs: {}\n")
    assert unpacked_answer(work(packed(job(folder, "parts")))) == Answer()


def test_what_is_not_in_the_workspace_does_not_travel(folder: Path) -> None:
    api = replace(opened(folder).apis["parts"], overlays=("../elsewhere.yaml",))
    assert files_for(folder, api, {}) is None


def test_other_versions_are_told(folder: Path) -> None:
    wanted = {**versions(), "specmill": "9 (0)", "jinja2": "9"}
    answer = unpacked_answer(work(packed(job(folder, "small", wanted))))
    assert answer.build is None
    assert answer.other_versions is not None
    assert {*answer.other_versions} == {"specmill", "jinja2"}
    assert answer.other_versions["jinja2"] == ("9", versions()["jinja2"])


@pytest.mark.parametrize(
    ("address", "scheduler"),
    [("dask://a:8786", "tcp://a:8786"), ("dask+tls://a.b:1/", "tls://a.b:1")],
)
def test_an_address_is_a_scheduler(address: str, scheduler: str) -> None:
    assert scheduler_of(address) == scheduler


@pytest.mark.parametrize(
    "address", ["", "a:8786", "tcp://a:1", "dask://a", "dask://u@a:1", "ray://a:1"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no scheduler"):
        scheduler_of(address)


class Future:
    def __init__(self, result: Callable[[], bytes]) -> None:
        self.result = result

    def release(self) -> None:
        pass


class KilledWorkerError(Exception):
    pass


def dask(
    monkeypatch: pytest.MonkeyPatch, answer: Callable[[bytes], bytes], workers: int = 1
) -> None:
    """Put a module in the place of ``distributed`` whose cluster answers at once."""

    class Client:
        def __init__(self, address: str, **_: Any) -> None:
            if address.endswith(":1"):
                raise OSError("refused")

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        loop = None

        def scheduler_info(self) -> dict[str, Any]:
            return {"workers": {str(number): {} for number in range(workers)}}

        def submit(self, _: object, content: bytes, **__: Any) -> Future:
            return Future(lambda: answer(content))

    module = ModuleType("distributed")
    module.Client = Client  # type: ignore[attr-defined]
    module.as_completed = lambda waiting, loop: [*waiting]  # type: ignore[attr-defined]
    module.KilledWorker = KilledWorkerError  # type: ignore[attr-defined]
    module.CommClosedError = ConnectionError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "distributed", module)


@pytest.fixture
def tree(folder: Path) -> Iterator[dict[str, bytes]]:
    """What a local run writes, which is removed again."""
    generate(opened(folder))
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in files:
        if path.relative_to(folder).as_posix() not in FILES:
            path.unlink()
    return {path.relative_to(folder).as_posix(): content for path, content in files.items()}


def test_a_workspace_is_the_same_bytes(
    folder: Path, tree: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    dask(monkeypatch, work)
    on = replace(opened(folder), cluster="dask://there:8786")
    told: list[str] = []
    outcome = generate(on, progress=lambda name, _: told.append(name))
    assert sorted(told) == ["parts", "small"]
    assert outcome.apis == ("parts", "small")
    assert {str(one.location and one.location.file) for one in outcome.findings} == {
        "specs/parts/source.yaml",
        "specs/small/source.yaml",
    }
    made = {path for path in folder.rglob("*") if path.is_file()}
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in made} == tree
    assert not compare(opened(folder), rebuild=True).differences


def test_a_mistake_is_told_as_it_is_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dask(monkeypatch, work)
    (folder / "specs/small/source.yaml").write_text("openapi: 3.1.0\npaths: 1\n")
    with pytest.raises(SpecmillError, match=r"^specs/small/source.yaml:2"):
        generate(replace(opened(folder), cluster="dask://there:8786"))
    assert not (folder / "generated").exists()


def _killed(_: bytes) -> bytes:
    raise KilledWorkerError


def _without(_: bytes) -> bytes:
    raise ModuleNotFoundError("No module named 'specmill'")


def _lost(_: bytes) -> bytes:
    raise ConnectionError("lost")


def _other(_: bytes) -> bytes:
    return packed(Answer(other_versions={"ruff": ("1", "2")}))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (_killed, "gave (parts|small) up: each worker that built it died"),
        (_without, "a worker of the cluster cannot load specmill: No module"),
        (_lost, "could not build (parts|small): ConnectionError: lost"),
        (_other, "a worker of the cluster has ruff 2, and this is 1"),
    ],
)
def test_a_cluster_that_fails_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[[bytes], bytes], message: str
) -> None:
    dask(monkeypatch, answer)
    with pytest.raises(SpecmillError, match=message):
        generate(replace(opened(folder), cluster="dask://there:8786"))
    assert not (folder / "specmill.lock").exists()


def test_a_cluster_that_is_not_there_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened(folder)
    dask(monkeypatch, work, workers=0)
    with pytest.raises(UsageError, match="has no workers"):
        generate(replace(workspace, cluster="dask://there:8786"))
    with pytest.raises(UsageError, match="no scheduler answers at dask://there:1"):
        generate(replace(workspace, cluster="dask://there:1"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'specmill\[distributed\]'"):
        generate(replace(workspace, cluster="dask://there:8786"))


def test_nothing_to_do_asks_no_cluster(
    folder: Path, tree: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(opened(folder))
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert generate(replace(opened(folder), cluster="dask://there:8786")).changes is None
