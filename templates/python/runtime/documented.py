"""Documented clients: the methods of a reference page, their arguments and what they return."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeAlias, TypeVar

from pydantic_core import from_json

from .data.omission import Omit, omit
from .data.texts import content_of
from .data.wire import json_bytes, text
from .errors.api_errors import ApiError

if TYPE_CHECKING:
    import httpx2

    from .client.client import Client

T = TypeVar("T")
AnswerT = TypeVar("AnswerT")
ClientT = TypeVar("ClientT", bound="Client")


class Failure(str):
    """Why a documented call failed: the server's own message where there is one."""

    __slots__ = ("error",)

    error: Exception
    """What the call has raised."""

    @classmethod
    def of(cls, error: Exception, message: str = "") -> Self:
        """Tell why a call failed; the message is the server's unless one is given."""
        failure = cls(message or getattr(error, "server_message", "") or error)
        failure.error = error
        return failure

    @property
    def code(self) -> str:
        """The API's own code of the error; empty when there is none."""
        return str(getattr(self.error, "code", None) or "")

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, for its support."""
        found: str | None = getattr(self.error, "request_id", None)
        return found


Result: TypeAlias = tuple[Literal[True], T] | tuple[Literal[False], Failure]
"""Whether a call worked, and what it gave or why it failed."""

_FAILURES = (ApiError, ValueError, TypeError, OSError)
"""What a call can fail with: an answer, an argument that cannot be sent, a file to send."""

_MISFITS = (AttributeError, KeyError, TypeError)
"""What an answer fails with that lacks what the page says of it."""


class MissingArgumentError(TypeError):
    """A call lacks an argument, which is a mistake of the script and no failure of the call."""


class DocumentedClient(Generic[ClientT]):
    """The methods of a reference page over a client, which does the work."""

    def __init__(self, client: ClientT) -> None:
        self._client = client

    @classmethod
    def over(cls, client: ClientT) -> Self:
        """Put the documented methods over a client that there is already."""
        made = cls.__new__(cls)
        vars(made)["_client"] = client  # a subclass is made of other things
        return made

    def with_options(
        self,
        *,
        timeout: httpx2.Timeout | float | Omit | None = omit,
        max_retries: int | Omit = omit,
    ) -> Self:
        """Make the same methods with other settings, on the same connections."""
        return self.over(self._client.with_options(timeout=timeout, max_retries=max_retries))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


def attempt(call: Callable[[], T]) -> Result[T]:
    """Make a call; return its answer, or why it failed."""
    return attempt_and_show(call, _itself)


def attempt_and_show(call: Callable[[], AnswerT], show: Callable[[AnswerT], T]) -> Result[T]:
    """Make a call; return what ``show`` takes from its answer, or why it failed."""
    try:
        answer = call()
    except MissingArgumentError:
        raise
    except _FAILURES as error:
        return False, Failure.of(error)
    try:
        return True, show(answer)
    except _MISFITS as error:
        return False, Failure.of(error, f"the answer is not what the reference page says: {error}")


def attempt_and_spread(
    call: Callable[[], AnswerT], show: Callable[[AnswerT], tuple[Any, ...]], *, count: int
) -> tuple[Any, ...]:
    """Make a call whose answer shows ``count`` values; None stands for the rest when it fails."""
    worked, found = attempt_and_show(call, show)
    return (True, *found) if worked else (False, found, *[None] * (count - 1))


def shown(answer: AnswerT, show: Callable[[AnswerT], T]) -> T:
    """Return what ``show`` takes from an answer."""
    return show(answer)


def nothing(_: object) -> None:
    """Take nothing from an answer."""


def item_at(items: Sequence[T] | None, index: int) -> T | None:
    """Take one of some items; None where there is none."""
    return items[index] if items is not None and index < len(items) else None


def _itself(answer: T) -> T:
    return answer


def sent(value: Any) -> Any:
    """Leave an argument out that was not given, which None stands for on a reference page."""
    return omit if value is None else value


def either(*spellings: Any) -> Any:
    """Return the argument that was given under one of its names, None if none was."""
    return next((value for value in spellings if not _is_absent(value)), None)


def needed(name: str, *spellings: Any) -> Any:
    """Return an argument that must be given, under one of its names.

    Raises:
        MissingArgumentError: It was not.
    """
    value = either(*spellings)
    if value is None:
        raise MissingArgumentError(f"missing a required argument: {name!r}")
    return value


def present(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a request body that were given."""
    return {name: value for name, value in members.items() if not _is_absent(value)}


def group(members: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the members that stand in one value of a body, None if none was given."""
    return present(members) or None


def as_text(value: Any) -> Any:
    """Return a value of an answer as its text: a time as it came, bytes as the text they are.

    None stays, for an answer that lacks what the API promises.
    """
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return None if value is None else text(value)


def as_json(value: Any) -> Any:
    """Return what an answer has as plain JSON, with the names of the wire."""
    written: Any = from_json(json_bytes(value))
    return written


def text_or_file(value: str | bytes | os.PathLike[str] | None) -> bytes | None:
    """Return the bytes of a text, or of the file whose path is given."""
    return None if value is None else content_of(value)


def log_in(client: Client, answer: T, username: str, password: str) -> T:
    """Let a client go on as the user whose login has this answer."""
    client.__log_in_as__(username, password, answer)
    return answer


def _is_absent(value: Any) -> bool:
    return value is None or isinstance(value, Omit)
