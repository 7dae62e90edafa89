"""How a caller writes; the type checkers read it together with the golden packages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, assert_type

from bodies_api import AsyncBodies, Bodies
from bodies_api.models import Picture
from discovery_api import AsyncBookLibrary, BookLibrary, Page, RequestOptions
from discovery_api.models import Book, BookState, ListBooksResponse
from errors_api import ConflictError, Errors
from errors_api.models import CreateJobConflict
from inheritance_api import Inheritance
from inheritance_api.models import Animal, Bird, Fish, Penguin, Zoo
from kit_api.models import Bed, Plant, PlantPage
from kit_api.testing import FakeKit
from login_api import AsyncLoginApi, LoginApi
from long_running_api import (
    AsyncGarden,
    Garden,
    LongRunningOperation,
    OperationError,
    OperationTimeoutError,
)
from long_running_api.models import (
    GateOperation,
    Operation,
    Plot,
    PlotOperationMetadata,
    Soil,
    WaterPlotMetadata,
    WaterPlotResponse,
)
from media_api import AsyncDownload, AsyncGallery, Download, Gallery, MediaUpload
from media_api.models import Picture as GalleryPicture
from media_types_api import MediaTypes
from media_types_api.models import Job, Report
from nullable_and_optional_api.models import Note
from pagination_api import Pagination
from pagination_api.models import Ambiguous, BikeListBike, Car, CarsFound
from security_api import AsyncSecurity, ClientCredentials, PasswordGrant, RefreshToken, Security
from security_api import BasicAuth as DoorAuth
from server_roles_api import (
    AsyncHarbour,
    BadRequest,
    ErrorDetail,
    ErrorInfo,
    GoogleAuth,
    Harbour,
    Pending,
    StatusError,
)
from server_roles_api.models import ServerLocation
from server_variables_api import ServerVariables
from streams_api import (
    AsyncEventStream,
    AsyncStreams,
    EventStream,
    JsonStream,
    ServerSentEvent,
    Streams,
)
from streams_api.models import Answer, Message, Rain, Row, Wind, Word
from unions_api import Unions
from unions_api.models import Circle, Square
from waiting_api import AsyncWaiting, Waiting
from waiting_api import OperationError as WaitingFailed
from waiting_api.models import Build, Ship
from webhooks_api import webhooks
from webhooks_api.models import LostParcel, Parcel, SurveyPayload


def kit() -> None:
    """Test with the fake of a service."""
    with FakeKit() as fake:
        page = PlantPage(plants=[], counted=datetime.now(UTC))
        fake.plants.list.returns([Plant(name="a"), Plant(name="b")], page_size=1, page=page)
        fake.beds.list.returns(lambda call: [Bed(name=str(call.per_page))])
        fake.plants.create.returns(lambda call: Plant(name=call.body.name))
        fake.plants.get.returns(Plant(name="fern"), headers={"etag": "1"})
        fake.plants.get.fails(503, times=1)
        fake.plants.water.returns("wet")
        fake.plants.get_picture.returns(b"png")
        fake.plants.delete.returns(None)
        assert_type(fake.client.plants.get(3), Plant)
        assert_type(fake.plants.get.calls[0].plant_id, int)
        assert_type(fake.plants.create.calls[0].body, Plant)
        assert_type(fake.plants.create.calls[0].x_gardener, str)


async def async_kit(fake: FakeKit) -> None:
    """Test an async client with the same fake."""
    assert_type(await fake.async_client.plants.get(3), Plant)


def waiting(client: Waiting) -> None:
    """Wait for a state."""
    seen: list[Build] = []
    assert_type(client.builds.wait("b", timeout=60.0, poll=2, progress=seen.append), Build)
    assert_type(client.builds.wait("b", timeout=None, timeout_=3), Build)
    assert_type(client.ships.await_arrival("s"), Ship)
    try:
        client.builds.wait("b")
    except WaitingFailed as error:
        print(error.code, error.body)


async def async_waiting(client: AsyncWaiting) -> None:
    """Wait for a state."""
    assert_type(await client.builds.wait("b", timeout=60.0), Build)


def models() -> None:
    note = Note(text="t", archived=None, colour=None)
    assert_type(note.pinned, bool | None)
    assert_type(note.archived, bool | None)
    assert_type(note.text, str)
    book = Book(lend_time=datetime.now(UTC), lend_for=timedelta(days=1), state="STATE_IN", bytes_=3)
    state: BookState = "STATE_THAT_IS_NEW"
    book.state = state
    assert_type(book.bytes_, int | None)
    assert_type(book.cover, bytes | None)
    assert_type(book.metadata, dict[str, Any] | None)
    zoo = Zoo(star=Penguin(animal_type="Penguin", colony="c"), animals=[Fish(animal_type="Fish")])
    assert_type(zoo.star, Bird | Fish | Penguin | Animal | None)


def calls(client: BookLibrary, name: str) -> None:
    options = RequestOptions(fields="name", timeout=3.0, headers={"x": "y"})
    book = client.shelves.books.get(name, options=options)
    assert_type(book, Book)
    page = client.shelves.books.list(name, states=["STATE_IN"], page_size=3)
    assert_type(page, Page[Book, ListBooksResponse])
    assert_type([one.name for one in page], list[str | None])
    body: Mapping[str, Any] = {"name": "n"}
    client.shelves.books.create(name, body)
    client.shelves.books.create(name, Book(pages=3))
    raw = client.raw(client.shelves.books.get, name)
    assert_type(raw.data, Book)
    with client.stream(client.shelves.books.get, name) as response:
        response.save(Path("book.json"))


async def async_calls(name: str) -> None:
    async with AsyncBookLibrary(token="t", max_retries=0) as client:
        assert_type(await client.shelves.books.get(name), Book)
        async for one in client.shelves.books.list(name):
            assert_type(one, Book)
        page = await client.shelves.books.list(name)
        assert_type(page.items, list[Book])
        assert_type((await client.raw(client.shelves.books.get, name)).data, Book)


def uploads(client: Bodies) -> None:
    assert_type(client.pictures.upload(picture=Path("x.png"), caption="c"), Picture)
    client.pictures.upload(picture=("x.png", b"bytes", "image/png"))
    client.pictures.replace("id", b"bytes")
    assert_type(client.pictures.download("id"), bytes)
    assert_type(client.notes.create("text"), str)
    assert_type(client.logins.create({"user": "u"}), str)


async def async_uploads(client: AsyncBodies) -> None:
    assert_type(await client.pictures.download("id"), bytes)


def media(client: Gallery, file: BinaryIO) -> None:
    picture = client.pictures.insert("album", {"name": "tree"}, media="tree.png")
    assert_type(picture, GalleryPicture)
    client.pictures.insert("album", GalleryPicture(name="tree"), media=Path("tree.png"))
    client.pictures.insert("album", media=file)
    client.pictures.insert("album", media=(bytes([number]) for number in range(3)))
    client.pictures.insert("album", media=MediaUpload(b"x", content_type="image/png"))
    told = MediaUpload(file, resumable=True, chunk_size=1 << 20, progress=print)
    client.pictures.insert("album", media=told, name="tree")
    download = client.pictures.get_media("album", "tree")
    assert_type(download, Download)
    assert_type(download.range(0, 10).read(), bytes)
    assert_type(download.save("tree.png", progress=lambda received, total: None), int)
    for piece in download:
        assert_type(piece, bytes)


async def async_media(client: AsyncGallery, pieces: AsyncIterator[bytes]) -> None:
    assert_type(await client.pictures.insert("album", media=pieces), GalleryPicture)
    assert_type(await client.pictures.insert("album", media="tree.png"), GalleryPicture)
    await client.pictures.insert("album", media=MediaUpload(pieces, content_type="image/png"))
    download = client.pictures.get_media("album", "tree")
    assert_type(download, AsyncDownload)
    assert_type(await download.read(), bytes)
    assert_type(await download.range(5).save(Path("tree.png")), int)
    async for piece in download:
        assert_type(piece, bytes)


def unions(client: Unions, animals: Inheritance) -> None:
    for shape in client.shapes.list():
        assert_type(shape, Circle | Square)
    client.shapes.create(Circle(shape_kind="circle", radius=1))
    animal = animals.animals.get("x")
    if isinstance(animal, Bird):
        assert_type(animal.wingspan, float | None)


def pages(client: Pagination) -> None:
    for bike in client.bikes.list():
        assert_type(bike, BikeListBike)
    for boat in client.boats.list():
        assert_type(boat, str)
    for place, found in client.cars.by_place():
        assert_type(place, str)
        assert_type(found, CarsFound)
    assert_type(client.cars.search({"colour": "red"}).items, list[Car])
    assert_type(client.garages.get("g").body.address, str | None)
    for parked in client.garages.get("g"):
        assert_type(parked, Car)
    for answer in client.planes.list():
        assert_type(answer, Ambiguous)
    assert_type(list(client.fines.list(page=3)), list[float])
    assert_type(client.trams.list().body, list[Car])
    for tram in client.trams.list():
        assert_type(tram, Car)


def operations(client: Garden) -> None:
    creating = client.plots.create(Plot(name="p"))
    assert_type(creating, LongRunningOperation[Plot, PlotOperationMetadata, Operation])
    assert_type(creating.body.done, bool | None)
    assert_type(creating.wait(timeout=60, poll=0.5), Plot)
    assert_type(client.plots.water("p").wait(), WaterPlotResponse)
    assert_type(client.plots.water("p").metadata, WaterPlotMetadata | None)
    assert_type(client.plots.dig("p").wait(), Soil)
    assert_type(client.plots.draw("p"), Operation)
    assert_type(client.resume(client.plots.create, "operations/1").wait(), Plot)
    assert_type(client.gates.insert("w").wait(), GateOperation)
    try:
        client.plots.delete("p").wait(timeout=1)
    except OperationTimeoutError:
        client.plots.delete("p").cancel()
    except OperationError as error:
        assert_type(error.code, int | str | None)


async def async_operations(client: AsyncGarden) -> None:
    creating = await client.plots.create({"name": "p"})
    assert_type(await creating.wait(), Plot)
    assert_type(await (await creating.refresh()).wait(), Plot)
    resumed = await client.resume(client.plots.water, "operations/1")
    assert_type(await resumed.wait(timeout=3), WaterPlotResponse)
    assert_type((await client.raw(client.plots.dig, "p")).data.done, bool)


def errors(client: Errors) -> str | None:
    try:
        client.jobs.create()
    except ConflictError as error:
        if isinstance(error.body, CreateJobConflict):
            return error.body.holder
    return None


def constructors() -> None:
    with LoginApi("h", "me", "secret", 8443, tenant="main", api_key="k") as client:
        assert_type(client.doors.list(), list[str])
    LoginApi(host="h")
    AsyncLoginApi("h", username="me", password="secret", port=1)
    ServerVariables(protocol="http", port=80, max_age=1, server_timeout="late")


def credentials() -> None:
    Security(client_id="id", client_secret="secret", cert=("cert.pem", "key.pem"))
    Security(auth={"basic": DoorAuth("me", "secret")}, token="t", api_key={"headerKey": "k"})
    AsyncSecurity(token=ClientCredentials("id", "secret", scopes=["read"], client_auth="post"))
    AsyncSecurity(token=RefreshToken("r", client_id="id", on_new=print))
    Security().with_options(token=PasswordGrant("me", "secret", token_url="/token"))


def batches(client: BookLibrary, harbour: Harbour, name: str) -> None:
    with client.batch(size=100) as batch:
        book = batch.add(client.shelves.books.get, name, options=RequestOptions(fields="name"))
        assert_type(book, Pending[Book])
        listed = batch.add(client.shelves.books.list, name, page_size=3)
        assert_type(listed.result(), Page[Book, ListBooksResponse])
    assert_type(book.result(), Book)
    assert_type(book.response().status_code, int)
    assert_type(batch.add(harbour.anchor).result(), ServerLocation)


async def async_batches(client: AsyncHarbour) -> None:
    async with client.batch() as batch:
        place = batch.add(client.batch_.list)
        assert_type(place, Pending[ServerLocation])
    assert_type(place.result(), ServerLocation)


def servers() -> None:
    Harbour(location="north", universe_domain="u.example", cert=("cert.pem", "key.pem"))
    AsyncHarbour(location="somewhere new", auth=GoogleAuth(quota_project="p"))


def details(error: StatusError) -> str:
    assert_type(error.details, tuple[ErrorDetail, ...])
    for detail in error.details:
        if isinstance(detail, ErrorInfo):
            return detail.metadata.get("service", detail.reason)
        if isinstance(detail, BadRequest):
            return ", ".join(one.field for one in detail.field_violations)
    return error.reason


def received() -> None:
    assert_type(webhooks.parcel_lost.parse(b"{}"), LostParcel)
    assert_type(webhooks.stock.parse("[]"), list[Parcel])
    assert_type(webhooks.survey.parse({"stars": 5}, strict=True), SurveyPayload)
    assert_type(webhooks.print_.parse(b""), None)
    assert_type(webhooks.by_name("stock").parse(b"[]"), Any)


def media_types(client: MediaTypes, report: Report, path: Path) -> None:
    assert_type(client.reports.create(report), Report | Job | None)
    for body in ("title", b"%PDF", path, {"title": "t"}):
        client.reports.create(body)
    client.reports.create(report, content_type="application/x-www-form-urlencoded")
    assert_type(client.reports.list_csv(), str)
    assert_type(client.reports.list_zip(), bytes)
    assert_type(client.reports.create_multipart(file=path), Report | Job | None)
    assert_type(client.covers.get("a", accept="image/jpeg"), bytes)


def streams(client: Streams, message: Message, rows: list[Row]) -> None:
    assert_type(client.chats.create(message), Answer)
    with client.chats.create_stream(message) as words:
        assert_type(words, EventStream[Word])
        assert_type([word.text for word in words], list[str | None])
        assert_type(words.event, ServerSentEvent | None)
    assert_type(next(client.news.follow()), ServerSentEvent)
    assert_type(next(client.news.follow_weather()), Rain | Wind | str)
    assert_type(client.rows.export(), JsonStream[Row])
    client.rows.import_(row for row in rows)
    with client.stream(client.rows.export) as response:
        assert_type(response.read(), bytes)


async def async_streams(client: AsyncStreams, message: Message, rows: AsyncIterator[Row]) -> None:
    assert_type(await client.chats.create_stream(message), AsyncEventStream[Word])
    async with await client.chats.create_stream(message) as words:
        async for word in words:
            assert_type(word, Word)
    await client.rows.import_(rows)
