"""Kinds of requests that a client sends in a way of their own: media, streams, work to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeGuard, TypeVar

from ..requests.request import Request

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from ..requests.options import RequestOptions
    from .call import Call, Exchanges
    from .configuration import Configuration
    from .outcomes import Outcome
    from .responses import AsyncStreamedResponse, Response, StreamedResponse

T = TypeVar("T")
ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
WorkT = TypeVar("WorkT")
AsyncWorkT = TypeVar("AsyncWorkT")
MediaT = TypeVar("MediaT")
AsyncMediaT = TypeVar("AsyncMediaT")
StreamT = TypeVar("StreamT")
AsyncStreamT = TypeVar("AsyncStreamT")


class WorkRequest(Request[BodyT], Generic[WorkT, AsyncWorkT, BodyT]):
    """A request whose answer, a ``BodyT``, describes work that goes on after it."""

    is_built_on: ClassVar[bool] = True

    def follow(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: Callable[[Request[Any], RequestOptions], Response[Any]],
    ) -> WorkT:
        """Make what the work is watched by."""
        raise NotImplementedError

    def follow_async(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: Callable[[Request[Any], RequestOptions], Awaitable[Response[Any]]],
    ) -> AsyncWorkT:
        """Make its async twin."""
        raise NotImplementedError

    def about(self, name: str) -> Request[BodyT]:
        """Return a request that asks about work which was started earlier.

        Raises:
            ValueError: The name is of no such work.
        """
        raise NotImplementedError


class WaitingRequest(Request[BodyT]):
    """A request that is sent again until its answer, a ``BodyT``, is final."""

    is_built_on: ClassVar[bool] = True

    def wait(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Response[BodyT]],
    ) -> BodyT:
        """Send it until then, with pauses."""
        raise NotImplementedError

    async def wait_async(
        self,
        options: RequestOptions | None,
        send: Callable[[Request[BodyT], RequestOptions], Awaitable[Response[BodyT]]],
    ) -> BodyT:
        """Do the same in an async client."""
        raise NotImplementedError


class MediaRequest(Request[T]):
    """A request that may carry media beside its body, in one exchange or in several."""

    @property
    def carries_media(self) -> bool:
        """Whether there is any; without, it is sent as any other."""
        raise NotImplementedError

    def begin(
        self, configuration: Configuration, options: RequestOptions | None
    ) -> Call[T] | Exchanges[T]:
        """Look at the media and choose how it travels."""
        raise NotImplementedError


class DeferredRequest(Request[bytes], Generic[MediaT, AsyncMediaT]):
    """A request for media, which is sent when the media is read."""

    def open(
        self,
        configuration: Configuration,
        options: RequestOptions | None,
        exchange: Callable[[Call[Any]], httpx2.Response],
    ) -> MediaT:
        """Make what the media is read from."""
        raise NotImplementedError

    def open_async(
        self,
        configuration: Configuration,
        options: RequestOptions | None,
        exchange: Callable[[Call[Any]], Awaitable[httpx2.Response]],
    ) -> AsyncMediaT:
        """Make its async twin."""
        raise NotImplementedError


class StreamedRequest(Request[ItemT], Generic[ItemT, StreamT, AsyncStreamT]):
    """A request whose answer comes as one ``ItemT`` after the other."""

    def open(self, outcome: Outcome[ItemT], response: StreamedResponse) -> StreamT:
        """Make the stream of a successful response whose body is still to be read."""
        raise NotImplementedError

    def open_async(self, outcome: Outcome[ItemT], response: AsyncStreamedResponse) -> AsyncStreamT:
        """Make the async stream of such a response."""
        raise NotImplementedError


def refuse_stream(request: Request[Any]) -> None:
    """Refuse to give one whole response of what comes bit by bit, or in many.

    Raises:
        TypeError: The request is for media or for a stream, or it waits.
    """
    if isinstance(request, WaitingRequest):
        raise TypeError("waiting has many responses: ask for the one that its method repeats")
    if isinstance(request, DeferredRequest | StreamedRequest):
        what = "media" if isinstance(request, DeferredRequest) else "a stream"
        raise TypeError(f"{what} comes bit by bit: client.stream(…) gives its status and headers")


def starts_work(request: Request[Any]) -> TypeGuard[WorkRequest[Any, Any, Any]]:
    """Tell whether a request starts work that goes on after its response."""
    return isinstance(request, WorkRequest)


def has_media(request: Request[T]) -> TypeGuard[MediaRequest[T]]:
    """Tell whether a request is to carry media."""
    return isinstance(request, MediaRequest) and request.carries_media
