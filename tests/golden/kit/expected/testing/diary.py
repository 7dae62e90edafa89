"""The fake of `diary`."""

from __future__ import annotations

from dataclasses import dataclass

from .. import models
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.streams import StreamStub
from .._runtime.testing.stubs.stubs import Faked
from ..resources.diary import Diary


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCall:
    """Arguments of a call of `read`."""


class FakeDiary(FakeResource):
    """The fake of `diary`."""

    __dotted__ = "diary"

    read = Faked(StreamStub[models.Entry, ReadCall], Diary.read, ReadCall)
