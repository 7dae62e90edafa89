"""The fake that stubs are of: what they share."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cached_property
from threading import RLock
from typing import Any, Protocol

import httpx2

from ...records import dataclass, field
from ...requests.settings import ApiSettings, Login
from ..clock import Clock
from ..received.credentials import Tokens
from ..received.uploads import Uploads
from ..spec.document import Spec
from ..spec.making import Maker
from .works import Works


class Keeper(Protocol):
    """What keeps things that operations create, and answers from them."""

    def answer(self, stub: Any, received: httpx2.Request, call: Any) -> httpx2.Response | None:
        """Answer a call of an operation, None where it is about nothing that is kept."""
        ...


@dataclass
class Home:
    """A fake as its stubs see it."""

    settings: ApiSettings
    rpc: bool
    """Whether the errors of the API are a google.rpc.Status."""
    cls: str
    """Name of the class of the fake."""
    base_url: str
    strict: bool
    """Whether what is not set up, or is not in the spec, fails the test."""
    seed: int
    clock: Clock = field(default_factory=Clock)
    keepers: list[Keeper] = field(default_factory=list[Keeper])
    uploads: Uploads = field(default_factory=Uploads)
    lock: AbstractContextManager[Any] = field(default_factory=RLock)
    """Held while what is set up or kept changes: clients may be in several threads."""

    @cached_property
    def spec(self) -> Spec:
        """The spec of the API."""
        return Spec.of(self.settings.package)

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of OAuth 2.0 that it gives."""
        return Tokens(self.spec, self.base_url)

    @cached_property
    def maker(self) -> Maker:
        """What makes up values."""
        return Maker(self.spec, self.seed)

    @cached_property
    def works(self) -> Works:
        """Work that was started and is asked for."""
        return Works(self.clock, self.base_url)

    @cached_property
    def logins(self) -> Iterable[str]:
        """Ids of the operations that log in."""
        return {one.operation_id for one in self.settings.credentials if isinstance(one, Login)}
