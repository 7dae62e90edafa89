"""Applications in NestJS and Fastify are called by the clients that are made of their own specs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from e2e import node_apps
from tests.frameworks.harness import (
    Application,
    Async,
    Sync,
    calling,
    golden_surface,
    importable,
    load_application,
)

FIRST = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    node_apps.install()
    with importable(tmp_path_factory.mktemp("node")) as folder:
        yield folder


@pytest.fixture(scope="module")
def cats(packages: Path) -> Iterator[Application]:
    """The NestJS application and its package."""
    with node_apps.serve("built/nest.js") as url:
        spec = httpx2.get(f"{url}/spec.json").json()
        yield load_application(packages, "cats_v1", spec, base_url=url)


@pytest.fixture(scope="module")
def depot(packages: Path) -> Iterator[Application]:
    """The Fastify application and its package."""
    with node_apps.serve("fastify.mjs") as url:
        spec = httpx2.get(f"{url}/spec.json").json()
        yield load_application(packages, "parcels_v1", spec, base_url=url)


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def nest(cats: Application, way: str) -> Iterator[Sync | Async]:
    with calling(cats, way, token="t-1", strict=True) as caller:
        yield caller


@pytest.fixture
def fast(depot: Application, way: str) -> Iterator[Sync | Async]:
    with calling(depot, way, strict=True) as caller:
        yield caller


def test_the_surfaces_read_as_if_a_person_had_written_them(
    cats: Application, depot: Application
) -> None:
    assert cats.surface() == golden_surface("nest", cats)
    assert depot.surface() == golden_surface("fastify", depot)


def test_nest_keeps_what_was_sent(nest: Any, cats: Application) -> None:
    m = cats.models
    cat = m.CreateCat(
        name="Tom",
        age=3,
        weight=4,
        size="large",
        tags=["a"],
        owner=m.Owner(name="Ann", mail=None),
        friends=[m.Owner(name="Bob")],
        born=datetime(2026, 1, 2, tzinfo=UTC),
        extra={"big": 2**40, "list": [1, 2.5]},
        wears=m.Bell(loud=True),
    )
    stored = nest(lambda client: client.cats.create(cat))
    assert (str(stored.id), stored.age, stored.size) == (FIRST, 3, "large")
    assert (stored.wears, stored.owner.mail) == (m.Bell(loud=True), None)
    assert stored.extra == {"big": 2**40, "list": [1, 2.5]}
    assert nest(lambda client: client.cats.find_one(FIRST)) == stored
    counted = nest(lambda client: client.cats.find_all(tag=["a", "b"], limit=5))
    assert (counted.total, counted.items) == (1, [stored])
    changed = nest(lambda client: client.cats.update(FIRST, m.UpdateCat(age=4)))
    assert (changed.age, changed.name) == (4, "Tom")
    life = nest(lambda client: client.cats.life(FIRST, 9))
    assert life.seen == {"number": 9, "id": FIRST}
    assert nest(lambda client: client.cats.remove(FIRST)) is None
    with pytest.raises(cats.package.NotFoundError, match="no cat"):
        nest(lambda client: client.cats.find_one(FIRST))


def test_nest_refuses_with_a_reason(nest: Any, cats: Application) -> None:
    with pytest.raises(cats.package.BadRequestError, match="age must"):
        nest(lambda client: client.cats.create({"name": "Tom"}))


def test_nest_values(nest: Any) -> None:
    query = nest(lambda client: client.values.query(whole=3, share=0.5, size="small"))
    assert query.seen == {"whole": 3, "share": 0.5, "size": "small"}
    numbers = nest(lambda client: client.values.numbers([1, 2.5, 2**53]))
    assert numbers.seen == {"numbers": [1, 2.5, 2**53], "types": ["number"] * 3}
    assert nest(lambda client: client.values.headers(x_trace="t")).seen == {"trace": "t"}
    assert nest(lambda client: client.values.text()) == "plain"
    assert nest(lambda client: client.values.file()) == b"\xff\x00\x01"
    assert nest(lambda client: client.values.undeclared()) == {"any": [1, "two", None]}
    assert nest(lambda client: client.values.secret()).seen == {"authorization": "Bearer t-1"}
    assert nest(lambda client: client.values.moved()) == "plain"  # its spec tells of a 200


def test_nest_uploads(nest: Any, tmp_path: Path) -> None:
    file = tmp_path / "a b.txt"
    file.write_bytes(b"12345")
    one = nest(lambda client: client.files.one(file=file, note="n"))
    assert one.seen == {"name": "a b.txt", "size": 5, "note": "n"}
    many = nest(lambda client: client.files.many(files=[b"1", file]))
    assert many.seen == {"sizes": [1, 5]}


def test_fastify_keeps_what_was_sent(fast: Any, depot: Application) -> None:
    parcel = {
        "label": "a/b",
        "weight": 2,
        "kind": "box",
        "to": {"city": "Ulm", "zip": None},
        "stops": [{"city": "Bern"}],
        "sent": "2026-01-02T03:04:05Z",
        "extra": {"big": 2**40},
        "load": {"type": "solid", "pieces": 3},
    }
    stored = fast(lambda client: client.parcels.create(parcel))
    assert stored.model_dump(mode="json", exclude_unset=True) == {**parcel, "count": 1}
    solid = type(stored.load)(pieces=4)
    again = fast(lambda client: client.parcels.create(stored.model_copy(update={"load": solid})))
    assert again.load == solid
    assert fast(lambda client: client.parcels.list(kind=["box", "bag"], heavy=False)) == [again]
    assert fast(lambda client: client.parcels.list(kind=["bag"])) == []
    stop = fast(lambda client: client.parcels.get_stop("a/b", 2))
    assert stop == {"label": "a/b", "number": 2}
    assert fast(lambda client: client.parcels.delete("a/b")) is None
    with pytest.raises(depot.package.NotFoundError, match="no such parcel"):
        fast(lambda client: client.parcels.get_stop("a/b", 2))


def test_fastify_values(fast: Any) -> None:
    echoed = fast(lambda client: client.values.echo_headers(x_trace="t", session="s"))
    assert echoed == {"trace": "t", "session": "s"}
    assert fast(lambda client: client.values.sum_list([1, 2])) == 3
    form = fast(lambda client: client.values.send_form({"name": "a & b", "ticks": ["x", "y"]}))
    assert form == {"name": "a & b", "ticks": ["x", "y"]}
    assert fast(lambda client: client.values.get_text()) == "plain"
    assert fast(lambda client: client.values.get_lines()) == [{"number": 0}, {"number": 1}]


def test_fastify_uploads(fast: Any) -> None:
    told = fast(lambda client: client.files.upload(file=("a.bin", b"123")))
    assert told == {"name": "a.bin", "size": 3}


def test_every_method_is_called_above(cats: Application, depot: Application) -> None:
    assert cats.not_called_in(__file__) == set()
    assert depot.not_called_in(__file__) == set()
