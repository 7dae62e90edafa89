"""A fake of Nursery, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .._client import API, AsyncKit, Kit
from .._runtime.client.resources import Lazy
from .._runtime.testing.errors import FakeError, Refusal
from .._runtime.testing.received.files import SentFile
from .._runtime.testing.received.routes import Routes
from .._runtime.testing.service import FakeService
from .._runtime.testing.stubs.answers import failure
from .._runtime.testing.stubs.stubs import Faked, Stub

if TYPE_CHECKING:
    from .beds import FakeBeds
    from .plants import FakePlants

__all__ = ["FakeError", "FakeKit", "Refusal", "SentFile", "failure"]

ROUTES = {
    "": {
        "ping": "GET /ping",
    },
    "plants": {
        "list": "GET /plants",
        "create": "POST /plants",
        "get": "GET /plants/{plant_id}",
        "delete": "DELETE /plants/{plant_id}",
        "water": "POST /plants/{plant_id}:water",
        "get_picture": "GET /plants/{plant_id}/picture",
        "set_picture": "PUT /plants/{plant_id}/picture",
    },
    "beds": {
        "list": "GET /beds",
    },
}
"""Attributes that lead to a resource, to those of its operations with their routes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PingCall:
    """Arguments of a call of `ping`."""


class FakeKit(FakeService):
    """What answers in place of the service: `with FakeKit() as fake`."""

    __api__ = API
    __routes__ = Routes(ROUTES)

    plants: Lazy[FakePlants] = Lazy(".testing.plants:FakePlants")
    beds: Lazy[FakeBeds] = Lazy(".testing.beds:FakeBeds")

    ping = Faked(Stub[None, PingCall], Kit.ping, PingCall, status=204)

    @cached_property
    def client(self) -> Kit:
        """A client of this fake."""
        return Kit(base_url=self.base_url, transport=self.transport)

    @cached_property
    def async_client(self) -> AsyncKit:
        """An async client of this fake."""
        return AsyncKit(base_url=self.base_url, transport=self.transport)
