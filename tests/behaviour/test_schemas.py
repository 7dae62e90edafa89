"""Models whose schemas say what types alone do not: directions, tuples, values of several types."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import ValidationError
from tests.behaviour.server import Server
from tests.golden.cases import RUNTIME, SHARED_RUNTIME, Case, write


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Golden packages, on the path, with a runtime that they share."""
    folder = tmp_path_factory.mktemp("golden")
    for name in ("read_write", "prefix_items", "mixed_enums", "dynamic_refs", "pattern_properties"):
        case = Case(name)
        write(folder / f"called_{name}", case.files(runtime=SHARED_RUNTIME))
    (folder / SHARED_RUNTIME).symlink_to(RUNTIME)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def client(package: Any, server: Server, *, strict: bool = True) -> Any:
    """Open the client of a package, which is called like its case."""
    transport = httpx2.HTTPTransport(verify=False)
    name = package.__name__.removeprefix("called_").title().replace("_", "")
    return getattr(package, name)(base_url=server.url, transport=transport, strict=strict)


def imported(packages: Path, name: str) -> Any:
    assert packages
    return __import__(f"called_{name}")


def test_requests_and_answers_need_different_fields(packages: Path, server: Server) -> None:
    sdk = imported(packages, "read_write")
    answer = {
        "id": "1",
        "name": "Ada",
        "created": "2026-01-02T03:04:05Z",
        "kind": "account",
        "token": "t",
        "owner": {"mail": "a@b.example"},
    }
    server.answer(answer)
    account = sdk.models.Account(name="Ada", password="secret", owner=sdk.models.Owner(e_mail="m"))
    assert account.id is None
    with client(sdk, server) as called:
        read = called.accounts.create(account)
    sent = {"kind": "account", "name": "Ada", "password": "secret", "owner": {"e-mail": "m"}}
    assert server.last.json() == sent
    assert (read.id, read.owner.mail, read.password) == ("1", "a@b.example", None)
    assert "secret" not in repr(account)
    read.name = "Ida"
    server.answer(answer)
    with client(sdk, server) as called:
        called.accounts.create(read)
    assert server.last.json() == {"name": "Ida", "kind": "account", "owner": {}}
    assert read.id == "1"


def test_a_server_may_want_read_only_fields_back(packages: Path, server: Server) -> None:
    sdk = imported(packages, "read_write")
    closed = {"id": "1", "name": "Ada", "created": "2026-01-02T03:04:05Z", "kind": "account"}
    closed |= {"token": "t", "closed": "2026-01-03T00:00:00Z"}
    server.answer(closed)
    with client(sdk, server) as called:
        read = called.accounts.create({"name": "Ada"})
        for wanting, options in (
            (called, sdk.RequestOptions(send_read_only=True)),
            (called.with_options(send_read_only=True), None),
        ):
            server.answer(closed)
            wanting.accounts.create(read, options=options)
            assert server.last.json() == closed


def test_a_constructor_asks_for_what_is_write_only(packages: Path) -> None:
    sdk = imported(packages, "read_write")
    with pytest.raises(ValidationError, match="password"):
        sdk.models.Account(name="Ada")


def test_a_strict_answer_has_what_is_read_only(packages: Path, server: Server) -> None:
    sdk = imported(packages, "read_write")
    account = sdk.models.Account(name="Ada", password="secret")
    server.answer({"name": "Ada", "kind": "account"})
    with (
        client(sdk, server) as called,
        pytest.raises(sdk.DecodeError, match="id: Field required"),
    ):
        called.accounts.create(account)
    server.answer({"name": "Ada", "kind": "account"})
    with client(sdk, server, strict=False) as called:
        assert called.accounts.create(account).id is None


ROUTE = {
    "from": [1.5, 2],
    "to": [3, 4],
    "leg": ["walk", 1, 2.5],
    "stop": ["here"],
    "tuple": [1, {"mass": 2}],
    "open": [True, "x", None],
    "rest": [False],
}


def test_tuples_travel_as_arrays(packages: Path, server: Server) -> None:
    sdk = imported(packages, "prefix_items")
    server.answer(ROUTE)
    route = sdk.models.Route(from_=(1, 2), to=(3, 4), leg=("walk", 1.5))
    with client(sdk, server) as called:
        read = called.routes.plan(route)
        assert server.last.json() == {"from": [1, 2], "to": [3, 4], "leg": ["walk", 1.5]}
        assert read.from_ == (1.5, 2)
        assert read.leg == ("walk", 1, 2.5)
        assert read.tuple[1] == sdk.models.Cargo(mass=2)
        server.answer(ROUTE)
        called.routes.plan(read)
    assert server.last.json() == ROUTE


@pytest.mark.parametrize(
    "change", [{"from": [1]}, {"leg": ["walk", "far"]}, {"leg": []}, {"tuple": [1, {"mass": 2}, 3]}]
)
def test_other_arrays_are_no_tuples(change: dict[str, Any], packages: Path, server: Server) -> None:
    sdk = imported(packages, "prefix_items")
    server.answer({**ROUTE, **change})
    route = sdk.models.Route(from_=(1, 2), to=(3, 4))
    with client(sdk, server) as called, pytest.raises(sdk.DecodeError):
        called.routes.plan(route)
    server.answer({**ROUTE, **change})
    with client(sdk, server, strict=False) as called:
        read = called.routes.plan(route)
    assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == {**ROUTE, **change}


def test_values_of_several_types_come_back(packages: Path, server: Server) -> None:
    sdk = imported(packages, "mixed_enums")
    assert sdk.models.Settings().model_dump(exclude_unset=True) == {"version": 1.5}
    with client(sdk, server) as called:
        for answer in (
            {"version": 1.5, "mode": True, "ratio": 1, "preset": {"level": 3}, "level": None},
            {"version": 1.5, "mode": 0, "preset": [1, 2], "empty": None, "size": ["a"]},
            {"version": 1.5, "mode": "auto", "preset": "low", "content": "2026-01-02"},
        ):
            server.answer(answer)
            read = called.settings.put(sdk.models.Settings())
            server.answer(answer)
            called.settings.put(read)
            assert server.last.json() == answer


def test_a_template_holds_what_fills_it(packages: Path, server: Server) -> None:
    sdk = imported(packages, "dynamic_refs")
    with client(sdk, server) as called:
        server.answer({"items": [{"name": "Ada"}], "first": {"holds": {"name": "Bob"}}})
        users = called.users.list()
        server.answer({"items": [{"title": "A"}]})
        teams = called.teams.list()
        assert users.items[0] == users.first.holds.__class__(name="Ada")
        assert teams.items[0].title == "A"
        server.answer({"items": [{"title": "A"}]})
        with pytest.raises(sdk.DecodeError):
            called.users.list()
