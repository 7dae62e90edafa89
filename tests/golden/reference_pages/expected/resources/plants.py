"""The resource `plants`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Multipart, Request


def _list(
    order: models.PlantOrder,
    page_token: str | Omit,
    page_size: int | Omit,
    habitat: models.Habitat | Omit,
    x_trace: str | Omit,
) -> PagedRequest[models.Plant, models.PlantPage]:
    return PagedRequest(
        "listPlants",
        "GET /plants",
        name="plants.list",
        query={"pageToken": page_token, "pageSize": page_size, "habitat": habitat, "order": order},
        headers={"X-Trace": x_trace},
        returns=models.PlantPage,
        pages=TokenPagination(items="plants", request="pageToken", response="next_page_token"),
        scopes=("read",),
    )


def _create(body: models.Plant | Mapping[str, Any]) -> Request[models.Plant]:
    return Request(
        "createPlant",
        "POST /plants",
        name="plants.create",
        secrets=("password",),
        body=body,
        body_type=models.Plant,
        returns=models.Plant,
        security=(("oauth",), ("key",)),
        scopes=("write",),
    )


def _get_picture(plant_id: str) -> Request[bytes]:
    return Request(
        "getPicture",
        "GET /plants/{plantId}/picture",
        name="plants.get_picture",
        path_params={"plantId": plant_id},
        reads="binary",
        accept="image/png",
        scopes=("read",),
    )


def _set_picture(plant_id: str, picture: File, caption: str | Omit) -> Request[None]:
    return Request(
        "setPicture",
        "PUT /plants/{plantId}/picture",
        name="plants.set_picture",
        path_params={"plantId": plant_id},
        multipart=Multipart(files={"picture": picture}, fields={"caption": caption}),
        reads="none",
        security=(),
    )


class Plants(Resource):
    """Operations on `plants`."""

    def list(
        self,
        *,
        order: models.PlantOrder,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        habitat: models.Habitat | Omit = omit,
        x_trace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Plant, models.PlantPage]:
        """List the plants.

        Newest first. Ask for few:

        | size | time |
        | ---- | ---- |
        | 10   | short |

        Args:
            order: *Up* or down | both work.
            page_size: 1. At most 100. The server's default is `10`.
            x_trace: Deprecated.
        """
        return self._send_paged(_list(order, page_token, page_size, habitat, x_trace), options)

    def create(
        self, body: models.Plant | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Plant:
        """Add a plant."""
        return self._send(_create(body), options)

    def get_picture(self, plant_id: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plants/{plantId}/picture`"""
        return self._send(_get_picture(plant_id), options)

    def set_picture(
        self,
        plant_id: str,
        *,
        picture: File,
        caption: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /plants/{plantId}/picture`

        Deprecated.
        """
        return self._send(_set_picture(plant_id, picture, caption), options)


class AsyncPlants(AsyncResource):
    """Operations on `plants`. Async; documented at :class:`Plants`."""

    def list(
        self,
        *,
        order: models.PlantOrder,
        page_token: str | Omit = omit,
        page_size: int | Omit = omit,
        habitat: models.Habitat | Omit = omit,
        x_trace: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Plant, models.PlantPage]:
        """List the plants."""
        return self._send_paged(_list(order, page_token, page_size, habitat, x_trace), options)

    async def create(
        self, body: models.Plant | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Plant:
        """Add a plant."""
        return await self._send(_create(body), options)

    async def get_picture(self, plant_id: str, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plants/{plantId}/picture`"""
        return await self._send(_get_picture(plant_id), options)

    async def set_picture(
        self,
        plant_id: str,
        *,
        picture: File,
        caption: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /plants/{plantId}/picture`"""
        return await self._send(_set_picture(plant_id, picture, caption), options)
