"""Models of `users`."""

from __future__ import annotations

from .._runtime.data.models import Model


class UserAddress(Model):
    city: str | None = None


class User(Model):
    id: str | None = None
    address: UserAddress | None = None
