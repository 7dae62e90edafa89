"""The resource `organizations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .organizations_locations import AsyncLocations, Locations


class Organizations(Resource):
    """Operations on `organizations`."""

    locations: Lazy[Locations] = Lazy(".resources.organizations_locations:Locations")


class AsyncOrganizations(AsyncResource):
    """Operations on `organizations`. Async; documented at :class:`Organizations`."""

    locations: Lazy[AsyncLocations] = Lazy(".resources.organizations_locations:AsyncLocations")
