"""Errors of the google.rpc.Status model: what went wrong, with typed details.

They come as ``{"error": {"code", "message", "status", "errors", "details"}}``, in a list of such
from methods that stream, or bare, as gRPC gateways write them (AIP-193, error_details.proto).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_args, get_origin

from pydantic import BaseModel, Field, ValidationError

from ..data.decoding import NotJsonError, read_json
from ..data.formats import Int64, SecondsDuration
from ..data.json_shapes import is_array, is_object
from ..data.models import CamelModel
from ..data.wire import plain
from ..records import dataclass

KindT = TypeVar("KindT")


class ErrorInfo(CamelModel):
    """Why the call failed, for programs: ``reason`` is constant within a ``domain``."""

    reason: str = ""
    domain: str = ""
    metadata: dict[str, str] = Field(default_factory=dict[str, str])


class RetryInfo(CamelModel):
    """When to try again."""

    retry_delay: SecondsDuration | None = None


class DebugInfo(CamelModel):
    """What the server's developers want to know."""

    stack_entries: list[str] = Field(default_factory=list[str])
    detail: str = ""


class QuotaViolation(CamelModel):
    """A quota that is used up."""

    subject: str = ""
    description: str = ""
    api_service: str = ""
    quota_metric: str = ""
    quota_id: str = ""
    quota_dimensions: dict[str, str] = Field(default_factory=dict[str, str])
    quota_value: Int64 | int | None = None
    future_quota_value: Int64 | int | None = None


class QuotaFailure(CamelModel):
    """The quotas that are used up."""

    violations: list[QuotaViolation] = Field(default_factory=list[QuotaViolation])


class PreconditionViolation(CamelModel):
    """Something that has to be so before the call can succeed."""

    type: str = ""
    subject: str = ""
    description: str = ""


class PreconditionFailure(CamelModel):
    """What has to be so before the call can succeed."""

    violations: list[PreconditionViolation] = Field(default_factory=list[PreconditionViolation])


class LocalizedMessage(CamelModel):
    """A message for the user, in the language of ``locale``."""

    locale: str = ""
    message: str = ""


class FieldViolation(CamelModel):
    """A field of the request that cannot be accepted."""

    field: str = ""
    """Path of the field, dots between names."""
    description: str = ""
    reason: str = ""
    localized_message: LocalizedMessage | None = None


class BadRequest(CamelModel):
    """The fields of the request that cannot be accepted."""

    field_violations: list[FieldViolation] = Field(default_factory=list[FieldViolation])


class RequestInfo(CamelModel):
    """What the server calls the request."""

    request_id: str = ""
    serving_data: str = ""


class ResourceInfo(CamelModel):
    """The resource that the call was about."""

    resource_type: str = ""
    resource_name: str = ""
    owner: str = ""
    description: str = ""


class HelpLink(CamelModel):
    """A page to read."""

    description: str = ""
    url: str = ""


class Help(CamelModel):
    """Pages to read."""

    links: list[HelpLink] = Field(default_factory=list[HelpLink])


class ErrorItem(CamelModel):
    """One error of the older form, where a call may have several."""

    domain: str = ""
    reason: str = ""
    message: str = ""
    location: str = ""
    location_type: str = ""


_Detail: TypeAlias = (
    ErrorInfo
    | RetryInfo
    | DebugInfo
    | QuotaFailure
    | PreconditionFailure
    | BadRequest
    | RequestInfo
    | ResourceInfo
    | Help
    | LocalizedMessage
)
ErrorDetail: TypeAlias = _Detail | Mapping[str, Any]
"""A detail of an error; one of another kind, or that does not fit, is a mapping with its ``@type``.
"""

_KINDS: Mapping[str, type[_Detail]] = {kind.__name__: kind for kind in get_args(_Detail)}
_PACKAGE = "google.rpc."
_CODES = (
    *("OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND"),
    *("ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION"),
    *("ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS"),
    "UNAUTHENTICATED",
)
"""Names of ``google.rpc.Code``, by number."""


@dataclass(frozen=True)
class RpcStatus:
    """An error as google.rpc.Status has it."""

    code: int | None
    status: str
    """Name of the canonical code, such as ``NOT_FOUND``; empty where the server does not say."""
    message: str
    details: tuple[ErrorDetail, ...] = ()
    errors: tuple[ErrorItem, ...] = ()

    @property
    def reason(self) -> str:
        """Why, for programs: of the ErrorInfo, else of the first of ``errors``; may be empty."""
        reasons = [*(one.reason for one in self.of_kind(ErrorInfo))]
        reasons += [one.reason for one in self.errors]
        return next((reason for reason in reasons if reason), "")

    @property
    def name(self) -> str:
        """Name of the canonical code: as the server says it, else by its number; may be empty."""
        known = self.code is not None and 0 <= self.code < len(_CODES)
        return self.status or (_CODES[self.code] if self.code is not None and known else "")

    @property
    def retry_delay(self) -> timedelta | None:
        """How long the server asks to wait, None when it does not."""
        delays = [one.retry_delay for one in self.of_kind(RetryInfo)]
        return next((delay for delay in delays if isinstance(delay, timedelta)), None)

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, None when it does not say."""
        return next((one.request_id for one in self.of_kind(RequestInfo) if one.request_id), None)

    def of_kind(self, kind: type[KindT]) -> list[KindT]:
        """Return the details of a kind: ``status.of_kind(BadRequest)``."""
        return [detail for detail in self.details if isinstance(detail, kind)]

    def explanation(self) -> str:
        """Return what the details add to the message, in one line; may be empty."""
        return "; ".join(dict.fromkeys(part for part in self._explained() if part))

    def _explained(self) -> Iterator[str]:
        yield self.reason
        for bad in self.of_kind(BadRequest):
            yield from (_clause(one.field, one.description) for one in bad.field_violations)
        for quota in self.of_kind(QuotaFailure):
            yield from (_clause(one.subject, one.description) for one in quota.violations)
        for unmet in self.of_kind(PreconditionFailure):
            yield from (_clause(one.subject, one.description) for one in unmet.violations)


def rpc_status_in(body: Any, shown: Any = None) -> RpcStatus | None:
    """Read the body of an error, or what may be shown of it; None where it is of another form."""
    typed = isinstance(body, BaseModel) and _is_status(type(body))
    body = plain(body) if isinstance(body, BaseModel) else body
    body = body if shown is None else shown
    if is_array(body):
        body = next(iter(body), None)
    inner = body.get("error") if is_object(body) else None
    if is_object(inner):
        return _read(inner)
    if is_object(body) and (typed or _is_array_of_details(body.get("details"))):
        return _read(body)
    return None


def rpc_status_of(content: bytes) -> RpcStatus | None:
    """Read the JSON of an error, None where it is of another form or no JSON."""
    try:
        return rpc_status_in(read_json(content))
    except NotJsonError:
        return None


@cache
def _is_status(model: type[BaseModel]) -> bool:
    """Tell whether a model has the fields of google.rpc.Status, whose empty ones are left out."""
    fields = {one.alias or name: one for name, one in model.model_fields.items()}
    if not fields.keys() >= {"code", "message", "details"}:
        return False
    details = fields["details"].annotation
    return any(get_origin(one) is list for one in (details, *get_args(details)))


def _read(error: Mapping[Any, Any]) -> RpcStatus:
    code, details, errors = error.get("code"), error.get("details"), error.get("errors")
    return RpcStatus(
        code if isinstance(code, int) else None,
        _text(error.get("status")),
        _text(error.get("message")),
        tuple(_detail(one) for one in details if is_object(one)) if is_array(details) else (),
        tuple(_items(errors)) if is_array(errors) else (),
    )


def _items(errors: Iterable[Any]) -> Iterator[ErrorItem]:
    for one in errors:
        with suppress(ValidationError):
            yield ErrorItem.model_validate(one)


def _is_array_of_details(value: Any) -> bool:
    return is_array(value) and all(is_object(one) and "@type" in one for one in value)


def _detail(given: Mapping[Any, Any]) -> ErrorDetail:
    name = _text(given.get("@type")).rpartition("/")[2]
    kind = _KINDS.get(name.removeprefix(_PACKAGE)) if name.startswith(_PACKAGE) else None
    if kind is None:
        return given
    try:
        return kind.model_validate({key: one for key, one in given.items() if key != "@type"})
    except ValidationError:
        return given


def _clause(what: str, said: str) -> str:
    return ": ".join(part for part in (what, said) if part)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
