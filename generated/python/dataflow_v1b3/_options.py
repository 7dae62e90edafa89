"""What one call may set besides its own arguments."""

from __future__ import annotations

from dataclasses import dataclass

from . import models
from ._runtime.data.omission import Omit
from ._runtime.requests.options import RequestOptions as BaseRequestOptions
from ._runtime.requests.options import query_option


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions(BaseRequestOptions):
    """Settings of one call, and the parameters that every operation of this API takes."""

    xgafv: models.Xgafv | Omit = query_option("$.xgafv")
    """Version of the error format, 1 or 2."""

    access_token: str | Omit = query_option("access_token")
    """OAuth token given in the query instead of a header."""

    alt: models.Alt | Omit = query_option("alt")
    """Format of the response; JSON by default."""

    callback: str | Omit = query_option("callback")
    """Name of the function that wraps a JSONP response."""

    fields: str | Omit = query_option("fields")
    """Comma-separated field paths to keep in the response."""

    key: str | Omit = query_option("key")
    """API key that identifies the calling project; needed when there is no OAuth token."""

    oauth_token: str | Omit = query_option("oauth_token")
    """OAuth 2.0 token of the calling user."""

    pretty_print: bool | Omit = query_option("prettyPrint")
    """Indent the JSON response; true by default."""

    quota_user: str | Omit = query_option("quotaUser")
    """Caller-chosen string of at most 40 characters to count quota by."""

    upload_type: str | Omit = query_option("uploadType")
    """Older name for the media upload protocol, such as media or multipart."""

    upload_protocol: str | Omit = query_option("upload_protocol")
    """Media upload protocol, such as raw or multipart."""
