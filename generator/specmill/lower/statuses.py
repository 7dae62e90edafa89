"""Statuses of HTTP in words, for the names of models."""

from __future__ import annotations

_REASONS = {
    "201": "Created",
    "202": "Accepted",
    "203": "Non Authoritative",
    "204": "No Content",
    "205": "Reset Content",
    "206": "Partial Content",
    "207": "Multi Status",
    "300": "Multiple Choices",
    "301": "Moved Permanently",
    "302": "Found",
    "303": "See Other",
    "304": "Not Modified",
    "307": "Temporary Redirect",
    "308": "Permanent Redirect",
    "400": "Bad Request",
    "401": "Unauthorized",
    "402": "Payment Required",
    "403": "Forbidden",
    "404": "Not Found",
    "405": "Method Not Allowed",
    "406": "Not Acceptable",
    "408": "Request Timeout",
    "409": "Conflict",
    "410": "Gone",
    "412": "Precondition Failed",
    "413": "Content Too Large",
    "415": "Unsupported Media Type",
    "422": "Unprocessable Content",
    "423": "Locked",
    "424": "Failed Dependency",
    "428": "Precondition Required",
    "429": "Too Many Requests",
    "500": "Internal Server Error",
    "501": "Not Implemented",
    "502": "Bad Gateway",
    "503": "Service Unavailable",
    "504": "Gateway Timeout",
}
"""Reason phrases of RFC 9110 and of the registry, without importing :mod:`http` for them."""


def reason(status: str) -> str:
    """Return the words of a status; `default` and what is in no registry stay as they are."""
    return _REASONS.get(status, status)
