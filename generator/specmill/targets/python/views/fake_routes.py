"""Routes by which a fake finds the operation of a request, and what it calls operations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import urlencode

from specmill.model.api import Api, operations_of, walk_resources
from specmill.model.models import UNSET, JsonValue, Unset
from specmill.model.operations import Operation
from specmill.targets.python.names import PythonNames
from specmill.targets.python.reserved import FAKE_ATTRIBUTES
from specmill.targets.python.spelling import WIDTH, literal
from specmill.targets.python.views.request import spelled_route

_ROUTE_WIDTH = WIDTH - 15
"""Columns of a line that its indentation, quotes and comma leave."""
_PLAIN = re.compile(r"[\w.~-]+")

ResourceRoutes: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""Attributes that lead to a resource, then its operations with their routes."""


def fake_attribute(name: str, path: Sequence[str]) -> str:
    """Return what a fake calls an operation or a resource, which is as the client does.

    Args:
        name: What the client calls it.
        path: The resource that it is below; empty for the client itself.
    """
    return f"{name}_" if not path and name in FAKE_ATTRIBUTES else name


def stub_of(names: PythonNames, operation: Operation) -> str:
    """Return the attributes that lead from a fake to a stub; empty where there is none."""
    first, *others = names.dotted(operation).split(".")
    return ".".join([fake_attribute(first, ()), *others]) if is_faked(operation) else ""


def routes_of(api: Api, names: PythonNames) -> Iterator[ResourceRoutes]:
    """Yield what leads to each resource, and its operations with their routes."""
    own = (one for one in operations_of(api) if is_faked(one))
    shared = Counter(map(_unspelled_route, own))
    for resource in walk_resources(api.root):
        first, *others = names.attributes(resource.path) or [""]
        dotted = ".".join([fake_attribute(first, ()), *others])
        routes = tuple(
            (
                literal(fake_attribute(names.methods[one.pointer], resource.path)),
                _route(one, shared),
            )
            for one in resource.operations
            if is_faked(one)
        )
        if routes:
            yield literal(dotted), routes


def _route(operation: Operation, shared: Mapping[tuple[str, str], int]) -> str:
    """Spell where an operation is, and what tells it from others of the same method and path."""
    method, path = _unspelled_route(operation)
    if operation.media_download:
        path = f"{path}?alt=media"
    elif shared[method, path] > 1:
        told = [one for one in operation.parameters if one.required and one.place == "query"]
        constants = {one.wire: _text(one.constant) for one in told}
        path = f"{path}?{urlencode(constants)}" if told else path
    if media_type := operation.form_media_type:
        header = "content-type" if operation.takes_other_body else "accept"
        path = f"{path} {header}: {media_type}"
    routes = [_spelled(method, path)]
    if operation.media_upload is not None:
        routes.append(_spelled(method, operation.media_upload.path))
    return routes[0] if len(routes) == 1 else f"({', '.join(routes)})"


def _spelled(method: str, path: str) -> str:
    spelled = spelled_route(method, path, _ROUTE_WIDTH)
    return f"({spelled})" if '" "' in spelled else spelled


def _text(constant: JsonValue | Unset) -> str:
    """Write the only value of a parameter; nothing where it has others."""
    if isinstance(constant, bool):
        return str(constant).lower()
    return "" if constant is UNSET else str(constant)


def _unspelled_route(operation: Operation) -> tuple[str, str]:
    """Return method and path; a variable of several segments says which (``google.api.http``)."""
    path = operation.path
    for one in operation.parameters:
        if one.spans_segments:
            segments = _segments(one.bounds.pattern)
            path = path.replace(f"{{{one.wire}}}", f"{{{one.wire}={segments}}}")
    return operation.method, path


def _segments(pattern: str) -> str:
    """Return the segments that a value has by its pattern; any, where that says something else."""
    plain = pattern.removeprefix("^").removesuffix("$").replace("[^/]+", "*")
    known = all(one == "*" or _PLAIN.fullmatch(one) for one in plain.split("/"))
    return plain if known else "**"


def is_faked(operation: Operation) -> bool:
    """Tell whether a method has a stub: what waits repeats the request of one that has."""
    return operation.waiting is None and not operation.unbound
