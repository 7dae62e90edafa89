"""Models that 5 resources share."""

from __future__ import annotations

from .._runtime.formats import Base64
from .._runtime.models import Model


class Status(Model):
    """Error that a failed call returns."""

    error: str | None = None
    """Text of the error."""

    code: int | None = None
    """Number that classifies the error."""

    details: list[ProtobufAny] | None = None
    """Further messages about the error."""


class ProtobufAny(Model):
    """Message of any type, labelled with the URL of its type."""

    type_url: str | None = None
    """URL of the type; the part after the last slash is the type's full name."""

    value: Base64 | None = None
    """Serialized message, base64-encoded."""
