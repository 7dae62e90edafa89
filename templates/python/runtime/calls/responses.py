"""HTTP responses: with status and headers beside the data, or to be read bit by bit."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from stat import S_IMODE
from typing import IO, Any, Generic, TypeVar

import httpx2

from ..data.decoding import read_json
from ..data.wire import TooLongError
from ..records import dataclass, field
from ..requests.request import Request
from ..requests.secrets import secrets_in, shown_address
from .lines import Lines

T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")

_REQUEST_ID_HEADERS = (
    "x-request-id",
    "request-id",
    "x-goog-request-id",
    "x-guploader-uploadid",
    "x-amzn-requestid",
    "x-correlation-id",
)
_REQUEST_ID_ENDING = "request-id"


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """Return what the server calls the request, None when it does not say.

    It is looked for in headers that many APIs have, then in any of such an ending.
    """
    known = (name for name in _REQUEST_ID_HEADERS if name in headers)
    endings = (name for name in headers if name.lower().endswith(_REQUEST_ID_ENDING))
    name = next(chain(known, endings), None)
    return None if name is None else _first_value(headers, name)


def _first_value(headers: Mapping[str, str], name: str) -> str:
    """Return the first value of a header that holds one only, though it may come again."""
    return headers.get_list(name)[0] if isinstance(headers, httpx2.Headers) else headers[name]


@dataclass(frozen=True)
class Response(Generic[T_co]):
    """A successful response: its data, and all that came with it."""

    data: T_co
    """What the method itself returns."""
    http: httpx2.Response = field(repr=False)

    @property
    def status_code(self) -> int:
        return self.http.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self.http.headers

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, None when it does not say."""
        return request_id_of(self.http.headers)

    @property
    def url(self) -> str:
        """Address of the request, secrets redacted."""
        return shown_address(self.http.request)

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.http.content

    def json(self) -> Any:
        """Read the body as plain JSON, whatever type it should have.

        Raises:
            ValueError: It is no JSON.
        """
        return read_json(self.http.content)


class _Streamed:
    """What sync and async streamed responses share."""

    def __init__(self, http: httpx2.Response, explain: Callable[[Exception], Exception]) -> None:
        self.is_left = False
        """Whether somebody else than the reader has let go of the connection."""
        self._http = http
        self._explain = explain

    @property
    def http(self) -> httpx2.Response:
        """The response of httpx2."""
        return self._http

    @property
    def status_code(self) -> int:
        return self._http.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self._http.headers

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, None when it does not say."""
        return request_id_of(self._http.headers)

    @property
    def url(self) -> str:
        """Address of the request, secrets redacted."""
        return shown_address(self._http.request)

    @contextmanager
    def _explained(self) -> Generator[None]:
        try:
            yield
        except (httpx2.HTTPError, TooLongError) as error:
            raise self._explain(error) from error
        except httpx2.StreamError as error:
            raise ValueError(
                "the body comes once, before its block ends: it was read, or let go of"
            ) from error


class StreamedResponse(_Streamed):
    """A response whose body is read bit by bit, once."""

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def iter_bytes(self, chunk_size: int | None = None) -> Generator[bytes]:
        """Read the body in chunks, as they come or of ``chunk_size`` bytes."""
        with self._explained():
            yield from self._http.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Read the body line by line, without the line ends: LF, CR or CRLF.

        Bytes that are no characters of its charset show as ``\\xff``.
        """
        lines = Lines(self.headers)
        with self._explained():
            for data in self._http.iter_bytes():
                yield from lines.feed(data)
            yield from lines.end()

    def read(self) -> bytes:
        """Read the whole body."""
        with self._explained():
            return self._http.read()

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file, whole or not at all, and return its size."""
        with replacement(path) as file:
            return sum(file.write(chunk) for chunk in self.iter_bytes())


class AsyncStreamedResponse(_Streamed):
    """A response whose body is read bit by bit, once."""

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._http.aclose()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """Read the body in chunks, as they come or of ``chunk_size`` bytes."""
        with self._explained():
            async for chunk in self._http.aiter_bytes(chunk_size):
                yield chunk

    async def iter_lines(self) -> AsyncIterator[str]:
        """Read the body line by line, as :meth:`StreamedResponse.iter_lines`."""
        lines = Lines(self.headers)
        with self._explained():
            async for data in self._http.aiter_bytes():
                for line in lines.feed(data):
                    yield line
            for line in lines.end():
                yield line

    async def read(self) -> bytes:
        """Read the whole body."""
        with self._explained():
            return await self._http.aread()

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file, whole or not at all, and return its size."""
        import anyio.to_thread  # sync clients go without

        size = 0
        with replacement(path) as file:
            async for chunk in self.iter_bytes():
                size += await anyio.to_thread.run_sync(file.write, chunk)
        return size


def wake(http: httpx2.Response) -> None:
    """End the connection of a response, so that a thread which waits for more of it goes on.

    Closing alone does not wake it. A connection of HTTP/2 is one of others, too.
    """
    stream = http.extensions.get("network_stream")
    connection = None if stream is None else stream.get_extra_info("socket")
    if connection is not None and http.http_version.startswith("HTTP/1"):
        with suppress(OSError):
            socket.socket.shutdown(connection, socket.SHUT_RDWR)  # TLS would send something


@contextmanager
def replacement(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """Open a new file that takes the place of ``path`` when the block ends well.

    Where a link leads to another file, that one is replaced, and who may read a file stays as it
    was. A pipe or a device is written to.

    Raises:
        OSError: There cannot be such a file.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as file:  # which refuses a folder
            yield file
        return
    unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("xb") as file:
            if target.exists():
                unfinished.chmod(S_IMODE(target.stat().st_mode))
            yield file
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def title_of(request: Request[Any], sent: httpx2.Request) -> str:
    """Return how errors of a call begin: its operation, method and address."""
    return f"{request.title}: {sent.method} {shown_address(sent)}"


def context_of(
    request: Request[Any], sent: httpx2.Request, response: httpx2.Response | None = None
) -> dict[str, Any]:
    """Return what every error of a call has; without a response, no status and no request id."""
    called = None if response is None else request_id_of(response.headers)
    return {
        "operation_id": request.operation_id,
        "method": sent.method,
        "url": shown_address(sent),
        "status_code": None if response is None else response.status_code,
        "request_id": called and secrets_in(sent).text(called, sent),
    }


def of_status(declared: Mapping[str, V], status: int) -> Iterator[V]:
    """Yield what is said of a status: of itself, then of its range, then of all others."""
    for name in (str(status), f"{status // 100}XX", "default"):
        yield from (value for statuses, value in declared.items() if name in statuses.split())
