"""Models of `teams`."""

from __future__ import annotations

from .._runtime.data.models import Model
from .common import User


class TeamListTeam(Model):
    title: str


class TeamListFirst(Model):
    holds: TeamListTeam | None = None


class TeamList(Model):
    """Teams, with who asked."""

    items: list[TeamListTeam]
    first: TeamListFirst | None = None
    total: int | None = None
    asked: User | None = None
