"""Long-running operations that a call has started: to look at, to wait for, to cancel."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar

from ..calls.kinds import WorkRequest
from ..data.json_shapes import attribute, is_model, is_object
from ..data.wire import plain
from ..errors.api_errors import ConfigurationError, OperationError, OperationTimeoutError
from ..lazy import load_reference
from ..records import dataclass, field
from ..requests.options import RequestOptions
from ..requests.request import Request
from ._polling import FIRST_PAUSE, Schedule, lasting
from .long_running import failure_of, find_parameters, message_type_names, path_of

if TYPE_CHECKING:
    import httpx2

    from ..calls.configuration import Configuration
    from ..calls.responses import Response
    from .long_running import LongRunning

ResultT = TypeVar("ResultT")
MetadataT = TypeVar("MetadataT")
BodyT = TypeVar("BodyT")

Send: TypeAlias = "Callable[[Request[Any], RequestOptions], Response[Any]]"
AsyncSend: TypeAlias = "Callable[[Request[Any], RequestOptions], Awaitable[Response[Any]]]"


class _Running(Generic[ResultT, MetadataT, BodyT]):
    """What sync and async operations share."""

    def __init__(
        self,
        body: BodyT,
        request: OperationRequest[ResultT, MetadataT, BodyT],
        options: RequestOptions | None,
        configuration: Configuration,
    ) -> None:
        self.body = body
        """The operation as the server described it last."""
        self._request = request
        self._progress = request.operation
        self._configuration = configuration
        self._asked: float | None = None
        self._sent: httpx2.Request | None = None
        self._options = lasting(options)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(name={self.name!r}, done={self.done})"

    @property
    def name(self) -> str:
        """What the server calls the operation."""
        return str(attribute(self.body, self._progress.name) or "")

    @property
    def path(self) -> str:
        """Where the operation is, for ``client.resume`` in another process.

        Raises:
            ConfigurationError: The server does not tell its name.
        """
        return path_of(*self._found(cancels=False))

    @property
    def done(self) -> bool:
        """Whether the work was over, well or not, when the server described it last."""
        return self._progress.is_done(self.body)

    @property
    def metadata(self) -> MetadataT | None:
        """What is known while the work goes on, such as how far it is; None where nothing is."""
        path = self._progress.metadata
        value = attribute(self.body, path) if path else None
        return None if value is None else self._decoded(value, self._request.metadata)

    @property
    def error(self) -> OperationError | None:
        """Why it failed; None while it goes on, or when it went well."""
        return self._failure() if self.done and self._progress.has_failed(self.body) else None

    def _result(self) -> ResultT:
        error = self.error
        if error is not None:
            raise error
        path = self._progress.response
        found: Any = attribute(self.body, path) if path else self.body
        result: ResultT = self._decoded(found, self._request.result)
        return result

    def _failure(self) -> OperationError:
        error: Any = attribute(self.body, self._progress.error) if self._progress.error else None
        said = failure_of(plain(error) if is_model(error) else error)
        code, message = said.get("code"), self._shown(str(said.get("message", "")))
        parts = [f"{self._request.title}: {self.name or 'the operation'} failed"]
        parts += [self._shown(str(code))] if code is not None else []
        parts += [message] if message else []
        return OperationError(
            ": ".join(parts),
            code=code,
            server_message=message,
            body=error,
            operation_id=self._request.operation_id,
            method=self._request.method,
        )

    def _shown(self, text: str) -> str:
        """Return what the server says without what it must not repeat."""
        from ..requests.secrets import Secrets  # with which httpx2 loads

        return Secrets(self._configuration.secret_names, self._request).text(text, self._sent)

    def _found(self, *, cancels: bool) -> Any:
        progress = self._progress
        follow_ups = progress.cancels if cancels else progress.polls
        texts = list(progress.texts(self.body))
        found = find_parameters(follow_ups, texts, self._request.path_params)
        if found is None:
            what = "cancel" if cancels else "look at"
            raise ConfigurationError(
                f"{self._request.title}: the API has no way to {what} {self!r}",
                operation_id=self._request.operation_id,
            )
        return found

    def _poll(self) -> Request[BodyT]:
        follow_up, parameters = self._found(cancels=False)
        request: Request[BodyT] = follow_up.request(parameters, self._request.returns)
        return request

    def _cancel(self) -> Request[Any]:
        follow_up, parameters = self._found(cancels=True)
        request: Request[Any] = follow_up.request(parameters, None)
        return request

    def _learn(self, response: Response[BodyT]) -> None:
        from ..calls.waits import retry_after

        self.body = response.data
        self._sent = response.http.request
        self._asked = retry_after(response.headers)

    def _pause(self, schedule: Schedule) -> float:
        pause = schedule.pause(self._asked)
        if pause is None:
            raise OperationTimeoutError(
                f"{self._request.title}: {self.name} goes on after {schedule.timeout:g} s",
                operation_id=self._request.operation_id,
                method=self._request.method,
            )
        return pause

    def _decoded(self, value: Any, declared: Any) -> Any:
        """Read a message: as the type that it names, else as the one that is declared."""
        from ..data.decoding import lenient

        if not is_object(value) or "@type" not in value:
            return value if declared is None or not is_object(value) else lenient(declared, value)
        target = self._message_type(str(value["@type"])) or declared
        if target is None:
            return value
        return lenient(target, {key: item for key, item in value.items() if key != "@type"})

    def _message_type(self, type_url: str) -> Any:
        package = self._configuration.settings.package
        models = load_reference(package, ".models:__all__")
        for name in message_type_names(type_url):
            known = self._progress.types.get(name, name)
            if known in models:
                return load_reference(package, f".models:{known}")
        return None


class LongRunningOperation(_Running[ResultT, MetadataT, BodyT]):
    """A long-running operation: work that the server continues after the call."""

    def __init__(
        self,
        body: BodyT,
        request: OperationRequest[ResultT, MetadataT, BodyT],
        options: RequestOptions | None,
        configuration: Configuration,
        send: Send,
    ) -> None:
        super().__init__(body, request, options, configuration)
        self._send = send

    def wait(
        self,
        *,
        timeout: float | None = None,
        poll: float = FIRST_PAUSE,
        progress: Callable[[Self], object] | None = None,
    ) -> ResultT:
        """Wait until the work is done, and return its result.

        The pauses between requests grow from ``poll`` to thirty seconds; half of each pause is
        random. If the server says how long to wait, the client waits so long.

        Args:
            timeout: Seconds to wait at most; None waits as long as the work takes.
            poll: Seconds before the first request.
            progress: A function that is called with this operation after each request.

        Raises:
            OperationError: The work has failed, or was cancelled.
            OperationTimeoutError: The time is over. The server continues; you may wait again.
        """
        schedule = Schedule(time.monotonic, timeout, poll)
        while not self.done:
            time.sleep(self._pause(schedule))
            self.refresh()
            if progress is not None:
                progress(self)
        return self._result()

    def refresh(self) -> Self:
        """Ask the server for the state of the work."""
        self._learn(self._send(self._poll(), self._options))
        return self

    def cancel(self) -> None:
        """Ask the server to stop the work. Then :meth:`wait` shows whether it stopped.

        Raises:
            ConfigurationError: The API has no request to stop the work.
        """
        self._send(self._cancel(), self._options)


class AsyncLongRunningOperation(_Running[ResultT, MetadataT, BodyT]):
    """A long-running operation: work that the server continues after the call."""

    def __init__(
        self,
        body: BodyT,
        request: OperationRequest[ResultT, MetadataT, BodyT],
        options: RequestOptions | None,
        configuration: Configuration,
        send: AsyncSend,
    ) -> None:
        super().__init__(body, request, options, configuration)
        self._send = send

    async def wait(
        self,
        *,
        timeout: float | None = None,
        poll: float = FIRST_PAUSE,
        progress: Callable[[Self], object] | None = None,
    ) -> ResultT:
        """Wait until the work is done, and return its result.

        As :meth:`LongRunningOperation.wait`.
        """
        import anyio

        schedule = Schedule(time.monotonic, timeout, poll)
        while not self.done:
            await anyio.sleep(self._pause(schedule))
            await self.refresh()
            if progress is not None:
                progress(self)
        return self._result()

    async def refresh(self) -> Self:
        """Ask the server for the state of the work."""
        self._learn(await self._send(self._poll(), self._options))
        return self

    async def cancel(self) -> None:
        """Ask the server to stop the work. Then :meth:`wait` shows whether it stopped.

        Raises:
            ConfigurationError: The API has no request to stop the work.
        """
        await self._send(self._cancel(), self._options)


@dataclass(frozen=True)
class OperationRequest(
    WorkRequest[
        LongRunningOperation[ResultT, MetadataT, BodyT],
        AsyncLongRunningOperation[ResultT, MetadataT, BodyT],
        BodyT,
    ],
    Generic[ResultT, MetadataT, BodyT],
):
    """A request whose answer, a ``BodyT``, describes work that comes to a ``ResultT``."""

    operation: LongRunning = field(kw_only=True)
    result: Any = field(default=None, kw_only=True)
    """The type ``ResultT`` at run time; None where the message itself tells."""
    metadata: Any = field(default=None, kw_only=True)
    """The type ``MetadataT`` at run time; None where the message itself tells."""

    def follow(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: Send,
    ) -> LongRunningOperation[ResultT, MetadataT, BodyT]:
        return LongRunningOperation(body, self, options, configuration, send)

    def follow_async(
        self,
        body: BodyT,
        options: RequestOptions | None,
        configuration: Configuration,
        send: AsyncSend,
    ) -> AsyncLongRunningOperation[ResultT, MetadataT, BodyT]:
        return AsyncLongRunningOperation(body, self, options, configuration, send)

    def about(self, name: str) -> Request[BodyT]:
        return self.operation.request_for(name, self)
