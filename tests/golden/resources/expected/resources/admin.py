"""The resource `admin`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .admin_tools import AsyncTools, Tools


class Admin(Resource):
    """Operations on `admin`."""

    tools: Lazy[Tools] = Lazy(".resources.admin_tools:Tools")


class AsyncAdmin(AsyncResource):
    """Operations on `admin`. Async; documented at :class:`Admin`."""

    tools: Lazy[AsyncTools] = Lazy(".resources.admin_tools:AsyncTools")
