"""Models of `jobs`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name
from .._runtime.data.unions import Tagged, UnionTag

ComparisonOp: TypeAlias = Literal["lt", "gt"] | str
Matching: TypeAlias = Literal["like", "ilike"] | str


class JobReleaseVariant1(CamelModel):
    major: Literal[1] = 1
    notes: str | None = None


class JobReleaseVariant2(CamelModel):
    major: Literal[2] = 2
    notes: str | None = None


class Job(CamelModel):
    vehicle: Vehicle | None = None
    seen: SeenVehicle | None = None
    work: list[Work] | None = None
    next: JobNext | None = None
    release: JobRelease | None = None
    access: JobAccess | None = None
    accesses: list[JobAccess] | None = None
    check: JobCheck | None = None
    step: Step | None = None
    part: Part | None = None
    towed: Lorry | None = None
    move: Move | None = None
    mark: Mark | None = None
    being: Being | None = None
    beings: list[Being] | None = None
    rated: Version | str | None = None


class Car(CamelModel):
    kind: Annotated[Literal["car"], UnionTag(is_open=True)] = "car"
    doors: int | None = None


class Van(CamelModel):
    kind: Annotated[Literal["van"], UnionTag(is_open=True)] = "van"
    since: date | None = None


class SeenVehicleCar(CamelModel):
    kind: Annotated[Literal["car"], UnionTag(is_open=True)] = "car"
    doors: int | None = None
    seen: datetime


class SeenVehicleVan(CamelModel):
    kind: Annotated[Literal["van"], UnionTag(is_open=True)] = "van"
    since: date | None = None
    seen: datetime


class Wash(CamelModel):
    type: Annotated[Literal["wash"], UnionTag(is_optional=True)] = "wash"
    hot: bool | None = None


class Paint(CamelModel):
    type: Annotated[Literal["paint"], UnionTag(is_optional=True)] = "paint"
    color: str | None = None


class Local(CamelModel):
    remote: Literal[False] = False
    name: str


class Remote(CamelModel):
    remote: Literal[True] = True
    name: str


class Comparison(CamelModel):
    op: ComparisonOp
    than: Any


class Match(CamelModel):
    """Values that no other member has tell as one value does."""

    op: Matching
    than: Any


class PutStep(CamelModel):
    type: Annotated[Literal["PUT"], UnionTag(is_open=True, is_optional=True)] = "PUT"
    key: str
    value: int


class DropStep(CamelModel):
    type: Annotated[Literal["DROP"], UnionTag(is_open=True, is_optional=True)] = "DROP"
    key: str
    until: date | None = None


class Wheel(CamelModel):
    part_type: Annotated[Literal["wheel"], UnionTag(is_open=True, is_optional=True)] = "wheel"
    inches: float | None = None


class Door(CamelModel):
    part_type: Annotated[Literal["door"], UnionTag(is_open=True, is_optional=True)] = "door"
    side: str | None = None


class OtherPart(CamelModel):
    part_type: str | None = None
    name: str | None = None


class Bike(CamelModel):
    type: Annotated[Literal["Bike"], UnionTag(is_open=True)] = "Bike"
    towed: list[AnyTowable] | None = None
    gears: int | None = None


class Lorry(CamelModel):
    type: Annotated[Literal["Lorry"], UnionTag(is_open=True)] = "Lorry"
    towed: list[AnyTowable] | None = None
    axles: int | None = None


class MoveWithStep(CamelModel):
    step: Annotated[int, wire_name("Step")]


class MoveWithJump(CamelModel):
    jump: Annotated[list[dict[str, Any]], wire_name("Jump")]


class MarkVariant1(CamelModel):
    mark: Literal[1] = 1
    note: str | None = None


class Mark1(CamelModel):
    mark: Literal["1"] = "1"
    note: str | None = None


class MarkVariant3(CamelModel):
    mark: Literal[True] = True
    note: str | None = None


class MarkVariant4(CamelModel):
    mark: Annotated[None, UnionTag(is_optional=True)] = None
    note: str | None = None


class Cat(CamelModel):
    realm: Literal["animal"] = "animal"
    race: Literal["cat"] = "cat"
    name: str | None = None


class Dog(CamelModel):
    realm: Literal["animal"] = "animal"
    race: Literal["dog"] = "dog"
    name: str | None = None


class Plant(CamelModel):
    realm: Literal["plant"] = "plant"
    name: str | None = None


class VersionWithA(CamelModel):
    major: Literal[1] = 1
    minor: Literal[0] = 0
    a: str | None = None


class VersionWithB(CamelModel):
    major: Literal[1] = 1
    minor: Literal[1] = 1
    b: str | None = None


class VersionWithC(CamelModel):
    major: Literal[2] = 2
    minor: Literal[0] = 0
    c: str | None = None


class VersionWithD(CamelModel):
    major: Literal[2] = 2
    minor: Literal[1] = 1
    d: str | None = None


Vehicle: TypeAlias = Annotated[Car | Van, Tagged("kind", {"car": Car, "van": Van})]
"""The mapping tells; the members say nothing of it."""

SeenVehicle: TypeAlias = Annotated[
    SeenVehicleCar | SeenVehicleVan, Tagged("kind", {"car": SeenVehicleCar, "van": SeenVehicleVan})
]
"""What `allOf` adds to a union goes into each member."""

Work: TypeAlias = Annotated[
    Wash | Paint, Tagged("type", {"wash": Wash, "paint": Paint}, closed=True)
]
"""Optional constants, as pydantic writes them, and a discriminator."""

Step: TypeAlias = Annotated[PutStep | DropStep, Tagged("type", {"PUT": PutStep, "DROP": DropStep})]
"""A union beside properties, whose members do not declare the tag."""

Part: TypeAlias = Annotated[
    Wheel | Door | OtherPart, Tagged("partType", {"wheel": Wheel, "door": Door}, OtherPart)
]
"""What has another value, or none, is the default."""

Move: TypeAlias = Literal["Stay"] | str | MoveWithStep | MoveWithJump
"""The key is the tag."""

Mark: TypeAlias = Annotated[
    MarkVariant1 | Mark1 | MarkVariant3 | MarkVariant4,
    Tagged(
        "mark",
        [(1, MarkVariant1), ("1", Mark1), (True, MarkVariant3), (None, MarkVariant4)],
        closed=True,
    ),
]
"""One property with values of every type."""

Animal: TypeAlias = Annotated[Cat | Dog, Tagged("race", {"cat": Cat, "dog": Dog}, closed=True)]

Being: TypeAlias = Annotated[
    Animal | Plant, Tagged("realm", {"animal": Animal, "plant": Plant}, closed=True)
]
"""A member is told from its own kind by another property."""

Version: TypeAlias = Annotated[
    VersionWithA | VersionWithB | VersionWithC | VersionWithD,
    Tagged(
        "major",
        {
            1: Annotated[
                VersionWithA | VersionWithB,
                Tagged("minor", {0: VersionWithA, 1: VersionWithB}, closed=True),
            ],
            2: Annotated[
                VersionWithC | VersionWithD,
                Tagged("minor", {0: VersionWithC, 1: VersionWithD}, closed=True),
            ],
        },
        closed=True,
    ),
]
"""Two properties together tell the members."""

JobNext: TypeAlias = Annotated[
    Wash | Paint, Tagged("type", {"wash": Wash, "paint": Paint}, closed=True)
]
JobRelease: TypeAlias = Annotated[
    JobReleaseVariant1 | JobReleaseVariant2,
    Tagged("major", {1: JobReleaseVariant1, 2: JobReleaseVariant2}, closed=True),
]
JobAccess: TypeAlias = Annotated[
    Local | Remote, Tagged("remote", {False: Local, True: Remote}, closed=True)
]
JobCheck: TypeAlias = Annotated[
    Comparison | Match,
    Tagged("op", {"lt": Comparison, "gt": Comparison, "like": Match, "ilike": Match}),
]
AnyTowable: TypeAlias = Annotated[Bike | Lorry, Tagged("type", {"Bike": Bike, "Lorry": Lorry})]
