"""The fake of `beds`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .. import models
from .._runtime.data.omission import Omit, omit
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.paged import PagedStub
from .._runtime.testing.stubs.stubs import Faked, Stub
from ..resources.beds import Beds


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCall:
    """Arguments of a call of `list`."""

    page: int | Omit = omit
    per_page: int | Omit = omit
    shade: bool | Omit = omit
    soil: builtins.list[str] | Omit = omit


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCall:
    """Arguments of a call of `get`."""

    bed_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutCall:
    """Arguments of a call of `put`."""

    bed_name: str
    body: models.Bed


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteCall:
    """Arguments of a call of `delete`."""

    bed_name: str


class FakeBeds(FakeResource):
    """The fake of `beds`."""

    __dotted__ = "beds"

    list = Faked(PagedStub[models.Bed, builtins.list[models.Bed], ListCall], Beds.list, ListCall)
    get = Faked(Stub[models.Bed, GetCall], Beds.get, GetCall)
    put = Faked(Stub[models.Bed, PutCall], Beds.put, PutCall)
    delete = Faked(Stub[None, DeleteCall], Beds.delete, DeleteCall, status=204)
