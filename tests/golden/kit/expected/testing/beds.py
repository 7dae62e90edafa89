"""The fake of `beds`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .. import models
from .._runtime.data.omission import Omit, omit
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.paged import PagedStub
from .._runtime.testing.stubs.stubs import Faked
from ..resources.beds import Beds


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCall:
    """Arguments of a call of `list`."""

    page: int | Omit = omit
    per_page: int | Omit = omit


class FakeBeds(FakeResource):
    """The fake of `beds`."""

    __dotted__ = "beds"

    list = Faked(PagedStub[models.Bed, builtins.list[models.Bed], ListCall], Beds.list, ListCall)
