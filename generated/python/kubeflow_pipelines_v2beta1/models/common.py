"""Models that many resources share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.formats import Base64
from .._runtime.data.models import Model

ProtobufNullValue: TypeAlias = Literal["NULL_VALUE"] | str
"""The single value that stands for null. The server's default is `NULL_VALUE`."""


class GooglerpcStatus(Model):
    """Error with a code, a text and further details, in the form that gRPC uses."""

    code: int | None = None
    """Number from the google.rpc.Code enumeration."""
    message: str | None = None
    """Text of the error in English, meant for developers."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error, which can carry text for end users."""


class ProtobufAny(Model):
    """Message of any type, labelled with the URL of its type."""

    type_url: str | None = None
    """URL of the type; the part after the last slash is the type's full name."""
    value: Base64 | None = None
    """Serialized message, base64-encoded."""


class ProtobufListValue(Model):
    """List of values that need not share a type."""

    values: list[ProtobufValue] | None = None
    """Items of the list."""


class ProtobufStruct(Model):
    """Object whose fields can hold values of any type."""

    fields: dict[str, ProtobufValue] | None = None
    """Values by field name, in no set order."""


class ProtobufValue(Model):
    """Value of any JSON type; one of its fields is always set."""

    null_value: ProtobufNullValue | None = None
    """Set for null."""
    number_value: float | None = None
    """Set for a number."""
    string_value: str | None = None
    """Set for text."""
    bool_value: bool | None = None
    """Set for true or false."""
    struct_value: ProtobufStruct | None = None
    """Set for an object."""
    list_value: ProtobufListValue | None = None
    """Set for a list."""
