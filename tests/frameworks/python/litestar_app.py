"""A Litestar application with dataclasses and structs; each route gives back what it understood."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

import msgspec
from litestar import Controller, Litestar, Response, delete, get, patch, post, put
from litestar.datastructures import UploadFile
from litestar.enums import MediaType, RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.params import Body, Parameter
from litestar.response import Redirect, Stream

ItemT = TypeVar("ItemT")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Square(msgspec.Struct, tag="square", tag_field="shape"):
    side: float


class Circle(msgspec.Struct, tag="circle", tag_field="shape"):
    radius: float


@dataclass
class Address:
    street: str
    zip_code: str | None = None


@dataclass
class Person:
    name: str
    age: int
    address: Address | None = None
    colour: Colour = Colour.RED
    tags: list[str] = field(default_factory=list)
    balance: Decimal | None = None
    since: date | None = None
    notes: dict[str, Any] = field(default_factory=dict)


@dataclass
class Kept:
    id: UUID
    person: Person
    made: datetime
    pause: timedelta


@dataclass
class Batch(Generic[ItemT]):
    items: list[ItemT]
    total: int


@dataclass
class Picture:
    title: str
    file: UploadFile


@dataclass
class Pictures:
    files: list[UploadFile]
    note: str | None = None


@dataclass
class Login:
    user: str
    remember: bool = False


FIRST = UUID("00000000-0000-4000-8000-000000000001")
PEOPLE: dict[UUID, Kept] = {}


class PersonController(Controller):
    path = "/people"
    tags = ["people"]  # noqa: RUF012 - as Litestar's users write it

    @get("/")
    async def list_people(
        self,
        tag: list[str] | None = None,
        colour: Colour | None = None,
        limit: Annotated[int, Parameter(query="page-size", ge=1, le=50)] = 10,
    ) -> Batch[Kept]:
        found = [
            one
            for one in PEOPLE.values()
            if (not tag or set(tag) & set(one.person.tags))
            and (colour is None or one.person.colour is colour)
        ]
        return Batch(found[:limit], len(found))

    @post("/")
    async def add_person(self, data: Person) -> Kept:
        made = datetime.fromisoformat("2026-01-02T03:04:05.678901+00:00")
        PEOPLE[FIRST] = Kept(FIRST, data, made, timedelta(days=1, seconds=2))
        return PEOPLE[FIRST]

    @get("/{person_id:uuid}", raises=[NotFoundException])
    async def get_person(self, person_id: UUID) -> Kept:
        if person_id not in PEOPLE:
            raise NotFoundException("nobody is called so")
        return PEOPLE[person_id]

    @put("/{person_id:uuid}/address/{kind:str}")
    async def set_address(self, kind: str, person_id: UUID, data: Address) -> list[str]:
        return [str(person_id), kind, data.street]

    @patch("/{person_id:uuid}")
    async def change_person(self, person_id: UUID, data: dict[str, Any]) -> Kept:
        for name, value in data.items():
            setattr(PEOPLE[person_id].person, name, value)
        return PEOPLE[person_id]

    @delete("/{person_id:uuid}")
    async def remove_person(self, person_id: UUID) -> None:
        del PEOPLE[person_id]


@post("/shapes/area")
async def area(data: Square | Circle) -> dict[str, Any]:
    value = data.side**2 if isinstance(data, Square) else data.radius
    return {"kind": type(data).__name__, "value": value}


@post("/shapes/list")
async def shapes(data: list[Square | Circle]) -> list[Square | Circle]:
    return data


@get("/headers")
async def headers(
    trace: Annotated[str, Parameter(header="X-Trace")],
    session: Annotated[str | None, Parameter(cookie="session")] = None,
    moment: datetime | None = None,
    exact: Literal["yes", "no"] = "no",
) -> dict[str, Any]:
    return {"trace": trace, "session": session, "moment": moment, "exact": exact}


@post("/files/one")
async def upload(
    data: Annotated[Picture, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> list[Any]:
    return [data.title, data.file.filename, len(await data.file.read())]


@post("/files/many")
async def upload_many(
    data: Annotated[Pictures, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> list[Any]:
    return [data.note, *[len(await file.read()) for file in data.files]]


@post("/login")
async def log_in(
    data: Annotated[Login, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Login:
    return data


@get("/answers/text", media_type=MediaType.TEXT)
async def text() -> str:
    return "plain"


@get("/answers/bytes", media_type="application/octet-stream")
async def octets() -> bytes:
    return b"\xff\x00"


@get("/answers/moved", status_code=302)
async def moved() -> Redirect:
    return Redirect("/answers/text")


@get("/answers/stream", media_type="application/x-ndjson")
async def stream() -> Stream:
    async def lines() -> AsyncIterator[bytes]:
        for number in range(3):
            yield b'{"number": %d}\n' % number

    return Stream(lines(), media_type="application/x-ndjson")


@get("/answers/maybe")
async def maybe(there: bool) -> Address | None:
    return Address("Main") if there else None


@get("/answers/created", status_code=202)
async def accepted() -> Response[Address]:
    return Response(Address("Later"), headers={"X-Job": "7"})


app = Litestar(
    [
        PersonController,
        area,
        shapes,
        headers,
        upload,
        upload_many,
        log_in,
        text,
        octets,
        moved,
        stream,
        maybe,
        accepted,
    ],
    openapi_config=OpenAPIConfig(title="People", version="1"),
)


def spec() -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    return app.openapi_schema.to_schema()
