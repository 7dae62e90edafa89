"""Tests as users of a kit write them: type checkers read them, and pytest runs them."""

from __future__ import annotations

import asyncio
import unittest
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, assert_type

import pytest
from kit_api import (
    AsyncKit,
    ConflictError,
    Kit,
    MediaUpload,
    NotFoundError,
    OperationError,
    StatusError,
    TimedOutError,
)
from kit_api.models import Bed, Conflict, Entry, Plant, PlantPage, Seed
from kit_api.testing import FakeError, FakeKit, Recorder, Refusal, SentFile, failure

pytest_plugins = ["kit_api._pytest_plugin"]

EMPTY = PlantPage(plants=[], counted=datetime(2026, 4, 1, tzinfo=UTC))

# -- the code that is tested --------------------------------------------------------------------


def report(client: Kit) -> str:
    """Say how many plants there are, and how many of them are gone meanwhile."""
    gone = 0
    plants = list(client.plants.list(page_size=2))
    for plant in plants:
        try:
            client.plants.get(plant.id or 0)
        except NotFoundError:
            gone += 1
    return f"{len(plants)} plants, {gone} gone"


async def names(client: AsyncKit) -> list[str]:
    """Return the names of all plants."""
    return [plant.name async for plant in client.plants.list()]


def grown(client: Kit, plant: int) -> str:
    """Let a plant grow; return its name then."""
    try:
        return client.plants.grow(plant).wait(poll=0.1).name
    except OperationError as error:
        return f"not grown: {error.server_message}"


# -- its tests ----------------------------------------------------------------------------------


@pytest.fixture
def beds(fake_kit: FakeKit) -> Iterator[FakeKit]:
    """A nursery that keeps its beds."""
    fake_kit.stateful()
    fake_kit.client.beds.put("north", Bed(name="north", shade=True, soil="clay"))
    fake_kit.client.beds.put("south", Bed(name="south", shade=False, soil="sand"))
    yield fake_kit
    assert not fake_kit.refused


def test_a_list_in_pages_and_an_error(fake_kit: FakeKit) -> None:
    fake_kit.plants.list.returns([Plant(name="a", id=1), Plant(name="b", id=2)], page=EMPTY)
    fake_kit.plants.get.sequence(Plant(name="a", id=1), failure(404, reason="gone"))
    assert report(fake_kit.client) == "2 plants, 1 gone"
    call = fake_kit.plants.list.calls[0]
    assert call.page_size == 2
    assert [one.plant_id for one in fake_kit.plants.get.calls] == [1, 2]
    assert_type(fake_kit.plants.get.calls[0].plant_id, int)


def test_pages_of_an_async_client(fake_kit: FakeKit) -> None:
    plants = [Plant(name=letter) for letter in "abc"]
    fake_kit.plants.list.returns(plants, page_size=1, page=EMPTY)
    assert asyncio.run(names(fake_kit.async_client)) == ["a", "b", "c"]
    assert len(fake_kit.plants.list.calls) == 3


def test_a_busy_service_is_asked_again(fake_kit: FakeKit) -> None:
    fake_kit.plants.get.fails(503, times=2, retry_after=0.1)
    fake_kit.plants.get.returns(lambda call: Plant(name=f"plant {call.plant_id}"))
    assert fake_kit.client.plants.get(3).name == "plant 3"
    assert len(fake_kit.plants.get.calls) == 3


def test_an_error_has_its_body(fake_kit: FakeKit) -> None:
    fake_kit.plants.create.fails(409, body=Conflict(plant=3, message="It is there."))
    with pytest.raises(ConflictError) as caught:
        fake_kit.client.plants.create({"name": "fern"}, x_gardener="me")
    assert isinstance(caught.value.body, Conflict)
    call = fake_kit.plants.create.calls[0]
    assert_type(call.body, Plant)
    assert (call.x_gardener, call.body.name) == ("me", "fern")


def test_streams(fake_kit: FakeKit) -> None:
    fake_kit.diary.read.streams([Entry(text="sown"), Entry(text="watered")])
    fake_kit.weather.watch.streams(lambda call: (Entry(text=text) for text in ("sun", "rain")))
    assert [one.text for one in fake_kit.client.diary.read()] == ["sown", "watered"]
    with fake_kit.client.weather.watch() as events:
        assert [one.text for one in events] == ["sun", "rain"]
    assert len(fake_kit.weather.watch.calls) == 1


def test_an_upload_and_a_download(fake_kit: FakeKit, tmp_path: Path) -> None:
    picture = tmp_path / "fern.png"
    picture.write_bytes(b"\x89PNG" * 100_000)
    fake_kit.seeds.upload.returns(Seed(name="fern"))
    media = MediaUpload(picture, content_type="image/png", resumable=True, chunk_size=262_144)
    assert fake_kit.client.seeds.upload({"name": "fern"}, media=media).name == "fern"
    sent = fake_kit.seeds.upload.calls[0].media
    assert isinstance(sent, SentFile)
    assert (sent.content, sent.content_type) == (picture.read_bytes(), "image/png")
    fake_kit.seeds.get_media.returns(b"seed", content_type="image/png")
    fake_kit.client.seeds.get_media("fern").save(tmp_path / "seed.png")
    assert (tmp_path / "seed.png").read_bytes() == b"seed"


def test_work_that_takes_a_minute(fake_kit: FakeKit) -> None:
    fake_kit.plants.grow.finishes(lambda call: Plant(name=f"tree {call.plant_id}"), after=60)
    work = fake_kit.client.plants.grow(3)
    assert not work.refresh().done
    fake_kit.clock.advance(60)
    assert work.wait(poll=0.1).name == "tree 3"
    fake_kit.plants.grow.breaks("It is too dry.", after=0)
    assert grown(fake_kit.client, 3) == "not grown: It is too dry."


def test_beds_are_kept(beds: FakeKit) -> None:
    client = beds.client
    assert [one.name for one in client.beds.list(shade=True)] == ["north"]
    client.beds.delete("north")
    with pytest.raises(NotFoundError):
        client.beds.get("north")
    assert client.beds.get("south").soil == "sand"


def test_faults(fake_kit: FakeKit) -> None:
    fake_kit.faults(resets=0.1, status={503: 0.1}, retry_after=0.0, cut_bodies=0.1, slow=1.0)
    client = fake_kit.client.with_options(max_retries=9)
    assert {client.plants.get(3).name for _ in range(5)}
    fake_kit.faults(slow=30.0)
    with pytest.raises(TimedOutError):
        client.with_options(timeout=5.0, max_retries=0).plants.get(3)


def test_a_request_that_the_service_would_refuse(fake_kit: FakeKit) -> None:
    with pytest.raises(StatusError):
        fake_kit.client.plants.create({"title": "fern"}, x_gardener="me")
    (refusal,) = fake_kit.refused
    assert_type(refusal, Refusal)
    assert refusal.status == 400
    fake_kit.refused.clear()


def test_recorded_calls(fake_kit: FakeKit, tmp_path: Path) -> None:
    fake_kit.plants.get.returns(Plant(name="fern"))
    with Recorder(fake_kit.client, tmp_path / "calls.json") as recorder:
        assert_type(recorder.client, Kit)
        assert recorder.client.plants.get(3).name == "fern"
    replayed = FakeKit.replay(tmp_path / "calls.json")
    with pytest.raises(FakeError, match="path: /plants/4, not /plants/3"):
        replayed.client.plants.get(4)
    assert replayed.client.plants.get(3).name == "fern"


class OfUnittest(unittest.TestCase):
    """The same without pytest."""

    fake: FakeKit

    def setUp(self) -> None:
        self.fake = self.enterContext(FakeKit(strict=True, seed=3))

    def test_what_is_not_set_up(self) -> None:
        with self.assertRaises(FakeError):  # noqa: PT027 - this is unittest
            self.fake.client.plants.get(3)

    def test_what_is_set_up(self) -> None:
        answer: Any = Plant(name="fern")
        self.fake.plants.get.returns(answer)
        self.assertEqual(self.fake.client.plants.get(3), answer)  # noqa: PT009 - likewise
