"""The resource `parcels`."""

from __future__ import annotations

import builtins
from typing import Literal

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Multipart, Request


def _list() -> Request[builtins.list[models.Parcel]]:
    return Request(
        "GetParcels",
        "GET /v1/parcels",
        name="parcels.list",
        returns=builtins.list[models.Parcel],
    )


def _create() -> Request[models.Parcel]:
    return Request(
        "PostParcels",
        "POST /v1/parcels",
        name="parcels.create",
        returns=models.Parcel,
    )


def _get(parcel: str) -> Request[models.Parcel]:
    return Request(
        "GetParcelsParcel",
        "GET /v1/parcels/{parcel}",
        name="parcels.get",
        path_params={"parcel": parcel},
        returns=models.Parcel,
    )


def _update(parcel: str) -> Request[models.Parcel]:
    return Request(
        "PostParcelsParcel",
        "POST /v1/parcels/{parcel}",
        name="parcels.update",
        path_params={"parcel": parcel},
        returns=models.Parcel,
    )


def _weigh(parcel: str) -> Request[None]:
    return Request(
        "PostParcelsParcelWeigh",
        "POST /v1/parcels/{parcel}/weigh",
        name="parcels.weigh",
        path_params={"parcel": parcel},
        reads="none",
    )


def _create_photo(parcel: str, photos: builtins.list[File]) -> Request[None]:
    return Request(
        "PostParcelsParcelPhotos",
        "POST /v1/parcels/{parcel}/photos",
        name="parcels.create_photo",
        path_params={"parcel": parcel},
        multipart=Multipart(files={"photos": photos}),
        reads="none",
    )


def _open(parcel: str, fields: str | Omit) -> Request[models.Parcel]:
    return Request(
        "put_parcels_parcel#open",
        "PUT /v1/parcels/{parcel}",
        name="parcels.open",
        path_params={"parcel": parcel},
        query={"fields": fields},
        returns=models.Parcel,
    )


def _close(parcel: str, fields: str | Omit) -> Request[models.Parcel]:
    return Request(
        "put_parcels_parcel#close",
        "PUT /v1/parcels/{parcel}",
        name="parcels.close",
        path_params={"parcel": parcel},
        query={"fields": fields},
        returns=models.Parcel,
    )


def _list_stamps(parcel: str, limit: int | Omit, beta: Literal["true"]) -> Request[None]:
    return Request(
        "GetParcelsParcelStamps",
        "GET /v1/parcels/{parcel}/stamps",
        name="parcels.list_stamps",
        path_params={"parcel": parcel},
        query={"limit": limit, "beta": beta},
        reads="none",
    )


class Parcels(Resource):
    """Operations on `parcels`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Parcel]:
        """`GET /v1/parcels`"""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> models.Parcel:
        """`POST /v1/parcels`"""
        return self._send(_create(), options)

    def get(self, parcel: str, *, options: RequestOptions | None = None) -> models.Parcel:
        """`GET /v1/parcels/{parcel}`"""
        return self._send(_get(parcel), options)

    def update(self, parcel: str, *, options: RequestOptions | None = None) -> models.Parcel:
        """`POST /v1/parcels/{parcel}`"""
        return self._send(_update(parcel), options)

    def weigh(self, parcel: str, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/parcels/{parcel}/weigh`"""
        return self._send(_weigh(parcel), options)

    def create_photo(
        self, parcel: str, *, photos: builtins.list[File], options: RequestOptions | None = None
    ) -> None:
        """`POST /v1/parcels/{parcel}/photos`"""
        return self._send(_create_photo(parcel, photos), options)

    def open(
        self, parcel: str, *, fields: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Parcel:
        """`PUT /v1/parcels/{parcel}`"""
        return self._send(_open(parcel, fields), options)

    def close(
        self, parcel: str, *, fields: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Parcel:
        """`PUT /v1/parcels/{parcel}`"""
        return self._send(_close(parcel, fields), options)

    def list_stamps(
        self,
        parcel: str,
        *,
        limit: int | Omit = omit,
        beta: Literal["true"] = "true",
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /v1/parcels/{parcel}/stamps`"""
        return self._send(_list_stamps(parcel, limit, beta), options)


class AsyncParcels(AsyncResource):
    """Operations on `parcels`. Async; documented at :class:`Parcels`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Parcel]:
        """`GET /v1/parcels`"""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> models.Parcel:
        """`POST /v1/parcels`"""
        return await self._send(_create(), options)

    async def get(self, parcel: str, *, options: RequestOptions | None = None) -> models.Parcel:
        """`GET /v1/parcels/{parcel}`"""
        return await self._send(_get(parcel), options)

    async def update(self, parcel: str, *, options: RequestOptions | None = None) -> models.Parcel:
        """`POST /v1/parcels/{parcel}`"""
        return await self._send(_update(parcel), options)

    async def weigh(self, parcel: str, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/parcels/{parcel}/weigh`"""
        return await self._send(_weigh(parcel), options)

    async def create_photo(
        self, parcel: str, *, photos: builtins.list[File], options: RequestOptions | None = None
    ) -> None:
        """`POST /v1/parcels/{parcel}/photos`"""
        return await self._send(_create_photo(parcel, photos), options)

    async def open(
        self, parcel: str, *, fields: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Parcel:
        """`PUT /v1/parcels/{parcel}`"""
        return await self._send(_open(parcel, fields), options)

    async def close(
        self, parcel: str, *, fields: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Parcel:
        """`PUT /v1/parcels/{parcel}`"""
        return await self._send(_close(parcel, fields), options)

    async def list_stamps(
        self,
        parcel: str,
        *,
        limit: int | Omit = omit,
        beta: Literal["true"] = "true",
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /v1/parcels/{parcel}/stamps`"""
        return await self._send(_list_stamps(parcel, limit, beta), options)
