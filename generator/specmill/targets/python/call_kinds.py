"""Return values of methods by kind: data, media, a stream, a page, a long-running operation."""

from __future__ import annotations

from collections.abc import Callable

from specmill.model.operations import STREAMS, Operation, Response, ResponseKind
from specmill.model.types import TypeRef
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class CallKind:
    """A kind of requests, by names of the runtime."""

    types: str
    """Type arguments of the request and of what is returned; empty where they have none."""
    request: str = "Request"
    send: str = "_send"
    """The resource's method that sends the request."""
    module: str = ""
    """Where the classes of what is returned are; empty where that is what was read."""
    returns: str = ""
    async_returns: str = ""
    awaited: bool = True
    """Whether the async method is a coroutine."""
    requests: str = "requests.request"
    """Where the class of the request is."""

    def typed(self, cls: str) -> str:
        """Spell a class with its arguments; without a class, what the response is read as."""
        return f"{cls}[{self.types}]" if cls and self.types else cls or self.types


def returned(operation: Operation, spell: Callable[[TypeRef], str]) -> str:
    """Spell what a response is read as: of a stream, what each of its items is.

    Args:
        operation: The operation.
        spell: Spells a type as a caller gets it.
    """
    return "None" if operation.returns is None else spell(operation.returns)


def kind_of(operation: Operation, spell: Callable[[TypeRef], str]) -> CallKind:
    """Tell the kind of an operation's request; arguments as of :func:`returned`."""
    returns = returned(operation, spell)
    pages, work = operation.pagination, operation.long_running
    if operation.media_download:
        names = "media.download", "Download", "AsyncDownload"
        return CallKind(
            "", "DownloadRequest", "_send_download", *names, awaited=False, requests=names[0]
        )
    if operation.response is not None and operation.response.kind in STREAMS:
        return _stream(operation.response, returns)
    if pages is not None:
        item = spell(pages.item_type)
        item = f"tuple[str, {item}]" if pages.by_key else item
        names = "pages.pages", "Page", "AsyncPages"
        types = f"{item}, {returns}"
        return CallKind(
            types, "PagedRequest", "_send_paged", *names, awaited=False, requests=names[0]
        )
    if work is not None:
        names = "operations.operations", "LongRunningOperation", "AsyncLongRunningOperation"
        types = f"{spell(work.result)}, {spell(work.metadata)}, {returns}"
        return CallKind(types, "OperationRequest", "_send_operation", *names, requests=names[0])
    if operation.waiting is not None:
        return CallKind(returns, "StateRequest", "_send_waiting", requests="operations.states")
    if operation.media_upload is not None:
        return CallKind(returns, "UploadRequest", requests="media.upload")
    return CallKind(returns)


def _stream(response: Response, item: str) -> CallKind:
    if response.kind is not ResponseKind.EVENTS:
        names = "streams.streams", "JsonStream", "AsyncJsonStream"
        return CallKind(
            item, "JsonStreamRequest", "_send_stream", *names, requests="streams.streams"
        )
    names = "streams.events", "EventStream", "AsyncEventStream"
    item = item if response.type is not None else "ServerSentEvent"
    return CallKind(item, "EventStreamRequest", "_send_stream", *names, requests="streams.events")
