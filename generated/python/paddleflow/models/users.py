"""Models of `users`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import CamelModel


class AddUserRequest(CamelModel):
    username: str
    """Name of the new user: 4 to 16 letters and digits. Matches `^[A-Za-z0-9]{4,16}$`."""
    password: str
    """Its password: 6 characters or more, among them a digit and a lower-case letter."""


class UpdatePasswordRequest(CamelModel):
    password: str
    """The new password."""


class CreateUserResponse(CamelModel):
    username: str


class UserInfo(CamelModel):
    """An account."""

    name: str
    """Its name."""
    create_time: datetime
    """When it was made."""


class UserListResponse(CamelModel):
    user_list: list[UserInfo] | None = None
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
