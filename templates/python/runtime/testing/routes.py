"""Routes: which operation a request is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias
from urllib.parse import parse_qsl

import httpx2

from ..requests.name_templates import values_in
from .errors import RefusedError

_VARIABLE = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")
"""A variable of a path, and the segments that its value may have (``google.api.http``)."""

Found: TypeAlias = tuple[str, Mapping[str, str]]
"""Attributes that lead to an operation, and the encoded texts of its path parameters."""


@dataclass(frozen=True, slots=True)
class _Route:
    method: str
    parts: tuple[str, ...]
    """Literals and, between them, what each variable looks like."""
    names: tuple[str, ...]
    operation: str
    query: Mapping[str, str]
    """Parameters that tell it from others of the same path; an empty text is any value."""

    def is_for(self, method: str, query: httpx2.QueryParams) -> bool:
        """Tell whether a request for its path is for this operation."""
        told = (value in ("", query.get(name)) for name, value in self.query.items())
        return method == self.method and all(told) and all(name in query for name in self.query)

    def values(self, path: str) -> Mapping[str, str] | None:
        """Return the encoded texts of the variables, None for another path."""
        found = values_in(path, self.parts)
        return None if found is None else dict(zip(self.names, found, strict=True))


class Routes:
    """The routes of an API, those of more fixed text first (OpenAPI 3.1, Paths Object)."""

    def __init__(self, resources: Mapping[str, Mapping[str, str]]) -> None:
        """Take the routes of operations, such as ``GET /jobs/{id}``.

        Args:
            resources: Attributes that lead to a resource, to those of its operations with routes.
        """
        routes = (
            _route(route, ".".join(filter(None, (resource, attribute))))
            for resource, operations in resources.items()
            for attribute, route in operations.items()
        )
        self._routes = sorted(routes, key=lambda one: one[0])

    def find(self, method: str, path: str, query: httpx2.QueryParams) -> Found:
        """Return the operation of a request, whose path is encoded and below the base URL.

        Raises:
            RefusedError: There is none.
        """
        others: list[str] = []
        for _, route in self._routes:
            values = route.values(path)
            if values is not None and route.is_for(method, query):
                return route.operation, values
            others += [route.method] if values is not None else []
        if method in others:
            raise RefusedError(400, "the query tells none of the operations of the path")
        if others:
            raise RefusedError(405, f"the path takes {', '.join(dict.fromkeys(others))} only")
        raise RefusedError(404, "the API has no such path")


def _route(route: str, operation: str) -> tuple[tuple[int, ...], _Route]:
    """Return a route with what sorts it: those with long values last, then by fixed text."""
    method, _, rest = route.partition(" ")
    template, _, query = rest.partition("?")
    told = dict(parse_qsl(query, keep_blank_values=True))
    parts = _VARIABLE.split(template)
    literals, names, kinds = parts[::3], parts[1::3], parts[2::3]
    values = ["*" if kind is None else kind for kind in kinds]
    interleaved = (literals[0], *chain.from_iterable(zip(values, literals[1:], strict=True)))
    fixed = sum(len(text.replace("*", "")) for text in (*literals, *kinds) if text)
    rank = template.count("**"), len(names), -fixed, -len(told)
    return rank, _Route(method, interleaved, tuple(names), operation, told)
