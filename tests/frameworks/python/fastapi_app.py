"""A FastAPI application with what its users write; each route gives back what it understood."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import (
    APIRouter,
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Path,
    Query,
    Response,
    UploadFile,
)
from fastapi.responses import PlainTextResponse, RedirectResponse, StreamingResponse
from fastapi.security import APIKeyHeader, HTTPBearer
from pydantic import Base64Bytes, BaseModel, Field

ItemT = TypeVar("ItemT")


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Maker(BaseModel):
    name: str
    country: str | None = None


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    tricks: list[str] = []


class Bird(BaseModel):
    wings: int


class Wild(BaseModel):
    owner: None = None
    name: str


class Tame(BaseModel):
    owner: Literal["somebody"] = "somebody"
    name: str


class Part(BaseModel):
    label: str
    parts: list[Part] = []


class Toy(BaseModel):
    name: str
    price: Decimal
    size: Size = Size.SMALL
    level: Level | None = None
    maker: Maker | None = None
    tags: list[str] = []
    ratings: dict[str, float] = {}
    pet: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    alias: str | None = Field(default=None, alias="otherName")
    extra: dict[str, Any] = {}


class Stored(Toy):
    id: UUID
    made: datetime
    day: date | None = None


class Page(BaseModel, Generic[ItemT]):
    items: list[ItemT]
    total: int


class Times(BaseModel):
    moment: datetime
    day: date
    hour: time
    pause: timedelta


class Blob(BaseModel):
    data: Base64Bytes
    note: bytes = b""


class Numbers(BaseModel):
    count: int
    share: float
    either: int | str
    amount: Decimal
    big: int = 0


class Filters(BaseModel):
    model_config = {"extra": "forbid"}

    limit: int = Field(10, gt=0, le=100)
    order: Literal["name", "price"] = "name"
    tags: list[str] = []


class Account(BaseModel):
    name: str
    age: int | None = None


class Answer(BaseModel):
    message: str


router = APIRouter(prefix="/toys", tags=["toys"])
TOYS: dict[UUID, Stored] = {}
FIRST = UUID("00000000-0000-4000-8000-000000000001")


@router.get("/")
def list_toys(filters: Annotated[Filters, Query()]) -> Page[Stored]:
    found = [toy for toy in TOYS.values() if not filters.tags or set(filters.tags) & set(toy.tags)]
    return Page(items=found[: filters.limit], total=len(found))


@router.post("/", status_code=201)
def create_toy(toy: Toy) -> Stored:
    made = datetime.fromisoformat("2026-01-02T03:04:05.678901+00:00")
    stored = Stored(**toy.model_dump(by_alias=True), id=FIRST, made=made)
    TOYS[stored.id] = stored
    return stored


@router.get("/{toy_id}", responses={404: {"model": Answer}})
def get_toy(toy_id: UUID) -> Stored:
    if toy_id not in TOYS:
        raise HTTPException(404, "no such toy")
    return TOYS[toy_id]


@router.patch("/{toy_id}")
def update_toy(toy_id: UUID, changes: Annotated[dict[str, Any], Body()]) -> Stored:
    TOYS[toy_id] = Stored.model_validate({**TOYS[toy_id].model_dump(by_alias=True), **changes})
    return TOYS[toy_id]


@router.delete("/{toy_id}", status_code=204)
def delete_toy(toy_id: UUID) -> None:
    del TOYS[toy_id]


@router.put("/{toy_id}/owners/{owner_id}")
def set_owner(
    owner_id: str, toy_id: Annotated[UUID, Path()], share: Annotated[float, Body(embed=True)]
) -> dict[str, Any]:
    return {"toy": str(toy_id), "owner": owner_id, "share": share}


values = APIRouter(prefix="/values", tags=["values"])


@values.post("/pet")
def echo_pet(pet: Annotated[Cat | Dog, Body(discriminator="kind")]) -> Cat | Dog:
    return pet


@values.post("/pets")
def echo_pets(pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]]) -> dict[str, Any]:
    return {"kinds": [type(pet).__name__ for pet in pets]}


@values.post("/untagged")
def echo_untagged(pet: Cat | Dog | Bird) -> dict[str, Any]:
    return {"class": type(pet).__name__, **pet.model_dump()}


@values.post("/wild")
def echo_wild(pet: Wild | Tame) -> dict[str, Any]:
    return {"class": type(pet).__name__}


@values.post("/part")
def echo_part(part: Part) -> Part:
    return part


@values.post("/times")
def echo_times(times: Times) -> Times:
    return times


@values.post("/numbers")
def echo_numbers(numbers: Numbers) -> Numbers:
    return numbers


@values.post("/blob")
def echo_blob(blob: Blob) -> dict[str, Any]:
    return {"data": blob.data.decode("latin-1"), "note": blob.note.decode("latin-1")}


@values.post("/list")
def sum_list(numbers: list[int]) -> int:
    return sum(numbers)


@values.post("/two")
def two_bodies(account: Account, toy: Toy, urgent: Annotated[bool, Body()] = False) -> list[str]:
    return [account.name, toy.name, str(urgent)]


@values.get("/query")
def echo_query(
    moment: datetime,
    size: Size,
    number: Annotated[float, Query(alias="num-ber")],
    ids: Annotated[list[int] | None, Query()] = None,
    level: Level = Level.LOW,
    amount: Decimal | None = None,
    key: UUID | None = None,
    flag: bool = False,
    day: date | None = None,
) -> dict[str, Any]:
    return {
        "moment": moment,
        "size": size,
        "number": number,
        "ids": ids,
        "level": level,
        "amount": amount,
        "key": key,
        "flag": flag,
        "day": day,
    }


@values.get("/headers")
def echo_headers(
    x_trace: Annotated[str, Header()],
    x_many: Annotated[list[str] | None, Header()] = None,
    session: Annotated[str | None, Cookie()] = None,
) -> dict[str, Any]:
    return {"trace": x_trace, "many": x_many, "session": session}


@values.get("/who")
def echo_authorization(authorization: Annotated[str, Header()]) -> str:
    return authorization


forms = APIRouter(prefix="/forms", tags=["forms"])


@forms.post("/login")
def log_in(username: Annotated[str, Form()], password: Annotated[str, Form()]) -> Account:
    return Account(name=f"{username}:{len(password)}")


@forms.post("/model")
def send_model(account: Annotated[Account, Form()]) -> Account:
    return account


@forms.post("/one")
async def upload_one(file: UploadFile) -> dict[str, Any]:
    return {"name": file.filename, "size": len(await file.read()), "type": file.content_type}


@forms.post("/bytes")
def upload_bytes(file: Annotated[bytes, File()], note: Annotated[str, Form()] = "-") -> list[Any]:
    return [len(file), note]


@forms.post("/many")
async def upload_many(files: list[UploadFile], note: Annotated[str | None, Form()] = None) -> Any:
    return {"sizes": [len(await file.read()) for file in files], "note": note}


@forms.post("/optional")
async def upload_optional(
    file: Annotated[UploadFile | None, File()] = None,
    tags: Annotated[list[str] | None, Form()] = None,
) -> dict[str, Any]:
    return {"size": None if file is None else len(await file.read()), "tags": tags}


@forms.post("/raw")
async def raw_body(body: Annotated[bytes, Body(media_type="application/octet-stream")]) -> int:
    return len(body)


answers = APIRouter(prefix="/answers", tags=["answers"])


@answers.get("/text", response_class=PlainTextResponse)
def text() -> str:
    return "plain"


@answers.get("/csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def table() -> Response:
    written = io.StringIO()
    csv.writer(written).writerows([["a", "b"], [1, 2]])
    return Response(written.getvalue(), media_type="text/csv")


@answers.get(
    "/picture",
    response_class=Response,
    responses={200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}},
)
def picture() -> Response:
    return Response(b"\x89PNG\r\n\xff", media_type="image/png")


@answers.get("/undeclared")
def undeclared() -> Response:
    """Say nothing of the answer, as many routes do, and send text."""
    return Response("just text", media_type="text/plain")


@answers.get("/events", response_class=StreamingResponse)
def events() -> StreamingResponse:
    async def lines() -> AsyncIterator[str]:
        for number in range(3):
            yield f"{number}\n"

    return StreamingResponse(lines(), media_type="text/plain")


@answers.get("/moved", response_class=RedirectResponse, status_code=307)
def moved() -> str:
    return "/answers/text"


@answers.get("/empty", status_code=204)
def empty() -> None:
    return None


@answers.get("/nothing")
def nothing() -> None:
    return None


@answers.get("/free")
def free() -> dict[str, Any]:
    return {"big": 2**60, "share": 1.0, "whole": 1, "null": None, "list": [1, "a", 2.5]}


@answers.get("/either")
def either(cats: bool) -> Cat | list[Dog]:
    return Cat(lives=3) if cats else [Dog(tricks=["sit"])]


@answers.get("/teapot", responses={418: {"model": Answer}})
def teapot() -> Answer:
    raise HTTPException(418, detail={"message": "short and stout"})


guarded = APIRouter(prefix="/guarded", tags=["guarded"])


@guarded.get("/bearer")
def with_bearer(token: Annotated[Any, Depends(HTTPBearer())]) -> str:
    return str(token.credentials)


@guarded.get("/key")
def with_key(key: Annotated[str, Depends(APIKeyHeader(name="X-API-Key"))]) -> str:
    return key


app = FastAPI(title="Toy shop", version="1")
for one in (router, values, forms, answers, guarded):
    app.include_router(one)
