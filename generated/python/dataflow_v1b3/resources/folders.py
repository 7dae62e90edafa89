"""The resource `folders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .folders_locations import AsyncLocations, Locations


class Folders(Resource):
    """Operations on `folders`."""

    locations: Lazy[Locations] = Lazy(".resources.folders_locations:Locations")


class AsyncFolders(AsyncResource):
    """Operations on `folders`. Async; documented at :class:`Folders`."""

    locations: Lazy[AsyncLocations] = Lazy(".resources.folders_locations:AsyncLocations")
