"""Models that `chats`, `news` and `rows` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class Problem(Model):
    title: str | None = None
