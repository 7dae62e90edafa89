"""Streamed responses: answers that come item by item, such as JSON lines."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, closing, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar, cast

from ..calls.kinds import StreamedRequest
from ..calls.responses import wake
from ..data.json_shapes import is_model, is_object
from ..data.omission import Omit
from ..data.wire import LONGEST_ITEM, TooLongError
from ..errors.api_errors import TransportError
from ..records import dataclass, field

if TYPE_CHECKING:
    from types import AsyncGeneratorType

    import httpx2

    from ..calls.outcomes import Outcome
    from ..calls.responses import AsyncStreamedResponse, StreamedResponse

ItemT = TypeVar("ItemT")
ItemT_co = TypeVar("ItemT_co", covariant=True)

_LINE_END = b"\n"
_RECORD_SEPARATOR = b"\x1e"
_ERROR = b'"error"'


class Reader(Protocol[ItemT_co]):
    """Makes items of the bytes of a body, without I/O."""

    done: bool
    """Whether the stream is over before the body is."""

    def feed(self, data: bytes) -> Iterator[ItemT_co]:
        """Take bytes, cut anywhere, and give the items that they complete."""
        ...

    def end(self) -> Iterator[ItemT_co]:
        """Give what the end of the body completes."""
        ...


class _AnyStream:
    """What streams have in common with the responses that carry them."""

    def __init__(self, response: StreamedResponse | AsyncStreamedResponse) -> None:
        self._about = response

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._about.url!r})"

    @property
    def status_code(self) -> int:
        return self._about.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self._about.headers

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, None when it does not say."""
        return self._about.request_id


class Stream(_AnyStream, Generic[ItemT]):
    """Items of an answer, each given as soon as it has come.

    The connection is let go of at the end, when the block of a ``with`` ends, and by
    :meth:`close`. The timeout for reading is one for the time between two pieces of the answer.
    """

    def __init__(
        self, response: StreamedResponse, reader: Reader[ItemT], outcome: Outcome[ItemT]
    ) -> None:
        super().__init__(response)
        self._response = response
        self._items = _items(response, reader, outcome)
        next(self._items)

    def __iter__(self) -> Iterator[ItemT]:
        return self._items

    def __next__(self) -> ItemT:
        return next(self._items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; no item comes after that, nor to a thread that waits."""
        self._response.is_left = True
        try:
            self._items.close()
        except ValueError:  # another thread is in it
            wake(self._response.http)
        else:
            self._response.close()


def _items(
    response: StreamedResponse, reader: Reader[ItemT], outcome: Outcome[ItemT]
) -> Generator[ItemT]:
    """Yield the items of a response, after nothing: what has begun is closed when it is dropped."""
    try:
        yield cast("ItemT", None)
        with closing(response.iter_bytes()) as chunks:
            for chunk in chunks:
                if not response.is_left:
                    yield from reader.feed(chunk)
                if response.is_left or reader.done:
                    return
            yield from reader.end()
    except TooLongError as error:
        raise outcome.misread(response.http, str(error), b"") from None
    except TransportError:
        if not response.is_left:
            raise
    finally:
        response.close()


class AsyncStream(_AnyStream, Generic[ItemT]):
    """Items of an answer, each given as soon as it has come; as :class:`Stream`."""

    def __init__(
        self, response: AsyncStreamedResponse, reader: Reader[ItemT], outcome: Outcome[ItemT]
    ) -> None:
        super().__init__(response)
        self._response = response
        items = _async_items(response, reader, outcome)
        self._items = cast("AsyncGeneratorType[ItemT, None]", items)
        with suppress(StopIteration):
            self._items.asend(None).send(None)

    def __aiter__(self) -> AsyncGenerator[ItemT]:
        return self._items

    async def __anext__(self) -> ItemT:
        return await anext(self._items)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Let go of the connection; no item comes after that, nor to a task that waits."""
        self._response.is_left = True
        if not self._items.ag_running:  # by another task
            await self._items.aclose()
        await self._response.aclose()


async def _async_items(
    response: AsyncStreamedResponse, reader: Reader[ItemT], outcome: Outcome[ItemT]
) -> AsyncGenerator[ItemT]:
    """Yield the items of a response, as :func:`_items`."""
    try:
        yield cast("ItemT", None)
        async with aclosing(response.iter_bytes()) as chunks:
            async for chunk in chunks:
                for item in () if response.is_left else reader.feed(chunk):
                    yield item
                if response.is_left or reader.done:
                    return
            for item in reader.end():
                yield item
    except TooLongError as error:
        raise outcome.misread(response.http, str(error), b"") from None
    except TransportError:
        if not response.is_left:
            raise
    finally:
        await response.aclose()


class JsonStream(Stream[ItemT]):
    """JSON texts of an answer, each given as soon as it has come; a :class:`Stream`."""


class AsyncJsonStream(AsyncStream[ItemT]):
    """JSON texts of an answer, each given as soon as it has come; as :class:`JsonStream`."""


@dataclass(frozen=True)
class JsonStreamRequest(StreamedRequest[ItemT, JsonStream[ItemT], AsyncJsonStream[ItemT]]):
    """A request whose answer is JSON texts: on lines, or as a sequence (RFC 7464)."""

    wrapped: bool = field(default=False, kw_only=True)
    """Each text is an object that has the item as ``result``, or an ``error`` (gRPC gateways)."""

    def open(self, outcome: Outcome[ItemT], response: StreamedResponse) -> JsonStream[ItemT]:
        return JsonStream(response, self._reader(outcome, response.http), outcome)

    def open_async(
        self, outcome: Outcome[ItemT], response: AsyncStreamedResponse
    ) -> AsyncJsonStream[ItemT]:
        return AsyncJsonStream(response, self._reader(outcome, response.http), outcome)

    def _reader(self, outcome: Outcome[ItemT], response: httpx2.Response) -> Texts[ItemT]:
        """Make the reader of a response.

        Raises:
            DecodeError: It is a page of HTML, such as that of a login.
        """
        mark = _RECORD_SEPARATOR if self.reads == "json-sequence" else _LINE_END
        outcome.refuse_markup(response)
        if self.wrapped:
            return Texts(mark, partial(self._unwrapped, outcome, response))

        def decode(text: bytes) -> Any:
            return outcome.decoded(text, self.returns, response)

        return Texts(mark, decode)

    def _unwrapped(self, outcome: Outcome[ItemT], response: httpx2.Response, text: bytes) -> Any:
        """Read the item that a text wraps.

        Raises:
            StreamError: It has an error instead.
        """
        if _ERROR in text:
            plain = outcome.decoded(text, None, response)
            if is_object(plain) and plain.get("error"):
                raise outcome.stream_error(response, plain["error"])
        item: Any = Any if self.returns is None else self.returns
        value = outcome.decoded(text, dict.__class_getitem__((str, item)), response)
        return value["result"] if is_object(value) and "result" in value else value


class Texts(Generic[ItemT]):
    """Reads JSON texts that a mark stands between; empty ones are passed over."""

    done = False

    def __init__(self, mark: bytes, decode: Callable[[bytes], ItemT]) -> None:
        self._mark = mark
        self._decode = decode
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[ItemT]:
        """Take bytes, cut anywhere, and give the items that they complete."""
        *complete, last = data.split(self._mark)
        for part in complete:
            self._rest += part
            yield from self.end()
        self._rest += last
        if len(self._rest) > LONGEST_ITEM:
            raise TooLongError(f"a text has more than {LONGEST_ITEM} bytes")

    def end(self) -> Iterator[ItemT]:
        """Give what the end of the body completes."""
        text = bytes(self._rest.strip())
        self._rest.clear()
        if text:
            yield self._decode(text)


def with_flag(body: Any, name: str) -> Any:
    """Return a body with the field that asks for a stream set; without a body, it is all of it."""
    if isinstance(body, Omit):
        return {name: True}
    if is_model(body):
        fields = type(body).model_fields.items()
        attribute = next(
            (key for key, field in fields if (field.serialization_alias or field.alias) == name),
            name,
        )
        return body.model_copy(update={attribute: True})
    return {**body, name: True}
