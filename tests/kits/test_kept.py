"""What a fake keeps, for the ways in which APIs create, change and list things."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.kits.packages import Package, golden, storage, written

from specmill import sources
from specmill.diagnostics import Report

NURSERY = golden("kit")
ODD = Path(__file__).parent / "kept.yaml"


@pytest.fixture
def nursery() -> Any:
    fake = NURSERY.fake()
    fake.stateful()
    return fake


@pytest.fixture(scope="module")
def package() -> Package:
    return written(sources.read(ODD, report=Report()), "kit_of_kept")


@pytest.fixture
def fake(package: Package) -> Any:
    found = package.fake()
    found.stateful()
    return found


# -- PUT, PATCH, etags ----------------------------------------------------------------------------


def test_put_creates_or_replaces(nursery: Any) -> None:
    client = nursery.client
    first = client.raw(client.beds.put, "north", {"name": "north", "shade": True, "soil": "clay"})
    again = client.raw(client.beds.put, "north", {"name": "north", "soil": "sand"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.data.soil, again.data.shade) == ("sand", None)
    assert client.beds.get("north") == again.data
    client.beds.delete("north")
    with pytest.raises(NURSERY.module.NotFoundError):
        client.beds.get("north")


def test_what_the_service_alone_writes_stays(nursery: Any) -> None:
    plants = nursery.client.plants
    made = plants.create({"name": "fern", "id": 99}, x_gardener="me")
    assert made.id != 99
    changed = plants.update(made.id, {"name": "moss", "id": 7})
    assert (changed.id, changed.name) == (made.id, "moss")


def test_a_mask_says_what_a_patch_changes(nursery: Any) -> None:
    plants = nursery.client.plants
    made = plants.create({"name": "fern", "sown": "2026-04-01"}, x_gardener="me")
    named = plants.update(made.id, {"name": "moss", "sown": "2026-05-01"}, update_mask="name")
    assert (named.name, named.sown) == ("moss", made.sown)
    cleared = plants.update(made.id, {}, update_mask="sown")
    assert (cleared.name, cleared.sown) == ("moss", None)


def test_an_older_version_is_not_changed(nursery: Any) -> None:
    client = nursery.client
    made = client.raw(client.plants.create, {"name": "fern"}, x_gardener="me")
    etag = made.headers["etag"]
    client.plants.update(made.data.id, {"name": "moss"}, if_match=etag)
    with pytest.raises(NURSERY.module.StatusError) as caught:
        client.plants.update(made.data.id, {"name": "oak"}, if_match=etag)
    assert caught.value.status_code == 412
    options = NURSERY.module.RequestOptions(headers={"If-None-Match": "*"})
    client.beds.put("north", {"name": "north"}, options=options)
    with pytest.raises(NURSERY.module.StatusError) as there:
        client.beds.put("north", {"name": "north"}, options=options)
    assert there.value.status_code == 412
    assert client.plants.get(made.data.id).name == "moss"


# -- lists and what is below ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"shade": True}, ["north"]),
        ({"shade": False}, ["south", "west"]),
        ({"soil": ["sand", "loam"]}, ["south", "west"]),
        ({"soil": ["sand"], "shade": True}, []),
        ({"per_page": 2}, ["north", "south", "west"]),
        ({"page": 1}, ["north", "south", "west"]),
    ],
)
def test_parameters_called_like_fields_choose(nursery: Any, query: Any, names: list[str]) -> None:
    for name, soil in (("north", "clay"), ("south", "sand"), ("west", "loam")):
        nursery.client.beds.put(name, {"name": name, "soil": soil, "shade": name == "north"})
    assert [one.name for one in nursery.client.beds.list(**query)] == names
    assert len(nursery.beds.list.calls) == (2 if "per_page" in query else 1)


def test_what_is_below_needs_what_it_is_below(nursery: Any) -> None:
    client, missing = nursery.client, NURSERY.module.NotFoundError
    for call in (client.labels.list, lambda bed: client.labels.create(bed, {"text": "a"})):
        with pytest.raises(missing, match="there is no beds/north"):
            call("north")
    client.beds.put("north", {"name": "north"})
    label = client.labels.create("north", {"text": "a"})
    assert client.labels.list("north") == [label]
    client.beds.delete("north")
    client.beds.put("north", {"name": "north"})
    assert client.labels.list("north") == []


def test_threads_and_tasks_create_at_once(nursery: Any) -> None:
    def create() -> None:
        for _ in range(10):
            nursery.client.plants.create({"name": "fern"}, x_gardener="me")

    async def create_all() -> None:
        made = (
            nursery.async_client.plants.create({"name": "fern"}, x_gardener="me") for _ in range(20)
        )
        await asyncio.gather(*made)

    threads = [Thread(target=create) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    asyncio.run(create_all())
    assert len({one.id for one in nursery.client.plants.list(page_size=7)}) == 60
    assert len(nursery.plants.create.calls) == 60


# -- media and work -------------------------------------------------------------------------------


@pytest.mark.parametrize("resumable", [False, True])
def test_what_is_uploaded_can_be_downloaded(resumable: bool) -> None:
    module = storage().module
    with storage().fake() as fake:
        fake.stateful()
        client = fake.client
        client.buckets.insert({"name": "b"}, project="p")
        content = bytes(range(256)) * 2048
        media = module.MediaUpload(
            content, content_type="image/png", resumable=resumable, chunk_size=262_144
        )
        made = client.objects.insert("b", name="a/b.png", media=media)
        assert (made.name, made.bucket, made.size) == ("a/b.png", "b", len(content))
        assert made.content_type == "image/png"
        assert client.objects.get("b", "a/b.png").etag == made.etag
        assert client.objects.get_media("b", "a/b.png").read() == content
        assert [one.name for one in client.objects.list("b")] == ["a/b.png"]
        client.objects.delete("b", "a/b.png")
        with pytest.raises(module.NotFoundError):
            client.objects.get_media("b", "a/b.png").read()


def test_work_creates_and_deletes(fake: Any, package: Package) -> None:
    client = fake.client
    work = client.instances.create({"name": "i", "size": 3})
    assert not work.done
    before = fake.clock.now
    fake.clock.advance(2.0)
    assert work.wait(poll=0.1).size == 3
    assert fake.clock.now == before + 3.0  # a look takes a second
    assert client.instances.get("i").name == "i"
    client.instances.delete("i").wait(poll=0.1)
    with pytest.raises(package.module.NotFoundError):
        client.instances.get("i")


# -- shapes ---------------------------------------------------------------------------------------


def test_things_that_are_told_by_their_metadata(fake: Any, package: Package) -> None:
    pods = fake.client.pods
    made = pods.create("n", {"metadata": {"name": "p", "labels": {"a": "1"}}, "spec": {"cpu": 1}})
    assert (made.metadata.name, made.metadata.namespace) == ("p", "n")
    assert pods.get("n", "p") == made
    assert pods.list("n").items == [made]
    assert pods.list("m").items == []
    with pytest.raises(package.module.ConflictError):
        pods.create("n", {"metadata": {"name": "p"}})
    changes = [
        {"op": "test", "path": "/spec/cpu", "value": 1},
        {"op": "replace", "path": "/spec/cpu", "value": 2},
        {"op": "add", "path": "/metadata/labels/b~1c", "value": "3"},
        {"op": "remove", "path": "/metadata/labels/a"},
    ]
    patched = pods.patch("n", "p", changes)
    assert (patched.spec.cpu, patched.metadata.labels) == (2, {"b/c": "3"})
    with pytest.raises(package.module.StatusError, match="a change that cannot be"):
        pods.patch("n", "p", changes[:1])
    fake.refused.clear()
    replaced = pods.replace("n", "p", {"metadata": {"name": "p"}})
    assert replaced.spec is None


def test_answers_that_hold_the_thing_in_their_only_field(fake: Any, package: Package) -> None:
    droplets = fake.client.droplets
    made = droplets.create({"name": "d", "size": "s"})
    assert droplets.get(made.droplet.id) == made
    assert droplets.list().droplets == [made.droplet]
    changed = droplets.update(made.droplet.id, {"size": "l"})
    assert (changed.droplet.name, changed.droplet.size) == ("d", "l")
    assert droplets.delete(made.droplet.id) is None
    assert droplets.list().droplets == []


def test_forms_and_changes_by_post(fake: Any, package: Package) -> None:
    customers = fake.client.customers
    made = customers.create({"email": "a@b.example", "name": "A"})
    changed = customers.update(made.id, {"name": "B"})
    assert (changed.email, changed.name) == ("a@b.example", "B")
    assert [one.id for one in customers.list(email="a@b.example")] == [made.id]
    assert list(customers.list(email="c@d.example")) == []
    customers.create({"email": "c@d.example"})
    pages = list(customers.list(limit=1).pages())
    assert [len(page.items) for page in pages] == [1, 1]


def test_members_of_a_set(fake: Any, package: Package) -> None:
    stars = fake.client.stars
    with pytest.raises(package.module.NotFoundError):
        stars.get("o", "r")
    stars.put("o", "r")
    assert stars.get("o", "r") is None
    stars.delete("o", "r")
    with pytest.raises(package.module.NotFoundError):
        stars.get("o", "r")
