"""Stubs of operations: what a test says that they answer, and the calls that reached them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import httpx2

from ..pages.pages import is_paged
from ..requests.settings import ApiSettings
from .answers import Answer, Failure, failed_response, is_value, response_of
from .errors import FakeError
from .paging import Pager
from .reading import Reader

T = TypeVar("T")
ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")
CallT = TypeVar("CallT")

_SHORTEST = 0.1
"""Seconds that clients wait at least before they try again."""


@dataclass(frozen=True, slots=True)
class Home:
    """The fake that a stub is of."""

    settings: ApiSettings
    rpc: bool
    """Whether the errors of the API are a google.rpc.Status."""
    cls: str
    """Name of the class of the fake."""


class BaseStub(Generic[CallT]):
    """What stubs share."""

    def __init__(self, reader: Reader[CallT], status: int, name: str, home: Home) -> None:
        self.calls: list[CallT] = []
        """The arguments of each request that the API allows, retries and further pages too."""
        self._reader = reader
        self._status = status
        self._name = name
        self._home = home
        self._passing: deque[Failure] = deque()
        self._lasting: Failure | None = None

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
        retry_after: float = _SHORTEST,
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
        """
        if not 400 <= status <= 599:
            raise ValueError(f"{status} is no status of an error: say one from 400 to 599")
        if times is not None and times < 1:
            raise ValueError(f"times must be at least 1, not {times}")
        failure = Failure(status, reason, message, body, headers or {}, retry_after)
        self._failed(failure)
        if times is None:
            self._lasting = failure
        else:
            self._passing.extend([failure] * times)

    def reset(self) -> None:
        """Forget what was set up, and the calls."""
        self.calls.clear()
        self._passing.clear()
        self._lasting = None

    def __answer__(self, received: httpx2.Request, path: Mapping[str, str]) -> httpx2.Response:
        """Answer a request.

        Raises:
            RefusedError: The API does not allow it.
            FakeError: The operation is not set up, or set up with what it does not return.
        """
        call = self._reader.read(received, path)
        self.calls.append(call)
        failure = self._passing.popleft() if self._passing else self._lasting
        return self._succeeded(received, call) if failure is None else self._failed(failure)

    def _failed(self, failure: Failure) -> httpx2.Response:
        errors, home = self._reader.request.errors, self._home
        return failed_response(failure, errors, home.settings, self._name, rpc=home.rpc)

    def _succeeded(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        raise NotImplementedError

    def _not_set_up(self) -> FakeError:
        return FakeError(
            f"{self._name} is not set up: say fake.{self._name}.returns(…) or .fails(…) "
            f"of {self._home.cls}"
        )


class Stub(BaseStub[CallT], Generic[T, CallT]):
    """The stub of an operation that returns a ``T``."""

    def __init__(self, reader: Reader[CallT], status: int, name: str, home: Home) -> None:
        super().__init__(reader, status, name, home)
        self._answer: Answer | None = None

    def returns(
        self,
        value: T | Callable[[CallT], T],
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer with a value.

        Args:
            value: What the operation returns, or a function that makes it of a call's arguments.
            status: Status of the response, where it is another than the API's first.
            headers: Headers of the response.

        Raises:
            FakeError: The operation does not return such a value.
        """
        answer = Answer(value, status or self._status, headers or {})
        if is_value(value):
            self._written(answer)
        self._answer, self._lasting = answer, None

    def reset(self) -> None:
        super().reset()
        self._answer = None

    def _succeeded(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        del received
        answer = self._answer
        if answer is None:
            raise self._not_set_up()
        if not is_value(answer.value):
            answer = Answer(answer.value(call), answer.status, answer.headers)
        return self._written(answer)

    def _written(self, answer: Answer) -> httpx2.Response:
        return response_of(answer, self._reader.request, self._name)


class PagedStub(BaseStub[CallT], Generic[ItemT, BodyT, CallT]):
    """The stub of a list in pages of ``ItemT``, each of which comes in a ``BodyT``."""

    def __init__(self, reader: Reader[CallT], status: int, name: str, home: Home) -> None:
        super().__init__(reader, status, name, home)
        self._items: Sequence[ItemT] | Callable[[CallT], Sequence[ItemT]] | None = None
        self._size: int | None = None
        self._page: BodyT | None = None
        self._headers: Mapping[str, str] = {}

    def returns(
        self,
        items: Sequence[ItemT] | Callable[[CallT], Sequence[ItemT]],
        *,
        page_size: int | None = None,
        page: BodyT | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer with a list, in pages.

        Args:
            items: The whole list, or a function that makes it of a call's arguments.
            page_size: Items of a page; all are on one by default.
            page: What else a page has, such as fields that it needs beside the items.
            headers: Headers of the responses.

        Raises:
            ValueError: The size is below 1.
            FakeError: The operation does not return such a list.
        """
        if page_size is not None and page_size < 1:
            raise ValueError(f"page_size must be at least 1, not {page_size}")
        self._size, self._page, self._headers = page_size, page, headers or {}
        if not callable(items):
            self._response(httpx2.Request("GET", "http://fake.invalid"), list(items))
        self._items, self._lasting = items, None

    def reset(self) -> None:
        super().reset()
        self._items = None

    def _succeeded(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        items = self._items
        if items is None:
            raise self._not_set_up()
        return self._response(received, list(items(call) if callable(items) else items))

    def _response(self, received: httpx2.Request, items: list[ItemT]) -> httpx2.Response:
        request = self._reader.request
        if not is_paged(request):
            raise FakeError(f"{self._name} is no list in pages")
        pager = Pager(request, self._name)
        return pager.response(items, self._size, self._page, received, self._headers)


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
        unread: tuple[str, ...] = (),
    ) -> None:
        """Keep what the stub is made of; arguments as of :class:`.reading.Reader`.

        Args:
            kind: Its class.
            method: The method of the sync client's resource.
            call: The arguments of the method.
            status: Status of the first answer.
            takes: Media types of the body, where there are several.
            unread: Media types of bodies and answers that a fake does not know.
        """
        self._kind: Any = kind
        self._method = method
        self._call = call
        self._status = status
        self._takes = takes
        self._unread = unread
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Stubbed, owner: type) -> StubT:
        reader = Reader(self._method, self._call, takes=self._takes, unread=self._unread)
        name = ".".join(filter(None, (instance.__dotted__, self._name)))
        stub: StubT = self._kind(reader, self._status, name, instance.__home__)
        vars(instance)[self._name] = stub  # found before this descriptor from now on
        return stub


class NotFaked:
    """An operation that a fake does not support."""

    def __init__(self, why: str) -> None:
        self._why = why
        self._name = ""
        self._dotted = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Stubbed, owner: type) -> Self:
        self._dotted = ".".join(filter(None, (instance.__dotted__, self._name)))
        return self

    if not TYPE_CHECKING:

        def __getattr__(self, attribute: str) -> Any:
            raise self._error()

    def __answer__(self, received: httpx2.Request, path: Mapping[str, str]) -> httpx2.Response:
        """Refuse to answer.

        Raises:
            FakeError: Always.
        """
        raise self._error()

    def _error(self) -> FakeError:
        return FakeError(f"{self._dotted} has no fake: {self._why}")


class Stubbed:
    """What has stubs: a fake, or a group of its operations."""

    __dotted__: str
    """Attributes that lead from the fake to this."""
    __home__: Home
