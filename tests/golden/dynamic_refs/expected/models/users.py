"""Models of `users`."""

from __future__ import annotations

from .._runtime.data.models import Model
from .common import User


class UserListFirst(Model):
    holds: User | None = None


class UserList(Model):
    """Some things of one kind."""

    items: list[User]
    first: UserListFirst | None = None
    total: int | None = None
