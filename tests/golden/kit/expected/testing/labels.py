"""The fake of `labels`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .. import models
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.stubs import Faked, Stub
from ..resources.labels import Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCall:
    """Arguments of a call of `list`."""

    bed_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCall:
    """Arguments of a call of `create`."""

    bed_name: str
    body: models.Label


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCall:
    """Arguments of a call of `get`."""

    bed_name: str
    label_id: str


class FakeLabels(FakeResource):
    """The fake of `labels`."""

    __dotted__ = "labels"

    list = Faked(Stub[builtins.list[models.Label], ListCall], Labels.list, ListCall)
    create = Faked(Stub[models.Label, CreateCall], Labels.create, CreateCall, status=201)
    get = Faked(Stub[models.Label, GetCall], Labels.get, GetCall)
