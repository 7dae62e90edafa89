"""The fake of `weather`."""

from __future__ import annotations

from dataclasses import dataclass

from .. import models
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.streams import StreamStub
from .._runtime.testing.stubs.stubs import Faked
from ..resources.weather import Weather


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchCall:
    """Arguments of a call of `watch`."""


class FakeWeather(FakeResource):
    """The fake of `weather`."""

    __dotted__ = "weather"

    watch = Faked(StreamStub[models.Entry, WatchCall], Weather.watch, WatchCall)
