"""The fake of `plants`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .. import models
from .._runtime.data.omission import Omit, omit
from .._runtime.testing.received.files import SentFile
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.paged import PagedStub
from .._runtime.testing.stubs.stubs import Faked, Stub
from .._runtime.testing.stubs.work import WorkStub
from ..resources.plants import Plants


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCall:
    """Arguments of a call of `list`."""

    page_size: int | Omit = omit
    page_token: str | Omit = omit
    colours: builtins.list[str] | Omit = omit
    since: datetime | Omit = omit
    size: models.Size | Omit = omit


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCall:
    """Arguments of a call of `create`."""

    x_gardener: str
    body: models.Plant


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCall:
    """Arguments of a call of `get`."""

    plant_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteCall:
    """Arguments of a call of `delete`."""

    plant_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCall:
    """Arguments of a call of `update`."""

    plant_id: int
    update_mask: str | Omit = omit
    if_match: str | Omit = omit
    body: models.PlantChange


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowCall:
    """Arguments of a call of `grow`."""

    plant_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterCall:
    """Arguments of a call of `water`."""

    plant_id: int
    body: models.Watering


@dataclass(frozen=True, slots=True, kw_only=True)
class GetPictureCall:
    """Arguments of a call of `get_picture`."""

    plant_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPictureCall:
    """Arguments of a call of `set_picture`."""

    plant_id: int
    file: SentFile | Omit = omit


class FakePlants(FakeResource):
    """The fake of `plants`."""

    __dotted__ = "plants"

    list = Faked(PagedStub[models.Plant, models.PlantPage, ListCall], Plants.list, ListCall)
    create = Faked(Stub[models.Plant, CreateCall], Plants.create, CreateCall, status=201)
    get = Faked(Stub[models.Plant, GetCall], Plants.get, GetCall)
    delete = Faked(Stub[None, DeleteCall], Plants.delete, DeleteCall, status=204)
    update = Faked(Stub[models.Plant, UpdateCall], Plants.update, UpdateCall)
    grow = Faked(WorkStub[models.Plant, Any, models.Operation, GrowCall], Plants.grow, GrowCall)
    water = Faked(Stub[str, WaterCall], Plants.water, WaterCall)
    get_picture = Faked(Stub[bytes, GetPictureCall], Plants.get_picture, GetPictureCall)
    set_picture = Faked(Stub[None, SetPictureCall], Plants.set_picture, SetPictureCall, status=204)
