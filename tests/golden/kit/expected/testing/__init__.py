"""A fake of Nursery, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .._client import API, AsyncKit, Kit
from .._runtime.client.resources import Lazy
from .._runtime.testing.cassettes import Recorder
from .._runtime.testing.errors import FakeError, Refusal
from .._runtime.testing.received.files import SentFile
from .._runtime.testing.received.routes import Routes, RoutesOf
from .._runtime.testing.service import FakeService
from .._runtime.testing.stubs.answers import failure
from .._runtime.testing.stubs.stubs import Faked, Stub

if TYPE_CHECKING:
    from .beds import FakeBeds
    from .diary import FakeDiary
    from .labels import FakeLabels
    from .operations import FakeOperations
    from .plants import FakePlants
    from .seeds import FakeSeeds
    from .weather import FakeWeather

__all__ = ["FakeError", "FakeKit", "Recorder", "Refusal", "SentFile", "failure"]

ROUTES: RoutesOf = {
    "": {
        "ping": "GET /ping",
    },
    "plants": {
        "list": "GET /plants",
        "create": "POST /plants",
        "get": "GET /plants/{plant_id}",
        "delete": "DELETE /plants/{plant_id}",
        "update": "PATCH /plants/{plant_id}",
        "grow": "POST /plants/{plant_id}:grow",
        "water": "POST /plants/{plant_id}:water",
        "get_picture": "GET /plants/{plant_id}/picture",
        "set_picture": "PUT /plants/{plant_id}/picture",
    },
    "operations": {
        "get": "GET /operations/{operation_id}",
    },
    "beds": {
        "list": "GET /beds",
        "get": "GET /beds/{bed_name}",
        "put": "PUT /beds/{bed_name}",
        "delete": "DELETE /beds/{bed_name}",
    },
    "labels": {
        "list": "GET /beds/{bed_name}/labels",
        "create": "POST /beds/{bed_name}/labels",
        "get": "GET /beds/{bed_name}/labels/{label_id}",
    },
    "seeds": {
        "upload": ("POST /seeds", "POST /upload/v1/seeds"),
        "get": "GET /seeds/{seed_name}",
        "get_media": "GET /seeds/{seed_name}?alt=media",
    },
    "diary": {
        "read": "GET /diary",
    },
    "weather": {
        "watch": "GET /weather",
    },
}
"""Attributes that lead to a resource, to those of its operations with their routes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PingCall:
    """Arguments of a call of `ping`."""


class FakeKit(FakeService):
    """Answers in place of the service: `with FakeKit() as fake`."""

    __api__ = API
    __routes__ = Routes(ROUTES)

    plants: Lazy[FakePlants] = Lazy(".testing.plants:FakePlants")
    operations: Lazy[FakeOperations] = Lazy(".testing.operations:FakeOperations")
    beds: Lazy[FakeBeds] = Lazy(".testing.beds:FakeBeds")
    labels: Lazy[FakeLabels] = Lazy(".testing.labels:FakeLabels")
    seeds: Lazy[FakeSeeds] = Lazy(".testing.seeds:FakeSeeds")
    diary: Lazy[FakeDiary] = Lazy(".testing.diary:FakeDiary")
    weather: Lazy[FakeWeather] = Lazy(".testing.weather:FakeWeather")

    ping = Faked(Stub[None, PingCall], Kit.ping, PingCall, status=204)

    @cached_property
    def client(self) -> Kit:
        """A client of this fake."""
        return Kit(base_url=self.base_url, transport=self.transport)

    @cached_property
    def async_client(self) -> AsyncKit:
        """An async client of this fake."""
        return AsyncKit(base_url=self.base_url, transport=self.transport)
