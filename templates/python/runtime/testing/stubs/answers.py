"""Answers of a fake: values in wire form, and failures with bodies as the API has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2
from pydantic import BaseModel

from ...bodies.encoding import encode_json
from ...calls.retries import RETRIED_STATUSES
from ...data.decoding import MisfitError, NotJsonError, decode
from ...data.wire import json_bytes, plain
from ...lazy import load_reference
from ...records import dataclass, field
from ...requests.request import ReadAs, Request
from ...requests.settings import ApiSettings
from ..errors import FakeError

_JSON = "application/json"
_RAW: Mapping[type, str] = {str: "text/plain; charset=utf-8", bytes: "application/octet-stream"}

_TYPES: Mapping[str, type] = {"text": str, "binary": bytes, "none": type(None)}


SHORTEST = 0.1
"""Seconds that clients wait at least before they try again."""


@dataclass(frozen=True)
class Answer:
    """A success."""

    value: Any
    status: int
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Written:
    """A response that is written once, and answers as often as it is asked for."""

    status: int
    headers: httpx2.Headers
    content: bytes = b""

    @classmethod
    def of(cls, status: int, headers: Mapping[str, str], content: bytes = b"") -> Written:
        """Keep a response."""
        return cls(status, httpx2.Headers(headers), content)

    def response(self) -> httpx2.Response:
        """Return the response."""
        return httpx2.Response(self.status, headers=self.headers, content=self.content)


def written(answer: Answer, request: Request[Any], name: str) -> Written:
    """Write an answer as the API promises it.

    Args:
        answer: The answer.
        request: A request of the operation.
        name: What the operation is called, for messages.

    Raises:
        FakeError: The value is none that the operation returns.
    """
    read = read_as(request, answer.status)
    if read.reads == "location":
        location = str(answer.value)
        return Written.of(answer.status, {"location": location, **answer.headers})
    content, media_type = _content(answer.value, read, request.accept, name)
    headers = {"content-type": media_type} if media_type else {}
    return Written.of(answer.status, {**headers, **answer.headers}, content)


def read_as(request: Request[Any], status: int) -> ReadAs:
    """Return how the response of a status is read."""
    default = ReadAs(request.returns, request.reads)
    return next((one for one in _of_status(request.answers, status)), default)


def _content(value: Any, read: ReadAs, accept: str, name: str) -> tuple[bytes, str]:
    wanted = _TYPES.get(read.reads)
    if wanted is not None and not isinstance(value, wanted):
        raise FakeError(f"{name} returns {wanted.__name__}, not {type(value).__name__}")
    if read.reads == "none":
        return b"", ""
    if wanted is not None or (read.reads == "any" and type(value) in _RAW):
        asked = accept.partition(",")[0]
        media_type = _RAW[type(value)] if "*" in asked or asked == _JSON else asked
        return value if isinstance(value, bytes) else value.encode(), media_type
    return json_content(value, read.returns, name), _JSON


def json_content(value: Any, target: Any, name: str, hint: str = "") -> bytes:
    """Write a value as JSON that fits a type.

    Raises:
        FakeError: It does not fit.
    """
    try:
        content = encode_json(value, target, send_read_only=True)
        decode(content, target)
    except (MisfitError, NotJsonError, TypeError, ValueError) as error:
        raise FakeError(f"{name} does not return this: {error}{hint}") from None
    return content


@dataclass(frozen=True)
class Failure:
    """An error of the service."""

    status: int
    reason: str
    message: str
    body: Any
    headers: Mapping[str, str]
    retry_after: float


def failure(
    status: int,
    *,
    reason: str = "",
    message: str = "",
    body: Any = None,
    headers: Mapping[str, str] | None = None,
    retry_after: float = SHORTEST,
) -> Failure:
    """Return an error for a sequence of answers; arguments as of a stub's ``fails``.

    Raises:
        ValueError: The status is none of an error.
    """
    if not 400 <= status <= 599:
        raise ValueError(f"{status} is no status of an error: say one from 400 to 599")
    return Failure(status, reason, message, body, headers or {}, retry_after)


def failed_response(
    failure: Failure, errors: Mapping[str, Any], settings: ApiSettings, name: str, *, rpc: bool
) -> httpx2.Response:
    """Write a failure as the API has its errors.

    Args:
        failure: The failure.
        errors: Statuses to the types of the operation's errors.
        settings: Facts about the API.
        name: What the operation is called, for messages.
        rpc: Whether the errors of the API are a google.rpc.Status.

    Raises:
        FakeError: The body is none that the API declares for the status.
    """
    known = [*_of_status(errors, failure.status), *_of_status(settings.errors, failure.status)]
    target = known[0] if known else None
    if isinstance(target, str):
        target = load_reference(settings.package, target)
    body = failure.body
    if body is None:
        body = error_body(failure, settings, rpc=rpc)
    content = body.encode() if isinstance(body, str) else json_bytes(plain(body))
    if target is not None and not isinstance(body, str):
        try:
            decode(content, target)
        except MisfitError as error:
            shown = getattr(target, "__name__", str(target))
            raise FakeError(
                f"{name}: {shown} is the body of {failure.status}, which this does not fit: "
                f"{error}; give one: fails({failure.status}, body={shown}(…))"
            ) from None
    headers = {"content-type": "text/plain" if isinstance(body, str) else _JSON}
    if failure.status in RETRIED_STATUSES:
        headers["retry-after"] = f"{failure.retry_after:g}"
    headers |= {key.lower(): value for key, value in failure.headers.items()}
    return httpx2.Response(failure.status, headers=headers, content=content)


def error_body(failure: Failure, settings: ApiSettings, *, rpc: bool) -> Any:
    """Make up the body of an error: its words where the API says, else where APIs have them."""
    message = failure.message or httpx2.codes.get_reason_phrase(failure.status)
    body: dict[str, Any] = {}
    if settings.error_code or settings.error_message:
        _put(body, settings.error_code, failure.reason)
        _put(body, settings.error_message, message)
    elif rpc:
        error: dict[str, Any] = {"code": failure.status, "message": message}
        if failure.reason:
            error["errors"] = [{"reason": failure.reason, "message": message}]
        body["error"] = error
    else:
        body = {"code": failure.reason} if failure.reason else {}
        body["message"] = message
    return body


def _put(body: dict[str, Any], place: str, value: str) -> None:
    """Put a value at a place of plain JSON, dots between names."""
    *outer, last = place.split(".")
    for name in outer:
        body = body.setdefault(name, {})
    if last and value:
        body[last] = value


def _of_status(declared: Mapping[str, Any], status: int) -> list[Any]:
    """Return what is said of a status: of itself, then of its range, then of all others."""
    names = (str(status), f"{status // 100}XX", "default")
    return [value for name in names for key, value in declared.items() if name in key.split()]


def is_value(given: Any) -> bool:
    """Tell whether an answer is a value, and no function that makes one."""
    return isinstance(given, BaseModel) or not callable(given)


def called(given: Any, call: Any) -> Any:
    """Return what is given, or what a function that is given makes of a call's arguments."""
    return given(call) if callable(given) else given
