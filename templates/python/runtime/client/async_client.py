"""The async client: :mod:`.client` with ``await``."""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

import httpx2

from ..auth.auth import AsyncToken, Auths
from ..auth.credentials import ApiKeys
from ..auth.endpoints import Endpoint
from ..auth.login import Session
from ..calls.call import Call
from ..calls.configuration import Server
from ..calls.kinds import (
    DeferredRequest,
    MediaRequest,
    StreamedRequest,
    WaitingRequest,
    WorkRequest,
    has_media,
    refuse_stream,
    starts_work,
)
from ..calls.responses import AsyncStreamedResponse, Response
from ..calls.retries import is_of_connection
from ..calls.waits import sleep
from ..data.omission import omit
from ..errors.api_errors import TransportError
from ..pages.pages import AsyncPage, AsyncPages, PagedRequest, is_paged
from ..requests.options import RequestOptions
from ..requests.request import Request
from ..requests.settings import DEFAULT_TIMEOUT, ApiSettings
from ._base_client import BaseClient
from .connection import Connection, ConnectionSettings, ProxyUrl, Verify
from .resources import share_docs
from .system_trust import system_trust

if TYPE_CHECKING:
    from ..calls.outcomes import Outcome
    from ..calls.untyped import Files
    from ._planning import Plan

T = TypeVar("T")
ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
WorkT = TypeVar("WorkT")
MediaT = TypeVar("MediaT")
StreamT = TypeVar("StreamT")
P = ParamSpec("P")


class AsyncClient(BaseClient):
    """Sends requests and waits for the responses. Tasks of one event loop may share it."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        runtime = f"{__name__.removesuffix('.client.async_client')}."
        of_runtime = [one.__module__.startswith(runtime) for one in (cls, *cls.__bases__)]
        if of_runtime == [False, True]:
            share_docs(cls)

    def __init__(
        self,
        settings: ApiSettings,
        *,
        endpoint: Endpoint | None = None,
        token: AsyncToken | None = None,
        api_key: ApiKeys | None = None,
        auth: Auths | None = None,
        username: str | None = None,
        password: str | None = None,
        server: Server | None = None,
        base_url: str | None = None,
        timeout: httpx2.Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
        http_client: httpx2.AsyncClient | None = None,
        verify: Verify = True,
        proxy: ProxyUrl | None = None,
        limits: httpx2.Limits | None = None,
        http2: bool = False,
        max_response_bytes: int | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            settings,
            endpoint=endpoint,
            token=token,
            api_key=api_key,
            auth=auth,
            username=username,
            password=password,
            server=server,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            strict=strict,
            max_response_bytes=max_response_bytes,
        )
        if self._socket and transport is None and http_client is None:
            transport = httpx2.AsyncHTTPTransport(uds=self._socket, verify=system_trust())
        settings_of_it = ConnectionSettings(
            endpoint=endpoint,
            transport=transport,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            http_client=http_client,
        )
        self._connection = Connection(httpx2.AsyncClient, settings_of_it)

    @property
    def _http(self) -> httpx2.AsyncClient:
        return self._connection.http

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections, also those of copies made by :meth:`with_options`.

        Your own ``http_client`` is not closed.
        """
        http = self._connection.to_close
        if http is not None:
            await http.aclose()

    async def send(self, request: Request[T], options: RequestOptions | None = None) -> T:
        """Send a request and return the result of its operation."""
        outcome, response = await self._respond(request, options)
        return outcome.data(response)

    def send_paged(
        self, request: PagedRequest[ItemT, BodyT], options: RequestOptions | None = None
    ) -> AsyncPages[ItemT, BodyT]:
        """Return a list that is fetched when you await it or iterate over it."""

        async def send(page: PagedRequest[ItemT, BodyT]) -> AsyncPage[ItemT, BodyT]:
            outcome, response = await self._respond(page, options)
            link = page.pages.link_in(response)
            return AsyncPage(outcome.data(response), page, send, link=link)

        return AsyncPages(request, send)

    def send_download(
        self, request: DeferredRequest[Any, MediaT], options: RequestOptions | None = None
    ) -> MediaT:
        """Return media that is downloaded when it is read."""
        exchange = partial(self._exchange, stream=True)
        return request.open_async(self._configuration, options, exchange)

    async def send_stream(
        self, request: StreamedRequest[Any, Any, StreamT], options: RequestOptions | None = None
    ) -> StreamT:
        """Send a request and return its stream, from which items are read later."""
        outcome, response = await self._streamed(request, options)
        try:
            return request.open_async(outcome, response)
        except BaseException:
            await response.aclose()
            raise

    async def send_operation(
        self, request: WorkRequest[Any, WorkT, Any], options: RequestOptions | None = None
    ) -> WorkT:
        """Send a request that starts a long-running operation."""
        return self._work(await self.send(request, options), request, options)

    async def send_waiting(
        self, request: WaitingRequest[T], options: RequestOptions | None = None
    ) -> T:
        """Send a request repeatedly until the response is final."""
        return await request.wait_async(options, self._whole)

    # Operations of the client itself read like those of a resource.
    _send = send
    _send_paged = send_paged
    _send_stream = send_stream
    _send_download = send_download
    _send_operation = send_operation
    _send_waiting = send_waiting

    async def resume(
        self, method: Callable[..., Awaitable[T]], name: str, options: RequestOptions | None = None
    ) -> T:
        """Fetch a long-running operation that a method has started, perhaps in another process.

        As :meth:`.client.Client.resume`.
        """
        from ._planning import plan_async_operation

        request = plan_async_operation(method)
        body = await self.send(request.about(name), options)
        result: T = self._work(body, request, options)
        return result

    async def raw(
        self, method: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Response[T]:
        """Call a method of this client and return the whole response."""
        request, options = self._plan(method, *args, **kwargs)
        refuse_stream(request)
        return await self._whole(request, options)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = omit,
        json: Any = omit,
        files: Files | None = None,
        content_type: str | None = None,
        options: RequestOptions | None = None,
    ) -> Response[Any]:
        """Send a request that has no method, like :meth:`Client.request`."""
        from ..calls.untyped import untyped_request  # most programs never need it

        request = untyped_request(
            self._configuration,
            method,
            path,
            query=query,
            body=body,
            json=json,
            files=files,
            content_type=content_type,
        )
        return await self._whole(request, options)

    @asynccontextmanager
    async def stream(
        self, method: Callable[P, Any], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[AsyncStreamedResponse]:
        """Call a method of this client and read its response in pieces; use ``async with``."""
        request, options = self._plan(method, *args, **kwargs)
        _, response = await self._streamed(request, options)
        try:
            yield response
        finally:
            await response.aclose()

    @staticmethod
    def _plan(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Plan:
        """Return the request that a method would send, and its options."""
        from ._planning import plan_async  # most programs never ask

        return plan_async(method, *args, **kwargs)

    async def _streamed(
        self, request: Request[T], options: RequestOptions | None
    ) -> tuple[Outcome[T], AsyncStreamedResponse]:
        """Send a request and return the response once it is known to be a success."""
        outcome, response = await self._respond(request, options, stream=True)
        streamed = AsyncStreamedResponse(
            response, partial(outcome.failure, request=response.request)
        )
        try:
            if not response.is_success:
                await streamed.read()
                outcome.check_status(response)
        except BaseException:
            await streamed.aclose()
            raise
        return outcome, streamed

    async def _whole(self, request: Request[T], options: RequestOptions | None) -> Response[T]:
        outcome, response = await self._respond(request, options)
        return self._response(outcome, request, options, response)

    async def _respond(
        self, request: Request[T], options: RequestOptions | None, *, stream: bool = False
    ) -> tuple[Outcome[T], httpx2.Response]:
        """Send a request, with its media if it has any, and return the last response."""
        if has_media(request):
            return await self._upload(request, options)
        call = Call(self._configuration, request, options)
        return call.outcome, await self._exchange(call, stream=stream)

    async def _upload(
        self, request: MediaRequest[T], options: RequestOptions | None
    ) -> tuple[Outcome[T], httpx2.Response]:
        upload = request.begin(self._configuration, options)
        if isinstance(upload, Call):
            return upload.outcome, await self._exchange(upload)
        while upload.response is None:
            await upload.prepare_async()
            try:
                response = await self._exchange(upload.next_call())
            except TransportError as error:
                delay = upload.after_failure(error)
            else:
                delay = upload.after_response(response)
            await sleep(delay)
        return upload.outcome, upload.response

    def _work(
        self, body: Any, request: WorkRequest[Any, WorkT, Any], options: RequestOptions | None
    ) -> WorkT:
        return request.follow_async(body, options, self._configuration, self._whole)

    async def _exchange(self, call: Call[Any], *, stream: bool = False) -> httpx2.Response:
        while True:
            await self._prepare(call)
            try:
                response = await self._sent(call, stream=stream)
            except Exception as error:
                if not is_of_connection(error):
                    self._connection.refuse_misuse(error)
                    raise
                delay = call.after_failure(error)
            else:
                again = await self._received(call, response)
                if again is None:
                    return response
                delay = again
            await sleep(delay)

    async def _sent(self, call: Call[Any], *, stream: bool) -> httpx2.Response:
        """Send the request of a call, and read the response unless that is for somebody else."""
        response = await self._http.send(
            call.http_request, auth=call.sent_auth, follow_redirects=False, stream=True
        )
        try:
            call.prepare_to_read(response, stream=stream)
            if not stream or call.wants_body(response):
                await response.aread()
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _prepare(self, call: Call[Any]) -> None:
        """Log in where the call needs it, and let the hooks see what is about to be sent."""
        if call.session is not None:
            await self._log_in(call, call.session)
        for on_request in self._configuration.on_request:
            await _settled(on_request(call.http_request))

    async def _log_in(self, call: Call[Any], session: Session) -> None:
        """Give a call the token of its session, which one of all that need it gets."""
        if session.is_stale(call.refused):
            async with session.async_lock:
                if session.is_stale(call.refused):
                    request: Request[Any] | None = session.request()
                    while request is not None:
                        request = session.accept(await self.send(request, call.login_options))
        call.sign()

    async def _received(self, call: Call[Any], response: httpx2.Response) -> float | None:
        """Let the hooks see a response, and close it unless it is the last."""
        again: float | None = 0.0
        try:
            for on_response in self._configuration.on_response:
                await _settled(on_response(response))
            again = call.after_response(response)
        finally:
            if again is not None:
                await response.aclose()
        return again

    def _response(
        self,
        outcome: Outcome[T],
        request: Request[T],
        options: RequestOptions | None,
        response: httpx2.Response,
    ) -> Response[T]:
        """Read what came back for a request; the page of a list knows how to fetch the next."""
        data: Any = outcome.whole(response)
        if not response.is_success:
            return Response(data, response)
        if is_paged(request):
            data = self.send_paged(request, options).page(data, response)
        elif starts_work(request):
            data = self._work(data, request, options)
        return Response(data, response)


async def _settled(result: Any) -> None:
    """Wait for a hook that is async."""
    if inspect.isawaitable(result):
        await result
