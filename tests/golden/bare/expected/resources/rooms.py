"""The resource `rooms`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "get /api/v1/rooms",
        "GET /api/v1/rooms",
        name="rooms.list",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "post /api/v1/rooms",
        "POST /api/v1/rooms",
        name="rooms.create",
        reads="none",
    )


def _get(id_: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}",
        "GET /api/v1/rooms/{id}",
        name="rooms.get",
        path_params={"id": id_},
        reads="none",
    )


def _replace(id_: str) -> Request[None]:
    return Request(
        "put /api/v1/rooms/{id}",
        "PUT /api/v1/rooms/{id}",
        name="rooms.replace",
        path_params={"id": id_},
        reads="none",
    )


def _delete(id_: str) -> Request[None]:
    return Request(
        "delete /api/v1/rooms/{id}",
        "DELETE /api/v1/rooms/{id}",
        name="rooms.delete",
        path_params={"id": id_},
        reads="none",
    )


def _update(id_: str) -> Request[None]:
    return Request(
        "patch /api/v1/rooms/{id}",
        "PATCH /api/v1/rooms/{id}",
        name="rooms.update",
        path_params={"id": id_},
        reads="none",
    )


def _list_guests(id_: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}/guests",
        "GET /api/v1/rooms/{id}/guests",
        name="rooms.list_guests",
        path_params={"id": id_},
        reads="none",
    )


def _get_guest(id_: str, guest: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}/guests/{guest}",
        "GET /api/v1/rooms/{id}/guests/{guest}",
        name="rooms.get_guest",
        path_params={"id": id_, "guest": guest},
        reads="none",
    )


def _archive(id_: str) -> Request[None]:
    return Request(
        "post /api/v1/rooms/{id}/archive",
        "POST /api/v1/rooms/{id}/archive",
        name="rooms.archive",
        path_params={"id": id_},
        reads="none",
    )


class Rooms(Resource):
    """Operations on `rooms`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms`"""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /api/v1/rooms`"""
        return self._send(_create(), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms/{id}`"""
        return self._send(_get(id_), options)

    def replace(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`PUT /api/v1/rooms/{id}`"""
        return self._send(_replace(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /api/v1/rooms/{id}`"""
        return self._send(_delete(id_), options)

    def update(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`PATCH /api/v1/rooms/{id}`"""
        return self._send(_update(id_), options)

    def list_guests(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms/{id}/guests`"""
        return self._send(_list_guests(id_), options)

    def get_guest(self, id_: str, guest: str, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms/{id}/guests/{guest}`"""
        return self._send(_get_guest(id_, guest), options)

    def archive(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /api/v1/rooms/{id}/archive`"""
        return self._send(_archive(id_), options)


class AsyncRooms(AsyncResource):
    """Operations on `rooms`. Async; documented at :class:`Rooms`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms`"""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /api/v1/rooms`"""
        return await self._send(_create(), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms/{id}`"""
        return await self._send(_get(id_), options)

    async def replace(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`PUT /api/v1/rooms/{id}`"""
        return await self._send(_replace(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /api/v1/rooms/{id}`"""
        return await self._send(_delete(id_), options)

    async def update(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`PATCH /api/v1/rooms/{id}`"""
        return await self._send(_update(id_), options)

    async def list_guests(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /api/v1/rooms/{id}/guests`"""
        return await self._send(_list_guests(id_), options)

    async def get_guest(
        self, id_: str, guest: str, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /api/v1/rooms/{id}/guests/{guest}`"""
        return await self._send(_get_guest(id_, guest), options)

    async def archive(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /api/v1/rooms/{id}/archive`"""
        return await self._send(_archive(id_), options)
