"""The resource `parcels`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _send_letter() -> Request[None]:
    return Request(
        "sendLetter",
        "POST /letters",
        name="parcels.send_letter",
        reads="none",
    )


def _send(body: models.Parcel | Mapping[str, Any]) -> Request[None]:
    return Request(
        "sendParcel",
        "POST /parcels",
        name="parcels.send",
        body=body,
        reads="none",
    )


class Parcels(Resource):
    """Operations on `parcels`."""

    def send_letter(self, *, options: RequestOptions | None = None) -> None:
        """`POST /letters`"""
        return self._send(_send_letter(), options)

    def send(
        self, body: models.Parcel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> None:
        """`POST /parcels`"""
        return self._send(_send(body), options)


class AsyncParcels(AsyncResource):
    """Operations on `parcels`. Async; documented at :class:`Parcels`."""

    async def send_letter(self, *, options: RequestOptions | None = None) -> None:
        """`POST /letters`"""
        return await self._send(_send_letter(), options)

    async def send(
        self, body: models.Parcel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> None:
        """`POST /parcels`"""
        return await self._send(_send(body), options)
