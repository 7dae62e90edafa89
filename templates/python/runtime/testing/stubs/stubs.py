"""Stubs of operations: what a test says that they answer, and the calls that reached them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import httpx2

from ..received.reading import Reader
from .answers import Answer, Failure, Written, is_value, written
from .base import BaseStub
from .home import Home

T = TypeVar("T")
CallT = TypeVar("CallT")


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
