"""Resources: groups of operations, made when they are first used."""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Any, Generic, Protocol, TypeVar, overload

from ..calls.kinds import DeferredRequest, StreamedRequest, WaitingRequest, WorkRequest
from ..pages.pages import AsyncPages, Page, PagedRequest
from ..requests.options import RequestOptions
from ..requests.request import Request

R = TypeVar("R")
T = TypeVar("T")
ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
WorkT = TypeVar("WorkT")
MediaT = TypeVar("MediaT")
StreamT = TypeVar("StreamT")


def share_docs(cls: type) -> None:
    """Give the methods of an async class the docstrings of its sync twin, which stands above it.

    The file has the text once; ``help()``, notebooks and makers of sites show it for both.
    """
    module = sys.modules[cls.__module__]
    twin: type = getattr(module, cls.__name__.removeprefix("Async"), object)
    for name, told in vars(twin).items():
        method = vars(cls).get(name)
        if isinstance(method, FunctionType) and isinstance(told, FunctionType):
            method.__doc__ = told.__doc__


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


class Sender(Owner, Protocol):
    """What the resources of a sync client send with, which is that client."""

    def send(self, request: Request[T], options: RequestOptions | None = None, /) -> T:
        """Send a request and return what its operation returns."""
        ...

    def send_paged(
        self, request: PagedRequest[ItemT, BodyT], options: RequestOptions | None = None, /
    ) -> Page[ItemT, BodyT]:
        """Send a request for one page of a list."""
        ...

    def send_stream(
        self, request: StreamedRequest[Any, StreamT, Any], options: RequestOptions | None = None, /
    ) -> StreamT:
        """Send a request and return its answer, whose items are still to come."""
        ...

    def send_download(
        self, request: DeferredRequest[MediaT, Any], options: RequestOptions | None = None, /
    ) -> MediaT:
        """Return media that is fetched when it is read."""
        ...

    def send_operation(
        self, request: WorkRequest[WorkT, Any, Any], options: RequestOptions | None = None, /
    ) -> WorkT:
        """Send a request that starts work which goes on after its response."""
        ...

    def send_waiting(
        self, request: WaitingRequest[T], options: RequestOptions | None = None, /
    ) -> T:
        """Send a request until its answer is final."""
        ...


class AsyncSender(Owner, Protocol):
    """What the resources of an async client send with; as :class:`Sender`."""

    async def send(self, request: Request[T], options: RequestOptions | None = None, /) -> T:
        """Send a request and return what its operation returns."""
        ...

    def send_paged(
        self, request: PagedRequest[ItemT, BodyT], options: RequestOptions | None = None, /
    ) -> AsyncPages[ItemT, BodyT]:
        """Return a list that is fetched when it is awaited or iterated over."""
        ...

    async def send_stream(
        self, request: StreamedRequest[Any, Any, StreamT], options: RequestOptions | None = None, /
    ) -> StreamT:
        """Send a request and return its answer, whose items are still to come."""
        ...

    def send_download(
        self, request: DeferredRequest[Any, MediaT], options: RequestOptions | None = None, /
    ) -> MediaT:
        """Return media that is fetched when it is read."""
        ...

    async def send_operation(
        self, request: WorkRequest[Any, WorkT, Any], options: RequestOptions | None = None, /
    ) -> WorkT:
        """Send a request that starts work which goes on after its response."""
        ...

    async def send_waiting(
        self, request: WaitingRequest[T], options: RequestOptions | None = None, /
    ) -> T:
        """Send a request until its answer is final."""
        ...


class Resource:
    """A group of operations of a sync client."""

    def __init__(self, client: Sender) -> None:
        self._client = client
        self._send = client.send
        self._send_paged = client.send_paged
        self._send_stream = client.send_stream
        self._send_download = client.send_download
        self._send_operation = client.send_operation
        self._send_waiting = client.send_waiting

    def __load_resource__(self, reference: str) -> Any:
        return self._client.__load_resource__(reference)


class AsyncResource:
    """A group of operations of an async client."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if AsyncResource in cls.__bases__:
            share_docs(cls)

    def __init__(self, client: AsyncSender) -> None:
        self._client = client
        self._send = client.send
        self._send_paged = client.send_paged
        self._send_stream = client.send_stream
        self._send_download = client.send_download
        self._send_operation = client.send_operation
        self._send_waiting = client.send_waiting

    def __load_resource__(self, reference: str) -> Any:
        return self._client.__load_resource__(reference)
