"""The resource `plants`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .. import models
from .._long_running import OPERATION
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.operations.operations import (
    AsyncLongRunningOperation,
    LongRunningOperation,
    OperationRequest,
)
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Multipart, Request


def _list(
    page_size: int | Omit,
    page_token: str | Omit,
    colours: Sequence[str] | Omit,
    since: datetime | Omit,
    size: models.Size | Omit,
) -> PagedRequest[models.Plant, models.PlantPage]:
    return PagedRequest(
        "listPlants",
        "GET /plants",
        name="plants.list",
        query={
            "page_size": page_size,
            "page_token": page_token,
            "colours": colours,
            "since": since,
            "size": size,
        },
        styles={"colours": "csv", "size": "deepObject"},
        objects=("size",),
        returns=models.PlantPage,
        pages=TokenPagination(items="plants", request="page_token", response="next_page_token"),
    )


def _create(body: models.Plant | Mapping[str, Any], x_gardener: str) -> Request[models.Plant]:
    return Request(
        "createPlant",
        "POST /plants",
        name="plants.create",
        headers={"X-Gardener": x_gardener},
        body=body,
        body_type=models.Plant,
        returns=models.Plant,
    )


def _get(plant_id: int) -> Request[models.Plant]:
    return Request(
        "getPlant",
        "GET /plants/{plant_id}",
        name="plants.get",
        path_params={"plant_id": plant_id},
        returns=models.Plant,
    )


def _delete(plant_id: int) -> Request[None]:
    return Request(
        "deletePlant",
        "DELETE /plants/{plant_id}",
        name="plants.delete",
        path_params={"plant_id": plant_id},
        reads="none",
    )


def _update(
    plant_id: int,
    body: models.PlantChange | Mapping[str, Any],
    update_mask: str | Omit,
    if_match: str | Omit,
) -> Request[models.Plant]:
    return Request(
        "updatePlant",
        "PATCH /plants/{plant_id}",
        name="plants.update",
        path_params={"plant_id": plant_id},
        query={"update_mask": update_mask},
        headers={"If-Match": if_match},
        body=body,
        body_type=models.PlantChange,
        media_type="application/merge-patch+json",
        returns=models.Plant,
    )


def _grow(plant_id: int) -> OperationRequest[models.Plant, Any, models.Operation]:
    return OperationRequest(
        "growPlant",
        "POST /plants/{plant_id}:grow",
        name="plants.grow",
        path_params={"plant_id": plant_id},
        returns=models.Operation,
        operation=OPERATION,
        result=models.Plant,
    )


def _water(plant_id: int, body: models.Watering | Mapping[str, Any]) -> Request[str]:
    return Request(
        "waterPlant",
        "POST /plants/{plant_id}:water",
        name="plants.water",
        path_params={"plant_id": plant_id},
        body=body,
        body_type=models.Watering,
        media_type="application/x-www-form-urlencoded",
        reads="text",
        accept="text/plain",
    )


def _get_picture(plant_id: int) -> Request[bytes]:
    return Request(
        "getPicture",
        "GET /plants/{plant_id}/picture",
        name="plants.get_picture",
        path_params={"plant_id": plant_id},
        reads="binary",
        accept="image/png",
    )


def _set_picture(plant_id: int, file: File | Omit) -> Request[None]:
    return Request(
        "setPicture",
        "PUT /plants/{plant_id}/picture",
        name="plants.set_picture",
        path_params={"plant_id": plant_id},
        multipart=Multipart(files={"file": file}),
        reads="none",
    )


class Plants(Resource):
    """Operations on `plants`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        colours: Sequence[str] | Omit = omit,
        since: datetime | Omit = omit,
        size: models.Size | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Plant, models.PlantPage]:
        """`GET /plants`"""
        return self._send_paged(_list(page_size, page_token, colours, since, size), options)

    def create(
        self,
        body: models.Plant | Mapping[str, Any],
        *,
        x_gardener: str,
        options: RequestOptions | None = None,
    ) -> models.Plant:
        """`POST /plants`"""
        return self._send(_create(body, x_gardener), options)

    def get(self, plant_id: int, *, options: RequestOptions | None = None) -> models.Plant:
        """`GET /plants/{plant_id}`"""
        return self._send(_get(plant_id), options)

    def delete(self, plant_id: int, *, options: RequestOptions | None = None) -> None:
        """`DELETE /plants/{plant_id}`"""
        return self._send(_delete(plant_id), options)

    def update(
        self,
        plant_id: int,
        body: models.PlantChange | Mapping[str, Any],
        *,
        update_mask: str | Omit = omit,
        if_match: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Plant:
        """`PATCH /plants/{plant_id}`"""
        return self._send(_update(plant_id, body, update_mask, if_match), options)

    def grow(
        self, plant_id: int, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[models.Plant, Any, models.Operation]:
        """`POST /plants/{plant_id}:grow`"""
        return self._send_operation(_grow(plant_id), options)

    def water(
        self,
        plant_id: int,
        body: models.Watering | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """`POST /plants/{plant_id}:water`"""
        return self._send(_water(plant_id, body), options)

    def get_picture(self, plant_id: int, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plants/{plant_id}/picture`"""
        return self._send(_get_picture(plant_id), options)

    def set_picture(
        self, plant_id: int, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`PUT /plants/{plant_id}/picture`"""
        return self._send(_set_picture(plant_id, file), options)


class AsyncPlants(AsyncResource):
    """Operations on `plants`. Async; documented at :class:`Plants`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        colours: Sequence[str] | Omit = omit,
        since: datetime | Omit = omit,
        size: models.Size | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Plant, models.PlantPage]:
        """`GET /plants`"""
        return self._send_paged(_list(page_size, page_token, colours, since, size), options)

    async def create(
        self,
        body: models.Plant | Mapping[str, Any],
        *,
        x_gardener: str,
        options: RequestOptions | None = None,
    ) -> models.Plant:
        """`POST /plants`"""
        return await self._send(_create(body, x_gardener), options)

    async def get(self, plant_id: int, *, options: RequestOptions | None = None) -> models.Plant:
        """`GET /plants/{plant_id}`"""
        return await self._send(_get(plant_id), options)

    async def delete(self, plant_id: int, *, options: RequestOptions | None = None) -> None:
        """`DELETE /plants/{plant_id}`"""
        return await self._send(_delete(plant_id), options)

    async def update(
        self,
        plant_id: int,
        body: models.PlantChange | Mapping[str, Any],
        *,
        update_mask: str | Omit = omit,
        if_match: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Plant:
        """`PATCH /plants/{plant_id}`"""
        return await self._send(_update(plant_id, body, update_mask, if_match), options)

    async def grow(
        self, plant_id: int, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[models.Plant, Any, models.Operation]:
        """`POST /plants/{plant_id}:grow`"""
        return await self._send_operation(_grow(plant_id), options)

    async def water(
        self,
        plant_id: int,
        body: models.Watering | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """`POST /plants/{plant_id}:water`"""
        return await self._send(_water(plant_id, body), options)

    async def get_picture(self, plant_id: int, *, options: RequestOptions | None = None) -> bytes:
        """`GET /plants/{plant_id}/picture`"""
        return await self._send(_get_picture(plant_id), options)

    async def set_picture(
        self, plant_id: int, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`PUT /plants/{plant_id}/picture`"""
        return await self._send(_set_picture(plant_id, file), options)
