"""An application in huma (Go) is called by the client that is made of its own spec; huma judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "00000000-0000-4000-8000-000000000001"
NONE = "00000000-0000-4000-8000-00000000000f"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def garden(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("huma", packages, "garden_v1") as application:
        yield application


@pytest.fixture
def call(garden: Application, way: str) -> Iterator[Sync | Async]:
    options = {"token": "t-1", "api_key": "k-1", "strict": True, "max_retries": 0}
    with calling(garden, way, **options) as caller:
        yield caller


def test_a_plant_keeps_what_was_sent(call: Any, garden: Application) -> None:
    m = garden.models
    plant = m.PlantFields(
        name="Rose",
        size="large",
        level=2,
        price="12.30",
        bed=m.Bed(name="North", depth=0.5),
        notes=["red"],
        sizes={"height": 2**53 + 1},
        extra={"share": 1.5, "list": [1, "a"]},
        photo=b"\x00\xff\xfe",
        sown=MADE,
        harvest=date(2026, 8, 1),
        website="https://example.com/?a=b",
        labels={"zone": "7 a"},
        neighbor=None,
    )
    kept = call(lambda client: client.plants.create(plant))
    assert (kept.id, kept.made, kept.size, kept.photo) == (FIRST, MADE, "large", b"\x00\xff\xfe")
    assert (kept.sown, kept.harvest, kept.price) == (MADE, date(2026, 8, 1), "12.30")
    assert (kept.bed.depth, kept.sizes) == (0.5, {"height": 2**53 + 1})
    assert (kept.extra, kept.neighbor) == ({"share": 1.5, "list": [1, "a"]}, None)
    again = call(lambda client: client.plants.get(FIRST))
    assert again.model_copy(update={"schema_": kept.schema_}) == kept
    moved = call(lambda client: client.plants.move(FIRST, m.Bed(name="South")))
    assert (moved.name, moved.depth) == ("South", None)
    bed = call(lambda client: client.plants.update(FIRST, {"bed": kept.bed, "level": 3})).bed
    assert (bed.name, bed.depth) == ("North", 0.5)
    replaced = call(
        lambda client: client.plants.replace(
            FIRST, {"name": "Lily", "price": "1.0", "neighbor": "a"}
        )
    )
    assert (replaced.name, replaced.size, replaced.neighbor) == ("Lily", "small", "a")
    assert call(lambda client: client.plants.delete(FIRST)) is None
    with pytest.raises(garden.package.NotFoundError, match="no such plant"):
        call(lambda client: client.plants.get(FIRST))


def test_patches_in_three_forms(call: Any, garden: Application) -> None:
    m = garden.models
    new = m.PlantFields(name="Rose", price="1.0", neighbor="b", notes=["red"])
    call(lambda client: client.plants.create(new))
    merged = call(lambda client: client.plants.update(FIRST, {"notes": None, "level": 4}))
    assert (merged.notes, merged.level, merged.name) == (None, 4, "Rose")
    patch = [m.JsonPatchOp(op="replace", path="/name", value="Lily")]
    assert call(lambda client: client.plants.update(FIRST, patch)).name == "Lily"
    short = "application/merge-patch+shorthand"
    changed = call(lambda client: client.plants.update(FIRST, b"{level: 5}", content_type=short))
    assert changed.level == 5
    call(lambda client: client.plants.delete(FIRST))


def test_a_model_that_came_goes_back(call: Any, garden: Application) -> None:
    new = {"name": "Rose", "price": "1.0", "neighbor": None, "bed": {"name": "East"}}
    kept = call(lambda client: client.plants.create(new))
    assert kept.schema_ == "https://app.test/schemas/Plant.json"
    fields = kept.model_dump(by_alias=True, exclude_unset=True, exclude={"id", "made", "schema_"})
    again = call(lambda client: client.plants.replace(FIRST, fields))
    assert (again.bed.name, again.neighbor) == ("East", None)
    bed = call(lambda client: client.plants.move(FIRST, again.bed))
    assert call(lambda client: client.plants.move(FIRST, bed)) == bed
    call(lambda client: client.plants.delete(FIRST))


def test_lists_are_pages_with_filters(call: Any, garden: Application) -> None:
    for name in ("Aster", "Begonia", "Crocus"):
        fields = garden.models.PlantFields(
            name=name, price="1.0", neighbor=None, labels={"a b": "1", "c": "2"}
        )
        call(lambda client, fields=fields: client.plants.create(fields))
    found = call(lambda client: client.plants.list(limit=2))
    assert [one.name for one in found] == ["Aster", "Begonia", "Crocus"]
    found = call(
        lambda client: client.plants.list(
            size="small",
            label=["a b", "c"],
            sort=["-name", "level"],
            after=datetime(2026, 1, 1, tzinfo=UTC),
        )
    )
    assert [one.name for one in found] == ["Crocus", "Begonia", "Aster"]
    assert call(lambda client: client.plants.list(label=["z"])) == []
    for number in (3, 2, 1):
        one = f"00000000-0000-4000-8000-{number:012}"
        call(lambda client, one=one: client.plants.delete(one))


def test_conditional_requests(call: Any, garden: Application) -> None:
    new = {"name": "Rose", "price": "1.0", "neighbor": None}
    call(lambda client: client.plants.create(new))
    assert call(lambda client: client.plants.get(FIRST, if_none_match=['"Rose"'])) is None
    since = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert call(lambda client: client.plants.get(FIRST, if_modified_since=since)) is None
    assert call(lambda client: client.plants.get(FIRST, if_none_match=['"x"'])).name == "Rose"
    changed = call(lambda client: client.plants.replace(FIRST, new, if_match=['"Rose"', '"Lily"']))
    assert changed.name == "Rose"
    with pytest.raises(garden.package.StatusError) as caught:
        call(lambda client: client.plants.replace(FIRST, new, if_match=['"other"']))
    assert caught.value.status_code == 412
    call(lambda client: client.plants.delete(FIRST))


def test_what_does_not_fit_is_refused_with_the_reasons(call: Any, garden: Application) -> None:
    with pytest.raises(garden.package.UnprocessableError) as caught:
        call(lambda client: client.plants.create({"name": "", "price": "x", "neighbor": None}))
    told = str(caught.value)
    assert "body.name: expected length >= 1" in told
    assert "body.price: expected string to match pattern" in told
    assert isinstance(caught.value.body, garden.models.ErrorModel)
    with pytest.raises(garden.package.UnprocessableError, match=r"query\.limit"):
        call(lambda client: client.plants.list(limit=1000))


def test_unions_by_their_tag(call: Any, garden: Application) -> None:
    m = garden.models
    watering, pruning = m.Watering(litres=2), m.Pruning(until=MADE)
    assert call(lambda client: client.values.echo_task(watering)) == watering
    assert call(lambda client: client.values.echo_task(pruning)) == pruning
    assert call(lambda client: client.values.echo_tasks([watering, pruning])) == [watering, pruning]
    assert call(lambda client: client.values.echo_tasks(None)) is None


def test_numbers_lists_and_free_values(call: Any, garden: Application) -> None:
    m = garden.models
    numbers = m.Numbers(
        tiny=255,
        big=-(2**63),
        huge=2**64 - 1,
        single=0.5,
        double=1e-7,
        wait=1_500_000_000,
        grid=[[1, 2], [], None],
        pair=[3, 4],
        any={"a": [None, True, 2**53]},
        timings={"60": "minute"},
    )
    echoed = call(lambda client: client.values.echo_numbers(numbers))
    sent = numbers.model_dump(exclude_unset=True)
    assert echoed.model_dump(exclude_unset=True, exclude={"schema_"}) == sent
    tree = m.Tree(label="a", branches=[m.Tree(label="b", branches=[m.Tree(label="c")])])
    echoed = call(lambda client: client.values.echo_tree(tree))
    assert echoed.branches[0].branches[0].label == "c"
    beds = {"a": m.Bed(name="x"), "b/ü": m.Bed(name="y", depth=1)}
    echoed = call(lambda client: client.values.echo_mapping(beds))
    assert {name: (bed.name, bed.depth) for name, bed in echoed.items()} == {
        "a": ("x", None),
        "b/ü": ("y", 1),
    }
    for anything in ("text", 1.5, [1, "a", None], {"a": {}}, False):
        echoed = call(lambda client, anything=anything: client.values.echo_anything(anything))
        assert (echoed, type(echoed)) == (anything, type(anything))


def test_parameters_of_all_places(call: Any, garden: Application) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            0.5,
            text="a & b/ü+",
            big=2**53 + 1,
            flag=False,
            ids=[1, 2],
            words=["x,y", "z"],
            moment=MADE,
            day=date(2026, 2, 3),
            filter_=garden.models.Filter(color="light blue", count=3),
            x_trace="t",
            x_since=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            x_limits=[3, 4],
            visit="v-1",
            seen=7,
        )
    )
    assert echoed == {
        "ratio": 0.5,
        "text": "a & b/ü+",
        "big": 2**53 + 1,
        "flag": False,
        "ids": [1, 2],
        "words": ["x,y", "z"],
        "moment": "2026-01-02T03:04:05.678901Z",
        "day": "2026-02-03T00:00:00Z",
        "filter": {"color": "light blue", "count": 3},
        "trace": "t",
        "since": "2026-01-02T03:04:05Z",
        "limits": [3, 4],
        "visit": "v-1",
        "seen": 7,
    }


def test_uploads_and_downloads(call: Any, tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(PICTURE)
    told = call(
        lambda client: client.files.upload_form(
            picture=file,
            title="T ü",
            more=[("x.txt", b"1"), ("y.txt", b"22")],
            labels=["a", "b"],
            count=3,
        )
    )
    assert (told.title, told.name, told.type, told.size) == ("T ü", "a b.png", "image/png", 10)
    assert (told.more, told.labels, told.count) == (["x.txt:1", "y.txt:22"], ["a", "b"], 3)
    least = call(lambda client: client.files.upload_form(picture=file, title="t"))
    assert (least.size, least.more, least.labels, least.count) == (10, [], None, 0)
    sent = call(lambda client: client.files.upload_bytes(PICTURE))
    assert sent == {"size": 10, "type": "application/octet-stream"}
    assert call(lambda client: client.files.upload_bytes(file))["size"] == 10
    assert call(lambda client: client.files.download_bytes("a b%2F.png")) == PICTURE
    assert call(lambda client: client.files.read_text()) == "plain ü"


def test_bytes_that_the_spec_does_not_tell_of(garden: Application, way: str) -> None:
    with calling(garden, way) as call:
        assert call(lambda client: client.files.stream_bytes()) == PICTURE
        assert call(lambda client: client.files.undeclared_bytes()) == PICTURE


def test_events_are_typed(call: Any, garden: Application) -> None:
    m = garden.models
    events = call(lambda client: client.answers.watch_garden(count=2))
    ticks = [m.Tick(at=MADE, count=0), m.Tick(at=MADE, count=1)]
    assert events == [*ticks, m.Done(reason="all told")]


def test_redirects_and_answers_without_a_body(call: Any, garden: Application) -> None:
    assert call(lambda client: client.answers.moved()) == "http://app.test/files/text"
    assert call(lambda client: client.answers.moved_bytes()) == "plain ü".encode()
    bed = garden.models.Bed(name="North")
    elsewhere = call(lambda client: client.answers.send_elsewhere(bed))
    assert elsewhere == "http://app.test/plants/none"
    with pytest.raises(garden.package.StatusError, match="uuid"):
        call(lambda client: client.answers.send_elsewhere_bytes(bed))
    assert call(lambda client: client.answers.empty()) is None


def test_headers_and_cookies_of_answers(call: Any) -> None:
    started = call(lambda client: client.raw(client.answers.start))
    assert (started.status_code, started.data.reason) == (202, "begun")
    assert started.headers["retry-after"] == "3"
    assert started.headers.get_list("set-cookie") == ["job=7", "theme=dark"]
    assert call(lambda client: client.answers.start()).reason == "begun"


def test_errors_say_why(call: Any, garden: Application) -> None:
    with pytest.raises(garden.package.StatusError) as caught:
        call(lambda client: client.answers.teapot())
    error = caught.value
    assert (error.status_code, error.body.detail) == (418, "short and stout")
    assert "short and stout" in str(error)
    assert "body.drink: no coffee" in str(error)
    assert "try tea" in str(error)
    with pytest.raises(garden.package.StatusError, match="closed for the winter"):
        call(lambda client: client.answers.broken())


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.values.with_bearer()) == "Bearer t-1"
    assert call(lambda client: client.values.with_key()) == "k-1"


def test_the_surface_reads_as_if_a_person_had_written_it(garden: Application) -> None:
    assert garden.surface() == golden_surface("huma", garden)


def test_every_method_is_called_above(garden: Application) -> None:
    assert garden.not_called_in(__file__) == set()
