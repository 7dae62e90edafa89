"""What one call may set besides its own arguments."""

from __future__ import annotations

from ._runtime.data.omission import Omit
from ._runtime.records import dataclass
from ._runtime.requests.options import RequestOptions as BaseRequestOptions
from ._runtime.requests.options import query_option


@dataclass(frozen=True, kw_only=True)
class RequestOptions(BaseRequestOptions):
    """Settings of one call, and the parameters that every operation of this API takes."""

    fields: str | Omit = query_option("fields")
    """Which fields to answer."""

    pretty_print: bool | Omit = query_option("prettyPrint")

    key: str | Omit = query_option("key")
    """API key."""
