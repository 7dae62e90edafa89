"""Models that many resources share."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.data.models import Model, wire_name


class GoogleRpcStatus(Model):
    """Error with a code, a text and further details, in the form that gRPC uses."""

    code: int | None = None
    """Number from the google.rpc.Code enumeration."""
    message: str | None = None
    """Text of the error in English, meant for developers."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error, which can carry text for end users."""


class ProtobufAny(Model):
    """Message of any type, labelled with the URL of its type."""

    type: Annotated[str | None, wire_name("@type")] = None
    """URL of the type; the part after the last slash is the type's full name."""
    value: Any = None
    """The message, where its own JSON is no object."""
