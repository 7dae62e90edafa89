"""The fake of `operations`."""

from __future__ import annotations

from dataclasses import dataclass

from .. import models
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.stubs import Faked, Stub
from ..resources.operations import Operations


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCall:
    """Arguments of a call of `get`."""

    operation_id: str


class FakeOperations(FakeResource):
    """The fake of `operations`."""

    __dotted__ = "operations"

    get = Faked(Stub[models.Operation, GetCall], Operations.get, GetCall)
