"""What stubs of all kinds share: errors, calls, and how a request is answered."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import httpx2

from ...calls.kinds import has_media
from ...data.json_shapes import is_object
from ...data.omission import omit
from ...data.wire import plain
from ..errors import FakeError
from ..received.credentials import Security
from ..received.parameters import shape_of
from ..received.reading import Reader
from ..spec.document import is_list
from ..spec.merging import Schema, merged, properties_of
from ..spec.patterns import UnmadeError
from .answers import SHORTEST, Answer, Failure, Written, failed_response, failure, read_as, written
from .home import Home
from .made_up import MadeUp

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
        with self._home.lock:
            planned = self._next(received)
        if isinstance(planned, Failure):
            return self._failed(planned)
        if planned is not None:
            return self._succeeded(received, call, planned)
        return self._unplanned(received, call)

    # -- for what is kept -----------------------------------------------------------------------

    @property
    def __operation__(self) -> str:
        """Attributes that lead from the fake to it."""
        return self._name

    @property
    def __schema__(self) -> Schema:
        """What an answer is like."""
        content, _ = self._reader.operation.answer(self._status, self._reader.request.accept)
        return merged(self._home.spec, content.child("schema").node)

    @property
    def __answers_list__(self) -> bool:
        return shape_of(self._reader.request.returns) == "array"

    @property
    def __listing__(self) -> str:
        """The field of an answer that has its only list; empty where there is none, or several."""
        spec, known = self._home.spec, properties_of(self.__schema__)
        lists = [name for name, one in known.items() if merged(spec, one).get("items")]
        return str(lists[0]) if len(lists) == 1 else ""

    @property
    def __takes_body__(self) -> bool:
        """Whether a request has a body."""
        return self._reader.bodies is not None

    @property
    def __fields__(self) -> Collection[str]:
        """The fields of a body, as far as they are listed."""
        if not self.__takes_body__:
            return ()
        content = next((one for _, one in self._reader.operation.body.children("content")), None)
        schema = {} if content is None else merged(self._home.spec, content.child("schema").node)
        return frozenset(properties_of(schema))

    def __declares__(self, status: int) -> bool:
        """Tell whether the spec has a response of just this status."""
        return bool(self._reader.operation.place.child("responses", str(status)))

    def __sent__(self, call: CallT, place: str) -> dict[str, Any]:
        """Return the parameters of a call that are in a place, by wire name."""
        given = {one.wire: getattr(call, one.argument) for one in self._reader.placed(place)}
        return {wire: plain(value) for wire, value in given.items() if value is not omit}

    def __needed__(self) -> Mapping[str, Any]:
        """Make up the fields alone that an answer must have; none where that cannot be done."""
        try:
            made = self._home.maker.needed(self.__schema__, self._name)
        except UnmadeError:
            return {}
        return made if is_object(made) else {}

    def __give__(
        self, value: Any, headers: Mapping[str, str], call: CallT, status: int | None = None
    ) -> httpx2.Response:
        """Answer with a value in wire form, or with what comes back instead of it.

        Raises:
            FakeError: The operation does not return such a value.
        """
        request, status = self._reader.request, status or self._status
        if read_as(request, status).reads == "none":
            return Written.of(status, headers).response()
        if self.__schema__.get("additionalProperties") is False and is_object(value):
            known = properties_of(self.__schema__)
            value = {key: one for key, one in value.items() if key in known}
        try:
            return written(Answer(value, status, headers), request, self._name).response()
        except FakeError:
            if is_list(value):
                raise
            return self._made_up(httpx2.Request("GET", self._home.base_url), call)

    def __fail__(self, given: Failure) -> httpx2.Response:
        """Answer with an error."""
        return self._failed(given)

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
        with home.lock:
            known = home.works.about(received)
            for keeper in home.keepers:
                known = known or keeper.answer(self, received, call)
        if known is not None:
            return known
        if home.strict and reader.request.operation_id not in home.logins:
            raise FakeError(
                f"{self._name} is not set up: say fake.{self._name}.returns(…) or .fails(…) "
                f"of {home.cls}"
            )
        return self._made_up(received, call)

    def _made_up(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        """Answer with data that fits the spec.

        Raises:
            FakeError: None was found.
        """
        del call
        reader, accept = self._reader, received.headers.get("accept", "")
        known = self._made.get(accept)
        if known is None:
            made = MadeUp(reader.operation, self._home.maker, self._status, self._name)
            known = self._made[accept] = made.written(reader.request, accept)
        return known.response()
