"""Groups of operations, made when they are first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .client import Client

R = TypeVar("R")


class Owner(Protocol):
    """What may have lazy resources: a client, or another resource."""

    def __load_resource__(self, reference: str) -> Any:
        """Import and make the resource that ``reference`` names."""


class Lazy(Generic[R]):
    """A resource imported on first use: ``jobs: Lazy[Jobs] = Lazy(".resources.jobs:Jobs")``."""

    def __init__(self, reference: str) -> None:
        self._reference = reference
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Lazy[R]: ...
    @overload
    def __get__(self, instance: Owner, owner: type) -> R: ...
    def __get__(self, instance: Owner | None, owner: type) -> Lazy[R] | R:
        if instance is None:
            return self
        resource: R = instance.__load_resource__(self._reference)
        vars(instance)[self._name] = resource  # found before this descriptor from now on
        return resource


class Resource:
    """A group of operations of a :class:`Client`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._send = client.send
        self._send_paged = client.send_paged
        self._send_stream = client.send_stream
        self._send_download = client.send_download
        self._send_operation = client.send_operation

    def __load_resource__(self, reference: str) -> Any:
        return self._client.__load_resource__(reference)


class AsyncResource:
    """A group of operations of an :class:`AsyncClient`."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._send = client.send
        self._send_paged = client.send_paged
        self._send_stream = client.send_stream
        self._send_download = client.send_download
        self._send_operation = client.send_operation

    def __load_resource__(self, reference: str) -> Any:
        return self._client.__load_resource__(reference)
