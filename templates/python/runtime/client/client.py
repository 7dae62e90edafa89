"""The sync client."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

import httpx2

from ..auth.auth import Auths, Token
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
from ..calls.responses import Response, StreamedResponse
from ..calls.retries import is_of_connection
from ..data.omission import omit
from ..errors.api_errors import TransportError
from ..pages.pages import Page, PagedRequest, is_paged
from ..requests.options import RequestOptions
from ..requests.request import Request
from ..requests.settings import DEFAULT_TIMEOUT, ApiSettings
from ._base_client import BaseClient
from .connection import Connection, ConnectionSettings, ProxyUrl, Verify
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


class Client(BaseClient):
    """Sends requests and waits for the responses. Threads may share it."""

    def __init__(
        self,
        settings: ApiSettings,
        *,
        endpoint: Endpoint | None = None,
        token: Token | None = None,
        api_key: ApiKeys | None = None,
        auth: Auths | None = None,
        username: str | None = None,
        password: str | None = None,
        server: Server | None = None,
        base_url: str | None = None,
        timeout: httpx2.Timeout | float | None = DEFAULT_TIMEOUT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        transport: httpx2.BaseTransport | None = None,
        http_client: httpx2.Client | None = None,
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
            transport = httpx2.HTTPTransport(uds=self._socket, verify=system_trust())
        settings_of_it = ConnectionSettings(
            endpoint=endpoint,
            transport=transport,
            verify=verify,
            proxy=proxy,
            limits=limits,
            http2=http2,
            http_client=http_client,
        )
        self._connection = Connection(httpx2.Client, settings_of_it)

    @property
    def _http(self) -> httpx2.Client:
        return self._connection.http

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, also those of copies made by :meth:`with_options`.

        A thread that reads a stream gets an error. Your own ``http_client`` is not closed.
        """
        http = self._connection.to_close
        if http is not None:
            self._connection.wake_readers()
            http.close()

    def send(self, request: Request[T], options: RequestOptions | None = None) -> T:
        """Send a request and return the result of its operation."""
        outcome, response = self._respond(request, options)
        return outcome.data(response)

    def send_paged(
        self, request: PagedRequest[ItemT, BodyT], options: RequestOptions | None = None
    ) -> Page[ItemT, BodyT]:
        """Send a request for one page of a list."""
        outcome, response = self._respond(request, options)
        return self._page(outcome.data(response), request, options, response)

    def send_download(
        self, request: DeferredRequest[MediaT, Any], options: RequestOptions | None = None
    ) -> MediaT:
        """Return media that is downloaded when it is read."""
        exchange = partial(self._exchange, stream=True)
        return request.open(self._configuration, options, exchange)

    def send_stream(
        self, request: StreamedRequest[Any, StreamT, Any], options: RequestOptions | None = None
    ) -> StreamT:
        """Send a request and return its stream, from which items are read later."""
        outcome, response = self._streamed(request, options)
        try:
            return request.open(outcome, response)
        except BaseException:
            response.close()
            raise

    def send_operation(
        self, request: WorkRequest[WorkT, Any, Any], options: RequestOptions | None = None
    ) -> WorkT:
        """Send a request that starts a long-running operation."""
        return self._work(self.send(request, options), request, options)

    def send_waiting(self, request: WaitingRequest[T], options: RequestOptions | None = None) -> T:
        """Send a request repeatedly until the response is final."""
        return request.wait(options, self._whole)

    # Operations of the client itself read like those of a resource.
    _send = send
    _send_paged = send_paged
    _send_stream = send_stream
    _send_download = send_download
    _send_operation = send_operation
    _send_waiting = send_waiting

    def resume(
        self, method: Callable[..., T], name: str, options: RequestOptions | None = None
    ) -> T:
        """Fetch a long-running operation that a method has started, perhaps in another process.

        Args:
            method: The method that started it: ``client.pipelines.run``.
            name: The operation's name, path or address.
            options: Settings of this call and of later calls for the operation.

        Raises:
            TypeError: The method starts no long-running operation.
            ValueError: The name is not one of such an operation.
        """
        from ._planning import plan_operation

        request = plan_operation(method)
        body = self.send(request.about(name), options)
        result: T = self._work(body, request, options)
        return result

    def raw(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Response[T]:
        """Call a method and return the whole response: ``client.raw(client.jobs.get, "id")``."""
        request, options = self._plan(method, *args, **kwargs)
        refuse_stream(request)
        return self._whole(request, options)

    def request(
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
        """Send a request that has no method, because the spec lacks it or one of its fields.

        The request has the server, credentials, retries and errors of this client.

        Args:
            method: The HTTP method, such as ``GET``.
            path: Encoded path below the base URL, or a whole address on the same server.
            query: Query parameters; each item of a list is sent as a parameter.
            body: A model or plain JSON. A string, bytes and files are sent unchanged.
            json: A value that is always sent as JSON, even a string; in place of ``body``.
            files: Files in a form (``multipart/form-data``); ``body`` has its other fields.
            content_type: Media type of the body.
            options: Settings of this call, for example headers.

        Returns:
            The whole response. The media type decides if its ``data`` is JSON, text, bytes or None.

        Raises:
            ValueError: The path is not valid, or it is an address of another server.
        """
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
        return self._whole(request, options)

    @contextmanager
    def stream(
        self, method: Callable[P, Any], *args: P.args, **kwargs: P.kwargs
    ) -> Generator[StreamedResponse]:
        """Call a method of this client and read its response in pieces; use it with ``with``."""
        request, options = self._plan(method, *args, **kwargs)
        _, response = self._streamed(request, options)
        try:
            yield response
        finally:
            response.close()

    @staticmethod
    def _plan(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Plan:
        """Return the request that a method would send, and its options."""
        from ._planning import plan  # most programs never ask

        return plan(method, *args, **kwargs)

    def _streamed(
        self, request: Request[T], options: RequestOptions | None
    ) -> tuple[Outcome[T], StreamedResponse]:
        """Send a request and return the response once it is known to be a success."""
        outcome, response = self._respond(request, options, stream=True)
        explain = partial(outcome.failure, request=response.request)
        streamed = StreamedResponse(response, explain)
        try:
            if not response.is_success:
                streamed.read()
                outcome.check_status(response)
        except BaseException:
            streamed.close()
            raise
        return outcome, streamed

    def _whole(self, request: Request[T], options: RequestOptions | None) -> Response[T]:
        outcome, response = self._respond(request, options)
        return self._response(outcome, request, options, response)

    def _respond(
        self, request: Request[T], options: RequestOptions | None, *, stream: bool = False
    ) -> tuple[Outcome[T], httpx2.Response]:
        """Send a request, with its media if it has any, and return the last response."""
        if has_media(request):
            return self._upload(request, options)
        call = Call(self._configuration, request, options)
        return call.outcome, self._exchange(call, stream=stream)

    def _upload(
        self, request: MediaRequest[T], options: RequestOptions | None
    ) -> tuple[Outcome[T], httpx2.Response]:
        upload = request.begin(self._configuration, options)
        if isinstance(upload, Call):
            return upload.outcome, self._exchange(upload)
        while upload.response is None:
            upload.prepare()
            try:
                response = self._exchange(upload.next_call())
            except TransportError as error:
                delay = upload.after_failure(error)
            else:
                delay = upload.after_response(response)
            time.sleep(delay)
        return upload.outcome, upload.response

    def _exchange(self, call: Call[Any], *, stream: bool = False) -> httpx2.Response:
        while True:
            self._prepare(call)
            try:
                response = self._sent(call, stream=stream)
            except Exception as error:
                if not is_of_connection(error):
                    self._connection.refuse_misuse(error)
                    raise
                delay = call.after_failure(error)
            else:
                again = self._received(call, response)
                if again is None:
                    if stream:
                        self._connection.watch(response)
                    return response
                delay = again
            time.sleep(delay)

    def _sent(self, call: Call[Any], *, stream: bool) -> httpx2.Response:
        """Send the request of a call, and read the response unless that is for somebody else."""
        response = self._http.send(
            call.http_request, auth=call.sent_auth, follow_redirects=False, stream=True
        )
        try:
            call.prepare_to_read(response, stream=stream)
            if not stream or call.wants_body(response):
                response.read()
        except BaseException:
            response.close()
            raise
        return response

    def _prepare(self, call: Call[Any]) -> None:
        """Log in where the call needs it, and let the hooks see what is about to be sent."""
        if call.session is not None:
            self._log_in(call, call.session)
        for on_request in self._configuration.on_request:
            on_request(call.http_request)

    def _log_in(self, call: Call[Any], session: Session) -> None:
        """Give a call the token of its session, which one of all that need it gets."""
        if session.is_stale(call.refused):
            with session.lock:
                if session.is_stale(call.refused):
                    request: Request[Any] | None = session.request()
                    while request is not None:
                        request = session.accept(self.send(request, call.login_options))
        call.sign()

    def _received(self, call: Call[Any], response: httpx2.Response) -> float | None:
        """Let the hooks see a response, and close it unless it is the last."""
        again: float | None = 0.0
        try:
            for on_response in self._configuration.on_response:
                on_response(response)
            again = call.after_response(response)
        finally:
            if again is not None:
                response.close()
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
            data = self._page(data, request, options, response)
        elif starts_work(request):
            data = self._work(data, request, options)
        return Response(data, response)

    def _page(
        self,
        body: BodyT,
        request: PagedRequest[ItemT, BodyT],
        options: RequestOptions | None,
        response: httpx2.Response,
    ) -> Page[ItemT, BodyT]:
        link = request.pages.link_in(response)
        return Page(body, request, lambda following: self.send_paged(following, options), link=link)

    def _work(
        self, body: Any, request: WorkRequest[WorkT, Any, Any], options: RequestOptions | None
    ) -> WorkT:
        return request.follow(body, options, self._configuration, self._whole)
