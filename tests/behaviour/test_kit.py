"""The fake of a service that a package offers for tests: what it answers, and what it refuses."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.golden.cases import Case

from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

CASE = Case("kit")
FORM = "application/x-www-form-urlencoded"


def write(folder: Path, *, kit: bool) -> dict[str, str | bytes]:
    """Generate the package of the golden case; return its files."""
    api = CASE.api(CASE.sources[0])
    given = TargetInput(api, bytes, CASE.package, {"kit": kit}, facts=CASE.facts)
    files = PythonTarget().render(given)
    for path, text in files.items():
        target = folder / CASE.package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return dict(files)


@pytest.fixture(scope="module")
def testing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("kit")
    write(folder, kit=True)
    sys.path.insert(0, str(folder))
    yield importlib.import_module(f"{CASE.package}.testing")
    sys.path.remove(str(folder))
    for name in [one for one in sys.modules if one.split(".")[0] == CASE.package]:
        del sys.modules[name]


@pytest.fixture
def fake(testing: Any) -> Iterator[Any]:
    with testing.FakeKit() as fake:
        yield fake


@pytest.fixture
def package(testing: Any) -> Any:
    return importlib.import_module(CASE.package)


def plants(package: Any, *names: str) -> list[Any]:
    return [package.models.Plant(name=name) for name in names]


NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_a_value_comes_back_as_it_was_given(fake: Any, package: Any) -> None:
    plant = package.models.Plant(name="fern", sown=date(2026, 4, 1), id=3)
    fake.plants.get.returns(plant)
    assert fake.client.plants.get(3) == plant
    assert [call.plant_id for call in fake.plants.get.calls] == [3]


def test_both_clients_reach_the_same_fake(fake: Any, package: Any) -> None:
    page = package.models.PlantPage(plants=[], counted=NOW)
    fake.plants.list.returns(plants(package, "a", "b", "c"), page_size=2, page=page)

    async def names() -> list[str]:
        return [one.name async for one in fake.async_client.plants.list()]

    assert [one.name for one in fake.client.plants.list()] == ["a", "b", "c"]
    assert asyncio.run(names()) == ["a", "b", "c"]
    tokens = [call.page_token for call in fake.plants.list.calls]
    assert [token or "" for token in tokens] == ["", "2", "", "2"]


def test_a_page_has_its_own_fields(fake: Any, package: Any) -> None:
    with pytest.raises(AssertionError, match=r"counted: Field required.*page=…"):
        fake.plants.list.returns(plants(package, "a"))
    fake.plants.list.returns([], page=package.models.PlantPage(plants=[], counted=NOW))
    page = fake.client.plants.list()
    assert (page.items, page.body.counted, page.next_page_token) == ([], NOW, None)


def test_a_token_that_was_not_given_is_refused(fake: Any, package: Any) -> None:
    page = package.models.PlantPage(plants=[], counted=NOW)
    fake.plants.list.returns(plants(package, "a"), page=page)
    for token in ("1", "-1", "zz"):
        with pytest.raises(package.BadRequestError, match="names no page"):
            fake.client.plants.list(page_token=token)
    assert len(fake.refused) == 3
    fake.refused.clear()


def test_pages_by_links(fake: Any, package: Any) -> None:
    beds = [package.models.Bed(name=f"bed {number}") for number in range(5)]
    fake.beds.list.returns(lambda call: beds[: call.per_page], page_size=2)
    assert list(fake.client.beds.list(per_page=5)) == beds
    assert len(fake.beds.list.calls) == 3


def test_an_answer_is_made_of_the_arguments(fake: Any, package: Any) -> None:
    fake.plants.create.returns(lambda call: package.models.Plant(name=call.body.name.upper()))
    created = fake.client.raw(fake.client.plants.create, {"name": "fern"}, x_gardener="me")
    assert (created.status_code, created.data.name) == (201, "FERN")
    call = fake.plants.create.calls[0]
    assert (call.x_gardener, call.body) == ("me", package.models.Plant(name="fern"))


def test_arguments_are_as_the_caller_gave_them(fake: Any, package: Any) -> None:
    page = package.models.PlantPage(plants=[], counted=NOW)
    fake.plants.list.returns([], page=page)
    size = package.models.Size(least=1, most=9)
    fake.client.plants.list(page_size=3, colours=["red, dark", "blue"], since=NOW, size=size)
    call = fake.plants.list.calls[0]
    assert (call.page_size, call.colours, call.since) == (3, ["red, dark", "blue"], NOW)
    assert call.size == size
    assert not call.page_token


def test_forms_text_and_files(fake: Any, package: Any) -> None:
    fake.plants.water.returns("It is wet.")
    watering = package.models.Watering(litres=1.5, tags=["a", "b"])
    assert fake.client.plants.water(3, watering) == "It is wet."
    assert fake.plants.water.calls[0].body == watering
    fake.plants.get_picture.returns(b"\x89PNG")
    answer = fake.client.raw(fake.client.plants.get_picture, 3)
    assert (answer.data, answer.headers["content-type"]) == (b"\x89PNG", "image/png")
    fake.plants.delete.returns(None)
    assert fake.client.plants.delete(3) is None
    fake.ping.returns(None)
    assert fake.client.ping() is None


def test_a_failure_is_that_error_of_the_client(fake: Any, package: Any) -> None:
    fake.plants.get.fails(404, reason="gone", message="No such plant.", headers={"x-a": "b"})
    with pytest.raises(package.NotFoundError) as caught:
        fake.client.plants.get(3)
    assert (caught.value.code, caught.value.server_message) == ("gone", "No such plant.")
    assert caught.value.headers["x-a"] == "b"
    conflict = package.models.Conflict(plant=3)
    fake.plants.create.fails(409, body=conflict)
    with pytest.raises(package.ConflictError) as conflicting:
        fake.client.plants.create({"name": "fern"}, x_gardener="me")
    assert conflicting.value.body == conflict


def test_a_body_that_the_api_does_not_declare_is_no_failure(fake: Any) -> None:
    with pytest.raises(AssertionError, match=r"Conflict is the body of 409.*body=Conflict"):
        fake.plants.create.fails(409, message="It is there.")
    with pytest.raises(ValueError, match="no status of an error"):
        fake.plants.create.fails(200)
    with pytest.raises(ValueError, match="at least 1"):
        fake.plants.create.fails(500, times=0)


def test_the_client_tries_again(fake: Any, package: Any) -> None:
    fake.plants.get.fails(503, times=2)
    fake.plants.get.returns(package.models.Plant(name="fern"))
    assert fake.client.plants.get(3).name == "fern"
    assert len(fake.plants.get.calls) == 3


def test_what_is_not_set_up_is_made_up(fake: Any, testing: Any, package: Any) -> None:
    made = fake.client.plants.get(3)
    assert made == fake.client.plants.get(4) == asyncio.run(fake.async_client.plants.get(3))
    assert made == testing.FakeKit().client.plants.get(3)
    assert made != testing.FakeKit(seed=5).client.plants.get(3)
    page = fake.client.plants.list()
    assert [one.name for one in page] == [one.name for one in page.items]
    fake.plants.get.returns(package.models.Plant(name="fern"))
    fake.plants.get.reset()
    assert fake.client.plants.get(3) == made
    assert len(fake.plants.get.calls) == 1


def test_what_is_not_set_up_fails_a_strict_test(testing: Any) -> None:
    fake = testing.FakeKit(strict=True)
    with pytest.raises(AssertionError, match=r"plants\.get is not set up: say fake\.plants\.get"):
        fake.client.plants.get(3)
    with pytest.raises(AssertionError, match=r"plants\.get is not set up"):
        asyncio.run(fake.async_client.plants.get(3))
    assert len(fake.plants.get.calls) == 2


@pytest.mark.parametrize(
    ("path", "arguments", "why"),
    [
        ("/plants", {"query": {"sort": "name"}}, "the spec has no query parameter 'sort'"),
        (
            "/plants/3:water",
            {"body": {"litres": 1, "cups": 2}, "content_type": FORM},
            "cups: the s",
        ),
        ("/plants", {"json": {"name": "a", "colour": "red"}}, "colour: the spec has no such field"),
    ],
)
def test_what_the_spec_does_not_name(
    testing: Any, package: Any, path: str, arguments: Any, why: str
) -> None:
    options = package.RequestOptions(headers={"X-Gardener": "me"})
    method = "GET" if "query" in arguments else "POST"
    lenient, strict = testing.FakeKit(), testing.FakeKit(strict=True)
    page = package.models.PlantPage(plants=[], counted=NOW)
    lenient.plants.list.returns([], page=page)
    strict.plants.list.returns([], page=page)
    lenient.client.request(method, path, options=options, **arguments)
    lenient.check()
    with pytest.raises(Exception, match="returned 400"):
        strict.client.request(method, path, options=options, **arguments)
    with pytest.raises(testing.FakeError, match=f"{why}.*\\(#/"):
        strict.check()


def test_files_in_parts(fake: Any, testing: Any) -> None:
    fake.client.plants.set_picture(3, file=("a b.png", b"\x89PNG\r\n--", "image/png"))
    call = fake.plants.set_picture.calls[0]
    assert call.plant_id == 3
    assert call.file == testing.SentFile(b"\x89PNG\r\n--", "a b.png", "image/png")


def test_answers_in_turn(fake: Any, testing: Any, package: Any) -> None:
    one, two = plants(package, "fern", "moss")
    fake.plants.get.sequence(one, testing.failure(404), lambda call: two)
    assert fake.client.plants.get(1) == one
    with pytest.raises(package.NotFoundError):
        fake.client.plants.get(1)
    assert [fake.client.plants.get(1) for _ in range(2)] == [two, two]
    page = package.models.PlantPage(plants=[], counted=NOW)
    fake.plants.list.sequence([one, two], [], page_size=1, page=page)
    assert [len(list(fake.client.plants.list())) for _ in range(3)] == [2, 0, 0]
    with pytest.raises(ValueError, match="at least one"):
        fake.plants.get.sequence()


@pytest.mark.parametrize("value", [3, "fern", None, [], {"name": 3}])
def test_what_the_operation_does_not_return_is_refused(fake: Any, value: object) -> None:
    with pytest.raises(AssertionError, match=r"plants\.get does not return this"):
        fake.plants.get.returns(value)
    fake.plants.get.returns(lambda _: value)
    with pytest.raises(AssertionError, match=r"plants\.get does not return this"):
        fake.client.plants.get(3)


@pytest.mark.parametrize(
    ("method", "path", "arguments", "status", "why"),
    [
        ("GET", "/plant", {}, 404, "no such path"),
        ("GET", "/plants/3/pictures", {}, 404, "no such path"),
        ("PUT", "/plants/3", {}, 405, "takes GET, DELETE, PATCH only"),
        ("GET", "/plants/three", {}, 400, "the path parameter 'plant_id': 'three' is no integer"),
        ("GET", "/plants", {"query": {"page_size": "x"}}, 400, "the query parameter 'page_size'"),
        ("GET", "/plants", {"query": {"page_size": ["1", "2"]}}, 400, "is no integer"),
        ("GET", "/plants", {"query": {"since": "today"}}, 400, "the query parameter 'since'"),
        (
            "GET",
            "/plants",
            {"query": {"size[least]": "x"}},
            400,
            "'size': least: 'x' is no integer",
        ),
        ("POST", "/plants", {"json": {"name": "a"}}, 400, "header parameter 'X-Gardener' is miss"),
        ("POST", "/plants/3:water", {"json": {"litres": 1}}, 415, "not application/json"),
        ("POST", "/plants/3:water", {}, 400, "the body is missing"),
    ],
)
def test_requests_that_the_spec_does_not_allow(
    testing: Any, package: Any, method: str, path: str, arguments: Any, status: int, why: str
) -> None:
    fake = testing.FakeKit()
    with pytest.raises(package.StatusError, match=why) as caught:
        fake.client.request(method, path, **arguments)
    assert caught.value.status_code == status
    with pytest.raises(testing.FakeError, match=why):
        fake.check()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({}, "name: it is missing"),
        ({"name": 3}, "name: 3 is no string"),
        ({"name": "a", "sown": "soon"}, "sown: "),
    ],
)
def test_bodies_that_do_not_fit(testing: Any, package: Any, body: Any, why: str) -> None:
    fake = testing.FakeKit()
    with pytest.raises(package.BadRequestError, match=f"the body does not fit: {why}"):
        fake.client.plants.create(body, x_gardener="me")
    assert fake.plants.create.calls == []


def test_the_end_of_the_block_raises_what_was_refused(testing: Any, package: Any) -> None:
    with (
        pytest.raises(testing.FakeError, match=r"kit does not allow.*\n  GET /plant: 404"),
        testing.FakeKit() as fake,
        pytest.raises(package.NotFoundError),
    ):
        fake.client.request("GET", "/plant")


def test_the_error_that_ended_the_block_stays(testing: Any) -> None:
    def fail_after_a_refusal() -> None:
        with testing.FakeKit() as fake:
            fake.client.request("GET", "/plant")

    with pytest.raises(Exception, match="returned 404") as caught:
        fail_after_a_refusal()
    assert type(caught.value).__name__ == "NotFoundError"


def test_a_client_of_ones_own(testing: Any, package: Any) -> None:
    with testing.FakeKit("https://plants.example.com/api/v2") as fake:
        fake.plants.get.returns(package.models.Plant(name="fern"))
        client = package.Kit(base_url=fake.base_url, transport=fake.transport, max_retries=0)
        assert client.plants.get(3).name == "fern"
        elsewhere = package.Kit(base_url="https://x.example.com", transport=fake.transport)
        with pytest.raises(package.NotFoundError, match="the base URL is"):
            elsewhere.plants.get(3)
        fake.refused.clear()


@pytest.mark.parametrize(
    ("method", "target", "operation"),
    [
        ("GET", "/v1/projects/p/jobs/j", "jobs.get"),
        ("GET", "/v1/folders/f", "folders.get"),
        ("POST", "/v1/folders/f:move", "folders.move"),
        ("GET", "/v1/files/a/b/c", "files.get"),
        ("PUT", "/runs/3?action=stop", "runs.stop"),
        ("PUT", "/runs/3?action=retry&x=1", "runs.retry"),
        ("GET", "/links?path=x", "links.get"),
        ("GET", "/links", "links.list"),
    ],
)
def test_routes(testing: Any, method: str, target: str, operation: str) -> None:
    routes = importlib.import_module(f"{CASE.package}._runtime.testing.received.routes").Routes(
        {
            "jobs": {"get": "GET /v1/{name=projects/*/jobs/*}"},
            "folders": {
                "get": "GET /v1/{name=folders/*}",
                "move": "POST /v1/{name=folders/*}:move",
            },
            "files": {"get": "GET /v1/files/{path=**}"},
            "runs": {"stop": "PUT /runs/{id}?action=stop", "retry": "PUT /runs/{id}?action=retry"},
            "links": {"list": "GET /links", "get": "GET /links?path="},
        }
    )
    request = httpx2.Request(method, f"https://fake.invalid{target}")
    assert routes.find(request, request.url.path)[0] == operation


def test_without_the_kit_a_package_is_as_it_was(tmp_path: Path) -> None:
    bare, full = write(tmp_path / "bare", kit=False), write(tmp_path / "full", kit=True)
    assert not [path for path in bare if "testing" in path.split("/")]
    more = {path for path in full if path not in bare}
    assert {path.partition("/")[0] for path in more} == {"testing", "_runtime", "_pytest_plugin.py"}
    assert {path: full[path] for path in bare} == bare


def test_nothing_of_the_kit_loads_by_itself(tmp_path: Path) -> None:
    write(tmp_path, kit=True)
    code = f"import sys, {CASE.package} as p; p.Kit().plants; print([*sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert f"{CASE.package}.resources.plants" in done.stdout
    assert f"{CASE.package}.testing" not in done.stdout
    assert f"{CASE.package}._runtime.testing" not in done.stdout
