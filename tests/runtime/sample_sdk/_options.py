"""Options of one call."""

from __future__ import annotations

from ._runtime.data.omission import Omit
from ._runtime.records import dataclass
from ._runtime.requests.options import RequestOptions as BaseRequestOptions
from ._runtime.requests.options import header_option, query_option


@dataclass(frozen=True, kw_only=True)
class RequestOptions(BaseRequestOptions):
    """Options of one call, with the parameters that every operation takes."""

    fields: str | Omit = query_option("fields")
    key: str | Omit = query_option("key")
    tags: list[str] | Omit = query_option("tag", style="csv")
    tenant: str | Omit = header_option("X-Tenant")
