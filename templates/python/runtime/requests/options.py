"""Options of one call, besides its own arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from ..data.omission import Omit, omit
from ..records import dataclass, field

if TYPE_CHECKING:
    import httpx2

    from .request import Style


@dataclass(frozen=True, kw_only=True)
class RequestOptions:
    """Settings of one call. For a setting that is left out, the client's own applies."""

    headers: Mapping[str, str] | None = field(default=None, repr=False)
    """Headers to add. They replace other headers with the same name."""

    query: Mapping[str, Any] | None = field(default=None, repr=False)
    """Query parameters to add, with the names of the spec. They replace arguments of the call."""

    timeout: httpx2.Timeout | float | Omit | None = omit
    """Seconds, or limits for connect, read, write and pool; None waits forever."""

    max_retries: int | Omit = omit
    """How often a failed request is sent again; 0 turns retries off."""

    idempotent: bool | Omit = omit
    """Whether the request may be sent twice. By default the HTTP method and the spec decide."""

    strict: bool | Omit = omit
    """Raise a DecodeError if the response does not fit its type."""

    send_read_only: bool | Omit = omit
    """Also send read-only fields of models, if the server needs them."""


@dataclass(frozen=True)
class CommonParameter:
    """A parameter that every operation of an API takes, as a field of its RequestOptions."""

    field: str
    wire: str
    place: str
    style: Style


def query_option(wire: str, *, style: Style = "repeat") -> Any:
    """Declare a field of a RequestOptions subclass that travels in the query as ``wire``."""
    return field(
        default=omit, repr=False, metadata={"wire": wire, "place": "query", "style": style}
    )


def header_option(wire: str) -> Any:
    """Declare a field of a RequestOptions subclass that travels as the header ``wire``."""
    return field(
        default=omit, repr=False, metadata={"wire": wire, "place": "header", "style": "csv"}
    )


def common_parameters(options: RequestOptions) -> tuple[CommonParameter, ...]:
    """Return the fields of options that are parameters of the API."""
    kind: Any = type(options)
    return _declared_by(kind)


@cache
def _declared_by(options: Any) -> tuple[CommonParameter, ...]:
    return tuple(
        CommonParameter(
            entry.name, entry.metadata["wire"], entry.metadata["place"], entry.metadata["style"]
        )
        for entry in fields(options)
        if "wire" in entry.metadata
    )
