"""Batches of calls: those that wait to be sent together, and what became of them; without I/O."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import httpx2

from ..calls.call import DEFAULT_OPTIONS, Call
from ..calls.configuration import Configuration
from ..calls.kinds import StreamedRequest, has_media
from ..calls.outcomes import Outcome
from ..calls.responses import Response
from ..data.omission import Omit, omit
from ..errors.api_errors import ApiError, BatchError
from ..records import replace
from ..requests.options import RequestOptions
from ..requests.request import Request
from ..requests.secrets import shown_address
from ._multipart_mixed import NotAnAnswerError, parts_of, read_response, write_requests

T = TypeVar("T")

MOST_CALLS = 1000
"""Calls of one HTTP request; Google takes no more."""

OPERATION = "batch"


class Pending(Generic[T]):
    """What a call in a batch returns, once the batch was sent."""

    def __init__(self, operation_id: str, title: str) -> None:
        self.operation_id = operation_id
        self._title = title
        self._response: Response[T] | None = None
        self._error: ApiError | None = None

    def __repr__(self) -> str:
        if not self.done:
            state = "waiting"
        elif self._error is not None:
            state = f"failed: {type(self._error).__name__}"
        else:
            state = "done"
        return f"<{type(self).__name__} {self._title}: {state}>"

    @property
    def done(self) -> bool:
        """Whether there is a result or an error."""
        return self._response is not None or self._error is not None

    @property
    def error(self) -> ApiError | None:
        """The error of this call, None where it succeeded or still waits."""
        return self._error

    def result(self) -> T:
        """Return what the method itself returns.

        Raises:
            ApiError: This call failed, whatever became of the others.
            BatchError: The batch was not sent yet.
        """
        return self.response().data

    def response(self) -> Response[T]:
        """Return the result with its status and headers.

        Raises:
            ApiError: As for :meth:`result`.
        """
        if self._error is not None:
            raise self._error
        if self._response is None:
            raise BatchError(
                f"{self._title}: the batch was not sent yet; leave its `with` block, "
                "or call send()",
                operation_id=self.operation_id,
            )
        return self._response

    def succeed(self, response: Response[T]) -> None:
        """Take the response of the call."""
        self._response = response

    def fail(self, error: ApiError) -> None:
        """Take the error of the call, unless there is a result or an error."""
        if not self.done:
            self._error = error


class Member(Generic[T]):
    """One call in a batch."""

    def __init__(
        self,
        configuration: Configuration,
        request: Request[T],
        options: RequestOptions | None,
        read: Callable[
            [Outcome[T], Request[T], RequestOptions | None, httpx2.Response], Response[T]
        ],
    ) -> None:
        _refuse_media(request)
        self.call = Call(configuration, request, options)
        _refuse_elsewhere(configuration, self.call.http_request, request)
        self.pending: Pending[T] = Pending(request.operation_id, request.title)
        self.flow: Any = None
        """The authentication of the try under way, a generator of httpx2.Auth."""
        self._request, self._options, self._read = request, options, read

    def read(self, part: bytes) -> httpx2.Response | httpx2.HTTPError | None:
        """Read the part of an answer that is for this call, or tell what is wrong with it.

        What is no response at all ends the call.
        """
        sent = self.call.http_request
        try:
            response = read_response(part, sent)
            self.call.prepare_to_read(response, stream=False)
            response.read()
        except NotAnAnswerError as error:
            self.pending.fail(self.error(str(error)))
            return None
        except httpx2.HTTPError as error:
            return error
        return response

    def error(self, what: str) -> BatchError:
        """Make the error of this call that the answer to the batch does not serve."""
        sent = self.call.http_request
        return BatchError(
            f"{self._request.title}: {what}",
            operation_id=self._request.operation_id,
            method=sent.method,
            url=shown_address(sent),
        )

    def finish(self, response: httpx2.Response) -> None:
        """Read the last response of this call."""
        try:
            self.pending.succeed(
                self._read(self.call.outcome, self._request, self._options, response)
            )
        except ApiError as error:
            self.pending.fail(error)


def _refuse_media(request: Request[Any]) -> None:
    """Raise BatchError for a call whose body, or answer, is a file."""
    uploads = request.upload is not omit or request.multipart is not None or has_media(request)
    streamed = isinstance(request, StreamedRequest) or request.reads == "binary"
    if uploads or streamed:
        raise BatchError(
            f"{request.title}: uploads and downloads cannot be in a batch",
            operation_id=request.operation_id,
            method=request.method,
        )


def _refuse_elsewhere(
    configuration: Configuration, sent: httpx2.Request, request: Request[Any]
) -> None:
    """Raise BatchError for a call that has a server of its own."""
    home = httpx2.URL(configuration.base_url)
    if sent.url.origin != home.origin:
        raise BatchError(
            f"{request.title}: goes to {sent.url.host}, but a batch goes to {home.host}",
            operation_id=request.operation_id,
            method=sent.method,
        )


def batch_call(
    configuration: Configuration, members: Sequence[Member[Any]], options: RequestOptions | None
) -> Call[bytes]:
    """Make the call that carries some calls; it may be repeated if each of them may."""
    options = DEFAULT_OPTIONS if options is None else options
    if isinstance(options.idempotent, Omit):
        options = replace(options, idempotent=all(one.call.idempotent for one in members))
    body, media_type = write_requests(member.call.http_request for member in members)
    request: Request[bytes] = Request(
        OPERATION,
        f"POST {configuration.settings.batch_path}",
        body=body,
        media_type=media_type,
        reads="binary",
        accept="multipart/mixed",
    )
    return Call(configuration, request, options)


def answers_in(
    members: Sequence[Member[Any]], call: Call[bytes], answer: httpx2.Response
) -> list[tuple[Member[Any], httpx2.Response | httpx2.HTTPError]]:
    """Take the answer to a batch apart; a call that it says nothing of fails.

    Raises:
        StatusError: The server refused the batch as a whole.
        BatchError: The answer is not made of parts.
    """
    call.outcome.check_status(answer)
    try:
        parts = parts_of(answer)
    except NotAnAnswerError as error:
        why = call.secrets.text(str(error), call.http_request)
        raise BatchError(
            f"{OPERATION}: {why}", operation_id=OPERATION, status_code=answer.status_code
        ) from None
    found: list[tuple[Member[Any], httpx2.Response | httpx2.HTTPError]] = []
    for number, member in enumerate(members, start=1):
        part = parts.get(number)
        if part is None:
            member.pending.fail(member.error("the answer to the batch has no part for it"))
        elif (came := member.read(part)) is not None:
            found.append((member, came))
    return found


def give_up(members: Sequence[Member[Any]], error: BaseException) -> None:
    """End the calls that have no result: with the error of their request, or with what ended it."""
    for member in members:
        member.pending.fail(
            error
            if isinstance(error, ApiError)
            else member.error(f"the batch ended in {type(error).__name__}")
        )


def checked_size(size: int) -> int:
    """Return the calls of one HTTP request.

    Raises:
        ValueError: There are none, or more than any server takes.
    """
    if not 1 <= size <= MOST_CALLS:
        raise ValueError(f"a batch has 1 to {MOST_CALLS} calls in one HTTP request, not {size}")
    return size
