"""Clients of REST pages over HTTP: what the page says is what is sent and read."""

from __future__ import annotations

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
PAGES = ("channels", "lending", "pets", "projects", "weather")


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
        assert client.animals.get_specific_animal(2).name == "Mimi"
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
