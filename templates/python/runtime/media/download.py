"""Downloads of media: read bit by bit, on from where a connection broke, and checked."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import AbstractContextManager, aclosing, closing, nullcontext
from typing import IO, TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar

from ..calls.kinds import DeferredRequest
from ..records import dataclass

if TYPE_CHECKING:
    import httpx2

    from ..calls.call import Call
    from ..calls.configuration import Configuration
    from ..requests.options import RequestOptions
    from ._transfer import Progress, Span, Transfer

Exchange: TypeAlias = "Callable[[Call[Any]], httpx2.Response]"
AsyncExchange: TypeAlias = "Callable[[Call[Any]], Awaitable[httpx2.Response]]"
ExchangeT = TypeVar("ExchangeT", bound="Callable[[Call[Any]], Any]")


class _Download(Generic[ExchangeT]):
    """What sync and async downloads share. Nothing is sent before something is read."""

    def __init__(
        self,
        configuration: Configuration,
        request: DownloadRequest,
        options: RequestOptions | None,
        exchange: ExchangeT,
        span: Span | None = None,
    ) -> None:
        self._configuration = configuration
        self._request = request
        self._options = options
        self._exchange = exchange
        self._span = span

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._request.title!r})"

    def range(self, start: int, end: int | None = None) -> Self:
        """Return the part from byte ``start`` to before ``end``, as a slice would.

        Raises:
            ValueError: There is no such part.
        """
        from ._transfer import Span

        span = Span(start, end)
        return type(self)(self._configuration, self._request, self._options, self._exchange, span)

    def _transfer(self, progress: Progress | None) -> Transfer:
        from ._transfer import WHOLE, Transfer

        span = self._span or WHOLE
        return Transfer(self._configuration, self._request, self._options, span, progress)


class Download(_Download[Exchange]):
    """Media to download: iterate over its bytes, or call :meth:`read` or :meth:`save`.

    After a broken connection, the download continues, if the media has not changed.
    """

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces(None)

    def read(self) -> bytes:
        """Return all bytes."""
        return b"".join(self)

    def save(
        self, target: str | os.PathLike[str] | IO[bytes], *, progress: Progress | None = None
    ) -> int:
        """Write the bytes to a path or an open file; return their number.

        A path gets the whole media or nothing. ``progress`` is called with the number of bytes
        that were received and the total, which is None if it is unknown.
        """
        size = 0
        with _writable(target) as file, closing(self._pieces(progress)) as pieces:
            for piece in pieces:
                file.write(piece)
                size += len(piece)
        return size

    def _pieces(self, progress: Progress | None) -> Generator[bytes]:
        import httpx2

        transfer = self._transfer(progress)
        while not transfer.done:
            call = transfer.next_call()
            response = self._exchange(call)
            try:
                yield from self._body(transfer, call, response)
            except httpx2.HTTPError as error:
                time.sleep(transfer.after_failure(error))
            finally:
                response.close()

    def _body(
        self, transfer: Transfer, call: Call[Any], response: httpx2.Response
    ) -> Iterator[bytes]:
        if transfer.ends_with(response):
            transfer.close()
            return
        if not response.is_success:
            response.read()
            call.outcome.check_status(response)
        transfer.open(response)
        for raw in [response.content] if response.is_stream_consumed else response.iter_raw():
            yield from transfer.feed(raw)
            if transfer.done:
                return
        transfer.close()


class AsyncDownload(_Download[AsyncExchange]):
    """Media to download: iterate over its bytes, or call :meth:`read` or :meth:`save`.

    After a broken connection, the download continues, if the media has not changed.
    """

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._pieces(None)

    async def read(self) -> bytes:
        """Return all bytes."""
        return b"".join([piece async for piece in self])

    async def save(
        self, target: str | os.PathLike[str] | IO[bytes], *, progress: Progress | None = None
    ) -> int:
        """Write the bytes to a path or an open file; return their number.

        A path gets the whole media or nothing. ``progress`` is called with the number of bytes
        that were received and the total, which is None if it is unknown.
        """
        import anyio.to_thread

        size = 0
        with _writable(target) as file:
            async with aclosing(self._pieces(progress)) as pieces:
                async for piece in pieces:
                    await anyio.to_thread.run_sync(file.write, piece)
                    size += len(piece)
        return size

    async def _pieces(self, progress: Progress | None) -> AsyncGenerator[bytes]:
        import anyio
        import httpx2

        transfer = self._transfer(progress)
        while not transfer.done:
            call = transfer.next_call()
            response = await self._exchange(call)
            try:
                async for piece in self._body(transfer, call, response):
                    yield piece
            except httpx2.HTTPError as error:
                await anyio.sleep(transfer.after_failure(error))
            finally:
                await response.aclose()

    async def _body(
        self, transfer: Transfer, call: Call[Any], response: httpx2.Response
    ) -> AsyncIterator[bytes]:
        if transfer.ends_with(response):
            transfer.close()
            return
        if not response.is_success:
            await response.aread()
            call.outcome.check_status(response)
        transfer.open(response)
        async for raw in _raw(response):
            for piece in transfer.feed(raw):
                yield piece
            if transfer.done:
                return
        transfer.close()


@dataclass(frozen=True)
class DownloadRequest(DeferredRequest[Download, AsyncDownload]):
    """A request whose response is media."""

    def open(
        self, configuration: Configuration, options: RequestOptions | None, exchange: Exchange
    ) -> Download:
        return Download(configuration, self, options, exchange)

    def open_async(
        self, configuration: Configuration, options: RequestOptions | None, exchange: AsyncExchange
    ) -> AsyncDownload:
        return AsyncDownload(configuration, self, options, exchange)


async def _raw(response: httpx2.Response) -> AsyncIterator[bytes]:
    if response.is_stream_consumed:
        yield response.content
    else:
        async for raw in response.aiter_raw():
            yield raw


def _writable(
    target: str | os.PathLike[str] | IO[bytes],
) -> AbstractContextManager[IO[bytes]]:
    from ..calls.responses import replacement

    if isinstance(target, str | os.PathLike):
        return replacement(target)
    return nullcontext(target)
