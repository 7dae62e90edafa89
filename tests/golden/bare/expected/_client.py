"""The clients of this API."""

from __future__ import annotations

from collections.abc import Mapping

from httpx2 import AsyncBaseTransport, BaseTransport

from ._options import RequestOptions
from ._runtime.async_client import AsyncClient
from ._runtime.auth import Auth
from ._runtime.client import Client
from ._runtime.requests import Request
from ._runtime.settings import DEFAULT_TIMEOUT, ApiSettings, Timeout


API = ApiSettings(
    name="bare",
    package=__package__ or "",
    base_url="https://api.example.com",
    environment="BARE",
)


def _list_rooms() -> Request[None]:
    return Request(
        "get /api/v1/rooms",
        "GET",
        "/api/v1/rooms",
        reads="none",
    )


def _create_rooms() -> Request[None]:
    return Request(
        "post /api/v1/rooms",
        "POST",
        "/api/v1/rooms",
        reads="none",
    )


def _get_rooms(id_: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}",
        "GET",
        "/api/v1/rooms/{id}",
        path_params={"id": id_},
        reads="none",
    )


def _replace_rooms(id_: str) -> Request[None]:
    return Request(
        "put /api/v1/rooms/{id}",
        "PUT",
        "/api/v1/rooms/{id}",
        path_params={"id": id_},
        reads="none",
    )


def _delete_rooms(id_: str) -> Request[None]:
    return Request(
        "delete /api/v1/rooms/{id}",
        "DELETE",
        "/api/v1/rooms/{id}",
        path_params={"id": id_},
        reads="none",
    )


def _update_rooms(id_: str) -> Request[None]:
    return Request(
        "patch /api/v1/rooms/{id}",
        "PATCH",
        "/api/v1/rooms/{id}",
        path_params={"id": id_},
        reads="none",
    )


def _list_rooms_guests(id_: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}/guests",
        "GET",
        "/api/v1/rooms/{id}/guests",
        path_params={"id": id_},
        reads="none",
    )


def _get_rooms_guests(id_: str, guest: str) -> Request[None]:
    return Request(
        "get /api/v1/rooms/{id}/guests/{guest}",
        "GET",
        "/api/v1/rooms/{id}/guests/{guest}",
        path_params={"id": id_, "guest": guest},
        reads="none",
    )


def _list_status() -> Request[None]:
    return Request(
        "get /status",
        "GET",
        "/status",
        reads="none",
    )


def _get(anything: str) -> Request[None]:
    return Request(
        "get /{anything}",
        "GET",
        "/{anything}",
        path_params={"anything": anything},
        reads="none",
    )


def _list() -> Request[None]:
    return Request(
        "get /",
        "GET",
        "/",
        reads="none",
    )


class Bare(Client):
    """Client of the No operationIds and no tags."""

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: BaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )

    def list_rooms(self, *, options: RequestOptions | None = None) -> None:
        """List rooms."""
        return self.send(_list_rooms(), options)

    def create_rooms(self, *, options: RequestOptions | None = None) -> None:
        """Create rooms."""
        return self.send(_create_rooms(), options)

    def get_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Get rooms."""
        return self.send(_get_rooms(id_), options)

    def replace_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Replace rooms."""
        return self.send(_replace_rooms(id_), options)

    def delete_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Delete rooms."""
        return self.send(_delete_rooms(id_), options)

    def update_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Update rooms."""
        return self.send(_update_rooms(id_), options)

    def list_rooms_guests(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """List rooms guests."""
        return self.send(_list_rooms_guests(id_), options)

    def get_rooms_guests(
        self, id_: str, guest: str, *, options: RequestOptions | None = None
    ) -> None:
        """Get rooms guests."""
        return self.send(_get_rooms_guests(id_, guest), options)

    def list_status(self, *, options: RequestOptions | None = None) -> None:
        """List status."""
        return self.send(_list_status(), options)

    def get(self, anything: str, *, options: RequestOptions | None = None) -> None:
        """Get."""
        return self.send(_get(anything), options)

    def list(self, *, options: RequestOptions | None = None) -> None:
        """List."""
        return self.send(_list(), options)


class AsyncBare(AsyncClient):
    """Client of the No operationIds and no tags. Async; see :class:`Bare`."""

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: AsyncBaseTransport | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            transport=transport,
            strict=strict,
        )

    async def list_rooms(self, *, options: RequestOptions | None = None) -> None:
        """List rooms."""
        return await self.send(_list_rooms(), options)

    async def create_rooms(self, *, options: RequestOptions | None = None) -> None:
        """Create rooms."""
        return await self.send(_create_rooms(), options)

    async def get_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Get rooms."""
        return await self.send(_get_rooms(id_), options)

    async def replace_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Replace rooms."""
        return await self.send(_replace_rooms(id_), options)

    async def delete_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Delete rooms."""
        return await self.send(_delete_rooms(id_), options)

    async def update_rooms(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """Update rooms."""
        return await self.send(_update_rooms(id_), options)

    async def list_rooms_guests(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """List rooms guests."""
        return await self.send(_list_rooms_guests(id_), options)

    async def get_rooms_guests(
        self, id_: str, guest: str, *, options: RequestOptions | None = None
    ) -> None:
        """Get rooms guests."""
        return await self.send(_get_rooms_guests(id_, guest), options)

    async def list_status(self, *, options: RequestOptions | None = None) -> None:
        """List status."""
        return await self.send(_list_status(), options)

    async def get(self, anything: str, *, options: RequestOptions | None = None) -> None:
        """Get."""
        return await self.send(_get(anything), options)

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """List."""
        return await self.send(_list(), options)
