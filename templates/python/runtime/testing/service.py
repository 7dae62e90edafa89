"""Fakes of a whole service, and of the groups of its operations."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, ClassVar, Self

import httpx2

from ..lazy import load_reference
from ..requests.settings import ApiSettings
from .answers import Failure, error_body
from .errors import FakeError, Refusal, RefusedError
from .routes import Routes
from .stubs import Home, Stubbed

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
    """A service that answers in this process what a test has set up.

    What is not set up fails the test. A request that the API does not allow is answered as a
    service would, with a status from 400, and noted in ``refused``; unless the test takes it from
    there, the end of ``with`` raises it.
    """

    __api__: ClassVar[ApiSettings]
    __routes__: ClassVar[Mapping[str, Mapping[str, str]]]
    """Attributes that lead to a resource, to those of its operations with their routes."""
    __rpc__: ClassVar[bool] = False
    """Whether the errors of the API are a google.rpc.Status."""

    def __init__(self, base_url: str = _BASE_URL) -> None:
        """Make a fake on which nothing is set up.

        Args:
            base_url: Where clients find it; nothing listens there.
        """
        self.base_url = base_url.rstrip("/")
        """Where clients find it; nothing listens there."""
        self.refused: list[Refusal] = []
        """Requests that the API does not allow."""
        self.transport = httpx2.MockTransport(self.__answer__)
        """What a client is given to reach this fake, sync or async."""
        self.__dotted__ = ""
        self.__home__ = Home(self.__api__, self.__rpc__, type(self).__name__)
        self._found = Routes(self.__routes__)

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

    def check(self) -> None:
        """Raise what was refused; a test that expects that takes it out of ``refused`` before.

        Raises:
            FakeError: Something was.
        """
        if self.refused:
            lines = "\n".join(f"  {one}" for one in self.refused)
            raise FakeError(f"{self.__api__.name} does not allow what was sent:\n{lines}")

    def __load_resource__(self, reference: str) -> Any:
        return load_reference(self.__api__.package, reference)(self)

    def __answer__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a request, whose body is read.

        Raises:
            FakeError: The operation is not set up, or a fake does not support it.
        """
        name = ""
        try:
            name, values = self._found.find(
                request.method, self._path_of(request), request.url.params
            )
            stub: Any = self
            for attribute in name.split("."):
                stub = getattr(stub, attribute)
            answered: httpx2.Response = stub.__answer__(request, values)
        except RefusedError as error:
            why = f"{name}: {error}" if name else str(error)
            self.refused.append(Refusal(request, error.status, why))
            failure = Failure(error.status, "", why, None, {}, 0.0)
            return httpx2.Response(
                error.status, json=error_body(failure, self.__api__, rpc=self.__rpc__)
            )
        return answered

    def _path_of(self, request: httpx2.Request) -> str:
        """Return the encoded path of a request below the base URL.

        Raises:
            RefusedError: It goes elsewhere.
        """
        path = request.url.raw_path.partition(b"?")[0].decode("ascii")
        base = httpx2.URL(self.base_url).raw_path.decode("ascii").rstrip("/")
        if not path.startswith(f"{base}/"):
            raise RefusedError(404, f"the base URL is {self.base_url}")
        return path.removeprefix(base)
