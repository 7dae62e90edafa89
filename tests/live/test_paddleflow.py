"""PaddleFlow's API server, by both of its clients: ``PADDLEFLOW_SERVER=host:port``.

``PADDLEFLOW_PASSWORD`` is that of root. What needs no cluster is asked; folders of this machine are
storage for the server. Everything that is made has a name of its own and is removed.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from .conftest import Wire, fresh, server

PLAN = """\
name: {name}
entry_points:
  say:
    command: echo hello
    docker_env: alpine:3
"""


@pytest.fixture
def package() -> Any:
    """The package."""
    import paddleflow

    return paddleflow


@pytest.fixture
def login() -> dict[str, Any]:
    """What the constructor needs."""
    address, password = server("PADDLEFLOW_SERVER"), os.environ.get("PADDLEFLOW_PASSWORD", "")
    if not password:
        pytest.skip("PADDLEFLOW_PASSWORD is not set")
    return {"base_url": address, "username": "root", "password": password}


@pytest.fixture
def root(package: Any, login: dict[str, Any], wire: Wire) -> Iterator[Any]:
    """A strict client for root."""
    with package.PaddleFlow(**login, transport=wire, max_retries=0, strict=True) as client:
        yield client


@pytest.fixture
def face(root: Any) -> Any:
    """The documented methods over it."""
    from paddleflow import documented

    return documented.Client.over(root)


@pytest.fixture
def user(root: Any) -> Iterator[str]:
    """A user with the password ``secret1``."""
    name = fresh("u").replace("-", "")[:14]
    root.users.create({"username": name, "password": "secret1"})
    yield name
    root.users.delete(name)


@pytest.fixture
def storage(root: Any, tmp_path: Path) -> Iterator[str]:
    """A file system, which has the file ``plan.yaml``."""
    (tmp_path / "plan.yaml").write_text(PLAN.format(name=fresh("plan").replace("-", "_")))
    name = fresh("fs").replace("-", "")
    root.fs.create({"name": name, "url": f"local:/{tmp_path}"})
    yield name
    root.fs.delete(name)


def test_one_login_serves_many_calls(root: Any, wire: Wire) -> None:
    for _ in range(3):
        root.queues.list(maxsize=1)
    paths = [one.url.path.rpartition("/")[2] for one in wire.requests]
    assert paths == ["login", "queue", "queue", "queue"]


def test_wrong_logins(package: Any, login: dict[str, Any]) -> None:
    wrong = {"password": "no-such-1"}, {"username": fresh("nobody")}
    for given, code in zip(wrong, ("AuthFailed", "UserNotExist"), strict=True):
        client = package.PaddleFlow(**(login | given), max_retries=0)
        with pytest.raises(package.LoginError) as refused:
            client.queues.list()
        assert refused.value.code == code
        assert refused.value.request_id
    lost = package.PaddleFlow(**(login | {"base_url": f"{login['base_url']}/wrong"}))
    with pytest.raises(package.NotFoundError):
        lost.queues.list()


def test_users(root: Any, face: Any, package: Any, login: dict[str, Any], user: str) -> None:
    assert user in [one.name for one in root.users.list(maxsize=1)]
    assert root.users.get(user).name == user
    client = package.PaddleFlow(**(login | {"username": user, "password": "secret1"}))
    assert client.queues.list().items == []
    root.users.update_password(user, {"password": "secret1"})  # which makes the token void
    assert client.queues.list().items == []
    with pytest.raises(package.PermissionDeniedError):
        client.users.list()
    with pytest.raises(package.BadRequestError, match="Password must"):
        root.users.create({"username": "weak", "password": "abc"})
    worked, why = face.del_user(fresh("none"))
    assert (worked, why, why.code) == (False, "User not exist", "UserNotExist")
    assert why.request_id


def test_flavours(root: Any, face: Any) -> None:
    names = [one.name for one in root.flavours.list()]
    assert names == [one.name for one in root.flavours.list(max_keys=1)]
    worked, rows = face.list_flavour()
    assert worked is True
    assert [one.name for one in rows] == names


def test_file_systems(root: Any, face: Any, package: Any, storage: str, tmp_path: Path) -> None:
    found = root.fs.get(storage)
    assert (found.id, found.fstype, found.sub_path) == (
        f"fs-root-{storage}",
        "local",
        str(tmp_path),
    )
    worked, shown = face.show_fs(storage)
    assert (worked, shown.name) == (True, storage)
    with pytest.raises(package.NotFoundError):
        root.fs.get(fresh("none").replace("-", ""))
    with pytest.raises(package.BadRequestError):
        root.fs.create({"name": storage, "url": f"local:/{tmp_path}"})


def test_pipelines(root: Any, face: Any, package: Any, storage: str) -> None:
    made = root.pipelines.create({"fsName": storage, "yamlPath": "plan.yaml"})
    try:
        found = root.pipelines.get(made.pipeline_id)
        assert found.body.pipeline.pipeline_id == made.pipeline_id
        worked, shown = face.show_pipeline(made.pipeline_id)
        assert (worked, shown["pipelineInfo"].pipeline_id) == (True, made.pipeline_id)
        assert len(shown["pipelineVersionList"]) == 1
        assert made.pipeline_id in [one.pipeline_id for one in root.pipelines.list(maxsize=1)]
    finally:
        root.pipelines.delete(made.pipeline_id)
    with pytest.raises(package.StatusError) as missing:
        root.pipelines.get(made.pipeline_id)
    assert missing.value.code


def test_times_of_schedules(root: Any, face: Any, package: Any, storage: str, wire: Wire) -> None:
    """The server reads and writes times of its own clock, with a space in the middle."""
    plan = root.pipelines.create({"fsName": storage, "yamlPath": "plan.yaml"}).pipeline_id
    soon = datetime.now().replace(microsecond=0) + timedelta(days=1)
    rest = {"pipelineID": plan, "pipelineVersionID": "1", "crontab": "@daily"}
    bodies: list[Any] = [
        {"name": fresh("s").replace("-", "_"), **rest, "startTime": soon},
        package.models.CreateScheduleRequest(
            name=fresh("s").replace("-", "_"), **rest, startTime=soon
        ),
    ]
    try:
        for body in bodies:
            made = root.schedules.create(body).schedule_id
            found = root.schedules.get(made).body
            assert (found.start_time, found.end_time) == (soon, "")
            assert wire.is_written_again(found)
            worked, shown = face.show_schedule(made)
            assert worked
            assert shown["scheduleInfo"].start_time == f"{soon:%Y-%m-%d %H:%M:%S}"
    finally:
        for one in root.schedules.list(ppl_filter=plan):
            root.schedules.stop(one.schedule_id)
            root.schedules.delete(one.schedule_id)
        root.pipelines.delete(plan)


def test_what_is_not_there(root: Any, package: Any, wire: Wire) -> None:
    with pytest.raises(package.NotFoundError, match="RunNotFound|run") as missing:
        root.runs.get("run-999999")
    assert missing.value.code == "RunNotFound"
    with pytest.raises(package.NotFoundError):
        root.runs.wait("run-999999", timeout=1)
    with package.PaddleFlow(
        base_url=str(wire.requests[0].url.join("/")),
        username="root",
        password=os.environ["PADDLEFLOW_PASSWORD"],
        transport=wire,
    ) as patient:
        before = len(wire.requests)
        with pytest.raises(package.ServerError):
            patient.clusters.get(fresh("none"))
    assert len(wire.requests) == before + 2  # the login, and one request: its error is final


def test_async_client(package: Any, login: dict[str, Any], storage: str) -> None:
    async def names() -> list[str]:
        async with package.AsyncPaddleFlow(**login, strict=True) as client:
            return [one.name async for one in client.fs.list()]

    assert isinstance(asyncio.run(names()), list)
