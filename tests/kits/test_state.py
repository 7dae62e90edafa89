"""What a fake keeps, what goes wrong on the way to it, what it replays, and how it is served."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.kits.packages import Package, committed, golden, storage

NURSERY = golden("kit")


@pytest.fixture
def kept() -> Any:
    fake = NURSERY.fake()
    fake.stateful()
    return fake


def test_what_is_created_can_be_got_listed_and_deleted(kept: Any) -> None:
    plants = kept.client.plants
    first, second = (plants.create({"name": name}, x_gardener="me") for name in ("fern", "moss"))
    assert (first.name, second.name) == ("fern", "moss")
    assert first.id != second.id
    assert plants.get(first.id) == first
    assert [one.name for one in plants.list()] == ["fern", "moss"]
    pages = list(plants.list(page_size=1).pages())
    assert [[one.name for one in page.items] for page in pages] == [["fern"], ["moss"]]
    plants.delete(first.id)
    with pytest.raises(NURSERY.module.NotFoundError):
        plants.get(first.id)
    with pytest.raises(NURSERY.module.NotFoundError):
        asyncio.run(kept.async_client.plants.delete(first.id))
    assert [one.name for one in plants.list()] == ["moss"]
    kept.check()


def test_what_is_set_up_goes_first(kept: Any) -> None:
    made = kept.client.plants.create({"name": "fern"}, x_gardener="me")
    kept.plants.get.fails(503, times=2)
    assert kept.client.plants.get(made.id) == made
    kept.plants.get.fails(403)
    with pytest.raises(NURSERY.module.PermissionDeniedError):
        kept.client.plants.get(made.id)


def test_buckets_are_updated_and_conflict() -> None:
    module = storage().module
    with storage().fake() as fake:
        fake.stateful()
        buckets = fake.client.buckets
        made = buckets.insert({"name": "b", "location": "EU"}, project="p")
        assert (made.name, made.location) == ("b", "EU")
        with pytest.raises(module.ConflictError):
            buckets.insert({"name": "b"}, project="p")
        changed = buckets.patch("b", {"labels": {"a": "1"}})
        assert (changed.location, changed.labels) == ("EU", {"a": "1"})
        assert changed.etag != made.etag
        assert [one.name for one in buckets.list(project="p")] == ["b"]
        buckets.delete("b")
        with pytest.raises(module.NotFoundError):
            buckets.patch("b", {})


def test_names_that_are_paths() -> None:
    package = committed("kubeflow-pipelines-v2beta1")
    with package.fake() as fake:
        fake.stateful()
        experiments = fake.client.experiments
        made = experiments.create({"display_name": "e"})
        assert experiments.get(made.experiment_id).display_name == "e"
        assert [one.display_name for one in experiments.list()] == ["e"]
        experiments.delete(made.experiment_id)
        assert list(experiments.list()) == []


# -- faults -------------------------------------------------------------------------------------


def test_clients_meet_with_faults_and_go_on() -> None:
    fake = NURSERY.fake()
    fake.faults(resets=0.1, status={503: 0.2}, retry_after=0.0, cut_bodies=0.1)
    client = fake.client.with_options(max_retries=9)
    assert len({client.plants.get(3).name for _ in range(12)}) == 1
    assert len(fake.plants.get.calls) > 12


def test_faults_are_the_same_for_the_same_seed() -> None:
    def met(seed: int) -> list[str]:
        fake = NURSERY.fake(seed=seed)
        fake.faults(resets=0.3, timeouts=0.2, status={429: 0.1}, cut_bodies=0.2)
        client = fake.client.with_options(max_retries=0)
        found: list[str] = []
        for _ in range(60):
            try:
                client.plants.get(3)
                found.append("")
            except NURSERY.module.ApiError as error:
                found.append(type(error).__name__)
        return found

    assert met(1) == met(1) != met(2)
    assert len(set(met(1))) >= 4


def test_a_slow_service_is_waited_for_on_its_own_clock() -> None:
    fake = NURSERY.fake()
    fake.faults(slow=30.0)
    assert fake.client.plants.get(3)
    assert fake.clock.now == 30.0
    with pytest.raises(NURSERY.module.TimedOutError):
        fake.client.with_options(timeout=5.0, max_retries=0).plants.get(3)
    assert fake.clock.now == 35.0


@pytest.mark.parametrize("wrong", [{"resets": 2}, {"status": {200: 0.1}}, {"resets": -0.1}])
def test_faults_that_cannot_be(wrong: Any) -> None:
    with pytest.raises(ValueError, match="fault"):
        NURSERY.fake().faults(**wrong)


# -- record and replay --------------------------------------------------------------------------


def _recorded(package: Package, path: Path) -> Any:
    with package.fake("https://nursery.example.com/v1") as fake:
        fake.stateful()
        with package.testing.Recorder(fake.client, path) as recorder:
            made = recorder.client.plants.create({"name": "fern"}, x_gardener="me")
            recorder.client.plants.get(made.id)
    return made


def test_recorded_calls_are_replayed(tmp_path: Path) -> None:
    made = _recorded(NURSERY, tmp_path / "calls.json")
    fake = type(NURSERY.fake()).replay(tmp_path / "calls.json")
    assert fake.client.plants.create({"name": "fern"}, x_gardener="me") == made
    assert fake.client.plants.get(made.id) == made
    with pytest.raises(NURSERY.testing.FakeError, match="no recorded call is left"):
        fake.client.plants.get(made.id)


def test_a_call_that_differs_says_how(tmp_path: Path) -> None:
    _recorded(NURSERY, tmp_path / "calls.json")
    fake = type(NURSERY.fake()).replay(tmp_path / "calls.json")
    with pytest.raises(NURSERY.testing.FakeError, match=r"body, name: 'moss', not 'fern'"):
        fake.client.plants.create({"name": "moss"}, x_gardener="me")
    with pytest.raises(NURSERY.testing.FakeError, match=r"path: /plants/99, not /v1/plants/1"):
        fake.client.plants.get(99)
    with pytest.raises(NURSERY.testing.FakeError, match="has no recorded calls"):
        NURSERY.fake().replay(Path(__file__))


def test_no_secret_is_recorded(tmp_path: Path) -> None:
    package = storage()
    fake = package.fake()
    secret = "key-that-nobody-knows"
    client = package.module.Service(
        base_url=fake.base_url, transport=fake.transport, api_key=secret, token=f"t-{secret}"
    )
    fake.buckets.get.returns(package.module.models.Bucket(id="b", name=secret))
    with package.testing.Recorder(client, tmp_path / "calls.json") as recorder:
        recorder.client.buckets.get("b")
    text = (tmp_path / "calls.json").read_text("utf-8")
    assert json.loads(text)["calls"]
    assert secret not in text


# -- as a server ----------------------------------------------------------------------------------


def test_it_is_an_asgi_application() -> None:
    serving = importlib.import_module(f"{NURSERY.name}._runtime.testing.serving")
    fake = NURSERY.fake("http://localhost:8080")
    fake.stateful()

    async def calls() -> tuple[int, Any, int]:
        transport = httpx2.ASGITransport(serving.app(fake))
        async with httpx2.AsyncClient(transport=transport, base_url=fake.base_url) as client:
            made = await client.post("/plants", json={"name": "a"}, headers={"X-Gardener": "me"})
            got = await client.get(f"/plants/{made.json()['id']}")
            odd = await client.get("/plants/x")
            return made.status_code, got.json()["name"], odd.status_code

    assert asyncio.run(calls()) == (201, "a", 400)


def test_the_server_says_what_it_needs() -> None:
    command, folder = _command("--help")
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    assert "--port" in found.stdout


def test_any_free_port_is_told() -> None:
    command, folder = _command("--port", "0", "--stateful")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as server:
        assert server.stdout is not None
        told = re.fullmatch(
            r"FakeService listens on (http://127\.0\.0\.1:(\d+))\n", server.stdout.readline()
        )
        try:
            assert told is not None
            assert told[2] != "0"
            with NURSERY.module.Service(base_url=told[1]) as client:
                made = client.plants.create({"name": "fern"}, x_gardener="me")
                assert client.plants.get(made.id) == made
            taken, _ = _command("--port", told[2])
            refused = subprocess.run(taken, capture_output=True, text=True, check=False, cwd=folder)
            assert refused.returncode == 2
            assert f"cannot listen on port {told[2]} of 127.0.0.1" in refused.stderr
        finally:
            server.terminate()


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_told(port: str) -> None:
    command, folder = _command(f"--port={port}")
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert (found.returncode, "is no port" in found.stderr) == (2, True)


def _command(*options: str) -> tuple[list[str], Path]:
    """Return what serves the fake, and where it is run."""
    folder = Path(NURSERY.module.__file__).parents[1]
    return [sys.executable, "-m", f"{NURSERY.name}.testing", *options], folder


# -- pytest ---------------------------------------------------------------------------------------


def test_the_fixture_of_pytest(tmp_path: Path) -> None:
    name, folder = NURSERY.name, Path(NURSERY.module.__file__).parents[1]
    (tmp_path / "test_it.py").write_text(
        "def test_right(fake_service):\n"
        "    assert fake_service.client.plants.get(3).name\n"
        "def test_wrong(fake_service):\n"
        "    try:\n"
        "        fake_service.client.request('GET', '/no')\n"
        "    except Exception:\n"
        "        pass\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", f"{name}._pytest_plugin", str(tmp_path)]
    found = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-c", "/dev/null"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert "2 passed" in found.stdout, found.stdout + found.stderr
    assert "1 error" in found.stdout
    assert "GET /no: 404, the API has no such path" in found.stdout
