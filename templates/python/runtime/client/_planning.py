"""Requests of methods, asked for instead of their results."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from inspect import iscoroutine, signature
from types import MethodType
from typing import Any, TypeAlias, cast

from ..calls.kinds import WorkRequest, starts_work
from ..data.omission import Omit, omit
from ..requests.options import RequestOptions
from ..requests.request import Request
from .resources import AsyncResource, Resource

Plan: TypeAlias = tuple[Request[Any], RequestOptions | None]


class _Planner:
    """Stands in for a client: it hands a request back instead of sending it."""

    def send(self, request: Any, options: Any = None) -> Any:
        return request, options

    send_paged = send_download = send_operation = send_stream = send_waiting = send


class _AsyncPlanner(_Planner):
    async def send(self, request: Any, options: Any = None) -> Any:
        return request, options

    send_operation = send_stream = send_waiting = send


def plan(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Plan:
    """Return the request that a method of a resource or a client would send, and its options."""
    planned: Plan = _function(method)(Resource(cast(Any, _Planner())), *args, **kwargs)
    return planned


def plan_async(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Plan:
    """Return the request that an async method would send; methods of lists are not coroutines.

    A stand-in has nothing to wait for, so the first step of a coroutine is also its last.
    """
    planned: Any = _function(method)(AsyncResource(cast(Any, _AsyncPlanner())), *args, **kwargs)
    result: Plan = _value_of(planned) if iscoroutine(planned) else planned
    return result


def _value_of(coroutine: Coroutine[Any, Any, Any]) -> Any:
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise TypeError("expected a method of this client, such as client.jobs.get")


def plan_operation(method: Callable[..., Any]) -> WorkRequest[Any, Any, Any]:
    """Return a request of a method that starts work, without its arguments.

    Raises:
        TypeError: It does not.
    """
    request, _ = plan(method, **_blanks(method))
    return _checked(request)


def plan_async_operation(method: Callable[..., Any]) -> WorkRequest[Any, Any, Any]:
    """Return a request of an async method that starts work, as :func:`plan_operation`."""
    request, _ = plan_async(method, **_blanks(method))
    return _checked(request)


def _blanks(method: Callable[..., Any]) -> dict[str, Omit]:
    """Return arguments that say nothing for all that a method needs."""
    parameters = signature(method).parameters.values()
    return {one.name: omit for one in parameters if one.default is one.empty}


def _checked(request: Request[Any]) -> WorkRequest[Any, Any, Any]:
    if starts_work(request):
        return request
    raise TypeError("expected a method that starts a long-running operation")


def _function(method: Callable[..., Any]) -> Callable[..., Any]:
    if isinstance(method, MethodType):
        return method.__func__
    raise TypeError("expected a method of this client, such as client.jobs.get")
