"""Arguments that had other names: methods take these, too, and warn."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


def renamed_arguments(**former: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a method take names that arguments had, to those that they have.

    Type checkers know the present names alone: no annotation says that an argument is deprecated.
    """

    def decorate(method: Callable[P, T]) -> Callable[P, T]:
        call: Any = method

        if iscoroutinefunction(method):

            @wraps(method)
            async def send_async(*args: Any, **given: Any) -> Any:
                return await call(*args, **_renamed(method, former, given))

            return cast("Callable[P, T]", send_async)

        @wraps(method)
        def send(*args: Any, **given: Any) -> Any:
            return call(*args, **_renamed(method, former, given))

        return cast("Callable[P, T]", send)

    return decorate


def _renamed(
    method: Callable[..., Any], former: dict[str, str], given: dict[str, Any]
) -> dict[str, Any]:
    for old, new in former.items():
        if old not in given:
            continue
        import warnings

        name = method.__name__
        if new in given:
            raise TypeError(f"{name}() got both {old} and {new}, as it is called now")
        text = f"{old} of {name}() is called {new} now"
        warnings.warn(text, DeprecationWarning, stacklevel=3)
        given[new] = given.pop(old)
    return given
