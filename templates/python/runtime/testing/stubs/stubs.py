"""Stubs of operations: what a test says that they answer, and the calls that reached them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import httpx2

from ...calls.kinds import has_media
from ..errors import FakeError
from ..received.credentials import Security
from ..received.reading import Reader
from .answers import (
    SHORTEST,
    Answer,
    Failure,
    Written,
    failed_response,
    failure,
    is_value,
    written,
)
from .home import Home
from .made_up import MadeUp

T = TypeVar("T")
CallT = TypeVar("CallT")


class BaseStub(Generic[CallT]):
    """What stubs share."""

    def __init__(self, reader: Reader[CallT], status: int, name: str, home: Home) -> None:
        self.calls: list[CallT] = []
        """The arguments of each request that the API allows, retries and further pages too."""
        self._reader = reader
        self._status = status
        self._name = name
        self._home = home
        self._passing: deque[Any] = deque()
        self._lasting: Any = None
        """What answers when nothing passing is left: a failure, or what subclasses keep."""
        self._made: dict[str, Written] = {}
        """What was made up, by the media types that are asked for."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._name}, called {len(self.calls)} times>"

    def fails(
        self,
        status: int,
        *,
        reason: str = "",
        message: str = "",
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float = SHORTEST,
        times: int | None = None,
    ) -> None:
        """Answer with an error.

        Args:
            status: HTTP status, from 400.
            reason: The API's code of the error, where its errors have one.
            message: Sentence for people.
            body: The whole body: a model, a mapping with wire names, or text.
            headers: Headers of the response.
            retry_after: Seconds after which clients are to try again, for statuses that they retry.
            times: For how many requests; what was set up otherwise answers after them. None is for
                good.

        Raises:
            ValueError: The status is none of an error, or the number is below 1.
            FakeError: The body is none that the API declares for the status.
        """
        if times is not None and times < 1:
            raise ValueError(f"times must be at least 1, not {times}")
        given = failure(
            status,
            reason=reason,
            message=message,
            body=body,
            headers=headers,
            retry_after=retry_after,
        )
        self._failed(given)
        if times is None:
            self._lasting = given
        else:
            self._passing.extend([given] * times)

    def reset(self) -> None:
        """Forget what was set up, and the calls."""
        self.calls.clear()
        self._passing.clear()
        self._lasting = None

    # -- for the fake ---------------------------------------------------------------------------

    @cached_property
    def _security(self) -> Security:
        return Security(self._reader.operation, self._home.settings)

    def __answer__(self, received: httpx2.Request, path: Mapping[str, str]) -> httpx2.Response:
        """Answer a request.

        Raises:
            RefusedError: The API does not allow it.
            FakeError: The operation is not set up, or set up with what it does not return.
        """
        if self._reader.request.operation_id not in self._home.logins:
            self._security.check(received)
        if has_media(self._reader.request) and "uploadType" in received.url.params:
            return self._home.uploads.take(self, self._reader, received, path)
        return self.__answer_call__(received, self._reader.read(received, path))

    def __answer_call__(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        """Answer a request whose arguments are known, as :meth:`__answer__`."""
        self.calls.append(call)
        planned = self._next(received)
        if isinstance(planned, Failure):
            return self._failed(planned)
        if planned is not None:
            return self._succeeded(received, call, planned)
        return self._unplanned(received, call)

    def _next(self, received: httpx2.Request) -> Any:
        """Return what was set up for a request."""
        del received
        return self._passing.popleft() if self._passing else self._lasting

    def _planned(self, answer: Any) -> None:
        """Set an answer up for good, after failures that pass."""
        self._lasting = answer

    def _in_turn(self, answers: Sequence[Any]) -> None:
        """Set answers up, each for a request and the last one for good.

        Raises:
            ValueError: There are none.
        """
        if not answers:
            raise ValueError("a sequence has at least one answer")
        for one in answers:
            if isinstance(one, Failure):
                self._failed(one)
        *first, self._lasting = answers
        self._passing = deque(first)

    def _failed(self, given: Failure) -> httpx2.Response:
        errors, home = self._reader.request.errors, self._home
        return failed_response(given, errors, home.settings, self._name, rpc=home.rpc)

    def _succeeded(self, received: httpx2.Request, call: CallT, planned: Any) -> httpx2.Response:
        raise NotImplementedError

    def _unplanned(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        """Answer what nobody has set up: work that goes on, what is kept, or made-up data.

        Raises:
            FakeError: There is none of it, or the fake is strict.
        """
        home, reader = self._home, self._reader
        for keeper in home.keepers:
            known = keeper.answer(self._name, reader, received, call)
            if known is not None:
                return known
        known = home.works.about(received)
        if known is not None:
            return known
        if home.strict and reader.request.operation_id not in home.logins:
            raise FakeError(
                f"{self._name} is not set up: say fake.{self._name}.returns(…) or .fails(…) "
                f"of {home.cls}"
            )
        return self._made_up(received)

    def _made_up(self, received: httpx2.Request) -> httpx2.Response:
        """Answer with data that fits the spec.

        Raises:
            FakeError: None was found.
        """
        reader, accept = self._reader, received.headers.get("accept", "")
        known = self._made.get(accept)
        if known is None:
            made = MadeUp(reader.operation, self._home.maker, self._status, self._name)
            known = self._made[accept] = made.written(reader.request, accept)
        return known.response()


class Stub(BaseStub[CallT], Generic[T, CallT]):
    """The stub of an operation that returns a ``T``."""

    def returns(
        self,
        value: T | Callable[[CallT], T],
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer with a value.

        Args:
            value: What the operation returns, as it is now, or a function that makes it of a
                call's arguments.
            status: Status of the response, where it is another than the API's first.
            headers: Headers of the response.

        Raises:
            FakeError: The operation does not return such a value.
        """
        self._planned(self._checked(value, status, headers))

    def sequence(self, *answers: T | Callable[[CallT], T] | Failure) -> None:
        """Answer with one after the other, a request each; the last one answers all that follow.

        Args:
            answers: Values, functions of a call's arguments, or failures: ``failure(503)``.

        Raises:
            ValueError: There are none.
            FakeError: The operation does not return such a value.
        """
        self._in_turn(
            [one if isinstance(one, Failure) else self._checked(one, None, None) for one in answers]
        )

    def _checked(self, value: Any, status: int | None, headers: Mapping[str, str] | None) -> Any:
        answer = Answer(value, status or self._status, headers or {})
        return self._written(answer) if is_value(value) else answer

    def _succeeded(self, received: httpx2.Request, call: CallT, planned: Any) -> httpx2.Response:
        del received
        if isinstance(planned, Answer):
            made = planned.value(call)
            planned = self._written(Answer(made, planned.status, planned.headers))
        response: httpx2.Response = planned.response()
        return response

    def _written(self, answer: Answer) -> Written:
        return written(answer, self._reader.request, self._name)


StubT = TypeVar("StubT", bound=BaseStub[Any])


class Faked(Generic[StubT]):
    """An operation of a fake: ``get = Faked(Stub[models.Job, GetCall], Jobs.get, GetCall)``."""

    def __init__(
        self,
        kind: type[StubT],
        method: Any,
        call: type[Any],
        *,
        status: int = 200,
        takes: tuple[str, ...] = (),
    ) -> None:
        """Keep what the stub is made of; arguments as of :class:`.reading.Reader`.

        Args:
            kind: Its class.
            method: The method of the sync client's resource.
            call: The arguments of the method.
            status: Status of the first answer.
            takes: Media types of the body, where there are several.
        """
        self._kind: Any = kind
        self._method = method
        self._call = call
        self._status = status
        self._takes = takes
        self._name = ""
        self._readers: dict[bool, Reader[Any]] = {}
        """Those of strict fakes and of others, which all fakes share."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Stubbed, owner: type) -> StubT:
        home = instance.__home__
        reader = self._readers.get(home.strict)
        if reader is None:
            reader = Reader(self._method, self._call, self._takes, home.spec, strict=home.strict)
            self._readers[home.strict] = reader
        name = ".".join(filter(None, (instance.__dotted__, self._name)))
        stub: StubT = self._kind(reader, self._status, name, home)
        vars(instance)[self._name] = stub  # found before this descriptor from now on
        return stub


class Stubbed:
    """What has stubs: a fake, or a group of its operations."""

    __dotted__: str
    """Attributes that lead from the fake to this."""
    __home__: Home
