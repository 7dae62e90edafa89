"""The resource `organizations.locations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .organizations_locations_config_store_settings import (
        AsyncConfigStoreSettings,
        ConfigStoreSettings,
    )


class Locations(Resource):
    """Operations on `organizations.locations`."""

    config_store_settings: Lazy[ConfigStoreSettings] = Lazy(
        ".resources.organizations_locations_config_store_settings:ConfigStoreSettings"
    )


class AsyncLocations(AsyncResource):
    """Operations on `organizations.locations`. Async; documented at :class:`Locations`."""

    config_store_settings: Lazy[AsyncConfigStoreSettings] = Lazy(
        ".resources.organizations_locations_config_store_settings:AsyncConfigStoreSettings"
    )
