"""Stubs of operations that start work which goes on after their answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar, get_args

import httpx2

from ...data.exactness import is_model_type
from ...data.json_shapes import attribute, is_object
from ...data.wire import plain
from ...operations.operations import OperationRequest
from ..errors import FakeError
from ..received.parameters import alone_in
from ..spec.patterns import UnmadeError
from .answers import is_value, json_content
from .stubs import Stub
from .works import Work, place_of, told

ResultT = TypeVar("ResultT")
MetadataT = TypeVar("MetadataT")
BodyT = TypeVar("BodyT")
CallT = TypeVar("CallT")

_USUAL = 2.0
"""Seconds that work takes of which nothing is said."""
_UNKNOWN = 2
"""The code of an error of which nothing else is known (google.rpc.Code)."""


class _Plan:
    """How work goes that is started by a call."""

    def __init__(self, result: Any, after: float, metadata: Any, error: Any) -> None:
        self.result = result
        self.after = after
        self.metadata = metadata
        self.error = error


class WorkStub(Stub[BodyT, CallT], Generic[ResultT, MetadataT, BodyT, CallT]):
    """The stub of an operation that starts work which comes to a ``ResultT``.

    ``returns`` answers with the work as it is told of first, and nothing follows.
    """

    def finishes(
        self,
        result: ResultT | Callable[[CallT], ResultT],
        *,
        after: float = _USUAL,
        metadata: MetadataT | None = None,
    ) -> None:
        """Start work that comes to a result; clients that ask for it are told how it is.

        Args:
            result: What it comes to, or a function that makes it of a call's arguments.
            after: Seconds on the fake's clock, of which one passes with each look.
            metadata: What is told of it besides.

        Raises:
            FakeError: It does not come to such a result.
        """
        if is_value(result):
            self._outcome(result)
        self._planned(_Plan(result, after, metadata, None))

    def breaks(
        self,
        message: str = "",
        *,
        code: int | str = _UNKNOWN,
        details: Sequence[Mapping[str, Any]] = (),
        after: float = _USUAL,
        metadata: MetadataT | None = None,
    ) -> None:
        """Start work that fails.

        Args:
            message: Sentence for people.
            code: The API's code of the error.
            details: What else is known of it, where errors of the API have that.
            after: Seconds on the fake's clock, of which one passes with each look.
            metadata: What is told of it besides.
        """
        error: dict[str, Any] = {"code": code, "message": message}
        if details:
            error["details"] = list(details)
        self._planned(_Plan(None, after, metadata, error))

    def _succeeded(self, received: httpx2.Request, call: CallT, planned: Any) -> httpx2.Response:
        if not isinstance(planned, _Plan):
            return super()._succeeded(received, call, planned)
        if planned.error is not None:
            return self._begun(call, planned, None)
        result = planned.result if is_value(planned.result) else planned.result(call)
        return self._begun(call, planned, self._outcome(result))

    def _made_up(self, received: httpx2.Request, call: CallT) -> httpx2.Response:
        """Start work that comes to made-up data."""
        del received
        return self._begun(call, _Plan(None, _USUAL, None, None), self._made_result())

    def __give__(
        self, value: Any, headers: Mapping[str, str], call: CallT, status: int | None = None
    ) -> httpx2.Response:
        """Start work that comes to a value in wire form, if it is of that kind."""
        del headers, status
        request = self._request
        is_own = request.result is request.returns  # an operation that is its own result
        try:
            json_content(value, request.result, self._name)
        except FakeError:
            is_own = True
        return self._begun(call, _Plan(None, _USUAL, None, None), {} if is_own else value)

    @property
    def _request(self) -> OperationRequest[Any, Any, Any]:
        request: Any = self._reader.request
        found: OperationRequest[Any, Any, Any] = request
        return found

    def _outcome(self, result: Any) -> Any:
        """Return a result in wire form, with the name of its type where messages have such."""
        json_content(result, self._request.result, self._name)
        return plain(result)

    def _made_result(self) -> Any:
        target = alone_in(self._request.result)
        name = getattr(target, "__name__", "")
        schemas = self._home.spec.at("#/components/schemas")
        if is_model_type(target) and name in (schemas.node or {}):
            try:
                return self._home.maker.value(schemas.child(name), f"{self._name} result")
            except UnmadeError:
                return {}
        return {}

    def _begun(self, call: CallT, plan: _Plan, result: Any) -> httpx2.Response:
        works, request = self._home.works, self._request
        progress, model = request.operation, request.returns
        known = {one: attribute(call, one) for one in getattr(call, "__dataclass_fields__", {})}
        scalars = {key: value for key, value in known.items() if isinstance(value, str | int)}
        name, path = place_of(progress, scalars, works.number())
        link = f"{self._home.base_url}{path}"
        facts = {} if plan.metadata is None else {progress.metadata: plain(plan.metadata)}
        start = {**facts, **_state(progress, model, running=True)}
        end = {**facts, **_state(progress, model, running=False, failed=plan.error is not None)}
        if plan.error is not None:
            end[progress.error] = plan.error
        elif progress.response:
            end[progress.response] = result
        finished = told(progress, model, name, link, end)
        if plan.error is None and not progress.response and is_object(result):
            kept = {key: value for key, value in result.items() if key != progress.error}
            finished = {**kept, **finished}
        running = told(progress, model, name, link, start)
        ends_at = self._home.clock.now + plan.after
        return works.begin(Work(progress, model, running, finished, ends_at), name, path)


def _state(progress: Any, model: Any, *, running: bool, failed: bool = False) -> dict[str, Any]:
    """Return the field that says how far work is."""
    if progress.done:
        return {progress.done: not running}
    over = (*progress.finished, *progress.failed)
    if not running:
        return {progress.status: progress.failed[0] if failed else progress.finished[0]}
    known = [one for one in _values(model, progress.status) if one not in over]
    return {progress.status: known[0] if known else "RUNNING"}


def _values(model: Any, path: str) -> list[Any]:
    """Return the values that an attribute of a model may have, none where those are not listed."""
    for name in path.split("."):
        field = model.model_fields.get(name) if is_model_type(model) else None
        model = None if field is None else alone_in(field.annotation)
    return [one for one in get_args(model) if isinstance(one, str)]
