"""What the client makes of a response: what it read, media, the page of a list, work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from specmill.model.api import Operation
from specmill.model.types import TypeRef


@dataclass(frozen=True, slots=True)
class CallKind:
    """A kind of requests, by names of the runtime."""

    types: str
    """Type arguments of the request and of what is returned; empty where they have none."""
    request: str = "Request"
    send: str = "send"
    """The client's method that sends the request."""
    module: str = ""
    """Where the classes of what is returned are; empty where that is what was read."""
    returns: str = ""
    async_returns: str = ""
    awaited: bool = True
    """Whether the async method is a coroutine."""

    def typed(self, cls: str) -> str:
        """Spell a class with its arguments; without a class, what the response is read as."""
        return f"{cls}[{self.types}]" if cls and self.types else cls or self.types


def kind_of(operation: Operation, returns: str, spell: Callable[[TypeRef], str]) -> CallKind:
    """Tell the kind of an operation's request.

    Args:
        operation: The operation.
        returns: What its response is read as.
        spell: Spells a type as a caller gets it.
    """
    pages, work = operation.pagination, operation.long_running
    if operation.media_download:
        names = "media_download", "Download", "AsyncDownload"
        return CallKind("", "DownloadRequest", "send_download", *names, awaited=False)
    if pages is not None:
        item = spell(pages.item_type)
        item = f"tuple[str, {item}]" if pages.by_key else item
        names = "pages", "Page", "AsyncPages"
        types = f"{item}, {returns}"
        return CallKind(types, "PagedRequest", "send_paged", *names, awaited=False)
    if work is not None:
        names = "operations", "LongRunningOperation", "AsyncLongRunningOperation"
        types = f"{spell(work.result)}, {spell(work.metadata)}, {returns}"
        return CallKind(types, "OperationRequest", "send_operation", *names)
    return CallKind(returns, "Request" if operation.media_upload is None else "UploadRequest")
