"""Fakes of a whole service, and of the groups of its operations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self

import httpx2

from ..lazy import load_reference
from ..requests.settings import ApiSettings
from .batches import answer_batch
from .clock import Clock
from .errors import FakeError, Refusal, RefusedError
from .faults import Faults, Faulty
from .received.routes import Routes
from .stubs.answers import Failure, error_body
from .stubs.home import Home
from .stubs.stubs import Stubbed

if TYPE_CHECKING:
    from .cassettes import Cassette

_BASE_URL = "https://fake.invalid"
"""A name that nobody can have (RFC 2606)."""


class FakeResource(Stubbed):
    """A group of operations of a fake; generated classes say where it is, as ``__dotted__``."""

    def __init__(self, fake: FakeService | FakeResource) -> None:
        self.__home__ = fake.__home__
        self._load = fake.__load_resource__

    def __load_resource__(self, reference: str) -> Any:
        return self._load(reference)


class FakeService(Stubbed):
    """A service that answers in this process what a test has set up, and else made-up data.

    A request that the API does not allow is answered as a service would, with a status from 400,
    and noted in ``refused``; unless the test takes it from there, the end of ``with`` raises it.
    """

    __api__: ClassVar[ApiSettings]
    __routes__: ClassVar[Routes]
    __rpc__: ClassVar[bool] = False
    """Whether the errors of the API are a google.rpc.Status."""

    def __init__(self, base_url: str = _BASE_URL, *, strict: bool = False, seed: int = 0) -> None:
        """Make a fake on which nothing is set up.

        Args:
            base_url: Where clients find it; nothing listens there.
            strict: Fail the test for what is not set up, and refuse parameters and fields that the
                spec does not name.
            seed: What made-up data is made of; the same one makes the same data.
        """
        self.base_url = base_url.rstrip("/")
        """Where clients find it; nothing listens there."""
        self.refused: list[Refusal] = []
        """Requests that the API does not allow."""
        self.transport = httpx2.MockTransport(self.__respond__)
        """What a client is given to reach this fake, sync or async."""
        self.__dotted__ = ""
        self._faulty: Faulty | None = None
        self._cassette: Cassette | None = None
        api, cls = self.__api__, type(self).__name__
        self.__home__ = Home(api, self.__rpc__, cls, self.base_url, strict, seed)
        base = httpx2.URL(self.base_url)
        path = base.path if base.path not in ("", "/") else api.base_path
        self._host = base.host
        self._prefix = base.copy_with(path=f"{path.rstrip('/')}/").raw_path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.check()

    @property
    def clock(self) -> Clock:
        """The time of the fake, by which work goes on."""
        return self.__home__.clock

    def stateful(self) -> None:
        """Keep what is created, so that it can be got, listed, updated and deleted.

        What is set up goes first. Ids and etags are made up, 404, 409 and 412 come as they should.
        """
        from .state.kept import Kept
        from .state.kinds import Kinds

        home = self.__home__
        if not home.keepers:
            kinds = Kinds(self.__routes__, partial(_stub_of, self), home.spec)
            home.keepers.append(Kept(kinds, self._path_of))

    def faults(
        self,
        *,
        resets: float = 0.0,
        timeouts: float = 0.0,
        status: Mapping[int, float] | None = None,
        retry_after: float | None = None,
        cut_bodies: float = 0.0,
        slow: float = 0.0,
    ) -> None:
        """Let requests meet with faults, the same ones for the same seed; none by default.

        Args:
            resets: Share of requests whose connection breaks, before the service acts or after.
            timeouts: Share of requests to which nothing comes.
            status: Statuses of errors to their shares of requests.
            retry_after: Seconds after which clients are to try again then.
            cut_bodies: Share of answers that end before their body does.
            slow: Seconds that each answer takes, on the fake's clock: nobody waits, and a client
                whose timeout is shorter fails.

        Raises:
            ValueError: The shares are more than 1 together, or a status is none of an error.
        """
        given = Faults(
            resets=resets,
            timeouts=timeouts,
            status=status or {},
            retry_after=retry_after,
            cut_bodies=cut_bodies,
            slow=slow,
        )
        home = self.__home__
        self._faulty = Faulty(given, home.seed, home.clock)

    @classmethod
    def replay(cls, path: str | Path) -> Self:
        """Make a fake that answers as a :class:`Recorder` has written down.

        A request that was not recorded is a FakeError which says what differs.
        """
        from .cassettes import Cassette

        fake = cls()
        fake._cassette = Cassette(path)
        return fake

    def check(self) -> None:
        """Raise what was refused; a test that expects that takes it out of ``refused`` before.

        Raises:
            FakeError: Something was.
        """
        if self.refused:
            lines = "\n".join(f"  {one}" for one in self.refused)
            raise FakeError(f"{self.__api__.name} does not allow what was sent:\n{lines}")

    # -- for clients ------------------------------------------------------------------------------

    def __load_resource__(self, reference: str) -> Any:
        return load_reference(self.__api__.package, reference)(self)

    def __respond__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request of a client, which may meet with faults."""
        if self._cassette is not None:
            return self._cassette.answer(request)
        if self._faulty is None:
            return self.__answer__(request)
        return self._faulty.answer(request, self.__answer__)

    def __answer__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request, whose body is read.

        Raises:
            FakeError: The operation is not set up, or a fake does not support it.
        """
        name: list[str] = []
        try:
            return self._answered(request, name)
        except RefusedError as error:
            why = f"{name[0]}: {error}" if name else str(error)
            self.refused.append(Refusal(request, error.status, why, error.place))
            where = f" (#{error.place})" if error.place else ""
            failure = Failure(error.status, "", f"{why}{where}", None, {}, 0.0)
            body = error_body(failure, self.__api__, rpc=self.__rpc__)
            return httpx2.Response(error.status, json=body)

    def _answered(self, request: httpx2.Request, name: list[str]) -> httpx2.Response:
        """Answer a request; ``name`` takes that of its operation, for messages."""
        home = self.__home__
        known = home.tokens.answer(request) or home.uploads.session(request)
        if known is not None:
            return known
        path = self._path_of(request)
        if self.__api__.batch_path and path == self.__api__.batch_path:
            return answer_batch(request, self.__answer__)
        found, values = self.__routes__.find(request, path)
        name.append(found)
        answered: httpx2.Response = attrgetter(found)(self).__answer__(request, values)
        return answered

    def _path_of(self, request: httpx2.Request) -> str:
        """Return the encoded path of a request below the base URL.

        Raises:
            RefusedError: It goes elsewhere.
        """
        path = request.url.raw_path.partition(b"?")[0]
        if request.url.host != self._host or not path.startswith(self._prefix):
            raise RefusedError(404, f"the base URL is {self.base_url}")
        return path[len(self._prefix) - 1 :].decode("ascii")


def _stub_of(fake: FakeService, name: str) -> Any:
    return attrgetter(name)(fake)
