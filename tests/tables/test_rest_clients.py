"""Clients of REST pages over HTTP: what the page says is what is sent and read."""

from __future__ import annotations

import base64
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.server import Server, running

from specmill import sources
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

HERE = Path(__file__).parent
PAGES = (
    *("boats", "channels", "charges", "desk", "lending", "pets", "players", "projects", "weather"),
    *("html", "columns", "orders", "pet_shop", "zoo", "messages", "shelter", "catalog"),
)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The package of each page, by name."""
    folder = tmp_path_factory.mktemp("generated")
    sys.path.insert(0, str(folder))
    found = {}
    for name in PAGES:
        package = f"rest_{name}"
        document = sources.read(HERE / package / "page.md", report=Report())
        api = lower(document, key=package, report=Report())
        given = TargetInput(api, bytes, package, {"formatter": "none"})
        for path, content in PythonTarget().render(given).items():
            file = folder / package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        found[name] = __import__(package)
    yield found
    sys.path.remove(str(folder))


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with nothing to say yet."""
    with running() as script:
        yield script


def test_columns_say_where_parameters_travel(packages: Any, server: Server) -> None:
    server.answer({"town": "Ulm", "days": [{"date": "2024-01-01", "max": 4.5, "text": "rain"}]})
    with packages["weather"].RestWeather(base_url=server.url, api_key="k") as client:
        found = client.forecast.get(town="Ulm", days=2, accept_language="de")
    assert server.last.target == "/forecast?town=Ulm&days=2"
    assert server.last.headers["x-key"] == "k"
    assert server.last.headers["accept-language"] == "de"
    assert (found.days[0].date_, found.days[0].max) == (dt.date(2024, 1, 1), 4.5)


def test_fields_are_a_body_and_a_sentence_tells_the_status(packages: Any, server: Server) -> None:
    server.answer({"id": 7}, 201)
    server.answer(None, 204)
    with packages["weather"].RestWeather(base_url=server.url, api_key="k") as client:
        body = {"name": "Ulm", "lat": 48.4, "lon": 10, "tags": ["a"]}
        assert client.stations.create(body) == {"id": 7}
        assert server.last.json() == {"name": "Ulm", "lat": 48.4, "lon": 10, "tags": ["a"]}
        assert client.stations.delete("7") is None
    assert (server.last.method, server.last.target) == ("DELETE", "/stations/7")


def test_dotted_rows_are_fields_of_fields(packages: Any, server: Server) -> None:
    moment = "2024-01-01T00:00:00Z"
    station = {"id": 7, "place": {"lat": 1.5}, "readings": [{"at": moment, "value": 3}]}
    server.answer(station)
    server.answer({"error": "no such station"}, 404)
    package = packages["weather"]
    with package.RestWeather(base_url=server.url, api_key="k") as client:
        found = client.stations.get(7)
        assert (found.place.lat, found.readings[0].at.year) == (1.5, 2024)
        with pytest.raises(package.NotFoundError, match="no such station"):
            client.stations.get(8)


def test_a_page_in_chinese(packages: Any, server: Server) -> None:
    server.answer({"total": 1, "books": [{"isbn": "978", "onLoan": True}]})
    server.answer({"message": "已借完"}, 409)
    package = packages["lending"]
    with package.RestLending(base_url=server.url, token="t") as client:
        books = client.图书
        assert books.list_books(kind="x", page=1).books[0].on_loan is True
        assert server.last.headers["authorization"] == "Bearer t"
        with pytest.raises(package.ConflictError, match="已借完"):
            books.create_book_loan("978", {"reader": "r", "until": dt.date(2026, 1, 2)})
    assert server.last.json() == {"reader": "r", "until": "2026-01-02"}


def test_requests_below_headings_of_their_own(packages: Any, server: Server) -> None:
    server.answer([{"id": 1, "name": "Bello"}])
    server.answer({"id": 2, "name": "Mimi"})
    server.answer(None, 200)
    package = packages["pets"]
    with package.RestPets(base_url=server.url, token="t") as client:
        (animal,) = client.animals.get_all(include_adopted=True)
        assert animal.name == "Bello"
        assert client.animals.get_specific(2).name == "Mimi"
        client.animals.adopt("2", {"keeper": "Ada", "visits": 1})
    assert [(one.method, one.target) for one in server.requests] == [
        ("GET", "/api/animals?include_adopted=true"),
        ("GET", "/api/animals/2"),
        ("POST", "/api/animals/2/adoption"),
    ]


def test_objects_of_the_page_are_models(packages: Any, server: Server) -> None:
    server.answer([{"id": "1", "type": 0, "recipients": [{"id": "2", "username": "a"}]}])
    package = packages["channels"]
    with package.RestChannels(base_url=server.url) as client:
        (found,) = client.guilds.get_channels("5")
    assert isinstance(found, package.models.Channel)
    assert found.recipients[0].username == "a"
    assert server.last.target == "/guilds/5/channels"
    fields = package.models.Channel.model_fields
    assert {name for name, field in fields.items() if field.is_required()} == {"id", "type"}


def test_a_key_is_the_user_name_of_basic_authentication(packages: Any, server: Server) -> None:
    server.answer([{"id": 1, "name": "Max", "weight": 6.5}])
    with packages["boats"].RestBoats(base_url=server.url, auth=("sk_live_1", "")) as client:
        (boat,) = client.boats.get_all(include_sold=True, limit=5)
    assert boat.weight == 6.5
    assert server.last.target == "/boats?include_sold=true&limit=5"
    sent = server.last.headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(sent) == b"sk_live_1:"


def test_labels_are_no_operations_and_statuses_stand_in_code(packages: Any, server: Server) -> None:
    server.answer(None, 200)
    server.answer(None, 204)
    server.answer({"id": "a", "berth": 3}, 201)
    with packages["boats"].RestBoats(base_url=server.url, auth=("k", "")) as client:
        client.boats.sell_specific_boat(7)
        assert client.boats.star(7) is None
        assert client.boats.log_visit({"berth": 3}).id == "a"
    assert [(one.method, one.target) for one in server.requests] == [
        ("DELETE", "/boats/7"),
        ("PUT", "/boats/7/star"),
        ("POST", "/visits"),
    ]


def test_a_link_in_a_sample_is_a_page(packages: Any, server: Server) -> None:
    link = f'<{server.url}/harbours/ulm/visits?page=2>; rel="next"'
    visit = {"id": "a", "berth": 3, "crew": {"1": {"name": "Ada"}}}
    server.answer([visit], headers={"link": link})
    server.answer([{**visit, "id": "b"}])
    with packages["boats"].RestBoats(base_url=server.url, auth=("k", "")) as client:
        visits = list(client.boats.list_harbour_visits("ulm", sort="desc"))
    assert [one.id for one in visits] == ["a", "b"]
    assert visits[0].crew["1"].name == "Ada"


def test_forms_and_files_of_command_lines(packages: Any, server: Server) -> None:
    server.answer({"id": "ch_1", "amount": 2000, "status": "paid", "customer": {"id": "c"}})
    server.answer({"id": "re_1"})
    package = packages["charges"]
    with package.RestCharges(base_url=server.url, auth=("k", "")) as client:
        body = {"amount": 2000, "currency": "usd", "metadata": {"order": 6735}}
        charge = client.charges.create(body)
        assert isinstance(charge, package.models.Charge)
        assert (charge.status, charge.customer.id) == ("paid", "c")
        assert server.last.headers["content-type"] == "application/x-www-form-urlencoded"
        assert server.last.body == b"amount=2000&currency=usd&metadata%5Border%5D=6735"
        client.charges.attach_receipt("ch_1", file=b"%PDF", title="Receipt")
    assert server.last.headers["content-type"].startswith("multipart/form-data")
    assert b"%PDF" in server.last.body


def test_tables_of_statuses_name_objects(packages: Any, server: Server) -> None:
    server.answer({"id": 7, "name": "Ada", "team": {"id": 1}})
    server.answer({"id": 8}, 201)
    server.answer(None, 204)
    package = packages["players"]
    with package.RestPlayers(base_url=server.url, token="t") as client:
        player = client.players.get(7, x_request_id="r")
        assert isinstance(player, package.models.Player)
        assert server.last.headers["authorization"] == "Bearer t"
        assert server.last.headers["x-request-id"] == "r"
        client.players.create({"name": "Ada", "roles": ["admin", "user"]})
        assert server.last.body == b"name=Ada&roles=admin&roles=user"
        client.players.replace_portrait(7, b"png")
    assert server.last.headers["content-type"] == "image/png"
    assert server.last.body == b"png"


def test_requests_told_in_tables_lists_and_pieces(packages: Any, server: Server) -> None:
    server.answer({"id": "b6a1", "title": "Milk", "done": False})
    server.answer({"token": "t"})
    server.answer({"id": 12, "name": "Ada"})
    package = packages["desk"]
    with package.RestDesk(base_url=server.url, api_key="k") as client:
        ticket = client.tickets.create({"title": "Milk", "due": None, "priority": 3})
        assert (ticket.done, server.last.headers["x-desk-token"]) == (False, "k")
        client.sessions.sign_in({"email": "a@b.c", "password": "p"})
        assert "x-desk-token" not in server.last.headers
        assert client.people.show(12, fields="name").name == "Ada"
    assert server.last.target == "/people/12?fields=name"


def test_tables_lists_and_samples_in_html(packages: Any, server: Server) -> None:
    server.answer({"items": [{"id": 1, "name": "Ada"}], "next": None})
    server.answer(None, 204)
    with packages["html"].RestHtml(base_url=server.url) as client:
        found = client.boats.find(7, since=dt.date(2024, 1, 2), kinds=["a", "b"])
        assert server.last.target == "/boats/7/trips?since=2024-01-02&kinds=a&kinds=b"
        assert found.items[0].name == "Ada"
        client.boats.make({"name": "Ada", "length": 2.5, "crew": {"captain": "Ann"}})
    assert server.last.json() == {"name": "Ada", "length": 2.5, "crew": {"captain": "Ann"}}


def test_columns_say_what_may_be_null_or_missing(packages: Any, server: Server) -> None:
    server.answer({"id": "a", "level": None, "tags": ["red"]})
    with packages["columns"].RestColumns(base_url=server.url) as client:
        moment = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
        found = client.parts.list(7, mode="a", name=None, kind="k", sort="asc", seen=moment)
    assert server.last.target.startswith("/parts/7?sort=asc&mode=a")
    assert (found.id, found.level, found.tags) == ("a", None, ["red"])


def test_marks_before_names_are_fields_of_fields(packages: Any, server: Server) -> None:
    server.answer({"code": 0, "data": {"id": 7, "lines": [{"sku": "a"}]}})
    with packages["orders"].RestOrders(base_url=server.url) as client:
        found = client.orders.query(7, x_tenant="acme", verbose=True)
    assert server.last.target == "/orders/7?verbose=true"
    assert (found.data.id, found.data.lines[0].sku) == (7, "a")


def test_a_row_that_is_the_body_itself(packages: Any, server: Server) -> None:
    server.answer({"id": 1, "name": "Ada"}, 201)
    server.answer({"id": 1, "name": "Ada"})
    with packages["pet_shop"].RestPetShop(base_url=server.url) as client:
        assert client.pets.create({"name": "Ada"}).id == 1
        assert server.last.json() == {"name": "Ada"}
    with packages["zoo"].RestZoo(base_url=server.url) as client:
        assert client.pets.add(7, {"name": "Ada"}, dry=True).name == "Ada"
    assert (server.last.target, server.last.json()) == ("/pets/7?dry=true", {"name": "Ada"})


def test_a_page_of_a_converter_of_swagger(packages: Any, server: Server) -> None:
    package = packages["shelter"]
    server.answer([{"id": 1, "kind": "cat", "size": "small", "keeper": {"role": "boss"}}])
    server.answer({"id": 2, "kind": "dog"}, 201)
    server.answer({"size": "big", "tags": {"a": "b"}, "state": "new"})
    server.answer({"code": 7, "message": "no"}, 500)
    with package.RestShelter(base_url=server.url, api_key="k", max_retries=0) as client:
        (one,) = client.animals.list(sort="asc", level=1, kinds=["cat"])
        assert (one.id, one.kind, one.keeper.role) == (1, "cat", "boss")
        assert server.last.target == "/animals?sort=asc&level=1&kinds=cat"
        assert server.last.headers["x-key"] == "k"
        added = client.animals.add({"kind": "dog"})
        assert isinstance(added, package.models.Animal)
        photo = client.animals.add_photo(photo=b"png", title=None)
        assert server.last.headers["content-type"].startswith("multipart/form-data")
        assert photo.tags == {"a": "b"}
        with pytest.raises(package.ServerError) as caught:
            client.animals.list()
    assert isinstance(caught.value.body, package.models.Error)


def test_objects_below_their_names_in_a_section(packages: Any, server: Server) -> None:
    package = packages["catalog"]
    server.answer({"tables": [{"name": "t", "columns": [{"name": "c", "nullable": True}]}]})
    with package.RestCatalog(base_url=server.url, api_key="k") as client:
        (table,) = client.databases.list_tables("p", "d", limit=1).tables
    assert isinstance(table, package.models.TableBody)
    assert isinstance(table.columns[0], package.models.ColumnBody)
    assert server.last.headers["x-auth-token"] == "k"
