"""Routes: which operation a request is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote

import httpx2

from ...records import dataclass, field
from ...requests.name_templates import values_in
from ..errors import RefusedError

_VARIABLE = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")
"""A variable of a path, and the segments that its value may have (``google.api.http``)."""

RoutesOf: TypeAlias = Mapping[str, Mapping[str, str | tuple[str, ...]]]
"""Attributes that lead to a resource, to those of its operations with their routes."""

Found: TypeAlias = tuple[str, Mapping[str, str]]
"""Attributes that lead to an operation, and the encoded texts of its path parameters."""


@dataclass(frozen=True)
class Route:
    """Where an operation is."""

    method: str
    parts: tuple[str, ...]
    """Literals and, between them, what each variable looks like."""
    names: tuple[str, ...]
    operation: str
    query: Mapping[str, str]
    """Parameters that tell it from others of the same path; an empty text is any value."""
    header: str
    media_type: str
    """The media type that the header asks for, or has, where that tells it from others."""
    places: tuple[int, ...] | None
    """Numbers of the segments that are variables, where each variable is one."""

    @property
    def segments(self) -> list[str]:
        """The segments of its path, ``*`` for any text."""
        return "".join(self.parts).split("/")

    @property
    def is_long(self) -> bool:
        """Whether a variable may have any number of slashes."""
        return any("**" in part for part in self.parts[1::2])

    def is_for(self, request: httpx2.Request) -> bool:
        """Tell whether a request for its path is for this operation."""
        if request.method != self.method:
            return False
        query: Mapping[str, str] = request.url.params if self.query else {}
        told = (name in query and value in ("", query[name]) for name, value in self.query.items())
        return all(told) and self._has_media_type(request)

    def _has_media_type(self, request: httpx2.Request) -> bool:
        if not self.header:
            return True
        value = request.headers.get(self.header, "")
        return value.partition(",")[0].partition(";")[0].strip().lower() == self.media_type

    def values(self, path: str, segments: Sequence[str]) -> Mapping[str, str] | None:
        """Return the encoded texts of the variables, None for another path."""
        found: Sequence[str] | None
        if self.places is None:
            found = values_in(path, self.parts)
        else:
            found = [segments[place] for place in self.places]
        known = found is not None and all(found)
        return dict(zip(self.names, found or (), strict=True)) if known else None

    def filled(self, values: Mapping[str, str]) -> str:
        """Return its path with encoded texts for its variables."""
        texts = [values.get(name, "") for name in self.names]
        return self.parts[0] + "".join(
            chain.from_iterable(zip(texts, self.parts[2::2], strict=True))
        )


@dataclass
class _Step:
    """What may follow in a path, and the routes that end here."""

    fixed: dict[str, _Step] = field(default_factory=dict[str, "_Step"])
    others: dict[tuple[str, str], _Step] = field(default_factory=dict[tuple[str, str], "_Step"])
    """Segments with variables: how they begin, and how they end."""
    ends: list[tuple[int, Route]] = field(default_factory=list[tuple[int, Route]])

    def add(self, number: int, route: Route) -> None:
        """Add a route; those of a lower number go first."""
        step = self
        for segment in route.segments:
            first, star, rest = unquote(segment).partition("*")
            if star:
                step = step.others.setdefault((first, rest.rpartition("*")[2]), _Step())
            else:
                step = step.fixed.setdefault(unquote(segment), _Step())
        step.ends.append((number, route))

    def of(self, segments: Sequence[str]) -> list[tuple[int, Route]]:
        """Return the routes that may be those of a path, the first one first."""
        steps = [self]
        for segment in segments:
            steps = [inner for step in steps for inner in step.following(segment)]
        return sorted((one for step in steps for one in step.ends), key=itemgetter(0))

    def following(self, encoded: str) -> Iterator[_Step]:
        """Yield what may follow behind a segment."""
        segment = unquote(encoded) if "%" in encoded else encoded
        if segment in self.fixed:
            yield self.fixed[segment]
        for (start, end), step in self.others.items():
            if segment.startswith(start) and segment.endswith(end):
                yield step


class Routes:
    """The routes of an API, those of more fixed text first (OpenAPI 3.1, Paths Object)."""

    def __init__(self, resources: RoutesOf) -> None:
        """Take the routes of operations, such as ``GET /jobs/{id}``.

        Behind a path may be what of the query, and the header, tells an operation from others:
        ``GET /jobs/{id}?alt=media accept: text/plain``.

        Args:
            resources: Attributes that lead to a resource, to those of its operations with routes.
        """
        self._resources = resources

    @cached_property
    def _sorted(self) -> list[Route]:
        """The routes in the order in which they are looked at."""
        routes = (
            _route(route, ".".join(filter(None, (resource, attribute))))
            for resource, operations in self._resources.items()
            for attribute, several in operations.items()
            for route in _listed(several)
        )
        return [route for _, route in sorted(routes, key=itemgetter(0))]

    @cached_property
    def _start(self) -> _Step:
        """Where the routes begin whose variables have no slashes that nobody knows of."""
        start = _Step()
        for number, route in enumerate(self._sorted):
            if not route.is_long:
                start.add(number, route)
        return start

    @cached_property
    def _long(self) -> list[tuple[int, Route]]:
        return [(number, route) for number, route in enumerate(self._sorted) if route.is_long]

    def find(self, request: httpx2.Request, path: str) -> Found:
        """Return the operation of a request, whose path is encoded and below the base URL.

        Raises:
            RefusedError: There is none.
        """
        found = self.found(request, path)
        if found is not None:
            return found[0].operation, found[1]
        methods = list(dict.fromkeys(route.method for route, _ in self._of_path(path)))
        if request.method in methods:
            raise RefusedError(400, "the query tells none of the operations of the path")
        if methods:
            raise RefusedError(405, f"the path takes {', '.join(methods)} only")
        raise RefusedError(404, "the API has no such path")

    def found(self, request: httpx2.Request, path: str) -> tuple[Route, Mapping[str, str]] | None:
        """Return the route of a request with the encoded texts of its path parameters, or None."""
        return next((one for one in self._of_path(path) if one[0].is_for(request)), None)

    def of(self, method: str, segments: list[str]) -> Route | None:
        """Return the route with certain segments, ``*`` for any text; without a query first."""
        known = self._of_segments.get((method, *segments), ())
        return next((one for one in known if not one.query), known[0] if known else None)

    @cached_property
    def _of_segments(self) -> Mapping[tuple[str, ...], list[Route]]:
        found: dict[tuple[str, ...], list[Route]] = {}
        for one in self._sorted:
            found.setdefault((one.method, *one.segments), []).append(one)
        return found

    def at(self, operation: str, path: str) -> tuple[Route, tuple[str, ...]]:
        """Return the first route of an operation, and the segments of its path for a request.

        Args:
            operation: Attributes that lead to it.
            path: The encoded path of a request, which may be that of another route of it.
        """
        known = self._of_operation[operation]
        segments = path.split("/")
        values = next(filter(None, (one.values(path, segments) for one in known)), None)
        filled = known[0].filled(values or {})
        return known[0], tuple(map(unquote, filled.split("/")))

    @cached_property
    def _of_operation(self) -> Mapping[str, list[Route]]:
        """The routes of each operation, in the order in which they are given."""
        return {
            name: [_route(one, name)[1] for one in _listed(several)]
            for resource, operations in self._resources.items()
            for attribute, several in operations.items()
            for name in (".".join(filter(None, (resource, attribute))),)
        }

    def _of_path(self, path: str) -> Iterator[tuple[Route, Mapping[str, str]]]:
        segments = path.split("/")
        for _, route in merge(self._start.of(segments), self._long, key=itemgetter(0)):
            values = route.values(path, segments)
            if values is not None:
                yield route, values


def _listed(several: str | tuple[str, ...]) -> tuple[str, ...]:
    return (several,) if isinstance(several, str) else several


def _route(route: str, operation: str) -> tuple[tuple[int, ...], Route]:
    """Return a route with what sorts it: those with long values last, then by fixed text."""
    method, _, rest = route.partition(" ")
    address, _, told_by = rest.partition(" ")
    template, _, query = address.partition("?")
    header, _, media_type = told_by.partition(": ")
    told = dict(parse_qsl(query, keep_blank_values=True))
    parts = _VARIABLE.split(template)
    literals, names, kinds = parts[::3], parts[1::3], parts[2::3]
    values = ["*" if kind is None else kind for kind in kinds]
    first, *others = map(_encoded, literals)
    interleaved = (first, *chain.from_iterable(zip(values, others, strict=True)))
    fixed = sum(len(text.replace("*", "")) for text in (*literals, *kinds) if text)
    rank = template.count("**"), len(names), -fixed, -len(told) - bool(header)
    media_type = media_type.partition(";")[0].strip().lower()
    places = _places(interleaved)
    return rank, Route(
        method, interleaved, tuple(names), operation, told, header, media_type, places
    )


def _encoded(literal: str) -> str:
    """Return a part of a path as it comes."""
    url = httpx2.URL(scheme="https", host="fake.invalid", path=f"/{literal}")
    return url.raw_path.decode("ascii")[1:]


def _places(parts: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return which segments of a path are variables, None where one is less or more than that."""
    segments = "".join(parts).split("/")
    places = tuple(number for number, one in enumerate(segments) if one == "*")
    is_plain = all(one == "*" or "*" not in one for one in segments)
    return places if is_plain and parts[1::2] == ("*",) * len(places) else None
