"""Long-running operations: the requests that follow one, its result, and states to wait for."""

from __future__ import annotations

from specmill.model.models import FieldRef
from specmill.model.types import TypeRef
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A request about a running operation: how it is, or that it shall stop."""

    operation: str
    """Id of the API's operation that makes it."""
    method: str
    path: str
    patterns: tuple[tuple[str, str], ...]
    """Path parameters that may be more than one segment, with templates of them: ``*`` stands for
    one segment, ``**`` for any text."""
    reserved: tuple[str, ...] = ()
    """Path parameters that keep reserved characters."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers that have one value only: wire name and value."""
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of credential names; None when the API's own apply."""
    server: str = ""
    """Base URL of this request alone; empty when the API's own applies."""
    has_body: bool = False
    """It takes a JSON object, which may be empty."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What an API's running operations look like, by paths in the model that answers describe."""

    model: str
    """Key of the model."""
    polls: tuple[FollowUp, ...]
    """Requests that answer how an operation is; the first whose path fits it."""
    cancels: tuple[FollowUp, ...]
    name: tuple[FieldRef, ...]
    link: tuple[FieldRef, ...] = ()
    """Address of the operation; empty without one."""
    done: tuple[FieldRef, ...] = ()
    """A boolean that is true at the end; empty where the status tells."""
    status: tuple[FieldRef, ...] = ()
    finished: tuple[str, ...] = ()
    """Values of the status at the end."""
    failed: tuple[str, ...] = ()
    """Those of them that mean a failure."""
    error: tuple[FieldRef, ...] = ()
    response: tuple[FieldRef, ...] = ()
    """What it came to; empty where that is the operation itself."""
    metadata: tuple[FieldRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A method that asks again until a state in the answer is final."""

    field: tuple[FieldRef, ...]
    """The state, by its path in the answer."""
    final: tuple[str, ...]
    """Its values at the end."""
    failed: tuple[str, ...] = ()
    """Its values at the end that mean a failure."""
    error: tuple[FieldRef, ...] = ()
    """Why it failed; empty where the answer does not say."""


@dataclass(frozen=True, slots=True)
class LongRunning:
    """An operation whose answer describes work that goes on."""

    progress: Progress
    result: TypeRef
    metadata: TypeRef
