"""Servers of an API: their URLs with the variables that callers may choose."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.models import Docs
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's URL that the caller may choose."""

    wire: str
    name: str
    default: str | int
    """A number where the spec's text is one, and so are all of ``values``."""
    values: tuple[str | int, ...] = ()
    """Those that the spec lists; empty when it lists none."""
    docs: Docs = Docs()


class ServerRole(StrEnum):
    """What a server is there for."""

    MAIN = "main"
    REGIONAL = "regional"
    """It keeps to the location that its variable names."""
    MTLS = "mtls"
    """It asks for a client certificate."""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL; its variables stand in braces."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    role: ServerRole = ServerRole.MAIN

    @property
    def default_url(self) -> str:
        """The URL with its variables at their defaults."""
        url = self.url
        for variable in self.variables:
            url = url.replace(f"{{{variable.wire}}}", str(variable.default))
        return url
