"""An application in axum with utoipa (Rust) is called by the client made of its own spec."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.frameworks.harness import Application, Async, Sync, calling, golden_surface
from tests.frameworks.served import served

FIRST = "00000000-0000-0000-0000-000000000001"
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\xff\x00"


@pytest.fixture(scope="module")
def board(packages: Path) -> Iterator[Application]:
    """The application and its package."""
    with served("utoipa", packages, "tasks_v1") as application:
        yield application


@pytest.fixture
def call(board: Application, way: str) -> Iterator[Sync | Async]:
    options = {"token": "t-1", "api_key": "k-1", "strict": True, "max_retries": 0}
    with calling(board, way, **options) as caller:
        yield caller


def test_a_task_keeps_what_was_sent(call: Any, board: Application) -> None:
    m = board.models
    task = m.NewTask(
        title="Paint",
        status="in_progress",
        owner=m.Owner(name="Ann ü", mail="a@example.com"),
        labels=["a b"],
        cost="12.30",
        due_on=date(2026, 2, 3),
        starts_at=MADE,
        counts={"a": -(2**63)},
        extra={"list": [1, None, "x"], "big": 2**63},
        level=9,
    )
    kept = call(lambda client: client.tasks.create(task))
    assert (str(kept.id), kept.made, kept.starts_at) == (FIRST, MADE, MADE)
    assert (kept.status, kept.owner, kept.due_on) == ("in_progress", task.owner, task.due_on)
    assert (kept.cost, kept.counts, kept.extra) == ("12.30", task.counts, task.extra)
    assert call(lambda client: client.tasks.get(UUID(FIRST))) == kept
    assert call(lambda client: client.tasks.get(FIRST, if_none_match='"Paint"')) is None
    change = m.TaskChange(title="Draw")
    changed = call(lambda client: client.tasks.update(FIRST, change))
    assert (changed.title, changed.owner, changed.due_on) == ("Draw", task.owner, task.due_on)
    cleared = call(lambda client: client.tasks.update(FIRST, {"owner": None, "dueOn": None}))
    assert (cleared.title, cleared.owner, cleared.due_on) == ("Draw", None, None)
    least = m.NewTask(title="Least", cost=str(Decimal("0.10")))
    replaced = call(lambda client: client.tasks.replace(FIRST, least))
    assert (replaced.status, replaced.labels, replaced.level) == ("open", [], None)
    assert call(lambda client: client.tasks.delete(FIRST)) is None
    with pytest.raises(board.package.NotFoundError, match="no such task") as caught:
        call(lambda client: client.tasks.get(FIRST))
    assert caught.value.code == "no_task"


def test_lists_are_pages_with_filters(call: Any, board: Application) -> None:
    m = board.models
    for title, status in (("A", "open"), ("B", "done"), ("C", "done")):
        task = m.NewTask(title=title, status=status, cost="1", labels=["x y"])
        call(lambda client, task=task: client.tasks.create(task))

    def titles(found: Any) -> list[str]:
        return [one.title for one in found]

    assert titles(call(lambda client: client.tasks.list(limit=2))) == ["A", "B", "C"]
    found = call(lambda client: client.tasks.list(status=["done", "in_progress"], label="x y"))
    assert titles(found) == ["B", "C"]
    after = datetime(2026, 1, 1, tzinfo=UTC)
    assert titles(call(lambda client: client.tasks.list(after=after, status=["open"]))) == ["A"]
    for number in (3, 2, 1):
        one = f"00000000-0000-0000-0000-{number:012}"
        call(lambda client, one=one: client.tasks.delete(one))


def test_what_does_not_fit_is_refused_with_the_reason(call: Any, board: Application) -> None:
    with pytest.raises(board.package.UnprocessableError, match="missing field `cost`"):
        call(lambda client: client.tasks.create({"title": "x"}))
    with pytest.raises(board.package.BadRequestError, match="invalid digit"):
        call(lambda client: client.tasks.list(limit="many"))


def test_unions_with_a_tag(call: Any, board: Application) -> None:
    m = board.models
    shapes = [
        m.ShapeCircle(radius=2),
        m.ShapeSquare(side=1.5, label=None),
        m.ShapePoint(x=1, y=2),
        m.ShapeNothing(),
    ]
    for shape in shapes:
        assert call(lambda client, shape=shape: client.values.echo_shape(shape)) == shape
    assert call(lambda client: client.values.echo_shapes(shapes)) == shapes
    made = m.EventUserMade(data=m.EventUserMadeData(id=FIRST))
    for event in (made, m.EventCount(data=3), m.EventStopped()):
        assert call(lambda client, event=event: client.values.echo_event(event)) == event


def test_unions_whose_key_is_the_tag(call: Any, board: Application) -> None:
    m = board.models
    point = m.Point(x=1, y=2)
    go = m.StepWithGo(go=m.StepWithGoGo(to=point, fast=True))
    for step in ("Wait", m.StepWithWalk(walk=3), go, m.StepWithJump(jump=point)):
        assert call(lambda client, step=step: client.values.echo_step(step)) == step
    assert call(lambda client: client.values.echo_step({"Walk": 4})) == m.StepWithWalk(walk=4)


def test_unions_without_a_tag(call: Any, board: Application) -> None:
    point = board.models.Point(x=1, y=2)
    for either in (3, "3", point, [point, point]):
        assert call(lambda client, either=either: client.values.echo_either(either)) == either


def test_values_come_back_as_they_went(call: Any, board: Application) -> None:
    m = board.models
    leaf = m.Tree(label="b", parent=m.Tree(label="c", parent=None))
    tree = m.Tree(label="a", branches=[leaf], parent=None)
    assert call(lambda client: client.values.echo_tree(tree)) == tree
    numbers = m.Numbers(
        tiny=-128,
        big=-(2**63),
        huge=2**64 - 1,
        single=0.5,
        double=1e-7,
        maybe=None,
        pair=[1, "x"],
        set=[7],
        fixed=[1, 2, 255],
        bytes_=[0, 255],
        letter="ü",
        code="C",
    )
    assert call(lambda client: client.values.echo_numbers(numbers)) == numbers
    times = m.Times(
        moment=MADE,
        local=datetime(2026, 1, 2, 3, 4, 5, 600000),
        day=date(2026, 2, 3),
        hour="04:05:06",
    )
    assert call(lambda client: client.values.echo_times(times)) == times
    points = {"a/ü": m.Point(x=1, y=2)}
    assert call(lambda client: client.values.echo_mapping(points)) == points
    assert call(lambda client: client.values.echo_optional(m.Point(x=1, y=2))) == m.Point(x=1, y=2)
    assert call(lambda client: client.values.echo_optional(None)) is None
    for anything in ("text", 1.5, [1, "a", None], {"a": {}}, False, None):
        echoed = call(lambda client, anything=anything: client.values.echo(anything))
        assert (echoed, type(echoed)) == (anything, type(anything))
    login = m.Login(user="ann & co", remember=True, age=3)
    assert call(lambda client: client.values.send_form(login)) == login


def test_parameters_of_all_places(call: Any) -> None:
    echoed = call(
        lambda client: client.values.echo_query(
            0.5,
            "a b/ü",
            text="a & b/ü+",
            flag=True,
            ids=[1, -(2**63)],
            day=date(2026, 2, 3),
            moment=MADE,
            key=UUID(FIRST),
            sort_by="name",
            x_trace="t",
            visit="v-1",
        )
    )
    assert echoed == {
        "ratio": 0.5,
        "name": "a b/ü",
        "asked": {
            "text": "a & b/ü+",
            "flag": True,
            "ids": [1, -(2**63)],
            "day": "2026-02-03",
            "moment": "2026-01-02T03:04:05.678901Z",
            "key": FIRST,
            "sort[by]": "name",
        },
        "trace": "t",
        "visit": "v-1",
    }


def test_uploads_and_downloads(call: Any, tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(PICTURE)
    more = [("x.bin", b"1"), ("y.bin", b"22")]
    parts = call(
        lambda client: client.files.upload(
            title="T ü", labels=["a", "b"], file=file, more=more, count=3
        )
    )
    assert parts == [
        {"name": "title", "text": "T ü"},
        {"name": "count", "text": "3"},
        {"name": "labels", "text": "a"},
        {"name": "labels", "text": "b"},
        {"name": "file", "file": "a b.png", "type": "image/png", "size": 10},
        {"name": "more", "file": "x.bin", "type": "application/octet-stream", "size": 1},
        {"name": "more", "file": "y.bin", "type": "application/octet-stream", "size": 2},
    ]
    sent = call(lambda client: client.files.put_bytes(PICTURE))
    assert sent == {"size": 10, "type": "application/octet-stream"}
    assert call(lambda client: client.files.put_text("plain ü")) == "plain ü"
    assert call(lambda client: client.files.download("a b.png")) == PICTURE
    assert call(lambda client: client.files.download_as_numbers()) == PICTURE
    assert call(lambda client: client.files.table()) == "a,b\r\n1,ü\r\n"


def test_events_and_lines(call: Any, board: Application) -> None:
    ticks = [board.models.Tick(at="noon", count=count) for count in (0, 1)]
    assert call(lambda client: client.answers.watch()) == ticks
    assert call(lambda client: client.answers.lines()) == ticks


def test_answers_of_other_kinds(call: Any, board: Application) -> None:
    assert call(lambda client: client.answers.moved()) == "http://app.test/answers/text"
    assert call(lambda client: client.answers.moved_bytes()) == "plain ü".encode()
    assert call(lambda client: client.answers.see_other()) == "http://app.test/answers/text"
    assert call(lambda client: client.answers.see_other_bytes()) == "plain ü".encode()
    assert call(lambda client: client.answers.maybe(there=True)).count == 1
    assert call(lambda client: client.answers.maybe(there=False)) is None
    assert call(lambda client: client.answers.empty()) is None
    assert call(lambda client: client.answers.text()) == "plain ü"
    started = call(lambda client: client.raw(client.answers.start))
    assert (started.status_code, started.headers["retry-after"]) == (202, "3")
    assert started.headers.get_list("set-cookie") == ["job=7", "theme=dark"]
    assert call(lambda client: client.answers.start()) == board.models.Tick(at="noon", count=7)


def test_errors_say_why(call: Any, board: Application) -> None:
    with pytest.raises(board.package.StatusError, match="short and stout") as caught:
        call(lambda client: client.answers.teapot())
    assert (caught.value.status_code, caught.value.code) == (418, "TEA")
    with pytest.raises(board.package.StatusError, match="closed for the winter") as caught:
        call(lambda client: client.answers.broken())
    assert caught.value.status_code == 503


def test_credentials(call: Any) -> None:
    assert call(lambda client: client.values.with_bearer()) == "Bearer t-1"
    assert call(lambda client: client.values.with_key()) == "k-1"


def test_the_surface_reads_as_if_a_person_had_written_it(board: Application) -> None:
    assert board.surface() == golden_surface("utoipa", board)


def test_every_method_is_called_above(board: Application) -> None:
    assert board.not_called_in(__file__) == set()
